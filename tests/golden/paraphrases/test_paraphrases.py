"""Every form of a grid is read with every filling; what is not read yet is listed as such."""

from __future__ import annotations

import pytest

from bench.paraphrases import GRIDS, Form, forms, missing

PATHS = sorted(GRIDS.glob("*.yaml"))
READ = [form for path in PATHS for form in forms(path)]
NOT_YET = [form for path in PATHS for form in forms(path, "not_yet")]


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_each_filling_is_read_whole(form: Form) -> None:
    assert [(s.text, gone) for s in form.sentences if (gone := missing(form, s))] == []


@pytest.mark.parametrize("form", NOT_YET, ids=lambda form: form.name)
def test_what_is_read_by_now_stands_among_the_others(form: Form) -> None:
    assert any(missing(form, sentence) for sentence in form.sentences)
