"""Laying two names side by side: which word answers which, in order, with joins.

A dynamic programme over the two word lists. Words may answer one another, two words may be
one on the other side ("Nur Hidayah", "Nurhidayah"), or a word may stand alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from graph.resolution.names.lexicon import Identity, Lexicon, share_identity
from graph.resolution.names.words import IDENTICAL, JOINED, SPELLING, Link, Word, link


class Pairing(msgspec.Struct, frozen=True, gc=False):
    """Words of the left name that answer words of the right name, and why.

    Attributes:
        left: One word, or two that are one on the other side.
        right: The same of the right name.
        link: Why they answer one another.
        bits: Rarity of the rarest word.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    link: Link
    bits: float

    @property
    def is_full(self) -> bool:
        """Whether a name stands on either side, neither initial, particle, nor a Muhammad."""
        # Where two words answer one, that one is a name.
        return self.left[0].kind == "name" or self.right[0].kind == "name"


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
# Of two alignments that cost the same, the one of rarer words, and of those the one of longer
# words: whichever name is on the left.
_RARER = 1e-6
_LONGER = 1e-9
# Two words that are written as one lose letters that they share, and digraphs.
_LETTERS_LOST = 5
_ABDUL = Word("abdul", "name")


def align(left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon) -> Alignment:
    """Lay two names side by side at the lowest cost; O(n · m) links.

    Words that plainly agree at either end are set aside first: what is left between them is
    mostly nothing, or one word against another, and needs no table.
    """
    is_even = len(left) == len(right)
    before, why = _plain_pairings(left, right, is_even=is_even)
    if before:
        left, right = left[len(before) :], right[len(before) :]
    if not left or not right:
        return Alignment(tuple(before), left, right)
    after: list[Pairing] = []
    # Of names of one length, the first words that are left are known not to agree plainly.
    if not is_even or len(left) > 1:
        end = 0 if is_even else None
        after, _ = _plain_pairings(left[:end:-1], right[:end:-1], is_even=is_even)
    if after:
        left, right = left[: -len(after)], right[: -len(after)]
    middle = _middle(left, right, why, lexicon)
    if not before and not after:
        return middle
    pairings = (*before, *middle.pairings, *reversed(after))
    return Alignment(pairings, middle.only_left, middle.only_right)


def _plain_pairings(
    left: Sequence[Word], right: Sequence[Word], *, is_even: bool
) -> tuple[list[Pairing], Link | None]:
    """Pair words, from the first on, for as long as they agree beyond doubt.

    Where one side has a word more, a spelling may be half of what it seems to answer:
    "Lumbantobing" is "Tobing", but beside "Lumban Tobing" it is both words.

    Returns:
        The pairings, and of names of one length how the two words behind them are linked.
    """
    found: list[Pairing] = []
    why: Link | None = None
    for one, other in zip(left, right, strict=False):
        if one is other:
            alone = (one,)
            found.append(Pairing(alone, alone, IDENTICAL, one.bits))
            continue
        if is_even or one.text == other.text:
            why = link(one, other)
        else:
            break
        if why is not IDENTICAL and (why is not SPELLING or not is_even):
            break
        found.append(Pairing((one,), (other,), why, max(one.bits, other.bits)))
    return found, why


def _pairing(left: tuple[Word, ...], right: tuple[Word, ...], why: Link) -> Pairing:
    bits = 0.0
    for word in left + right:
        bits = max(bits, word.bits)
    return Pairing(left, right, why, bits)


def _middle(
    left: tuple[Word, ...], right: tuple[Word, ...], why: Link | None, lexicon: Lexicon
) -> Alignment:
    if len(left) == len(right) == 1:
        if why is None:
            return Alignment((), left, right)
        return Alignment((_pairing(left, right, why),), (), ())
    ways = _ways(left, right, lexicon)
    return _cheapest(left, right, ways) if ways else Alignment((), left, right)


_Place = tuple[int, int]
"""How many words of the left and of the right name lie behind."""


class _Way(NamedTuple):
    """A step on through both names, over words that answer one another."""

    to: _Place
    price: float
    pairing: Pairing


_Ways = dict[_Place, list[_Way]]


def _ways(left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon) -> _Ways:
    """Find all words that may answer one another; what pairs most plainly stands first."""
    ways: _Ways = {}
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            why = link(one, other)
            if why is not None:
                _add(ways, i, j, _pairing((one,), (other,), why))
            if one.head != other.head and one.heads and other.heads:
                continue  # Neither is the first half of the other.
            if i + 1 < len(left) and _may_begin(one, other, lexicon):
                why = _join(one, left[i + 1], other, lexicon)
                if why is not None:
                    _add(ways, i, j, _pairing(left[i : i + 2], (other,), why))
            if j + 1 < len(right) and _may_begin(other, one, lexicon):
                why = _join(other, right[j + 1], one, lexicon)
                if why is not None:
                    _add(ways, i, j, _pairing((one,), right[j : j + 2], why))
    return ways


def _add(ways: _Ways, i: int, j: int, pairing: Pairing) -> None:
    to = (i + len(pairing.left), j + len(pairing.right))
    price = pairing.link.penalty - _RARER * pairing.bits - _LONGER * _letters(pairing)
    ways.setdefault((i, j), []).append(_Way(to, price, pairing))


def _letters(pairing: Pairing) -> int:
    return sum([len(word.text) for word in pairing.left + pairing.right])


def _cheapest(left: tuple[Word, ...], right: tuple[Word, ...], ways: _Ways) -> Alignment:
    """Choose among the ways, from the ends of both names backwards."""
    costs: dict[_Place, float] = {(len(left), len(right)): 0.0}
    chosen: dict[_Place, _Way | _Place] = {}
    for i in range(len(left), -1, -1):
        for j in range(len(right), -1, -1):
            here = (i, j)
            cheapest = costs.get(here, math.inf)
            # Of options that cost the same, the first.
            for way in ways.get(here, ()):
                cost = way.price + costs[way.to]
                if cost < cheapest:
                    cheapest, chosen[here] = cost, way
            if i < len(left):
                cost = _ALONE[left[i].kind] + costs[i + 1, j]
                if cost < cheapest:
                    cheapest, chosen[here] = cost, (i + 1, j)
            if j < len(right):
                cost = _ALONE[right[j].kind] + costs[i, j + 1]
                if cost < cheapest:
                    cheapest, chosen[here] = cost, (i, j + 1)
            costs[here] = cheapest
    return _follow(chosen, left, right)


def _follow(
    chosen: dict[_Place, _Way | _Place], left: tuple[Word, ...], right: tuple[Word, ...]
) -> Alignment:
    """Walk from the start of both names to their ends."""
    pairings: list[Pairing] = []
    only_left: list[Word] = []
    only_right: list[Word] = []
    here = (0, 0)
    while here in chosen:
        step = chosen[here]
        if isinstance(step, _Way):
            pairings.append(step.pairing)
            here = step.to
            continue
        only_left.extend(left[here[0] : step[0]])
        only_right.extend(right[here[1] : step[1]])
        here = step
    return Alignment(tuple(pairings), tuple(only_left), tuple(only_right))


def _may_begin(first: Word, whole: Word, lexicon: Lexicon) -> bool:
    """Tell by how it begins whether a word may be the first half of another; few may."""
    if whole.heads:
        return not first.head or first.head == whole.head
    return first.head in lexicon.heads_of(whole.text)


def _join(first: Word, second: Word, whole: Word, lexicon: Lexicon) -> Link | None:
    if whole.stem is not None:
        return _join_abdul(first, second, whole.stem)
    if second.kind != "name" or whole.kind != "name":
        return None
    joined, size = first.text + second.text, len(whole.text)
    if first.kind == "initial" and not first.is_dotted:
        # Chinese names: "A Kiong" is Akiong; with a dot it would be an initial.
        return JOINED if joined == whole.text else None
    if first.kind != "name" or not 5 <= size >= len(joined) - _LETTERS_LOST:
        return None
    is_joined = joined == whole.text or _is_joined(first.text, second.text, whole.text, lexicon)
    return JOINED if is_joined else None


def _join_abdul(first: Word, second: Word, stem: Word) -> Link | None:
    # "A. Rahman" for "Abdul Rahman".
    if first.kind == "initial" and first.text == "a" and second.is_full:
        return link(second, stem) and link(first, _ABDUL)
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
