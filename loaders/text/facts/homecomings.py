"""Returns and deportations told in any order: of people named, counted, or meant by ``mereka``.

Owns who came home in one event, and joins the sentences that go on with it. Refuses plans, sums
over many events, other people than those told of, and arrivals of which no word says that they
lead home.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.counts import Counted, size
from loaders.text.facts import (
    carried,
    frames,
    homeward,
    occasions,
    reality,
    returning,
    wholes,
)
from loaders.text.facts.deeds import RELEASED
from loaders.text.facts.groups import group
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

_CLASSES = ("Repatriation", "Deportation")
_WORDS = {"Repatriation": "Pemulangan", "Deportation": "Deportasi"}
# So many sentences further on, the text may still tell of the same return.
_REACH = 2
_THEY = Pattern(
    r"(?i)^[\"“]?(?:[^.;⟨\"“]{0,40}(?:⟨(?:LOC|PNT|DAT|VES)\d+⟩[^.;⟨\"“]{0,12}){0,3},\s+|(?:Dengan|Menggunakan|Menumpang)\s[^.;,⟨\"“]{3,50}\s|⟨PER\d+⟩\s*,?\s+me[a-z]+(?:\s+bahwa)?\s+)?(?:mereka|ia|dia|keduanya|ketiganya|ke\w+nya|rombongan|semua(?:nya)?|seluruh(?:nya)?|para\s+\w+|jenazah|korban|kedua\s+\w+)\b"
)
_THEM = Pattern(r"(?i)\b(?:mereka|kepulangan|pemulangan|rombongan|ke\w+nya|jenazah)\b")
_ALL_OF_THEM = Pattern(
    r"[\"“]?(?:Mereka|Rombongan(?!\s+(?:pertama|kedua|ketiga))|Para\s+(?:WNI|PMI|deportan|pekerja)|Seluruh(?:nya)?|Proses\s+(?:pe|ke)mulangan)\b"
)
_DEPORTED = Pattern(r"(?i)(?<!eks )(?<!mantan )\b(?:men|di)?deport(?:an|asi)\b")


@dataclass(slots=True)
class _Story:
    """The return told of last: its event and the sentence that told of it last."""

    event: str
    number: int


@dataclass(frozen=True, slots=True)
class _Move:
    """One verb of return with those whom it concerns."""

    cls: str
    start: int
    end: int
    people: tuple[Item, ...]
    is_active: bool


def find(context: Context) -> None:
    """Find the returns of body sentences and what later sentences add to them."""
    story: _Story | None = None
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        moves = _moves(context, view, story)
        if moves:
            story = _tell(context, view, moves, story) or story
        elif story and _goes_on(context, view, story):
            homeward.claim(context, view, story.event, (0, len(view.masked)), 0)
            story.number = view.sentence.number
        if story and 0 <= view.sentence.number - story.number <= _REACH:
            _cared(context, view, story)


def _moves(context: Context, view: View, story: _Story | None) -> list[_Move]:
    """Return the verbs of return that a sentence tells as done."""
    is_near = story is not None and view.sentence.number - story.number <= _REACH
    is_home = _is_homeward(context, view) or (is_near and bool(_THEY.search(view.masked)))
    made = []
    for rule in (homeward.EXPELLED, homeward.RETURNED, homeward.GIVEN_BACK, homeward.ARRIVED):
        for found in rule.finditer(view.masked):
            if rule is homeward.ARRIVED and not is_home:
                continue
            cls = _class(context, view, is_expelled=rule is homeward.EXPELLED)
            people = returning.subject(context, view, found, is_told=is_near)
            made.append(_Move(cls, found.start(), found.end(), people, is_active=False))
    for rule in (homeward.BRINGS, homeward.HANDS):
        for found in rule.finditer(view.masked):
            if rule is homeward.HANDS and not homeward.TO_FAMILY.search(view.masked, found.end()):
                continue
            people = returning.whom(context, view, found.end())
            cls = _class(context, view, is_expelled=False)
            made.append(_Move(cls, found.start(), found.end(), people, is_active=True))
    for found in homeward.RECEIVES.finditer(view.masked):
        if "datang" in found[0] and not is_home:
            continue
        if found[0][0] in "KkPpRrDd" and "datang" not in found[0] and not homeward.is_seen_to(view):
            # The noun alone tells of no return: "biaya pemulangan dua WNI".
            continue
        people = returning.whom(context, view, found.end())
        cls = _class(context, view, is_expelled=False)
        made.append(_Move(cls, found.start(), found.end(), people, is_active=False))
    kept = [one for one in made if _is_told(context, view, one)]
    return sorted(kept, key=lambda one: (not one.people, one.start))


def _is_told(context: Context, view: View, move: _Move) -> bool:
    """Whether a verb tells of one return that happened."""
    chose = _CHOSE.search(view.masked[: move.start])
    if chose and not (chose[0].startswith("memilih") and homeward.is_aided(view)):
        return False
    if _ON_THEIR_OWN.match(view.masked, move.start) or RELEASED.search(view.masked):
        return False
    if not reality.is_real(view, move.start) or frames.is_ahead(context, view, move.start):
        return False
    if homeward.leads_abroad(context, view, move.end) or context.is_denied(view.offset(move.start)):
        return False
    counted = any(one.kind is Kind.COUNT for one in move.people)
    is_long = frames.is_over_time(view, move.start) or occasions.is_of_year(view, move.start)
    if is_long and (counted or not move.people):
        return False
    return wholes.ITEMISED.match(view.masked) is None and not _OF_MANY.search(view.masked)


# "18 pekerja yang pulang dari Johor lewat jalur tidak resmi": nobody brought them home.
_ON_THEIR_OWN = Pattern(
    r"(?i)(?:pulang|kembali|balik)\b[^.;]{0,60}\b(?:secara\s+ilegal|jalur\s+(?:tidak\s+resmi|tikus|ilegal|gelap|belakang|nonprosedural))"
)
_CHOSE = Pattern(
    r"(?i)\b(?:memilih|mau|berniat|menolak|minta|meminta|boleh|berani|enggan|sempat\s+ingin|sebelum|sebelumnya|setelah|usai|sambil|sejak|saat|ketika)\s+(?:untuk\s+)?$"
)
# "rata-rata dua jenazah tiba saban pekan"
_OF_MANY = Pattern(
    r"(?i)\b(?:rata-rata|saban|setiap|tiap|kerap|sering|biasanya|seringkali|per\s+(?:hari|pekan|minggu|bulan|tahun)|selama\s+ini|total\s+orang|jumlah)\b"
)


def _is_homeward(context: Context, view: View) -> bool:
    """Whether words beside a verb of coming say that it leads home."""
    if _DEPORTEES.search(view.sentence.text) or homeward.DEAD.search(view.sentence.text):
        return True
    if homeward.whence(context, view) or homeward.facilitators(view):
        return True
    if _WAVE.match(view.masked) and _HOME.search(context.text):
        return True
    number = view.sentence.number
    near = context.views[max(0, number - 1) : number + 2]
    return any(
        reality.is_real(one, found.start())
        for one in near
        if one.sentence.role is Role.BODY
        for rule in (homeward.EXPELLED, homeward.RETURNED, homeward.BRINGS, _DEPORTED)
        for found in rule.finditer(one.masked)
    )


_DEPORTEES = Pattern(r"(?i)(?<!eks )(?<!mantan )\bdeportan\b")
_WAVE = Pattern(r"[\"“]?(?:Gelombang|Kloter|Rombongan|Kelompok|Tahap)\b")
_HOME = Pattern(r"(?i)\b(?:(?:pe|ke)mulangan|kepulangan|dipulangkan|deportan|dideportasi)\b")


def _class(context: Context, view: View, *, is_expelled: bool) -> str:
    number = view.sentence.number
    before = context.views[max(0, number - 1)]
    is_near = before.sentence.role is Role.BODY and before.sentence.block == view.sentence.block
    told = [
        reality.is_real(one, found.start())
        for one in ([before, view] if is_near else [view])
        for found in _DEPORTED.finditer(one.masked)
    ]
    told.append(_DEPORTEES.search(view.sentence.text) is not None)
    return "Deportation" if is_expelled or any(told) else "Repatriation"


def _tell(context: Context, view: View, moves: list[_Move], story: _Story | None) -> _Story | None:
    """Claim what a sentence tells of a return; return it as the one told of last."""
    for move in moves:
        event = _event(context, view, move, story)
        if not event:
            continue
        story = _Story(event, view.sentence.number)
        _involve(context, view, move, event)
        _agents(context, view, move, event)
        homeward.claim(context, view, event, _clause(view, moves, move), move.start)
        _from_before(context, view, event)
    return story


def _from_before(context: Context, view: View, event: str) -> None:
    """Claim whence they came where the sentence before tells of their coming."""
    before = context.before(view)
    if (
        before is None
        or "origin" in context.sink.told_of(event)
        or not _DEPORTEES.search(before.sentence.text)
    ):
        return
    for item, id_ in homeward.whence(context, before):
        span, voice = (item.start, item.end), context.voice(item.start)
        context.sink.claim(event, "origin", id_, span, is_object=True, voice=voice, confidence=0.75)


def _clause(view: View, moves: list[_Move], move: _Move) -> tuple[int, int]:
    """Return the stretch of a sentence that a verb has for itself: all, if it is alone."""
    if sum(bool(one.people) for one in moves) < 2:
        return 0, len(view.masked)
    edges = [0, *(found.end() for found in _EDGE.finditer(view.masked)), len(view.masked)]
    start = max(edge for edge in edges if edge <= move.start)
    return start, min(edge for edge in edges if edge > start)


_EDGE = Pattern(
    r";|\b(?:sedangkan|sementara)\s|,\s+dan\s+(?=gelombang|kloter)|,\s+(?=gelombang|kloter)"
)


def _event(context: Context, view: View, move: _Move, story: _Story | None) -> str:
    """Return the event that a verb tells of: one told before, or a new one; empty for neither."""
    known = [one for cls in _CLASSES for one in context.events.get(cls, [])]
    if not move.people:
        return _of_nobody(context, view, move, story)
    for event in known:
        if _is_of(context, event, view, move):
            return event
    if (
        story is not None
        and _names_those(context, story.event, move)
        and story.number == view.sentence.number
    ):
        return story.event
    sizes = [one for one in move.people if one.kind is Kind.COUNT]
    if sizes and (
        occasions.is_total(context, view, sizes, is_told=True) or not _is_one(context, view, move)
    ):
        return ""
    if not sizes and not _is_homecoming(context, view, move):
        return ""
    return _new(context, view, move)


def _of_nobody(context: Context, view: View, move: _Move, story: _Story | None) -> str:
    """Return the event of a verb beside which nobody is counted or named, or empty."""
    is_same = story is not None and story.number == view.sentence.number
    if story and is_same and "affected" not in context.sink.told_of(story.event):
        # "Jenazah tiba di Batam dan diserahkan kepada keluarga": one return, two verbs.
        return story.event
    if _is_of_one(view, move):
        return _new(context, view, move)
    if story is None or view.sentence.number - story.number > _REACH:
        return ""
    return story.event if is_same or _THEY.search(view.masked) else ""


# "memulangkan jenazah PMI bernama": one, whom the text names and we do not.
_ONE_BEFORE = Pattern(
    r"(?i)(?:^[\"“]?|[,.;:–—]\s+|\s-\s+|\b(?:dan|bahwa)\s+)(?:jenazah|jasad|seorang\s+(?:pmi|tkw|tki|wni|pekerja|warga|perempuan|korban))\b"
    r"(?:(?!\b(?:sementara|sedangkan|meninggal|tewas)\b|⟨CNT)[^.;\"“]){0,90}$"
)
_ONE_BEHIND = Pattern(
    r"(?i)\s+(?:jenazah|jasad|seorang\s+(?:pmi|tkw|tki|wni|pekerja|warga|perempuan|korban))\b"
)


def _is_of_one(view: View, move: _Move) -> bool:
    """Whether a verb tells of one unnamed person, alive or dead, on a stated day."""
    date = frames.date_of(view, move.start)
    if date is None or not date.is_day:
        return False
    is_behind = _ONE_BEHIND.match(view.masked, move.end) is not None
    if move.is_active:
        return is_behind
    # "BP3MI menerima jenazah": who receives tells of no return by itself.
    is_noun = not view.masked[move.start : move.end].casefold().startswith("me")
    return (is_behind and is_noun) or _ONE_BEFORE.search(view.masked[: move.start]) is not None


def _new(context: Context, view: View, move: _Move) -> str:
    """Return a new event of the people of a verb."""
    span = view.offset(move.start), view.offset(move.end)
    event = context.sink.fresh("evt", move.cls.casefold())
    words = ", ".join(_caption(context, one) for one in move.people)
    context.sink.entity(event, move.cls, f"{_WORDS[move.cls]} {words}", span)
    context.add_event(move.cls, event)
    return event


def _is_one(context: Context, view: View, move: _Move) -> bool:
    """Whether a day, an agent or a port makes one return of what befell so many."""
    if frames.date_of(view, move.start) is not None:
        return True
    if move.is_active:
        return bool(frames.agents_before(context, view, move.start))
    ports = view.within(move.end, len(view.masked), Kind.POINT, Kind.VESSEL)
    if ports or frames.agents_after(context, view, move.end) or homeward.is_aided(view):
        return True
    if _comes_next(context, view):
        return True
    return max(map(size, move.people)) <= _FEW and bool(homeward.whence(context, view))


def _comes_next(context: Context, view: View) -> bool:
    """Whether the next sentence tells on which day they arrived: ``Mereka tiba di X kemarin``."""
    behind = context.after(view)
    found = behind and _THEY.search(behind.masked) and homeward.ARRIVED.search(behind.masked)
    return bool(behind and found and frames.date_of(behind, found.start()))


# So many may come home at once of whom no day is told, only whence they came.
_FEW = 100


def _is_homecoming(context: Context, view: View, move: _Move) -> bool:
    """Whether somebody named came home from abroad, or was brought home, and is not accused."""
    named = [context.registry.of(one) for one in move.people]
    if any(_is_accused(context, id_) for id_ in named):
        return False
    verb = view.masked[move.start : move.end].casefold()
    if move.is_active or verb.startswith("di"):
        return True
    date = frames.date_of(view, move.start)
    if date is None or len(date.key) < len("2025-08-06"):
        # Who lives here may have come home once.
        return False
    number = view.sentence.number
    near = context.views[max(0, number - 1) : number + 2]
    return any(homeward.whence(context, one) for one in near) or bool(
        homeward.DEAD.search(view.sentence.text)
    )


_ACCUSING = Pattern(
    r"(?i)\b(?:tersangka|pelaku|terdakwa|terpidana|terduga|calo|tekong|sponsor|perekrut|agen|buron\w*|DPO|ditangkap|diringkus|dibekuk|diciduk|divonis|dituntut)\b"
)


def _is_accused(context: Context, id_: str) -> bool:
    """Whether a sentence that names somebody speaks of suspects, or an arrest holds them."""
    held = any(c.property == "apprehended" and c.value == id_ for c in context.sink.claims.values())
    return held or any(
        _ACCUSING.search(view.sentence.text)
        for view in context.views
        if any(context.registry.of(item) == id_ for item in view.items)
    )


def _caption(context: Context, item: Item) -> str:
    known = context.sink.entities.get(context.registry.of(item))
    return known.caption if known else context.text[item.start : item.end]


def _is_of(context: Context, event: str, view: View, move: _Move) -> bool:
    """Whether an event concerns the people of a verb, on no other day."""
    claims = [c for c in context.sink.claims.values() if c.subject == event]
    affected = {c.value for c in claims if c.property == "affected"}
    sizes = _sizes(context, event)
    own = {str(one.value.bounds.lower) for one in move.people if isinstance(one.value, Counted)}
    named = {context.registry.of(one) for one in move.people if one.kind is not Kind.COUNT}
    dates = {c.value for c in claims if c.property == "date"}
    date = frames.date_of(view, move.start)
    is_other_day = bool(dates) and date is not None and date.key not in dates
    return not is_other_day and bool(own & sizes or named & affected)


def _sizes(context: Context, event: str) -> set[str]:
    """Return how many people the groups count that an event concerns."""
    claims = list(context.sink.claims.values())
    affected = {c.value for c in claims if c.subject == event and c.property == "affected"}
    return {c.value for c in claims if c.subject in affected and c.property == "groupSizeLower"}


def _names_those(context: Context, event: str, move: _Move) -> bool:
    """Whether as many are named as the event concerns: ``dua orang, yaitu A dan B``."""
    named = {context.registry.of(one) for one in move.people if one.kind is not Kind.COUNT}
    return str(len(named)) in _sizes(context, event)


def _involve(context: Context, view: View, move: _Move, event: str) -> None:
    """Claim whom the event concerns."""
    sink, voice = context.sink, context.voice(view.offset(move.start))
    start, end = view.offset(move.start), view.offset(move.end)
    sizes = _sizes(context, event)
    for one in move.people:
        span = min(start, one.start), max(end, one.end)
        is_counted = one.kind is Kind.COUNT
        if is_counted and str(size(one)) in sizes:
            continue
        id_ = (
            group(context, view, one, voice, "", event) if is_counted else context.registry.of(one)
        )
        sink.claim(event, "affected", id_, span, is_object=True, voice=voice, confidence=0.85)


def _agents(context: Context, view: View, move: _Move, event: str) -> None:
    """Claim who brought them home, and to whom they were handed over."""
    if "conductedBy" in context.sink.told_of(event):
        return
    if view.masked[move.start : move.end].casefold() in ("disambut", "kedatangan"):
        # Who meets them did not bring them.
        return
    if move.is_active:
        found = frames.agents_before(context, view, move.start)
        ours = carried.agencies(context, view, move.start) if not found else []
    else:
        found, ours = frames.agents_after(context, view, move.end), []
        found = [one for one in found if not _of_other_deed(view, move.end, one[0])]
    voice = context.voice(view.offset(move.start))
    start, end = view.offset(move.start), view.offset(move.end)
    for item, id_ in found:
        span = min(start, item.start), max(end, item.end)
        context.sink.claim(event, "conductedBy", id_, span, is_object=True, voice=voice)
    context.sink.link(event, "conductedBy", ours, (start, end), voice, 0.75)
    for item in homeward.takers(view, move.end, frames.clause_end(view, move.end)):
        _assist(context, event, item)


# "Setibanya di pelabuhan, mereka menjalani pemeriksaan dokumen oleh Imigrasi": who does that.
_OTHER_DEED = Pattern(r"(?i)\bpe(?!mulangan|langgaran|labuhan|kerja)\w{4,}an\b[^,;]*\boleh\s+$")


def _of_other_deed(view: View, at: int, agent: Item) -> bool:
    """Whether an agent behind a verb is told with the noun for another deed."""
    where = frames.masked_at(view, agent)
    return _OTHER_DEED.search(view.masked, at, max(at, where)) is not None


def _assist(context: Context, event: str, item: Item) -> None:
    id_ = context.registry.of(item)
    known = {
        c.value
        for c in context.sink.claims.values()
        if c.subject == event and c.property == "conductedBy"
    }
    is_agency = not item.cls.endswith("Company") and item.cls != "MediaOrganization"
    if id_ and id_ not in known and is_agency:
        span, voice = (item.start, item.end), context.voice(item.start)
        context.sink.claim(
            event, "assistedBy", id_, span, is_object=True, voice=voice, confidence=0.75
        )


def _goes_on(context: Context, view: View, story: _Story) -> bool:
    """Whether a sentence without a verb of return goes on about those who came, and claim it."""
    far = view.sentence.number - story.number
    is_beside = context.views[story.number].sentence.block == view.sentence.block and far == 1
    # "Rombongan tiba di Entikong" goes on after a sentence about something else, too.
    if not is_beside and not (far <= _REACH and _ALL_OF_THEM.match(view.masked)):
        return False
    if not _THEY.search(view.masked) and not _THEM.search(view.masked):
        return False
    return not (view.names_people or frames.persons_counted(view, 0, len(view.masked)))


def _cared(context: Context, view: View, story: _Story) -> None:
    """Claim the agencies that met them, went with them or paid for them."""
    is_same = view.sentence.number == story.number
    if not is_same and not (_THEY.search(view.masked) or _THEM.search(view.masked)):
        return
    if "conductedBy" not in context.sink.told_of(story.event):
        for item in homeward.facilitators(view):
            if id_ := context.registry.of(item):
                span, voice = (item.start, item.end), context.voice(item.start)
                context.sink.claim(
                    story.event, "conductedBy", id_, span, is_object=True, voice=voice
                )
    for item in homeward.carers(view):
        at = frames.masked_at(view, item)
        if at >= 0 and reality.is_real(view, at):
            _assist(context, story.event, item)
