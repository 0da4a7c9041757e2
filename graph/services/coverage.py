"""Coverage of provinces by agreements: province × kind of agency, from one snapshot.

The rows are those of the question ``partnership_coverage``, without an engine, so that a
page reads nothing but the snapshot of whoever looks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.services.territories import Atlas, Gazetteer, Period, atlas, links
from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Ontology

UNSTATED = "unstated"
"""Kind of agency where sources name no party."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Agreements that cover a province through parties of one kind.

    Attributes:
        province, province_id: The province.
        agency_kind: Of ``agency-kinds``, or a class; empty where nothing covers it.
        agreement_ids: In order of day.
        interceptions: Departures stopped there.
    """

    province: str
    province_id: str
    agency_kind: str
    agreement_ids: tuple[str, ...]
    interceptions: int


def coverage(
    snapshot: Snapshot, ontology: Ontology, period: Period | None = None, province: str = ""
) -> tuple[Cover, ...]:
    """Return a row per province and kind of agency; one empty row where nothing covers it.

    Args:
        snapshot: Where to look.
        ontology: Says what an agreement and a public body are.
        period: Agreements and events in it only.
        province: Id of one province; empty for all.
    """
    known = atlas(snapshot, ontology, period)
    kinds = _Kinds(snapshot, ontology, known)
    rows: list[Cover] = []
    for one in known.provinces:
        if province and one.id != province:
            continue
        found: dict[str, list[str]] = defaultdict(list)
        for agreement in one.agreements:
            for kind in kinds.of(agreement, one.id):
                found[kind].append(agreement)
        stopped = len(one.interceptions)
        rows += [
            Cover(one.caption, one.id, kind, tuple(found[kind]), stopped) for kind in sorted(found)
        ] or [Cover(one.caption, one.id, "", (), stopped)]
    return tuple(rows)


class _Kinds:
    """Through which kinds of parties an agreement covers a province."""

    def __init__(self, snapshot: Snapshot, ontology: Ontology, known: Atlas) -> None:
        self.gazetteer = Gazetteer(snapshot, ontology)
        self.parties = links(snapshot, "HAS_PARTY")
        self.public = frozenset(ontology.descendants("PublicBody"))
        made = {a for p in known.provinces for a in p.agreements}
        wanted = {p for a in made for p in self.parties.get(a, ())}
        self.nodes = {n.id: n for n in snapshot.nodes(sorted(wanted))}
        countries = {n.id for n in snapshot.nodes_of_class(["Country"])}
        reach = links(snapshot, "HAS_JURISDICTION")
        self.national = {
            n.id
            for n in self.nodes.values()
            if n.labels[0] in self.public and countries.intersection(reach.get(n.id, ()))
        }

    def of(self, agreement: str, province: str) -> list[str]:
        parties = [self.nodes[p] for p in self.parties.get(agreement, ()) if p in self.nodes]
        if not parties:
            return [UNSTATED]
        is_national = any(p.id in self.national for p in parties)
        return sorted({kind_of(p) for p in parties if self._counts(p, province, is_national)})

    def _counts(self, party: Node, province: str, is_national: bool) -> bool:
        """Whether a party belongs here: of this province, or of none and known to act here."""
        homes = self.gazetteer.of_body(party.id)
        if homes:
            return province in homes
        # The region of companies and universities beside national bodies is not told.
        return party.labels[0] in self.public or not is_national


def kind_of(party: Node) -> str:
    """Return the kind of agency of a party: of the vocabulary, or its class."""
    return str(party.properties.get("agencyKind") or party.labels[0])
