"""The locked process that reads one table; started by :mod:`loaders.tabular.reading`."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from loaders import locked
from loaders.tabular import encoding, workbooks
from loaders.tabular.frames import Line, Lines, decode_request, encode
from loaders.tabular.parse import parse

_BATCH = 500
_CHARACTERS = 1 << 20


def prepare(payload: bytes) -> None:
    """Import what the file's format needs, because afterwards nothing can be."""
    for name in encoding.NAMES:
        importlib.import_module(f"encodings.{name.replace('-', '_')}")
    ending = Path(decode_request(payload).path).suffix.lower()
    if ending in workbooks.ENDINGS:
        importlib.import_module("python_calamine")
        # Names inside archives are written in it.
        importlib.import_module("encodings.cp437")
    elif ending == ".parquet":
        polars = importlib.import_module("polars")
        # Its threads and pools start with the first query, which must come before the lock.
        polars.LazyFrame({"a": [1]}).select(polars.len()).collect()


def work(payload: bytes) -> Iterator[bytes]:
    """Yield frames; rows in batches bounded by number and by size."""
    batch: list[Line] = []
    size = 0
    for event in parse(decode_request(payload)):
        if isinstance(event, Line):
            batch.append(event)
            size += sum(len(cell) for cell in event.cells if cell)
            if len(batch) < _BATCH and size < _CHARACTERS:
                continue
        if batch:
            yield encode(Lines(batch))
            batch, size = [], 0
        if not isinstance(event, Line):
            yield encode(event)
    if batch:
        yield encode(Lines(batch))


if __name__ == "__main__":
    locked.serve(prepare, work)
