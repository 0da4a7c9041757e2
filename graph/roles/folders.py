"""Where each audience's snapshot is, and which one is current.

One small file, ``current.json``, names the full snapshot and every audience's together, so
that all of them change at one moment.
"""

from __future__ import annotations

from pathlib import Path

import orjson

from graph.errors import NotPublishedError
from graph.publishing import write_whole
from graph.roles.audience import Audience
from graph.snapshots import CURRENT, Snapshot, named

ROLES = "roles"
"""Name of the folder that holds one folder per audience."""


def as_audience(role: str | Audience) -> Audience:
    """Return the audience of a whole role, or the audience given."""
    return role if isinstance(role, Audience) else Audience(role)


def role_folder(root: Path, role: str | Audience) -> Path:
    """Return the folder that holds an audience's snapshots, and nothing of any other.

    Args:
        root: Folder of all snapshots (``Settings.snapshots``).
        role: A role's name, or a role narrowed by territory or marking.
    """
    return root / ROLES / as_audience(role).key


def current_folder(root: Path, role: str | Audience) -> Path:
    """Return the folder of an audience's current snapshot.

    Raises:
        NotPublishedError: None has been published for it.
    """
    audience = as_audience(role)
    folder = named(root).roles.get(audience.key)
    if folder is None:
        raise NotPublishedError(audience.key)
    return role_folder(root, audience) / folder


def current_for(root: Path, role: str | Audience) -> Snapshot:
    """Open the snapshot that was published last for an audience.

    Raises:
        NotPublishedError: None has been published for it.
        SnapshotError: It cannot be opened.
    """
    return Snapshot(current_folder(root, role))


def name_current(root: Path, folder: str, roles: dict[str, str]) -> None:
    """Make a full snapshot and the audiences' current, all at one moment.

    Args:
        root: Folder of all snapshots.
        folder: Name of the full snapshot's folder.
        roles: Name of the folder by key of audience.
    """
    write_whole(root / CURRENT, orjson.dumps({"folder": folder, "roles": roles}))
