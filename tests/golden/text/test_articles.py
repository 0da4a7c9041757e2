"""Our invented articles: mentions and facts against their annotation."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from bench.extract_score import ARTICLES, Flat, spans
from loaders.text.draft import Metadata
from loaders.text.extract import extract

PATHS = sorted(ARTICLES.glob("*.json"))


def test_there_are_at_least_thirty() -> None:
    assert len(PATHS) >= 30


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_article(path: Path) -> None:
    """No article may fall far: nine mentions in ten, four facts in five, nothing invented."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    for mention in gold["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    found = extract(text, document=Metadata(published=gold["published"]))
    wanted = {(m["start"], m["end"], m["label"]) for m in gold["mentions"]}
    given = spans(found)
    assert 2 * len(wanted & given) / (len(wanted) + len(given)) >= 0.9
    facts, gold_facts = Flat(found).facts(), Counter(gold["facts"])
    assert (facts & gold_facts).total() >= 0.8 * gold_facts.total()
    assert facts.total() - (facts & gold_facts).total() <= 1
