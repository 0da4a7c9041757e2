"""How many people sources count in groups, as far as the role may know."""

from __future__ import annotations

import typer

from api.cli.output import Format, console, emit
from api.cli.state import FormatOption, language, say, workspace
from graph.roles.aggregates import read_aggregates
from graph.services.floor import floor_rule


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(people)


def people(form: FormatOption = Format.TABLE) -> None:
    """Print how many people groups count, by province and role; rounded down for the role.

    Groups of several sources may overlap, so a sum is no count of different people.

    Example: `lacak --role policy people`
    """
    place = workspace()
    found = read_aggregates(place.snapshot().folder)
    if found is None:
        console.print(
            say(
                "Cuplikan ini tanpa angka gabungan: baca sebagai policy atau analyst.",
                "This snapshot has no aggregates: read as policy or analyst.",
            )
        )
        return
    everything = say("semua", "all")
    stated = floor_rule(place.snapshot())
    rule = stated.in_(language()) if stated else None
    rows: list[dict[str, object]] = [
        {
            "province": province or everything,
            "role": role or everything,
            "people": say("ditahan", "withheld")
            if number is None
            else number or f"< {found.multiple}",
            "rule": rule,
        }
        for province, role, number in found.cells
        if number is None or number or not (province and role)
    ]
    shown = ("province", "role", "people") if form is Format.TABLE else (*rows[0],)
    emit(form, shown, rows, note=rule)
