"""What words near a fact seem to say and do not: invented sentences, with those that do say it."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract

TITLE = "Kabar Perkara Perdagangan Orang\n\n"


def claims(text, title=TITLE):
    """Return (class, caption, property, value) of all claims on a text below a title."""
    found = extract(title + text, document=Metadata(published="2025-08-06"))
    known = {one.id: one for one in found.entities}
    return {
        (
            known[claim.subject].cls,
            known[claim.subject].caption,
            claim.property,
            known[claim.value].caption if claim.value in known else claim.value,
        )
        for claim in found.claims
    }


def values(text, cls, prop):
    return {v for one, _, told, v in claims(text) if (one, told) == (cls, prop)}


def test_a_ministry_is_no_police_for_its_unit():
    text = (
        "Direktorat Siber Kementerian Pelindungan Pekerja Migran Indonesia (P2MI) menutup 12 akun."
    )
    found = extract(TITLE + text, document=Metadata(published="2025-08-06"))
    assert {one.cls for one in found.entities if one.id == "org:kp2mi"} == {"Ministry"}


def test_a_rank_of_judges_is_no_name():
    text = "Putusan itu dibacakan Hakim Tinggi Retno Wulandari di Pontianak."
    assert values(text, "PositionHolding", "holder") == {"Retno Wulandari"}


def test_a_town_behind_a_police_seat_is_not_its_name():
    text = "Polresta Barelang Batam menangkap HS. Kasus itu ditangani Polresta Barelang."
    found = extract(TITLE + text, document=Metadata(published="2025-08-06"))
    assert {one.id for one in found.entities if one.cls == "LawEnforcementAgency"} == {
        "org:polresta-barelang"
    }


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Lima korban telah meninggalkan daerah itu.", set()),
        ("Lima korban meninggal di kapal itu.", {"deaths"}),
    ],
)
def test_who_leaves_is_not_dead(text, measure):
    assert values(text, "Count", "measure") & {"deaths"} == measure


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Uang korban ditampung dalam rekening milik RA.", set()),
        ("Para korban ditampung dalam ruko milik RA.", {"harbouring"}),
    ],
)
def test_money_is_not_harboured(text, acts):
    lead = "Polisi menangkap RA dalam kasus perdagangan orang. "
    assert values(lead + text, "TraffickingIncident", "act") & {"harbouring"} == acts


@pytest.mark.parametrize(
    ("more", "prop"),
    [
        ("Kemudian, Nusa Tenggara Timur 36 orang, Jambi 4 orang.", "origin"),
        ("Kemudian, di Jambi 4 orang dirawat.", "area"),
    ],
)
def test_a_row_of_homes_goes_on(more, prop):
    text = "Mereka berasal dari Sulawesi Selatan 60 orang dan Jawa Timur 20 orang. "
    lead = "Pemerintah memulangkan 209 WNI dari Malaysia. "
    found = claims(lead + text + more)
    assert ("Count", "4 orang", prop, "Jambi") in found
    other = {"origin": "area", "area": "origin"}[prop]
    assert ("Count", "4 orang", other, "Jambi") not in found


def test_homes_that_add_up_by_chance_are_no_parts():
    text = (
        "Sebanyak 48 PMI dipulangkan. Sebanyak 21 orang berasal dari Sumatera Utara, 13 dari "
        "Kalimantan Barat, 8 dari Sulawesi Utara."
    )
    assert "21 orang" not in values(text, "Count", "includedIn")
    assert values(text, "Count", "origin") >= {"Kalimantan Barat", "Sulawesi Utara"}


def test_where_people_sank_nobody_was_arrested():
    who = "Polisi meringkus empat orang tersangka "
    text = who + "yang terlibat pengiriman 30 PMI ilegal yang tenggelam di Nongsa, Batam."
    assert values(text, "Arrest", "occurredAt") == set()
    assert "Kota Batam" in values(who + "pengiriman 30 PMI di Batam.", "Arrest", "occurredAt")


def test_letters_behind_or_are_of_that_firm():
    text = "PT Segara Niaga Utama atau SNU di Tegal merekrut ABK. PT SNU tidak berizin."
    found = extract(TITLE + text, document=Metadata(published="2025-08-06"))
    firms = {one.caption for one in found.entities if one.cls == "Company"}
    assert firms == {"PT Segara Niaga Utama"}


def test_aid_in_brackets_is_one_group():
    text = "Lembaga Bantuan Hukum (LBH) Semarang mendampingi. LBH Semarang menyatakan siap."
    found = extract(TITLE + text, document=Metadata(published="2025-08-06"))
    groups = {one.caption for one in found.entities if one.cls == "CivilSocietyOrganization"}
    assert groups == {"LBH Semarang"}


@pytest.mark.parametrize(
    "number", ["118/PID.SUS/2026/PT PTK", "405/Pid.Sus/2024/PN Mtr", "7/Pid.Sus/2024/PN Jkt.Utr"]
)
def test_a_case_number_ends_with_its_court(number):
    text = f"Perkara nomor {number} diputus pada Senin."
    assert values(text, "Case", "number") == {number}


def test_a_ticket_is_no_ship():
    text = "Polisi menyita paspor, 7 tiket KM Wahana, dan ponsel dari tersangka BT."
    assert "7 tiket KM Wahana" in values(text, "Seizure", "seized")
    assert not values(text, "Vessel", "name")


def test_where_they_land_is_no_way_there():
    text = "Sebanyak 42 PMI dipulangkan dan tiba di Bandara Soekarno-Hatta{} pada Senin (4/8/2025)."
    assert values(text.format(" melalui Singapura"), "Repatriation", "transit") == set()


def test_a_deadline_is_no_window():
    text = "Perusahaan memulangkan tiga pekerja dan enam lainnya {} tahun ini."
    assert values(text.format("paling lambat akhir"), "Count", "window") == set()
    assert values(text.format("hingga akhir"), "Count", "window") != set()


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Jakarta, Beranda Kita.id -- ", "Beranda Kita.id"),
        ("Jakarta, Kita.id -- ", "Kita.id"),
        ("JAKARTA, Kompas.com - ", "Kompas.com"),
    ],
)
def test_the_whole_name_of_an_outlet_is_read(lead, name):
    text = lead + "Polda Metro Jaya menangkap dua tersangka pada Senin (4/8/2025)."
    outlets = {v for one, _, told, v in claims(text) if told == "publisher"}
    assert outlets == {name}
