"""Rows of numbers, joint teams, deeds out of one uncovering, and whom an arrest names."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2026-07-20")


def test_rows_of_numbers_by_agency() -> None:
    text = (
        "Bareskrim Polri mengungkap 30 perkara TPPO sepanjang Januari-Juni 2026.\n\n"
        "Berikut rincian pengungkapan:\n\n"
        "1. Polda Kalimantan Utara: 11 laporan polisi, 17 tersangka, 96 korban\n"
        "2. Polda Riau: 9 laporan polisi, 17 tersangka"
    )
    found = read(text)
    assert shown(found, "Count", "countLower") == ["30", "11", "17", "96", "9", "17"]
    assert shown(found, "Count", "window") == ["2026-01/2026-06"] * 6
    assert shown(found, "Count", "claimant")[-2:] == ["Kepolisian Daerah Riau"] * 2
    # A line below nothing that opens a list is a heading.
    plain = read("Polisi bekerja keras.\n\nPolda Riau: 9 laporan polisi, 17 tersangka")
    assert shown(plain, "Count", "countLower") == []


def test_a_joint_team_is_those_who_uncovered_the_matter() -> None:
    text = (
        "Ditreskrimum Polda Kalbar bersama Polres Sambas mengungkap jaringan pengiriman pekerja "
        "migran. Dari pengungkapan tersebut, 23 CPMI diselamatkan.\n\nPengungkapan berawal dari "
        "informasi tentang rumah penampungan di Desa Semparuk, Kabupaten Sambas. Tim gabungan "
        "melakukan penggerebekan pada Minggu, 19 Juli 2026."
    )
    found = read(text)
    both = ["Ditreskrimum Polda Kalbar", "Polres Sambas"]
    assert shown(found, "Rescue", "conductedBy") == both
    assert shown(found, "Raid", "conductedBy") == both
    assert shown(found, "Raid", "occurredAt") == ["Desa Semparuk", "Kabupaten Sambas"]


def test_a_sum_over_many_cases_is_no_rescue() -> None:
    text = (
        "Polda Kalbar mengungkap 12 kasus sepanjang 2026. Dari pengungkapan tersebut, 23 CPMI "
        "diselamatkan."
    )
    assert shown(read(text), "Rescue", "conductedBy") == []


def test_a_raid_that_only_says_when() -> None:
    text = (
        "Tersangka SR (39) ditangkap di Mataram, sehari setelah penggerebekan oleh penyidik Polda "
        "Kalbar."
    )
    found = read(text)
    assert not [c for c in found.claims if "raid" in c.subject]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Ditreskrimum Polda Sumut menangkap kedua terdakwa di Medan pada 2 Mei 2026.",
            ["dua terdakwa"],
        ),
        (
            "Pelaku adalah KW (34) dan DF (29). Polres Asahan menangkap keduanya di Kisaran.",
            ["KW", "DF"],
        ),
        (
            "Polres Cilacap menangkap Direktur PT Sakura Jaya Abadi, Teguh Wibisono.",
            ["Teguh Wibisono"],
        ),
        # Whoever speaks, leads or takes along holds nobody in himself.
        ("Polres Cilacap mengamankan Direktur PT Sakura Jaya Abadi, Teguh Wibisono.", []),
        ("Penangkapan dipimpin Kapolres Cilacap AKBP Teguh Wibisono.", []),
    ],
)
def test_whom_an_arrest_names(text: str, held: list[str]) -> None:
    assert shown(read(text), "Arrest", "apprehended") == held


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("PN Kupang memutus 11 perkara TPPO sepanjang 2025.", ["cases-tried"]),
        ("KBRI Phnom Penh menangani 3.227 permintaan bantuan WNI.", ["help-sought"]),
        ("Dari 83 tersangka itu, 22 orang masih diburu.", ["wanted-persons"]),
        (
            "KP2MI menemukan 712 konten di Facebook, disusul TikTok 318 dan Instagram 121.",
            ["content-detected"] * 3,
        ),
        (
            "KBRI menangani 3.227 permintaan bantuan, naik dibandingkan 2.946 sepanjang 2024.",
            ["help-sought"] * 2,
        ),
        ("Di TikTok 318 orang menonton video itu.", []),
        ('"Satu akun ditutup, sepuluh akun lain muncul," kata Wahyu Susilo.', []),
    ],
)
def test_what_numbers_measure(text: str, measures: list[str]) -> None:
    assert shown(read(text), "Count", "measure") == measures


def test_no_window_of_victims_from_the_day_of_an_arrest() -> None:
    found = read(
        "Pada 4 Juni 2026, Polres Cilacap menangkap Teguh Wibisono atas penipuan 52 calon pekerja "
        "migran."
    )
    assert shown(found, "Count", "window") == []


def test_by_way_of_which_port_many_left() -> None:
    found = read("Sejak Januari hingga Juni 2026, BP3MI Kepri mencegah 1.126 CPMI melalui Batam.")
    assert shown(found, "Count", "area") == ["Kota Batam"]


def test_each_of_two_is_arrested_where_he_was() -> None:
    text = (
        "Polda Bali membekuk dua agen penyalur. Keduanya, NKS (38) dan IWA (45), dicokok. NKS "
        "diringkus di Tabanan, Senin (1/6/2026). Sementara IWA dibekuk di Jembrana."
    )
    found = read(text)
    events = {c.subject: c.value for c in found.claims if c.property == "occurredAt"}
    assert len(events) == 2
    assert shown(found, "Arrest", "date") == ["2026-06-01"]


def test_people_held_on_their_way_out_without_an_agent() -> None:
    text = (
        "Sebanyak 27 calon pekerja migran diamankan saat hendak naik kapal di Pelabuhan Nusantara, "
        "Sabtu (11/7/2026).\n\nKapolres Parepare AKBP Indra Waluyo mengatakan, pengamanan "
        "dilakukan Polres Parepare bersama BP3MI Sulawesi Selatan. Dari hasil pendataan, 18 orang "
        "berasal dari Kabupaten Bone, enam dari Sinjai, dan tiga dari Bulukumba."
    )
    found = read(text)
    agents = ["Polres Parepare", "BP3MI Sulawesi Selatan"]
    assert shown(found, "Interception", "conductedBy") == agents
    assert shown(found, "Count", "origin") == [
        "Kabupaten Bone", "Sinjai", "Kabupaten Bulukumba"
    ]  # fmt: skip
    assert shown(found, "Count", "includedIn") == ["27 calon pekerja migran"] * 3
    # Migrants held somewhere, some day or other, are not yet stopped on their way out.
    held = read("Sebanyak 27 pekerja migran diamankan.")
    assert shown(held, "Interception", "affected") == []


def test_shares_by_port_behind_a_sum() -> None:
    text = (
        "KP2MI mencatat 1.024 pekerja migran dipulangkan selama Juni 2026. Dari jumlah tersebut, "
        "780 orang masuk melalui Pelabuhan Batam Center dan 244 orang melalui Pelabuhan Tunon Taka."
    )
    found = read(text)
    assert shown(found, "Count", "area") == ["Pelabuhan Batam Center", "Pelabuhan Tunon Taka"]
    assert shown(found, "Count", "includedIn") == ["1.024 pekerja migran"] * 2


def test_in_the_raid() -> None:
    text = (
        "Dalam penggerebekan di rumah kos di Jalan Bhayangkara, polisi mendapati 16 calon PMI asal "
        "Flores."
    )
    found = read(text)
    assert shown(found, "Raid", "occurredAt") == ["Jalan Bhayangkara"]
    assert shown(found, "Raid", "affected") == ["16 calon PMI".replace("PMI", "pekerja migran")]
    plan = read("Dalam penggerebekan di Jalan Bhayangkara nanti, polisi akan membawa anjing.")
    assert shown(plan, "Raid", "affected") == []


def test_both_of_those_named_before_in_another_paragraph() -> None:
    text = (
        "Dua tersangka, LM (43) dan ST (36), dibawa ke Kejari Nunukan.\n\nJaksa Amrizal Riza "
        "mengatakan keduanya ditangkap pada 9 Februari 2026."
    )
    found = read(text)
    assert shown(found, "Arrest", "apprehended") == ["LM", "ST"]
    one = read(text.replace("dan ST (36)", "dan rekannya"))
    assert shown(one, "Arrest", "apprehended") == []


def test_shares_of_platforms() -> None:
    text = (
        "Komdigi memutus akses 2.311 konten selama Januari-Juni 2026. Sebanyak 1.640 konten ada di "
        "Facebook, 402 di TikTok."
    )
    found = read(text)
    assert shown(found, "Count", "measure") == ["content-taken-down"] * 3
    assert shown(found, "Count", "includedIn") == ["2.311 konten"] * 2


def test_rows_by_day() -> None:
    text = (
        "Polisi memeriksa dua kapal. Rinciannya sebagai berikut:\n\n- 5 Mei 2026: 4 kasus, 19 "
        "korban\n- 6 Mei 2026: 5 kasus, 63 korban"
    )
    found = read(text)
    assert shown(found, "Count", "countLower") == ["4", "19", "5", "63"]
    assert shown(found, "Count", "window") == ["2026-05-05"] * 2 + ["2026-05-06"] * 2


def test_parts_by_province_with_short_forms_and_equal_numbers() -> None:
    text = (
        "KBRI Kuala Lumpur memulangkan 77 pekerja migran. Sebagian besar berasal dari Sulawesi "
        "Selatan sebanyak 45 orang, Nusa Tenggara Barat (NTB) 2 orang, dan Jawa Timur 2 orang."
    )
    found = read(text)
    assert shown(found, "Count", "countLower") == ["77", "45", "2", "2"]
    assert len(shown(found, "Count", "origin")) == 3


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "Satgas TPPO Polda Kepri menggagalkan pengiriman lima calon PMI, serta menangkap dua "
            "tersangka.",
            ["Satgas TPPO Polda Kepri"],
        ),
        (
            "Satgas TPPO Polda Kepri menggagalkan pengiriman lima calon PMI, sedangkan Polres "
            "Bintan dan warga menangkap dua tersangka.",
            ["Polres Bintan"],
        ),
    ],
)
def test_one_subject_of_two_deeds(text: str, agents: list[str]) -> None:
    assert shown(read(text), "Arrest", "conductedBy") == agents


def test_those_who_wait_to_go_home_are_not_home() -> None:
    found = read("Sebanyak 313 PMI masih tertahan hingga menunggu waktu dipulangkan.")
    assert shown(found, "Count", "measure") == []


def test_sums_out_of_many_cases_are_no_events() -> None:
    text = (
        "Satgas TPPO Polri mengungkap 1.012 kasus sepanjang Januari-Juni 2026. Dari jumlah itu, "
        "polisi menangkap 1.201 tersangka dan menyelamatkan 3.450 korban."
    )
    found = read(text)
    assert shown(found, "Arrest", "apprehended") == []
    assert shown(found, "Rescue", "affected") == []
    assert shown(found, "Count", "measure")[1:] == ["suspects-arrested", "persons-rescued"]


def test_a_car_with_people_in_it() -> None:
    text = (
        "Anggota Polsek Entikong bersama personel Satgas Pamtas mengamankan satu unit mobil travel "
        "yang mengangkut sembilan calon pekerja migran, Jumat (17/7/2026). Kesembilan orang itu, "
        "tujuh di antaranya perempuan, berasal dari Lombok Tengah."
    )
    found = read(text)
    assert shown(found, "Interception", "conductedBy") == ["Polsek Entikong", "Satgas Pamtas"]
    assert shown(found, "Interception", "affected") == ["sembilan calon pekerja migran"]
    assert shown(found, "Group", "origin") == ["Kabupaten Lombok Tengah"]
    goods = read("Polsek Entikong mengamankan satu unit mobil yang mengangkut sembilan karung.")
    assert shown(goods, "Interception", "conductedBy") == []


def test_where_those_returned_came_in() -> None:
    text = (
        "KJRI Jeddah memulangkan 175 WNI. Dari jumlah itu, 121 adalah perempuan, 30 laki-laki, dan "
        "24 anak-anak. Setelah mendarat di Bandara Soekarno-Hatta, mereka beristirahat."
    )
    found = read(text)
    assert shown(found, "Repatriation", "transit") == ["Bandara Soekarno-Hatta"]
    assert shown(found, "Count", "includedIn") == ["175 WNI"] * 3
    assert shown(found, "Count", "measure") == ["persons-repatriated"] * 4


def test_rates_and_irregular_migrants() -> None:
    rate = read("Komdigi memblokir 20 akun media sosial tiap bulan.")
    assert shown(rate, "CyberTakedown", "conductedBy") == []
    found = read("Lebih dari 5 juta pekerja migran berangkat secara nonprosedural.")
    assert shown(found, "Count", "measure") == ["irregular-migrants"]
    stopped = read("BP3MI Riau mencegah 12 calon PMI yang hendak bekerja secara ilegal di Johor.")
    assert shown(stopped, "Count", "measure") == ["departures-prevented"]


def test_people_and_crew_of_a_boat_and_bare_numbers_in_brackets() -> None:
    text = (
        "Satpolairud Polres Tanjungbalai mengamankan satu unit speedboat yang mengangkut 36 orang "
        "PMI serta tiga awak kapal, Senin (6/7/2026)."
    )
    found = read(text)
    assert shown(found, "Interception", "affected") == ["36 pekerja migran"]
    assert shown(found, "Interception", "date") == ["2026-07-06"]
    text = (
        "KP2MI menerima 1.583 pengaduan. Pengaduan terbanyak berasal dari Malaysia (412 "
        "pengaduan), Arab Saudi (365), dan Taiwan (198)."
    )
    found = read(text)
    assert shown(found, "Count", "measure") == ["complaints-received"] * 4
    assert shown(found, "Count", "origin") == ["Malaysia", "Arab Saudi", "Taiwan"]
    aged = read("Polisi menangkap dua tersangka, Budi Karsa (36) dan Sinta Dewi (41).")
    assert shown(aged, "Count", "countLower") == ["2"]
