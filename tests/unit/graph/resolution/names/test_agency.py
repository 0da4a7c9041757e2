"""Names of public bodies: unit by unit, territory by territory."""

from __future__ import annotations

import pytest

from graph.resolution.names.agency import compare_agencies
from graph.resolution.names.agency_parts import parse_agency

SPELLINGS_OF_ONE_NAME = [
    ("Lapas Kelas IIA Tj. Balai Asahan", "Lapas Kelas II A Tanjung Balai Asahan"),
    ("Kanim Kelas I TPI Batam", "Kantor Imigrasi Kelas I Tempat Pemeriksaan Imigrasi Batam"),
    ("Dittipidsiber", "Direktorat Tindak Pidana Siber Badan Reserse Kriminal Polri"),
    ("Kementan", "Kementerian Pertanian"),
    ("Unit PPA Satreskrim Polres Ende", "Unit Perlindungan Perempuan dan Anak Polres Ende"),
    ("Satlantas Polres Sikka", "Satuan Lalu Lintas Polres Sikka"),
    ("PT Tanjungkarang", "Pengadilan Tinggi Tanjung Karang"),
    ("P0LDA RIAU", "Polda Riau"),
    ("BP3Ml Riau", "BP3MI Riau"),
    ("Polres Lombok Tengah Polda NTB", "Polres Lombok Tengah"),
    ("Satreskrim Polres Nunukan Polda Kaltara", "Satreskrim Polres Nunukan"),
    ("Kejari Batam Kejati Kepri", "Kejaksaan Negeri Batam"),
    ("KRI Tawau", "Konsulat RI Tawau"),
    ("PDRM", "Polis Diraja Malaysia"),
    ("TPI Batam Center", "Tempat Pemeriksaan Imigrasi Batam Centre"),
    ("Polda Riau", "Kepolisian Daerah Riau"),
    ("BP3MI Riau", "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Riau"),
    ("BP3MI Riau", "Balai Pelayanan Perlindungan Pekerja Migran Indonesia (BP3MI) Provinsi Riau"),
    ("Polda Kepri", "Polda Kepulauan Riau"),
    ("Kementerian Pelindungan Pekerja Migran Indonesia", "KP2MI"),
    ("KemenP2MI", "KP2MI"),
    ("Kementerian P2MI", "Kementrian Perlindungan Pekerja Migran Indonesia"),
    ("Kemen P2MI", "Kementerian Pelindungan Pekerja Migran Indonesia (KP2MI)"),
    ("BP2MI", "Badan Pelindungan Pekerja Migran Indonesia"),
    ("BP2MI", "Badan Perlindungan Pekerja Migran Indonesia (BP2MI)"),
    ("Polda Sumsel", "Kepolisian Daerah Sumatera Selatan"),
    ("Polda Sumsel", "Polda Sumatra Selatan"),
    ("Ditreskrimum Polda Kepri", "Direktorat Reserse Kriminal Umum Polda Kepulauan Riau"),
    ("Dit Reskrimum Polda NTB", "Ditreskrimum Polda Nusa Tenggara Barat"),
    ("Polresta Malang Kota", "Kepolisian Resor Kota Malang"),
    ("Polres Malang", "Kepolisian Resor Malang"),
    ("Polrestabes Surabaya", "Kepolisian Resor Kota Besar Surabaya"),
    ("Polres Metro Jakarta Selatan", "Polres Metro Jaksel"),
    ("Pemprov Riau", "Pemerintah Provinsi Riau"),
    ("Pemkab Bogor", "Pemerintah Kabupaten Bogor"),
    ("Pemkab Bogor", "Kabupaten Bogor"),
    ("Pemkot Batam", "Pemerintah Kota Batam"),
    ("Pemko Batam", "Pemkot Batam"),
    ("Disnaker Kota Batam", "Dinas Tenaga Kerja Kota Batam"),
    ("Disnaker Batam", "Dinas Tenaga Kerja Kota Batam"),
    ("Disnakertrans NTB", "Dinas Tenaga Kerja dan Transmigrasi Provinsi Nusa Tenggara Barat"),
    ("Kejari Batam", "Kejaksaan Negeri Batam"),
    ("Kejati Riau", "Kejaksaan Tinggi Riau"),
    ("PN Batam", "Pengadilan Negeri Batam"),
    ("PN Batam", "Pengadilan Negeri Batam Kelas IA"),
    ("Kanim Batam", "Kantor Imigrasi Kelas I Khusus TPI Batam"),
    ("Kantor Imigrasi Kelas I TPI Tanjungpinang", "Imigrasi Tanjung Pinang"),
    ("KBRI Kuala Lumpur", "Kedutaan Besar Republik Indonesia di Kuala Lumpur"),
    ("KJRI Johor Bahru", "Konsulat Jenderal RI Johor Bahru"),
    ("Lanal Dumai", "Pangkalan TNI AL Dumai"),
    ("Kemnaker", "Kementerian Ketenagakerjaan RI"),
    ("Kemenaker", "Kemnaker"),
    ("Bareskrim Polri", "Badan Reserse Kriminal Polri"),
    ("Bareskrim Polri", "Bareskrim"),
    ("Mabes Polri", "Polri"),
    ("Satgas TPPO Polda Riau", "Satuan Tugas TPPO Polda Riau"),
    ("Satgas TPPO", "Satuan Tugas Tindak Pidana Perdagangan Orang"),
    ("Kemlu", "Kementerian Luar Negeri Republik Indonesia"),
    ("Kemenlu RI", "Kemlu"),
    ("LPSK", "Lembaga Perlindungan Saksi dan Korban"),
    ("KemenPPPA", "Kementerian Pemberdayaan Perempuan dan Perlindungan Anak"),
    ("Komdigi", "Kementerian Komunikasi dan Digital"),
    ("Polda Metro Jaya", "Kepolisian Daerah Metro Jaya"),
    ("Polda DIY", "Kepolisian Daerah Daerah Istimewa Yogyakarta"),
    ("Polresta Barelang", "Kepolisian Resor Kota Barelang"),
    ("Polda Babel", "Polda Kepulauan Bangka Belitung"),
    ("P4MI Dumai", "Pos Pelayanan Pelindungan Pekerja Migran Indonesia Dumai"),
    ("BP3MI Kepulauan Riau", "BP3MI Kepri"),
    ("Polres Tanjung Balai", "Polres Tanjungbalai"),
    ("Polsek Nongsa", "Kepolisian Sektor Nongsa"),
    ("Ditjen Imigrasi", "Direktorat Jenderal Imigrasi"),
    ("Satreskrim Polresta Barelang", "Satuan Reserse Kriminal Polresta Barelang"),
    ("Bea Cukai Batam", "Bea dan Cukai Batam"),
    ("BNNP Riau", "Badan Narkotika Nasional Provinsi Riau"),
    ("DPRD Provinsi Riau", "Dewan Perwakilan Rakyat Daerah Provinsi Riau"),
    ("Kepolisian Resort Bengkalis", "Polres Bengkalis"),
    ("POLDA JAWA TIMUR", "Polda Jatim"),
    ("Subdit IV Renakta Ditreskrimum Polda Jatim", "Subdit Renakta Ditreskrimum Polda Jatim"),
    ("Polresta Pekanbaru", "Kepolisian Resor Kota Pekanbaru"),
    ("Pemprov NTT", "Pemerintah Provinsi Nusa Tenggara Timur"),
    ("Kanwil Kemenkumham Riau", "Kantor Wilayah Kementerian Hukum dan HAM Riau"),
    ("Polda Aceh", "Polda Nanggroe Aceh Darussalam"),
    ("Disnaker Kabupaten Indramayu", "Disnaker Indramayu"),
    ("Kantor Imigrasi Kelas II Kediri", "Kanim Kediri"),
    ("Polda Sulawesi Selatan", "POLDA SULSEL"),
    ("Polres Metro Tangerang Kota", "Polrestro Tangerang Kota"),
    ("Kementerian Ketenagakerjaan", "Kementerian Tenaga Kerja"),
    ("Kantor Imigrasi Kelas I TPI Batam", "Kantor Imigrasi Batam"),
    ("Kantor Imigrasi Kelas I Khusus Non TPI Jakarta Selatan", "Kanim Jaksel"),
    ("Dinas Sosial Provinsi Kepulauan Riau", "Dinsos Kepri"),
    ("Pemerintah Kabupaten Lombok Timur", "Pemkab Lotim"),
    ("Direktorat Tindak Pidana Umum Bareskrim Polri", "Dittipidum Bareskrim Polri"),
    ("Kejaksaan Agung RI", "Kejagung"),
    ("Kejaksaan Negeri Kota Bogor", "Kejari Kota Bogor"),
    ("Polres Pelabuhan Tanjung Perak", "Kepolisian Resor Pelabuhan Tanjung Perak"),
    ("Polresta Bandara Soekarno-Hatta", "Polresta Bandara Soetta"),
    ("BP3MI Jawa Timur", "BP3MI Jatim"),
    ("Konjen RI Johor Bahru", "KJRI Johor Bahru"),
    ("KJRI Hong Kong", "KJRI Hongkong"),
    ("Dinas Tenaga Kerja Kab. Malang", "Disnaker Kabupaten Malang"),
    ("Satgas Pencegahan dan Pemberantasan TPPO", "Satgas TPPO"),
    ("Polri", "Kepolisian Negara Republik Indonesia (Polri)"),
    ("DPR", "Dewan Perwakilan Rakyat Republik Indonesia"),
    ("Polda Kaltara", "Polda Kalimantan Utara"),
    ("Kemenko Polkam", "Kementerian Koordinator Bidang Politik dan Keamanan"),
    ("Badan Nasional Pengelola Perbatasan", "BNPP"),
    ("Polresta Sidoarjo", "Kepolisian Resor Kota Sidoarjo"),
    ("Pengadilan Negeri Jakarta Selatan", "PN Jaksel"),
    ("Pengadilan Tinggi Pekanbaru", "PT Pekanbaru"),
    ("Kabupaten Lombok Tengah", "Pemerintah Kabupaten Lombok Tengah"),
    ("Komnas Perempuan", "Komisi Nasional Anti Kekerasan terhadap Perempuan"),
    ("Lantamal IV Batam", "Pangkalan Utama TNI AL IV Batam"),
    ("Kodim 0315/Bintan", "Komando Distrik Militer 0315/Bintan"),
    ("Dinas Tenaga Kerja dan Transmigrasi Jawa Barat", "Disnakertrans Jabar"),
    ("Kemenhub", "Kementerian Perhubungan RI"),
    ("Polres Lobar", "Polres Lombok Barat"),
]

TWO_NAMES = [
    ("Polresta Cirebon", "Polres Cirebon Kota"),
    ("Polresta Cirebon", "Polrestabes Cirebon"),
    ("Kementan", "Kemenhan"),
    ("Kemenpar", "Kemenpan RB"),
    ("Polres Lombok Tengah Polda NTT", "Polres Lombok Tengah"),
    ("Polres Lombok Tengah Polda NTB", "Polda NTB"),
    ("Polda Riau", "Polda Kepulauan Riau"),
    ("Polda Riau", "Polda Kepri"),
    ("Polda Sumsel", "Polda Sulsel"),
    ("Polda Jabar", "Polda Jateng"),
    ("Polda Jateng", "Polda Jatim"),
    ("Polda Papua", "Polda Papua Barat"),
    ("Papua Barat", "Papua Barat Daya"),
    ("Polres Malang", "Polresta Malang Kota"),
    ("Polres Kediri", "Polres Kediri Kota"),
    ("Polres Bogor", "Polresta Bogor Kota"),
    ("Pemkab Bogor", "Pemkot Bogor"),
    ("Kabupaten Bogor", "Kota Bogor"),
    ("Disnaker Kabupaten Bogor", "Disnaker Kota Bogor"),
    ("Ditreskrimum Polda Riau", "Polda Riau"),
    ("Ditreskrimum Polda Riau", "Ditreskrimsus Polda Riau"),
    ("KP2MI", "BP2MI"),
    ("BP2MI", "BNP2TKI"),
    ("KP2MI", "Kemnaker"),
    ("KP2MI", "BNP2TKI"),
    ("BP3MI Jakarta", "BP3MI Jawa Barat"),
    ("BP3MI Riau", "BP2MI"),
    ("BP3MI Riau", "BP3MI Kepri"),
    ("BP3MI Riau", "LP3MI Riau"),
    ("P4MI Dumai", "BP3MI Riau"),
    ("Kejari Batam", "Kejati Kepri"),
    ("Kejari Batam", "Kejari Bintan"),
    ("PN Batam", "PN Bintan"),
    ("PN Batam", "Pengadilan Agama Batam"),
    ("Kanim Batam", "Kanim Tanjungpinang"),
    ("KBRI Kuala Lumpur", "KJRI Johor Bahru"),
    ("KBRI Kuala Lumpur", "KBRI Singapura"),
    ("KJRI Penang", "KJRI Kuching"),
    ("Lanal Dumai", "Lanal Batam"),
    ("Polda Sumut", "Polda Sumbar"),
    ("Polda Kalbar", "Polda Kalteng"),
    ("Polda Kalsel", "Polda Kaltim"),
    ("Polda NTB", "Polda NTT"),
    ("Polri", "Polda Riau"),
    ("Bareskrim Polri", "Polri"),
    ("Satgas TPPO Polri", "Satgas TPPO Polda Riau"),
    ("Polsek Nongsa", "Polsek Sekupang"),
    ("Polres Dumai", "Polsek Dumai Timur"),
    ("Kementerian Luar Negeri", "Kementerian Dalam Negeri"),
    ("Kemenko Polhukam", "Kemenko PMK"),
    ("Disnaker Riau", "Dinsos Riau"),
    ("Pemprov Riau", "Pemprov Kepri"),
    ("Polres Metro Jakarta Selatan", "Polres Metro Jakarta Timur"),
    ("Polda Sulut", "Polda Malut"),
    ("Polda Sulteng", "Polda Sultra"),
    ("BNN", "BNNP Riau"),
    ("Lanal Dumai", "Lantamal IV"),
    ("DPR RI", "DPRD Riau"),
    ("Polda Jambi", "Polresta Jambi"),
    ("Polda Metro Jaya", "Polda Jabar"),
    ("Subdit IV Ditreskrimum Polda NTB", "Ditreskrimum Polda NTB"),
    ("Kanim Kelas I Batam", "Ditjen Imigrasi"),
    ("Polres Tangerang", "Polres Tangerang Selatan"),
    ("Polres Bandung", "Polres Bandung Barat"),
    ("Polres Solok", "Polres Solok Selatan"),
    ("Polres Aceh Timur", "Polres Aceh Utara"),
    ("Disnaker", "Disnaker Batam"),
    ("Dinsos Batam", "Dinsos Bintan"),
    ("Polda Kalimantan Utara", "Polda Kalimantan Timur"),
    ("Polda Maluku", "Polda Maluku Utara"),
    ("Polres Jakarta Barat", "Polres Jakarta Pusat"),
    ("Kota Batam", "Kabupaten Bintan"),
    ("Kejari Kota Bogor", "Kejari Kabupaten Bogor"),
    ("Lantamal IV Batam", "Lantamal XIII Tarakan"),
    ("Kodim 0315/Bintan", "Kodim 0316/Batam"),
    ("KBRI Singapura", "KBRI Bangkok"),
    ("KBRI Kuala Lumpur", "KJRI Kuala Lumpur"),
    ("Dinas Sosial Kota Batam", "Dinas Kesehatan Kota Batam"),
    ("DPRD Kota Batam", "DPRD Provinsi Kepri"),
    ("Polsek Batam Kota", "Polsek Batu Aji"),
    ("Kantor Imigrasi Kelas I Batam", "Rudenim Tanjungpinang"),
    ("PN Jakarta Pusat", "PN Jakarta Barat"),
    ("Pengadilan Negeri Medan", "Pengadilan Tinggi Medan"),
    ("Mahkamah Agung", "Mahkamah Konstitusi"),
    ("TNI AL", "TNI AD"),
    ("Polres Bima", "Polres Bima Kota"),
    ("Polres Blitar", "Polres Blitar Kota"),
    ("Polresta Sidoarjo", "Polrestabes Surabaya"),
    ("BNNP Kepri", "BNNK Batam"),
    ("Polres Lombok Timur", "Polres Lombok Tengah"),
    ("Gubernur Riau", "Pemprov Riau"),
    ("Kementerian Hukum", "Kementerian HAM"),
    ("Kemensos", "Dinsos Riau"),
    ("BP3TKI Jakarta", "BP3MI Jakarta"),
    ("UPT BP2MI Riau", "BP2MI"),
    ("P4MI Nunukan", "P4MI Tarakan"),
    ("Polair Polda Kepri", "Polda Kepri"),
    ("Bidhumas Polda Riau", "Divhumas Polri"),
]


@pytest.mark.parametrize(("left", "right"), SPELLINGS_OF_ONE_NAME)
def test_spellings_of_one_name_are_the_same(left: str, right: str) -> None:
    match = compare_agencies(left, right)
    assert match.decision == "same", match.explanation


@pytest.mark.parametrize(("left", "right"), TWO_NAMES)
def test_two_names_are_never_the_same(left: str, right: str) -> None:
    match = compare_agencies(left, right)
    assert match.decision != "same", match.explanation


@pytest.mark.parametrize(("left", "right"), SPELLINGS_OF_ONE_NAME + TWO_NAMES)
def test_the_side_does_not_matter(left: str, right: str) -> None:
    assert compare_agencies(left, right).score == pytest.approx(compare_agencies(right, left).score)


def test_a_parent_that_follows_from_the_unit_adds_nothing() -> None:
    assert parse_agency("Bareskrim Polri").units == ("bareskrim",)
    assert parse_agency("Ditreskrimum Polda Riau").units == ("ditreskrimum",)
    assert parse_agency("Satgas TPPO Polda Riau").units == ("satgas-tppo", "polda")


def test_city_and_regency_of_one_name_are_kept_apart() -> None:
    assert parse_agency("Polres Malang").territory == {"35.07"}
    assert parse_agency("Polresta Malang Kota").territory == {"35.73"}
    assert parse_agency("Pemkab Bogor").territory == {"32.01"}
    assert parse_agency("Kota Bogor").territory == {"32.71"}
    assert parse_agency("Disnaker Bogor").territory == {"32.01", "32.71"}


def test_an_unclear_territory_needs_a_look() -> None:
    match = compare_agencies("Disnaker Bogor", "Disnaker Kota Bogor", language="en")
    assert match.decision == "review"
    assert match.disagreed[0].code == "territories"


def test_an_office_called_by_its_seat_needs_a_look() -> None:
    assert compare_agencies("BP3MI Bandung", "BP3MI Jawa Barat").decision == "review"


def test_parentheses_repeat_or_add_the_place() -> None:
    full = "Balai Pelayanan Perlindungan Pekerja Migran Indonesia (BP3MI) Provinsi Riau"
    assert parse_agency(full) == parse_agency("BP3MI Riau")
    assert parse_agency("Kepolisian Daerah (Kepri)").territory == {"21"}


def test_mistyped_words_of_office_names_are_brought_back() -> None:
    assert parse_agency("Kementrian Ketenagakerjan").units == ("kemnaker",)
    assert parse_agency("Kepolisian Daerah Kepuluan Riau").territory == {"21"}


def test_the_narrowest_territory_is_meant() -> None:
    assert parse_agency("Polres Kediri, Jawa Timur").territory == {"35.06"}


def test_names_of_districts_are_not_read_as_regencies() -> None:
    assert parse_agency("Polsek Batam Kota").territory == frozenset()


def test_a_class_that_differs_needs_a_look() -> None:
    match = compare_agencies("Kantor Imigrasi Kelas I Batam", "Kantor Imigrasi Kelas II Batam")
    assert match.decision == "review"


def test_bodies_that_no_list_has_compare_by_their_words() -> None:
    assert compare_agencies("Migrant CARE", "Migrant Care").decision == "same"
    assert compare_agencies("Migrant CARE", "Migrant Watch").decision == "different"


def test_a_sector_beside_the_sector_and_its_host_needs_a_look() -> None:
    """Sectors of one name lie in several regencies."""
    assert compare_agencies("Polsek Nongsa", "Polsek Nongsa Polresta Barelang").decision == "review"
    assert compare_agencies("Polsek Nongsa", "Polsek Sekupang Polresta Barelang").score < 0.45
