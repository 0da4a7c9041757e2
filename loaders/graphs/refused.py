"""Records that an earlier load refused, corrected by hand; runs inside the locked process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from loaders.graphs import ftm, rdf
from loaders.graphs.frames import Event, Quad, Record, Refused, Value
from loaders.graphs.opening import lines
from loaders.tabular.limits import Limits

_FIELDS = frozenset(Record.__struct_fields__)
_VALUE_FIELDS = frozenset(Value.__struct_fields__)
_LINES = ("n-triples", "n-quads")


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield the records of a file of refused records.

    Raises:
        LoadError: The file cannot be read.
    """
    for number, text in lines(path, limits):
        try:
            entry = json.loads(text)
            yield from _of(entry, number)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            reason = f"no refused record: {error}. Keep the form of the line as it was."
            yield Refused(number, reason, text[:2_000])


def _of(entry: dict[str, object], number: int) -> Iterator[Event]:
    form = entry.get("_form")
    raw = entry.get("_raw")
    if isinstance(raw, str):
        if form in _LINES:
            yield from rdf.read_line(raw, number, str(form))
        elif form == "ftm":
            yield from ftm.read_line(raw, number)
        else:
            raise ValueError(f"a line of {form} cannot be read alone; correct the first file")
        return
    if "quads" in entry:
        yield from msgspec.convert(entry["quads"], list[Quad])
        return
    yield _record(entry["record"], number)


def _record(said: object, number: int) -> Record:
    if not isinstance(said, dict):
        raise ValueError("'record' must be an object")  # noqa: TRY004  # the text is wrong
    unknown = said.keys() - _FIELDS
    if unknown:
        raise ValueError(f"unknown {', '.join(sorted(map(str, unknown)))}")
    values = [_value(value) for value in said.get("values", [])]
    ends = said.get("ends")
    plain = {k: v for k, v in said.items() if k not in ("values", "ends", "line")}
    return Record(
        **{"id": "", "space": "iri", "types": [], **plain},
        line=number,
        values=values,
        ends=None if ends is None else (str(ends[0]), str(ends[1])),
    )


def _value(said: object) -> Value:
    if not isinstance(said, dict) or said.keys() - _VALUE_FIELDS:
        raise ValueError("a value has term, text, kind, datatype, field, valid, original")
    return Value(**said)
