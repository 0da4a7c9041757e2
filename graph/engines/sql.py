"""SQL over the embedded engine's HTTP port, for the few schema statements Cypher lacks."""

from __future__ import annotations

import base64
import http.client
import json
from dataclasses import dataclass, field

from graph.errors import StoreError, StoreUnavailableError


@dataclass(frozen=True, slots=True)
class SqlEndpoint:
    """The HTTP port of an embedded engine on this machine.

    Attributes:
        port: Port on 127.0.0.1.
        database: Name of the database.
        user, password: Credentials.
    """

    port: int
    database: str
    user: str
    password: str = field(repr=False)

    def run(self, statement: str) -> None:
        """Run one SQL statement.

        Raises:
            StoreError: The engine refused it.
            StoreUnavailableError: The engine does not answer.
        """
        token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        try:
            connection.request(
                "POST",
                f"/api/v1/command/{self.database}",
                body=json.dumps({"language": "sql", "command": statement}),
                headers={"Authorization": f"Basic {token}", "Content-Type": "application/json"},
            )
            response = connection.getresponse()
            answer = response.read().decode(errors="replace")
        except OSError as error:
            raise StoreUnavailableError(
                f"The embedded engine does not answer on port {self.port}: {error}."
            ) from error
        finally:
            connection.close()
        if response.status != http.client.OK:
            raise StoreError(f"The embedded engine refused {statement!r}: {answer[:500]}")
