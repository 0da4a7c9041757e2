"""Comparing names of public bodies: unit by unit, territory by territory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

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
    >>> compare_agencies("Polda Sumsel", "Polda Sulsel", language="en").disagreed[0].in_("en")
    'territory (Sumatera Selatan, Sulawesi Selatan)'
    """
    one, other = parse_agency(left), parse_agency(right)
    if not (one.units or one.territory) and not (other.units or other.territory):
        return compare_companies(left, right, language=language)
    one, other = _as_government(one, other), _as_government(other, one)
    one, other = _without_seat_of_host(one, other), _without_seat_of_host(other, one)
    reasons = [*_unit_reasons(one, other), *_frame_reasons(one, other)]
    return settle(reasons, language=language, rarity_bits=BITS_OF_AN_AGENCY)


def _as_government(name: AgencyName, beside: AgencyName) -> AgencyName:
    """Read a bare territory as its government ("Kabupaten Bogor") where that is compared."""
    if name.units or name.rest or beside.units not in ((), ("pemda",)):
        return name
    return AgencyName(("pemda",), name.territory)


def _without_seat_of_host(name: AgencyName, beside: AgencyName) -> AgencyName:
    """Leave out where the police of a sector's regency are, beside the bare sector.

    "Polsek Nongsa Polresta Barelang" names its host; what is missing is the host alone.
    """
    is_of_host = name.units[:1] == beside.units == ("polsek",) and "polres" in name.units
    if not is_of_host or beside.territory:
        return name
    return msgspec.structs.replace(name, territory=frozenset(), grade=beside.grade)


def _unit_reasons(one: AgencyName, other: AgencyName) -> Iterator[Reason]:
    left, right = set(one.units), set(other.units)
    shared = left & right
    if shared:
        yield Reason("agreed", "body", (_codes([c for c in one.units if c in shared]),))
    if left == right:
        return
    if left <= right or right <= left:
        larger = one if len(left) > len(right) else other
        extra = [code for code in larger.units if code not in shared]
        is_unit = not shared or larger.units[0] in extra
        penalty = UNIT_OF_IT if is_unit else HOST_MISSING
        yield Reason("missing", "part", (_codes(extra),), penalty)
    else:
        yield Reason("disagreed", "bodies", (_codes(one.units), _codes(other.units)), CONTRADICTION)


def _frame_reasons(one: AgencyName, other: AgencyName) -> Iterator[Reason]:
    if one.territory or other.territory:
        yield _territory_reason(one, other)
    if one.rest or other.rest:
        yield from _rest_reasons(one.rest, other.rest)
    if one.grade != other.grade:
        penalty = GRADE_DIFFERS if one.grade and other.grade else GRADE_MISSING
        yield Reason("missing", "grade", (one.grade or "-", other.grade or "-"), penalty)
    if one.office_class and other.office_class and one.office_class[0] != other.office_class[0]:
        both = (" ".join(one.office_class), " ".join(other.office_class))
        yield Reason("disagreed", "class", both, CLASS_DIFFERS)


def _territory_reason(one: AgencyName, other: AgencyName) -> Reason:
    left, right = one.territory, other.territory
    if left == right:
        return Reason("agreed", "territory", (label(left),))
    if not left or not right:
        return Reason("missing", "territory", (label(left or right),), TERRITORY_MISSING)
    penalty = _price_of_territories(one, other)
    return Reason("disagreed", "territories", (label(left), label(right)), penalty)


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
        kind = pairing.link.kind
        if kind == "identical":
            yield Reason("agreed", "word", (pairing.left,))
        else:
            yield Reason("agreed", kind, (pairing.left, pairing.right), pairing.link.penalty)
    left, right = alignment.only_left, alignment.only_right
    if left and right:
        yield Reason("disagreed", "words", (left, right), CONTRADICTION)
    elif left or right:
        yield Reason("missing", "word", (left or right,), WORDS_MORE)


def _codes(units: Sequence[str]) -> str:
    return " ".join(units).upper() or "-"
