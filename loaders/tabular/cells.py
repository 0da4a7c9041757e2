"""Cells to canonical values: what one value of a mapping does to what stands in a column.

Everything that does not depend on the row is looked up once; what a cell becomes is
remembered, because columns repeat themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from loaders.errors import CellError
from loaders.tabular.days import day
from loaders.tabular.mapping import Value
from loaders.tabular.spoilt import check_cell
from loaders.tabular.suggest import nearest
from loaders.tabular.territories import territory
from ontology import types
from ontology.claim import ID_PATTERN
from ontology.errors import LacakError, ValueTypeError
from ontology.model import Ontology, Property

# Bounded, so that a column of distinct values costs little and memory stays flat.
_REMEMBERED = 16_384
_TEXTS = ("name", "text", "code")
_MAGNITUDES = ("integer", "money", "decimal")
_INDONESIAN = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?", re.ASCII)
_ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?", re.ASCII)
_WORDS = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12}
"""What stands behind a number in Indonesian, and the zeros that it means."""
_MAGNITUDE = re.compile(rf"(?i)\s*\b({'|'.join(_WORDS)})\.?$|(?<=\d)({'|'.join(_WORDS)})$")
_CURRENCY = re.compile(r"(?i)^(?:rp|idr)\.?\s*|,-$|\s*(?:rupiah)$")


class Found(NamedTuple):
    """One value: canonical, and as it stands in the cell where that differs."""

    value: str
    original: str | None


Convert = Callable[[str], tuple[Found, ...]]


def converter(value: Value, ontology: Ontology) -> Convert:
    """Return the function from the text of a cell to its values.

    The function raises ``CellError`` with the column for a cell that does not fit.
    """
    finish = finisher(value.property, ontology)

    def one(text: str) -> Found | None:
        try:
            said = _said(value, text)
            if not said:
                return None
            made = finish(value.prefix + said)
        except LacakError as error:
            raise CellError(value.columns, error) from error
        return Found(made, text if text != made else None)

    def all_of(text: str) -> tuple[Found, ...]:
        parts = text.split(value.split) if value.split else [text]
        found = (one(part) for part in map(str.strip, parts) if part)
        return tuple(dict.fromkeys(f for f in found if f is not None))

    return lru_cache(maxsize=_REMEMBERED)(all_of)


def is_verbatim(value: Value) -> bool:
    """Tell whether printable text in single spaces is its own canonical value."""
    is_changed = value.lookup or value.date or value.number or value.territory
    prop = value.property
    is_literal = prop.scheme is None and not prop.is_entity
    is_text = is_literal and prop.value_type in _TEXTS
    return is_text and not (is_changed or value.split or value.prefix)


def finisher(prop: Property, ontology: Ontology) -> Callable[[str], str]:
    """Return the function from a text to the canonical value of a property."""
    if prop.is_entity:
        return _entity_id
    if prop.scheme is not None:
        scheme = ontology.scheme(prop.scheme)
        return lambda text: scheme.concept(text).notation
    return types.TYPES[prop.value_type]


def _entity_id(text: str) -> str:
    if not ID_PATTERN.fullmatch(text):
        raise ValueTypeError(f"Expected the key of an entity, got {text[:60]!r}.")
    return text


def _said(value: Value, text: str) -> str:
    if value.lookup is not None:
        return _looked_up(value.lookup, text)
    check_cell(text, is_number=value.property.value_type in _MAGNITUDES)
    if value.date is not None:
        return day(value.date, text)
    if value.number is not None:
        return _number(value.number, text)
    if value.territory is not None:
        return territory(text, value.territory)
    return text


def _looked_up(lookup: Mapping[str, str], text: str) -> str:
    if text not in lookup:
        known = ", ".join(list(lookup)[:10])
        raise ValueTypeError(
            f"{text[:60]!r} is not in the lookup of the mapping.{nearest(text, lookup)} It has: "
            f'{known}. Add it there, or give it an empty value ("") to say nothing.'
        )
    return lookup[text]


def _number(form: str, text: str) -> str:
    """Return a number in plain digits.

    >>> _number("id", "Rp1.250.000,50"), _number("en", "1,250,000.50"), _number("id", "4.822")
    ('1250000.50', '1250000.50', '4822')
    >>> _number("id", "Rp1,2 juta")
    '1200000'
    """
    bare = _CURRENCY.sub("", _CURRENCY.sub("", text.strip()))
    word = _MAGNITUDE.search(bare) if form == "id" else None
    if word is not None:
        said = _number(form, bare[: word.start()])
        return f"{Decimal(said).scaleb(_WORDS[(word[1] or word[2]).lower()]):f}"
    pattern = _INDONESIAN if form == "id" else _ENGLISH
    if not pattern.fullmatch(bare):
        shown = "1.250.000,50" if form == "id" else "1,250,000.50"
        raise ValueTypeError(f"Expected a number like {shown}, got {text[:60]!r}.")
    if form == "id":
        return bare.replace(".", "").replace(",", ".")
    return bare.replace(",", "")
