"""The way that people were taken: from where, by way of what, to where.

Owns the legs of one journey told in one sentence (``dari X melalui Y menuju Z``). Refuses
journeys of officials, ways home, and a single leg: one place is no route.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_LEAVING = re.compile(
    r"(?i)\b(?:berangkat(?:kan)?|diberangkatkan|memberangkatkan|pemberangkatan|diterbangkan|terbang"
    r"|mengangkut|membawa|diangkut|diseberangkan|menyeberang(?:kan)?|dikirim|mengirim(?:kan)?"
    r"|diselundupkan|menyelundupkan"
    r"|dibawa|rute|jalur(?:nya)?)\b"
)
_PEOPLE = re.compile(
    r"(?i)\b(?:korban|calon|pekerja|mereka|pmi|cpmi|rombongan|penumpang|orang|wni|sindikat|jaringan"
    r"|para\s+\w+)\b|⟨CNT"
)
_HOME = re.compile(
    r"(?i)\b(?:dipulangkan|memulangkan|pemulangan|kepulangan|pulang|dideportasi|kembali\s+ke|setiba"
    r"|dievakuasi|evakuasi|kunjungan|bertolak|jenazah)\b"
)
_PLACES = r"(?:{LOC}(?:\s*,\s*{LOC}){0,2}(?:\s*(?:,|dan|lalu|kemudian)\s*{LOC}){0,2})"
_KIND = (
    r"(?:(?:pelabuhan|bandara|bandar\s+udara|wilayah|daerah|perairan|pantai|jalur\s+\w+|kota|negara"
    r"|sebuah\s+\w+|pelabuhan\s+(?:tikus|ilegal|resmi|tidak\s+resmi)|luar\s+negeri"
    r"|tujuan)\s+)*(?:di\s+)?"
)
_LEGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("origin", pattern(rf"\bdari\s+{_KIND}(?P<where>{_PLACES})")),
    (
        "transit",
        pattern(
            rf"\b(?:melalui|lewat|via|melewati|transit(?:\s+di)?|singgah\s+di)\s+{_KIND}"
            rf"(?P<where>{_PLACES})"
        ),
    ),
    ("destination", pattern(rf"\b(?:ke|menuju|tujuan|hingga\s+ke)\s+{_KIND}(?P<where>{_PLACES})")),
)
_CHAIN = pattern(r"(?i:\brute)\s+(?P<where>{LOC}(?:\s*[-–—>]+\s*{LOC})+)")
_PLANNED = re.compile(r"(?i)\b(?:diduga|hendak|akan|rencana\w*|berencana|bakal|mau|dugaan)\b")


def find(context: Context) -> None:
    """Claim the routes that body sentences tell of."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        leaving = _LEAVING.search(view.masked)
        is_ours = leaving and _PEOPLE.search(view.masked) and not _is_home(context, view)
        if is_ours and leaving and not _is_denied(view, leaving.start()):
            legs = _legs(context, view, leaving)
            if len({prop for prop, _, _ in legs}) >= 2 and not _is_way_back(legs):
                _claim(context, view, leaving, legs)


# "diseberangkan ke A sebelum terbang dari B": the way of another day.
_TURN = re.compile(r"(?i)\b(?:sebelum|setelah|sesudah|usai)\b")


def _is_way_back(legs: list[tuple[str, Item, str]]) -> bool:
    """Whether the way begins abroad and is not told to lead abroad again."""

    def is_abroad(item: Item, id_: str) -> bool:
        return id_.startswith("country:") or frames.is_abroad(item)

    begins = any(prop == "origin" and is_abroad(item, id_) for prop, item, id_ in legs)
    leads = any(prop == "destination" and is_abroad(item, id_) for prop, item, id_ in legs)
    return begins and not leads


def _is_home(context: Context, view: View) -> bool:
    """Whether people go home here, or did in the sentence that this one continues."""
    if _HOME.search(view.masked):
        return True
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    is_continued = re.match(r"[\"“]?(?:Mereka|Rombongan|Para|Seluruh\w*|Keduanya)\b", view.masked)
    is_near = before.sentence.block == view.sentence.block
    return bool(is_continued and is_near and _HOME.search(before.masked))


def _is_denied(view: View, at: int) -> bool:
    return bool(re.search(r"(?i)\b(?:tidak|belum|batal|bukan)\s+$", view.masked[:at]))


def _legs(context: Context, view: View, leaving: re.Match[str]) -> list[tuple[str, Item, str]]:
    if chain := _CHAIN.search(view.masked):
        return _chained(context, view, chain)
    made: list[tuple[str, Item, str]] = []
    turn = _TURN.search(view.masked, leaving.end())
    end = turn.start() if turn else len(view.masked)
    for prop, found in _found_legs(view, leaving.start(), end):
        if re.search(
            r"(?i)\b(?:asal|berasal|tiket|laporan|keterangan|berawal)\s*$",
            view.masked[: found.start()],
        ):
            continue
        items = view.within(found.start("where"), found.end("where"), Kind.PLACE, Kind.POINT)
        known = [(item, context.registry.of(item)) for item in items]
        made += [(prop, item, id_) for item, id_ in known if id_ and id_ != "country:ID"]
    return made


def _found_legs(view: View, start: int, end: int) -> list[tuple[str, re.Match[str]]]:
    """Return the first leg of each kind; people may pass by way of several places."""
    made: list[tuple[str, re.Match[str]]] = []
    for prop, rule in _LEGS:
        found = list(rule.finditer(view.masked, start, end))
        if prop == "destination" and found:
            *passed, last = _onward(view, found[0], end)
            made += [("transit", one) for one in passed]
            found = [last]
        made += [(prop, one) for one in (found if prop == "transit" else found[:1])]
    return made


# "menuju Kuala Lumpur, lalu diteruskan lewat jalur darat sampai Poipet": the last is the end.
_ONWARD = pattern(
    r"(?P<gap>(?:(?!⟨(?:PER|INI|ORG)|\b(?:polisi|petugas|tim|tersangka|pelaku|penyidik|aparat|ia|dia)\b)[^.;:\"“”]){1,90}?)\b(?:ke|menuju|hingga(?:\s+ke)?|sampai(?:\s+(?:di|ke))?)\s+"
    rf"{_KIND}(?P<where>{_PLACES})"
)
_THEN = re.compile(r"(?i)\b(?:lalu|kemudian|selanjutnya|lantas|setelah\s+itu|dari\s+sana)\b")


def _onward(view: View, first: re.Match[str], end: int) -> list[re.Match[str]]:
    """Return the ends of a way that is told leg by leg, in order."""
    made = [first]
    while found := _ONWARD.match(view.masked, made[-1].end(), end):
        if not _THEN.search(found["gap"]):
            break
        made.append(found)
    return made


def _is_way_out(item: Item, legs: list[tuple[str, Item, str]]) -> bool:
    """Whether people left the country by a port: it lies at home, and the way leads abroad."""
    is_port = item.kind is Kind.POINT and _PORT.match(item.text) is not None
    leads = any(
        prop == "destination" and (other.startswith("country:") or frames.is_abroad(place))
        for prop, place, other in legs
    )
    return is_port and leads and not frames.is_abroad(item)


_PORT = re.compile(r"(?i)bandara|bandar\s+udara|pelabuhan|terminal|pos\s+lintas|PLBN")


def _chained(context: Context, view: View, chain: re.Match[str]) -> list[tuple[str, Item, str]]:
    items = view.within(chain.start("where"), chain.end("where"), Kind.PLACE, Kind.POINT)
    known = [(item, id_) for item in items if (id_ := context.registry.of(item))]
    last = len(known) - 1
    names = ["origin", *["transit"] * max(0, last - 1), "destination"]
    return [(names[n], item, id_) for n, (item, id_) in enumerate(known)] if last > 0 else []


def _claim(
    context: Context, view: View, leaving: re.Match[str], legs: list[tuple[str, Item, str]]
) -> None:
    sink = context.sink
    span = view.span(leaving)
    words = " – ".join(dict.fromkeys(item.text for _, item, _ in legs))
    route = sink.entity(sink.fresh("route", "r"), "Route", words, span)
    voice: Voice = context.voice(span[0])
    if _PLANNED.search(view.masked[: legs[0][1].start - view.sentence.start + 40]):
        voice = voice.as_("alleged")
    for prop, item, id_ in legs:
        where = item.start, item.end
        is_out = prop == "transit" and _is_way_out(item, legs)
        leg = "exitPoint" if is_out else prop
        sink.claim(route, leg, id_, where, is_object=True, voice=voice, confidence=0.8)
    event = context.only_event("Interception")
    if event and sink.entities[event].start <= view.sentence.end:
        sink.claim(event, "route", route, span, is_object=True, voice=voice, confidence=0.7)
