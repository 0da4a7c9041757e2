"""The arrays of a network read model: what they hold, how they are saved and opened.

A folder of ``.npy`` files, memory-mapped when opened and never changed after they were
written. One place knows their names and types.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import orjson

Int8 = npt.NDArray[np.int8]
UInt8 = npt.NDArray[np.uint8]
UInt16 = npt.NDArray[np.uint16]
UInt32 = npt.NDArray[np.uint32]
UInt64 = npt.NDArray[np.uint64]
Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]
Float64 = npt.NDArray[np.float64]
Float32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

_EPOCH = date(1970, 1, 1)
OPEN_START = int(np.iinfo(np.int32).min)
OPEN_END = int(np.iinfo(np.int32).max)


@lru_cache(maxsize=16_384)
def day_number(day: str | None, otherwise: int) -> int:
    """Return days since 1970-01-01 of an ISO date, or what an unknown day counts as."""
    return otherwise if day is None else (date.fromisoformat(day) - _EPOCH).days


def day_text(number: int) -> str | None:
    """Return the ISO date of a day number; ``None`` for an open end."""
    if number in (OPEN_START, OPEN_END):
        return None
    return (_EPOCH + timedelta(days=number)).isoformat()


@dataclass(frozen=True, slots=True)
class Strings:
    """Many strings in one buffer; ``offsets`` has one more entry than there are strings."""

    data: UInt8
    offsets: Int64

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, index: int) -> str:
        return self.data[self.offsets[index] : self.offsets[index + 1]].tobytes().decode()

    def find(self, text: str) -> int | None:
        """Return the index of a string by bisection; the strings must be sorted by bytes."""
        wanted, low, high = text.encode(), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            found = self.data[self.offsets[middle] : self.offsets[middle + 1]].tobytes()
            if found < wanted:
                low = middle + 1
            elif found == wanted:
                return middle
            else:
                high = middle
        return None


def pack(texts: Sequence[bytes]) -> Strings:
    """Pack encoded strings into one buffer."""
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(t) for t in texts], out=offsets[1:])
    return Strings(np.frombuffer(b"".join(texts), dtype=np.uint8), offsets)


@dataclass(frozen=True, slots=True)
class Arrays:
    """Columns of edges, then adjacency, then columns of nodes.

    Attributes:
        source, target, type, layer, first_day, last_day, confidence, support: One entry
            per edge, edges in order of their id. Days count from 1970-01-01.
        indptr, neighbor, edge: Compressed adjacency in both directions; the neighbours of
            node ``i`` are ``neighbor[indptr[i]:indptr[i + 1]]``, reached by ``edge[...]``.
        node_class, degree: One entry per node, nodes in order of their id's bytes.
    """

    source: Int32
    target: Int32
    type: UInt16
    layer: UInt8
    first_day: Int32
    last_day: Int32
    confidence: Float32
    support: Int32
    indptr: Int64
    neighbor: Int32
    edge: Int32
    node_class: UInt16
    degree: Int32


@dataclass(frozen=True, slots=True)
class Names:
    """Strings that belong to the arrays: ids and captions by node, ids by edge."""

    ids: Strings
    captions: Strings
    edge_ids: Strings
    classes: tuple[str, ...]
    types: tuple[str, ...]
    layers: tuple[str, ...]


_STRINGS = ("ids", "captions", "edge_ids")
_HEADER_BYTES = 128
_LISTS = ("classes", "types", "layers")


def save(folder: Path, arrays: Arrays, names: Names) -> None:
    """Write arrays and names into a folder."""
    for field in fields(Arrays):
        np.save(folder / f"{field.name}.npy", getattr(arrays, field.name), allow_pickle=False)
    for name in _STRINGS:
        strings: Strings = getattr(names, name)
        np.save(folder / f"{name}.npy", strings.data, allow_pickle=False)
        np.save(folder / f"{name}_offsets.npy", strings.offsets, allow_pickle=False)
    meta = {name: getattr(names, name) for name in _LISTS}
    (folder / "meta.json").write_bytes(orjson.dumps(meta))


def open_arrays(folder: Path) -> tuple[Arrays, Names]:
    """Memory-map what :func:`save` wrote."""

    def load(name: str) -> npt.NDArray[np.generic]:
        path = folder / f"{name}.npy"
        # NumPy refuses to map an array without entries; its file is the header alone.
        is_empty = path.stat().st_size <= _HEADER_BYTES
        # A plain view of the map: NumPy's own class for maps makes every slice cost tenfold.
        return np.asarray(np.load(path, mmap_mode=None if is_empty else "r"))

    arrays = Arrays(**{field.name: load(field.name) for field in fields(Arrays)})  # type: ignore[arg-type]  # saved with these types
    meta = orjson.loads((folder / "meta.json").read_bytes())
    strings = {n: Strings(load(n), load(f"{n}_offsets")) for n in _STRINGS}  # type: ignore[arg-type]  # saved with these types
    lists = {name: tuple(meta[name]) for name in _LISTS}
    return arrays, Names(**strings, **lists)  # type: ignore[arg-type]  # saved with these types
