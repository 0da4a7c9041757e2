"""``lacak``: one command line for loading, asking, looking, and keeping."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli import (
    access,
    ask,
    auditing,
    data,
    demo,
    free,
    identity,
    look,
    network,
    people,
    remote,
    report,
    screening,
    serve,
    state,
)
from api.cli.output import errors
from api.cli.state import say
from graph.errors import SettingsError
from graph.rooms.errors import TOLD
from ontology.errors import LacakError

_INTERRUPTED = 130

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


def _print_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"lacak {version('lacak')}")
        raise typer.Exit


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
    server: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Ask this server: show, search, query, path, export."),
    ] = None,
    key_file: Annotated[
        Path | None, typer.Option("--key-file", help="File with the key for the server.")
    ] = None,
    purpose: Annotated[str | None, typer.Option(help="What for; stands in the audit log.")] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Options for every command."""
    if language not in (None, "id", "en"):
        raise typer.BadParameter("Write id or en.", param_hint="--language")
    state.choose_language(language)
    state.choose_role(role)
    state.choose_purpose(purpose)
    remote.choose(server, key_file, purpose)


for module in (
    demo,
    data,
    ask,
    free,
    look,
    identity,
    screening,
    network,
    people,
    report,
    serve,
    access,
    auditing,
):
    module.register(app)


def _stopped() -> str:
    return say(
        "Dihentikan. Yang sudah dimuat tetap ada; jalankan perintah yang sama untuk melanjutkan.",
        "Stopped. What was loaded stays; run the same command again to go on.",
    )


def _told(error: LacakError) -> str:
    """Return what went wrong in the reader's language; its particulars are in English."""
    if isinstance(error, TOLD):
        return error.text.in_(state.language())
    try:
        return say(f"{error.indonesian}\n  {error}", str(error))
    except SettingsError:
        # Which language was wished for is what cannot be read.
        return f"{error.indonesian}\n  {error}"


def run() -> None:
    """Run the command line; our errors become one readable line and exit code 1."""
    try:
        app()
    except LacakError as error:
        errors.print(f"[red]✗[/red] {escape(_told(error))}", highlight=False)
        sys.exit(1)
    except KeyboardInterrupt:
        errors.print(_stopped())
        sys.exit(_INTERRUPTED)
    except SystemExit as end:
        # Inside a command the framework turns Ctrl-C into this exit, without a word.
        if end.code == _INTERRUPTED:
            errors.print(_stopped())
        raise
    finally:
        if state.workspace.cache_info().currsize:
            state.workspace().close()
