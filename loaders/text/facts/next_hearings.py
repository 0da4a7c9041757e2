"""Sessions of a court that are still to come, as expectations: when, where, for which step.

Owns the words that put a session off or announce one. Refuses what has neither a day nor a week,
documents without a day of publication, and what was to take place and did not.
"""

from __future__ import annotations

import re

from loaders.text import coming
from loaders.text.context import Context
from loaders.text.courtrooms import the_court
from loaders.text.facts.agendas import agenda_of
from loaders.text.facts.cases import case_of
from loaders.text.patterns import Pattern
from loaders.text.view import View

_SESSION = (
    r"(?:sidang(?!\s+(?:isbat|paripurna|kabinet|etik|pleno))|persidangan|vonis(?:nya)?"
    r"|putusan(?:nya)?|tuntutan(?:nya)?)"
)
_ANNOUNCED = (
    r"(?:akan|bakal|dilanjutkan|dilanjut|kembali\s+digelar|dijadwalkan|diagendakan|direncanakan"
    r"|rencananya|ditunda|diundur)"
)
_TO_COME = Pattern(
    rf"(?i)\b{_SESSION}\b[^.;\"“”]{{0,90}}?\b{_ANNOUNCED}\b"
    rf"|\b(?:menunda|melanjutkan|menjadwalkan|mengagendakan)\s+(?:pembacaan\s+)?{_SESSION}\b"
    rf"|\b(?:akan|bakal)\s+(?:membacakan|menjatuhkan|mengucapkan)\s+{_SESSION}\b"
    r"|\b(?:akan|bakal|(?:memberi(?:kan)?|diberi(?:kan)?)\s+(?:kesempatan|waktu)(?:\s+(?:kepada|bagi|untuk|para|kedua|terdakwa|penasihat|kuasa|hukum|⟨PER\d+⟩)){0,5})\s+"
    r"(?:mengajukan|menyampaikan|membacakan)\s+(?:nota\s+)?(?:pl[ei]+doo?i|pembelaan|eksepsi)\b"
)
_NEVER = Pattern(
    r"(?i)\b(?:batal|belum\s+(?:dijadwalkan|diketahui)|sedianya|semestinya|seharusnya"
    r"|yang\s+dijadwalkan|semula|awalnya|gugatan|penggugat|perdata)\b"
)
_WHEN = Pattern(
    rf"(?i)⟨DAT(?P<date>\d+)⟩|{coming.WORDS}"
    r"|(?:\b(?:selama|dalam)\s+)?⟨DUR\d+⟩(?:\s+(?:lagi|ke\s+depan|mendatang))?"
)


def find(context: Context) -> None:
    """Claim the sessions that body sentences announce."""
    published, court = context.meta.published or "9", the_court(context)
    for view in context.body() if court else ():
        told = _TO_COME.search(view.masked)
        if told is None or _NEVER.search(view.masked):
            continue
        # "Besok, Rabu 14 Agustus, sidang akan digelar": the day may stand before, too.
        days = *_WHEN.finditer(view.masked, told.start()), *_WHEN.finditer(view.masked)
        for when in days:
            span = view.span(when)
            day = coming.meant(context.text[slice(*span)], context.meta.published)
            if when["date"]:
                item = view.item_number(int(when["date"]))
                day = item.key if item.is_day else day
            if day > published:
                id_ = _claim(context, court, day, span)
                _agenda(context, view, id_, told)
                break


def _agenda(context: Context, view: View, hearing: str, told: re.Match[str]) -> None:
    """Claim for which step the court is to sit: in words of agenda, or what is to be read out."""
    agenda = agenda_of(view)
    read_out = _READ_OUT.search(told[0])
    if agenda is None and read_out:
        agenda = _STEPS.get(read_out[0].casefold()[:3], "plea"), told
    if agenda:
        span = view.span(agenda[1])
        voice = context.voice(span[0]).as_("expectation")
        context.sink.claim(hearing, "agenda", agenda[0], span, voice=voice, confidence=0.82)


_READ_OUT = Pattern(r"(?i)\b(?:vonis|putusan(?!\s+sela)|tuntutan|pl[ei]+doo?i|pembelaan)")
_STEPS = {"von": "verdict", "put": "verdict", "tun": "demand"}


def _claim(context: Context, court: str, day: str, span: tuple[int, int]) -> str:
    sink = context.sink
    caption = f"Sidang berikutnya di {sink.entities[court].caption}"
    key = f"hearing-next-{day.partition('/')[0]}"
    id_ = sink.entity(sink.scoped("evt", key), "CourtHearing", caption, span)
    voice = context.voice(span[0]).as_("expectation")
    words = context.text[slice(*span)]
    sink.claim(id_, "date", day, span, voice=voice, original=words, confidence=0.82)
    sink.claim(id_, "court", court, span, is_object=True, voice=voice, confidence=0.8)
    case = case_of(context, span)
    sink.claim(id_, "caseOf", case, span, is_object=True, voice=voice, confidence=0.8)
    return id_
