from __future__ import annotations

import pytest
from neo4j import exceptions

from graph.engines.failures import translated
from graph.errors import (
    ConstraintError,
    GraphError,
    StoreError,
    StoreTimeoutError,
    StoreUnavailableError,
)


def server_error(code: str) -> Exception:
    return exceptions.Neo4jError._hydrate_neo4j(code=code, message="said the server")


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (exceptions.ServiceUnavailable("away\nand more"), StoreUnavailableError),
        (exceptions.SessionExpired("gone"), StoreUnavailableError),
        (server_error("Neo.ClientError.Security.Unauthorized"), StoreUnavailableError),
        (server_error("Neo.ClientError.Schema.ConstraintValidationFailed"), ConstraintError),
        (server_error("Neo.ClientError.Transaction.TransactionTimedOut"), StoreTimeoutError),
        (server_error("Neo.ClientError.Transaction.Terminated"), StoreTimeoutError),
        (server_error("Neo.ClientError.Statement.SyntaxError"), StoreError),
        (server_error("Neo.TransientError.Transaction.DeadlockDetected"), StoreError),
        (exceptions.ResultConsumedError(None, "used up"), StoreError),
    ],
)
def test_driver_errors_become_ours(raised: Exception, expected: type[GraphError]) -> None:
    with pytest.raises(expected, match="query x") as caught, translated("query x"):
        raise raised
    assert type(caught.value) is expected
    assert caught.value.__cause__ is raised
    assert "\n" not in str(caught.value)


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), translated("query x"):
        raise KeyError("x")
