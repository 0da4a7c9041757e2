"""Translate the driver's exceptions into ours; nothing above the engines sees a driver's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from graph.errors import (
    ConstraintError,
    StoreError,
    StoreTimeoutError,
    StoreUnavailableError,
)

TIMEOUT_CODES = frozenset(
    {
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
        "Neo.ClientError.Transaction.Terminated",
        "Neo.TransientError.Transaction.Terminated",
    }
)


@contextmanager
def translated(doing: str) -> Iterator[None]:
    """Re-raise what the driver raises in the block as an error of the graph layer.

    Args:
        doing: What was being done, as the message's beginning: ``"query neighbours"``.

    Raises:
        StoreUnavailableError: No connection, or the server refused the credentials.
        StoreTimeoutError: The server ended the transaction because of its time.
        ConstraintError: A uniqueness rule was broken.
        StoreError: Anything else the server or the driver objects to.
    """
    try:
        yield
    except exceptions.AuthError as error:
        raise StoreUnavailableError(
            f"{doing}: the server refused user or password. "
            "Set LACAK_STORE_USER and LACAK_STORE_PASSWORD."
        ) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise StoreUnavailableError(
            f"{doing}: the graph engine does not answer ({_first_line(error)}). "
            "Check that it runs and that the address is right."
        ) from error
    except exceptions.ConstraintError as error:
        raise ConstraintError(f"{doing}: {_message(error)}") from error
    except exceptions.Neo4jError as error:
        if error.code in TIMEOUT_CODES:
            raise StoreTimeoutError(f"{doing}: ended because it took too long.") from error
        raise StoreError(f"{doing}: {_message(error)}") from error
    except exceptions.DriverError as error:
        raise StoreError(f"{doing}: {_first_line(error)}") from error


def _message(error: exceptions.Neo4jError) -> str:
    return f"{error.message or _first_line(error)} ({error.code})"


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
