"""Texts cut at the ends of excerpts, and scripts made lean for the wire."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.claims import stored
from viz.explorer.excerpts import cut
from viz.explorer.files import lean


def excerpt(start: int | None, end: int | None, value: str = "x"):
    return stored("org:a", "name", value, start=start, end=end, quote="q", locator=None)


def test_the_pieces_are_the_text_and_excerpts_stand_apart():
    one = excerpt(6, 10)
    found = cut("Polda Riau menindak", [one])
    assert "".join(p.text for p in found) == "Polda Riau menindak"
    assert [(p.text, p.claims) for p in found] == [
        ("Polda ", ()),
        ("Riau", (one.id,)),
        (" menindak", ()),
    ]


def test_excerpts_over_each_other_share_a_piece():
    wide, narrow = excerpt(0, 10), excerpt(6, 10, "y")
    found = cut("Polda Riau", [wide, narrow])
    assert found[0].claims == (wide.id,)
    assert set(found[1].claims) == {wide.id, narrow.id}


@pytest.mark.parametrize(("start", "end"), [(None, None), (5, 5), (3, 99), (8, 2)])
def test_what_does_not_fit_the_text_is_left_out(start, end):
    given = SimpleNamespace(id="a", claim=SimpleNamespace(start=start, end=end))
    assert [(p.text, p.claims) for p in cut("pendek", [given])] == [("pendek", ())]


def test_code_points_count_not_bytes():
    one = excerpt(2, 3)
    assert cut("a\U0001f600b", [one])[1].text == "b"


def test_lean_scripts_keep_every_statement_and_string():
    script = (
        "// gone\n/** Gone,\n * too. */\n  const a = `b // c`; // stays\n\n  call('/** no */');\n"
    )
    assert lean(script) == "const a = `b // c`; // stays\ncall('/** no */');\n"
