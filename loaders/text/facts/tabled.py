"""Rows of numbers, one agency or place a line: ``1. Polda Kepri: 9 laporan polisi, 14 tersangka``.

Owns which lines are such rows, and whose numbers they are. Refuses a row below no sentence that
opens a list, and a window where the document tells of several.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import bulleted, measures
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_ROW = pattern(
    r"^\s*(?:[-–—•*·▪]|\(?\d{1,2}[.)]|[a-z][.)])?\s*{ORG|LOC|DAT:who}(?:\s*\([^)⟨]*\))?\s*(?:[:–—-]|=|sebanyak)?\s*"
    r"(?P<row>⟨CNT\d+⟩(?:[^⟨.;]{0,25}(?:,|dan|serta|dengan|/|;)\s*⟨CNT\d+⟩)*)[^⟨]{0,25}$"
)


# A list that says "berasal dari berbagai daerah, yaitu" tells homes.
_OF_HOME = Pattern(r"(?i)\b(?:berasal|asal(?:nya)?|daerah\s+asal|domisili)\b")


def find(context: Context, known: dict[int, str]) -> None:
    """Claim the numbers of rows below sentences that open a list.

    Args:
        context: The document, with its counts.
        known: Ids of the counts claimed so far, by where they are printed.
    """
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        window = _window(context, view.sentence.end)
        for line in bulleted.lines_below(context, view):
            found = _ROW.match(line.masked)
            who = line.item(found, "who") if found else None
            if found and who:
                for item in line.within(found.start("row"), found.end("row"), Kind.COUNT):
                    if item.start not in known:
                        known[item.start] = _claim(context, view, line, who, item, window)


def _window(context: Context, end: int) -> tuple[str, int, int] | None:
    """Return the one window that the document has told of so far, with where it did."""
    claims = context.sink.claims.values()
    told = [c for c in claims if c.property == "window" and c.start < end]
    if len({c.value for c in told}) != 1:
        return None
    return told[0].value, told[0].start, told[0].end


def _claim(
    context: Context, lead: View, line: View, who: Item, item: Item,
    window: tuple[str, int, int] | None,
) -> str:  # fmt: skip
    sink, span = context.sink, (item.start, item.end)
    voice = context.voice(lead.sentence.start)
    id_ = sink.entity(sink.fresh("cnt", "n"), "Count", item.text, span)
    value = item.value
    if not isinstance(value, Counted):
        return id_
    for prop, bound in (("countLower", value.bounds.lower), ("countUpper", value.bounds.upper)):
        if bound is not None:
            sink.claim(id_, prop, str(bound), span, voice=voice, original=value.number)
    sink.claim(id_, "countUnit", value.unit, span, voice=voice)
    measure = measures.of_noun(value) or measures.measure_of(line, item, value)
    measure = measure or measures.lead_measure(lead, value)
    if measure:
        sink.claim(id_, "measure", measure, span, voice=voice, confidence=0.8)
    whole = who.start, item.end
    if who.kind is Kind.DATE:
        if who.key:
            sink.claim(id_, "window", who.key, whole, voice=voice, confidence=0.8)
        return id_
    place = "origin" if _OF_HOME.search(lead.masked) else "area"
    prop = "claimant" if who.kind is Kind.ORG else place
    whose = context.registry.of(who)
    sink.claim(id_, prop, whose, whole, is_object=True, voice=voice, confidence=0.78)
    if window:
        key, *where = window
        sink.claim(id_, "window", key, (where[0], where[1]), voice=voice, confidence=0.75)
    return id_
