"""Drafts a mapping from a table, as YAML with comments for the person who corrects it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.errors import LoadError
from loaders.tabular.frames import Head, Line, Lines
from loaders.tabular.guessing import Column, Guess, Guesser, keys_of, quoted
from loaders.tabular.limits import Limits
from loaders.tabular.reading import read
from ontology.model import Ontology

_SAMPLED = 500
_SHOWN = 60


def draft(
    path: Path, ontology: Ontology, limits: Limits, *, header: int = 1, sheet: str | None = None
) -> str:
    """Return a mapping for a table, guessed from the names and the first 500 rows.

    Raises:
        LoadError: The file cannot be read, or holds no row.
    """
    columns, facts = _sample(path, limits, header, sheet)
    guesser = Guesser(ontology)
    class_name, why = guesser.class_of(columns, path.stem)
    parts = [
        *_top(path, facts, header, sheet),
        *_entity(columns, class_name, why, guesser),
    ]
    return "\n".join(parts) + "\n"


def _sample(
    path: Path, limits: Limits, header: int, sheet: str | None
) -> tuple[list[Column], dict[str, str]]:
    head: Head | None = None
    rows: list[Line] = []
    for frame in read(path, limits, header=header, sheet=sheet):
        if isinstance(frame, Head):
            head = frame
        elif isinstance(frame, Lines):
            rows.extend(frame.rows)
            if len(rows) >= _SAMPLED:
                break
    if head is None or not rows:
        raise LoadError(f"{path} holds no row below its header, so nothing can be guessed.")
    return [_column(name, i, rows) for i, name in enumerate(head.columns)], head.facts


def _column(name: str, index: int, rows: Sequence[Line]) -> Column:
    cells = [(r.cells[index] or "").strip() if index < len(r.cells) else "" for r in rows]
    filled = [cell for cell in cells if cell]
    distinct = tuple(dict.fromkeys(filled))
    return Column(name, distinct, len(filled) == len(rows), len(distinct) == len(rows))


def _top(path: Path, facts: dict[str, str], header: int, sheet: str | None) -> Iterator[str]:
    slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    slug = slug if slug[:1].isalpha() else f"tabel-{slug}".rstrip("-")
    yield f"# Mapping of {path.name}, drafted by `lacak map init`. Every line is a guess: check."
    yield (
        "# The file was read with "
        + (", ".join(f"{k} {v!r}" for k, v in facts.items()) or "no surprises")
        + "."
    )
    yield f"# Try it: lacak load {path.name} --map THIS.yaml --dry-run"
    yield f"dataset: {slug}"
    yield "document:"
    yield f"  title: {quoted(path.stem)}"
    yield "  # publisher: who made the table;  published: 2025-08-06;  url: https://..."
    yield "  # A always reliable, B usually, C fairly, D not usually, E never, F cannot be judged"
    yield "  reliability: F"
    if header != 1:
        yield f"header: {header}"
    if sheet is not None:
        yield f"sheet: {quoted(sheet)}"


def _entity(
    columns: Sequence[Column], class_name: str, why: str, guesser: Guesser
) -> Iterator[str]:
    cls = guesser.ontology.cls(class_name)
    guesses = {c.name: guesser.guess(c, class_name) for c in columns}
    unused = [c for c in columns if guesses[c.name] is None]
    keys = keys_of(columns)
    if unused:
        yield "# Columns that fit nothing: map them below, or leave them here to ignore them."
        yield "ignore:"
        for column in unused:
            if not keys or column is not keys[0]:
                yield f"  - {quoted(column.name)}  # {_example(column)}"
    yield '# Cells that mean "nothing here".'
    yield 'empty: ["-", "N/A"]'
    yield "entities:"
    yield f"  {class_name[0].lower()}{class_name[1:]}:"
    yield f"    # {cls.label.id}; {why}. `lacak schema` lists classes."
    yield f"    class: {class_name}"
    if keys:
        if not keys[0].is_unique:
            yield "    # It repeats: rows with the same key speak of one entity."
        yield f"    # Identifies a row; also possible: {_listed(keys[1:])}. Never a name."
        yield f"    key: {quoted(keys[0].name)}"
    else:
        yield "    # No column is unique: name several that together identify a row. Never a name."
        yield f"    key: [{', '.join(quoted(c.name) for c in columns[:2])}]"
    yield "    properties:"
    yield from _properties(columns, guesses)
    if cls.is_relation:
        yield f"      # A relation links two entities: {cls.source} and {cls.target}."


def _properties(columns: Sequence[Column], guesses: dict[str, Guess | None]) -> Iterator[str]:
    by_property: dict[str, list[Guess]] = {}
    for column in columns:
        found = guesses[column.name]
        if found is not None:
            by_property.setdefault(found.property.name, []).append(found)
    if not by_property:
        yield "      {}"
    for name, found_here in by_property.items():
        label = found_here[0].property.label.id
        if len(found_here) == 1:
            yield f"      {name}: {found_here[0].yaml}  # {label}; {found_here[0].reason}"
            continue
        yield f"      {name}:  # {label}"
        for one in found_here:
            yield f"        - {one.yaml}  # {one.reason}"


def _listed(columns: Sequence[Column]) -> str:
    return ", ".join(c.name for c in columns[:4]) or "no other column"


def _example(column: Column) -> str:
    shown = " ".join(column.values[0].split())[:_SHOWN] if column.values else ""
    return f"e.g. {shown}" if shown else "always empty"
