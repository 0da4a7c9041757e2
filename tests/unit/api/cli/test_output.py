"""What the terminal shows is what the data says."""

from __future__ import annotations

from collections import Counter

import pytest

from api.cli.output import Format, console, emit, errors, shown, table


def test_colons_in_data_make_no_pictures():
    for printer in (console, errors):
        with printer.capture() as caught:
            printer.print("root:x:0:0 :smile:")
        assert caught.get().strip() == "root:x:0:0 :smile:"


@pytest.mark.parametrize(
    "order", ["\x1b[31m", "\x1b]0;t\x07", "\x9b2J", "\u202e", "\x7f", "\x0e", "\ud800"]
)
def test_data_gives_a_terminal_no_orders(order):
    for printer in (console, errors):
        with printer.capture() as caught:
            printer.print(f"Bu {order}Ani", markup=False)
            printer.print(table(("name", order), [{"name": f"Bu {order}Ani"}], title=order))
        assert order not in caught.get()
        assert f"Bu {shown(order)}Ani" in caught.get()


def test_what_is_spelled_out_fits_its_cell():
    with console.capture() as caught:
        console.print(table(("name",), [{"name": "\x1b[31m" * 2 + "Ani"}]))
    assert r"\x1b[31m\x1b[31mAni" in caught.get()


def test_names_in_other_scripts_are_shown_as_they_are():
    for name in (
        "Nurul \u2018Aini",
        "\u0623\u062d\u0645\u062f",
        "\u05de\u05e9\u05d4",
        "a\tb\nc",
        "e\u0301",
    ):
        assert shown(name) == name


STEP = {
    "path": 1,
    "from": "Kementerian Pelindungan Pekerja Migran Indonesia",
    "relationship": "pihak →",
    "to": "Kepolisian Daerah Nusa Tenggara Timur",
    "interceptions": 1203,
    "confidence": 0.912,
    "source": "Antara, 2025-08-06, par. 3; https://example.org/" + "a" * 90,
}


def printed(monkeypatch: pytest.MonkeyPatch, width: int, *, is_terminal: bool) -> str:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(console, "_force_terminal", is_terminal)
    monkeypatch.setattr(console, "_width", width)
    monkeypatch.setattr(console, "_color_system", None)
    with console.capture() as caught:
        emit(Format.TABLE, tuple(STEP), [STEP, STEP], title="Jalur")
    return caught.get()


@pytest.mark.parametrize("width", [30, 40, 80, 100, 120, 200])
def test_a_terminal_shows_all_of_every_cell(monkeypatch, width):
    text = printed(monkeypatch, width, is_terminal=True)
    assert all(len(line) <= width for line in text.splitlines())
    letters = Counter(text)
    for whole in ("1203", "0.912", "Jalur"):
        assert whole in text
    # Every column's name and value, though they be broken over lines.
    told = Counter("".join(c for k, v in STEP.items() for c in f"{v}{v}{k}").replace(" ", ""))
    assert letters >= told


def test_a_pipe_gets_one_line_per_row_with_all_of_it(monkeypatch):
    lines = printed(monkeypatch, 80, is_terminal=False).splitlines()
    rows = [line for line in lines if "1203" in line]
    assert len(rows) == 2
    assert all(str(value) in row for row in rows for value in STEP.values())
