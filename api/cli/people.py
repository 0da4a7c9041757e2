"""How many people sources count in groups, as far as the role may know."""

from __future__ import annotations

import typer

from api.cli.output import Format, console, emit
from api.cli.state import FormatOption, language, say, workspace
from graph.roles.aggregates import UNKNOWN, read_aggregates
from graph.services.floor import floor_rule
from graph.services.words import Words


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(people)


def people(form: FormatOption = Format.TABLE) -> None:
    """Print how many people groups count, by province and role; rounded down for the role.

    Groups of several sources may overlap, so a sum is no count of different people. For
    programs, codes stand beside names.

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
    words = Words(place.ontology, language())
    stated = floor_rule(place.snapshot())
    rule = stated.in_(language()) if stated else None
    rows: list[dict[str, object]] = [
        {
            "province": province or everything,
            "role": role or everything,
            "province_name": _province(province) if province else everything,
            "role_name": _role(words, role) if role else everything,
            "people": say("ditahan", "withheld")
            if number is None
            else number or f"< {found.multiple}",
            "rule": rule,
        }
        for province, role, number in found.cells
        if number is None or number or not (province and role)
    ]
    if form is not Format.TABLE:
        emit(form, (*rows[0],), rows)
        return
    headers = {"province_name": say("provinsi", "province"), "role_name": say("peran", "role")}
    headers["people"] = say("orang", "people")
    emit(form, ("province_name", "role_name", "people"), rows, headers=headers, note=rule)


def _province(code: str) -> str:
    """Return the name of a province with its code, which other commands take."""
    if code == UNKNOWN:
        return say("tidak diketahui atau beberapa", "unknown or several")
    from graph.resolution.names.territory import official_names

    return f"{official_names().get(code, code)} ({code})"


def _role(words: Words, role: str) -> str:
    return say("peran lain", "other roles") if role == UNKNOWN else words.of(role)
