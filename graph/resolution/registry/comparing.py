"""How well two records agree, field by field, as levels; millions of pairs at a time.

A level is a small number whose meaning is in :data:`LEVELS`; 0 always means that one of the
two cells is empty, which says nothing. Text is compared by rapidfuzz in C++.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

Levels = npt.NDArray[np.int8]
Numbers = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float32]
Scorer = Callable[..., float]

LEVELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "name": ("missing", "different", "partial", "similar", "subset", "joined", "same"),
        "birth": ("missing", "different", "year", "near", "same"),
        "nik": ("missing", "different", "near", "same"),
        "father": ("missing", "different", "similar", "same"),
        "phone": ("missing", "different", "near", "same"),
        "region": ("missing", "different", "same"),
        "sex": ("missing", "different", "same"),
    }
)
"""What the levels of every field mean, worst first."""

SHAPE: Final = tuple(len(levels) for levels in LEVELS.values())
"""Number of levels by field; a pattern of levels is one number in this mixed base."""


class Comparison:
    """Levels of many pairs.

    Args:
        columns: From :func:`graph.resolution.registry.columns.prepare`.
        left, right: Rows of the pairs.
    """

    def __init__(self, columns: pl.DataFrame, left: pl.Series, right: pl.Series) -> None:
        self._columns, self._left, self._right = columns, left, right
        found = [getattr(self, f"_{field}")() for field in LEVELS]
        self.pattern = np.ravel_multi_index(found, SHAPE).astype(np.int32)

    def _both(self, column: str) -> tuple[pl.Series, pl.Series]:
        values = self._columns[column]
        return values.gather(self._left), values.gather(self._right)

    def _start(self, column: str) -> tuple[pl.Series, pl.Series, Levels, npt.NDArray[np.bool_]]:
        """Return both sides, levels 0 or 1, and where the two are equal."""
        left, right = self._both(column)
        is_there = ((left != "") & (right != "")).fill_null(value=False).to_numpy()
        is_equal = (left == right).fill_null(value=False).to_numpy()
        return left, right, is_there.astype(np.int8), is_equal & is_there

    def _name(self) -> Levels:
        left, right, level, is_same = self._start("words")
        level[is_same] = 6
        rest = np.flatnonzero(level == 1)
        words = _lists(left, right, rest)
        joined = _lists(*self._both("squeezed"), rest)
        full = _lists(*self._both("full"), rest)
        near = np.maximum(
            _similar(*words, OSA.normalized_similarity),
            _similar(*joined, OSA.normalized_similarity),
        )
        start = _similar(*joined, JaroWinkler.normalized_similarity)
        share = _similar(*full, fuzz.token_set_ratio) / 100
        is_full = np.array([bool(a and b) for a, b in zip(*full, strict=True)], dtype=np.bool_)
        found = np.ones(len(rest), dtype=np.int8)
        found[(share >= 0.7) & is_full] = 2
        found[(near >= 0.78) | ((start >= 0.93) & (near >= 0.7))] = 3
        found[(share >= 0.999) & is_full] = 4
        found[near >= 0.9] = 5
        level[rest] = found
        return level

    def _birth(self) -> Levels:
        _, _, level, is_same = self._start("born")
        _, _, years, is_same_year = self._start("year")
        is_year = (level == 0) & (years == 1)
        level[is_year] = np.where(is_same_year[is_year], 2, 1)
        parts = [_both_numbers(*self._both(part)) for part in ("year", "month", "day")]
        differing = np.sum([one != other for one, other in parts], axis=0)
        (year, years_other), (month, month_other), (day, day_other) = parts
        # Only a neighbouring year: people of one day in another decade are others.
        is_near = (differing == 1) & (np.abs(year - years_other) <= 1)
        is_near |= (year == years_other) & (month == day_other) & (day == month_other)
        level[(level == 1) & ~is_year & is_near] = 3
        level[is_same] = 4
        return level

    def _nik(self) -> Levels:
        return self._digits("nik", 2)

    def _phone(self) -> Levels:
        return self._digits("phone", 1)

    def _digits(self, column: str, allowed: int) -> Levels:
        left, right, level, is_same = self._start(column)
        level[is_same] = 3
        rest = np.flatnonzero(level == 1)
        pairs = _lists(left, right, rest)
        distance = process.cpdist(*pairs, scorer=OSA.distance, score_cutoff=allowed)
        level[rest[distance <= allowed]] = 2
        return level

    def _father(self) -> Levels:
        left, right, level, is_same = self._start("father")
        level[is_same] = 3
        rest = np.flatnonzero(level == 1)
        pairs = _lists(left, right, rest)
        near = _similar(*pairs, OSA.normalized_similarity)
        share = _similar(*pairs, fuzz.token_set_ratio) / 100
        level[rest[(near >= 0.75) | (share >= 0.999)]] = 2
        level[rest[near >= 0.88]] = 3
        return level

    def _region(self) -> Levels:
        _, _, level, is_same = self._start("region")
        return level + is_same.astype(np.int8)

    def _sex(self) -> Levels:
        _, _, level, is_same = self._start("sex")
        return level + is_same.astype(np.int8)


def _lists(
    left: pl.Series, right: pl.Series, rows: npt.NDArray[np.intp]
) -> tuple[list[str], list[str]]:
    return left.gather(rows).to_list(), right.gather(rows).to_list()


def _similar(left: Sequence[str], right: Sequence[str], scorer: Scorer) -> Shares:
    if not left:
        return np.zeros(0, dtype=np.float32)
    return np.asarray(process.cpdist(left, right, scorer=scorer), dtype=np.float32)


def _both_numbers(left: pl.Series, right: pl.Series) -> tuple[Numbers, Numbers]:
    one, other = (s.cast(pl.Int32, strict=False).fill_null(-1).to_numpy() for s in (left, right))
    return one, other
