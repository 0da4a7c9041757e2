from __future__ import annotations

from itertools import count, islice

import pytest

from graph.batches import batches


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 100])
def test_batches_keep_order_and_lose_nothing(size: int) -> None:
    cut = list(batches(range(8), size))
    assert [n for batch in cut for n in batch] == list(range(8))
    assert all(len(batch) == size for batch in cut[:-1])
    assert 1 <= len(cut[-1]) <= size


def test_an_empty_stream_has_no_batches() -> None:
    assert list(batches([], 5)) == []


def test_an_endless_stream_is_read_only_as_far_as_needed() -> None:
    assert list(islice(batches(count(), 2), 2)) == [[0, 1], [2, 3]]
