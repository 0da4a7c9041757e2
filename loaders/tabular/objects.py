"""JSON arrays and NDJSON: one object per row, nested names joined by dots, numbers as written.

Refuses what Python's own parser lets pass: a key that stands twice, NaN and Infinity.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from loaders.errors import LoadError
from loaders.tabular.encoding import detect
from loaders.tabular.frames import Cells, Event, Head, Line, Refused
from loaders.tabular.limits import Limits

# Brackets outside strings, found by skipping over whole strings.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_SHOWN = 2_000
# The bytes, their text, and its objects are there at one time.
_COPIES = 3


def read_lines(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield heads, rows and refusals of a file with one JSON object per line.

    Raises:
        LoadError: The file cannot be read, or a line is longer than allowed.
    """
    encoding = detect(path)
    rows = _Rows({"encoding": encoding}, limits)
    with path.open(encoding=encoding, newline="\n") as file:
        number = 0
        while line := file.readline(limits.line + 1):
            number += 1
            if len(line) > limits.line:
                raise LoadError(f"{path}:{number} {limits.exceeded('line', 'a longer one')}")
            if line.strip():
                # A line cut out of an array keeps the comma behind it.
                text = line.strip()
                yield from rows.of(number, text[:-1] if text.endswith("},") else line)


def read_array(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield heads, rows and refusals of a JSON array of objects; rows count from 1.

    The file is read at once, so it may take a third of the memory of the reader; NDJSON streams.

    Raises:
        LoadError: It is no JSON array, too large to be read at once, or nested too deeply.
    """
    size, most = path.stat().st_size, (limits.memory << 20) // _COPIES
    if size > most:
        raise LoadError(
            f"{path} is a JSON array of {size:,} bytes, which is read at once; {most:,} may be. "
            "Write one object per line in a file that ends in .ndjson (`jq -c '.[]' FILE`), which "
            "is read as it comes, or set LACAK_LIMIT_MEMORY (MiB) higher."
        )
    encoding = detect(path)
    text = path.read_text(encoding)
    depth = _depth(text)
    if depth > limits.depth:
        raise LoadError(f"{path} {limits.exceeded('depth', f'{depth} levels')}")
    try:
        items = msgspec.json.decode(text, type=list[msgspec.Raw])
    except msgspec.DecodeError as error:
        raise LoadError(
            f"{path} is not a JSON array of objects: {error}. Write [{{...}}, {{...}}], or one "
            "object per line in a file that ends in .ndjson."
        ) from error
    rows = _Rows({"encoding": encoding}, limits)
    for number, raw in enumerate(items, 1):
        yield from rows.of(number, bytes(raw).decode())


class _Rows:
    """Turns objects into rows; columns are learned as their names appear."""

    def __init__(self, facts: dict[str, str], limits: Limits) -> None:
        self.facts = facts
        self.limits = limits
        self.columns: dict[str, int] = {}

    def of(self, number: int, text: str) -> Iterator[Event]:
        try:
            pairs = _pairs(text, self.limits)
        except (ValueError, RecursionError) as error:
            yield Refused(
                number, None, f"expected one JSON object: {error}. Correct it.", [text[:_SHOWN]]
            )
            return
        problem = self._problem(pairs)
        if problem is not None:
            yield Refused(number, None, problem, [text[:_SHOWN]])
            return
        new = [name for name, _ in pairs if name not in self.columns]
        if new:
            for name in new:
                self.columns[name] = len(self.columns)
            yield Head(list(self.columns), self.facts, is_sparse=True)
        cells: Cells = [None] * len(self.columns)
        for name, value in pairs:
            cells[self.columns[name]] = value
        yield Line(number, cells)

    def _problem(self, pairs: list[tuple[str, str | None]]) -> str | None:
        if len(self.columns) + len(pairs) > self.limits.columns:
            names = {*self.columns, *(name for name, _ in pairs)}
            if len(names) > self.limits.columns:
                return f"the object {self.limits.exceeded('columns', len(names))}"
        for name, value in pairs:
            for text in (name, value or ""):
                if not _is_storable(text):
                    return f"{name!a} holds half of a character (a lone surrogate). Remove it."
        return None


def _is_storable(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


def _pairs(text: str, limits: Limits) -> list[tuple[str, str | None]]:
    """Return names and values of an object, dotted for nested ones, numbers as written."""
    # Few brackets cannot nest deeply, which most rows need no more than counting for.
    depth = _depth(text) if text.count("[") + text.count("{") > limits.depth else 0
    if depth > limits.depth:
        raise ValueError(f"it {limits.exceeded('depth', f'{depth} levels')}")

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise ValueError(f"the key {twice!a} stands twice. Keep one")
        return found

    def refuse(name: str) -> object:
        raise ValueError(f"{name} is no JSON value. Write null")

    made = json.loads(
        text, object_pairs_hook=unique, parse_constant=refuse, parse_float=str, parse_int=str
    )
    if not isinstance(made, dict):
        kind = "a list" if isinstance(made, list) else "a single value"
        raise ValueError(f"got {kind}")  # noqa: TRY004  # becomes the reason of a refusal
    flat = list(_flatten("", made))
    names = [name for name, _ in flat]
    if len(set(names)) != len(names):
        raise ValueError("a nested name and a dotted name are the same. Rename one")
    return flat


def _flatten(prefix: str, value: object) -> Iterator[tuple[str, str | None]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flatten(f"{prefix}.{name}" if prefix else str(name), inner)
    elif isinstance(value, list):
        if any(isinstance(item, dict | list) for item in value):
            # A list of objects is a table of its own; kept whole, so that it is not lost.
            yield prefix, json.dumps(value, ensure_ascii=False)
        else:
            yield prefix, "; ".join("" if item is None else str(item) for item in value)
    elif isinstance(value, bool):
        yield prefix, "true" if value else "false"
    else:
        yield prefix, None if value is None else str(value)


def _depth(text: str) -> int:
    """Return the deepest nesting of brackets outside strings."""
    deepest = level = 0
    for found in _TOKEN.finditer(text):
        mark = found[0]
        if mark in ("{", "["):
            level += 1
            deepest = max(deepest, level)
        elif mark in ("}", "]"):
            level -= 1
    return deepest
