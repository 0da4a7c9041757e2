"""What every level of agreement says, learnt from the registry itself.

The model of Fellegi and Sunter (1969): a level weighs log2(m / u) bits, m being its share
among records of one person and u among records of two. u comes from random pairs, m and
the number of matching pairs from expectation maximisation over patterns of levels. The
prior is per pair of the whole registry, so that a larger registry asks for more evidence.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.resolution.registry.comparing import LEVELS, SHAPE, Comparison

Floats = npt.NDArray[np.float64]

ROUNDS = 40
_SAMPLE = 500_000
# A level that was never seen is rare, not impossible.
_UNSEEN = 0.5

# Where learning starts: most records of one person agree where both say something.
_START: dict[str, tuple[float, ...]] = {
    "name": (0.0, 0.02, 0.03, 0.10, 0.10, 0.25, 0.50),
    "birth": (0.0, 0.03, 0.05, 0.07, 0.85),
    "nik": (0.0, 0.02, 0.05, 0.93),
    "father": (0.0, 0.05, 0.15, 0.80),
    "phone": (0.0, 0.30, 0.05, 0.65),
    "region": (0.0, 0.10, 0.90),
    "sex": (0.0, 0.01, 0.99),
}
_EQUAL = {"name": "words", "nik": "nik", "phone": "phone", "birth": "born", "father": "father"}


@dataclass(frozen=True, slots=True)
class Weights:
    """A learnt model.

    Attributes:
        prior: Share of all pairs of the registry that are of one person.
        m, u: By field, the share of every level; level 0 (missing) says nothing.
    """

    prior: float
    m: dict[str, tuple[float, ...]]
    u: dict[str, tuple[float, ...]]

    def bits(self, field: str) -> tuple[float, ...]:
        """Return the weight of every level of a field in bits; level 0 weighs nothing."""
        found = [np.log2(m / u) for m, u in zip(self.m[field][1:], self.u[field][1:], strict=True)]
        return (0.0, *(float(f) for f in found))

    @property
    def prior_bits(self) -> float:
        """The prior in bits; negative."""
        return float(np.log2(self.prior / (1 - self.prior)))

    def by_pattern(self) -> Floats:
        """Return the total weight of every pattern of levels, prior included."""
        total = np.full(SHAPE, self.prior_bits)
        for axis, field in enumerate(LEVELS):
            shape = [1] * len(SHAPE)
            shape[axis] = SHAPE[axis]
            total += np.array(self.bits(field)).reshape(shape)
        return total.ravel()


def learn(columns: pl.DataFrame, patterns: npt.NDArray[np.int32], seed: int = 1) -> Weights:
    """Learn weights from the patterns of all pairs that were compared.

    Args:
        columns: From :func:`graph.resolution.registry.columns.prepare`.
        patterns: Of every candidate pair.
        seed: Of the random pairs.
    """
    count = len(columns)
    whole = count * (count - 1) / 2
    u = _unrelated(columns, seed)
    counts = np.bincount(patterns, minlength=int(np.prod(SHAPE))).astype(np.float64)
    seen = np.flatnonzero(counts)
    levels = np.unravel_index(seen, SHAPE)
    model = Weights(min(0.1, 0.1 * count / whole), dict(_START), u)
    for _ in range(ROUNDS):
        odds = np.exp2(np.clip(model.by_pattern()[seen], -60, 60))
        expected = counts[seen] * odds / (1 + odds)
        m = {f: _shares(levels[n], expected, SHAPE[n]) for n, f in enumerate(LEVELS)}
        model = Weights(float(np.clip(expected.sum() / whole, 1e-12, 0.1)), m, u)
    return model


def _shares(levels: npt.NDArray[np.intp], weight: Floats, size: int) -> tuple[float, ...]:
    """Return the share of every level among pairs where both cells say something."""
    found = np.bincount(levels, weights=weight, minlength=size)[1:] + _UNSEEN
    return (0.0, *(found / found.sum()).tolist())


def _unrelated(columns: pl.DataFrame, seed: int) -> dict[str, tuple[float, ...]]:
    """Return the share of every level among random pairs."""
    chance = np.random.default_rng(seed)
    size = min(_SAMPLE, 20 * len(columns))
    left, right = chance.integers(0, len(columns), size=(2, size), dtype=np.uint32)
    is_pair = left != right
    found = Comparison(columns, pl.Series(left[is_pair]), pl.Series(right[is_pair]))
    levels = np.unravel_index(found.pattern, SHAPE)
    ones = np.ones(len(found.pattern))
    u = {f: _shares(levels[n], ones, SHAPE[n]) for n, f in enumerate(LEVELS)}
    for field, column in _EQUAL.items():
        u[field] = (*u[field][:-1], min(u[field][-1], _chance_of_equal(columns[column])))
    return u


def _chance_of_equal(values: pl.Series) -> float:
    """Return how often two people have one value by chance, without the repeated records.

    Repetitions of one person make equal values too, one or two each; a value that chance
    repeats is spread over many. So the first repetition of every value is not counted.
    """
    present = values.drop_nulls()
    sizes = present.value_counts()["count"].to_numpy().astype(np.float64)
    by_chance = (np.maximum(sizes - 1, 0) * np.maximum(sizes - 2, 0)).sum()
    return float(max(by_chance, 1.0) / max(len(present), 2) ** 2)
