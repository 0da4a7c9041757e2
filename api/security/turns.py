"""How much is worked on at once, and who waits how long for a turn.

Requests share one processor: two that are worked on together each take twice as long, so that
only few are begun at a time. One that is at work for long waits for an engine, mostly, and
makes room for the next. A queue that a burst leaves is waited for; one that stays, because more
is asked than can be answered, would only make every answer late: then one program may wait, for
no longer than a request usually takes, and those that come meanwhile are turned away at the door,
which costs next to nothing. What is accepted is answered nearly as soon as on a quiet day.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from api.errors import BusyError

CALM_SECONDS: Final = 1.0
"""After nobody was refused for so long, whoever comes may wait again."""

BRIEFEST_SECONDS: Final = 0.005
"""The least that a request may wait: a server that is quick need not be hasty."""

_FIRST_GUESS_SECONDS: Final = 0.02
# A share of one in thirty: half of what is known is of the last twenty requests.
_LEARNING: Final = 1 / 30
# What takes much longer than usual is waiting for something else than the processor.
_LONG: Final = 2.0
_LONG_SECONDS: Final = (0.02, 0.5)


@dataclass(slots=True, eq=False)
class Turn:
    """The turn of one request.

    Attributes:
        turns: Where it is taken from.
        began: When, on a clock that never goes back.
        is_new: It counts among those that have just begun.
        is_over: It was given back.
    """

    turns: Turns
    began: float
    is_new: bool = True
    is_over: bool = False
    _timer: asyncio.TimerHandle | None = field(default=None, repr=False)

    def end(self) -> None:
        """Give the turn back; doing so twice does nothing more."""
        if not self.is_over:
            self.is_over = True
            if self._timer is not None:
                self._timer.cancel()
            self.turns._ended(self)  # noqa: SLF001  # the same module

    def watch(self, seconds: float) -> None:
        """Make room for the next after so many seconds, if it is not over by then."""
        self._timer = asyncio.get_running_loop().call_later(seconds, self._grow_old)

    def _grow_old(self) -> None:
        if not self.is_over:
            self.turns._grew_old(self)  # noqa: SLF001  # the same module


class Turns:
    """A bounded number of requests at work, and a bounded number waiting for their turn.

    Whoever came first goes first, until more is asked than can be answered. From then on the
    newest does: it can still be answered in time, while the oldest has lost most of its time
    already and is refused first.

    Args:
        running: How many are worked on at once, those that take long included.
        waiting: How many may wait.
        wait_seconds: How long one may wait in a burst; in an overload only as long as a
            request usually takes.
        abreast: How many that have just begun are worked on at once.
    """

    def __init__(
        self, running: int, waiting: int, wait_seconds: float, abreast: int | None = None
    ) -> None:
        self._most_running = running
        # Where nobody may wait, everybody begins who may run at all.
        self._most_new = min(running, abreast or running) if waiting else running
        self._most_waiting = waiting
        self._seconds = wait_seconds
        self._people: deque[asyncio.Future[Turn]] = deque()
        self._programs: deque[asyncio.Future[Turn]] = deque()
        self._usual = _FIRST_GUESS_SECONDS
        self._refused_at = -CALM_SECONDS
        self._new = 0
        self.refused = 0
        self.running = 0

    @property
    def waiting(self) -> int:
        """How many are waiting."""
        return len(self._people) + len(self._programs)

    @property
    def is_overloaded(self) -> bool:
        """Somebody was refused a moment ago."""
        return time.monotonic() - self._refused_at < CALM_SECONDS

    @property
    def patience_seconds(self) -> float:
        """How long a program may wait now."""
        if not self.is_overloaded:
            return self._seconds
        return min(self._seconds, max(BRIEFEST_SECONDS, self._usual))

    @property
    def is_crowded(self) -> bool:
        """A program that comes now would wait in vain: in an overload, the next already waits."""
        return bool(self._programs) and self.is_overloaded and len(self._programs) >= self._most_new

    def turn_away(self) -> BusyError:
        """Count somebody who is refused and return the error that says so."""
        self.refused += 1
        self._refused_at = time.monotonic()
        return BusyError("More is asked than can be answered now. Ask again in a moment.", 1)

    async def take(self, seconds: float | None = None) -> Turn:
        """Wait for a turn and return it.

        Args:
            seconds: How long somebody who looks at a page may wait: before any program, and
                in an overload too. ``None`` for programs.

        Raises:
            BusyError: There was none in time.
        """
        return self._begun() if self._has_room() else await self._wait(seconds)

    def _has_room(self) -> bool:
        return self._new < self._most_new and self.running < self._most_running

    def _begun(self) -> Turn:
        self.running += 1
        self._new += 1
        turn = Turn(self, time.monotonic())
        least, most = _LONG_SECONDS
        turn.watch(min(most, max(least, _LONG * self._usual)))
        return turn

    def _ended(self, turn: Turn) -> None:
        self.running -= 1
        if turn.is_new:
            self._grew_old(turn)
        else:
            self._go_on()

    def _grew_old(self, turn: Turn) -> None:
        turn.is_new = False
        self._new -= 1
        self._usual += _LEARNING * (time.monotonic() - turn.began - self._usual)
        self._go_on()

    def _go_on(self) -> None:
        while self.waiting and self._has_room():
            queue = self._people or self._programs
            waiter = queue.pop() if self.is_overloaded else queue.popleft()
            if not waiter.done():
                waiter.set_result(self._begun())

    async def _wait(self, seconds: float | None) -> Turn:
        is_program = seconds is None
        if self._most_waiting == 0 or (is_program and self.is_crowded):
            raise self.turn_away()
        queue = self._programs if is_program else self._people
        if self.waiting >= self._most_waiting:
            self._refuse_oldest()
        waiter: asyncio.Future[Turn] = asyncio.get_running_loop().create_future()
        queue.append(waiter)
        patience = self.patience_seconds if seconds is None else seconds
        try:
            return await asyncio.wait_for(asyncio.shield(waiter), patience)
        except TimeoutError as error:
            _leave(queue, waiter)
            raise self.turn_away() from error
        except asyncio.CancelledError:
            _leave(queue, waiter)
            raise

    def _refuse_oldest(self) -> None:
        oldest = (self._programs or self._people).popleft()
        if not oldest.done():
            oldest.set_exception(self.turn_away())


def _leave(queue: deque[asyncio.Future[Turn]], waiter: asyncio.Future[Turn]) -> None:
    if waiter in queue:
        queue.remove(waiter)
    elif waiter.done() and not waiter.cancelled() and waiter.exception() is None:
        # The turn came in the moment in which the waiting ended: pass it on.
        waiter.result().end()
