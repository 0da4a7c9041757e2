"""A network as one static SVG file, for reports and for readers without a browser.

Same composition as the interactive page; labels are chosen so that none covers another at
the size of the file. Nothing in it runs or is fetched.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.services.networks import NetworkView
from ontology.model import Language, Ontology
from viz.clean import visible
from viz.labels import Box, Wish, around, choose
from viz.marks import icon_of, ink_on, shape_of
from viz.page import templates
from viz.picture import (
    DEFAULT_LIMIT,
    Arrangement,
    Picture,
    PictureLink,
    PictureNode,
    Variant,
    compose,
)
from viz.svg_legend import legend, points
from viz.texts import text

_MARGIN = 36.0
_LETTER = 0.56


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Scale from picture to file, and where the picture begins in it."""

    scale: float
    left: float
    top: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return round((x - self.left) * self.scale, 1), round((y - self.top) * self.scale, 1)


def render(
    view: NetworkView,
    ontology: Ontology,
    *,
    title: str,
    language: Language = "id",
    variant: Variant = "network",
    arrangement: Arrangement = "force",
    limit: int = DEFAULT_LIMIT,
    width: int = 1600,
) -> str:
    """Return the network as an SVG document.

    Args:
        view: What to show.
        ontology: Labels, colours and icons.
        title: Heading of the drawing.
        language: Of texts and labels.
        variant: ``partnership`` draws agreements small between their parties.
        arrangement: ``layers`` sets parties and agreements in columns.
        limit: At most so many nodes.
        width: Of the file, in pixels; height follows.

    Raises:
        PictureTooLargeError: ``limit`` is above what a picture holds.
    """
    picture = compose(view, ontology, variant=variant, arrangement=arrangement, limit=limit)
    return draw(picture, title=title, language=language, width=width)


def draw(picture: Picture, *, title: str, language: Language, width: int) -> str:
    """Return a composed picture as an SVG document."""
    frame = picture.frame
    scale = min(1.25, (width - 2 * _MARGIN) / (frame[2] - frame[0]))
    head = 92.0
    # A small picture stands in the middle of the sheet.
    spare = (width / scale - (frame[2] - frame[0])) / 2
    sheet = _Sheet(scale, frame[0] - spare, frame[1] - head / scale)
    drawn = head + (frame[3] - frame[1]) * scale + 24
    items, height = legend(picture, language, width, drawn)
    heading = _heading(picture, title, language)
    return (
        templates()
        .get_template("network.svg.j2")
        .render(
            box=f"0 0 {width} {round(height)}",
            frame=(0, 0, width, round(height)),
            width=width,
            height=round(height),
            language=language,
            title=visible(title),
            description=_description(picture, language),
            groups=[
                {"x": x, "y": y, "radius": round(g.radius * scale, 1), "color": g.cls.color}
                for g in picture.groups
                for x, y in (sheet.at(g.x, g.y),)
            ],
            stroke=1,
            links=[_link(k, picture, sheet, language) for k in picture.links],
            nodes=[_node(n, sheet, language) for n in picture.nodes],
            captions=_captions(picture, sheet, language, (4.0, 66.0, width - 4.0, drawn)),
            furniture=[*heading, *items],
        )
    )


def _description(picture: Picture, language: Language) -> str:
    return (
        f"{len(picture.nodes)} {text('entities', language)}, "
        f"{len(picture.links)} {text('links', language)}. {text('presumption', language)}"
    )


def _size(node: PictureNode, sheet: _Sheet) -> float:
    # Marks shrink less than distances, or a large network would be all dots.
    return round(node.radius * max(0.5, min(1.1, math.sqrt(sheet.scale))), 1)


def _reach(node: PictureNode, sheet: _Sheet) -> float:
    """Return how far from the middle of a node its links end: at its ring, if it has one."""
    return _size(node, sheet) * (1.45 if node.is_focus else 1.0)


def _node(node: PictureNode, sheet: _Sheet, language: Language) -> dict[str, object]:
    x, y = sheet.at(node.x, node.y)
    radius = _size(node, sheet)
    shape = shape_of(node.cls)
    return {
        "x": x,
        "y": y,
        "radius": radius,
        "points": points(node.cls, x, y, radius),
        "ring": round(radius * 0.78, 1) if shape == "ring" else None,
        "color": node.cls.color,
        "ink": ink_on(node.cls.color),
        "icon": icon_of(node.cls),
        "icon_size": round(radius * 1.05, 1),
        "icon_y": round(y + radius * (0.1 if shape == "triangle" else 0.38), 1),
        "title": f"{node.caption} ({node.cls.label.in_(language)})",
        "is_focus": node.is_focus,
        "halo": round(radius * 1.45, 1),
        "is_conflicting": node.is_conflicting,
        "mark_x": round(x + radius * 0.85, 1),
        "mark_y": round(y - radius * 0.85, 1),
    }


def _link(
    link: PictureLink, picture: Picture, sheet: _Sheet, language: Language
) -> dict[str, object]:
    source, target = picture.nodes[link.source], picture.nodes[link.target]
    path, tip = _curve(
        sheet.at(source.x, source.y),
        sheet.at(target.x, target.y),
        link.bend,
        (_reach(source, sheet), _reach(target, sheet)),
    )
    support = link.relationship.properties.get("support")
    said = text("line_dotted", language) if link.line == "dotted" else ""
    return {
        "path": path,
        "tip": tip,
        "layer": str(link.relationship.properties.get("layer", "reference")),
        "line": link.line,
        "width": 1.0 + min(1.5, 0.5 * (support - 1 if isinstance(support, int) else 0)),
        "opacity": 0.35 if link.is_quiet else 0.85,
        "title": f"{source.caption} → {link.label.in_(language)} → {target.caption} {said}".strip(),
    }


def _curve(
    start: tuple[float, float],
    end: tuple[float, float],
    bend: float,
    radii: tuple[float, float],
) -> tuple[str, str]:
    """Return the path of a link between two borders and the triangle at its end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    distance = math.hypot(dx, dy)
    if distance < 1e-6:
        x, y, r = start[0], start[1], radii[0]
        loop = f"c{-r:.1f},{-2 * r:.1f} {2 * r:.1f},{-2 * r:.1f} {r:.1f},0"
        return f"M{x - r / 2:.1f},{y - r:.1f}{loop}", ""
    via = (
        (start[0] + end[0]) / 2 + dy * bend * 2,
        (start[1] + end[1]) / 2 - dx * bend * 2,
    )
    first = _toward(start, via, radii[0] * 1.1)
    last = _toward(end, via, radii[1] * 1.1 + 2)
    back = _toward(last, via, 7.0)
    nx, ny = (back[1] - last[1]) * 0.38, (last[0] - back[0]) * 0.38
    tip = (
        f"M{last[0]:.1f},{last[1]:.1f}L{back[0] + nx:.1f},{back[1] + ny:.1f}"
        f"L{back[0] - nx:.1f},{back[1] - ny:.1f}Z"
    )
    return (
        f"M{first[0]:.1f},{first[1]:.1f}Q{via[0]:.1f},{via[1]:.1f} {back[0]:.1f},{back[1]:.1f}",
        tip,
    )


def _toward(
    start: tuple[float, float], goal: tuple[float, float], length: float
) -> tuple[float, float]:
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    distance = math.hypot(dx, dy) or 1.0
    share = min(1.0, length / distance)
    return start[0] + dx * share, start[1] + dy * share


def _captions(
    picture: Picture, sheet: _Sheet, language: Language, inside: Box
) -> list[dict[str, object]]:
    """Return the labels that fit: group headings, then nodes, the most needed first."""
    texts: list[tuple[tuple[str, ...], float, bool]] = []
    wishes: list[Wish] = []
    for group in picture.groups:
        x, y = sheet.at(group.x, group.y - group.radius)
        texts.append(((f"{group.cls.label.in_(language)} · {group.count}",), 12.5, False))
        width, height = _extent(texts[-1][0], 12.5)
        box = (x - width / 2, y - height - 3, x + width / 2, y - 3)
        wishes.append(Wish((box,), is_important=True))
    marks = []
    for node in picture.nodes:
        x, y = sheet.at(node.x, node.y)
        radius = _size(node, sheet)
        size = 15.0 if node.is_focus else 11.0 if node.is_grouped else 12.0
        texts.append((node.lines, size, node.is_focus))
        places = around(x, y, radius, *_extent(node.lines, size))
        wishes.append(
            Wish(places[:1] if node.is_focus or node.is_grouped else places, node.is_prominent)
        )
        marks.append((x - radius, y - radius, x + radius, y + radius))
    ranked = sorted(range(len(picture.nodes)), key=lambda i: (-picture.nodes[i].need, i))
    heads = range(len(picture.groups))
    first, *others = [len(picture.groups) + i for i in ranked] or [0]
    order = [first, *heads, *others] if picture.nodes else []
    return [
        _caption(*texts[i], wishes[i].places[number])
        for i, number in choose(wishes, order, marks, inside).items()
    ]


def _caption(lines: tuple[str, ...], size: float, bold: bool, box: Box) -> dict[str, object]:
    return {
        "lines": lines,
        "x": round((box[0] + box[2]) / 2, 1),
        "y": round(box[1] + size * 0.92, 1),
        "size": size,
        "leading": round(size * 1.15, 1),
        "bold": bold,
    }


def _extent(lines: tuple[str, ...], size: float) -> tuple[float, float]:
    """Return width and height of text, by the mean width of letters."""
    widest = max((len(line) for line in lines), default=0)
    return widest * size * _LETTER + 6, size * 1.15 * len(lines) + 2


def _heading(picture: Picture, title: str, language: Language) -> list[dict[str, object]]:
    return [
        {"kind": "text", "x": 28, "y": 40, "size": 22, "bold": True, "text": visible(title)},
        {
            "kind": "text",
            "x": 28,
            "y": 62,
            "size": 13,
            "soft": True,
            "text": _counts(picture, language),
        },
    ]


def _counts(picture: Picture, language: Language) -> str:
    counts = (
        f"{len(picture.nodes)} {text('entities', language)} · "
        f"{len(picture.links)} {text('links', language)}"
    )
    shown = len(picture.nodes)
    if picture.left_out:
        return f"{counts} · {text('left_out', language, shown=shown, all=shown + picture.left_out)}"
    if picture.is_truncated:
        return f"{counts} · {text('truncated', language, shown=shown)}"
    return counts
