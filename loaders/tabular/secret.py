"""The key that hides sensitive keys in ids.

An id made from a NIK by a plain hash is reversible: there are few enough NIKs to try them
all. With a secret of this installation nobody else can; the same NIK still gives the same
id in every table that is loaded here.
"""

from __future__ import annotations

from pathlib import Path

from graph.keyfiles import open_key


def secret_in(home: Path) -> bytes:
    """Return the secret kept in a folder; made at the first call, readable by its owner only.

    Whoever moves a ledger to another machine moves ``identity.key`` with it, else the same
    NIK gives another id there.

    Raises:
        KeyFileError: It cannot be made, is damaged, or others may read it.
    """
    return open_key(home / "identity.key")
