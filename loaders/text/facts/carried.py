"""What a deed takes from the one told before: whom ``polisi`` means, when ``operasi itu`` was.

Owns the words that name no agency, and those that say it was one operation. Refuses to choose
where several agencies or days were told before, and an agency that is no police where the word is
``polisi``.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.deeds import CRAFT
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_BARE = Pattern(
    r"(?:^|[\"“,;.]\s*|\b(?:dan|lalu|kemudian|serta|saat|ketika|setelah|itu|tersebut)\s+)"
    r"(?P<who>(?i:polisi|petugas|aparat|personel|penyidik|tim(?:\s+(?:gabungan|patroli|penyidik|itu|tersebut))?"
    r"|operasi(?:\s+(?:itu|ini|tersebut))?))"
    r"(?:\s+(?:berhasil|juga|turut|ikut|kemudian|lalu|langsung|akhirnya|telah|sudah|segera|pun|itu|tersebut))*\s+"
    # "Operasi ini mengamankan tujuh tersangka dan menyelamatkan 82 korban": one subject, two verbs.
    r"(?:me[a-z]+\b(?:(?!⟨(?:ORG|PER|INI)|\b(?:yang|bahwa)\b)[^.;\"“]){0,80}\b(?:dan|serta)\s+(?:(?:juga|berhasil)\s+)*)?$"
)
_POLICE = Pattern(r"(?i)polda|polre|polsek|polri|bareskrim|pol\s?air|kepolisian|reskrim|polair")
_DEEDS = ("Interception", "Rescue", "Arrest", "Raid", "Seizure")


def agency(context: Context, view: View, at: int) -> str:
    """Return the one agency that a bare subject before a verb means, or empty; see agencies."""
    found = agencies(context, view, at)
    return found[0] if len(found) == 1 else ""


def agencies(context: Context, view: View, at: int) -> list[str]:
    """Return the agencies that a bare subject before the verb at a masked position means.

    ``Tim gabungan`` may be several of them; any other subject is one or nobody.

    Args:
        context: The document, with the events found in the sentences before.
        view: The sentence.
        at: Where the active verb stands.
    """
    found = _BARE.search(view.masked[:at])
    if found is None or _is_elsewhere(context, view, at):
        return []
    team = _made_up_of(context, view)
    orgs = team or _done_by(context, view) or _told(context) or _subject_before(context, view)
    orgs = orgs or _of_lead(context, view)
    orgs = orgs or _only_police(context, view)
    orgs = orgs or _of_speaker(context, view, at)
    if len(orgs) != 1 and "gabungan" not in found["who"].casefold() and orgs != team:
        return []
    names = [context.sink.entities[one].caption for one in orgs]
    is_police = found["who"].casefold() in ("polisi", "penyidik")
    return [] if is_police and not all(map(_POLICE.search, names)) else orgs


# "Petugas gabungan terdiri dari BP2MI, TNI dan Polsek X."
_TEAM_OF = pattern(
    r"^[\"“]?(?:Petugas|Tim|Operasi|Razia|Personel)\s+gabungan\s+(?:(?:itu|tersebut|ini|yang)\s+)*(?:terdiri\s+(?:dari|atas)|beranggotakan|melibatkan|meliputi)\s+"
    r"(?P<orgs>(?:[^.;⟨\"“]{0,30}{ORG}){2,8})"
)


def _made_up_of(context: Context, view: View) -> list[str]:
    """Return of whom the sentence before says that the joint team was made up."""
    before = context.before(view)
    found = _TEAM_OF.match(before.masked) if before else None
    items = before.within(*found.span("orgs"), Kind.ORG) if before and found else []
    return list(dict.fromkeys(context.registry.many(items)))


def _of_speaker(context: Context, view: View, at: int) -> list[str]:
    """Return the agency whose officer says what ``petugas`` did, where no other is named."""
    offset = view.offset(at)
    for said in context.said:
        if said.start <= offset < said.end:
            org = context.registry.org_of.get(said.speaker, "")
            entity = context.sink.entities.get(org)
            named = context.registry.many(i for i in view.items if i.kind is Kind.ORG)
            is_office = entity is not None and entity.cls == "LawEnforcementAgency"
            return [org] if is_office and not {*named} - {org} else []
    return []


_BY_OFFICERS = Pattern(
    r"\s+(?:oleh\s+)?(?P<who>polisi|petugas|aparat|personel|penyidik|anggota|tim(?:\s+gabungan)?)\b(?!\s+(?:⟨ORG|dari\b|[A-Z]))"
)


# "Tiga belas perempuan dievakuasi dari lokasi": by whoever uncovered it in the sentence before.
_RESULT = Pattern(
    r"^(?:Hasilnya|Benar\s+saja|Di\s+(?:dalam|atas)(?:nya|\s+[a-z]+(?:\s+(?:itu|tersebut))?))\s*,?\s+(?:[a-z]+\s+)?di[a-z]{4,}"
)
_FROM_THERE = Pattern(
    r"\s+dari\s+(?:lokasi(?!\s+(?:di|lain))|sana|tempat\s+(?:itu|tersebut|kejadian)|(?:rumah|ruko|apartemen|gudang|kapal|penampungan|kos)\s+(?:itu|tersebut))"
)


def by_officers(context: Context, view: View, at: int) -> list[str]:
    """Return the agencies meant by the agent of a passive verb: ``diselamatkan petugas``.

    Without any agent behind it, only where the verb tells what police alone do.

    Args:
        context: The document.
        view: The sentence.
        at: Where the passive verb ends.
    """
    if _FROM_THERE.match(view.masked, at) or _RESULT.match(view.masked):
        return _subject_before(context, view)
    if orgs := _just_uncovered(context, view, at):
        return orgs
    found = _BY_OFFICERS.match(view.masked, at)
    is_raid = view.masked[:at].casefold().endswith(_ENTERED)
    if not (found or (is_raid and re.match(r"\s*[.,;]", view.masked[at:]))):
        return []
    if _is_elsewhere(context, view, at):
        return []
    orgs = _of_lead(context, view) or _told(context)
    names = [context.sink.entities[one].caption for one in orgs]
    return orgs if all(map(_POLICE.search, names)) else []


_ENTERED = ("digerebek", "digrebek", "digerebeg", "digrebeg", "digeledah")
_UNCOVERING = Pattern(
    r"\b(?:(?:[Mm]eng)?ungkap|(?:[Mm]em)?bongkar|[Mm]enggagalkan|[Mm]engungkapkan|[Mm]engusut|[Mm]enyidik)\b"
)
_NO_OFFICERS = Pattern(r"\s+(?:oleh|warga|massa|keluarga|majikan|otoritas|aparat|polisi|petugas)\b")


def _just_uncovered(context: Context, view: View, at: int) -> list[str]:
    """Return who uncovered the matter right before ``Dua orang ditangkap``.

    Only where nobody else is named from there on, neither here nor in the sentence before.
    """
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    if _NO_OFFICERS.match(view.masked, at) or _is_elsewhere(context, view, at):
        return []
    for other, end in ((view, at), (before, len(before.masked))):
        is_near = context.are_together(view, other)
        found = _UNCOVERING.search(other.masked, 0, end) if is_near else None
        agents = frames.agents_before(context, other, found.start()) if found else []
        if not agents or not reality.is_real(other, found.start() if found else 0):
            continue
        last = max(frames.masked_at(other, item) for item, _ in agents)
        named = [
            i
            for i in view.items
            if i.kind is Kind.ORG and (other is not view or frames.masked_at(view, i) > last)
        ]
        return [] if named else [id_ for _, id_ in agents]
    return []


_JOINED = Pattern(
    r"\b(?:dan|serta|sekaligus|lalu|kemudian)\s+(?:(?:juga|berhasil|turut|ikut|langsung)\s+)*$"
)


def of_joined(context: Context, view: View, at: int) -> list[str]:
    """Return who did what the verb before ``serta`` tells, to which the verb here is joined."""
    if not _JOINED.search(view.masked[:at]):
        return []
    sink, end = context.sink, view.offset(at)
    events = {one for cls in _DEEDS for one in context.events.get(cls, [])}
    here = {one for one in events if view.sentence.start <= sink.entities[one].start < end}
    claims = sink.claims.values()
    done = [c for c in claims if c.property == "conductedBy" and c.subject in here]
    last = max((sink.entities[c.subject].start for c in done), default=end)
    # Another subject between the two verbs did the second.
    is_same = not any(
        i.kind in (Kind.ORG, Kind.PERSON) and last < i.start < end for i in view.items
    )
    return list(dict.fromkeys(c.value for c in done)) if is_same else []


_OUT_OF = Pattern(
    r"^[\"“]?(?:Dari|Dalam)\s+(?:pengungkapan|operasi|penindakan|kasus)\s+(?:tersebut|itu|ini)\b"
)
_MANY_CASES = Pattern(r"(?i)\b(?:sepanjang|selama|sejak|kurun|periode|semester|triwulan)\b")


def uncovered(context: Context, view: View) -> list[str]:
    """Return who uncovered the one matter that ``Dari pengungkapan tersebut`` goes on about."""
    before = context.views[max(0, view.sentence.number - 1)]
    found = _UNCOVERED.search(before.masked)
    if before is view or found is None or not _OUT_OF.match(view.masked):
        return []
    counted = [
        i for i in before.items if getattr(i.value, "unit", "") in ("cases", "police-reports")
    ]
    if counted or _MANY_CASES.search(before.masked):
        return []
    return [id_ for _, id_ in frames.agents_before(context, before, found.start())]


_ANOTHER_TIME = Pattern(
    r"(?i)\b(?:sebelumnya|tahun\s+lalu|bulan\s+lalu|pekan\s+lalu|pernah|terpisah|di\s+tempat\s+lain|kasus\s+lain|luar\s+negeri)\b"
)


def _is_elsewhere(context: Context, view: View, at: int) -> bool:
    """Whether the deed of a sentence is told of another month, matter, or country."""
    if _ANOTHER_TIME.search(view.masked):
        return True
    for item in view.within(0, len(view.masked), Kind.PLACE, Kind.POINT):
        id_ = context.registry.of(item)
        is_foreign = id_.startswith("country:") and id_ != "country:ID"
        place = frames.masked_at(view, item)
        if (is_foreign or frames.is_abroad(item)) and view.masked[:place].endswith("di "):
            return True
    day = frames.date_of(view, at)
    known = {c.value[:7] for c in context.sink.claims.values() if c.property == "date"}
    return day is not None and bool(known) and day.key[:7] not in known


def _told(context: Context) -> list[str]:
    """Return the agencies that did what the document has told so far."""
    events = {one for cls in _DEEDS for one in context.events.get(cls, [])}
    claims = context.sink.claims.values()
    done = [c for c in claims if c.property == "conductedBy" and c.subject in events]
    return list(dict.fromkeys(claim.value for claim in done))


def _done_by(context: Context, view: View) -> list[str]:
    """Return who did what the sentence before announces: ``Razia kedua dilakukan Polda X``."""
    before = context.views[max(0, view.sentence.number - 1)]
    found = _DONE.match(before.masked) if before is not view else None
    agents = frames.agents_after(context, before, found.end()) if found else []
    return [id_ for _, id_ in agents]


def _subject_before(context: Context, view: View) -> list[str]:
    """Return the agencies that are the subject of the sentence before, in the same paragraph."""
    before = context.before(view)
    if before is None:
        return []
    for word in WORD.finditer(before.masked):
        if is_verb(word[0].casefold()) and word[0][:2].casefold() == "me":
            agents = frames.agents_before(context, before, word.start())
            return [id_ for item, id_ in agents if item.kind is Kind.ORG]
    return []


def _only_police(context: Context, view: View) -> list[str]:
    """Return the police whom the sentence before names, where the document names no others."""
    before = context.views[max(0, view.sentence.number - 1)]
    known = [i for i in context.registry_items if i.kind is Kind.ORG and _POLICE.search(i.text)]
    near = [i for i in before.items if i.kind is Kind.ORG and _POLICE.search(i.text)]
    ids = context.registry.many(near)
    others = [id_ for id_ in context.registry.many(known) if not _is_within(id_, ids)]
    return ids if len(ids) == 1 and not others and before is not view else []


def _of_lead(context: Context, view: View) -> list[str]:
    """Return all police that uncovered the case of the first sentence, if no others are named."""
    lead = next((v for v in context.views if v.sentence.role is Role.BODY), view)
    found = _UNCOVERED.search(lead.masked)
    if lead is view or found is None:
        return []
    agents = [id_ for _, id_ in frames.agents_before(context, lead, found.start())]
    police = [i for i in context.registry_items if i.kind is Kind.ORG and _POLICE.search(i.text)]
    # "Polda Jateng" is named within the name of its directorate.
    others = [id_ for id_ in context.registry.many(police) if not _is_within(id_, agents)]
    return [] if others else agents


def _is_within(id_: str, agents: list[str]) -> bool:
    key = id_.removeprefix("org:")
    return any(agent == id_ or agent.endswith(f"-{key}") for agent in agents)


_UNCOVERED = Pattern(r"\b(?:mengungkap|membongkar|menyelidiki|menyidik|mengusut)\b")
THERE = (
    rf"(?:Di|Dari)\s+(?:(?:dalam|atas|palka|lambung|geladak|kabin|dek)\s+)?(?:{CRAFT}\s+(?:[a-z]+\s+)?(?:itu|tersebut)|(?:lokasi|sana|tempat\s+kejadian)(?:\s+(?:itu|tersebut|pengge?rebe[gk]k?an|kejadian))?|(?:rumah|penampungan|ruko|kantor|kos|kontrakan|gudang|losmen"
    r"|hotel|penginapan|mes|mess|apartemen|asrama|tempat)(?:\s+(?!yang|di|milik)[a-z]+){0,3}\s+(?:itu|tersebut|ini))\s*,?\s"
)
"""Begins a sentence that goes on about the place of the deed before: ``Di rumah itu, petugas``."""
_SAME_TIME = Pattern(
    r"^[\"“]?(?:Dalam|Dari|Pada|Saat)\s+(?:operasi|pengge?rebe[gk]k?an|penindakan|razia|penyergapan|patroli|aksi|pengungkapan|kejadian|peristiwa|pengejaran|kegiatan"
    r"|penangkapan|penggagalan|(?:atas\s+|dalam\s+)?(?:kapal|perahu|speed\s?boat))\s+(?:tersebut|itu|ini)\b"
    rf"|^[\"“]?{THERE}|^(?:Hasilnya|Benar\s+saja)\b"
)


def same_time(context: Context, view: View, event: str) -> None:
    """Give an event day and place of the one deed told before: ``Dalam operasi tersebut, ...``.

    Args:
        context: The document, with the events found in the sentences before.
        view: The sentence.
        event: What this sentence tells of.
    """
    sink = context.sink
    _of_sentence_before(context, view, event)
    is_there = _SAME_TIME.match(view.masked) is not None
    if not is_there and not _goes_on(context, view):
        return
    before = {one for cls in _DEEDS for one in context.events.get(cls, []) if one != event}
    before = {one for one in before if sink.entities[one].start < view.sentence.start}
    if is_there and not before:
        _of_act_before(context, view, event)
        return
    known = sink.told_of(event)
    told = [c for c in sink.claims.values() if c.subject in before]
    if len({c.value for c in told if c.property == "date"}) > 1:
        return
    last = {one for one in before if sink.entities[one].start == max(_starts(context, before))}
    for claim in told:
        is_last = claim.subject in last or len(before) == 1
        wanted = ("date", "occurredAt", "conductedBy") if is_last else ("date",)
        if claim.property == "conductedBy" and not is_there:
            continue
        if claim.property == "conductedBy" and _is_another_named(context, view, claim.subject):
            continue
        if claim.property in wanted and claim.property not in known:
            span = claim.start, claim.end
            voice = context.voice(span[0])
            sink.claim(
                event, claim.property, claim.value, span, is_object=claim.is_object, voice=voice,
                confidence=0.75, original=claim.original,
            )  # fmt: skip


_TOO = Pattern(
    r"^[\"“]?(?:Polisi|Petugas|Tim|Aparat|Penyidik|Personel|Prajurit|Anggota)\s+(?:juga|turut|sekaligus|ikut)\s+me"
)


def _goes_on(context: Context, view: View) -> bool:
    """Whether ``Petugas juga menangkap`` goes on with a deed of the sentence just before."""
    number = view.sentence.number
    if not number or not _TOO.match(view.masked):
        return False
    before = context.views[max(0, number - 2) : number]
    start, end = before[0].sentence.start, before[-1].sentence.end
    events = {one for cls in _DEEDS for one in context.events.get(cls, [])}
    return any(start <= context.sink.entities[one].start < end for one in events)


def _is_another_named(context: Context, view: View, event: str) -> bool:
    """Whether agencies are named between an event and a sentence that goes on about it."""
    start = context.sink.entities[event].start
    told = next(v for v in context.views if v.sentence.start <= start < v.sentence.end)
    between = context.views[told.sentence.number + 1 : view.sentence.number]
    return any(
        i.kind is Kind.ORG and i.cls != "MediaOrganization" for v in between for i in v.items
    )


def _starts(context: Context, events: set[str]) -> list[int]:
    return [context.sink.entities[one].start for one in events]


_DONE = Pattern(
    r"^[^⟨\"“.]{0,60}?\b(?i:pengungkapan|penindakan|pengge?rebe[gk]k?an|penangkapan|operasi|penyergapan|razia)"
    r"(?:\s+(?:pertama|kedua|ketiga|keempat|terakhir|kasus|itu|ini|tersebut))*\s+(?:dilakukan|dilaksanakan|terjadi|berlangsung|digelar)\b"
)
_TOLD_BEFORE = pattern(
    r"^[^\"“.]{0,160}?\b(?i:pengungkapan|penindakan|pengge?rebe[gk]k?an|operasi|penyergapan|razia)"
    r"(?:\s+(?:pertama|kedua|ketiga|keempat|terakhir|kasus|itu|ini|tersebut))*\s+(?:dilakukan|dilaksanakan|terjadi|berlangsung|digelar)\b"
    r"|^[\"“]?(?i:kasus|perkara|pengungkapan)\s+(?:pertama|kedua|ketiga|keempat|kelima|terakhir)\s+(?:di(?:ungkap|bongkar|tangani)|terungkap|terbongkar)\b"
)


_ACTED = Pattern(
    r"\b(?:menyergap|mencegat|menghentikan|mengejar|merazia|memeriksa|menyisir|mendatangi|menggelar\s+(?:operasi|razia|patroli)"
    r"|melakukan\s+(?:penyergapan|patroli|pengejaran|razia|operasi))\b"
)


def is_there(context: Context, view: View) -> bool:
    """Whether a sentence goes on about what officers searched or stopped in the one before."""
    before = context.before(view)
    if before is None or not _SAME_TIME.match(view.masked):
        return False
    found = _ACTED.search(before.masked)
    return found is not None and reality.is_real(before, found.start())


def _of_act_before(context: Context, view: View, event: str) -> None:
    """Give an event day, place and agents of what the sentence before tells to have been done.

    "Polda Kaltara menyergap speedboat di Bulungan. Dalam penyergapan itu, delapan orang ..."
    """
    before = context.before(view)
    found = _ACTED.search(before.masked) if before else None
    if before is None or found is None or not reality.is_real(before, found.start()):
        return
    sink, known = context.sink, context.sink.told_of(event)
    voice = context.voice(before.sentence.start)
    date = frames.date_of(before, found.end())
    if date and date.is_day and "date" not in known:
        span = date.start, date.end
        sink.claim(event, "date", date.key, span, voice=voice, original=date.text, confidence=0.78)
    ends = {
        "occurredAt": frames.places_of(context, before, found.end()),
        "conductedBy": frames.agents_before(context, before, found.start()),
    }
    for prop, named in ends.items():
        for item, id_ in named if prop not in known else ():
            span = item.start, item.end
            sink.claim(event, prop, id_, span, is_object=True, voice=voice, confidence=0.76)


def _of_sentence_before(context: Context, view: View, event: str) -> None:
    """Give an event day and place of the deed that the sentence before announces.

    "Pengungkapan kedua terjadi pada 8 Mei di Entikong. Petugas menyelamatkan 14 orang."
    """
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    told = _TOLD_BEFORE.match(before.masked)
    if told is None or not context.are_together(view, before):
        return
    sink, known = context.sink, context.sink.told_of(event)
    if sink.entities[event].start < view.sentence.start:
        return
    voice = context.voice(before.sentence.start)
    date = frames.date_of(before, told.end())
    if date and date.is_day and "date" not in known:
        span = date.start, date.end
        sink.claim(event, "date", date.key, span, voice=voice, original=date.text, confidence=0.78)
    if "occurredAt" not in known:
        for item, id_ in frames.places_of(context, before, told.end()):
            span = item.start, item.end
            sink.claim(event, "occurredAt", id_, span, is_object=True, voice=voice, confidence=0.75)
