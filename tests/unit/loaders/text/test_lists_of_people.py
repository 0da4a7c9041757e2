"""Whom a list behind a count names: those who are counted, or those who stand beside them."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract


def stages(sentence: str) -> dict[str, str]:
    """Return the stage claimed of each person, by caption."""
    found = extract(f"Judul berita\n\n{sentence}\n", document=Metadata(published="2025-08-06"))
    captions = {entity.id: entity.caption for entity in found.entities}
    of = {c.subject: captions[c.value] for c in found.claims if c.property == "stageOf"}
    return {of[c.subject]: c.value for c in found.claims if c.property == "stage"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dua terdakwa hadir di ruang sidang Cakra, yakni Mulyono Saputra (41) dan Rina Lestari.",
        "Dua terdakwa dihadirkan di PN Batam, yaitu Mulyono Saputra dan Rina Lestari.",
        "Dua terdakwa menjalani sidang perdana, masing-masing Mulyono Saputra dan Rina Lestari.",
    ],
)
def test_as_many_as_are_counted_are_named(sentence):
    assert stages(sentence) == {"Mulyono Saputra": "defendant", "Rina Lestari": "defendant"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dua terdakwa hadir didampingi dua pengacara, yakni Mulyono Saputra dan Rina Lestari.",
        "Dua terdakwa menjalani sidang bersama keluarga, yakni Mulyono Saputra dan Rina Lestari.",
        "Dua tersangka diperiksa dua penyidik, yakni Mulyono Saputra dan Rina Lestari.",
        "Tersangka dibela dua advokat, yakni Mulyono Saputra dan Rina Lestari.",
        "Terdakwa dikawal petugas, yakni Mulyono Saputra dan Rina Lestari.",
    ],
)
def test_who_stands_beside_them_is_none_of_them(sentence):
    assert stages(sentence) == {}


def test_a_comma_may_part_the_defendant_from_the_name():
    assert stages("Terdakwa, Rina Lestari dihadapkan ke meja hijau.") == {
        "Rina Lestari": "defendant"
    }


def apprehended(text: str) -> list[str]:
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    captions = {entity.id: entity.caption for entity in found.entities}
    held = [captions[c.value] for c in found.claims if c.property == "apprehended"]
    return [one for one in held if not one[0].isdigit() and one[0].isupper()]


@pytest.mark.parametrize(
    "text",
    [
        "Polda Riau menangkap dua orang di Dumai. Kedua tekong yang diamankan, yaitu Rustam Efendi "
        "(28) dan Teguh Suwandi (33), kini diperiksa.",
        "Polda Riau meringkus dua orang. Keduanya yakni Rustam Efendi dan Teguh Suwandi.",
        "Polda Riau meringkus dua pelaku. Adapun kedua pelaku adalah Rustam Efendi (28) warga "
        "Dumai. Serta Teguh Suwandi (33) warga Rupat.",
    ],
)
def test_whom_an_arrest_concerns_may_be_told_later(text):
    assert apprehended(text) == ["Rustam Efendi", "Teguh Suwandi"]


@pytest.mark.parametrize(
    "text",
    [
        "Polda Riau menangkap dua orang. Kedua pengacara yang ditemui, yaitu Rustam Efendi (28) "
        "dan Teguh Suwandi (33), membantah.",
        "Polda Riau menangkap tiga orang. Keduanya yakni Rustam Efendi dan Teguh Suwandi.",
        "Polda Riau menangkap dua orang. Kedua anggota yang diamankan, yaitu Rustam Efendi dan "
        "Teguh Suwandi, mendapat penghargaan.",
    ],
)
def test_another_number_or_other_people_are_not_whom_it_concerns(text):
    assert apprehended(text) == []


def test_a_list_of_suspects_goes_on_in_the_next_sentence():
    text = (
        "Adapun ketiga tersangka itu adalah GH (54), LM (30) yang keduanya warga Jalan Merdeka. "
        "Serta KS (53) warga Kelurahan Tanjung Uban."
    )
    assert set(stages(text)) == {"GH", "LM", "KS"}
    other = "Polisi menetapkan dua tersangka, yakni GH (54) dan LM (30). Serta KS (53) diperiksa."
    assert stages(other) == {"GH": "suspect", "LM": "suspect", "KS": "questioned"}
    among = "Polisi menetapkan tiga tersangka di antaranya GH (54), LM (30) dan KS (53)."
    assert stages(among) == dict.fromkeys(("GH", "LM", "KS"), "suspect")
    officers = (
        "Ada 2 oknum aparat yang ditetapkan sebagai tersangka, yaitu oknum Polri berinisial GH "
    )
    assert set(stages(officers + "dan oknum imigrasi berinisial LM.")) == {"GH", "LM"}


def test_ages_in_years_stand_between_letters_and_verb():
    text = (
        "Dua orang pengemudi perahu berinisial GH (39 tahun) dan LM (31 tahun), ditetapkan sebagai "
        "tersangka."
    )
    assert stages(text) == {"GH": "suspect", "LM": "suspect"}


def test_of_several_arrests_the_one_of_so_many_is_meant():
    text = (
        "Polda Riau meringkus empat orang pada 3 Juli 2025. Polres Siak menangkap dua tersangka "
        "pada 5 Juli 2025. Kedua tersangka yang ditangkap berinisial LM dan DW."
    )
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    groups = {c.subject for c in found.claims if c.property == "groupSizeLower" and c.value == "2"}
    event = {c.subject for c in found.claims if c.property == "apprehended" and c.value in groups}
    held = {c.subject for c in found.claims if c.property == "apprehended" and "per:" in c.value}
    assert held == event
    assert apprehended(text) == ["LM", "DW"]
    assert apprehended(text.replace("empat", "dua")) == []


def test_suspects_split_by_sex_are_all_suspects():
    told = stages(
        "Dari 4 tersangka itu di antaranya 1 perempuan, yakni NR (28) dan 3 laki-laki dengan "
        "inisial SY (44), AB (38), dan FK (35)."
    )
    assert told == dict.fromkeys(("NR", "SY", "AB", "FK"), "suspect")


def test_letters_fewer_than_those_counted_stage_nobody():
    told = stages("Dari 5 tersangka itu 2 perempuan, yakni NR (28), dan 3 laki-laki, yakni SY.")
    assert "SY" not in told
