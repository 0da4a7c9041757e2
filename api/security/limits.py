"""How often one may ask; who asks more often is refused before it costs a thread or a query."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import Final

from api.errors import TooManyRequestsError

BURST_SECONDS: Final = 10.0
"""A caller that was silent may ask at once what it may ask in this time."""

_MOST_CALLERS: Final = 10_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


@dataclass(slots=True)
class RateLimit:
    """Token buckets, one per caller.

    Attributes:
        per_minute: What one caller may ask in a minute, once its burst is used up.
    """

    per_minute: float
    _buckets: dict[str, _Bucket] = field(default_factory=dict)

    @property
    def burst(self) -> float:
        """What a caller that was silent may ask at once."""
        return max(1.0, self.per_minute * BURST_SECONDS / 60)

    def take(self, caller: str, now: float | None = None) -> None:
        """Count one request.

        Args:
            caller: Who asks.
            now: Seconds on a clock that never goes back; the system's where absent.

        Raises:
            TooManyRequestsError: The caller has used up what it may.
        """
        bucket = self._filled(caller, time.monotonic() if now is None else now)
        if bucket.left < 1:
            wait = math.ceil((1 - bucket.left) * 60 / self.per_minute)
            raise TooManyRequestsError(
                f"More than {self.per_minute:g} requests a minute. Ask again in {wait} s.", wait
            )
        bucket.left -= 1

    def forgive(self, caller: str) -> None:
        """Forget what a caller has asked."""
        self._buckets.pop(caller, None)

    def _filled(self, caller: str, now: float) -> _Bucket:
        if len(self._buckets) >= _MOST_CALLERS:
            # Full buckets say nothing that a missing one would not.
            self._buckets = {k: b for k, b in self._buckets.items() if now - b.at < BURST_SECONDS}
        bucket = self._buckets.setdefault(caller, _Bucket(self.burst, now))
        bucket.left = min(self.burst, bucket.left + (now - bucket.at) * self.per_minute / 60)
        bucket.at = now
        return bucket
