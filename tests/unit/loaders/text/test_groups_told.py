"""Numbers of people in the many ways of telling: splits, rows, sums, comparisons, shares."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def read(text: str) -> Extraction:
    return extract(text, document=Metadata(published="2025-08-20"))


def counts(found: Extraction) -> dict[str, dict[str, set[str]]]:
    """Every count by its number, with what is claimed of it."""
    captions = {e.id: e.caption for e in found.entities}
    ids = [e.id for e in found.entities if e.cls == "Count"]
    made: dict[str, dict[str, set[str]]] = {}
    for id_ in ids:
        own: dict[str, set[str]] = {}
        for claim in found.claims:
            if claim.subject == id_:
                value = captions.get(claim.value, claim.value)
                own.setdefault(claim.property, set()).add(value)
        size = own.get("countLower", own.get("countUpper", {"?"}))
        for number in size:
            made.setdefault(number, {}).update(own)
    return made


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Kapal itu membawa 44 deportan. Rinciannya, laki-laki dewasa 30 orang, perempuan "
            "dewasa 9 orang, dan anak-anak 5 orang.",
            {"44", "30", "9", "5"},
        ),
        (
            "Sedikitnya 37 calon pekerja migran ditemukan di ruko itu. Sebanyak 20 berasal dari "
            "Jawa Timur, 12 dari Lampung, dan lima sisanya warga Banten.",
            {"37", "20", "12", "5"},
        ),
        (
            "Dari penggerebekan itu didapati 19 orang korban. Terbanyak datang dari Kabupaten "
            "Sikka (11 orang), kemudian Ende (5), dan Nagekeo (3).",
            {"19", "11", "5", "3"},
        ),
        (
            "Dari 18 perempuan yang ditampung di sana, empat masih di bawah umur dan seorang "
            "sedang hamil.",
            {"18", "4", "1"},
        ),
        ("Setelah dihitung, jumlah mereka 52. Perempuan dewasa 14, sisanya laki-laki.",
         {"52", "14"}),
        (
            "Realisasi penempatan triwulan I 2025 menurut provinsi asal: Jawa Tengah 12.301; "
            "Lampung 5.204; Bali 1.190.",
            {"12301", "5204", "1190"},
        ),
        (
            "Kasus PMI meninggal asal Kabupaten Sikka: tahun 2022 tujuh orang, 2023 sebelas "
            "orang, 2024 delapan orang.",
            {"7", "11", "8"},
        ),
        ("Dua dari sembilan korban merupakan warga Sragen.", {"2", "9"}),
        (
            "Kapal itu memuat 30 penumpang. Yang selamat 21, tewas 6, hilang 3.",
            {"30", "21", "6", "3"},
        ),
        (
            "Kepala desa mengatakan 214 dari 2.600 penduduknya bekerja di luar negeri.",
            {"214", "2600"},
        ),
    ],
)  # fmt: skip
def test_every_number_of_a_row_is_told(text: str, numbers: set[str]) -> None:
    assert set(counts(read(text))) == numbers


@pytest.mark.parametrize(
    ("text", "number", "prop", "value"),
    [
        ("Pemprov memulangkan 17 korban. Sembilan perempuan, selebihnya laki-laki. Semuanya dari "
         "Kabupaten Subang.", "17", "origin", "Kabupaten Subang"),
        ("Sebanyak 23 orang dikirim balik dari Sabah, Rabu (6/8/2025).", "23", "measure",
         "persons-deported"),
        ("Dari 26 orang yang ditolong, dua sedang hamil.", "2", "measure", "pregnancies"),
        ("Dari 26 orang yang ditolong, tiga belum ditemukan.", "3", "measure", "persons-missing"),
        ("Penempatan pekerja migran pada Maret 2025 sebanyak 24.311, turun dari 26.020 pada "
         "Februari 2025.", "26020", "window", "2025-02"),
        ("Dinas Tenaga Kerja Kabupaten Kediri mencatat jumlah PMI berangkat. Tahun 2022: 3.120 "
         "orang; tahun 2023: 3.904 orang.", "3904", "window", "2023"),
        ("Kepala BP3MI NTT menyebutkan hanya empat dari 61 jenazah itu berangkat resmi.", "61",
         "countUnit", "persons"),
        ("Sampai 30 Juni 2025, menurut catatan BP3MI Banten, 918 PMI pulang karena sakit.", "918",
         "claimant", "BP3MI Banten"),
        ("Hong Kong menjadi tujuan terbanyak penempatan dengan 9.410 orang, disusul Taiwan 8.702 "
         "orang.", "8702", "destination", "Taiwan"),
        ("SBMI menerima 1.420 laporan sepanjang 2020-2024.", "1420", "window", "2020/2024"),
        ("Tujuh calon pekerja migran itu hendak diberangkatkan ke Serbia.", "7", "destination",
         "Serbia"),
    ],
)  # fmt: skip
def test_what_a_number_counts(text: str, number: str, prop: str, value: str) -> None:
    assert value in counts(read(text))[number].get(prop, set())


def test_a_share_is_in_the_whole_that_the_row_adds_up_to() -> None:
    text = (
        "BP3MI mendata 312 PMI di bandara. Sebanyak 200 orang cuti, 100 orang selesai kontrak, "
        "dan 12 orang dalam kondisi sakit."
    )
    found = counts(read(text))
    assert all(found[n]["includedIn"] == {"312 PMI"} for n in ("200", "100", "12"))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Belasan calon pekerja migran kabur dari penampungan di Bekasi.", {"10", "11", "12"}),
        ("Empat dari sepuluh pengadu minta dipulangkan.", {"4", "10"}),
        ("Satu dari tiga PMI tidak terdaftar di sana.", {"1", "3"}),
        ("Rata-rata setiap bulan ada 15 PMI pulang dalam keadaan sakit.", {"15"}),
        ("Menteri menargetkan 400 ribu penempatan tahun depan. Kuotanya 11.000.",
         {"400000", "11000"}),
        ("Tim menyelamatkan tujuh korban. Usianya 19 sampai 34 tahun.", {"19", "34"}),
        ("Jika 50 orang berangkat tiap bulan, 600 orang setahun rawan ditipu.", {"50", "600"}),
        ("Seorang perempuan datang ke rumah itu.", {"1"}),
        ("Permintaan tukang las ke Polandia tembus 2.000 orang.", {"2000"}),
        ("Gelombang berikutnya, 41 orang, dijadwalkan pulang pekan ini.", {"41"}),
        ("Gubernur siap menyediakan beasiswa bagi 500 warga.", {"500"}),
        ("Setiap 40 orang didampingi dua orang petugas.", {"40"}),
    ],
)  # fmt: skip
def test_what_counts_nobody(text: str, absent: set[str]) -> None:
    assert not absent & set(counts(read(text)))


def test_the_day_of_an_increase_is_none_of_the_sum() -> None:
    text = (
        "Jumlah WNI yang dideportasi dari Tawau sampai pekan ini 2.104 orang, bertambah 98 orang "
        "pada Kamis (31/7/2025)."
    )
    assert "window" not in counts(read(text))["2104"]


def test_two_lots_have_a_day_each() -> None:
    text = (
        "Sebanyak 369 WNI dari Myawaddy telah kembali ke tanah air dalam dua tahap, yaitu 200 "
        "orang pada 18 Maret 2025 dan 169 orang pada 9 April 2025."
    )
    found = counts(read(text))
    assert found["200"]["window"] == {"2025-03-18"}
    assert found["169"]["window"] == {"2025-04-09"}


def test_a_time_of_another_clause_is_none_of_the_number() -> None:
    found = counts(read("Korban pertama pulang pada Mei 2024; dua korban lain pada Juni."))
    assert "window" not in found["2"]


def test_the_year_after_has_no_window_of_the_year_before() -> None:
    found = counts(
        read("Tahun 2023 Kabupaten Sikka kedatangan 12 peti jenazah, tahun berikutnya 9.")
    )
    assert found["12"]["window"] == {"2023"}
    assert "window" not in found["9"]


def test_those_who_work_for_somebody_are_counted_for_nothing() -> None:
    assert not counts(read('"Anak buah saya cuma dua," kilah terdakwa di depan majelis hakim.'))


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Tim menyelamatkan 17 korban. Ada sembilan pria dan satu wanita di warung.", "9", set()),
        ("Tim jaksa terdiri dari lima orang.", "5", {"Tim jaksa terdiri dari lima orang"}),
        ("Penyidik memeriksa 14 saksi dan menyita kayu.", "14", {"Penyidik memeriksa 14 saksi"}),
        ("Grup itu beranggotakan 5.800 orang.", "5800", {"Grup itu beranggotakan 5.800 orang"}),
        (
            "Dua terdakwa lain, Dimas dan Alya, masing-masing divonis dua tahun.",
            "2",
            {"Dua terdakwa lain"},
        ),
        (
            "Jumlah P3MI di NTB tercatat sebanyak 182 perusahaan.",
            "182",
            {"Jumlah P3MI di NTB tercatat sebanyak 182 perusahaan"},
        ),
    ],
)
def test_what_no_verb_measures_is_told_by_its_words(
    text: str, number: str, words: set[str]
) -> None:
    told = counts(read(text))[number]
    assert told.get("name", set()) == words
    assert "measure" not in told


def test_a_helper_beside_those_kept_is_not_kept() -> None:
    found = counts(
        read("Satgas menggagalkan delapan orang PMI beserta dua orang sebagai penunjuk jalan.")
    )
    assert found["8"]["measure"] == {"departures-prevented"}
    assert "measure" not in found["2"]


def test_each_number_has_the_year_of_its_own_clause() -> None:
    text = (
        "Pada tahun 2023 ini ada 53 perkara, sedangkan pada 2022 sebanyak 92 perkara dan 2021 ada "
        "81 perkara."
    )
    found = counts(read(text))
    assert [found[n]["window"] for n in ("53", "92", "81")] == [{"2023"}, {"2022"}, {"2021"}]
    text = (
        "Sepanjang tahun 2021 dikirim 13 jenazah dan 2022 lalu juga 13 jenazah. Kami mencatat 406 "
        "orang, sedangkan pada 2023 tercatat 38 orang."
    )
    windows = [c.value for c in read(text).claims if c.property == "window"]
    assert windows == ["2021", "2022", "2023"]
    assert "window" not in counts(read(text))["406"]
    text = "Ada 391 korban pada 2024 dan 82 korban pada 2025, sehingga total menjadi 473 orang."
    assert "window" not in counts(read(text))["473"]
