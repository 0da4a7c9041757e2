"""Laying two names side by side: which word answers which, in order, with joins.

A dynamic programme over the two word lists. Words may answer one another, two words may be
one on the other side ("Nur Hidayah", "Nurhidayah"), or a word may stand alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import msgspec

from graph.resolution.names.lexicon import Identity, Lexicon, share_identity
from graph.resolution.names.words import IDENTICAL, JOINED, SPELLING, Link, Word, link


class Pairing(msgspec.Struct, frozen=True, gc=False):
    """Words of the left name that answer words of the right name, and why."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    link: Link


class Alignment(msgspec.Struct, frozen=True, gc=False):
    """Two names side by side.

    Attributes:
        pairings: What answers what, in order.
        only_left: Words of the left name that nothing answers.
        only_right: Words of the right name that nothing answers.
    """

    pairings: tuple[Pairing, ...]
    only_left: tuple[Word, ...]
    only_right: tuple[Word, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every word is answered."""
        return not self.only_left and not self.only_right


# What leaving a word alone costs while aligning; only the order of alternatives matters here.
_ALONE = {"name": 0.5, "initial": 0.3, "muhammad": 0.2, "particle": 0.1}
# Of two alignments that cost the same, the one of rarer words: whichever name is on the left.
_RARER = 1e-6


def align(left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon) -> Alignment:
    """Lay two names side by side at the lowest cost; O(n · m) links.

    Words that plainly agree at either end are set aside first: what is left between them is
    mostly nothing, or one word against another, and needs no table.
    """
    before = _plain_pairings(left, right)
    left, right = left[len(before) :], right[len(before) :]
    if not left or not right:
        return Alignment(tuple(before), left, right)
    after = _plain_pairings(left[::-1], right[::-1])
    if after:
        left, right = left[: -len(after)], right[: -len(after)]
    middle = _middle(left, right, lexicon)
    if not before and not after:
        return middle
    pairings = (*before, *middle.pairings, *reversed(after))
    return Alignment(pairings, middle.only_left, middle.only_right)


def _plain_pairings(left: tuple[Word, ...], right: tuple[Word, ...]) -> list[Pairing]:
    """Pair words, from the first on, for as long as they agree beyond doubt."""
    found: list[Pairing] = []
    for one, other in zip(left, right, strict=False):
        between = IDENTICAL if one is other else link(one, other)
        if between is not IDENTICAL and between is not SPELLING:
            break
        found.append(Pairing((one,), (other,), between))
    return found


def _middle(left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon) -> Alignment:
    if not left or not right:
        return Alignment((), left, right)
    if len(left) == 1 and len(right) == 1:
        found = link(left[0], right[0])
        if found is None:
            return Alignment((), left, right)
        return Alignment((Pairing(left, right, found),), (), ())
    return _Table(left, right, lexicon).best()


class _Step(NamedTuple):
    """The cheapest way on from a place in both names: what is taken there, and what it costs.

    Attributes:
        cost: Of everything from here to the end of both names.
        left: How many words of the left name are taken.
        right: How many of the right name.
        link: Why they answer one another; ``None`` where a word stands alone.
    """

    cost: float
    left: int = 0
    right: int = 0
    link: Link | None = None


_END = _Step(0.0)
# How many words are taken on either side; what pairs most plainly is tried last, and stays.
_PAIRED = ((1, 2), (2, 1), (1, 1))


class _Table:
    """The cheapest step from every place in two names, found from their ends backwards."""

    def __init__(self, left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon) -> None:
        self._left, self._right, self._lexicon = left, right, lexicon
        self._steps = [[_END] * (len(right) + 1) for _ in range(len(left) + 1)]
        columns = range(len(right) - 1, -1, -1)
        for j in columns:
            self._steps[-1][j] = self._alone_right(len(left), j)
        for i in range(len(left) - 1, -1, -1):
            self._steps[i][-1] = self._alone_left(i, len(right))
            for j in columns:
                self._steps[i][j] = self._cheapest(i, j)

    def best(self) -> Alignment:
        """Walk from the start of both names to their ends."""
        pairings: list[Pairing] = []
        only_left: list[Word] = []
        only_right: list[Word] = []
        i = j = 0
        while i < len(self._left) or j < len(self._right):
            step = self._steps[i][j]
            left, right = self._left[i : i + step.left], self._right[j : j + step.right]
            if step.link is not None:
                pairings.append(Pairing(left, right, step.link))
            else:
                only_left.extend(left)
                only_right.extend(right)
            i, j = i + step.left, j + step.right
        return Alignment(tuple(pairings), tuple(only_left), tuple(only_right))

    def _alone_left(self, i: int, j: int) -> _Step:
        return _Step(_ALONE[self._left[i].kind] + self._steps[i + 1][j].cost, 1, 0)

    def _alone_right(self, i: int, j: int) -> _Step:
        return _Step(_ALONE[self._right[j].kind] + self._steps[i][j + 1].cost, 0, 1)

    def _cheapest(self, i: int, j: int) -> _Step:
        """Choose a step; of those that cost the same, the one that pairs most plainly."""
        best, other = self._alone_left(i, j), self._alone_right(i, j)
        if other.cost < best.cost:
            best = other
        for taken_left, taken_right in _PAIRED:
            left, right = self._left[i : i + taken_left], self._right[j : j + taken_right]
            if len(left) < taken_left or len(right) < taken_right:
                continue
            found = _link(left, right, self._lexicon)
            if found is not None:
                cost = found.penalty - _RARER * max([w.bits for w in left + right])
                cost += self._steps[i + taken_left][j + taken_right].cost
                if cost <= best.cost:
                    best = _Step(cost, taken_left, taken_right, found)
        return best


def _link(left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon) -> Link | None:
    if len(left) == len(right):
        return link(left[0], right[0])
    if len(left) == 2:
        return _join(left[0], left[1], right[0], lexicon)
    return _join(right[0], right[1], left[0], lexicon)


def _join(first: Word, second: Word, whole: Word, lexicon: Lexicon) -> Link | None:
    if whole.kind != "name":
        return None
    if whole.stem is not None:
        return _join_abdul(first, second, whole.stem)
    if first.kind == "initial" and not first.is_dotted and second.is_full:
        # Chinese names: "A Kiong" is Akiong; with a dot it would be an initial.
        return JOINED if first.text + second.text == whole.text else None
    if not (first.is_full and second.is_full) or len(whole.text) < 5:
        return None
    return JOINED if _is_joined(first.text, second.text, whole.text, lexicon) else None


def _join_abdul(first: Word, second: Word, stem: Word) -> Link | None:
    # "A. Rahman" for "Abdul Rahman".
    if first.kind == "initial" and first.text == "a" and second.is_full:
        return link(second, stem) and link(first, Word("abdul", "name", letters=frozenset("a")))
    return None


def _is_joined(first: str, second: str, whole: str, lexicon: Lexicon) -> bool:
    target = lexicon.identify(whole.replace(" ", ""))
    for found in _joined(first.replace(" ", ""), second.replace(" ", ""), lexicon):
        if found.keys == target.keys or share_identity(found, target):
            return True
    return False


@lru_cache(maxsize=65_536)
def _joined(first: str, second: str, lexicon: Lexicon) -> tuple[Identity, ...]:
    """Return what two words may stand for once they are written as one.

    "Wahyuni Ningsih" is "Wahyuningsih": letters that end one word and begin the next may be
    written once.
    """
    candidates = [first + second]
    candidates += [
        first + second[size:]
        for size in (1, 2, 3)
        if first[-size:] == second[:size] and size < len(second)
    ]
    return tuple(map(lexicon.identify, candidates))
