"""Comparing two names of one class: the front door of name matching.

``compare`` picks the comparer by class; ``match_rows`` does so for a table of pairs, in
order. Names alone never prove that two records are one entity: resolution adds evidence.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Protocol, TextIO

from graph.resolution.errors import PairRowError, UnmatchableClassError
from graph.resolution.match import Match
from graph.resolution.names.address import compare_addresses
from graph.resolution.names.agency import compare_agencies
from graph.resolution.names.agency_parts import parse_agency
from graph.resolution.names.company import compare_companies
from graph.resolution.names.identifiers import IDENTIFIER_TYPES, compare_identifiers
from graph.resolution.names.person import compare_persons
from graph.resolution.tables import NameTable, read_table
from ontology.errors import UnknownTermError
from ontology.model import Language, Ontology, Text, load

COLUMNS = ("class", "left", "right")
"""Columns that a table of pairs must have."""

OUTCOME = ("score", "decision", "explanation")
"""Columns that comparing adds."""

NOT_COMPARED = Text("Tidak dibandingkan", "Not compared")
"""How the explanation of a row begins that holds nothing to compare."""


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


def match_rows(
    rows: Iterable[Mapping[str, str]], *, language: Language = "id"
) -> Iterator[dict[str, str]]:
    """Compare the pairs of a table, row by row, in order.

    Args:
        rows: Mappings with :data:`COLUMNS`.
        language: Language of the explanations.

    Yields:
        Each row as given, with ``score`` (three decimals), ``decision``, ``explanation``. A row
        that cannot be compared (a cell is empty, or its class has no names) is for review, and
        the explanation begins with :data:`NOT_COMPARED`.
    """
    for row in rows:
        yield {**row, **_outcome(row, language)}


def _outcome(row: Mapping[str, str], language: Language) -> dict[str, str]:
    lacking = [column for column in COLUMNS if not (row.get(column) or "").strip()]
    if lacking:
        is_empty = Text("kosong", "is empty").in_(language)
        return _not_compared(f"{', '.join(lacking)} {is_empty}.", language)
    try:
        match = compare(row["class"].strip(), row["left"], row["right"], language=language)
    except UnmatchableClassError as error:
        kind = Text(f"{error.indonesian} {row['class']!r}", str(error))
        return _not_compared(kind.in_(language), language)
    return {
        "score": f"{match.score:.3f}",
        "decision": match.decision,
        "explanation": match.explanation,
    }


def _not_compared(why: str, language: Language) -> dict[str, str]:
    told = f"{NOT_COMPARED.in_(language)}: {why}"
    return {"score": "0.000", "decision": "review", "explanation": told}


@dataclass(frozen=True, slots=True)
class Matched:
    """A table of pairs with what became of them.

    Attributes:
        table: The table as it came.
        answers: Its rows, in order, with :data:`OUTCOME`.
        not_compared: Numbers of rows, from 1, that could not be compared.
    """

    table: NameTable
    answers: list[dict[str, str]]
    not_compared: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many rows it has; every one came back."""
        return len(self.answers)

    def write(self, target: TextIO) -> None:
        """Write the rows as CSV, separated as they came, with columns for the outcome."""
        added = [c for c in OUTCOME if c not in {name.lower() for name in self.table.header}]
        header = (*self.table.header, *added)
        writer = csv.writer(target, delimiter=self.table.delimiter, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([row[name.lower()] for name in header] for row in self.answers)


def match_table(source: TextIO, *, language: Language = "id") -> Matched:
    """Compare the pairs of a CSV file.

    Args:
        source: CSV (comma, semicolon or tab) whose header has :data:`COLUMNS`; other columns
            are kept.
        language: Language of the explanations.

    Raises:
        PairRowError: The header lacks a column, or a line cannot be read.
    """
    table = read_table(source, COLUMNS, PairRowError)
    answers = list(match_rows(table.rows, language=language))
    mark = NOT_COMPARED.in_(language)
    left_out = (n for n, row in enumerate(answers, 1) if row["explanation"].startswith(mark))
    return Matched(table, answers, tuple(left_out))


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
