"""Keeping a server warm: what is published is offered when it can be answered from at once.

To fill the room of a narrower role's snapshot takes a quarter of a minute, and the first who
asks would wait for it. So a thread fills it, and the role's older snapshot answers meanwhile.
Who sees everything is answered by the engine that follows the ledger, and never waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event, Thread
from typing import Final

from api import logs
from api.workspace import Workspace
from graph.roles.audience import Audience
from graph.snapshots import Snapshot
from ontology.errors import LacakError

LOOK_SECONDS: Final = 1.0
"""How often is looked for what was published since."""


class Warmer:
    """Warms the snapshots of those who ask here, in a thread of its own.

    Args:
        whole: The server's workspace; it offers to narrower roles only what is warm.
        audiences: Who is expected to ask; everybody else is known once they have.
    """

    def __init__(self, whole: Workspace, audiences: Iterable[Audience] = ()) -> None:
        self._whole = whole
        self._expected = [whole.for_role(audience).key for audience in audiences]
        self._warm: dict[str, tuple[int, Snapshot]] = {}
        self._seen: dict[str, int] = {}
        self._end = Event()
        self._thread = Thread(target=self._work, name="lacak-warming", daemon=True)

    def start(self) -> None:
        """Begin; from now on narrower roles are offered what is warm."""
        self._whole.warm = self._warm
        self._thread.start()

    def close(self) -> None:
        """Stop after what is being warmed, or without waiting for it."""
        self._end.set()
        self._thread.join(LOOK_SECONDS)
        self._whole.warm = None

    def cold(self) -> list[str]:
        """Return the keys of expected audiences whose first query would have to wait."""
        return [key for key in self._expected if key not in self._seen]

    def _work(self) -> None:
        while not self._end.is_set():
            for part in (self._whole, *self._whole.parts):
                self._look_at(part)
            self._end.wait(LOOK_SECONDS)

    def _look_at(self, part: Workspace) -> None:
        stamp = part.published
        if self._end.is_set() or self._seen.get(part.key) == stamp:
            return
        try:
            snapshot = part.newest()
        except LacakError as error:
            # Nothing is published for it; whoever asks is told so by the workspace.
            logs.told("warming", {"audience": part.key, "refused": type(error).__name__})
            snapshot = None
        if snapshot is not None:
            self._warm_up(part, snapshot)
            self._warm[part.key] = stamp, snapshot
        self._seen[part.key] = stamp

    def _warm_up(self, part: Workspace, snapshot: Snapshot) -> None:
        rooms, before = self._whole.rooms, self._warm.get(part.key)
        if rooms.problem() is not None:
            return
        try:
            if part.needs_room():
                # Fills the room and starts its engine.
                rooms.store(snapshot).capabilities  # noqa: B018  # asked for what asking does
            if before is not None and rooms.is_prepared(before[1]):
                # Somebody has asked queries of their own, and may again.
                rooms.prepare(snapshot)
        except LacakError as error:
            # It is offered all the same: what does not need the room is right in it.
            logs.crash(error, {"task": "warming", "audience": part.key})
