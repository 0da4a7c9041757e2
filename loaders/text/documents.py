"""What a document says of itself: title, section, author, publisher, picture, subject."""

from __future__ import annotations

import re

from loaders.text import dates, layout, outlets, topics
from loaders.text.context import Context
from loaders.text.layout import byline_name, section_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Block, Item, Kind, Role, Sentence
from loaders.text.view import View, pattern

_CREDIT = Pattern(
    r"(?i)\((?:sumber|foto|dok(?:umentasi)?\.?|ist(?:imewa)?|credit)\s*[:.]?\s*"
    r"(?P<who>[^)]*)\)|(?:sumber|dok\.?|kredit)\s*:\s*(?P<who2>[^).]+)"
)
_SPEAKING = pattern(
    r"{PER:person}\s+(?P<verb>berbicara|memberikan\s+(?:sambutan|keterangan)"
    r"|menyampaikan\s+sambutan|berpidato)"
)
_EVENT = pattern(
    r"\b(?:acara|kegiatan|penandatanganan)?\s*(?P<noun>deklarasi|penandatanganan"
    r"|kesepakatan)\b"
)
_TITLE_EVENT = Pattern(r"(?i)\bdeklarasi(?:\s+bersama)?\b|\bnota\s+kesepahaman\b|\bmou\b|\bpks\b")
_LOWER = frozenset({"dan", "di", "ke", "dari", "pada", "yang"})


_RELEASE = Pattern(r"(?im)^\W*(?:siaran|rilis|keterangan)\s+(?:pers|media)\b|^\W*press\s+release\b")
_TOP = 300


def class_of(text: str, given: str) -> str:
    """Return the class of a document: a release says at its top that it is one.

    Args:
        text: The document.
        given: Class known beside the text; only a plain article may be found to be a release.
    """
    is_release = given == "NewsArticle" and _RELEASE.search(text[:_TOP]) is not None
    return "OfficialRelease" if is_release else given


_CLOCK = Pattern(r"\b\d{1,2}[.:]\d\d(?:[.:]\d\d)?\b|\b(?:WIB|WITA|WIT)\b", re.IGNORECASE)
_UPDATED = Pattern(r"(?i)\b(?:diperbarui|diupdate|update[d]?|pembaruan)\b")
_LONGEST_STAMP = 14


def stamped(text: str) -> str | None:
    r"""Return the day of publication that a line above the text, or its dateline, states.

    >>> stamped("Tiga Orang Ditangkap\n\nRabu, 6 Agustus 2025 19:12 WIB\n\nPolda NTT menangkap.")
    '2025-08-06'
    >>> stamped("Tiga Orang Ditangkap\n\nKUPANG, 6 Agustus 2025 - Polda NTT menangkap tiga orang.")
    '2025-08-06'
    """
    for block in layout.blocks(text):
        if block.role is Role.BODY:
            return _first_day(block.text[slice(*outlets.lead(block.text))])
        is_stamp = block.role is Role.STAMP or (
            block.role is not Role.TITLE
            and len(block.text.split()) <= _LONGEST_STAMP
            and _CLOCK.search(block.text)
        )
        if is_stamp and not _UPDATED.search(block.text) and (day := _first_day(block.text)):
            return day
    return None


def _first_day(text: str) -> str | None:
    days = (item.key for item in dates.recognise(text) if item.kind is Kind.DATE)
    return next((day for day in days if len(day) == 10), None)


def claim(context: Context) -> None:
    """Claim what lines of the page other than the body say."""
    _title(context)
    for block in context.blocks:
        if span := section_of(block):
            value = context.text[span[0] : span[1]]
            context.sink.claim(context.document_id, "articleSection", value, span, confidence=0.95)
        _author(context, block)
        _credits(context, block)
    _publisher(context)
    number = 0
    for view in context.views:
        if view.sentence.role is Role.CAPTION:
            number += 1
            _caption(context, view, number)
    _subject(context)


def _title(context: Context) -> None:
    title = next((s for s in context.sentences if s.role is Role.TITLE), None)
    caption = context.meta.title or (title.text if title else "Dokumen tanpa judul")
    span = (title.start, title.end) if title else (0, 0)
    context.sink.entity(context.document_id, context.meta.cls, caption, span)
    if title:
        context.sink.claim(context.document_id, "name", title.text, span, confidence=0.95)


def _author(context: Context, block: Block) -> None:
    span = byline_name(block)
    if span is None or re.match(r"(?i)editor|redaktur|uploader", block.text):
        return
    name = context.text[span[0] : span[1]]
    words = name.split()
    if words and len(words) <= 5 and all(w[:1].isupper() or w in _LOWER for w in words):
        context.sink.claim(context.document_id, "author", name, span, confidence=0.95)


# "(Humas/DN)" behind the last sentence; "Editor: Dwi"; the number above a release
_SIGNATURE = Pattern(
    r"[.!?\"”]\s*\((?P<who>(?i:humas|biro|hms)[\w/ .,&-]{0,30}|[a-z]{2,4}(?:/[a-z]{2,4})+)\)\W*$"
)
_EDITED = Pattern(
    r"(?:^|[|/•]\s*)(?i:editor|redaktur)\s*:\s*(?P<who>[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){0,4})(?=\s*(?:$|[|/•]))"
)
# "Galuh Pramesti - detikNews"
_REPORTED = Pattern(
    r"^(?P<who>(?!Tim\b)[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){1,3})\s*[-–—|]\s*(?:detik\w+|[\w-]+\.(?:com|id|net|co\.id))$"
)
_FILED = Pattern(r"(?i)^(?:nomor|no\.?)\s*:?\s*(?P<who>[\w.-]+(?:/[\w.-]+){2,})\s*$")


def _credits(context: Context, block: Block) -> None:
    """Claim who edited or signed a text, and the number of a release."""
    if block.role in (Role.TITLE, Role.CAPTION):
        return
    rules = (_SIGNATURE, "credit"), (_EDITED, "credit"), (_FILED, "number"), (_REPORTED, "author")
    for rule, prop in rules:
        found = rule.search(block.text)
        if found and (rule is not _SIGNATURE or block.number >= len(context.blocks) - _LAST):
            span = block.start + found.start("who"), block.start + found.end("who")
            context.sink.claim(context.document_id, prop, found["who"], span, confidence=0.9)


_LAST = 3


def _publisher(context: Context) -> None:
    # Whom the text quotes ("mengutip Kompas.com") does not print it.
    printers = [
        item
        for item in context.registry_items
        if item.cls == "MediaOrganization" and item.source == "rule"
    ]
    for item in printers or _issuers(context):
        if publisher := context.registry.of(item):
            span = item.start, item.end
            context.sink.claim(
                context.document_id, "publisher", publisher, span, is_object=True, confidence=0.85
            )
            return


def _issuers(context: Context) -> list[Item]:
    """Return agencies in a dateline, ``Surabaya, KP2MI (12/3) –``, or above a release."""
    is_release = class_of(context.text, context.meta.cls) == "OfficialRelease"
    spans = []
    for block in context.blocks:
        if block.role is Role.BODY:
            _, end = outlets.lead(block.text)
            spans.append((block.start, block.start + end))
            if end:
                break
        elif is_release and block.role is not Role.TITLE:
            spans.append((block.start, block.start + len(block.text)))
    organisations = [item for item in context.registry_items if item.kind is Kind.ORG]
    return [o for o in organisations if any(a <= o.start and o.end <= b for a, b in spans)]


_TOOK_IT = Pattern(r"\s*[/|]")


def _caption(context: Context, view: View, number: int) -> None:
    sink, registry = context.sink, context.registry
    if not re.match(r"(?i)(?:foto|photo|gambar|ilustrasi|keterangan)", view.sentence.text):
        return
    image = sink.scoped("img", str(number))
    sink.entity(image, "Image", "Foto dalam artikel", view.whole)
    head = view.sentence.start, view.sentence.start + len(view.sentence.text.split(":")[0])
    sink.claim(image, "isPartOf", context.document_id, head, is_object=True, confidence=0.95)
    credit = _CREDIT.search(view.sentence.text)
    credit_start = view.sentence.start + credit.start() if credit else view.sentence.end
    if credit:
        for item in view.items:
            if item.kind is Kind.ORG and item.start >= credit_start and registry.of(item):
                span = credit_start + 1, item.end
                sink.claim(image, "credit", registry.of(item), span, is_object=True)
    for item in view.items:
        is_shown = item.kind is Kind.PERSON and item.start < credit_start
        # "Foto: Galih Prasetyo / detikJateng", "Foto: ANTARA/Kusuma Riana": who took it.
        is_author = _TOOK_IT.match(context.text, item.end) or context.text[item.start - 1] == "/"
        if is_shown and not is_author and registry.of(item):
            span = item.start, item.end
            sink.claim(image, "depicts", registry.of(item), span, is_object=True)
    _pictured_event(context, view, image)


def _pictured_event(context: Context, view: View, image: str) -> None:
    sink = context.sink
    event = context.only_event("Declaration", "MemorandumOfUnderstanding", "CooperationAgreement")
    noun = _EVENT.search(view.masked)
    if not event or noun is None:
        return
    span = view.span(noun)
    sink.claim(image, "depicts", event, span, is_object=True)
    if speaking := _SPEAKING.search(view.masked):
        person = context.registry.of(view.item(speaking, "person"))
        if person:
            relation = sink.fresh("rel", "participation")
            whole = view.offset(speaking.start()), span[1]
            sink.entity(relation, "Participation", "Pembicara dalam acara", whole)
            sink.claim(relation, "participant", person, whole, is_object=True)
            sink.claim(relation, "event", event, whole, is_object=True)
            sink.claim(relation, "role", "speaker", whole)


# So many sentences at the beginning may tell what the document is about.
_LEADING = 2
# What a first sentence names beside much else, and what no document is about by itself.
_LED_BY = frozenset(
    "tppo tppo-eradication tppo-handling migrant-protection irregular-migration online-scam"  # noqa: SIM905 - a list
    " smuggling illegal-recruitment repatriation safe-migration placement".split()
)
_TOLD = frozenset(
    "Arrest Interception Rescue Raid Repatriation Deportation Verdict CourtHearing Outreach"  # noqa: SIM905 - a list
    " Meeting Formation LicenceAction CyberTakedown Declaration MemorandumOfUnderstanding"
    " CooperationAgreement".split()
)


def _subject(context: Context) -> None:
    """Claim topic and event of the document from its title, else from its first sentence."""
    sink = context.sink
    title = next((s for s in context.sentences if s.role is Role.TITLE), None)
    body = [s for s in context.sentences if s.role is Role.BODY][:_LEADING]
    lead = next(iter(body), None)
    for line, allowed in ((title, None), *((line, _LED_BY) for line in body)):
        text = "" if line is None else line.text if line is title else _without_names(context, line)
        if line is not None and (found := topics.first(text, allowed)):
            start, end, notation = found
            span = line.start + start, line.start + end
            sink.claim(context.document_id, "topic", notation, span, confidence=0.9)
            break
    _leading_event(context, lead)
    _matter(context)
    if title is None:
        return
    event = context.only_event("Declaration", "MemorandumOfUnderstanding", "CooperationAgreement")
    named = _TITLE_EVENT.search(title.text)
    if event and named:
        span = title.start + named.start(), title.start + named.end()
        context.sink.claim(context.document_id, "about", event, span, is_object=True)


def _without_names(context: Context, line: Sentence) -> str:
    """Return a sentence in which names of organisations are blank: those are no topics."""
    text = line.text
    for item in context.views[line.number].items:
        if item.kind in (Kind.ORG, Kind.POST, Kind.REGULATION):
            start, end = item.start - line.start, item.end - line.start
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _leading_event(context: Context, lead: Sentence | None) -> None:
    """Claim that the document is about the one event that its first sentence tells of."""
    sink = context.sink
    if lead is None:
        return
    # "532 tersangka sejak satgas dibentuk": what was before is not what the document tells.
    told = _TOLD - {"Formation"} if "sejak" in lead.text else _TOLD
    led = [e for e in sink.entities.values() if e.cls in told and lead.start <= e.start < lead.end]
    if len(led) == 1:
        span = led[0].start, led[0].end
        sink.claim(context.document_id, "about", led[0].id, span, is_object=True, confidence=0.85)


_CRIME = Pattern(
    rf"(?i:\b(?:kasus|perkara|laporan|dugaan)\s+)(?:(?i:dugaan|pidana|kasus|perkara)\s+)*(?:{topics.NAMED.pattern})"
)


def _matter(context: Context) -> None:
    """Claim that the matter which the document tells of is one of trafficking."""
    case = context.sink.scoped("case", "1")
    found = _CRIME.search(context.text) if case in context.sink.entities else None
    if found is not None:
        context.sink.claim(case, "topic", "tppo", found.span(), confidence=0.85)
