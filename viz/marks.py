"""What things look like: shape, colour, icon, size, and the line of a link.

Colour and icon of a class are the ontology's. Shape is added here, so that nobody has to
tell classes apart by colour alone: one outline per branch of the ontology.
"""

from __future__ import annotations

import math
from typing import Literal

from graph.store import Node
from ontology.model import Class

Shape = Literal[
    "circle", "ring", "square", "diamond", "hexagon", "pentagon", "triangle", "page", "octagon"
]
Line = Literal["solid", "dashed", "dotted"]

# The branch of the ontology that decides the outline; the nearest ancestor counts.
_SHAPES: dict[str, Shape] = {
    "Person": "circle",
    "Group": "ring",
    "Population": "ring",
    "Organization": "square",
    "Agreement": "diamond",
    "Partnership": "diamond",
    "Commitment": "pentagon",
    "Directive": "pentagon",
    "Programme": "pentagon",
    "Event": "hexagon",
    "Place": "triangle",
    "Route": "triangle",
    "Document": "page",
    "LegalProvision": "page",
    "Statement": "page",
    "Case": "page",
    "Licence": "page",
    "RecruitmentPermit": "page",
    "Count": "octagon",
    "Channel": "octagon",
    "Item": "octagon",
}


def _regular(corners: int, turn: float, scale: float) -> tuple[tuple[float, float], ...]:
    angles = [turn + 2 * math.pi * k / corners for k in range(corners)]
    return tuple((round(scale * math.cos(a), 3), round(scale * math.sin(a), 3)) for a in angles)


OUTLINES: dict[Shape, tuple[tuple[float, float], ...]] = {
    "circle": (),
    "ring": (),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": _regular(4, 0.0, 1.25),
    "hexagon": _regular(6, 0.0, 1.1),
    "pentagon": _regular(5, -math.pi / 2, 1.15),
    "triangle": ((-1.12, -0.9), (1.12, -0.9), (0.0, 1.2)),
    "page": ((-0.78, -1.0), (0.4, -1.0), (0.78, -0.6), (0.78, 1.0), (-0.78, 1.0)),
    "octagon": _regular(8, math.pi / 8, 1.06),
}
"""Corners for a node of radius 1, y downwards; none means a circle."""

# How a statement is meant decides the line: facts solid, what is not (yet) fact broken.
_LINES: dict[str, Line] = {
    "alleged": "dashed",
    "evaluation": "dashed",
    "expectation": "dashed",
    "goal": "dashed",
    "norm": "dashed",
    "denied": "dotted",
}


def shape_of(cls: Class) -> Shape:
    """Return the outline of a class."""
    return next((_SHAPES[a] for a in cls.ancestors if a in _SHAPES), "circle")


def line_of(modality: str) -> Line:
    """Return the line of a link that is stated in some modality."""
    return _LINES.get(modality, "solid")


def ink_on(color: str) -> str:
    """Return white or near-black, whichever reads better on a colour (WCAG 2 contrast).

    >>> ink_on("#1e40af"), ink_on("#eab308")
    ('#ffffff', '#0f172a')
    """
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.06 else "#0f172a"


def radius_of(degree: int, *, is_focus: bool, is_small: bool) -> float:
    """Return the radius of a node in pixels: by its links, within narrow limits."""
    if is_focus:
        return 26.0
    if is_small:
        return 10.0
    return round(min(24.0, 9.0 + 2.6 * math.log2(1 + degree)), 1)


def wrap(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Break a caption into at most ``lines`` lines of about ``width`` characters.

    >>> wrap("Nota kesepahaman KP2MI dan Kementerian PPPA", 18, 2)
    ('Nota kesepahaman', 'KP2MI dan…')
    """
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if len(longer) <= width or not rows[-1]:
            rows[-1] = longer
        elif len(rows) < lines:
            rows.append(word)
        else:
            rows[-1] += "…"
            break
    # One long word may run over a little; what is longer still is cut.
    most = width + 4
    return tuple(r if len(r) <= most else r[: most - 1].rstrip("…") + "…" for r in rows)


# Read in this order where an entity has no name of its own.
_TELLING = ("statementText", "description", "jobTitle")


def caption_of(node: Node, cls: Class) -> str:
    """Return what a node is called: its caption; without a name, what it says or is."""
    caption = str(node.properties.get("caption") or node.id)
    if caption != f"{cls.label.id} {node.id.partition(':')[2]}":
        # The projection calls an unnamed statement by its text, cut where it is long.
        is_said = "statementText" in node.properties and "name" not in node.properties
        return f"“{caption}”" if is_said else caption
    for name in _TELLING:
        told = node.properties.get(name)
        if isinstance(told, list) and told:
            return f"“{told[0]}”" if name == "statementText" else str(told[0])
    return cls.label.id if cls.is_relation else caption


def icon_of(cls: Class) -> str:
    """Return what stands inside a mark: the class's icon, or its initial.

    Symbols from U+26CD to U+26FF are missing in many fonts and come as empty boxes; the
    selector U+FE0E asks for plain text where a system would put a coloured picture.
    """
    if "\u26cd" <= cls.icon <= "\u26ff":
        return cls.label.id[:1]
    return cls.icon if cls.icon.isascii() else f"{cls.icon}\ufe0e"
