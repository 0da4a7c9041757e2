"""FollowTheMoney as JSON lines: entities, or statements; runs inside the locked process.

An entity that Lacak wrote carries what the schema has no room for under ``lacak``: the exact
class, and values by our own names.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs.frames import IRI, Event, Record, Refused, Value
from loaders.graphs.json_text import Json, parse, texts
from loaders.graphs.opening import lines
from loaders.tabular.limits import Limits
from ontology.claim import BASE
from ontology.foreign import FTM
from ontology.reading import NS

_SHOWN = 2_000
# Words by which FollowTheMoney says what kind of person someone is.
_TAGS = ("topics", "role", "classification")


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield a record per entity or statement.

    Raises:
        LoadError: The file cannot be read, or passes a limit.
    """
    for count, (number, text) in enumerate(lines(path, limits), 1):
        if count > limits.rows:
            raise LoadError(f"{path} {limits.exceeded('rows', f'more than {limits.rows:,}')}")
        yield from read_line(text, number)


def read_line(text: str, number: int) -> Iterator[Event]:
    """Yield what one line says."""
    try:
        found = _object(parse(text), "a line is one object with id, schema and properties")
        yield _statement(found, number) if "prop" in found else _entity(found, number)
    except ValueError as error:
        reason = f"no entity of FollowTheMoney: {error}. Correct the line."
        yield Refused(number, reason, text[:_SHOWN])


def _object(found: Json, expected: str) -> dict[str, Json]:
    if not isinstance(found, dict):
        raise ValueError(expected)  # noqa: TRY004  # the text is wrong, not the program
    return found


def _required(found: dict[str, Json], *names: str) -> str:
    for name in names:
        value = found.get(name)
        if isinstance(value, str) and value.strip():
            return value
    raise ValueError(f"{' or '.join(names)} must be a text")


def _entity(found: dict[str, Json], number: int) -> Record:
    entity_id = _required(found, "id")
    properties = _object(found.get("properties", {}), "properties must be an object of lists")
    values = [
        Value(FTM + name, text, field=name)
        for name, said in properties.items()
        for text in texts(said)
    ]
    schema = _required(found, "schema")
    own_class: list[str] = []
    extension = found.get("lacak")
    if isinstance(extension, dict):
        own_class, own_values = _extension(extension)
        values += own_values
    return Record(
        line=number,
        id=entity_id,
        space="ftm",
        types=own_class or [FTM + schema],
        values=values,
        place=entity_id,
        tags=[text for name in _TAGS for text in texts(properties.get(name))],
    )


def _extension(found: dict[str, Json]) -> tuple[list[str], list[Value]]:
    name, properties = found.get("class"), found.get("properties", {})
    values = [
        Value(NS + key, text, IRI if text.startswith(BASE) else "l")
        for key, said in (properties.items() if isinstance(properties, dict) else ())
        for text in texts(said)
    ]
    return ([NS + name] if isinstance(name, str) else []), values


def _statement(found: dict[str, Json], number: int) -> Record:
    entity_id = _required(found, "canonical_id", "entity_id")
    prop, text = _required(found, "prop"), _required(found, "value")
    original = found.get("original_value")
    dataset = found.get("dataset")
    # The statement that an entity exists has the hash of the rest as its value.
    values = [] if prop == "id" else [
        Value(
            FTM + prop, text, field=prop, original=original if isinstance(original, str) else None
        )
    ]  # fmt: skip
    return Record(
        line=number,
        id=entity_id,
        space="ftm",
        types=[FTM + _required(found, "schema")],
        values=values,
        dataset=dataset if isinstance(dataset, str) else "",
        place=entity_id,
        tags=[text] if prop in _TAGS else [],
        is_part=True,
    )
