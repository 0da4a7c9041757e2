"""Ways told leg by leg, in several sentences, by names alone; and whose way is none."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-05-14")


def way(text: str) -> tuple[list[str], list[str], list[str], list[str]]:
    found = read(text)
    origin, transit, exits, end = (
        shown(found, "Route", prop) for prop in ("origin", "transit", "exitPoint", "destination")
    )
    return origin, transit, exits, end


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dari Ende para korban diangkut kapal ke Surabaya, menginap semalam di Sidoarjo, lalu "
         "diterbangkan ke Kuala Lumpur.",
         (["Kabupaten Ende"], ["Kota Surabaya", "Kabupaten Sidoarjo"], [], ["Kuala Lumpur"])),
        ("Tujuh calon pekerja dari NTB transit di sebuah mes di Batam. Setelah itu mereka "
         "diseberangkan ke Muar.",
         (["Nusa Tenggara Barat"], ["Kota Batam"], [], ["Muar"])),
        ("Polisi mengusut jalur laut Dumai-Port Dickson yang dipakai sindikat.",
         (["Kota Dumai"], [], [], ["Port Dickson"])),
        ("Rute mereka: Kupang - Jakarta via udara, Jakarta - Bangkok, lalu lewat darat.",
         (["Kupang"], ["Daerah Khusus Ibukota Jakarta"], [], ["Bangkok"])),
        ("Keempatnya masuk ke Malaysia melalui Aruk. Dari Kuching mereka dibawa seorang agen "
         "bernama Liong ke Miri. Para korban belum pulang.",
         ([], ["Malaysia", "Aruk", "Kuching"], [], ["Miri"])),
        ("Pekerja itu terbang ke Jakarta, kemudian meninggalkan tanah air melalui Bandara "
         "Soekarno-Hatta dengan Scoot ke Phnom Penh.",
         ([], ["Daerah Khusus Ibukota Jakarta"], ["Bandara Soekarno-Hatta"], ["Phnom Penh"])),
        ("Pompong itu bertolak dari Pantai Kuda, Karimun, lalu dicegat. Di atasnya ada 14 calon "
         "PMI tujuan Johor.",
         (["Pantai Kuda", "Kabupaten Karimun"], [], [], ["Johor"])),
        ("SM mengantar korban dari Palu ke Jakarta lalu Bangkok.",
         (["Kota Palu"], ["Daerah Khusus Ibukota Jakarta"], [], ["Bangkok"])),
    ],
)  # fmt: skip
def test_a_way_is_told(text: str, told: tuple[list[str], list[str], list[str], list[str]]) -> None:
    assert way(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Polisi membawa dua tersangka dari Medan ke Jakarta melalui Bandara Kualanamu.",
        "Paspor para korban dikirim dari Surabaya ke Batam lewat jasa ekspedisi.",
        "Kuasa hukum korban, Rina Dewi, terbang dari Kupang ke Jakarta via Surabaya.",
        "Tim penyidik berangkat dari Kupang ke Batam untuk menjemput korban.",
        "Tersangka kabur dari Batam ke Malaysia. Korban tetap di Batam.",
        "BP3MI Riau membawa 12 korban dari Dumai ke Pekanbaru.",
        "Bila ada calon pekerja yang diberangkatkan dari Batam ke Malaysia, laporkan.",
        "Mereka membantah mengirim korban dari Batam ke Malaysia.",
        "Lembaga itu menyarankan jalur Sebatik-Tawau ditutup bagi penumpang.",
        "Polisi akan memperketat jalur Nunukan-Tawau bagi PMI ilegal.",
        "Korban dipulangkan dari Tawau melalui Nunukan ke Makassar.",
    ],
)
def test_no_way_of_theirs(text: str) -> None:
    assert way(text) == ([], [], [], [])


def test_ways_of_two_stay_apart() -> None:
    found = way(
        "Tiga orang berangkat dari Lombok ke Malaysia, sedangkan dua orang dari Kupang menuju "
        "Singapura."
    )
    assert found == (["Lombok"], [], [], ["Malaysia"])
