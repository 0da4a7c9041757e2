"""What the page about the API makes of an OpenAPI document."""

from __future__ import annotations

import msgspec
import pytest

from viz.explorer.reference import routes


def document(*parameters: dict[str, object], method: str = "get") -> dict[str, object]:
    operation = {"summary": "One", "tags": ["things"], "parameters": list(parameters)}
    return {"openapi": "3.1.0", "paths": {"/things/{key}": {method: operation}}}


def parameter(name: str, where: str = "query", **shape: object) -> dict[str, object]:
    return {"name": name, "in": where, "required": where == "path", "schema": shape}


def test_routes_stand_under_their_tag_with_arguments_and_an_address_to_try():
    key = parameter("key", "path", type="string", examples=["org:kp2mi"])
    limit = parameter("limit", type="integer", minimum=1, maximum=9, default=5)
    [route] = routes(document(key, limit))["things"]
    assert (route.method, route.path, route.attempt) == (
        "GET", "/things/{key}", "/things/org:kp2mi",
    )  # fmt: skip
    assert [(a.name, a.kind, a.default, a.example) for a in route.arguments] == [
        ("key", "string", "", "org:kp2mi"),
        ("limit", "integer 1–9", "5", ""),
    ]


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        ({"type": "string", "enum": ["id", "en"]}, "id | en"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string"),
        ({"type": "array", "items": {"type": "string"}}, "[string]"),
        ({"const": True}, "true"),
        ({"type": "number", "minimum": 0}, "number 0–…"),
        ({"type": "string", "pattern": "^a$"}, "string ^a$"),
        ({}, ""),
    ],
)
def test_kinds_are_told_in_words(shape, kind):
    [route] = routes(document(parameter("x", **shape)))["things"]
    assert route.arguments[0].kind == kind


def test_an_address_is_offered_only_where_examples_suffice_and_nothing_changes():
    key = parameter("key", "path", type="string")
    assert routes(document(key))["things"][0].attempt == ""
    known = parameter("key", "path", type="string", examples=["a b"])
    assert routes(document(known))["things"][0].attempt == "/things/a%20b"
    assert routes(document(known, method="post"))["things"][0].attempt == ""
    header = {**parameter("h", "header", type="string", examples=["x"]), "required": True}
    assert routes(document(known, header))["things"][0].attempt == ""


def test_what_is_no_openapi_document_is_refused():
    with pytest.raises(msgspec.ValidationError):
        routes({"paths": [1]})
