"""How often one may ask."""

from __future__ import annotations

import pytest

from api.errors import TooManyRequestsError, headers_of
from api.security.limits import RateLimit


def test_a_burst_then_a_steady_rate():
    limit = RateLimit(60)
    for _ in range(10):
        limit.take("ani", now=100.0)
    with pytest.raises(TooManyRequestsError) as caught:
        limit.take("ani", now=100.0)
    assert headers_of(caught.value) == {"Retry-After": "1"}
    limit.take("budi", now=100.0)
    limit.take("ani", now=101.0)
    with pytest.raises(TooManyRequestsError):
        limit.take("ani", now=101.0)


def test_what_a_rare_caller_is_told_to_wait_suffices():
    limit = RateLimit(2)
    limit.take("ani", now=0.0)
    with pytest.raises(TooManyRequestsError) as caught:
        limit.take("ani", now=0.0)
    limit.take("ani", now=float(caught.value.retry_seconds))


def test_forgiven_callers_begin_anew():
    limit = RateLimit(2)
    limit.take("ani", now=0.0)
    limit.forgive("ani")
    limit.take("ani", now=0.0)


def test_callers_do_not_fill_the_memory():
    limit = RateLimit(60)
    for number in range(30_000):
        limit.take(str(number), now=number / 10)
    assert len(limit._buckets) <= 10_001
