"""Deportations told over several sentences, and to whom people were handed over.

Owns the sentence that says who was sent home and the later one that says how many came, when and
where. Refuses to join them where other people or another year are told between, and hand-overs of
suspects and files.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, reality
from loaders.text.facts.groups import group
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_SENT = Pattern(
    r"\b(?:[Mm]endeportasi|[Dd]ideportasi|[Mm]emulangkan\s+paksa|[Dd]ipulangkan\s+paksa)\b"
)
_DEPORTED = Pattern(r"(?i)\b(?:deport\w+|dideport\w+|mendeport\w+|dipulangkan\s+paksa)\b")
_CAME = (
    r"(?:tiba(?:\s+kembali)?|mendarat|merapat|bersandar|turun|masuk\s+melalui|dipulangkan\s+(?:melalui|lewat)|diterima"
    r"|disambut)"
)
_ARRIVAL = Pattern(
    rf"^[\"“]?(?:(?:Sebanyak|Total|Sejumlah|Ada)\s+)?⟨CNT\d+⟩(?:(?!\b(?:dan|tidak|belum|yang\s+(?!di\s?deportasi))\b|⟨CNT)"
    rf"[^.;\"“]){{0,70}}?\b{_CAME}\b"
)
# So many sentences after the one that says that they were sent, they may come.
_REACH = 3
_MOVED = frozenset({"migrant-worker", "prospective-migrant", "victim", ""})
_TAKERS = (
    r"(?i:(?:pihak|petugas|kantor|tim)\s+)?"
    r"(?P<to>{WHO}(?:(?:\s*,\s*{ORG})*\s*,?\s+(?:dan|serta)\s+(?:pihak\s+|petugas\s+)?{ORG})?)"
)
_HANDED = pattern(
    r"(?i:\b(?P<deed>diserahkan|diserahterimakan|diserah-terimakan|menyerahkan|menyerahterimakan|dititipkan|dibawa))\b"
    r"(?:(?!\b(?:dan|lalu|sedangkan|sementara|barang|berkas|tersangka|pelaku)\b)[^.;⟨\"“]|⟨CNT\d+⟩|⟨ORG\d+⟩(?=\s+kepada)){0,60}?"
    rf"\b(?:kepada|ke)\s+{_TAKERS}"
)
# "Serah terima dilakukan antara KJRI X dan BP3MI Y": of the people told of before.
_HANDOVER = pattern(
    r"\b(?P<deed>(?i:serah[\s-]terima))\b(?:(?!\b(?:jabatan|aset|bantuan|dokumen|barang|berkas|tersangka|pelaku|jenazah)\b)[^.;⟨\"“]|⟨(?:CNT|LOC|PNT|DAT)\d+⟩){0,80}?"
    rf"\b(?:kepada|ke|dengan|antara\s+(?:pihak\s+)?{{ORG}}\s+(?:dan|dengan|kepada))\s+{_TAKERS}"
)
_PEOPLE = Pattern(
    r"(?i)(?:\b(?:mereka|korban|calon|c?pmi|tki|wni|pekerja|penumpang|rombongan|deportan|orang)\b[^.;\"“]{0,90}|⟨CNT\d+⟩(?:[^.;⟨\"“]|⟨(?:LOC|PNT|DAT|VES)\d+⟩){0,120})$"
)
_WORKERS = Pattern(r"(?i)\b(?:pekerja\s+migran|pmi|tki|tkw|buruh\s+migran)\b")
_OTHERS = Pattern(
    r"(?i)\b(?:tersangka|pelaku|terdakwa|terduga|berkas|barang|jenazah|tekong|nakhoda|motoris|sopir|calo)\b"
)
_CARES = Pattern(
    r"(?i)\b(?:BP3MI|BP2MI|UPT|P4MI|Dinas|Disnaker|Dinsos|Kementerian|Kemensos|KP2MI|KBRI|KJRI|Konsulat|LSM|Yayasan)"
)
_CLASSES = ("Interception", "Rescue", "Deportation", "Repatriation")


def find(context: Context) -> None:
    """Add deportations of several sentences and hand-overs of the people of the one event."""
    if _DEPORTED.search(context.text):
        for view in context.views:
            if view.sentence.role is Role.BODY and not context.events.get("Deportation"):
                _arrival(context, view)
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _handed(context, view)
            _met(context, view)


def is_deported(context: Context, view: View) -> bool:
    """Whether a sentence, or those just before it, say that people were deported."""
    return _SENT.search(view.masked) is not None or _sent_before(context, view) is not None


def _sent_before(context: Context, view: View) -> tuple[View, re.Match[str]] | None:
    number = view.sentence.number
    for other in reversed(context.views[max(0, number - _REACH) : number]):
        if other.sentence.role is not Role.BODY:
            return None
        if frames.persons_counted(other, 0, len(other.masked)):
            return None
        found = _SENT.search(other.masked)
        if found and reality.is_real(other, found.start()):
            return other, found
    return None


def _arrival(context: Context, view: View) -> None:
    found = _ARRIVAL.match(view.masked)
    told = _sent_before(context, view) if found else None
    if found is None or told is None or not reality.is_real(view, found.end() - 3):
        return
    people = [
        p
        for p in frames.persons_counted(view, 0, found.end())
        if getattr(p.value, "role", "suspect") in _MOVED
    ]
    if len(people) != 1:
        return
    before, sent = told
    sink, span, voice = context.sink, view.span(found), context.voice(view.sentence.start)
    event = sink.fresh("evt", "deportation")
    sink.entity(event, "Deportation", f"Deportasi {people[0].text}", span)
    context.add_event("Deportation", event)
    role = "migrant-worker" if _WORKERS.search(before.masked) else ""
    id_ = group(context, view, people[0], voice, role, event)
    sink.claim(event, "affected", id_, span, is_object=True, voice=voice)
    for item, agent in _senders(context, before, sent):
        where = before.offset(sent.start())
        whole = min(item.start, where), max(item.end, where)
        voice_before = context.voice(before.sentence.start)
        sink.claim(event, "conductedBy", agent, whole, is_object=True, voice=voice_before)
    _where_and_when(context, view, event, found.end())
    _from(context, [before, view], event)


def _senders(context: Context, view: View, sent: re.Match[str]) -> list[tuple[Item, str]]:
    if sent[0].casefold().startswith("me"):
        return frames.agents_before(context, view, sent.start())
    return frames.agents_after(context, view, sent.end())


def _where_and_when(context: Context, view: View, event: str, at: int) -> None:
    sink, voice = context.sink, context.voice(view.sentence.start)
    date = frames.date_of(view, at)
    if date and date.is_day:
        span = date.start, date.end
        sink.claim(
            event, "date", date.key, span, voice=voice, original=date.original, confidence=0.85
        )
    for point in view.within(at, len(view.masked), Kind.POINT):
        id_ = context.registry.of(point)
        before = view.masked[: frames.masked_at(view, point)]
        if id_ and re.search(r"(?i)\b(?:di|melalui|lewat)\s+$", before):
            span = point.start, point.end
            sink.claim(event, "transit", id_, span, is_object=True, voice=voice, confidence=0.8)


_FROM = pattern(r"\bdari\s+(?:wilayah\s+|Depot\s+\w+\s+)?(?P<chain>{LOC}(?:\s*,\s*{LOC})?)")


def _from(context: Context, views: list[View], event: str) -> None:
    for view in views:
        for found in _FROM.finditer(view.masked):
            for item in view.within(found.start("chain"), found.end("chain")):
                id_ = context.registry.of(item)
                is_home = not (id_.startswith("country:") or frames.is_abroad(item))
                if id_ and id_ != "country:ID" and not is_home:
                    span, voice = (item.start, item.end), context.voice(item.start)
                    context.sink.claim(
                        event, "origin", id_, span, is_object=True, voice=voice, confidence=0.82
                    )


_MET = pattern(
    r"\b(?:dijemput|disambut|didampingi|dikawal)\s+(?:langsung\s+)?(?:oleh\s+)?(?:(?i:petugas|tim|pegawai|staf)\s+(?:dari\s+)?)?(?P<who>{ORG})"
)
_THEY = Pattern(
    r"(?i)\b(?:mereka|ke\w+nya|rombongan|para\s+(?:pmi|wni|deporta(?:n|si)|pekerja|korban)|⟨CNT\d+⟩)[^.;]{0,120}$"
)


def _met(context: Context, view: View) -> None:
    """Claim who met or went with those of the one return."""
    found = _MET.search(view.masked)
    event = context.only_event("Deportation", "Repatriation") if found else ""
    who = view.item(found, "who") if found else None
    if found is None or who is None or not event:
        return
    number = next(s.number for s in context.sentences if s.end > context.sink.entities[event].start)
    is_near = 0 <= view.sentence.number - number <= _REACH
    id_ = context.registry.of(who)
    is_theirs = _THEY.search(view.masked[: found.start()]) is not None
    if id_ and is_near and is_theirs and reality.is_real(view, found.start()):
        span, voice = (view.offset(found.start()), who.end), context.voice(who.start)
        context.sink.claim(
            event, "assistedBy", id_, span, is_object=True, voice=voice, confidence=0.75
        )


def _event_of(context: Context, view: View) -> str:
    """Return the one event that concerns as many people as the sentence speaks of, or empty."""
    claims = list(context.sink.claims.values())
    sizes = {str(c.value.bounds.lower) for c in view.items if isinstance(c.value, Counted)}
    # "menyerahkan ke-18 orang itu"
    sizes |= set(re.findall(r"\bke-?(\d+)\b", view.masked))
    groups = {c.subject for c in claims if c.property == "groupSizeLower" and c.value in sizes}
    of_class = {one for cls in _CLASSES for one in context.events.get(cls, [])}
    events = {c.subject for c in claims if c.property == "affected" and c.value in groups}
    events &= of_class
    return events.pop() if len(events) == 1 else ""


def _handed(context: Context, view: View) -> None:
    """Claim who took over the people whom the one event concerns."""
    found = _HANDED.search(view.masked) or _HANDOVER.search(view.masked)
    event = _told_of(context, view) if found else ""
    if found is None or not event or not reality.is_real(view, found.start()):
        return
    deed = found["deed"].casefold()
    is_active = deed.startswith("me")
    who = found[0] if is_active else view.masked[: found.start()]
    is_people = _PEOPLE.search(who.partition("⟨ORG")[0] if is_active else who) or deed[0] == "s"
    if not is_people or _OTHERS.search(who):
        return
    voice = context.voice(view.offset(found.start()))
    told = {c.value for c in context.sink.claims.values() if c.subject == event}
    for to in view.within(*found.span("to")):
        # "kepada Koordinator P4MI X, Rina": her office took them over.
        id_ = context.registry.of(to)
        id_ = context.registry.org_of.get(id_, "") if to.kind is not Kind.ORG else id_
        if not id_ or id_ in told or not _is_carer(context, id_, to):
            continue
        span = view.offset(found.start()), to.end
        context.sink.claim(
            event, "assistedBy", id_, span, is_object=True, voice=voice, confidence=0.78
        )


def _is_carer(context: Context, id_: str, to: Item) -> bool:
    """Whether an agency, by its name, takes over people who came home."""
    return _CARES.search(context.sink.entities[id_].caption + " " + to.text) is not None


def _told_of(context: Context, view: View) -> str:
    """Return the event told before of people who may be handed over here, or empty."""
    event = context.only_event(*_CLASSES) or _event_of(context, view)
    starts = {
        one: context.sink.entities[one].start
        for cls in _CLASSES
        for one in context.events.get(cls, [])
    }
    if event:
        return event if starts[event] < view.sentence.end else ""
    first = context.views[max(0, view.sentence.number - _REACH - 1)].sentence.start
    near = [one for one, at in starts.items() if first <= at < view.sentence.start]
    return near[0] if len(near) == 1 else ""
