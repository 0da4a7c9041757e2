"""The data files beside this package, read once.

Owns where gazetteers lie and how their lines are split. Refuses lines that are neither a
comment nor tab-separated.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
"""Folder of gazetteers, the annotated domain sentences and the tagger's model."""


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the tab-separated fields of each line that is not a comment."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(field.strip() for field in line.split("\t"))


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of one list of ``word_lists.tsv``, case as written."""
    return frozenset(
        word for row in rows("word_lists.tsv") if row[0] == name for word in row[1].split()
    )
