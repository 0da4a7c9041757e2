"""Patterns compiled to be faster find what ``re`` finds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loaders.text
from loaders.text.compiling import compiled, parsed
from loaders.text.patterns import Pattern, Text

ARTICLES = Path(__file__).parents[3] / "golden" / "text" / "articles"


def both(source: str, flags: int = 0) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(source, flags), compiled(source, parsed(source, flags))


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], ...]]:
    return [
        tuple(found.span(group) for group in range(pattern.groups + 1))
        for found in pattern.finditer(text)
    ]


def declared() -> Iterator[Pattern]:
    """Yield every pattern that stands in a module, alone or in a row."""
    for module in pkgutil.walk_packages(loaders.text.__path__, "loaders.text."):
        for value in vars(importlib.import_module(module.name)).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Pattern):
                    yield one


def test_all_patterns_find_what_re_finds() -> None:
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))[::90]]
    patterns = {one.pattern for one in declared()}
    assert len(patterns) > 1000
    for source in patterns:
        plain, fast = both(source)
        assert fast.pattern == source
        assert fast.groupindex == plain.groupindex
        for text in texts:
            assert spans(fast, text) == spans(plain, text), source


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyzé⟨1")
def test_all_letters_that_are_one_when_case_is_ignored_are_found(letter: str) -> None:
    everything = "".join(map(chr, range(0x3000)))
    # Alone, and as the head of alternatives.
    for source in (letter, f"{letter}x?|{letter}y|mm|nn|oo|pp"):
        plain, fast = both(source, re.IGNORECASE)
        assert spans(fast, everything) == spans(plain, everything)


@pytest.mark.parametrize(
    "source",
    [
        "(?:di|di(?P<x>jual)|ke|dijual|dibeli)",
        r"\b(?:ab|(?:x|a)c|abc|ad|b)",
        "(?:ab|[ab]c|ad|a|)+c",
        "(?:(?i:ab|ac|ad|ae)|AB|aB|.)",
        r"(?i)(?:a|\d|ab|abc|b)c?",
        r"(?m)^(?:ab|ac|\s|d)",
        r"(?:a*b|ab|c|d)(?=c|$)",
        r"(?a)(?:ab|ac|ad|k)",
        r"(?i)(?:[ab]d|[AB]c|ad|Ac)",
        r"((a)|(b)|(ab)|(ba))\1",
        "",
    ],
)
@given(text=st.text("abcdexABCDik1 \n", max_size=14))
def test_the_same_match_is_preferred(source: str, text: str) -> None:
    plain, fast = both(source)
    assert spans(fast, text) == spans(plain, text)
    assert bool(fast.fullmatch(text)) == bool(plain.fullmatch(text))


def test_a_pattern_knows_its_matches() -> None:
    pattern = Pattern("(?i)ditangkap|dibekuk|dijerat|dituntut")
    found = pattern.search(Text("Ia DIBEKUK."))
    assert found is not None
    assert pattern.made(found)
    assert pattern.compiled.pattern == pattern.pattern
