"""The key that hides sensitive keys in ids.

An id made from a NIK by a plain hash is reversible: there are few enough NIKs to try them
all. With a secret of this installation nobody else can; the same NIK still gives the same
id in every table that is loaded here.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from loaders.errors import LoadError

_BYTES = 32


def secret_in(home: Path) -> bytes:
    """Return the secret kept in a folder; made at the first call, readable by its owner only.

    Whoever moves a ledger to another machine moves ``identity.key`` with it, else the same
    NIK gives another id there.

    Raises:
        LoadError: The file cannot be read or written, or holds something else.
    """
    path = home / "identity.key"
    try:
        home.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            found = path.read_bytes()
        else:
            found = secrets.token_bytes(_BYTES)
            with os.fdopen(descriptor, "wb") as file:
                file.write(found)
    except OSError as error:
        raise LoadError(f"{path} cannot be used: {error.strerror}.") from error
    if len(found) != _BYTES:
        raise LoadError(f"{path} holds {len(found)} bytes, not {_BYTES}. Restore it from a backup.")
    return found
