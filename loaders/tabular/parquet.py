"""Parquet: every column as text, in slices, so that memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError
from loaders.tabular.frames import Event, Head, Line
from loaders.tabular.limits import Limits

_SLICE = 20_000


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield the head and the rows; rows count from 1.

    Raises:
        LoadError: It is no Parquet file, is damaged, or has nested columns.
    """
    # Imported here: it costs 100 ms, which only Parquet should pay.
    import polars as pl

    try:
        frame = pl.scan_parquet(path, glob=False)
        schema = frame.collect_schema()
        _check(path, schema, limits)
        height = int(frame.select(pl.len()).collect().item())
        if height > limits.rows:
            raise LoadError(f"{path} {limits.exceeded('rows', f'{height:,}')}")
        yield Head(list(schema.names()), {})
        texts = frame.select(pl.all().cast(pl.String, strict=False))
        for start in range(0, height, _SLICE):
            rows = texts.slice(start, _SLICE).collect().iter_rows()
            yield from (Line(start + n, list(row)) for n, row in enumerate(rows, 1))
    # A damaged file makes polars panic as well as raise.
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        short = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise LoadError(f"{path} cannot be read as Parquet: {short}. Write it anew.") from error


def _check(path: Path, schema: object, limits: Limits) -> None:
    import polars as pl

    if not isinstance(schema, pl.Schema):
        raise LoadError(f"{path} has no schema.")
    if len(schema) > limits.columns:
        raise LoadError(f"{path} {limits.exceeded('columns', len(schema))}")
    for name, kind in schema.items():
        if kind.is_nested() or kind in (pl.Binary, pl.Object):
            raise LoadError(
                f"{path}: the column {name!r} holds {kind}, no plain values. Leave it out or "
                "flatten it before you load."
            )
