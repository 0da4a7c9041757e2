"""Whether a deed is one event, and which: told before, told here, or a sum over many.

Owns what makes an event of a verb, and when two sentences tell of the same one. Refuses sums over a
window of time, and one event of people who were held at several places.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, sections, whereabouts
from loaders.text.facts.deeds import Frame
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View

# "Dalam penggerebekan di Jalan Melati, polisi mendapati": it was carried out.
IN_THE_RAID = Pattern(
    r"^[\"“]?(?:Dalam|Saat|Ketika)\s+(?:pengge?rebe[gk]k?an|penggeledahan)\b[^.;\"“]*,\s+(?:\w+\s+){0,3}(?:me|di)\w{4,}"
)
"""Matches a sentence that tells what happened in a raid."""


def is_told(
    context: Context,
    view: View,
    frame: Frame,
    found: re.Match[str],
    agents: list[tuple[Item, str]],
    own: list[str],
) -> bool:
    """Whether a deed is told as one even where nobody is counted or named whom it concerns."""
    is_stopped = frame.cls == "Interception" and is_departure(view)
    if agents and (is_stopped or _is_of_those(context, view, found.start())):
        return True
    if frame.cls == "Raid":
        is_during = IN_THE_RAID.match(view.masked) is not None
        is_there = is_during and bool(frames.places_of(context, view, found.end()))
        if "datangi" in found[0]:
            return bool(agents or own) and _is_search(context, view)
        # A minister's visit is no raid.
        is_visit = "inspeksi" in found[0] or "sidak" in found[0]
        # "rumah tersebut digerebek": the house of which the text told.
        is_there = is_there or bool(whereabouts.places(context, view)) or is_placed(context, view)
        is_there = is_there or _is_by_officers(context, view, found)
        return bool(agents or own) or (is_there and not is_visit)
    if frame.cls == "Arrest":
        return _is_of_one_held(context, view, found, is_theirs=bool(agents))
    is_one = _ONE_SAVED.match(view.masked, found.end()) is not None and bool(agents)
    if frame.cls == "Rescue" and is_one:
        return frames.date_of(view, found.start()) is not None
    return frame.affected == "affected" and is_of_one(view, found.start())


# "Polisi menggerebek dua rumah di Kelurahan X": by whichever office, it is one raid.
_OFFICERS = Pattern(
    r"(?:^[\"“]?|\s[-–—]+\s+)(?:Polisi|Petugas|Aparat|Tim|Personel|Satgas)(?:\s+(?:gabungan|kepolisian|kembali|telah|berhasil|melakukan)){0,3}\s+$"
)


def _is_by_officers(context: Context, view: View, found: re.Match[str]) -> bool:
    is_theirs = _OFFICERS.search(view.masked[: found.start()]) is not None
    return is_theirs and bool(frames.places_of(context, view, found.end()))


# "Para korban diselamatkan Polres X di Y, Senin": whoever they are, it is one event.
_THOSE = Pattern(
    r"(?i)(?:^[\"“]?|[,;]\s+|\bbahwa\s+|\bdan\s+)(?:(?:para|seluruh|semua)\s+)?(?:korban|pelaku|tersangka|terdakwa|terduga\s+pelaku|pria|perempuan|wanita|mereka)(?:\s+(?:itu|tersebut|ini))?"
    r"(?:\s+(?:telah|sudah|akhirnya|berhasil|kemudian|lalu|langsung|juga|turut|sebelumnya))*\s+$"
)


def _is_of_those(context: Context, view: View, at: int) -> bool:
    """Whether a passive with agent and day tells what befell those of whom the text tells."""
    day = frames.date_of(view, at)
    is_day = day is not None and day.is_day
    is_here = bool(frames.places_of(context, view, at) or whereabouts.abroad(context, view, at))
    return is_day and is_here and _THOSE.search(view.masked[:at]) is not None


# "menyelamatkan remaja 16 tahun asal Malaka": nobody is counted.
_ONE_SAVED = Pattern(
    r"\s+(?:(?:seorang|satu\s+orang)\s+)?(?:remaja|perempuan|wanita|gadis|anak|pemuda|pekerja|korban|pmi|tkw|tki|warga|calon)\b(?!-)",
    re.IGNORECASE,
)


_FINDING = Pattern(
    r"\b(?:terdapat|ada|dihuni|menemukan|ditemukan|mendapati|didapati|mengamankan|diamankan|menggeledah|mengevakuasi|dievakuasi)\b"
)
_THERE = Pattern(
    r"[\"“]?(?:Di\s|Dari\s|Saat\s|Ketika\s|Dalam\s|Petugas\b|Tim\b|Polisi\b|Hasilnya\b|Sebanyak\b|⟨CNT)"
)


def _is_search(context: Context, view: View) -> bool:
    """Whether officers who came to a house found something there, here or in the next sentence."""
    if _FINDING.search(view.masked):
        return True
    number = view.sentence.number + 1
    return any(
        _THERE.match(behind.masked) and _FINDING.search(behind.masked)
        for behind in context.views[number : number + _SOON]
        if behind.sentence.block == view.sentence.block
    )


# So many sentences behind, it is told what officers found.
_SOON = 2


def is_placed(context: Context, view: View) -> bool:
    """Whether day and place are told: that makes one raid of what a sentence tells of raiding."""
    return frames.date_of(view, 0) is not None and bool(frames.places_of(context, view, 0))


_CULPRIT = (
    r"calo|tekong|perekrut|sponsor|agen|sopir|nakhoda|pengurus|penampung|kurir|tersangka|pelaku"
)
# "menangkap direktur sebuah LPK", "meringkus seorang pria": who it is may be told later.
_ONE_HELD = Pattern(
    rf"\s+(?:(?:seorang|satu\s+orang)\s+(?:pria|wanita|perempuan|laki-laki|lelaki|terduga\s+pelaku|{_CULPRIT}"
    r"|mantan|ibu\s+rumah\s+tangga|warga|buronan|DPO)"
    r"|(?:mantan\s+)?(?:direktur|pemilik|pengurus|pimpinan|kepala\s+cabang|calo|tekong|perekrut|dalang|otak|bos|mucikari|pelaku|tersangka))\b"
)


# "Seorang calo PMI ditangkap": the subject stands before.
_ONE_WHO_IS = Pattern(
    rf"(?i)(?:^[\"“]?|[,.]\s+|[-–—]\s+)(?:seorang|satu\s+orang)\s+(?:terduga\s+)?(?:{_CULPRIT}|pria|wanita|perempuan|laki-laki|lelaki)\b"
    r"(?:(?!\b(?:korban|tidak|akan)\b)(?:[^.;:,⟨\"“]|⟨LOC\d+⟩)){0,60}$"
)
_CULPRITS = Pattern(rf"\s+(?:(?:seorang|satu\s+orang)\s+)?(?:terduga\s+)?(?:{_CULPRIT})\b")
_BY_THEM = Pattern(
    r"(?i)\b(?:polisi|petugas|aparat|tim(?:\s+gabungan)?|personel|penyidik|kami|kita)"
    r"(?:\s+(?:juga|pun|kembali|telah|berhasil|langsung|kemudian|lalu|akhirnya|turut)){0,3}\s+$"
)


def _is_of_one_held(context: Context, view: View, found: re.Match[str], *, is_theirs: bool) -> bool:
    """Whether one person without a name was caught: by an agency, or by officers somewhere."""
    verb = found[0].casefold()
    before = view.masked[: found.start()]
    is_set = bool(frames.date_of(view, found.start()) or frames.places_of(context, view, 0))
    if verb.startswith("di"):
        return is_set and is_theirs and _ONE_WHO_IS.search(before) is not None
    behind = _CULPRITS if "aman" in verb else _ONE_HELD
    is_told = is_theirs or (is_set and _BY_THEM.search(before) is not None)
    return is_told and behind.match(view.masked, found.end()) is not None


def is_of_year(view: View, at: int) -> bool:
    """Whether the time told is a year or a quarter: what befell people then is a sum."""
    date = frames.date_of(view, at)
    if date is None:
        return False
    is_long = "/" in date.key and not frames.is_brief(date.key, _WEEK)
    return len(date.key) == len("2025") or is_long


# One operation may take as many days.
_WEEK = 7
_ONE = Pattern(
    r"(?i)\b(?:seorang|salah\s+(?:satu|seorang))\s+(?:pekerja|pmi|wni|tkw|tki|warga|perempuan|calon|pemuda|pemudi|wanita|pria|gadis|korban|abk|pelaut)\b[^⟨.;]{0,40}(?:⟨(?:LOC"
    r"|DAT)\d+⟩"
    r"[^⟨.;]{0,30}){0,2}$"
)


def is_of_one(view: View, at: int) -> bool:
    """Whether it befell one unnamed person on a stated day; who that is stays untold."""
    return bool(_ONE.search(view.masked[:at])) and frames.date_of(view, at) is not None


_OF_TOTAL = Pattern(
    r"^[\"“]?(?:(?:[A-Z]\w+(?:\s+itu)?,?\s+)?[Dd]ari\s+⟨CNT\d+⟩\s*(?:ini|itu|tersebut)?\s*,|Total|Secara\s+keseluruhan"
    r"|Dari\s+(?:\w+\s+)?(?:pengungkapan|jumlah|total|operasi|kasus|rangkaian)\b)"
)
# Those who came in one ship or plane came once: "112 orang yang dideportasi tiba di Belawan".
LANDED = Pattern(r"\b(?:tiba|mendarat|merapat|bersandar)\s+(?:\w+\s+){0,2}di\s+⟨PNT\d+⟩")
"""Matches where a ship or plane came in."""
# More people than this are taken or rescued on many days, unless a day or place is told.
_MANY = 100
# So many, without day and place, no agency stops or brings home at once.
_VERY_MANY = 600


def is_total(context: Context, view: View, people: list[Item], *, is_told: bool) -> bool:
    """Whether people told of without agent, day and place are a sum over many events."""
    sizes = [p.value.bounds.lower or 0 for p in people if isinstance(p.value, Counted)]
    if not sizes or frames.date_of(view, 0):
        return False
    if is_told:
        return max(sizes) > _VERY_MANY and not frames.places_of(context, view, 0)
    if LANDED.search(view.masked):
        return False
    if _is_out_of_cases(view):
        return True
    if _OF_TOTAL.match(view.masked):
        # "Dari jumlah itu, 411 orang dicegah di Jawa Timur": a share of many events.
        return True
    return not frames.places_of(context, view, 0) and max(sizes) > _MANY


def _is_out_of_cases(view: View) -> bool:
    """Whether it is told of several cases: ``dari enam laporan itu, petugas mencegah 45``."""
    for item in view.items:
        value = item.value
        if isinstance(value, Counted) and value.unit in ("cases", "police-reports"):
            at = frames.masked_at(view, item)
            if (value.bounds.lower or 0) > 1 and _OUT_OF.search(view.masked[:at]):
                return True
    return False


_OUT_OF = Pattern(r"\b[Dd]ari\s+(?:ke)?$")


def is_departure(view: View) -> bool:
    """Whether a sentence speaks of people who are to leave."""
    return bool(
        re.search(
            r"(?i)(?:ditumpangi|mengangkut|membawa|berisi|memuat|masuknya)\s+(?:para\s+)?(?:korban|pekerja)|berangkat|pengiriman|penyelundupan|calon|dikirim|penempatan|pmi\b|⟨CNT",
            view.masked,
        )
    )


def event_of(
    context: Context, view: View, frame: Frame, people: list[Item], span: tuple[int, int], at: int
) -> str:
    """Return the event told at a masked position: one told before, or a new one."""
    sizes = [p.value.bounds.lower or 0 for p in people if isinstance(p.value, Counted)]
    # "A ditangkap di X, Sabtu, sedangkan B diciduk di Y, Minggu": each verb has its own.
    is_one = frame.cls != "Arrest" or len(frame.passive.findall(view.masked)) < 2
    is_next = _ORDINAL.match(view.masked, at) is not None
    at = 0 if is_one else at
    date = frames.date_of(view, at, is_own=not is_one)
    for known in context.events.get(frame.cls, []) if not is_next else ():
        is_elsewhere = sections.are_apart(context, known, view.sentence.start)
        is_elsewhere = is_elsewhere or _is_elsewhere(context, view, known, people, at)
        if not is_one and not sizes and _is_of_more(context, known, people):
            continue
        if is_elsewhere or _differs(
            context, known, frame.affected, sizes, date.key if date else ""
        ):
            continue
        return known
    id_ = context.sink.fresh("evt", frame.cls.casefold())
    words = " ".join(context.text[p.start : p.end] for p in people if p.kind is Kind.COUNT)
    context.sink.entity(id_, frame.cls, f"{frame.label} {words}".strip(), span)
    context.add_event(frame.cls, id_)
    return id_


# "Penangkapan pertama dilakukan terhadap EN": not when and where the others were caught.
_ORDINAL = Pattern(r"[Pp]enangkapan\s+(?:pertama|kedua|ketiga|terakhir|berikutnya|selanjutnya)\b")


def are_saved(context: Context, people: list[Item]) -> bool:
    """Whether as many are told to have been rescued: ``kami amankan`` tells of the same."""
    rescues, claims = set(context.events.get("Rescue", [])), context.sink.claims.values()
    groups = {c.value for c in claims if c.subject in rescues and c.property == "affected"}
    sizes = {c.value for c in claims if c.subject in groups and c.property == "groupSizeLower"}
    counted = [p.value.bounds.lower for p in people if isinstance(p.value, Counted)]
    return any(str(size) in sizes for size in counted)


def _is_of_more(context: Context, event: str, people: list[Item]) -> bool:
    """Whether an event concerns more people, by number, than are named here."""
    claims = context.sink.claims.values()
    groups = {c.value for c in claims if c.subject == event and c.property == "apprehended"}
    sizes = [int(c.value) for c in claims if c.subject in groups and c.property == "groupSizeLower"]
    return any(size > len(people) for size in sizes)


_ONE_OF = Pattern(r"(?i)^[\"“]?(?:salah\s+(?:satu|seorang)|satu\s+(?:di\s+antara|dari))")


def _is_elsewhere(context: Context, view: View, event: str, people: list[Item], at: int) -> bool:
    """Whether others than those of an event are named here, or some of them, at other places."""
    told = [c for c in context.sink.claims.values() if c.subject == event]
    known = {c.value for c in told if c.property == "apprehended"}
    where = {c.value for c in told if c.property == "occurredAt"}
    here = {id_ for _, id_ in frames.places_of(context, view, at)}
    ids = set(context.registry.many(people))
    is_apart = bool(where) and bool(here) and where.isdisjoint(here)
    # "Keduanya ditangkap. A diringkus di Tabanan": that was where A was.
    named = {one for one in known if not one.startswith("grp:")}
    is_of_some = bool(here) and bool(ids) and ids < named
    # "12 tersangka ditangkap. Salah satunya HA, yang ditangkap di Bali pada Rabu": he alone.
    is_counted = any(isinstance(p.value, Counted) for p in people)
    is_set = bool(here) or frames.date_of(view, at, is_own=True) is not None
    if is_set and ids and not is_counted and _ONE_OF.search(view.masked):
        return not ids <= known and _is_of_more(context, event, people)
    return is_of_some or (is_apart and bool(ids) and bool(known) and known.isdisjoint(ids))


def _differs(context: Context, event: str, prop: str, given: list[int], date: str) -> bool:
    """Whether people or day are others than an event's: of several groups the sum may be told."""
    sizes: set[str] = set()
    dates: set[str] = set()
    for claim in context.sink.claims.values():
        if claim.subject == event and claim.property == "date":
            dates.add(claim.value)
        if claim.subject == event and claim.property == prop:
            sizes |= {
                other.value
                for other in context.sink.claims.values()
                if other.subject == claim.value and other.property == "groupSizeLower"
            }
    wanted = {str(sum(given)), *map(str, given[:1])} if given else sizes
    is_other_size = bool(sizes) and sizes.isdisjoint(wanted)
    is_other_date = bool(date) and bool(dates) and date not in dates
    return is_other_size or is_other_date


_DEPARTURES = Pattern(r"\s*(?:sebanyak\s+|total\s+)?⟨CNT(\d+)⟩")


def is_of_departures(view: View, frame: Frame, found: re.Match[str]) -> bool:
    """Whether so many departures were prevented over a time: ``mencegah 1.046 keberangkatan``."""
    counted = _DEPARTURES.match(view.masked, found.end())
    value = view.item_number(int(counted[1])).value if counted else None
    is_departures = isinstance(value, Counted) and value.unit == "departures"
    return (
        frame.cls == "Interception" and is_departures and frames.is_over_time(view, found.start())
    )
