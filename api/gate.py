"""What every request passes: an id, who asks, how often, a turn, a time limit, a log line.

Plain ASGI, outside the application: a request that is refused here has cost next to nothing,
and one that runs out of time is answered although its thread is still at work.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from dataclasses import dataclass, field
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import logs
from api.errors import RequestTimeoutError, UnauthenticatedError, status_of
from api.failures import crashed, failed, request_id
from api.metrics import Metrics
from api.security.guard import Guard
from api.security.limits import RateLimit
from api.security.origin import OPEN
from api.security.turns import Turn, Turns
from api.settings import ServerSettings
from ontology.errors import LacakError

UNTIMED: Final = ("/health", "/ready", "/metrics", "/static/")
"""Paths that never wait for a turn: operators need them most when everything is busy."""

VERSION: Final = "v1"
"""Prefix of the API; what it answers changes only by addition, until there is another."""

UNPREFIXED: Final = frozenset(
    {"search", "entities", "claims", "queries", "networks", "schema", "export", "status"}
    | {"cypher", "sparql"}
)
"""Paths that mean the newest version when it is left out, for people at a prompt."""

MOST_BODY: Final = 4 << 20
"""Bytes of a request's body; the longest list of a canvas is a quarter of it."""

_TELL_SECONDS: Final = 1.0
"""How often the log says that programs are turned away: a line for each would be the next load."""

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_ID: Final = re.compile(r"[A-Za-z0-9_.-]{8,64}")
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    # Forms of our own pages must say where they come from; other sites learn nothing.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
_RAW_HEADERS: Final = [(name.lower().encode(), told.encode()) for name, told in _HEADERS.items()]


@dataclass(slots=True)
class _Exchange:
    """One request and what became of it."""

    scope: Scope
    send: Send
    id: str
    started: float = field(default_factory=time.perf_counter)
    status: int = 0
    sent: int = 0
    is_over: bool = False
    turn: Turn | None = None

    @property
    def has_begun(self) -> bool:
        return self.status != 0

    async def reply(self, message: Message) -> None:
        """Pass a message on, with the headers that every answer has."""
        if self.is_over:
            return
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers["X-Request-Id"] = self.id
        elif message["type"] == "http.response.body":
            self.sent += len(message.get("body", b""))
            if not message.get("more_body", False):
                # Whoever reads slowly keeps nobody waiting.
                self.end_turn()
        await self.send(message)

    def end_turn(self) -> None:
        """Give the turn back, if there is one."""
        if self.turn is not None:
            self.turn.end()

    def fields(self) -> dict[str, object]:
        """Return what may be logged."""
        principal = self.scope.get("state", {}).get("principal")
        return {
            "request": self.id,
            "method": self.scope["method"],
            "route": _route(self.scope),
            "status": self.status,
            "ms": round(1000 * (time.perf_counter() - self.started), 1),
            "bytes": self.sent,
            "role": principal.role if principal else None,
        }


class Gate:
    """The application behind its guards.

    Args:
        app: The application.
        guard: Tells who is asking.
        settings: How often, how many at once, and how long.
        metrics: Where requests are counted.
        turns: How many are worked on at once.
    """

    def __init__(
        self,
        app: ASGIApp,
        guard: Guard,
        settings: ServerSettings,
        metrics: Metrics,
        turns: Turns,
    ) -> None:
        self.app = app
        self.guard = guard
        self.metrics = metrics
        self.rates = RateLimit(settings.requests_per_minute)
        self.turns = turns
        self._seconds = settings.request_timeout_seconds
        self._page_wait_seconds = settings.page_wait_seconds
        self._turned_away, self._told_at = 0, -_TELL_SECONDS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        _add_version(scope)
        headers = Headers(scope=scope)
        if self.turns.is_crowded and not _may_wait(scope, headers):
            await self._turn_away(scope, receive, send)
            return
        given = headers.get("x-request-id", "")
        exchange = _Exchange(scope, send, given if _ID.fullmatch(given) else secrets.token_hex(8))
        request_id.set(exchange.id)
        scope.setdefault("state", {})["request_id"] = exchange.id
        try:
            await self._admit(exchange, headers, receive)
        except LacakError as error:
            await _refuse(exchange, headers, error, receive)
        finally:
            self._note(exchange)

    async def _turn_away(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse before anything else is done: what this costs, those at work wait for."""
        error = self.turns.turn_away()
        self.metrics.observe("unknown", _method(scope), status_of(error), 0.0)
        now = time.monotonic()
        self._turned_away += 1
        if now - self._told_at >= _TELL_SECONDS:
            logs.told("overload", {"turned_away": self._turned_away})
            self._turned_away, self._told_at = 0, now
        request_id.set(name := secrets.token_hex(8))
        response = failed(error)
        response.raw_headers += [*_RAW_HEADERS, (b"x-request-id", name.encode())]
        await response(scope, receive, send)

    async def _admit(self, exchange: _Exchange, headers: Headers, receive: Receive) -> None:
        scope = exchange.scope
        await self._identify(scope, headers)
        if scope["path"].startswith(UNTIMED):
            await self._run(exchange, receive)
            return
        is_person = _is_person(scope, headers)
        exchange.turn = await self.turns.take(self._page_wait_seconds if is_person else None)
        work = asyncio.ensure_future(self._run(exchange, _bounded(receive)))
        work.add_done_callback(lambda _: exchange.end_turn())
        done, _ = await asyncio.wait({work}, timeout=self._seconds)
        if done:
            return
        # The thread cannot be stopped; its turn ends with it, but nobody waits any longer.
        late = RequestTimeoutError(
            f"The answer took longer than {self._seconds:g} s. Ask for less."
        )
        turn, exchange.turn = exchange.turn, None
        work.add_done_callback(lambda _: turn.end())
        if not exchange.has_begun:
            await failed(late)(scope, receive, exchange.reply)
        exchange.is_over = True
        exchange.status = 504

    async def _identify(self, scope: Scope, headers: Headers) -> None:
        client = scope["client"][0] if scope.get("client") else ""
        try:
            arguments = scope["method"], headers, client
            if self.guard.is_quick(headers):
                principal = self.guard.principal(*arguments)
            else:
                principal = await run_in_threadpool(self.guard.principal, *arguments)
        except UnauthenticatedError:
            if scope["path"].startswith(OPEN):
                return
            raise
        if not principal.is_local:
            self.rates.take(principal.name)
        scope["state"]["principal"] = principal

    async def _run(self, exchange: _Exchange, receive: Receive) -> None:
        try:
            await self.app(exchange.scope, receive, exchange.reply)
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller gets an answer
            logs.crash(error, exchange.fields())
            if not exchange.has_begun:
                await crashed()(exchange.scope, receive, exchange.reply)

    def _note(self, exchange: _Exchange) -> None:
        fields = exchange.fields()
        seconds = time.perf_counter() - exchange.started
        route, method = str(fields["route"]), _method(exchange.scope)
        self.metrics.observe(route, method, exchange.status, seconds)
        logs.told("request", fields)


async def _refuse(
    exchange: _Exchange, headers: Headers, error: LacakError, receive: Receive
) -> None:
    response: Response = failed(error)
    if isinstance(error, UnauthenticatedError) and _is_page(exchange.scope, headers):
        from urllib.parse import quote

        query = exchange.scope.get("query_string", b"").decode("latin-1")
        back = exchange.scope["path"] + (f"?{query}" if query else "")
        response = RedirectResponse(f"/sign-in?back={quote(back)}", 303)
    await response(exchange.scope, receive, exchange.reply)


def _add_version(scope: Scope) -> None:
    path: str = scope["path"]
    if path[1:].partition("/")[0] in UNPREFIXED:
        scope["path"] = f"/{VERSION}{path}"
        scope["raw_path"] = f"/{VERSION}".encode() + scope.get("raw_path", path.encode())


def _bounded(receive: Receive) -> Receive:
    """Return a receiver that refuses a body which is too long, however it is sent."""
    came = 0

    async def bounded() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > MOST_BODY:
            raise HTTPException(413, f"A body may have {MOST_BODY:,} bytes.")
        return message

    return bounded


def _is_page(scope: Scope, headers: Headers) -> bool:
    return scope["method"] == "GET" and "text/html" in headers.get("accept", "")


def _is_person(scope: Scope, headers: Headers) -> bool:
    """Tell whether somebody is looking: a page asks, or the scripts of one of ours do."""
    is_program = scope["path"].startswith(f"/{VERSION}/")
    return not is_program or headers.get("sec-fetch-site") == "same-origin"


def _may_wait(scope: Scope, headers: Headers) -> bool:
    return scope["path"].startswith(UNTIMED) or _is_person(scope, headers)


def _method(scope: Scope) -> str:
    method: str = scope["method"]
    return method if method in _METHODS else "other"


def _route(scope: Scope) -> str:
    route = scope.get("route")
    return str(getattr(route, "path", "")) or "unknown"
