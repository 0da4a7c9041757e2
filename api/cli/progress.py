"""The bar that long commands show on the error stream: how far, how fast, how long still."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from api.cli.output import errors

_T = TypeVar("_T")


class _Rate(ProgressColumn):
    """Rows per second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


@contextmanager
def progress() -> Iterator[Progress]:
    """Show a bar as long as the context lasts; nothing where nobody looks."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    is_seen = errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=not is_seen) as shown:
        yield shown


def counted(things: Iterable[_T], description: str, total: int) -> Iterator[_T]:
    """Hand things on, a bar counting them."""
    with progress() as shown:
        yield from shown.track(things, total=total, description=description)
