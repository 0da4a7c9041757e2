"""What the OpenAPI document says beyond the routes: errors, formats, ways to sign in."""

from __future__ import annotations

from typing import Any, Final, Literal

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.models import ANSWERS, ErrorBody

DESCRIPTION: Final = """Who declared, intercepted, recruited, and licensed what, with the source of
every line. Every fact carries the ids of the claims behind it; `/v1/entities/{id}` shows them with
document, place in it, and who said so.

Being named in a case is no finding of guilt: legal stages are what a source says, at a date.

Answers depend on the role of the key: policy, analyst, investigator. Investigators say what for in
`X-Lacak-Purpose`. Formats follow the `Accept` header; an `ETag` sent back in `If-None-Match` costs
nothing. Errors have one shape, and `429` and `503` say in `Retry-After` when to ask again."""

_TOLD: Final = {
    400: "The request is malformed",
    401: "Nobody known is asking",
    403: "Who asks may not do this",
    404: "There is no such thing in what the caller may see",
    406: "The format asked for is not offered",
    413: "The body is too long",
    421: "The request names another host",
    422: "A parameter is missing, unknown, or of the wrong type",
    428: "An investigator has not said what for",
    429: "This caller asks more often than it may",
    500: "Something went wrong here",
    503: "Not ready, or busy",
    504: "The answer took too long",
}
_WAITS: Final = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}}

# FastAPI's own type for what it merges into the document.
Responses = dict[int | str, dict[str, Any]]


def _reference(model: type) -> dict[str, Any]:
    # FastAPI would work out each shape anew for every status of every route.
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}


def errors() -> Responses:
    """Return the errors that any route may answer with."""
    return {
        status: {"description": told, "content": _reference(ErrorBody)}
        | ({"headers": _WAITS} if status in (429, 503) else {})
        for status, told in _TOLD.items()
    }


def offers(model: type, *forms: str) -> Responses:
    """Return the description of a good answer.

    Args:
        model: Shape of its JSON, one of :mod:`api.models`.
        forms: Media types that are offered beside JSON.
    """
    others = {form: {"schema": {"type": "string"}} for form in forms}
    return {
        200: {"description": "The answer", "content": _reference(model) | others},
        304: {"description": "The caller has it already (If-None-Match)"},
    }


def document(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of an application, worked out once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            license_info=app.license_info,
            routes=app.routes,
        )
        parts = made.setdefault("components", {})
        parts["schemas"] = {**parts.get("schemas", {}), **_shapes()}
        parts["securitySchemes"] = SECURITY_SCHEMES
        made["security"] = [{}, {"key": []}]
        app.openapi_schema = made
    return app.openapi_schema


def _shapes() -> dict[str, Any]:
    adapters: list[tuple[type, Literal["serialization"], TypeAdapter[Any]]] = [
        (model, "serialization", TypeAdapter(model)) for model in ANSWERS
    ]
    _, made = TypeAdapter.json_schemas(adapters, ref_template="#/components/schemas/{model}")
    shapes: dict[str, Any] = made["$defs"]
    return shapes


SECURITY_SCHEMES: Final = {
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "A key of `lacak key add`, or a token of the identity provider. On this "
        "machine's own address, until the first key is made, none is needed.",
    },
}
