"""Bringing the graph up to decisions that a server took: behind the requests, one at a time.

A decision is answered when the ledger has it. The graph follows within seconds, minutes where
narrower roles' snapshots have to be built whole; until then whoever asks is told that it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock, Thread
from typing import Final, Literal

from api import logs
from api.workspace import Workspace
from graph.projection.rebuild import decisions_shown, follow
from ontology.model import Text

SEE: Final = "/v1/identity/graph"
"""Where a program asks whether the graph shows what was decided."""

_STOP_SECONDS: Final = 20.0
"""How long a server that stops waits; what is left is done by the next decision or rebuild."""

_TOLD: Final = {
    "current": Text("Graf menampilkan semua keputusan.", "The graph shows every decision."),
    "following": Text(
        "Graf sedang menyusul; keputusan yang belum tampak: {n}. Tanyakan lagi sebentar lagi.",
        "The graph is following; decisions that do not show yet: {n}. Ask again in a while.",
    ),
    "behind": Text(
        "Keputusan yang tersimpan tetapi belum tampak dalam graf: {n}. Jalankan `lacak rebuild`.",
        "Decisions that are kept but do not show in the graph: {n}. Run `lacak rebuild`.",
    ),
}


@dataclass(frozen=True, slots=True)
class Following:
    """Whether the graph shows what was decided.

    Attributes:
        state: ``current``: it shows every decision; ``following``: it is being brought up;
            ``behind``: it is not, and somebody has to do so.
        decisions: How many were taken, undone ones and undoings included.
        shown: How many of them, the oldest first, snapshots and engine show.
        problem: Why bringing it up failed the last time, if it did.
    """

    state: Literal["current", "following", "behind"]
    decisions: int
    shown: int
    problem: str | None

    @property
    def told(self) -> Text:
        """The same in words."""
        text, count = _TOLD[self.state], str(self.decisions - self.shown)
        return Text(text.id.replace("{n}", count), text.en.replace("{n}", count))


class Follower:
    """Brings the graph up in a thread of its own, so that no request takes longer for it.

    Args:
        whole: Ledger, engine and snapshots of all roles.
    """

    def __init__(self, whole: Workspace) -> None:
        self._whole = whole
        self._lock = Lock()
        self._thread: Thread | None = None
        self._is_asked = False
        self._problem: str | None = None

    def ask(self) -> None:
        """Have the graph brought up; decisions that come meanwhile are projected together."""
        with self._lock:
            self._is_asked = True
            if self._thread is None:
                self._thread = Thread(target=self._work, name="lacak-following", daemon=True)
                self._thread.start()

    def state(self) -> Following:
        """Return whether the graph shows every decision."""
        whole = self._whole
        taken = whole.ledger.decisions()
        shown = decisions_shown(taken, whole.settings.snapshots)
        with self._lock:
            is_at_work, problem = self._thread is not None, self._problem
        if shown == len(taken):
            return Following("current", len(taken), shown, None)
        return Following("following" if is_at_work else "behind", len(taken), shown, problem)

    def close(self, seconds: float = _STOP_SECONDS) -> None:
        """Wait for what is at work, for no longer than so many seconds."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _work(self) -> None:
        while self._has_more():
            problem = None
            try:
                bring_up(self._whole)
            except Exception as error:  # noqa: BLE001 - nobody waits; `state` and the log tell it
                problem = f"{type(error).__name__}: {error}"
                logs.crash(error, {"task": "follow"})
            with self._lock:
                self._problem = problem

    def _has_more(self) -> bool:
        with self._lock:
            is_asked, self._is_asked = self._is_asked, False
            if not is_asked:
                self._thread = None
            return is_asked


def bring_up(whole: Workspace) -> None:
    """Project what the ledger now says; only the touched clusters where that is enough.

    Raises:
        StoreError: The engine does not take it; the ledger has the decision all the same,
            and the next one, or `lacak rebuild`, brings the graph up.
    """
    follow(whole.ledger, whole.store, whole.settings.snapshots, audiences=whole.audiences)
