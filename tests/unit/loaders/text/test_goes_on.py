"""What a text goes on about: the place told before, the share of a number, the number compared."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2026-07-20")


def test_the_house_told_before_and_what_was_done_there() -> None:
    text = (
        "Pengungkapan Polda Kepri berawal dari laporan tentang ruko di Bengkong, Kota Batam. "
        "Tim lalu melakukan penggerebekan di ruko tersebut pada Minggu, 14 Juni 2026. Dari lokasi, "
        "petugas menangkap dua tersangka."
    )
    found = read(text)
    assert shown(found, "Raid", "occurredAt") == ["Bengkong", "Kota Batam"]
    assert shown(found, "Arrest", "occurredAt") == ["Bengkong", "Kota Batam"]
    other = read(text.replace("di ruko tersebut", "di gudang tersebut"))
    assert shown(other, "Raid", "occurredAt") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Polisi menangkap dua tersangka setelah menerima laporan pada 11 Mei 2026.", []),
        ("Polisi menangkap dua tersangka setelah sepekan diburu, Senin (11/5/2026).", ["05-11"]),
        ("Polisi menangkap dua tersangka pada 12 Mei 2026 setelah laporan warga.", ["05-12"]),
    ],
)
def test_the_day_of_a_report_is_none_of_an_arrest(text: str, days: list[str]) -> None:
    assert shown(read(text), "Arrest", "date") == [f"2026-{day}" for day in days]


def test_one_unnamed_person_is_arrested_and_named_later() -> None:
    text = (
        "Polresta Cilacap menangkap direktur sebuah lembaga pelatihan kerja yang menawarkan "
        "pekerjaan di Eropa.\n\nTersangka berinisial GHW (47) ditangkap di Sleman, Selasa "
        "(14/7/2026)."
    )
    found = read(text)
    assert shown(found, "Arrest", "conductedBy") == ["Polresta Cilacap"]
    assert shown(found, "Arrest", "apprehended") == ["GHW"]
    assert "Eropa" not in shown(found, "Arrest", "occurredAt")
    # To be taken along is no arrest.
    held = read("Polresta Cilacap mengamankan seorang wanita pemilik penampungan.")
    assert shown(held, "Arrest", "conductedBy") == []


def test_the_object_of_another_verb() -> None:
    text = "Selain mencegah keberangkatan, tim BP3MI Riau menyerahkan tiga orang kepada Polda Riau."
    found = read(text)
    assert shown(found, "Interception", "affected") == []
    assert shown(found, "Count", "measure") == []


def test_returns_that_are_awaited() -> None:
    found = read("KBRI Yangon menangani 96 WNI lainnya yang menunggu proses pemulangan.")
    assert shown(found, "Count", "measure") == []


def test_shares_by_port_are_no_events_of_their_own() -> None:
    text = (
        "BP3MI Kepri mencegah keberangkatan 46 calon pekerja migran pada 4 Mei 2026. Rinciannya, "
        "27 orang dicegah di Pelabuhan Batam Centre dan 19 orang di Pelabuhan Sekupang."
    )
    found = read(text)
    assert shown(found, "Interception", "affected") == ["46 calon pekerja migran"]
    assert shown(found, "Count", "area") == ["Pelabuhan Batam Centre", "Pelabuhan Sekupang"]


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        (
            "Selama semester I 2026, sebanyak 419 WNI ditunda keberangkatannya. Angka itu turun "
            "dari 506 orang pada semester I 2025.",
            ["2026-01/2026-06", "2025-01/2025-06"],
        ),
        (
            "Sepanjang triwulan I 2026 BP3MI Kepri menggagalkan keberangkatan 688 orang, meningkat "
            "dibandingkan periode yang sama tahun sebelumnya sebanyak 512 orang.",
            ["2026-01/2026-03", "2025-01/2025-03"],
        ),
    ],
)
def test_numbers_compared(text: str, windows: list[str]) -> None:
    found = read(text)
    assert shown(found, "Count", "measure") == ["departures-prevented"] * 2
    assert shown(found, "Count", "window") == windows


def test_shares_by_sex_without_the_rest() -> None:
    found = read("BP3MI Kepri mencegah keberangkatan 46 calon PMI, 31 di antaranya perempuan.")
    assert shown(found, "Count", "name") == ["31 di antaranya perempuan"]
    assert shown(found, "Count", "includedIn") == ["46 calon PMI"]


def test_where_all_of_a_group_come_from() -> None:
    text = (
        "Polda DIY menyelamatkan 11 korban. Para korban, delapan laki-laki dan tiga perempuan, "
        "berasal dari Kebumen dan Purworejo."
    )
    assert shown(read(text), "Group", "origin") == ["Kabupaten Kebumen", "Kabupaten Purworejo"]


def test_crews_are_arrested_where_the_boat_was_stopped() -> None:
    text = (
        "Ditpolairud Polda Sumut mencegat dua kapal di perairan Sei Sembilang, Kabupaten Asahan, "
        "Minggu (7/6/2026). Kedua kapal itu mengangkut 33 pekerja migran. Dalam kejadian tersebut, "
        "empat awak kapal ditangkap."
    )
    found = read(text)
    assert shown(found, "Interception", "affected") == ["33 pekerja migran"]
    assert shown(found, "Arrest", "occurredAt") == ["Sei Sembilang", "Kabupaten Asahan"]
    assert shown(found, "Arrest", "date") == ["2026-06-07"]


def test_an_airport_named_after_somebody() -> None:
    found = read("Imigrasi Ngurah Rai mencegah dua WNI di Bandara I Gusti Ngurah Rai, Bali.")
    assert "Bandara I Gusti Ngurah Rai" in [mention.text for mention in found.mentions]


def test_the_one_event_told_so_far_is_the_open_one() -> None:
    text = (
        "Polres Nunukan menggagalkan keberangkatan 14 calon PMI ke Malaysia. Warga melapor. Polisi "
        'lalu bergerak. "Kami amankan di Desa Sungai Nyamuk, Minggu (19/7)," kata Kapolres Nunukan '
        "AKBP Bayu Segara.\n\nDua tersangka ditangkap."
    )
    found = read(text)
    assert shown(found, "Interception", "date") == ["2026-07-19"]
    assert shown(found, "Interception", "occurredAt") == ["Desa Sungai Nyamuk"]


def test_who_came_in_one_ship_came_once() -> None:
    text = "Sebanyak 112 pekerja migran yang dideportasi dari Malaysia tiba di Pelabuhan Belawan."
    found = read(text)
    assert shown(found, "Deportation", "transit") == ["Pelabuhan Belawan"]
    assert shown(found, "Repatriation", "affected") == []
    many = read("Sebanyak 112 pekerja migran dideportasi.")
    assert shown(many, "Deportation", "affected") == []


def test_shares_far_behind_the_whole() -> None:
    text = (
        "Imigrasi Medan menunda keberangkatan sembilan WNI di Bandara Kualanamu. Kesembilan "
        "penumpang itu mencurigakan.\n\nEnam di antaranya berasal dari Kota Binjai, tiga lainnya "
        "dari Kabupaten Langkat."
    )
    assert shown(read(text), "Count", "origin") == ["Kota Binjai", "Kabupaten Langkat"]


def test_all_five_of_those_counted_before() -> None:
    text = (
        "Sebanyak lima orang telantar di Tokyo. Kelimanya telah dipulangkan KBRI Tokyo pada 27 "
        "Juni 2026."
    )
    found = read(text)
    assert shown(found, "Repatriation", "affected") == ["lima orang"]
    assert shown(found, "Repatriation", "date") == ["2026-06-27"]
    assert shown(read(text.replace("Kelimanya", "Keenamnya")), "Repatriation", "affected") == []


def test_a_year_before_the_number_and_the_time_of_the_other() -> None:
    found = read("Tahun 2025 baru 1.146 orang yang berangkat secara prosedural.")
    assert shown(found, "Count", "window") == ["2025"]
    text = (
        "KP2MI menerima 212 pengaduan hingga akhir Mei, naik dari 148 pengaduan pada periode yang "
        "sama tahun lalu."
    )
    assert shown(read(text), "Count", "window") == ["../2026-05", "../2025-05"]


def test_residents_who_came_home_from_abroad() -> None:
    text = (
        "Sebanyak 28 warga Jawa Barat korban penipuan daring di Kamboja tiba di Bandara "
        "Soekarno-Hatta, Jumat (17/7/2026). Kepulangan mereka difasilitasi KBRI Phnom Penh.\n\n"
        "Kepala BP3MI Jawa Barat Neng Widuri mengatakan ke-28 orang itu berasal dari Kabupaten "
        "Sukabumi (9 orang) dan Kabupaten Indramayu (8 orang)."
    )
    found = read(text)
    assert shown(found, "Repatriation", "affected") == ["28 warga"]
    assert shown(found, "Repatriation", "origin") == ["Kamboja"]
    origins = ["Jawa Barat", "Kabupaten Sukabumi", "Kabupaten Indramayu"]
    assert shown(found, "Count", "origin") == origins
    tourists = read("Sebanyak 28 warga Jawa Barat tiba di Bandara Juanda. Mereka lalu pulang.")
    assert shown(tourists, "Repatriation", "affected") == []


def test_whoever_is_called_the_defendant_was_arrested() -> None:
    text = (
        "PN Bintan mengadili terdakwa Rusli Hamdan (45). Dalam dakwaannya, jaksa menyebut terdakwa "
        "ditangkap Polres Bintan di Pantai Trikora pada 2 Juni 2026."
    )
    found = read(text)
    assert shown(found, "Arrest", "apprehended") == ["Rusli Hamdan"]
    assert shown(found, "Arrest", "conductedBy") == ["Polres Bintan"]
    several = text.replace("terdakwa Rusli Hamdan (45)", "dua terdakwa, termasuk Rusli Hamdan (45)")
    assert shown(read(several), "Arrest", "apprehended") == []


def test_all_victims_are_those_counted_once() -> None:
    text = (
        "Polres Bintan menemukan tujuh korban. Para korban telah dipulangkan BP3MI Kepri pada 9 "
        "Juni 2026."
    )
    assert shown(read(text), "Repatriation", "affected") == ["tujuh korban"]
    two = text.replace("tujuh korban.", "tujuh korban. Di Batam ada tiga korban.")
    assert shown(read(two), "Repatriation", "affected") == []
    unsaid = text.replace("BP3MI Kepri pada", "pada")
    assert shown(read(unsaid), "Repatriation", "affected") == []


def test_what_was_done_in_the_act_told_before() -> None:
    text = (
        "Bea Cukai Tarakan dan Ditpolairud Polda Kaltara menyergap speedboat di perairan Pulau "
        "Bunyu, Kabupaten Bulungan, Selasa (7/7/2026). Dalam penyergapan tersebut, delapan PMI "
        "yang pulang dari Tawau diselamatkan."
    )
    found = read(text)
    assert shown(found, "Rescue", "date") == ["2026-07-07"]
    assert "Kabupaten Bulungan" in shown(found, "Rescue", "occurredAt")
    assert len(shown(found, "Rescue", "conductedBy")) == 2
    assert shown(found, "Count", "measure") == ["persons-rescued"]
    plan = text.replace("menyergap", "akan menyergap")
    assert shown(read(plan), "Rescue", "date") == []


def test_ranks_of_places_and_partners_that_no_list_knows() -> None:
    text = (
        "Realisasi penempatan hingga Juni 2026 tercatat 247.612 orang. Hong Kong menempati posisi "
        "teratas dengan 78.204 orang, disusul Taiwan 64.110 orang. Lombok Timur menyumbang 13.402 "
        "orang."
    )
    found = read(text)
    assert shown(found, "Count", "measure") == ["placements"] * 4
    assert shown(found, "Count", "destination") == ["Hong Kong", "Taiwan"]
    text = "KBRI Phnom Penh bersama Kepolisian Nasional Kamboja mengevakuasi 49 WNI."
    assert shown(read(text), "Rescue", "conductedBy") == ["KBRI Phnom Penh"]


def test_waves_of_those_who_return_and_the_year_before() -> None:
    text = (
        "Korban penipuan pulang dari Kamboja. Gelombang pertama sebanyak 22 orang mendarat di "
        "Bandara Soekarno-Hatta pada Senin, 16 Februari 2026."
    )
    found = read(text)
    assert shown(found, "Repatriation", "date") == ["2026-02-16"]
    text = (
        "Pada Januari hingga Mei 2026, Imigrasi Surabaya menunda keberangkatan 402 orang. Pada "
        "periode yang sama tahun lalu, Imigrasi Surabaya menunda keberangkatan 298 orang."
    )
    assert shown(read(text), "Count", "window") == ["2026-01/2026-05", "2025-01/2025-05"]


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        (
            "BP3MI Bali menangani 23 kasus pada 2024. Setahun sebelumnya, 31 kasus.",
            ["2024", "2023"],
        ),
        (
            "Sepanjang 2024, Polda NTB menetapkan 40 tersangka, sedangkan pada tahun sebelumnya "
            "31 tersangka.",
            ["2024", "2023"],
        ),
        (
            "Pada semester I 2025 ada 412 korban, naik dari 300 korban pada periode serupa 2023.",
            ["2025-01/2025-06", "2023-01/2023-06"],
        ),
        # The number is that of the time at hand, or of no time told.
        ("Jumlah korban pada 2024 naik dari tahun sebelumnya menjadi 412 orang.", ["2024"]),
        (
            "BP3MI Bali menangani 23 kasus pada 2024. Dua tahun sebelumnya, 31 kasus.",
            ["2024"],
        ),
        ("Angka itu turun dari 31 kasus pada tahun sebelumnya.", []),
    ],
)
def test_times_counted_back_from_that_of_another_number(text: str, windows: list[str]) -> None:
    assert shown(read(text), "Count", "window") == windows


def test_where_the_family_lives_is_no_place_of_rescue() -> None:
    found = read("KBRI Phnom Penh menyelamatkan dua WNI yang ditunggu keluarganya di Bitung.")
    assert shown(found, "Rescue", "occurredAt") == []


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Imigrasi Batam mencatat 812 penundaan keberangkatan sepanjang 2024.",
            ["departures-prevented"],
        ),
        (
            "LPSK menerima 298 permohonan perlindungan korban TPPO sepanjang 2024.",
            ["help-sought"],
        ),
        ("Kecelakaan itu menewaskan enam pekerja migran asal Aceh.", ["deaths"]),
        (
            "Sepanjang 2024, sebanyak 5.312 warga Indramayu berangkat ke luar negeri secara resmi.",
            ["placements"],
        ),
        ("Ada lima warga Kecamatan Silo yang tertipu.", ["victims-identified"]),
        ("Kejaksaan Tinggi NTT menangani 33 perkara, naik sembilan perkara.", []),
    ],
)
def test_what_plain_words_measure(text: str, measures: list[str]) -> None:
    found = read(text)
    assert shown(found, "Count", "measure") == measures
    assert "9" not in shown(found, "Count", "countLower")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Sebanyak 40 orang dipulangkan pada 2024. Data itu disampaikan Kapolres Made Sudira.",
            ["Made Sudira"],
        ),
        (
            "Sebanyak 40 orang dipulangkan pada 2024. Data itu disampaikan kepada Kapolres Made "
            "Sudira.",
            [],
        ),
        (
            "BP3MI Bali meminta warga waspada. Data balai menunjukkan 40 orang dipulangkan pada "
            "2024.",
            ["BP3MI Bali"],
        ),
    ],
)
def test_who_told_numbers_of_another_sentence(text: str, who: list[str]) -> None:
    assert shown(read(text), "Count", "claimant") == who
