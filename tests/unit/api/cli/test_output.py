"""What the terminal shows is what the data says."""

from __future__ import annotations

from api.cli.output import console, errors


def test_colons_in_data_make_no_pictures():
    for printer in (console, errors):
        with printer.capture() as caught:
            printer.print("root:x:0:0 :smile:")
        assert caught.get().strip() == "root:x:0:0 :smile:"
