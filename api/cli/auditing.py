"""Commands over the audit log: verify, head, report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.markup import escape

from api.audit.check import check, head, read_head
from api.audit.report import select, summarize
from api.cli.output import Format, as_json, console, emit, errors, save, write
from api.cli.state import FormatOption, audit_log, say

audits = typer.Typer(no_args_is_help=True, help="Who read which identity and asked what.")

_DAY_HELP = "UTC day, itself included."
_COLUMNS = ("when", "who", "role", "action", "subject", "purpose", "channel", "outcome", "detail")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(audits, name="audit")


@audits.command()
def verify(
    known: Annotated[
        Path | None, typer.Option("--head", help="A head that was exported earlier.")
    ] = None,
) -> None:
    """Check that no entry was edited, deleted, inserted or moved; with a head, nor cut off.

    Exit status is 1 if anything is wrong. Without a head, a log whose end was cut off looks whole.

    Examples: `lacak audit verify` · `lacak audit verify --head audit-head.json`
    """
    log = audit_log(is_checked=False)
    problems = check(log, read_head(known) if known else None)
    for problem in problems[:20]:
        errors.print(f"[red]✗[/red] {escape(problem.message)}", highlight=False)
    if problems:
        errors.print(say(f"{len(problems)} masalah.", f"{len(problems)} problems."))
        raise typer.Exit(1)
    count, _ = log.end()
    told = say(f"Utuh: {count} catatan.", f"Whole: {count} entries.")
    if known is None:
        told += " " + say(
            "Apakah ujungnya terpotong hanya terlihat dengan --head.",
            "Whether its end was cut off shows only with --head.",
        )
    console.print(told, highlight=False)


@audits.command(name="head")
def export_head(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; else it is printed.")
    ] = None,
) -> None:
    """Export where the log ends now; kept elsewhere, it shows a cut later.

    Example: `lacak audit head --out audit-head.json`
    """
    content = msgspec.json.encode(head(audit_log()))
    if out is None:
        write(content.decode())
        return
    save(out, content)
    console.print(say("Ditulis:", "Written:") + f" {escape(str(out))}", highlight=False)


@audits.command()
def report(
    who: Annotated[str | None, typer.Option(help="One person; else everybody.")] = None,
    first_day: Annotated[str, typer.Option("--from", metavar="YYYY-MM-DD", help=_DAY_HELP)] = "",
    last_day: Annotated[str, typer.Option("--to", metavar="YYYY-MM-DD", help=_DAY_HELP)] = "",
    is_summary: Annotated[
        bool, typer.Option("--summary", help="Per person: how often what, whose identities.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what was read and asked, by person and period.

    Examples: `lacak audit report --who "Ani BP3MI Riau" --from 2026-11-01 --to 2026-11-30` ·
    `lacak audit report --summary`
    """
    entries = list(select(audit_log(), who=who, first_day=first_day, last_day=last_day))
    if not is_summary:
        rows = [{name: getattr(entry, name) for name in _COLUMNS} for entry in entries]
        emit(form, _COLUMNS, rows)
        return
    found = summarize(entries)
    if form is Format.JSON:
        write(as_json(found))
        return
    columns = ("who", "actions", "identities", "first", "last")
    emit(form, columns, [{name: getattr(s, name) for name in columns} for s in found])
