"""The page about the API, from its own OpenAPI document; nothing is fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import msgspec

Plain = str | int | float | bool | None


class _Schema(msgspec.Struct, rename="camel"):
    type: str | None = None
    enum: list[Plain] = []
    const: Plain = None
    any_of: list[_Schema] = []
    items: _Schema | None = None
    default: object = None
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    examples: list[object] = []


class _Parameter(msgspec.Struct, rename={"where": "in", "shape": "schema"}):
    name: str
    where: str
    required: bool = False
    description: str = ""
    shape: _Schema = msgspec.field(default_factory=_Schema)
    example: object = None


class _Operation(msgspec.Struct):
    summary: str = ""
    description: str = ""
    tags: list[str] = []
    parameters: list[_Parameter] = []


class _Document(msgspec.Struct):
    paths: dict[str, dict[str, _Operation]]


@dataclass(frozen=True, slots=True)
class Argument:
    """One parameter of a route.

    Attributes:
        name: As sent. ``where``: ``path``, ``query``, ``header`` or ``cookie``.
        kind: Type with bounds or choices, for people.
        told: What to give. ``default``: where nothing is given, as text.
        example: A value that works, as text; may be empty.
    """

    name: str
    where: str
    kind: str
    told: str
    is_required: bool
    default: str
    example: str


@dataclass(frozen=True, slots=True)
class Route:
    """One route: ``attempt`` is an address that answers, where examples suffice for one."""

    method: str
    path: str
    summary: str
    description: str
    arguments: tuple[Argument, ...]
    attempt: str


def routes(document: Mapping[str, object]) -> dict[str, list[Route]]:
    """Return the routes of an OpenAPI document by their first tag, in order of the document.

    Raises:
        msgspec.ValidationError: It is no OpenAPI document.
    """
    found: dict[str, list[Route]] = {}
    for path, methods in msgspec.convert(document, _Document).paths.items():
        for method, operation in methods.items():
            tag = operation.tags[0] if operation.tags else ""
            found.setdefault(tag, []).append(_route(method.upper(), path, operation))
    return found


def _route(method: str, path: str, operation: _Operation) -> Route:
    arguments = tuple(_argument(p) for p in operation.parameters)
    is_safe = method == "GET"
    attempt = _attempt(path, arguments) if is_safe else ""
    return Route(method, path, operation.summary, operation.description, arguments, attempt)


def _argument(parameter: _Parameter) -> Argument:
    shape = parameter.shape
    example = parameter.example if parameter.example is not None else next(iter(shape.examples), "")
    default = "" if shape.default is None else _text(shape.default)
    return Argument(
        parameter.name,
        parameter.where,
        " | ".join(dict.fromkeys(_kinds(shape))),
        parameter.description,
        parameter.required,
        default,
        _text(example),
    )


def _kinds(shape: _Schema) -> Iterator[str]:
    for inner in shape.any_of:
        yield from _kinds(inner)
    if shape.const is not None:
        yield _text(shape.const)
    elif shape.enum:
        yield from map(_text, shape.enum)
    elif shape.type == "array" and shape.items is not None:
        yield f"[{' | '.join(_kinds(shape.items))}]"
    elif shape.type not in (None, "null"):
        low, high = shape.minimum, shape.maximum
        bounds = "" if low is None and high is None else f" {_bound(low)}–{_bound(high)}"
        yield f"{shape.type}{bounds}" + (f" {shape.pattern}" if shape.pattern else "")


def _bound(value: float | None) -> str:
    return "…" if value is None else f"{value:g}"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _attempt(path: str, arguments: tuple[Argument, ...]) -> str:
    """Return an address made of the examples; empty where one that is needed has none."""
    needed = [a for a in arguments if a.is_required]
    if not all(a.example and a.where in ("path", "query") for a in needed):
        return ""
    for argument in needed:
        path = path.replace(f"{{{argument.name}}}", quote(argument.example, safe=":"))
    query = urlencode({a.name: a.example for a in needed if a.where == "query"})
    return path + (f"?{query}" if query else "")
