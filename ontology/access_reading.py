"""``access.ttl`` to :class:`~ontology.access.Access`: only this code knows how rules are written.

A role is the predicate of its own rules: ``lacak:Person role:analyst treat:pseudonymised``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from ontology.access import OPENNESS, Access, Floor, Named, Role, Treatment
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
    victim = nodes[_ACCESS + "standings/victim"]
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
        passive_ends=frozenset(_names(victim, "passiveEnd", ontology.properties)),
        passive_roles=frozenset(
            _names(victim, "passiveRole", ontology.scheme("roles").concepts, VOCAB + "roles/")
        ),
        offices=frozenset(
            _names(nodes[_ACCESS + "standings/office-holder"], "officeIn", ontology.classes)
        ),
        harmless_measures=frozenset(_harmless(nodes, ontology)),
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


def _harmless(nodes: dict[str, _Values], ontology: Ontology) -> Iterator[str]:
    prefix = VOCAB + "measures/"
    for iri, values in nodes.items():
        if iri.startswith(prefix) and _literal(values, META + "touchesVictims") == "false":
            yield ontology.scheme("measures").concept(iri.removeprefix(prefix)).notation


def _names(
    node: _Values, predicate: str, known: Collection[str], prefix: str = NS
) -> Iterator[str]:
    for iri in _iris(node, META + predicate):
        name = iri.removeprefix(prefix)
        if name not in known:
            raise OntologyError(f"access.ttl: {predicate} names <{iri}>, which does not exist.")
        yield name


def _iris(node: _Values, predicate: str) -> list[str]:
    return [v.value for v in node.get(predicate, ()) if isinstance(v, ox.NamedNode)]


def _literal(node: _Values, predicate: str) -> str:
    found = next((v.value for v in node.get(predicate, ()) if isinstance(v, ox.Literal)), None)
    if found is None:
        raise OntologyError(f"access.ttl: a term lacks {predicate.rpartition('#')[2]}.")
    return found


def _text(node: _Values, predicate: str) -> Text:
    found = {v.language: v.value for v in node.get(predicate, ()) if isinstance(v, ox.Literal)}
    if "id" not in found or "en" not in found:
        raise OntologyError(f"access.ttl: a term lacks {predicate} in @id and @en.")
    return Text(id=found["id"], en=found["en"])
