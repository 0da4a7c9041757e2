"""Forms of court and police reports: shared gains, bare ages, groups judged, names withheld."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-06-10")


@pytest.mark.parametrize(
    ("text", "payees"),
    [
        ("Polisi menetapkan dua tersangka, BR (41) dan KM (39). Kedua tersangka mendapat upah "
         "Rp 2 juta per orang.", ["BR", "KM"]),
        ("Polisi menangkap delapan tersangka. Para tersangka antara lain HB (42) dan MZ (35). "
         "Para pelaku memungut Rp 3 juta dari setiap korban.", ["delapan tersangka"]),
        ("Polisi menahan HB (42). Pelaku diiming-imingi mendapat Rp 100 ribu dari setiap korban.",
         []),
        ("Polisi menahan HB (42). HB dapat upah setelah tiga orang PMI ini dikirim ke Malaysia.",
         []),
    ],
)  # fmt: skip
def test_who_gains(text: str, payees: list[str]) -> None:
    assert shown(read(text), "Payment", "payee") == payees


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Polisi menangkap pasangan suami istri TS, 52, dan YW, 50.", ["52", "50"]),
        ("Polisi menangkap Sutri Yono, 45, dan Murdi Hoji, 54, di Tegal.", ["45", "54"]),
        ("Pelaku yang diamankan berinisial DK (55 Tahun).", ["55"]),
        ("Pelatihan diikuti pelajar SMP, 20, dan SMA, 14.", []),
    ],
)
def test_bare_ages(text: str, ages: list[str]) -> None:
    assert shown(read(text), "Person", "age") == ages


def test_a_group_is_judged_where_nobody_is_named() -> None:
    found = read(
        "Majelis hakim PN Demak menjatuhkan hukuman penjara masing-masing selama 2 tahun 6 bulan "
        "untuk keempat terdakwa."
    )
    assert shown(found, "Verdict", "sentenceMonths") == ["30"]
    assert shown(found, "Verdict", "defendant") == ["empat terdakwa"]


def test_those_named_later_are_judged_by_name_alone() -> None:
    found = read(
        "Majelis hakim PN Demak menjatuhkan hukuman 2 tahun penjara kepada dua terdakwa. Terdakwa "
        "Rusli Haran dan Minar Sali divonis 2 tahun penjara."
    )
    assert "dua terdakwa" not in shown(found, "Verdict", "defendant")


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Polisi sudah menetapkan tiga orang sebagai tersangka, inisial CR, AW dan YH.",
         ["suspect", "suspect", "suspect"]),
        ("Kedua pelaku berinisial KU (42) asal Brebes dan NU (41) asal Tegal kini ditahan.",
         ["detained", "detained"]),
        ("Darmo Kasim adalah terdakwa dalam kasus tersebut.", ["defendant"]),
        ("Korban kecewa usai PN Demak membebaskan terdakwa Andri Wijan, Selasa (3/6).",
         ["defendant", "acquitted"]),
        ("Tersangka HB (40) ditahan. Pelaku yang diburu memakai nomor asing.",
         ["suspect", "detained"]),
    ],
)  # fmt: skip
def test_stages(text: str, stages: list[str]) -> None:
    assert shown(read(text), "LegalStage", "stage") == stages


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Terdakwa dijerat Pasal 4 Undang – Undang Republik Indonesia Nomor 21 Tahun 2007.",
         "21/2007"),
        ("Pelaku dijerat Pasal 81 Undang-Undang (UU) RI No 18 Tahun 2017.", "18/2017"),
    ],
)  # fmt: skip
def test_laws_as_they_are_typed(text: str, number: str) -> None:
    assert shown(read(text), "Regulation", "number") == [number]


def test_who_tells_of_victims_is_none() -> None:
    found = read("“Dua korban yakni AM dan EK pulang sendiri,” ujar Kombes Dwi Subani di Semarang.")
    assert shown(found, "Person", "name") == ["Dwi Subani"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Polda Kaltara menerbitkan surat DPO untuk 12 orang terduga pelaku.", "wanted-persons"),
        ("Tersangka sebanyak 22 orang.", "suspects-named"),
    ],
)
def test_measures_of_suspects(text: str, measure: str) -> None:
    assert shown(read(text), "Count", "measure") == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "Petugas sulit mengenali korban TPPO yang berangkat seorang diri.",
        "Pelaku mendapat fee dari satu orang CPMI sebesar Rp 3 juta.",
    ],
)
def test_nobody_is_counted(text: str) -> None:
    assert shown(read(text), "Count", "countLower") == []


def test_the_place_of_a_part_is_not_that_of_the_whole() -> None:
    found = read("Dari 46 tersangka, satu orang merupakan mantan kepala desa di Kota Magelang.")
    assert shown(found, "Count", "area") == []


def test_what_migrants_carry_is_no_means() -> None:
    found = read(
        "Polisi menangkap RD (41) dalam kasus TPPO. Para pekerja migran ini memakai paspor palsu."
    )
    assert shown(found, "TraffickingIncident", "means") == []


@pytest.mark.parametrize(
    "text",
    [
        "Para pekerja migran ini menyalahi aturan. Mereka melanggar Pasal 5 dan 13.",
        "Enam dari delapan berkas kasus yang diperiksa jaksa dikembalikan ke Polda.",
    ],
)
def test_workers_are_charged_with_nothing_and_files_are_no_people(text: str) -> None:
    found = read(text)
    assert shown(found, "Case", "chargedUnder") == []
    assert shown(found, "Count", "countLower") == []


def test_letters_of_a_group_name_nobody() -> None:
    assert shown(read("ICXR memandang bahwa putusan itu keliru."), "Person", "name") == []
