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


def test_a_pipe_gets_lines_of_a_sensible_width_with_all_of_every_cell(monkeypatch):
    text = printed(monkeypatch, 80, is_terminal=False)
    assert 80 < max(map(len, text.splitlines())) <= 200
    told = Counter("".join(c for k, v in STEP.items() for c in f"{v}{v}{k}").replace(" ", ""))
    assert Counter(text) >= told


def test_a_pipe_gets_cards_where_a_table_would_be_too_wide(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    row = {f"column {n}": "a value of some length" for n in range(20)}
    with console.capture() as caught:
        emit(Format.TABLE, tuple(row), [row])
    assert max(map(len, caught.get().splitlines())) <= 200
    assert caught.get().count("a value of some length") == 20


def test_programs_get_cells_that_are_never_broken(capsys):
    row = {f"column {n}": "x" * 300 for n in range(20)}
    for form in (Format.CSV, Format.JSON):
        emit(form, tuple(row), [row])
        assert capsys.readouterr().out.count("x" * 300) == 20
