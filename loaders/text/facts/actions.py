"""What agencies did: interceptions, rescues, arrests, raids, deportations, returns, takedowns.

Owns who takes part in each event, where and when; which events are one is for
:mod:`loaders.text.facts.occasions`. Refuses events without an agent or anyone affected, and plans.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import (
    behind,
    carried,
    circumstances,
    concerned,
    doers,
    frames,
    helpers,
    leaving,
    nominal,
    occasions,
    pointing,
    reality,
    returns,
    wholes,
)
from loaders.text.facts.deeds import (
    BY_POLICE,
    CONTENT,
    CRAFT,
    FOUND,
    FRAMES,
    INTERCEPTION,
    RELEASED,
    SECURED,
    SENDING,
    Frame,
    is_gentle,
)
from loaders.text.facts.groups import group
from loaders.text.facts.whereabouts import raided
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View


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
    is_during = frame.cls == "Raid" and occasions.IN_THE_RAID.match(view.masked) is not None
    is_told = is_during or reality.is_real(view, found.start())
    if not is_told or occasions.is_of_departures(view, frame, found):
        return
    agents = frames.agents_before(context, view, found.start())
    if nominal.is_noun(found[0]) and nominal.is_background(view, found.start()):
        return
    if nominal.is_noun(found[0]):
        agents = [one for one in agents if one[0].cls not in FIRMS]
        if frame.cls in ("Repatriation", "Deportation"):
            # "BP3MI menyambut kepulangan": the subject of another verb brought nobody home.
            agents = []
        if nominal.is_during(view, found.start()):
            agents = nominal.of_main_verb(context, view)
        agents = nominal.agents(context, view, found.end()) or agents
    end = frames.clause_end(view, found.end())
    comma = view.masked.find(",", found.end(), end)
    if comma >= 0 and _BESIDES.search(view.masked, 0, found.start()):
        # "Selain mencegah keberangkatan, tim menyerahkan tiga orang": another verb's object.
        end = comma
    if frame.cls == "Arrest" and concerned.is_of_things(view, found.end()):
        return
    if BY_POLICE.match(found[0]) and {i.cls for i, _ in agents} != {"LawEnforcementAgency"}:
        return
    people = _objects(context, view, frame, found, end)
    ours = frames.own_organisation(context, view, found.start())
    own = [ours] if ours else carried.agencies(context, view, found.start())
    own = own or carried.of_joined(context, view, found.start())
    _make(context, view, frame, found, agents, people, own)


def _objects(
    context: Context, view: View, frame: Frame, found: re.Match[str], end: int
) -> list[Item]:
    """Return whom an active verb, or a noun for the deed, concerns; its clause ends at ``end``."""
    people = concerned.people(view, frame, found[0], found.end(), min(end, found.end() + 150))
    people += concerned.joined(view, frame, people, end)
    if found[0].endswith("nya") and not people:
        people = concerned.them(context, view, found)
    if not people and frame.cls == "Arrest":
        people = concerned.all_as_object(context, view, found.end())
    elif not people and not nominal.is_noun(found[0]):
        people = pointing.counted(context, view, frame, found, is_object=True)
    if people and frame.cls == "Arrest" and not nominal.is_noun(found[0]):
        people = people + concerned.besides(context, view, found.start())
    if frame.cls == "Interception":
        # Whoever was aboard before its crew: "mengangkut 36 PMI serta tiga awak kapal".
        stopped = leaving.in_what_was_stopped(view, found.end(), end)
        people = stopped or people or leaving.aboard(context, view)
    return people


_BESIDES = Pattern(
    r"(?:^|[,.]\s+)[\"“]?(?i:selain|setelah|usai|sebelum|saat|ketika)\s+(?:\w+\s+)?$"
)


def _passive(context: Context, view: View, frame: Frame, found: re.Match[str]) -> None:
    if not reality.is_real(view, found.start()):
        return
    if _is_of_another_sense(context, view, frame, found):
        return
    agents = frames.agents_after(context, view, found.end())
    start = max(view.masked.rfind(mark, 0, found.start()) for mark in (";", "“", '"', ". "))
    start = max(start + 1, found.start() - 150, frames.side_of(view, found.start())[0])
    people = _subjects(context, view, frame, found, start)
    people = people + behind.named(context, view, frame, found, people)
    is_ours = found[0].casefold().startswith(("kami", "kita"))
    is_fronted = _FRONTED.search(view.masked[: found.start()]) is not None
    if not people and (is_ours or is_fronted):
        # "kami amankan tiga orang", "Turut ditangkap ZL": the object stands behind.
        end = min(frames.clause_end(view, found.end()), found.end() + 260)
        # "diamankan 34 orang yang terdiri dari 30 WNI dan empat warga asing": all of them.
        whole = _MADE_OF.search(view.masked, found.end(), end)
        end = whole.end() if whole else end
        people = concerned.people(view, frame, found[0], found.end(), end)
    if not people and frame.cls == "Interception":
        people = leaving.carried_in(view, start, found.start())
        people = people or leaving.aboard(context, view)
    if not people and frame.affected:
        people = pointing.counted(context, view, frame, found)
    if not people and agents and frame.cls in ("Repatriation", "Rescue", "Deportation"):
        people = concerned.all_counted(context, view)
    ours = frames.own_organisation(context, view, found.end()) if is_ours else ""
    own = [ours] if ours else carried.uncovered(context, view)
    if not (own or agents):
        own = carried.by_officers(context, view, found.end())
    _make(context, view, frame, found, agents, people, own)


def _subjects(
    context: Context, view: View, frame: Frame, found: re.Match[str], start: int
) -> list[Item]:
    """Return whom a passive verb has as its subject, in a clause that begins at ``start``."""
    people = concerned.people(view, frame, found[0], start, found.start(), is_before=True)
    if not people and (late := _SO_MANY.search(view.masked, found.end())):
        people = frames.persons_counted(view, late.start(), late.end())
    if not people and (here := _COUNTED_NEXT.match(view.masked, found.end())):
        people = concerned.people(view, frame, found[0], found.end(), here.end())
    if not people and frame.cls == "Arrest":
        people = concerned.all_of_them(context, view) or concerned.all_the_accused(context, view)
        people = people or concerned.all_as_subject(context, view, found.start())
        people = people or concerned.called_so(context, view, found.start())
    return people or behind.subject(context, view, frame, found)


_MADE_OF = Pattern(r"⟨CNT\d+⟩(?=\s*,?\s+(?:yang\s+)?(?:terdiri|meliputi|mencakup)\b)")
_FRONTED = Pattern(
    r"(?:^[\"“]?|[,;]\s+|\b(?:dan|serta)\s+)(?i:turut|ikut|juga|turut\s+pula|telah|sudah)\s+(?:\w+\s+)?$"
    # "Dari penggeledahan tersebut ditangkap seorang perempuan, RN": no subject stands before.
    r"|^[\"“]?(?:Dari|Dalam)\s+(?:operasi|pengge?rebe[gk]k?an|penggeledahan|razia|penyergapan|pengembangan|lokasi|pengungkapan|kasus|penindakan)\b"
    r"(?:(?!\b(?:korban|tersangka|pelaku|mereka|ia|dia|me[a-z]{4,})\b)(?:[^.;⟨\"“]|⟨(?:LOC|PNT|DAT)\d+⟩)){0,70}?\s(?:(?:turut|ikut|juga|pula|telah|berhasil)\s+){0,2}$"
)


def _is_of_another_sense(context: Context, view: View, frame: Frame, found: re.Match[str]) -> bool:
    """Whether a verb tells of something else: ships that run aground, people let go by police."""
    verb, start = found[0].casefold(), found.start()
    if verb in ("tiba", "mendarat"):
        return returns.is_deported(context, view) or not _is_homecoming(context, view, start)
    if verb == "dipulangkan":
        return RELEASED.search(view.masked) is not None
    if verb == "kandas":
        return _ATTEMPT.search(view.masked, 0, start) is None
    if verb in _OF_CRAFT and frame.cls == "Interception":
        is_craft = _CRAFT.search(view.masked, 0, start) is not None
        whose = _SUBJECT.search(view.masked[:start])
        people = frames.persons_counted(view, whose.start(), start) if whose else []
        return not is_craft and not any(leaving.is_leaving(view, one) for one in people)
    return verb == "diterbangkan" and not _is_flown_home(context, view, found.end())


def _is_homecoming(context: Context, view: View, at: int) -> bool:
    """Whether people counted as workers or citizens came home, in a document about returns."""
    if (land := _IN_LAND.match(view.masked, at)) and (
        context.registry.of(view.item_number(int(land[1]))) != "country:ID"
    ):
        return False
    counted = frames.persons_counted(view, 0, at)
    nouns = [c.value for c in counted if isinstance(c.value, Counted)]
    is_worker = any(v.role == "migrant-worker" or v.noun in concerned.CITIZENS for v in nouns)
    # "28 warga Jawa Barat korban penipuan di Kamboja tiba di Bandara Soekarno-Hatta"
    is_stuck = circumstances.STUCK.search(view.masked, at) is not None
    is_one = is_stuck and occasions.is_of_one(view, at)
    # "Dua pemuda yang menjadi korban TPPO di Myawaddy tiba di Bandara X": who was there came.
    is_one = is_one or (bool(nouns) and circumstances.STUCK.search(view.masked, 0, at) is not None)
    places = view.within(0, len(view.masked) if is_one else at, Kind.PLACE)
    ids = context.registry.many(places)
    is_from_abroad = any(i.startswith("country:") and i != "country:ID" for i in ids)
    is_wave = _WAVE.match(view.masked) is not None and bool(nouns)
    is_worker = (
        is_worker
        or is_wave
        or (
            (is_one or any(v.noun == "warga" for v in nouns))
            and (is_from_abroad or any(frames.is_abroad(place) for place in places))
        )
    )
    return is_worker and bool(
        re.search(r"(?i)\b(?:pe|ke)mulangan|kepulangan|dipulangkan|pulang\b", context.text)
    )


# "tiba di Kamboja" leads away; "tiba di Indonesia" home.
_IN_LAND = Pattern(r"\w+\s+(?:\w+\s+){0,2}di\s+⟨LOC(\d+)⟩")
_WAVE = Pattern(r"^[\"“]?(?:Gelombang|Kloter|Rombongan|Kelompok|Tahap)\b")


def _is_flown_home(context: Context, view: View, at: int) -> bool:
    """Whether people were flown to a place in Indonesia, in a document about citizens' returns."""
    places = view.within(at, min(len(view.masked), at + 30), Kind.PLACE)
    ids = context.registry.many(places[:1])
    is_abroad = any(i.startswith("country:") and i != "country:ID" for i in ids)
    is_abroad = is_abroad or any(frames.is_abroad(place) for place in places[:1])
    is_return = re.search(
        r"(?i)\b(?:WNI|warga\s+negara\s+indonesia|pekerja\s+migran)\b.*\b(?:pulang|pemulangan|kepulangan|dipulangkan)\b"
        r"|\b(?:pulang|dipulangkan|pe?mulangan|kepulangan)\b.*\b(?:WNI|pekerja\s+migran)\b",
        context.text, re.DOTALL,
    )  # fmt: skip
    return not is_abroad and is_return is not None


_OF_CRAFT = frozenset(
    {"dihentikan", "disetop", "distop", "ditangkap", "diadang", "dihadang", "dihalau"}
)
# "12 calon pekerja migran dihentikan petugas"; "penyidikan ... dihentikan" is of something else.
_SUBJECT = Pattern(
    r"(?:^[\"“]?|[,;.]\s+|\bbahwa\s+)(?:(?i:sebanyak|sejumlah|sedikitnya)\s+)?⟨CNT\d+⟩[^.;⟨]{0,60}$"
)
_CRAFT = Pattern(rf"(?i)(?:\b{CRAFT}\b|⟨(?:VES|PLT)\d+⟩)[^.;,]*$")
# A ship runs aground, too.
_ATTEMPT = Pattern(
    r"(?i)\b(?:upaya|rencana|percobaan|niat|aksi|(?:ke|pem)berangkatan|pengiriman|penyelundupan)\b[^.;]*$"
)
# "Hasilnya, ditemukan delapan orang": the subject stands right behind the verb.
_COUNTED_NEXT = Pattern(r"\s+(?:(?:sebanyak|sejumlah|ada|sekitar|juga|pula)\s+)*⟨CNT\d+⟩")
_SO_MANY = Pattern(r"(?:sebanyak|sejumlah)\s+⟨CNT\d+⟩")


_AS_WITNESS = Pattern(r"(?i)\b(?:sebagai|berstatus|status\w*)\s+(?:sebagai\s+)?saksi\b")
_HE = Pattern(
    r"(?i)[\"“]?(?:ia|dia|keduanya|ketiganya|mereka|yang\s+bersangkutan|\w+\s+(?:itu|tersebut)"
    r"|⟨(?:PER|INI)\d+⟩)\s"
)


def _is_of_witnesses(context: Context, view: View, frame: Frame, verb: str) -> bool:
    """Whether who is taken along is a witness: ``diamankan. Ia diperiksa sebagai saksi``."""
    if frame.cls != "Arrest" or not is_gentle(verb):
        return False
    after = context.after(view)
    is_next = after and _HE.match(after.masked) and _AS_WITNESS.search(after.masked)
    return bool(is_next) or _AS_WITNESS.search(view.masked) is not None


def _make(
    context: Context,
    view: View,
    frame: Frame,
    found: re.Match[str],
    agents: list[tuple[Item, str]],
    people: list[Item],
    own: list[str],
) -> None:
    is_window = frames.is_over_time(view, found.start()) or occasions.is_of_year(
        view, found.start()
    )
    is_sum = is_window and any(p.kind is Kind.COUNT for p in people)
    is_told = occasions.is_told(context, view, frame, found, agents, own)
    is_told = is_told or (frame.cls == "Raid" and bool(raided(context, view, found.start())))
    is_sum = is_sum or occasions.is_total(
        context,
        view,
        people,
        is_told=bool(
            agents or (own and frame.cls == "Repatriation") or carried.uncovered(context, view)
        ),
    )
    is_sum = is_sum or wholes.ITEMISED.match(view.masked) is not None
    if is_sum or not (people or is_told) or _is_of_witnesses(context, view, frame, found[0]):
        return
    is_aboard = any(p.start > view.sentence.end for p in people)
    is_secured = found[0].casefold().startswith(SECURED)
    is_leaving = any(leaving.is_leaving(view, p) for p in people)
    is_leaving = is_leaving or leaving.are_leaving(context, view)
    is_leaving = is_leaving or (bool(agents) and leaving.are_irregular(context, view, people))
    is_told = bool(agents or own) or occasions.is_placed(context, view)
    is_told = is_told or carried.is_there(context, view)
    if (
        frame.cls == "Interception"
        and is_secured
        and (not (is_leaving and is_told) or occasions.are_saved(context, people))
    ):
        return
    if found[0].casefold().startswith(FOUND) and not (
        is_leaving and is_told and leaving.are_met(context, view)
    ):
        return
    if frame.cls == "Interception" and not (occasions.is_departure(view) or is_aboard):
        return
    voice = context.voice(view.offset(found.start()))
    if voice.modality == "denied" or frames.is_ahead(context, view, found.start()):
        return
    span = view.span(found)
    event = occasions.event_of(context, view, frame, people, span, found.start())
    sink = context.sink
    for item, id_ in agents:
        whole = (item.start, span[1]) if item.start < span[1] else (span[0], item.end)
        sink.link(event, "conductedBy", [id_], whole, voice)
    # Whom "polisi" or "kami" means adds nothing to an event whose agents were named before.
    is_joined = doers.is_joined(view, found.start())
    is_known = not is_joined and (bool(agents) or "conductedBy" in sink.told_of(event))
    sink.link(event, "conductedBy", [] if is_known else own, span, voice, 0.75)
    known = {id_ for _, id_ in agents} | set(own)
    helping = [id_ for _, id_ in helpers.of_deed(context, view, found.span(), known)]
    sink.link(event, "assistedBy", helping, span, voice, 0.8)
    for person in people:
        _involve(context, view, frame, event, person, voice, span)
    circumstances.claim(context, view, event, found.start(), voice, frame)
    if is_aboard and frame.cls == "Interception":
        # "Kapal itu membawa 18 orang yang hendak ke Johor", the sentence behind says.
        circumstances.bound(context, context.views[view.sentence.number + 1], event, voice)
    if frame.cls == "Arrest" and (sent := SENDING.search(view.masked, found.end())):
        _stopped(context, view, sent, agents, own)


def _stopped(
    context: Context,
    view: View,
    sent: re.Match[str],
    agents: list[tuple[Item, str]],
    own: list[str],
) -> None:
    """Make the interception of those whom somebody was about to send when he was caught.

    Only where agent or day is told: what says neither adds to an arrest told before.
    """
    end = frames.clause_end(view, sent.end())
    people = frames.persons_counted(view, sent.end(), end)[:1]
    people = [one for one in people if _may_leave(one)]
    if agents or (people and frames.date_of(view, sent.start()) is not None):
        _make(context, view, INTERCEPTION, sent, agents, people, own)


def _may_leave(counted: Item) -> bool:
    return getattr(counted.value, "role", "") in concerned.MOVED_ROLES


def _involve(
    context: Context,
    view: View,
    frame: Frame,
    event: str,
    person: Item,
    voice: Voice,
    span: tuple[int, int],
) -> None:
    if not frame.affected:
        return
    sink = context.sink
    whole = min(span[0], person.start), max(span[1], person.end)
    if person.kind is Kind.COUNT:
        id_ = group(context, view, person, voice, frame.role, event)
        sink.claim(event, frame.affected, id_, whole, is_object=True, voice=voice)
        return
    id_ = context.registry.of(person)
    is_official = person.kind is Kind.PERSON and id_ in context.registry.posts_of
    # "menangkap Direktur PT A, Budi Karsa": the object itself may hold a post.
    at = frames.masked_at(view, person)
    is_object = (
        at >= 0
        and 0 <= view.offset(at) - span[1] <= 1
        and not is_gentle(context.text[slice(*span)])
    )
    if id_ and (is_object or not is_official):
        sink.claim(event, frame.affected, id_, whole, is_object=True, voice=voice)


# "memblokir 20 akun tiap bulan" is a rate, no event.
MONTHLY = Pattern(r"(?i)\b(?:tiap|setiap|per)\s+(?:hari|pekan|minggu|bulan|tahun)\b")
"""Matches the words of a rate, which tells of no one event."""


def _takedown(context: Context, view: View) -> None:
    """Make an event of content or accounts blocked, with its agent."""
    for index, rule in enumerate(CONTENT):
        found = rule.search(view.masked)
        if found is None or not reality.is_real(view, found.start()):
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
        if not wanted or not (agents or own) or MONTHLY.search(view.masked):
            continue
        caption = f"Penindakan {context.text[wanted[0].start : wanted[0].end]}"
        by = [id_ for _, id_ in agents] or [own]
        new_takedown(context, view, found.start(), by, caption, view.span(found))


def new_takedown(
    context: Context, view: View, at: int, by: list[str], caption: str, span: tuple[int, int]
) -> str:
    """Make the takedown that a verb at a masked position tells, with its agents and day."""
    voice = context.voice(view.offset(at))
    id_ = context.sink.fresh("evt", "takedown")
    context.sink.entity(id_, "CyberTakedown", caption, span)
    context.add_event("CyberTakedown", id_)
    for one in by:
        context.sink.claim(
            id_, "conductedBy", one, span, is_object=True, voice=voice, confidence=0.85
        )
    date = frames.date_of(view, at, is_lasting=True)
    if date and date.is_day:
        context.sink.claim(
            id_, "date", date.key, (date.start, date.end), voice=voice, confidence=0.8
        )
    return id_
