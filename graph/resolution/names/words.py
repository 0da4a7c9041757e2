"""One word of a name, and how two words compare.

A comparison of words ends in a :class:`Link`: why the two may be one word, and what that
costs. No link means that they are two different words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec
from rapidfuzz.distance import OSA

from graph.resolution.names.lexicon import Identity, share_identity
from graph.resolution.names.orthography import head
from graph.resolution.names.vocabulary import particles

WordKind = Literal["name", "initial", "muhammad", "particle"]
LinkKind = Literal["identical", "spelling", "initial", "abbreviation", "typo", "joined"]


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a name.

    Attributes:
        text: Lower case, without accents or dots.
        kind: ``muhammad`` stands apart because so many bear it and so many abbreviate it.
        identities: What it may stand for; several for abbreviations such as "Md.".
        is_dotted: Whether the source wrote a dot behind it, as behind abbreviations.
        stem: For "Abdul Rahman", which is one name: the word after "Abdul".
        bits: Rarity; 0 for initials and particles.
        listed: Id of the listed name that it is beyond doubt; empty where that is not so.
        head: How it begins; see :func:`graph.resolution.names.orthography.head`.
        heads: How a name that may be the same begins; empty where that cannot be said.
        readings: Keys of its identity, the first of them first, and its id; empty where it has
            several identities, or none.
    """

    text: str
    kind: WordKind
    identities: tuple[Identity, ...] = ()
    is_dotted: bool = False
    stem: Word | None = None
    bits: float = 0.0
    listed: str = ""
    head: str = ""
    heads: str = ""
    readings: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether it is a name by itself: neither initial, particle, nor a Muhammad."""
        return self.kind == "name"

    @property
    def letters(self) -> frozenset[str]:
        """First letters of every reading, which initials may stand for."""
        letters = {self.text[:1]}
        for identity in self.identities:
            letters.update((identity.id[:1], *(reading[:1] for reading in identity.keys)))
        return frozenset(letters)


class Link(msgspec.Struct, frozen=True, gc=False):
    """Why two words may be one, and what that costs."""

    kind: LinkKind
    penalty: float


IDENTICAL = Link("identical", 0.0)
SPELLING = Link("spelling", 0.02)
JOINED = Link("joined", 0.02)
ABBREVIATION = Link("abbreviation", 0.05)
INITIAL = Link("initial", 0.06)
# Below the price of two unmatched words, above every spelling rule.
TYPO = Link("typo", 0.12)
# As likely another name as a slip: Darsono, Dartono, Daryono are three. Somebody has to look.
DOUBTFUL = Link("typo", 0.25)
# Indonesian names are built of short parts that differ in one letter. One letter in place of
# another, or one letter more, is a slip beyond doubt only in words longer than these.
_LONG_ENOUGH = {"substitution": 9, "insertion": 7}
_VOWELS = frozenset("aeiou")


def make_word(
    text: str,
    kind: WordKind,
    identities: tuple[Identity, ...] = (),
    *,
    is_dotted: bool = False,
    stem: Word | None = None,
) -> Word:
    """Build a word; works out its rarity and what it is compared by."""
    if kind == "name" and len(identities) == 1:
        return name_word(text, identities[0], is_dotted=is_dotted, stem=stem)
    bits = min([identity.bits for identity in identities], default=0.0)
    return Word(text, kind, identities, is_dotted, stem, bits, "", head(text))


def name_word(
    text: str, identity: Identity, *, is_dotted: bool = False, stem: Word | None = None
) -> Word:
    """Build a word that is a name and stands for one thing, as nearly all words do."""
    only = (identity,)
    bits, keys, first = identity.bits, identity.keys, head(text)
    heads = identity.heads if identity.heads[:1] == first else ""
    if identity.is_known:
        name = identity.id
        readings = keys if name in keys else (*keys, name)
        return Word(text, "name", only, is_dotted, stem, bits, name, first, heads, readings)
    return Word(text, "name", only, is_dotted, stem, bits, "", first, heads, keys)


def link(left: Word, right: Word) -> Link | None:
    """Compare two words of names.

    Returns:
        Why they may be one word, or ``None`` where they are two words.
    """
    if left.heads and right.heads and not (left.head in right.heads and right.head in left.heads):
        return None
    if left.text == right.text:
        # An initial agrees with itself as any word does; beside a particle ("I.") it may be that.
        return IDENTICAL if (left.kind == "initial") == (right.kind == "initial") else INITIAL
    if left.kind == "name" and right.kind == "name":
        return _link_names(left, right)
    if left.kind == "initial" or right.kind == "initial":
        return _link_initial(left, right)
    if left.kind == "particle" or right.kind == "particle":
        return _link_particle(left, right)
    return SPELLING if left.kind == right.kind or _share_reading(left, right) else None


def _link_names(left: Word, right: Word) -> Link | None:
    are_listed = left.listed and right.listed
    if left.listed == right.listed if are_listed else _share_reading(left, right):
        return SPELLING
    if (left.is_dotted and _abbreviates(left, right)) or (
        right.is_dotted and _abbreviates(right, left)
    ):
        return ABBREVIATION
    return None if are_listed else _link_typo(left, right)


def _share_reading(left: Word, right: Word) -> bool:
    if left.readings and right.readings and not (left.listed and right.listed):
        for reading in left.readings:  # noqa: SIM110  # a generator costs three times as much
            if reading in right.readings:
                return True
        return False
    for one in left.identities:
        for other in right.identities:
            if share_identity(one, other):
                return True
    return False


def _link_initial(left: Word, right: Word) -> Link | None:
    if left.letters & right.letters:
        both = left.kind == right.kind
        # "M." is Muhammad before it is anything else.
        return SPELLING if "muhammad" in (left.kind, right.kind) and not both else INITIAL
    return None


def _link_particle(left: Word, right: Word) -> Link | None:
    if left.kind == right.kind:
        return None
    particle, other = (left, right) if left.kind == "particle" else (right, left)
    # "R." and "I." may be initials as well as particles.
    if len(particle.text) == 1 and particle.text in other.letters:
        return INITIAL
    return SPELLING if _share_reading(particle, other) else None


def _abbreviates(short: Word, long: Word) -> bool:
    text = short.text
    if not 2 <= len(text) < len(long.text) or text[0] != long.text[0]:
        return False
    return long.text.startswith(text) or (len(text) > 2 and _is_skeleton(text, long.text))


def _is_skeleton(short: str, long: str) -> bool:
    """Tell whether consonants of a word stand for it, in order: "Kgs." for "Kiagus"."""
    letters = iter(long)
    return not _VOWELS.intersection(short) and all(letter in letters for letter in short)


def _link_typo(left: Word, right: Word) -> Link | None:
    if not left.readings or not right.readings:
        return None
    one, other = left.readings[0], right.readings[0]
    # Most pairs of words differ in how they begin; asking is cheaper than looking them up.
    if not _same_start(one, other):
        return None
    either_known = bool(left.listed or right.listed)
    if (either_known and _is_misread(one, other)) or _is_swap(left.text, right.text):
        return TYPO
    if not is_slip(one, other, either_known=either_known):
        return None
    return DOUBTFUL if _may_be_two_names(one, other) else TYPO


def _is_misread(left: str, right: str) -> bool:
    """Tell whether a machine that reads "m" for "rn" makes one of two long words the other."""
    if "rn" not in left + right or min(len(left), len(right)) < _LONG_ENOUGH["insertion"]:
        return False
    return left.replace("rn", "m") == right.replace("rn", "m")


def _is_swap(left: str, right: str) -> bool:
    """Tell whether two long words as written differ by two neighbouring letters exchanged.

    As keys they may differ in more: a glide that is heard before a vowel is none elsewhere.
    """
    is_long = len(left) == len(right) >= _LONG_ENOUGH["insertion"]
    return (
        is_long
        and left != right
        and OSA.distance(left, right, score_cutoff=1) <= 1
        and (sorted(left) == sorted(right))
    )


def _as_heard(key: str) -> str:
    """Return a key without what is written in two ways and heard as one (Dorcas, Siraid)."""
    key = key.replace("c", "k")
    return key[:-1] + "t" if key.endswith("d") else key


def _may_be_two_names(left: str, right: str) -> bool:
    if _as_heard(left) == _as_heard(right):
        return False
    if len(left) == len(right):
        is_swap = sorted(left) == sorted(right)
        return not is_swap and len(left) < _LONG_ENOUGH["substitution"]
    return min(len(left), len(right)) < _LONG_ENOUGH["insertion"]


@lru_cache(maxsize=65_536)
def is_slip(left: str, right: str, *, either_known: bool) -> bool:
    """Tell whether two spelling keys differ by a slip of the hand, not by being two names.

    Names that differ at the start, or only in an ending that makes another name, are two
    names. Two rare words must be long before one letter counts as a slip.
    """
    shortest = min(len(left), len(right))
    if shortest < (6 if either_known else 7):
        return False
    allowed = 2 if shortest >= 11 else 1
    if OSA.distance(left, right, score_cutoff=allowed) > allowed:
        return False
    if _swaps_vowel(left, right, within=len(left) if shortest < 8 else 4):
        return False
    return _same_start(left, right) and not _differs_in_ending(left, right)


def _swaps_vowel(left: str, right: str, within: int) -> bool:
    """Tell whether one vowel stands for another near the start, as in Basri and Bisri.

    Names are told apart by the vowels they begin with (Walfrida, Wilfrida); further in, a
    wrong vowel is a slip.
    """
    differing = [n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    return (
        len(left) == len(right)
        and len(differing) == 1
        and differing[0] < within
        and left[differing[0]] in _VOWELS
        and right[differing[0]] in _VOWELS
    )


def _same_start(left: str, right: str) -> bool:
    return left[:1] == right[:1] or left[:2] == right[1::-1]


def _differs_in_ending(left: str, right: str) -> bool:
    endings = particles().endings
    common = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        common += 1
    if sorted(left) == sorted(right):  # letters swapped: a slip wherever it happens
        return False
    # Let the endings begin up to three letters before the difference ("-man" against "-min").
    return any(
        left[start:] in endings and right[start:] in endings
        for start in range(max(1, common - 3), common + 1)
    ) or (not left[common:] or not right[common:])
