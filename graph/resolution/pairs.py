"""Tables of pairs of names: each row comes back, in order, with score, decision, explanation."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

from graph.resolution.compare import compare
from graph.resolution.errors import PairRowError, UnmatchableClassError
from graph.resolution.tables import NameTable, read_table
from ontology.model import Language, Text

COLUMNS = ("class", "left", "right")
"""Columns that a table of pairs must have."""

OUTCOME = ("score", "decision", "explanation")
"""Columns that comparing adds."""

NOT_COMPARED = Text("Tidak dibandingkan", "Not compared")
"""How the explanation of a row begins that holds nothing to compare."""


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
        added = [c for c in OUTCOME if c not in self.table.keys]
        header = (*self.table.header, *added)
        writer = csv.writer(target, delimiter=self.table.delimiter, lineterminator="\n")
        writer.writerow(header)
        keys = (*self.table.keys, *added)
        writer.writerows([row[key] for key in keys] for row in self.answers)


def read_pairs(source: TextIO) -> NameTable:
    """Read a table of pairs: CSV (comma, semicolon or tab) whose header has :data:`COLUMNS`.

    Raises:
        PairRowError: The header lacks a column, or a line cannot be read.
    """
    return read_table(source, COLUMNS, PairRowError)


def match_table(
    table: NameTable,
    *,
    language: Language = "id",
    watch: Callable[[Iterable[dict[str, str]]], Iterable[dict[str, str]]] = iter,
) -> Matched:
    """Compare the pairs of a table; its other columns are kept.

    Args:
        table: From :func:`read_pairs`.
        language: Language of the explanations.
        watch: Hands the answers on, one by one, as they come: for a bar that counts them.
    """
    answers = list(watch(match_rows(table.rows, language=language)))
    mark = NOT_COMPARED.in_(language)
    left_out = (n for n, row in enumerate(answers, 1) if row["explanation"].startswith(mark))
    return Matched(table, answers, tuple(left_out))
