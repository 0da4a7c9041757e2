"""What opens a later sentence with the noun for a deed adds: ``Kepulangan mereka pada Rabu``.

Owns day and port right behind the noun, whose joint work the deed was, who led it, and the day of
the first sentence for the one deed that it announces. Refuses nouns that could mean several events,
deeds to come, and days on which something was only told.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.activities import is_official, tie
from loaders.text.facts.helped import classes_of
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.facts.sequels import DEEDS, opened
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_NOUN = Pattern(
    r"^[\"“]?(?:Proses\s+|Upaya\s+|Aksi\s+)?(?i:(?P<noun>penangkapan|pengge?rebe[gk]k?an|penggagalan|pencegahan|penyelamatan|evakuasi|pemulangan|kepulangan|kedatangan|penjemputan|deportasi)|operasi|penindakan|pengungkapan|razia|sidak)"
    r"(?:nya|\s+(?:itu|tersebut|ini|mereka|korban|keduanya|ketiganya|rombongan|para\s+\w+|(?:ke-?)?⟨CNT\d+⟩(?:\s+[A-Z]\w+)?(?:\s*\([A-Z]+\))?(?:\s+(?:ini|itu|tersebut))?))(?=\s)"
)
_RETURNS = frozenset({"Repatriation", "Deportation"})
_GAP = (
    r"(?:(?!\b(?:yang|untuk|guna|agar|dalam|setelah|usai|saat"
    r"|me[a-z]{3,}|di[a-z]{4,}|ber[a-z]{3,})\b)[^.;:\"“⟨]){0,60}?"
)
_ROW = rf"(?P<row>(?:{_GAP}⟨ORG\d+⟩){{1,8}})"
# "Pemulangan ini merupakan hasil kolaborasi antara Kemlu dengan KBRI": both did it.
_JOINT = pattern(
    r"\b(?:hasil\s+(?:dari\s+)?|buah\s+)(?:kolaborasi|kerja\s?sama|sinergi|kerja\s+bersama|kerja\s+keras)"
    rf"\s+(?:antara|dari)\b{_ROW}"
)
_BY = r"(?:(?:langsung|secara|oleh)\s+){0,2}(?:[Tt]im\s+)?(?:gabungan\s+)?(?:dari\s+)?"
_LED = pattern(
    rf"\b(?:di\s?pimpin|dikomandoi|dikomandani)\s+{_BY}(?P<row>⟨(?:ORG|PER)\d+⟩(?:\s*(?:,|dan|serta|,\s*dan)\s*⟨(?:ORG|PER)\d+⟩){{0,6}})"
)
# "Tim gabungan yang dipimpin Kasat A menghentikan", "Operasi dipimpin langsung Kapolres B".
_TEAM_LED = pattern(
    r"(?:^[\"“]?|[,;]\s+|(?<=⟩)\s*,?\s+(?:yang\s+|dengan\s+)?|\b(?:[Tt]im|[Pp]etugas|[Pp]ersonel|[Aa]nggota|[Aa]parat|[Pp]asukan|[Rr]azia|[Oo]perasi|[Pp]atroli|[Pp]enindakan|[Pp]engge?rebe[gk]k?an|[Pp]enangkapan|[Pp]enyergapan)"
    r"(?:\s+(?:gabungan|khusus|patroli|itu|ini|tersebut|tadi))*\s*,?\s+(?:yang\s+)?)"
    r"(?:di\s?pimpin|dikomandoi|dikomandani)\s+(?:(?:langsung|oleh)\s+){0,2}(?P<who>{PER})"
)


def find(context: Context) -> None:
    """Add to events what sentences say that open with the noun for them."""
    for view in context.body():
        if view.sentence.role is Role.BODY:
            _resumed(context, view)
            _team_led(context, view)
    _announced(context)


def _resumed(context: Context, view: View) -> None:
    found = _NOUN.match(view.masked)
    if found is None or not reality.is_real(view, found.end()):
        return
    event = opened(context, view, *classes_of(found["noun"] or ""))
    if not event or context.sink.entities[event].start >= view.sentence.end:
        return
    end = _first_verb(view, found.end())
    _day(context, view, event, (found.end(), end))
    _ports(context, view, event, (found.end(), end))
    joint = _JOINT.search(view.masked, found.end())
    known = {c.value for c in context.sink.claims.values() if c.subject == event}
    for item in view.within(*joint.span("row"), Kind.ORG) if joint else ():
        id_ = context.registry.of(item)
        if id_ and id_ not in known and item.cls not in FIRMS:
            tie(context, event, "conductedBy", id_, (item.start, item.end))
    if led := _LED.search(view.masked, found.end()):
        items = view.within(*led.span("row"), Kind.ORG, Kind.PERSON)
        for item in items if "ledBy" not in context.sink.told_of(event) else ():
            if is_official(context, item):
                tie(context, event, "ledBy", context.registry.of(item), (item.start, item.end))


_BY_WAY = frozenset({"melalui", "menuju"})


def _first_verb(view: View, at: int) -> int:
    """Return where the first verb behind a masked position stands, or the end of the clause."""
    words = WORD.finditer(view.masked, at)
    end = frames.clause_end(view, at)
    made = [
        one.start()
        for one in words
        if one[0].islower() and one[0] not in _BY_WAY and is_verb(one[0])
    ]
    return min(made, default=end)


def _day(context: Context, view: View, event: str, span: tuple[int, int]) -> None:
    days = [d for d in view.within(*span, Kind.DATE) if d.is_day]
    if len(days) == 1 and "date" not in context.sink.told_of(event):
        day = days[0]
        context.sink.claim(
            event, "date", day.key, (day.start, day.end), voice=context.voice(day.start),
            original=day.original, confidence=0.8,
        )  # fmt: skip


def _ports(context: Context, view: View, event: str, span: tuple[int, int]) -> None:
    if context.sink.entities[event].cls not in _RETURNS:
        return
    for port in view.within(*span, Kind.POINT):
        id_ = context.registry.of(port)
        if id_ and "transit" not in context.sink.told_of(event):
            tie(context, event, "transit", id_, (port.start, port.end))


def _team_led(context: Context, view: View) -> None:
    """Claim who led those who did what this sentence, or the next, tells of."""
    found = _TEAM_LED.search(view.masked)
    who = view.item(found, "who") if found else None
    if found is None or who is None or not reality.is_real(view, found.end()):
        return
    events = _told_in(context, view)
    behind = context.after(view)
    if not events and behind is not None and _THEN.match(behind.masked):
        events = _told_in(context, behind)
    if not events and _NOUN.match(view.masked):
        events = [one for one in [opened(context, view, *DEEDS)] if one]
    for event in events if is_official(context, who) else ():
        if "ledBy" not in context.sink.told_of(event):
            span = min(who.start, view.offset(found.start())), who.end
            tie(context, event, "ledBy", context.registry.of(who), span)


_THEN = Pattern(
    r"^[\"“]?(?:(?:Dari|Di)\s+(?:atas|dalam)\b|Petugas\b|Polisi\b|Hasilnya\b|(?:Dari|Di|Dalam)\s+\w+\s+(?:itu|tersebut)\b)"
)


def _told_in(context: Context, view: View) -> list[str]:
    start, end = view.sentence.start, view.sentence.end
    events = [one for cls in DEEDS for one in dict.fromkeys(context.events.get(cls, []))]
    return [one for one in events if start <= context.sink.entities[one].start < end]


# "mengungkap pengiriman PMI di perairan X pada Sabtu (26/9) sekira pukul 02.30": the hour of the
# deed, not of the telling.
_UNCOVERED = Pattern(r"\b(?:mengungkap|membongkar)\b")
_HOUR = Pattern(
    r"⟨DAT\d+⟩\s*,?\s*(?:(?:dini\s+hari|pagi|siang|sore|petang|malam)\b"
    r"|(?:(?:sekira|sekitar)(?:nya)?\s+)?(?:pukul|pkl\.?|jam)\s)"
)


def _announced(context: Context) -> None:
    """Give the one deed day and place of the lead that announces the case by its hour."""
    lead = next((v for v in context.views if v.sentence.role is Role.BODY), None)
    found = _UNCOVERED.search(lead.masked) if lead else None
    event = context.only_event(*DEEDS) if found else ""
    if lead is None or found is None or not event or not _HOUR.search(lead.masked, found.end()):
        return
    known = context.sink.told_of(event)
    if known & {"date", "occurredAt"} or not reality.is_real(lead, found.start()):
        return
    day = frames.date_of(lead, found.end())
    if day is None or not day.is_day:
        return
    sink, voice = context.sink, context.voice(day.start)
    sink.claim(event, "date", day.key, (day.start, day.end), voice=voice, confidence=0.78)
    for item, id_ in frames.places_of(context, lead, found.end()):
        tie(context, event, "occurredAt", id_, (item.start, item.end))
