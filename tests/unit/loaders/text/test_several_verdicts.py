"""Verdicts and demands on several people: shorter clauses, one fine for all, who is asked for."""

from __future__ import annotations

import pytest

from tests.extractions import reader

TRIAL = "Pengadilan Negeri Maumere memvonis Anton Wangge enam tahun penjara, Kamis (31/7/2025)."


read = reader("2025-08-06")


def of_verdicts(text: str, prop: str) -> dict[str, str]:
    """Return a property of each verdict by defendant."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    ruled = {entity.id for entity in found.entities if entity.cls == "Verdict"}
    claims = [c for c in found.claims if c.property == "defendant" and c.subject in ruled]
    who = {c.subject: captions[c.value] for c in claims}
    told = [c for c in found.claims if c.property == prop and c.subject in who]
    return {who[c.subject]: c.value for c in told}


@pytest.mark.parametrize(
    "clause",
    [
        "sedangkan rekannya, Yosefina Bria (36), diganjar empat tahun enam bulan",
        "sementara Yosefina Bria empat tahun enam bulan penjara",
        "lalu terdakwa Yosefina Bria dihukum penjara empat tahun enam bulan",
    ],
)
def test_a_shorter_clause_is_a_verdict_of_its_own(clause: str) -> None:
    text = f"PN Maumere menghukum Anton Wangge (41) enam tahun penjara, {clause}."
    assert of_verdicts(text, "sentenceMonths") == {"Anton Wangge": "72", "Yosefina Bria": "54"}


@pytest.mark.parametrize(
    "clause",
    [
        "Yosefina Bria sudah empat tahun enam bulan bekerja di sana",
        "sedangkan Yosefina Bria diganjar enam bulan kurungan",
        "sedangkan jaksa menuntut Yosefina Bria empat tahun penjara",
    ],
)
def test_time_that_nobody_was_sentenced_to(clause: str) -> None:
    text = f"PN Maumere menghukum Anton Wangge (41) enam tahun penjara, {clause}."
    assert of_verdicts(text, "sentenceMonths") == {"Anton Wangge": "72"}


def test_one_fine_for_all_or_the_same_fine() -> None:
    both = (
        "PN Maumere menghukum Anton Wangge enam tahun penjara, sedangkan Yosefina Bria empat tahun "
        "penjara. Keduanya juga diwajibkan membayar denda masing-masing Rp200 juta."
    )
    expected = {"Anton Wangge": "200000000", "Yosefina Bria": "200000000"}
    assert of_verdicts(both, "fineIdr") == expected
    assert of_verdicts(both.replace("Keduanya", "Ketiganya"), "fineIdr") == {}
    same = (
        "PN Maumere menghukum terdakwa Anton Wangge enam tahun penjara dan denda Rp200 juta. "
        "Terdakwa Yosefina Bria mendapat vonis empat tahun penjara dengan denda yang sama."
    )
    assert of_verdicts(same, "fineIdr") == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            f"{TRIAL} Jaksa menuntut Anton delapan tahun penjara dan Yosefina Bria enam tahun "
            "penjara.",
            {"Anton Wangge", "Yosefina Bria"},
        ),
        (f"{TRIAL} Jaksa akan menuntut Yosefina Bria enam tahun penjara.", set()),
        (f"{TRIAL} Keluarga menuntut Yosefina Bria Rp6 juta.", set()),
    ],
)
def test_whom_prosecutors_ask_a_term_for_is_a_defendant(text: str, names: set[str]) -> None:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    stages = [c for c in found.claims if c.property == "stageOf"]
    assert {captions[c.value] for c in stages if c.subject.endswith("-defendant")} == names


def articles(text: str) -> dict[str, int]:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    of = {c.subject: captions[c.value] for c in found.claims if c.property == "stageOf"}
    told = [of[c.subject] for c in found.claims if c.property == "stageArticle"]
    return {name: told.count(name) for name in told}


def test_articles_charged_to_all_suspects_of_a_list() -> None:
    text = (
        "Dua orang ditetapkan sebagai tersangka, masing-masing SW (47) selaku direktur dan NK (33)."
    )
    law = "dijerat Pasal 4 juncto Pasal 10 Undang-Undang Nomor 21 Tahun 2007."
    assert articles(f"{text} Kedua tersangka {law}") == {"SW": 2, "NK": 2}
    assert articles(f"{text} Keduanya {law}") == {"SW": 2, "NK": 2}
    assert articles(f"{text} Ketiganya {law}") == {}
    assert articles(f"{text} Tersangka lain {law}") == {}


def test_defendants_whom_the_next_sentence_names() -> None:
    text = (
        "Jaksa membacakan tuntutan terhadap dua orang terdakwa. Keduanya ialah Anton Wangge (52), "
        "mandor sebuah kebun; dan Yosefina Bria (44), pemilik rumah."
    )
    found = read(text)
    assert len([c for c in found.claims if c.value == "defendant"]) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Pasangan suami istri Heru Pranoto (43) dan Lilik Mufidah (39), bersama adik iparnya "
            "Syaiful Rijal (31), menjalani sidang perdana di Pengadilan Negeri Jember.",
            {"Heru Pranoto", "Lilik Mufidah", "Syaiful Rijal"},
        ),
        ("Jaksa mendakwa Heru Pranoto dengan Pasal 4 UU Nomor 21 Tahun 2007.", {"Heru Pranoto"}),
        ("Heru Pranoto menjalani sidang perdana kode etik.", set()),
        ("Heru Pranoto menghadiri sidang perdana terdakwa.", set()),
    ],
)
def test_who_stands_trial_is_a_defendant(text: str, names: set[str]) -> None:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    stages = [c for c in found.claims if c.property == "stageOf"]
    assert {captions[c.value] for c in stages if c.subject.endswith("-defendant")} == names


def test_articles_with_which_prosecutors_charge_all() -> None:
    text = (
        "Heru Pranoto (43) dan Lilik Mufidah (39) menjalani sidang perdana di Pengadilan Negeri "
        "Jember. Jaksa mendakwa keduanya dengan Pasal 4 juncto Pasal 48 UU Nomor 21 Tahun 2007."
    )
    assert articles(text) == {"Heru Pranoto": 2, "Lilik Mufidah": 2}
    assert articles(text.replace("keduanya", "ketiganya")) == {}


def test_restitution_is_of_whom_it_is_laid_on() -> None:
    found = read(
        "Majelis hakim PN Batam menghukum Ruslan Effendi enam tahun penjara. Mariana "
        "Tobing divonis empat tahun penjara. Majelis juga membebankan restitusi Rp84 juta kepada "
        "Ruslan."
    )
    told = {
        c.subject.rpartition("verdict-")[2] for c in found.claims if c.property == "restitutionIdr"
    }
    assert told == {"ruslan-effendi"}


def test_whom_the_paragraph_before_tried() -> None:
    found = read(
        "Yakobus Nome tertunduk saat Majelis Hakim Pengadilan Negeri Soe membacakan "
        "putusan atas dirinya.\n\nIa dinyatakan bersalah merekrut empat perempuan. Majelis "
        "menghukumnya dengan pidana penjara selama 5 tahun."
    )
    told = {c.property: c.value for c in found.claims if c.subject.startswith("evt:")}
    assert told["sentenceMonths"] == "60"
