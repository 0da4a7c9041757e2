"""Commands that draw or write files: view, export."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.cli import remote
from api.cli.ask import written
from api.cli.output import console, errors
from api.cli.state import language, say, workspace
from graph.services import networks
from graph.services.networks import NetworkView
from ontology.model import Text

views = typer.Typer(
    no_args_is_help=True,
    help="Draw a network (HTML), a map or a timeline (SVG) as one file that needs no net.",
)

OutOption = Annotated[Path, typer.Option("--out", "-o", help="File to write.")]
LimitOption = Annotated[int, typer.Option(min=2, max=10_000, help="The most nodes.")]
DayOption = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(views, name="view")
    app.command()(export)


def _check_page(out: Path) -> None:
    # Before anything is looked up: what cannot be written need not be found.
    from viz.export import check_ending

    check_ending(out, ".html")


def _draw(view: NetworkView, out: Path, title: str) -> None:
    # Imported here: drawing costs every other command 300 ms.
    from viz.export import write as write_page
    from viz.network import render

    place = workspace()
    html = render(view, place.snapshot(), place.ontology, title=title, language=language())
    written(write_page(out, html))
    if view.is_truncated:
        console.print(
            say(
                f"Terpotong pada {len(view.nodes)} simpul; perbesar dengan --limit.",
                f"Cut at {len(view.nodes)} nodes; raise it with --limit.",
            )
        )


@views.command()
def ego(
    entity_id: Annotated[str, typer.Argument(help="Whose neighbourhood.")],
    out: OutOption,
    hops: Annotated[int, typer.Option(min=1, max=4)] = 1,
    limit: LimitOption = networks.DEFAULT_LIMIT,
) -> None:
    """Draw what surrounds an entity.

    Example: `lacak view ego org:kp2mi --out kp2mi.html`
    """
    _check_page(out)
    snapshot = workspace().snapshot()
    found = networks.ego(snapshot, entity_id, hops=hops, limit=limit)
    _draw(found, out, str(found.nodes[0].properties.get("caption", entity_id)))


@views.command()
def path(
    start: Annotated[str, typer.Argument(help="Id to start from.")],
    goal: Annotated[str, typer.Argument(help="Id to arrive at.")],
    out: OutOption,
    hops: Annotated[int, typer.Option(min=1, max=10)] = 6,
) -> None:
    """Draw the shortest paths between two entities.

    Example: `lacak view path org:kp2mi org:polda-riau --out path.html`
    """
    _check_page(out)
    found = networks.path(workspace().snapshot(), start, goal, max_hops=hops)
    _draw(found, out, f"{start} – {goal}")


@views.command()
def partnership(
    out: OutOption,
    first_day: DayOption = None,
    last_day: DayOption = None,
) -> None:
    """Draw who has declared or agreed what with whom.

    Example: `lacak view partnership --first-day 2025-01-01 --out partners.html`
    """
    _check_page(out)
    place = workspace()
    found = networks.partnership(
        place.snapshot(), place.ontology, first_day=_day(first_day), last_day=_day(last_day)
    )
    _draw(found, out, say("Jejaring kemitraan", "Partnership network"))


@views.command("map")
def draw_map(
    out: OutOption,
    measure: Annotated[
        str, typer.Option(help="Shade by interceptions, agreements, declarations, posts, events.")
    ] = "interceptions",
    first_day: DayOption = None,
    last_day: DayOption = None,
) -> None:
    """Draw provinces and routes as one SVG file that needs no net.

    Examples: `lacak view map --out map.svg` · `lacak view map --measure agreements --first-day
    2025-01-01 --out agreements.svg`
    """
    from graph.services.territories import Period, atlas, caption_of
    from viz import map as maps
    from viz.export import check_ending, write

    check_ending(out, ".svg")
    if measure not in maps.MEASURES:
        raise typer.BadParameter(f"Write one of {', '.join(maps.MEASURES)}.", param_hint="measure")
    place = workspace()
    snapshot = place.snapshot()
    period = Period(_day(first_day), _day(last_day))
    countries = {n.id: caption_of(n) for n in snapshot.nodes_of_class(["Country"])}
    drawing = maps.render(
        atlas(snapshot, place.ontology, period),
        countries,
        measure=measure,
        period=period,
        language=language(),
    )
    written(write(out, drawing))


@views.command("timeline")
def draw_timeline(
    entity_id: Annotated[str, typer.Argument(help="An actor, a case, or a province.")],
    out: OutOption,
) -> None:
    """Draw what happened around an entity, in time, as one SVG file.

    Example: `lacak view timeline org:pt-putri-samawa-mandiri --out pt.svg`
    """
    from graph.services.timeline import timeline
    from viz import timeline as timelines
    from viz.export import check_ending, write

    check_ending(out, ".svg")
    place = workspace()
    snapshot = place.snapshot()
    found = timeline(snapshot, place.ontology, entity_id)
    today = (snapshot.manifest.as_of or snapshot.manifest.built)[:10]
    drawing = timelines.render(found, place.ontology, language=language(), today=today)
    written(write(out, drawing))


def _day(given: str | None) -> str | None:
    try:
        return given and date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{given!r} is no day; write YYYY-MM-DD.") from error


def export(
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write.")],
    form: Annotated[
        str | None,
        typer.Option(
            "--as",
            "--format",
            "-f",
            help="turtle, n-triples, n-quads, trig, json-ld, rdf-xml, ftm, stix, graphml or "
            "gexf; else by the ending.",
        ),
    ] = None,
    around: Annotated[
        str | None, typer.Option(help="Only what surrounds this entity, e.g. org:kp2mi.")
    ] = None,
    hops: Annotated[int, typer.Option(min=1, max=4, help="How far around it.")] = 1,
    limit: LimitOption = networks.MAXIMUM,
) -> None:
    """Write the graph, or what surrounds an entity, for other programs and for `lacak load`.

    RDF carries every claim with its document and place. FollowTheMoney, STIX, GraphML and GEXF
    carry entities, values and relations; what has no place there is counted.

    Examples: `lacak export --out lacak.ttl` · `lacak export --as ftm --out lacak.ftm.jsonl` ·
    `lacak export --around org:kp2mi --hops 2 --out kp2mi.gexf`
    """
    from graph.export.formats import form_of, write

    if (server := remote.client()) is not None:
        server.export(out)
        written(out)
        return
    place = workspace()
    snapshot = place.snapshot()
    ids = None
    if around is not None:
        found = networks.ego(snapshot, around, hops=hops, limit=limit)
        relations = (link.properties.get("relation") for link in found.relationships)
        ids = [*(node.id for node in found.nodes), *(r for r in relations if isinstance(r, str))]
        if found.is_truncated:
            errors.print(say(f"Terpotong pada {limit} simpul.", f"Cut at {limit} nodes."))
    left_out = write(snapshot, place.ontology, out, form, ids)
    written(out)
    _print_kept(form_of(out, form).keeps, left_out)


def _print_kept(keeps: Text, left_out: Mapping[str, int]) -> None:
    errors.print(say(f"Isinya {keeps.id}.", f"It carries {keeps.en}."), highlight=False)
    if left_out:
        listed = ", ".join(f"{count} {name}" for name, count in sorted(left_out.items()))
        text = say("Tanpa tempat dalam format ini", "Without a place in this format")
        errors.print(f"[yellow]{text}: {listed}[/yellow]", highlight=False)
