"""Commands that bring data in and keep it: load, status, rebuild, backup, restore."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli import graphs, loaded, tables, texts
from api.cli.output import Format, as_csv, as_json, console, emit, errors, write
from api.cli.progress import progress
from api.cli.state import FormatOption, keeper, language, say, workspace
from api.workspace import NothingLoadedError, Workspace
from graph.errors import DocumentConflictError, GraphError
from graph.ledger import backup as backups
from graph.ledger.moments import past
from graph.projection.rebuild import follow, forget_engine, usable, verify
from graph.projection.rebuild import rebuild as rebuild_graph
from graph.services.status import status as status_of
from graph.snapshots import Snapshot
from graph.turns import turn
from loaders.errors import LoadError
from loaders.formats import articles
from loaders.graphs.detecting import ENDINGS as GRAPHS
from loaders.model import LoadReport, Source
from loaders.paths import present
from loaders.records import ENDINGS as RECORDS
from loaders.records import RecordSource
from loaders.run import run as run_source
from loaders.sources.registry import shipped
from loaders.tabular import parse
from loaders.tabular.opening import Where
from loaders.text.draft import Metadata
from ontology.errors import LacakError


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (load, status, rebuild, backup, restore):
        app.command()(command)
    tables.register(app)
    texts.register(app, bring_up_to_date)


_Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Records (YAML), tables (with --map), graphs (RDF, FollowTheMoney, STIX, "
        "GraphML, GML, UCINET), articles (text, HTML, PDF, DOCX), or folders of them. Nothing: the "
        "public record shipped."
    ),
]
_Mapping = Annotated[
    str | None,
    typer.Option("--map", "-m", help="Mapping of tables: a YAML file, or a shipped name."),
]
_Dataset = Annotated[
    str | None, typer.Option(help="Name of the dataset; the mapping's, or `local`.")
]
_Published = Annotated[
    str | None, typer.Option(help="When an article or graph file appeared: 2025-08-06.")
]
_Address = Annotated[str | None, typer.Option(help="Address of an article or graph file.")]
_Title = Annotated[str | None, typer.Option(help="Title of an article or graph file.")]
_Publisher = Annotated[str | None, typer.Option(help="Publisher of an article or graph file.")]
_DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Show what a table or graph would claim; write nothing."),
]
_NoRebuild = Annotated[bool, typer.Option("--no-rebuild", help="Only append to the ledger.")]


def load(
    paths: _Paths = None,
    mapping: _Mapping = None,
    dataset: _Dataset = None,
    published: _Published = None,
    url: _Address = None,
    title: _Title = None,
    publisher: _Publisher = None,
    format_in: graphs.FormatIn = None,
    reliability: graphs.Reliability = "F",
    credibility: graphs.Credibility = 3,
    marking: graphs.Marking = "clear",
    namespace: graphs.Namespace = None,
    node_class: graphs.NodeClass = None,
    edge_class: graphs.EdgeClass = None,
    header: tables.HeaderOption = None,
    sheet: tables.SheetOption = None,
    *,
    dry_run: _DryRun = False,
    no_rebuild: _NoRebuild = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Load facts into the ledger and bring the graph up to date.

    Loading twice changes nothing; after a crash, load again to go on. Claims of articles
    are drafts: `lacak review` decides on them. An article that is there with other
    particulars, such as another title, is named and left as it was; further files are loaded.

    Examples: `lacak load` · `lacak load my-records/ --dataset case-12` ·
    `lacak load p3mi.xlsx --map p3mi-registry --dry-run` ·
    `lacak load entities.ftm.jsonl --publisher OpenSanctions --reliability B` ·
    `lacak load article.docx --published 2025-08-06 --url https://kp2mi.go.id/rilis`
    """
    if mapping is not None:
        where = Where(header, sheet)
        found = tables.open_tables(paths or [], mapping, dataset, where=where, in_bulk=not dry_run)
        sources: list[Source] = list(found)
        preview = tables.show_previews
    elif header is not None or sheet is not None:
        raise LoadError("--header and --sheet say where a table stands, which needs --map too.")
    else:
        meta = Metadata(published=published, url=url, title=title, publisher=publisher)
        options = graphs.Options(
            dataset=dataset or "local",
            title=title,
            publisher=publisher,
            published=published,
            url=url,
            reliability=reliability,
            credibility=credibility,
            marking=marking,
            form=format_in,
            namespace=namespace,
            node_class=node_class,
            edge_class=edge_class,
        )
        sources, preview = list(_sources(paths or [], meta, options)), _preview
    if dry_run:
        preview(sources, form)
        return
    _append(sources, form, no_rebuild=no_rebuild)


def _append(sources: list[Source], form: Format, *, no_rebuild: bool) -> None:
    reports, conflicts = _run(sources)
    if not no_rebuild:
        bring_up_to_date()
    loaded.show_reports(form, list(reports.values()))
    tables.show_notes(sources)
    graphs.show_notes(sources)
    loaded.show_hidden(reports.values())
    is_article = [isinstance(sources[at], articles.ArticleSource) for at in reports]
    told = list(zip(is_article, reports.values(), strict=True))
    if any(is_article and report.claims for is_article, report in told):
        loaded.show_drafts()
    loaded.show_conflicts(conflicts)
    # What an article leaves open is no fault of the file.
    if conflicts or any(report.quarantined and not is_article for is_article, report in told):
        raise typer.Exit(2)


def _run(sources: list[Source]) -> tuple[dict[int, LoadReport], list[tuple[Path, LacakError]]]:
    """Load sources in order; return reports by number, and articles that came otherwise before.

    Raises:
        DocumentConflictError: The only source is such an article.
    """
    reports: dict[int, LoadReport] = {}
    conflicts: list[tuple[Path, LacakError]] = []
    with progress() as bar:
        for at, source in enumerate(sources):
            task = bar.add_task(source.name, total=source.size())
            try:
                reports[at] = run_source(
                    source,
                    workspace().ledger,
                    lambda n, t=task: bar.advance(t, n),  # type: ignore[misc]
                )
            except DocumentConflictError as error:
                # Its document comes first, so nothing of it was written, and others may follow.
                if not isinstance(source, articles.ArticleSource) or len(sources) == 1:
                    raise
                conflicts.append((source.path, error))
    return reports, conflicts


def _preview(sources: Iterable[Source], form: Format) -> None:
    if not all(isinstance(source, graphs.GraphSource) for source in sources):
        raise LoadError(
            "--dry-run needs graph files, or tables and --map. What an article says: "
            "`lacak extract FILE`."
        )
    graphs.show_previews(sources, form)


def _sources(paths: list[Path], meta: Metadata, options: graphs.Options) -> Iterator[Source]:
    known: dict[str, str] = {}
    for source in shipped():
        known |= source.defined()
        if not paths:
            yield source
    for path in map(present, paths):
        if path.is_dir():
            yield from _below(path, meta, options, known)
        else:
            yield _source(path, meta, options, known)


def _source(
    path: Path, meta: Metadata, options: graphs.Options, known: Mapping[str, str]
) -> Source:
    """Return the source that reads a file.

    Raises:
        LoadError: It is a table, or nothing that is read.
    """
    ending = path.suffix.lower()
    if graphs.is_graph(path, options.form):
        return graphs.open_graph(path, options)
    if ending in articles.ENDINGS:
        return articles.ArticleSource(path, meta, options.dataset)
    if ending in parse.ENDINGS:
        raise LoadError(
            f"{path} is a table, and a table needs a mapping: --map FILE. "
            f"`lacak map init {path}` drafts one, `lacak map list` names those shipped."
        )
    if ending in RECORDS:
        return RecordSource(options.dataset, path, known, workspace().ontology)
    read = ", ".join((*RECORDS, *articles.ENDINGS, *GRAPHS, *parse.ENDINGS))
    raise LoadError(f"{path} is not read: its ending is none of {read}. Save it as one of them.")


def _below(
    folder: Path, meta: Metadata, options: graphs.Options, known: Mapping[str, str]
) -> Iterator[Source]:
    """Yield the sources of a folder: records at any depth, and the graphs and articles in it.

    Raises:
        LoadError: It holds none of them.
    """
    records = RecordSource(options.dataset, folder, known, workspace().ontology)
    files = [p for p in sorted(folder.iterdir()) if p.is_file() and p.suffix not in RECORDS]
    chosen = [
        p for p in files if p.suffix.lower() in articles.ENDINGS or graphs.is_graph(p, options.form)
    ]
    if not records.paths and not chosen:
        raise LoadError(
            f"The folder {folder} holds no record (*.yaml), no graph and no article. Tables are "
            "loaded with --map."
        )
    if records.paths:
        yield records
    yield from (_source(present(path), meta, options, known) for path in chosen)
    left = [path.name for path in files if path not in chosen]
    if left:
        text = say("Tidak dimuat", "Not loaded")
        names = ", ".join(left[:20]) + (" …" if len(left) > 20 else "")
        errors.print(f"[yellow]{text}: {escape(names)}[/yellow]", highlight=False)


def bring_up_to_date(as_of: str | None = None, *, whole: bool = False) -> None:
    """Project what the ledger now says, unless snapshot and engine already show it.

    Args:
        as_of: Project the ledger as it was recorded up to this UTC time.
        whole: Project everything anew, even where only decisions were taken since.
    """
    try:
        _bring_up(keeper(), as_of, is_whole=whole)
    except LacakError:
        errors.print(
            say(
                "Yang sudah dimuat atau diputuskan tersimpan, tetapi graf belum menampilkannya. "
                "Jalankan `lacak rebuild`.",
                "What was loaded or decided is kept, but the graph does not show it yet. "
                "Run `lacak rebuild`.",
            ),
            highlight=False,
        )
        raise


def _bring_up(place: Workspace, as_of: str | None, *, is_whole: bool) -> None:
    root = place.settings.snapshots
    with turn(root, _say_waiting), progress() as bar:
        tasks = {
            step: bar.add_task(text, total=None)
            for step, text in (
                ("project", say("proyeksi", "projecting")),
                ("claims", say("bukti", "evidence")),
                ("roles", say("cuplikan peran", "roles' snapshots")),
                ("nodes", say("simpul", "nodes")),
                ("relationships", say("relasi", "relationships")),
            )
        }
        if as_of is None:
            bar.update(tasks["claims"], total=place.ledger.counts()["claims"])

        def advance(step: str, count: int) -> None:
            bar.advance(tasks[step], count)

        if is_whole or as_of is not None:
            rebuild_graph(place.ledger, place.store, root, as_of, advance, place.audiences)
        else:
            follow(place.ledger, place.store, root, advance, place.audiences)


def _say_waiting() -> None:
    errors.print(
        say(
            "Menunggu perintah lain yang sedang menulis graf …",
            "Waiting for another command, which is writing the graph …",
        ),
        highlight=False,
    )


def status(form: FormatOption = Format.TABLE) -> None:
    """Print what is in the graph.

    Example: `lacak status --format json`
    """
    place = workspace()
    found = status_of(place.readable_ledger, _shown(place), place.ontology, place.engine)
    values = asdict(found)
    if form is Format.JSON:
        write(as_json(values))
    else:
        rows = [{"what": k, "value": v} for k, v in values.items()]
        emit(form, ("what", "value"), rows, title=f"Lacak · {place.settings.home}")


def _shown(place: Workspace) -> Snapshot | None:
    try:
        return place.snapshot()
    except NothingLoadedError:
        return None


def rebuild(
    as_of: Annotated[
        str | None,
        typer.Option(help="Project the ledger as it was recorded on this day or time (UTC)."),
    ] = None,
    *,
    full: Annotated[
        bool, typer.Option("--full", help="Clear the engine and fill it anew.")
    ] = False,
) -> None:
    """Project the ledger anew and prove that the engine holds the same graph.

    Examples: `lacak rebuild` · `lacak rebuild --as-of 2026-11-01`
    """
    place = keeper()
    root = place.settings.snapshots
    # Before anybody waits for a turn: a graph of nothing would replace the one that is there.
    then = None if as_of is None else past(as_of, place.ledger.first_recorded())
    # To the end of the proof, or another command would give the engine something newer.
    with turn(root, _say_waiting):
        before = usable(root)
        if full:
            forget_engine(root)
        bring_up_to_date(then, whole=True)
        digest = verify(place.store, place.snapshot())
    console.print(f"digest {digest}", highlight=False)
    if as_of is not None:
        console.print(
            say(
                f"Graf kini menampilkan keadaan {as_of}, bagi semua yang memakainya. "
                "`lacak rebuild` mengembalikan keadaan sekarang.",
                f"The graph now shows what was known at {as_of}, to everybody who uses it. "
                "`lacak rebuild` brings back the present.",
            ),
            highlight=False,
        )
    elif before is not None:
        same = before.manifest.digest == digest
        console.print(
            say("sama dengan sebelumnya", "same as before")
            if same
            else say("berbeda dari sebelumnya", "differs from before")
        )


def backup(
    path: Annotated[Path, typer.Argument(help="File to write, e.g. lacak.backup.gz")],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over a file that is there.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Write the whole ledger to one file that carries its checksum.

    A file that is there already stays, unless --replace is given.

    Example: `lacak backup lacak-2026-11-22.backup.gz`
    """
    if path.is_dir():
        raise GraphError(f"{path} cannot be written: it is a folder. Name a file in it.")
    if path.exists() and not replace:
        raise GraphError(f"{path} exists already. Name another file, or write over it: --replace.")
    counts = backups.backup(workspace().ledger, path)
    _tell_counts(say("Cadangan di", "Backup in"), path, counts, form)


def _tell_counts(told: str, path: Path, counts: Mapping[str, int], form: Format) -> None:
    """Print what a backup holds: a line for people, the counts for programs."""
    if form is not Format.TABLE:
        row: dict[str, object] = {"file": str(path), **counts}
        write(as_json(row) if form is Format.JSON else as_csv(tuple(row), [row]))
        return
    named = {
        "documents": say("dokumen", "documents"),
        "claims": say("klaim", "claims"),
        "decisions": say("keputusan", "decisions"),
    }
    parts = ", ".join(f"{number} {named.get(kind, kind)}" for kind, number in counts.items())
    text = f"{told} {path}: {parts}."
    console.print(text, highlight=False, soft_wrap=True, markup=False)


def restore(
    path: Annotated[Path, typer.Argument(help="A file that `lacak backup` wrote.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Fill an empty ledger from a backup and rebuild the graph.

    Example: `LACAK_HOME=/new/folder lacak restore lacak-2026-11-22.backup.gz`
    """
    if not path.exists():
        raise GraphError(f"There is no file {path}.")
    counts = backups.restore(workspace().ledger, path)
    bring_up_to_date()
    _tell_counts(say("Dipulihkan dari", "Restored from"), path, counts, form)


__all__ = ["language", "register"]
