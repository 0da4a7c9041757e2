"""Key files: secrets of this installation, each readable by its owner only.

A key is made once, when what it protects is made. Nothing here replaces one that is lost: a
new key under old records would make every check of them pass or fail for the wrong reason.
"""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path
from typing import Final

from graph.errors import KeyFileError

KEY_BYTES: Final = 32


def create_key(path: Path) -> bytes:
    """Make a key file and return the key; the one of a process that was faster is kept.

    Raises:
        KeyFileError: It cannot be written.
    """
    key = secrets.token_bytes(KEY_BYTES)
    # Moved into place whole, so that no reader ever meets half a key.
    partial = path.with_name(f"{path.name}.{secrets.token_hex(6)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(key.hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(partial, path)
        except FileExistsError:
            return read_key(path)
        finally:
            partial.unlink()
    except OSError as error:
        raise KeyFileError(f"The key {path} cannot be written: {error.strerror}.") from error
    return key


def read_key(path: Path) -> bytes:
    """Return the key in a file.

    Raises:
        KeyFileError: It is missing, readable by others, or no key.
    """
    try:
        mode = path.stat().st_mode
        held = path.read_bytes()
    except OSError as error:
        raise KeyFileError(
            f"The key {path} cannot be read: {error}. Bring it back from its backup."
        ) from error
    # Windows has no such bits; its folders of users are closed to others by default.
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFileError(f"Others can read the key {path}. Close it: chmod 600 {path}")
    # The first keys of pseudonyms and identities were written as they are.
    key = held if len(held) == KEY_BYTES else _decoded(held)
    if len(key) != KEY_BYTES:
        raise KeyFileError(
            f"The key {path} must hold {2 * KEY_BYTES} hexadecimal digits, and holds "
            f"{len(held)} bytes. Bring it back from its backup."
        )
    return key


def _decoded(held: bytes) -> bytes:
    try:
        return bytes.fromhex(held.decode("ascii").strip())
    except ValueError:
        return b""


def open_key(path: Path) -> bytes:
    """Return the key in a file, which is made where there is none.

    Raises:
        KeyFileError: It cannot be read or written.
    """
    return read_key(path) if path.exists() else create_key(path)
