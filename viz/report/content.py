"""What an evidence pack says, as plain data; the PDF and the DOCX are both made from it.

Foreign text is data here and in both writers: it is never read as markup, and characters
that deceive the eye are written out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from graph.services.citations import Citation
from graph.services.dossier import Dossier
from graph.services.entities import EntityView, Fact
from graph.services.stages import rule as stages_rule
from ontology.claim import Claim, Document
from ontology.model import Language, Ontology
from viz import texts as pictures
from viz.clean import visible
from viz.report.texts import text


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source of a fact: number of the source, who says so and how, where, the excerpt."""

    number: int
    how: str
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: property, value, a mark where sources differ, and its evidence."""

    property: str
    value: str
    mark: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """An entity: heading, class and id, and its facts."""

    heading: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A whole pack. Texts are ready to be shown; ``labels`` are its fixed words.

    Attributes:
        title, subtitle: On the cover. ``notices``: below it, the presumption first.
        summary: Pairs of label and value.
        notes: Paragraphs of whoever kept the matter. ``pinned``: the evidence they pinned.
        focus, related, stages, licences: Entities by chapter.
        conflicts: Facts on which sources disagree, with the entity in front.
        sources: One row per document: number, title, publisher and date, address, hash.
        claims: One row per claim: id, subject, property, value, source, place.
    """

    language: Language
    title: str
    subtitle: str
    notices: tuple[str, ...]
    summary: tuple[tuple[str, str], ...]
    is_picture_cut: bool
    focus: tuple[Section, ...]
    stages: tuple[Section, ...]
    licences: tuple[Section, ...]
    related: tuple[Section, ...]
    left_out: str
    conflicts: tuple[Row, ...]
    sources: tuple[tuple[str, ...], ...]
    claims: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    pinned: tuple[Row, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


def compose(dossier: Dossier, ontology: Ontology, language: Language, made: str) -> Content:
    """Return what a pack says about a matter.

    Args:
        dossier: The matter.
        ontology: Labels of modalities and properties.
        language: Of all fixed text and labels.
        made: Moment of making, as people read it.
    """
    numbers = {d.id: i for i, d in enumerate(dossier.documents, 1)}
    writer = _Writer(ontology, language, numbers)
    stages = dossier.of_class(ontology, "LegalStage")
    licences = [
        *dossier.of_class(ontology, "LicenceAction"),
        *dossier.of_class(ontology, "Licence"),
    ]
    apart = {e.id for e in (*stages, *licences, *dossier.focus)}
    case = dossier.case
    return Content(
        language=language,
        title=visible(case.name if case else ", ".join(e.caption for e in dossier.focus)),
        subtitle=text("title", language),
        notices=(
            pictures.text("presumption", language),
            stages_rule(ontology).in_(language),
            text("grades", language),
            *(note.in_(language) for e in dossier.focus[:1] for note in e.notes),
        ),
        summary=_summary(dossier, language, made),
        is_picture_cut=dossier.network.is_truncated,
        focus=tuple(writer.section(e) for e in dossier.focus),
        stages=tuple(writer.section(e) for e in stages),
        licences=tuple(writer.section(e) for e in licences if e not in dossier.focus),
        related=tuple(writer.section(e) for e in dossier.related if e.id not in apart),
        left_out=_left_out(dossier, language),
        conflicts=tuple(writer.row(f, entity=e) for e, f in dossier.conflicts),
        sources=tuple(_source(numbers[d.id], d, language) for d in dossier.documents),
        claims=tuple(writer.claims(dossier)),
        notes=tuple(visible(line) for line in case.notes.splitlines() if line) if case else (),
        pinned=tuple(writer.pinned(dossier)),
        labels={key: text(key, language) for key in _LABELS},
    )


_LABELS = [
    "summary",
    "notes",
    "pinned",
    "picture",
    "picture_cut",
    "stages",
    "stages_rule",
    "licences",
    "facts",
    "related",
    "conflicts",
    "no_conflicts",
    "sources",
    "claims",
    "claims_rule",
    "property",
    "value",
    "evidence",
    "entity",
    "id",
    "place",
    "source",
    "published",
    "verify",
    "page",
]


def _left_out(dossier: Dossier, language: Language) -> str:
    if not dossier.left_out:
        return ""
    return text("case_left_out" if dossier.case else "left_out", language, n=dossier.left_out)


def _summary(dossier: Dossier, language: Language, made: str) -> tuple[tuple[str, str], ...]:
    origins = {d.origin_key for d in dossier.documents}
    # What stands on a canvas may be hundreds; the list of claims names them.
    about = [] if dossier.case else [(text("id", language), ", ".join(e.id for e in dossier.focus))]
    rows = [
        *about,
        (text("entities", language), str(len(dossier.entities))),
        (text("claims_count", language), str(len(dossier.claims))),
        (text("documents", language), str(len(dossier.documents))),
        (text("origins", language), str(len(origins))),
        (text("conflicts", language), str(len(dossier.conflicts))),
        (text("made", language), made),
        (text("state", language), dossier.digest),
    ]
    if dossier.as_of:
        rows.append((text("as_of", language), dossier.as_of))
    return tuple(rows)


def source_hash(document: Document) -> str:
    """Return the SHA-256 of a source: of its text where that was read, else of its record."""
    return document.sha256 or hashlib.sha256(msgspec.json.encode(document)).hexdigest()


def _source(number: int, document: Document, language: Language) -> tuple[str, ...]:
    kind = "text_hash" if document.sha256 else "record_hash"
    where = ", ".join(filter(None, (document.publisher, document.published)))
    grade = f"{text('reliability', language)} {document.reliability}"
    return (
        str(number),
        visible(document.title),
        visible(f"{where}; {grade}"),
        visible(document.url or ""),
        f"{text(kind, language)}: {source_hash(document)}",
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    ontology: Ontology
    language: Language
    numbers: Mapping[str, int]

    def section(self, entity: EntityView) -> Section:
        """Return an entity with all its facts."""
        rows = [self.row(fact) for fact in entity.facts]
        return Section(
            heading=visible(entity.caption),
            note=f"{entity.class_label.in_(self.language)} · {entity.id}",
            rows=tuple(rows),
        )

    def row(self, fact: Fact, entity: EntityView | None = None) -> Row:
        """Return a fact; with an entity, its caption stands before the property."""
        label = fact.label.in_(self.language)
        mark = ""
        if fact.is_conflicting:
            mark = text("conflicting", self.language)
            if fact.is_picked:
                mark += f"; {text('picked', self.language)}"
        return Row(
            property=visible(f"{entity.caption}: {label}" if entity else label),
            value=visible(fact.shown),
            mark=mark,
            evidence=tuple(self._evidence(c) for c in fact.citations),
        )

    def _evidence(self, citation: Citation) -> Evidence:
        parts = [f"{citation.reliability}{citation.credibility}"]
        if citation.said_by:
            chain = " ← ".join(citation.said_by)
            parts.append(f"{text('according_to', self.language)} {chain}")
        if citation.modality != "stated":
            concept = self.ontology.scheme("modalities").concept(citation.modality)
            parts.append(concept.label.in_(self.language))
        if citation.locator:
            parts.append(citation.locator)
        elif citation.start is not None:
            parts.append(f"{citation.start}–{citation.end}")
        return Evidence(
            self.numbers[citation.document],
            visible(", ".join(parts)),
            visible(citation.quote or ""),
        )

    def pinned(self, dossier: Dossier) -> list[Row]:
        """Return one row per pinned claim: its fact with all evidence, its entity in front."""
        if dossier.case is None:
            return []
        facts = {c.claim: (f, e) for e in dossier.entities for f in e.facts for c in f.citations}
        claims = {s.id: s.claim for s in dossier.claims}
        rows = (
            self.row(*facts[key]) if key in facts else self._bare(claims[key])
            for key in dossier.case.pinned
        )
        return list(dict.fromkeys(rows))

    def _bare(self, claim: Claim) -> Row:
        """Return a claim about something that is not described itself, such as a link."""
        place = claim.locator or f"{claim.start}–{claim.end}"
        number, quote = self.numbers.get(claim.document, 0), visible(claim.quote or "")
        name = visible(f"{claim.subject}: {claim.property}")
        return Row(name, visible(claim.value), "", (Evidence(number, visible(place), quote),))

    def claims(self, dossier: Dossier) -> list[tuple[str, ...]]:
        """Return one row per claim."""
        rows = []
        for stored in dossier.claims:
            claim = stored.claim
            place = claim.locator or f"{claim.start}–{claim.end}"
            number = self.numbers.get(claim.document, 0)
            rows.append(
                (stored.id, claim.subject, claim.property, claim.value, f"[{number}]", place)
            )
        return [tuple(visible(cell) for cell in row) for row in rows]
