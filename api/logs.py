"""Logs as lines of JSON, without anything that was asked for or found.

A path can name a person and a query string can hold one; a log line has the route's template,
the role, and the request's id, by which the audit log knows more.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import orjson

log: Final = logging.getLogger("lacak.server")


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        line.update(getattr(record, "fields", {}))
        return orjson.dumps(line).decode()


def configure() -> None:
    """Send the server's log to standard error, a line of JSON each."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    log.handlers[:] = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False


def told(event: str, fields: Mapping[str, object]) -> None:
    """Log an event."""
    log.info(event, extra={"fields": dict(fields)})


def crash(error: BaseException, fields: Mapping[str, object]) -> None:
    """Log an error nobody foresaw: its class and where, not its text, which can hold data."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = [f"{frame.name}:{frame.lineno}" for frame in frames]
    log.error("crash", extra={"fields": {**fields, "error": type(error).__name__, "in": where}})
