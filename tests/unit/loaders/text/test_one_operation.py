"""What goes on over sentences and lines: bare agents, one operation, lists below a colon."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

DONE = "Polda Riau menggagalkan keberangkatan 14 calon PMI di Rupat, Sabtu (2/8/2025)."


read = reader("2025-08-06")


@pytest.mark.parametrize(
    "sentence",
    [
        "Petugas juga menangkap dua tersangka.",
        "Dari lokasi, polisi meringkus dua tersangka.",
        "Operasi itu berhasil menangkap dua tersangka.",
    ],
)
def test_a_bare_agent_is_the_one_agency_told_before(sentence: str) -> None:
    assert shown(read(f"{DONE} {sentence}"), "Arrest", "conductedBy") == ["Kepolisian Daerah Riau"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DONE} Polres Dumai menyelamatkan 5 korban. Petugas juga menangkap dua tersangka.",
        "BP3MI Riau menggagalkan keberangkatan 14 calon PMI. Polisi menangkap dua tersangka.",
        "Petugas menangkap dua tersangka.",
        f"{DONE} Polisi menangkap dua tersangka di Johor.",
        f"{DONE} Pada Maret 2023, polisi menangkap dua tersangka.",
        f"{DONE} Sebelumnya, petugas menangkap dua tersangka.",
        f"{DONE} Warga yang menghubungi petugas Bandara menangkap dua tersangka.",
    ],
)
def test_a_bare_agent_that_may_be_another(text: str) -> None:
    assert shown(read(text), "Arrest", "conductedBy") == []


def test_the_subject_of_the_sentence_before() -> None:
    text = (
        "Satreskrim Polres Dumai mengungkap pengiriman ilegal pekerja migran ke Malaysia. Operasi "
        "ini berhasil menyelamatkan 12 korban."
    )
    assert shown(read(text), "Rescue", "conductedBy") == ["Satreskrim Polres Dumai"]


def test_a_bare_agent_of_two_verbs() -> None:
    text = (
        "Polda Riau mengungkap pengiriman ilegal pekerja migran. Operasi ini berhasil "
        "menangkap tujuh tersangka dan menyelamatkan 12 korban."
    )
    found = read(text)
    assert len(shown(found, "Arrest", "conductedBy")) == 1
    assert shown(found, "Rescue", "conductedBy") == shown(found, "Arrest", "conductedBy")
    other = read(text.replace("tersangka dan", "tersangka yang merekrut dan"))
    assert shown(other, "Rescue", "conductedBy") == []


def test_one_operation_has_one_day_and_place() -> None:
    found = read(f"{DONE} Dalam operasi tersebut, polisi menangkap dua tersangka.")
    assert shown(found, "Arrest", "date") == ["2025-08-02"]
    assert shown(found, "Arrest", "occurredAt") == ["Rupat"]
    other = read(f"{DONE} Polisi kemudian menangkap dua tersangka.")
    assert shown(other, "Arrest", "date") == []


def test_lists_in_lines_of_their_own() -> None:
    text = (
        "Polres Dumai menangkap dua tersangka. Barang bukti yang diamankan antara lain:\n"
        "- 14 paspor\n- 13 unit telepon seluler\nMereka dijerat dengan pasal-pasal berikut:\n"
        "- Pasal 81 UU Nomor 18 Tahun 2017\n(ancaman 10 tahun)\n- Pasal 4 UU Nomor 21 Tahun 2007\n"
        "Pasal 10 UU Nomor 21 Tahun 2007 dibahas dalam seminar.\n"
    )
    found = read(text)
    assert shown(found, "Item", "quantity") == ["14", "13"]
    charged = [c.value for c in found.claims if c.property == "chargedUnder"]
    assert charged == ["law:uu-18-2017-ps-81", "law:uu-21-2007-ps-4"]


def test_the_sentence_before_announces_day_and_place() -> None:
    text = (
        "Pengungkapan kedua dilaksanakan Unit PPA Satreskrim Polres Sanggau pada 8 Mei 2025 di "
        "Desa Balai. Dari tempat itu petugas menyelamatkan 14 orang perempuan yang ditampung "
        "selama lima hari."
    )
    found = read(text)
    assert shown(found, "Rescue", "date") == ["2025-05-08"]
    assert shown(found, "Rescue", "occurredAt") == ["Desa Balai"]
    assert len(shown(found, "Rescue", "conductedBy")) == 1
    apart = read(text.replace(". Dari tempat", ".\n\nDi tempat lain"))
    assert shown(apart, "Rescue", "date") == []


def test_what_lasts_in_a_relative_clause_makes_no_sum() -> None:
    assert shown(read("Polres Dumai menyelamatkan 14 korban selama 2024."), "Rescue", "date") == []
    text = "Polres Dumai menyelamatkan 14 korban yang ditampung selama lima hari."
    assert len(shown(read(text), "Rescue", "affected")) == 1


def test_who_was_in_what_was_stopped() -> None:
    found = read("Polsek Entikong menghentikan dua mobil yang mengangkut 19 orang asal Sambas.")
    assert shown(found, "Interception", "affected") == ["19 orang"]
    other = read("Polsek Entikong menghentikan dua mobil. Sebanyak 19 orang melihat.")
    assert shown(other, "Interception", "affected") == []


def test_what_is_agreed_is_not_formed_yet() -> None:
    text = "Deklarasi itu memuat lima butir. Di antaranya membentuk Satgas TPPO Desa Wae Rebo."
    assert shown(read(text), "Formation", "resultingOrganization") == []
    done = "Polda NTT membentuk Satgas TPPO Polda NTT."
    assert shown(read(done), "Formation", "resultingOrganization") == ["Satgas TPPO Polda NTT"]


def test_arrests_by_trade_and_by_means_of() -> None:
    found = read("Polda Banten membekuk empat perekrut pekerja migran ilegal di Kota Tangerang.")
    assert shown(found, "Arrest", "apprehended") == ["empat perekrut"]
    found = read("Polda NTB mengungkap kasus TPPO dengan menangkap dua pelaku.")
    assert len(shown(found, "Arrest", "conductedBy")) == 1
