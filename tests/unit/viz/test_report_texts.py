"""Texts of evidence packs: each is used, and both languages say it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from viz.report.texts import TEXTS

FOLDER = Path("viz/report")
CODE = "\n".join(
    p.read_text("utf-8")
    for p in FOLDER.iterdir()
    if p.suffix in (".py", ".typ") and p.stem != "texts"
)


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_every_text_is_used(key):
    assert re.search(rf"""["']{key}["']""", CODE)


def test_every_label_that_the_template_shows_exists():
    shown = re.findall(r'label-of\("(\w+)"\)', (FOLDER / "template.typ").read_text("utf-8"))
    assert shown
    assert set(shown) <= TEXTS.keys()


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_have_the_same_gaps(key):
    both = TEXTS[key]
    assert re.findall(r"\{\w+\}", both.id) == re.findall(r"\{\w+\}", both.en)
    assert both.id.strip()
    assert both.en.strip()
