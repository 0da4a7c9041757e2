"""Aims, hopes, judgements and risks: objectives, expected outcomes, beneficiaries, places at risk.

Owns which event an aim or a hope is told of: the one that words point back to, that the sentence
itself tells of, or the only one of the kind that its noun names.
"""

from __future__ import annotations

import re

from loaders.text import topics
from loaders.text.context import Context
from loaders.text.directives import population_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_HOPED = Pattern(r"\b(?:diharapkan|berharap|harapan(?:nya)?)\b")
_AIMED = Pattern(
    r"\b(?:bertujuan|bertujuannya|tujuan(?:nya)?|dimaksudkan|dalam\s+rangka|sebagai\s+(?:(?:salah\s+satu|bagian(?:\s+dari)?)\s+)?(?:upaya|langkah|bentuk)|guna|untuk)\s+(?:[a-z]+\s+){0,3}?(?=[a-z])"
)
# How far behind the word for an aim its first word may stand.
_NEAR = 45
_EVENTS = {
    "Outreach": "sosialisasi|penyuluhan|edukasi|diseminasi|seminar|workshop|kampanye",
    "Meeting": "rapat|rakor|pertemuan|audiensi|kunjungan|konsultasi|forum|diskusi|dialog",
    "Declaration": "deklarasi",
    "MemorandumOfUnderstanding": "mou|nota kesepahaman|kerja sama|penandatanganan",
    "CooperationAgreement": "perjanjian|kerja sama|penandatanganan",
    "Formation": "pembentukan",
}
_POINTS = Pattern(
    r"^[\"“]?(?:(?:Melalui|Lewat|Dengan|Dari|Adapun|Tujuan|Menurutnya,|Selain\s+itu,)\s+(?:adanya\s+)?)?(?P<noun>(?i:kegiatan|acara|"
    + "|".join(_EVENTS.values())
    + r"))\b(?:\s+[a-z]+){0,3}?(?:\s+(?:ini|itu|tersebut|kali\s+ini)\b"
    r"|\s+(?=bertujuan|diharapkan|dimaksudkan|digelar|dilaksanakan))"
)
_OUTCOMES = frozenset(
    [
        "prevention",
        "enforcement",
        "migrant-protection",
        "victim-protection",
        "tppo-eradication",
        "coordination",
        "supervision",
        "awareness",
        "prosecution",
    ]
)
_FROM = pattern(r"\bpekerja\s+migran\s+(?:asal|dari)\s+{LOC:place}")
_FOR = pattern(
    r"\b(?:penting|bermanfaat|berarti|berdampak)\s+(?:sekali\s+)?bagi\s+(?P<all>"
    r"(?:masyarakat|warga)\s+{LOC:place})"
)
_AT_RISK = pattern(
    r"\b(?:wilayah|daerah|provinsi)\s+(?:yang\s+)?(?:rentan|rawan)(?:\s+(?:seperti"
    r"|yakni|yaitu))\s+{LOC:place}"
)
_RISKY_AREA = Pattern(
    (
        r"\bdaerah\s+yang\s+rawan\s+(?:menjadi\s+(?:target|sasaran)\s+)?(?:tppo"
        r"|tindak\s+pidana\s+perdagangan\s+orang|perdagangan\s+orang)"
    ),
    re.IGNORECASE,
)
_MARKS = pattern(
    r"\bmenandai\s+(?:langkah\s+awal\s+)?(?P<all>(?:sinergi|kerja\s?sama|kolaborasi)"
    r"(?:\s+lintas\s+\w+)?)"
)
_DRIVES = pattern(
    r"\bakan\s+(?:mendorong|melahirkan|diikuti)\s+(?P<all>(?:strategi|program|langkah)"
    r"[^⟨.,]{0,60}?)\s+(?:bersama|dengan)\s+{ORG:partner}"
)
_EFFORT = frozenset({"tppo-eradication", "tppo-handling", "prevention", "migrant-protection"})


def find(context: Context) -> None:
    """Claim what body sentences hope for, judge, or warn of."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _risks(context, view)
        subject = _subject(context, view)
        if aim := subject or _meant(context, view):
            _aims(context, view, aim)
        subject = subject or aim
        if subject:
            _hopes(context, view, subject)
            _cooperation(context, view, subject)
            _programme(context, view, subject)
            _benefits(context, view, subject)


def _subject(context: Context, view: View) -> str:
    """Return the agreement or event that the sentence speaks of by pointing back."""
    start, end = view.whole
    for (begin, stop), id_ in sorted(context.anaphors.items()):
        if start <= begin and stop <= end and id_.startswith(("agr:", "evt:")):
            return id_
    return ""


def _meant(context: Context, view: View) -> str:
    """Return the event that the noun at the head of a sentence means, or that it tells of."""
    found = _POINTS.match(view.masked)
    if found is None:
        here = [
            id_
            for cls in _EVENTS
            for id_ in context.events.get(cls, ())
            if view.sentence.start <= context.sink.entities[id_].start < view.sentence.end
        ]
        return here[0] if len(here) == 1 else ""
    noun = found["noun"].casefold()
    fitting = [cls for cls, nouns in _EVENTS.items() if noun in nouns.split("|")] or list(_EVENTS)
    event = context.only_event(*fitting)
    is_before = event and context.sink.entities[event].start < view.sentence.end
    return event if is_before else ""


def _aims(context: Context, view: View, subject: str) -> None:
    """Claim what an event is to serve, told right behind a word for its aim."""
    at = max(0, context.sink.entities[subject].start - view.sentence.start)
    is_here = context.sink.entities[subject].start >= view.sentence.start
    for found in _AIMED.finditer(view.sentence.text, at if is_here else 0):
        start = view.sentence.start + found.end()
        words = context.text[start : view.sentence.end]
        for begin, stop, notation in topics.find(words):
            if notation in _OUTCOMES and begin < _NEAR:
                span = start + begin, start + stop
                voice = context.voice(span[0]).as_("goal")
                context.sink.claim(subject, "objective", notation, span, voice=voice)


def _hopes(context: Context, view: View, subject: str) -> None:
    found = _HOPED.search(view.masked)
    if found is None:
        return
    start, end = view.offset(found.end()), view.sentence.end
    voice = context.voice(start).as_("expectation")
    for begin, stop, notation in topics.find(context.text[start:end]):
        if notation in _OUTCOMES:
            span = start + begin, start + stop
            context.sink.claim(
                subject, "expectedOutcome", notation, span, voice=voice, confidence=0.85
            )
    if people := _FROM.search(view.masked, found.end()):
        place = context.registry.of(view.item(people, "place"))
        if place:
            span = view.span(people)
            population = population_of(context, span, "")
            context.sink.claim(population, "origin", place, span, is_object=True, confidence=0.95)
            context.sink.claim(
                subject,
                "beneficiary",
                population,
                span,
                is_object=True,
                voice=voice,
                confidence=0.85,
            )


def _benefits(context: Context, view: View, subject: str) -> None:
    if found := _FOR.search(view.masked):
        place = context.registry.of(view.item(found, "place"))
        if place:
            span = view.span(found, "all")
            population = population_of(context, span, place)
            voice = context.voice(span[0]).as_("evaluation")
            context.sink.claim(
                subject,
                "beneficiary",
                population,
                span,
                is_object=True,
                voice=voice,
                confidence=0.85,
            )


def _cooperation(context: Context, view: View, subject: str) -> None:
    found = _MARKS.search(view.masked)
    if found is None:
        return
    sink, span = context.sink, view.span(found, "all")
    voice = context.voice(span[0])
    id_ = sink.scoped("coop", "sinergi")
    sink.entity(id_, "Partnership", context.text[span[0] : span[1]].capitalize(), span)
    sink.claim(
        subject, "outcome", id_, view.span(found), is_object=True, voice=voice.as_("evaluation")
    )
    effort = topics.first(context.text[span[1] : view.sentence.end], _EFFORT)
    if effort:
        begin, stop, notation = effort
        sink.claim(
            id_, "objective", notation, (span[1] + begin, span[1] + stop), voice=voice.as_("goal")
        )


def _programme(context: Context, view: View, subject: str) -> None:
    found = _DRIVES.search(view.masked)
    if found is None:
        return
    sink, span = context.sink, view.span(found, "all")
    voice = context.voice(span[0]).as_("expectation")
    id_ = sink.scoped("prog", "lanjutan")
    sink.entity(
        id_, "Programme", " ".join(context.text[span[0] : span[1]].split()).capitalize(), span
    )
    sink.claim(
        subject, "outcome", id_, view.span(found), is_object=True, voice=voice, confidence=0.85
    )
    partner = view.item(found, "partner")
    org = context.registry.of(partner)
    if partner is not None and org:
        end = partner.start, partner.end
        sink.claim(id_, "party", org, end, is_object=True, voice=voice, confidence=0.85)


def _risks(context: Context, view: View) -> None:
    sink = context.sink
    if found := _AT_RISK.search(view.masked):
        item = view.item(found, "place")
        place = context.registry.of(item)
        crime = topics.NAMED.search(view.sentence.text)
        if place and item is not None and crime:
            span = view.offset(found.start()), item.end
            voice = context.voice(span[0]).as_("evaluation")
            sink.claim(place, "atRiskOf", "tppo", span, voice=voice, confidence=0.85)
    if area := _RISKY_AREA.search(view.sentence.text):
        span = view.sentence.start + area.start(), view.sentence.start + area.end()
        voice = context.voice(span[0]).as_("evaluation")
        id_ = sink.entity(
            sink.scoped("plc", "daerah-rawan"), "Place", "Daerah yang rawan perdagangan orang", span
        )
        sink.claim(id_, "atRiskOf", "tppo", span, voice=voice, confidence=0.8)
