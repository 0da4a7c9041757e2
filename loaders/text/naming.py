"""Names and aliases of entities, from the forms in which the text names them."""

from __future__ import annotations

import re

from loaders.text.companies import CompanyName
from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind


def claim(context: Context) -> None:
    """Claim a name for each entity and an alias for each other form."""
    for item in context.registry_items:
        id_ = context.registry.of(item)
        if not id_:
            continue
        if item.kind is Kind.ORG:
            _organisation(context, item, id_)
        elif item.kind is Kind.PERSON:
            _person(context, item, id_)
        elif item.kind in (Kind.PLACE, Kind.POINT):
            _place(context, item, id_)
        elif item.kind is Kind.INITIALS:
            _initials(context, item, id_)


def _span(item: Item) -> tuple[int, int]:
    return item.start, item.end


def _short(text: str) -> bool:
    return (
        bool(re.search(r"[A-Z]{2}|\b(?:Pol|Kemen|Pem|Dit|Sat)[a-z0-9]+", text)) and len(text) < 25
    )


def _organisation(context: Context, item: Item, id_: str) -> None:
    name = " ".join(item.text.split())
    entity = context.sink.entities[id_]
    if isinstance(item.value, CompanyName) and (form := item.value.legal_form):
        context.sink.claim(id_, "legalForm", form, _span(item), confidence=0.95)
    if name == entity.caption:
        context.sink.claim(id_, "name", name, _span(item), confidence=0.95)
    elif _is_bare(name) or entity.cls == "MediaOrganization":
        return
    elif item.key or _short(name):
        context.sink.claim(id_, "alias", name, _span(item), confidence=0.92)


# Words for a kind of agency; with a place they would be a name.
_KINDS = frozenset(
    {
        "Pemerintah Provinsi",
        "Kepolisian Daerah",
        "Pemerintah Kabupaten",
        "Pemerintah Kota",
        "Kepolisian Resor",
        "BP3MI",
        "P4MI",
    }
)


def _is_bare(name: str) -> bool:
    # "Pemprov", "Polda": a word for the kind of agency, not its name.
    is_word = len(name.split()) == 1 and not any(c.isdigit() for c in name)
    return (is_word and not name.isupper()) or name in _KINDS


_AGE = Pattern(
    r"\s*(?:,?\s*(?:alias|als\.?)\s+[\w ]{2,20})?(?:\(\s*(?P<age>[1-9]\d)\s*(?:th|thn|tahun)?\s*\)"
    r"|\s+(?:(?:kini|yang|saat\s+ini|telah|sudah)\s+){0,2}(?:ber)?usia\s+(?P<age3>[1-9]\d)\s+tahun\b"
    r"|,\s+(?:(?:seorang\s+)?(?:pria|laki-laki|lelaki|perempuan|wanita)\s+)?(?:(?:ber)?usia\s+|umur\s+)?(?P<age2>[1-9]\d)(?:\s+tahun\b|(?=,\s|\.(?:\s|$))))"
)


_SECOND = Pattern(r"(?i)\s(?:alias|als\.?)\s+(?:haji\s+)?$")


def _person(context: Context, item: Item, id_: str) -> None:
    name = " ".join(item.text.split())
    entity = context.sink.entities[id_]
    if name == entity.caption:
        context.sink.claim(id_, "name", name, _span(item), confidence=0.95)
    elif (
        len(name.split()) > 1 or _SECOND.search(context.text, max(0, item.start - 16), item.start)
    ) and name.casefold() != entity.caption.casefold():
        context.sink.claim(id_, "alias", name, _span(item), confidence=0.92)
    if tail := _AGE.match(context.text, item.end):
        age = tail["age"] or tail["age2"] or tail["age3"]
        context.sink.claim(id_, "age", age, (item.start, tail.end()), confidence=0.92)
    if isinstance(item.value, str):
        at = context.text.find(item.value, item.end)
        if 0 <= at <= item.end + 16:
            context.sink.claim(id_, "alias", item.value, (at, at + len(item.value)))


def _initials(context: Context, item: Item, id_: str) -> None:
    letters, _, other = item.text.partition(" ")
    span = item.start, item.start + len(letters)
    context.sink.claim(id_, "initials", letters, span, confidence=0.95)
    if other:
        # "HS alias Ucok"
        alias = other.partition(" ")[2]
        context.sink.claim(id_, "alias", alias, (item.end - len(alias), item.end))
    age = getattr(item.value, "age", None)
    tail = re.match(r"[^.;]{0,18}?\d{1,2}(?:\s*(?:tahun|th|thn))?\s*\)?", context.text[item.end :])
    if age is not None and tail:
        end = item.end + tail.end()
        context.sink.claim(id_, "age", str(age), (item.start, end), confidence=0.95)


def _place(context: Context, item: Item, id_: str) -> None:
    name = " ".join(item.text.split())
    caption = context.sink.entities[id_].caption
    if id_.startswith(("country:",)):
        return
    if name == caption:
        if id_.startswith("plc:"):
            context.sink.claim(id_, "name", name, _span(item), confidence=0.9)
    elif id_.startswith("region:") and name.isupper() and len(name) <= 4:
        context.sink.claim(id_, "alias", name, _span(item), confidence=0.95)
