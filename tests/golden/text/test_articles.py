"""Our invented articles: mentions and facts against their annotation."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from bench.extract_score import ARTICLES, Flat, Span, spans
from loaders.text.draft import Metadata
from loaders.text.extract import extract

PATHS = sorted(ARTICLES.glob("*.json"))


def test_there_are_at_least_thirty() -> None:
    assert len(PATHS) >= 30


def _read(path: Path) -> tuple[Counter[str], Counter[str], set[Span], set[Span]]:
    """Facts given and wanted, mentions given and wanted."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    for mention in gold["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    found = extract(text, document=Metadata(published=gold["published"]))
    wanted = {(m["start"], m["end"], m["label"]) for m in gold["mentions"]}
    return Flat(found).facts(), Counter(gold["facts"]), spans(found), wanted


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_nothing_is_invented(path: Path) -> None:
    """What an article does not state is not claimed; its mentions are found."""
    facts, gold, given, wanted = _read(path)
    assert list((facts - gold).elements())[1:] == []
    assert 2 * len(wanted & given) / (len(wanted) + len(given)) >= 0.85


def test_all_articles_together() -> None:
    """A claim is rather withheld than wrong: one article may lose facts, all of them few."""
    totals = [0] * 6
    for facts, gold, given, wanted in map(_read, PATHS):
        row = ((facts & gold).total(), facts.total(), gold.total(),
               len(given & wanted), len(given), len(wanted))  # fmt: skip
        totals = [a + b for a, b in zip(totals, row, strict=True)]
    right, stated, told, named, found, there = totals
    assert right / stated >= 0.998
    assert right / told >= 0.95
    assert 2 * named / (found + there) >= 0.985
