"""One number for a whole graph, the same wherever and in whatever order it was built.

A digest is the sum, modulo 2^256, of the SHA-256 of every node and relationship. Sums do
not depend on order, and a change of one cluster updates the sum without reading the rest.
(An additive multiset hash, Bellare and Micciancio 1997; it detects mistakes, not forgers.)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import orjson

from graph.store import Node, Relationship

_MODULUS = 1 << 256


def record_hash(item: Node | Relationship) -> int:
    """Return the hash of one node or relationship, 0 to 2^256 - 1."""
    if isinstance(item, Node):
        content: list[object] = ["node", item.id, sorted(item.labels), dict(item.properties)]
    else:
        content = [
            "relationship",
            item.id,
            item.type,
            item.source,
            item.target,
            dict(item.properties),
        ]
    encoded = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    return int.from_bytes(hashlib.sha256(encoded).digest())


class Digest:
    """A running digest; add and remove records in any order."""

    def __init__(self, start: int = 0) -> None:
        self._sum = start

    def add(self, item: Node | Relationship) -> None:
        """Count a record in."""
        self.add_hash(record_hash(item))

    def add_hash(self, hashed: int) -> None:
        """Count in a record whose hash is known."""
        self._sum = (self._sum + hashed) % _MODULUS

    def remove(self, item: Node | Relationship) -> None:
        """Count a record out."""
        self.remove_hash(record_hash(item))

    def remove_hash(self, hashed: int) -> None:
        """Count out a record whose hash is known."""
        self._sum = (self._sum - hashed) % _MODULUS

    def hex(self) -> str:
        """Return the digest as 64 hexadecimal digits."""
        return f"{self._sum:064x}"


def digest(items: Iterable[Node | Relationship]) -> str:
    """Return the digest of a whole graph."""
    running = Digest()
    for item in items:
        running.add(item)
    return running.hex()
