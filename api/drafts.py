"""Drafts as the API shows them: with the words that say so, and what stands around those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from api.workspace import Workspace
from graph.ledger.rows import Stored
from loaders import review
from loaders.errors import LoadError
from loaders.review import Correction
from ontology.claim import Document

__all__ = ["Correction", "Decided", "Draft", "Waiting", "correct", "decide", "documents", "listed"]

_AROUND = 160


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document with drafts that nobody has decided.

    Attributes:
        count: How many.
    """

    document: str
    title: str
    published: str | None
    url: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim that waits, and the sentence that says so.

    Attributes:
        before: Words before the excerpt, as printed; empty where the text is not kept.
        quote: The excerpt, to be highlighted.
        after: Words behind it.
        start, end: Where it stands, in code points of the document's text.
    """

    id: str
    subject: str
    property: str
    value: str
    modality: str
    attributed_to: tuple[str, ...]
    confidence: float
    document: str
    start: int | None
    end: int | None
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided.

    Attributes:
        decided: Claims decided now; what their entities are is accepted with them.
        unchanged: Claims that were decided so already.
        claim: Id of the claim that stands instead of a corrected one.
    """

    decided: int
    unchanged: int
    claim: str | None = None


def documents(workspace: Workspace) -> list[Waiting]:
    """Return the documents with open drafts, by id."""
    counts = Counter(stored.claim.document for stored in review.drafts(workspace.ledger))
    made = []
    for key in sorted(counts):
        known = workspace.ledger.document(key)
        title = known.title if known else key
        published, url = (known.published, known.url) if known else (None, None)
        made.append(Waiting(key, title, published, url, counts[key]))
    return made


def listed(workspace: Workspace, document: str, limit: int) -> list[Draft]:
    """Return the open drafts of a document in the order of its text.

    Raises:
        LedgerError: The ledger does not open.
    """
    known = workspace.ledger.document(document)
    found = islice(review.drafts(workspace.ledger, document), limit)
    return [_draft(stored, known) for stored in found]


def _draft(stored: Stored, document: Document | None) -> Draft:
    claim = stored.claim
    before = after = ""
    text = document.text if document else None
    if text is not None and claim.start is not None and claim.end is not None:
        before = text[max(claim.start - _AROUND, 0) : claim.start]
        after = text[claim.end : claim.end + _AROUND]
    return Draft(
        stored.id, claim.subject, claim.property, claim.value, claim.modality,
        claim.attributed_to, claim.confidence, claim.document, claim.start, claim.end,
        before, claim.quote or claim.locator or "", after,
    )  # fmt: skip


def decide(workspace: Workspace, action: str, ids: Sequence[str], who: str, why: str) -> Decided:
    """Accept or reject drafts.

    Raises:
        UnknownDraftError: There is no such draft.
        LoadError: There are no ids.
    """
    if not ids:
        raise LoadError("Name at least one draft in `ids`; GET /v1/drafts lists them.")
    act = review.accept if action == "accept" else review.reject
    done = act(workspace.ledger, ids, who, why)
    return Decided(done.decided, done.unchanged)


def correct(workspace: Workspace, claim: str, what: Correction, who: str, why: str) -> Decided:
    """Put in a draft's stead what it should have said.

    Raises:
        UnknownDraftError: There is no such draft.
        LoadError: The correction changes nothing, or names no entity.
    """
    made = review.correct(workspace.ledger, workspace.ontology, claim, what, who, why)
    return Decided(2, 0, made)
