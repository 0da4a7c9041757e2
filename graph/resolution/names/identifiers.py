"""Comparing identifiers: phones, NIK, passports, accounts, plates, handles, addresses of mail.

An identifier either is another or is not; what looks like a slip of one digit goes to
review, never to "same". Canonical spellings are the ontology's.
"""

from __future__ import annotations

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

_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "phone": ("nomor telepon", "phone number"),
        "nik": ("NIK", "NIK"),
        "passport": ("nomor paspor", "passport number"),
        "account": ("nomor rekening", "account number"),
        "plate": ("nomor polisi", "number plate"),
        "handle": ("nama akun", "handle"),
        "email": ("alamat surel", "email address"),
    }
)

IDENTIFIER_TYPES = frozenset(_LABELS)
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
    >>> compare_identifiers("nik", "2171011205900003", "2171015205900003", language="en").explanation
    'To be reviewed (0.60). agreed: region Kota Batam; birth date 120590. disagreed: sex; NIK one digit apart.'
    """  # noqa: E501
    one, other = _read(value_type, left), _read(value_type, right)
    if one is None or other is None:
        return settle(_unreadable(value_type, left, right), language=language, ceiling=0.5)
    reasons = list(_reasons(value_type, one, other))
    return settle(reasons, language=language, rarity_bits=BITS)


def _read(value_type: str, text: str) -> str | None:
    try:
        return _CLEAN.get(value_type, _keep)(canonical(value_type, text))
    except ValueTypeError:
        return None


def _keep(value: str) -> str:
    return value


def _clean_handle(value: str) -> str:
    """Reduce a profile's web address to its handle."""
    return value.rstrip("/").rsplit("/", 1)[-1].removeprefix("@").split("?", 1)[0]


_CLEAN: Mapping[str, Callable[[str], str]] = MappingProxyType({"handle": _clean_handle})


def _unreadable(value_type: str, left: str, right: str) -> Iterator[Reason]:
    name_id, name_en = _LABELS[value_type]
    yield Reason(
        "missing", f"{name_id} yang dapat dibaca", f"a readable {name_en}",
        UNREADABLE if left.strip().lower() == right.strip().lower() else CONTRADICTION,
    )  # fmt: skip


def _reasons(value_type: str, one: str, other: str) -> Iterator[Reason]:
    name_id, name_en = _LABELS[value_type]
    if one == other:
        yield Reason("agreed", f"{name_id} {_mask(one)}", f"{name_en} {_mask(one)}")
        return
    if value_type == "nik":
        yield from _nik_reasons(one, other)
    if value_type in _TOLERATES_SLIPS and OSA.distance(one, other, score_cutoff=1) <= 1:
        yield Reason(
            "disagreed", f"{name_id} beda satu angka", f"{name_en} one digit apart", ONE_OFF
        )
    else:
        yield Reason("disagreed", name_id, name_en, CONTRADICTION)


def _nik_reasons(one: str, other: str) -> Iterator[Reason]:
    """Say which of region, birth date, and sex two different NIKs share."""
    region = f"{one[:2]}.{one[2:4]}"
    place = official_names().get(region, region)
    birth = _birth(one)
    if one[:6] == other[:6]:
        yield Reason("agreed", f"wilayah {place}", f"region {place}")
    else:
        yield Reason("disagreed", "wilayah", "region")
    if birth == _birth(other):
        yield Reason("agreed", f"tanggal lahir {birth}", f"birth date {birth}")
    else:
        yield Reason("disagreed", "tanggal lahir", "birth date")
    effect: Effect = "agreed" if _is_woman(one) == _is_woman(other) else "disagreed"
    yield Reason(effect, "jenis kelamin", "sex")


def _is_woman(nik: str) -> bool:
    return int(nik[6:8]) > 40


def _birth(nik: str) -> str:
    day = int(nik[6:8])
    return f"{day - 40 if day > 40 else day:02d}{nik[8:12]}"


def _mask(value: str) -> str:
    """Show only the last four characters: explanations travel further than identifiers may."""
    return "…" + value[-4:] if sum(c.isdigit() for c in value) > 6 else value
