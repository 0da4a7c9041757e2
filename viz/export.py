"""Writing a picture to disk, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from viz.errors import PictureError

_FORMATS = {".svg": "a drawing (SVG)", ".html": "a page (HTML)"}


def check_ending(path: Path, ending: str) -> None:
    """Refuse a file whose ending promises another format than it would hold.

    Args:
        path: Where it is to be written.
        ending: Of the format, with its dot.

    Raises:
        PictureError: The name ends otherwise.
    """
    # A name without an ending promises nothing.
    if path.suffix.lower() not in ("", ending):
        raise PictureError(
            f"{path.name} would hold {_FORMATS[ending]}: name a file that ends in {ending}. Other "
            "formats are not written here; a browser prints and saves these as PDF or PNG, and "
            "`lacak report` writes PDF and DOCX."
        )


def write(path: Path, page: str) -> Path:
    """Write a page or drawing and return where it is.

    A reader never sees half a file: it is written beside its place and moved there.

    Raises:
        PictureError: The folder cannot be made or written to, or the path is a folder.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(page, "utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise PictureError(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder of yours."
        ) from error
    return path
