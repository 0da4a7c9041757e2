"""Rows of numbers by agency and home, pay really got, what was granted, stretches told before."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-06-01")


def counted(text: str, prop: str) -> list[tuple[str, str]]:
    """Return each number of a text that has a property, with its value there."""
    found = read(text)
    sizes = {c.subject: c.value for c in found.claims if c.property == "countLower"}
    told = [c for c in found.claims if c.property == prop and c.subject in sizes]
    return sorted((sizes[c.subject], c.value) for c in told)


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        (
            "Dari 190 laporan polisi, tujuh di Polda Riau, empat di Polda Bali, empat di Polda"
            " Banten, dan tiga di Polda Jambi.",
            [("3", "15"), ("4", "36"), ("4", "51"), ("7", "14")],
        ),
        (
            "Ada 31 korban, yakni Polda Aceh tiga korban; Polda Riau (Riau) ada 17 korban; Polda"
            " Bali 11 orang korban.",
            [("11", "51"), ("17", "14"), ("3", "11")],
        ),
        (
            "Ada 30 laporan polisi di Bareskrim. Polda Banten lima, Polda Bali 25, dan Polda"
            " Jambi satu.",
            [("1", "15"), ("25", "51"), ("5", "36")],
        ),
        # Of two together, it is of neither.
        (
            "Ada 30 korban, yakni di Bareskrim dan Polda Banten ada 15 korban; Polda Bali ada 10"
            " korban; Polda Jambi ada 5 korban.",
            [("10", "51"), ("5", "15")],
        ),
        # Nothing says what these count, or they are no row.
        ("Polda Banten lima, Polda Bali 25, dan Polda Jambi satu.", []),
        ("Polisi mengamankan dua orang di Polda Riau lalu tiga orang di Polda Jambi.", []),
    ],
)
def test_rows_of_agencies(text: str, areas: list[tuple[str, str]]) -> None:
    told = [(size, area.rpartition(":")[2]) for size, area in counted(text, "area")]
    assert told == areas


def test_homes_go_on_in_the_next_sentence() -> None:
    text = (
        "Sebanyak 20 PMI dipulangkan dari Malaysia. Para PMI berasal dari Aceh sebanyak 9 orang,"
        " Jambi 2 orang. Kemudian, Banten 6 orang, Lampung 3 orang."
    )
    assert {size for size, _ in counted(text, "origin")} >= {"9", "2", "6", "3"}
    assert not {"6", "3"} & {size for size, _ in counted(text, "area")}


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        (
            "Polri menyampaikan hasil penindakan dalam periode 5-18 Juni 2023. Dalam hampir dua"
            " pekan itu, Satgas TPPO menetapkan 494 tersangka.",
            [("494", "2023-06-05/2023-06-18")],
        ),
        (
            "Penindakan berlangsung 1-20 Mei 2025. Pada periode yang sama, polisi menangkap 12"
            " tersangka.",
            [("12", "2025-05-01/2025-05-20")],
        ),
        # A day is no stretch, and that of another year is told of no number here.
        ("Rapat digelar 5 Mei 2025. Dalam dua pekan itu polisi menangkap 12 tersangka.", []),
        (
            "Penindakan berlangsung 1-20 Mei 2025. Pada periode yang sama tahun lalu polisi"
            " menangkap 12 tersangka.",
            [],
        ),
    ],
)
def test_a_stretch_told_before(text: str, windows: list[tuple[str, str]]) -> None:
    assert counted(text, "window") == windows


PROMISED = "Para korban dijanjikan gaji Rp 12 juta per bulan. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Namun, mereka hanya menerima Rp 2 juta per bulan.", "2000000"),
        ("Nyatanya mereka cuma dibayar Rp 35 ribu per hari.", "35000"),
        ("Kenyataannya gaji yang dibayarkan hanya Rp 1,5 juta.", "1500000"),
        ("Upah yang mereka terima hanya sekitar Rp 900 ribu.", "900000"),
        # What others get, what is denied, supposed or still to come.
        ("Keluarga korban hanya menerima santunan Rp 20 juta.", None),
        ("Agen hanya menerima Rp 3 juta.", None),
        ("Mereka tidak hanya menerima Rp 2 juta per bulan.", None),
        ("Jika sakit, mereka hanya menerima Rp 2 juta per bulan.", None),
        ("Mereka akan hanya menerima Rp 2 juta per bulan.", None),
    ],
)
def test_pay_really_got(text: str, told: str | None) -> None:
    found = read(PROMISED + text)
    paid = {
        c.subject
        for c in found.claims
        if c.value.startswith(("hanya", "cuma", "gaji yang", "Upah yang", "yang"))
    }
    amounts = [c.value for c in found.claims if c.subject in paid and c.property == "amountIdr"]
    assert amounts == ([told] if told else [])


TRIED = (
    "Majelis hakim Pengadilan Negeri Malang menjatuhkan vonis enam tahun penjara kepada terdakwa"
    " Marwan Hadi (40), Kamis (8/5/2025). "
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Jaksa juga meminta restitusi Rp 412 juta bagi para korban. Namun, majelis hanya"
            " mengabulkan Rp 268 juta.",
            ["268000000"],
        ),
        ("Jaksa juga memohon pembayaran restitusi Rp 412 juta bagi para korban.", []),
        ("Majelis juga mewajibkan terdakwa membayar restitusi Rp 412 juta.", ["412000000"]),
        ("Majelis hakim mengabulkan permohonan penangguhan dengan jaminan Rp 50 juta.", []),
    ],
)
def test_restitution_is_what_was_granted(text: str, told: list[str]) -> None:
    assert shown(read(TRIED + text), "Verdict", "restitutionIdr") == told


@pytest.mark.parametrize(
    ("text", "ends", "passed"),
    [
        (
            "Sebelum diberangkatkan ke Bali, para korban ditampung di Pekalongan, lalu dikirim ke"
            " Pelabuhan Benoa.",
            ["Bali"],
            ["Pekalongan"],
        ),
        (
            "Para korban ditampung di Batam, lalu diterbangkan ke Dubai dengan visa kunjungan.",
            ["Dubai"],
            ["Kota Batam"],
        ),
    ],
)
def test_ways_with_their_end_in_front(text: str, ends: list[str], passed: list[str]) -> None:
    found = read(text)
    assert shown(found, "Route", "destination") == ends
    assert shown(found, "Route", "transit") == passed


def test_words_that_are_no_job() -> None:
    assert (
        shown(read("Korban dijanjikan pekerjaan legal dan gaji Rp 8 juta."), "JobOffer", "jobTitle")
        == []
    )
    text = "Lowongan itu palsu. Posisi kerja yang ditawarkan seperti operator pemasaran di Kamboja."
    assert shown(read(text), "JobOffer", "jobTitle") == ["operator pemasaran"]


def test_where_a_firm_is_nobody_was_counted() -> None:
    text = "PT Bahari Mandiri di Tegal telah memberangkatkan 231 ABK ke kapal Cina secara ilegal."
    assert counted(text, "area") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sejak 2021 hingga 2023, tersangka telah memberangkatkan 120 orang ke Malaysia.", True),
        ("PT Bahari Mandiri telah memberangkatkan 231 ABK ke kapal Cina.", True),
        ("Sindikat itu sudah mengirim 35 korban ke Kamboja.", True),
        ("Tersangka diduga memberangkatkan 20 PMI ke Malaysia.", False),
        ("Tersangka hendak memberangkatkan 20 PMI ke Malaysia.", False),
        ("Ia ditahan, dan rencana memberangkatkan dua orang ke Jepang batal.", False),
        ("Perusahaan itu gagal memberangkatkan 64 calon pekerja migran ke Kanada.", False),
        ("Polda mengirim 20 orang ke lokasi.", False),
        ("Kemenag memberangkatkan 300 orang jemaah haji.", False),
        ("Lima korban lainnya telah meninggalkan daerah untuk mencari pekerjaan.", False),
    ],
)
def test_those_sent_by_anybody_departed(text: str, told: bool) -> None:
    measures = shown(read(text), "Count", "measure")
    assert ("persons-departed" in measures) is told
    assert "deaths" not in measures


def test_where_people_arrive_they_were_not_counted() -> None:
    text = (
        "Sebanyak 36 warga negara Indonesia (WNI) yang menjadi korban penipuan daring di Kamboja"
        " tiba di Indonesia."
    )
    assert counted(text, "area") == [("36", "country:KH")]


def test_who_is_held_after_sending_people_did_not_send_them_that_day() -> None:
    text = "Tersangka ditahan pada 9 Mei 2025 setelah memberangkatkan enam PMI ke Kamboja."
    assert counted(text, "window") == []
    assert counted(text, "measure") == [("6", "persons-departed")]
