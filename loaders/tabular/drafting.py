"""Drafts a mapping from a table, as YAML with comments for the person who corrects it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from loaders.errors import LoadError
from loaders.tabular import ends as two_ends
from loaders.tabular.ends import Ends
from loaders.tabular.frames import Cells, Head, Line, Lines, Refused
from loaders.tabular.guessing import Column, Guess, Guesser, are_unique, key_of, keys_of, quoted
from loaders.tabular.limits import Limits
from loaders.tabular.parse import NAMELESS
from loaders.tabular.protected import is_key_of_victims, is_nik, tells_of_victims
from loaders.tabular.reading import read
from loaders.tabular.spoilt import is_sum
from ontology.model import Ontology

_EMPTY = ('# Cells that mean "nothing here".', 'empty: ["-", "N/A"]')
_GROUP = "Group"
_SIZE = "groupSizeLower"
_SAMPLED = 500
_SHOWN = 60
_TITLES = 10
"""Lines among which a header is looked for."""


def draft(
    path: Path,
    ontology: Ontology,
    limits: Limits,
    *,
    header: int | None = None,
    sheet: str | None = None,
) -> str:
    """Return a mapping for a table, guessed from the names and the first 500 rows.

    Args:
        path: The table.
        ontology: Whose terms columns are compared with.
        limits: What the table may cost.
        header: Line of the header; the first that names every column by default.
        sheet: Sheet of a workbook; the first by default.

    Raises:
        LoadError: The file cannot be read, or holds no row.
    """
    if header is None:
        header, columns, facts = _headed(path, limits, sheet)
    else:
        columns, facts = _sample(path, limits, header, sheet)
    guesser = Guesser(ontology)
    if tells_of_victims(path.stem) or any(is_key_of_victims(c.name) for c in columns):
        entity = _victims(columns, guesser)
    elif (ends := two_ends.find(columns, ontology)) is not None:
        entity = _between(ends, columns, guesser)
    else:
        entity = _entity(columns, *guesser.class_of(columns, path.stem), guesser)
    parts = [*_top(path, facts, header, sheet), *entity]
    return "\n".join(parts) + "\n"


def _headed(
    path: Path, limits: Limits, sheet: str | None
) -> tuple[int, list[Column], dict[str, str]]:
    """Return the line of the header, below titles if there are any, and the sample."""
    first: LoadError | None = None
    for header in range(1, _TITLES + 1):
        try:
            columns, facts = _sample(path, limits, header, sheet)
        except LoadError as error:
            first = first or error
            if NAMELESS not in str(first):
                raise first from error
            continue
        # Lines below a header with gaps are rows, not headers.
        if header == 1 or not any(re.search(r"\d{3}|^\W*\d", c.name) for c in columns):
            return header, columns, facts
        break
    raise first or LoadError(f"{path} has no header. Name every column in its first line.")


def _sample(
    path: Path, limits: Limits, header: int, sheet: str | None
) -> tuple[list[Column], dict[str, str]]:
    head: Head | None = None
    rows: list[Line] = []
    refused: Refused | None = None
    for frame in read(path, limits, header=header, sheet=sheet):
        if isinstance(frame, Head):
            head = frame
        elif isinstance(frame, Lines):
            rows.extend(frame.rows)
            if len(rows) >= _SAMPLED:
                break
        elif isinstance(frame, Refused):
            refused = refused or frame
    if refused is not None and not rows:
        raise LoadError(f"{path}:{refused.number}: {refused.reason}")
    if head is None or not rows:
        raise LoadError(f"{path} holds no row below its header, so nothing can be guessed.")
    width = len(head.columns)
    different = dict.fromkeys(
        tuple((cell or "").strip() for cell in (*row.cells, *[""] * width)[:width])
        for row in rows
        if _is_record(row.cells)
    )
    cells = zip(*different, strict=True)
    return [Column(name, own) for name, own in zip(head.columns, cells, strict=True)], head.facts


def _is_record(cells: Cells) -> bool:
    """Tell whether a row may be a record: no line of sums, and no note below a table."""
    filled = [cell for cell in cells if cell]
    is_note = len(filled) == 1 and len(cells) > 2
    return bool(filled) and not is_note and not is_sum(filled[0])


def _top(path: Path, facts: dict[str, str], header: int, sheet: str | None) -> Iterator[str]:
    slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    slug = slug if slug[:1].isalpha() else f"tabel-{slug}".rstrip("-")
    # A name may break lines, which a comment must not.
    name = " ".join(path.name.split()) if path.name.isprintable() else ascii(path.name)
    yield f"# Mapping of {name}, drafted by `lacak map init`. Every line is a guess: check."
    yield (
        "# The file was read with "
        + (", ".join(f"{k} {v!r}" for k, v in facts.items()) or "no surprises")
        + "."
    )
    yield f"# Try it: lacak load {name} --map THIS.yaml --dry-run"
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
    keys = key_of([c for c in columns if cls.name == "Person" or not all(map(is_nik, c.values))])
    yield from _ignored([c for c in columns if guesses[c.name] is None and c not in keys])
    yield from _EMPTY
    yield "entities:"
    yield f"  {class_name[0].lower()}{class_name[1:]}:"
    yield f"    # {cls.label.id}; {why}. `lacak schema` lists classes."
    yield f"    class: {class_name}"
    yield from _key(keys, columns)
    yield "    properties:"
    yield from _properties(columns, guesses)
    if cls.is_relation:
        yield f"      # A relation links two entities: {cls.source} and {cls.target}."


def _between(ends: Ends, columns: Sequence[Column], guesser: Guesser) -> Iterator[str]:
    """Yield what stands at both ends of a call or transfer, and the relation between them."""
    kind = ends.kind
    others = [c for c in columns if c not in ends.columns]
    guesses = {c.name: guesser.guess(c, kind.relation) for c in others}
    keys = two_ends.key_of_relation(ends, columns)
    told = [c for c in others if guesses[c.name] is not None]
    yield "# Extracts name people of whom nothing is alleged: investigators alone see them."
    yield "marking: amber-strict"
    yield from _ignored([c for c in others if c not in told and c not in keys])
    yield from _EMPTY
    yield "entities:"
    yield from two_ends.entities(ends)
    label = guesser.ontology.cls(kind.relation).label.id
    yield f"  {kind.relation[0].lower()}{kind.relation[1:]}:"
    yield f"    # {label}; columns name a giving and a taking end."
    yield f"    class: {kind.relation}"
    yield from _key(keys, [c for c in columns if c not in ends.names])
    yield "    properties:"
    yield from two_ends.relation(ends)
    if told:
        yield from _properties(told, guesses)


def _ignored(unused: Sequence[Column]) -> Iterator[str]:
    if unused:
        yield "# Columns that fit nothing: map them below, or leave them here to ignore them."
        yield "ignore:"
        yield from (f"  - {quoted(c.name)}  # {_example(c)}" for c in unused)


def _victims(columns: Sequence[Column], guesser: Guesser) -> Iterator[str]:
    """Yield groups: victims are counted by place and time, and never told apart."""
    yield "# Of victims, witnesses and migrants only numbers enter; what tells them apart does not."
    guesses = {c.name: guesser.guess(c, _GROUP) for c in columns}
    if any(_is_size(found) and tells_of_victims(name) for name, found in guesses.items()):
        yield from _counted_groups(columns, guesses)
        return
    told = [c for c in columns if _is_of_group(guesses[c.name])]
    if len(told) < len(columns):
        yield "ignore:"
        yield from (f"  - {quoted(c.name)}" for c in columns if c not in told)
    yield from _group_of_victims()
    yield "    # Rows that agree here are one group. Without any, the whole table is one."
    shared = told or [c for c in columns if not is_key_of_victims(c.name)][:1]
    yield f"    key: [{', '.join(quoted(c.name) for c in shared)}]"
    yield "    partial: true"
    yield "    properties:"
    yield "      groupRole: {value: victim}"
    yield f"      {_SIZE}: {{count: rows}}"
    yield from _properties(told, guesses) if told else ()


def _group_of_victims() -> Iterator[str]:
    yield from _EMPTY
    yield "entities:"
    yield "  victims:"
    yield f"    class: {_GROUP}"


def _counted_groups(
    columns: Sequence[Column], guesses: Mapping[str, Guess | None]
) -> Iterator[str]:
    """Yield one group for each row, for a table that says how many victims each row has."""
    open_columns = [
        c for c in columns if not is_key_of_victims(c.name) and not any(map(is_nik, c.values))
    ]
    told = [
        c
        for c in open_columns
        if _is_of_group(guesses[c.name]) or (_is_size(guesses[c.name]) and tells_of_victims(c.name))
    ]
    keys = key_of(open_columns)
    unused = [c for c in columns if c not in told and c not in keys]
    yield "ignore:"
    yield from (f"  - {quoted(c.name)}" for c in unused)
    yield from _group_of_victims()
    yield from _key(keys, open_columns)
    yield "    properties:"
    yield "      groupRole: {value: victim}"
    yield from _properties(told, guesses)


def _is_of_group(guess: Guess | None) -> bool:
    """Tell whether a column says when or where, and so nothing of one victim."""
    return guess is not None and (
        guess.property.is_entity or guess.property.value_type == "interval"
    )


def _is_size(guess: Guess | None) -> bool:
    return guess is not None and guess.property.name == _SIZE


def _key(keys: Sequence[Column], columns: Sequence[Column]) -> Iterator[str]:
    if not keys:
        yield "    # No column tells rows apart: name several that together do. Never a name."
        keys = [c for c in columns if not c.is_serial][:2] or columns[:1]
    elif not are_unique(keys):
        yield "    # IT REPEATS: rows that agree here become ONE entity. If wrong, add more."
    others = [c for c in keys_of(columns) if c not in keys]
    yield f"    # Identifies a row; also possible: {_listed(others)}. Never a name."
    names = ", ".join(quoted(c.name) for c in keys)
    yield f"    key: {names if len(keys) == 1 else f'[{names}]'}"


def _properties(columns: Sequence[Column], guesses: Mapping[str, Guess | None]) -> Iterator[str]:
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
    if column.is_serial:
        return "numbers the rows of this file only"
    shown = " ".join(column.values[0].split())[:_SHOWN] if column.values else ""
    return f"e.g. {shown}" if shown else "always empty"
