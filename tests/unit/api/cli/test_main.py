"""How the command line ends."""

from __future__ import annotations

import pytest
import typer

from api.cli import main
from ontology.errors import LacakError


def ending(monkeypatch, error: BaseException) -> int:
    """Run a command line whose one command raises; return its exit status."""
    app = typer.Typer()

    @app.command()
    def fail() -> None:
        raise error

    monkeypatch.setattr(main, "app", app)
    monkeypatch.setattr("sys.argv", ["lacak"])
    with pytest.raises(SystemExit) as end:
        main.run()
    return int(end.value.code or 0)


def test_ctrl_c_says_what_stays_and_how_to_go_on(monkeypatch, capsys):
    assert ending(monkeypatch, KeyboardInterrupt()) == 130
    assert "run the same command again" in " ".join(capsys.readouterr().err.split())


def test_an_error_of_ours_is_one_readable_line(monkeypatch, capsys):
    assert ending(monkeypatch, LacakError("Expected a, got b. Do [c].")) == 1
    told = capsys.readouterr().err
    assert "✗ Expected a, got b. Do [c]." in told
    assert "Traceback" not in told


def test_other_ends_are_passed_on(monkeypatch, capsys):
    assert ending(monkeypatch, SystemExit(3)) == 3
    assert "Stopped" not in capsys.readouterr().err
