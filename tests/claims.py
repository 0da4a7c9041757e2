"""Documents, claims and decisions for tests, with everything that does not matter filled in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.rows import Decision, DecisionKind, Stored
from graph.projection.digest import digest
from graph.projection.project import Projector
from graph.store import Node, Relationship
from ontology.claim import Claim, Document


def document(key: str = "doc:a", **values: object) -> Document:
    """Return a news article; ``values`` override any field."""
    given = {"cls": "NewsArticle", "dataset": "test", "title": f"Title of {key}", **values}
    return Document(id=key, reliability=str(given.pop("reliability", "B")), **given)  # type: ignore[arg-type]


def claim(subject: str, prop: str, value: str, source: str = "doc:a", **values: object) -> Claim:
    """Return a claim at paragraph 1; ``values`` override any field."""
    given: dict[str, object] = {"locator": "par. 1", **values}
    return Claim(subject=subject, property=prop, value=value, document=source, **given)  # type: ignore[arg-type]


def stored(subject: str, prop: str, value: str, source: str = "doc:a", **values: object) -> Stored:
    """Return a claim as the ledger would give it back."""
    made = claim(subject, prop, value, source, **values)
    return Stored(made.id, made, "2026-01-01T00:00:00.000000+00:00")


def entity(key: str, cls: str, source: str = "doc:a", **values: str | list[str]) -> list[Claim]:
    """Return the claims that define an entity with property values."""
    found = [claim(key, "type", cls, source)]
    for prop, value in values.items():
        items = value if isinstance(value, list) else [value]
        found += [claim(key, prop, item, source) for item in items]
    return found


def decision(kind: DecisionKind, left: str, right: str = "", number: int = 0) -> Decision:
    """Return a decision taken at minute ``number``."""
    key = f"{kind}-{left}-{right}-{number}"
    return Decision(key, kind, left, right, "ani", "known", f"2026-01-01T00:{number:02}:00+00:00")


def sqlite(folder: Path, name: str = "ledger.db") -> Ledger:
    """Open a ledger in a folder."""
    return open_ledger(f"sqlite:///{folder / name}")


def fill(ledger: Ledger, documents: Iterable[Document], claims: Iterable[Claim]) -> Ledger:
    """Append documents and claims; return the ledger."""
    for item in documents:
        ledger.add_document(item)
    ledger.add_claims(claims)
    return ledger


def graph_of(ledger: Ledger, as_of: str | None = None) -> dict[str, Node | Relationship]:
    """Return the whole projection, by id; ids of nodes and relationships never meet."""
    items = list(Projector(ledger, as_of).items())
    found = {item.id: item for item in items}
    assert len(found) == len(items), "two records share an id"
    return found


def digest_of(ledger: Ledger, as_of: str | None = None) -> str:
    """Return the digest of the projection."""
    return digest(graph_of(ledger, as_of).values())
