"""What is told of an agreement: day, place, number, aims, who signed it, who saw it signed.

Owns what stands beside the agreement and in the sentences behind it. Refuses a number of another
agreement, and what is yet to be signed.
"""

from __future__ import annotations

import re

from loaders.text import deadlines, topics
from loaders.text.commitments import CLASSES
from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import settings
from loaders.text.facts.frames import masked_at
from loaders.text.holdings import ensure_org
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

TEXTS = (
    r"(?:[Nn]ota\s+[Kk]esepahaman|[Nn]ota\s+[Kk]esepakatan"
    r"|[Mm]emorandum\s+(?:of\s+[Uu]nderstanding|[Ss]aling\s+[Pp]engertian)|MoU|MOU|MSP(?=\s)|"
    r"[Pp]erjanjian\s+[Kk]erja\s?[Ss]ama|PKS|[Kk]esepakatan\s+[Bb]ersama"
    r"|[Kk]omitmen\s+[Bb]ersama|[Dd]eklarasi(?:\s+[Bb]ersama)?|[Pp]akta\s+[Ii]ntegritas)"
)


NOT_YET = Pattern(
    r"(?i)\b(?:akan|berencana|rencananya|belum|segera|hendak|diharapkan|bakal"
    r"|tengah\s+menyiapkan|(?<!semula\s)dijadwalkan|menjadwalkan|direncanakan)\b"
)
# "Penandatanganan nota kesepahaman antara A dan B direncanakan pada": the plan stands behind.
_PLANNED = Pattern(
    r"(?i)(?:[^.;,\"“⟨]|⟨(?:ORG|LOC|NUM|TOP|PER|CNT)\d+⟩){0,90}?(?<!\byang)\s(?:direncanakan|dijadwalkan|diagendakan|ditargetkan|diundur|ditunda|batal"
    r"|(?:akan|bakal|segera|baru\s+akan)\s+(?:di(?:tanda\s?tangani|teken|gelar|laksanakan|lakukan|langsungkan|adakan|selenggarakan)|berlangsung))\b"
)
_DONE = Pattern(r"(?i)\b(?:menanda\s?tangani|meneken|teken|menyepakati|telah|resmi|usai)\b")


def is_ahead(view: View, found: re.Match[str]) -> bool:
    """Whether a signing is only planned: by words before it, or by the verb of its noun behind."""
    if NOT_YET.search(view.masked[: found.end()]):
        return True
    is_done = _DONE.search(view.masked[: found.end()])
    return not is_done and _PLANNED.match(view.masked, found.end()) is not None


_SIGNING = pattern(
    rf"(?i:(?:penandatanganan(?:nya)?|pertukaran|penyerahan)(?:\s+{TEXTS}|\s+(?:naskah|dokumen)[^⟨.]{{0,30}}|\s+(?:itu|tersebut|ini))?"
    rf"\s+(?:\w+\s+)?(?:dilakukan(?:\s+langsung)?(?:\s+oleh)?|(?:berlangsung|digelar)\b(?:(?!\sdi(?:saksikan|hadiri|dampingi|pimpin|buka)\b)[^.;\"“⟨]|⟨(?:LOC|DAT|ORG|PNT)\d+⟩){{0,90}}?\s(?:antara|oleh))"
    rf"|(?i:{TEXTS}|naskah|dokumen|perjanjian|kesepakatan|kerja\s?sama)(?:[^⟨.\"“]|\.(?=\S)|⟨(?:NUM|ORG)\d+⟩){{0,90}}?\s"
    r"(?:ditandatangani|diteken|diparaf|dibubuhi\s+tanda\s?tangan)(?:\s+langsung)?(?:\s+(?:oleh|bersama(?:\s+dengan)?))?"
    r"|(?i:^(?:naskah|ikrar|teks|isi)(?:nya)?(?:\s+deklarasi)?(?:\s+(?:itu|tersebut|bersama))?\s+(?:dibacakan|diikrarkan|diucapkan)(?:\s+oleh)?))"
    r"\s+(?P<who>{PER}(?:\s*,?\s*(?:dan|serta|bersama(?:\s+dengan)?|dengan|)\s*{PER})*)"
)


def signatories(context: Context, view: View) -> None:
    """Claim who signed the one agreement of the document."""
    found = _SIGNING.search(view.masked)
    id_ = context.only_event(*CLASSES) or told_before(context, view)
    if found is None or not id_ or is_ahead(view, found):
        return
    voice = context.voice(view.offset(found.start()))
    for item in view.within(found.start("who"), found.end("who"), Kind.PERSON):
        if person := context.registry.of(item):
            span = view.offset(found.start()), item.end
            context.sink.claim(id_, "signatory", person, span, is_object=True, voice=voice)
            _for_office(context, id_, person, span, voice)
    day = _day(view, found) if "date" not in context.sink.told_of(id_) else None
    if day is not None:
        span = day.start, day.end
        context.sink.claim(id_, "date", day.key, span, voice=voice, original=day.original)
    if "locatedIn" not in context.sink.told_of(id_):
        _place(context, view, found, id_, voice)


def _for_office(
    context: Context, id_: str, person: str, span: tuple[int, int], voice: Voice
) -> None:
    """Claim the office for which somebody signed, where the text names fewer than two parties."""
    org, claims = context.registry.org_of.get(person, ""), context.sink.claims.values()
    told = [c for c in claims if c.subject == id_ and c.property == "party" and c.confidence > _OWN]
    if org and len(told) < _TWO:
        ensure_org(context, org, span)
        context.sink.claim(id_, "party", org, span, is_object=True, voice=voice, confidence=_OWN)


# Parties that nothing but a signature tells are claimed with so much.
_OWN = 0.8
_TWO = 2


_NUMBERED = Pattern(
    rf"(?P<text>{TEXTS}|Naskah|Dokumen|Perjanjian)[^.,;⟨\"“]{{0,40}}?\s(?:ber)?[Nn]omor\s*:?\s*(?P<number>\w[\w.-]*(?:/[\w.-]*\w){{2,6}})"
)


_SCOPE = Pattern(
    rf"^(?:(?:Ruang\s+lingkup|Cakupan)(?:nya)?\b|(?P<text>{TEXTS})\s(?:[^\"“.]|\.(?=\S)){{0,80}}?\b(?:mencakup|meliputi)\b)"
)


_WITNESSED = pattern(
    r"(?:\bdisaksikan(?:\s+langsung)?(?:\s+oleh)?\s+|\b[Tt]urut\s+menyaksikan\s*,?\s+(?:(?:antara\s+lain|yakni|yaitu)\s+)?)"
    r"(?P<who>{PER}(?:\s*(?:,|dan|serta|,\s*(?:dan|serta))\s*{PER})*)"
)


# "Penandatanganan digelar di Hotel Majapahit, Senin (15/12)": place and day of the one told before.
_HELD = Pattern(
    r"^(?:Penandatanganan(?:nya)?|Pertukaran\s+naskah|Penyerahan\s+naskah)\b[^.⟨\"“]{0,80}?\b(?:digelar|berlangsung|dilakukan|dilaksanakan"
    r"|disaksikan(?:\s+(?:langsung|oleh))*(?:\s*,?\s*(?:dan\s+|serta\s+)?⟨PER\d+⟩){1,4})(?=\s+(?:di|pada)\b)"
)


_CEREMONY = Pattern(
    r"(?i)^$|^[\"“]?turut|andatangan|diteken|deklarasi|ikrar|\b(?:acara|kegiatan|prosesi)\b"
)


_PAPERS = ("Naskah", "Dokumen", "Perjanjian")


def told_before(context: Context, view: View) -> str:
    """Return the agreement that the sentence before told, or empty."""
    made = [e for e in context.sink.entities.values() if e.id.startswith("agr:")]
    number = view.sentence.number
    before = context.views[number - 1].sentence if number else view.sentence
    near = [e.id for e in made if before.start <= e.start < view.sentence.start]
    return near[-1] if near else ""


# "Deklarasi ini merupakan tindak lanjut nota kesepahaman": the one carries out the other.
_FOLLOWS = Pattern(
    rf"^(?P<text>{TEXTS})\s+(?:\w+\s+)?(?:ini|itu|tersebut)\s+(?:merupakan|adalah|menjadi|sebagai)\s+(?:bentuk\s+)?"
    rf"(?:tindak\s+lanjut|turunan|pelaksanaan|implementasi)\s+(?:dari\s+|atas\s+)?(?P<of>{TEXTS})"
)


def follow_up(context: Context, view: View) -> None:
    """Claim that one agreement carries out another that the document tells of."""
    found = _FOLLOWS.match(view.sentence.text)
    if found is None:
        return
    one = context.only_event(class_of(found["text"]))
    other = context.only_event(class_of(found["of"]))
    if one and other and one != other:
        start = view.sentence.start
        span = start + found.start(), start + found.end()
        context.sink.claim(one, "implements", other, span, is_object=True, confidence=0.85)


def terms(context: Context, view: View) -> None:
    """Claim number, scope and witnesses of an agreement, told in a sentence of their own."""
    id_ = context.only_event(*CLASSES)
    id_ = id_ or told_before(context, view)
    if not id_:
        return
    _validity(context, view, id_)
    if NOT_YET.search(view.masked):
        return
    sink, text = context.sink, view.sentence.text
    cls = sink.entities[id_].cls
    found = _NUMBERED.search(text)
    if found and (found["text"] in _PAPERS or class_of(found["text"]) == cls):
        start = view.sentence.start + found.start("number")
        span = start, start + len(found["number"])
        sink.claim(id_, "number", found["number"], span, voice=context.voice(start))
    _initiators(context, view, id_)
    held = _HELD.match(view.masked)
    if held is not None and "date" not in sink.told_of(id_):
        details(context, view, held, id_, context.voice(view.sentence.start))
    found = _SCOPE.search(text)
    if found and (not found["text"] or class_of(found["text"]) == cls):
        _aims(context, id_, view.sentence.start + found.end(), view.sentence.end)
    seen = _WITNESSED.search(view.masked)
    if seen and _CEREMONY.search(view.masked[: seen.start()]):
        for item in view.within(seen.start("who"), seen.end("who"), Kind.PERSON):
            if person := context.registry.of(item):
                span = view.offset(seen.start()), item.end
                sink.claim(id_, "witness", person, span, is_object=True, confidence=0.85)


_HOLDS = pattern(
    rf"(?i:{TEXTS}|naskah|dokumen|perjanjian|kerja\s?sama|kesepakatan|kemitraan|^masa\s+berlaku(?:nya)?)\b(?:[^.;\"“⟨]|⟨(?:LOC|PNT|DAT|NUM|ORG)\d+⟩){{0,90}}?\s"
    r"(?P<until>(?:mulai\s+berlaku|berlaku(?!\s+(?:sekarang|saat|kini))|berakhir|kedaluwarsa|hingga|sampai)\b[^.;\"“]{0,80})"
)
_FROM_DAY = pattern(r"\b(?:mulai|sejak|terhitung)\s+(?:tanggal\s+|berlaku\s+)?{DAT:date}")
_TO_DAY = pattern(
    r"\b(?:hingga|sampai(?:\s+dengan)?|berakhir|kedaluwarsa)\s+(?:pada\s+|tanggal\s+|akhir\s+|tahun\s+)*{DAT:date}"
)

_ENDING = Pattern(r"\bakan\s+(?=berakhir|kedaluwarsa)")
# "Deklarasi diprakarsai Jaringan X dan didukung BP3MI NTT"
_INITIATED = pattern(
    r"^(?:Deklarasi|Kesepakatan|Perjanjian|Kerja\s?sama|Nota\s+kesepahaman|Inisiatif)(?:\s+(?:itu|tersebut|ini|bersama))?\s+"
    r"(?:diprakarsai|digagas|diinisiasi)\s+(?:oleh\s+)?(?P<by>{ORG}(?:\s*(?:,|dan|serta|bersama)\s*{ORG})*)"
)


def _initiators(context: Context, view: View, id_: str) -> None:
    found = _INITIATED.match(view.masked)
    for item in view.within(found.start("by"), found.end("by"), Kind.ORG) if found else ():
        if org := context.registry.of(item):
            span = item.start, item.end
            context.sink.claim(id_, "initiatedBy", org, span, is_object=True, confidence=0.85)


def _validity(context: Context, view: View, id_: str) -> None:
    """Claim from when and until when an agreement holds, where days are told."""
    _ends_after(context, view, id_)
    found = _HOLDS.search(view.masked)
    if found and NOT_YET.search(_ENDING.sub("", view.masked)):
        return
    for prop, rule in (("startDate", _FROM_DAY), ("endDate", _TO_DAY)) if found else ():
        told = rule.search(found["until"]) if found else None
        item = view.item(told, "date") if told else None
        if item is not None and item.key and "/" not in item.key:
            context.sink.claim(id_, prop, item.key, (item.start, item.end), confidence=0.85)


def _ends_after(context: Context, view: View, id_: str) -> None:
    """Claim when an agreement ends that holds for some time from the day of its signing."""
    found = deadlines.TERM.search(view.sentence.text)
    if found is None or NOT_YET.search(view.sentence.text[: found.start()]):
        return
    claims = context.sink.claims.values()
    days = {c.value for c in claims if c.subject == id_ and c.property == "date"}
    end = deadlines.term_ends(found[0], days.pop()) if len(days) == 1 else ""
    if end:
        start = view.sentence.start
        span = start + found.start(), start + found.end()
        context.sink.claim(id_, "endDate", end, span, confidence=0.82)


def _aims(context: Context, id_: str, start: int, end: int) -> None:
    voice = context.voice(start)
    names = [i for i in context.registry_items if i.kind is Kind.ORG and start <= i.start < end]
    for begin, stop, notation in topics.find(context.text[start:end]):
        span = start + begin, start + stop
        # "Pelindungan Pekerja Migran" within the ministry's name is no aim.
        if notation in _OBJECTIVES and not any(i.start <= span[0] < i.end for i in names):
            context.sink.claim(id_, "objective", notation, span, voice=voice, confidence=0.85)


def class_of(words: str) -> str:
    """Return the class of the agreement that a word for its text names."""
    low = words.casefold()
    if "deklarasi" in low or "ikrar" in low:
        return "Declaration"
    if "kerja" in low or low in ("pks", "perjanjian"):
        return "CooperationAgreement"
    if "kesepahaman" in low or low == "mou" or "memorandum" in low:
        return "MemorandumOfUnderstanding"
    return "Agreement"


def label_of(cls: str) -> str:
    """Return the words that an agreement of a class is shown with."""
    return {
        "Declaration": "Deklarasi bersama",
        "MemorandumOfUnderstanding": "Nota kesepahaman",
        "CooperationAgreement": "Perjanjian kerja sama",
    }.get(cls, "Kesepakatan")


def details(context: Context, view: View, found: re.Match[str], id_: str, voice: Voice) -> None:
    """Claim day, number, place and aims of an agreement from the sentence that makes it."""
    sink = context.sink
    if found.groupdict().get("formal"):
        span = view.offset(found.start("formal")) - len("secara "), view.offset(found.end())
        sink.claim(id_, "formality", "official", span, voice=voice)
    if (day := _day(view, found)) is not None:
        original = day.text if day.text != day.key else None
        sink.claim(id_, "date", day.key, (day.start, day.end), voice=voice, original=original)
    if _SAME_OCCASION.search(view.masked) and "date" not in sink.told_of(id_):
        _same_day(context, id_)
    for item in view.within(found.start(), len(view.masked), Kind.NUMBER):
        sink.claim(id_, "number", item.key, (item.start, item.end), voice=voice)
    _place(context, view, found, id_, voice)
    _later(context, view, found, id_)
    _subject(context, view, found, id_, voice)


_OPENS = pattern(r"^[\"“]?(?:Sebelumnya,?\s+)?(?:[Pp]ada\s+)?{DAT:date}(?:\s+(?:lalu|silam))?\s*,")
_VALIDITY = Pattern(
    r"(?i)\b(?:berlaku|hingga|sampai|terhitung|mulai|berakhir|paling|lambat)\b[^⟨]{0,30}$"
)


def _day(view: View, found: re.Match[str]) -> Item | None:
    """Return the day of signing: the first date from the match on, or one before the clause.

    Until when it holds is another day.
    """
    for item in view.within(found.start(), len(view.masked), Kind.DATE):
        before = view.masked[: masked_at(view, item)]
        if item.key and "/" not in item.key and not _VALIDITY.search(before):
            return item
    opening = _OPENS.match(view.masked)
    day = view.item(opening, "date") if opening else None
    return day if day is not None and day.key and "/" not in day.key else None


_SAME_OCCASION = Pattern(
    r"(?i)\b(?:pada|dalam|di)\s+(?:kesempatan|acara|tempat|hari|momen|momentum)\s+(?:yang\s+sama|itu|tersebut|ini)\b"
)


def _same_day(context: Context, id_: str) -> None:
    """Give an agreement the day of the one that was told before it."""
    days = [
        c
        for c in context.sink.claims.values()
        if c.property == "date" and c.subject.startswith("agr:") and c.subject != id_
    ]
    if len({c.value for c in days}) == 1:
        span = days[0].start, days[0].end
        context.sink.claim(
            id_, "date", days[0].value, span, original=days[0].original, confidence=0.78
        )


_AT = pattern(
    r"\b(?:di|bertempat\s+di)\s+"
    r"(?:[A-Z][^⟨.,]{0,40}(?:⟨(?:RNK|PER|POS)\d+⟩(?:\s*⟨LOC\d+⟩(?=,\s+⟨LOC))?[^⟨.,]{0,30}){0,2},?\s+)?{LOC:place}"
)


def _place(context: Context, view: View, found: re.Match[str], id_: str, voice: Voice) -> None:
    settings.held_in_office(context, id_, "locatedIn", settings.of(context, view, found.end()))
    behind = _AT.finditer(view.masked, found.end())
    at = next((one for one in behind if not _is_matter(view, one)), None)
    if at is None and found[0].casefold().startswith("penanda"):
        at = _AT.search(view.masked, found.start())
    place = context.registry.of(view.item(at, "place")) if at else ""
    if at and place and not re.search(r"\basal\s*$|wilayah\s*$", view.masked[: at.start()]):
        span = view.span(at)
        context.sink.claim(
            id_, "locatedIn", place, span, is_object=True, voice=voice, confidence=0.85
        )


def _is_matter(view: View, at: re.Match[str]) -> bool:
    """Whether a country is where those work whom the text is about: ``pekerja di Malaysia``."""
    place = view.item(at, "place")
    is_country = place is not None and place.cls == "Country"
    return is_country and _MATTER.search(view.masked[: at.start()]) is not None


_MATTER = Pattern(
    r"(?i)\b(?:pekerja|migran|PMI|TKI|WNI|tenaga\s+kerja|warga(?:\s+negara)?|bekerja|penempatan)(?:\s+(?:⟨LOC\d+⟩|Indonesia|domestik|sektor\s+\w+))?\s+$"
)


def _later(context: Context, view: View, found: re.Match[str], id_: str) -> None:
    """Claim day and place that stand before the deed, or in the sentence behind.

    ``Bertempat di A, Senin (3/2), B dan C meneken``, ``Kegiatan ini berlangsung di A``.
    """
    told = context.sink.told_of(id_)
    setting = settings.of(context, view, found.end())
    day = setting.day if "date" not in told else None
    here = range(view.offset(found.start()), view.sentence.end)
    if day is not None and day.start not in here and "/" not in day.key:
        context.sink.claim(id_, "date", day.key, (day.start, day.end), confidence=0.8)
    for place in setting.places[:1] if "locatedIn" not in told else ():
        if place.start not in here:
            span, spot = (place.start, place.end), context.registry.of(place)
            context.sink.claim(id_, "locatedIn", spot, span, is_object=True, confidence=0.8)


_OBJECTIVES = frozenset(
    [
        "prevention",
        "enforcement",
        "migrant-protection",
        "victim-protection",
        "tppo-eradication",
        "tppo-handling",
        "data-exchange",
        "repatriation",
        "training",
        "placement",
        "supervision",
        "reintegration",
        "awareness",
    ]
)


def _subject(context: Context, view: View, found: re.Match[str], id_: str, voice: Voice) -> None:
    """Claim the topic and the aims that the object of the verb names."""
    start, end = view.offset(found.end()), view.sentence.end
    text = context.text[start:end]
    crime = topics.NAMED.search(text)
    if crime:
        span = start + crime.start(), start + crime.end()
        context.sink.claim(id_, "topic", "tppo", span, voice=voice)
    _aims(context, id_, start, end)
