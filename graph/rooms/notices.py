"""What a query names that the ontology does not have: it finds nothing, and that is no finding.

An engine answers a label, a relationship type or a property that nobody has with no rows, as
it answers what is true of nobody. So what is unknown is said beside the answer, with the term
that comes nearest. The query runs all the same: what it makes up by itself it may name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from graph.catalogue.lint import known_terms, unknown_uses
from graph.catalogue.terms import Kind
from graph.export.terms import PREFIXES
from ontology.model import Ontology, Text
from ontology.reading import NS, VOCAB

_CUTOFF: Final = 0.6
_MOST: Final = 10
"""Notices beside one answer; what names more unknown terms is no query of this graph."""

_WORDS: Final[Mapping[Kind | str, Text]] = MappingProxyType(
    {
        "label": Text("kelas", "class"),
        "type": Text("jenis relasi", "relationship type"),
        "property": Text("properti", "property"),
        "stored": Text("properti", "property"),
        "term": Text("kelas atau properti", "class or property"),
        "concept": Text("istilah kosakata", "vocabulary term"),
    }
)

_SPARQL = re.compile(
    r"""
    (?P<skip>\#[^\n]* | \"{3}(?:[^"\\]|\\.|\"(?!\"\"))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | [?$]\w+)
  | PREFIX\s+(?P<declared>[A-Za-z][\w.-]*)?:\s*<(?P<space>[^<>\s]*)>
  | <(?P<iri>[^<>"{}|^`\\\s]*)>
  | (?P<prefix>[A-Za-z][\w.-]*)?:(?P<local>(?:[\w:%.-]|\\.)*(?:[\w:%-]|\\.))
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def cypher_notices(text: str, ontology: Ontology) -> tuple[Text, ...]:
    """Return a notice for each label, relationship type and property nobody can have.

    A text that is no Cypher gives none: the engine says better what is wrong with it.
    """
    try:
        found = list(unknown_uses(text, ontology))
    except ValueError:
        return ()
    known = known_terms(ontology)
    labels = {"label": _class_labels(ontology), "type": {}}
    return tuple(
        _notice(
            use.kind, use.name, known[use.kind], labels.get(use.kind, _property_labels(ontology))
        )
        for use in found[:_MOST]
    )


def sparql_notices(text: str, ontology: Ontology) -> tuple[Text, ...]:
    """Return a notice for each term of the project's namespaces that there is not."""
    labels = {**_property_labels(ontology), **_class_labels(ontology)}
    terms, concepts = ontology.classes.keys() | ontology.properties.keys(), _concepts(ontology)
    found = []
    for iri in dict.fromkeys(_iris(text)):
        name = iri.removeprefix(NS)
        if name != iri and name and name not in terms:
            found.append(_notice("term", name, terms, labels))
        name = iri.removeprefix(VOCAB)
        if name != iri and name and name not in concepts:
            found.append(_notice("concept", name, concepts, {}))
    return tuple(found[:_MOST])


def _notice(kind: str, name: str, known: Iterable[str], labels: Mapping[str, str]) -> Text:
    word, near = _WORDS[kind], ", ".join(_nearest(name, known, labels))
    return Text(
        f"Ontologi tidak mengenal {word.id} {name!r}, jadi bagian kueri itu tidak menemukan "
        f"apa pun.{f' Terdekat: {near}.' if near else ''}",
        f"The ontology has no {word.en} {name!r}, so that part of the query finds nothing."
        f"{f' Nearest: {near}.' if near else ''}",
    )


def _nearest(name: str, known: Iterable[str], labels: Mapping[str, str]) -> list[str]:
    """Return the terms whose name or label, in either language, comes nearest."""
    called = {label.casefold(): term for label, term in labels.items()}
    called |= {term.casefold(): term for term in known}
    near = get_close_matches(name.casefold(), called, n=3, cutoff=_CUTOFF)
    return list(dict.fromkeys(called[n] for n in near))


def _class_labels(ontology: Ontology) -> Mapping[str, str]:
    return MappingProxyType(
        {word: c.name for c in ontology.classes.values() for word in (c.label.id, c.label.en)}
    )


def _property_labels(ontology: Ontology) -> Mapping[str, str]:
    return MappingProxyType(
        {word: p.name for p in ontology.properties.values() for word in (p.label.id, p.label.en)}
    )


def _concepts(ontology: Ontology) -> frozenset[str]:
    """Return vocabularies and their terms, as they are written after the namespace."""
    schemes = ontology.schemes.values()
    iris = [s.iri for s in schemes] + [c.iri for s in schemes for c in s.concepts.values()]
    return frozenset(iri.removeprefix(VOCAB) for iri in iris)


def _iris(text: str) -> Iterator[str]:
    """Yield every IRI that a SPARQL text names, in full or with a prefix."""
    spaces = dict(PREFIXES)
    for match in _SPARQL.finditer(text):
        if match["space"] is not None:
            spaces[match["declared"] or ""] = match["space"]
        elif match["iri"] is not None:
            yield match["iri"]
        elif match["local"] is not None and (match["prefix"] or "") in spaces:
            yield spaces[match["prefix"] or ""] + match["local"].replace("\\", "")
