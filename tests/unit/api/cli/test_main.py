"""How the command line ends."""

from __future__ import annotations

from importlib.metadata import version

import pytest
import typer
from typer.testing import CliRunner

from api.cli import main
from graph.rooms.errors import RoomBusyError
from loaders.errors import LoadError


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


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "run the same command again"), ("id", "jalankan perintah yang sama")],
)
def test_ctrl_c_says_what_stays_and_how_to_go_on(monkeypatch, capsys, language, told):
    monkeypatch.setenv("LACAK_LANGUAGE", language)
    assert ending(monkeypatch, KeyboardInterrupt()) == 130
    assert told in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "✗ Expected a, got b. Do [c]."),
        ("id", "✗ Masukan ini tidak dapat dibaca.\n  Expected a, got b. Do [c]."),
        # The wish for a language cannot be read: both are said.
        ("fr", "✗ Masukan ini tidak dapat dibaca.\n  Expected a, got b. Do [c]."),
    ],
)
def test_an_error_of_ours_is_readable(monkeypatch, capsys, language, expected):
    monkeypatch.setenv("LACAK_LANGUAGE", language)
    assert ending(monkeypatch, LoadError("Expected a, got b. Do [c].")) == 1
    told = capsys.readouterr().err
    assert expected in told
    assert "Traceback" not in told


def test_what_two_languages_say_is_said_once(monkeypatch, capsys):
    monkeypatch.setenv("LACAK_LANGUAGE", "id")
    assert ending(monkeypatch, RoomBusyError(1.0)) == 1
    told = " ".join(capsys.readouterr().err.split())
    assert "Semua tempat kueri bebas sedang dipakai" in told
    assert "All places" not in told


def test_other_ends_are_passed_on(monkeypatch, capsys):
    assert ending(monkeypatch, SystemExit(3)) == 3
    assert "Stopped" not in capsys.readouterr().err


def test_the_version_is_the_package_s():
    found = CliRunner().invoke(main.app, ["--version"])
    assert found.exit_code == 0
    assert found.stdout == f"lacak {version('lacak')}\n"
