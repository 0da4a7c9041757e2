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

from loaders.tabular.mapping import TerritoryKind
from loaders.tabular.suggest import nearest
from ontology.errors import ValueTypeError

_ROOT = Path(__file__).parent.parent / "sources" / "reference"
_KIND = re.compile(r"(?i)^(?:provinsi|prov\.?|propinsi)\s+")
_SHORT = re.compile(r"(?i)^kab\.?\s+")
_ADMINISTRATIVE = re.compile(r"\badm ")
_DOUBLED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_BARE = re.compile(r"^(?:kabupaten|kota)(?: administrasi)? ")


def territory(text: str, kind: TerritoryKind) -> str:
    """Return the id of the territory that a cell names.

    >>> territory("Prov. Nusa Tenggara Timur", "province"), territory("MALAYSIA", "country")
    ('region:53', 'country:MY')

    Raises:
        ValueTypeError: No such territory is known (the nearest name is told), or several are.
    """
    name = _normal(text)
    found = _ids(kind).get(name) or _loosely(name, kind)
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
        + nearest(name, _ids(kind))
    )


def _loosely(name: str, kind: TerritoryKind) -> tuple[str, ...]:
    """Return what a name means without full stops, or with its own short form behind it.

    ``Nusa Tenggara Timur (NTT)`` says one thing twice; ``Riau (Kepulauan)`` does not.
    """
    plain = _ADMINISTRATIVE.sub("administrasi ", name.replace(".", ""))
    both = _DOUBLED.fullmatch(plain)
    if both is None:
        return _ids(kind).get(plain, ()) if plain != name else ()
    first, second = (_ids(kind).get(part, ()) for part in both.groups())
    return first if first == second else ()


def _normal(text: str) -> str:
    return _SHORT.sub("kabupaten ", _KIND.sub("", " ".join(text.split()))).casefold()


@cache
def _ids(kind: TerritoryKind) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, id_ in _names(kind):
        if id_ not in found[name]:
            found[name].append(id_)
    return {name: tuple(ids) for name, ids in found.items()}


def _names(kind: TerritoryKind) -> Iterator[tuple[str, str]]:
    if kind in ("country", "any"):
        for row in _rows("countries"):
            id_ = f"country:{row['code']}"
            for name in (row["code"], row["name"], *row["aliases"].split(";")):
                yield name.casefold(), id_
    if kind == "country":
        return
    for row in _rows("regions"):
        is_province = row["type"] == "province"
        if kind != "any" and is_province != (kind == "province"):
            continue
        id_ = f"region:{row['code']}"
        others = f"{row['abbreviations']};{row['aliases']}".split(";")
        for name in filter(None, (row["code"], row["name"], row["iso"], *others)):
            folded = _normal(name)
            yield folded, id_
            yield _BARE.sub("", folded), id_


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_ROOT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)
