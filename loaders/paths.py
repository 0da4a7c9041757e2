"""What may be named on the command line: files and folders that are there."""

from __future__ import annotations

from pathlib import Path

from loaders.errors import LoadError


def present(path: Path) -> Path:
    """Return a path that leads to a file or a folder.

    Raises:
        LoadError: Nothing is there, what is there is not read twice (a pipe, a device), or its
            name is no text.
    """
    if any("\ud800" <= character <= "\udfff" for character in str(path)):
        raise LoadError(
            f"The name {str(path)!a} is no Unicode, so nothing can be cited from it. Rename "
            "the file."
        )
    if not path.exists():
        raise LoadError(f"There is no file or folder {path}.")
    if not (path.is_file() or path.is_dir()):
        raise LoadError(
            f"{path} is a pipe or a device, and Lacak reads files more than once. Save what it "
            "gives to a file, and load that."
        )
    return path
