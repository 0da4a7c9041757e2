"""Streams: cut into lists of bounded length, and made ahead of who takes from them.

``itertools.batched`` needs Python 3.12.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of up to ``size`` items, in order; nothing for an empty stream.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def ahead(items: Iterable[T]) -> Iterator[T]:
    """Yield items while the next one is already being made, by a thread of its own.

    >>> list(ahead("abc"))
    ['a', 'b', 'c']
    """
    iterator = iter(items)

    def one() -> list[T]:
        return list(islice(iterator, 1))

    with ThreadPoolExecutor(1) as maker:
        waiting = maker.submit(one)
        while made := waiting.result():
            waiting = maker.submit(one)
            yield made[0]
