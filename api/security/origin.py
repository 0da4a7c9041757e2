"""Whether a browser asks on behalf of our own pages, or of somebody else's.

Whoever signs in with a cookie, or owns the machine, is recognized without a secret in the
request, so another site's page could make the browser ask in their name. Browsers say where
a request comes from; what is not from here may not change or read anything.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from api.errors import CrossSiteError, MisdirectedError

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1", "testserver"})
"""Names under which this machine alone is asked; the last one is the test client's."""

OPEN: Final = (
    "/health",
    "/ready",
    "/sign-in",
    "/sign-out",
    "/static/",
    "/language/",
    "/theme/",
    "/openapi.json",
)
"""Paths that need nobody to be known: they hold nothing of the graph."""

_TOLD: Final = "Another site's page sent this request. Open the form on this server and send it."


def is_loopback(host: str) -> bool:
    """Tell whether an address to listen on is reached from this machine only."""
    return host in LOOPBACK or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


def check_host(headers: Headers) -> None:
    """Refuse requests that were sent to another name than this machine's own.

    A page on the net can have its own name point here and would then count as ours.

    Raises:
        MisdirectedError: The name is not of this machine.
    """
    name = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    if not is_loopback(name):
        raise MisdirectedError(
            f"This server answers to 127.0.0.1 and localhost, not to {name!r}. To serve others, "
            "add keys (`lacak key add`) and name the address: `lacak serve --host`."
        )


def check_origin(method: str, headers: Headers, *, has_secret: bool, has_session: bool) -> None:
    """Refuse what another site's page makes the browser ask.

    Args:
        method: Of the request.
        headers: Of the request.
        has_secret: The request itself carries a key or a token.
        has_session: A cookie says who asks. Where none does, a request that does not say where
            it comes from has nothing to be misused.

    Raises:
        CrossSiteError: It comes from another site, or, from a browser, from nobody knows where.
    """
    if has_secret:
        return
    site = headers.get("sec-fetch-site")
    if site is not None:
        is_opened = method in SAFE and headers.get("sec-fetch-mode") == "navigate"
        if site not in ("same-origin", "none") and not is_opened:
            raise CrossSiteError(_TOLD)
        return
    if method in SAFE:
        return
    source = headers.get("origin") or headers.get("referer")
    if source is None and has_session:
        raise CrossSiteError(_TOLD)
    if source is not None and urlsplit(source).netloc != headers.get("host"):
        raise CrossSiteError(_TOLD)
