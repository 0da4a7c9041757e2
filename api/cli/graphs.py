"""Graph files on the command line: how they are cited and read, what a load would do and did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli import tables
from api.cli.output import Format, as_json, console, emit, errors, write
from api.cli.state import say, workspace
from loaders.graphs.detecting import FORMATS, detect
from loaders.graphs.keeping import Kept
from loaders.graphs.options import Options
from loaders.graphs.source import GraphSource
from loaders.model import Source
from loaders.tabular.limits import from_environment
from loaders.tabular.preview import Preview, preview
from loaders.tabular.secret import secret_in
from ontology.claim import TYPE

FormatIn = Annotated[
    str | None,
    typer.Option("--format-in", help=f"Format of a graph file: {', '.join(FORMATS)}."),
]
Reliability = Annotated[
    str, typer.Option(help="Grade of the source of a graph file, A to F (unknown).")
]
Credibility = Annotated[
    int, typer.Option(min=1, max=6, help="Grade of what a graph file says, 1 to 6.")
]
Marking = Annotated[
    str, typer.Option(help="How far it may be shared: clear, green, amber, amber-strict, red.")
]
Namespace = Annotated[
    str | None,
    typer.Option(help="Drawn networks: ids of nodes mean the same in all files of this name."),
]
NodeClass = Annotated[
    str | None, typer.Option(help="Drawn networks: class of nodes that name none: Person.")
]
EdgeClass = Annotated[
    str | None, typer.Option(help="Drawn networks: class of edges that name none: Association.")
]

_MOST_SHOWN = 20


def is_graph(path: Path, form: str | None) -> bool:
    """Tell whether a file is to be read as a graph."""
    return path.is_file() and (form is not None or detect(path) is not None)


def open_graph(path: Path, options: Options) -> GraphSource:
    """Return a graph file as a source; refused records are kept beside the ledger."""
    place = workspace()
    ledger = place.ledger
    looked_up = replace(options, known_document=ledger.document, known_classes=_known_classes)
    home = place.settings.home
    return GraphSource(
        path,
        looked_up,
        place.ontology,
        from_environment(),
        secret=secret_in(home),
        kept=Kept(home / "quarantine", options.dataset),
    )


def _known_classes(ids: Sequence[str]) -> Mapping[str, str]:
    stored = workspace().ledger.claims_of(ids)
    return {s.claim.subject: s.claim.value for s in stored if s.claim.property == TYPE}


def show_previews(sources: Iterable[Source], form: Format) -> None:
    """Print what loading graph files would claim and refuse; nothing is written."""
    for source in sources:
        if not isinstance(source, GraphSource):
            continue
        source.kept = None
        made = preview(source)
        if form is Format.TABLE:
            _print_preview(source, made)
        elif form is Format.JSON:
            write(as_json(_data(source, made)))
        else:
            emit(form, *tables.sample(made))


def _print_preview(source: GraphSource, made: Preview) -> None:
    console.print(f"[bold]{escape(str(source.path))}[/bold] · {source.form}", highlight=False)
    tables.print_counts(made)
    print_notes(source)
    console.print(say("Tidak ada yang ditulis.", "Nothing was written."))


def _data(source: GraphSource, made: Preview) -> dict[str, object]:
    return {
        "file": str(source.path),
        "format": source.form,
        "document": source.document.id,
        **tables.counts_data(made),
        "missing": [
            {"term": m.term, "reason": m.reason, "count": m.count, "example": m.example}
            for m in source.missing
        ],
    }


def show_notes(sources: Iterable[Source]) -> None:
    """Print, after a load, what found no home and where refused records are."""
    for source in sources:
        if not isinstance(source, GraphSource):
            continue
        print_notes(source)
        kept = source.kept
        if kept is not None and kept.count:
            text = say(
                f"{kept.count} catatan ditolak disimpan di {kept.path}; perbaiki, lalu muat lagi "
                "berkas itu.",
                f"{kept.count} refused records are kept in {kept.path}; correct them and load "
                "that file.",
            )
            errors.print(f"[yellow]{escape(text)}[/yellow]", highlight=False, soft_wrap=True)


def print_notes(source: GraphSource) -> None:
    """Print what of a file found no home in the ontology."""
    errors.print(
        f"{escape(str(source.path))}: {source.form}, {source.document.id}", highlight=False
    )
    missing = source.missing
    if missing:
        count = sum(m.count for m in missing)
        text = say(
            f"{count} nilai tidak punya tempat dalam ontologi:",
            f"{count} values have no home in the ontology:",
        )
        errors.print(f"[yellow]{text}[/yellow]", highlight=False)
    for one in missing[:_MOST_SHOWN]:
        errors.print(f"  {escape(str(one))}", highlight=False, soft_wrap=True)
    if len(missing) > _MOST_SHOWN:
        errors.print(f"  … +{len(missing) - _MOST_SHOWN}")
    if source.merged:
        text = say(
            f"{source.merged} penyatuan entitas disebut dan tidak diambil; "
            "`lacak same` memutuskannya.",
            f"{source.merged} merged identities are stated and not taken over; "
            "`lacak same` decides on them.",
        )
        errors.print(f"[yellow]{escape(text)}[/yellow]", highlight=False)


__all__ = ["GraphSource", "Options"]
