"""Many names at once: check a list against the graph, resolve a registry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from api.cli.lists import SheetOption, read_names
from api.cli.output import Format, console, emit, errors, save
from api.cli.state import FormatOption, language, say, workspace
from graph.errors import GraphError

if TYPE_CHECKING:
    import polars as pl

    from graph.resolution.screening import Hit


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (screen, registry):
        app.command()(command)


def screen(
    path: Annotated[
        Path, typer.Argument(help="CSV, TSV, XLSX or ODS with a column name (nama); see below.")
    ],
    cls: Annotated[str, typer.Option("--class", "-c", help="Only entities of this class.")] = (
        "Agent"
    ),
    sheet: SheetOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Check a list of names against the graph: revoked P3MI, earlier suspects, applicants.

    Columns besides name: class, nik, passport, phone, account, plate, handle, email,
    birth_date, father, region, reason; kelas, paspor, telepon, rekening, surel, tanggal_lahir,
    ayah, wilayah and alasan are read as well. Each hit has a score, what agrees and what does not,
    why the graph flags the entity, and the documents that say so. A person is "same" only
    where an identifier or the birth date agrees too. A cell that cannot be read is an error:
    left out unnoticed, it would weaken the check.

    Example: `lacak screen revoked.csv --class PlacementCompany --format csv`
    """
    from graph.resolution.errors import ListRowError
    from graph.resolution.screening import Screen, rows_of

    rows = rows_of(read_names(path, sheet, ("name",), ListRowError))
    place = workspace()
    checked = Screen(place.snapshot(), place.ontology, class_name=cls, language=language())
    found = list(checked.check(rows))
    if form is Format.TABLE:
        for hit in found:
            _print(hit)
        hits = len({hit.row for hit in found})
        console.print(
            say(
                f"{hits} dari {len(rows)} baris cocok. Cocok berarti perlu diperiksa, "
                "bukan bersalah.",
                f"{hits} of {len(rows)} rows have hits. A hit is a reason to look, no finding.",
            )
        )
        return
    emit(form, _COLUMNS, [_row(hit) for hit in found])


_COLUMNS = ("row", "name", "reason", "entity", "caption", "verdict", "score", "explanation",
            "flags", "sources")  # fmt: skip


def _row(hit: Hit) -> dict[str, object]:
    row: dict[str, object] = {c: getattr(hit, c) for c in _COLUMNS}
    return row | {"flags": [f.text for f in hit.flags], "sources": list(_sources(hit))}


def _sources(hit: Hit) -> tuple[str, ...]:
    """Return what the flags rest on; without flags, where the entity is named."""
    return tuple(dict.fromkeys(s for f in hit.flags for s in f.sources)) or hit.sources


def _print(hit: Hit) -> None:
    colour = "red" if hit.verdict == "same" else "yellow"
    reason = f" ({hit.reason})" if hit.reason else ""
    console.print(
        f"[bold]{hit.row}. {escape(hit.name)}[/bold]{escape(reason)} → "
        f"[{colour}]{hit.verdict} {hit.score:.2f}[/{colour}] {escape(hit.caption)} "
        f"[dim]{hit.entity}[/dim]",
        highlight=False,
    )
    console.print(f"   {escape(hit.explanation)}", highlight=False)
    for flag in hit.flags:
        console.print(f"   ⚑ {escape(flag.text)}", highlight=False)
    for source in _sources(hit)[:3]:
        console.print(f"     {escape(source)}", style="dim", highlight=False)


def registry(
    path: Annotated[Path, typer.Argument(help="CSV or Parquet with the columns id and name.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write id, cluster as CSV here.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Pairs to print.")] = 30,
    form: FormatOption = Format.TABLE,
) -> None:
    """Find which records of a registry are one person's, with weights learnt from it.

    Columns besides id and name, as far as there are: sex, birth_date (YYYY-MM-DD), nik,
    father, region, phone. A name alone never joins two records. Pairs that are likely but
    unproven come first; --out has the cluster of every record.

    Example: `lacak registry applicants.csv --out clusters.csv`
    """
    from graph.resolution.registry.resolve import resolve
    from graph.resolution.registry.telling import explain

    found = resolve(_read_table(path))
    if out is not None:
        save(out, found.clusters.write_csv())
    review = found.pairs.filter(found.pairs["decision"] == "review").head(limit)
    rows = [
        {
            "left": pair["left"],
            "right": pair["right"],
            "probability": pair["probability"],
            "explanation": explain(pair, language()),
        }
        for pair in review.iter_rows(named=True)
    ]
    if len(found.unread):
        shown = ", ".join(f"{row} ({id_})" for row, id_ in found.unread.head(20).iter_rows())
        more = f" … +{len(found.unread) - 20}" if len(found.unread) > 20 else ""
        errors.print(
            say(
                f"{path}: kolom birth_date tidak terbaca pada baris data {shown}{more}. "
                "Tulis YYYY-MM-DD.",
                f"{path}: column birth_date cannot be read in data rows {shown}{more}. "
                "Write YYYY-MM-DD.",
            ),
            highlight=False,
            markup=False,
        )
    persons = found.clusters["cluster"].n_unique()
    joined = len(found.pairs) - found.pairs["decision"].eq("review").sum()
    emit(form, ("left", "right", "probability", "explanation"), rows)
    if form is Format.TABLE:
        console.print(
            say(
                f"{len(found.clusters)} catatan, {persons} orang; {joined} pasangan digabung, "
                f"{len(found.pairs) - joined} perlu diperiksa.",
                f"{len(found.clusters)} records, {persons} persons; {joined} pairs joined, "
                f"{len(found.pairs) - joined} to review.",
            )
        )


def _read_table(path: Path) -> pl.DataFrame:
    import polars as pl

    try:
        if path.suffix.lower() == ".parquet":
            return pl.read_parquet(path)
        # Everything as text: a NIK is no number, and a leading zero counts.
        return pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise GraphError(f"{path} cannot be read as a table: {error}") from error
