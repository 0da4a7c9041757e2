"""How those whom a matter is about were kept to it, and since when."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-10-09")
CAUGHT = "Polisi menetapkan RD (40) sebagai tersangka perdagangan orang. RD merekrut korban. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paspor mereka ditahan majikan.", ["Paspor mereka ditahan majikan"]),
        ("Gaji para korban tidak dibayar.", ["Gaji para korban tidak dibayar"]),
        ("Korban tidak menerima gaji, dan dipukul.", ["tidak menerima gaji"]),
        ("Visa dan paspor korban dikuasai pelaku.", ["Visa dan paspor korban dikuasai pelaku"]),
    ],
)
def test_how_they_were_kept(text: str, words: list[str]) -> None:
    assert shown(read(CAUGHT + text), "TraffickingIncident", "description") == words


@pytest.mark.parametrize(
    "text",
    [
        "Paspor korban disita polisi.",
        "Upah tersangka belum dibayar.",
        "Korban dijanjikan paspornya tidak ditahan majikan.",
    ],
)
def test_what_is_no_hardship(text: str) -> None:
    assert shown(read(CAUGHT + text), "TraffickingIncident", "description") == []


def test_papers_kept_make_no_matter() -> None:
    assert shown(read("Paspor mereka ditahan majikan."), "TraffickingIncident", "description") == []


@pytest.mark.parametrize(
    "text",
    ["Sindikat itu beroperasi sejak tahun 2021.", "Tersangka merekrut korban sejak 2021."],
)
def test_since_when(text: str) -> None:
    assert shown(read(CAUGHT + text), "TraffickingIncident", "startDate") == ["2021"]


def test_since_when_police_looked() -> None:
    found = read(CAUGHT + "Tim melakukan penyelidikan sejak 2021 terhadap pelaku.")
    assert shown(found, "TraffickingIncident", "startDate") == []


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Para korban terjerumus dalam kerja paksa.", ["forced-labour"]),
        ("Korban mengalami eksploitasi di sana.", ["exploitation"]),
        ("Para korban dieksploitasi.", ["exploitation"]),
        ("Korban kerap rentan terhadap eksploitasi.", []),
    ],
)
def test_what_for(text: str, purpose: list[str]) -> None:
    assert shown(read(CAUGHT + text), "TraffickingIncident", "purpose") == purpose
