"""The last gate before a role's snapshot is published: no byte of a hidden name in any file.

What reaches this point was projected from what the role may see; a find here is a defect of
the rules above, and the snapshot is thrown away. Files are searched as they lie on disk, so
that search indexes, packed strings and dumps are covered whatever wrote them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

from graph.errors import DisclosureError

_WINDOW = 6
_HALF = 3
_CHUNK = 8 << 20
_BLOCK = 4096
"""A page of SQLite; what it does not touch stays where it is."""
_LOWER = bytes(b + 32 if 65 <= b <= 90 else b for b in range(256))
_APART = (" ", "-", "_", "+", "%20", ".", "")
_SHORTEST = 8


class Gate:
    """Looks for byte strings in files, without regard to the case of ASCII letters.

    Args:
        needles: Folded names (words apart by one space) and identifiers; shorter ones than
            eight letters would be found in anything and are left out.
    """

    def __init__(self, needles: Iterable[str]) -> None:
        forms = {form for needle in needles for form in spellings(needle)}
        self._forms = sorted(form for form in forms if len(form) >= _SHORTEST)
        self.longest = max(map(len, self._forms), default=0)
        self._starts = _marked(form[:_HALF] for form in self._forms)
        self._middles = _marked(form[_HALF:_WINDOW] for form in self._forms)

    def check(self, folder: Path, proven: Path | None = None) -> None:
        """Search every file below a folder.

        Args:
            folder: Where.
            proven: A folder that passed a gate for the same needles: bytes that stand at the
                same place of the same file there are not searched again.

        Raises:
            DisclosureError: One holds a needle; file and place are named, the needle is not.
        """
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            place = self._find_new(path, proven / path.relative_to(folder) if proven else None)
            if place is not None:
                raise DisclosureError(
                    f"The snapshot was not published: {path.relative_to(folder)} holds a hidden "
                    f"name at byte {place}. The rules that let it through are a defect; say so "
                    "with the class of the entity concerned."
                )

    def find(self, path: Path) -> int | None:
        """Return where a file holds a needle; ``None`` where it holds none."""
        if not self._forms:
            return None
        offset, tail = 0, b""
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                content = tail + chunk.translate(_LOWER)
                place = self.find_in(content)
                if place is not None:
                    return offset - len(tail) + place
                offset += len(chunk)
                tail = content[-(self.longest - 1) :]
        return None

    def _find_new(self, path: Path, proven: Path | None) -> int | None:
        """Return where a file holds a needle that the same file elsewhere does not."""
        if not self._forms:
            return None
        if proven is None or not proven.is_file():
            return self.find(path)
        with path.open("rb") as file:
            for start, end in differing(path, proven):
                # A needle may begin or end among bytes that are as they were.
                begin = max(0, start - self.longest + 1)
                file.seek(begin)
                content = file.read(end - begin + self.longest - 1).translate(_LOWER)
                place = self.find_in(content)
                if place is not None:
                    return begin + place
        return None

    def find_in(self, content: bytes) -> int | None:
        """Return where lower-case bytes hold a needle."""
        if len(content) < _WINDOW:
            return None
        threes = _threes(content)
        likely = self._starts[threes[:-_HALF]] & self._middles[threes[_HALF:]]
        for place in np.flatnonzero(likely).tolist():
            if any(content.startswith(form, place) for form in self._forms):
                return int(place)
        return None


def differing(path: Path, other: Path) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of stretches of a file that another does not have at the same place.

    In whole blocks, ascending, apart from one another; what is beyond the other's end differs.
    """
    start: int | None = None
    place = 0
    with path.open("rb") as one, other.open("rb") as two:
        while block := one.read(_BLOCK):
            if block == two.read(_BLOCK):
                if start is not None:
                    yield start, place
                start = None
            elif start is None:
                start = place
            place += len(block)
    if start is not None:
        yield start, place


def spellings(needle: str) -> Iterator[bytes]:
    """Yield the bytes by which a needle may stand in a file, ASCII letters in lower case."""
    for between in _APART:
        text = needle.replace(" ", between).lower()
        for spelled in (text, quote(text, safe="%+").lower()):
            yield spelled.encode()
            yield spelled.encode("utf-16-le")
        yield text.encode("ascii", "backslashreplace")


def _marked(starts: Iterable[bytes]) -> NDArray[np.bool_]:
    """Return, for every three bytes there can be, whether they are among some."""
    marked = np.zeros(1 << 24, dtype=np.bool_)
    marked[[int.from_bytes(start, "little") for start in starts]] = True
    return marked


def _threes(content: bytes) -> NDArray[np.int32]:
    """Return every three bytes in a row as one number each."""
    data = np.frombuffer(content, dtype=np.uint8).astype(np.int32)
    return data[:-2] | (data[1:-1] << 8) | (data[2:] << 16)
