"""Claims of statements: who, in what form, about what, and what is supported."""

from __future__ import annotations

import re
from textwrap import shorten

from loaders.text import spoken, topics
from loaders.text.context import Context, Said
from loaders.text.draft import Voice
from loaders.text.patterns import Pattern
from loaders.text.view import View, pattern

_SUPPORT = pattern(
    r"\b(?P<verb>[Mm]engapresiasi|[Mm]endukung|[Mm]enyambut\s+baik|[Aa]presiasi\s+"
    r"(?:kepada|untuk|atas|terhadap))\s+(?:penuh\s+)?(?:(?:langkah|upaya|kinerja|komitmen|dukungan|kerja\s+keras|keberhasilan|respons|gerak|tindakan)\s+(?:cepat\s+|tegas\s+|nyata\s+)?)?"
    r"(?:dari\s+|jajaran\s+|pihak\s+|para\s+)*(?:{ORG:org})"
)
_WELCOME = Pattern(r"\b(?:[Mm]enyambut\s+baik|[Mm]endukung|[Mm]engapresiasi)\s+")
_ISSUE = Pattern(
    r"(?i)\b(?:isu|masalah|soal|terkait|tentang|kasus|mengenai)\b[^.]{0,28}?(?:tppo"
    r"|perdagangan\s+orang)"
)
_EXTRA = frozenset({"centre-region-collaboration"})


def claim(context: Context) -> None:
    """Claim every statement that was found."""
    for said in context.said:
        _one(context, said)


def _one(context: Context, said: Said) -> None:
    sink = context.sink
    span = said.evidence
    speaker = sink.entities[said.speaker].caption
    pieces = [piece for piece in said.pieces if not _is_protected(context, piece)]
    first, last = (pieces or [(said.start, said.end)])[0][0], said.end
    words = context.text[first:last].strip(' "“”') if pieces or not said.pieces else ""
    sink.entity(
        said.id,
        "Statement",
        f"{speaker}: {_short(words)}" if words else f"Pernyataan {speaker}",
        (said.start, said.end),
    )
    sink.claim(said.id, "speaker", said.speaker, span, is_object=True, confidence=said.confidence)
    form = "direct" if said.is_direct else "indirect"
    sink.claim(said.id, "quotationForm", form, span, confidence=0.95)
    voice = Voice(said.modality, (said.speaker,))
    for start, end in pieces:
        sink.claim(said.id, "statementText", context.text[start:end], (start, end), voice=voice)
    spoken.claim(context, said)
    _about(context, said)


def _is_protected(context: Context, piece: tuple[int, int]) -> bool:
    """Whether words hold a name of a victim or witness, which is kept nowhere."""
    return any(piece[0] <= start < piece[1] for start, _ in context.sink.protected)


def _short(words: str) -> str:
    """Return words on one line, ended between two of them where they are many."""
    return shorten(words, 80, placeholder="...")


def _about(context: Context, said: Said) -> None:
    sink, start, end = context.sink, said.start, said.end
    targets = [
        (span, id_)
        for span, id_ in sorted(context.anaphors.items())
        if start <= span[0] and span[1] <= end and not id_.startswith(("per:", "org:"))
    ]
    for span, id_ in targets:
        sink.claim(said.id, "about", id_, span, is_object=True, confidence=0.85)
    directive = _directive(context, said)
    if directive:
        targets.append(directive)
        sink.claim(said.id, "about", directive[1], directive[0], is_object=True)
    for number in said.views:
        _support(context, said, context.views[number])
    _topic(context, said, is_alone=not targets)


def _directive(context: Context, said: Said) -> tuple[tuple[int, int], str] | None:
    for id_ in context.events.get("Directive", []):
        for found in re.finditer(r"\b[Aa]rahan\b", context.text[said.start : said.end]):
            at = said.start + found.start()
            return (at, at + len(found[0])), id_
    return None


def _support(context: Context, said: Said, view: View) -> None:
    sink = context.sink
    for found in _SUPPORT.finditer(view.masked):
        item = view.item(found, "org")
        org = context.registry.of(item)
        if org and item is not None:
            span = view.offset(found.start()), item.end
            sink.claim(said.id, "supports", org, span, is_object=True)
            sink.claim(said.id, "about", org, (item.start, item.end), is_object=True)
    for found in _WELCOME.finditer(view.masked):
        after = view.offset(found.end())
        for (start, end), id_ in context.anaphors.items():
            if start == after:
                span = view.offset(found.start()), end
                sink.claim(said.id, "supports", id_, span, is_object=True)


def _topic(context: Context, said: Said, *, is_alone: bool) -> None:
    """Claim the topic: of statements about nothing else, or of a topic that stands out."""
    begin, stop = _content(said)
    text = context.text[begin:stop]
    allowed = None if is_alone else _EXTRA
    if is_alone and _ISSUE.search(text):
        allowed = frozenset({"tppo"})
    found = topics.first(text, allowed)
    if found is not None:
        start, end, notation = found
        span = begin + start, begin + end
        context.sink.claim(said.id, "topic", notation, span, confidence=0.85)


def _content(said: Said) -> tuple[int, int]:
    """Return where the words said stand: the speaker's own post is no topic of theirs."""
    start, end = said.evidence
    if said.is_direct or not (said.start <= start and end <= said.end):
        return said.start, said.end
    is_lead = start - said.start <= said.end - end
    return (end, said.end) if is_lead else (said.start, start)


def goals_of_organisations(context: Context) -> None:
    """Claim what a speaker says an organisation works for (``lembaganya dalam menangani ...``)."""
    allowed = frozenset({"tppo-handling", "tppo-eradication", "migrant-protection"})
    for said in context.said:
        for (start, end), id_ in sorted(context.anaphors.items()):
            if not id_.startswith("org:") or not (said.start <= start < said.end):
                continue
            found = topics.first(context.text[end : said.end], allowed)
            if found is not None and found[0] <= 30:
                span = start, end + found[1]
                voice = Voice("reported", (said.speaker,))
                context.sink.claim(id_, "objective", found[2], span, voice=voice, confidence=0.8)
