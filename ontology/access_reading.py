"""``access.ttl`` to :class:`~ontology.access.Access`: only this code knows how rules are written.

A role is the predicate of its own rules: ``lacak:Person role:analyst treat:pseudonymised``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from ontology.access import OPENNESS, Access, Floor, Named, Role, Signs, Treatment
from ontology.errors import OntologyError
from ontology.model import ROOT, Ontology, Text
from ontology.reading import META, NS, RDF_TYPE, RDFS, SKOS, VOCAB

_ACCESS = "https://w3id.org/lacak/access/"
_ROLES = _ACCESS + "roles/"
_SUBJECTS = {
    _ACCESS + "value-types/": "type",
    _ACCESS + "standings/": "standing",
    VOCAB + "access-levels/": "level",
}

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Values = dict[str, list[_Term]]


def read(ontology: Ontology, file: Path = ROOT / "access.ttl") -> Access:
    """Read the rules of a file.

    Raises:
        OntologyError: The file does not parse, or a rule is incomplete or names no term.
    """
    nodes = _parse(file)
    roles = {name: _role(name, node) for name, node in _of_type(nodes, "Role")}
    floor = nodes[META + "Floor"]
    return Access(
        roles=MappingProxyType(roles),
        treatments=MappingProxyType({n: _named(n, v) for n, v in _of_type(nodes, "Treatment")}),
        standings=MappingProxyType({n: _named(n, v) for n, v in _of_type(nodes, "Standing")}),
        floor=Floor(
            int(_literal(floor, META + "multiple")),
            _text(floor, RDFS + "label"),
            _text(floor, SKOS + "definition"),
        ),
        markings=tuple(ontology.scheme("markings").concepts),
        signs=_signs(nodes, ontology),
        _rules=MappingProxyType(dict(_rules(nodes, roles, ontology))),
        _ontology=ontology,
    )


def _parse(file: Path) -> dict[str, _Values]:
    nodes: dict[str, _Values] = {}
    try:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                values = nodes.setdefault(quad.subject.value, defaultdict(list))
                values[quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        raise OntologyError(f"{file.name}: {error}") from error
    return nodes


def _of_type(nodes: dict[str, _Values], kind: str) -> Iterator[tuple[str, _Values]]:
    for values in nodes.values():
        if META + kind in _iris(values, RDF_TYPE):
            yield _literal(values, SKOS + "notation"), values


def _role(name: str, node: _Values) -> Role:
    return Role(
        name=name,
        label=_text(node, RDFS + "label"),
        definition=_text(node, SKOS + "definition"),
        rank=int(_literal(node, META + "rank")),
        marking=_iris(node, META + "greatestMarking")[0].removeprefix(VOCAB + "markings/"),
        is_floored=_literal(node, META + "isFloored") == "true",
        least_group=int(_literal(node, META + "leastGroup")),
    )


def _named(name: str, node: _Values) -> Named:
    return Named(name, _text(node, RDFS + "label"), _text(node, SKOS + "definition"))


def _rules(
    nodes: dict[str, _Values], roles: dict[str, Role], ontology: Ontology
) -> Iterator[tuple[tuple[str, str], Treatment]]:
    for iri, values in nodes.items():
        stated = {role: _iris(values, _ROLES + role) for role in roles}
        if any(stated.values()):
            subject = _subject(iri, ontology)
            for role, treatments in stated.items():
                for treatment in treatments:
                    yield (subject, role), _treatment(treatment)


def _subject(iri: str, ontology: Ontology) -> str:
    name = iri.removeprefix(NS)
    if name in ontology.classes:
        return f"class {name}"
    if name in ontology.properties:
        return f"property {name}"
    for prefix, kind in _SUBJECTS.items():
        if iri.startswith(prefix):
            return f"{kind} {iri.removeprefix(prefix)}"
    raise OntologyError(f"access.ttl: <{iri}> has a rule and is no class, property, level or type.")


def _treatment(iri: str) -> Treatment:
    name = iri.removeprefix(_ACCESS + "treatments/")
    if name not in OPENNESS:
        raise OntologyError(f"access.ttl: {iri} is no treatment; use {', '.join(OPENNESS)}.")
    return name


def _signs(nodes: dict[str, _Values], ontology: Ontology) -> Signs:
    accused, victim, office = (
        nodes[f"{_ACCESS}standings/{name}"] for name in ("accused", "victim", "office-holder")
    )
    properties, classes = ontology.properties, ontology.classes
    roles = ontology.scheme("roles").concepts
    of_role = VOCAB + "roles/"
    bounds = {n: _literal(v, META + "bound") for n, v in _with(nodes, "bound", NS)}
    return Signs(
        passive_ends=_names(victim, "passiveEnd", properties),
        shared_ends=_names(victim, "sharedEnd", properties),
        passive_roles=_names(victim, "passiveRole", roles, of_role),
        neutral_roles=_names(accused, "neutralRole", roles, of_role),
        role_property=_one(accused, "roleProperty", properties),
        unaccused=_names(accused, "exceptClass", classes),
        holder=_one(office, "holder", properties),
        held_post=_one(office, "heldPost", properties),
        post_at=_one(office, "postAt", properties),
        offices=_names(office, "officeIn", classes),
        bounds=MappingProxyType(bounds),
        harmless=MappingProxyType(
            {n: _harmless(nodes, ontology, n) for n, _ in _with(nodes, "tellsWhom", NS)}
        ),
        locating=frozenset(n for n, _ in _with(nodes, "locates", NS)),
        everywhere=frozenset(n for n, _ in _with(nodes, "everywhere", NS)),
        identifying=frozenset(n for n, _ in _with(nodes, "identifies", _ACCESS + "value-types/")),
        someone=frozenset(n for n, _ in _with(nodes, "isSomeone", NS)),
        called=MappingProxyType(
            {
                _literal(values, SKOS + "notation"): frozenset(_literals(values, META + "called"))
                for _, values in _with(nodes, "called", _ACCESS + "standings/")
            }
        ),
    )


def _with(nodes: dict[str, _Values], predicate: str, prefix: str) -> Iterator[tuple[str, _Values]]:
    for iri, values in nodes.items():
        if iri.startswith(prefix) and META + predicate in values:
            yield iri.removeprefix(prefix), values


def _harmless(nodes: dict[str, _Values], ontology: Ontology, name: str) -> frozenset[str]:
    """Return the notations of a property's vocabulary that are said to touch no victim."""
    scheme = str(ontology.property(name).scheme)
    said = _with(nodes, "touchesVictims", f"{VOCAB}{scheme}/")
    free = {n for n, values in said if _literal(values, META + "touchesVictims") == "false"}
    return frozenset(ontology.scheme(scheme).concept(n).notation for n in free)


def _names(
    node: _Values, predicate: str, known: Collection[str], prefix: str = NS
) -> frozenset[str]:
    found = frozenset(iri.removeprefix(prefix) for iri in _iris(node, META + predicate))
    for name in found:
        if name not in known:
            raise OntologyError(f"access.ttl: {predicate} names {name}, which does not exist.")
    return found


def _one(node: _Values, predicate: str, known: Collection[str]) -> str:
    found = _names(node, predicate, known)
    if len(found) != 1:
        raise OntologyError(f"access.ttl: {predicate} must name one term, names {len(found)}.")
    return next(iter(found))


def _iris(node: _Values, predicate: str) -> list[str]:
    return [v.value for v in node.get(predicate, ()) if isinstance(v, ox.NamedNode)]


def _literals(node: _Values, predicate: str) -> list[str]:
    return [v.value for v in node.get(predicate, ()) if isinstance(v, ox.Literal)]


def _literal(node: _Values, predicate: str) -> str:
    found = _literals(node, predicate)
    if not found:
        raise OntologyError(f"access.ttl: a term lacks {predicate.rpartition('#')[2]}.")
    return found[0]


def _text(node: _Values, predicate: str) -> Text:
    found = {v.language: v.value for v in node.get(predicate, ()) if isinstance(v, ox.Literal)}
    if "id" not in found or "en" not in found:
        raise OntologyError(f"access.ttl: a term lacks {predicate} in @id and @en.")
    return Text(id=found["id"], en=found["en"])
