"""Any table as rows of text: CSV, TSV, XLSX, ODS, JSON, NDJSON, Parquet.

The file is read by a locked process; this side only receives heads, rows, and refusals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import msgspec

from loaders import locked
from loaders.errors import LoadError
from loaders.tabular.frames import Frame, Request, decode_frame, encode
from loaders.tabular.limits import Limits

_WORKER = "loaders.tabular.worker"
# Reading takes a few seconds per 100 MB; ten times that is no longer reading.
_CPU_SECONDS_BASE, _CPU_SECONDS_PER_100_MB = 60, 60


def read(
    path: Path,
    limits: Limits,
    *,
    sheet: str | None = None,
    delimiter: str | None = None,
    header: int = 1,
    in_bulk: bool = False,
) -> Iterator[Frame]:
    """Yield the head, then batches of rows and refusals, in order of the file.

    Args:
        path: The file; its ending says the format.
        limits: What it may cost.
        sheet: Name of the sheet of a workbook; the first by default.
        delimiter: Separator of a CSV; found from the header by default.
        header: Line of the header, counting from 1.
        in_bulk: Whether plain lines may come in stretches.

    Raises:
        LoadError: The file cannot be read as a table at all, or costs more than allowed.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    request = Request(str(path.absolute()), asdict(limits), sheet, delimiter, header, in_bulk)
    bounds = locked.Bounds(
        memory_mb=limits.memory,
        idle_seconds=limits.seconds,
        cpu_seconds=_CPU_SECONDS_BASE + _CPU_SECONDS_PER_100_MB * (size // 100_000_000),
        hint=(
            "If the file is what you mean to load, set LACAK_LIMIT_MEMORY (MiB) or "
            "LACAK_LIMIT_SECONDS higher, or save it as CSV."
        ),
    )
    for body in locked.stream(_WORKER, encode(request), [path], bounds):
        try:
            yield decode_frame(body)
        except msgspec.DecodeError as error:
            raise LoadError(f"{path}: its reader answered nonsense: {error}.") from error
