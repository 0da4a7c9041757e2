"""Laying two names side by side: which word answers which, in order, with joins.

A dynamic programme over the two word lists. Words may answer one another, two words may be
one on the other side ("Nur Hidayah", "Nurhidayah"), or a word may stand alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from graph.resolution.names.lexicon import Lexicon, share_identity
from graph.resolution.names.words import IDENTICAL, JOINED, Link, Word, link

Linker = Callable[[Word, Word], Link | None]


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


def align(
    left: Sequence[Word], right: Sequence[Word], lexicon: Lexicon, linker: Linker = link
) -> Alignment:
    """Lay two names side by side at the lowest cost; O(n · m) links.

    Words that plainly agree at either end are set aside first: what is left between them is
    mostly nothing, or one word against another, and needs no table.
    """
    start = 0
    end_left, end_right = len(left), len(right)
    before: list[Pairing] = []
    while start < end_left and start < end_right:
        found = _plain(left[start], right[start], linker)
        if found is None:
            break
        before.append(found)
        start += 1
    after: list[Pairing] = []
    while end_left > start and end_right > start:
        found = _plain(left[end_left - 1], right[end_right - 1], linker)
        if found is None:
            break
        after.append(found)
        end_left, end_right = end_left - 1, end_right - 1
    middle = _middle(tuple(left[start:end_left]), tuple(right[start:end_right]), lexicon, linker)
    if not before and not after:
        return middle
    pairings = (*before, *middle.pairings, *reversed(after))
    return Alignment(pairings, middle.only_left, middle.only_right)


def _plain(left: Word, right: Word, linker: Linker) -> Pairing | None:
    """Pair two words that agree beyond doubt."""
    found = IDENTICAL if left is right else linker(left, right)
    if found is None or found.kind not in ("identical", "spelling"):
        return None
    return Pairing((left,), (right,), found)


def _middle(
    left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon, linker: Linker
) -> Alignment:
    if not left or not right:
        return Alignment((), left, right)
    if len(left) == 1 and len(right) == 1:
        found = linker(left[0], right[0])
        if found is None:
            return Alignment((), left, right)
        return Alignment((Pairing(left, right, found),), (), ())
    return _Table(left, right, lexicon, linker).best()


class _Table:
    """Costs of aligning the words from (i, j) on, filled in as asked for."""

    def __init__(
        self, left: tuple[Word, ...], right: tuple[Word, ...], lexicon: Lexicon, linker: Linker
    ) -> None:
        self._left = left
        self._right = right
        self._lexicon = lexicon
        self._linker = linker
        self._known: dict[tuple[int, int], tuple[float, Pairing | None, int, int]] = {}

    def best(self) -> Alignment:
        pairings: list[Pairing] = []
        only_left: list[Word] = []
        only_right: list[Word] = []
        i = j = 0
        while i < len(self._left) or j < len(self._right):
            _, pairing, next_i, next_j = self._cost(i, j)
            if pairing is not None:
                pairings.append(pairing)
            else:
                only_left.extend(self._left[i:next_i])
                only_right.extend(self._right[j:next_j])
            i, j = next_i, next_j
        return Alignment(tuple(pairings), tuple(only_left), tuple(only_right))

    def _cost(self, i: int, j: int) -> tuple[float, Pairing | None, int, int]:
        found = self._known.get((i, j))
        if found is None:
            found = min(self._moves(i, j), key=lambda move: move[0], default=(0.0, None, i, j))
            self._known[i, j] = found
        return found

    def _moves(self, i: int, j: int) -> list[tuple[float, Pairing | None, int, int]]:
        moves: list[tuple[float, Pairing | None, int, int]] = []
        for taken_left, taken_right in ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1)):
            end_i, end_j = i + taken_left, j + taken_right
            if end_i > len(self._left) or end_j > len(self._right):
                continue
            left, right = self._left[i:end_i], self._right[j:end_j]
            pairing = self._pair(left, right)
            if pairing is not None:
                cost = pairing.link.penalty - _RARER * max(w.bits for w in (*left, *right))
            elif taken_left and taken_right:
                continue
            else:
                cost = _ALONE[(left or right)[0].kind]
            moves.append((cost + self._cost(end_i, end_j)[0], pairing, end_i, end_j))
        return moves

    def _pair(self, left: tuple[Word, ...], right: tuple[Word, ...]) -> Pairing | None:
        if not left or not right:
            return None
        if len(left) == 1 and len(right) == 1:
            found = self._linker(left[0], right[0])
        elif len(left) == 2:
            found = _join(left[0], left[1], right[0], self._lexicon)
        else:
            found = _join(right[0], right[1], left[0], self._lexicon)
        return None if found is None else Pairing(left, right, found)


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
    first, second, whole = (text.replace(" ", "") for text in (first, second, whole))
    return _joins(first, second, whole, lexicon)


@lru_cache(maxsize=16_384)
def _joins(first: str, second: str, whole: str, lexicon: Lexicon) -> bool:
    """Tell whether two words written as one give a third.

    "Wahyuni Ningsih" is "Wahyuningsih": letters that end one word and begin the next may be
    written once.
    """
    target = lexicon.identify(whole)
    candidates = [first + second]
    candidates += [
        first + second[size:]
        for size in (1, 2, 3)
        if first[-size:] == second[:size] and size < len(second)
    ]
    return any(
        lexicon.identify(candidate).keys == target.keys
        or share_identity(lexicon.identify(candidate), target)
        for candidate in candidates
    )
