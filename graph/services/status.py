"""What is in the graph, in a dozen numbers."""

from __future__ import annotations

from dataclasses import dataclass

from graph.ledger.ledger import Ledger
from graph.snapshots import Snapshot
from ontology.model import Ontology


@dataclass(frozen=True, slots=True)
class Status:
    """Size and state of a Lacak.

    Attributes:
        claims, documents, decisions: Rows of the ledger.
        entities, relationships: Of the current snapshot.
        agreements, events, p3mi, counts: Entities of those classes.
        provinces: Provinces that an event, agreement, count or office lies in or covers.
        engine: Name of the graph engine.
        digest: Digest of the graph; empty before the first rebuild.
        built: UTC time of the snapshot. ``as_of``: ledger time it shows, if not the latest.
    """

    claims: int
    documents: int
    decisions: int
    entities: int
    relationships: int
    agreements: int
    events: int
    p3mi: int
    counts: int
    provinces: int
    engine: str
    digest: str
    built: str | None
    as_of: str | None


def status(
    ledger: Ledger | None, snapshot: Snapshot | None, ontology: Ontology, engine: str
) -> Status:
    """Return the state of a snapshot and its ledger.

    Args:
        ledger: What to count claims, documents and decisions in; ``None`` for a reader who
            may not see it: then those of the snapshot count.
        snapshot: The current one, if any.
        ontology: Says what belongs to which class.
        engine: Name of the graph engine.
    """
    rows = _rows(ledger, snapshot)
    by_class = snapshot.count_classes() if snapshot else {}

    def total(name: str) -> int:
        return sum(by_class.get(c, 0) for c in ontology.descendants(name))

    manifest = snapshot.manifest if snapshot else None
    return Status(
        claims=rows["claims"],
        documents=rows["documents"],
        decisions=rows["decisions"],
        entities=manifest.nodes if manifest else 0,
        relationships=manifest.relationships if manifest else 0,
        agreements=total("Agreement"),
        events=total("Event"),
        p3mi=total("PlacementCompany"),
        counts=total("Count"),
        provinces=len(provinces_touched(snapshot)) if snapshot else 0,
        engine=engine,
        digest=manifest.digest if manifest else "",
        built=manifest.built if manifest else None,
        as_of=manifest.as_of if manifest else None,
    )


def _rows(ledger: Ledger | None, snapshot: Snapshot | None) -> dict[str, int]:
    if ledger is not None:
        return ledger.counts()
    manifest = snapshot.manifest if snapshot else None
    return {
        "claims": manifest.claims if manifest else 0,
        "documents": manifest.documents if manifest else 0,
        "decisions": 0,
    }


def provinces_touched(snapshot: Snapshot) -> set[str]:
    """Return ids of provinces that something other than reference data lies in or covers.

    A regency counts for its province; reference data (territories and offices of territories
    that no document but the region reference mentions) does not count.
    """
    provinces = {n.id for n in snapshot.nodes_of_class(["Province"])}
    territories = {n.id for n in snapshot.nodes_of_class(["Regency", "District", "Village"])}
    touched: set[str] = set()
    for link in snapshot.all_relationships():
        if link.type == "PART_OF" or link.source in territories or link.source in provinces:
            continue
        if link.type == "HAS_JURISDICTION":
            continue
        code = link.target.partition(":")[2].partition(".")[0]
        province = f"{link.target.partition(':')[0]}:{code}"
        if link.target in provinces:
            touched.add(link.target)
        elif link.target in territories and province in provinces:
            touched.add(province)
    return touched
