"""Errors as answers: one JSON shape for everything that goes wrong.

``{"error": {"type", "message", "status", "request"}}``: the name of the class, what was
expected, what came and what to do, the status once more, and the request's id.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Final

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.errors import headers_of, status_of
from ontology.errors import LacakError

request_id: Final[ContextVar[str]] = ContextVar("request_id", default="")
"""Id of the request that is being answered."""


def body(
    kind: str, message: str, status: int, headers: Mapping[str, str] | None = None
) -> Response:
    """Return an error response in the one shape that the API has."""
    told = {"type": kind, "message": message, "status": status, "request": request_id.get()}
    content = orjson.dumps({"error": told})
    return Response(content, status, dict(headers or {}), media_type="application/json")


def failed(error: LacakError) -> Response:
    """Return the answer to a request that failed with one of our errors."""
    return body(type(error).__name__, str(error), status_of(error), headers_of(error))


def crashed() -> Response:
    """Return the answer to a request that failed in a way nobody foresaw."""
    told = "Something went wrong here. The request's id leads to the line in the server's log."
    return body("InternalError", told, 500)


async def _on_lacak(_request: Request, error: Exception) -> Response:
    return failed(error) if isinstance(error, LacakError) else crashed()


async def _on_http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return crashed()
    is_address = error.status_code == 404 and request.scope.get("route") is None
    if is_address and "text/html" in request.headers.get("accept", ""):
        # Somebody who reads pages has followed an address that leads nowhere.
        from api.visit import error_page

        return error_page(request, 404)
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(sorted(_methods(request)))
    return body("HTTPError", str(error.detail), error.status_code, headers)


def _methods(request: Request) -> set[str]:
    """Return the methods of every route at an address, not only of the first."""
    found: set[str] = set()
    for route in request.app.routes:
        match, _ = route.matches(request.scope)
        if match is not Match.NONE:
            found |= getattr(route, "methods", None) or set()
    return found


async def _on_invalid(_request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    told = "; ".join(f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in found)
    return body("ParameterError", told or "The request is not valid.", 422)


def install(app: FastAPI) -> None:
    """Register the handlers."""
    app.add_exception_handler(LacakError, _on_lacak)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
