"""Comparing names of companies and other private organisations.

Every word of a company's name distinguishes it: "Mandiri" and "Mandiri Utama" are two
companies. The legal form is evidence, not decoration: PT and CV of one name are two bodies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from graph.resolution.match import Match, Reason, settle
from graph.resolution.names.alignment import Alignment, Pairing, align
from graph.resolution.names.company_parts import CompanyName, is_kind, parse_company
from graph.resolution.names.lexicon import commercial
from graph.resolution.names.territory import squeeze, territories
from graph.resolution.names.words import TYPO, Word
from ontology.model import Language

CONTRADICTION = 0.6
# A word that no list has may be a slip of the one beside it: somebody has to look.
ONE_LETTER = 0.4
# Press often shortens a company's name to its first words; so do sister companies.
WORDS_MORE = 0.35
FORM_MISSING = 0.05
FORM_IN_PART = 0.1
KIND_MISSING = 0.3
NUMBER_MISSING = 0.3
BRANCH_MISSING = 0.05
BRANCH_DIFFERS = 0.3
SEAT_MISSING = 0.02
SEAT_DIFFERS = 0.3
FORMER_NAME = 0.05
# "PT PSM" may be any company with those initials.
ACRONYM = 0.35
STATED_ACRONYM = 0.1
_VOWELS = frozenset("aeiou")
SLIP_ALONE = 0.15
SECOND_SLIP = 0.2


def compare_companies(left: str, right: str, *, language: Language = "id") -> Match:
    """Compare two names of companies or other private organisations.

    >>> compare_companies("PT. Bina Kerja Insani", "Bina Kerja Insani, PT").decision
    'same'
    >>> compare_companies("PT Maju Jaya", "CV Maju Jaya", language="en").explanation
    'Different (0.40). agreed: "maju"; "jaya". disagreed: legal form (PT, CV).'
    """
    one, other = parse_company(left), parse_company(right)
    match = _compare(one, other, language)
    if one.former or other.former:
        match = max((match, *_by_former_name(one, other, language)), key=lambda m: m.score)
    return match


def _by_former_name(one: CompanyName, other: CompanyName, language: Language) -> Iterator[Match]:
    """Yield comparisons in which an earlier name of one side stands for its name."""
    for own, foreign in ((one, other), (other, one)):
        for former in own.former:
            note = Reason("agreed", "former name", (former.words,), FORMER_NAME)
            yield _compare(former, foreign, language, note)


def _compare(one: CompanyName, other: CompanyName, language: Language, *notes: Reason) -> Match:
    acronym = _acronym_reason(one, other)
    if acronym is not None:
        return settle([acronym, *_frame_reasons(one, other), *notes], language=language)
    alignment = align(one.words, other.words, commercial())
    reasons = [*_word_reasons(alignment), *_frame_reasons(one, other), *notes]
    bits = sum([pairing.bits for pairing in alignment.pairings])
    return settle(reasons, language=language, rarity_bits=bits)


def _acronym_reason(one: CompanyName, other: CompanyName) -> Reason | None:
    for short, long in ((one, other), (other, one)):
        if not short.is_acronym or long.is_acronym:
            continue
        text = short.words[0].text
        if text == long.acronym:
            return Reason("agreed", "acronym stated", (text,), STATED_ACRONYM)
        if len(long.words) > 1 and text == long.initials:
            return Reason("agreed", "acronym", (text,), ACRONYM)
    return None


def _word_reasons(alignment: Alignment) -> Iterator[Reason]:
    left, right = alignment.only_left, alignment.only_right
    is_alone = len(alignment.pairings) == 1
    slips = 0
    for pairing in alignment.pairings:
        slips += pairing.link.kind == "typo"
        yield _pairing_reason(pairing, slips, is_alone=is_alone)
    if left and right and _is_one_letter_apart(left, right):
        if _is_misprint(left[0], right[0]) and len(alignment.pairings) > 1 and not slips:
            yield Reason("agreed", "typo", (left, right), TYPO.penalty)
        else:
            yield Reason("disagreed", "words", (left, right), ONE_LETTER)
    elif (left and right) or not alignment.pairings:
        yield Reason("disagreed", "words", (left, right), CONTRADICTION)
    elif left or right:
        yield Reason("missing", "word", (left or right,), WORDS_MORE)


def _is_one_letter_apart(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    """Tell whether one letter separates two words of which at most one is a word we know."""
    if len(left) != 1 or len(right) != 1:
        return False
    one, other = left[0].identities[0], right[0].identities[0]
    if one.is_known and other.is_known:
        return False
    shortest = min(len(one.keys[0]), len(other.keys[0]))
    return shortest >= 5 and OSA.distance(one.keys[0], other.keys[0], score_cutoff=1) <= 1


def _is_misprint(left: Word, right: Word) -> bool:
    """Tell whether one of two words is a word we know, and the other nothing but its misprint.

    Whoever mistypes rarely does so at the first letter; another consonant in the place of one
    ("Karya", "Karsa") makes another word more often than a misprint.
    """
    one, other = left.identities[0], right.identities[0]
    if one.is_known == other.is_known or left.text[0] != right.text[0]:
        return False
    changed = Counter(one.keys[0])
    changed.subtract(other.keys[0])
    lost, gained = +changed, -changed
    return not (lost and gained) or set(lost) | set(gained) <= _VOWELS


def _pairing_reason(pairing: Pairing, slips: int, *, is_alone: bool) -> Reason:
    kind = pairing.link.kind
    if kind == "identical":
        return Reason("agreed", "word", (pairing.left,))
    penalty = pairing.link.penalty
    if kind == "typo":
        # Every other word, and the form, stand beside a slip; in a person's name few do.
        penalty = TYPO.penalty
        penalty += (SLIP_ALONE if is_alone else 0.0) + (SECOND_SLIP if slips > 1 else 0.0)
    return Reason("agreed", kind, (pairing.left, pairing.right), penalty)


def _frame_reasons(one: CompanyName, other: CompanyName) -> Iterator[Reason]:
    if one.forms or other.forms:
        yield _form_reason(one.forms, other.forms)
    if one.numbers != other.numbers:
        yield _number_reason(one.numbers, other.numbers)
    if not _is_one_place(one.branch, other.branch):
        yield _branch_reason(one.branch, other.branch)
    if not _is_one_place(one.seat, other.seat):
        yield _seat_reason(one.seat, other.seat)


def _is_one_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two branches are in one town, however it is shortened ("Lotim")."""
    if one == other:
        return True
    codes = territories().get(squeeze("".join(one)))
    return codes is not None and codes == territories().get(squeeze("".join(other)))


def _number_reason(one: tuple[str, ...], other: tuple[str, ...]) -> Reason:
    both = (" ".join(one) or "-", " ".join(other) or "-")
    if one and other:
        return Reason("disagreed", "number", both, CONTRADICTION)
    return Reason("missing", "number", both, NUMBER_MISSING)


def _branch_reason(one: tuple[str, ...], other: tuple[str, ...]) -> Reason:
    if one and other:
        both = (" ".join(one), " ".join(other))
        return Reason("disagreed", "branches", both, BRANCH_DIFFERS)
    return Reason("missing", "branch", (" ".join(one or other),), BRANCH_MISSING)


def _seat_reason(one: tuple[str, ...], other: tuple[str, ...]) -> Reason:
    if one and other:
        both = f"{' '.join(one)} ≠ {' '.join(other)}"
        return Reason("disagreed", "place", (both,), SEAT_DIFFERS)
    return Reason("missing", "place", (" ".join(one or other),), SEAT_MISSING)


def _form_reason(one: frozenset[str], other: frozenset[str]) -> Reason:
    if one == other:
        return Reason("agreed", "form", (_forms(one),))
    if one <= other or other <= one:
        missing = one ^ other
        penalty = FORM_IN_PART if one and other else FORM_MISSING
        if any(map(is_kind, missing)):
            penalty = KIND_MISSING
        return Reason("missing", "form", (_forms(missing),), penalty)
    return Reason("disagreed", "forms", (_forms(one), _forms(other)), CONTRADICTION)


def _forms(codes: frozenset[str]) -> str:
    return " ".join(code.upper() for code in sorted(codes))
