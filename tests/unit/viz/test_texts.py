import re
from pathlib import Path
from typing import get_args

import pytest

from ontology.model import Layer
from viz.marks import Line
from viz.texts import TEXTS, text
from viz.view_texts import VIEW_TEXTS

VIZ = Path("viz")
# The explorer and evidence packs have catalogues of their own, tested beside them.
FILES = [
    p
    for p in VIZ.rglob("*")
    if p.suffix in (".py", ".js", ".j2")
    and p.name != "texts.py"
    and not {"explorer", "report"} & set(p.parts)
]
CODE = "\n".join(p.read_text("utf-8") for p in FILES)
# Built from a layer or a line that data names.
PATTERNED = ("layer_", "line_")


def used() -> set[str]:
    calls = re.findall(r"""\b(?:say|text)\(\s*["'](\w+)["']""", CODE)
    attributes = re.findall(r'data-(?:text|label|placeholder)="(\w+)"', CODE)
    static = re.findall(r"texts\.(\w+)", CODE)
    chosen = re.findall(r'\? "(\w+)" : "(\w+)"\)', CODE)
    return {*calls, *attributes, *static, *(k for pair in chosen for k in pair)}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_every_text_is_used(key):
    assert key.startswith(PATTERNED) or key in used()


def test_every_key_that_is_used_exists():
    missing = {k for k in used() - TEXTS.keys() - VIEW_TEXTS.keys() if not k.startswith("language")}
    assert not {k for k in missing if re.search(rf"""(?:say|text)\(["']{k}["']""", CODE)}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_have_the_same_gaps(key):
    gaps = re.compile(r"\{\w+\}")
    both = TEXTS[key]
    assert sorted(gaps.findall(both.id)) == sorted(gaps.findall(both.en))
    assert both.id.strip()
    assert both.en.strip()


def test_gaps_are_filled():
    assert text("left_out", "en", shown=2, all=9).startswith("2 of 9 entities")


def test_the_presumption_of_innocence_is_said_in_both_languages():
    assert "Praduga tak bersalah" in text("presumption", "id")
    assert "presumed innocent" in text("presumption", "en")


def test_every_layer_and_line_has_a_text():
    assert {f"layer_{name}" for name in get_args(Layer)} <= TEXTS.keys()
    assert {f"line_{name}" for name in get_args(Line)} <= TEXTS.keys()
