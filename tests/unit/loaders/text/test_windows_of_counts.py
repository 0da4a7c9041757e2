"""Until when and since when numbers count, whose data they are, and sanctions counted as such."""

from __future__ import annotations

import pytest

from loaders.text.dates import recognise
from loaders.text.extract import extract
from tests.extractions import reader, shown

read = reader("2026-10-10")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Sejak awal tahun hingga 31 Juli, 40 orang", ["2026-01/2026-07-31"]),
        ("sejak awal tahun, 40 orang", ["2026-01"]),
        ("sejak awal tahun lalu, 40 orang", ["2025-01"]),
        ("sejak Januari hingga pertengahan Agustus, 40", ["2026-01/2026-08"]),
        ("dari Januari hingga 30 September, 40", ["2026-01/2026-09-30"]),
        ("hingga akhir Juni tercatat", ["2026-06"]),
        ("pada Maret dua orang", ["2026-03"]),
        # What may lie ahead, or is no whole month's name, stays unresolved.
        ("rampung pada November dan", [""]),
        ("hingga Desember nanti", []),
        ("kata Siti pada Mar Kusuma", []),
    ],
)
def test_months_without_a_year(text: str, keys: list[str]) -> None:
    assert [item.key for item in recognise(text, "2026-10-10")][: len(keys) or None] == keys


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("Hingga akhir Juni 2026, KP2MI memulangkan 3.412 pekerja migran.", ["../2026-06"]),
        ("Polda NTT mengungkap 34 kasus hingga pertengahan Agustus.", ["../2026-08"]),
        ("Sejak awal tahun, polisi menangkap 51 tersangka.", ["2026-01/.."]),
        ("Per akhir September 2026 tercatat 412 P3MI mengantongi izin.", ["2026-09"]),
        ("Pada Januari 2026, KBRI menangani total 412 kasus WNI.", ["2026-01"]),
        (
            "Jika pada 2020 hanya terdapat 15 kasus, maka per Maret 2025 jumlahnya menjadi "
            "4.628 kasus.",
            ["2020", "2025-03"],
        ),
        ("Ada 91 kasus TPPO tahun 2019, 82 kasus pada 2020.", ["2019", "2020"]),
        ("Tiga jenazah lainnya akan dikirim pada Jumat (14/8/2026).", []),
        ("Kasus naik dari 120 kasus pada 2024 menjadi 150 kasus pada 2025.", ["2024", "2025"]),
    ],
)
def test_windows(text: str, windows: list[str]) -> None:
    assert shown(read(text), "Count", "window") == windows


def test_a_stock_is_not_cumulative() -> None:
    found = read("Per akhir September 2026 tercatat 412 P3MI mengantongi izin.")
    assert shown(found, "Count", "cumulative") == []


def test_sanctions_joined_by_one_verb_are_two_numbers_with_one_window() -> None:
    text = "KP2MI menjatuhkan 25 skorsing dan sembilan pencabutan izin sepanjang semester I 2026."
    found = read(text)
    assert shown(found, "Count", "measure") == ["licences-suspended", "licences-revoked"]
    assert shown(found, "Count", "window") == ["2026-01/2026-06"] * 2
    # One company may have had both.
    one = read("PT Sinar Bahari Mandiri menerima dua skorsing sepanjang semester I 2026.")
    assert shown(one, "Count", "measure") == []


def test_whose_data_they_are() -> None:
    text = "Berdasarkan data KP2MI, sebanyak 34 P3MI dijatuhi sanksi sepanjang Januari-Juli 2026."
    assert shown(read(text), "Count", "claimant") == [
        "Kementerian Pelindungan Pekerja Migran Indonesia"
    ]


def test_departures_put_off_at_an_airport() -> None:
    text = (
        "Kantor Imigrasi Kelas I Khusus TPI Surabaya membatalkan keberangkatan 14 WNI di Terminal "
        "2 Bandara Juanda, Sabtu (3/10/2026). Mereka diduga hendak bekerja di Kamboja.\n\n"
        "Imigrasi Ngurah Rai melakukan penundaan keberangkatan terhadap tujuh penumpang pada Kamis "
        "(1/10/2026)."
    )
    found = read(text)
    assert shown(found, "Interception", "date") == ["2026-10-03", "2026-10-01"]
    assert shown(found, "Interception", "occurredAt") == ["Bandara Juanda"]
    assert shown(found, "Interception", "destination") == ["Kamboja"]
    assert shown(found, "Count", "measure") == ["departures-prevented"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Imigrasi Surabaya akan menunda keberangkatan 14 WNI.",
        "Imigrasi Surabaya tidak menolak keberangkatan 14 WNI.",
        "Maskapai membatalkan penerbangan 14 WNI.",
    ],
)
def test_departures_that_nobody_put_off(text: str) -> None:
    assert shown(read(text), "Interception", "affected") == []


def test_shares_are_in_the_number_that_holds_them() -> None:
    text = (
        "Sejak Januari hingga Agustus 2026, KP2MI mencegah keberangkatan 3.276 calon pekerja "
        "migran di seluruh Indonesia. Dari jumlah itu, 411 orang dicegah di Jawa Timur.\n\nKomdigi "
        "menemukan 1.318 konten, 902 di antaranya sudah diblokir."
    )
    found = read(text)
    assert shown(found, "Count", "includedIn") == ["3.276 calon pekerja migran", "1.318 konten"]
    assert "country:ID" in [c.value for c in found.claims if c.property == "area"]


def test_where_those_counted_come_from() -> None:
    found = read("Sepanjang 2025, KP2MI menempatkan 68.140 pekerja migran asal Jawa Timur.")
    assert shown(found, "Count", "origin") == ["Jawa Timur"]
    others = read("Sepanjang 2025, KP2MI menempatkan 68.140 pekerja migran dari agen asal Taiwan.")
    assert shown(others, "Count", "origin") == []


def test_parts_by_place_of_people_split_by_sex_before() -> None:
    text = (
        "KBRI Kuala Lumpur memulangkan 133 pekerja migran. Mereka terdiri atas 97 laki-laki dan 36 "
        "perempuan. Berdasarkan asal daerah, paling banyak berasal dari Sumatera Utara, 41 orang, "
        "disusul Aceh 28 orang."
    )
    assert shown(read(text), "Count", "origin") == ["Sumatera Utara", "Aceh"]


def test_a_last_line_with_marks_behind_it_is_text() -> None:
    text = "Adapun 23 CPMI itu dipulangkan oleh BP3MI Kalimantan Utara pada Desember 2025. (*)"
    assert shown(read(text), "Repatriation", "date") == ["2025-12"]


def test_from_a_month_of_one_year_to_one_of_the_next() -> None:
    text = "Sejak Januari 2025 hingga pertengahan Maret 2026, BP3MI Jabar menerima 143 pengaduan."
    assert shown(read(text), "Count", "window") == ["2025-01/2026-03"]
    text = "Sejak 2020 hingga Maret 2026, BP3MI Jabar menerima 143 pengaduan."
    assert shown(read(text), "Count", "window") == ["2020/2026-03"]


def test_a_long_dash_joins_months():
    found = extract("Sepanjang Maret—Agustus 2025 tercatat 41 pengaduan.")
    assert "2025-03/2025-08" in {claim.value for claim in found.claims}


def test_a_row_of_years_measures_one_thing() -> None:
    found = read(
        "Penempatan PMI ke luar negeri pada tahun 2024 sebanyak 201.400 orang, 72.300 orang "
        "(2023), dan 113, 436 orang (2022)."
    )
    assert shown(found, "Count", "countLower") == ["201400", "72300"]
    assert shown(found, "Count", "window") == ["2024", "2023"]
    assert shown(found, "Count", "measure") == ["placements", "placements"]


@pytest.mark.parametrize(
    ("text", "amounts", "windows"),
    [
        (
            "BP2MI mencatat remitansi 2023 berjumlah Rp220 triliun, naik dari 2022 yang berjumlah "
            "Rp201 triliun, lalu 2021 sebanyak Rp130 triliun.",
            ["220000000000000", "201000000000000", "130000000000000"],
            ["2023", "2022", "2021"],
        ),
        (
            "Hingga triwulan III 2025, remitansi PMI mencapai Rp77 triliun.",
            ["77000000000000"],
            [],
        ),
        ("Kementerian memproyeksikan remitansi 2026 mencapai Rp300 triliun.", [], []),
        ("Kalau 400 ribu orang berangkat, remitansi bisa Rp300 triliun.", [], []),
    ],
)
def test_money_sent_home(text: str, amounts: list[str], windows: list[str]) -> None:
    found = read(text)
    assert shown(found, "Count", "amountIdr") == amounts
    assert shown(found, "Count", "window") == windows
    assert set(shown(found, "Count", "measure")) <= {"remittances"}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Kepala BP2MI melepas 306 pekerja migran ke Korea Selatan, Senin.", ["306"]),
        ("Pelepasan PMI ke Korea Selatan hari ini berjumlah 152 orang.", ["152"]),
        ("Sebanyak 370 PMI berangkat ke Korea Selatan melalui program G to G.", ["370"]),
        ("BP2MI akan melepas 306 pekerja migran ke Korea Selatan.", []),
        ("Kalau kami bisa menempatkan 425 ribu pekerja migran, hasilnya besar.", []),
    ],
)
def test_people_sent_off(text: str, counted: list[str]) -> None:
    found = read(text)
    assert shown(found, "Count", "countLower") == counted


def test_people_let_go_are_not_sent_off() -> None:
    found = read("Polisi melepas 12 orang yang diperiksa.")
    assert shown(found, "Count", "measure") == []


def test_villages_spelt_out_are_no_people() -> None:
    found = read("Rapat diikuti 40 orang peserta dari 9 (sembilan) kelurahan di Bantul.")
    assert shown(found, "Count", "countLower") == ["40"]


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("Imigrasi Batam mencegah 213 calon PMI. Jumlah tersebut hasil pengawasan selama "
         "periode Januari-Maret 2026.", ["2026-01/2026-03"]),
        ("Polri membongkar 231 kasus dan menyelamatkan 608 korban. Kasus itu diungkap dalam kurun "
         "waktu 5 Juni-10 September 2026.", ["2026-06-05/2026-09-10"]),
        ("Polri menangkap 12 tersangka. Jumlah itu disampaikan pada Senin (5/10/2026).", []),
    ],
)  # fmt: skip
def test_the_time_of_a_number_told_behind_it(text: str, windows: list[str]) -> None:
    assert shown(read(text), "Count", "window") == windows
