"""SPARQL in a worker: lock this process, then open the store, then ask.

Locking first matters: the store's threads start when it is opened, and a lock that comes
later leaves them free.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Mapping

import orjson
import pyoxigraph as ox

from graph.confine.lock import Lock, confine
from graph.export.terms import PREFIXES
from graph.rooms import gate
from graph.rooms.frames import ERROR, Order, put, put_answer

_XSD = "http://www.w3.org/2001/XMLSchema#"
_READ: Mapping[str, Callable[[str], object]] = {
    **{_XSD + name: int for name in ("integer", "int", "long", "nonNegativeInteger")},
    **{_XSD + name: float for name in ("decimal", "double", "float")},
    _XSD + "boolean": lambda text: text in ("true", "1"),
}

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def answer(channel: socket.socket, order: Order) -> None:
    """Answer one query on the channel, locked."""
    [folder] = order.target
    taken = confine(Lock(readable=(folder,)), parent=os.getppid())
    if taken != {"landlock", "seccomp"}:
        put(channel, ERROR, b"unavailable:This system cannot lock a worker.")
        return
    try:
        store = ox.Store.read_only(folder)
        text = _with_values(order.text, order.parameters)
        found = store.query(text, prefixes=dict(PREFIXES))
        columns, rows = _table(found)
        put_answer(channel, columns, rows, order.limits)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        put(channel, ERROR, f"refused:{error}".encode())


def _table(found: object) -> tuple[list[str], Iterator[list[object]]]:
    if isinstance(found, ox.QuerySolutions):
        names = [variable.value for variable in found.variables]
        return names, ([_plain(term) for term in solution] for solution in found)
    if isinstance(found, ox.QueryBoolean):
        return ["answer"], iter([[bool(found)]])
    if isinstance(found, ox.QueryTriples):
        names = ["subject", "predicate", "object"]
        return names, ([_plain(term) for term in triple] for triple in found)
    raise ValueError("Expected SELECT, ASK, CONSTRUCT or DESCRIBE.")


def _plain(term: Term | None) -> object:
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.Literal):
        return _value(term)
    return None if term is None else str(term)


def _value(literal: ox.Literal) -> object:
    kind = literal.datatype.value
    try:
        return _READ[kind](literal.value) if kind in _READ else literal.value
    except ValueError:
        return literal.value


def _with_values(text: str, parameters: bytes) -> str:
    """Return the query with its parameters bound where its pattern begins.

    The library's own substitution takes variables of the projection only. What is inserted
    is made by its terms, which write themselves so that nothing in them ends them.
    """
    values: dict[str, object] = orjson.loads(parameters)
    if not values:
        return text
    # Refuses what is not a variable's name.
    names = [str(ox.Variable(name)) for name in values]
    terms = [str(_term(value)) for value in values.values()]
    start = gate.pattern_start(text)
    bound = f" VALUES ({' '.join(names)}) {{ ({' '.join(terms)}) }} "
    return text[:start] + bound + text[start:]


def _term(value: object) -> Term:
    if isinstance(value, str) and value.startswith("<") and value.endswith(">"):
        return ox.NamedNode(value[1:-1])
    if isinstance(value, str | bool | int | float):
        return ox.Literal(value)
    raise ValueError(f"A parameter is a text, a number, true, false or <an IRI>; got {value!r}.")
