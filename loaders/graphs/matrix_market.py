"""Matrix Market (.mtx), coordinates of a matrix, as a stream of edges; in the locked process.

Vertices are numbers here, and have no names. A symmetric matrix says each tie once.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs import networks
from loaders.graphs.frames import Event, Refused
from loaders.graphs.networks import Said
from loaders.graphs.numbered import amount, whole
from loaders.graphs.opening import lines
from loaders.tabular.limits import Limits
from ontology.errors import ValueTypeError

_SYMMETRIES = ("general", "symmetric", "skew-symmetric", "hermitian")
_FIELDS = {"pattern": 2, "real": 3, "double": 3, "integer": 3, "complex": 4}
"""Cells of a line by the kind of its numbers."""
_WANTED = "%%MatrixMarket matrix coordinate pattern general, then rows, columns and entries"


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield a record per vertex and per entry that is not 0.

    A matrix that is no square ties rows to columns; the ids of columns then begin with ``c``.

    Raises:
        LoadError: The file is no matrix in coordinates, or passes a limit.
    """
    numbered = lines(path, limits)
    number, head = next(numbered)
    words = head.lower().split()
    if words[:3] != ["%%matrixmarket", "matrix", "coordinate"] or (
        len(words) != 5 or words[3] not in _FIELDS or words[4] not in _SYMMETRIES
    ):
        raise LoadError(f"{path}:{number}: expected {_WANTED}, got {head[:80]!a}. Export it so.")
    width = _FIELDS[words[3]]
    size: tuple[int, int] | None = None
    for number, text in numbered:
        if text.lstrip().startswith("%"):
            continue
        cells = text.split()
        try:
            if size is None:
                size = _size(cells)
                if sum(size) > limits.rows:
                    raise LoadError(f"{path} {limits.exceeded('rows', f'{sum(size):,} vertices')}")
                yield from _vertices(number, size)
            else:
                yield from _edge(number, cells, size, width)
        except ValueTypeError as error:
            if size is None:
                raise LoadError(f"{path}:{number}: {error}") from error
            yield Refused(number, str(error), text[:2_000])


def _size(cells: list[str]) -> tuple[int, int]:
    if len(cells) != 3:
        raise ValueTypeError("expected three numbers: rows, columns and entries. Correct the line.")
    rows, columns, _ = map(whole, cells)
    return rows, columns


def _is_square(size: tuple[int, int]) -> bool:
    return size[0] == size[1]


def _vertices(number: int, size: tuple[int, int]) -> Iterator[Event]:
    rows, columns = size
    for vertex in range(1, rows + 1):
        yield networks.node(Said(str(vertex), number))
    if not _is_square(size):
        for vertex in range(1, columns + 1):
            yield networks.node(Said(f"c{vertex}", number))


def _edge(number: int, cells: list[str], size: tuple[int, int], width: int) -> Iterator[Event]:
    if len(cells) != width:
        raise ValueTypeError(f"expected {width} numbers, got {len(cells)}. Correct the line.")
    ends = [whole(cell) for cell in cells[:2]]
    for end, most in zip(ends, size, strict=True):
        if not 1 <= end <= most:
            raise ValueTypeError(f"there is no vertex {end}: the file says that it has {most}.")
    if width > 2 and not any(amount(cell) for cell in cells[2:]):
        return
    column = str(ends[1]) if _is_square(size) else f"c{ends[1]}"
    said = Said("", number, (str(ends[0]), column))
    if width == 3 and amount(cells[2]) != 1:
        said.values.append(("weight", cells[2], None))
    yield from networks.edges(said)
