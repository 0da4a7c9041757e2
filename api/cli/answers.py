"""Answers of catalogue queries as people read them: labels for codes, sources for claim ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.markup import escape
from rich.table import Table

from api.cli.output import console, plain, print_rows
from graph.services.citations import cite
from graph.services.queries import Answer
from graph.services.words import Words
from graph.snapshots import Snapshot
from ontology.model import Language, Ontology

_SHOWN_SOURCES = 3
# Answers that are read as a matrix: rows, columns, ids to count, and one more figure.
_MATRICES = {
    "partnership_coverage": ("province", "agency_kind", "agreement_ids", "interceptions"),
}


def print_answer(
    answer: Answer, snapshot: Snapshot, ontology: Ontology, language: Language, most: int
) -> None:
    """Print an answer: a table if it fits the terminal, else one card per row.

    Args:
        answer: What the query gave.
        snapshot: Where claims lead to their documents.
        ontology: Labels of classes and concepts.
        language: Of labels.
        most: The most rows to print.
    """
    console.print(f"[bold]{escape(answer.query.title.in_(language))}[/bold]")
    console.print(f"[dim]{escape(answer.query.description.in_(language).strip())}[/dim]")
    words = Words(ontology, language)
    if answer.query.name in _MATRICES:
        console.print(_matrix(answer, words))
        _print_end(answer, len(answer.rows), language)
        return
    rows = [_readable(row, words, language) for row in answer.rows[:most]]
    sources = _sources(answer, snapshot, most)
    for row, source in zip(rows, sources, strict=True):
        if source:
            row["sumber" if language == "id" else "sources"] = source
    columns = _columns(rows)
    if columns:
        print_rows(columns, rows, headers={c: c.replace("_", " ") for c in columns})
    _print_end(answer, most, language)


def _matrix(answer: Answer, words: Words) -> Table:
    """Return how many different things each pair of row and column has."""
    down, across, counted, extra = _MATRICES[answer.query.name]
    cells: dict[tuple[str, str], set[str]] = {}
    figures: dict[str, str] = {}
    for row in answer.rows:
        name = plain(row[down])
        figures[name] = plain(row[extra])
        ids = row[counted]
        if row[across] and isinstance(ids, list):
            cells.setdefault((name, plain(row[across])), set()).update(map(str, ids))
    totals = {
        kind: len(set().union(*(ids for (_, k), ids in cells.items() if k == kind)))
        for kind in sorted({kind for _, kind in cells})
    }
    kinds = sorted(totals, key=lambda kind: (-totals[kind], kind))
    # As many columns as stay readable; what is left over is counted together.
    fitting = max((console.width - 48) // 9, 3)
    kinds, rest = kinds[:fitting], kinds[fitting:]
    made = Table(show_lines=False, pad_edge=False, padding=(0, 1, 0, 0))
    made.add_column(words.of(down), no_wrap=True)
    for kind in kinds:
        made.add_column(escape(words.of(kind)), justify="right", overflow="fold")
    made.add_column(f"+{len(rest)}", justify="right")
    made.add_column(extra, justify="right", overflow="fold", style="dim")
    for name, figure in figures.items():
        found = [len(cells.get((name, kind), ())) for kind in kinds]
        found.append(len(set().union(*(cells.get((name, kind), set()) for kind in rest))))
        made.add_row(escape(name), *(str(n) if n else "·" for n in found), figure)
    return made


def _print_end(answer: Answer, most: int, language: Language) -> None:
    total = len(answer.rows)
    told = f"{total} {'baris' if language == 'id' else 'rows'}"
    if total > most:
        hint = "semua: --format csv" if language == "id" else "all: --format csv"
        told = f"{most} / {told} ({hint})"
    console.print(f"[dim]{told}[/dim]", highlight=False)


def _readable(row: Mapping[str, object], words: Words, language: Language) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, value in row.items():
        if name == "claims" or _is_shadowed(name, row):
            continue
        made[name] = _text(value, words, language, name)
    return made


def _is_shadowed(name: str, row: Mapping[str, object]) -> bool:
    """Tell whether a column of ids stands beside one with the captions."""
    for ending in ("_ids", "_id"):
        stem = name.removesuffix(ending)
        if stem != name:
            return stem in row or f"{stem}s" in row
    return False


def _text(value: object, words: Words, language: Language, column: str) -> str:
    if isinstance(value, bool):
        yes, no = ("ya", "tidak") if language == "id" else ("yes", "no")
        return yes if value else no
    if isinstance(value, int) and abs(value) >= 10_000:
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if language == "id" else grouped
    if isinstance(value, list):
        return "; ".join(_text(item, words, language, column) for item in value)
    return words.of(plain(value), column)


def _sources(answer: Answer, snapshot: Snapshot, most: int) -> list[str]:
    claims = [_claims(row) for row in answer.rows[:most]]
    found = cite(snapshot, snapshot.claims([c for row in claims for c in row]))
    lines = []
    for row in claims:
        named = dict.fromkeys(
            " ".join(filter(None, (c.publisher or c.title, c.published)))
            for c in (found[i] for i in row if i in found)
        )
        listed = list(named)
        more = f" +{len(listed) - _SHOWN_SOURCES}" if len(listed) > _SHOWN_SOURCES else ""
        lines.append("; ".join(listed[:_SHOWN_SOURCES]) + more)
    return lines


def _claims(row: Mapping[str, object]) -> list[str]:
    value = row.get("claims")
    return [str(item) for item in value] if isinstance(value, list) else []


def _columns(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Return columns that say something in at least one row, in order of first appearance."""
    names = dict.fromkeys(name for row in rows for name in row)
    return [name for name in names if any(row.get(name) for row in rows)]
