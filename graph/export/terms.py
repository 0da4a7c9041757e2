"""RDF terms as text: IRIs, literals, and their short forms in Turtle.

Plain strings, because a writer of strings is ten times faster than a graph library and
an export streams: nothing is held that has been written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from ontology.claim import BASE
from ontology.reading import META, NS, RDF_TYPE, RDFS, SKOS, VOCAB

XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
CLAIM = "https://w3id.org/lacak/claim/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "lacak": NS,
        "meta": META,
        "vocab": VOCAB,
        "id": BASE,
        "claim": CLAIM,
        "rdf": RDF,
        "rdfs": RDFS,
        "skos": SKOS,
        "owl": OWL,
        "xsd": XSD,
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "prov": PROV,
        "oa": OA,
        "dcterms": DCTERMS,
        "foaf": "http://xmlns.com/foaf/0.1/",
        "org": "http://www.w3.org/ns/org#",
        "geo": "http://www.opengis.net/ont/geosparql#",
    }
)
"""Prefixes of every Turtle and JSON-LD export."""

DATATYPES: Mapping[str, str] = MappingProxyType(
    {
        "date": EDTF,
        "interval": EDTF,
        "integer": XSD + "integer",
        "decimal": XSD + "decimal",
        "money": XSD + "decimal",
        "boolean": XSD + "boolean",
        "url": XSD + "anyURI",
    }
)
"""Datatype IRI by value type; every other literal type is ``xsd:string``."""

_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|\\^`]')
# Local names that need no escaping in Turtle: our ids, class and property names.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.:-]*[A-Za-z0-9_:-])?")

TYPE = f"<{RDF_TYPE}>"
"""The predicate that Turtle writes as ``a``."""


@lru_cache(maxsize=65_536)
def iri(text: str) -> str:
    """Return an IRI term; characters that an IRI may not hold are percent-encoded."""
    return f"<{_UNSAFE.sub(lambda m: f'%{ord(m[0]):02X}', text)}>"


def literal(value: str | float | Decimal, datatype: str = "") -> str:
    """Return a literal term.

    >>> literal("4822", "http://www.w3.org/2001/XMLSchema#integer")
    '"4822"^^<http://www.w3.org/2001/XMLSchema#integer>'

    Args:
        value: The value; booleans and numbers in their XSD spelling.
        datatype: Datatype IRI; empty for ``xsd:string``.
    """
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, float):
        # xsd:decimal knows no exponent.
        text = f"{Decimal(repr(value)):f}"
    else:
        text = str(value).translate(_ESCAPES)
    return f'"{text}"^^<{datatype}>' if datatype and datatype != XSD + "string" else f'"{text}"'


@lru_cache(maxsize=65_536)
def shorten(term: str) -> str:
    """Return a term as Turtle writes it, with a prefix where one fits.

    >>> shorten("<https://w3id.org/lacak/ns#Person>")
    'lacak:Person'
    """
    if term.startswith("<"):
        return _short(term)
    body, mark, datatype = term.rpartition("^^")
    return f"{body}^^{_short(datatype)}" if mark and datatype.endswith(">") else term


def _short(term: str) -> str:
    address = term[1:-1]
    cut = max(address.rfind("#"), address.rfind("/")) + 1
    prefix = _BY_NAMESPACE.get(address[:cut])
    local = address[cut:]
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else term


_BY_NAMESPACE = {namespace: prefix for prefix, namespace in PREFIXES.items()}
