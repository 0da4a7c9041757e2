"""A short text by which people recognise an entity; from its own values, never invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.store import Value
from ontology.model import Language, Ontology

_NAMED_BY = (
    "name",
    "abbreviation",
    "alias",
    "e164",
    "accountNumber",
    "handle",
    "plate",
    "documentNumber",
    "email",
    "number",
    "decreeNumber",
)
_LONGEST = 90


def caption(
    ontology: Ontology,
    class_name: str,
    properties: Mapping[str, Value],
    entity_id: str,
    language: Language = "id",
) -> str:
    """Return a caption for a projected entity.

    The first of its names; else initials with age; else what is counted; else what was
    said; else its class with the key of its id.
    """
    for name in _NAMED_BY:
        found = _first(properties.get(name))
        if found is not None:
            return found
    if initials := _first(properties.get("initials")):
        age = properties.get("age")
        return f"{initials} ({age})" if age is not None else initials
    for lower, upper, concept, scheme in (
        ("countLower", "countUpper", "measure", "measures"),
        ("groupSizeLower", "groupSizeUpper", "groupRole", "roles"),
    ):
        size = bounds_text(properties.get(lower), properties.get(upper), language)
        if size is not None:
            notation = _first(properties.get(concept))
            known = ontology.scheme(scheme).concepts.get(notation or "")
            return f"{size} {known.label.in_(language)}" if known else size
    if text := _first(properties.get("statementText")) or _first(properties.get("description")):
        # No quotation marks: this is the gist, not the speaker's words.
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return f"{ontology.cls(class_name).label.in_(language)} {entity_id.partition(':')[2]}"


def bounds_text(lower: Value, upper: Value, language: Language) -> str | None:
    """Return bounds of a number as people write them: ``4.822``, ``≥ 100``, ``90–100``."""
    low = _number(lower, language)
    high = _number(upper, language)
    if low is None:
        return None if high is None else f"≤ {high}"
    if high is None:
        return f"≥ {low}"
    return low if low == high else f"{low}–{high}"


def _number(value: Value, language: Language) -> str | None:
    if not isinstance(value, int):
        return None
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if language == "id" else grouped


def _first(value: Value) -> str | None:
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = value[0] if value else None
    return value if isinstance(value, str) else None
