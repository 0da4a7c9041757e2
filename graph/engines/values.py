"""Values on their way in and out: what both engines keep, and plain Python back.

Whatever only one engine would keep, or would change silently, is refused here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from neo4j.graph import Node as DriverNode
from neo4j.graph import Path as DriverPath
from neo4j.graph import Relationship as DriverRelationship
from neo4j.spatial import Point

from graph.errors import StoreError
from graph.store import Value


def storable(where: str, value: Value) -> Value:
    """Return a property value that both engines keep as it is.

    Args:
        where: Names the property in an error message.
        value: A scalar, or a list of scalars of one type.

    Raises:
        StoreError: The value is a map, a nested or mixed list, a list with nulls, a number
            that is not finite or wider than 64 bits, or text that is not valid Unicode.
    """
    if not isinstance(value, list):
        return _scalar(where, value)
    for item in value:
        if item is None or isinstance(item, list):
            raise StoreError(f"{where}: lists hold scalars only, this one holds {item!r}.")
    if len({type(item) for item in value}) > 1:
        raise StoreError(f"{where}: lists hold values of one type, this one mixes: {value!r:.80}.")
    return [_scalar(where, item) for item in value]


def _scalar(where: str, value: Value) -> Value:
    if isinstance(value, dict):
        raise StoreError(f"{where}: expected a scalar or a list, got a map.")
    if isinstance(value, float) and not math.isfinite(value):
        raise StoreError(f"{where}: expected a finite number, got {value!r}.")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise StoreError(f"{where}: {value} does not fit 64 bits.")
    if isinstance(value, str):
        _check_text(where, value)
    return value


def _check_text(where: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise StoreError(f"{where}: text with half a surrogate pair: {value!r:.80}.") from error


def plain(value: object) -> Value:
    """Return what the driver gave as plain Python.

    Dates, times and durations become ISO 8601 strings; a node or relationship becomes a
    map of its properties; a path becomes a list of alternating node and relationship maps.

    Raises:
        StoreError: The value is of a type that no query of ours returns (a point).
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    iso_format = getattr(value, "iso_format", None)
    if iso_format is not None:
        # Before lists: the driver's durations are tuples, as its points are.
        return str(iso_format())
    if isinstance(value, list | tuple) and not isinstance(value, Point):
        return [plain(item) for item in value]
    if isinstance(value, DriverNode | DriverRelationship):
        return {key: plain(item) for key, item in sorted(value.items())}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, DriverPath):
        return _path(value)
    raise StoreError(
        "Queries return scalars, lists, maps, nodes, relationships, paths and dates; "
        f"this one returned {type(value).__name__}."
    )


def _path(path: DriverPath) -> Value:
    items: list[Value] = [plain(path.start_node)]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        items.extend((plain(relationship), plain(node)))
    return items
