"""Agencies, units, posts and territories: what a name says and which id it leads to."""

from __future__ import annotations

import pytest

from loaders.text import agencies, places, posts, regions, teams
from loaders.text.draft import Metadata
from loaders.text.extract import extract
from loaders.text.tokens import tokenize


def agency_id(text: str) -> str:
    found = agencies.at(tokenize(text), 0)
    return found.id if found else "-"


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("KemenP2MI", "org:kp2mi"),
        ("Kementerian Pelindungan Pekerja Migran Indonesia", "org:kp2mi"),
        ("BP2MI", "org:bp2mi"),
        ("Polda NTT", "org:polda-nusa-tenggara-timur"),
        ("Polda Riau", "org:polda-riau"),
        ("Polda Kepri", "org:polda-kepulauan-riau"),
        ("Polda Metro Jaya", "org:polda-metro-jaya"),
        ("Kepolisian Daerah Nusa Tenggara Barat", "org:polda-nusa-tenggara-barat"),
        ("Ditreskrimum Polda Kepri", "org:ditreskrimum-polda-kepulauan-riau"),
        ("Direktorat Reserse Kriminal Umum (Ditreskrimum) Polda Riau",
         "org:ditreskrimum-polda-riau"),
        ("Satreskrim Polres Karimun", "org:satreskrim-polres-karimun"),
        ("Polresta Bandara Soekarno-Hatta", "org:polresta-soekarno-hatta"),
        ("Kepolisian Resor Kota (Polresta) Bandara Soekarno-Hatta",
         "org:polresta-soekarno-hatta"),
        ("Polres Metro Tangerang Kota", "org:polres-metro-tangerang-kota"),
        ("Polres Dumai AKBP Angga", "org:polres-dumai"),
        ("Pemprov NTT", "org:pemprov-nusa-tenggara-timur"),
        ("Pemkab Gorontalo", "org:pemkab-gorontalo"),
        ("BP3MI Riau", "org:bp3mi-riau"),
        ("Kantor Imigrasi Kelas I TPI Batam", "org:kantor-imigrasi-batam"),
        ("PN Kupang", "org:pn-kupang"),
        ("KBRI Phnom Penh", "org:kbri-phnom-penh"),
        ("Lanal Tanjung Balai Karimun", "org:lanal-tanjung-balai-karimun"),
        ("Polda", ""),
        ("Imigrasi", "-"),
        ("Pengadilan Negeri", "-"),
    ],
)  # fmt: skip
def test_ids(text: str, id_: str) -> None:
    assert agency_id(text) == id_


def test_a_unit_knows_its_parent() -> None:
    found = agencies.at(tokenize("Ditreskrimum Polda Kepri"), 0)
    assert found is not None
    assert found.parent == "org:polda-kepulauan-riau"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Riau", "14"), ("Kepulauan Riau", "21"), ("Kepri", "21"), ("NTT", "53"),
        ("Kota Kupang", "53.71"), ("Kabupaten Kupang", "53.01"), ("Batam", "21.71"),
        ("Tanjungpinang", "21.72"), ("Jambi", "15"), ("DKI Jakarta", "31"),
    ],
)  # fmt: skip
def test_codes(name: str, code: str) -> None:
    assert regions.decide(regions.codes_by_name()[name]) == code


def test_shared_names_wait_for_the_document() -> None:
    codes = regions.codes_by_name()["Bandung"]
    assert regions.decide(codes) is None
    assert regions.decide(codes, frozenset({"32.73"})) == "32.73"


def test_all_levels_are_there() -> None:
    names = regions.names_by_code()
    assert len([code for code in names if "." not in code]) == 38
    assert len([code for code in names if "." in code]) == 514


@pytest.mark.parametrize(
    ("text", "cls", "size"),
    [
        ("Pelabuhan Tunon Taka", "Port", 3),
        ("Bandara Internasional Soekarno-Hatta", "Airport", 3),
        ("PLBN Entikong", "BorderCrossing", 2),
        ("Kecamatan Sungai Sembilan", "District", 3),
        ("Malaysia", "Country", 1),
        ("Tangerang Kota", "Territory", 2),
        ("Phnom Penh", "Place", 2),
    ],
)
def test_places(text: str, cls: str, size: int) -> None:
    found = places.at(tokenize(text), 0)
    assert found is not None
    assert (found.cls, found.size) == (cls, size)


def test_people_are_no_country() -> None:
    assert places.at(tokenize("Migran Indonesia"), 1) is None


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Direktur Pelindungan WNI Kementerian Luar Negeri", 3),
        ("Kabid Humas Polda Riau", 2),
        ("Gubernur Nusa Tenggara Timur", 1),
        ("Presiden Republik Indonesia, Prabowo", 3),
        ("Kepala BP3MI Riau", 1),
        ("Kepala Subdirektorat Bidang Remaja, Anak, dan Wanita Polda NTB", 9),
    ],
)
def test_posts(text: str, size: int) -> None:
    found = posts.at(tokenize(text), 0)
    assert found is not None
    assert found.size == size


@pytest.mark.parametrize(
    ("rule", "codes", "id_"),
    [
        ("pemprov", ("53",), "org:pemprov-nusa-tenggara-timur"),
        ("polda", ("31",), "org:polda-metro-jaya"),
        ("polres", ("14", "14.72"), "org:polres-dumai"),
        ("polda", ("14.72",), ""),
        ("country:ID", (), ""),
        ("pemkab", (), ""),
    ],
)
def test_organisation_of_a_post(rule: str, codes: tuple[str, ...], id_: str) -> None:
    assert posts.organisation(rule, codes) == id_


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("Tim Reaksi Cepat", "RapidReactionTeam"),
        ("Tim Patroli Siber KP2MI", "CyberPatrolTeam"),
        ("Desk Koordinasi Pelindungan Pekerja Migran", "CoordinationDesk"),
        ("Gugus Tugas Pencegahan dan Penanganan TPPO", "TaskForce"),
        ("Pemerintah Malaysia", "PublicBody"),
    ],
)
def test_teams(text: str, cls: str) -> None:
    found = teams.at(tokenize(text), 0)
    assert found is not None
    assert found.cls == cls


def test_a_plain_word_is_no_team() -> None:
    assert teams.at(tokenize("Tim gabungan bergerak"), 0) is None


def test_a_short_form_in_brackets_before_the_place() -> None:
    tokens = tokenize("Polsek Kawasan Khusus Pelabuhan (KKP) Batam")
    agency = agencies.at(tokens, 0)
    assert agency is not None
    assert (agency.id, agency.size) == ("org:polsek-kkp-batam", len(tokens))


@pytest.mark.parametrize(
    ("text", "prop", "expected"),
    [
        ("Kejaksaan Negeri Batam menahan dua orang.", "jurisdiction", {"region:21.71"}),
        ("BP3MI Riau memulangkan mereka.", "jurisdiction", {"region:14"}),
        # A court of appeal bears the name of its seat.
        ("Pengadilan Tinggi Surabaya menguatkan putusan itu.", "jurisdiction", set()),
        ("Kantor Imigrasi Batam menolak mereka.", "jurisdiction", set()),
        ("Kanwil Kemenkumham Jawa Timur hadir.", "parentOrganization", {"org:kemenkumham"}),
        ("Unit Pelayanan Teknis (UPT) Badan Pelindungan Pekerja Migran Indonesia (BP2MI) Wilayah "
         "Riau hadir.", "parentOrganization", {"org:bp2mi"}),
        ("Subdit empat Direktorat Intelijen Keamanan (Intelkam) Polda Riau menyelidikinya.",
         "parentOrganization", {"org:ditintelkam-polda-riau", "org:polda-riau"}),
    ],
)  # fmt: skip
def test_what_the_name_of_an_office_says(text: str, prop: str, expected: set[str]) -> None:
    found = extract(text, document=Metadata(published="2025-08-06"))
    assert {claim.value for claim in found.claims if claim.property == prop} == expected


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Kepala Satgas (Kasatgas) Penanganan TPPO Irjen Pol Andi Saputra mengatakan hal itu.",
         "Kepala Satgas (Kasatgas) Penanganan TPPO"),
        ("Menteri Kelautan dan Perikanan Sri Wahyuni mengatakan hal itu.",
         "Menteri Kelautan dan Perikanan"),
        ("Jaksa Penuntur Umum (JPU) Kejaksaan Negeri Batam, Dewi Sartika, menuntut terdakwa.",
         "Jaksa Penuntur Umum Kejaksaan Negeri Batam"),
    ],
)  # fmt: skip
def test_long_and_misspelt_posts_have_their_holder(text: str, post: str) -> None:
    found = extract(text, document=Metadata(published="2025-08-06"))
    assert post in {entity.caption for entity in found.entities if entity.cls == "Position"}
    assert any(entity.cls == "PositionHolding" for entity in found.entities)
