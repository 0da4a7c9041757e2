"""Patterns that ask first whether a text can hold them at all.

A sentence is tried by well over a thousand patterns, of which a handful match. Each pattern knows
runs of letters without which it cannot match; a :class:`Text` knows the runs that it has. Where
none of those needed is there, nothing is searched. This is the index of code search (Cox, "Regular
Expression Matching with a Trigram Index", 2012) turned round. Owns compiling, which waits until a
text first passes. Refuses nothing: what cannot be told from the pattern is searched for.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Any, Self, TypeAlias

from loaders.text import compiling
from loaders.text.compiling import CODES, REPEATS, Tree

_SIZES = (5, 4, 3)
# A text is cut by slices that are at hand: to make them takes longer than to cut.
_AT_ONCE = 1024
_STRETCHES = [slice(at, at + size) for at in range(_AT_ONCE) for size in _SIZES]
_MOST_ALTERNATIVES = 160
# Indonesian letters from common to rare: of a word, the run of its rarest letters tells most.
_SHARES = {letter: 0.2 * 0.83**rank for rank, letter in enumerate("aneitkdursmglpbhoyjcwfvzqx")}
# What ``re`` takes for one letter when case is ignored, though folding keeps it apart.
_FOLD = str.maketrans({"ı": "i", "İ": "i"})

Runs: TypeAlias = frozenset[str]
"""Alternatives of which one must be there."""
_NO_MATCHES: Iterator[re.Match[str]] = iter(())


class Text(str):
    """A text that knows which runs of letters it has, case ignored.

    Attributes:
        runs: All its runs of three to five letters, and shorter ones at its end.
    """

    __slots__ = ("runs",)
    runs: set[str]

    def __new__(cls, value: str) -> Self:
        """Read the runs of a string."""
        made = super().__new__(cls, value)
        low = _folded(value)
        held: set[str] = set()
        for at in range(0, len(low), _AT_ONCE):
            part = low[at : at + _AT_ONCE + max(_SIZES) - 1]
            held.update(map(part.__getitem__, _STRETCHES[: len(_SIZES) * len(part)]))
        made.runs = held
        return made


def _folded(text: str) -> str:
    return text.casefold() if text.isascii() else text.translate(_FOLD).casefold()


class Pattern:
    """A regular expression, compiled when a text first may hold it.

    The methods are those of :class:`re.Pattern`.

    Args:
        source: As for :func:`re.compile`.
        flags: As for :func:`re.compile`.

    >>> Pattern(r"(?i)ditangkap|dibekuk").search(Text("Ia pulang.")) is None
    True
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        # Newsrooms write "illegal" about as often.
        self.pattern = source.replace("ilegal", "ill?egal")
        self._flags = flags
        self._needed: tuple[Runs, ...] | None = None
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as ``re`` compiles it."""
        return self._compiled or self._compile()

    def _compile(self) -> re.Pattern[str]:
        self._compiled = compiling.compiled(self.pattern, self._parsed())
        return self._compiled

    def _read(self) -> tuple[Runs, ...]:
        """Find sets of runs; of each at least one stands in every text that matches."""
        self._needed = tuple(_rare(_needed(self._parsed())))
        return self._needed

    def _parsed(self) -> Tree:
        return compiling.parsed(self.pattern, self._flags)

    def made(self, found: re.Match[str]) -> bool:
        """Whether a match is of this pattern."""
        return found.re is self._compiled

    def may_be_in(self, text: str) -> bool:
        """Whether the text has all that a match needs; of plain strings nothing is known."""
        if type(text) is not Text:
            return True
        needed = self._read() if self._needed is None else self._needed
        return not any(runs.isdisjoint(text.runs) for runs in needed)

    # Both are called hundreds of times a sentence: what ``may_be_in`` asks is written out there.

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match, or ``None``."""
        if type(text) is Text:
            held, needed = text.runs, self._needed
            for runs in self._read() if needed is None else needed:
                if runs.isdisjoint(held):
                    return None
        return (self._compiled or self._compile()).search(text, pos, endpos)

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches, one after another."""
        if type(text) is Text:
            held, needed = text.runs, self._needed
            for runs in self._read() if needed is None else needed:
                if runs.isdisjoint(held):
                    return _NO_MATCHES
        return (self._compiled or self._compile()).finditer(text, pos, endpos)

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]:
        """Return the groups of all matches."""
        return (self._compiled or self._compile()).findall(text, pos, endpos)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at a position."""
        return (self._compiled or self._compile()).match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """Match a whole text."""
        return (self._compiled or self._compile()).fullmatch

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Replace matches."""
        return (self._compiled or self._compile()).sub(repl, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        """Split at matches."""
        return (self._compiled or self._compile()).split(text, maxsplit)


def _rare(sets: list[Runs]) -> list[Runs]:
    """Return the sets that tell most, best first: those of which one is seldom there."""
    kept = [one for one in dict.fromkeys(sets) if 0 < len(one) <= _MOST_ALTERNATIVES]
    return sorted(kept, key=lambda one: sum(map(_frequency, one)))[:3]


def _needed(tree: Tree) -> list[Runs]:
    """Return what every match of a sequence needs."""
    found: list[Runs] = []
    letters: list[str] = []

    def end() -> None:
        if run := _rarest("".join(letters)):
            found.append(frozenset({run}))
        letters.clear()

    for code, value in tree:
        if code is CODES.LITERAL:
            letters.append(chr(value))
            continue
        if code is CODES.AT:
            # A boundary takes no letter, and parts none.
            continue
        one = _of_one(value) if code is CODES.IN else None
        if one is not None:
            letters.append(one)
            continue
        end()
        found += _inside(code, value)
    end()
    return found


def _of_one(members: Tree) -> str | None:
    """Return the letter that a class such as ``[Dd]`` means whatever its case."""
    letters = {_folded(chr(value)) for code, value in members if code is CODES.LITERAL}
    is_plain = all(code is CODES.LITERAL for code, _ in members)
    return letters.pop() if is_plain and len(letters) == 1 else None


def _inside(code: Tree, value: Tree) -> list[Runs]:
    if code is CODES.SUBPATTERN:
        return _needed(value[-1])
    if code is CODES.ATOMIC_GROUP:
        return _needed(value)
    if code in REPEATS:
        return _needed(value[2]) if value[0] else []
    if code is CODES.BRANCH:
        return _of_branches(value[1])
    return []


def _of_branches(branches: Tree) -> list[Runs]:
    """Return the set of which each branch brings one, if each brings any."""
    best = [_rare(_needed(branch))[:1] for branch in branches]
    if not all(best):
        return []
    return [frozenset().union(*(one[0] for one in best))]


def _rarest(letters: str) -> str:
    """Return the run of at most five letters of a word that fewest other words have."""
    low = _folded(letters)
    size = next((size for size in _SIZES if size <= len(low)), 0)
    if not size:
        return ""
    return min((low[at : at + size] for at in range(len(low) - size + 1)), key=_frequency)


@cache
def _frequency(run: str) -> float:
    """Return roughly how often a run stands in a sentence."""
    if "⟨" in run:
        return 0.5
    return 200 * math.prod(_SHARES.get(letter, 0.01) for letter in run)
