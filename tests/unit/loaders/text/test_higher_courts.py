"""Rulings of higher courts, verdicts of other courts beside them, and what two judged share."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader, shown

read = reader("2026-02-11")

UPSHOT = "Upaya Yosafat Manek alias Jhoni (47) kandas. "


def verdicts(found: Extraction) -> list[dict[str, str]]:
    """Return what is told of each verdict, courts by caption."""
    captions = {entity.id: entity.caption for entity in found.entities}
    return [
        {c.property: captions.get(c.value, c.value) for c in found.claims if c.subject == entity.id}
        for entity in found.entities
        if entity.cls == "Verdict"
    ]


def test_the_chain_of_courts() -> None:
    made = verdicts(
        read(
            UPSHOT + "Mahkamah Agung menolak kasasi yang diajukan mantan direktur itu. "
            "Perkara itu diketok majelis pada 29 Januari 2026.\n\n"
            "Dengan putusan itu, Jhoni tetap menjalani hukuman 8 tahun penjara dan denda Rp 200 "
            "juta subsider 4 bulan kurungan, seperti yang dijatuhkan Pengadilan Tinggi Kupang pada "
            "Oktober 2025. Hukuman itu lebih berat dari vonis Pengadilan Negeri Kupang, yakni 6 "
            "tahun penjara."
        )
    )
    by_court = {one["court"]: one for one in made}
    supreme, appeal, first = (
        by_court[name]
        for name in (
            "Mahkamah Agung Republik Indonesia",
            "Pengadilan Tinggi Kupang",
            "Pengadilan Negeri Kupang",
        )
    )
    assert (supreme["date"], supreme["sentenceMonths"]) == ("2026-01-29", "96")
    assert (appeal["date"], appeal["sentenceMonths"]) == ("2025-10", "96")
    assert appeal["fineIdr"] == "200000000"
    assert (first["sentenceMonths"], "date" in first) == ("72", False)


@pytest.mark.parametrize(
    "text",
    [
        "Mahkamah Agung belum menolak kasasi Yosafat Manek.",
        "Jaksa meminta Mahkamah Agung menolak kasasi Yosafat Manek.",
        "Permohonan kasasi Yosafat Manek belum diputus Mahkamah Agung.",
        "PT Bina Karya menolak putusan atas Yosafat Manek.",
    ],
)
def test_nothing_was_ruled(text: str) -> None:
    assert verdicts(read(UPSHOT + text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vonis itu lebih ringan dari tuntutan jaksa, yakni 6 tahun penjara.",
        "Vonis itu lebih berat dari putusan PN Kupang selama enam bulan.",
        "Salinan putusan diterima Kejari Kupang, Kamis (5/2/2026).",
        "Putusan itu dilansir situs pengadilan, Rabu (11/2/2026).",
    ],
)
def test_what_is_of_no_verdict(text: str) -> None:
    told = verdicts(read("Yosafat Manek (47) divonis 4 tahun penjara oleh PN Kupang. " + text))
    assert [(one["sentenceMonths"], "date" in one) for one in told] == [("48", False)]


JUDGED = (
    "Majelis hakim PN Batam menghukum Hendro Siswo alias Een (41) 7 tahun penjara. Rekannya, Nur "
    "Lela Saragi (36), {verb}.\n\n"
)


@pytest.mark.parametrize(
    "verb", ["diganjar lebih ringan, yakni 4 tahun", "diganjar 4 tahun", "dihukum 4 tahun"]
)
def test_a_term_needs_no_word_for_prison(verb: str) -> None:
    assert shown(read(JUDGED.format(verb=verb)), "Verdict", "sentenceMonths") == ["84", "48"]


@pytest.mark.parametrize(
    ("text", "fines"),
    [
        ("Selain hukuman badan, Hendro wajib membayar denda Rp 200 juta.", ["200000000", ""]),
        ("Hendro juga diwajibkan membayar denda Rp 200 juta.", ["200000000", ""]),
        ("Keduanya juga wajib membayar denda Rp 100 juta.", ["100000000", "100000000"]),
        ("Jaksa meminta Hendro membayar denda Rp 200 juta.", ["", ""]),
    ],
)
def test_fines_in_other_words(text: str, fines: list[str]) -> None:
    found = read(JUDGED.format(verb="dihukum 4 tahun penjara") + text)
    assert [one.get("fineIdr", "") for one in verdicts(found)] == fines


def test_the_session_is_that_of_both() -> None:
    found = read(
        JUDGED.format(verb="dihukum 4 tahun penjara")
        + "Putusan itu dibacakan ketua majelis hakim Yohan Tarigan dalam sidang di Ruang Kusuma, "
        "Rabu (4/2/2026) sore. Perbuatan keduanya memenuhi unsur Pasal 4 UU Nomor 21 Tahun 2007."
    )
    assert shown(found, "Verdict", "date") == ["2026-02-04", "2026-02-04"]
    assert shown(found, "Verdict", "chargedUnder") == ["Pasal 4", "Pasal 4"]
    assert "Een" in shown(found, "Person", "alias")


def test_each_court_keeps_its_own() -> None:
    made = verdicts(
        read(
            "Mahkamah Agung memperberat hukuman mantan anggota DPRD Kabupaten Malaka, Agus Nahaka, "
            "menjadi sembilan tahun penjara. Putusan nomor 4421 K/Pid.Sus/2025 itu diucapkan pada "
            "Senin, 8 September 2025.\n\nSebelumnya, Pengadilan Negeri Atambua menjatuhkan vonis "
            "enam tahun penjara kepada Agus pada 3 Februari 2025. Di tingkat banding, Pengadilan "
            "Tinggi Kupang memangkasnya menjadi lima tahun.\n\nSelain pidana badan, Mahkamah Agung "
            "menghukum Agus membayar denda Rp 300 juta dan restitusi Rp 187 juta."
        )
    )
    told = {one["court"]: one for one in made}
    supreme = told["Mahkamah Agung Republik Indonesia"]
    assert (supreme["sentenceMonths"], supreme["date"]) == ("108", "2025-09-08")
    assert (supreme["fineIdr"], supreme["restitutionIdr"]) == ("300000000", "187000000")
    first = told["Pengadilan Negeri Atambua"]
    assert (first["sentenceMonths"], first["date"]) == ("72", "2025-02-03")
    assert "fineIdr" not in first
    assert told["Pengadilan Tinggi Kupang"]["sentenceMonths"] == "60"
