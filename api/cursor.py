"""Cursors: where a page of rows ends, and of which data."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from api.errors import CursorError


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in an answer.

    Attributes:
        offset: How many rows come before.
        source: What was answered from, shortened.
    """

    offset: int
    source: str

    @classmethod
    def read(cls, text: str, source: str) -> Cursor:
        """Return the cursor that a text spells; the beginning, if it is empty.

        Args:
            text: As :meth:`after` gave it.
            source: What is answered from now.

        Raises:
            CursorError: It is no cursor, or the data has changed since.
        """
        short = hashlib.blake2b(source.encode(), digest_size=6).hexdigest()
        if not text:
            return cls(0, short)
        try:
            found, _, offset = (
                base64.urlsafe_b64decode(text.encode()).decode("ascii").partition(":")
            )
            place = int(offset) if offset.isdigit() and len(offset) < 10 else -1
        except (ValueError, UnicodeError):
            found, place = "", -1
        if place < 0:
            raise CursorError("The cursor is none of ours. Send `next` as it came, or leave it.")
        if found != short:
            raise CursorError("The data has changed since the page before. Begin again.")
        return cls(place, short)

    def after(self, given: int, total: int) -> str | None:
        """Return the cursor after some more rows; nothing, where none follow."""
        place = self.offset + given
        if place >= total:
            return None
        return base64.urlsafe_b64encode(f"{self.source}:{place}".encode()).decode()
