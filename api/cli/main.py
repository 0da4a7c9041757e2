"""``lacak``: one command line for loading, asking, looking, and keeping."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.markup import escape

from api.cli import ask, data, demo, free, identity, look, network, report, screening, serve, state
from api.cli.output import errors
from ontology.errors import LacakError

_INTERRUPTED = 130
_STOPPED = "Stopped. What was loaded stays; run the same command again to go on."

app = typer.Typer(
    name="lacak",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="""Trace who declared, intercepted, recruited, and licensed what: a knowledge graph of
the fight against trafficking (TPPO) of Indonesian migrant workers, with the source of every line.

**First steps:** `lacak load` loads the public record; `lacak search "polda kepri"` finds things;
`lacak show ID` prints what is known, with its evidence; `lacak query` lists the questions.""",
)


@app.callback()
def options(
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="id|en", help="Language of answers."),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="policy|analyst|investigator",
            help="Read what this role may see; also analyst@53 for one province.",
        ),
    ] = None,
) -> None:
    """Options for every command."""
    if language not in (None, "id", "en"):
        raise typer.BadParameter("Write id or en.", param_hint="--language")
    state.choose_language(language)
    state.choose_role(role)


for module in (demo, data, ask, free, look, identity, screening, network, report, serve):
    module.register(app)


def run() -> None:
    """Run the command line; our errors become one readable line and exit code 1."""
    try:
        app()
    except LacakError as error:
        errors.print(f"[red]✗[/red] {escape(str(error))}", highlight=False)
        sys.exit(1)
    except KeyboardInterrupt:
        errors.print(_STOPPED)
        sys.exit(_INTERRUPTED)
    except SystemExit as end:
        # Inside a command the framework turns Ctrl-C into this exit, without a word.
        if end.code == _INTERRUPTED:
            errors.print(_STOPPED)
        raise
    finally:
        if state.workspace.cache_info().currsize:
            state.workspace().close()
