"""An article cut anywhere is read: a line may end with a rank, a bracket, half a name."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract

ARTICLES = sorted(Path(__file__).parent.parent.joinpath("golden/text/articles").glob("*.txt"))
CUTS = 4


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_cut_article_is_read(path):
    chance = random.Random(path.stem)
    words = re.findall(r"\S+\s*", path.read_text(encoding="utf-8"))
    for _ in range(CUTS):
        start = chance.randrange(len(words))
        text = "".join(words[start : start + chance.randrange(1, 60)])
        for claim in extract(text, document=Metadata(published="2025-10-10")).claims:
            assert text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize("end", ["AKP", "Kombes Pol", "Kasat Reskrim, AKP", "H.", "Desa", "AH (4"])
def test_a_line_may_end_where_a_name_would_begin(end):
    text = f"Polres Malang menangkap AM (45) di Kepanjen, kata {end}\n\nDi Kepanjen, {end}"
    assert extract(text, document=Metadata(published="2025-10-10")).entities


ROWS = [
    "AH (45), ", "Budi Santoso dan ", "PT Maju Jaya, ", "Polres Malang dan ", "di Kupang, ",
    "5 orang, ",
    "6 Agustus 2025, ", "dituntut 5 tahun, ", "enam paspor, ", "Pasal 4 jo ", "rute Medan-Batam-",
    "   ",
]  # fmt: skip


@pytest.mark.parametrize("unit", ROWS)
@pytest.mark.parametrize("end", ["ditangkap.", "mengatakan hal itu.", ""])
def test_rows_of_hundreds_are_read(unit, end):
    # A pattern with two ways to read what stands between would try all of them, and never end.
    text = f"Polisi menahan {unit * 200}{end}"
    assert len(extract(text, document=Metadata(published="2025-10-10")).mentions) < len(text)
