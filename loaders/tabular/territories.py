"""Names and codes of territories in cells to their ids; never a guess.

``Kota Bandung`` and ``Kabupaten Bandung`` are two places: a bare ``Bandung`` where a regency
is wanted is refused with both codes.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from graph.resolution.names.territory import place_key, territories
from loaders.tabular.mapping import TerritoryKind
from loaders.tabular.suggest import nearest
from ontology.errors import ValueTypeError

_ROOT = Path(__file__).parent.parent / "sources" / "reference"
_PROVINCE = re.compile(r"(?i)^(?:provinsi|prov|propinsi|prop)\b\.?\s*")
_KIND = re.compile(r"^(?:kabupaten|kota)(?: administrasi)? ")
_DOUBLED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_ISLANDS = "Kepulauan "


def territory(text: str, kind: TerritoryKind) -> str:
    """Return the id of the territory that a cell names.

    >>> territory("Prov. Nusa Tenggara Timur", "province"), territory("MALAYSIA", "country")
    ('region:53', 'country:MY')

    Raises:
        ValueTypeError: No such territory is known (the nearest name is told), or several are.
    """
    name = _PROVINCE.sub("", text.strip())
    found = _meant(name, kind) or _said_twice(name, kind)
    if len(found) == 1:
        return found[0]
    wanted = {"any": "territory"}.get(kind, kind)
    if found:
        raise ValueTypeError(
            f"Expected one {wanted}, got {text!r}, which can be {', '.join(found)}. Write the "
            "code, or Kabupaten or Kota before the name."
        )
    raise ValueTypeError(
        f"Expected a {wanted} by name or code (53, 53.71, MY), got {text[:60]!r}."
        + nearest(name, (known.casefold() for known, _ in _names(kind)))
    )


def _meant(name: str, kind: TerritoryKind) -> tuple[str, ...]:
    return _codes(kind).get(name.casefold(), ()) or _spelled(kind).get(place_key(name), ())


def _said_twice(name: str, kind: TerritoryKind) -> tuple[str, ...]:
    """Return what a name with its own short form behind it means.

    ``Nusa Tenggara Timur (NTT)`` says one thing twice; ``Riau (Kepulauan)`` does not.
    """
    both = _DOUBLED.fullmatch(name)
    if both is None:
        return ()
    first, second = (_meant(part, kind) for part in both.groups())
    return first if first == second else ()


@cache
def _codes(kind: TerritoryKind) -> Mapping[str, tuple[str, ...]]:
    """Return ids by codes, which have one spelling: ``N/A`` is not Namibia."""
    found: dict[str, tuple[str, ...]] = {}
    if kind in ("country", "any"):
        found = {row["code"].casefold(): (f"country:{row['code']}",) for row in _rows("countries")}
    for row in _regions(kind):
        for code in filter(None, (row["code"], row["iso"].casefold())):
            found[code] = (f"region:{row['code']}",)
    return found


@cache
def _spelled(kind: TerritoryKind) -> Mapping[str, tuple[str, ...]]:
    """Return ids by the keys of names."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, id_ in _names(kind):
        ids = found[place_key(name)]
        if id_ not in ids:
            ids.append(id_)
    return {name: tuple(ids) for name, ids in found.items() if name}


def _names(kind: TerritoryKind) -> Iterator[tuple[str, str]]:
    """Yield names and ids; of a city or regency with its kind before it and without."""
    if kind in ("country", "any"):
        for row in _rows("countries"):
            for name in filter(None, (row["name"], *row["aliases"].split(";"))):
                yield name, f"country:{row['code']}"
    short = _short_names()
    for row in _regions(kind):
        id_, name = f"region:{row['code']}", row["name"]
        others = list(filter(None, f"{row['abbreviations']};{row['aliases']}".split(";")))
        for known in (name, *others):
            yield known, id_
            yield known.replace(" Administrasi ", " "), id_
            yield _KIND.sub("", known.casefold()), id_
        if name.startswith(_ISLANDS):
            yield from ((f"{_ISLANDS}{other}", id_) for other in others)
        of_kind = _KIND.match(name.casefold())
        for known in short.get(row["code"], ()) if of_kind else ():
            yield known, id_
            yield f"{of_kind[0] if of_kind else ''}{known}", id_


@cache
def _short_names() -> Mapping[str, tuple[str, ...]]:
    """Return the names that regencies and cities have in the press, by code."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name, codes in territories().items():
        for code in codes:
            found[code] += (name,)
    return found


def _regions(kind: TerritoryKind) -> Iterator[dict[str, str]]:
    for row in _rows("regions"):
        if kind == "any" or {"province": "province"}.get(row["type"], "regency") == kind:
            yield row


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_ROOT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)
