"""Errors of rooms.

StoreUnavailableError
├── RoomOffError        this system cannot lock a room
├── RoomBusyError       all places are taken
└── RoomFillingError    a snapshot's room is not filled yet
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

    indonesian = "Sistem ini tidak dapat mengunci ruang kueri, maka kueri bebas tidak dijalankan."

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class RoomBusyError(StoreUnavailableError, _Bilingual):
    """As many queries run as may."""

    indonesian = "Semua tempat kueri sedang dipakai; coba lagi sebentar."

    def __init__(self, seconds: float) -> None:
        self.retry_seconds = seconds
        self.text = Text(
            id="Semua tempat kueri bebas sedang dipakai. Coba lagi sebentar.",
            en="All places for free queries are taken. Try again in a moment.",
        )
        super().__init__(self.text.en)


class RoomFillingError(StoreUnavailableError, _Bilingual):
    """The room of a new snapshot is being filled; whoever cannot wait is told so."""

    indonesian = "Ruang kueri untuk data terbaru sedang diisi; coba lagi nanti."

    def __init__(self) -> None:
        self.text = Text(
            id="Ruang kueri untuk data terbaru sedang diisi. Coba lagi dalam satu menit.",
            en="The query room is being filled with the latest data. Try again in a minute.",
        )
        super().__init__(self.text.en)


class QueryLimitError(StoreTimeoutError, _Bilingual):
    """The query took more time or memory than it may."""

    indonesian = "Kueri memakai waktu atau memori melebihi batasnya."

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class QueryRefusedError(QueryError, _Bilingual):
    """The query asks for what a room does not do, or is not understood."""

    indonesian = "Kueri ini meminta yang tidak dikerjakan ruang kueri, atau tidak dimengerti."

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


TOLD = (QueryRefusedError, QueryLimitError, RoomOffError, RoomBusyError, RoomFillingError)
"""Errors whose ``text`` is told to people in their language."""
