"""Groups that no event concerns: who they are, whence they come, where they were to go.

Owns what the words beside a number of people tell of them (``12 pemuda asal Subang yang hendak
dikirim ke Kamboja``), and what a later sentence tells of those counted last (``Keduanya perempuan
asal Jember``). Refuses the accused, plans, numbers over a time, and words that point back to
several groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text.context import Context
from loaders.text.counts import Counted, size
from loaders.text.draft import Voice
from loaders.text.facts import counting, departures, frames, handling
from loaders.text.facts.acts import is_moved
from loaders.text.facts.groups import group
from loaders.text.facts.wholes import SEXES
from loaders.text.numbers import parse
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Role
from loaders.text.view import View, pattern

_WOULD_BE = "prospective-migrant"
_VERB = (
    r"(?:di(?:berangkatkan|kirim(?:kan)?|terbangkan|selundupkan|seberangkan|bawa|pekerjakan|tempatkan|salurkan|jadikan)"
    r"|berangkat|bekerja|kerja|terbang|masuk|menyeberang|pergi|menuju|bertolak|jadi|menjadi)"
)
# "hendak dibawa ke Melaka", "gagal terbang ke Dubai", "menunggu visa ke Oman"
_WOULD = pattern(
    rf"(?i:\b(?:(?:akan|hendak|mau|ingin|bakal|batal|gagal|urung)\s+(?:\w+\s+)?{_VERB}|menunggu\s+(?:visa|keberangkatan|diberangkatkan)))\b"
    r"(?:(?:[^.;⟨\"“]{0,60}\b(?:di|ke|menuju|tujuan))?\s+(?:[a-z]+\s+){0,3}{LOC:place}"
    r"|[^.;⟨\"“]{0,50}?\b(?i:luar\s+negeri|mancanegara|non-?prosedural|ilegal|pekerja\s+migran|PMI|TKI|TKW)\b)"
)
# Words between those counted and what they were to do that tell of nothing else.
_LINK = (
    r"(?:,?\s+(?:(?!(?:me|di(?!duga|sinyalir|indikasi)|ber(?!asal|usia)|ter(?!indikasi))\w{3})[\w-]+"
    r"|⟨(?:LOC|DUR|NUM)\d+⟩)){0,9}?,?\s+"
)
_BESIDE = pattern(rf"{{CNT:them}}{_LINK}(?P<would>{_WOULD.pattern})")
_CHAIN = (
    r"(?P<chain>{LOC}(?:(?:\s*,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta|maupun)\s+)"
    r"(?:(?:Kabupaten|Kota)\s+)?{LOC})*)"
)
_LANDS = (
    r"(?:(?:Provinsi|Kabupaten|Kota|Desa|Kecamatan|daerah|wilayah|sejumlah\s+daerah,?\s+yakni)\s+)*"
)
_FROM = pattern(rf"{{CNT:them}}\s+(?:muda\s+)?dari\s+{_LANDS}{_CHAIN}(?!\s+(?:ke|menuju|tujuan)\b)")
# "mengirim 20 orang dari Batam": where they set out.
_MOVING = Pattern(
    r"(?i)\b(?:mengirim|memberangkatkan|membawa|memulangkan|mengevakuasi|menjemput|mengantar|membebaskan|di(?:kirim|berangkatkan|bawa|pulangkan|evakuasi|jemput|deportasi|bebaskan)|pulang|tiba|kembali|berangkat|bertolak|terbang|laporan|pengaduan|aduan|keterangan|pe\w+an)\w*\b"
)
_POINTING = (
    r"(?:mereka|(?:para|seluruh|semua)\s+(?:korban|calon|orang|perempuan|pekerja|pmi|cpmi|wni|penumpang)\b"
    r"|ke(?:\w+|-\d+)\s+(?:korban|calon|orang|perempuan|pekerja|pmi|cpmi|wni)\b"
    r"|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)nya|semuanya|seluruhnya|(?:belasan|puluhan)\s+orang)"
)
_SAYS = (
    r"(?:⟨(?:PER|INI)\d+⟩|⟨POS\d+⟩)[^.;⟨\"“]{0,20}\b(?:mengatakan|menyebut(?:kan)?|menjelaskan|menyampaikan|menuturkan|mengungkapkan|menambahkan|menerangkan|memerinci)"
    r"(?:\s+bahwa|\s*,(?:\s+bahwa)?)?\s+"
)
_THEY = pattern(
    rf"(?:^[\"“]?|^[^.;\"“⟨]{{0,40}}{_SAYS})(?P<them>⟨CNT\d+⟩|(?:Sebagian\s+besar|Mayoritas|Kebanyakan|Umumnya)(?=\s+berasal)|(?i:{_POINTING}))"
    r"(?:\s+(?i:migran|pekerja|indonesia|ilegal|nonprosedural|TPPO|perdagangan|orang))*(?:\s*,?\s+(?i:itu|tersebut|ini|diketahui|semuanya|seluruhnya|semua|masing-masing|adalah|merupakan|tercatat|mengaku|yang|sebagian\s+besar|mayoritas|umumnya|kebanyakan|rata-rata))*"
)
# "berasal dari Sukabumi (9 orang) dan Indramayu": only some come from each.
_END = (
    r"(?=\s*(?:[.;\"”]|$)|,(?!\s*(?:(?:dan|serta)\s+)?(?:⟨|Kabupaten|Kota))"
    r"|\s+(?:(?:dan|serta)\s+(?![A-Z⟨])|(?!(?:dan|serta|maupun|sebanyak|sejumlah|masing|ada|yakni|yaitu)\b)[a-z]))"
)
_ARE_FROM = pattern(
    rf"\s*(?:(?:perempuan|laki-laki|pria|wanita|pemuda|pekerja|orang)\s+)?(?:berasal\s+dari|asal|warga|penduduk)\s+{_LANDS}{_CHAIN}{_END}"
)
_ALL_FROM = pattern(rf"\s*dari\s+{_LANDS}{_CHAIN}{_END}")
_WOULD_THEN = pattern(rf"(?:[^.;\"“⟨]|⟨LOC\d+⟩){{0,80}}?{_WOULD.pattern}")
_CAUGHT = Pattern(
    r"(?i)\b(?:menangkap|meringkus|membekuk|menciduk|menahan|menetapkan|ditangkap|diringkus|dibekuk|diciduk|ditahan|ditetapkan)\b"
)
_ACCUSED = Pattern(r"(?i)\b(?:tersangka|terdakwa|pelaku|terduga)\b")
# So many at once are a statistic, and so many sentences before they may have been counted.
_MANY, _BACK = 500, 2
_NO_NOUN = frozenset(
    ["kepala desa", "siswa", "siswi", "pelajar", "guru", "santri", "kader", "perangkat desa",
     "perawat", "jenazah", "jasad", "peti", "kematian", "abk", "anak buah kapal", "awak kapal"]
)  # fmt: skip


def find(context: Context) -> None:
    """Claim groups of people with what is told of them, and tie their numbers to them."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for item in frames.persons_counted(view, 0, len(view.masked)):
            _beside(context, view, item)
        _later(context, view)


def _beside(context: Context, view: View, item: Item) -> None:
    """Claim what the words right behind a number tell of those counted."""
    at = frames.masked_at(view, item)
    if not counting.is_told(context, view, item, at) or not _is_crowd(view, item, at):
        return
    would = _BESIDE.match(view.masked, at)
    would = would if would is not None and _is_bound(context, view, would) else None
    number = _at(context, item.start, "Count")
    told = context.sink.told_of(number)
    places = [] if "origin" in told else list(_origins(context, view, at))
    value = item.value
    is_sent = isinstance(value, Counted) and departures.is_sent(view, at, value)
    is_bare = number != "" and ("measure" not in told or is_sent)
    if not (places or would or (is_bare and getattr(item.value, "role", "") == _WOULD_BE)):
        return
    known = _at(context, item.start, "Group") or _alike(context, item)
    if not known and not _is_new(context, view, item, at):
        return
    voice = frames.allege(context.voice(item.start), view, at)
    id_ = known or group(context, view, item, voice)
    for place in places if "origin" not in context.sink.told_of(id_) else ():
        _claim(context, id_, "origin", place, (item.start, place.end), voice)
    if would is not None:
        _bound(context, view, id_, would, voice)
    if number:
        _count_of(context, item, number, id_, voice)


def _is_crowd(view: View, item: Item, at: int) -> bool:
    """Whether a number may be that of a whole group of people whom nobody accuses."""
    value = item.value
    if not isinstance(value, Counted) or value.role == "participant":
        return False
    is_part = max(value.included_in, value.part_of, value.like) >= 0
    return not is_part and _may_be_meant(item) and not _IN_A_ROW.search(view.masked[:at])


def _count_of(context: Context, item: Item, number: str, id_: str, voice: Voice) -> None:
    """Tie a number to the group that it counts; those counted as victims are victims."""
    span, sink = (item.start, item.end), context.sink
    measures = {c.value for c in sink.claims.values() if c.subject == number}
    if _VICTIMS in measures and "groupRole" not in sink.told_of(id_):
        sink.claim(id_, "groupRole", "victim", span, voice=voice, confidence=0.8)
    if "countOf" not in sink.told_of(number):
        sink.claim(number, "countOf", id_, span, is_object=True, voice=voice)


_VICTIMS = "victims-identified"
# "delapan laki-laki dan tiga perempuan, berasal dari Kebumen": all of them do.
_IN_A_ROW = Pattern(r"⟨CNT\d+⟩[^.;⟨]{0,20}(?:,|dan|serta)\s+$")


def _alike(context: Context, item: Item) -> str:
    """Return the one group of as many people in the same role that was told before, or empty."""
    role, claims = getattr(item.value, "role", ""), context.sink.claims.values()
    many = str(size(item))
    sized = {c.subject for c in claims if c.property == "groupSizeLower" and c.value == many}
    same = {c.subject for c in claims if c.property == "groupRole" and c.value == role} & sized
    return same.pop() if len(same) == 1 else ""


def _is_new(context: Context, view: View, item: Item, at: int) -> bool:
    """Whether a number of people is one group, of which none as large was told before."""
    is_caught = not getattr(item.value, "role", "") and _CAUGHT.search(view.masked)
    if size(item) >= _MANY or frames.is_over_time(view, at) or is_caught:
        return False
    sizes = [c.value for c in context.sink.claims.values() if c.property == "groupSizeLower"]
    return str(size(item)) not in sizes


def _origins(context: Context, view: View, at: int) -> Iterator[Item]:
    behind = Pattern(r"⟨(?:CNT|PER|INI|ORG)").search(view.masked, at + 4)
    stop = behind.start() if behind else len(view.masked)
    for place, _ in frames.origins(context, view, at):
        if frames.masked_at(view, place) < stop:
            yield place
    found = _FROM.match(view.masked, at)
    if found and not _MOVING.search(view.masked):
        for place in view.within(*found.span("chain")):
            where = context.registry.of(place)
            if where and not where.startswith("country:") and not frames.is_abroad(place):
                yield place


def _is_bound(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether people were to go abroad, or to work there."""
    place = view.item(found, "place")
    is_outing = OUTING.search(view.masked, found.start(), found.end() + 50) is not None
    if place is None or (is_outing and "kerja" not in found[0]):
        return not is_outing
    where = context.registry.of(place)
    return frames.is_abroad(place) or (where.startswith("country:") and where != "country:ID")


OUTING = Pattern(r"(?i)\b(?:umrah|haji|jemaah|(?:ber)?wisata|(?:ber)?libur\w*|kuliah|berobat)\b")
"""Why people travel who look for no work."""


def _bound(context: Context, view: View, id_: str, found: re.Match[str], voice: Voice) -> None:
    """Claim that a group was to go abroad, and where."""
    told = voice.as_("alleged") if "diduga" in found[0] else voice
    span = view.offset(found.start()), view.offset(found.end())
    if "groupRole" not in context.sink.told_of(id_):
        context.sink.claim(id_, "groupRole", _WOULD_BE, span, voice=told, confidence=0.8)
    place = view.item(found, "place")
    if place is not None and "destination" not in context.sink.told_of(id_):
        _claim(context, id_, "destination", place, span, told)


def _claim(
    context: Context, id_: str, prop: str, place: Item, span: tuple[int, int], voice: Voice
) -> None:
    if where := context.registry.of(place):
        context.sink.claim(id_, prop, where, span, is_object=True, voice=voice, confidence=0.8)


def _at(context: Context, start: int, cls: str) -> str:
    entities = context.sink.entities.values()
    return next((e.id for e in entities if e.cls == cls and e.start == start), "")


def _later(context: Context, view: View) -> None:
    """Claim what a sentence tells of those whom it points back to."""
    found = _THEY.match(view.masked)
    if found is None:
        return
    end = found.end()
    home = _ARE_FROM.match(view.masked, end)
    is_all = "nya" in found[0].casefold() or "semua" in found[0].casefold()
    home = home or (_ALL_FROM.match(view.masked, end) if is_all else None)
    would = _WOULD_THEN.match(view.masked, home.end() if home else end)
    is_bound = (
        would is not None and not _FLIGHT.search(would[0]) and _is_bound(context, view, would)
    )
    id_ = _meant(context, view, found) if home or is_bound else ""
    if not id_:
        return
    start = view.offset(found.start("them"))
    voice = context.voice(start)
    # Whence most of them come is told of the group, not of its number.
    is_most = _MOSTLY.search(found[0]) is not None
    number = "" if is_most else _at(context, context.sink.entities[id_].start, "Count")
    for place in view.within(*home.span("chain")) if home else ():
        for one in filter(None, (id_, number)):
            _claim(context, one, "origin", place, (start, place.end), voice)
    if would is not None and is_bound:
        _bound(context, view, id_, would, voice)


_MOSTLY = Pattern(r"(?i)\b(?:sebagian\s+besar|mayoritas|umumnya|kebanyakan|rata-rata)\b")
# "Mereka hendak terbang ke Kuala Lumpur": maybe on the way to somewhere else.
_FLIGHT = Pattern(r"(?i)\b(?:terbang|bertolak|menuju|pergi|diterbangkan)\b")


def _meant(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the one group that words point back to, or empty."""
    words = found["them"]
    told = view.within(*found.span("them"))
    is_again = (
        _ITSELF.search(found[0]) or getattr(told[0].value, "is_recalled", False) if told else True
    )
    if not is_again or not all(_may_be_meant(one) for one in told):
        return ""
    first = words.casefold().split()[0].removeprefix("ke").strip("-").removesuffix("nya")
    number = size(told[0]) if told else parse(first) or 0
    before = context.views[max(0, view.sentence.number - _BACK) : view.sentence.number]
    if number and any(len(_NAMED.findall(one.masked)) >= number for one in before[-1:]):
        # "Andi dan Budi merekrut dua orang. Keduanya ...": these or those.
        return ""
    near = [
        (one, item)
        for one in before
        if one.sentence.role is Role.BODY
        for item in frames.persons_counted(one, 0, len(one.masked))
        if _may_be_meant(item) and size(item) == (number or size(item))
    ]
    known = handling.meant(context, view, words)
    wholes = [(one, item) for one, item in near if not _is_part(item)]
    # "54 orang dipulangkan. 41 laki-laki, 13 perempuan. Sebagian besar berasal dari ..."
    near = wholes or ([] if known else near)
    if known and context.sink.entities[known].start < view.sentence.start:
        sizes = {c.value for c in context.sink.claims.values() if c.subject == known}
        return known if not near or any(str(size(one)) in sizes for _, one in near) else ""
    if near and not number and size(near[-1][1]) < _largest(context, view):
        return ""
    return _nearest(context, before, near, words)


def _largest(context: Context, view: View) -> int:
    """Return the largest number of people told before a sentence: those it may mean."""
    return max(
        size(item)
        for one in context.views[: view.sentence.number]
        if one.sentence.role is Role.BODY
        for item in frames.persons_counted(one, 0, len(one.masked))
    )


def _nearest(
    context: Context, before: list[View], near: list[tuple[View, Item]], words: str
) -> str:
    """Return the group of the one number of people told before, where no others were told."""
    if len({size(one) for _, one in near}) != 1:
        return ""
    where, item = near[-1]
    between = [one.masked for one in before if one.sentence.number > where.sentence.number]
    is_other = _CAUGHT.search(where.masked) is not None or any(
        _PEOPLE.search(one) for one in between
    )
    is_bare = _MIGRANTS.search(words) is None
    if is_other or (is_bare and _ACCUSED.search(where.sentence.text)) or size(item) >= _MANY:
        return ""
    voice = context.voice(item.start)
    return (
        _at(context, item.start, "Group")
        or _as_large(context, item)
        or group(context, where, item, voice)
    )


def _may_be_meant(item: Item) -> bool:
    noun = getattr(item.value, "noun", "")
    return is_moved(item) and noun not in _NO_NOUN and "jemaah" not in noun


def _as_large(context: Context, item: Item) -> str:
    """Return the one group told so far that has as many members, or empty."""
    known = context.sink.entities
    sized = {
        c.subject
        for c in context.sink.claims.values()
        if c.property == "groupSizeLower" and c.value == str(size(item))
        if known[c.subject].start <= item.start
    }
    return sized.pop() if len(sized) == 1 else ""


def _is_part(item: Item) -> bool:
    value = item.value
    return isinstance(value, Counted) and (
        max(value.included_in, value.part_of, value.like) >= 0 or value.noun in SEXES
    )


_NAMED = Pattern(r"⟨(?:PER|INI)\d+⟩")
_ITSELF = Pattern(r"(?i)\b(?:itu|tersebut|ini)\b")
_MIGRANTS = Pattern(r"(?i)\b(?:korban|calon|c?pmi|wni|pekerja|penumpang)\b")
_PEOPLE = Pattern(r"⟨(?:PER|INI)|(?i:\b(?:tersangka|terdakwa|pelaku|terduga)\b)")
