"""No file that a stranger wrote crashes, hangs, or swallows a row."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from loaders.tabular.limits import Limits
from loaders.tabular.mapping_file import read_mapping
from loaders.tabular.source import TableSource
from tests import hostile
from tests.hostile_driver import MAPPING, Outcome

ROOT = Path(__file__).resolve().parents[2]
_REMEDY = re.compile(
    r"(?i)\b(save|write|remove|keep|set|double|rename|paste|format|correct|export|fill|enter|need"
    r"|name|map|open|leave|split|restore|load|like|must|expected)\b"
)


@pytest.fixture(scope="module")
def reading(tmp_path_factory) -> tuple[list[Outcome], int]:
    """The outcomes, and the most kilobytes that a reader took."""
    folder = tmp_path_factory.mktemp("hostile")
    to = tmp_path_factory.mktemp("outcomes") / "outcomes.pickle"
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile_driver", str(folder), str(to)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    return pickle.loads(to.read_bytes()), int(done.stdout)


@pytest.fixture(scope="module")
def outcomes(reading) -> dict[str, Outcome]:
    return {outcome.hostile.name: outcome for outcome in reading[0]}


def test_there_are_enough_of_them_and_no_two_are_alike():
    made = list(hostile.corpus())
    assert len(made) >= 250
    assert len({h.name for h in made}) == len(made)


def test_none_hangs(outcomes):
    slow = {n: round(o.seconds, 1) for n, o in outcomes.items() if o.seconds > 30}
    assert not slow


def test_none_takes_a_gigabyte(reading):
    assert 10_000 < reading[1] < 1_000_000


def test_each_ends_as_it_must(outcomes):
    wrong = {
        name: (o.hostile.outcome, o.accepted, len(o.refusals), o.error)
        for name, o in outcomes.items()
        if not _is_right(o)
    }
    assert not wrong


def _is_right(outcome: Outcome) -> bool:
    match outcome.hostile.outcome:
        case "whole":
            return outcome.error is not None
        case "rows":
            return outcome.error is None and bool(outcome.refusals)
        case "kept":
            return outcome.error is None and not outcome.refusals
    return True


def test_every_refusal_of_a_file_names_it_with_a_reason_and_a_remedy(outcomes):
    errors = {n: o.error for n, o in outcomes.items() if o.error is not None}
    assert len(errors) > 60
    assert [n for n, text in errors.items() if n not in text] == []
    assert [(n, text) for n, text in errors.items() if not _REMEDY.search(text)] == []


def test_every_refused_row_names_its_line_with_a_reason_and_a_remedy(outcomes):
    refusals = [r for o in outcomes.values() for r in o.refusals]
    assert len(refusals) > 80
    for refusal in refusals:
        assert refusal.place.line is not None
        assert _REMEDY.search(refusal.reason), refusal.reason


def test_no_reason_is_a_traceback(outcomes):
    for outcome in outcomes.values():
        for text in (outcome.error or "", *(r.reason for r in outcome.refusals)):
            assert "Traceback" not in text
            assert "Error(" not in text
            assert len(text) < 1_000


def test_no_line_vanishes_in_an_open_quote(outcomes):
    """Every line of the files with broken quotes is a row or a refusal."""
    for name, outcome in outcomes.items():
        if not name.startswith("quote-") or outcome.hostile.outcome != "rows":
            continue
        text = outcome.hostile.content.decode().replace("\r\n", "\n").replace("\r", "\n")
        lines = text.rstrip("\n").count("\n")
        assert outcome.accepted + len(outcome.refusals) == lines, name


def test_names_that_are_not_what_they_seem_are_kept_and_flagged(outcomes):
    for name, outcome in outcomes.items():
        if name.startswith("disguise-") and outcome.hostile.outcome == "kept":
            assert outcome.accepted == 1, name
            assert outcome.flags == 1, name


def test_a_rounded_nik_is_refused_with_its_cell(outcomes):
    for name, outcome in outcomes.items():
        if name.startswith("xlsx-numeric-nik"):
            [refusal] = outcome.refusals
            assert (refusal.place.line, refusal.place.column) == (3, 1), name
            assert outcome.accepted == 1


def test_a_second_reading_says_the_same(outcomes, ontology, tmp_path):
    file = tmp_path / "mapping.yaml"
    file.write_text(MAPPING)
    mapping = read_mapping(file, ontology)
    outcome = outcomes["quote-open-middle-lf.csv"]
    source = TableSource(outcome.path, mapping, ontology, Limits(), secret=b"test")
    again = Counter(type(item).__name__ for item in source.items())
    assert again == {"Document": 1, "Row": outcome.accepted, "Refusal": len(outcome.refusals)}
