"""Errors of rooms.

StoreUnavailableError
├── RoomOffError        this system cannot lock a room
└── RoomBusyError       all places are taken
StoreTimeoutError
└── QueryLimitError     the query took more time or memory than it may
QueryError
└── QueryRefusedError   the query asks for what a room does not do, or is not understood
"""

from __future__ import annotations

from graph.errors import QueryError, StoreTimeoutError, StoreUnavailableError
from ontology.model import Text


class _Bilingual:
    """Says what happened in both languages; its ``str`` is English."""

    text: Text


class RoomOffError(StoreUnavailableError, _Bilingual):
    """This system cannot lock a room, so callers' queries are not run at all."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class RoomBusyError(StoreUnavailableError, _Bilingual):
    """As many queries run as may."""

    def __init__(self, seconds: float) -> None:
        self.retry_seconds = seconds
        self.text = Text(
            id="Semua tempat kueri bebas sedang dipakai. Coba lagi sebentar.",
            en="All places for free queries are taken. Try again in a moment.",
        )
        super().__init__(self.text.en)


class QueryLimitError(StoreTimeoutError, _Bilingual):
    """The query took more time or memory than it may."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class QueryRefusedError(QueryError, _Bilingual):
    """The query asks for what a room does not do, or is not understood."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)
