"""Where a file that was asked for cannot be written, every command says so in one way."""

from __future__ import annotations

import pytest

from ontology.errors import LacakError

REGISTRY = "id,name\n1,Siti Aminah\n2,Budi Hartono\n"


@pytest.fixture
def closed(tmp_path):
    """Names under which no file can be written: a folder, and what lies below a file."""
    (tmp_path / "file").touch()
    for ending in (".html", ".svg", ".ttl", ".json", ".csv", ".gz", ""):
        (tmp_path / f"folder{ending}").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        (("view", "ego", "org:kp2mi", "--out"), ".html"),
        (("view", "partnership", "--out"), ".html"),
        (("view", "map", "--out"), ".svg"),
        (("view", "timeline", "org:kp2mi", "--out"), ".svg"),
        (("export", "--around", "org:kp2mi", "--out"), ".ttl"),
        (("audit", "head", "--out"), ".json"),
        (("registry", "REGISTRY", "--out"), ".csv"),
        (("backup",), ".gz"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
@pytest.mark.parametrize("kind", ["folder", "file/below"])
def test_a_file_that_cannot_be_written_is_named(cli, closed, arguments, ending, kind):
    (closed / "r.csv").write_text(REGISTRY)
    given = [str(closed / "r.csv") if a == "REGISTRY" else a for a in arguments]
    with pytest.raises(LacakError, match="cannot be written"):
        cli(*given, str(closed / f"{kind}{ending}"))


def test_a_pack_that_cannot_be_written_is_named(cli, closed):
    with pytest.raises(LacakError, match="cannot be written"):
        cli("report", "org:kp2mi", "--out", str(closed / "file"))


def test_folders_that_lead_to_a_file_are_made(cli, closed):
    assert cli("audit", "head", "--out", str(closed / "a" / "b" / "head.json")).exit_code == 0
    assert (closed / "a" / "b" / "head.json").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--from", "2026-12-01", "--to", "2026-11-01"), "--from"),
        (("--who", "nobody of that name"), "nobody of that name"),
        (("--from", "1/12/2026"), "YYYY-MM-DD"),
    ],
)
def test_a_period_or_a_name_that_the_log_cannot_have_is_no_empty_answer(cli, given, told):
    with pytest.raises(LacakError, match=told):
        cli("audit", "report", *given)
