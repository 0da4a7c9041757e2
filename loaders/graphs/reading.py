"""A graph file as frames of records or statements, read by a locked process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import msgspec

from loaders import locked
from loaders.errors import LoadError
from loaders.graphs.frames import Frame, Request, decode_frame, encode
from loaders.tabular.limits import Limits

_WORKER = "loaders.graphs.worker"
_CPU_SECONDS_BASE, _CPU_SECONDS_PER_100_MB = 60, 120
# Relative IRIs count within their file.
_BASE = "https://w3id.org/lacak/file/"


def read(path: Path, form: str, digest: str, limits: Limits) -> Iterator[Frame]:
    """Yield what stands in a file, in order.

    Args:
        path: The file.
        form: Name of its format.
        digest: Hash of its content.
        limits: What it may cost.

    Raises:
        LoadError: The file cannot be read at all, or costs more than allowed.
    """
    request = Request(str(path.absolute()), form, f"{_BASE}{digest[:16]}/", asdict(limits))
    bounds = locked.Bounds(
        memory_mb=limits.memory,
        idle_seconds=limits.seconds,
        cpu_seconds=_CPU_SECONDS_BASE
        + _CPU_SECONDS_PER_100_MB * (path.stat().st_size // 100_000_000),
        hint=(
            "If the file is what you mean to load, set LACAK_LIMIT_MEMORY (MiB) or "
            "LACAK_LIMIT_SECONDS higher, or save it as N-Quads or FollowTheMoney lines, "
            "which are read piece by piece."
        ),
    )
    for body in locked.stream(_WORKER, encode(request), [path], bounds):
        try:
            yield decode_frame(body)
        except msgspec.DecodeError as error:
            raise LoadError(f"{path}: its reader answered nonsense: {error}.") from error
