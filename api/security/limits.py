"""How often one may ask, and how much is worked on at once.

Both refuse early and cheaply: a request that is refused has cost neither a thread nor a query.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from api.errors import BusyError, TooManyRequestsError

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


class Turns:
    """A bounded number of requests at work, and a bounded number waiting for their turn.

    The newest waits least: under overload it can still be answered in time, while the oldest
    has lost most of its time already and is refused first.

    Args:
        running: How many are worked on at once.
        waiting: How many may wait.
        wait_seconds: How long one may wait.
    """

    def __init__(self, running: int, waiting: int, wait_seconds: float) -> None:
        self._free = running
        self._most = waiting
        self._seconds = wait_seconds
        self._queue: deque[asyncio.Future[None]] = deque()
        self.refused = 0
        self.running = 0

    @property
    def waiting(self) -> int:
        """How many are waiting."""
        return len(self._queue)

    async def take(self, seconds: float | None = None) -> None:
        """Wait for a turn, which :meth:`give_back` ends.

        Args:
            seconds: How long this one may wait, if not as long as any.

        Raises:
            BusyError: There was none in time.
        """
        if self._free > 0:
            self._free -= 1
        else:
            await self._wait(self._seconds if seconds is None else seconds)
        self.running += 1

    def give_back(self) -> None:
        """End a turn; the newest of those that wait has it now."""
        self.running -= 1
        while self._queue:
            waiter = self._queue.pop()
            if not waiter.done():
                waiter.set_result(None)
                return
        self._free += 1

    async def _wait(self, seconds: float) -> None:
        if self._most == 0:
            raise self._busy()
        if len(self._queue) >= self._most:
            oldest = self._queue.popleft()
            if not oldest.done():
                oldest.set_exception(self._busy())
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append(waiter)
        try:
            await asyncio.wait_for(asyncio.shield(waiter), seconds)
        except TimeoutError as error:
            self._leave(waiter)
            raise self._busy() from error
        except asyncio.CancelledError:
            self._leave(waiter)
            raise

    def _leave(self, waiter: asyncio.Future[None]) -> None:
        if waiter in self._queue:
            self._queue.remove(waiter)
        elif waiter.done() and not waiter.cancelled() and waiter.exception() is None:
            # The turn came in the moment in which the waiting ended: pass it on.
            self.running += 1
            self.give_back()

    def _busy(self) -> BusyError:
        self.refused += 1
        return BusyError("More is asked than can be answered now. Ask again in a moment.", 1)
