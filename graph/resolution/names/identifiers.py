"""Comparing identifiers: phones, NIK, passports, accounts, plates, handles, addresses of mail.

An identifier either is another or is not; what looks like a slip of one digit goes to
review, never to "same". Canonical spellings are the ontology's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from rapidfuzz.distance import OSA

from graph.resolution.match import Effect, Match, Reason, settle
from graph.resolution.names.territory import official_names
from ontology.errors import ValueTypeError
from ontology.model import Language
from ontology.types import canonical

CONTRADICTION = 1.0
# One digit off in a long number is a slip as often as another number.
ONE_OFF = 0.4
UNREADABLE = 0.5
BITS = 30.0

IDENTIFIER_TYPES = frozenset({"phone", "nik", "passport", "account", "plate", "handle", "email"})
"""Value types of the ontology that this module compares."""

# Handles are renamed and squatted on one letter apart: a near miss is another account.
_TOLERATES_SLIPS = frozenset({"phone", "nik", "passport", "account"})


def compare_identifiers(
    value_type: str, left: str, right: str, *, language: Language = "id"
) -> Match:
    """Compare two identifiers of one type.

    Args:
        value_type: One of :data:`IDENTIFIER_TYPES`.
        left: An identifier as written.
        right: Another.
        language: Language of the explanation.

    >>> compare_identifiers("phone", "0812-3456-7890", "+62 812 3456 7890").decision
    'same'
    >>> found = compare_identifiers("nik", "2171011205900003", "2171015205900003")
    >>> found.decision, [reason.code for reason in found.disagreed]
    ('review', ['nik sex', 'one off'])
    """
    one, other = _read(value_type, left), _read(value_type, right)
    if one is None or other is None:
        return settle([_unreadable(left, right)], language=language, ceiling=0.5)
    return settle(list(_reasons(value_type, one, other)), language=language, rarity_bits=BITS)


# A bank before the number, as people write accounts: "BCA 123-456-7890".
_BANKED = re.compile(r"^\s*(?:bank\s+)?([A-Za-z][A-Za-z .]*?)\s*[:.-]?\s*(\d[\d .-]*)$")


def read_identifier(value_type: str, text: str) -> str:
    """Return the spelling of an identifier by which it is compared.

    Args:
        value_type: One of :data:`IDENTIFIER_TYPES`.
        text: As written.

    Raises:
        ValueTypeError: It is none; the message says what was expected.
    """
    if value_type == "account" and (banked := _BANKED.match(text)):
        return f"{banked[1].lower()} {read_identifier(value_type, banked[2])}"
    return _CLEAN.get(value_type, _keep)(canonical(value_type, text))


def _read(value_type: str, text: str) -> str | None:
    try:
        return read_identifier(value_type, text)
    except ValueTypeError:
        return None


def _keep(value: str) -> str:
    return value


def _clean_handle(value: str) -> str:
    """Reduce a profile's web address to its handle."""
    return value.rstrip("/").rsplit("/", 1)[-1].removeprefix("@").split("?", 1)[0]


_CLEAN: Mapping[str, Callable[[str], str]] = MappingProxyType({"handle": _clean_handle})


def _unreadable(left: str, right: str) -> Reason:
    is_equal = left.strip().lower() == right.strip().lower()
    return Reason("missing", "unreadable", (), UNREADABLE if is_equal else CONTRADICTION)


def _reasons(value_type: str, one: str, other: str) -> Iterator[Reason]:
    if value_type == "account" and (" " in one) != (" " in other):
        # Only one of them says which bank.
        one, other = one.rpartition(" ")[2], other.rpartition(" ")[2]
    if one == other:
        yield Reason("agreed", value_type, (_mask(one),))
        return
    if value_type == "nik":
        yield from _nik_reasons(one, other)
    both = (_mask(one), _mask(other))
    if value_type in _TOLERATES_SLIPS and OSA.distance(one, other, score_cutoff=1) <= 1:
        yield Reason("disagreed", "one off", both, ONE_OFF)
    else:
        yield Reason("disagreed", "other", both, CONTRADICTION)


def _nik_reasons(one: str, other: str) -> Iterator[Reason]:
    """Say which of region, birth date, and sex two different NIKs share."""
    region = f"{one[:2]}.{one[2:4]}"
    place = official_names().get(region, region)
    birth = _birth(one)
    yield Reason(_effect(one[:6] == other[:6]), "nik region", (place,))
    yield Reason(_effect(birth == _birth(other)), "nik birth", (birth,))
    yield Reason(_effect(_is_woman(one) == _is_woman(other)), "nik sex", (_sex(one),))


def _effect(is_shared: bool) -> Effect:
    return "agreed" if is_shared else "disagreed"


def _sex(nik: str) -> str:
    return "P" if _is_woman(nik) else "L"


def _is_woman(nik: str) -> bool:
    return int(nik[6:8]) > 40


def _birth(nik: str) -> str:
    day = int(nik[6:8])
    return f"{day - 40 if day > 40 else day:02d}{nik[8:12]}"


def _mask(value: str) -> str:
    """Show only the last four characters: explanations travel further than identifiers may."""
    return "…" + value[-4:] if sum(c.isdigit() for c in value) > 6 else value
