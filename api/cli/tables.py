"""Tables on the command line: what a load would do, what it did, and `lacak map`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.output import Format, as_json, console, emit, errors, save, write
from api.cli.state import FormatOption, language, say, workspace
from loaders.errors import LoadError
from loaders.model import Source
from loaders.paths import present
from loaders.tabular import drafting, opening
from loaders.tabular.limits import from_environment
from loaders.tabular.mapping import TableMapping
from loaders.tabular.mapping_file import read_mapping
from loaders.tabular.preview import Preview, preview
from loaders.tabular.source import TableSource
from ontology.model import Text

HeaderOption = Annotated[
    int | None,
    typer.Option(min=0, max=100, help="Tables: line of the header, 0 for none; the mapping's."),
]
SheetOption = Annotated[
    str | None, typer.Option(help="Tables: sheet of a workbook; the mapping's, or the first.")
]

maps = typer.Typer(no_args_is_help=True, help="Mappings: which columns of a table say what.")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(maps, name="map")


def open_tables(
    paths: Sequence[Path],
    name: str,
    dataset: str | None,
    *,
    where: opening.Where,
    in_bulk: bool,
) -> list[TableSource]:
    """Return the tables that a mapping reads; say which files it is not for."""
    if not paths:
        raise LoadError(f"Which table? Write `lacak load FILE --map {name}`.")
    place = workspace()
    home = place.settings.home
    found = opening.open_tables(
        paths,
        name,
        place.ontology,
        home,
        dataset=dataset,
        where=where,
        in_bulk=in_bulk,
    )
    if found.skipped:
        listed = ", ".join(path.name for path in found.skipped)
        text = say("Tidak dimuat, tidak ada pemetaannya", "Not loaded, no mapping is for them")
        errors.print(f"[yellow]{text}: {escape(listed)}[/yellow]", highlight=False)
    return found.tables


def show_previews(sources: Iterable[Source], form: Format) -> None:
    """Print what loading tables would claim and refuse; nothing is written."""
    for source in sources:
        if not isinstance(source, TableSource):
            continue
        source.quarantine = None
        made = preview(source)
        if form is Format.TABLE:
            _print_preview(source, made)
        elif form is Format.JSON:
            write(as_json(_preview_data(source, made)))
        else:
            emit(form, *sample(made))


def _print_preview(source: TableSource, made: Preview) -> None:
    console.print(
        f"[bold]{escape(str(source.path))}[/bold] · {source.mapping.name} · {_facts(source)}",
        highlight=False,
    )
    print_counts(made)
    _print_notes(source)
    console.print(say("Tidak ada yang ditulis.", "Nothing was written."))


def print_counts(made: Preview) -> None:
    """Print how many rows, entities and claims a load would make, and the first of them."""
    console.print(equation(made.rows, made.accepted, made.duplicates, made.quarantined))
    for title, counted in (
        (say("Entitas", "Entities"), made.entities),
        (say("Klaim", "Claims"), made.properties),
    ):
        rows = [{"what": name, "count": count} for name, count in counted.most_common()]
        if rows:
            emit(Format.TABLE, ("what", "count"), rows, title=title)
    columns, rows = sample(made)
    if rows:
        emit(Format.TABLE, columns, rows, title=say("Baris pertama", "First rows"))
    for refusal in made.refusals:
        errors.print(f"[yellow]refused[/yellow] {escape(str(refusal))}", highlight=False)
    if made.quarantined > len(made.refusals):
        errors.print(f"… +{made.quarantined - len(made.refusals)}")


def sample(made: Preview) -> tuple[tuple[str, ...], list[dict[str, object]]]:
    """Return columns and rows of the claims that the first rows would make."""
    columns = ("line", "subject", "property", "value", "original")
    return columns, [
        {
            "line": line,
            "subject": claim.subject,
            "property": claim.property,
            "value": claim.value,
            "original": claim.original,
        }
        for line, claims in made.sample
        for claim in claims
    ]


def _preview_data(source: TableSource, made: Preview) -> dict[str, object]:
    return {
        "file": str(source.path),
        "mapping": source.mapping.name,
        **source.facts,
        **counts_data(made),
        "unmapped": list(source.unmapped),
        "flags": [str(flag) for flag in source.flags],
    }


def counts_data(made: Preview) -> dict[str, object]:
    """Return what a load would make, as plain data."""
    return {
        "dataset": made.dataset,
        "rows": made.rows,
        "accepted": made.accepted,
        "duplicates": made.duplicates,
        "quarantined": made.quarantined,
        "claims": made.claims,
        "entities": dict(made.entities),
        "properties": dict(made.properties),
        "refused": [str(refusal) for refusal in made.refusals],
        "sample": sample(made)[1],
    }


def equation(rows: int, accepted: int, duplicates: int, quarantined: int) -> str:
    """Return the sentence that accounts for every row."""
    return say(
        f"{rows} baris = {accepted} diterima + {duplicates} duplikat + {quarantined} dikarantina",
        f"{rows} rows = {accepted} accepted + {duplicates} duplicates + {quarantined} quarantined",
    )


def show_notes(sources: Iterable[Source]) -> None:
    """Print, after a load, how tables were read and where their refused rows are."""
    for source in sources:
        if not isinstance(source, TableSource):
            continue
        errors.print(f"{escape(str(source.path))}: {_facts(source)}", highlight=False)
        _print_notes(source)
        kept = source.quarantine
        if kept is not None and kept.count:
            text = say(
                f"{kept.count} baris ditolak disimpan di {kept.path}; perbaiki, lalu muat lagi "
                "dengan pemetaan yang sama.",
                f"{kept.count} refused rows are kept in {kept.path}; correct them and load that "
                "file with the same mapping.",
            )
            errors.print(f"[yellow]{escape(text)}[/yellow]", highlight=False, soft_wrap=True)


def _facts(source: TableSource) -> str:
    return escape(", ".join(f"{k} {v!r}" for k, v in source.facts.items()))


def _print_notes(source: TableSource) -> None:
    if source.unmapped:
        listed = ", ".join(source.unmapped)
        text = say("Kolom yang tidak dipetakan", "Columns that are not mapped")
        errors.print(f"[yellow]{text}: {escape(listed)}[/yellow]", highlight=False)
    if source.absent:
        text = say("Kolom yang tidak pernah ada", "Columns that no row had")
        errors.print(f"[yellow]{text}: {escape(', '.join(source.absent))}[/yellow]")
    for flag in source.flags[:20]:
        errors.print(f"[yellow]![/yellow] {escape(str(flag))}", highlight=False)
    if len(source.flags) > 20:
        errors.print(f"… +{len(source.flags) - 20}")


@maps.command()
def init(
    file: Annotated[Path, typer.Argument(help="A table: CSV, TSV, XLSX, ODS, JSON, Parquet.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; else it is printed.")
    ] = None,
    header: Annotated[
        int | None, typer.Option(min=1, max=100, help="Line of the header; else it is looked for.")
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="Sheet of a workbook.")] = None,
) -> None:
    """Draft a mapping from the columns of a table, to be corrected by hand.

    Example: `lacak map init perkara.xlsx --out perkara.yaml`
    """
    text = drafting.draft(
        present(file), workspace().ontology, from_environment(), header=header, sheet=sheet
    )
    if out is None:
        write(text)
        return
    if out.exists():
        raise LoadError(f"{out} exists already. Name another file, or remove it.")
    save(out, text)
    console.print(
        say(
            f"{out}: periksa, lalu `lacak load {file} --map {out} --dry-run`.",
            f"{out}: check it, then `lacak load {file} --map {out} --dry-run`.",
        ),
        highlight=False,
        soft_wrap=True,
    )


@maps.command("list")
def list_(form: FormatOption = Format.TABLE) -> None:
    """List the mappings that ship with Lacak.

    What columns each reads: `lacak map show NAME`.

    Example: `lacak map list`
    """
    rows = [{"mapping": name, "for": opening.title_of(name)} for name in opening.shipped_names()]
    emit(form, ("mapping", "for"), rows)


@maps.command()
def show(
    name: Annotated[str, typer.Argument(help="A shipped mapping, or a YAML file.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """List the columns that a mapping reads, and what each becomes.

    A shipped one may be copied and changed: the file is named below the table.

    Example: `lacak map show p3mi-registry`
    """
    ontology = workspace().ontology
    files = opening.mapping_files(name)
    rows = [row for file in files for row in _columns_of(read_mapping(file, ontology))]
    if form is not Format.TABLE:
        emit(form, (*_COLUMNS,), rows)
        return
    readable = [{**row, "use": _USES[str(row["use"])].in_(language())} for row in rows]
    headers = {column: said.in_(language()) for column, said in _COLUMNS.items()}
    shown = [c for c in _COLUMNS if c != "file" or len(files) > 1]
    emit(form, shown, readable, title=opening.title_of(name), headers=headers)
    for file in files:
        console.print(escape(str(file)), style="dim", highlight=False, soft_wrap=True)


_COLUMNS = {
    "file": Text("berkas", "file"),
    "column": Text("kolom", "column"),
    "use": Text("dipakai", "use"),
    "class": Text("kelas", "class"),
    "properties": Text("menjadi", "becomes"),
}
_USES = {
    "needed": Text("wajib", "needed"),
    "optional": Text("bila ada", "if there"),
    "ignored": Text("diabaikan", "ignored"),
}


def _columns_of(mapping: TableMapping) -> Iterator[dict[str, object]]:
    """Yield a row per column and entity that it tells of, in the order of the mapping."""
    file = mapping.file or ""
    for entity in mapping.entities:
        said: dict[str, list[str]] = {column: [] for column in (*entity.key, *(entity.when or ()))}
        for value in entity.values:
            for column in value.columns:
                said.setdefault(column, []).append(value.property.name)
        for column, names in said.items():
            yield {
                "file": file,
                "column": column,
                "use": "optional" if column in mapping.optional else "needed",
                "class": entity.cls.name,
                "properties": "; ".join([*names, *(["key"] if column in entity.key else [])]),
            }
    for column in sorted(mapping.ignore):
        yield {"file": file, "column": column, "use": "ignored", "class": "", "properties": ""}
