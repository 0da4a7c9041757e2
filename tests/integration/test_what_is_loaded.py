"""Whatever is named on the command line is loaded, or refused with the reason."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from api.cli import state
from api.cli.main import app
from graph.errors import DocumentConflictError, GraphError, MomentError
from loaders.tabular.opening import SHIPPED
from ontology.access import access

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


CALLS = """\
dataset: telepon
document: {title: Telepon, reliability: A}
marking: MARKING
entities:
  from: {class: PhoneNumber, key: Dari, properties: {e164: Dari}}
"""


@pytest.mark.parametrize(("marking", "is_hidden"), [("red", True), ("amber-strict", False)])
def test_what_nobody_may_see_is_said(cli, tmp_path: Path, marking: str, is_hidden: bool) -> None:
    (tmp_path / "t.csv").write_text("Dari\n081234567890\n")
    (tmp_path / "m.yaml").write_text(CALLS.replace("MARKING", marking))
    done = cli("load", str(tmp_path / "t.csv"), "-m", str(tmp_path / "m.yaml"), "--no-rebuild")
    assert done.exit_code == 0, done.output
    assert ("tidak ditampilkan kepada siapa pun" in done.output) == is_hidden


def test_every_shipped_mapping_makes_claims_that_some_role_sees() -> None:
    most = access().role("investigator").marking
    for path in SHIPPED.rglob("*.yaml"):
        marking = yaml.safe_load(path.read_text()).get("marking", "clear")
        assert access().is_within(marking, most), path


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2020-01-01", "first record is of"),
        ("2999-01-01", "lies in the future"),
        ("01/11/2026", "got '01/11/2026'"),
    ],
)
def test_a_state_that_never_was_does_not_replace_the_graph(
    cli, tmp_path: Path, day: str, told: str
) -> None:
    (tmp_path / "a.yaml").write_text(RECORD)
    assert cli("load", str(tmp_path / "a.yaml"), "--no-rebuild").exit_code == 0
    done = cli("rebuild", "--as-of", day)
    assert isinstance(done.exception, MomentError)
    assert told in str(done.exception)
    assert "belum menampilkannya" not in done.output


def test_an_article_that_comes_again_otherwise_is_named(cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Polda NTT menangkap dua tersangka di Kupang.")
    for day in ("2025-08-06", "2025-08-07"):
        done = cli("load", str(tmp_path / "a.txt"), "--published", day, "--no-rebuild")
    assert isinstance(done.exception, DocumentConflictError)
    assert "same particulars" in str(done.exception)


@pytest.mark.parametrize(
    ("language", "told"),
    [("id", "tidak dimuat; berkas lain dimuat"), ("en", "is not loaded; the other files are")],
)
def test_articles_beside_one_that_comes_again_otherwise_are_loaded(
    cli, tmp_path: Path, language: str, told: str
) -> None:
    text = "Polda NTT menangkap dua tersangka di Kupang.\n"
    (tmp_path / "a.txt").write_text(text)
    assert cli("load", str(tmp_path / "a.txt"), "--no-rebuild").exit_code == 0
    page = f"<html><head><title>Lain</title></head><body><p>{text}</p></body></html>"
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "b.txt").write_text("Imigrasi Entikong menunda keberangkatan 3 orang.")
    named = [str(tmp_path / name) for name in ("a.html", "b.txt")]
    done = cli("-l", language, "load", *named, "--no-rebuild", "--format", "json")
    assert done.exit_code == 2
    assert f"a.html {told}" in done.stderr
    assert [report["documents"] for report in json.loads(done.stdout)] == [1]


@pytest.mark.parametrize(("language", "told"), [("id", "0 keputusan"), ("en", "0 decisions")])
def test_a_backup_tells_what_it_holds_and_replaces_nothing_unasked(
    cli, tmp_path: Path, language: str, told: str
) -> None:
    file = tmp_path / "a.gz"
    done = cli("-l", language, "backup", str(file))
    assert f"{file}: " in done.stdout
    assert told in done.stdout
    assert "{" not in done.stdout
    file.write_bytes(b"mine")
    refused = cli("backup", str(file))
    assert isinstance(refused.exception, GraphError)
    assert "--replace" in str(refused.exception)
    assert file.read_bytes() == b"mine"
    counts = json.loads(cli("backup", str(file), "--replace", "-f", "json").stdout)
    assert counts["file"] == str(file)
    assert json.loads(cli("restore", str(file), "-f", "json").stdout) == counts
