"""Evidence packs on the command line: report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.output import console, errors
from api.cli.state import language, say, workspace
from graph.services import dossier


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(report)


def report(
    about: Annotated[
        list[str], typer.Argument(help="Ids of a case or of any entities; with --verify a folder.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder to write; by default the first id.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, max=1000, help="The most related entities described.")
    ] = dossier.DEFAULT_LIMIT,
    verify: Annotated[
        bool, typer.Option("--verify", help="Check a pack instead of writing one.")
    ] = False,
) -> None:
    """Write an evidence pack: PDF, DOCX, picture, claims, sources, and a manifest of hashes.

    Examples: `lacak report case:bareskrim-bahrain-lpk --out pack` ·
    `lacak report org:pt-al-zaidi-ikhwan evt:raid-1 --lang en` · `lacak report --verify pack`
    """
    # Imported here: drawing and typesetting cost every other command half a second.
    from viz.report import pack

    if verify:
        _verify([Path(name) for name in about])
        return
    place = workspace()
    chosen = language()
    with console.status(say("Mengumpulkan bukti …", "Gathering evidence …")):
        found = dossier.gather(
            place.snapshot(), place.ontology, about, language=chosen, limit=limit
        )
    folder = out or Path(about[0].replace(":", "-"))
    with console.status(say("Menyusun berkas …", "Writing the pack …")):
        files = pack.write(found, place.ontology, folder, chosen)
    for path in files:
        console.print(str(path), highlight=False, markup=False)
    console.print(
        say(
            f"{len(found.claims)} klaim dari {len(found.documents)} dokumen. Periksa keutuhan: "
            f"lacak report --verify {folder}",
            f"{len(found.claims)} claims from {len(found.documents)} documents. Check it: "
            f"lacak report --verify {folder}",
        ),
        highlight=False,
        markup=False,
    )


def _verify(folders: list[Path]) -> None:
    from viz.report.pack import verify

    faults = [f"{folder}: {fault}" for folder in folders for fault in verify(folder)]
    for fault in faults:
        errors.print(fault, markup=False, highlight=False)
    if faults:
        raise typer.Exit(1)
    console.print(say("Utuh: semua hash cocok.", "Whole: every hash matches."))
