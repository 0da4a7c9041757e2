from __future__ import annotations

from dataclasses import fields

import pytest

from loaders.errors import LoadError
from loaders.tabular.limits import Limits, from_environment


def test_the_environment_raises_limits(monkeypatch):
    monkeypatch.setenv("LACAK_LIMIT_ROWS", "12")
    assert from_environment() == Limits(rows=12)


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "٣"])
def test_a_limit_is_a_whole_number(monkeypatch, text):
    monkeypatch.setenv("LACAK_LIMIT_CELL", text)
    with pytest.raises(LoadError, match="LACAK_LIMIT_CELL"):
        from_environment()


@pytest.mark.parametrize("name", [f.name for f in fields(Limits)])
def test_every_limit_says_its_variable_and_is_described(name):
    assert f"LACAK_LIMIT_{name.upper()}" in Limits().exceeded(name, "more")
    assert f"LACAK_LIMIT_{name.upper()}" in str(Limits.__doc__)
