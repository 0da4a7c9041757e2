"""A network picture before it is drawn: what is shown, where, and how it looks.

Both the interactive page and the static drawing are made from it, so they cannot differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.services.entities import label_of
from graph.services.networks import NetworkView
from graph.services.stages import detail
from graph.store import Node, Relationship
from ontology.model import Class, Ontology, Text
from viz.clean import visible
from viz.errors import PictureTooLargeError
from viz.folding import folded
from viz.forces import Float64
from viz.layers import place_in_layers
from viz.layout import Graph, Group, Placement, place
from viz.marks import Line, caption_of, line_of, radius_of, wrap

Variant = Literal["network", "partnership"]
Arrangement = Literal["force", "layers"]

DEFAULT_LIMIT = 2_000
HARD_LIMIT = 10_000
"""Beyond this any drawing is a hairball, and browsers stop answering."""

# Above this there is no room for labels at once; they appear when one comes nearer.
_LABELLED = 700
_LETTER, _LEADING = 6.3, 14.0
_LABEL_WIDTH, _LABEL_LINES = 19, 2


@dataclass(frozen=True, slots=True)
class PictureNode:
    """One entity as drawn; pixels, y downwards. ``lines`` is its label, broken."""

    node: Node
    cls: Class
    caption: str
    lines: tuple[str, ...]
    x: float
    y: float
    radius: float
    degree: int
    is_focus: bool
    is_conflicting: bool
    is_grouped: bool
    is_context: bool

    @property
    def is_prominent(self) -> bool:
        """Whether its label may lie over other marks."""
        return self.is_focus or (self.degree >= 12 and not self.is_context)

    @property
    def need(self) -> int:
        """How much its label is needed; the higher, the earlier it finds a place."""
        return (
            100_000 * self.is_focus
            + 20_000 * (not self.is_context)
            + 10_000 * (not self.is_grouped)
            + min(self.degree, 9_999)
        )


@dataclass(frozen=True, slots=True)
class PictureLink:
    """One relationship as drawn.

    Attributes:
        relationship: What it shows.
        label: Name of the relationship type, with role or stage where there is one.
        source, target: Indices of nodes.
        modality: Notation of ``modalities``. ``line``: solid, dashed or dotted.
        is_quiet: Drawn faintly: one of many alike, or a territory given as context.
        bend: 0 for straight; else how far parallel links part, positive to the left of
            the way from source to target, as a share of the distance.
    """

    relationship: Relationship
    label: Text
    source: int
    target: int
    modality: str
    line: Line
    bend: float
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class PictureGroup:
    """A circle around nodes of one class that have the same neighbours."""

    cls: Class
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw.

    Attributes:
        nodes: In the order of the view. ``links``: by id. ``groups``: largest first.
        classes: Classes present with their number of nodes, most frequent first.
        left_out: Entities that the view has and the picture does not.
        is_truncated: The question itself had more answers than the view holds.
    """

    nodes: tuple[PictureNode, ...]
    links: tuple[PictureLink, ...]
    groups: tuple[PictureGroup, ...]
    classes: tuple[tuple[Class, int], ...]
    variant: Variant
    left_out: int
    is_truncated: bool

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of everything drawn."""
        boxes = [
            (g.x - g.radius, g.y - g.radius - 30, g.x + g.radius, g.y + g.radius)
            for g in self.groups
        ]
        boxes += [
            (n.x - left, n.y - up, n.x + right, n.y + down)
            for n in self.nodes
            for left, up, right, down in (label_box(n.lines, n.radius),)
        ]
        if not boxes:
            return (-100.0, -100.0, 100.0, 100.0)
        edges = np.array(boxes)
        low, high = edges[:, :2].min(axis=0), edges[:, 2:].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def compose(
    view: NetworkView,
    ontology: Ontology,
    *,
    variant: Variant = "network",
    arrangement: Arrangement = "force",
    limit: int = DEFAULT_LIMIT,
) -> Picture:
    """Return the picture of a network.

    Args:
        view: What to show; nodes beyond ``limit`` are left out, the farthest first.
        ontology: Where labels, colours and icons come from.
        variant: ``partnership`` draws agreements small between their parties.
        arrangement: ``layers`` sets parties and agreements in columns.
        limit: At most so many nodes, not above :data:`HARD_LIMIT`.

    Raises:
        PictureTooLargeError: ``limit`` is above :data:`HARD_LIMIT`.
    """
    if limit > HARD_LIMIT:
        raise PictureTooLargeError(limit, HARD_LIMIT)
    shown, relationships = folded(view, ontology)
    nodes = shown[:limit]
    index = {node.id: i for i, node in enumerate(nodes)}
    kept = sorted(
        (r for r in relationships if r.source in index and r.target in index), key=lambda r: r.id
    )
    classes = [ontology.cls(n.labels[0]) for n in nodes]
    degree = Counter(end for r in kept for end in {r.source, r.target})
    focus = set(view.focus)
    is_small = [_is_context(cls, variant) for cls in classes]
    radii = [
        radius_of(degree[n.id], is_focus=n.id in focus, is_small=small)
        for n, small in zip(nodes, is_small, strict=True)
    ]
    captions = [visible(caption_of(n, cls)) for n, cls in zip(nodes, classes, strict=True)]
    lines = [
        _lines(caption, n.id in focus, len(nodes))
        for n, caption in zip(nodes, captions, strict=True)
    ]
    placement = _place(nodes, classes, kept, index, radii, lines, focus, arrangement)
    grouped = {i for g in placement.groups for i in g.members}
    drawn = tuple(
        PictureNode(
            node=node,
            cls=cls,
            caption=captions[i],
            lines=lines[i],
            x=float(placement.position[i, 0]),
            y=float(placement.position[i, 1]),
            radius=radii[i],
            degree=degree[node.id],
            is_focus=node.id in focus,
            is_conflicting=bool(node.properties.get("conflicts")),
            is_grouped=i in grouped,
            is_context=is_small[i],
        )
        for i, (node, cls) in enumerate(zip(nodes, classes, strict=True))
    )
    return Picture(
        nodes=drawn,
        links=_links(kept, drawn, ontology, placement),
        groups=_groups(placement.groups, classes),
        classes=_present(classes),
        variant=variant,
        left_out=len(shown) - len(nodes),
        is_truncated=view.is_truncated,
    )


def _is_context(cls: Class, variant: Variant) -> bool:
    return variant == "partnership" and "Agent" not in cls.ancestors


def _lines(caption: str, is_focus: bool, count: int) -> tuple[str, ...]:
    width = _LABEL_WIDTH + (7 if is_focus else 0)
    lines = 3 if is_focus else _LABEL_LINES if count <= _LABELLED else 1
    return wrap(caption, width, lines)


def label_box(lines: Sequence[str], radius: float) -> tuple[float, float, float, float]:
    """Return how far a node with its label below reaches left, up, right and down."""
    width = max(radius, _LETTER * max((len(line) for line in lines), default=0) / 2) + 5
    return width, radius + 5, width, radius + 6 + _LEADING * len(lines)


def _place(
    nodes: Sequence[Node],
    classes: Sequence[Class],
    kept: Sequence[Relationship],
    index: dict[str, int],
    radii: Sequence[float],
    lines: Sequence[tuple[str, ...]],
    focus: set[str],
    arrangement: Arrangement,
) -> Placement:
    boxes = [
        label_box(line, radius) if len(nodes) <= _LABELLED else (radius + 4,) * 4
        for line, radius in zip(lines, radii, strict=True)
    ]
    box: Float64 = np.array(boxes, np.float64).reshape(-1, 4)
    graph = Graph(
        source=np.array([index[r.source] for r in kept], np.int32),
        target=np.array([index[r.target] for r in kept], np.int32),
        box=box,
        kind=[cls.name for cls in classes],
        fixed=frozenset(index[f] for f in focus if f in index),
    )
    if arrangement == "layers":
        return place_in_layers(graph, [_column(cls) for cls in classes])
    return place(graph)


def _column(cls: Class) -> int:
    """Return the column of a class: state bodies, agreements, other parties, places."""
    for column, ancestors in enumerate(
        (
            ("Ministry", "LawEnforcementAgency"),
            ("Agreement", "Partnership"),
            ("Agent",),
            ("Entity",),
        )
    ):
        if any(a in ancestors for a in cls.ancestors):
            return column
    return 3


def _links(
    kept: Iterable[Relationship],
    nodes: Sequence[PictureNode],
    ontology: Ontology,
    placement: Placement,
) -> tuple[PictureLink, ...]:
    index = {n.node.id: i for i, n in enumerate(nodes)}
    between: dict[tuple[int, int], list[Relationship]] = defaultdict(list)
    for link in kept:
        i, j = index[link.source], index[link.target]
        between[min(i, j), max(i, j)].append(link)
    drawn = []
    for (low, high), together in between.items():
        distance = float(np.hypot(*(placement.position[low] - placement.position[high])))
        # Parallel links part by some thirty pixels, however long they are.
        step = min(0.24, 0.9 / len(together), 34.0 / (distance + 1.0))
        for position, link in enumerate(together):
            side = position - (len(together) - 1) / 2
            source = index[link.source]
            # Left of one way is right of the other; both count from the lower index.
            bend = side * step * (1 if source == low else -1)
            modality = str(link.properties.get("modality", "stated"))
            drawn.append(
                PictureLink(
                    relationship=link,
                    label=link_label(link, ontology),
                    source=source,
                    target=index[link.target],
                    modality=modality,
                    line=line_of(modality),
                    bend=round(bend, 3),
                    is_quiet=any(
                        nodes[i].is_grouped
                        or (nodes[i].is_context and "Place" in nodes[i].cls.ancestors)
                        for i in (low, high)
                    ),
                )
            )
    return tuple(sorted(drawn, key=lambda k: k.relationship.id))


def link_label(link: Relationship, ontology: Ontology) -> Text:
    """Return the name of a relationship with its role or legal stage, stale or not."""
    base = label_of(ontology, link.type)
    told = detail(ontology, link.properties, is_short=True)
    if told is None:
        return Text(visible(base.id), visible(base.en))
    return Text(visible(f"{base.id}: {told.id}"), visible(f"{base.en}: {told.en}"))


def _groups(groups: Iterable[Group], classes: Sequence[Class]) -> tuple[PictureGroup, ...]:
    return tuple(
        PictureGroup(classes[g.members[0]], len(g.members), g.x, g.y, g.radius)
        for g in sorted(groups, key=lambda g: (-len(g.members), g.members))
    )


def _present(classes: Iterable[Class]) -> tuple[tuple[Class, int], ...]:
    counted = Counter(c.name for c in classes)
    by_name = {c.name: c for c in classes}
    order = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple((by_name[name], number) for name, number in order)
