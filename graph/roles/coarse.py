"""Coarser values: decades, provinces, regencies, multiples; each keeps its type and is true."""

from __future__ import annotations

from ontology.model import Ontology

_REGENCY_PIECES = 2


def decade(age: int) -> int:
    """Return the decade of an age.

    >>> decade(47)
    40
    """
    return age - age % 10


def province_of(ontology: Ontology, class_name: str | None, entity_id: str) -> str | None:
    """Return the code of the province that a territory lies in, from its Kemendagri code.

    >>> from ontology.model import load
    >>> province_of(load(), "Village", "region:53.01.02.2001")
    '53'
    """
    if class_name is None or not ontology.is_a(class_name, "Territory"):
        return None
    code = entity_id.partition(":")[2].partition(".")[0]
    return code if len(code) == _REGENCY_PIECES and code.isdigit() else None


def lifted(entity_id: str, pieces: int) -> str:
    """Return the id of the territory that another lies in.

    Args:
        entity_id: Id of a territory, its Kemendagri code after the colon.
        pieces: How many pieces of the code to keep: 1 for a province, 2 for a regency.

    >>> lifted("region:53.01.02.2001", 2)
    'region:53.01'
    """
    prefix, _, code = entity_id.partition(":")
    return f"{prefix}:{'.'.join(code.split('.')[:pieces])}"
