"""Gatherings told as an occasion, and who was there: ``usai rapat dengan B``, ``didampingi C``.

Owns rapat, audiensi and jumpa pers wherever a sentence names them, who led them, who came, and the
sentence behind (``Turut hadir D``). Refuses those to come, and people whom no office sends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.text.context import Context
from loaders.text.facts import settings
from loaders.text.facts.activities import PRESS, is_official, is_told, same, tie
from loaders.text.holdings import ensure_org
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_TO_PRESS = Pattern(rf"(?i){PRESS}")
_SESSION = (
    r"rapat(?!-)(?:\s+(?:kerja|koordinasi|evaluasi|pengawasan|terbatas|konsultasi|lintas\s+\w+"
    r"|dengar\s+pendapat(?:\s+umum)?))?"
)
_KIND = (
    rf"(?i:{PRESS}|{_SESSION}|rakor(?:nas|nis|da)?|raker(?:nas|da)?|RDP"
    r"|audiensi|pertemuan(?!-)|dialog|kunjungan\s+kerja)"
)
_SHORT = r"(?:\s*\((?:RDPU?|[Rr]akor|[Rr]aker)\))?"
_MANNER = _SHORT + r"(?:\s+(?:[A-Za-z]+|⟨(?:TOP|ORG|POS|PER|LOC)\d+⟩(?:[-–]⟨LOC\d+⟩)?)){0,7}?"
_OCCASION = pattern(
    rf"\b(?P<lead>(?i:dalam|saat|pada|usai|seusai|sesuai|selepas|setelah|ketika|melalui|lewat|menghadiri|memimpin|membuka|mengikuti|dimulai\s+dengan|diawali\s+dengan)\s+(?:sebuah\s+|acara\s+|kegiatan\s+|menggelar\s+|mengikuti\s+|memimpin\s+|menghadiri\s+)?)(?P<what>{_KIND})\b(?P<that>\s+(?:itu|tersebut|ini))?"
    rf"|^[\"“]?(?P<noun>{_KIND})\b(?P<that2>\s+(?:itu|tersebut|ini))?(?={_MANNER}\s+(?:yang\s+)?(?:turut\s+|juga\s+)?(?:di(?:gelar|adakan|laksanakan|selenggarakan|pimpin|hadiri|ikuti|buka|helat)|berlangsung|antara|dengan|bersama)\b)"
)
_GAP = (
    r"(?:\s*yang\s+diwakili\s+(?:oleh\s+)?)?(?:(?!\b(?:yang|untuk|guna|agar|setelah|usai|saat|me[a-z]{3,}|di[a-z]{4,}|ber[a-z]{3,})\b)"
    r"[^.;:\"“⟨]){0,50}?"
)
_ROW = rf"(?P<row>(?:{_GAP}⟨(?:PER|ORG|POS|LOC|PNT|RNK)\d+⟩){{1,10}})"
_BY = r"(?:(?:langsung|oleh|juga|pula)\s+){0,3}"
_WITH = pattern(rf"{_MANNER}\s+(?:dengan|bersama|antara)(?=\s){_ROW}")
_LED = pattern(rf"\b(?:dipimpin|diketuai|dipandu)\s+{_BY}{{PER}}")
_CAME = pattern(rf"\b(?:dihadiri|diikuti|disaksikan|dibuka|menghadirkan)\s+{_BY}{_ROW}")
_BESIDE = pattern(
    rf"(?:{{PER|POS}}\s*,?|\b(?:[Ii]a|[Dd]ia|[Bb]eliau))\s+(?:(?:yang|dengan|hadir|juga|turut)\s+){{0,2}}didampingi\s+{_BY}{_ROW}"
)
# "yang memimpin jumpa pers di Karawang, didampingi B": whoever led it.
_DIDAMPINGI = pattern(rf"\bdidampingi\s+{_BY}{_ROW}")
# "kata A usai bertemu B di Manado, Selasa"
_MET = pattern(
    rf"\b(?i:usai|seusai|saat|ketika|setelah|selepas)\s+(?P<what>bertemu(?:\s+dengan)?|menemui|menerima\s+(?:kunjungan|audiensi))(?=\s){_ROW}"
)
_ALSO = pattern(
    rf"^(?:(?:Turut|Ikut|Juga|Tampak|Terlihat|Selain\s+itu,?)\s+)?(?i:hadir|mendampingi)(?:\s+(?:pula|juga|dalam|pada|di|kesempatan|acara|kegiatan|konferensi|jumpa|pers|pertemuan|rapat|itu|tersebut|antara|lain|mendampingi|mewakili|tempat|yang\s+sama)){{0,6}}\s*[,:]?(?=\s){_ROW}"
)
# "Acara ini dihadiri A dan B", "Kegiatan yang digagas C ini dibuka D": of the one told before.
_THAT = (
    r"^(?:(?:Acara|Kegiatan|Agenda|Forum|Giat|Sosialisasi|Penyuluhan|Edukasi|Seminar|Webinar|Workshop"
    r"|Lokakarya|Pelatihan|Diskusi|Deklarasi|Penandatanganan|FGD|Rakor|Pertemuan|Rapat|Audiensi|Kunjungan|Dialog)\b"
    rf"|(?i:{PRESS})\b)"
)
_GATHERED = Pattern(rf"{_THAT}[^;:\"“]{{0,160}}?\s(?=di|me)")
_THEY_CAME = pattern(
    rf"\b(?P<verb>dihadiri|diikuti|disaksikan|dibuka|ditutup|dipimpin|dipandu|menghadirkan|melibatkan)\s+(?:secara\s+\w+\s+)?{_BY}{_ROW}"
)
_HELD_BY = pattern(
    rf"{_THAT}(?:\s+(?:ini|itu|tersebut))?\s+(?:yang\s+|juga\s+)?(?:(?:diinisiasi|digagas|diprakarsai|difasilitasi|diselenggarakan|digelar|dilaksanakan|diadakan)\s+(?:langsung\s+)?(?:oleh\s+)?"
    r"|merupakan\s+(?:hasil\s+)?(?:kerja\s?sama|kolaborasi)\s+(?:antara\s+)?)(?P<orgs>{ORG}(?:\s*(?:,|dan|serta|bersama|dengan)\s*{ORG})*)"
)
_CLASSES = ("Meeting", "SpeechEvent", "Outreach")


def find(context: Context) -> None:
    """Claim the gatherings that body sentences name, and who came to them."""
    for view in context.body():
        if view.sentence.role is not Role.BODY:
            continue
        event = ""
        if found := _OCCASION.search(view.masked):
            event = _occasion(context, view, found)
        elif met := _MET.search(view.masked):
            event = _met(context, view, met)
        _beside(context, view, event or _recalled(context, view, "", far=0))
        if by := _HELD_BY.match(view.masked):
            _hosts(context, view, by)


def _occasion(context: Context, view: View, found: re.Match[str]) -> str:
    """Make the gathering of those who met, or say more of the one told before."""
    if not _was_held(context, view, found):
        return ""
    kind = found["what"] or found["noun"]
    cls = "SpeechEvent" if _TO_PRESS.match(kind) else "Meeting"
    setting = settings.of(context, view, found.end())
    if not setting.is_placed and (verb := _HELD.search(view.masked, found.end())):
        setting = setting.filled(settings.of(context, view, verb.end()))
    parties = _parties(context, view, found)
    if cls == "SpeechEvent" and not parties:
        parties = _speakers(context, view)
    hosts = _hosting(context, view, found)
    parties += [one for one in hosts if one not in parties]
    event = _recalled(context, view, cls) if found["that"] or found["that2"] else ""
    span = view.span(found, "what" if found["what"] else "noun")
    if found["what"] and not parties:
        return event
    event = event or _made(context, span, (cls, kind.capitalize()), setting, parties, hosts)
    for item, id_ in hosts if event else ():
        tie(context, event, "conductedBy", id_, (item.start, item.end))
    if event:
        _led(context, view, found, event, parties)
    return _told(context, view.offset(found.start()), event, setting, parties)


def _met(context: Context, view: View, found: re.Match[str]) -> str:
    """Make the meeting of whom a verb names with whoever speaks of it."""
    row = _officials(context, view.within(found.start("row"), found.end("row")))
    hosts = _speakers(context, view)
    if not row or not hosts or not _was_held(context, view, found):
        return ""
    setting, parties = settings.of(context, view, found.end()), [*hosts[:1], *row]
    event = _made(context, view.span(found, "what"), ("Meeting", "Pertemuan"), setting, parties)
    return _told(context, view.offset(found.start()), event, setting, parties)


def _told(
    context: Context,
    at: int,
    event: str,
    setting: settings.Setting,
    parties: list[tuple[Item, str]],
) -> str:
    """Claim who was at a gathering, and where and when it was; return it."""
    if event:
        for item, id_ in parties:
            tie(context, event, "party", id_, (item.start, item.end))
        settings.claim(context, event, setting, context.voice(at))
    return event


def _made(
    context: Context,
    span: tuple[int, int],
    named: tuple[str, str],
    setting: settings.Setting,
    parties: list[tuple[Item, str]],
    hosts: Sequence[tuple[Item, str]] = (),
) -> str:
    """Return the gathering told before with the same setting, or a new one; empty if unclear."""
    cls, caption = named
    if not setting:
        return ""
    event = same(context, cls, setting, {id_ for _, id_ in parties})
    is_full = (
        len(parties) > 1
        or bool(hosts)
        or (setting.day is not None and bool(parties or setting.places))
    )
    if not event and is_full:
        event = context.sink.fresh("evt", cls.casefold())
        context.sink.entity(event, cls, caption, span)
        context.add_event(cls, event)
    return event


_HOSTED = pattern(
    rf"{_MANNER}\s+(?:yang\s+)?di(?:gelar|selenggarakan|adakan|laksanakan|inisiasi|gagas|dalangi|prakarsai|fasilitasi)\s+(?:langsung\s+)?(?:oleh\s+)?(?P<host>{{ORG}})"
)


def _hosting(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    """Return who held a gathering: ``Rapat yang digagas oleh Dinas X berlangsung di Y``."""
    held = _HOSTED.match(view.masked, found.end())
    item = view.item(held, "host") if held else None
    return _officials(context, [item]) if item is not None else []


def _was_held(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether a gathering is told as one that was: neither planned nor habitual nor denied."""
    before = re.split(r"[\"“”]", view.masked[: found.start()])[-1][-_NEAR:]
    if _UNSURE.search(before if found["what"] else view.masked):
        return False
    is_denied = context.is_denied(view.offset(found.start()))
    return not is_denied and (bool(found["what"]) or is_told(view, 0))


def _led(
    context: Context,
    view: View,
    found: re.Match[str],
    event: str,
    parties: list[tuple[Item, str]],
) -> None:
    """Claim who led a gathering: the subject of ``memimpin rapat``, or whom ``dipimpin`` names."""
    if "ledBy" in context.sink.told_of(event):
        return
    heads = parties[:1] if found["what"] and "memimpin" in found["lead"] else []
    if led := _LED.search(view.masked, found.end()):
        heads = _officials(context, view.within(led.start(), led.end()))
    for item, id_ in heads:
        tie(context, event, "ledBy", id_, (item.start, item.end))


_NEAR = 70
_HELD = Pattern(r"\b(?:di(?:pimpin|hadiri|ikuti|gelar|buka)|berlangsung)\b")
# "setiap rapat", "rapat akan digelar", "tidak hadir dalam rapat".
_UNSURE = Pattern(
    r"(?i)\b(?:setiap|tiap|kerap|sering|akan|bakal|rencananya|dijadwalkan|mangkir|absen|batal|tidak\s+hadir|menunggu)\b"
)


def _parties(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    """Return who met: whom the row behind names, who came, and the official who tells of it."""
    end = found.end()
    rows = [
        _WITH.match(view.masked, end),
        _CAME.search(view.masked, end),
        _LED.search(view.masked, end),
    ]
    items = [item for row in rows if row for item in view.within(row.start(), row.end())]
    if found["what"]:
        unquoted = max(view.masked.rfind(mark, 0, found.start()) for mark in '"“”')
        before = view.within(unquoted + 1, found.start(), Kind.PERSON, Kind.ORG)
        items = [*before[-1:], *items]
    made = _officials(context, items)
    who, own = made[0] if made else (None, "")
    if rows[0] and who is not None and (office := context.registry.org_of.get(own, "")):
        # Who tells of a meeting with others was there for an office.
        ensure_org(context, office, (who.start, who.end))
        made.append((who, office))
    return made


def _speakers(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return who speaks in a sentence, where its words name them."""
    said = {one.speaker for one in context.said if view.sentence.number in one.views}
    return [(i, id_) for i, id_ in _officials(context, view.items) if id_ in said]


def _officials(context: Context, items: Iterable[Item]) -> list[tuple[Item, str]]:
    known = {context.registry.of(i): i for i in items if i.kind in (Kind.PERSON, Kind.ORG)}
    return [(item, id_) for id_, item in known.items() if id_ and is_official(context, item)]


_FAR = 3


def _recalled(context: Context, view: View, cls: str, far: int = _FAR) -> str:
    """Return the one gathering of a kind that this sentence or one of the few before tells."""
    first = context.views[max(0, view.sentence.number - far)].sentence.start
    told = [e for one in ([cls] if cls else _CLASSES) for e in context.events.get(one, [])]
    near = {e for e in told if first <= context.sink.entities[e].start < view.sentence.end}
    return near.pop() if len(near) == 1 else ""


def _beside(context: Context, view: View, event: str) -> None:
    """Add those who stood beside somebody, or came too, to the gathering told here or before."""
    came = list(_THEY_CAME.finditer(view.masked)) if _GATHERED.match(view.masked) else []
    rows = [_ALSO.match(view.masked), *came, *_BESIDE.finditer(view.masked)]
    if event:
        rows.append(_DIDAMPINGI.search(view.masked))
    for found in filter(None, rows):
        meant = event or _recalled(context, view, "") or _signed(context, view)
        if not meant or not is_told(view, found.start()):
            continue
        items = view.within(found.start(), found.end())
        taught = _SPEAKERS.search(found[0]) is not None
        speakers = [(i, context.registry.of(i)) for i in items if taught and i.kind is Kind.PERSON]
        if meant.startswith(_SIGNED):
            _saw(context, view, found, meant)
            continue
        prop = "ledBy" if _verb(found) in ("dipimpin", "dipandu") else "party"
        for item, id_ in speakers or _officials(context, items):
            tie(context, meant, prop, id_, (item.start, item.end))


_SIGNED = "agr:"


def _signed(context: Context, view: View) -> str:
    """Return the one agreement that this sentence or one of the three before tells, or empty."""
    first = context.views[max(0, view.sentence.number - _FAR)].sentence.start
    near = [e for e in context.sink.entities.values() if e.id.startswith(_SIGNED)]
    ids = [e.id for e in near if first <= e.start < view.sentence.end]
    return ids[0] if len(ids) == 1 else ""


def _verb(found: re.Match[str]) -> str:
    return found["verb"] if "verb" in found.re.groupindex else ""


def _saw(context: Context, view: View, found: re.Match[str], id_: str) -> None:
    """Claim who led what was signed or declared, who joined it, and who else was there."""
    verb, claims = _verb(found), context.sink.claims.values()
    prop = {"dipimpin": "ledBy", "dipandu": "ledBy", "diikuti": "party"}.get(verb, "witness")
    known = {c.value for c in claims if c.subject == id_}
    for item, one in _officials(context, view.within(found.start("row"), found.end("row"))):
        # Whom a declaration calls those who "joined in" signed nothing; an office is in it.
        if one not in known and (item.kind is Kind.ORG) is (prop == "party"):
            tie(context, id_, prop, one, (item.start, item.end))


# "menghadirkan tiga narasumber, yakni A dan B": whoever teaches is told for it.
_SPEAKERS = Pattern(r"\bmenghadirkan\s+(?:[a-z]+\s+){0,3}(?:narasumber|pembicara|pemateri)\b")


def _hosts(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim who held the gathering told before, where nobody was named for it."""
    event = _recalled(context, view, "")
    if not event or not is_told(view, found.end()):
        return
    prop = "party" if "conductedBy" in context.sink.told_of(event) else "conductedBy"
    for item in view.within(found.start("orgs"), found.end("orgs"), Kind.ORG):
        if (id_ := context.registry.of(item)) and item.cls != "MediaOrganization":
            tie(context, event, prop, id_, (item.start, item.end))
