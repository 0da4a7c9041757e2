"""Names that go on, letters with a second name, offices told two ways, posts of the past."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def read(text: str, title: str = "Judul berita") -> Extraction:
    return extract(f"{title}\n\n{text}\n", document=Metadata(published="2025-11-20"))


def captions(text: str, cls: str) -> set[str]:
    return {entity.caption for entity in read(text).entities if entity.cls == cls}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Rektor Universitas Mataram Bambang Hari Kusumo mengatakan hal itu.",
            "Bambang Hari Kusumo",
        ),
        ("Terdakwa Darwis Hakim (49) didakwa menipu.", "Darwis Hakim"),
        ("Terdakwa Darwis Hakim ditahan.", "Darwis Hakim"),
        ("Lalu Ahmad Zainal (52) ditahan.", "Lalu Ahmad Zainal"),
        ("Kasi Penkum Kejati NTT A.A. Raka Putra mengatakan hal itu.", "A.A. Raka Putra"),
        ("Tim dipimpin Jaksa Utama Pratama Mohamad Ridosan.", "Mohamad Ridosan"),
        ("Kuasa hukumnya, Toni Sugiarto SH MH, mengatakan itu.", "Toni Sugiarto"),
        ("Sidang dengan terdakwa Feri Irawan digelar di PN Jambi.", "Feri Irawan"),
        ("Sidang dipimpin hakim ketua Anak Agung Made Aripati.", "Anak Agung Made Aripati"),
        ("Direktur Jenderal Imigrasi Yuldi Yusmana memastikan hal itu.", "Yuldi Yusmana"),
    ],
)
def test_a_name_holds_words_that_end_others(text: str, name: str) -> None:
    assert name in captions(text, "Person")


def test_words_behind_a_name_stay_behind_it() -> None:
    text = "Menurut Kapolda Bambang Sucipto Hari Senin itu tidak ada laporan."
    assert "Bambang Sucipto Hari Senin" not in captions(text, "Person")


def test_letters_in_a_list_may_have_a_second_name() -> None:
    found = read("Tiga tersangka berinisial SUP (46), UM alias Umi, dan JT ditahan.")
    letters = {c.value for c in found.claims if c.property == "initials"}
    aliases = {c.value for c in found.claims if c.property == "alias"}
    assert letters == {"SUP", "UM", "JT"}
    assert aliases == {"Umi"}
    assert captions("UM alias Umi mencari calon korban.", "Person") == {"UM"}


def test_one_office_told_two_ways() -> None:
    text = (
        "Satreskrim Polresta Cilacap menangkap SW (47). Kapolresta Cilacap Kombes Pol Budi Adhi "
        "mengatakan Polresta Cilacap memeriksa dua saksi."
    )
    offices = {e.id for e in read(text, "Polres Cilacap Tangkap SW").entities}
    assert "org:polres-cilacap" not in offices
    assert {"org:polresta-cilacap", "org:satreskrim-polresta-cilacap"} <= offices


def test_two_offices_of_one_name_stay_two() -> None:
    text = "Polres Malang dan Polresta Malang Kota menangkap SW (47)."
    offices = {e.id for e in read(text).entities if e.cls == "LawEnforcementAgency"}
    assert len(offices) == 2


@pytest.mark.parametrize(
    ("told", "is_held"),
    [
        ("Kepala Desa Karangjati, Sutarno,", True),
        ("Mantan Kepala Desa Karangjati, Sutarno,", False),
    ],
)
def test_who_held_a_post_holds_it_no_more(told: str, is_held: bool) -> None:
    found = read(f"{told} diperiksa polisi pada Senin (17/11/2025).")
    assert any(c.property == "holder" for c in found.claims) is is_held


def test_kin_who_are_only_heard_are_no_persons() -> None:
    text = "Polisi menahan SW (47). Istri SW, Lasmini, diperiksa sebagai saksi."
    assert captions(text, "Person") == {"SW"}


def test_who_is_still_sought() -> None:
    text = "Seorang pria berinisial AH yang diduga sebagai agen di Dubai masih buron."
    stages = {c.value for c in read(text).claims if c.property == "stage"}
    assert stages == {"wanted"}


def test_a_unit_within_a_unit_is_named_in_full() -> None:
    text = "Subdit IV Renakta Ditreskrimum Polda Jatim memeriksa lima saksi."
    names = {e.id: e.caption for e in read(text).entities}
    assert names["org:ditreskrimum-polda-jawa-timur"] == "Ditreskrimum Polda Jatim"


def test_a_witness_who_says_what_befell_her_is_no_person() -> None:
    text = "Salah seorang di antaranya, AD (24), mengaku direkrut tetangganya."
    assert captions(text, "Person") == set()


@pytest.mark.parametrize(
    ("text", "cls", "name"),
    [
        ("Presiden Direktur Sakura Co., Ltd. hadir.", "ForeignAgency", "Sakura Co., Ltd."),
        ("Ketua SBMI Cabang Indramayu hadir.", "CivilSocietyOrganization", "SBMI Cabang Indramayu"),
    ],
)
def test_where_the_name_of_a_group_begins_and_ends(text: str, cls: str, name: str) -> None:
    assert captions(text, cls) == {name}


def test_a_council_is_that_of_a_territory() -> None:
    text = "Bupati Indramayu Lucky Hakim dan Ketua DPRD Sirojudin hadir."
    assert "DPRD Sirojudin" not in captions(text, "PublicBody")


def test_the_kind_of_office_may_stand_behind_its_town() -> None:
    text = (
        "Polres Metro Tangerang Kota menahan SW (47). Kapolres Metro Tangerang Kota Kombes Jauhari "
        "membenarkan."
    )
    posts = {c.value for c in read(text).claims if c.property == "postIn"}
    assert posts == {"org:polres-metro-tangerang-kota"}
