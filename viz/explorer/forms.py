"""Forms of catalogue questions, made from their headers, and reading what was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalogue.parameters import Parameter
from graph.catalogue.query import Query
from graph.store import Value
from ontology.model import Language
from viz.explorer.site import label

_INPUTS = {"date": "date", "integer": "number", "number": "number"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    Attributes:
        name: Parameter name. ``kind``: parameter type. ``input``: type of the HTML input.
        label: What to give. ``value``: as filled in, or the default.
        example: A value that finds something.
    """

    name: str
    kind: str
    input: str
    label: str
    value: str
    example: str
    is_required: bool


def fields(query: Query, given: Mapping[str, str], language: Language) -> tuple[Field, ...]:
    """Return the fields of a question's form with what was filled in."""
    return tuple(_field(p, given.get(p.name), language) for p in query.parameters)


def _field(parameter: Parameter, given: str | None, language: Language) -> Field:
    return Field(
        name=parameter.name,
        kind=parameter.type,
        input=_INPUTS.get(parameter.type, "text"),
        label=label(parameter.description, language).rstrip("."),
        value=_text(parameter.default) if given is None else given,
        example=_text(parameter.example),
        is_required=parameter.is_required,
    )


def _text(value: Value) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def examples(query: Query) -> dict[str, str]:
    """Return the examples of what a question needs; empty where it needs nothing."""
    needed = [p for p in query.parameters if p.is_required]
    return {p.name: _text(p.example) for p in needed if p.example is not None}


def is_filled(query: Query, given: Mapping[str, str]) -> bool:
    """Whether everything that the question needs was given."""
    return all(given.get(p.name) for p in query.parameters if p.is_required)


def values(query: Query, given: Mapping[str, str]) -> dict[str, Value]:
    """Return parameters of a question from what was filled in; empty fields are left out."""
    declared = {p.name for p in query.parameters}
    return query.read((name, text) for name, text in given.items() if name in declared)
