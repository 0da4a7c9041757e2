"""Cells that a spreadsheet has spoilt: what stood there once cannot be told from what is shown.

A long number shown as ``1,23457E+12`` has lost its last digits, and ``#N/A`` never was a value.
A line of sums is no record, though it stands among them.
"""

from __future__ import annotations

import re

from ontology.errors import ValueTypeError

_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA"
    r"|Err:\d{3}|#+)"
)
_ROUNDED = re.compile(r"-?\d\.\d{14}E\+\d+", re.ASCII)
SHORTENED = re.compile(r"[+-]?\d(?:[.,]\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
"""A long number whose last digits a spreadsheet dropped."""
# Behind it stands what was summed up; no company is called so.
_PART = re.compile(r"(?:sub[ -]?total|grand total)\b")
_SUMS = frozenset(
    (
        "total", "sub total", "subtotal", "grand total", "jumlah", "jumlah total", "total jumlah",
        "jumlah seluruhnya", "total keseluruhan", "rata-rata", "sum", "average",
    )
)  # fmt: skip
SUM_BEGINNINGS = frozenset(re.split("[ -]", words)[0] for words in _SUMS)
"""How every line of sums begins; not all that begin so are sums."""


def check_cell(text: str, *, is_number: bool = False) -> None:
    """Refuse a cell whose value is lost.

    Args:
        text: The cell.
        is_number: Whether a magnitude is meant, which may be written with an exponent.

    Raises:
        ValueTypeError: It holds an error, or a number whose digits are gone.
    """
    if text[0] == "#" and _ERROR.fullmatch(text):
        raise ValueTypeError(
            f"{text} is an error of the spreadsheet. Correct its formula there, or empty the cell."
        )
    if (not is_number and SHORTENED.fullmatch(text)) or _ROUNDED.fullmatch(text):
        raise ValueTypeError(
            f"the spreadsheet shortened a long number to {text[:40]}; its digits are lost. Format "
            "the column as text there, enter again from its source what has more than 15 digits, "
            "and export it again."
        )


def is_spoilt(text: str) -> bool:
    """Tell whether a cell is an error, or a number that a workbook rounded, whatever it is for.

    >>> is_spoilt("#N/A"), is_spoilt("3.27101010180001E+15"), is_spoilt("4E12")
    (True, True, False)
    """
    return _ERROR.fullmatch(text) is not None or _ROUNDED.fullmatch(text) is not None


def is_sum(text: str) -> bool:
    """Tell whether a cell begins a line of sums.

    >>> is_sum("JUMLAH :"), is_sum("Sub-total NTT"), is_sum("Total Energi")
    (True, True, False)
    """
    plain = text.rstrip(" :").casefold()
    return plain in _SUMS or _PART.match(plain) is not None


def check_key(text: str) -> None:
    """Refuse what no record can be known by.

    Raises:
        ValueTypeError: The cell is spoilt, or the line sums up others.
    """
    check_cell(text)
    if is_sum(text):
        raise ValueTypeError(f"{text[:40]!r} begins a line of sums, not a record. Remove the line.")
