"""Network science: rank, disrupt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from api.cli.output import Format, emit, errors
from api.cli.state import FormatOption, say, workspace
from loaders.edges import read_network

if TYPE_CHECKING:
    from graph.analysis.simple import SimpleGraph
    from graph.snapshots import Snapshot
    from loaders.lists import EdgeList


class Network(StrEnum):
    """Networks that are kept apart."""

    SUSPECT = "suspect"
    ENFORCEMENT = "enforcement"
    PARTNERSHIP = "partnership"


class Strategy(StrEnum):
    """Ways to remove actors."""

    SEQUENTIAL = "sequential"
    STATIC = "static"


_FORMS = {"list": "daftar ikatan", "matrix": "matriks", "incidence": "matriks dua sisi"}
"""Forms of files in Indonesian; names of formats are the same in both languages."""

_MEASURES = "degree, betweenness, closeness, eigenvector, pagerank, core, constraint, community"
NetworkOption = Annotated[Network, typer.Option("--network", "-n", help="Which network.")]
EdgesOption = Annotated[
    Path | None,
    typer.Option(
        "--edges",
        "-e",
        help="A file instead of the graph: list of edges, matrix, GraphML, GEXF, GML, Pajek, "
        "UCINET, JSON.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (rank, disrupt):
        app.command()(command)


def _network(network: Network, edges: Path | None) -> tuple[SimpleGraph, Snapshot | None]:
    # Imported here: compiled kernels cost every other command half a second.
    from graph.analysis.simple import from_edges
    from graph.services.analysis import network_of

    if edges is not None:
        own = read_network(edges)
        graph = from_edges(own.edges, own.nodes)
        errors.print(f"[dim]{escape(_how(own, graph))}[/dim]", highlight=False)
        return graph, None
    place = workspace()
    snapshot = place.snapshot()
    return network_of(snapshot, place.ontology, network.value), snapshot


def _how(own: EdgeList, graph: SimpleGraph) -> str:
    """Return how a file was taken: what it is, what was left out, what was not used."""
    loops = sum(a == b for a, b in own.edges)
    repeats = len(own.edges) - loops - graph.edge_count
    ends = " – ".join(own.ends)
    parts = [
        say(
            f"Dibaca sebagai {_FORMS.get(own.form, own.form)}: {len(own.edges)} ikatan, "
            "tanpa arah dan bobot",
            f"Read as {own.form}: {len(own.edges)} ties, without direction and weight",
        )
    ]
    if own.form == "list":
        without = say("tanpa baris judul", "no header")
        parts.append(say("kolom", "columns") + f" {ends}" if ends else without)
    if loops:
        parts.append(say(f"{loops} ke diri sendiri dihapus", f"{loops} to oneself left out"))
    if repeats:
        parts.append(say(f"{repeats} ulangan disatukan", f"{repeats} repeats made one"))
    if own.unused:
        names = ", ".join(own.unused[:10]) + (" …" if len(own.unused) > 10 else "")
        parts.append(say("tidak dipakai: ", "not used: ") + names)
    return "; ".join(parts) + "."


def rank(
    measure: Annotated[str, typer.Argument(help=f"One of {_MEASURES}.")],
    network: NetworkOption = Network.SUSPECT,
    edges: EdgesOption = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """Rank the actors of a network, with the range that uncertain ties leave.

    Examples: `lacak rank betweenness` · `lacak rank pagerank -n partnership` ·
    `lacak rank core --edges network.graphml`
    """
    from graph.services import analysis

    made, snapshot = _network(network, edges)
    scores = analysis.rank(made, measure, limit=limit, snapshot=snapshot)
    rows = [
        {
            "rank": i,
            "id": s.id,
            "caption": s.caption,
            "score": s.score,
            "low": s.low,
            "high": s.high,
        }
        for i, s in enumerate(scores, 1)
    ]
    emit(
        form,
        ("rank", "id", "caption", "score", "low", "high"),
        rows,
        title=f"{measure} · {made.node_count} × {made.edge_count}",
        note=say(
            "Skor tinggi berarti posisi dalam jaringan, bukan kesalahan.",
            "A high score is a position in a network, not guilt.",
        ),
    )


COMPUTED = "disruption"
"""A question that is computed, and asked as those of the catalogue are."""


def computed_row() -> dict[str, object]:
    """Return how the question that is computed stands in the list of questions."""
    title = say("Apa yang runtuh bila yang terpenting disingkirkan?", "What falls apart?")
    return {"name": COMPUTED, "title": title, "parameters": "[steps], [strategy], [by], [network]"}


def compute(parameters: Sequence[tuple[str, str]], form: Format) -> None:
    """Answer ``lacak query disruption -p steps=4`` as ``lacak disrupt --steps 4``."""
    app = typer.Typer(add_completion=False)
    app.command()(disrupt)
    given = [f"--{name}={value}" for name, value in parameters]
    typer.main.get_command(app)([*given, f"--format={form.value}"], standalone_mode=False)


def disrupt(
    network: NetworkOption = Network.SUSPECT,
    edges: EdgesOption = None,
    steps: Annotated[int, typer.Option(min=1, max=1000, help="How many to remove.")] = 6,
    strategy: Annotated[Strategy, typer.Option(help="Rank again after each, or once.")] = (
        Strategy.SEQUENTIAL
    ),
    by: Annotated[str, typer.Option("--by", help=f"What ranks: {_MEASURES}.")] = "betweenness",
    form: FormatOption = Format.TABLE,
) -> None:
    """Simulate what falls apart when the most important actors are removed.

    `share` is the size of the largest component, as a share of its size at the start.

    Examples: `lacak disrupt` · `lacak disrupt --edges meetings.csv --steps 5 --format json`
    """
    from graph.services import analysis

    made, snapshot = _network(network, edges)
    found = analysis.disruption(made, steps, strategy=strategy.value, measure=by)
    captions = analysis.captions(snapshot, found.removed) if snapshot else {}
    rows = [
        {
            "step": step,
            "removed": removed,
            "caption": captions.get(removed, removed),
            "share": round(share, 4),
        }
        for step, (removed, share) in enumerate(
            zip(("", *found.removed), found.shares, strict=True)
        )
    ]
    emit(form, ("step", "removed", "caption", "share"), rows)
