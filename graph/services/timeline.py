"""What happened around one entity, in time: events, licences, legal stages.

A legal stage is what a source says at a date. Where the source gives no date, the day on
which it was published stands in, and is marked as such: the stage held by then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final, Literal

from graph.services.stages import holds_until, stale
from graph.services.territories import atlas, caption_of, day_of
from graph.snapshots import Snapshot
from graph.store import Node, Relationship
from ontology.model import Ontology, Text

Group = Literal["licence", "stages", "enforcement", "agreements", "cases", "posts", "other"]

_SKIPPED: Final = frozenset(
    {
        *("MENTIONED_IN", "PUBLISHED_BY", "STARTS_AT", "ENDS_AT", "UNIT_OF"),
        *("HAS_JURISDICTION", "LOCATED_IN", "PART_OF", "POSSIBLY_SAME"),
    }
)
# The nearest ancestor decides; classes without one are no matter of time.
_GROUPS: Final[dict[str, Group]] = {
    **dict.fromkeys(("LicenceAction", "Licence"), "licence"),
    **dict.fromkeys(
        ("Interception", "Raid", "Arrest", "Rescue", "Seizure", "PenaltyEvent", "WantedNotice"),
        "enforcement",
    ),
    **dict.fromkeys(("Repatriation", "Deportation", "CyberTakedown"), "enforcement"),
    **dict.fromkeys(("Agreement", "Partnership"), "agreements"),
    **dict.fromkeys(("Case", "TraffickingIncident"), "cases"),
    "Position": "posts",
    "Event": "other",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Something with a beginning.

    Attributes:
        entity: Id of what it is. ``caption`` and ``class_name``: of it.
        start, end: ISO days, both included; ``end`` is ``None`` where nothing says when
            it ended, and equals ``start`` for what lasted a day.
        concept: Notation of the legal stage or the action on a licence, else empty.
        row: Whose stage or licence it is; spans of one row lie beside each other.
        is_told: ``start`` is the day a source was published, for want of a better one.
        until: For a legal stage: ISO day up to which it may be taken to hold.
        note: Words that a stale stage needs.
    """

    group: Group
    entity: str
    caption: str
    class_name: str
    start: str
    end: str | None
    concept: str = ""
    row: str = ""
    modality: str = "stated"
    is_told: bool = False
    claims: tuple[str, ...] = ()
    until: str | None = None
    note: Text | None = None

    @property
    def is_bar(self) -> bool:
        """Whether it is an interval rather than a moment."""
        return self.group in ("licence", "stages") and self.concept != "warned"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Spans around an entity, by day; ``undated``: how many more have no day."""

    entity: str
    caption: str
    class_name: str
    spans: tuple[Span, ...]
    undated: int


def timeline(snapshot: Snapshot, ontology: Ontology, entity_id: str) -> Timeline:
    """Return what is known to have happened around an entity.

    For a province, what happened in it and what was agreed for it; for everything else,
    what it is linked to.

    Raises:
        UnknownEntityError: There is no such entity.
    """
    node = snapshot.node(entity_id)
    if node.labels[0] == "Province":
        spans, undated = _of_province(snapshot, ontology, entity_id)
    else:
        spans, undated = _of_entity(snapshot, ontology, node)
    ordered = sorted(spans, key=lambda s: (s.start, s.group, s.entity, s.row))
    return Timeline(node.id, caption_of(node), node.labels[0], tuple(ordered), undated)


def _group(ontology: Ontology, class_name: str) -> Group | None:
    ancestors = ontology.cls(class_name).ancestors
    return next((_GROUPS[a] for a in (class_name, *ancestors) if a in _GROUPS), None)


def _of_province(snapshot: Snapshot, ontology: Ontology, province: str) -> tuple[list[Span], int]:
    found = next(p for p in atlas(snapshot, ontology).provinces if p.id == province)
    nodes = snapshot.nodes([*found.events, *found.agreements])
    spans = [s for n in nodes if (s := _span(ontology, n, None))]
    return spans, len(nodes) - len(spans)


def _of_entity(snapshot: Snapshot, ontology: Ontology, node: Node) -> tuple[list[Span], int]:
    links = [r for r in snapshot.relationships_of(node.id) if r.type not in _SKIPPED]
    others = {n.id: n for n in snapshot.nodes([_other(r, node.id) for r in links])}
    stages = [r for r in links if r.type == "HAS_LEGAL_STAGE"]
    spans = _stages(snapshot, ontology, node, stages, others)
    undated = len(stages) - len(spans)
    seen: set[str] = set()
    actions: list[Span] = []
    for link in links:
        other = others.get(_other(link, node.id))
        if other is None or link.type == "HAS_LEGAL_STAGE" or other.id in seen:
            continue
        group = _group(ontology, other.labels[0])
        if group is None:
            continue
        seen.add(other.id)
        span = _span(ontology, other, link)
        if span is None:
            undated += 1
        elif group == "licence":
            actions.append(span)
        else:
            spans.append(span)
    return [*spans, *_licences(actions)], undated


def _other(link: Relationship, here: str) -> str:
    return link.target if link.source == here else link.source


def _span(ontology: Ontology, node: Node, link: Relationship | None) -> Span | None:
    group = _group(ontology, node.labels[0])
    told = link.properties if link else {}
    # A post or a role has its own time; an event is when it is.
    start = _day(told.get("first_day")) if group == "posts" else day_of(node)
    start = start or _day(told.get("first_day"))
    if group is None or start is None:
        return None
    ends = told.get("last_day") if group == "posts" else node.properties.get("last_day")
    kind = node.properties.get("licenceActionKind")
    return Span(
        group=group,
        entity=node.id,
        caption=caption_of(node),
        class_name=node.labels[0],
        start=start,
        end=_end(node, group, start, _day(ends)),
        concept=str(kind[0] if isinstance(kind, list) else kind or ""),
        modality=str(told.get("modality", "stated")),
        claims=_texts(told.get("claims") or node.properties.get("claims")),
    )


def _end(node: Node, group: Group, start: str, last: str | None) -> str | None:
    if group in ("cases", "posts") or node.labels[0] == "Licence":
        return last if last != start else None
    months = node.properties.get("suspensionMonths")
    stated = _day(node.properties.get("endDate"))
    if group == "licence":
        return stated or (_after(start, months) if isinstance(months, int) else None)
    return last or start


def _after(day: str, months: int) -> str:
    """Return the day so many months later; the last of the month where there is none.

    >>> _after("2024-10-31", 4)
    '2025-02-28'
    """
    begun = date.fromisoformat(day)
    years, month = divmod(begun.month - 1 + months, 12)
    for last in range(begun.day, 27, -1):
        try:
            return date(begun.year + years, month + 1, last).isoformat()
        except ValueError:
            continue
    return date(begun.year + years, month + 1, begun.day).isoformat()


def _licences(actions: Iterable[Span]) -> list[Span]:
    """End each state of a licence where the next begins; a licence itself stays as it is."""
    ordered = sorted(actions, key=lambda s: (s.start, s.entity))
    states = [s for s in ordered if s.concept and s.concept != "warned"]
    ended = {
        one.entity: replace(one, end=min(filter(None, (one.end, after.start))))
        for one, after in pairwise(states)
    }
    return [
        replace(s, end=s.start) if s.concept == "warned" else ended.get(s.entity, s)
        for s in ordered
    ]


def _stages(
    snapshot: Snapshot,
    ontology: Ontology,
    node: Node,
    links: Sequence[Relationship],
    others: dict[str, Node],
) -> list[Span]:
    """Return the stages of every person, each ending where the person's next one begins."""
    told = _told_days(snapshot, links)
    rows: dict[str, list[Span]] = defaultdict(list)
    for link in links:
        other = others.get(_other(link, node.id))
        start = _day(link.properties.get("first_day"))
        day = start or told.get(link.id)
        if other is None or day is None:
            continue
        rows[other.id].append(
            Span(
                group="stages",
                entity=other.id,
                caption=caption_of(other),
                class_name=other.labels[0],
                start=day,
                end=_day(link.properties.get("last_day")) if start else None,
                concept=str(link.properties.get("stage", "")),
                row=caption_of(other),
                modality=str(link.properties.get("modality", "stated")),
                is_told=start is None,
                claims=_texts(link.properties.get("claims")),
                until=holds_until(ontology, link.properties, day),
                note=stale(ontology, link.properties),
            )
        )
    return [span for row in rows.values() for span in _in_turn(row)]


def _in_turn(row: list[Span]) -> list[Span]:
    row.sort(key=lambda s: (s.start, s.concept))
    # What another stage followed is over, not stale.
    over = [replace(span, end=after.start, note=None) for span, after in pairwise(row)]
    return [*over, *(replace(last, end=None) for last in row[-1:])]


def _told_days(snapshot: Snapshot, links: Sequence[Relationship]) -> dict[str, str]:
    """Return the first day on which a document with the claim was published, by link."""
    claims = {s.id: s.claim for s in snapshot.claims([c for k in links for c in _claims(k)])}
    documents = snapshot.documents([c.document for c in claims.values()])
    published = {d.id: d.published for d in documents if d.published and len(d.published) == 10}
    found = {}
    for link in links:
        days = [published.get(claims[c].document) for c in _claims(link) if c in claims]
        known = sorted(d for d in days if d)
        if known:
            found[link.id] = known[0]
    return found


def _claims(link: Relationship) -> tuple[str, ...]:
    return _texts(link.properties.get("claims"))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def _day(value: object) -> str | None:
    """Return a whole ISO day; a month or a year alone is none."""
    return value if isinstance(value, str) and len(value) == 10 else None
