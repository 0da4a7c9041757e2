"""What agencies did: interceptions, rescues, arrests, raids, deportations, returns, takedowns.

Owns the verbs of each class of event and which events are one. Refuses events without an agent
or anyone affected, sums over a window of time (they are counts), and plans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.facts.groups import group
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

_LEAVING = (
    r"(?:(?:upaya|rencana|aksi|praktik)\s+)?(?:ke|pem)?(?:berangkatan|pengiriman"
    r"|penyelundupan|penempatan|penyeludupan|perdagangan)|keberangkatan"
)
# "akun itu kami blokir": the agent stands before the bare verb.
_WE = r"(?:[Kk]ami|[Kk]ita)\s+(?:(?:sudah|telah|berhasil|juga|langsung|segera)\s+){0,2}"


@dataclass(frozen=True, slots=True)
class Frame:
    """How one class of event is told.

    Attributes:
        active, passive: Patterns of verbs, and of nouns for the deed.
        affected: Property for the people it concerns.
        role: Role of people whose noun does not tell it.
        label: Word for captions.
    """

    cls: str
    active: re.Pattern[str]
    passive: re.Pattern[str]
    affected: str
    role: str
    label: str


def _frame(cls: str, active: str, passive: str, affected: str, role: str, label: str) -> Frame:
    return Frame(
        cls,
        re.compile(rf"\b(?:{active})\b"),
        re.compile(rf"\b(?:{passive})\b"),
        affected,
        role,
        label,
    )


FRAMES = (
    _frame(
        "Interception",
        (
            rf"[Mm]enggagalkan|[Mm]encegah\s+(?=(?:{_LEAVING})|⟨CNT)"
            rf"|[Mm]enunda\s+keberangkatan|[Pp]enggagalan"
        ),
        r"[Dd]igagalkan|kandas|dicegah(?:\s+keberangkatannya|\s+berangkat)?|ditunda\s+keberangkatannya"
        rf"|{_WE}(?:gagalkan|cegah|tunda)",
        "affected", "", "Penggagalan keberangkatan",
    ),
    _frame(
        "Rescue",
        r"[Mm]enyelamatkan|[Mm]engevakuasi|[Mm]embebaskan\s+(?=⟨CNT)|[Pp]enyelamatan",
        rf"[Dd]iselamatkan|[Dd]ievakuasi|{_WE}(?:selamatkan|evakuasi)",
        "affected", "", "Penyelamatan",
    ),
    _frame(
        "Arrest",
        (
            r"[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]encokok"
            r"|[Mm]engamankan(?!\s+barang)|[Pp]enangkapan(?:\s+terhadap)?"
        ),
        r"[Dd]itangkap|[Dd]iringkus|[Dd]ibekuk|[Dd]iciduk|[Dd]iamankan"
        rf"|{_WE}(?:amankan|tangkap|ringkus|bekuk|ciduk)",
        "apprehended", "", "Penangkapan",
    ),
    _frame(
        "Raid",
        (
            r"[Mm]enggerebek|[Mm]enggerebeg|[Mm]enggeledah|[Mm]elakukan\s+peng"
            r"(?:gerebekan|geledahan)|[Pp]enggerebekan|[Pp]enggeledahan"
        ),
        rf"[Dd]igerebek|[Dd]igeledah|{_WE}(?:gerebek|geledah)",
        "", "", "Penggerebekan",
    ),
    _frame(
        "Deportation",
        r"[Mm]endeportasi|[Dd]eportasi\s+(?=⟨CNT)",
        rf"[Dd]ideportasi|{_WE}deportasi",
        "affected", "", "Deportasi",
    ),
    _frame(
        "Repatriation",
        (
            r"[Mm]emulangkan|[Mm]emfasilitasi\s+(?:pe|ke)mulangan"
            r"|[Mm]emfasilitasi\s+kepulangan|[Pp]emulangan\s+(?=⟨CNT)"
        ),
        rf"[Dd]ipulangkan|{_WE}pulangkan|(?:tiba|mendarat)(?=\s+(?:\w+\s+){{0,2}}di\s+(?:⟨PNT|[Tt]anah\s+[Aa]ir))",
        "affected", "", "Pemulangan",
    ),
)  # fmt: skip
_CONTENT = (
    re.compile(
        r"\b(?:[Mm]emblokir|[Mm]enurunkan|[Mm]enutup|[Mm]entakedown|[Mm]en-take\s*down"
        r"|[Mm]enghapus|[Mm]emutus\s+akses(?:\s+terhadap)?)\b"
    ),
    re.compile(
        r"\b(?:[Dd]iblokir|[Dd]iturunkan|[Dd]itutup|[Dd]ihapus|di-take\s*down"
        rf"|ditakedown|{_WE}(?:blokir|turunkan|tutup|hapus|take\s*down))\b"
    ),
)


def find(context: Context) -> None:
    """Find the events that body sentences tell of."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for frame in FRAMES:
            for found in frame.active.finditer(view.masked):
                _active(context, view, frame, found)
            for found in frame.passive.finditer(view.masked):
                _passive(context, view, frame, found)
        _takedown(context, view)


def _active(context: Context, view: View, frame: Frame, found: re.Match[str]) -> None:
    if not frames.is_real(view, found.start()):
        return
    agents = frames.agents_before(context, view, found.start())
    end = frames.clause_end(view, found.end())
    if frame.cls == "Arrest" and _is_of_things(view, found.end()):
        return
    people = _people(view, frame, found[0], found.end(), min(end, found.end() + 150))
    own = frames.own_organisation(context, view, found.start())
    _make(context, view, frame, found, agents, people, own)


def _passive(context: Context, view: View, frame: Frame, found: re.Match[str]) -> None:
    if not frames.is_real(view, found.start()):
        return
    if found[0] in ("tiba", "mendarat") and not _is_homecoming(context, view, found.start()):
        return
    agents = frames.agents_after(context, view, found.end())
    start = max(view.masked.rfind(mark, 0, found.start()) for mark in (";", "“", '"', ". "))
    people = _people(
        view, frame, found[0], max(start + 1, found.start() - 150), found.start(), is_before=True
    )
    if not people and (late := _SO_MANY.search(view.masked, found.end())):
        people = frames.persons_counted(view, late.start(), late.end())
    is_ours = found[0].casefold().startswith(("kami", "kita"))
    own = frames.own_organisation(context, view, found.end()) if is_ours else ""
    _make(context, view, frame, found, agents, people, own)


def _is_homecoming(context: Context, view: View, at: int) -> bool:
    """Whether people counted as workers or citizens came home, in a document about returns."""
    counted = frames.persons_counted(view, 0, at)
    nouns = [c.value for c in counted if isinstance(c.value, Counted)]
    is_worker = any(v.role == "migrant-worker" or v.noun in _CITIZENS for v in nouns)
    return is_worker and bool(
        re.search(r"(?i)\b(?:pe|ke)mulangan|kepulangan|dipulangkan|pulang\b", context.text)
    )


_CITIZENS = frozenset({"wni", "warga negara indonesia", "orang warga negara indonesia"})
_SO_MANY = re.compile(r"(?:sebanyak|sejumlah)\s+⟨CNT\d+⟩")


def _is_of_things(view: View, at: int) -> bool:
    return bool(
        re.match(
            (
                r"\s+(?:sejumlah\s+|berbagai\s+)?(?:barang|paspor|dokumen|uang|\d+\s+(?:unit"
                r"|paspor)|satu\s+unit)"
            ),
            view.masked[at:],
        )
    )


def _people(
    view: View, frame: Frame, verb: str, start: int, end: int, *, is_before: bool = False
) -> list[Item]:
    """Return counts of persons, and for arrests the persons, that a verb governs."""
    counted = frames.persons_counted(view, start, end)
    if frame.cls == "Arrest":
        is_strict = "aman" in verb
        counted = [c for c in counted if _may_be_held(view, c, is_strict=is_strict)]
        named = view.within(start, end, Kind.INITIALS, Kind.PERSON)
        gap = (start, end) if not is_strict else (-1, -1)
        held = [
            p for p in named if _is_held(view, p) or _is_beside(view, p, *gap, is_before=is_before)
        ]
        chosen = counted[-1:] if is_before else counted[:1]
        return chosen + held
    counted = [
        c
        for c in counted
        if isinstance(c.value, Counted)
        and c.value.role not in ("suspect", "wanted-person", "witness", "defendant")
    ]
    return counted[-1:] if is_before else counted[:1]


_MIGRANTS = re.compile(
    r"(?i)^\s+(?:rombongan|penumpang|calon|pekerja|tki|pmi|wni|korban|yang\s+(?:akan|hendak"
    r"|diduga\s+akan))"
)


def _may_be_held(view: View, item: Item, *, is_strict: bool) -> bool:
    """Whether the people counted are held: suspects, or people of no role who were arrested.

    ``mengamankan`` is said of migrants brought to safety too: without the word ``tersangka`` or
    ``pelaku`` it says nothing of whom it concerns.
    """
    value = item.value
    if not isinstance(value, Counted):
        return False
    if value.role in ("suspect", "wanted-person"):
        return True
    is_plain = not value.role and value.noun in {
        "orang",
        "pria",
        "perempuan",
        "wanita",
        "laki-laki",
    }
    return is_plain and not is_strict and not _MIGRANTS.match(view.text[item.end : item.end + 40])


_HELD = re.compile(
    r"(?i)(?:tersangka|pelaku|terduga|berinisial|inisial|pria|wanita|perempuan"
    r"|laki-laki|seorang|calo|perekrut|yakni|yaitu|masing-masing|,|dan|serta|dpo"
    r"|buron|menangkap|meringkus|mengamankan|bernama|sponsor)\s*(?:\w+\s+){0,2}$"
)


_GAP = re.compile(
    r"\s*(?:(?:seorang|tersangka|terdakwa|pelaku|pria|perempuan|wanita|lelaki|laki-laki|bernama|kemudian"
    r"|lalu|akhirnya|telah|sudah|berhasil|langsung|juga|kembali|sendiri)\s+|\([^)⟨]{0,14}\)\s*)*"
)


def _is_beside(view: View, person: Item, start: int, end: int, *, is_before: bool) -> bool:
    """Whether a named person is the verb's own object, or a passive verb's subject."""
    at = frames.masked_at(view, person)
    if start < 0 or at < 0 or person.kind is not Kind.PERSON:
        return False
    behind = view.masked.find("⟩", at) + 1
    gap = view.masked[behind:end] if is_before else view.masked[start:at]
    return _GAP.fullmatch(gap) is not None


def _is_held(view: View, person: Item) -> bool:
    at = frames.masked_at(view, person)
    before = view.masked[max(0, at - 40) : at]
    if re.search(r"(?i)(?:korban|saksi|kata|ujar|oleh|kapol\w+|dipimpin)\s*(?:\w+\s+)?$", before):
        return False
    if person.kind is Kind.INITIALS:
        return True
    return bool(re.search(r"(?i)(?:tersangka|pelaku|terduga|buron\w*|dpo|bernama)\s+$", before))


def _make(
    context: Context,
    view: View,
    frame: Frame,
    found: re.Match[str],
    agents: list[tuple[Item, str]],
    people: list[Item],
    own: str,
) -> None:
    is_sum = bool(frames.WINDOW.search(view.masked)) and any(p.kind is Kind.COUNT for p in people)
    is_told = bool(agents) and (
        frame.cls == "Raid" or (frame.cls == "Interception" and _is_departure(view))
    )
    is_told = is_told or (frame.affected == "affected" and _is_of_one(view, found.start()))
    is_sum = is_sum or _is_total(context, view, people, is_told=bool(agents))
    if is_sum or not (people or is_told):
        return
    if frame.cls == "Interception" and not _is_departure(view):
        return
    voice = context.voice(view.offset(found.start()))
    span = view.span(found)
    event = _event(context, view, frame, people, span)
    sink = context.sink
    for item, id_ in agents:
        sink.claim(
            event,
            "conductedBy",
            id_,
            (item.start, span[1]) if item.start < span[1] else (span[0], item.end),
            is_object=True,
            voice=voice,
        )
    if own and not agents:
        sink.claim(event, "conductedBy", own, span, is_object=True, voice=voice, confidence=0.75)
    for person in people:
        _involve(context, view, frame, event, person, voice, span)
    _circumstances(context, view, event, found.start(), voice, frame)


_ONE = re.compile(
    r"(?i)\bseorang\s+(?:pekerja|pmi|wni|tkw|tki|warga|perempuan|calon)\b[^⟨.;]{0,40}(?:⟨(?:LOC"
    r"|DAT)\d+⟩"
    r"[^⟨.;]{0,30}){0,2}$"
)


def _is_of_one(view: View, at: int) -> bool:
    """Whether it befell one unnamed person on a stated day; who that is stays untold."""
    return bool(_ONE.search(view.masked[:at])) and frames.date_of(view, at) is not None


_OF_TOTAL = re.compile(
    r"^[\"“]?(?:Total|Secara\s+keseluruhan"
    r"|Dari\s+(?:\w+\s+)?(?:pengungkapan|jumlah|total|operasi|kasus|rangkaian)\b)"
)
# More people than this are taken or rescued on many days, unless a day or place is told.
_MANY = 100


def _is_total(context: Context, view: View, people: list[Item], *, is_told: bool) -> bool:
    """Whether people told of without agent, day and place are a sum over many events."""
    sizes = [p.value.bounds.lower or 0 for p in people if isinstance(p.value, Counted)]
    if not sizes or is_told or frames.date_of(view, 0) or frames.places_of(context, view, 0):
        return False
    return max(sizes) > _MANY or bool(_OF_TOTAL.match(view.masked))


def _is_departure(view: View) -> bool:
    return bool(
        re.search(
            r"(?i)berangkat|pengiriman|penyelundupan|calon|dikirim|penempatan|pmi\b|⟨CNT",
            view.masked,
        )
    )


def _event(
    context: Context, view: View, frame: Frame, people: list[Item], span: tuple[int, int]
) -> str:
    """Return the event told here: one told before, or a new one."""
    size = next((p.value.bounds.lower for p in people if isinstance(p.value, Counted)), None)
    date = frames.date_of(view, 0)
    for known in context.events.get(frame.cls, []):
        if not _differs(context, known, frame.affected, size, date.key if date else ""):
            return known
    id_ = context.sink.fresh("evt", frame.cls.casefold())
    words = " ".join(context.text[p.start : p.end] for p in people if p.kind is Kind.COUNT)
    context.sink.entity(id_, frame.cls, f"{frame.label} {words}".strip(), span)
    context.add_event(frame.cls, id_)
    return id_


def _differs(context: Context, event: str, prop: str, size: int | None, date: str) -> bool:
    sizes, dates = set(), set()
    for claim in context.sink.claims.values():
        if claim.subject == event and claim.property == "date":
            dates.add(claim.value)
        if claim.subject == event and claim.property == prop:
            sizes |= {
                other.value
                for other in context.sink.claims.values()
                if other.subject == claim.value and other.property == "groupSizeLower"
            }
    is_other_size = size is not None and bool(sizes) and str(size) not in sizes
    is_other_date = bool(date) and bool(dates) and date not in dates
    return is_other_size or is_other_date


def _involve(
    context: Context,
    view: View,
    frame: Frame,
    event: str,
    person: Item,
    voice: Voice,
    span: tuple[int, int],
) -> None:
    sink = context.sink
    whole = min(span[0], person.start), max(span[1], person.end)
    if person.kind is Kind.COUNT:
        id_ = group(context, view, person, voice, frame.role, event)
        sink.claim(event, frame.affected, id_, whole, is_object=True, voice=voice)
        return
    id_ = context.registry.of(person)
    is_official = person.kind is Kind.PERSON and id_ in context.registry.posts_of
    if id_ and frame.affected and not is_official:
        sink.claim(event, frame.affected, id_, whole, is_object=True, voice=voice)


def _is_brief(interval: str) -> bool:
    """Whether an interval is a few days: one event may take that long."""
    start, _, end = interval.partition("/")
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days <= 4
    except ValueError:
        return False


def _circumstances(
    context: Context, view: View, event: str, at: int, voice: Voice, frame: Frame
) -> None:
    sink = context.sink
    when = frames.date_of(view, at)
    if when and ("/" not in when.key or _is_brief(when.key)):
        original = None if when.text == when.key else when.text
        sink.claim(
            event,
            "date",
            when.key,
            (when.start, when.end),
            voice=voice,
            original=original,
            confidence=0.88,
        )
    is_return = frame.cls in ("Deportation", "Repatriation")
    for item, id_ in [] if is_return else frames.places_of(context, view, at):
        sink.claim(
            event,
            "occurredAt",
            id_,
            (item.start, item.end),
            is_object=True,
            voice=voice,
            confidence=0.85,
        )
    if frame.cls == "Interception":
        for item, id_ in frames.bound_for(context, view):
            sink.claim(
                event,
                "destination",
                id_,
                (item.start, item.end),
                is_object=True,
                voice=voice,
                confidence=0.88,
            )
        for item, id_ in frames.exits(context, view):
            sink.claim(
                event,
                "exitPoint",
                id_,
                (item.start, item.end),
                is_object=True,
                voice=voice,
                confidence=0.85,
            )
    if frame.cls in ("Deportation", "Repatriation"):
        _returned(context, view, event, voice)


_FROM = re.compile(
    r"\bdari\s+(?:Depot\s+\w+\s+|wilayah\s+|perairan\s+)?⟨LOC(\d+)⟩(?:\s*,\s*⟨LOC(\d+)"
    r"⟩)?"
)


_STUCK = re.compile(
    r"\byang\s+(?:sebelumnya\s+|sempat\s+|telah\s+)?(?:bekerja|dipekerjakan|terjebak|disekap|telantar|terlantar"
    r"|ditahan|menjadi\s+korban)\s[^⟨.]{0,60}?\bdi\s+(?:\w+\s+){0,3}?⟨LOC(\d+)⟩(?:\s*,\s*⟨LOC(\d+)⟩)?"
)
_WERE = re.compile(
    r"\bdi\s+⟨LOC(\d+)⟩(?:\s*,\s*⟨LOC(\d+)⟩)?[^⟨.]{0,40}\b(?:dipulangkan|dievakuasi|dideportasi)\b"
)


def _returned(context: Context, view: View, event: str, voice: Voice) -> None:
    stuck = list(_STUCK.finditer(view.masked))
    for found in [*_FROM.finditer(view.masked), *_WERE.finditer(view.masked), *stuck]:
        for group_ in (found[1], found[2]):
            item = view.item_number(int(group_)) if group_ else None
            id_ = context.registry.of(item)
            is_home = (
                found in stuck and item and not (id_[:8] == "country:" or frames.is_abroad(item))
            )
            if id_ and item is not None and not is_home:
                context.sink.claim(
                    event,
                    "origin",
                    id_,
                    (item.start, item.end),
                    is_object=True,
                    voice=voice,
                    confidence=0.85,
                )
    for item, id_ in frames.exits(context, view):
        span = item.start, item.end
        context.sink.claim(event, "transit", id_, span, is_object=True, voice=voice, confidence=0.8)


def _takedown(context: Context, view: View) -> None:
    """Make an event of content or accounts blocked, with its agent."""
    for index, rule in enumerate(_CONTENT):
        found = rule.search(view.masked)
        if found is None or not frames.is_real(view, found.start()):
            continue
        if index == 0:
            agents = frames.agents_before(context, view, found.start())
            counts = view.within(found.end(), frames.clause_end(view, found.end()), Kind.COUNT)
        else:
            agents = frames.agents_after(context, view, found.end())
            counts = view.within(max(0, found.start() - 140), found.start(), Kind.COUNT)
        wanted = [
            c
            for c in counts
            if isinstance(c.value, Counted) and c.value.unit in ("contents", "accounts")
        ]
        own = frames.own_organisation(context, view, found.start())
        if not wanted or not (agents or own):
            continue
        voice, span = context.voice(view.offset(found.start())), view.span(found)
        id_ = context.sink.fresh("evt", "takedown")
        caption = f"Penindakan {context.text[wanted[0].start : wanted[0].end]}"
        context.sink.entity(id_, "CyberTakedown", caption, span)
        context.add_event("CyberTakedown", id_)
        for one in [id2 for _, id2 in agents] or [own]:
            context.sink.claim(
                id_, "conductedBy", one, span, is_object=True, voice=voice, confidence=0.85
            )
        date = frames.date_of(view, found.start())
        if date and len(date.key) == 10:
            context.sink.claim(
                id_, "date", date.key, (date.start, date.end), voice=voice, confidence=0.8
            )
