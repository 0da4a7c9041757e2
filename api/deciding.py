"""Bringing the graph up to decisions that the API took: one at a time, after the answer."""

from __future__ import annotations

from threading import Lock

from api.workspace import Workspace
from graph.projection.rebuild import follow

_LOCK = Lock()


def bring_up(whole: Workspace) -> None:
    """Project what the ledger now says; only the touched clusters where that is enough.

    Raises:
        StoreError: The engine does not take it; the ledger has the decision all the same,
            and the next one, or `lacak rebuild`, brings the graph up.
    """
    # Several decisions may come at once; the last of them projects them all.
    with _LOCK:
        root = whole.settings.snapshots
        follow(whole.ledger, whole.store, root, audiences=whole.audiences)
