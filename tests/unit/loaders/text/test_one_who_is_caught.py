"""What the one person caught is called later, and from where people were brought out."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-03-19")

CAUGHT = "Tim Siber Polda Bali menangkap I Wayan S alias Yan Kapal (35) di Denpasar. "
TOLD = "Direktur Reserse Siber Polda Bali AKBP Ranefli Chandra menuturkan hal itu. "


def test_he_is_the_suspect_of_later_sentences() -> None:
    found = read(CAUGHT + TOLD + "Tersangka dijerat Pasal 378 KUHP.")
    assert shown(found, "Arrest", "apprehended") == ["I Wayan S"]
    assert shown(found, "LegalStage", "stage") == ["suspect"]
    assert shown(found, "LegalStage", "stageArticle") == ["Pasal 378"]


@pytest.mark.parametrize(
    "other",
    [
        "Made Sudarma melapor ke polisi. ",
        "Kakaknya, KD (40), membantu. ",
        "Polisi juga menangkap KD (40). ",
        "Dua tersangka lain buron. ",
    ],
)
def test_he_need_not_be_where_others_are_told_of(other: str) -> None:
    found = read(CAUGHT + other + "Tersangka dijerat Pasal 378 KUHP.")
    assert "suspect" not in shown(found, "LegalStage", "stage")


LEAD = (
    "Subdit Renakta Ditreskrimum Polda Metro Jaya membongkar penampungan di sebuah apartemen di "
    "Kalibata, Jakarta Selatan. "
)


def test_people_brought_out_of_there() -> None:
    found = read(LEAD + "Tiga belas perempuan asal Lombok dievakuasi dari lokasi.")
    assert shown(found, "Rescue", "conductedBy") == ["Subdit Renakta Ditreskrimum Polda Metro Jaya"]
    assert shown(found, "Rescue", "occurredAt")[0] == "Kalibata"


@pytest.mark.parametrize(
    "text",
    [
        "Tiga belas perempuan dievakuasi dari lokasi lain.",
        "Tiga belas perempuan dievakuasi dari lokasi banjir di Bekasi Timur.",
    ],
)
def test_people_brought_out_of_elsewhere(text: str) -> None:
    assert "Kalibata" not in shown(read(LEAD + text), "Rescue", "occurredAt")


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("MH dan SNH kini menghuni Rutan Polda Metro Jaya.", ["detained", "detained"]),
        ("MH dan SNH menghuni rumah kontrakan.", []),
        ("Keduanya disangka melanggar Pasal 4 UU Nomor 21 Tahun 2007.", ["suspect", "suspect"]),
        ("Ketiganya disangka melanggar Pasal 4 UU Nomor 21 Tahun 2007.", []),
        ("Keduanya belum disangka.", []),
    ],
)
def test_held_and_charged_in_other_words(text: str, stages: list[str]) -> None:
    found = read("Pasangan berinisial MH (49) dan SNH (44) diperiksa polisi. " + text)
    told = [one for one in shown(found, "LegalStage", "stage") if one != "questioned"]
    assert told == stages


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Hakim memvonis dua anak buahnya: Orpa Tefna selama tiga tahun dan Jibril Boima dua tahun "
         "enam bulan.", ["36", "30"]),
        ("Hakim menghukum Orpa Tefna tiga tahun penjara, sedangkan Jibril Boima dua tahun.",
         ["36", "24"]),
        ("Orpa Tefna bekerja tiga tahun dan Jibril Boima dua tahun di sana.", []),
        ("Jaksa menuntut Orpa Tefna tiga tahun dan Jibril Boima dua tahun penjara.", []),
    ],
)  # fmt: skip
def test_two_names_each_with_a_term(text: str, terms: list[str]) -> None:
    assert shown(read(text), "Verdict", "sentenceMonths") == terms


@pytest.mark.parametrize(
    ("text", "raids"),
    [
        ("Polres Bekasi mendatangi sebuah rumah di Bekasi, Minggu (2/3/2025). Di lokasi ditemukan "
         "21 perempuan.", 1),
        ("Polres Bekasi mendatangi rumah korban di Bekasi, Minggu (2/3/2025). Keluarga menangis.",
         0),
        ("Keluarga mendatangi sebuah rumah di Bekasi. Di lokasi ditemukan 21 perempuan.", 0),
    ],
)  # fmt: skip
def test_officers_who_came_and_found(text: str, raids: int) -> None:
    assert len([e for e in read(text).entities if e.cls == "Raid"]) == raids


@pytest.mark.parametrize(
    ("text", "offerer"),
    [
        ("Mereka dijanjikan kerja di kebun sawit oleh Mesak Nitba.", ["Mesak Nitba"]),
        ("Mereka ditawari posisi pelayan di Johor oleh seorang calo bernama Mesak Nitba.",
         ["Mesak Nitba"]),
        ("Mereka tidak dijanjikan kerja oleh Mesak Nitba.", []),
    ],
)  # fmt: skip
def test_who_promised_behind_the_passive(text: str, offerer: list[str]) -> None:
    assert shown(read(text), "JobOffer", "offeredBy") == offerer


def test_a_bus_with_victims_was_stopped() -> None:
    found = read(
        "Polsek Amanuban Selatan mencegat sebuah bus yang ditumpangi para korban, Senin (3/3/2025)."
    )
    assert shown(found, "Interception", "conductedBy") == ["Polsek Amanuban Selatan"]


def test_whom_officers_led_away_and_whom_they_declared_sought() -> None:
    found = read(
        "Polres Subang menggeledah kantor itu, Selasa (4/3/2025). Dua pengurusnya, TS (42) dan RM "
        "(36), langsung digelandang ke Mapolres. Keduanya mendekam di sel sejak Rabu."
    )
    assert shown(found, "Arrest", "apprehended") == ["TS", "RM"]
    assert shown(found, "LegalStage", "stage") == ["detained", "detained"]
    quoted = read(
        '"Satu lagi, warga bernama Park Ji Hun, kami tetapkan sebagai buronan," kata Kapolres '
        "Subang AKBP Ariek Indra."
    )
    assert shown(quoted, "LegalStage", "stage") == ["wanted"]
