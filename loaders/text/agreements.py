"""Declarations, memoranda and cooperation agreements: parties, date, place, subject.

Owns the frame ``A bersama B dan C mendeklarasikan X pada D`` and its kin. Refuses a place that
the sentence does not give and parties that it does not join.
"""

from __future__ import annotations

import re

from loaders.text import commitments, topics
from loaders.text.commitments import CLASSES
from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.holdings import ensure_org
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_JOIN = r"(?:\s*(?:,\s*(?:dan|serta)|,|dan|serta|bersama(?:\s+dengan)?|dengan|&|/)\s*)"
_SECURED = r"(?:\s*\((?:[^)⟨]|⟨ORG\d+⟩){1,40}\)|\))?"
_PARTIES = rf"{{ORG}}{_SECURED}(?:{_JOIN}{{ORG}}{_SECURED})*"
_MANNER = (
    r"(?:\s*,)?\s+(?:(?:secara\s+(?P<formal>resmi)|resmi|telah|berhasil|sepakat"
    r"(?:\s+untuk)?|akhirnya|juga|kembali|hari\s+ini|sebelumnya|sudah|turut|lalu|kemudian"
    r"|baru\s+saja|lebih\s+dulu)\s+)*"
)
_TEXTS = (
    r"(?:[Nn]ota\s+[Kk]esepahaman|[Nn]ota\s+[Kk]esepakatan"
    r"|[Mm]emorandum\s+of\s+[Uu]nderstanding|MoU|MOU|"
    r"[Pp]erjanjian\s+[Kk]erja\s?[Ss]ama|PKS|[Kk]esepakatan\s+[Bb]ersama"
    r"|[Kk]omitmen\s+[Bb]ersama|[Dd]eklarasi(?:\s+[Bb]ersama)?|[Pp]akta\s+[Ii]ntegritas)"
)
_DECLARE = pattern(
    rf"(?P<parties>{_PARTIES}){_MANNER}(?P<verb>mendeklarasikan|menggelar\s+deklarasi"
    rf"|melakukan\s+deklarasi)\b"
)
_SIGN = pattern(
    rf"(?P<parties>{_PARTIES}){_MANNER}(?P<verb>menandatangani|meneken|teken"
    rf"|menyepakati|menjalin|tandatangani|menanda\s?tangani"
    rf"|(?:melakukan|menjalin|melaksanakan|menggelar|mengadakan)\s+penandatanganan)\s+(?:sebuah\s+|draf\s+)?(?P<text>{_TEXTS})"
)
_SIGNED = pattern(
    rf"(?P<text>{_TEXTS})(?:\s*\([^)]{{1,12}}\))?(?:(?!{_TEXTS})[^.\"“]){{0,120}}?\s+(?:antara"
    rf"|oleh)\s+(?P<parties>{_PARTIES})"
)
_WITH = pattern(
    rf"\s*(?:\([^)]{{1,30}}\)\s*)?(?:,\s*)?(?:dengan|bersama(?:\s+dengan)?)\s+"
    rf"(?P<parties>{_PARTIES})"
)
_BY_HEADS = pattern(
    rf"(?P<text>{_TEXTS})(?:[^⟨.\"“]{{0,20}}\s{{NUM}})?[^⟨.\"“]{{0,40}}?\s(?:ditandatangani|diteken)(?:\s+langsung)?(?:\s+oleh)?\s+"
    r"(?P<who>{PER}\s*(?:,?\s*dan|serta|bersama(?:\s+dengan)?|dengan)\s*{PER})"
)
_HEAD_WITH = pattern(
    r"(?P<head>{PER})\s*,?\s+(?:(?:saat|ketika|usai|dalam)\s[^⟨.\"“]{0,80}?\s)?(?:resmi\s+|telah\s+|sekaligus\s+|juga\s+)*(?:menandatangani|meneken|melakukan\s+penandatanganan)\s+(?:sebuah\s+|naskah\s+)?"
    rf"(?P<text>{_TEXTS})(?:\s*\([^)]{{1,12}}\))?\s+(?:dengan|bersama(?:\s+dengan)?)\s+(?P<other>{{ORG|PER}})"
)
_HEADS_SIGN = pattern(
    r"(?P<who>{PER}(?:\s*(?:,\s*(?:dan|serta)?|dan|serta|bersama(?:\s+dengan)?|dengan)\s*{PER})+)\s*,?\s+(?:resmi\s+|telah\s+|sepakat\s+)*"
    rf"(?:menandatangani|meneken|teken)\s+(?:sebuah\s+|naskah\s+)?(?P<text>{_TEXTS})"
)
_NOT_YET = re.compile(
    r"(?i)\b(?:akan|berencana|rencananya|belum|segera|hendak|diharapkan|bakal"
    r"|tengah\s+menyiapkan)\b"
)


_HEADS_DECLARE = pattern(
    r"(?P<who>{PER}(?:\s*(?:,|dan|serta|bersama(?:\s+dengan)?|dengan|,\s*(?:dan|serta))\s*{PER})+)"
    r"(?:\s*,?\s*(?:dan|serta)\s+[^⟨.,\"“]{0,60}?)?\s+(?:secara\s+(?P<formal>resmi)\s+|resmi\s+|telah\s+)*"
    r"(?P<text>mendeklarasikan|menggelar\s+deklarasi)\b"
)


def find(context: Context) -> None:
    """Find the agreements of a document, in the body first; titles only confirm parties."""
    for view in context.body():
        if view.sentence.role is Role.BODY:
            _in_sentence(context, view)
            _signatories(context, view)
            _terms(context, view)
            _follow_up(context, view)
    commitments.find(context)


def _in_sentence(context: Context, view: View) -> None:
    if found := _DECLARE.search(view.masked):
        _make(context, view, found, "Declaration")
    elif (found := _SIGN.search(view.masked)) or (
        (found := _SIGNED.search(view.masked)) and "andatangan" in view.masked.replace(" ", "")
    ):
        signed = view.masked.find("andatangan")
        if signed < 0 or found.re is not _SIGNED or not _NOT_YET.search(view.masked[:signed]):
            _make(context, view, found, _class_of(found["text"]))
    elif found := (
        _BY_HEADS.search(view.masked)
        or _HEADS_SIGN.search(view.masked)
        or _HEADS_DECLARE.search(view.masked)
    ):
        _between_heads(context, view, found)
    elif found := _HEAD_WITH.search(view.masked):
        _with_head(context, view, found)


def _with_head(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the agreement that somebody's head signs with an organisation."""
    head, other = view.item(found, "head"), view.item(found, "other")
    person, party = context.registry.of(head), context.registry.of(other)
    other_head = party if other is not None and other.kind is Kind.PERSON else ""
    if other_head:
        party = context.registry.org_of.get(other_head, "")
    org = context.registry.org_of.get(person, "")
    if head is None or other is None or not org or not party or org == party:
        return
    if _NOT_YET.search(view.masked[: found.end()]):
        return
    cls, span = _class_of(found["text"]), view.span(found)
    known = context.only_event(cls)
    id_ = known or context.sink.fresh("agr", cls.casefold())
    if not known:
        context.sink.entity(id_, cls, f"{_label(cls)}: {head.text}, {other.text}", span)
        context.add_event(cls, id_)
    voice, where = context.voice(span[0]), (head.start, head.end)
    ensure_org(context, org, span)
    context.sink.claim(id_, "signatory", person, where, is_object=True, voice=voice)
    context.sink.claim(id_, "party", org, span, is_object=True, voice=voice, confidence=0.8)
    if other_head:
        beside = other.start, other.end
        ensure_org(context, party, span)
        context.sink.claim(id_, "signatory", other_head, beside, is_object=True, voice=voice)
        context.sink.claim(id_, "party", party, span, is_object=True, voice=voice, confidence=0.8)
    else:
        _party(context, id_, other, voice)
    _details(context, view, found, id_, voice)


def _between_heads(context: Context, view: View, found: re.Match[str]) -> None:
    """Make the agreement that the heads of two organisations sign."""
    heads = view.within(found.start("who"), found.end("who"), Kind.PERSON)
    ids = [context.registry.of(head) for head in heads]
    orgs = [context.registry.org_of.get(id_, "") for id_ in ids]
    if len(set(orgs)) < 2 or not all(orgs) or _NOT_YET.search(view.masked[: found.end()]):
        return
    cls = _class_of(found["text"])
    known = context.only_event(cls)
    span = view.span(found)
    id_ = known or context.sink.fresh("agr", cls.casefold())
    if not known:
        names = ", ".join(dict.fromkeys(head.text for head in heads))
        context.sink.entity(id_, cls, f"{_label(cls)}: {names}", span)
        context.add_event(cls, id_)
    voice = context.voice(span[0])
    for head, person, org in zip(heads, ids, orgs, strict=True):
        ensure_org(context, org, span)
        where = head.start, head.end
        context.sink.claim(id_, "signatory", person, where, is_object=True, voice=voice)
        context.sink.claim(id_, "party", org, span, is_object=True, voice=voice, confidence=0.8)
    _details(context, view, found, id_, voice)


_SIGNING = pattern(
    rf"(?i:penandatanganan(?:nya)?(?:\s+{_TEXTS}|\s+(?:naskah|dokumen)[^⟨.]{{0,30}}|\s+(?:itu|tersebut|ini))?"
    rf"\s+(?:\w+\s+)?dilakukan\s+(?:langsung\s+)?oleh"
    rf"|(?i:{_TEXTS}|naskah|dokumen|perjanjian|kesepakatan)[^⟨.\"“]{{0,60}}?\s(?:ditandatangani|diteken)(?:\s+langsung)?(?:\s+oleh)?)"
    r"\s+(?P<who>{PER}(?:\s*(?:,|dan|serta|bersama|dengan|,\s*(?:dan|serta))\s*{PER})*)"
)


def _signatories(context: Context, view: View) -> None:
    """Claim who signed the one agreement of the document."""
    found = _SIGNING.search(view.masked)
    id_ = context.only_event(*CLASSES)
    if found is None or not id_ or _NOT_YET.search(view.masked[: found.end()]):
        return
    voice = context.voice(view.offset(found.start()))
    for item in view.within(found.start("who"), found.end("who"), Kind.PERSON):
        if person := context.registry.of(item):
            span = view.offset(found.start()), item.end
            context.sink.claim(id_, "signatory", person, span, is_object=True, voice=voice)


_NUMBERED = re.compile(
    rf"(?P<text>{_TEXTS}|Naskah|Dokumen|Perjanjian)[^.,;⟨\"“]{{0,40}}?\s(?:ber)?[Nn]omor\s*:?\s*(?P<number>\w[\w.-]*(?:/[\w.-]*\w){{2,6}})"
)
_SCOPE = re.compile(
    rf"^(?:(?:Ruang\s+lingkup|Cakupan)(?:nya)?\b|(?P<text>{_TEXTS})\s(?:[^\"“.]|\.(?=\S)){{0,80}}?\b(?:mencakup|meliputi)\b)"
)
_WITNESSED = pattern(
    r"\bdisaksikan(?:\s+langsung)?(?:\s+oleh)?\s+(?P<who>{PER}(?:\s*(?:,|dan|serta|,\s*(?:dan|serta))\s*{PER})*)"
)


# "Penandatanganan digelar di Hotel Majapahit, Senin (15/12)": place and day of the one told before.
_HELD = re.compile(
    r"^Penandatanganan(?:nya)?\b[^.⟨\"“]{0,40}?\b(?:digelar|berlangsung|dilakukan|dilaksanakan)\b(?=\s+(?:di|pada)\b)"
)
_CEREMONY = re.compile(r"(?i)andatangan|diteken|\b(?:acara|kegiatan|prosesi)\b")
_PAPERS = ("Naskah", "Dokumen", "Perjanjian")


def _told_before(context: Context, view: View) -> str:
    """Return the agreement that the sentence before told, or empty."""
    made = [e for e in context.sink.entities.values() if e.id.startswith("agr:")]
    number = view.sentence.number
    before = context.views[number - 1].sentence if number else view.sentence
    near = [e.id for e in made if before.start <= e.start < view.sentence.start]
    return near[-1] if near else ""


# "Deklarasi ini merupakan tindak lanjut nota kesepahaman": the one carries out the other.
_FOLLOWS = re.compile(
    rf"^(?P<text>{_TEXTS})\s+(?:\w+\s+)?(?:ini|itu|tersebut)\s+(?:merupakan|adalah|menjadi|sebagai)\s+(?:bentuk\s+)?"
    rf"(?:tindak\s+lanjut|turunan|pelaksanaan|implementasi)\s+(?:dari\s+|atas\s+)?(?P<of>{_TEXTS})"
)


def _follow_up(context: Context, view: View) -> None:
    """Claim that one agreement carries out another that the document tells of."""
    found = _FOLLOWS.match(view.sentence.text)
    if found is None:
        return
    one = context.only_event(_class_of(found["text"]))
    other = context.only_event(_class_of(found["of"]))
    if one and other and one != other:
        start = view.sentence.start
        span = start + found.start(), start + found.end()
        context.sink.claim(one, "implements", other, span, is_object=True, confidence=0.85)


def _terms(context: Context, view: View) -> None:
    """Claim number, scope and witnesses of an agreement, told in a sentence of their own."""
    id_ = context.only_event(*CLASSES)
    id_ = id_ or _told_before(context, view)
    if not id_ or _NOT_YET.search(view.masked):
        return
    sink, text = context.sink, view.sentence.text
    cls = sink.entities[id_].cls
    found = _NUMBERED.search(text)
    if found and (found["text"] in _PAPERS or _class_of(found["text"]) == cls):
        start = view.sentence.start + found.start("number")
        span = start, start + len(found["number"])
        sink.claim(id_, "number", found["number"], span, voice=context.voice(start))
    held = _HELD.match(view.masked)
    if held is not None and "date" not in sink.told_of(id_):
        _details(context, view, held, id_, context.voice(view.sentence.start))
    found = _SCOPE.search(text)
    if found and (not found["text"] or _class_of(found["text"]) == cls):
        _aims(context, id_, view.sentence.start + found.end(), view.sentence.end)
    seen = _WITNESSED.search(view.masked)
    if seen and _CEREMONY.search(view.masked[: seen.start()]):
        for item in view.within(seen.start("who"), seen.end("who"), Kind.PERSON):
            if person := context.registry.of(item):
                span = view.offset(seen.start()), item.end
                sink.claim(id_, "witness", person, span, is_object=True, confidence=0.85)


def _aims(context: Context, id_: str, start: int, end: int) -> None:
    voice = context.voice(start)
    names = [i for i in context.registry_items if i.kind is Kind.ORG and start <= i.start < end]
    for begin, stop, notation in topics.find(context.text[start:end]):
        span = start + begin, start + stop
        # "Pelindungan Pekerja Migran" within the ministry's name is no aim.
        if notation in _OBJECTIVES and not any(i.start <= span[0] < i.end for i in names):
            context.sink.claim(id_, "objective", notation, span, voice=voice, confidence=0.85)


def _class_of(words: str) -> str:
    low = words.casefold()
    if "deklarasi" in low:
        return "Declaration"
    if "kerja" in low or low == "pks":
        return "CooperationAgreement"
    if "kesepahaman" in low or low == "mou" or "memorandum" in low:
        return "MemorandumOfUnderstanding"
    return "Agreement"


def _make(context: Context, view: View, found: re.Match[str], cls: str) -> None:
    if _NOT_YET.search(view.masked[: found.end()]):
        return
    parties = view.within(found.start("parties"), found.end("parties"), Kind.ORG)
    tail = _WITH.match(view.masked, found.end())
    if tail:
        parties += view.within(tail.start("parties"), tail.end("parties"), Kind.ORG)
    ids = context.registry.many(parties)
    if len(ids) < 2:
        return
    sink = context.sink
    known = context.only_event(cls)
    id_ = known or sink.fresh("agr", cls.casefold())
    if not known:
        names = ", ".join(sink.entities[one].caption for one in ids)
        sink.entity(id_, cls, f"{_label(cls)}: {names}", view.span(found))
        context.add_event(cls, id_)
    voice = context.voice(view.offset(found.start()))
    for party in parties:
        if context.registry.of(party):
            _party(context, id_, party, voice)
    _details(context, view, found, id_, voice)


def _label(cls: str) -> str:
    return {
        "Declaration": "Deklarasi bersama",
        "MemorandumOfUnderstanding": "Nota kesepahaman",
        "CooperationAgreement": "Perjanjian kerja sama",
    }.get(cls, "Kesepakatan")


def _party(context: Context, id_: str, party: Item, voice: Voice) -> None:
    span = party.start, party.end
    context.sink.claim(
        id_, "party", context.registry.of(party), span, is_object=True, voice=voice, confidence=0.92
    )


def _details(context: Context, view: View, found: re.Match[str], id_: str, voice: Voice) -> None:
    sink = context.sink
    if found.groupdict().get("formal"):
        span = view.offset(found.start("formal")) - len("secara "), view.offset(found.end())
        sink.claim(id_, "formality", "official", span, voice=voice)
    for item in view.within(found.start(), len(view.masked)):
        if item.kind is Kind.DATE and item.key and "/" not in item.key:
            original = item.text if item.text != item.key else None
            sink.claim(
                id_, "date", item.key, (item.start, item.end), voice=voice, original=original
            )
            break
    if _SAME_OCCASION.search(view.masked) and "date" not in sink.told_of(id_):
        _same_day(context, id_)
    for item in view.within(found.end(), len(view.masked), Kind.NUMBER):
        sink.claim(id_, "number", item.key, (item.start, item.end), voice=voice)
    _place(context, view, found, id_, voice)
    _subject(context, view, found, id_, voice)


_SAME_OCCASION = re.compile(
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
    at = _AT.search(view.masked, found.end())
    place = context.registry.of(view.item(at, "place")) if at else ""
    if at and place and not re.search(r"\basal\s*$|wilayah\s*$", view.masked[: at.start()]):
        span = view.span(at)
        context.sink.claim(
            id_, "locatedIn", place, span, is_object=True, voice=voice, confidence=0.85
        )


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
