"""GraphML and GEXF: nodes, edges, and picked values, for programs that draw and measure.

A relation with properties of its own is an edge that carries them. What Lacak computed
stands in attributes that begin with ``lacak.``, which a load leaves out. Who said what stays
behind: these formats have no place for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

import orjson

from graph.batches import batches
from graph.export.claims import ASSERTED
from graph.export.entities import Collector, Entity
from graph.projection.standing import CONFIRMED, STALE
from graph.services.floor import floor_rule
from graph.snapshots import Snapshot
from graph.store import Node, Relationship, Value
from ontology.claim import iri_of
from ontology.model import Ontology, Property

_BATCH = 500
_COMPUTED = (
    *("support", "confidence", "first_day", "last_day", "valid_from", "valid_to", "layer"),
    *(CONFIRMED, STALE),
)
_DERIVED = ("startsAt", "endsAt", "mentionedIn")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NUMBERS = {"support": "long", "confidence": "double"}

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge: ends, type, attributes, and when it held."""

    id: str
    source: str
    target: str
    type: str
    attributes: Attributes
    start: str | None
    end: str | None


@dataclass(slots=True)
class Drawing:
    """A snapshot, or a part of it, as nodes and edges.

    Args:
        snapshot: What is drawn.
        ontology: The model it was projected with.
        ids: Which entities; ``None`` for all.

    Attributes:
        left_out: Links that lead to a relation, which is an edge here, by type.
    """

    snapshot: Snapshot
    ontology: Ontology
    ids: Sequence[str] | None
    left_out: Counter[str] = field(default_factory=Counter)
    _relations: dict[str, Node] = field(default_factory=dict)
    _shown: set[str] = field(default_factory=set)
    _ends: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        derived = {self.ontology.property(name).relationship_type for name in _DERIVED}
        self._derived = derived
        wanted = None if self.ids is None else set(self.ids)
        drawn = {
            str(link.properties["relation"])
            for link in self.snapshot.all_relationships()
            if link.properties.get("relation") is not None
        }
        for node in self._all():
            if node.id in drawn:
                self._relations[node.id] = node
            elif wanted is None or node.id in wanted:
                self._shown.add(node.id)
        self._ends = self._entities_of_relations()
        said = Collector(self.snapshot, self.ontology, sorted(self._relations))
        self._said = {entity.id: entity for entity in said}

    _said: dict[str, Entity] = field(default_factory=dict)
    _derived: set[str | None] = field(default_factory=set)

    def _all(self) -> Iterator[Node]:
        return self.snapshot.all_nodes()

    def _entities_of_relations(self) -> dict[str, dict[str, list[str]]]:
        """Return the entities that relations name beside their ends, by relation."""
        names = {
            p.relationship_type: p.name
            for p in self.ontology.properties.values()
            if p.relationship_type is not None
        }
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for link in self.snapshot.all_relationships():
            if link.source in self._relations and link.type not in self._derived:
                name = names.get(link.type)
                if name is not None:
                    found[link.source][name].append(iri_of(link.target))
        return found

    def nodes(self) -> Iterator[tuple[Node, Attributes]]:
        """Yield every node with its attributes."""
        for batch in batches(self._all(), _BATCH):
            shown = [node for node in batch if node.id in self._shown]
            said = Collector(self.snapshot, self.ontology, [node.id for node in shown])
            for node, entity in zip(shown, said, strict=True):
                yield node, {"class": node.labels[0], **self._values(node.properties, entity)}

    def edges(self) -> Iterator[Edge]:
        """Yield every edge between two nodes that are shown."""
        for link in self.snapshot.all_relationships():
            if link.type in self._derived or link.source in self._relations:
                continue
            if link.target in self._relations and link.source in self._shown:
                self.left_out[link.type] += 1
            elif link.source in self._shown and link.target in self._shown:
                yield self._edge(link)

    def _edge(self, link: Relationship) -> Edge:
        relation = link.properties.get("relation")
        modality = str(link.properties.get("modality", "stated"))
        attributes: Attributes = {} if modality in ASSERTED else {"modality": modality}
        if isinstance(relation, str):
            node = self._relations[relation]
            attributes |= {"relation": iri_of(relation), "class": node.labels[0]}
            # What an edge says of itself, its modality says too.
            is_asserted = modality in ASSERTED
            said = self._said[relation] if is_asserted else None
            attributes |= self._values(node.properties, said)
            attributes |= {k: _listed(v) for k, v in self._ends.get(relation, {}).items()}
        computed = {k: v for k, v in link.properties.items() if k in _COMPUTED}
        return Edge(
            id=link.id,
            source=iri_of(link.source),
            target=iri_of(link.target),
            type=link.type,
            attributes=attributes | {f"lacak.{k}": _plain(v) for k, v in computed.items()},
            start=_text(link.properties.get("valid_from")),
            end=_text(link.properties.get("valid_to")),
        )

    def _values(self, properties: Mapping[str, Value], entity: Entity | None) -> Attributes:
        """Return the picked values that ``entity`` asserts, or all, and what Lacak computed."""
        made: Attributes = {}
        for name, value in properties.items():
            prop: Property | None = self.ontology.properties.get(name)
            if prop is not None and not prop.is_derived:
                asserted = None if entity is None else set(entity.values(name))
                items = [_plain(i) for i in (value if isinstance(value, list) else [value])]
                if kept := [i for i in items if asserted is None or i in asserted]:
                    made[name] = _listed(kept)
            elif name in _COMPUTED:
                made[f"lacak.{name}"] = _plain(value)
        return made


def write_graphml(
    snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Sequence[str] | None
) -> Counter[str]:
    """Write GraphML; return how many links of each type had no place."""
    drawing = Drawing(snapshot, ontology, ids)
    node_keys = _names("n", (a for _, a in drawing.nodes()))
    edge_keys = _names("e", (e.attributes for e in drawing.edges()))
    drawing.left_out.clear()
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    keys = {"node": {"label": "label", **node_keys}, "edge": {"type": "type", **edge_keys}}
    for kind, names in keys.items():
        file.writelines(
            f'<key id="{key}" for="{kind}" attr.name={quoteattr(name)} '
            f'attr.type="{_type_of(name)}"/>\n'
            for name, key in names.items()
        )
    if rule := floor_rule(snapshot):
        file.write(f"<desc>{escape(f'{rule.id} {rule.en}')}</desc>\n")
    file.write('<graph edgedefault="directed">\n')
    for node, attributes in drawing.nodes():
        label = str(node.properties.get("caption", node.id))
        body = _data({"label": label, **attributes}, keys["node"])
        file.write(f"<node id={quoteattr(iri_of(node.id))}>{body}</node>\n")
    for edge in drawing.edges():
        body = _data({"type": edge.type, **edge.attributes}, keys["edge"])
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        file.write(f"<edge id={quoteattr(edge.id)} {ends}>{body}</edge>\n")
    file.write("</graph>\n</graphml>\n")
    return drawing.left_out


def _data(attributes: Attributes, keys: Mapping[str, str]) -> str:
    return "".join(
        f'<data key="{keys[name]}">{_clean(escape, text)}</data>'
        for name, text in attributes.items()
    )


def write_gexf(
    snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Sequence[str] | None
) -> Counter[str]:
    """Write GEXF 1.3; return how many links of each type had no place."""
    drawing = Drawing(snapshot, ontology, ids)
    node_keys = _names("n", (a for _, a in drawing.nodes()))
    edge_keys = _names("e", (e.attributes for e in drawing.edges()))
    drawing.left_out.clear()
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        + _meta(snapshot)
        + '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
    )
    for kind, keys in (("node", node_keys), ("edge", edge_keys)):
        file.write(f'<attributes class="{kind}">\n')
        file.writelines(
            f'<attribute id="{key}" title={quoteattr(name)} type="{_type_of(name)}"/>\n'
            for name, key in keys.items()
        )
        file.write("</attributes>\n")
    file.write("<nodes>\n")
    for node, attributes in drawing.nodes():
        label = _clean(quoteattr, str(node.properties.get("caption", node.id)))
        body = _attvalues(attributes, node_keys)
        file.write(f"<node id={quoteattr(iri_of(node.id))} label={label}>{body}</node>\n")
    file.write("</nodes>\n<edges>\n")
    for edge in drawing.edges():
        when = "".join(f' {k}="{v}"' for k, v in (("start", edge.start), ("end", edge.end)) if v)
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        head = f'<edge id={quoteattr(edge.id)} kind="{edge.type}" label="{edge.type}" {ends}{when}>'
        file.write(f"{head}{_attvalues(edge.attributes, edge_keys)}</edge>\n")
    file.write("</edges>\n</graph>\n</gexf>\n")
    return drawing.left_out


def _meta(snapshot: Snapshot) -> str:
    rule = floor_rule(snapshot)
    told = f"<description>{escape(f'{rule.id} {rule.en}')}</description>" if rule else ""
    return f"<meta>{told}</meta>\n" if told else ""


def _attvalues(attributes: Attributes, keys: Mapping[str, str]) -> str:
    if not attributes:
        return ""
    made = (
        f'<attvalue for="{keys[name]}" value={_clean(_quoted, text)}/>'
        for name, text in attributes.items()
    )
    return f"<attvalues>{''.join(made)}</attvalues>"


def _quoted(text: str) -> str:
    # A line end in an attribute is read back as a space unless it is written as its number.
    return quoteattr(text, {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def _names(prefix: str, all_attributes: Iterator[Attributes]) -> dict[str, str]:
    names = dict.fromkeys(name for attributes in all_attributes for name in attributes)
    return {name: f"{prefix}{number}" for number, name in enumerate(sorted(names))}


def _type_of(name: str) -> str:
    """Return the type of an attribute; only what Lacak computed may be a number."""
    prefix, _, computed = name.partition(".")
    return _NUMBERS.get(computed, "string") if prefix == "lacak" else "string"


def _clean(quote: Callable[[str], str], text: str) -> str:
    return quote(_UNSAFE.sub("\ufffd", text))


def _listed(values: Sequence[str]) -> str:
    """Return one value as it is, several as a JSON list."""
    if len(values) == 1 and not values[0].startswith('["'):
        return values[0]
    return orjson.dumps(list(values)).decode()


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


__all__ = ["Drawing", "Edge", "write_gexf", "write_graphml"]
