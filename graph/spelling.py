"""Names that are spelt nearly as asked, found without looking at every name.

An index of trigrams, built once per snapshot and mapped into memory: a question reads the
rarest trigrams of what was typed, and only the few hundred names that share the most of
them are compared letter by letter. Owns the files' layout; names come folded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from graph.analysis.arrays import Int32, Strings, pack

# Postings read for one question: beyond these, further trigrams are too common to tell.
_MOST_POSTINGS = 300_000
# Names compared letter by letter for each of two rankings.
_MOST_COMPARED = 250
# Bytes to six bits: letters, digits, and space stay apart, the rest shares what is left.
_BITS = 6
_GRAMS = 1 << (3 * _BITS)
_CODES = np.array([38 + byte % 26 for byte in range(256)], dtype=np.int32)
_CODES[ord("a") : ord("z") + 1] = np.arange(1, 27)
_CODES[ord("0") : ord("9") + 1] = np.arange(27, 37)
_CODES[ord(" ")] = 37
_CODES[ord("\n")] = 0
_PIECE_BITS = 14
_PIECE = 1 << _PIECE_BITS
_ARRAYS = ("starts", "postings", "sizes", "owners", "data", "offsets")


@dataclass(frozen=True, slots=True)
class Near:
    """One name that comes near: position of its node, and how near, 0-100."""

    node: int
    score: float


def write(folder: Path, names: Iterable[tuple[int, str]]) -> None:
    """Write an index into a folder, created if absent.

    Args:
        folder: Where its arrays go.
        names: (position of a node, folded name); a node may have several.
    """
    owners, texts = [], []
    for node, name in dict.fromkeys(names):
        owners.append(node)
        texts.append(name.encode())
    packed = pack(texts)
    starts, postings = _inverted(texts)
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "starts": starts,
        "postings": postings,
        "sizes": np.bincount(postings, minlength=len(texts)).astype(np.int32),
        "owners": np.array(owners, dtype=np.int32),
        "data": packed.data,
        "offsets": packed.offsets,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name in _ARRAYS:
        np.save(folder / f"{name}.npy", arrays[name], allow_pickle=False)


def _inverted(texts: list[bytes]) -> tuple[Int32, Int32]:
    """Return where the entries of each trigram start, and the entries, ascending."""
    # In pieces, so that trigram and entry share 32 bits, which sort in a third of the time.
    pieces = [
        _distinct(((grams.astype(np.int64) << _PIECE_BITS) | entries).astype(np.uint32))
        for first in range(0, len(texts), _PIECE)
        for entries, grams in [_occurrences(texts[first : first + _PIECE])]
    ]
    found = [np.bincount(piece >> _PIECE_BITS, minlength=_GRAMS) for piece in pieces]
    starts = np.zeros(_GRAMS + 1, dtype=np.int32)
    np.cumsum(sum(found, np.zeros(_GRAMS, dtype=np.int64)), out=starts[1:])
    postings = np.empty(starts[-1], dtype=np.int32)
    free = starts[:-1].astype(np.int64)
    for number, (piece, counts) in enumerate(zip(pieces, found, strict=True)):
        shift = free - np.cumsum(counts) + counts
        places = np.arange(len(piece)) + shift[piece >> _PIECE_BITS]
        postings[places] = (piece & (_PIECE - 1)) + number * _PIECE
        free += counts
    return starts, postings


def _distinct(keys: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return every key once, ascending; by sorting, ten times the speed of NumPy's hashing."""
    ordered = np.sort(keys)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=ordered[:1] + 1))]


def _occurrences(texts: list[bytes]) -> tuple[npt.NDArray[np.int64], Int32]:
    """Return the entry and the code of every trigram; words count with the space around them."""
    joined = b"\n".join(b" %b " % text.replace(b"\n", b" ") for text in texts)
    codes = _CODES[np.frombuffer(joined, dtype=np.uint8)]
    if len(codes) < 3:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32)
    first, second, third = codes[:-2], codes[1:-1], codes[2:]
    inside = (first > 0) & (second > 0) & (third > 0)
    grams = ((first << (2 * _BITS)) | (second << _BITS) | third)[inside]
    entries = np.cumsum(codes == 0)[:-2][inside]
    return entries, grams.astype(np.int32)


class Spelling:
    """An index, opened; safe to share between threads, since it never changes.

    Args:
        folder: What :func:`write` wrote.
    """

    def __init__(self, folder: Path) -> None:
        found = {name: _open(folder / f"{name}.npy") for name in _ARRAYS}
        self._starts: Int32 = found["starts"]
        self._postings: Int32 = found["postings"]
        self._sizes: Int32 = found["sizes"]
        self._owners: Int32 = found["owners"]
        self._texts = Strings(found["data"], found["offsets"])

    def near(
        self, text: str, limit: int, least: float, among: npt.NDArray[np.bool_] | None = None
    ) -> list[Near]:
        """Return the names nearest to a text, best first, one per node.

        Args:
            text: Folded.
            limit: The most nodes.
            least: Score below which a name is left out, 0-100.
            among: One truth per node, if only some are wanted.
        """
        chosen = self._promising(text, among)
        names = {i: self._texts[i] for i in chosen}
        found = process.extract(text, names, scorer=fuzz.WRatio, score_cutoff=least, limit=None)
        best: dict[int, float] = {}
        for _, score, i in found:
            node = int(self._owners[i])
            best[node] = max(best.get(node, 0.0), score)
        nearest = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [Near(node, score) for node, score in nearest[:limit]]

    def _promising(self, text: str, among: npt.NDArray[np.bool_] | None) -> Collection[int]:
        """Return the entries that share most with a text: in all, and for their length."""
        grams = np.unique(_occurrences([text.encode()])[1])
        counts = self._starts[grams + 1] - self._starts[grams]
        order = np.argsort(counts, kind="stable")
        order = order[counts[order] > 0]
        # The rarest are always read, however common they are.
        read = max(int(np.searchsorted(np.cumsum(counts[order]), _MOST_POSTINGS, "right")), 3)
        lists = [self._postings[self._starts[g] : self._starts[g + 1]] for g in grams[order[:read]]]
        if not lists:
            return ()
        counted = np.bincount(np.concatenate(lists))
        # Who shares less than a quarter of what was read is spelt otherwise, not misspelt.
        entries = np.flatnonzero(counted >= max(1, len(lists) // 4))
        shared = counted[entries]
        if among is not None:
            wanted = among[self._owners[entries]]
            entries, shared = entries[wanted], shared[wanted]
        alike = 2 * shared / (self._sizes[entries] + len(grams))
        return {int(e) for rank in (shared + alike, alike) for e in entries[_largest(rank)]}


def _largest(values: npt.NDArray[np.float64]) -> npt.NDArray[np.intp]:
    if len(values) <= _MOST_COMPARED:
        return np.arange(len(values))
    return np.argpartition(values, -_MOST_COMPARED)[-_MOST_COMPARED:]


def _open(path: Path) -> npt.NDArray[Any]:  # the file says of what
    try:
        # As a plain array: a mapped one costs microseconds more at every use.
        mapped: npt.NDArray[Any] = np.load(path, mmap_mode="r").view(np.ndarray)
    except ValueError:
        # NumPy refuses to map an array without entries.
        mapped = np.load(path)
    return mapped
