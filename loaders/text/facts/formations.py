"""Units, teams and posts that were formed or opened, by whom, where and when.

Owns the verbs of forming. Refuses what is to be formed, what an agreement promises, and what was
opened again.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality, settings
from loaders.text.holdings import ensure_org
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_ADVERBS = r"(?:(?:telah|resmi|sudah|juga|baru|kini|akhirnya|turut|secara\s+resmi)\s+)*"
_MANY = r"{ORG}(?:\s*(?:,|dan|serta|,\s*dan)\s*{ORG})*"
# What has no name of its own: "membuka posko pengaduan korban di Grobogan".
_UNNAMED = (
    r"(?P<small>(?:posko|helpdesk|hotline|layanan(?=\s+pengaduan)|pos(?=\s+(?:pengaduan|pantau|terpadu))|rumah(?=\s+(?:aman|singgah))|satgas|satuan\s+tugas|gugus\s+tugas|desk"
    r"|tim(?=\s+(?:patroli\s+siber|reaksi\s+cepat)))"
    r"(?:\s+(?!(?:di|ke|yang|untuk|guna|dan|pada|bersama|dengan|oleh|ini|itu|tersebut|baru|lagi|sejak|agar|bagi|dalam|sebagai|setelah"
    r"|selama|setiap|tiap|dari|serta|guna|demi|tahun|mulai|hingga|sampai|terkait|tersendiri)\b)(?!(?:me|di|ber|ter)[a-z]{3,})(?:[a-z][a-z-]+|⟨TOP\d+⟩)){1,5})"
)
_FORMED = pattern(
    r"\b(?P<verb>[Mm]embentuk|[Mm]eresmikan|[Pp]embentukan|[Mm]eluncurkan|[Pp]eresmian|[Pp]eluncuran|[Pp]engukuhan|[Pp]endirian"
    r"|[Mm]embuka|[Mm]endirikan|[Mm]engukuhkan|[Mm]elantik|[Pp]elantikan|[Mm]engoperasikan)\s+"
    rf"(?:(?:⟨CNT\d+⟩|para|pengurus|(?:\d+\s+)?anggota)\s+){{0,2}}(?P<what>(?:kantor\s+|gedung\s+|layanan\s+|sebuah\s+)?(?:{_MANY}|{_UNNAMED}))"
)
_PLACED = (
    r"(?:\s*\([^)⟨]{1,20}\))?(?:\s+(?:yang\s+(?:berkantor|bermarkas|berlokasi|berada)\s+)?di\s+(?:\w+\s+){0,2}"
    r"(?P<chain>{LOC}(?:\s*,\s*(?:{LOC}|[A-Z]\w+)){0,2})\s*,?)?"
)
_FORMED_PASSIVE = pattern(
    rf"(?P<what>{{ORG}}){_PLACED}\s+(?:yang\s+)?{_ADVERBS}"
    r"(?P<verb>dibentuk|diresmikan|dibuka|didirikan|dikukuhkan|diluncurkan|dioperasikan|terbentuk|mulai\s+beroperasi|mulai\s+dibuka|resmi\s+beroperasi)\b"
)
_PASSIVE = (
    r"(?P<verb>dibentuk|dilantik|diresmikan|dibuka|didirikan|dikukuhkan|diluncurkan|dioperasikan)\b"
)
# "Satgas dikukuhkan Bupati", "Pusat layanan bagi calon pekerja migran itu diresmikan": what was
# named before.
_RECALLED = pattern(
    r"(?:^[\"“]?|[,;]\s+|\b(?:bahwa|mengatakan|menyebut|menjelaskan|menyatakan|menuturkan)\s+)"
    r"(?P<what>(?i:satgas|satuan\s+tugas|gugus\s+tugas|desk|tim|posko|helpdesk|pusat|layanan|kantor|lembaga|pos)"
    rf"(?:(?:\s+[a-z-]+){{0,8}}?\s+(?:itu|tersebut|ini))?)\s+{_ADVERBS}{_PASSIVE}"
)
# "Rumah singgah bagi pekerja migran diresmikan di Batam": it has no name of its own.
_HOUSE_FORMED = pattern(
    r"(?:^|\s[-–—]+\s+|[,;]\s+)(?:[Ss]ebuah\s+)?(?P<what>(?P<small>(?i:rumah\s+(?:singgah|aman|perlindungan|ramah)|shelter|selter|posko|helpdesk)(?:\s+[a-z][a-z-]+|\s+⟨TOP\d+⟩)??))"
    rf"(?:\s+(?:berkapasitas|untuk|bagi|khusus|milik|baru)\s(?:[^.;,\"“⟨]|⟨(?:CNT|TOP|ORG)\d+⟩){{2,70}}?)?\s+{_ADVERBS}{_PASSIVE}"
)
_SINCE_FORMED = pattern(
    r"(?P<what>{ORG})[^⟨\"“.]{0,40}(?:⟨(?!ORG)[A-Z]{3}\d+⟩[^⟨\"“.]{0,40}){0,3}"
    r"\b(?P<verb>sejak\s+(?:\w+\s+){0,2}dibentuk)\s+(?:pada\s+)?(?:tanggal\s+)?{DAT:date}"
)
FORMABLE = frozenset(
    {"TaskForce", "RapidReactionTeam", "CyberPatrolTeam", "CoordinationDesk", "OrganizationalUnit",
     "ServicePost", "ProtectionOffice"}
)  # fmt: skip
"""Classes of what is formed or opened."""


def find(context: Context) -> None:
    """Find what was formed or opened in body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in (_FORMED, _FORMED_PASSIVE, _HOUSE_FORMED, _RECALLED):
            for found in rule.finditer(view.masked):
                _formed(context, view, found)
        if since := _SINCE_FORMED.search(view.masked):
            _formed(context, view, since)


# "Deklarasi itu memuat lima butir. Di antaranya membentuk satgas": what is agreed is to be done.
_AGREED = Pattern(
    r"(?i)\b(?:memuat|berisi|butir|poin|menyepakati|sepakat|kesepakatan|berkomitmen|komitmen|menyanggupi|berjanji|menjanjikan|mencakup|rekomendasi)\b"
)
# "Rakor Gugus Tugas TPPO dibuka Wakil Gubernur": the meeting is opened.
_OF_TALKS = Pattern(
    r"(?i)\b(?:rapat|rakor\w*|raker\w*|pertemuan|FGD|sosialisasi|pelatihan|bimtek|forum|kegiatan|acara)\b(?:\s+(?:[a-z-]+|⟨TOP\d+⟩)){0,4}\s+$"
)
# "Rapat Koordinasi Pembentukan Gugus Tugas": talks of what is to be formed.
_IN_TALKS = Pattern(
    r"(?i)\b(?:rapat|rakor|koordinasi|persiapan|rencana|wacana|sosialisasi|draf|usulan)\s+(?:[a-z]+\s+){0,2}$"
)
_ONE_OF_THEM = Pattern(
    r"(?i)^[\"“]?(?:di\s+antaranya|antara\s+lain|yaitu|yakni|isinya|pertama|kedua|ketiga|selain\s+itu)\b"
)


def _is_agreed(context: Context, view: View, at: int) -> bool:
    """Whether the verb at a masked position tells of what an agreement is to bring."""
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    is_item = _ONE_OF_THEM.match(view.masked) and _AGREED.search(before.masked)
    return bool(is_item or _AGREED.search(view.masked[:at]))


def _formed(context: Context, view: View, found: re.Match[str]) -> None:
    verb = found.start("verb")
    if _IN_TALKS.search(view.masked[:verb]):
        return
    if not _FORMED.made(found) and _OF_TALKS.search(view.masked[: found.start()]):
        return
    if not reality.is_real(view, verb) or _is_ordered(view, verb):
        return
    if _is_agreed(context, view, verb) or _AGAIN.match(view.masked, found.end()):
        return
    for item in view.within(found.start("what"), found.end("what"), Kind.ORG):
        id_ = context.registry.of(item)
        if id_ and context.sink.entities[id_].cls in FORMABLE:
            _event(context, view, found, id_, (item.start, item.end))
    if _RECALLED.made(found) and (known := recalled(context, view, found["what"])):
        _event(context, view, found, known, view.span(found, "what"))
    if found.groupdict().get("small"):
        span = view.span(found, "small")
        _event(context, view, found, _unnamed(context, span), span)


_FORCES = ("TaskForce", "RapidReactionTeam", "CyberPatrolTeam")
_OF_WORDS = {"satgas": _FORCES, "satuan": _FORCES, "gugus": _FORCES,
             "tim": (*_FORCES, "OrganizationalUnit"), "desk": ("CoordinationDesk",)}  # fmt: skip
# So many sentences before, it may be named.
_BACK = 4


def recalled(context: Context, view: View, words: str) -> str:
    """Return the one team or office named just before that a common noun takes up, or empty."""
    first, number = words.casefold().split()[0], view.sentence.number
    classes = _OF_WORDS.get(first, ("OrganizationalUnit", "ServicePost"))
    if (first not in _OF_WORDS or words.count(" ") > 1) and not words.endswith(
        ("itu", "tersebut", "ini")
    ):
        return ""
    near = [
        v for v in context.views[max(0, number - _BACK) : number] if v.sentence.role is Role.BODY
    ]
    named = {context.registry.of(i) for v in near for i in v.items if i.kind is Kind.ORG}
    known = [context.sink.entities[id_] for id_ in named - {""}]
    fitting = [e.id for e in known if e.cls in classes or _CENTRE.search(e.caption)]
    return fitting[0] if len(fitting) == 1 else ""


_CENTRE = Pattern(r"\b(?:Center|Centre|Crisis)\b")


def _is_ordered(view: View, verb: int) -> bool:
    """Whether a verb has no subject: ``2. Membentuk gugus tugas paling lambat Maret``."""
    is_active = view.masked[verb : verb + 2].casefold() == "me"
    return is_active and re.fullmatch(r"[\W\da-z]{0,6}", view.masked[:verb]) is not None


# "dibuka kembali", "dibuka untuk umum": it was there before.
_AGAIN = Pattern(r"\s+(?:kembali|lagi|ulang|untuk\s+umum|setiap|tiap|pukul)\b")


_CLASSES = (
    ("satgas", "TaskForce"), ("satuan", "TaskForce"), ("gugus", "TaskForce"),
    ("tim patroli siber", "CyberPatrolTeam"), ("tim reaksi cepat", "RapidReactionTeam"),
)  # fmt: skip


def _unnamed(context: Context, span: tuple[int, int]) -> str:
    """Make known what was formed and is told by a common noun."""
    words = " ".join(context.text[slice(*span)].split())
    cls = next((cls for start, cls in _CLASSES if words.startswith(start)), "OrganizationalUnit")
    sink = context.sink
    id_ = sink.entity(sink.scoped("org", slug(words)), cls, words, span)
    sink.named(id_, words)
    return id_


def _event(
    context: Context, view: View, found: re.Match[str], id_: str, item: tuple[int, int]
) -> None:
    """Make the event of an organisation's forming, with who, where and when."""
    sink = context.sink
    event = sink.scoped("evt", f"formation-{id_.partition(':')[2]}")
    if event in sink.entities:
        return
    span = min(item[0], view.offset(found.start("verb"))), max(item[1], view.offset(found.end()))
    sink.entity(event, "Formation", f"Pembentukan {sink.entities[id_].caption}", span)
    context.add_event("Formation", event)
    voice = context.voice(span[0])
    sink.claim(event, "resultingOrganization", id_, span, is_object=True, voice=voice)
    for start, agent in _agents(context, view, found):
        if agent != id_:
            whole = min(start, span[0]), max(start, span[1])
            sink.claim(
                event, "conductedBy", agent, whole, is_object=True, voice=voice, confidence=0.85
            )
    settings.claim(context, event, _setting(context, view, found), voice)
    if decree := _DECREE.search(context.text, view.sentence.start, view.sentence.end):
        sink.claim(event, "number", decree["number"], decree.span("number"), voice=voice)


# "melalui Keputusan Bupati Nomor 560/Kep.412/2025": what it was formed by.
_DECREE = Pattern(
    r"\b(?:Keputusan|SK|Surat\s+Keputusan|Peraturan|Instruksi)\b[^.,;\d]{0,60}?\s[Nn]omor\s+"
    r"(?P<number>\w[\w./-]*\w(?:\s+[Tt]ahun\s+\d{4})?)"
)


def _setting(context: Context, view: View, found: re.Match[str]) -> settings.Setting:
    told = settings.of(context, view, found.end())
    groups = found.groupdict()
    day = view.item(found, "date") if groups.get("date") else told.day
    other = frames.date_of(view, found.start("verb"))
    day = day or (None if other is not None and settings.is_bound(view, other) else other)
    places = told.places
    # "LTSA yang berkantor di Jalan Garuda": its seat, wherever it was opened.
    inner = view.masked[found.end("what") : found.start("chain")] if groups.get("chain") else "ber"
    if not places and "ber" not in inner:
        items = view.within(found.start("chain"), found.end("chain"))
        places = tuple(item for item in items if context.registry.of(item))
    return settings.Setting(day if day and day.key and "/" not in day.key else None, places)


_BY_PERSON = pattern(r"\s+(?:langsung\s+)?(?:oleh\s+)?(?P<who>{PER})")
_PERSON = pattern(r"(?P<who>{PER})\s*,?\s+(?:(?:telah|resmi|juga|turut|kemudian|akhirnya)\s+)*$")


def _agents(context: Context, view: View, found: re.Match[str]) -> list[tuple[int, str]]:
    """Return who formed it: agencies, or the official who is the subject or stands behind."""
    # "pembentukan LTSA, pembentukan satgas": of a noun nobody is the subject.
    if _FORMED.made(found) and not found["verb"].casefold().startswith("pe"):
        at = found.start("verb")
        agents = frames.agents_before(context, view, at)
        head = None if agents else _PERSON.search(view.masked[:at])
        if not agents and (own := frames.own_organisation(context, view, at)):
            ensure_org(context, own, view.span(found))
            return [(view.offset(at), own)]
    else:
        agents = frames.agents_after(context, view, found.end())
        head = None if agents else _BY_PERSON.match(view.masked, found.end())
    if agents:
        return [(item.start, org) for item, org in agents]
    person = view.item(head, "who") if head else None
    id_ = context.registry.of(person)
    return [(person.start, id_)] if person is not None and id_ else []
