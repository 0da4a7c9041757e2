"""What `lacak extract` prints for people: a block per thing, in the order of the text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.main import app

TEXT = """Polda NTT Tangkap Tersangka

Polda NTT menangkap AH (45), tersangka TPPO, di Kota Kupang, Senin (4/8). "Ia menerima Rp 7,5 juta
dari korban," kata Kapolda NTT Irjen Pol Budi Santoso.
"""


def printed(folder: Path, *options: str, language: str = "en", text: str = TEXT) -> str:
    article = folder / "a.txt"
    article.write_text(text, "utf-8")
    published = [] if text != TEXT else ["--published", "2025-08-06"]
    asked = ["extract", str(article), *published, *options]
    found = CliRunner().invoke(
        app, asked, env={"LACAK_LANGUAGE": language, "COLUMNS": "400"}, catch_exceptions=False
    )
    assert found.exit_code == 0
    return found.stdout


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Arrest", "conducted by", "2025-08-04", "“Senin (4/8)”", "Only named"]),
        ("id", ["Penangkapan", "dilakukan oleh", "2025-08-04", "“Senin (4/8)”", "Disebut saja"]),
    ],
)
def test_things_are_told_with_their_words_in_either_language(
    language: str, told: list[str], tmp_path: Path
) -> None:
    text = printed(tmp_path, language=language)
    assert [word for word in told if word not in text] == []
    # The arrest is told before what the chief of police says of it.
    assert text.index("2025-08-04") < text.index("Budi Santoso")


def test_how_and_by_whom_a_thing_is_said_stands_beside_it(tmp_path: Path) -> None:
    text = " ".join(printed(tmp_path).split())
    assert "(quoted) says Budi Santoso" in text


def test_programs_get_rows_as_before(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(tmp_path, "--format", "csv"))))
    assert {"subject", "property", "value", "modality", "confidence", "quote"} == set(rows[0])
    assert any(row["property"] == "date" and row["value"] == "2025-08-04" for row in rows)


@pytest.mark.parametrize(
    "line",
    ["Rabu, 6 Agustus 2025 19:12 WIB", "Contoh.com, 6 Agustus 2025, 16:20 WIB", "06/08/2025 19:12"],
)
def test_the_day_of_publication_may_stand_above_the_text(line: str, tmp_path: Path) -> None:
    text = printed(tmp_path, text=TEXT.replace("\n\n", f"\n\n{line}\n\n", 1))
    assert "2025-08-06" in text
    assert "2025-08-04" in text


def test_an_unknown_day_of_publication_is_asked_for(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    found = CliRunner().invoke(app, ["extract", str(article)], env={"LACAK_LANGUAGE": "en"})
    assert "--published 2025-08-06" in found.stderr
    assert "2025-08-04" not in found.stdout


def test_drafts_are_listed_in_words_without_what_goes_with_them(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    env = {"LACAK_LANGUAGE": "en", "LACAK_HOME": str(tmp_path / "home"), "COLUMNS": "300"}
    run = CliRunner()
    loaded = run.invoke(app, ["load", str(article), "--published", "2025-08-06"], env=env)
    assert loaded.exit_code == 0
    assert "wait as drafts, and are not in the graph yet. Decide: `lacak review`." in loaded.stderr
    again = run.invoke(app, ["load", str(article), "--published", "2025-08-06"], env=env)
    assert "drafts" not in again.stderr
    listed = run.invoke(app, ["review"], env=env)
    assert "AH · age · 45" in listed.stdout
    assert "Kepolisian Daerah Nusa Tenggara Timur" not in listed.stdout
    assert "· conducted by · Polda NTT" in listed.stdout
    assert "AH · is · Person" not in listed.stdout
    assert "lacak review accept" in listed.stderr
