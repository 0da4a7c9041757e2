"""Expressions as text and as a Python function side by side, with three-valued logic."""

from __future__ import annotations

import operator
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.property.differential.model import DAYS, TEXTS, Link, Row, Thing

Eval = Callable[[Row], object]


@dataclass(frozen=True)
class Expression:
    """Cypher text, and what it means."""

    text: str
    value: Eval


def prop(name: str, key: str) -> Expression:
    def value(row: Row) -> object:
        item = row.get(name)
        return item.properties.get(key) if isinstance(item, Thing | Link) else None

    return Expression(f"{name}.{key}", value)


def key_of(name: str) -> Expression:
    """The id of a node or relationship; null where nothing was bound."""

    def value(row: Row) -> object:
        item = row.get(name)
        return item.id if isinstance(item, Thing | Link) else None

    return Expression(f"{name}.id", value)


_COMPARE: dict[str, Callable[[object, object], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,  # type: ignore[dict-item]  # numbers, dates or texts, by construction
    ">=": operator.ge,  # type: ignore[dict-item]
}


def compare(left: Expression, sign: str, right: Expression) -> Expression:
    def value(row: Row) -> object:
        a, b = left.value(row), right.value(row)
        return None if a is None or b is None else _COMPARE[sign](a, b)

    return Expression(f"{left.text} {sign} {right.text}", value)


def literal(value: object) -> Expression:
    text = (
        {True: "true", False: "false", None: "null"}.get(value) if not _is_number(value) else None
    )
    shown = text or (repr(value) if not isinstance(value, str) else f"'{value}'")
    return Expression(shown, lambda _row: value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def negate(inner: Expression) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return None if given is None else not given

    return Expression(f"NOT ({inner.text})", value)


def join(left: Expression, word: str, right: Expression) -> Expression:
    def value(row: Row) -> object:
        a, b = left.value(row), right.value(row)
        if word == "AND":
            return False if a is False or b is False else None if None in (a, b) else True
        if word == "OR":
            return True if a is True or b is True else None if None in (a, b) else False
        return None if None in (a, b) else a != b

    return Expression(f"({left.text}) {word} ({right.text})", value)


def is_null(inner: Expression) -> Expression:
    return Expression(f"{inner.text} IS NULL", lambda row: inner.value(row) is None)


def within(inner: Expression, items: list[object]) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        if given is None:
            return None if items else False
        if given in [i for i in items if i is not None]:
            return True
        return None if None in items else False

    shown = ", ".join(literal(item).text for item in items)
    return Expression(f"{inner.text} IN [{shown}]", value)


def starts_with(inner: Expression, start: str) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return given.startswith(start) if isinstance(given, str) else None

    return Expression(f"{inner.text} STARTS WITH '{start}'", value)


def contains(inner: Expression, part: str) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return part in given if isinstance(given, str) else None

    return Expression(f"{inner.text} CONTAINS '{part}'", value)


def coalesce(inner: Expression, otherwise: object) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return otherwise if given is None else given

    return Expression(f"coalesce({inner.text}, {literal(otherwise).text})", value)


def has_item(inner: Expression, item: str) -> Expression:
    """Whether a stored list holds a text; null where there is no list."""

    def value(row: Row) -> object:
        given = inner.value(row)
        return None if given is None else item in given  # type: ignore[operator]  # a list

    return Expression(f"'{item}' IN {inner.text}", value)


def list_test(word: str, inner: Expression, item: str) -> Expression:
    """any, all, none or single over a stored list."""

    def value(row: Row) -> object:
        given = inner.value(row)
        if not isinstance(given, list):
            return None
        hits = sum(entry == item for entry in given)
        return {
            "any": hits > 0,
            "all": hits == len(given),
            "none": hits == 0,
            "single": hits == 1,
        }[word]

    return Expression(f"{word}(entry IN {inner.text} WHERE entry = '{item}')", value)


def truth(word: str, tests: list[bool | None]) -> bool | None:
    """any, all or none of some tests, unknown ones among them."""
    if word == "all":
        return False if False in tests else None if None in tests else True
    found = True if True in tests else None if None in tests else False
    return found if word == "any" or found is None else not found


def size_of(inner: Expression) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return len(given) if isinstance(given, list | str) else None

    return Expression(f"size({inner.text})", value)


def lower(inner: Expression) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return given.lower() if isinstance(given, str) else None

    return Expression(f"toLower({inner.text})", value)


def plus(inner: Expression, number: int) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return given + number if isinstance(given, int) else None

    return Expression(f"({inner.text} + {number})", value)


def case(test: Expression, then: object, otherwise: object) -> Expression:
    def value(row: Row) -> object:
        return then if test.value(row) is True else otherwise

    text = f"CASE WHEN {test.text} THEN {literal(then).text} ELSE {literal(otherwise).text} END"
    return Expression(text, value)


# -- dates -----------------------------------------------------------------------------


def day(inner: Expression) -> Expression:
    """A stored ISO day as a date; null where there is none."""

    def value(row: Row) -> object:
        given = inner.value(row)
        return date.fromisoformat(given) if isinstance(given, str) else None

    return Expression(f"date({inner.text})", value)


def fixed_day(text: str) -> Expression:
    return Expression(f"date('{text}')", lambda _row: date.fromisoformat(text))


def shift(inner: Expression, days: int) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return date.fromordinal(given.toordinal() + days) if isinstance(given, date) else None

    return Expression(f"{inner.text} + duration({{days: {days}}})", value)


def part_of(inner: Expression, part: str) -> Expression:
    def value(row: Row) -> object:
        given = inner.value(row)
        return getattr(given, part) if isinstance(given, date) else None

    return Expression(f"{inner.text}.{part}", value)


def days_between(left: Expression, right: Expression) -> Expression:
    def value(row: Row) -> object:
        a, b = left.value(row), right.value(row)
        return (b - a).days if isinstance(a, date) and isinstance(b, date) else None

    return Expression(f"duration.inDays({left.text}, {right.text}).days", value)


# -- random ones -----------------------------------------------------------------------


def predicate(rng: random.Random, names: list[str], depth: int = 2) -> Expression:
    """Return a random truth-valued expression over node variables."""
    if depth and rng.random() < 0.6:
        kind = rng.choice(("AND", "OR", "XOR", "NOT"))
        left = predicate(rng, names, depth - 1)
        return negate(left) if kind == "NOT" else join(left, kind, predicate(rng, names, depth - 1))
    return rng.choice(_ATOMS)(rng, rng.choice(names), rng.choice(names))


def _number_atom(rng: random.Random, a: str, _b: str) -> Expression:
    sign = rng.choice(list(_COMPARE))
    return compare(prop(a, "support"), sign, literal(rng.choice((0, 1, 2, 1.5))))


def _pair_atom(rng: random.Random, a: str, b: str) -> Expression:
    return compare(prop(a, "support"), rng.choice(list(_COMPARE)), plus(prop(b, "support"), 1))


def _text_atom(rng: random.Random, a: str, _b: str) -> Expression:
    made = (
        starts_with(prop(a, "caption"), rng.choice(("A", "P", ""))),
        contains(prop(a, "caption"), rng.choice(("ni", "", " "))),
        compare(lower(prop(a, "caption")), "=", literal("ani")),
        compare(prop(a, "caption"), "<", literal(rng.choice(TEXTS))),
    )
    return rng.choice(made)


def _null_atom(rng: random.Random, a: str, _b: str) -> Expression:
    key = rng.choice(("support", "caption", "first_day", "records"))
    options: list[list[object]] = [[], [1, 2], [0, None], [None]]
    made = (
        is_null(prop(a, key)),
        within(prop(a, "support"), rng.choice(options)),
        compare(coalesce(prop(a, "support"), 9), ">=", literal(2)),
    )
    return rng.choice(made)


def _list_atom(rng: random.Random, a: str, _b: str) -> Expression:
    made = (
        has_item(prop(a, "records"), "b"),
        list_test(rng.choice(("any", "all", "none", "single")), prop(a, "records"), "b"),
        compare(size_of(prop(a, "records")), ">=", literal(rng.choice((0, 1, 2)))),
    )
    return rng.choice(made)


def _date_atom(rng: random.Random, a: str, b: str) -> Expression:
    made = (
        compare(day(prop(a, "first_day")), rng.choice(list(_COMPARE)), fixed_day(rng.choice(DAYS))),
        compare(
            shift(day(prop(a, "first_day")), rng.choice((1, 366, -59))),
            "<",
            day(prop(b, "first_day")),
        ),
        compare(part_of(day(prop(a, "first_day")), "year"), ">=", literal(2020)),
        compare(prop(a, "first_day"), ">=", literal("2023-12-31")),
        compare(
            days_between(day(prop(a, "first_day")), day(prop(b, "first_day"))), ">=", literal(1)
        ),
    )
    return rng.choice(made)


_ATOMS = (_number_atom, _pair_atom, _text_atom, _null_atom, _list_atom, _date_atom)
