"""What is seen on the canvas as a file: GraphML, GEXF, CSV, or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

import orjson

from graph.projection.standing import CONFIRMED, STALE
from graph.services.floor import RULE, floor_rule, ruled
from graph.services.networks import NetworkView
from graph.snapshots import Snapshot
from graph.store import Relationship
from viz.clean import visible

Form = Literal["graphml", "gexf", "csv", "json"]

MEDIA_TYPES: Final[Mapping[Form, str]] = {
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}

_NODE_KEYS: Final = ("class", "caption", "first_day", "last_day", "support", "confidence")
_LINK_KEYS: Final = (
    *("type", "layer", "modality", "role", "stage", "first_day", "last_day"),
    *(CONFIRMED, STALE, "support", "confidence", "claims", "sources"),
)
# A spreadsheet would run what begins with these.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(view: NetworkView, snapshot: Snapshot, form: Form) -> bytes:
    """Return a view as a file; every link names its claims and the addresses of sources.

    Where numbers of people are rounded down the file says by what rule.
    """
    nodes = [
        {"id": n.id, "class": n.labels[0], **_picked(n.properties, _NODE_KEYS)} for n in view.nodes
    ]
    sources = _sources(view, snapshot)
    links = [
        {
            "id": r.id,
            "source": r.source,
            "target": r.target,
            "type": r.type,
            **_picked(r.properties, _LINK_KEYS),
            "sources": sources[r.id],
        }
        for r in view.relationships
    ]
    rule = floor_rule(snapshot)
    told = f"{rule.id} {rule.en}" if rule else None
    if form == "json":
        stated = {RULE: {"id": rule.id, "en": rule.en}} if rule else {}
        content = {**stated, "nodes": nodes, "links": links}
        return orjson.dumps(content, option=orjson.OPT_INDENT_2)
    if form == "csv":
        captions = {str(n["id"]): str(n.get("caption", "")) for n in nodes}
        return _csv(ruled(links, told), captions, [RULE] if told else []).encode()
    written = _gexf if form == "gexf" else _graphml
    return "".join(written(nodes, links, told)).encode()


def _picked(properties: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, object]:
    return {k: properties[k] for k in keys if properties.get(k) is not None}


def _sources(view: NetworkView, snapshot: Snapshot) -> dict[str, list[str]]:
    """Return addresses (or ids) of the documents behind each link."""
    cited = snapshot.claims([c for r in view.relationships for c in _ids(r)])
    claims = {s.id: s.claim.document for s in cited}
    documents = {d.id: d.url or d.id for d in snapshot.documents(list(set(claims.values())))}
    return {
        r.id: sorted(
            {documents[claims[c]] for c in _ids(r) if c in claims and claims[c] in documents}
        )
        for r in view.relationships
    }


def _ids(link: Relationship) -> list[str]:
    found = link.properties.get("claims")
    return [str(c) for c in found] if isinstance(found, list) else []


def _csv(
    links: list[dict[str, object]], captions: Mapping[str, str], further: Sequence[str]
) -> str:
    ends = ("source", "source_caption", "type", "target", "target_caption")
    columns = [*ends, *_LINK_KEYS[1:], *further]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for link in links:
        row = {
            **link,
            "source_caption": captions.get(str(link["source"]), ""),
            "target_caption": captions.get(str(link["target"]), ""),
        }
        writer.writerow([_cell(row.get(c)) for c in columns])
    # The mark tells spreadsheets that this is UTF-8.
    return "\ufeff" + buffer.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = visible(_text(value))
    return f"'{text}" if not isinstance(value, int | float) and text.startswith(_FORMULA) else text


def _text(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _graphml(
    nodes: list[dict[str, object]], links: list[dict[str, object]], rule: str | None
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, keys in (("node", _NODE_KEYS), ("edge", _LINK_KEYS)):
        for key in keys:
            number = key in ("support", "confidence")
            yield f'<key id="{kind}_{key}" for="{kind}" attr.name="{key}" '
            yield f'attr.type="{"double" if number else "string"}"/>\n'
    if rule:
        yield f"<desc>{escape(rule)}</desc>\n"
    yield '<graph edgedefault="directed">\n'
    for node in nodes:
        yield f"<node id={quoteattr(str(node['id']))}>{_data('node', _NODE_KEYS, node)}</node>\n"
    for link in links:
        ends = f"source={quoteattr(str(link['source']))} target={quoteattr(str(link['target']))}"
        yield f"<edge id={quoteattr(str(link['id']))} {ends}>"
        yield f"{_data('edge', _LINK_KEYS, link)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(kind: str, keys: tuple[str, ...], item: Mapping[str, object]) -> str:
    return "".join(
        f'<data key="{kind}_{key}">{escape(visible(_text(item[key])))}</data>'
        for key in keys
        if item.get(key) is not None
    )


def _gexf(
    nodes: list[dict[str, object]], links: list[dict[str, object]], rule: str | None
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    if rule:
        yield f"<meta><description>{escape(rule)}</description></meta>\n"
    yield '<graph defaultedgetype="directed">\n'
    for kind, keys in (("node", _NODE_KEYS), ("edge", _LINK_KEYS)):
        yield f'<attributes class="{kind}">\n'
        for key in keys:
            number = key in ("support", "confidence")
            told = f'title="{key}" type="{"double" if number else "string"}"'
            yield f'<attribute id="{kind}_{key}" {told}/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in nodes:
        label = quoteattr(visible(str(node.get("caption", node["id"]))))
        values = _values("node", _NODE_KEYS, node)
        yield f"<node id={quoteattr(str(node['id']))} label={label}>{values}</node>\n"
    yield "</nodes>\n<edges>\n"
    for link in links:
        ends = f"source={quoteattr(str(link['source']))} target={quoteattr(str(link['target']))}"
        told = f"id={quoteattr(str(link['id']))} {ends} label={quoteattr(str(link['type']))}"
        yield f"<edge {told}>{_values('edge', _LINK_KEYS, link)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(kind: str, keys: tuple[str, ...], item: Mapping[str, object]) -> str:
    made = (
        f'<attvalue for="{kind}_{key}" value={quoteattr(visible(_text(item[key])))}/>'
        for key in keys
        if item.get(key) is not None
    )
    return f"<attvalues>{''.join(made)}</attvalues>"
