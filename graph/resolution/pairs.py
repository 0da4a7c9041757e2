"""Tables of pairs of names: each row comes back, in order, with score, decision, explanation.

A long table is shared out among the processors; the answers are the same.
"""

from __future__ import annotations

import csv
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TextIO

from graph.resolution.compare import compare
from graph.resolution.errors import PairRowError, UnmatchableClassError
from graph.resolution.tables import NameTable, read_table
from ontology.model import Language, Text

Row = Mapping[str, str]

COLUMNS = ("class", "left", "right")
"""Columns that a table of pairs must have."""

OUTCOME = ("score", "decision", "explanation")
"""Columns that comparing adds."""

NOT_COMPARED = Text("Tidak dibandingkan", "Not compared")
"""How the explanation of a row begins that holds nothing to compare."""

ENOUGH = 50_000
"""Rows from which on more processes pay: each must start, and meet every name anew."""

_STRETCH = 2_000
# Stretches that wait for each process: all are kept busy, few answers are held.
_AHEAD = 3


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


def match_all(
    rows: Sequence[Row], *, language: Language = "id", processes: int | None = None
) -> Iterator[dict[str, str]]:
    """Compare the pairs of a table as :func:`match_rows` does, on several processors.

    Args:
        rows: Mappings with :data:`COLUMNS`.
        language: Language of the explanations.
        processes: How many to use; by default one per processor from :data:`ENOUGH` rows on.

    Yields:
        The answers in the order of the rows, the same whatever the number of processes.
    """
    count = processes or (_processors() if len(rows) >= ENOUGH else 1)
    if count == 1:
        yield from match_rows(rows, language=language)
        return
    stretches = (rows[at : at + _STRETCH] for at in range(0, len(rows), _STRETCH))
    # A forked child would inherit the threads and locks of whoever asks.
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        asked = deque(pool.submit(_match, s, language) for s in islice(stretches, count * _AHEAD))
        while asked:
            yield from asked.popleft().result()
            asked.extend(pool.submit(_match, s, language) for s in islice(stretches, 1))


def _match(rows: Sequence[Row], language: Language) -> list[dict[str, str]]:
    return list(match_rows(rows, language=language))


def _processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Only Linux tells which of them are ours.
        return os.cpu_count() or 1


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
    answers = list(watch(match_all(table.rows, language=language)))
    mark = NOT_COMPARED.in_(language)
    left_out = (n for n, row in enumerate(answers, 1) if row["explanation"].startswith(mark))
    return Matched(table, answers, tuple(left_out))
