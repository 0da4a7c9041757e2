"""Comparing names of public bodies: unit by unit, territory by territory."""

from __future__ import annotations

from collections.abc import Iterator

from graph.resolution.match import Match, Reason, settle
from graph.resolution.names.agency_parts import AgencyName, parse_agency
from graph.resolution.names.alignment import align
from graph.resolution.names.company import compare_companies
from graph.resolution.names.lexicon import commercial
from graph.resolution.names.territory import contains, label
from graph.resolution.names.words import Word
from ontology.model import Language

CONTRADICTION = 0.7
# A body is not its unit: Ditreskrimum Polda Riau is not Polda Riau.
UNIT_OF_IT = 0.6
HOST_MISSING = 0.35
TERRITORY_MISSING = 0.4
# "Disnaker Bogor" may be the city's or the regency's.
TERRITORY_UNCLEAR = 0.3
# Offices for a province are often called by the town they sit in.
SEAT_FOR_PROVINCE = 0.4
WORDS_MORE = 0.35
GRADE_MISSING = 0.05
GRADE_DIFFERS = 0.1
CLASS_DIFFERS = 0.3
BITS_OF_AN_AGENCY = 15.0

_SEATED = frozenset({"bp3mi", "lp3mi", "bp3tki", "upt-bp2mi", "kanwil-imigrasi", "kanwil-kemenkum"})


def compare_agencies(left: str, right: str, *, language: Language = "id") -> Match:
    """Compare two names of public bodies.

    >>> compare_agencies("Polda Kepri", "Polda Kepulauan Riau").decision
    'same'
    >>> compare_agencies("Polda Sumsel", "Polda Sulsel", language="en").disagreed[0].en
    'territory (Sumatera Selatan, Sulawesi Selatan)'
    """
    one, other = parse_agency(left), parse_agency(right)
    if not (one.units or one.territory) and not (other.units or other.territory):
        return compare_companies(left, right, language=language)
    one, other = _as_government(one, other), _as_government(other, one)
    reasons = [*_unit_reasons(one, other), *_frame_reasons(one, other)]
    return settle(reasons, language=language, rarity_bits=BITS_OF_AN_AGENCY)


def _as_government(name: AgencyName, beside: AgencyName) -> AgencyName:
    """Read a bare territory as its government ("Kabupaten Bogor") where that is compared."""
    if name.units or name.rest or beside.units not in ((), ("pemda",)):
        return name
    return AgencyName(("pemda",), name.territory)


def _unit_reasons(one: AgencyName, other: AgencyName) -> Iterator[Reason]:
    left, right = set(one.units), set(other.units)
    shared, shown = left & right, f"({_codes(one.units)}, {_codes(other.units)})"
    if shared:
        agreed = _codes(tuple(code for code in one.units if code in shared))
        yield Reason("agreed", f"lembaga {agreed}", f"body {agreed}")
    if left == right:
        return
    if left <= right or right <= left:
        larger = one if len(left) > len(right) else other
        extra = tuple(code for code in larger.units if code not in shared)
        is_unit = bool(shared) and larger.units[0] in extra
        penalty = UNIT_OF_IT if is_unit or not shared else HOST_MISSING
        yield Reason("missing", f"unsur {_codes(extra)}", f"part {_codes(extra)}", penalty)
    else:
        yield Reason("disagreed", f"lembaga {shown}", f"body {shown}", CONTRADICTION)


def _frame_reasons(one: AgencyName, other: AgencyName) -> Iterator[Reason]:
    yield from _territory_reasons(one, other)
    yield from _rest_reasons(one.rest, other.rest)
    if one.grade != other.grade:
        penalty = GRADE_DIFFERS if one.grade and other.grade else GRADE_MISSING
        shown = f"({one.grade or '-'}, {other.grade or '-'})"
        yield Reason("missing", f"tipe {shown}", f"grade {shown}", penalty)
    if one.office_class and other.office_class and one.office_class[0] != other.office_class[0]:
        shown = f"({' '.join(one.office_class)}, {' '.join(other.office_class)})"
        yield Reason("disagreed", f"kelas {shown}", f"class {shown}", CLASS_DIFFERS)


def _territory_reasons(one: AgencyName, other: AgencyName) -> Iterator[Reason]:
    left, right = one.territory, other.territory
    if not left and not right:
        return
    if left == right:
        yield Reason("agreed", f"wilayah {label(left)}", f"territory {label(left)}")
    elif not left or not right:
        shown = label(left or right)
        yield Reason("missing", f"wilayah {shown}", f"territory {shown}", TERRITORY_MISSING)
    else:
        shown = f"({label(left)}, {label(right)})"
        penalty = _price_of_territories(one, other)
        yield Reason("disagreed", f"wilayah {shown}", f"territory {shown}", penalty)


def _price_of_territories(one: AgencyName, other: AgencyName) -> float:
    left, right = one.territory, other.territory
    if left & right:
        return TERRITORY_UNCLEAR
    is_seated = bool(_SEATED & set(one.units) & set(other.units))
    if is_seated and (contains(left, right) or contains(right, left)):
        return SEAT_FOR_PROVINCE
    return CONTRADICTION


def _rest_reasons(one: tuple[Word, ...], other: tuple[Word, ...]) -> Iterator[Reason]:
    alignment = align(one, other, commercial())
    for pairing in alignment.pairings:
        left, right = _show(pairing.left), _show(pairing.right)
        shown = left if left == right else f"{left} = {right}"
        yield Reason("agreed", shown, shown, pairing.link.penalty)
    left, right = _show(alignment.only_left), _show(alignment.only_right)
    if alignment.only_left and alignment.only_right:
        yield Reason("disagreed", f"{left} ≠ {right}", f"{left} ≠ {right}", CONTRADICTION)
    elif not alignment.is_complete:
        shown = left if alignment.only_left else right
        yield Reason("missing", shown, shown, WORDS_MORE)


def _codes(units: tuple[str, ...]) -> str:
    return " ".join(code.upper() for code in units) or "-"


def _show(words: tuple[Word, ...]) -> str:
    return '"' + " ".join(w.text for w in words) + '"'
