"""Commands that draw or write files: view, export."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.cli.ask import written
from api.cli.output import console
from api.cli.state import language, say, workspace
from graph.services import networks
from graph.services.networks import NetworkView

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


def _draw(view: NetworkView, out: Path, title: str) -> None:
    # Imported here: drawing costs every other command 300 ms.
    from viz.network import render

    place = workspace()
    html = render(view, place.snapshot(), place.ontology, title=title, language=language())
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(html, "utf-8")
    written(out)
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
    place = workspace()
    found = networks.partnership(
        place.snapshot(), place.ontology, first_day=first_day, last_day=last_day
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
    from viz.export import write

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
    from viz.export import write

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
        typer.Option("--format", "-f", help="turtle, json-ld or n-quads; else by the ending."),
    ] = None,
) -> None:
    """Write the whole graph as RDF.

    Examples: `lacak export --out lacak.ttl` · `lacak export --out lacak.nq` ·
    `lacak export --out lacak.jsonld`
    """
    from graph.export.formats import write

    place = workspace()
    write(place.snapshot(), place.ontology, out, form)
    written(out)
