"""What the terminal shows is what the data says."""

from __future__ import annotations

import pytest

from api.cli.output import console, errors, shown, table


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
