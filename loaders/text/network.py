"""The tagger's network: a small transformer encoder over pieces of words, in NumPy.

Owns the arithmetic from sentences to a probability per word and label, and the file that holds
the weights (8 bits each, a scale per row). Refuses nothing: long sentences are read in parts.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from loaders.text.subwords import BEGIN, END, Subwords

Floats = npt.NDArray[np.float32]

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""The columns of :meth:`Network.probabilities`."""
SOURCES = ("news", "grit", "domain")
"""The annotation guidelines that the network knows."""

HEADS = 12
"""Heads of attention in each layer."""
# What OpenBLAS calls it in NumPy's wheels, and in others.
_SET_THREADS = (
    "scipy_openblas_set_num_threads64_", "openblas_set_num_threads64_", "openblas_set_num_threads"
)  # fmt: skip
# Words per pass: enough for the matrices to be large, and little memory.
_PASS = 400
# Words of a sentence that are read together; the network learned positions up to 256.
LONGEST = 80
"""Words of a sentence that are read together."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the encoder; matrices are in × out."""

    qkv: Floats
    qkv_bias: Floats
    out: Floats
    out_bias: Floats
    out_norm: Floats
    up: Floats
    up_bias: Floats
    down: Floats
    down_bias: Floats
    down_norm: Floats

    def attend(self, state: Pieces, rows: npt.NDArray[np.int64] | None = None) -> Floats:
        """Return what pieces, or some rows of them, are after looking at each other."""
        x, seen = state.x, _attend(state.x @ self.qkv + self.qkv_bias, state.ends)
        if rows is not None:
            x, seen = x[rows], seen[rows]
        return _normal(x + (seen @ self.out + self.out_bias), self.out_norm)

    def widen(self, x: Floats) -> Floats:
        """Return the inner units of what pieces are."""
        return _gelu(x @ self.up + self.up_bias)

    def think(self, x: Floats) -> Floats:
        """Return what pieces are after each was thought over for itself."""
        return _normal(x + (self.widen(x) @ self.down + self.down_bias), self.down_norm)


@dataclass(slots=True)
class Pieces:
    """Sentences of one pass.

    Attributes:
        x: Pieces × width, as the layers so far have them.
        firsts: Rows of each word's first piece.
        ends: Rows at which each sentence begins and ends.
    """

    x: Floats
    firsts: npt.NDArray[np.int64]
    ends: Sequence[tuple[int, int]]


def quantize(matrix: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """Return a matrix in 8 bits and the scale of each row.

    >>> whole, scale = quantize(np.array([[1.0, -2.0]], dtype=np.float32))
    >>> (whole * scale).round(1).tolist()
    [[1.0, -2.0]]
    """
    scale = np.maximum(np.abs(matrix).max(axis=1, keepdims=True), 1e-8) / 127
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32)


def _normal(x: Floats, weights: Floats) -> Floats:
    """Return rows with mean 0 and deviation 1, weighted and shifted."""
    x = x - x.mean(axis=1, keepdims=True)
    x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1] + 1e-12)
    x *= weights[0]
    x += weights[1]
    return x


def _gelu(x: Floats) -> Floats:
    """Return x in which what is below 0 fades (tanh form); ``x`` is overwritten."""
    y = x * x
    y *= 0.044715 * 0.7978845608
    y += 0.7978845608
    y *= x
    np.tanh(y, out=y)
    y += 1
    y *= x
    y *= 0.5
    return y


def softmax(x: Floats) -> Floats:
    """Return probabilities along the last axis."""
    made: Floats = np.exp(x - x.max(axis=-1, keepdims=True))
    made /= made.sum(axis=-1, keepdims=True)
    return made


def _use_one_thread() -> None:
    """Keep NumPy's BLAS to one thread: two share matrices so small at three times the work.

    It also makes sums, and so answers, the same on machines with more cores.
    """
    # Where it lies in NumPy 2, and in NumPy 1.
    names = ("numpy._core._multiarray_umath", "numpy.core._multiarray_umath")
    core = next(sys.modules[name] for name in names if name in sys.modules)
    blas = ctypes.CDLL(core.__file__)
    for name in _SET_THREADS:
        setter = getattr(blas, name, None)
        if setter is not None:
            setter(1)


class Network:
    """An encoder with one output per word and label."""

    def __init__(self, path: Path) -> None:
        _use_one_thread()
        with np.load(path, allow_pickle=False) as file:
            held = dict(file)
        pieces = held["pieces"].tobytes().decode().split("\n")
        self._subwords = Subwords(pieces, held["scores"].tolist())
        self._words: npt.NDArray[np.int8] = held["words"]
        self._words_scale: Floats = held["words_scale"]
        self._positions: Floats = held["positions"]
        self._sources: Floats = held["sources"]
        self._norm: Floats = held["norm"]
        self._head: Floats = held["head"]
        self._head_bias: Floats = held["head_bias"]
        self.layers = [_layer(held, number) for number in range(int(held["layers"]))]

    def probabilities(
        self, sentences: Sequence[Sequence[str]], source: str = "domain"
    ) -> list[Floats]:
        """Return words × labels for each sentence, as the guideline of a source has it."""
        parts = [part for words in sentences for part in _parts(words)]
        if not parts:
            return [np.empty((0, len(LABELS)), dtype=np.float32) for _ in sentences]
        made = [self._of_pass(group, SOURCES.index(source)) for group in passes(parts)]
        ends = np.cumsum([len(words) for words in sentences])
        return np.split(np.concatenate(made), ends[:-1])

    def _of_pass(self, parts: Sequence[Sequence[str]], source: int) -> Floats:
        state = self.pieces_of(parts, source)
        for layer in self.layers[:-1]:
            state.x = layer.think(layer.attend(state))
        # Nobody asks for the other pieces any more.
        last = self.layers[-1]
        states = last.think(last.attend(state, state.firsts))
        return softmax(states @ self._head[source] + self._head_bias[source])

    def pieces_of(self, parts: Sequence[Sequence[str]], source: int) -> Pieces:
        """Return the pieces of some sentences before the first layer."""
        pieces: list[int] = []
        firsts: list[int] = []
        ends: list[tuple[int, int]] = []
        for part in parts:
            start = len(pieces)
            pieces.append(BEGIN)
            for word in part:
                firsts.append(len(pieces))
                pieces += self._subwords.of_word(word)
            pieces.append(END)
            ends.append((start, len(pieces)))
        at = np.concatenate([np.arange(end - start) for start, end in ends])
        x = self._words[pieces] * self._words_scale[pieces]
        x += self._positions[np.minimum(at, len(self._positions) - 1)]
        x += self._sources[source]
        return Pieces(_normal(x, self._norm), np.array(firsts, dtype=np.int64), ends)


def _attend(qkv: Floats, ends: Sequence[tuple[int, int]]) -> Floats:
    """Return what each piece takes from the pieces of its sentence."""
    width = qkv.shape[1] // 3
    made = np.empty((len(qkv), width), dtype=np.float32)
    for start, end in ends:
        size = end - start
        q, k, v = qkv[start:end].reshape(size, 3, HEADS, -1).transpose(1, 2, 0, 3)
        # The scale of the scores is in the weights of q.
        weights = softmax(q @ k.transpose(0, 2, 1))
        made[start:end] = (weights @ v).transpose(1, 0, 2).reshape(size, width)
    return made


def _layer(held: dict[str, npt.NDArray[Any]], number: int) -> Layer:
    def matrix(name: str) -> Floats:
        whole, scale = held[f"{number}.{name}"], held[f"{number}.{name}_scale"]
        made: Floats = np.ascontiguousarray((whole * scale).T, dtype=np.float32)
        return made

    def plain(name: str) -> Floats:
        made: Floats = held[f"{number}.{name}"].astype(np.float32)
        return made

    return Layer(
        qkv=matrix("qkv"), qkv_bias=plain("qkv_bias"), out=matrix("out"),
        out_bias=plain("out_bias"), out_norm=plain("out_norm"), up=matrix("up"),
        up_bias=plain("up_bias"), down=matrix("down"), down_bias=plain("down_bias"),
        down_norm=plain("down_norm"),
    )  # fmt: skip


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(words), LONGEST):
        yield words[start : start + LONGEST]


def passes(parts: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Yield parts in groups that are worth one pass."""
    group: list[Sequence[str]] = []
    size = 0
    for part in parts:
        group.append(part)
        size += len(part)
        if size >= _PASS:
            yield group
            group, size = [], 0
    if group:
        yield group
