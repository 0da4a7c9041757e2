"""Cypher that callers wrote, in a worker of its own: asks a locked room and passes rows on.

A worker, not the asking process, takes the answer off the wire, because one row may be as
large as the room's memory.
"""

from __future__ import annotations

import base64

# The driver looks addresses up with it; loaded here once, not in every worker.
import encodings.idna  # noqa: F401
import http.client
import socket
from collections.abc import Iterator

import neo4j
import orjson
from neo4j import exceptions

from graph.engines import runtime
from graph.engines.bolt import CONNECT_SECONDS
from graph.engines.failures import TIMEOUT_CODES
from graph.engines.values import plain
from graph.errors import StoreError
from graph.rooms.frames import ERROR, Order, put, put_answer

_FETCH_ROWS = 100
_READ_ONLY = "on a read only database"
"""What Bolt answers to writes, and to whatever the engine does not understand."""


def answer(channel: socket.socket, order: Order) -> None:
    """Answer one query on the channel."""
    url, http_port, user, password = order.target
    try:
        with (
            neo4j.GraphDatabase.driver(
                url,
                auth=(user, password),
                connection_timeout=CONNECT_SECONDS,
                notifications_min_severity="OFF",
                user_agent="lacak-room",
            ) as driver,
            driver.session(
                database=runtime.DATABASE,
                default_access_mode=neo4j.READ_ACCESS,
                fetch_size=_FETCH_ROWS,
            ) as session,
        ):
            # The text is the caller's own; the room is locked against it.
            result = session.run(neo4j.Query(order.text), orjson.loads(order.parameters))
            put_answer(channel, result.keys(), _rows(result), order.limits)
    except exceptions.Neo4jError as error:
        kind = "time" if error.code in TIMEOUT_CODES else "refused"
        told = error.message or ""
        if told.endswith(_READ_ONLY):
            told = _reason(int(http_port), user, password, order) or told
        put(channel, ERROR, f"{kind}:{told}".encode())
    except (exceptions.DriverError, OSError) as error:
        put(channel, ERROR, f"unavailable:{error}".encode())
    except ValueError as error:
        put(channel, ERROR, f"refused:{error}".encode())


def _reason(port: int, user: str, password: str, order: Order) -> str:
    """Return why the engine would not even begin; its HTTP port knows, Bolt does not."""
    token = base64.b64encode(f"{user}:{password}".encode()).decode()
    asked = {
        "language": "opencypher",
        "command": order.text,
        "params": orjson.loads(order.parameters),
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=CONNECT_SECONDS)
    try:
        connection.request(
            "POST",
            f"/api/v1/query/{runtime.DATABASE}",
            body=orjson.dumps(asked),
            headers={"Authorization": f"Basic {token}", "Content-Type": "application/json"},
        )
        told: dict[str, object] = orjson.loads(connection.getresponse().read())
    except (OSError, http.client.HTTPException, ValueError):
        return ""
    finally:
        connection.close()
    return str(told.get("detail", ""))


def _rows(result: neo4j.Result) -> Iterator[list[object]]:
    for record in result:
        yield [_value(value) for value in record.values()]


def _value(value: object) -> object:
    try:
        return plain(value)
    except StoreError:
        # Points and bytes: nothing of ours, but a caller may make some.
        return str(value)
