"""Firms against the state before an administrative court: who sues whom, and that it was ruled on.

Owns the words for suits and their rulings; a ruling convicts nobody. Refuses suits that are only
announced, and documents that name several courts.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.courtrooms import the_court
from loaders.text.facts import reality
from loaders.text.facts.cases import case_of
from loaders.text.patterns import Pattern
from loaders.text.view import View, pattern

_PARTIES = pattern(
    r"\b[Gg]ugatan\s+(?:yang\s+(?:diajukan|dilayangkan|didaftarkan)\s+)?(?:oleh\s+)?{ORG:suing}(?:\s+(?:terhadap|kepada|melawan)\s+{ORG:sued})?"
    r"|{ORG:one}\s+(?:(?:juga|telah|sudah|lalu)\s+)?(?:menggugat|(?:memenangi|memenangkan|menang|kalah)\s+(?:(?:dalam\s+)?(?:sengketa|gugatan|perkara)\s+)?(?:melawan|atas|dari))\s+{ORG:other}"
)
_OF_STATE = Pattern(r"(?i)PT\s?T?UN|pengadilan\s+(?:tinggi\s+)?tata\s+usaha")
_RULED = Pattern(
    r"(?i)\b(?:menolak|mengabulkan|memenangkan|menggugurkan)\s+(?:(?:seluruh|sebagian|semua)\s+)?gugatan\b"
    r"|\bgugatan\b[^.;\"“]{0,60}\b(?:ditolak|dikabulkan|dimenangkan)\b|\bmemenangi\s+(?:sengketa|gugatan|perkara)\b"
    r"|\b(?:majelis|hakim|pengadilan|putusan)\b[^.;\"“]{0,60}\b(?:menyatakan\s+(?:batal|tidak\s+sah)|membatalkan)\s+(?:SK|surat|keputusan|pencabutan|sanksi)\b"
)
_ON = pattern(
    r"\b(?i:putusan)\b[^.;⟨\"“]{0,40}(?:⟨NUM\d+⟩[^.;⟨\"“]{0,20})?\b(?:dibacakan|diucapkan|dijatuhkan|tertanggal)\s+(?:(?:pada|hari)\s+)*{DAT:date}"
)


def find(context: Context) -> None:
    """Claim the parties of a suit before the one administrative court, and its ruling."""
    court = the_court(context)
    if not court or not _OF_STATE.match(context.sink.entities[court].caption):
        return
    ruling = context.sink.scoped("evt", "ruling")
    for view in context.body():
        _parties(context, view)
        told = _RULED.search(view.masked)
        if told and reality.is_real(view, told.start()):
            span, caption = view.span(told), f"Putusan {context.sink.entities[court].caption}"
            context.sink.entity(ruling, "Verdict", caption, span)
            context.sink.claim(ruling, "court", court, span, is_object=True, confidence=0.85)
        on = _ON.search(view.masked) if ruling in context.sink.entities else None
        day = view.item(on, "date") if on else None
        if day and day.key and "date" not in context.sink.told_of(ruling):
            context.sink.claim(ruling, "date", day.key, (day.start, day.end), original=day.text)


def _parties(context: Context, view: View) -> None:
    for found in _PARTIES.finditer(view.masked):
        for group in (
            ("suing", "sued", "one", "other") if reality.is_real(view, found.start()) else ()
        ):
            item = view.item(found, group)
            if item and item.cls != "Court" and (id_ := context.registry.of(item)):
                span = item.start, item.end
                case = case_of(context, span)
                context.sink.claim(case, "party", id_, span, is_object=True, confidence=0.85)
