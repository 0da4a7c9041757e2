"""Provinces: what happened there, what was agreed for them, and the routes out of them.

Read from one snapshot, so that a role sees no more than its snapshot holds. Events are
counted, never people; claimed numbers of people are counts with a claimant and stay that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal

import numpy as np

from graph.snapshots import Snapshot
from graph.store import Node
from ontology.model import Ontology

Links = Mapping[str, tuple[str, ...]]
"""Ids that links lead to, sorted, by the id that they start from."""

Gap = Literal["", "local", "none"]

_NOTHING: Final[tuple[str, ...]] = ()
# As deep as the catalogue looks: village, district, regency, province.
_DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class Period:
    """From one ISO day to another, both included; ``None`` leaves an end open."""

    first_day: str | None = None
    last_day: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether neither end is given."""
        return self.first_day is None and self.last_day is None

    def holds(self, node: Node) -> bool:
        """Tell whether something can have begun in the period; the undated only if open."""
        begins, ends = day_of(node), node.properties.get("last_day")
        if begins is None:
            return self.is_open
        last = ends if isinstance(ends, str) else begins
        too_early = self.first_day is not None and last < self.first_day
        return not too_early and (self.last_day is None or begins <= self.last_day)


@dataclass(frozen=True, slots=True)
class Territory:
    """What a snapshot says about one province; ids, in order of day.

    Attributes:
        events: Everything that happened there. ``interceptions``: departures stopped.
        agreements: With a party whose jurisdiction lies there or, where sources name no
            party, made there. ``declarations``: those of them that are declarations.
        posts: Offices and posts that serve migrants there.
        gap: Where departures were stopped there and, by the end of the period, ``none``
            covers it, or only agreements of its regencies do (``local``); else empty.
    """

    id: str
    caption: str
    iso: str
    events: tuple[str, ...]
    interceptions: tuple[str, ...]
    agreements: tuple[str, ...]
    declarations: tuple[str, ...]
    posts: tuple[str, ...]
    gap: Gap


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of routes: from a province to a province or a country, and the events."""

    start: str
    end: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The provinces, and the ways people were to be taken.

    Attributes:
        provinces: In order of region code.
        inland: Legs between provinces: origin to transit, transit to exit.
        abroad: Legs from an exit to a country.
        undated: Events of the provinces that a closed period had to leave out.
    """

    provinces: tuple[Territory, ...]
    inland: tuple[Leg, ...]
    abroad: tuple[Leg, ...]
    undated: int


def links(snapshot: Snapshot, *types: str) -> Links:
    """Return where the relationships of some types lead, by where they start."""
    network = snapshot.network
    positions = [i for i, name in enumerate(network.names.types) if name in types]
    edges = np.flatnonzero(np.isin(network.arrays.type, positions))
    ids = network.names.ids
    found: dict[str, set[str]] = defaultdict(set)
    for source, target in zip(
        network.arrays.source[edges].tolist(), network.arrays.target[edges].tolist(), strict=True
    ):
        found[ids[source]].add(ids[target])
    return {source: tuple(sorted(targets)) for source, targets in found.items()}


def reverse(given: Links) -> Links:
    """Return links the other way round."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, targets in given.items():
        for target in targets:
            found[target].add(source)
    return {target: tuple(sorted(sources)) for target, sources in found.items()}


def day_of(node: Node) -> str | None:
    """Return the first day of a node as far as it is known."""
    day = node.properties.get("first_day")
    return day if isinstance(day, str) else None


def caption_of(node: Node) -> str:
    """Return the caption of a node."""
    return str(node.properties.get("caption", node.id))


class Gazetteer:
    """Which provinces hold what: places by what they lie in, the rest by their places."""

    def __init__(self, snapshot: Snapshot, ontology: Ontology) -> None:
        self.provinces = {n.id: n for n in snapshot.nodes_of_class(["Province"])}
        places = {n.id for n in snapshot.nodes_of_class(ontology.descendants("Place"))}
        wider = links(snapshot, "LOCATED_IN", "PART_OF")
        self._wider = {p: [w for w in wider.get(p, _NOTHING) if w in places] for p in places}
        self._sites = links(snapshot, "OCCURRED_AT", "LOCATED_IN")
        self._seats = links(snapshot, "HAS_JURISDICTION", "LOCATED_IN")
        self._jurisdictions = links(snapshot, "HAS_JURISDICTION")
        self._of_place: dict[str, frozenset[str]] = {}

    def of_place(self, place: str) -> frozenset[str]:
        """Return the provinces that a place lies in, itself included."""
        found = self._of_place.get(place)
        if found is None:
            level, seen = {place}, {place}
            for _ in range(_DEEPEST):
                level = {w for p in level for w in self._wider.get(p, ())} - seen
                seen |= level
            found = self._of_place[place] = frozenset(seen & self.provinces.keys())
        return found

    def of_event(self, event: str) -> frozenset[str]:
        """Return the provinces where something happened or was made."""
        return self._through(self._sites, event)

    def of_body(self, body: str) -> frozenset[str]:
        """Return the provinces of a body, by jurisdiction or seat."""
        return self._through(self._seats, body)

    def of_jurisdiction(self, body: str) -> frozenset[str]:
        """Return the provinces in which a body has jurisdiction."""
        return self._through(self._jurisdictions, body)

    def _through(self, ways: Links, entity: str) -> frozenset[str]:
        places = [p for p in ways.get(entity, _NOTHING) if p in self._wider]
        return frozenset().union(*(self.of_place(p) for p in places))


def atlas(snapshot: Snapshot, ontology: Ontology, period: Period | None = None) -> Atlas:
    """Return what is known of every province, and the routes, within a period."""
    wanted = period or Period()
    gazetteer = Gazetteer(snapshot, ontology)
    events = _by_day(snapshot, ontology, "Event")
    agreements = _by_day(snapshot, ontology, "Agreement")
    posts = [
        n for name in ("ProtectionOffice", "ServicePost") for n in snapshot.nodes_of_class([name])
    ]
    covered = covering(snapshot, gazetteer, agreements)
    happened = _at({n.id: gazetteer.of_event(n.id) for n in events if wanted.holds(n)})
    agreed = _at({n.id: covered[n.id] for n in agreements if wanted.holds(n)})
    standing = _at({n.id: covered[n.id] for n in agreements if _is_by(n, wanted.last_day)})
    provincial = _provincial(snapshot)
    served = _at({n.id: gazetteer.of_body(n.id) for n in posts})
    stopped = frozenset(n.id for n in events if "Interception" in n.labels)
    declared = frozenset(n.id for n in agreements if n.labels[0] == "Declaration")
    provinces = tuple(
        Territory(
            id=province.id,
            caption=caption_of(province),
            iso=str(province.properties.get("isoCode", "")),
            events=happened[province.id],
            interceptions=tuple(i for i in happened[province.id] if i in stopped),
            agreements=agreed[province.id],
            declarations=tuple(i for i in agreed[province.id] if i in declared),
            posts=served[province.id],
            gap=_gap(
                any(i in stopped for i in happened[province.id]),
                standing[province.id],
                provincial.get(province.id, frozenset()),
            ),
        )
        for province in gazetteer.provinces.values()
    )
    inland, abroad = _legs(snapshot, gazetteer, [n for n in events if n.id in stopped], wanted)
    undated = 0 if wanted.is_open else sum(day_of(n) is None for n in events)
    return Atlas(provinces, inland, abroad, undated)


def covering(
    snapshot: Snapshot, gazetteer: Gazetteer, agreements: Iterable[Node]
) -> dict[str, frozenset[str]]:
    """Return the provinces that each agreement covers.

    As the question ``partnership_coverage`` does: by the jurisdiction of its parties or,
    where sources name no party, by where it was made.
    """
    parties = links(snapshot, "HAS_PARTY")
    return {
        n.id: frozenset().union(*(gazetteer.of_jurisdiction(p) for p in parties[n.id]))
        if n.id in parties
        else gazetteer.of_event(n.id)
        for n in agreements
    }


def _provincial(snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    """Return the agreements with a party whose jurisdiction is the province as a whole."""
    made = reverse(links(snapshot, "HAS_PARTY"))
    bodies = reverse(links(snapshot, "HAS_JURISDICTION"))
    return {
        place: frozenset(a for body in found for a in made.get(body, _NOTHING))
        for place, found in bodies.items()
    }


def _gap(is_stopping: bool, standing: tuple[str, ...], provincial: frozenset[str]) -> Gap:
    if not is_stopping:
        return ""
    if not standing:
        return "none"
    return "" if provincial.intersection(standing) else "local"


def _by_day(snapshot: Snapshot, ontology: Ontology, name: str) -> list[Node]:
    nodes = snapshot.nodes_of_class(ontology.descendants(name))
    return sorted(nodes, key=lambda n: (day_of(n) or "9999", n.id))


def _is_by(node: Node, last_day: str | None) -> bool:
    begins = day_of(node)
    return last_day is None or begins is None or begins <= last_day


def _at(homes: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entity, provinces in homes.items():
        for province in provinces:
            found[province].append(entity)
    return defaultdict(tuple, {p: tuple(ids) for p, ids in found.items()})


def _legs(
    snapshot: Snapshot, gazetteer: Gazetteer, stopped: Iterable[Node], wanted: Period
) -> tuple[tuple[Leg, ...], tuple[Leg, ...]]:
    """Return the legs inside the country and out of it, most events first."""
    routes = links(snapshot, "FOLLOWS_ROUTE")
    ways = {
        name: links(snapshot, name)
        for name in ("ORIGINATES_IN", "TRANSITS_THROUGH", "EXITS_AT", "DESTINED_FOR")
    }
    countries = {n.id for n in snapshot.nodes_of_class(["Country"])}
    inland: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    abroad: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for event in stopped:
        if not wanted.holds(event):
            continue
        bearers = (event.id, *routes.get(event.id, _NOTHING))
        stops = {
            name: {p for b in bearers for p in way.get(b, _NOTHING)} for name, way in ways.items()
        }
        origins, transits, exits = (
            sorted({p for place in stops[name] for p in gazetteer.of_place(place)})
            for name in ("ORIGINATES_IN", "TRANSITS_THROUGH", "EXITS_AT")
        )
        # Where no exit is told, people left, or would have, from where they were stopped.
        exits = exits or sorted(gazetteer.of_event(event.id))
        for pair in (*product(origins, transits or exits), *product(transits, exits)):
            if pair[0] != pair[1]:
                inland[pair][event.id] = None
        for pair in product(exits, sorted(stops["DESTINED_FOR"] & countries)):
            abroad[pair][event.id] = None
    return _ordered(inland), _ordered(abroad)


def _ordered(legs: Mapping[tuple[str, str], Mapping[str, None]]) -> tuple[Leg, ...]:
    found = [Leg(start, end, tuple(events)) for (start, end), events in legs.items()]
    return tuple(sorted(found, key=lambda k: (-len(k.events), k.start, k.end)))
