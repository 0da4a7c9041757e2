"""What the OpenAPI document says beyond the routes: errors, formats, ways to sign in."""

from __future__ import annotations

from typing import Any, Final, Literal

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.models import ErrorBody

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
    409: "A cursor, or what is decided, is of other data than is there now",
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


_PLACE: Final = "#/components/schemas/answer.{model}"
"""Where shapes of answers are: apart from those that FastAPI finds in signatures."""

_OFFERED: Final[dict[str, Any]] = {}
"""Shapes of answers by the name of their component; whoever offers one adds it."""


def _reference(model: type) -> dict[str, Any]:
    # FastAPI would work out each shape anew for every status of every route.
    name = model.__name__
    if _OFFERED.setdefault(name, model) is not model:
        name = f"{model.__module__.rpartition('.')[2].title()}{name}"
        _OFFERED[name] = model
    return {"application/json": {"schema": {"$ref": _PLACE.format(model=name)}}}


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
        model: Shape of its JSON, a dataclass; it joins the document's components.
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
    adapters: list[tuple[str, Literal["serialization"], TypeAdapter[Any]]] = [
        (name, "serialization", TypeAdapter(model)) for name, model in _OFFERED.items()
    ]
    named, made = TypeAdapter.json_schemas(adapters, ref_template=_PLACE)
    shapes: dict[str, Any] = made["$defs"]
    # Where two classes share a name, pydantic calls them by their modules.
    others = {name: named[name, "serialization"] for name in _OFFERED if name not in shapes}
    return {f"answer.{name}": shape for name, shape in (others | shapes).items()}


SECURITY_SCHEMES: Final = {
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "A key of `lacak key add`, or a token of the identity provider. On this "
        "machine's own address, until the first key is made, none is needed.",
    },
}
