"""Read a ``.cypher`` file: a YAML header in the leading comment, then the query.

The header's keys are those of :class:`~graph.catalogue.query.Query`; an unknown key is
refused, so that a misspelt one is not silently without effect.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import msgspec
import yaml

from graph.catalogue.parameters import Parameter
from graph.catalogue.query import Column, Query
from graph.errors import QueryError
from graph.store import Value
from ontology.model import Text

_HEADER = re.compile(r"\s*/\*(?P<header>.*?)\*/(?P<text>.*)", re.DOTALL)

# libyaml's, where the wheel carries it, reads the catalogue in a tenth of the time.
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Words = Annotated[str, msgspec.Meta(min_length=1)]


class _Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: Words
    en: Words

    def text(self) -> Text:
        return Text(id=self.id, en=self.en)


class _Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    type: str
    description: _Text
    required: bool = True
    default: str | int | float | bool | list[str] | None = None
    example: str | int | float | bool | list[str] | None = None
    minimum: float | None = None
    maximum: float | None = None
    terms: str = ""


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: _Text
    description: _Text
    access: list[str]
    columns: dict[str, _Text]
    parameters: dict[str, _Parameter] = {}


def read(path: Path) -> Query:
    """Return the query of one file; its name is the file's stem.

    Raises:
        QueryError: There is no header, it lacks a key or has an unknown one, or the query
            is malformed; the message begins with the file's name.
    """
    found = _HEADER.match(path.read_text(encoding="utf-8"))
    if found is None:
        raise QueryError(f"{path.name}: begin with a /* … */ comment that holds the YAML header.")
    header = _header(path, found["header"])
    return Query(
        name=path.stem,
        title=header.title.text(),
        description=header.description.text(),
        access=tuple(header.access),
        parameters=tuple(_parameter(name, p) for name, p in header.parameters.items()),
        columns=tuple(Column(name, text.text()) for name, text in header.columns.items()),
        text=found["text"].strip().rstrip(";"),
    )


def _header(path: Path, text: str) -> _Header:
    try:
        return msgspec.convert(yaml.load(text, _LOADER), _Header)  # noqa: S506 - safe ones
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise QueryError(f"{path.name}: the header cannot be used: {error}") from error


def _parameter(name: str, given: _Parameter) -> Parameter:
    return Parameter(
        name=name,
        type=given.type,
        description=given.description.text(),
        is_required=given.required,
        default=_value(given.default),
        example=_value(given.example),
        minimum=given.minimum,
        maximum=given.maximum,
        terms=given.terms,
    )


def _value(given: str | float | bool | list[str] | None) -> Value:
    return list[Value](given) if isinstance(given, list) else given
