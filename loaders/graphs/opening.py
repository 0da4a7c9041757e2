"""The bytes of a file as given or packed with gzip; runs inside the locked process.

Owns the two limits that come before any format: how large a file may be, and how large
what it unpacks to. Refuses archives of several files.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from loaders.errors import LoadError
from loaders.tabular.limits import Limits

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd")
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class _Bounded(io.RawIOBase):
    """A reader that stops with a reason when it has given more than it may."""

    def __init__(self, inner: IO[bytes], path: Path, limits: Limits, name: str) -> None:
        self._inner = inner
        self._path = path
        self._limits = limits
        self._name = name
        self._given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        # Never all at once: a bomb would be unpacked before it is weighed.
        wanted = _CHUNK if size is None or size < 0 else size
        parts: list[bytes] = []
        while True:
            chunk = self._chunk(wanted)
            parts.append(chunk)
            if size is not None and size >= 0:
                return chunk
            if not chunk:
                return b"".join(parts)

    def _chunk(self, size: int) -> bytes:
        try:
            chunk = self._inner.read(size)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise LoadError(
                f"{self._path} is packed with gzip and damaged: {error}. Fetch or pack it again."
            ) from error
        self._given += len(chunk)
        allowed = int(getattr(self._limits, self._name))
        if self._given > allowed:
            came = f"more than {allowed:,}"
            raise LoadError(f"{self._path} {self._limits.exceeded(self._name, came)}")
        return chunk

    def close(self) -> None:
        self._inner.close()
        super().close()

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # any writable buffer
        chunk = self.read(len(view))
        view[: len(chunk)] = chunk
        return len(chunk)


def open_bytes(path: Path, limits: Limits) -> IO[bytes]:
    """Open a file for reading, unpacked if it is packed with gzip.

    Raises:
        LoadError: It cannot be read, is empty, larger than allowed, or an archive.
    """
    try:
        with path.open("rb") as file:
            head = file.read(8)
        size = path.stat().st_size
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    if not head:
        raise LoadError(f"{path} is empty. Export it again.")
    if size > limits.bytes:
        raise LoadError(f"{path} {limits.exceeded('bytes', f'{size:,}')}")
    if head.startswith(_ARCHIVES):
        raise LoadError(f"{path} is an archive. Unpack it and load the file inside, or use gzip.")
    if head.startswith(_GZIP):
        # Weighed before it is read: a bomb must not keep its reader busy up to the limit.
        with _unpacked(path, limits) as weighed:
            while weighed.read(_CHUNK):
                pass
        return io.BufferedReader(_unpacked(path, limits), 1 << 16)
    return io.BufferedReader(_Bounded(path.open("rb"), path, limits, "bytes"), 1 << 16)


def _unpacked(path: Path, limits: Limits) -> _Bounded:
    return _Bounded(cast("IO[bytes]", gzip.open(path, "rb")), path, limits, "unpacked")


def lines(path: Path, limits: Limits) -> Iterator[tuple[int, str]]:
    """Yield (number, text) of every line that is not blank; UTF-8, or UTF-16 with its mark.

    Raises:
        LoadError: A line is longer than allowed, or the file is no text of that kind.
    """
    with open_bytes(path, limits) as file:
        text = io.TextIOWrapper(file, encoding=_encoding(file), newline="\n")
        number = 0
        try:
            while line := text.readline(limits.line + 1):
                number += 1
                if len(line) > limits.line:
                    raise LoadError(f"{path}:{number} {limits.exceeded('line', 'a longer one')}")
                if line.strip():
                    yield number, line.rstrip("\r\n")
        except UnicodeError as error:
            raise LoadError(
                f"{path}:{number + 1} is not UTF-8 ({error}). Save the file as UTF-8."
            ) from error


def read_text(path: Path, limits: Limits) -> str:
    """Return a whole file as text.

    Raises:
        LoadError: It is too large for the memory of the reader, or not UTF-8 or UTF-16.
    """
    with open_bytes(path, limits) as file:
        encoding = _encoding(file)
        try:
            return file.read().decode(encoding)
        except UnicodeError as error:
            raise LoadError(f"{path} is not UTF-8 ({error}). Save the file as UTF-8.") from error


def _encoding(file: IO[bytes]) -> str:
    head = file.peek(4) if isinstance(file, io.BufferedReader) else b""
    return "utf-16" if head.startswith(_UTF16) else "utf-8-sig"
