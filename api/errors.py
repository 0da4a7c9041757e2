"""Errors over HTTP: one table from error class to status, one JSON shape.

ApiError
└── NotAcceptableError     the format asked for is not offered

The body is ``{"error": {"type", "message", "status"}}``; the type is the name of the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.workspace import NothingLoadedError
from graph.errors import (
    LedgerError,
    ParameterError,
    StoreTimeoutError,
    StoreUnavailableError,
    UnknownEntityError,
    UnknownQueryError,
)
from graph.snapshots import SnapshotError
from ontology.errors import LacakError, UnknownTermError, ValueTypeError


class ApiError(LacakError):
    """A request that cannot be answered as asked."""


class NotAcceptableError(ApiError):
    """The format asked for is not offered."""


STATUS: Mapping[type[LacakError], int] = MappingProxyType(
    {
        UnknownEntityError: 404,
        UnknownQueryError: 404,
        UnknownTermError: 404,
        NotAcceptableError: 406,
        ParameterError: 422,
        ValueTypeError: 422,
        NothingLoadedError: 503,
        SnapshotError: 503,
        LedgerError: 503,
        StoreUnavailableError: 503,
        StoreTimeoutError: 504,
        LacakError: 500,
    }
)
"""Status by class; a class that is not listed has the status of its nearest ancestor."""


def status_of(error: LacakError) -> int:
    """Return the HTTP status of an error."""
    return next(STATUS[cls] for cls in type(error).__mro__ if cls in STATUS)


def body(kind: str, message: str, status: int) -> Response:
    """Return an error response in the one shape that the API has."""
    content = {"error": {"type": kind, "message": message, "status": status}}
    return Response(orjson.dumps(content), status, media_type="application/json")


async def _on_lacak(_request: Request, error: Exception) -> Response:
    status = status_of(error) if isinstance(error, LacakError) else 500
    return body(type(error).__name__, str(error), status)


async def _on_http(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return body("HTTPError", "The request failed.", 500)
    response = body("HTTPError", str(error.detail), error.status_code)
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response


async def _on_invalid(_request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    told = "; ".join(f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in found)
    return body("ParameterError", told or "The request is not valid.", 422)


def install(app: FastAPI) -> None:
    """Register the handlers."""
    app.add_exception_handler(LacakError, _on_lacak)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
