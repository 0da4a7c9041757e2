"""Which graph format a file is in: by its content, and by its ending where that leaves it open."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from loaders.errors import LoadError

_HEAD = 1 << 16

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".ttl": "turtle",
        ".nt": "n-triples",
        ".nq": "n-quads",
        ".trig": "trig",
        ".jsonld": "json-ld",
        ".rdf": "rdf-xml",
        ".graphml": "graphml",
        ".gexf": "gexf",
        ".net": "pajek",
        ".gml": "gml",
        ".dl": "dl",
        ".vna": "vna",
        ".mtx": "matrix-market",
    }
)
"""Format by an ending that belongs to it alone."""

FORMATS = (*ENDINGS.values(), "ftm", "stix", "node-link", "refused")
"""Names of all formats; ``refused`` is what an earlier load refused, corrected."""

# Endings that tables have too, or that say little: their content decides.
_OPEN = (".json", ".jsonl", ".ndjson", ".ijson", ".ftm", ".stix", ".xml", ".owl", ".n3")

# An object with lists of nodes and edges; lines that are a node or an edge each.
_NODE_LINK = re.compile(r'[\ufeff\s]*\{.*?"(?:nodes|elements)"\s*:\s*[\[{]', re.DOTALL)
_NEO4J = re.compile(
    r'[\ufeff\s]*\{(?=[^\n]*"(?:labels|start)"\s*:)[^\n]*"type"\s*:\s*"(?:node|relationship)"'
)

_JSON: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("refused", lambda t: '"_reason"' in t and '"_form"' in t),
    ("stix", lambda t: bool(re.search(r'"type"\s*:\s*"bundle"|"spec_version"\s*:\s*"2', t))),
    ("ftm", lambda t: '"schema"' in t and ('"properties"' in t or '"prop"' in t)),
    ("json-ld", lambda t: bool(re.search(r'"@(?:context|graph|id|type)"\s*:', t))),
    ("node-link", lambda t: bool(_NODE_LINK.match(t) or _NEO4J.match(t))),
)
_XML: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("graphml", re.compile(r"<(?:\w+:)?graphml[\s/>]")),
    ("gexf", re.compile(r"<(?:\w+:)?gexf[\s/>]")),
    ("rdf-xml", re.compile(r"<(?:\w+:)?RDF[\s/>]")),
)
_SECTION = re.compile(r"(?im)^\s*\*(?:vertices|network)\b")
_TURTLE = re.compile(r"(?im)^\s*(?:@prefix|@base|prefix\s|base\s)")


def detect(path: Path) -> str | None:
    """Return the name of the format that a file is in; ``None`` if it is no graph we know.

    Raises:
        LoadError: The file cannot be read.
    """
    ending = _ending(path)
    if ending in ENDINGS:
        return _confirmed(ENDINGS[ending], _head(path))
    if ending not in _OPEN:
        return None
    text = _head(path)
    found = _by_content(text)
    if found is None and ending in (".owl", ".n3") and _TURTLE.search(text):
        return "turtle"
    return found


def _ending(path: Path) -> str:
    """Return the ending that says what is inside, whatever it is packed with."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return name.suffix.lower()


def _confirmed(by_ending: str, text: str) -> str | None:
    """Return what the content says where it speaks clearly against the ending."""
    if by_ending == "pajek":
        return by_ending if _SECTION.search(text) else None
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if by_ending in ("turtle", "trig", "n-triples", "n-quads") and start in ("{", "["):
        return _by_content(text) or by_ending
    if by_ending != "rdf-xml" and start == "<" and text.lstrip("\ufeff \t\r\n")[:5] == "<?xml":
        return _by_content(text) or by_ending
    return by_ending


def _by_content(text: str) -> str | None:
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start in ("{", "["):
        return next((name for name, is_it in _JSON if is_it(text)), None)
    if start == "<":
        return next((name for name, pattern in _XML if pattern.search(text)), None)
    return None


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, _HEAD)
        except zlib.error:
            return ""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    return head.decode(encoding, errors="replace")
