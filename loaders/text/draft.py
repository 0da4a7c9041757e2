"""What extraction says: draft claims and the entities they are about.

Owns the shapes of the output contract and the collecting of claims without repetition. Refuses
a claim whose quote is not the text at its offsets: that would be a fault of ours, not of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its text.

    Attributes:
        published: EDTF date of publication; relative dates hang on it.
        cls: Class below ``Document``.
    """

    id: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    cls: str = "NewsArticle"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an entity, or points back to one.

    Attributes:
        cls: Ontology class, or ``concept:topics`` for the crime itself.
        entity: Id of an entity, or of a concept (``topics:tppo``).
        kind: ``name`` or ``anaphor``.
    """

    start: int
    end: int
    text: str
    cls: str
    entity: str
    kind: str = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity that claims are about.

    Attributes:
        names: Every form in which the text names it, in order of first appearance.
        start, end: Where the text first names it or says that it exists.
    """

    id: str
    cls: str
    caption: str
    names: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """One property of one entity, as the text says it; waits for review.

    Attributes:
        value: Literal, concept notation or entity id.
        is_object: Whether the value is the id of an entity.
        attributed_to: Who says so, nearest the document first.
        original: The value as printed where it differs.
    """

    subject: str
    property: str
    value: str
    is_object: bool
    start: int
    end: int
    quote: str
    modality: str = "stated"
    attributed_to: tuple[str, ...] = ()
    confidence: float = 0.9
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something the text may say that is not claimed, and why."""

    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a stretch of text, and how it is meant.

    Attributes:
        modality: Notation of ``modalities`` for plain statements within it.
        speakers: Entity ids, nearest the document first.
    """

    modality: str = "stated"
    speakers: tuple[str, ...] = ()

    def as_(self, modality: str) -> Voice:
        """Return the same speakers with another modality; what is denied stays denied."""
        return self if self.modality == "denied" else replace(self, modality=modality)


PLAIN = Voice()
"""The document itself states it."""


@dataclass(slots=True)
class Sink:
    """Collects entities, claims and refusals of one document.

    Args:
        text: The document; quotes are taken from it.
        key: Key that makes ids of this document its own.
    """

    text: str
    key: str
    entities: dict[str, Entity] = field(default_factory=dict)
    claims: dict[tuple[str, str, str], DraftClaim] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    protected: list[tuple[int, int]] = field(default_factory=list)
    _counters: dict[str, int] = field(default_factory=dict)

    def scoped(self, prefix: str, name: str) -> str:
        """Return an id of this document alone, such as ``per:3fa9c1d2-dwiyono``."""
        return f"{prefix}:{self.key}-{name}" if name else f"{prefix}:{self.key}"

    def shared(self, prefix: str, name: str) -> str:
        """Return an id that all matters of this document share: one number is one thing."""
        return f"{prefix}:{self.key.partition('-m')[0]}-{name}"

    def fresh(self, prefix: str, word: str) -> str:
        """Return a new numbered id, such as ``evt:3fa9c1d2-interception-1``."""
        self._counters[prefix + word] = self._counters.get(prefix + word, 0) + 1
        return self.scoped(prefix, f"{word}-{self._counters[prefix + word]}")

    def entity(self, id_: str, cls: str, caption: str, span: tuple[int, int]) -> str:
        """Make an entity known, or add where and how it is named; return its id."""
        known = self.entities.get(id_)
        start, end = span
        if known is None:
            self.entities[id_] = Entity(id_, cls, caption, (), start, end)
        return id_

    def named(self, id_: str, name: str) -> None:
        """Record a form in which the text names an entity."""
        known = self.entities[id_]
        if name not in known.names:
            self.entities[id_] = replace(known, names=(*known.names, name))

    def told_of(self, subject: str) -> set[str]:
        """Return the properties of which something is claimed of an entity so far."""
        return {claim.property for claim in self.claims.values() if claim.subject == subject}

    def claim(
        self,
        subject: str,
        prop: str,
        value: str,
        span: tuple[int, int],
        *,
        is_object: bool = False,
        voice: Voice = PLAIN,
        confidence: float = 0.9,
        original: str | None = None,
    ) -> None:
        """Add a claim unless the same property and value of the subject stands already."""
        start, end = span
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        key = (subject, prop, value)
        known = self.claims.get(key)
        # What the document states outweighs what it reports someone as saying.
        if known is not None and (known.modality == "stated" or voice.modality != "stated"):
            return
        self.claims[key] = DraftClaim(
            subject, prop, value, is_object, start, end, self.text[start:end], voice.modality,
            voice.speakers, confidence, original,
        )  # fmt: skip

    def link(
        self,
        subject: str,
        prop: str,
        objects: Iterable[str],
        span: tuple[int, int],
        voice: Voice = PLAIN,
        confidence: float = 0.9,
    ) -> None:
        """Add claims whose values are entities."""
        for one in objects:
            self.claim(subject, prop, one, span, is_object=True, voice=voice, confidence=confidence)

    def refuse(self, span: tuple[int, int], reason: str) -> None:
        """Record what is not claimed and why."""
        self.refused.append(Refusal(*span, self.text[span[0] : span[1]], reason))

    def protect(self, span: tuple[int, int], reason: str) -> None:
        """Record where a name stands that is kept nowhere; its length is told, not the name."""
        self.protected.append(span)
        self.refuse((span[0], span[0]), f"{reason} ({span[1] - span[0]} huruf).")


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one document gave."""

    document: Metadata
    document_id: str
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    claims: tuple[DraftClaim, ...]
    refused: tuple[Refusal, ...]
    protected: tuple[tuple[int, int], ...] = ()
    """Where the text names victims and witnesses; whoever keeps the text blots them out."""
