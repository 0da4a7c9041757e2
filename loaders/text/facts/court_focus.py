"""Whom ``ia``, ``menghukumnya`` and ``keduanya`` mean where a court is told of.

Refuses to choose among several: then nobody is meant.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.rulings import OF_OFFICE, Found, Sign, row
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_SIZES = {"kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5}
_BACK = 3


def meant(
    context: Context, view: View, one: Found, marked: list[tuple[Found, Sign | None]]
) -> tuple[str, ...]:
    """Return the people whom a pronoun, ``keduanya`` or ``-nya`` of a sentence means."""
    before = [sign for sign, _ in marked if sign.start < one.start]
    if one.sign is Sign.KIN:
        return _spouse(context, view, one, _people(context, before))
    if one.sign is Sign.ALL:
        return _all(context, view, view.masked[one.start : one.end])
    here = _people(context, before)
    if here:
        return here if len(here) == 1 else ()
    return last_named(context, view)


_SPOUSE = Pattern(r"(?i)(?:sang\s+)?(?:istri|suami)(?:nya)?$")
_COUPLE = pattern(
    r"(?:(?P<count>{CNT})|(?i:\bpasangan\s+suami[\s-]+istri|\bpasutri))\s+(?P<one>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+(?:dan|serta)\s+"
    r"(?P<two>{PER})"
)


def couple_of(context: Context, view: View) -> set[str]:
    """Return the two whom a sentence calls husband and wife, or nothing."""
    found = _COUPLE.search(view.masked)
    counted = view.item(found, "count") if found else None
    if found is None or (counted and not re.search(r"(?i)suami|pasutri", counted.text)):
        return set()
    return {context.registry.of(view.item(found, name)) for name in ("one", "two")} - {""}


def _spouse(context: Context, view: View, one: Found, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return who ``istrinya`` is: of the one couple of which another is named before."""
    if not _SPOUSE.match(view.masked, one.start, one.end):
        return ()
    for pair in filter(None, (couple_of(context, other) for other in context.views)):
        if len(pair & {*before}) == 1:
            return (*(pair - {*before}),)
    return ()


def last_named(context: Context, view: View) -> tuple[str, ...]:
    """Return the one whom the last sentence names that names anybody who may be judged."""
    number = view.sentence.number
    for other in reversed(context.views[max(0, number - _BACK) : number]):
        if other.sentence.role is not Role.BODY:
            break
        signs = row(context, other)
        people = _people(context, signs)
        if people:
            return people if len(people) == 1 and not _others(context, other, signs) else ()
    return ()


def _people(context: Context, signs: list[Found]) -> tuple[str, ...]:
    ids = (context.registry.of(one.items[0]) for one in signs if one.sign is Sign.PERSON)
    return tuple(dict.fromkeys(ids))


def _others(context: Context, view: View, signs: list[Found]) -> bool:
    """Whether somebody else is named whom a pronoun may mean as well."""
    return any(
        (id_ := context.registry.of(one.items[0]))
        and id_ not in context.registry.posts_of
        and not OF_OFFICE.search(view.masked[: one.start][-60:])
        for one in signs
        if one.sign is Sign.OTHER
    )


def _all(context: Context, view: View, words: str) -> tuple[str, ...]:
    """Return as many as the word says, where the sentences just before name just so many."""
    found = re.match(r"(?i)ke(?:dua|tiga|empat|lima)", words)
    size = _SIZES[found[0].casefold()] if found else 0
    named: dict[str, None] = {}
    number = view.sentence.number
    for other in reversed(context.views[max(0, number - _BACK) : number]):
        if other.sentence.role is not Role.BODY:
            break
        named |= dict.fromkeys(_people(context, row(context, other)))
        if len(named) >= max(size, 2):
            break
    is_all = len(named) == size if size else len(named) > 1
    return tuple(named) if is_all else ()
