"""Where an external extractor plugs in: a local language model, GLiNER, a service.

Owns the protocol and the gate behind it. What an external extractor says is material like any
other: it goes through :func:`loaders.text.validate.checked`, and quotes without offsets are looked
up in the text. Refuses quotes that the text does not hold, and those it holds more than once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from loaders.text import validate
from loaders.text.draft import DraftClaim, Entity, Extraction, Mention, Metadata, Refusal


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim that an external extractor proposes.

    Attributes:
        subject, value: Ids that :attr:`Answer.entities` declare, or literals.
        quote: The words that say so, exactly as printed.
        start: Where the quote begins, if the extractor knows.
    """

    subject: str
    property: str
    value: str
    quote: str
    start: int | None = None
    modality: str = "stated"
    attributed_to: tuple[str, ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """What an external extractor returns: entities (id, class, caption) and proposals."""

    entities: Sequence[tuple[str, str, str]]
    proposals: Sequence[Proposal]


class Extractor(Protocol):
    """Anything that reads Indonesian text and proposes claims."""

    @property
    def name(self) -> str:
        """Name and version, recorded as the claims' method."""
        ...

    def propose(self, text: str, document: Metadata, classes: Mapping[str, str]) -> Answer:
        """Return proposals for a text.

        Args:
            text: The document.
            document: What is known of it.
            classes: Names of the classes that may be used, with their definitions.
        """
        ...


def run(extractor: Extractor, text: str, document: Metadata, document_id: str) -> Extraction:
    """Return what an external extractor says and the text bears out."""
    from ontology.model import load

    classes = {c.name: c.definition.id for c in load().classes.values() if not c.is_abstract}
    answer = extractor.propose(text, document, classes)
    ids = {id_ for id_, _, _ in answer.entities}
    refused: list[Refusal] = []
    claims = [made for one in answer.proposals if (made := _located(text, one, ids, refused))]
    entities = []
    mentions = []
    for id_, cls, caption in answer.entities:
        at = text.find(caption)
        start, end = (at, at + len(caption)) if at >= 0 else (0, 0)
        entities.append(Entity(id_, cls, caption, (caption,), start, end))
        if at >= 0:
            mentions.append(Mention(start, end, caption, cls, id_))
    found = Extraction(
        document, document_id, tuple(mentions), tuple(entities), tuple(claims), tuple(refused)
    )
    return validate.checked(text, found)


def _located(
    text: str, proposal: Proposal, ids: set[str], refused: list[Refusal]
) -> DraftClaim | None:
    start = proposal.start if proposal.start is not None else text.find(proposal.quote)
    occurrences = text.count(proposal.quote) if proposal.quote else 0
    if occurrences == 0 or start < 0:
        refused.append(Refusal(0, 0, proposal.quote, "The quote does not stand in the text."))
        return None
    if proposal.start is None and occurrences > 1:
        reason = f"The quote stands {occurrences} times in the text; give its start."
        refused.append(Refusal(start, start + len(proposal.quote), proposal.quote, reason))
        return None
    return DraftClaim(
        proposal.subject, proposal.property, proposal.value, proposal.value in ids, start,
        start + len(proposal.quote), proposal.quote, proposal.modality, proposal.attributed_to,
        proposal.confidence,
    )  # fmt: skip
