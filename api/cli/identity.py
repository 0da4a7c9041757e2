"""Identity: compare names, propose pairs, decide, undo."""

from __future__ import annotations

import io
from enum import StrEnum
from functools import partial
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from api.cli.data import bring_up_to_date
from api.cli.lists import SheetOption, read_names
from api.cli.output import Format, console, emit, errors, write
from api.cli.progress import counted
from api.cli.state import FormatOption, language, say, workspace
from graph.services import identity as service


class Verdict(StrEnum):
    """What can be decided about two records."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


ClassOption = Annotated[str, typer.Option("--class", "-c", help="Only this class.")]
WhoOption = Annotated[str | None, typer.Option(help="Who decides; by default the user name.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (match, candidates, resolve, decide, undo, decisions):
        app.command()(command)


def match(
    path: Annotated[
        Path,
        typer.Argument(
            help="CSV, TSV, XLSX or ODS with the columns class, left, right (kelas, kiri, kanan)."
        ),
    ],
    sheet: SheetOption = None,
    form: FormatOption = Format.CSV,
) -> None:
    """Compare pairs of names: are they compatible spellings of one name?

    Rows come back in order with score (0-1), decision (same, different, review) and an
    explanation. Classes are those of the ontology, or Person, Company, Agency.

    Example: `lacak match pairs.csv --format csv > answers.csv`
    """
    from graph.resolution.errors import PairRowError
    from graph.resolution.pairs import COLUMNS, OUTCOME, match_table

    table = read_names(path, sheet, COLUMNS, PairRowError)
    watch = partial(counted, description=path.name, total=len(table.rows))
    done = match_table(table, language=language(), watch=watch)
    if form is Format.CSV:
        buffer = io.StringIO()
        done.write(buffer)
        write(buffer.getvalue())
    else:
        emit(form, (*COLUMNS, *OUTCOME), done.answers)
    if done.not_compared:
        first, count = done.not_compared[0], len(done.not_compared)
        errors.print(
            say(
                f"{count} dari {done.rows} baris tidak dapat dibandingkan (pertama: {first}).",
                f"{count} of {done.rows} rows could not be compared (first: {first}).",
            )
        )


def candidates(
    cls: ClassOption = "Agent",
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 30,
    form: FormatOption = Format.TABLE,
) -> None:
    """List records that may be one entity, with what speaks for and against it.

    Examples: `lacak candidates` · `lacak candidates -c PlacementCompany`
    """
    from graph.resolution.candidates import candidates as find

    place = workspace()
    found = find(
        place.snapshot(),
        place.ontology,
        place.ledger.decisions(),
        class_name=cls,
        language=language(),
    )
    rows = [
        {
            "left": c.left,
            "right": c.right,
            "names": f"{c.left_caption} / {c.right_caption}",
            "score": round(c.match.score, 3),
            "decision": c.verdict,
            "explanation": c.explanation,
            "shared": list(c.shared),
        }
        for c in found[:limit]
    ]
    columns = ("left", "right", "names", "score", "decision", "explanation", "shared")
    emit(form, columns, rows, note=f"{len(rows)} / {len(found)}")


def resolve(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would do.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Join companies whose names are spellings of one name; never persons.

    Every join is a decision with its reason; `lacak undo` takes it back exactly. Other pairs
    whose names are one name are kept in the graph as "possibly the same", with score and
    reasons, until somebody decides.

    Example: `lacak resolve --dry-run`
    """
    from graph.resolution.candidates import by_rule, join
    from graph.resolution.candidates import candidates as find
    from graph.resolution.proposals import propose, worth_keeping

    place = workspace()
    found = find(place.snapshot(), place.ontology, place.ledger.decisions(), language=language())
    chosen = by_rule(found, place.ontology)
    kept = worth_keeping(c for c in found if c not in chosen)
    rows: list[dict[str, object]] = [
        {"left": c.left, "right": c.right, "does": does, "why": c.explanation}
        for does, group in (("same", chosen), ("possiblySame", kept))
        for c in group
    ]
    if not dry_run and rows:
        join(place.ledger, chosen)
        propose(place.ledger, kept)
        bring_up_to_date()
    left = len(found) - len(rows)
    emit(form, ("left", "right", "does", "why"), rows, note=f"{left} → candidates")


def decide(
    left: Annotated[str, typer.Argument(help="An id.")],
    right: Annotated[str, typer.Argument(help="Another id.")],
    verdict: Annotated[Verdict, typer.Argument(help="same, different, or unsure.")],
    why: Annotated[str, typer.Option(help="The reason; it is kept with the decision.")],
    who: WhoOption = None,
) -> None:
    """Decide whether two records are one entity, and bring the graph up to date.

    Example: `lacak decide org:pt-alwihda org:pt-alwihdah same --why "same decree number"`
    """
    place = workspace()
    made = service.decide(place.ledger, left, right, verdict.value, who or getuser(), why)
    # Said first: it is kept, whatever becomes of the graph.
    console.print(f"{made.id} {made.kind} {left} {right}", highlight=False)
    bring_up_to_date()
    for found in service.contradictions(place.ledger):
        console.print(
            say("Bertentangan", "Contradiction")
            + f": {found.refused.left} = {found.refused.right} ({found.refused.id}) ≠ "
            f"{found.because.left} | {found.because.right} ({found.because.id})",
            style="yellow",
            highlight=False,
        )


def undo(
    decision: Annotated[str, typer.Argument(help="Id of a decision; `lacak decisions` lists.")],
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    who: WhoOption = None,
) -> None:
    """Take a decision back: the graph is exactly what it was without it.

    Example: `lacak undo 3f9c0a1b2c3d4e5f --why "two different people"`
    """
    made = service.undo(workspace().ledger, decision, who or getuser(), why)
    console.print(f"{made.id} undo {decision}", highlight=False)
    bring_up_to_date()


def decisions(form: FormatOption = Format.TABLE) -> None:
    """List every decision ever taken, oldest first.

    Example: `lacak decisions --format csv`
    """
    columns = ("id", "kind", "left", "right", "who", "why", "recorded")
    rows = [{c: getattr(d, c) for c in columns} for d in workspace().ledger.decisions()]
    emit(form, columns, rows)
