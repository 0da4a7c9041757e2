"""What higher courts made of a verdict, and the verdicts of other courts told beside it.

Owns ``MA menolak kasasi``, ``memperberat menjadi``, ``seperti yang dijatuhkan PT X``, ``lebih berat
dari vonis PN Y``. Refuses a court that is only asked, and a defendant whom the text leaves open.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.durations import Duration
from loaders.text.facts import frames, reality
from loaders.text.facts.pronounced import verdict_of
from loaders.text.facts.stages import claim_stage
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_ALTER = (
    r"(?:memperberat|memperingan|meringankan|mengurangi|menambah|menaikkan|menurunkan|mengubah|mengoreksi"
    r"|memperbaiki|menyunat|memotong|memangkas|mengorting|mendiskon)"
)
_FROM_TO = (
    r"(?:\b(?:dari|semula)\s+(?:semula\s+)?{DUR:old}(?:\s+(?:dan\s+)?{DUR:old_more})?\s+(?:(?:pidana\s+)?(?:penjara|bui)\s+)?)?"
    r"\b(?:menjadi|jadi)\s+(?:hanya\s+|cuma\s+)?(?:pidana\s+(?:penjara\s+)?(?:selama\s+)?)?{DUR:new}(?:\s+(?:dan\s+)?{DUR:new_more})?"
)
_CHANGED = pattern(
    rf"\b{_ALTER}\s+"
    r"(?:masa\s+)?(?:hukuman|vonis|pidana|putusan)\s+(?:penjara\s+)?(?:terhadap\s+)?(?:terdakwa\s+)?(?:(?:mantan\s+|eks\s+)?(?:[a-z]+\s+){0,3}(?:⟨(?:POS|ORG|LOC|RNK)\d+⟩\s*,?\s*){0,3}{PER:who})?"
    r"[^⟨.]{0,40}(?:{ORG}[^⟨.]{0,20})?" + _FROM_TO
)
_CHANGED_HIS = pattern(
    rf"\b{_ALTER}(?:nya|\s+(?:hukuman|vonis|pidana)(?:nya|\s+(?:itu|tersebut)))?\s+" + _FROM_TO
)
# "Hukuman A naik menjadi 10 tahun di tingkat kasasi", "vonis A diperberat PT X menjadi 5 tahun"
_WAS_CHANGED = pattern(
    r"\b(?:[Hh]ukuman|[Vv]onis|[Pp]idana)\s+(?:penjara\s+)?(?:terhadap\s+|atas\s+|untuk\s+|bagi\s+)?(?:terdakwa\s+|terpidana\s+)?(?:{PER:who}(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+|nya\s+)?"
    r"(?:\w+\s+){0,2}?(?:naik|turun|bertambah|berkurang|susut|membengkak|di(?:perberat|peringan|ringankan|kurangi|tambah|naikkan|turunkan|ubah|sunat|potong|pangkas|korting|diskon))\b"
    r"(?:[^⟨.;\"“]|⟨(?:ORG|DUR)\d+⟩){0,60}?" + _FROM_TO
)
# "MA menolak kasasi yang diajukan A", "PT Kupang menguatkan putusan terhadap B"
_RULED = pattern(
    r"{ORG:court}(?:\s*\([^)⟨]{1,12}\))?\s+(?:telah\s+|juga\s+|akhirnya\s+)?(?:menolak|mengabulkan|menguatkan)\s+"
    r"(?:permohonan\s+|upaya\s+|putusan\s+|vonis\s+|hukuman\s+)*(?:kasasi|banding|peninjauan\s+kembali|PK|putusan|vonis|hukuman)\b"
    r"(?:(?!\b(?:bahwa|jika|apabila)\b)[^.;⟨\"“]){0,50}(?:{PER:who})?"
)
# "Putusan tersebut dikuatkan Pengadilan Tinggi Bandung": of whoever was judged just before.
_UPHELD = pattern(
    r"^(?:Putusan|Vonis|Hukuman)\s+(?:itu|tersebut|ini)\s+(?:\w+\s+){0,2}?(?P<deed>dikuatkan|diperkuat)\s+(?:oleh\s+)?{ORG:court}"
)
# "hukuman 8 tahun penjara dan denda Rp 200 juta, seperti yang dijatuhkan PT Kupang pada Oktober"
_AS_GIVEN = pattern(
    r"{DUR:term}(?:\s+(?:dan\s+)?{DUR:term_more})?\s+(?:pidana\s+)?(?:penjara|bui)(?P<rest>[^.;\"“]{0,90}?),?\s+(?:(?:seperti|sebagaimana|sesuai)\s+(?:yang\s+|putusan\s+)?|yang\s+)"
    r"(?:(?:telah\s+|pernah\s+|sebelumnya\s+)?(?:dijatuhkan|diputus(?:kan)?|divonis(?:kan)?|diketok)\s+|(?<=putusan\s))(?:oleh\s+)?{ORG:court}"
)
# "lebih berat dari vonis PN Kupang, yakni 6 tahun penjara"
_THAN = pattern(
    r"\blebih\s+(?:berat|ringan|tinggi|rendah|lama)\s+(?:[a-z]+\s+){0,2}?(?:dari(?:pada)?|dibanding(?:kan)?)\s+(?:vonis|putusan|hukuman)\s+"
    r"(?:(?:majelis|hakim|tingkat|pertama|di|yang|dijatuhkan)\s+){0,4}{ORG:court}(?:\s*\([^)⟨]{1,12}\))?\s*,?\s+"
    r"(?:(?:yakni|yaitu|selama|sebesar|yang|hanya|berupa|pidana|hukuman|menghukum(?:nya)?|memvonis(?:nya)?|menjatuhkan)\s+){0,4}(?P<term>{DUR})"
)
_PRISON = Pattern(r"\s*(?:penjara|bui)\b")
_FINE = pattern(r"\bdenda\s+(?:sebesar\s+|senilai\s+)?{MON:amount}")
_KNOCKED = Pattern(
    r"^[\"“]?(?:Perkara|Putusan|Kasasi|Banding|Vonis|Permohonan|Amar)\b(?:\s+(?:kasasi|banding|itu|tersebut|ini|(?:bernomor|nomor)\s+\S+(?:\s\S+/\S+)?|⟨[A-Z]{3}\d+⟩))*\s+(?:\w+\s+){0,2}?"
    r"(?:diketok|diketuk|diputus(?:kan)?|dibacakan|diucapkan|dijatuhkan)\b"
)
_REACH = 3


def find_in(context: Context, view: View) -> str:
    """Claim what higher and earlier courts ruled; return the verdict that further words are of."""
    made = ""
    changed = next((f for rule in _CHANGES if (f := rule.search(view.masked))), None)
    if changed and reality.is_real(view, changed.start()):
        made = _changed(context, view, changed)
    upheld = _UPHELD.match(view.masked)
    if upheld and reality.is_real(view, upheld.start("deed")):
        made = _ruled(context, view, upheld) or made
    if (ruled := _RULED.search(view.masked)) and reality.is_real(view, ruled.start("court")):
        made = _ruled(context, view, ruled) or made
    if given := _AS_GIVEN.search(view.masked):
        told = _told_beside(context, view, given)
        _stays(context, view, told)
        made = told or made
    if than := _THAN.search(view.masked):
        _told_beside(context, view, than)
    _knocked(context, view)
    _dated(context, view)
    return made


def is_read(view: View) -> bool:
    """Whether a sentence is told whole by what this module reads of it."""
    return any(rule.search(view.masked) for rule in (*_CHANGES, _AS_GIVEN))


def is_compared(view: View) -> bool:
    """Whether a sentence sets a ruling beside that of another court, and pronounces nothing."""
    return _THAN.search(view.masked) is not None


_CHANGES = (_CHANGED, _CHANGED_HIS, _WAS_CHANGED)


def _changed(context: Context, view: View, found: re.Match[str]) -> str:
    named = view.item(found, "who") if "who" in found.re.groupindex else None
    person = context.registry.of(named) or meant(context, view)
    months = _told(view, found, "new")
    court = _changing(context, view, found)
    if not person or not months or court is None or person in context.registry.posts_of:
        return ""
    id_ = _verdict(context, view, found, person, court)
    where = view.offset(found.start("new")), view.offset(found.end())
    voice = context.voice(where[0])
    context.sink.claim(id_, "sentenceMonths", str(months), where, voice=voice)
    claim_stage(context, person, "convicted", view.span(found), voice)
    _on_day(context, view, id_, found.start())
    _before(context, view, found, person, court)
    return id_


def _on_day(context: Context, view: View, verdict: str, at: int) -> None:
    """Claim the day of a ruling told at a masked position, the only day of the sentence."""
    day = frames.date_of(view, at)
    days = view.within(0, len(view.masked), Kind.DATE)
    if day and len(days) == 1 and day.is_day and "date" not in context.sink.told_of(verdict):
        span = day.start, day.end
        context.sink.claim(verdict, "date", day.key, span, original=day.text, confidence=0.8)


def _before(context: Context, view: View, found: re.Match[str], person: str, court: Item) -> None:
    """Claim the term that a court of appeal changed: there is but one court below it."""
    months = _told(view, found, "old")
    caption = context.sink.entities[context.registry.of(court)].caption
    if not months or not _OF_APPEAL.search(caption):
        return
    sink, span = context.sink, (view.offset(found.start("old")), view.offset(found.start("new")))
    id_ = sink.scoped("evt", f"verdict-{person.partition('-')[2]}")
    if "sentenceMonths" in sink.told_of(id_):
        return
    if id_ not in sink.entities:
        sink.entity(id_, "Verdict", f"Vonis atas {sink.entities[person].caption}", span)
        context.add_event("Verdict", id_)
    sink.claim(id_, "defendant", person, view.span(found), is_object=True, confidence=0.8)
    sink.claim(id_, "sentenceMonths", str(months), span, confidence=0.8)
    first = {i.key: i for i in context.registry_items if i.cls == "Court" and i.key}
    first = {key: item for key, item in first.items() if _is_first(context, item)}
    if len(first) == 1:
        (item,) = first.values()
        span = item.start, item.end
        sink.claim(id_, "court", item.key, span, is_object=True, confidence=0.75)


_OF_APPEAL = Pattern(r"(?i)\bpengadilan\s+tinggi\b|\bPT\b")


def _told(view: View, found: re.Match[str], part: str) -> int:
    more = months_of(view.item(found, f"{part}_more"))
    return months_of(view.item(found, part)) + (more if more < _YEAR else 0)


_YEAR = 12


def _changing(context: Context, view: View, found: re.Match[str]) -> Item | None:
    """Return the court that changed a sentence: the only one before the words, or named in them."""
    before = [i for i in view.within(0, found.start(), Kind.ORG) if i.cls == "Court"]
    if not _WAS_CHANGED.made(found):
        return before[0] if len(before) == 1 else None
    courts = [i for i in view.items if i.cls == "Court" and not _is_first(context, i)]
    return courts[0] if len({i.key for i in courts}) == 1 else None


def _is_first(context: Context, court: Item) -> bool:
    caption = context.sink.entities[context.registry.of(court)].caption
    return _FIRST.search(caption) is not None


def _ruled(context: Context, view: View, found: re.Match[str]) -> str:
    court = view.item(found, "court")
    named = view.item(found, "who") if "who" in found.re.groupindex else None
    person = context.registry.of(named) or meant(context, view)
    if court is None or court.cls != "Court" or not person or _FREED.search(view.masked):
        return ""
    return _verdict(context, view, found, person, court)


# "menolak kasasi jaksa atas vonis bebas A": nobody was convicted.
_FREED = Pattern(r"(?i)\b(?:bebas|lepas|membebaskan|dibebaskan)\b")


def _told_beside(context: Context, view: View, found: re.Match[str]) -> str:
    """Claim the term, fine and day of the court that a clause names beside the sentence."""
    court, term = view.item(found, "court"), view.item(found, "term")
    months, person = _told(view, found, "term"), meant(context, view)
    is_than = _THAN.made(found)
    if is_than and not _PRISON.match(view.masked, found.end()):
        return ""
    if court is None or court.cls != "Court" or not (months and person) or term is None:
        return ""
    id_ = _verdict(context, view, found, person, court)
    last = view.item(found, "term_more") if not is_than else None
    where, voice = (term.start, (last or term).end), context.voice(term.start)
    context.sink.claim(id_, "sentenceMonths", str(months), where, voice=voice)
    claim_stage(context, person, "convicted", where, voice)
    fine = _FINE.search(view.masked, found.start(), found.end()) if not is_than else None
    money = view.item(fine, "amount") if fine else None
    if money is not None and isinstance(money.value, Money) and money.value.idr is not None:
        span = money.start, money.end
        context.sink.claim(id_, "fineIdr", money.key, span, voice=voice, original=money.text)
    date = _ON.match(view.masked, found.end()) if not is_than else None
    if day := view.item(date, "date") if date else None:
        span = day.start, day.end
        context.sink.claim(id_, "date", day.key, span, voice=voice, original=day.text)
    return id_


# "Dengan putusan itu, A tetap menjalani hukuman 8 tahun": that is what the last ruling comes to.
_STAYS = Pattern(
    r"(?i)^[\"“]?(?:dengan|atas|berkat)\s+(?:\w+\s+)?putusan\s+(?:itu|tersebut|ini)\b[^.;]{0,60}\btetap\s+(?:\w+\s+)?(?:menjalani|dihukum|dipidana|divonis)\b"
)


def _stays(context: Context, view: View, told: str) -> None:
    """Claim the term that a ruling upheld as its own too, where the text says what it comes to."""
    if not told or not _STAYS.match(view.masked):
        return
    first = context.views[max(0, view.sentence.number - _REACH)].sentence.start
    sink = context.sink
    near = [
        one
        for one in dict.fromkeys(context.events.get("Verdict", []))
        if "-appeal-" in one
        and one != told
        and first <= sink.entities[one].start < view.sentence.start
    ]
    copied = [c for c in sink.claims.values() if c.subject == told]
    for claim in copied if len(near) == 1 else ():
        if claim.property in ("sentenceMonths", "fineIdr"):
            span, voice = (claim.start, claim.end), context.voice(claim.start)
            sink.claim(near[0], claim.property, claim.value, span, voice=voice, confidence=0.78)


_ON = pattern(r"(?:\s*\([^)⟨]{1,12}\))?\s*,?\s+(?:pada\s+)?{DAT:date}")


def _verdict(context: Context, view: View, found: re.Match[str], person: str, court: Item) -> str:
    """Make the verdict of a court on a person known, and claim whose it is."""
    span, sink = view.span(found), context.sink
    id_ = verdict_by(context, person, court, span)
    where, voice = (court.start, court.end), context.voice(span[0])
    sink.claim(id_, "defendant", person, span, is_object=True, voice=voice)
    sink.claim(id_, "court", context.registry.of(court), where, is_object=True, voice=voice)
    return id_


def verdict_by(context: Context, person: str, court: Item, span: tuple[int, int]) -> str:
    """Return the verdict of a court on a person, making it known: a first court's is plain."""
    court_id, sink = context.registry.of(court), context.sink
    tail = person.partition("-")[2]
    is_first = _is_first(context, court)
    id_ = sink.scoped("evt", f"verdict-{tail}")
    courts = {c.value for c in sink.claims.values() if c.subject == id_ and c.property == "court"}
    if not is_first or courts - {court_id}:
        id_ = sink.scoped("evt", f"verdict-appeal-{court_id.rpartition(':')[2]}-{tail}")
    if id_ not in sink.entities:
        label = "Vonis" if is_first else "Putusan banding"
        sink.entity(id_, "Verdict", f"{label} atas {sink.entities[person].caption}", span)
        context.add_event("Verdict", id_)
    return id_


_FIRST = Pattern(r"(?i)\bpengadilan\s+negeri\b|\bPN\b")


def verdict_here(context: Context, view: View, person: str) -> str:
    """Return the ruling on a person of the one higher court that a sentence names, if told."""
    courts = {i.key for i in view.items if i.cls == "Court" and i.key}
    if _SUPREME in context.sink.entities and re.search(r"\bMA\b", view.sentence.text):
        courts.add(_SUPREME)
    tail = person.partition("-")[2]
    keys = [f"verdict-appeal-{court.rpartition(':')[2]}-{tail}" for court in courts]
    told = [
        one for key in keys if (one := context.sink.scoped("evt", key)) in context.sink.entities
    ]
    return told[0] if len(courts) == 1 and told else ""


def verdict_meant(
    context: Context, view: View, person: str, span: tuple[int, int], current: str
) -> str:
    """Return the verdict on a person of which a sentence tells, making it known.

    Args:
        context: The document.
        view: The sentence.
        person: Who is judged.
        span: The words that say so.
        current: The verdict told last before, or empty.
    """
    courts = {i.key: i for i in view.items if i.cls == "Court" and i.key}
    if here := verdict_here(context, view, person):
        return here
    if len(courts) == 1:
        return verdict_by(context, person, next(iter(courts.values())), span)
    claims = context.sink.claims.values()
    is_his = any(
        c.subject == current and c.property == "defendant" and c.value == person for c in claims
    )
    return current if is_his and not courts else verdict_of(context, person, span)


_SUPREME = "org:ma"


_RULING = Pattern(
    r"(?i)\b(?:menolak|mengabulkan|menguatkan|membatalkan|menganulir|memutus(?:kan)?|mengadili)\b"
    r"(?=[^.;]{0,60}\b(?:putusan|vonis|kasasi|banding|peninjauan|perkara|hukuman))"
)


def _dated(context: Context, view: View) -> None:
    """Give the ruling of the one higher court of a sentence the day told before its verb."""
    found = _RULING.search(view.masked)
    days = view.within(0, found.start(), Kind.DATE) if found else []
    verdict = of_court(context, view) if found and len(days) == 1 else ""
    if found is None or "-appeal-" not in verdict or not reality.is_real(view, found.start()):
        return
    if days[0].is_day and "date" not in context.sink.told_of(verdict):
        span = days[0].start, days[0].end
        context.sink.claim(
            verdict, "date", days[0].key, span, original=days[0].text, confidence=0.8
        )


def of_court(context: Context, view: View) -> str:
    """Return the one verdict of the one court that a sentence names, or empty."""
    courts = {i.key for i in view.items if i.cls == "Court" and i.key}
    if _SUPREME in context.sink.entities and re.search(r"\bMA\b", view.sentence.text):
        courts.add(_SUPREME)
    of_it = {
        claim.subject
        for claim in context.sink.claims.values()
        if claim.property == "court" and courts == {claim.value} and "verdict" in claim.subject
        if not claim.subject.endswith("-acquitted")
    }
    return of_it.pop() if len(of_it) == 1 else ""


def _knocked(context: Context, view: View) -> None:
    """Give the last ruling of a higher court its day: ``Perkara itu diketok pada 29 Januari``."""
    found = _KNOCKED.match(view.masked)
    if found is None or not reality.is_real(view, found.end() - 3):
        return
    first = context.views[max(0, view.sentence.number - _REACH)].sentence.start
    appeals = [one for one in context.events.get("Verdict", []) if "-appeal-" in one]
    near = [one for one in appeals if context.sink.entities[one].start >= first]
    date = frames.date_of(view, found.end())
    if near and date and "/" not in date.key and "date" not in context.sink.told_of(near[-1]):
        span = date.start, date.end
        context.sink.claim(near[-1], "date", date.key, span, original=date.text, confidence=0.8)


def meant(context: Context, view: View) -> str:
    """Return the one person without a post whom this sentence or the one before names."""
    for other in (view, context.views[max(0, view.sentence.number - 1)]):
        people = [i for i in other.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        ids = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
        if ids:
            is_near = other.sentence.block == view.sentence.block
            return ids[0] if len(ids) == 1 and is_near else ""
    return ""


def months_of(item: Item | None) -> int:
    """Return how many months a duration is, or 0."""
    value = item.value if item else None
    return (value.months or 0) if isinstance(value, Duration) else 0
