"""Bytes to text: which encoding a file has, stated and never guessed silently."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import BinaryIO

from loaders.errors import LoadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-32 begins with that of UTF-16, so it is asked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20

NAMES = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
"""Encodings that :func:`detect` can return."""


def detect(path: Path) -> str:
    """Return the Python name of a file's encoding; the whole file is valid in it.

    A byte order mark decides; else UTF-8 if the whole file is valid; else UTF-16 if every
    second byte of the start is NUL; else Windows-1252, the usual encoding of old exports.

    Raises:
        LoadError: The file cannot be read, or is in none of these.
    """
    try:
        with path.open("rb") as file:
            return _of(path, file)
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error


def _of(path: Path, file: BinaryIO) -> str:
    head = file.read(4096)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked is None and _looks_utf16(head):
        marked = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
    offset = _invalid(file, marked or "utf-8")
    if offset is None:
        return marked or "utf-8"
    if marked is not None:
        raise LoadError(
            f"{path} begins as {marked}, but byte {offset} cannot be part of it. The file is "
            "damaged or of two encodings; save it anew as UTF-8."
        )
    _check_windows(path, file, offset)
    return "cp1252"


def _looks_utf16(head: bytes) -> bool:
    """Tell whether one half of the bytes is mostly NUL and the other is not."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    return half >= 4 and max(even, odd) * 10 > half * 7 and min(even, odd) * 10 < half


def _invalid(file: BinaryIO, encoding: str) -> int | None:
    """Return the offset of the first byte that is not of the encoding."""
    # The mark itself is valid UTF-8, and offsets then count from the start of the file.
    decoder = codecs.getincrementaldecoder(encoding.removesuffix("-sig"))()
    file.seek(0)
    done = 0
    waiting = 0
    try:
        while chunk := file.read(_CHUNK):
            waiting = len(decoder.getstate()[0])
            decoder.decode(chunk)
            done += len(chunk)
        waiting = len(decoder.getstate()[0])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return done - waiting + error.start
    return None


# Bytes that Windows-1252 leaves undefined.
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"


def _check_windows(path: Path, file: BinaryIO, offset: int) -> None:
    file.seek(0)
    done = 0
    while chunk := file.read(_CHUNK):
        if len(chunk.translate(None, _UNDEFINED)) != len(chunk):
            bad = next(i for i, byte in enumerate(chunk) if byte in _UNDEFINED)
            raise LoadError(
                f"{path} is neither UTF-8 (invalid at byte {offset}) nor Windows-1252 (undefined "
                f"at byte {done + bad}). Save it as UTF-8."
            )
        done += len(chunk)
