"""The legend of a static drawing: classes, kinds of lines, and the note that is never left out."""

from __future__ import annotations

from ontology.model import Class, Language
from viz.marks import OUTLINES, icon_of, ink_on, shape_of, wrap
from viz.picture import Picture
from viz.texts import text

_COLUMN = 256.0


def points(cls: Class, x: float, y: float, radius: float) -> str:
    """Return the corners of a class's outline as an SVG ``points`` value; empty: a circle."""
    corners = OUTLINES[shape_of(cls)]
    return " ".join(f"{x + dx * radius:.1f},{y + dy * radius:.1f}" for dx, dy in corners)


def legend(
    picture: Picture, language: Language, width: int, top: float
) -> tuple[list[dict[str, object]], float]:
    """Return the legend below the picture and the height of the file."""
    items: list[dict[str, object]] = []
    columns = max(1, int((width - 56) // _COLUMN))
    for position, (cls, count) in enumerate(picture.classes):
        x = 38 + (position % columns) * _COLUMN
        y = top + 16 + (position // columns) * 26
        items.append(_mark(cls, x, y))
        label = f"{cls.label.in_(language)} · {count}"
        items.append({"kind": "text", "x": x + 18, "y": y + 4.5, "size": 13, "text": label})
    y = top + 16 + (1 + (len(picture.classes) - 1) // columns) * 26 + 4
    x = 28.0
    for key, layer, line in _line_kinds(picture):
        label = text(key, language)
        room = 70 + len(label) * 7.2
        if x + room > width and x > 28:
            x, y = 28.0, y + 24
        items.append({"kind": "line", "x": x, "x2": x + 28, "y": y, "layer": layer, "line": line})
        items.append({"kind": "text", "x": x + 36, "y": y + 4.5, "size": 13, "text": label})
        x += room
    y += 32
    for line in wrap(text("presumption", language), int((width - 56) / 6.6), 6):
        items.append({"kind": "text", "x": 28, "y": y, "size": 12, "soft": True, "text": line})
        y += 17
    return items, y + 6


def _line_kinds(picture: Picture) -> list[tuple[str, str, str]]:
    """Return (text key, layer, line) of what distinguishes the links present."""
    layers = {str(k.relationship.properties.get("layer", "reference")) for k in picture.links}
    lines = {k.line for k in picture.links} - {"solid"}
    return [
        *((f"layer_{name}", name, "solid") for name in sorted(layers)),
        *((f"line_{name}", "reference", name) for name in sorted(lines)),
    ]


def _mark(cls: Class, x: float, y: float) -> dict[str, object]:
    shape = shape_of(cls)
    return {
        "kind": "mark",
        "x": x,
        "y": y,
        "radius": 10,
        "points": points(cls, x, y, 10),
        "color": cls.color,
        "ink": ink_on(cls.color),
        "icon": icon_of(cls),
        "icon_size": 10.5,
        "icon_y": round(y + (1.0 if shape == "triangle" else 3.8), 1),
    }
