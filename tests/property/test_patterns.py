"""What a pattern asks of a text before it searches never hides a match."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

import loaders.text
from loaders.text.extract import extract
from loaders.text.patterns import Pattern, Text

ARTICLES = Path(__file__).parents[1] / "golden" / "text" / "articles"
_LETTERS = "abisſtſtkıKKßİµμσς⟨1 "
_WORDS = st.text(_LETTERS, min_size=1, max_size=7).map(re.escape)
_CLASSES = st.sampled_from(["[Aa]", "[ab]", "[^a]", r"\w", r"\s+", ".", "(?:)", r"\b", "^", "$"])


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.lists(inner, min_size=1, max_size=3).map("".join)
    either = st.lists(inner, min_size=1, max_size=3).map(lambda one: f"(?:{'|'.join(one)})")
    often = st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "??"]))
    looks = st.tuples(st.sampled_from(["?=", "?!", "?:", "?i:", "?P<n>"]), inner)
    return st.one_of(
        joined,
        either,
        often.map(lambda one: f"(?:{one[0]}){one[1]}"),
        looks.map(lambda one: f"({one[0]}{one[1]})"),
    )


def _compiles(source: str) -> bool:
    try:
        re.compile(source)
    except re.error:
        return False
    return True


_SOURCES = st.recursive(st.one_of(_WORDS, _CLASSES), _wider, max_leaves=8).filter(_compiles)


@given(_SOURCES, st.sampled_from([0, re.IGNORECASE, re.DOTALL]), st.text(_LETTERS + "ABK\n"))
def test_any_pattern(source: str, flags: int, text: str) -> None:
    """The answer is that of ``re``, whatever stands in pattern and text."""
    ours, theirs = Pattern(source, flags), re.compile(source, flags)
    for given_text in (text, Text(text)):
        found, expected = ours.search(given_text), theirs.search(text)
        assert (found and found.span()) == (expected and expected.span())
        spans = [one.span() for one in ours.finditer(given_text)]
        assert spans == [one.span() for one in theirs.finditer(text)]


def test_letters_that_are_one_when_case_is_ignored() -> None:
    """Whatever two letters ``re`` takes for one, neither hides the other."""
    letters = [chr(code) for code in range(0x20, 0x2FF00) if chr(code).isalpha()]
    pairs = {(one, other) for one in letters for other in (one.lower(), one.upper())}
    pairs |= {("i", "İ"), ("i", "ı"), ("s", "ſ"), ("k", "K"), ("σ", "ς"), ("ſt", "st")}
    for one, other in pairs:
        for wanted, held in ((one, other), (other, one)):
            if re.search(f"q{wanted}z", f"q{held}z", re.IGNORECASE):
                assert Pattern(f"q{wanted}z", re.IGNORECASE).search(Text(f"q{held}z"))


@given(_SOURCES, st.text(_LETTERS))
def test_matching_texts_pass(source: str, text: str) -> None:
    """A text that holds a match has all that is needed, in any case of its letters."""
    if re.search(source, text, re.IGNORECASE):
        assert Pattern(source, re.IGNORECASE).may_be_in(Text(text))


def _within(value: object, depth: int = 0) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for one in value.values():
            yield from _within(one, depth + 1)
    elif depth < 3 and isinstance(value, (tuple, list)):
        for one in value:
            yield from _within(one, depth + 1)
    elif depth < 3 and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name, None), depth + 1)


def _all() -> dict[str, Pattern]:
    """Return every pattern of the reader; some parts need PyTorch and have none."""
    made: dict[str, Pattern] = {}
    for module in pkgutil.walk_packages(loaders.text.__path__, "loaders.text."):
        if not module.name.endswith((".train", ".fitting", ".pretrained")):
            for value in vars(importlib.import_module(module.name)).values():
                made.update((one.pattern, one) for one in _within(value))
    return made


@pytest.fixture(scope="module")
def sentences() -> list[Text]:
    """Lines of our own articles."""
    lines = [line for path in ARTICLES.glob("*.txt") for line in path.read_text().splitlines()]
    return [Text(line) for line in sorted(set(lines)) if line][::12]


def test_every_pattern_of_the_reader(sentences: list[Text]) -> None:
    """None of ours is kept from a line of an article that it matches, and all compile."""
    patterns = _all()
    assert len(patterns) > 1000
    hidden = [
        (source, str(line))
        for source, one in patterns.items()
        for line in sentences
        if not one.may_be_in(line) and one.compiled.search(line)
    ]
    assert hidden == []


def test_most_need_something(sentences: list[Text]) -> None:
    """What is asked saves work: few patterns search a line in which they find nothing."""
    patterns = _all().values()
    passed = sum(one.may_be_in(line) for one in patterns for line in sentences)
    assert passed < 0.3 * len(patterns) * len(sentences)


def test_the_reader_uses_it() -> None:
    """Offsets and mentions are those of plain strings."""
    found = extract("Polda NTT menangkap AM (45) di Kota Kupang.")
    assert [one.text for one in found.mentions] == ["Polda NTT", "AM", "Kota Kupang"]
