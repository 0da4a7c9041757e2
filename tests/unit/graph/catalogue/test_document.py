"""The page of queries, generated from a catalogue of our own."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from graph.catalogue.document import command, page
from graph.catalogue.parameters import Parameter
from graph.catalogue.query import Column, Query
from graph.store import Value
from ontology.model import Text


def parameter(name: str, type_: str, example: Value = None, **rest: object) -> Parameter:
    return Parameter(name, type_, Text(id="Apa", en="What"), example=example, **rest)  # type: ignore[arg-type]


def query(name: str, *parameters: Parameter, access: tuple[str, ...] = ("analyst",)) -> Query:
    conditions = " AND ".join(f"entity.id = ${p.name}" for p in parameters) or "true"
    return Query(
        name=name,
        title=Text(id=f"Judul {name}", en=f"Title {name}"),
        description=Text(id="Uraian | satu.", en="Description | one."),
        access=access,
        parameters=parameters,
        columns=(Column("id", Text(id="Pengenal | id.", en="The | id.")),),
        text=f"MATCH (entity:Entity) WHERE {conditions} RETURN entity.id AS id",
    )


def text(*queries: Query) -> str:
    return page(MappingProxyType({q.name: q for q in queries}))


def test_every_query_has_a_section_in_both_languages() -> None:
    made = text(query("some_facts"))
    for part in ("### some_facts", "Title some_facts", "Judul some_facts", "Uraian", "Description"):
        assert part in made


def test_sections_are_ordered_by_who_may_run_them() -> None:
    everyone = ("policy", "analyst", "investigator")
    made = text(
        query("b_secret", access=("investigator",)),
        query("c_open", access=everyone),
        query("a_secret", access=("investigator",)),
        query("d_half", access=everyone[1:]),
    )
    headings = [line for line in made.splitlines() if line.startswith("##")]
    assert headings == [
        "## For policy staff, analysts and investigators",
        "### c_open",
        "## For analysts and investigators",
        "### d_half",
        "## For investigators",
        "### a_secret",
        "### b_secret",
    ]


def test_roles_without_a_heading_of_their_own_are_named() -> None:
    assert "## For policy, investigator" in text(query("q", access=("policy", "investigator")))


def test_a_pipe_does_not_break_a_table() -> None:
    made = text(query("q"))
    assert r"| `id` | The \| id. | Pengenal \| id. |" in made


def test_a_parameter_says_whether_it_must_be_given() -> None:
    made = text(
        query(
            "q",
            parameter("must", "id", "org:kp2mi"),
            parameter("may", "text", is_required=False),
            parameter("has", "boolean", is_required=False, default=True),
        )
    )
    assert "| `must` | id | required | `org:kp2mi` | What | Apa |" in made
    assert "| `may` | text | – | – | What | Apa |" in made
    assert "| `has` | boolean | `true` | – | What | Apa |" in made


def test_a_query_without_parameters_has_no_table_of_them() -> None:
    assert "| parameter |" not in text(query("q"))


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ((), "lacak query q"),
        ((parameter("a", "text"),), "lacak query q"),
        ((parameter("a", "id", "org:kp2mi"),), "lacak query q -p a=org:kp2mi"),
        ((parameter("a", "boolean", True),), "lacak query q -p a=true"),
        (
            (parameter("a", "integer", 3), parameter("b", "date", "2025-01-02")),
            "lacak query q -p a=3 -p b=2025-01-02",
        ),
    ],
)
def test_the_command_gives_the_examples(parameters: tuple[Parameter, ...], expected: str) -> None:
    assert command(query("q", *parameters)) == expected
