"""Errors of the front doors, and the one table from error class to HTTP status.

ApiError
├── NotAcceptableError      the format asked for is not offered
├── UnauthenticatedError    nobody, or nobody known, is asking
├── ForbiddenError          who asks may not do this
│   └── CrossSiteError      another site's page made the browser ask
├── CursorError             a cursor that is none, or of data that has changed since
├── PurposeMissingError     an identity was asked for without saying what for
├── MisdirectedError        the request names another host
├── PatienceError           asking again later may succeed
│   ├── TooManyRequestsError  this caller asks more often than it may
│   └── BusyError             everybody together asks more than can be answered
├── RequestTimeoutError     the answer took longer than a request may
├── AuditError              the audit log cannot be kept, so nothing that needs it is done
├── OutputError             a command cannot write the file that it was told to
└── RemoteError             a server refused or failed
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from api.workspace import NothingLoadedError
from graph.errors import (
    AudienceError,
    DocumentConflictError,
    KeyFileError,
    LedgerError,
    MomentError,
    NotPublishedError,
    QueryError,
    StoreTimeoutError,
    StoreUnavailableError,
    TurnError,
    UnknownDecisionError,
    UnknownEntityError,
    UnknownQueryError,
)
from graph.resolution.errors import ResolutionError
from graph.rooms.errors import QueryRefusedError
from graph.snapshots import SnapshotError
from loaders.errors import LoadError, UnknownDraftError
from ontology.errors import LacakError, UnknownTermError, ValueTypeError


class ApiError(LacakError):
    """A request that cannot be answered as asked."""

    indonesian = "Permintaan ini tidak dapat dijawab sebagaimana diajukan."


class NotAcceptableError(ApiError):
    """The format asked for is not offered."""

    indonesian = "Format yang diminta tidak tersedia."


class UnauthenticatedError(ApiError):
    """Nobody, or nobody known, is asking."""

    indonesian = "Yang meminta tidak dikenal; masuklah atau sertakan kunci."


class ForbiddenError(ApiError):
    """Who asks may not do this."""

    indonesian = "Yang meminta tidak berwenang atas hal ini."


class CrossSiteError(ForbiddenError):
    """Another site's page made the browser ask."""

    indonesian = "Halaman situs lain yang menyuruh peramban mengirim permintaan ini."


class CursorError(ApiError):
    """A cursor that is none, or of data that has changed since."""

    indonesian = "Penanda halaman tidak sah, atau datanya sudah berubah."


class PurposeMissingError(ApiError):
    """An identity was asked for without saying what for."""

    indonesian = "Identitas diminta tanpa menyebut tujuannya."


class MisdirectedError(ApiError):
    """The request names another host than the one that is served."""

    indonesian = "Permintaan ini menyebut nama server yang tidak dilayani di sini."


class PatienceError(ApiError):
    """Asking again later may succeed.

    Args:
        message: What happened and what to do.
        retry_seconds: Whole seconds after which to ask again.
    """

    indonesian = "Coba lagi nanti; mungkin berhasil."

    def __init__(self, message: str, retry_seconds: int = 1) -> None:
        self.retry_seconds = retry_seconds
        super().__init__(message)


class TooManyRequestsError(PatienceError):
    """This caller asks more often than it may."""

    indonesian = "Permintaan Anda terlalu sering; tunggu sebentar."


class BusyError(PatienceError):
    """Everybody together asks more than can be answered."""

    indonesian = "Terlalu banyak permintaan sekaligus; coba lagi sebentar."


class RequestTimeoutError(ApiError):
    """The answer took longer than a request may."""

    indonesian = "Jawaban memakan waktu lebih lama daripada yang diizinkan."


class AuditError(ApiError):
    """The audit log cannot be kept, so nothing that needs it is done."""

    indonesian = "Catatan audit tidak dapat disimpan, maka yang memerlukannya tidak dikerjakan."


class OutputError(ApiError):
    """A command cannot write the file that it was told to."""

    indonesian = "Berkas keluaran tidak dapat ditulis."


class RemoteError(ApiError):
    """A server refused or failed."""

    indonesian = "Server menolak atau gagal menjawab."


STATUS: Mapping[type[LacakError], int] = MappingProxyType(
    {
        UnauthenticatedError: 401,
        ForbiddenError: 403,
        AudienceError: 403,
        UnknownDecisionError: 404,
        UnknownEntityError: 404,
        ResolutionError: 422,
        UnknownQueryError: 404,
        UnknownTermError: 404,
        UnknownDraftError: 404,
        NotAcceptableError: 406,
        CursorError: 409,
        MisdirectedError: 421,
        QueryError: 422,
        QueryRefusedError: 422,
        ValueTypeError: 422,
        LoadError: 422,
        PurposeMissingError: 428,
        TooManyRequestsError: 429,
        NothingLoadedError: 503,
        TurnError: 503,
        SnapshotError: 503,
        NotPublishedError: 503,
        LedgerError: 503,
        MomentError: 422,
        DocumentConflictError: 409,
        StoreUnavailableError: 503,
        BusyError: 503,
        AuditError: 503,
        KeyFileError: 503,
        StoreTimeoutError: 504,
        RequestTimeoutError: 504,
        LacakError: 500,
    }
)
"""Status by class; a class that is not listed has the status of its nearest ancestor."""


def status_of(error: LacakError) -> int:
    """Return the HTTP status of an error."""
    return next(STATUS[cls] for cls in type(error).__mro__ if cls in STATUS)


def headers_of(error: LacakError) -> dict[str, str]:
    """Return the headers that an error's answer needs beside its body."""
    if isinstance(error, UnauthenticatedError):
        return {"WWW-Authenticate": 'Bearer realm="lacak"'}
    if isinstance(error, PatienceError):
        return {"Retry-After": str(error.retry_seconds)}
    return {"Retry-After": "5"} if status_of(error) == 503 else {}
