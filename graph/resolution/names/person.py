"""Comparing personal names.

Owns what each agreement and disagreement costs. "Same" means that the two are compatible
spellings of one name: it never means that they are one person.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from graph.resolution.match import SAME_AT, Match, Reason, settle
from graph.resolution.names.alignment import Alignment, Pairing, align
from graph.resolution.names.lexicon import personal
from graph.resolution.names.person_parts import PersonName, parse_person
from graph.resolution.names.vocabulary import titles
from graph.resolution.names.words import DOUBTFUL, IDENTICAL, INITIAL, TYPO, Word, link
from ontology.model import Language

# A sex, a father, or a word of the name that contradicts ends the matter.
CONTRADICTION = 0.7
# The registry treats an added word as a change of name, not as a correction of spelling
# (Permendagri 73/2022): one added word needs a look, two make another name.
ONE_WORD_MORE = 0.3
SEVERAL_WORDS_MORE = 0.6
# Three agreeing words outweigh one that a source left out.
ONE_WORD_MORE_OF_MANY = 0.15
MONONYM_WITH_MORE = 0.4
INITIAL_MORE = 0.12
MUHAMMAD_MORE = 0.06
PARTICLE_MORE = 0.03
FATHER_MISSING = 0.03
# One full word and an initial fit too many people: somebody has to look.
ONLY_ONE_FULL_WORD = 0.2
# A slip in a name of one word is as likely another name.
SLIP_IN_MONONYM = 0.2
SECOND_SLIP = 0.15
# "Jr." stands on one side only: father or son.
GENERATION_MISSING = 0.25
OTHER_ORDER = 0.3
ALIAS_ONLY = 0.08
# "Suryadi alias Yadi" is one of thousands whom somebody calls Yadi.
ALIAS_OF_MANY = 0.25
OTHER_RANK_OF_MONONYM = 0.25
# One word, told apart by what people call the two: "Yanto alias Gondrong", "Yanto alias Kribo".
OTHER_ALIAS_OF_MONONYM = 0.25
COMMON_NAME = 0.02
# Initials are shared by thousands: they stay mentions.
CEILING_OF_INITIALS = 0.5
# "M." stands for Muhammad; for another name it needs more company than one word.
M_IS_NOT_MUHAMMAD = 0.15
COMMON_BITS = 11.0

_COMMON = Reason("agreed", "common", (), COMMON_NAME)
_FULL_NAME = Reason("missing", "full name")
_SECOND_WORD = Reason("missing", "second word", (), ONLY_ONE_FULL_WORD)


class _Outcome(msgspec.Struct, frozen=True, gc=False):
    reasons: tuple[Reason, ...]
    bits: float
    ceiling: float = 1.0

    @property
    def score(self) -> float:
        return min(self.ceiling, 1.0 - sum(reason.penalty for reason in self.reasons))

    def with_reason(self, reason: Reason) -> _Outcome:
        return _Outcome((*self.reasons, reason), self.bits, self.ceiling)


def compare_persons(left: str, right: str, *, language: Language = "id") -> Match:
    """Compare two personal names.

    >>> compare_persons("Joesoef Iskandar", "Yusuf Iskandar").decision
    'same'
    >>> compare_persons("I Made Sudana", "Ni Made Sudana", language="en").explanation
    'Different (0.24). agreed: "made"; "sudana". disagreed: "i" ≠ "ni"; sex (I, Ni).'
    """
    one, other = parse_person(left), parse_person(right)
    if one.father or other.father:
        one, other = _read_b_as_bin(one, other), _read_b_as_bin(other, one)
    outcome = _compare(one, other)
    if (one.aliases or other.aliases) and outcome.score < SAME_AT:
        outcome = max((outcome, *_by_alias(one, other)), key=lambda o: o.score)
    return settle(
        outcome.reasons, language=language, rarity_bits=outcome.bits, ceiling=outcome.ceiling
    )


def _read_b_as_bin(name: PersonName, beside: PersonName) -> PersonName:
    """Read "Suhaimi B. Ismail" as "Suhaimi bin Ismail" beside a name that says "bin"."""
    if name.father or not beside.father:
        return name
    for index, word in enumerate(name.words[1:-1], start=1):
        if word.kind == "initial" and word.text == "b":
            before, father = name.words[:index], name.words[index + 1 :]
            return msgspec.structs.replace(name, words=before, father=father, has_context=True)
    return name


def _by_alias(one: PersonName, other: PersonName) -> Iterator[_Outcome]:
    """Yield comparisons in which an alias of one side stands for its name."""
    for own, foreign in ((one, other), (other, one)):
        for alias in own.aliases:
            if not _is_nickname(alias):
                found = _compare(alias, foreign)
                penalty = ALIAS_ONLY if found.bits >= COMMON_BITS else ALIAS_OF_MANY
                note = Reason("agreed", "alias used", (alias.words,), penalty)
                yield found.with_reason(note)
    for alias in one.aliases:
        for foreign_alias in other.aliases:
            found = _compare(alias, foreign_alias)
            if found.score >= SAME_AT and not _is_nickname(alias):
                yield found.with_reason(Reason("disagreed", "alias only", (), OTHER_ORDER))


def _is_nickname(alias: PersonName) -> bool:
    return alias.is_initials or all(
        w.text in titles().nicknames or len(w.text) < 4 for w in alias.words
    )


def _compare(one: PersonName, other: PersonName) -> _Outcome:
    alignment = _align(one, other)
    agreed, bits = _weigh(alignment.pairings)
    reasons = _word_reasons(alignment, agreed)
    if one.has_context or other.has_context:
        reasons += _context_reasons(one, other)
        if one.aliases and other.aliases:
            reasons += _alias_reasons(one, other, agreed)
    if 0.0 < bits < COMMON_BITS:
        reasons.append(_COMMON)
    if one.is_initials or other.is_initials or _agrees_in_initials_only(alignment):
        reasons.append(_FULL_NAME)
        return _Outcome(tuple(reasons), bits, CEILING_OF_INITIALS)
    return _Outcome(tuple(reasons), bits)


def _weigh(pairings: tuple[Pairing, ...]) -> tuple[int, float]:
    """Count the pairings of full words, and add up how rare all but initials are."""
    agreed, bits = 0, 0.0
    for pairing in pairings:
        if pairing.link is not INITIAL:
            agreed += pairing.is_full
            bits += pairing.bits
    return agreed, bits


def _agrees_in_initials_only(alignment: Alignment) -> bool:
    for pairing in alignment.pairings:
        if pairing.link is not INITIAL and pairing.left[0].kind != "particle":
            return False
    return bool(alignment.pairings)


def _align(one: PersonName, other: PersonName) -> Alignment:
    """Align the names; a father's name without "bin" may answer one written with it."""
    alignment = align(one.words, other.words, personal())
    if bool(one.father) == bool(other.father) or alignment.is_complete:
        return alignment
    with_father = align(one.words + one.father, other.words + other.father, personal())
    return with_father if with_father.is_complete else alignment


def _context_reasons(one: PersonName, other: PersonName) -> Iterator[Reason]:
    if one.sex and other.sex and one.sex != other.sex:
        yield Reason("disagreed", "sex", (one.sex_source, other.sex_source), CONTRADICTION)
    if one.father or other.father:
        yield _father_reason(one, other)
    if one.generation != other.generation:
        yield _generation_reason(one.generation, other.generation)
    shared = set(one.titles) & set(other.titles) if one.titles and other.titles else ()
    if shared:
        yield Reason("agreed", "title", (", ".join(sorted(shared)),))
    if bool(one.aliases) != bool(other.aliases):
        yield Reason("missing", "alias", (), 0.01)


def _alias_reasons(one: PersonName, other: PersonName, agreed: int) -> Iterator[Reason]:
    """Yield what two aliases say that are not one; beside two words of a name, nothing."""
    both = [(own, foreign) for own in one.aliases for foreign in other.aliases]
    if agreed < 2 and not any(_is_one_alias(own, foreign) for own, foreign in both):
        own, foreign = both[0]
        words = (own.words, foreign.words)
        yield Reason("disagreed", "aliases", words, OTHER_ALIAS_OF_MONONYM)


def _is_one_alias(one: PersonName, other: PersonName) -> bool:
    return bool(align(one.words, other.words, personal()).pairings)


def _generation_reason(one: str, other: str) -> Reason:
    if one and other:
        return Reason("disagreed", "generations", (one, other), CONTRADICTION)
    return Reason("missing", "generation", (one or other,), GENERATION_MISSING)


def _father_reason(one: PersonName, other: PersonName) -> Reason:
    if not (one.father and other.father):
        return Reason("missing", "father", (one.father or other.father,), FATHER_MISSING)
    alignment = align(one.father, other.father, personal())
    if alignment.pairings and not (alignment.only_left and alignment.only_right):
        return Reason("agreed", "father", (one.father,))
    return Reason("disagreed", "fathers", (one.father, other.father), CONTRADICTION)


def _word_reasons(alignment: Alignment, agreed: int) -> list[Reason]:
    reasons: list[Reason] = []
    slips = 0
    has_initials = False
    for pairing in alignment.pairings:
        if pairing.link is IDENTICAL:
            reasons.append(Reason("agreed", "word", (pairing.left,)))
            continue
        kind = pairing.link.kind
        slips += kind == "typo"
        has_initials = has_initials or kind == "initial"
        reasons.append(_pairing_reason(pairing, agreed, slips))
    if has_initials and agreed == 1 and not _is_rank_of_muhammad(alignment):
        reasons.append(_SECOND_WORD)
    if alignment.only_left and alignment.only_right:
        reasons.append(_conflict_reason(alignment, agreed))
    elif alignment.only_left or alignment.only_right:
        reasons += _missing_reasons(alignment.only_left or alignment.only_right, agreed)
    return reasons


def _is_rank_of_muhammad(alignment: Alignment) -> bool:
    """Tell whether initials stand for ranks before two words: "L. Muhammad Zaini" (Lalu)."""
    ranks = [
        any(w.kind == "particle" for w in (*p.left, *p.right))
        for p in alignment.pairings
        if p.link.kind == "initial"
    ]
    two = [
        all(w.kind == "muhammad" or w.stem for w in (*p.left, *p.right)) for p in alignment.pairings
    ]
    return all(ranks) and any(two)


def _pairing_reason(pairing: Pairing, agreed: int, slips: int) -> Reason:
    kind = pairing.link.kind
    penalty = pairing.link.penalty
    if pairing.link is DOUBTFUL and agreed > 2 and _misses_a_letter(pairing):
        penalty = TYPO.penalty
    if kind == "typo":
        penalty += (SLIP_IN_MONONYM if agreed == 1 else 0.0) + (SECOND_SLIP if slips > 1 else 0.0)
    if kind == "initial" and agreed == 1 and _is_m_for_another(pairing):
        penalty += M_IS_NOT_MUHAMMAD
    return Reason("agreed", kind, (pairing.left, pairing.right), penalty)


def _misses_a_letter(pairing: Pairing) -> bool:
    """Tell a letter that is left out, which two more words excuse, from one for another."""
    return len(pairing.left[0].text) != len(pairing.right[0].text)


def _is_m_for_another(pairing: Pairing) -> bool:
    texts = {w.text for w in (*pairing.left, *pairing.right)}
    return "m" in texts and len(texts) == 2


def _conflict_reason(alignment: Alignment, agreed: int) -> Reason:
    left, right = alignment.only_left, alignment.only_right
    words = [word for word in left if word.kind != "particle"]
    rest = [word for word in right if word.kind != "particle"]
    if not words and not rest:
        if _abbreviates(left, right):
            return Reason("agreed", "initial", (left, right), PARTICLE_MORE)
        return Reason("disagreed", "words", (left, right), _price_of_ranks(left, right, agreed))
    # Where no words are paired, none answers another: one that did would have been.
    if alignment.pairings and len(words) == len(rest) and _answer_one_another(words, rest):
        return Reason("disagreed", "order", (left, right), OTHER_ORDER)
    return Reason("disagreed", "words", (left, right), CONTRADICTION)


def _abbreviates(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """Tell whether one rank is the first letter of the other: "R." and Raden."""
    if len(left) != 1 or len(right) != 1:
        return False
    short, long = sorted((left[0].text, right[0].text), key=len)
    return len(short) == 1 and long.startswith(short)


def _price_of_ranks(left: tuple[Word, ...], right: tuple[Word, ...], agreed: int) -> float:
    """Price two ranks; those that contradict in sex have been counted.

    Sources drop ranks, and confuse those of one people, which begin alike (R., RM., Raden);
    beside a single word, those of two peoples are two persons' more often than not.
    """
    if agreed > 1 or {word.text[0] for word in left} & {word.text[0] for word in right}:
        return PARTICLE_MORE * 2
    return OTHER_RANK_OF_MONONYM


def _answer_one_another(words: list[Word], others: list[Word]) -> bool:
    for word in words:
        for other in others:
            if link(word, other) is not None:
                others.remove(other)
                break
        else:
            return False
    return True


def _missing_reasons(words: tuple[Word, ...], agreed: int) -> Iterator[Reason]:
    names = [w for w in words if w.kind == "name"]
    if names:
        yield Reason("missing", "word", (names,), _price_of_more(len(names), agreed))
    for word in words:
        if word.kind in _PRICES:
            # Beside a single word, what is missing is a good part of the name.
            is_thin = agreed < 2 and word.text not in ("i", "ni")
            yield Reason("missing", "word", ((word,),), 0.25 if is_thin else _PRICES[word.kind])


_PRICES = {"initial": INITIAL_MORE, "muhammad": MUHAMMAD_MORE, "particle": PARTICLE_MORE}


def _price_of_more(count: int, agreed: int) -> float:
    if count > 1:
        return SEVERAL_WORDS_MORE
    if agreed >= 3:
        return ONE_WORD_MORE_OF_MANY
    return ONE_WORD_MORE if agreed == 2 else MONONYM_WITH_MORE
