"""Queries of one's own, in Cypher and SPARQL, run in a locked room over the snapshot."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from api.cli.output import Format, console, emit, errors
from api.cli.state import FormatOption, language, recorder, say, workspace
from api.free import Tongue, ask
from graph.rooms.errors import TOLD
from graph.rooms.limits import FreeAnswer
from graph.store import Value

_CELL = 300
_WORKING = ("search_text", "claims", "records")
"""Properties of whole nodes that a table leaves out: long, and for programs."""

Parameters = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; JSON or plain text."),
]
Question = Annotated[str, typer.Argument(help="The query; - reads it from standard input.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(cypher)
    app.command()(sparql)


def cypher(
    query: Question, parameters: Parameters = None, form: FormatOption = Format.TABLE
) -> None:
    """Run a Cypher query of your own; it reads the snapshot and can reach nothing else.

    Examples: `lacak cypher "MATCH (a:Agreement) RETURN a.id, a.caption LIMIT 5"` ·
    `lacak cypher 'MATCH (c:Event {id: $id}) RETURN c.caption' -p id=ev:…`
    """
    _run("cypher", query, parameters, form)


def sparql(
    query: Question, parameters: Parameters = None, form: FormatOption = Format.TABLE
) -> None:
    """Run a SPARQL 1.1 query of your own; `lacak:`, `prov:` and other prefixes are declared.

    Examples: `lacak sparql "SELECT ?d ?n { ?d a lacak:Declaration ; lacak:name ?n } LIMIT 5"` ·
    `lacak sparql 'SELECT ?p ?o { ?who ?p ?o }' -p 'who=<https://w3id.org/lacak/id/org:kp2mi>'`
    """
    _run("sparql", query, parameters, form)


def _run(tongue: Tongue, query: str, parameters: Sequence[str] | None, form: Format) -> None:
    text = sys.stdin.read() if query == "-" else query
    place = workspace()
    given = dict(_parameter(p) for p in parameters or [])
    try:
        with errors.status(
            say(
                "Menyiapkan ruang terkunci (pertama kali sampai satu menit) …",
                "Preparing the locked room (up to a minute the first time) …",
            )
        ):
            found = ask(place, recorder(), tongue, text, given)
    except TOLD as error:
        errors.print("[red]✗[/red] ", end="")
        errors.print(error.text.in_(language()), markup=False, highlight=False)
        raise typer.Exit(1) from error
    _print(found, form)


def _print(found: FreeAnswer, form: Format) -> None:
    rows: list[dict[str, object]] = [dict(row) for row in found.rows]
    if form is not Format.TABLE:
        emit(form, found.columns, rows)
    else:
        emit(form, found.columns, [{k: _short(v) for k, v in row.items()} for row in rows])
        if not rows:
            console.print(say("Tidak ada baris.", "No rows."))
    for notice in found.notices:
        errors.print("[yellow]![/yellow] ", end="")
        errors.print(notice.in_(language()), markup=False, highlight=False)
    if found.is_truncated:
        errors.print(
            say(
                f"Dipotong setelah {len(rows)} baris: ada lagi. Persempit, atau pakai LIMIT.",
                f"Cut after {len(rows)} rows: there are more. Narrow it, or use LIMIT.",
            ),
            highlight=False,
        )


def _short(value: object) -> object:
    if isinstance(value, dict):
        value = {k: v for k, v in value.items() if k not in _WORKING}
    if isinstance(value, str) and len(value) > _CELL:
        return f"{value[:_CELL]}…"
    return value


def _parameter(text: str) -> tuple[str, Value]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise typer.BadParameter(f"Write NAME=VALUE, got {text!r}.", param_hint="--param")
    try:
        made: Value = json.loads(value)
    except ValueError:
        # Not JSON: plain text, as most people type it.
        return name, value
    return name, made
