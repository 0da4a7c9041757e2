"""What releases of the police tell: who is caught, questioned or reported, and who paid whom."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def read(text: str) -> Extraction:
    """Read an article that was published on a Thursday."""
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-07"))


def shown(found: Extraction, cls: str, prop: str) -> list[str]:
    """Return the values of a property of a class, of things their captions."""
    entities = {entity.id: entity for entity in found.entities}
    values = [
        c.value
        for c in found.claims
        if c.property == prop and c.subject in entities and entities[c.subject].cls == cls
    ]
    return [entities[v].caption if v in entities else v for v in values]


CAUGHT = "Polres Bitung menangkap RB (40) di Girian, Senin (4/8/2025). "


@pytest.mark.parametrize(
    "text",
    [
        "Polres Bitung menangkap seorang calo asal Kecamatan Aertembaga, Senin (4/8/2025). Lelaki "
        "berinisial KL itu dilaporkan lima warga.",
        "Seorang pria berinisial KL (38) yang menyetir mobil berisi para calon pekerja migran ikut "
        "ditangkap, Senin (4/8/2025).",
        "Perempuan berinisial KL, 38 tahun, akhirnya ditangkap pada Senin (4/8/2025).",
    ],
)
def test_who_is_caught(text: str) -> None:
    found = read(text)
    assert shown(found, "Arrest", "apprehended") == ["KL"]
    assert shown(found, "Arrest", "date") == ["2025-08-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Polres Bitung menyelamatkan seorang perempuan. Perempuan berinisial KL itu menangis.",
        "Polres Bitung menangkap seorang calo dan memeriksa RB (40). Lelaki berinisial KL itu "
        "pergi.",
        "Polres Bitung menangkap tiga orang. Lelaki berinisial KL itu tetangga mereka.",
    ],
)
def test_who_is_named_later_need_not_be_meant(text: str) -> None:
    assert "KL" not in shown(read(text), "Arrest", "apprehended")


def test_a_paragraph_goes_on_about_the_accused() -> None:
    found = read(
        "Kepala LPK Mekar Jaya, Sabarudin Tolo, 52 tahun, kini mendekam di tahanan Polres Bitung."
        "\n\nIa ditangkap pada Minggu (3/8/2025) di Pasar Girian."
    )
    assert shown(found, "Arrest", "apprehended") == ["Sabarudin Tolo"]
    assert shown(found, "LegalStage", "stage") == ["detained"]


def test_the_head_of_a_firm_is_meant_by_his_post() -> None:
    seized = "Polresta Bitung menyita uang Rp175 juta milik Yulianti (46), Selasa (29/7/2025). "
    found = read(seized + "Direktur PT Karya Maju itu menjadi tersangka sejak 10 Juli 2025.")
    assert shown(found, "LegalStage", "stageOf") == ["Yulianti"]
    assert shown(found, "LegalStage", "date") == ["2025-07-10"]
    assert shown(found, "PositionHolding", "holder") == ["Yulianti"]
    found = read(seized + "Kepala BP3MI Sulut itu memuji polisi.")
    assert shown(found, "PositionHolding", "holder") == []


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Polisi memeriksa Direktur PT Karya Maju, Anton Suwarno, pada Selasa (5/8/2025).",
         ["questioned"]),
        ("Penjaga rumah berinisial TH dimintai keterangan di Polres Bitung.", ["questioned"]),
        ("Penjaga rumah berinisial TH diperiksa sebagai saksi.", []),
        ("Setelah memeriksa Anton Suwarno, polisi pulang.", []),
        ("Dokter memeriksa kesehatan TH (30).", []),
        ("Status Anton Suwarno masih terlapor.", ["reported"]),
        ("Keluarganya mendatangi Polres Bitung. Mereka melaporkan sponsor bernama Warsita (51) "
         "yang memberangkatkan korban.", ["reported"]),
        ("Media melaporkan Warsita (51) yang memenangi lomba.", []),
        ("Polisi menetapkan perekrut, Yulia Osara, sebagai tersangka dan menahannya pada 26 Juli "
         "2025.", ["suspect", "detained"]),
    ],
)  # fmt: skip
def test_stages(text: str, stages: list[str]) -> None:
    assert shown(read(text), "LegalStage", "stage") == stages


def test_the_day_of_questioning_is_not_that_of_becoming_a_suspect() -> None:
    found = read("Polisi memeriksa tersangka RB (40) pada Senin (4/8/2025).")
    assert shown(found, "LegalStage", "date") == []


def test_a_surprise_visit_is_a_raid() -> None:
    found = read(
        "Inspeksi mendadak BP3MI Sulawesi Utara bersama Polresta Manado ke sebuah rumah di "
        "Kecamatan Wanea, Senin (4/8/2025), menemukan 32 calon pekerja migran."
    )
    assert shown(found, "Raid", "conductedBy") == ["BP3MI Sulawesi Utara", "Polresta Manado"]
    assert shown(found, "Raid", "affected") == ["32 calon pekerja migran"]
    assert shown(found, "Raid", "date") == ["2025-08-04"]


def test_people_are_found_where_officers_came() -> None:
    found = read(
        "Selasa (5/8/2025) malam, rumah itu didatangi anggota Polresta Manado. Dua belas orang "
        "ditemukan berdesakan di tiga kamar."
    )
    assert shown(found, "Raid", "conductedBy") == ["Polresta Manado"]
    assert shown(found, "Raid", "affected") == ["Dua belas orang"]


def test_one_who_came_home() -> None:
    found = read(
        "Seorang pemuda asal Kecamatan Wanea tiba di Bandara Sam Ratulangi, Minggu (3/8/2025), "
        "setelah empat bulan disekap di Laos. Kepulangannya difasilitasi KBRI Vientiane."
    )
    assert shown(found, "Repatriation", "date") == ["2025-08-03"]
    assert shown(found, "Repatriation", "origin") == ["Laos"]
    assert shown(found, "Repatriation", "conductedBy") == ["KBRI Vientiane"]
    other = read("Seorang pemuda tiba di Bandara Sam Ratulangi, Minggu (3/8/2025), untuk berlibur.")
    assert shown(other, "Repatriation", "date") == []


def test_a_couple_did_it_together() -> None:
    found = read(
        "Penyidik Polda Sulut menetapkan dua tersangka. Mereka adalah Suhaimin dan Aminarti. "
        "Menurut Kompol Herlin Puteri, pasutri itu mengirim enam perempuan ke Erbil, Irak, pada "
        "Maret 2024."
    )
    assert shown(found, "Transporting", "transporter") == ["Suhaimin", "Aminarti"]
    assert set(shown(found, "Transporting", "date")) == {"2024-03"}


def test_what_the_one_suspect_was_paid() -> None:
    found = read(CAUGHT + "Masing-masing korban sudah menyetor Rp6 juta kepada tersangka.")
    assert shown(found, "Payment", "payee") == ["RB"]
    assert shown(found, "Payment", "amountIdr") == ["6000000"]
    several = CAUGHT + "Dua tersangka lain kabur. Korban menyetor Rp6 juta kepada tersangka."
    assert shown(read(several), "Payment", "payee") == []


@pytest.mark.parametrize(
    ("text", "job", "destination"),
    [
        ("Mereka membayar Rp45 juta agar bisa bekerja di pabrik ikan di Jepang.",
         "bekerja di pabrik ikan", "Jepang"),
        ("RB diduga menawarinya pekerjaan di bagian pemasaran hotel di Thailand.",
         "pemasaran hotel", "Thailand"),
    ],
)  # fmt: skip
def test_what_work_was_promised(text: str, job: str, destination: str) -> None:
    found = read(CAUGHT + text)
    assert shown(found, "JobOffer", "jobTitle") == [job]
    assert shown(found, "JobOffer", "destination") == [destination]


def test_who_is_told_to_work_elsewhere_is_not_forced() -> None:
    text = CAUGHT + "Dalam kasus perdagangan orang itu korban disuruh bekerja di kios di Taiwan."
    assert "forced-labour" not in shown(read(text), "TraffickingIncident", "purpose")


def test_where_people_come_from_as_an_officer_tells() -> None:
    found = read(
        "Polres Bitung menggagalkan keberangkatan 9 calon pekerja migran, Senin (4/8/2025). "
        "Kapolres Bitung AKBP Heri Pasaman mengatakan, para korban berasal dari Ambon dan Maluku "
        "Tengah."
    )
    assert shown(found, "Group", "origin") == ["Kota Ambon", "Kabupaten Maluku Tengah"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("RB memberangkatkan korban ke Oman pada Mei 2025.", ["2025-05"]),
        ("RB, yang bertugas mengantar korban ke Entikong, divonis pada Mei 2025.", []),
        ("RB menjemput korban di Bandara Sam Ratulangi pada Mei 2025.", []),
    ],
)
def test_one_person_who_was_sent(text: str, day: list[str]) -> None:
    assert shown(read(CAUGHT + text), "Transporting", "date") == day


def test_each_of_two_is_caught_on_a_day_of_his_own() -> None:
    found = read(
        "Polres Bitung menangkap dua orang. Kedua tersangka, Wahyono (37) dan Lina Marlena (29), "
        "diringkus pada Kamis dan Jumat pekan lalu."
    )
    assert {"Wahyono", "Lina Marlena"} <= set(shown(found, "Arrest", "apprehended"))
    assert shown(found, "Arrest", "date") == []


def test_several_are_held_since_one_day() -> None:
    found = read(
        "Polisi menangkap YT (42) dan MB (39) pada Senin (4/8/2025). Keduanya ditetapkan sebagai "
        "tersangka pada Selasa (5/8/2025). Kedua tersangka ditahan sejak Rabu (6/8/2025)."
    )
    days = shown(found, "LegalStage", "date")
    assert sorted(days) == ["2025-08-05", "2025-08-05", "2025-08-06", "2025-08-06"]


def test_a_row_of_parts_names_the_suspects() -> None:
    found = read(
        "Polda Sulut menetapkan tiga tersangka. Mereka ialah ED (36), petugas bandara; MY (44), "
        "pemilik agen perjalanan; serta FN (31), karyawan MY."
    )
    assert set(shown(found, "LegalStage", "stageOf")) == {"ED", "MY", "FN"}


@pytest.mark.parametrize(
    "text",
    [
        "Uang itu dikirim seorang warga negara Tiongkok bernama Chen.",
        "Komisi dibayar untuk orang yang diberangkatkan dari seorang agen berinisial FR.",
    ],
)
def test_who_sends_money_carries_nobody(text: str) -> None:
    assert shown(read(CAUGHT + text), "CaseRole", "role") == []


def test_a_slip_of_paper_is_no_fee() -> None:
    found = read(CAUGHT + "Polisi mengamankan bukti transfer senilai Rp45 juta dari calon pekerja.")
    assert shown(found, "JobOffer", "feeIdr") == []


def test_who_are_stopped_on_the_way_in_departed_nowhere() -> None:
    found = read(
        "Lanal Bitung menggagalkan masuknya pekerja migran ilegal dari Malaysia. Sebanyak 20 orang "
        "ditemukan di atas kapal di muara Sungai Girian, Rabu (6/8/2025)."
    )
    assert shown(found, "Interception", "affected") == ["20 orang"]
    assert "departures-prevented" not in shown(found, "Count", "measure")


def test_who_came_back_by_dark_ways_was_not_brought_home() -> None:
    text = "Kapal itu mengangkut 18 pekerja migran yang pulang dari Johor lewat jalur tikus."
    assert shown(read(text), "Repatriation", "affected") == []


def test_two_weeks_are_no_sunday() -> None:
    found = read(CAUGHT + "RB menampung enam calon pekerja di Girian selama dua minggu.")
    assert shown(found, "Harbouring", "date") == []


def test_the_name_of_a_thing_is_whole() -> None:
    found = read("Polisi menyita satu mobil Honda HR-V dan satu unit sepeda motor Honda Beat.")
    assert shown(found, "Item", "name") == [
        "satu mobil Honda HR-V",
        "satu unit sepeda motor Honda Beat",
    ]


def test_as_many_victims_as_people_rescued_are_they() -> None:
    found = read(
        "Polda Sulut menyelamatkan sembilan perempuan di Girian, Senin (4/8/2025). Kesembilan "
        "korban kini di rumah aman."
    )
    assert shown(found, "Group", "groupRole") == ["victim"]


@pytest.mark.parametrize(
    "caught",
    [
        "terciduk personel Polsek Nongsa",
        "ditangkap Polsek Nongsa",
        "tertangkap basah Polsek Nongsa",
    ],
)
def test_who_is_caught_when_about_to_send_stops_a_departure(caught: str) -> None:
    found = read(
        f"Seorang pria berinisial DL (41) {caught} saat hendak memberangkatkan 14 calon PMI ke "
        "Malaysia di Pantai Nongsa, Senin (4/8/2025)."
    )
    assert shown(found, "Arrest", "conductedBy") == ["Polsek Nongsa"]
    assert shown(found, "Arrest", "apprehended") == ["DL"]
    assert shown(found, "Interception", "conductedBy") == ["Polsek Nongsa"]
    assert shown(found, "Interception", "affected") == ["14 calon pekerja migran"]
    assert shown(found, "Interception", "date") == ["2025-08-04"]


def test_an_arrest_without_agent_and_day_stops_none() -> None:
    found = read("Keduanya dibekuk saat hendak mengirim tiga PMI ke Oman.")
    assert shown(found, "Interception", "affected") == []


@pytest.mark.parametrize(
    ("lead", "affected"),
    [
        ("Polisi menggagalkan pengiriman PMI ke Malaysia.", ["Delapan korban"]),
        ("Pengiriman PMI ilegal ke Malaysia berhasil digagalkan.", ["Delapan korban"]),
        ("Polisi berupaya menggagalkan pengiriman PMI ke Malaysia.", []),
    ],
)
def test_whom_the_sentence_behind_a_stopped_departure_tells(lead: str, affected: list[str]) -> None:
    found = read(f"{lead} Delapan korban diamankan oleh Polsek Nongsa, Senin (4/8/2025).")
    assert shown(found, "Interception", "affected") == affected


@pytest.mark.parametrize(
    "deed",
    [
        "melakukan sidak ke balai latihan",
        "menyidak penampungan",
        "menggelar inspeksi mendadak (sidak) di kantor",
    ],
)
def test_a_minister_who_inspects_a_firm(deed: str) -> None:
    found = read(f"Menteri P2MI Abdul Karsa {deed} PT Bina Rejeki di Bekasi, Senin (4/8/2025).")
    assert "Abdul Karsa" in shown(found, "Raid", "conductedBy")
    assert shown(found, "Raid", "affected") == ["PT Bina Rejeki"]
    assert shown(found, "Raid", "date") == ["2025-08-04"]


def test_the_day_of_an_inspection_is_not_that_of_the_sanction() -> None:
    found = read(
        "WARTA.CO.ID, JAKARTA -- Menteri Ketenagakerjaan Muh Yunus memberi sanksi tegas dengan "
        "mencabut izin PT Bina Rejeki, yang pada awal Agustus (4/8) lalu disidak karena menampung "
        "pekerja."
    )
    assert shown(found, "Raid", "date") == ["2025-08-04"]
    assert shown(found, "Raid", "occurredAt") == []
    assert shown(found, "LicenceAction", "date") == []


def test_those_found_sentences_later_are_of_the_one_stopped_departure() -> None:
    found = read(
        "Personel Polsek Nongsa menggagalkan pengiriman PMI ilegal di Pantai Nongsa, Senin "
        "(4/8/2025). Informasi itu dari warga. Sesampainya di lokasi, ditemukan dua mobil yang "
        "sedang memuat 14 orang diduga PMI."
    )
    assert shown(found, "Interception", "affected") == ["14 orang"]
    assert "Penggagalan keberangkatan" in shown(found, "Count", "countOf")


def test_citizens_arrested_abroad() -> None:
    found = read("Polisi Malaysia menangkap 12 WNI di Johor Bahru, Senin (4/8/2025).")
    assert shown(found, "Arrest", "apprehended") == ["12 wni"]
    assert shown(found, "Arrest", "occurredAt") == ["Johor Bahru"]


def test_migrants_said_to_be_caught_are_no_suspects() -> None:
    found = read("Petugas menangkap empat orang diduga pekerja migran Indonesia (PMI) ilegal.")
    assert shown(found, "Arrest", "apprehended") == []
