"""Names of territories to Kemendagri codes and ISO countries.

Owns the reference of provinces, regencies and cities, and the refusal to guess: a bare name
that a kabupaten and a kota share (``Bandung``) carries all its codes until the document decides.
A province wins over a city of its name (``Jambi``), for texts that mean the city say ``Kota``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.text.lexicon import Lexicon
from loaders.text.patterns import Pattern
from loaders.text.resources import rows

_KINDS = ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ")
# Regency names that are also common words or surnames: they need "Kota" or "Kabupaten" before.
_NEEDS_KIND = frozenset(
    {"Batu", "Buru", "Metro", "Serang", "Banjar", "Karo", "Sigi", "Solok", "Paser", "Alor"}
    | {"Tegal", "Sorong", "Bone", "Siak", "Sabang", "Binjai", "Agam", "Nias", "Dairi", "Pati"}
    | {"Kudus", "Bima", "Wajo", "Ende", "Malang", "Barru", "Sinjai", "Boalemo"}
) - {"Serang", "Sorong", "Ende", "Malang", "Bima", "Alor", "Siak", "Tegal", "Sabang", "Binjai"}
OVERSEAS = ("Timur Tengah", "Asia Timur", "Eropa Timur", "Eropa", "Afrika")
"""Parts of the world that have no part of Indonesia."""
WIDE = (
    *OVERSEAS, "Asia Tenggara", "Asia Pasifik", "Asia", "Pulau Jawa", "Jawa", "Sumatera",
    "Sumatra", "Kalimantan", "Sulawesi",
    "Nusa Tenggara", "Pulau Sumba", "Sumba", "Pulau Flores", "Flores", "Pulau Timor",
    "Pulau Lombok", "Lombok", "Pulau Rupat", "Selat Malaka", "Jabodetabek", "Madura",
    "Soloraya", "Solo", "Tanjung Balai Karimun",
)  # fmt: skip

# Hasty writers do not spell these with a capital; no other word is spelt like them.
WRITTEN_SMALL = frozenset(
    {"Malaysia", "Singapura", "Kamboja", "Myanmar", "Thailand", "Taiwan", "Jepang", "Arab Saudi"}
    | {"Timur Tengah", "Tawau", "Dubai", "Hongkong", "Hong Kong", "Korea Selatan", "Lahad Datu"}
)
"""Names that are read in small letters, too."""


def slug(name: str) -> str:
    """Return a name as the key part of an id: lower case, hyphens.

    >>> slug("Kota Tanjung Pinang"), slug("Ba'a")
    ('kota-tanjung-pinang', 'ba-a')
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


@cache
def _short_names() -> dict[str, str]:
    return {
        slug(short): slug(official)
        for official, names in rows("place_short_names.tsv")
        for short in names.split("|")
    }


def place_key(name: str) -> str:
    """Return the key part of an id for an airport, port or office there, whatever its short form.

    >>> place_key("Bandara Internasional Soetta"), place_key("Bandara Soekarno-Hatta")
    ('bandara-soekarno-hatta', 'bandara-soekarno-hatta')
    """
    key = slug(name).replace("bandara-internasional-", "bandara-")
    head, name_key = ("bandara-", key[8:]) if key.startswith("bandara-") else ("", key)
    return head + _short_names().get(name_key, name_key)


@cache
def names_by_code() -> dict[str, str]:
    """Return official names by Kemendagri code."""
    return {row[0]: row[1] for row in rows("regions.tsv")}


def short_name(code: str) -> str:
    """Return the name without ``Kabupaten`` or ``Kota``."""
    name = names_by_code()[code]
    for kind in _KINDS:
        if name.startswith(kind):
            return name.removeprefix(kind)
    return name


def class_of(code: str) -> str:
    """Return ``Province`` or ``Regency``."""
    return "Regency" if "." in code else "Province"


def province_slug(code: str) -> str:
    """Return the slug by which provincial agencies are named.

    >>> province_slug("31"), province_slug("53")
    ('dki-jakarta', 'nusa-tenggara-timur')
    """
    return "dki-jakarta" if code == "31" else slug(names_by_code()[code[:2]])


_JOINED = Pattern(
    r"(Tanjung|Pangkal|Bandar|Padang|Pematang|Tebing|Lubuk|Muara|Labuhan|Bukit|Sawah|Banjar|Batu|Kota|Toli"
    r"|Gunung|Sungai|Tulang|Pring|Way|Pare)( ?)([A-Za-z]\w+)"
)


def _spelled(name: str) -> str:
    """Return ``Tanjungpinang`` for ``Tanjung Pinang`` and the other way round, or empty."""
    found = _JOINED.fullmatch(name)
    if found is None or found[3] in {
        "Utara",
        "Selatan",
        "Barat",
        "Timur",
        "Tengah",
        "Baru",
        "Kota",
    }:
        return ""
    if found[2]:
        return found[1] + found[3].lower()
    is_word = found[3][0].islower() and found[1] in {
        "Tanjung",
        "Pangkal",
        "Bandar",
        "Lubuk",
        "Tebing",
    }
    return f"{found[1]} {found[3].capitalize()}" if is_word else ""


def _entries() -> Iterator[tuple[str, str]]:
    for code, name in names_by_code().items():
        bare = short_name(code)
        yield name, code
        if name.startswith("Kabupaten "):
            yield f"Kab. {bare}", code
            yield f"Kab {bare}", code
        elif "." not in code:
            yield f"Provinsi {name}", code
            yield f"Prov. {name}", code
        if name.startswith("Kota Administrasi "):
            yield f"Kota {bare}", code
        if bare not in _NEEDS_KIND:
            yield bare, code
    for code, name in names_by_code().items():
        bare = short_name(code)
        if other := _spelled(bare):
            yield other, code
            yield f"{name.removesuffix(bare)}{other}", code
    yield from _aliases()


def _aliases() -> Iterator[tuple[str, str]]:
    for code, others in rows("region_aliases.tsv"):
        for other in others.split("|"):
            yield other, code
            if "." not in code:
                yield f"Provinsi {other}", code
            elif names_by_code()[code].startswith("Kota ") and not other.startswith("Kota "):
                yield f"Kota {other}", code


@cache
def codes_by_name() -> dict[str, tuple[str, ...]]:
    """Return every code that a name can stand for, provinces first."""
    found: dict[str, list[str]] = {}
    for name, code in _entries():
        for form in (name, name.upper()):
            if len(form) > 2 and code not in found.setdefault(form, []):
                found[form].append(code)
    return {name: tuple(sorted(codes, key=len)) for name, codes in found.items()}


def decide(codes: tuple[str, ...], context: frozenset[str] = frozenset()) -> str | None:
    """Return the one code that is meant, or ``None`` where the text leaves it open.

    Args:
        codes: What the name can stand for.
        context: Codes that the document names without doubt.

    >>> decide(("15", "15.71")), decide(("32.04", "32.73"))
    ('15', None)
    """
    if len(codes) == 1 or "." not in codes[0]:
        return codes[0]
    known = [code for code in codes if code in context]
    if len(known) == 1:
        return known[0]
    near = [code for code in codes if code[:2] in context]
    return near[0] if len(near) == 1 else None


@cache
def lexicon() -> Lexicon[tuple[str, tuple[str, ...]]]:
    """Return all names of places: payload is a kind and its codes.

    Kinds: ``region`` (Kemendagri codes), ``country`` (ISO code), ``abroad`` (a place in that
    country), ``wide`` (an island or part of the world).
    """
    entries: list[tuple[str, tuple[str, tuple[str, ...]]]] = [
        (name, ("region", codes)) for name, codes in codes_by_name().items()
    ]
    for code, names in rows("countries.tsv"):
        for name in names.split("|"):
            entries.extend((form, ("country", (code,))) for form in {name, name.upper()})
    for code, names in rows("foreign_places.tsv"):
        entries.extend((name, ("abroad", (code,))) for name in names.split("|"))
    for _, names in rows("towns.tsv"):
        known = codes_by_name()
        entries.extend((n, ("wide", ())) for n in names.split("|") if n not in known)
        entries.extend((n.upper(), ("wide", ())) for n in names.split("|") if n not in known)
    entries.extend((name, ("wide", ())) for name in WIDE)
    entries += [(name.casefold(), told) for name, told in entries if name in WRITTEN_SMALL]
    return Lexicon(entries)


@cache
def country_names() -> dict[str, str]:
    """Return the first name of each country by ISO code."""
    return {code: names.split("|")[0] for code, names in rows("countries.tsv")}


@cache
def countries_by_name() -> dict[str, str]:
    """Return the ISO code of each country by its names."""
    return {name: code for code, names in rows("countries.tsv") for name in names.split("|")}
