"""Whatever is named on the command line is loaded, or refused with the reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import state
from api.cli.main import app

RECORD = """\
document:
  id: doc:contoh
  class: NewsArticle
  name: Contoh
  publisher: {id: org:contoh, name: Kantor Contoh}
  published: 2025-01-02
  url: https://example.org/contoh
  reliability: C
entities:
  - id: org:contoh
    class: Organization
    at: paragraf 1
    name: Kantor Contoh
"""
TIES = '{"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":"a","target":"b"}]}'
CLASSES = ("--node-class", "Person", "--edge-class", "Association")


@pytest.fixture
def cli(tmp_path, monkeypatch):
    """Run ``lacak`` with an empty home."""
    monkeypatch.setenv("LACAK_HOME", str(tmp_path / "home"))
    state.forget()
    runner = CliRunner()
    yield lambda *arguments: runner.invoke(app, list(arguments))
    state.forget()


@pytest.mark.parametrize("name", ["contoh.yaml", "contoh.yml"])
def test_one_record_file_is_loaded(cli, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RECORD)
    done = cli("load", str(tmp_path / name), "--no-rebuild", "--format", "csv")
    assert done.exit_code == 0, done.output
    assert "accepted" in done.stdout
    assert ",0,0,0,0,0,0" not in done.stdout


def test_a_folder_of_everything_is_loaded_and_the_rest_is_named(cli, tmp_path: Path) -> None:
    folder = tmp_path / "campur"
    folder.mkdir()
    (folder / "a.yaml").write_text(RECORD)
    (folder / "b.json").write_text(TIES)
    (folder / "c.txt").write_text("Polda NTT menangkap dua tersangka di Kupang.")
    (folder / "d.csv").write_text("nib\n1\n")
    done = cli("load", str(folder), *CLASSES, "--no-rebuild")
    assert done.exit_code == 0, done.output
    assert done.output.count("local: ") == 3
    assert "local: 0 " not in done.output
    assert "d.csv" in done.output


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("foto.jpg", "its ending is none of"),
        ("kosong", "holds no record"),
        ("\udcff.csv", "Rename"),
    ],
)
def test_what_is_not_read_is_refused(cli, tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / name
    if "." in name:
        Path(os.fsdecode(os.fsencode(path))).write_bytes(b"\xff\xd8")
    else:
        path.mkdir()
    done = cli("load", str(path), "--no-rebuild")
    assert done.exit_code == 1
    assert told in " ".join(f"{done.output} {done.exception}".split())


@pytest.mark.parametrize("command", [("extract",), ("map", "init"), ("load",)])
def test_a_pipe_is_waited_for_by_no_command(cli, tmp_path: Path, command: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    done = cli(*command, str(tmp_path / "pipa.txt"))
    assert done.exit_code == 1
    assert "pipe or a device" in f"{done.output} {done.exception}"
