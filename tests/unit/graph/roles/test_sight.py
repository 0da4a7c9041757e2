"""When an audience's next snapshot may start from the one before."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from graph.roles.sight import FILE, Sight, read_sights, write_sights

BEFORE = Sight(
    key="k",
    texts="t",
    gated="g",
    people="p",
    shown={"org:a": ("shown", "Company"), "per:b": ("pseudonymised", "Person")},
    folder="f",
)


def changed(**values: object) -> Sight:
    return msgspec.structs.replace(BEFORE, **values)


def test_the_same_sight_may_follow() -> None:
    assert changed(folder="").may_follow(BEFORE, ())


def test_other_names_at_the_gate_and_other_numbers_are_worked_out_again() -> None:
    assert changed(gated="h", people="q").may_follow(BEFORE, ())


@pytest.mark.parametrize("what", ["key", "texts"])
def test_another_key_or_other_hidden_names_change_everything(what: str) -> None:
    assert not changed(**{what: "other"}).may_follow(BEFORE, ("org:a", "per:b"))


@pytest.mark.parametrize(
    "shown",
    [
        {"org:a": ("shown", "Company")},
        {"org:a": ("shown", "Ministry"), "per:b": ("pseudonymised", "Person")},
        {"org:a": ("pseudonymised", "Company"), "per:b": ("pseudonymised", "Person")},
        {**BEFORE.shown, "org:c": ("shown", "Company")},
    ],
)
def test_only_what_was_touched_may_be_shown_otherwise(shown: dict[str, tuple[str, str]]) -> None:
    after = changed(shown=shown)
    assert after.may_follow(BEFORE, ("org:a", "per:b", "org:c"))
    assert not after.may_follow(BEFORE, ())


def test_sights_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_sights(tmp_path, {"policy": BEFORE})
    assert read_sights(tmp_path) == {"policy": BEFORE}


@pytest.mark.parametrize("content", [b"", b"\xff", b"\x81\xa1a\x01"])
def test_damaged_sights_are_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert read_sights(tmp_path) == {}
    assert read_sights(tmp_path / "nowhere") == {}
