"""Features of words for the statistical tagger.

Owns what the tagger sees of a word: its form and neighbours, and whether our gazetteers know it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.text.patterns import Pattern
from loaders.text.resources import rows

_SHAPES = ((Pattern(r"[A-ZÀ-Þ]"), "X"), (Pattern(r"[a-zß-ÿ]"), "x"), (Pattern(r"\d"), "9"))


# Longer runs of capitals are headlines or hostile; names end before.
_LONGEST_RUN = 12


@cache
def _known() -> dict[str, str]:
    """Return a letter per word of the gazetteers: place, country, rank, post, agency, company."""
    found: dict[str, str] = {}
    sources = (
        ("regions.tsv", 1, "L"), ("region_aliases.tsv", 1, "L"), ("countries.tsv", 1, "C"),
        ("foreign_places.tsv", 1, "C"), ("ranks.tsv", 0, "R"), ("posts.tsv", 0, "S"),
        ("agency_heads.tsv", 5, "O"), ("unit_heads.tsv", 2, "O"), ("agencies.tsv", 3, "O"),
        ("media.tsv", 1, "M"),
    )  # fmt: skip
    for name, column, letter in sources:
        for row in rows(name):
            for phrase in row[column].split("|"):
                for word in phrase.split():
                    if word[:1].isupper() and letter not in found.get(word, ""):
                        found[word] = found.get(word, "") + letter
    for word in (
        "PT",
        "CV",
        "UD",
        "Yayasan",
        "Koperasi",
        "LPK",
        "Tbk",
        "Bank",
        "Universitas",
        "Partai",
    ):
        found[word] = found.get(word, "") + "B"
    return found


def known_words() -> frozenset[str]:
    """Return the capitalised words of our gazetteers."""
    return frozenset(_known())


def is_known(word: str) -> bool:
    """Whether a word stands in a name of our gazetteers."""
    return word in _known()


@cache
def _shape(word: str) -> str:
    made = word
    for rule, letter in _SHAPES:
        made = rule.sub(letter, made)
    return re.sub(r"(.)\1+", r"\1\1", made)


@cache
def _of_word(word: str) -> tuple[str, ...]:
    low = word.casefold()
    made = [f"w={low}", f"s={_shape(word)}", f"g={_known().get(word, '')}"]
    made += [f"p{n}={low[:n]}" for n in (2, 3, 4) if len(low) > n]
    made += [f"e{n}={low[-n:]}" for n in (2, 3, 4) if len(low) > n]
    if word.isupper() and len(word) > 1:
        made.append("upper")
    if word.istitle():
        made.append("title")
    if any(c.isdigit() for c in word):
        made.append("digit")
    made += [f"E5={word[-5:]}", f"P5={word[:5]}", f"E3={word[-3:]}|{_shape(word)}"]
    return tuple(made)


@cache
def _beside(word: str, place: str) -> tuple[str, ...]:
    low = word.casefold()
    return (
        f"{place}w={low}", f"{place}s={_shape(word)}", f"{place}g={_known().get(word, '')}",
        f"{place}e3={low[-3:]}",
    )  # fmt: skip


@cache
def _common() -> dict[str, str]:
    """Return how often a word was seen in lower case in training, 1-3 (``common_words.tsv``)."""
    return {row[0]: row[1] for row in rows("common_words.tsv")}


def is_common(word: str) -> bool:
    """Whether a word was seen in lower case in training: alone it is rather no name."""
    return word.casefold() in _common()


def _commonness(word: str) -> str:
    return "low" if word.islower() else _common().get(word.casefold(), "0")


def _of_run(words: Sequence[str], index: int) -> list[str]:
    """Return features of the capitalised run that a word stands in, and of what frames it."""
    if not words[index][:1].isupper():
        return []
    first = last = index
    while first and index - first < _LONGEST_RUN and words[first - 1][:1].isupper():
        first -= 1
    while last + 1 < len(words) and last - index < _LONGEST_RUN and words[last + 1][:1].isupper():
        last += 1
    left = words[first - 1].casefold() if first else "^"
    right = words[last + 1].casefold() if last + 1 < len(words) else "$"
    return [
        f"L={left}", f"R={right}", f"n={min(5, last - first + 1)}", f"at={index - first}",
        f"F={words[first].casefold()}", f"E={words[last].casefold()}",
        f"Fg={_known().get(words[first], '')}",
    ]  # fmt: skip


def of_sentence(words: Sequence[str], source: str = "domain") -> list[list[str]]:
    """Return the features of every word of a sentence.

    Args:
        words: The sentence.
        source: Which annotation guideline applies (``news``, ``grit`` or ``domain``); features
            of form are repeated under it, so that guidelines may differ.
    """
    made = []
    for index, word in enumerate(words):
        features = list(_of_word(word))
        features.append("bias")
        for step, place in ((-2, "-2"), (-1, "-1"), (1, "+1"), (2, "+2")):
            at = index + step
            if 0 <= at < len(words):
                features.extend(_beside(words[at], place))
            else:
                features.append(f"{place}edge")
        if index:
            features.append(f"b={words[index - 1].casefold()}|{word.casefold()}")
            features.append(f"bs={_shape(words[index - 1])}|{_shape(word)}")
        if index + 1 < len(words):
            features.append(f"fs={_shape(word)}|{_shape(words[index + 1])}")
        features.append(f"lc={_commonness(word)}")
        if index + 1 < len(words):
            features.append(f"+lc={_commonness(words[index + 1])}")
        features += _of_run(words, index)
        features += [
            f"{source}:{one}"
            for one in (
                *_of_word(word)[:3],
                f"-1{words[index - 1].casefold()}" if index else "-1edge",
            )
        ]
        features.append(f"src={source}")
        made.append(features)
    return made
