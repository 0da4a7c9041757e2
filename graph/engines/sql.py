"""SQL over the embedded engine's HTTP port: its schema is made there, in one script."""

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

    def run(self, script: str) -> None:
        """Run a script of SQL statements, each ended by a semicolon.

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
                body=json.dumps({"language": "sqlscript", "command": script}),
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
            raise StoreError(f"The embedded engine refused {script[:200]!r}: {answer[:500]}")
