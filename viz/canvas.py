"""A pyvis network that is filled from a composed picture and writes our own page.

pyvis's own templates fetch from other hosts, and write data into script. This subclass
keeps pyvis's model (``nodes``, ``edges``, ``options``) and its vis-network files, and
replaces how they are filled and written.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from markupsafe import Markup
from pyvis.network import Network

from viz.marks import icon_of, ink_on, shape_of
from viz.page import asset, data_block, inline, policy, templates
from viz.picture import Picture

Json = dict[str, object]

_VIS: Final = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS: Final = (
    "data.js",
    "marks.js",
    "labels.js",
    "scene.js",
    "panel.js",
    "finder.js",
    "table.js",
    "page.js",
)
# Below this, drawing links while moving costs nothing that one would notice.
_HIDE_LINKS_ABOVE: Final = 300

_INTERACTION: Final[Json] = {
    "hover": True,
    "hoverConnectedEdges": False,
    "selectConnectedEdges": False,
    "multiselect": False,
    "keyboard": {"enabled": False},
    # Tooltips would take HTML; ours are text.
    "tooltipDelay": 86_400_000,
}
_OPTIONS: Final[Json] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 0, "chosen": False},
    "edges": {
        "chosen": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "arrowStrikethrough": False,
        "smooth": False,
        "selfReference": {"size": 16},
        "hoverWidth": 0,
        "selectionWidth": 0,
    },
}


class PictureNetwork(Network):  # type: ignore[misc]  # pyvis ships no types
    """A pyvis network holding a picture.

    Args:
        picture: What to draw. Ids of nodes and edges are positions in it, never text from
            data.
    """

    def __init__(self, picture: Picture) -> None:
        super().__init__(directed=True, cdn_resources="in_line", height="100%")
        self.options = _options(len(picture.links))
        self.nodes = [_node(i, picture) for i in range(len(picture.nodes))]
        self.edges = [_edge(i, picture) for i in range(len(picture.links))]
        self.node_ids = list(range(len(picture.nodes)))
        self.node_map = {n["id"]: n for n in self.nodes}

    def generate_html(self, name: str = "network.html.j2", **content: object) -> str:
        """Return the page.

        Args:
            name: Template.
            content: What the template shows; ``data`` becomes a JSON block.
        """
        library, ours = vis_network(), asset(*_SCRIPTS)
        style = asset("network.css")
        data = content.pop("data")
        return (
            templates()
            .get_template(name)
            .render(
                policy=policy([library, ours], [style]),
                library=library,
                script=ours,
                style=style,
                network=data_block(
                    {"nodes": self.nodes, "edges": self.edges, "options": self.options}
                ),
                data=data_block(data),
                **content,
            )
        )


@cache
def vis_network() -> Markup:
    """Return vis-network as the installed pyvis carries it (Apache-2.0 or MIT)."""
    return inline(files("pyvis").joinpath(_VIS).read_text("utf-8"))


def _options(links: int) -> Json:
    hides = links > _HIDE_LINKS_ABOVE
    return {
        **_OPTIONS,
        "interaction": {**_INTERACTION, "hideEdgesOnDrag": hides, "hideEdgesOnZoom": hides},
    }


def _node(index: int, picture: Picture) -> Json:
    """Return a node in vis-network's form, with what our scripts need beside it."""
    node = picture.nodes[index]
    properties = node.node.properties
    return {
        "id": index,
        "x": node.x,
        "y": node.y,
        "size": node.radius,
        "shape": "custom",
        "cls": node.cls.name,
        "entity": node.node.id,
        "caption": node.caption,
        "lines": node.lines,
        "rank": node.need,
        "prominent": node.is_prominent,
        "degree": node.degree,
        "focus": node.is_focus,
        "conflict": node.is_conflicting,
        "grouped": node.is_grouped,
        "support": properties.get("support"),
        "confidence": properties.get("confidence"),
        "days": [properties.get("first_day"), properties.get("last_day")],
    }


def _edge(index: int, picture: Picture) -> Json:
    link = picture.links[index]
    properties = link.relationship.properties
    support = properties.get("support")
    edge: Json = {
        "id": index,
        "from": link.source,
        "to": link.target,
        "width": 1.0 + min(1.6, 0.55 * (support - 1 if isinstance(support, int) else 0)),
        "dashes": {"solid": False, "dashed": [7, 5], "dotted": [2, 5]}[link.line],
        "relationship": link.relationship.id,
        "label_id": link.label.id,
        "label_en": link.label.en,
        "modality": link.modality,
        "line": link.line,
        "layer": str(properties.get("layer", "reference")),
        "quiet": link.is_quiet,
        "support": support,
        "confidence": properties.get("confidence"),
        "days": [properties.get("first_day"), properties.get("last_day")],
        "relation": properties.get("relation"),
    }
    if link.bend:
        edge["smooth"] = {
            "enabled": True,
            "type": "curvedCW" if link.bend > 0 else "curvedCCW",
            "roundness": abs(link.bend),
        }
    return edge


def classes(picture: Picture) -> Json:
    """Return how each class present looks and is called."""
    return {
        cls.name: {
            "id": cls.label.id,
            "en": cls.label.en,
            "color": cls.color,
            "ink": ink_on(cls.color),
            "icon": icon_of(cls),
            "shape": shape_of(cls),
            "count": count,
        }
        for cls, count in picture.classes
    }
