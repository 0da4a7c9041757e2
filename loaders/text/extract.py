"""Indonesian text to mentions, entities and draft claims.

``extract(text, document=...)`` is the whole pipeline: layout, sentences, recognition, linking,
voices, facts, validation. Owns the order of the steps. Refuses to state anything that the
validation of :mod:`loaders.text.validate` does not find in the text.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from loaders.text import (  # fmt: skip
    agreements,
    anaphora,
    announced,
    certainty,
    directives,
    documents,
    echo,
    facts,
    holdings,
    layout,
    letters,
    matters,
    naming,
    nesting,
    outlets,
    paragraphs,
    partnerships,
    prospects,
    quotes,
    recognise,
    seats,
    statements,
    subjects,
    tagger,
    validate,
    victims,
    vouched,
)
from loaders.text.context import Context
from loaders.text.draft import Extraction, Mention, Metadata, Sink
from loaders.text.patterns import Pattern, Text
from loaders.text.registry import Registry, link
from loaders.text.spans import Item, Kind, Role, Sentence
from loaders.text.tokens import sentences
from loaders.text.view import View

METHOD = "text@1"
"""Name and version under which claims of this package are recorded."""

_SILENT = frozenset({Kind.DATE, Kind.MONEY, Kind.COUNT, Kind.DURATION, Kind.NUMBER, Kind.RANK,
                     Kind.URL})  # fmt: skip


def extract(text: str, *, document: Metadata | None = None) -> Extraction:
    """Read one Indonesian document.

    Args:
        text: The document as read; offsets count its Unicode code points.
        document: What is known of it beside its text. Relative dates are resolved only when
            its publication date is known to the day.

    Returns:
        Mentions, entities, draft claims, and what was refused with the reason.

    Example:
        >>> found = extract("Polda NTT menangkap 3 tersangka TPPO di Kupang.")
        >>> [mention.entity for mention in found.mentions][:1]
        ['org:polda-nusa-tenggara-timur']
    """
    meta = document or Metadata()
    if (whole := paragraphs.unwrap(text)) is not None:
        return whole.told_of(_extract(whole.text, meta))
    return _extract(text, meta)


def _extract(given: str, meta: Metadata) -> Extraction:
    text = Text(given)
    key = _key(text, meta)
    context = _context(text, meta, key)
    holdings.link_posts(context)
    quotes.find(context)
    agreements.find(context)
    announced.find(context)
    directives.find(context)
    partnerships.find(context)
    subjects.resolve(context)
    told = matters.parted(context)
    for one in told:
        facts.find(one)
    matters.joined(context, told)
    anaphora.find(context)
    prospects.find(context)
    documents.claim(context)
    holdings.claim(context)
    seats.claim(context)
    nesting.claim(context)
    naming.claim(context)
    vouched.withhold(context)
    statements.goals_of_organisations(context)
    statements.claim(context)
    certainty.withhold(context)
    vouched.redact(context)
    return validate.checked(text, _result(context))


def _key(text: str, meta: Metadata) -> str:
    if meta.id:
        tail = meta.id.partition(":")[2]
        return hashlib.blake2b(tail.encode(), digest_size=4).hexdigest()
    return hashlib.blake2b((meta.url or text).encode(), digest_size=4).hexdigest()


def _context(text: str, meta: Metadata, key: str) -> Context:
    blocks = layout.blocks(text)
    lines = sentences(blocks)
    sink = Sink(text, key)
    registry = Registry(sink, text)
    known = recognise.values(text, meta.published)
    media = outlets.items(text, blocks)
    found = recognise.names(text, blocks, recognise.keep_first([known, media]))
    ruled = recognise.keep_first([known, media, found])
    items = recognise.keep_first([ruled, echo.find(text, lines, ruled)])
    items = recognise.keep_first([items, tagger.fill(text, lines, items)])
    items = echo.without_namesakes(items)
    items = recognise.keep_first([items, echo.find(text, lines, items)])
    items = letters.outside(text, items)
    items, spots = victims.protect(text, lines, items)
    for spot in spots:
        sink.protect(spot, "Korban atau saksi tidak dicatat sebagai orang")
    link(registry, items, lines)
    items = [
        item
        for item in items
        if registry.of(item) or item.kind in _SILENT | {Kind.POST, Kind.TOPIC} or _is_channel(item)
    ]
    views = _views(text, lines, items)
    return Context(
        text, meta, meta.id or f"doc:{key}", blocks, lines, views, registry, sink,
        registry_items=tuple(items),
    )  # fmt: skip


def _is_channel(item: Item) -> bool:
    return item.kind in (Kind.PHONE, Kind.ACCOUNT, Kind.PLATE, Kind.HANDLE, Kind.EMAIL,
                         Kind.VESSEL)  # fmt: skip


def _views(text: str, lines: list[Sentence], items: list[Item]) -> list[View]:
    views, index = [], 0
    for line in lines:
        while index < len(items) and items[index].start < line.start:
            index += 1
        inside = []
        at = index
        while at < len(items) and items[at].start < line.end:
            if items[at].end <= line.end:
                inside.append(items[at])
            at += 1
        told = _told(line)
        views.append(View(told, [item for item in inside if item.start >= told.start], text))
    return views


# "KUPANG – Rapat digelar", "Jakarta, Kabar.com (12/3) - Rapat digelar": where it was written.
_DATELINE = Pattern(
    r"(?:[A-Z][A-Z.'-]+(?:\s[A-Z][A-Z.'-]+){0,3}|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}(?=,\s|\s\())(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?(?:,?\s?\([^()]{2,24}\))?"
    r"\s?[-–—]{1,2}\s+(?=[\"“]?[A-Z])"
)


def _told(line: Sentence) -> Sentence:
    """Return a sentence without the dateline that newsrooms put before it."""
    lead = _DATELINE.match(line.text) if line.role is Role.BODY else None
    cut = lead.end() if lead else 0
    return replace(line, start=line.start + cut, text=line.text[cut:]) if cut else line


def _result(context: Context) -> Extraction:
    mentions = [
        Mention(item.start, item.end, item.text, _class(context, item), _entity(context, item))
        for item in context.registry_items
        if item.kind not in _SILENT and _entity(context, item)
    ]
    for (start, end), id_ in context.anaphors.items():
        cls = context.sink.entities[id_].cls
        mentions.append(Mention(start, end, context.text[start:end], cls, id_, "anaphor"))
    mentions.sort(key=lambda one: (one.start, one.end))
    return Extraction(
        context.meta, context.document_id, tuple(mentions), tuple(context.sink.entities.values()),
        tuple(context.sink.claims.values()), tuple(context.sink.refused),
        tuple(context.sink.protected),
    )  # fmt: skip


def _entity(context: Context, item: Item) -> str:
    return context.registry.of(item) or (item.key if item.kind is Kind.TOPIC else "")


def _class(context: Context, item: Item) -> str:
    id_ = context.registry.of(item)
    return context.sink.entities[id_].cls if id_ else item.cls
