"""Serving the API and its pages."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.output import console
from api.cli.state import say, server_settings, workspace

_STOP_SECONDS = 20
"""How long requests that are at work may go on when the server is asked to stop."""


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(serve)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
) -> None:
    """Serve the HTTP API and its pages.

    On this machine's own address, and until the first `lacak key add`, whoever asks is taken for
    its owner. Any other address needs keys. The log, a line of JSON for each request, goes to
    standard error; Ctrl-C lets requests at work finish.

    Example: `lacak serve --port 8000`, then open http://127.0.0.1:8000
    """
    # Imported here: the web framework costs every other command 300 ms.
    import uvicorn

    from api import logs
    from api.app import create_app
    from api.security.origin import is_loopback

    place = workspace()
    place.snapshot()
    app = create_app(place, server_settings(), is_loopback=is_loopback(host), keeps_warm=True)
    logs.configure()
    console.print(say("Buka", "Open") + f" http://{host}:{port}", highlight=False)
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_keep_alive=15,
        timeout_graceful_shutdown=_STOP_SECONDS,
    )
