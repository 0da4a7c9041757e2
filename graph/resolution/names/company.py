"""Comparing names of companies and other private organisations.

Every word of a company's name distinguishes it: "Mandiri" and "Mandiri Utama" are two
companies. The legal form is evidence, not decoration: PT and CV of one name are two bodies.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.resolution.match import Match, Reason, settle
from graph.resolution.names.alignment import Alignment, Pairing, align
from graph.resolution.names.company_parts import CompanyName, parse_company
from graph.resolution.names.lexicon import commercial
from graph.resolution.names.words import Word
from ontology.model import Language

CONTRADICTION = 0.6
# Press often shortens a company's name to its first words; so do sister companies.
WORDS_MORE = 0.35
FORM_MISSING = 0.05
FORM_IN_PART = 0.1
NUMBER_MISSING = 0.3
BRANCH_MISSING = 0.05
BRANCH_DIFFERS = 0.3
# "PT PSM" may be any company with those initials.
ACRONYM = 0.35
STATED_ACRONYM = 0.1
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
    acronym = _acronym_reason(one, other)
    if acronym is not None:
        return settle([acronym, *_frame_reasons(one, other)], language=language)
    alignment = align(one.words, other.words, commercial())
    reasons = [*_word_reasons(alignment), *_frame_reasons(one, other)]
    bits = sum(max(w.bits for w in p.left) for p in alignment.pairings)
    return settle(reasons, language=language, rarity_bits=bits)


def _acronym_reason(one: CompanyName, other: CompanyName) -> Reason | None:
    for short, long in ((one, other), (other, one)):
        if not short.is_acronym or long.is_acronym:
            continue
        text = short.words[0].text
        if text == long.acronym:
            return Reason(
                "agreed", f'singkatan "{text}" disebut sumber', f'acronym "{text}" as stated',
                STATED_ACRONYM,
            )  # fmt: skip
        if len(long.words) > 1 and text == long.initials:
            return Reason("agreed", f'singkatan "{text}" cocok', f'acronym "{text}" fits', ACRONYM)
    return None


def _word_reasons(alignment: Alignment) -> Iterator[Reason]:
    if not alignment.pairings:
        both = f"{_show(alignment.only_left)} ≠ {_show(alignment.only_right)}"
        yield Reason("disagreed", both, both, CONTRADICTION)
        return
    slips = 0
    for pairing in alignment.pairings:
        slips += pairing.link.kind == "typo"
        yield _pairing_reason(pairing, slips, is_alone=len(alignment.pairings) == 1)
    left, right = alignment.only_left, alignment.only_right
    if left and right:
        both = f"{_show(left)} ≠ {_show(right)}"
        yield Reason("disagreed", both, both, CONTRADICTION)
    elif left or right:
        shown = _show(left or right)
        yield Reason("missing", shown, shown, WORDS_MORE)


def _pairing_reason(pairing: Pairing, slips: int, *, is_alone: bool) -> Reason:
    left, right = _show(pairing.left), _show(pairing.right)
    if pairing.link.kind == "identical":
        return Reason("agreed", left, left)
    penalty = pairing.link.penalty
    if pairing.link.kind == "typo":
        penalty += (SLIP_ALONE if is_alone else 0.0) + (SECOND_SLIP if slips > 1 else 0.0)
    return Reason("agreed", f"{left} = {right} (ejaan)", f"{left} = {right} (spelling)", penalty)


def _frame_reasons(one: CompanyName, other: CompanyName) -> Iterator[Reason]:
    yield from _form_reasons(one.forms, other.forms)
    if one.numbers != other.numbers:
        shown = f"({' '.join(one.numbers) or '-'}, {' '.join(other.numbers) or '-'})"
        effect_is_missing = not one.numbers or not other.numbers
        yield Reason(
            "missing" if effect_is_missing else "disagreed",
            f"nomor {shown}",
            f"number {shown}",
            NUMBER_MISSING if effect_is_missing else CONTRADICTION,
        )
    if one.branch != other.branch:
        yield _branch_reason(one.branch, other.branch)


def _branch_reason(one: tuple[str, ...], other: tuple[str, ...]) -> Reason:
    if one and other:
        shown = f"({' '.join(one)}, {' '.join(other)})"
        return Reason("disagreed", f"cabang {shown}", f"branch {shown}", BRANCH_DIFFERS)
    shown = " ".join(one or other)
    return Reason("missing", f"cabang {shown}", f"branch {shown}", BRANCH_MISSING)


def _form_reasons(one: frozenset[str], other: frozenset[str]) -> Iterator[Reason]:
    if one == other:
        if one:
            shown = _forms(one)
            yield Reason("agreed", f"bentuk hukum {shown}", f"legal form {shown}")
    elif not one or not other:
        shown = _forms(one or other)
        yield Reason("missing", f"bentuk hukum {shown}", f"legal form {shown}", FORM_MISSING)
    elif one < other or other < one:
        shown = _forms(one ^ other)
        yield Reason("missing", f"bentuk {shown}", f"form {shown}", FORM_IN_PART)
    else:
        shown = f"({_forms(one)}, {_forms(other)})"
        yield Reason("disagreed", f"bentuk hukum {shown}", f"legal form {shown}", CONTRADICTION)


def _forms(codes: frozenset[str]) -> str:
    return " ".join(code.upper() for code in sorted(codes))


def _show(words: tuple[Word, ...]) -> str:
    return '"' + " ".join(w.text for w in words) + '"'
