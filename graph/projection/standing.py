"""Legal stages: what is known by report only, and from when on a stage counts as stale.

What the ontology says of classes of documents and of stages is applied here, once, so that
every snapshot, picture and export that is made from a projection says the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from graph.ledger.rows import Stored
from graph.projection.evidence import Source
from graph.store import Value
from ontology import edtf
from ontology.errors import ValueTypeError
from ontology.model import Class, Concept, Ontology, Property

CONFIRMED, STALE = "confirmedOn", "staleFrom"
"""Properties that the projection adds to what expires."""

# The first day that dates here can have: no reader's day comes before it.
_LONG_AGO = "1678-01-01"


def may_be_reported(ontology: Ontology, prop: Property) -> bool:
    """Tell whether a property has values that news alone does not establish."""
    return prop.scheme is not None and bool(ontology.scheme(prop.scheme).by_report)


def told(ontology: Ontology, prop: Property, value: str, classes: Iterable[str]) -> str:
    """Return what a value is shown as, given the classes of the documents that state it.

    A legal stage that no document of an authority states is shown as reported.
    """
    known = {} if prop.scheme is None else ontology.scheme(prop.scheme).by_report
    if value not in known or any(ontology.cls(name).establishes for name in classes):
        return value
    return known[value]


def told_by_claim(
    ontology: Ontology, claims: Iterable[Stored], sources: Mapping[str, Source]
) -> dict[str, str]:
    """Return what each claim about one entity is shown as saying, by claim id."""
    together: dict[tuple[str, str], list[Stored]] = defaultdict(list)
    for stored in claims:
        together[stored.claim.property, stored.claim.value].append(stored)
    shown: dict[str, str] = {}
    for (name, value), group in together.items():
        prop = ontology.properties.get(name)
        said = value
        if prop is not None and may_be_reported(ontology, prop):
            said = told(ontology, prop, value, classes_of(group, sources))
        shown |= dict.fromkeys((s.id for s in group), said)
    return shown


def classes_of(claims: Iterable[Stored], sources: Mapping[str, Source]) -> list[str]:
    """Return the classes of the documents that state something, denials left out."""
    stated = (s.claim.document for s in claims if s.claim.modality != "denied")
    return [sources[d].cls for d in stated if d in sources]


def expiring(ontology: Ontology, properties: Mapping[str, object]) -> Concept | None:
    """Return the term among an entity's or link's values that expires, if there is one."""
    for name, value in properties.items():
        prop = ontology.properties.get(name)
        if prop is not None and prop.scheme is not None and isinstance(value, str):
            concept = ontology.scheme(prop.scheme).concepts.get(value)
            if concept is not None and concept.expires:
                return concept
    return None


def confirmation(
    ontology: Ontology,
    cls: Class,
    literals: Mapping[str, Value],
    claims: Sequence[Stored],
    sources: Mapping[str, Source],
) -> dict[str, Value]:
    """Return on which day an entity that expires was last confirmed, and when it is stale.

    Args:
        ontology: The model.
        cls: Class of the entity.
        literals: Its values, as they were picked.
        claims: That state the value that expires.
        sources: What is needed of every document, by id.

    Returns:
        Nothing for what does not expire. Where no day is known it is stale from the first.
    """
    if not cls.stale_after_days or expiring(ontology, literals) is None:
        return {}
    days = [day for s in claims if s.claim.modality != "denied" for day in _days(s, sources)]
    own = (literals.get("date"), literals.get("startDate"))
    days += [day for text in own if isinstance(text, str) and (day := edtf.bounds(text)[0])]
    if not days:
        return {STALE: _LONG_AGO}
    latest = max(days)
    stale = latest + timedelta(days=cls.stale_after_days)
    return {CONFIRMED: latest.isoformat(), STALE: stale.isoformat()}


def _days(stored: Stored, sources: Mapping[str, Source]) -> Iterable[date]:
    """Yield the days on which a claim was made; the earliest where there is a choice."""
    source = sources.get(stored.claim.document)
    for text in (source.published if source else None, stored.claim.asserted):
        day = _first_day(text)
        if day is not None:
            yield day


def _first_day(text: str | None) -> date | None:
    try:
        return edtf.bounds(text)[0] if text else None
    except ValueTypeError:
        # Days of documents are theirs, and were never checked; such a day confirms nothing.
        return None
