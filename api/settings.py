"""Settings of the server: how many, how long, who is trusted to say who somebody is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import SettingsError
from graph.settings import given


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What one server allows.

    Attributes:
        secrets: Folder of key files, each readable by its owner only; empty means
            ``secrets`` in the home folder (``LACAK_SECRETS``). Whoever can read the audit log
            should not be able to read this folder.
        oidc_issuer: Issuer of bearer tokens, as their ``iss`` says; empty accepts none
            (``LACAK_OIDC_ISSUER``).
        oidc_audience: What their ``aud`` must contain (``LACAK_OIDC_AUDIENCE``).
        oidc_jwks: File with the issuer's public keys (JWKS); empty asks the issuer's discovery
            address (``LACAK_OIDC_JWKS``).
        oidc_role_claim: Claim that names the role (``LACAK_OIDC_ROLE_CLAIM``).
        requests_per_minute: What one caller may ask in a minute
            (``LACAK_REQUESTS_PER_MINUTE``).
        running: Requests that are worked on at once, those that take long included
            (``LACAK_RUNNING``).
        abreast: Of these, how many that have just begun (``LACAK_ABREAST``). Who takes longer
            than usual makes room; more at once would share one processor and all take longer.
        waiting: Requests that may wait for their turn; more are refused (``LACAK_WAITING``).
        wait_seconds: How long a program's request may wait for its turn
            (``LACAK_WAIT_SECONDS``); it can ask again by itself. While more is asked than can be
            answered it waits only as long as a request usually takes.
        page_wait_seconds: How long a page or a step on the canvas may wait for its turn
            (``LACAK_PAGE_WAIT_SECONDS``): a person would rather wait than be refused.
        request_timeout_seconds: How long one answer may take
            (``LACAK_REQUEST_TIMEOUT_SECONDS``).
        session_hours: How long a browser stays signed in (``LACAK_SESSION_HOURS``).
    """

    secrets: str = ""
    oidc_issuer: str = ""
    oidc_audience: str = ""
    oidc_jwks: str = ""
    oidc_role_claim: str = "lacak_role"
    requests_per_minute: int = 600
    running: int = 8
    abreast: int = 1
    waiting: int = 64
    wait_seconds: float = 0.5
    page_wait_seconds: float = 10.0
    request_timeout_seconds: float = 60.0
    session_hours: float = 8.0

    def __post_init__(self) -> None:
        for name in ("requests_per_minute", "running", "abreast"):
            if getattr(self, name) < 1:
                raise SettingsError(f"LACAK_{name.upper()} must be 1 or more.")
        above_zero = ("wait_seconds", "page_wait_seconds", "request_timeout_seconds")
        for name in (*above_zero, "session_hours"):
            if getattr(self, name) <= 0:
                raise SettingsError(f"LACAK_{name.upper()} must be above 0.")
        if self.waiting < 0:
            raise SettingsError("LACAK_WAITING must be 0 or more.")
        if self.oidc_issuer and not self.oidc_audience:
            raise SettingsError(
                "LACAK_OIDC_ISSUER needs LACAK_OIDC_AUDIENCE: a token that was made for another "
                "service must not open this one."
            )


def from_environment(environment: Mapping[str, str] | None = None) -> ServerSettings:
    """Read settings from ``LACAK_*`` variables.

    Raises:
        SettingsError: A variable has a value that cannot be used.
    """
    environ = os.environ if environment is None else environment
    return ServerSettings(**given(ServerSettings, environ))  # type: ignore[arg-type]  # converted
