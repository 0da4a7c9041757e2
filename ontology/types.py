"""Literal value types: what a value must look like, and its one canonical spelling.

``canonical(type, text)`` is the only way a literal becomes a claim's value, so that two
sources that mean the same phone number or date agree to the letter. Types are named by
``meta:valueType`` in the Turtle files; a guard test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from ontology import edtf
from ontology.errors import ValueTypeError

# Tab and line ends may stand in a text; all else below a space is no writing, and lone
# surrogates are no characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_WHOLE = re.compile(r"-?[0-9]{1,19}")
_NUMBER = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,2})?")
_LARGEST = 2**63
_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_NIK = re.compile(r"\d{16}")
_PLATE = re.compile(r"([A-Z]{1,2})\s*(\d{1,4})\s*([A-Z]{0,3})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_PASSPORT = re.compile(r"[A-Z0-9]{5,12}")
_ACCOUNT = re.compile(r"\d{5,24}")
_TRUE = frozenset({"true", "ya", "yes", "1"})
_FALSE = frozenset({"false", "tidak", "no", "0"})


def canonical(value_type: str, text: str) -> str:
    """Return the canonical spelling of a literal.

    Args:
        value_type: One of :data:`TYPES`.
        text: The value as given.

    Raises:
        ValueTypeError: The text is not of the type; the message says what was expected.
        KeyError: There is no such type (the ontology is checked against this module).
    """
    return TYPES[value_type](text)


def _fail(expected: str, text: str) -> ValueTypeError:
    shown = text if len(text) <= 60 else text[:57] + "..."
    return ValueTypeError(f"Expected {expected}, got {shown!r}.")


def _name(text: str) -> str:
    value = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if not value or _CONTROL.search(value):
        raise _fail("some text without control characters", text)
    return value


def _text(text: str) -> str:
    value = unicodedata.normalize("NFC", text).strip()
    if not value or _CONTROL.search(value):
        raise _fail("some text without control characters", text)
    return value


def _date(text: str) -> str:
    return edtf.check(text.strip(), is_interval_allowed=False)


def _interval(text: str) -> str:
    return edtf.check(text.strip())


def _integer(text: str) -> str:
    value = text.strip()
    # Beyond 64 bits no engine keeps the number exactly; long ones are not even converted.
    if not _WHOLE.fullmatch(value) or abs(int(value)) >= _LARGEST:
        raise _fail("a whole number in plain digits (4822, not 4.822)", text)
    return str(int(value))


def _decimal(text: str) -> str:
    digits = text.strip()
    if not _NUMBER.fullmatch(digits):
        raise _fail("a number in plain digits with '.' before decimals", text)
    value = Decimal(digits)
    if abs(value) >= _LARGEST:
        raise _fail("a number below 2^63", text)
    plain = f"{value.normalize():f}"
    return "0" if plain == "-0" else plain


def _money(text: str) -> str:
    value = _decimal(text)
    if value.startswith("-"):
        raise _fail("an amount of rupiah that is not negative", text)
    return value


def _boolean(text: str) -> str:
    value = text.strip().lower()
    if value in _TRUE:
        return "true"
    if value in _FALSE:
        return "false"
    raise _fail("true or false (ya/tidak)", text)


def _pattern(pattern: re.Pattern[str], expected: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        value = _SPACES.sub("", text)
        if not pattern.fullmatch(value):
            raise _fail(expected, text)
        return value

    return parse


def _phone(text: str) -> str:
    # Imported here: its metadata costs 60 ms, which only loads with phones should pay.
    import phonenumbers

    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException as error:
        raise _fail("a phone number", text) from error
    if not phonenumbers.is_possible_number(number):
        raise _fail("a phone number of a possible length", text)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _nik(text: str) -> str:
    value = re.sub(r"[\s.\-]", "", text)
    if not _NIK.fullmatch(value):
        raise _fail("a NIK of 16 digits", text)
    day, month = int(value[6:8]), int(value[8:10])
    # Women's days are written plus 40 (Permendagri on population numbers).
    if not (1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12):
        raise _fail("a NIK whose digits 7-12 are a birth date", text)
    return value


def _plate(text: str) -> str:
    found = _PLATE.fullmatch(text.strip().upper())
    if found is None:
        raise _fail("an Indonesian number plate such as BP 1234 AB", text)
    return " ".join(part for part in found.groups() if part)


def _passport(text: str) -> str:
    value = re.sub(r"[\s\-]", "", text).upper()
    if not _PASSPORT.fullmatch(value):
        raise _fail("a document number of 5-12 letters and digits", text)
    return value


def _account(text: str) -> str:
    value = re.sub(r"[\s.\-]", "", text)
    if not _ACCOUNT.fullmatch(value):
        raise _fail("an account number of 5-24 digits", text)
    return value


def _email(text: str) -> str:
    value = text.strip().lower()
    if not _EMAIL.fullmatch(value):
        raise _fail("an email address", text)
    return value


def _handle(text: str) -> str:
    return _name(text).removeprefix("@").lower()


TYPES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "name": _name,
        "text": _text,
        "code": _name,
        "date": _date,
        "interval": _interval,
        "integer": _integer,
        "decimal": _decimal,
        "money": _money,
        "boolean": _boolean,
        "url": _pattern(_URL, "a web address starting with http:// or https://"),
        "phone": _phone,
        "nik": _nik,
        "passport": _passport,
        "account": _account,
        "plate": _plate,
        "email": _email,
        "handle": _handle,
    }
)
"""Parser by type name; each returns the canonical spelling or raises ``ValueTypeError``."""
