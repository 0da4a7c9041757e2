"""The way that people were taken: from where, by way of what, to where.

Owns whose way is a route, and the legs of one journey told in one sentence or in several that go
on. Refuses journeys of officials and of the accused, ways home, what is only supposed, and a single
leg: one place is no route.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import destined, frames, legs
from loaders.text.facts.legs import Leg
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

_ABOARD = (
    r"(?:(?:kapal|perahu|pesawat|bus|feri|bot|boat|speed\s?boat|mobil|kereta|travel|pompong|sampan)\b"
    r"|⟨VES)"
)
_ALONE = (
    rf"berangkat|tiket(?:nya)?(?=\s+(?:menuju|tujuan))|terbang|menyeberang|bertolak|berlayar|melaju|berjalan\s+kaki|meninggalkan|menyusuri|melintas|naik\s+(?={_ABOARD})"
    r"|melanjutkan\s+perjalanan|menjadikan(?=\s+⟨(?:LOC|PNT)\d+⟩\s+sebagai)|datang\s+dari|(?<!mayoritas\s)(?<!kebanyakan\s)(?<!besar\s)(?<!banyak\s)berasal\s+dari|masuk(?:\s+ke)?(?=\s+⟨LOC)|memasuki|transit|singgah|perjalanan|tujuan(?=\s+(?:\w+\s+){0,2}⟨)|(?:akan|hendak|mau|ingin|nekat|berencana|rencananya|untuk)(?=\s+(?:secara\s+\w+\s+)?(?:ke|menuju|pergi|(?:be|dipe)?kerja(?:kan)?|magang)\s)|⟨DUR\d+⟩\s+(?:lamanya\s+)?di"
)
_BY_OTHERS = (
    r"di\s?berangkatkan|dijemput(?=\s+dari\b)|diterbangkan|diseberangkan|di\s?kirim(?:kan)?|diselundupkan|dibawa|diangkut|diantar|dinaikkan|ditransitkan|dilempar"
    r"|dipindahkan|disalurkan|diteruskan|dilarikan|ditempuh\w*|diturunkan"
)
_DO = (
    r"memberangkatkan|mengangkut|membawa|mengirim(?:kan)?|menyelundupkan|menyeberangkan|mengantar(?:kan)?|menerbangkan|menyalurkan|meloloskan|menempatkan|memperdagangkan|menjual(?=\s+(?:[a-z]+\s+){0,2}(?:⟨CNT|korban|orang|perempuan|gadis|anak|mereka|wanita|pekerja|calon|warga))|menyeb[er]+angkan"
    r"|perekrutan|penyaluran|perdagangan(?=\s+(?:orang|manusia|perempuan|anak|WNI|⟨))|(?:ke|pem)?berangkatan|pengiriman|penyelundupan|pengangkutan|jalur|rute"
)
_LEAVING = Pattern(
    rf"(?i)\b(?:(?P<alone>{_ALONE})|(?P<passive>{_BY_OTHERS})|(?P<active>{_DO}))(?!\w)"
)
_PEOPLE = Pattern(
    r"(?i)\b(?:korban|calon|pekerja|mereka|c?pmi|tki|abk|rombongan|penumpang|orang|wni|sindikat|jaringan|pelintas|pelaut|buruh|tk[iw]|perempuan"
    r"|wanita|pemuda|gadis|remaja|warga|imigran|para\s+\w+)(?:nya)?\b|⟨CNT"
)
_CRAFT = Pattern(rf"(?i)(?<!\w){_ABOARD}")
# Whom these mean the sentences before tell.
_THEY = Pattern(
    r"(?i)\b(?:ia|dia|ketiganya|keduanya|keempatnya|kelimanya|semuanya|kami|saya)\b|ditempuhnya"
)
_HOME = Pattern(
    r"(?i)\b(?:dipulangkan|memulangkan|pemulangan|kepulangan|pulang|dideportasi|deportasi|kembali\s+ke|setiba"
    r"|dievakuasi|evakuasi|(?<!visa\s)(?<!izin\s)(?<!paspor\s)kunjungan|lawatan|jenazah|jasad|sabu|narkoba|narkotika|ganja|barang\s+bukti)\b"
)
_SUPPOSED = Pattern(
    r"(?i)\b(?:bila|jika|apabila|kalau|seandainya|andai|jangan|waspada\w*|(?:meng)?imbau\w*|agar\s+tidak|mencegah|rawan"
    r"|menyarankan|memperketat|mengusulkan|merekomendasikan|membuka\s+(?:kembali\s+)?(?:rute|jalur|penerbangan))\b"
)
_ACCUSED = Pattern(r"(?i)\b(?:tersangka|pelaku|terdakwa|terpidana|buron\w*|napi|narapidana)\b")
_POLICE = Pattern(r"(?i)\b(?:polisi|petugas|tim|penyidik|aparat|jaksa|personel)\b")
_OTHERS = Pattern(
    r"(?i)\b(?:polisi|petugas|tim|penyidik|aparat|jaksa|personel|tersangka|pelaku|terdakwa|terpidana|buron\w*|paspor|dokumen|surat|berkas|uang|dana|barang|keluarga|kerabat|kuasa\s+hukum"
    r"|pengacara|hakim|menteri|gubernur|bupati|wali\s+kota|kapol\w+|saksi|delegasi|jurnalis|wartawan)(?:nya)?\b"
)
# Those whose way it is are not named: "Kuasa hukum korban, Rina Dewi, terbang".
_NAMED = Pattern(r"⟨PER\d+⟩(?:\s*\([^)⟨]*\))?\s*,?\s+(?:(?:lalu|kemudian|juga|akan|hendak)\s+)*$")
_PLANNED = Pattern(r"(?i)\b(?:diduga|hendak|akan|rencana\w*|berencana|bakal|mau|dugaan)\b")


def find(context: Context) -> None:
    """Claim the routes that body sentences tell of; sentences that go on add to the route."""
    journey: list[Leg] = []
    ends: list[Leg] = []
    at = -2
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        told = _told(context, view)
        if told and journey and _goes_on(view, at, journey, told):
            journey = _joined(journey, told)
        elif told:
            ends += _claim(context, journey)
            journey = told
        at = view.sentence.number if told else at
    ends += _claim(context, journey)
    # Only now: what a later sentence tells of the same end is known.
    for leg in ends:
        destined.alone(context, leg, _said(context, leg))


def _told(context: Context, view: View) -> list[Leg]:
    """Return the legs of people's way that a sentence tells, or nothing."""
    if _SUPPOSED.search(view.masked) or _is_home(context, view):
        return []
    chain = legs.chain_of(view)
    if chain and _is_ours(context, view):
        return _in_order(legs.chained(context, view, chain))
    for leaving in _LEAVING.finditer(view.masked):
        if _is_theirs(context, view, leaving):
            found = legs.of_sentence(context, view, leaving)
            if found:
                return _in_order(found)
    return []


def _is_ours(context: Context, view: View) -> bool:
    """Whether a sentence tells of people taken, or of those just told of, or of their boat."""
    if _PEOPLE.search(view.masked):
        return True
    if _THEY.search(view.masked):
        return _are_known(context, view)
    number = view.sentence.number
    beside = [v for v in context.views[max(0, number - 1) : number + 2] if v is not view]
    near = [v for v in beside if v.sentence.block == view.sentence.block]
    return bool(_CRAFT.search(view.masked)) and any(_PEOPLE.search(v.masked) for v in near)


def _is_theirs(context: Context, view: View, leaving: re.Match[str]) -> bool:
    """Whether those who leave are people taken, and neither officials nor accused."""
    at, end = leaving.span()
    before = view.masked[:at]
    if re.search(r"(?i)\b(?:tidak|belum|batal|bukan|gagal)\s+$", before):
        return False
    if context.is_denied(view.offset(at)):
        return False
    if not _is_ours(context, view):
        return False
    if _is_of_others(view, leaving):
        return False
    if leaving["active"]:
        return not _is_agency(context, view, at)
    by = frames.agents_after(context, view, end) if leaving["passive"] else []
    return not any(i.cls not in FIRMS and i.start < view.offset(end) + 40 for i, _ in by)


def _is_of_others(view: View, leaving: re.Match[str]) -> bool:
    """Whether officers, the accused, somebody's kin or things go, or are taken."""
    at, end = leaving.span()
    if not leaving["active"] and _NAMED.search(view.masked[:at]):
        return True
    clause = re.split(r"[,.;:]\s|\byang\b", view.masked[:at])[-1]
    others = list((_POLICE if leaving["active"] else _OTHERS).finditer(clause))
    if others and not leaving[0].endswith("an"):
        between = (word.casefold() for word in WORD.findall(clause, others[-1].end()))
        if not any(is_verb(word) for word in between):
            return True
    taken = view.text[view.offset(end) : view.offset(min(end + 24, len(view.masked)))]
    return bool(leaving["active"] and _ACCUSED.search(taken))


def _is_agency(context: Context, view: View, at: int) -> bool:
    agents = frames.agents_before(context, view, at)
    return any(item.cls not in FIRMS for item, _ in agents)


def _are_known(context: Context, view: View) -> bool:
    """Whether those whom ``ia`` or ``ketiganya`` may mean were people taken, told just before."""
    number = view.sentence.number
    before = context.views[max(0, number - 3) : number]
    people = [i for v in before for i in v.items if i.kind is Kind.PERSON]
    if any(context.registry.of(i) in context.registry.posts_of for i in people[-1:]):
        return False
    return not before or any(_PEOPLE.search(v.masked) or _THEY.search(v.masked) for v in before)


def _is_home(context: Context, view: View) -> bool:
    """Whether people go home here, or did in the sentence that this one continues."""
    if _HOME.search(view.masked):
        return True
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    is_continued = re.match(
        r"[\"“]?(?:Mereka|Rombongan|Para|Seluruh\w*|Keduanya|Dari)\b", view.masked
    )
    is_near = before.sentence.block == view.sentence.block
    return bool(is_continued and is_near and _HOME.search(before.masked))


def _is_away(item: Item, id_: str) -> bool:
    return id_.startswith("country:") or frames.is_abroad(item)


def _leads_abroad(leg: Leg) -> bool:
    return any(_is_away(item, id_) for item, id_ in leg.places)


def _in_order(told: list[Leg]) -> list[Leg]:
    """Return legs with one beginning and one end: what lies between was passed."""
    ends = [n for n, leg in enumerate(told) if leg.prop == "destination"]
    begins = [n for n, leg in enumerate(told) if leg.prop == "origin"]
    return [
        replace(leg, prop="transit") if n in ends[:-1] or n in begins[1:] else leg
        for n, leg in enumerate(told)
    ]


_GOES_ON = Pattern(
    r"^[\"“]?(?:Setelah\s+itu|Selanjutnya|Kemudian|Lalu|Lantas|Sesampai\w*|Setibanya|Perjalanan|Keesokan|Dari\s+(?:sana|situ|⟨(?:LOC|PNT))|Di\s+(?:atas|dalam)nya|Di\s+(?:atas|dalam)\s+(?:kapal|perahu|mobil|bus|speed\s?boat))"
)
_SAME_PEOPLE = Pattern(
    r"^[\"“]?(?:Mereka|Para\s+\w+|Korban|Ia|Dia|Ketiganya|Keduanya|Rombongan|Penumpang\w*|Semuanya)\b"
)


def _goes_on(view: View, at: int, journey: list[Leg], told: list[Leg]) -> bool:
    """Whether the legs of a sentence belong to the way told just before.

    A new beginning or end needs a word of time; what is only added must not be there yet.
    """
    is_near = (
        view.sentence.number - at == 1 and view.sentence.block == journey[-1].view.sentence.block
    )
    if not is_near:
        return False
    if _GOES_ON.match(view.masked):
        return True
    known = {leg.prop for leg in journey} - {"transit"}
    return bool(_SAME_PEOPLE.match(view.masked)) and known.isdisjoint(leg.prop for leg in told)


def _joined(journey: list[Leg], told: list[Leg]) -> list[Leg]:
    ends = [leg for leg in (*journey, *told) if leg.prop == "destination"]
    if len(ends) > 1 and _leads_abroad(ends[0]) and not _leads_abroad(ends[-1]):
        # "hendak ke Malaysia. Selanjutnya mereka dibawa ke Batam": on the way there.
        told = [replace(leg, prop="transit") if leg.prop == "destination" else leg for leg in told]
    # "masuk ke Malaysia. Dari Tebedu mereka dibawa": no way of ours begins there.
    told = [
        replace(leg, prop="transit") if leg.prop == "origin" and _leads_abroad(leg) else leg
        for leg in told
    ]
    return _in_order([*journey, *told])


# Who is at home elsewhere does not go home where the way ends in Indonesia.
_STRANGERS = Pattern(r"(?i)\b(?:rohingya|pengungsi|imigran|WNA|warga\s+negara\s+asing)\b")


def _is_way_back(journey: list[Leg]) -> bool:
    """Whether the way begins abroad and is not told to lead abroad again."""
    begins = any(leg.prop == "origin" and _leads_abroad(leg) for leg in journey)
    if any(_STRANGERS.search(leg.view.sentence.text) for leg in journey):
        return False
    leads = any(leg.prop == "destination" and _leads_abroad(leg) for leg in journey)
    return begins and not leads


_PORT = Pattern(r"(?i)bandara|bandar\s+udara|pelabuhan|dermaga|terminal|pos\s+lintas|PLBN")


def _is_way_out(item: Item, journey: list[Leg]) -> bool:
    """Whether people left the country by a port: it lies at home, and the way leads abroad."""
    is_port = item.kind is Kind.POINT and _PORT.match(item.text) is not None
    leads = any(leg.prop == "destination" and _leads_abroad(leg) for leg in journey)
    return is_port and leads and not frames.is_abroad(item)


_ORDER = ("origin", "transit", "destination")


def _claim(context: Context, journey: list[Leg]) -> list[Leg]:
    """Claim a way, and whither those counted were bound; return ends told without a way."""
    if _is_way_back(journey):
        return []
    ends = [
        leg
        for leg in journey
        if leg.prop == "destination"
        and not destined.of_those_counted(context, leg, _said(context, leg))
    ]
    if len({leg.prop for leg in journey}) < 2:
        return ends
    _route(context, journey)
    return []


def _said(context: Context, leg: Leg) -> Voice:
    return _voice(context, leg, leg.places[0][0])


def _route(context: Context, journey: list[Leg]) -> None:
    ends = {id_ for leg in journey if leg.prop != "transit" for _, id_ in leg.places}
    # "ke Manila, dan dari Manila ke Jakarta": told once.
    told = [
        (leg, item, id_)
        for leg in sorted(journey, key=lambda one: _ORDER.index(one.prop))
        for item, id_ in leg.places
        if leg.prop != "transit" or id_ not in ends
    ]
    if len({id_ for _, _, id_ in told}) < 2:
        return
    sink = context.sink
    words = " – ".join(dict.fromkeys(item.text for _, item, _ in told))
    route = _known(context, {(_part(leg, item, journey), id_) for leg, item, id_ in told})
    first = told[0][1]
    if not route:
        span = first.start, first.end
        route = sink.entity(sink.fresh("route", "r"), "Route", words, span)
    for leg, item, id_ in told:
        prop, where = _part(leg, item, journey), (item.start, item.end)
        voice = _voice(context, leg, item)
        sink.claim(route, prop, id_, where, is_object=True, voice=voice, confidence=0.8)
    _of_interception(context, route, journey[0], first)


def _part(leg: Leg, item: Item, journey: list[Leg]) -> str:
    return "exitPoint" if leg.prop == "transit" and _is_way_out(item, journey) else leg.prop


def _known(context: Context, parts: set[tuple[str, str]]) -> str:
    """Return the route told before that has all these parts, or empty."""
    sink = context.sink
    for route in (one.id for one in sink.entities.values() if one.cls == "Route"):
        claims = sink.claims.values()
        if parts <= {(c.property, c.value) for c in claims if c.subject == route}:
            return route
    return ""


def _voice(context: Context, leg: Leg, item: Item) -> Voice:
    voice = context.voice(item.start)
    at = frames.masked_at(leg.view, item)
    return voice.as_("alleged") if _PLANNED.search(leg.view.masked[: max(at, 0) + 40]) else voice


def _of_interception(context: Context, route: str, leg: Leg, first: Item) -> None:
    event = context.only_event("Interception")
    if event and context.sink.entities[event].start <= leg.view.sentence.end:
        voice, span = _voice(context, leg, first), (first.start, first.end)
        context.sink.claim(event, "route", route, span, is_object=True, voice=voice, confidence=0.7)
