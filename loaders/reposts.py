"""Which loaded article repeats one that is there: both count as one origin.

Owns when two documents of the ledger are compared. Refuses to change a document that the
ledger holds: the later one takes the origin of the earlier.
"""

from __future__ import annotations

from datetime import date

import msgspec

from graph.ledger.ledger import Ledger
from ontology.claim import Document

_DAYS = 45
"""Reposts follow within days; older texts are not compared."""


def with_origin(ledger: Ledger, document: Document) -> Document:
    """Return a document with the origin of the text that it repeats, if there is one.

    Args:
        ledger: Holds the texts that were loaded before.
        document: About to be loaded; without a text, or with an origin, it comes back as it is.
    """
    if document.text is None or document.origin is not None:
        return document
    held = ledger.document(document.id)
    if held is not None:
        return msgspec.structs.replace(document, origin=held.origin)
    from loaders.text.origins import is_repost

    # A hash says that the text was read; lists of documents come without it.
    rivals = [d.id for d in ledger.documents() if d.sha256 and _is_near(document, d)]
    for other in filter(None, map(ledger.document, rivals)):
        if other.text and is_repost(document.text, other.text):
            return msgspec.structs.replace(document, origin=other.origin_key)
    return document


def _is_near(one: Document, other: Document) -> bool:
    try:
        first, second = (date.fromisoformat(d.published or "") for d in (one, other))
    except ValueError:
        # A day that is not known keeps nothing apart.
        return True
    return abs((first - second).days) <= _DAYS
