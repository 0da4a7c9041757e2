"""Ids of other people's records as ids of ours, and back: never made from a name.

An id says where it comes from (its prefix) and keeps the foreign id letter by letter, with
what our ids cannot hold escaped, so that an export gives it back as it came.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

from ontology.claim import BASE, ID_PATTERN

FTM = "https://schema.followthemoney.tech/#"
STIX = "http://docs.oasis-open.org/ns/cti/stix#"

STIX_EXTENSION = "extension-definition--6ab1d2a2-7b4e-5a0b-9a1c-2f3f8f0d1c11"
"""Under this key objects of STIX carry what STIX has no room for."""

STIX_MAKER = "identity--7d3c3b6e-0c0e-5b43-8a7b-0a4c2b1f9e55"
"""Who wrote the bundles that Lacak exports; a program, and no entity of any graph."""

STIX_MARKINGS: Mapping[str, str] = MappingProxyType(
    {
        "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": "clear",
        "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": "green",
        "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": "amber",
        "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003": "amber-strict",
        "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "red",
    }
)
"""Notation of ``markings`` by the object that STIX 2.1 fixes for it, the freest first."""

_LONGEST = 200
_UNSAFE = re.compile(r"__|[^A-Za-z0-9._-]")
_ESCAPED = re.compile(r"__([0-9A-F]{2})")
_HASHED = re.compile(r"hash-[0-9a-f]{32}")
_WEB = ("http", "https")
_IRI = re.compile(r"([a-z][a-z0-9]*):(.+)", re.DOTALL)
# Written by our own FollowTheMoney export: prefix and key of an id of ours.
_OWN = re.compile(r"lacak-([a-z][a-z0-9]*)-(.+)", re.DOTALL)


def escape(text: str) -> str:
    """Return a key that an id can hold; :func:`unescape` gives the text back.

    >>> escape("NK-a1"), escape("a/b"), escape("_x"), unescape(escape("é__"))
    ('NK-a1', 'a__2Fb', 'x__5Fx', 'é__')

    What would be longer than 200 characters becomes a hash, which cannot be given back.
    """
    key = _UNSAFE.sub(_escaped, text)
    if not key[:1].isalnum() or key.startswith(("x__", "hash-")):
        # An id starts with a letter or digit; this mark is taken off again.
        key = (
            "x"
            + "".join(f"__{byte:02X}" for byte in text[:1].encode())
            + _UNSAFE.sub(_escaped, text[1:])
        )
    if len(key) > _LONGEST:
        content = text.encode(errors="surrogatepass")
        return f"hash-{hashlib.blake2b(content, digest_size=16).hexdigest()}"
    return key


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"__{byte:02X}" for byte in found[0].encode(errors="surrogatepass"))


def unescape(key: str) -> str | None:
    """Return the text that :func:`escape` made a key of; ``None`` where it was hashed."""
    if _HASHED.fullmatch(key):
        return None
    body = key[1:] if key.startswith("x__") else key
    octets = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), body)
    return octets.encode("latin-1").decode(errors="replace")


def iri_id(iri: str) -> str:
    """Return the id under which the thing of an IRI is kept; our own IRIs give our ids back.

    >>> iri_id("https://w3id.org/lacak/id/org:kp2mi"), iri_id("https://example.org/a#1")
    ('org:kp2mi', 'https:example.org__2Fa__231')
    """
    own = iri.removeprefix(BASE)
    if own != iri and ID_PATTERN.fullmatch(own):
        return own
    scheme, _, rest = iri.partition("://")
    if scheme in _WEB and rest:
        return f"{scheme}:{escape(rest)}"
    return f"iri:{escape(iri)}"


def ftm_id(foreign: str) -> str:
    """Return the id for an id of FollowTheMoney.

    >>> ftm_id("NK-a1"), ftm_id("lacak-org-kp2mi")
    ('ftm:NK-a1', 'org:kp2mi')
    """
    own = _OWN.fullmatch(foreign)
    if own is not None and ID_PATTERN.fullmatch(f"{own[1]}:{own[2]}"):
        return f"{own[1]}:{own[2]}"
    return f"ftm:{escape(foreign)}"


def to_ftm(entity_id: str) -> str:
    """Return the id that FollowTheMoney knows an entity by; see :func:`ftm_id`."""
    prefix, _, key = entity_id.partition(":")
    foreign = unescape(key) if prefix == "ftm" else None
    return foreign if foreign is not None else f"lacak-{prefix}-{key}"
