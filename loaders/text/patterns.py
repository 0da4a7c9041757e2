"""Patterns that ask first whether a text can hold them at all.

A sentence is tried by well over a thousand patterns, of which a handful match. Each pattern knows
runs of letters without which it cannot match; a :class:`Text` knows the runs that it has. Where
none of those needed is there, nothing is searched. This is the index of code search (Cox, "Regular
Expression Matching with a Trigram Index", 2012) turned round. Owns compiling, which waits until a
text first passes. Refuses nothing: what cannot be told from the pattern is searched for.
"""

from __future__ import annotations

import importlib
import math
import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Self, TypeAlias

# The one parser that surely reads patterns as ``re`` does; of its tree only what is known is used.
_PARSER: Any = importlib.import_module("re._parser")
_CODES: Any = importlib.import_module("re._constants")
_SIZES = (5, 4, 3)
_MOST_ALTERNATIVES = 160
# Indonesian letters from common to rare: of a word, the run of its rarest letters tells most.
_SHARES = {letter: 0.2 * 0.83**rank for rank, letter in enumerate("aneitkdursmglpbhoyjcwfvzqx")}
# What ``re`` takes for one letter when case is ignored, though folding keeps it apart.
_FOLD = str.maketrans({"ı": "i", "İ": "i"})

_Tree: TypeAlias = Any
"""What the parser makes of a pattern, and parts of it; it has no types."""
Runs: TypeAlias = frozenset[str]
"""Alternatives of which one must be there."""


class Text(str):
    """A text that knows which runs of letters it has, case ignored.

    Attributes:
        runs: All its runs of three to five letters.
    """

    __slots__ = ("runs",)
    runs: Runs

    def __new__(cls, value: str) -> Self:
        """Read the runs of a string."""
        made = super().__new__(cls, value)
        low = _folded(value)
        # A list is made faster than its parts are handed over one by one.
        sized = ([low[at : at + size] for at in range(len(low) - size + 1)] for size in _SIZES)
        made.runs = frozenset().union(*sized)
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
        self.pattern = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as ``re`` compiles it."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def needed(self) -> tuple[Runs, ...]:
        """Sets of runs; of each at least one stands in every text that matches."""
        tree = _PARSER.parse(self.pattern, self._flags)
        return tuple(_rare(_needed(tree)))

    def may_be_in(self, text: str) -> bool:
        """Whether the text has all that a match needs; of plain strings nothing is known."""
        if type(text) is not Text:
            return True
        held = text.runs
        for runs in self.needed:  # noqa: SIM110 - twice as fast as all()
            if runs.isdisjoint(held):
                return False
        return True

    def made(self, found: re.Match[str]) -> bool:
        """Whether a match is of this pattern."""
        return found.re is self.compiled

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match, or ``None``."""
        return self.compiled.search(text, pos, endpos) if self.may_be_in(text) else None

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches, one after another."""
        return self.compiled.finditer(text, pos, endpos) if self.may_be_in(text) else iter(())

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]:
        """Return the groups of all matches."""
        return self.compiled.findall(text, pos, endpos)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at a position."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """Match a whole text."""
        return self.compiled.fullmatch

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Replace matches."""
        return self.compiled.sub(repl, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        """Split at matches."""
        return self.compiled.split(text, maxsplit)


def _rare(sets: list[Runs]) -> list[Runs]:
    """Return the sets that tell most, best first: those of which one is seldom there."""
    kept = [one for one in dict.fromkeys(sets) if 0 < len(one) <= _MOST_ALTERNATIVES]
    return sorted(kept, key=lambda one: sum(map(_frequency, one)))[:3]


def _needed(tree: _Tree) -> list[Runs]:
    """Return what every match of a sequence needs."""
    found: list[Runs] = []
    letters: list[str] = []

    def end() -> None:
        if run := _rarest("".join(letters)):
            found.append(frozenset({run}))
        letters.clear()

    for code, value in tree:
        if code is _CODES.LITERAL:
            letters.append(chr(value))
            continue
        if code is _CODES.AT:
            # A boundary takes no letter, and parts none.
            continue
        one = _of_one(value) if code is _CODES.IN else None
        if one is not None:
            letters.append(one)
            continue
        end()
        found += _inside(code, value)
    end()
    return found


def _of_one(members: _Tree) -> str | None:
    """Return the letter that a class such as ``[Dd]`` means whatever its case."""
    letters = {_folded(chr(value)) for code, value in members if code is _CODES.LITERAL}
    is_plain = all(code is _CODES.LITERAL for code, _ in members)
    return letters.pop() if is_plain and len(letters) == 1 else None


def _inside(code: _Tree, value: _Tree) -> list[Runs]:
    if code is _CODES.SUBPATTERN:
        return _needed(value[-1])
    if code is _CODES.ATOMIC_GROUP:
        return _needed(value)
    if code in (_CODES.MAX_REPEAT, _CODES.MIN_REPEAT, _CODES.POSSESSIVE_REPEAT):
        return _needed(value[2]) if value[0] else []
    if code is _CODES.BRANCH:
        return _of_branches(value[1])
    return []


def _of_branches(branches: _Tree) -> list[Runs]:
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


def _frequency(run: str) -> float:
    """Return roughly how often a run stands in a sentence."""
    if "⟨" in run:
        return 0.5
    return 200 * math.prod(_SHARES.get(letter, 0.01) for letter in run)
