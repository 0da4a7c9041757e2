"""Keys that are narrowed to provinces, as they are made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.access import keys
from api.cli.state import forget
from graph.errors import AudienceError

runner = CliRunner()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget()
    monkeypatch.setenv("LACAK_HOME", str(tmp_path))
    monkeypatch.setenv("LACAK_LANGUAGE", "en")
    yield
    forget()


def added(*options: str) -> str:
    made = runner.invoke(keys, ["add", "Ani", *options], catch_exceptions=False)
    assert made.exit_code == 0
    return " ".join(made.output.split())


@pytest.mark.parametrize(
    ("role", "region"),
    [("analyst", "region:99"), ("analyst", "region:53.01"), ("administrator", "region:53")],
)
def test_a_territory_that_cannot_be_is_refused(role: str, region: str) -> None:
    with pytest.raises(AudienceError):
        added("--role", role, "--territory", region)
    assert "Ani" not in runner.invoke(keys, ["list"]).output


def test_a_key_without_a_snapshot_says_what_to_set() -> None:
    told = added("--role", "analyst", "--territory", "region:53")
    assert "lacak_" in told
    assert "LACAK_AUDIENCES=policy,analyst,investigator,analyst@53" in told
    assert "lacak rebuild" in told


def test_a_key_with_a_snapshot_says_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACAK_AUDIENCES", "policy,analyst@53")
    assert "LACAK_AUDIENCES" not in added("--role", "analyst", "--territory", "region:53")
    assert "LACAK_AUDIENCES" not in runner.invoke(keys, ["add", "Budi", "-r", "policy"]).output
