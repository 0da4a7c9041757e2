"""Taking a public body's name apart: units, territory, class, and what is left."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.resolution.names.lexicon import commercial
from graph.resolution.names.misreadings import as_printed, restored
from graph.resolution.names.orthography import ascii_fold
from graph.resolution.names.territory import (
    Codes,
    contains,
    is_city,
    squeeze,
    territories,
    word_forms,
)
from graph.resolution.names.vocabulary import read_yaml
from graph.resolution.names.words import Word, make_word

_TOKEN = re.compile(r"[a-z0-9]+(?:\.[a-z0-9]+)*")
_SPLIT_CLASS = re.compile(r"\b(i{1,3}|[123]) ([abc])\b")
_PARENTHESES = re.compile(r"[(\[]([^)\]]*)[)\]]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of public body.

    Attributes:
        code: What spellings share.
        level: Territory it serves: province, regency, kabupaten, kota, district, or "".
        parent: Code of the body it always belongs to, or "".
        grade: Rank among units of one code, or "".
    """

    code: str
    level: str
    parent: str
    grade: str


class AgencyName(msgspec.Struct, frozen=True, gc=False):
    """A public body's name, taken apart.

    Attributes:
        units: Codes of units, most specific first as written, without parents that follow
            from another unit.
        territory: Codes of the territory it may serve; empty if none is named.
        grade: Rank of a police resort.
        office_class: Words of the office's class ("i", "khusus", "tpi").
        rest: Words that no list knows, in order.
    """

    units: tuple[str, ...]
    territory: Codes
    grade: str = ""
    office_class: tuple[str, ...] = ()
    rest: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lists:
    units: Mapping[str, Unit]
    parents: Mapping[str, str]
    hosts: Mapping[str, str]
    words: Mapping[str, str]
    noise: frozenset[str]
    classes: frozenset[str]
    class_words: frozenset[str]
    vocabulary: frozenset[str]
    near_in_length: Mapping[int, tuple[str, ...]]


@cache
def _lists() -> _Lists:
    data = read_yaml("agencies.yaml")
    declared = cast("Mapping[str, Mapping[str, str]]", data["units"])
    drift = word_forms()
    units: dict[str, Unit] = {}
    parents: dict[str, str] = {}
    hosts: dict[str, str] = {}
    vocabulary: set[str] = set()
    for name, fields in declared.items():
        code = fields.get("unit", name)
        unit = Unit(code, fields.get("level", ""), fields.get("of", ""), fields.get("grade", ""))
        if unit.parent:
            parents[code] = unit.parent
        if "under" in fields:
            hosts[code] = fields["under"]
        for phrase in fields["names"].split("|"):
            spelled = [drift.get(word, word) for word in phrase.split()]
            units[squeeze("".join(spelled))] = unit
            # A body's name in one word is made of pieces; a letter makes it another's.
            if len(spelled) > 1:
                vocabulary.update(word for word in spelled if len(word) >= 6)
    return _Lists(
        units=units,
        parents=parents,
        hosts=hosts,
        words=drift,
        noise=frozenset(str(data["noise"]).split()),
        classes=frozenset(cast("list[str]", data["classes"])),
        class_words=frozenset(str(data["class_words"]).split()),
        vocabulary=frozenset(vocabulary),
        near_in_length=_near_in_length(sorted(vocabulary)),
    )


def _near_in_length(words: list[str]) -> Mapping[int, tuple[str, ...]]:
    """Return, by length, the words that one letter more, less or other can make of one so long."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in words:
        for length in (len(word) - 1, len(word), len(word) + 1):
            found[length].append(word)
    return {length: tuple(near) for length, near in found.items()}


class _Reading(msgspec.Struct):
    """What has been read of a name so far."""

    units: list[Unit] = []
    places: list[Codes] = []
    office_class: list[str] = []
    rest: list[str] = []
    kind: str = ""

    @property
    def is_below_regency(self) -> bool:
        """Whether names now are of districts, which no list here has."""
        return bool(self.units) and self.units[-1].level == "district"


@lru_cache(maxsize=65_536)
def parse_agency(text: str) -> AgencyName:
    """Take a public body's name apart.

    >>> parse_agency("Ditreskrimum Polda Kepri").units
    ('ditreskrimum',)
    >>> parse_agency("Polda Kepri") == parse_agency("Kepolisian Daerah Kepulauan Riau")
    True
    """
    folded = ascii_fold(as_printed(text))
    has_aside = "(" in folded or "[" in folded
    reading = _read(_PARENTHESES.sub(" ", folded) if has_aside else folded)
    if has_aside and not reading.units:
        reading = _read(folded)
    elif has_aside and not reading.places:
        # What stands in parentheses repeats the name in short, or adds the place.
        reading.places.extend(_read(" ".join(_PARENTHESES.findall(folded))).places)
    territory, others = _territory(reading)
    units = _without_hosts(_without_parents(reading.units), reading, territory)
    return AgencyName(
        units=tuple(dict.fromkeys(unit.code for unit in units)),
        territory=territory,
        grade=next((unit.grade for unit in reading.units if unit.grade), ""),
        office_class=tuple(reading.office_class),
        rest=(
            *map(_word, reading.rest),
            *(make_word(" / ".join(sorted(codes)), "name") for codes in others),
        ),
    )


@lru_cache(maxsize=16_384)
def _word(token: str) -> Word:
    return make_word(token, "name", (commercial().identify(token),))


def _read(folded: str) -> _Reading:
    tokens = [_correct(t.replace(".", "")) for t in _TOKEN.findall(folded)]
    reading = _Reading()
    index = 0
    while index < len(tokens):
        index += _read_phrase(tokens, index, reading) or _read_word(tokens, index, reading)
    return reading


@lru_cache(maxsize=16_384)
def _correct(token: str) -> str:
    """Bring drifting and mistyped words of agency names back ("Kementrian", "Pelayanann")."""
    word = _lists().words.get(token, token)
    if word not in _beginnings():
        word = restored(word, lambda read: read in _beginnings()) or word
    if len(word) < 7 or word in _lists().vocabulary or _beginnings().get(word):
        return word
    near_in_length = _lists().near_in_length.get(len(word), ())
    near = process.extractOne(word, near_in_length, scorer=OSA.distance, score_cutoff=1)
    return str(near[0]) if near else word


def _read_phrase(tokens: list[str], index: int, reading: _Reading) -> int:
    """Read the longest unit or territory that begins here; return how many words it took."""
    units = _lists().units
    for length, joined in reversed(_listed_from(tokens, index)):
        unit = units.get(joined) or _at_start(tokens, index, length)
        if unit is not None and unit.code == "tpi" and reading.units:
            # Written in full behind an office it is what offices say of themselves in short.
            reading.office_class.append(unit.code)
            return length
        if unit is not None:
            reading.units.append(unit)
            return length
        codes = None if reading.is_below_regency else territories().get(joined)
        if codes is not None:
            after = tokens[index + length : index + length + 1]
            reading.places.append(_narrow(codes, reading.kind or _kind_after(after, codes)))
            reading.kind = ""
            return length + (not reading.kind and bool(_kind_after(after, codes)))
    return 0


def _listed_from(tokens: list[str], index: int) -> list[tuple[int, str]]:
    """Return the phrases from here on that a list has, shortest first, with their lengths.

    Words are added for as long as some listed phrase begins with them.
    """
    found: list[tuple[int, str]] = []
    beginnings = _beginnings()
    joined = ""
    for length, token in enumerate(tokens[index:], start=1):
        joined += token
        is_listed = beginnings.get(joined)
        if is_listed is None:
            break
        if is_listed:
            found.append((length, joined))
    return found


@cache
def _beginnings() -> Mapping[str, bool]:
    """Return all beginnings of units and territories, and whether each is one itself."""
    listed = {*_lists().units, *territories(), "pt", "tpi"}
    return {name[:end]: name[:end] in listed for name in listed for end in range(1, len(name) + 1)}


def _at_start(tokens: list[str], index: int, length: int) -> Unit | None:
    """Read what stands for a body only in front: "PT Pekanbaru" (high court), "TPI Batam"."""
    if index or length != 1 or len(tokens) == 1:
        return None
    if tokens[0] == "tpi":
        return _lists().units["tempatpemeriksaanimigrasi"]
    is_court = tokens[0] == "pt" and "".join(tokens[1:]) in territories()
    return _lists().units["pengadilantinggi"] if is_court else None


def _kind_after(after: list[str], codes: Codes) -> str:
    """Read "Kota" behind a name that a city and a regency share ("Malang Kota")."""
    is_kind = after and after[0] in ("kota", "kabupaten")
    return after[0] if is_kind and any(len(code) == 5 for code in codes) else ""


@lru_cache(maxsize=16_384)
def _narrow(codes: Codes, kind: str) -> Codes:
    if kind == "provinsi":
        kept = {code for code in codes if len(code) == 2}
    elif kind in ("kota", "kabupaten"):
        kept = {code for code in codes if len(code) == 5 and is_city(code) == (kind == "kota")}
    else:
        return codes
    return frozenset(kept) or codes


def _read_word(tokens: list[str], index: int, reading: _Reading) -> int:
    token = tokens[index]
    lists = _lists()
    if token in ("kota", "kabupaten", "provinsi") and not reading.is_below_regency:
        reading.kind = token
    elif token in lists.classes and index + 1 < len(tokens):
        end = index + 1
        while end < len(tokens) and tokens[end] in lists.class_words:
            end += 1
        # "Kelas II A" is "Kelas IIA".
        joined = _SPLIT_CLASS.sub(r"\1\2", " ".join(tokens[index + 1 : end]))
        reading.office_class.extend(joined.split())
        return max(1, end - index)
    elif token in ("tpi", "khusus", "non"):
        reading.office_class.append(token)
    elif token not in lists.noise:
        reading.rest.append(token)
    return 1


def _without_parents(units: list[Unit]) -> list[Unit]:
    """Drop bodies that another unit implies ("Bareskrim Polri" is "Bareskrim")."""
    if len(units) < 2:
        return units
    implied: set[str] = set()
    for unit in units:
        parent = _lists().parents.get(unit.code, "")
        while parent:
            implied.add(parent)
            parent = _lists().parents.get(parent, "")
    return [unit for unit in units if unit.code not in implied]


def _without_hosts(units: list[Unit], reading: _Reading, territory: Codes) -> list[Unit]:
    """Drop the body of a province that another is under, if its province lies around it.

    "Polres Lombok Tengah Polda NTB": the regency says which body is meant, the province where
    that is. A province that it does not lie in contradicts, as a territory of its own.
    """
    if len(units) < 2 or not any(contains(place, territory) for place in reading.places):
        return units
    lists = _lists()
    hosts = {lists.hosts.get(lists.parents.get(u.code, u.code)) for u in units}
    return [unit for unit in units if unit.code not in hosts]


def _territory(reading: _Reading) -> tuple[Codes, list[Codes]]:
    """Return the territory that is meant, and others named that do not lie around it."""
    if not reading.places:
        return frozenset(), []
    level = next((unit.level for unit in reading.units if unit.level), "")
    narrowed = [_by_level(place, level) for place in reading.places]
    # "Polres Kediri, Jawa Timur": the narrowest territory is meant.
    codes = max(narrowed, key=lambda place: max(map(len, place)))
    others = [place for place in narrowed if place != codes and not contains(place, codes)]
    if level == "regency" and reading.units[0].code in ("polres", "satreskrim"):
        codes = _of_police(codes, {unit.grade for unit in reading.units})
    return codes, others


def _of_police(codes: Codes, grades: set[str]) -> Codes:
    """Tell a regency's police from its city's, where the two share a name.

    "Polres Metro Bekasi" serves the regency, "Polres Metro Bekasi Kota" the city. A Polresta
    may be either's: Cirebon's is the regency's, Kediri's was the city's.
    """
    if "polresta" in grades:
        return codes
    return _narrow(codes, "kota" if "polrestabes" in grades else "kabupaten")


@lru_cache(maxsize=16_384)
def _by_level(codes: Codes, level: str) -> Codes:
    if level == "province":
        return _narrow(codes, "provinsi")
    if level in ("kabupaten", "kota"):
        return _narrow(codes, level)
    if level == "regency":
        return frozenset(code for code in codes if len(code) == 5) or codes
    return codes
