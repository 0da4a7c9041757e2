"""What nodes and edges of GraphML and GEXF say, as records; runs inside the locked process.

Names of attributes are names of ours or nothing: ``class`` (or ``type``) says what a node is,
``type`` (or ``label``) what an edge is, and every other attribute is a property.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.graphs.frames import Record, Value
from ontology.claim import BASE
from ontology.reading import NS

COMPUTED = "lacak."
"""Beginning of the names of attributes that Lacak computed; a load leaves them out."""

RELATION = "relation"
"""Attribute of an edge that holds the id of the relation it was drawn from."""

MODALITY = "modality"
"""Attribute of an edge: how its sources put it, if not as a fact."""

_CLASS = ("class", "type", "kind", "labels", "node_type")
_LINK = ("class", "type", "relationship", "relation_type", "kind", "label")
_NAME = ("label", "name", "caption")


@dataclass(slots=True)
class Said:
    """One node or edge while it is being read.

    Attributes:
        id: Its id in the file; empty for edges without one.
        line: Where it starts.
        ends: Ids of the ends of an edge.
        values: (name, text, valid) of its attributes, in order.
        spells: When it was there, as EDTF.
    """

    id: str
    line: int
    ends: tuple[str, str] | None = None
    values: list[tuple[str, str, str | None]] = field(default_factory=list)
    spells: list[str] = field(default_factory=list)

    def first(self, names: Sequence[str]) -> str:
        """Return the text of the first attribute that has one of the names, best name first."""
        texts = {name: text for name, text, _ in reversed(self.values) if text.strip()}
        return next((texts[name] for name in names if name in texts), "")


def node(said: Said) -> Record:
    """Return the record of a node."""
    is_ours = said.id.startswith(BASE)
    used = _used(said, _CLASS)
    # Our own exports write names as such; what a picture shows may be made up of others.
    naming = [n for n in _NAME if n != "name"] if is_ours else _NAME
    values = list(_values(said, {*used, *naming}, _valid(said)))
    # Programs that know no label write the id there, which is no name.
    label = next((t for n, t, _ in said.values if n in _NAME and t not in ("", said.id)), "")
    if label and not is_ours:
        values.insert(0, Value(f"{NS}name", label, field="label", valid=_valid(said)))
    cls = said.first(_CLASS)
    return Record(
        line=said.line,
        id=said.id,
        space="local",
        types=[text.lstrip(":") for text in _split(cls)[:1]] if cls else [],
        values=values,
        place=f"node {said.id}",
        tags=[text for name, text, _ in said.values if name in ("role", "tags", "topics")],
    )


def edges(said: Said) -> Iterator[Record]:
    """Yield the record of an edge; one for each time it was there, if there are several."""
    for number in range(max(len(said.spells), 1)):
        valid = said.spells[number] if said.spells else None
        suffix = f"#{number + 1}" if len(said.spells) > 1 else ""
        yield _edge(said, valid, suffix)


def _edge(said: Said, valid: str | None, suffix: str) -> Record:
    relation = said.first((RELATION,))
    # Some programs number edges anew at every export, but within a file they count.
    key = relation if relation.startswith(BASE) else said.id
    is_ours = key.startswith(BASE)
    used = {*(_LINK if is_ours else _used(said, _LINK)), RELATION, MODALITY}
    ends = said.ends or ("", "")
    modality = said.first((MODALITY,))
    return Record(
        line=said.line,
        id=f"{key}{suffix}" if key else "",
        space="local",
        types=[],
        values=list(_values(said, used, valid)),
        link=said.first(_LINK),
        ends=ends,
        place=f"edge {said.id or said.line}: {ends[0]} → {ends[1]}",
        grades={k: v for k, v in (("valid", valid), (MODALITY, modality)) if v},
    )


def _used(said: Said, names: Sequence[str]) -> set[str]:
    """Return the attributes that say the class or relation: the one taken, and its equals."""
    taken = said.first(names)
    return {name for name, text, _ in said.values if name in names and text == taken}


def _valid(said: Said) -> str | None:
    return said.spells[0] if len(said.spells) == 1 else None


def _values(said: Said, left: set[str], valid: str | None) -> Iterator[Value]:
    for name, text, own_valid in said.values:
        if name in left or name.startswith(COMPUTED) or not text.strip():
            continue
        for part in _split(text):
            yield Value(NS + name, part, field=name, valid=own_valid or valid)
    if said.ends is None and len(said.spells) > 1:
        yield Value(f"{NS}spells", ", ".join(said.spells), field="spells")


def _split(text: str) -> list[str]:
    """Return the items of a JSON list of texts, or the text."""
    if text.startswith('["') and text.endswith('"]'):
        try:
            found = json.loads(text)
        except ValueError:
            return [text]
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return found
    return [text]
