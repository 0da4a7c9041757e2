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
├── KeyFileError            a secret is missing, readable by others, or damaged
└── RemoteError             a server refused or failed
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from api.workspace import NothingLoadedError
from graph.errors import (
    AudienceError,
    LedgerError,
    NotPublishedError,
    QueryError,
    StoreTimeoutError,
    StoreUnavailableError,
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


class NotAcceptableError(ApiError):
    """The format asked for is not offered."""


class UnauthenticatedError(ApiError):
    """Nobody, or nobody known, is asking."""


class ForbiddenError(ApiError):
    """Who asks may not do this."""


class CrossSiteError(ForbiddenError):
    """Another site's page made the browser ask."""


class CursorError(ApiError):
    """A cursor that is none, or of data that has changed since."""


class PurposeMissingError(ApiError):
    """An identity was asked for without saying what for."""


class MisdirectedError(ApiError):
    """The request names another host than the one that is served."""


class PatienceError(ApiError):
    """Asking again later may succeed.

    Args:
        message: What happened and what to do.
        retry_seconds: Whole seconds after which to ask again.
    """

    def __init__(self, message: str, retry_seconds: int = 1) -> None:
        self.retry_seconds = retry_seconds
        super().__init__(message)


class TooManyRequestsError(PatienceError):
    """This caller asks more often than it may."""


class BusyError(PatienceError):
    """Everybody together asks more than can be answered."""


class RequestTimeoutError(ApiError):
    """The answer took longer than a request may."""


class AuditError(ApiError):
    """The audit log cannot be kept, so nothing that needs it is done."""


class KeyFileError(ApiError):
    """A secret is missing, readable by others, or damaged."""


class RemoteError(ApiError):
    """A server refused or failed."""


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
        SnapshotError: 503,
        NotPublishedError: 503,
        LedgerError: 503,
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
