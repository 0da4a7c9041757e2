"""The shipped lists of titles and particles, read once and turned into lookups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

import yaml

from graph.resolution.names.lexicon import DATA

Sex = Literal["M", "F"]

_SEX: Mapping[str, Sex | None] = {"male": "M", "female": "F", "any": None}


@dataclass(frozen=True, slots=True)
class Titles:
    """Words around a name.

    Attributes:
        before: Titles in front of a name, with the sex they tell.
        after: Degrees and notes behind it.
        father: Words before the father's name, with the sex of the child.
        alias: Words before another name of the same person.
        nicknames: Nicknames that anyone may have.
        generations: What tells bearers of one name apart, behind it, to its usual form.
        corps: Corps of the armed forces, which are words of a name unless a rank stands before.
        parties: Parts in a trial, which may be numbered.
    """

    before: Mapping[str, Sex | None]
    after: frozenset[str]
    father: Mapping[str, Sex | None]
    alias: frozenset[str]
    nicknames: frozenset[str]
    generations: Mapping[str, str]
    corps: frozenset[str]
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Particles:
    """Words inside a name that stand for rank, birth order, or sex.

    Attributes:
        optional: Particles that sources drop freely, with the sex they tell.
        phrases: Written words to the one particle they form.
        abbreviations: A short form to the words it may stand for, each a tuple of words.
        articles: Arabic articles, which are written apart, joined, or not at all.
        endings: Endings by which names are told apart.
    """

    optional: Mapping[str, Sex | None]
    phrases: Mapping[tuple[str, ...], str]
    abbreviations: Mapping[str, tuple[tuple[str, ...], ...]]
    articles: frozenset[str]
    endings: frozenset[str]


def read_yaml(name: str, folder: Path = DATA) -> Mapping[str, object]:
    """Return a shipped YAML file of the resolution data as a mapping."""
    with (folder / name).open(encoding="utf-8") as file:
        return cast("Mapping[str, object]", yaml.safe_load(file))


def _by_sex(section: object) -> dict[str, Sex | None]:
    groups = cast("Mapping[str, str]", section)
    return {word: _SEX[sex] for sex, words in groups.items() for word in words.split()}


def _readings(abbreviation: str, words: str) -> tuple[tuple[str, ...], ...]:
    # Three-letter clusters (IGN) are one name of several words; others are alternatives.
    parts = tuple(words.split())
    is_phrase = abbreviation.startswith("ig") or abbreviation == "fx"
    return (parts,) if is_phrase else tuple((part,) for part in parts)


@cache
def titles() -> Titles:
    """Return the words that stand around names."""
    data = read_yaml("person_titles.yaml")
    return Titles(
        before=_by_sex(data["before"]),
        after=frozenset(_by_sex(data["after"])),
        father=_by_sex(data["father"]),
        alias=frozenset(str(data["alias"]).split()),
        nicknames=frozenset(str(data["nicknames"]).split()),
        generations=cast("Mapping[str, str]", data["generations"]),
        corps=frozenset(str(data["corps"]).split()),
        parties=frozenset(str(data["parties"]).split()),
    )


@cache
def particles() -> Particles:
    """Return the words of rank, birth order, and sex, and the abbreviations of names."""
    data = read_yaml("person_particles.yaml")
    phrases = cast("Mapping[str, str]", data["phrases"])
    abbreviations = cast("Mapping[str, str]", data["abbreviations"])
    return Particles(
        optional=_by_sex(data["optional"]),
        phrases={tuple(words.split()): particle for words, particle in phrases.items()},
        abbreviations={short: _readings(short, words) for short, words in abbreviations.items()},
        articles=frozenset(str(data["articles"]).split()),
        endings=frozenset(str(data["endings"]).split()),
    )
