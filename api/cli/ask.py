"""Commands that answer: show, search, query, path, schema, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli import network, remote, showing
from api.cli.answers import print_answer
from api.cli.output import Format, as_json, console, emit, write
from api.cli.state import FormatOption, language, recorder, say, workspace
from graph.errors import AudienceError
from graph.services import networks
from graph.services.entities import view
from graph.services.floor import RULE, floor_rule, ruled
from graph.services.queries import catalogue_rows, check_entities, query_of, run_query
from graph.services.search import search as search_names


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (show, search, query, path, schema):
        app.command()(command)


def show(
    entity_id: Annotated[str, typer.Argument(help="An id such as org:kp2mi.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Print everything known of an entity, each line with its source.

    Example: `lacak show agr:ntt-deklarasi-tppo-2025-08-06`
    """
    if (server := remote.client()) is not None:
        remote.show(server, entity_id, form)
        return
    place = workspace()
    recorder().note("read", entity_id)
    found = view(place.snapshot(), place.ontology, entity_id, language())
    if form is Format.JSON:
        write(as_json(found))
    elif form is Format.CSV:
        columns, rows = showing.as_rows(found)
        emit(form, columns, rows)
    else:
        showing.print_view(found, place.ontology, language())


def search(
    text: Annotated[str, typer.Argument(help="A name or part of one; spelling may be off.")],
    cls: Annotated[str | None, typer.Option("--class", "-c", help="Only this class.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many.")] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """Find entities by name.

    Examples: `lacak search "polda kepri"` · `lacak search putri -c PlacementCompany`
    """
    if (server := remote.client()) is not None:
        remote.search(server, text, cls, limit, form)
        return
    place = workspace()
    recorder().note("search", text)
    hits = search_names(place.snapshot(), place.ontology, text, cls, limit, language())
    showing.print_hits(hits, form)
    if not hits and form is Format.TABLE:
        console.print(
            say("Tidak ada yang cocok. Coba sebagian nama.", "No match. Try part of the name.")
        )


def query(
    name: Annotated[str | None, typer.Argument(help="Name of a query; none lists them.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter.")
    ] = None,
    form: FormatOption = Format.TABLE,
    rows_shown: Annotated[
        int, typer.Option("--limit", min=1, max=5000, help="The most rows in a table.")
    ] = 40,
) -> None:
    """Run a named query of the catalogue, or list what there is.

    Examples: `lacak query` · `lacak query partnership_coverage` ·
    `lacak query p3mi_history -p company=org:pt-putri-samawa-mandiri` ·
    `lacak query corroboration -p minimum=2 -p limit=10` · `lacak query disruption -p steps=4`
    """
    texts = [_parameter(text) for text in parameters or []]
    if (server := remote.client()) is not None:
        remote.query(server, name, texts, form)
        return
    place = workspace()
    if name is None:
        rows = [*catalogue_rows(place.catalogue, language()), network.computed_row()]
        emit(form, ("name", "title", "parameters"), rows, title=say("Pertanyaan", "Questions"))
        return
    if name == network.COMPUTED:
        recorder().note("query", name, dict(texts))
        network.compute(texts, form)
        return
    asked = query_of(place.catalogue, name)
    if place.role not in asked.access:
        raise AudienceError(
            f"The query {name} is for {', '.join(asked.access)}; you ask as {place.role}."
        )
    given = asked.read(texts)
    recorder().note("query", name, given)
    check_entities(place.snapshot(), asked, given)
    answer = run_query(
        place.store,
        place.catalogue,
        name,
        given,
        timeout_seconds=place.settings.query_timeout_seconds,
    )
    rule = floor_rule(place.snapshot())
    told = rule.in_(language()) if rule else None
    if form is Format.TABLE:
        print_answer(answer, place.snapshot(), place.ontology, language(), rows_shown)
        if told:
            console.print(f"[dim]{escape(told)}[/dim]", highlight=False)
    else:
        emit(form, (*answer.columns, *([RULE] if told else ())), ruled(answer.rows, told))


def _parameter(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"Write NAME=VALUE, got {text!r}.", param_hint="--param")
    return name, value


def path(
    start: Annotated[str, typer.Argument(help="Id to start from.")],
    goal: Annotated[str, typer.Argument(help="Id to arrive at.")],
    hops: Annotated[int, typer.Option(min=1, max=10, help="The most steps.")] = 6,
    limit: Annotated[int, typer.Option(min=1, max=100, help="The most paths.")] = 5,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the shortest paths between two entities, with the evidence of each step.

    Example: `lacak path org:kp2mi org:polda-riau`
    """
    if (server := remote.client()) is not None:
        remote.path(server, (start, goal), hops, limit, form)
        return
    place = workspace()
    recorder().note("network", f"path {start} {goal}")
    found = networks.path(place.snapshot(), start, goal, max_hops=hops, limit=limit)
    columns, rows = showing.path_rows(place.snapshot(), place.ontology, found, language())
    if not rows and form is Format.TABLE:
        console.print(
            say(f"Tidak ada jalur sampai {hops} langkah.", f"No path of up to {hops} steps.")
        )
        return
    emit(form, columns, rows)


def schema(
    cls: Annotated[str | None, typer.Argument(help="A class; none lists all classes.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the classes of the ontology, or the properties of one.

    Examples: `lacak schema` · `lacak schema LicenceAction`
    """
    ontology = workspace().ontology
    if form is Format.JSON:
        from ontology.describe import describe

        write(as_json(describe(ontology)))
        return
    if cls is None:
        rows: list[dict[str, object]] = [
            {
                "class": c.name,
                "parent": ", ".join(c.parents),
                "label": c.label.in_(language()),
                "definition": c.definition.in_(language()),
            }
            for c in ontology.classes.values()
        ]
        emit(form, ("class", "parent", "label", "definition"), rows)
        return
    rows = [
        {
            "property": p.name,
            "of": p.domain,
            "value": p.range or p.scheme or p.value_type,
            "label": p.label.in_(language()),
            "definition": p.definition.in_(language()),
        }
        for p in ontology.properties_of(cls)
    ]
    emit(form, ("property", "of", "value", "label", "definition"), rows, title=cls)


def written(path: Path) -> None:
    """Say where a file was written."""
    console.print(say("Ditulis:", "Written:") + f" {escape(str(path))}", highlight=False)
