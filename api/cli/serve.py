"""Serving the API and its pages."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.output import console
from api.cli.state import say, workspace


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(serve)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
) -> None:
    """Serve the HTTP API and its documentation page.

    Example: `lacak serve --port 8000`, then open http://127.0.0.1:8000
    """
    # Imported here: the web framework costs every other command 300 ms.
    import uvicorn

    from api.app import create_app

    place = workspace()
    place.snapshot()
    console.print(say("Buka", "Open") + f" http://{host}:{port}", highlight=False)
    uvicorn.run(create_app(place), host=host, port=port, log_level="warning")
