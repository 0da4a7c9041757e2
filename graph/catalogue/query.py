"""A catalogue query: what it is called, who may run it, what goes in, what comes out.

Owns the frozen :class:`Query` and the catalogue's loader. A query that is malformed in any
way is refused when it is built, so that whoever holds a ``Query`` holds one that runs, and
means the same, on both engines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.catalogue import lint
from graph.catalogue.parameters import Parameter
from graph.errors import ParameterError, QueryError
from graph.store import Value
from ontology.model import Text, load

ROOT = Path(__file__).parent
ROLES = ("policy", "analyst", "investigator")
"""Roles that may run queries; the administrator reads no data."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a query's answer.

    Attributes:
        name: Name in the final RETURN.
        description: What a cell holds.
    """

    name: str
    description: Text


@dataclass(frozen=True, slots=True)
class Query:
    """One named Cypher query.

    Attributes:
        name: Noun phrase in ``snake_case``; the file's stem.
        title: Short heading.
        description: What question it answers, and how to read the answer.
        access: Roles that may run it.
        parameters: What it takes, in the order of a form.
        columns: What each row holds, in the order of the final RETURN.
        text: Cypher that runs unchanged on both engines.

    Raises:
        QueryError: A parameter is undeclared or unused, a column differs from the final
            RETURN, the text writes, names something that the ontology does not have, or
            has a shape that the engines answer differently.
    """

    name: str
    title: Text
    description: Text
    access: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    def __post_init__(self) -> None:
        if not self.name.isidentifier() or self.name != self.name.lower():
            raise QueryError(f"{self.name!r}: name a query in snake_case, as its file.")
        unknown = [role for role in self.access if role not in ROLES]
        if unknown or not self.access:
            raise QueryError(
                f"{self.name}: access must list some of {', '.join(ROLES)}; got {self.access}."
            )
        problems = lint.problems(
            self.text,
            parameters=[p.name for p in self.parameters],
            columns=[c.name for c in self.columns],
            ontology=load(),
        )
        if problems:
            raise QueryError(f"{self.name}: " + " ".join(problems))

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns, in declared order."""
        return tuple(column.name for column in self.columns)

    def read(self, given: Iterable[tuple[str, str]]) -> dict[str, Value]:
        """Return typed parameters from names and texts, as forms and command lines have them.

        Names that the query does not declare are kept, for :meth:`bind` to refuse. A name
        that is given again adds to a list.

        Raises:
            ParameterError: A parameter that holds one value is given twice.
        """
        declared = {p.name: p for p in self.parameters}
        values: dict[str, Value] = {}
        for name, text in given:
            parameter = declared.get(name)
            value = parameter.read(text) if parameter else text
            before = values.get(name)
            if value is None:
                continue
            if before is None:
                values[name] = value
            elif isinstance(before, list) and isinstance(value, list):
                values[name] = [*before, *value]
            else:
                raise ParameterError(f"Query {self.name}: {name!r} is given twice. Give it once.")
        return values

    def bind(self, parameters: Mapping[str, Value]) -> dict[str, Value]:
        """Return the value of every parameter, with defaults filled in.

        Raises:
            ParameterError: One is missing, unknown, or of the wrong type, or a period ends
                before it begins.
        """
        declared = {p.name: p for p in self.parameters}
        for name in parameters:
            if name not in declared:
                raise ParameterError(
                    f"Query {self.name} has no parameter {name!r}. "
                    f"It takes: {', '.join(declared) or 'none'}."
                )
        bound = {
            name: parameter.bind(self.name, parameters.get(name))
            for name, parameter in declared.items()
        }
        since, until = bound.get("since"), bound.get("until")
        if isinstance(since, str) and isinstance(until, str) and since > until:
            raise ParameterError(
                f"Query {self.name}: 'since' ({since}) is later than 'until' ({until})."
            )
        return bound


@cache
def load_catalogue(root: Path = ROOT) -> Mapping[str, Query]:
    """Read every ``*.cypher`` file of a folder; queries by name, alphabetically.

    Raises:
        QueryError: A file has no usable header, or its query is malformed.
    """
    from graph.catalogue.header import read

    queries = (read(path) for path in sorted(root.glob("*.cypher")))
    return MappingProxyType({query.name: query for query in queries})
