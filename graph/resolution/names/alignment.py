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
_ABDUL = Word("abdul", "name", letters=frozenset("a"))


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
    ways = _ways(left, right, lexicon)
    return _cheapest(left, right, ways) if ways else Alignment((), left, right)


class _Way(NamedTuple):
    """A step on through both names: words that answer one another, or one that stands alone.

    Attributes:
        left: Words of the left name that it takes.
        right: Words of the right name.
        price: What it costs.
        link: Why they answer one another; ``None`` where a word stands alone.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    price: float
    link: Link | None = None


# By the places in both names.
_Ways = dict[tuple[int, int], list[_Way]]
_Steps = dict[tuple[int, int], tuple[float, _Way | None]]


def _ways(left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon) -> _Ways:
    """Find all words that may answer one another; what pairs most plainly stands first."""
    ways: _Ways = {}
    for i, one in enumerate(left):
        two_left = left[i : i + 2]
        for j, other in enumerate(right):
            two_right = right[j : j + 2]
            found = (
                _answer((one,), (other,), link(one, other)),
                _answer(two_left, (other,), _join(two_left, other, lexicon)),
                _answer((one,), two_right, _join(two_right, one, lexicon)),
            )
            if found != _NOTHING:
                ways[i, j] = [way for way in found if way is not None]
    return ways


_NOTHING = (None, None, None)


def _answer(
    left: tuple[Word, ...], right: tuple[Word, ...], why: Link | None
) -> _Way | None:
    if why is None:
        return None
    rarity = max([word.bits for word in left + right])
    return _Way(left, right, why.penalty - _RARER * rarity, why)


def _cheapest(left: tuple[Word, ...], right: tuple[Word, ...], ways: _Ways) -> Alignment:
    """Choose among the ways, from the ends of both names backwards."""
    left_alone = [_Way((word,), (), _ALONE[word.kind]) for word in left]
    right_alone = [_Way((), (word,), _ALONE[word.kind]) for word in right]
    steps: _Steps = {}
    for i in range(len(left), -1, -1):
        for j in range(len(right), -1, -1):
            options = [*ways.get((i, j), ()), *left_alone[i : i + 1], *right_alone[j : j + 1]]
            best: tuple[float, _Way | None] = (0.0, None)
            for way in options:
                cost = way.price + steps[i + len(way.left), j + len(way.right)][0]
                # Of options that cost the same, the first.
                if best[1] is None or cost < best[0]:
                    best = (cost, way)
            steps[i, j] = best
    return _follow(steps)


def _follow(steps: _Steps) -> Alignment:
    """Walk from the start of both names to their ends."""
    pairings: list[Pairing] = []
    only_left: list[Word] = []
    only_right: list[Word] = []
    i = j = 0
    while (way := steps[i, j][1]) is not None:
        if way.link is not None:
            pairings.append(Pairing(way.left, way.right, way.link))
        else:
            only_left.extend(way.left)
            only_right.extend(way.right)
        i, j = i + len(way.left), j + len(way.right)
    return Alignment(tuple(pairings), tuple(only_left), tuple(only_right))


def _join(two: tuple[Word, ...], whole: Word, lexicon: Lexicon) -> Link | None:
    """Tell whether two words are the two halves of a third."""
    if len(two) < 2 or whole.kind != "name":
        return None
    first, second = two
    if whole.stem is not None:
        return _join_abdul(first, second, whole.stem)
    if second.kind != "name":
        return None
    if first.kind == "initial" and not first.is_dotted:
        # Chinese names: "A Kiong" is Akiong; with a dot it would be an initial.
        return JOINED if first.text + second.text == whole.text else None
    if first.kind != "name" or len(whole.text) < 5:
        return None
    return JOINED if _is_joined(first.text, second.text, whole.text, lexicon) else None


def _join_abdul(first: Word, second: Word, stem: Word) -> Link | None:
    # "A. Rahman" for "Abdul Rahman".
    if first.kind == "initial" and first.text == "a" and second.is_full:
        return link(second, stem) and link(first, _ABDUL)
    return None


def _is_joined(first: str, second: str, whole: str, lexicon: Lexicon) -> bool:
    target = lexicon.identify(whole.replace(" ", ""))
    if not lexicon.may_begin(target, first):
        return False
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
