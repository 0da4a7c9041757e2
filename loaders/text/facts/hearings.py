"""Sessions of a court that were held: where, on which day, who is tried, for which step.

Owns the words for sessions and their agendas. Refuses those that are still to come
(:mod:`~loaders.text.facts.next_hearings`), days on which a verdict was pronounced there (the
verdict tells them), and sessions without a court or a whole date.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.courtrooms import the_court
from loaders.text.facts import frames, reality
from loaders.text.facts.agendas import agenda_of
from loaders.text.facts.cases import case_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View

_HELD = Pattern(
    r"(?i)\b(?:sidang|persidangan|disidang(?:kan)?|diadili|duduk\s+di\s+kursi\s+(?:terdakwa|pesakitan)|(?:didakwa|mendakwa|dakwaan|eksepsi|putusan\s+sela|tuntutan|dituntut|menuntut)\b)"
)
_TO_COME = Pattern(
    r"(?i)\b(?:akan|bakal|dilanjutkan|ditunda|menunda|dijadwalkan|mendatang|depan|rencananya|berikutnya|selanjutnya|menunggu|melimpahkan|dilimpahkan|batal|urung|belum|diminta|berharap|gugatan|penggugat|etik)\b"
)
# "pada sidang 27 Agustus lalu": the day of that session, in the one court of the document.
_SESSION_OF = Pattern(
    r"(?i)\b(?:sidang|persidangan)\s+(?:(?:pada|hari|yang\s+digelar)\s+)*⟨DAT(\d+)⟩"
)

# "November 2016 lalu, mulai disidangkan di PN Batam, Senin (10/4)": the day behind the court.
_AT_COURT_ON = Pattern(
    r"(?i)\b(?:disidang(?:kan)?|diadili)\s+di\s+⟨ORG\d+⟩\s*,?\s+(?:(?:pada|hari)\s+)*⟨DAT(\d+)⟩"
)

# "data pengadilan per 25 September": until when was counted.
_AS_OF = Pattern(r"(?i)\b(?:per|hingga|sampai)\s+(?:dengan\s+)?(?:tanggal\s+)?$")


def find(context: Context) -> None:
    """Claim the sessions that body sentences tell of."""
    told = context.sink.claims.values()
    ruled = {c.value for c in told if c.property == "date" and "-verdict-" in c.subject}
    for view in context.body():
        held = _HELD.search(view.masked)
        if held is None or _TO_COME.search(view.masked):
            continue
        date = frames.date_of(view, held.start())
        if session := _SESSION_OF.search(view.masked):
            date = view.item_number(int(session[1]))
        elif on := _AT_COURT_ON.search(view.masked):
            date = view.item_number(int(on[1]))
        court = _court(context, view, is_told=session is not None)
        is_past = date is not None and date.key <= (context.meta.published or "9")
        is_as_of = date is not None and _AS_OF.search(view.masked[: frames.masked_at(view, date)])
        if is_as_of or not (court and date and is_past) or not date.is_day or date.key in ruled:
            continue
        if not reality.is_rumour(view):
            id_ = _claim(context, court, date.key, (date.start, date.end), date.text)
            _who_and_why(context, view, id_)


_NEAR = 3


def _who_and_why(context: Context, view: View, hearing: str) -> None:
    """Claim the agenda of a session, and those on trial whom its sentence or the next name."""
    number, block = view.sentence.number, view.sentence.block
    after = [
        one for one in context.views[number + 1 : number + _NEAR] if one.sentence.role is Role.BODY
    ]
    for near in (view, *(one for one in after if not _HELD_AGAIN.search(one.masked))):
        agenda = agenda_of(near) if near is view or near.sentence.block == block else None
        if agenda and "agenda" not in context.sink.told_of(hearing):
            name, found = agenda
            context.sink.claim(hearing, "agenda", name, near.span(found), confidence=0.85)
    tried = _tried(context)
    for near in (view, *after):
        named = {i: one for one in near.items if (i := context.registry.of(one)) in tried}
        for person, item in named.items():
            span = item.start, item.end
            context.sink.claim(hearing, "defendant", person, span, is_object=True, confidence=0.8)
        if named:
            break


_HELD_AGAIN = Pattern(r"(?i)\b(?:sebelumnya|berikutnya|selanjutnya|mendatang|depan|ditunda)\b")


def _tried(context: Context) -> set[str]:
    """Return those of whom the document says that a court tries or judged them."""
    return {
        c.value
        for c in context.sink.claims.values()
        if c.property == "stageOf"
        and c.subject.endswith(("-defendant", "-convicted", "-acquitted"))
    }


def _court(context: Context, view: View, *, is_told: bool) -> str:
    """Return the court of a sentence; without one, that of the document beside words for it."""
    here = {item.key for item in view.items if item.cls == "Court" and item.key}
    if here:
        return here.pop() if len(here) == 1 else ""
    before = context.views[max(0, view.sentence.number - 1)]
    is_near = before.sentence.block == view.sentence.block
    near = any(item.cls == "Court" for item in before.items) and is_near
    return the_court(context) if near or is_told else ""


def _claim(context: Context, court: str, day: str, span: tuple[int, int], text: str) -> str:
    sink = context.sink
    caption = f"Sidang di {sink.entities[court].caption}"
    id_ = sink.entity(sink.scoped("evt", f"hearing-{day}"), "CourtHearing", caption, span)
    voice = context.voice(span[0])
    sink.claim(id_, "date", day, span, voice=voice, original=text, confidence=0.82)
    sink.claim(id_, "court", court, span, is_object=True, voice=voice, confidence=0.82)
    case = case_of(context, span)
    sink.claim(id_, "caseOf", case, span, is_object=True, voice=voice, confidence=0.8)
    return id_
