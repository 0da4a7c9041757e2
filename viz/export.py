"""Writing a picture to disk, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from viz.errors import PictureError


def write(path: Path, page: str) -> Path:
    """Write a page or drawing and return where it is.

    A reader never sees half a file: it is written beside its place and moved there.

    Raises:
        PictureError: The folder does not exist, or cannot be written to.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_text(page, "utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise PictureError(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder that exists."
        ) from error
    return path
