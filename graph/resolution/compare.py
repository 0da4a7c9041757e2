"""Comparing two names of one class: the front door of name matching.

``compare`` picks the comparer by class. Names alone never prove that two records are one
entity: resolution adds evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Protocol

from graph.resolution.errors import UnmatchableClassError
from graph.resolution.match import Match
from graph.resolution.names.address import compare_addresses
from graph.resolution.names.agency import compare_agencies
from graph.resolution.names.agency_parts import parse_agency
from graph.resolution.names.company import compare_companies
from graph.resolution.names.identifiers import IDENTIFIER_TYPES, compare_identifiers
from graph.resolution.names.person import compare_persons
from ontology.errors import UnknownTermError
from ontology.model import Language, Ontology, load


class Comparer(Protocol):
    """A function that compares two names or identifiers of one kind."""

    def __call__(self, left: str, right: str, *, language: Language = "id") -> Match:
        """Compare two values."""
        ...


def compare(class_name: str, left: str, right: str, *, language: Language = "id") -> Match:
    """Compare two names or identifiers of entities of one class.

    Args:
        class_name: A class of the ontology (``Person``, ``PlacementCompany``, ``PhoneNumber``
            ...), the plain word ``Agency``, or an identifier type (``nik``, ``phone`` ...).
        left: A name as a source wrote it.
        right: Another.
        language: Language of the explanation.

    Raises:
        UnmatchableClassError: No rule compares entities of that class by name.

    >>> compare("Person", "Moch. Arifin", "Mochammad Arifin").decision
    'same'
    >>> compare("Organization", "Polda Kepri", "Kepolisian Daerah Kepulauan Riau").decision
    'same'
    """
    return _comparer(class_name)(left, right, language=language)


def _compare_organizations(left: str, right: str, *, language: Language = "id") -> Match:
    """Compare organisations of unknown kind: as agencies if both read as one."""
    reads_as_agency = bool(parse_agency(left).units) and bool(parse_agency(right).units)
    comparer = compare_agencies if reads_as_agency else compare_companies
    return comparer(left, right, language=language)


def _identifiers(value_type: str) -> Comparer:
    def comparer(left: str, right: str, *, language: Language = "id") -> Match:
        return compare_identifiers(value_type, left, right, language=language)

    return comparer


# Nearest ancestor wins; these classes stand for everything below them.
_BY_CLASS: Mapping[str, Comparer] = MappingProxyType(
    {
        "Person": compare_persons,
        "Company": compare_companies,
        "CivilSocietyOrganization": compare_companies,
        "TrainingCentre": _compare_organizations,
        "MediaOrganization": compare_companies,
        "University": compare_companies,
        "PublicBody": compare_agencies,
        "OrganizationalUnit": compare_agencies,
        "Organization": _compare_organizations,
        "Territory": compare_agencies,
        "Place": compare_companies,
        "Premises": compare_addresses,
        "PhoneNumber": _identifiers("phone"),
        "BankAccount": _identifiers("account"),
        "SocialMediaAccount": _identifiers("handle"),
        "Vehicle": _identifiers("plate"),
        "TravelDocument": _identifiers("passport"),
        "EmailAddress": _identifiers("email"),
        "Vessel": compare_companies,
    }
)
# Words that tables use for kinds that are no classes of the ontology.
_BY_WORD: Mapping[str, Comparer] = MappingProxyType(
    {"agency": compare_agencies, "address": compare_addresses}
    | {value_type: _identifiers(value_type) for value_type in IDENTIFIER_TYPES}
)


@cache
def _comparer(class_name: str) -> Comparer:
    """Find the comparer of a class, of its nearest ancestor, or of a plain word."""
    by_word = _BY_WORD.get(class_name.lower())
    if by_word is not None:
        return by_word
    for ancestor in _ancestors(class_name, load()):
        if ancestor in _BY_CLASS:
            return _BY_CLASS[ancestor]
    raise UnmatchableClassError(class_name)


def _ancestors(class_name: str, ontology: Ontology) -> tuple[str, ...]:
    name = class_name
    if name not in ontology.classes:
        name = {known.lower(): known for known in ontology.classes}.get(name.lower(), name)
    try:
        return ontology.cls(name).ancestors
    except UnknownTermError as error:
        raise UnmatchableClassError(class_name) from error
