"""What loading a table would claim and refuse, without writing anything."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from loaders.model import Refusal, Row, Source
from ontology.claim import TYPE, Claim

_MOST_REFUSALS = 20


@dataclass(slots=True)
class Preview:
    """What a load would do.

    Attributes:
        dataset: Name of the dataset.
        rows: Rows read: ``accepted + duplicates + quarantined``.
        accepted: Rows with a claim that no earlier row of the file makes.
        duplicates: Rows whose every claim an earlier row makes.
        quarantined: Rows refused.
        claims: Distinct claims.
        entities: Distinct entities by class.
        properties: Distinct claims by property.
        sample: Claims of the first rows, by line.
        refusals: The first refusals.
        reasons: How many rows were refused for each reason.
    """

    dataset: str
    rows: int = 0
    accepted: int = 0
    duplicates: int = 0
    quarantined: int = 0
    claims: int = 0
    entities: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    sample: list[tuple[int, tuple[Claim, ...]]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)


def preview(source: Source, shown: int = 5) -> Preview:
    """Read a table or graph and count what it would claim.

    Args:
        source: The table or graph.
        shown: Rows whose claims are kept as a sample.

    Raises:
        LoadError: The file cannot be read.
    """
    made = Preview(source.name)
    seen: set[bytes] = set()
    classes: set[bytes] = set()
    for item in source.items():
        if isinstance(item, Row):
            is_new = _count_row(made, item, seen, classes)
            if is_new and len(made.sample) < shown:
                made.sample.append((item.place.line or 0, item.claims))
        elif isinstance(item, Refusal):
            made.rows += 1
            made.quarantined += 1
            made.reasons[item.reason] += 1
            if len(made.refusals) < _MOST_REFUSALS:
                made.refusals.append(item)
    return made


def _count_row(made: Preview, row: Row, seen: set[bytes], classes: set[bytes]) -> bool:
    made.rows += 1
    new = 0
    for claim in row.claims:
        key = bytes.fromhex(claim.id)
        if key in seen:
            continue
        seen.add(key)
        new += 1
        if claim.property != TYPE:
            made.properties[claim.property] += 1
            continue
        # One entity may be said to be of its class at several places.
        entity = hashlib.blake2b(f"{claim.subject} {claim.value}".encode(), digest_size=16)
        if entity.digest() not in classes:
            classes.add(entity.digest())
            made.entities[claim.value] += 1
    made.claims += new
    if new:
        made.accepted += 1
    else:
        made.duplicates += 1
    return new > 0
