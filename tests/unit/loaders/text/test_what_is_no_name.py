"""Things, vessels, units and short forms are no persons; offices keep their own names."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def _of(text: str) -> Extraction:
    return extract(text, document=Metadata(published="2025-08-06"))


def _people(found: Extraction) -> set[str]:
    return {entity.caption for entity in found.entities if entity.cls == "Person"}


def _ids(found: Extraction) -> set[str]:
    return {entity.id for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Polisi menyita satu ponsel merek Oppo A5s dan satu laptop Lenovo.", set()),
        ("Petugas di Bandara Soekarno-Hatta (Soetta) memeriksa mereka.", set()),
        (
            "Komandan KP Merak-4001, Kompol Zulfan Hadi, mengungkapkan bahwa kapal itu kosong.",
            {"Zulfan Hadi"},
        ),
        (
            "Kepala Bidang Teknologi Informasi dan Komunikasi Keimigrasian (TIKIM) Imigrasi Batam, "
            "Imron Basri, mengatakan hal itu.",
            {"Imron Basri"},
        ),
        ("Kepala Seksi Teknologi dan Sarana, Imron Basri, menolak.", {"Imron Basri"}),
        ("Komandan Lanal (Danlanal) Dumai Kolonel (P) Imron Basri menolak.", {"Imron Basri"}),
        ("Patroli dipimpin Serda Imron Basri dari Pos Kotis.", {"Imron Basri"}),
        ("Uang itu diterima oleh Tekong yang tinggal di Batam.", set()),
    ],
)
def test_who_is_a_person(text: str, people: set[str]) -> None:
    assert _people(_of(text)) == people


def test_units_are_named_with_all_that_they_are_part_of() -> None:
    found = _of("Direktorat Polair Korpolairud Baharkam Polri menangkap dua tekong.")
    assert "org:ditpolairud-korpolairud-baharkam-polri" in _ids(found)


def test_an_office_in_a_region_is_not_the_national_body() -> None:
    assert "org:bp2mi-kupang" in _ids(_of("Kepala BP2MI Kupang Siwa Ludji menyatakan itu."))
    found = _of("Kepala BP2MI Benny Rahman menyatakan itu.")
    assert "org:bp2mi" in _ids(found)
    assert _people(found) == {"Benny Rahman"}


def test_short_forms_of_airports_are_the_airport() -> None:
    found = _of("Imigrasi Soetta menunda mereka. Kantor Imigrasi Soekarno-Hatta menahan paspor.")
    assert {i for i in _ids(found) if "imigrasi" in i} == {"org:kantor-imigrasi-soekarno-hatta"}


def test_the_class_of_a_court_is_no_part_of_its_name() -> None:
    found = _of("Pengadilan Negeri (PN) Kelas IA Kupang membacakan putusan itu di PN Kupang.")
    assert {i for i in _ids(found) if i.startswith("org:")} == {"org:pn-kupang"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            'Menurut Kapolres Malang AKBP Rudi Hartono, BN mencari orang. BN juga memesan tiket. '
            '"BN ini yang menjemput mereka sampai bandara," ujarnya.',
            {"Rudi Hartono"},
        ),
        (
            'Kompol Yandri Mono menuturkan DS merekrut mereka lewat akun Facebook "Loker Resmi '
            'Luar Negeri Kita" sejak Mei.',
            {"Yandri Mono"},
        ),
    ],
)  # fmt: skip
def test_who_is_quoted(text: str, speakers: set[str]) -> None:
    found = _of(text)
    names = {entity.id: entity.caption for entity in found.entities}
    assert {names[c.value] for c in found.claims if c.property == "speaker"} == speakers
    quoted = {c.value for c in found.claims if c.modality == "quoted"}
    assert not any("Loker" in words for words in quoted)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Kedua tekong yang diamankan, yaitu Rustam Efendi bin Marzuki (28) dan Suwandi (33).",
            {"Rustam Efendi bin Marzuki", "Suwandi"},
        ),
        ("Adik iparnya Moh. Syaiful Rijal (31) ikut disidang.", {"Moh. Syaiful Rijal"}),
        ("Jenazah AB (39) tiba di Kupang.", set()),
        ("Korban lain, Siti Aminah (23), menangis.", set()),
    ],
)
def test_only_people_have_an_age(text: str, people: set[str]) -> None:
    assert _people(_of(text)) == people


def test_a_short_first_name_is_whose_it_begins() -> None:
    found = _of(
        "Bupati Belu Willybrodus Lay menekankan hal itu. "
        '"Kami siap membantu semua warga kami," tutur Willy.'
    )
    assert _people(found) == {"Willybrodus Lay"}
    assert len({c.value for c in found.claims if c.property == "speaker"}) == 1


def test_a_short_name_of_two_is_neither() -> None:
    found = _of(
        "Bupati Belu Yohanes Lay dan Camat Lasiolat Yohannis Bere hadir. "
        '"Kami siap membantu semua warga kami," tutur Yohan.'
    )
    assert "Yohan" in _people(found)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Anggota Polsek Entikong menahan mereka.", set()),
        ("Narahubung: Biro Humas KP2MI.", set()),
        ("Kapolres Malang AKBP Rahmat Saleh hadir.", {"Kapolres"}),
    ],
)
def test_whoever_is_there_holds_no_post(text: str, posts: set[str]) -> None:
    found = _of(text)
    assert {m.text for m in found.mentions if m.cls == "Position"} == posts


def test_a_shelter_is_no_organisation() -> None:
    found = _of("Mereka dibawa ke Rumah Ramah PMI di Nunukan dan ke Depot Tahanan Imigresen (DTI).")
    assert not {e.caption for e in found.entities if e.cls.endswith("Organization")}


def test_the_second_plate_is_one_too() -> None:
    found = _of("Polisi menyita minibus bernomor polisi KB 7012 HD dan KB 1188 WL.")
    assert {e.caption for e in found.entities if e.cls == "Vehicle"} == {"KB 7012 HD", "KB 1188 WL"}


def test_a_citizen_of_a_country_names_the_country() -> None:
    found = _of("Seorang warga negara Malaysia berinisial AW (40) diburu polisi.")
    assert {e.id for e in found.entities if "alaysia" in e.caption} <= {"country:MY"}


def test_a_verb_of_a_headline_is_no_group() -> None:
    found = _of("Wamen P2MI Kunjungi Kendal, Serahkan Santunan\n\nPolda NTT menahan HR (36).\n")
    assert not {e.caption for e in found.entities if e.cls == "CivilSocietyOrganization"}


def test_who_stands_between_places_is_one() -> None:
    found = _of("KP2MI menyegel kantor di Jalan Condet Raya, Kramat Jati, Jakarta Timur, Selasa.")
    assert _people(found) == set()


def test_a_unit_with_its_short_form_in_brackets_is_one() -> None:
    found = _of(
        "Satuan Tugas Tindak Pidana Perdagangan Orang (Satgas TPPO) Polda NTT menahan dua orang."
    )
    assert {i for i in _ids(found) if "satgas" in i or "satuan" in i} == {
        "org:satgas-tppo-polda-nusa-tenggara-timur"
    }


@pytest.mark.parametrize(
    ("text", "kept", "not_kept"),
    [
        ("Isak tangis pecah saat Ratmini memeluk anaknya di Lombok.", "Ratmini", "Isak"),
        ("Kepala BP2MI Irjen Pol. (Purn.) Harjo Wibisana hadir.", "Harjo Wibisana", "Purn"),
        (
            "Tersangka Wayan Surya Atmaja (41) dibekuk di Ubud. WSA kini ditahan.",
            "Wayan Surya Atmaja",
            "WSA",
        ),
    ],
)
def test_words_and_short_forms_are_no_names(text, kept, not_kept):
    names = {mention.text for mention in extract(text).mentions}
    assert kept in names
    assert not_kept not in names


def test_nobody_is_a_safe_house():
    found = extract("Para korban dibawa petugas ke rumah aman Bambu Asri untuk pemulihan.")
    assert ("Bambu Asri", "Place") in {(m.text, m.cls) for m in found.mentions}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Hal itu disampaikan Kepala Disdagperinnaker Wonorejo, Selasa. Acara dihadiri oleh "
            "Forkopimcam, camat, dan tokoh agama.",
            set(),
        ),
        (
            "Menteri Ketengakerjaan, Ida Sartika, menilai program itu berhasil.",
            {"Ida Sartika"},
        ),
        (
            "Dirjen Pembinaan Penempetan Tenaga Kerja Kemnaker menyatakan hal itu, Kamis.",
            set(),
        ),
        ("Sebanyak 40 pekerja berangkat dalam program G To G pada Senin.", set()),
        (
            "Ketua Satuan Tugas Bambang Sudirja hadir, kata Kepala BP2MI Bambang Sudirja.",
            {"Bambang Sudirja"},
        ),
        (
            "Menteri Sumber Manusia Malaysia Dato' Seri Azman Murad menandatanganinya, ujarnya.",
            {"Azman Murad"},
        ),
        ("Turut hadir Staf Ahli Bidang Konektivitas, Dida Gandara.", {"Dida Gandara"}),
        ("Serang, Suasana mendadak memanas saat petugas datang, kata warga.", set()),
    ],
)
def test_words_of_offices_are_nobody(text: str, people: set[str]) -> None:
    assert _people(_of(text)) == people


def test_who_took_a_photograph_is_not_in_it() -> None:
    found = _of("Foto: ANTARA/Kusuma Riana\n\nKP2MI menggelar rapat di Jakarta, Senin (4/8/2025).")
    assert [claim.value for claim in found.claims if claim.property == "depicts"] == []


@pytest.mark.parametrize(
    ("text", "id_", "cls"),
    [
        ("Kapal itu dihentikan KRI Barakuda di Selat Malaka.", "org:kri-barakuda",
         "LawEnforcementAgency"),
        ("KRI Tawau memulangkan 12 PMI.", "org:kri-tawau", "ForeignMission"),
        ("Pangkalan Utama TNI Angkatan Laut (Lantamal) IV Batam menangkap dua tekong.",
         "org:lantamal-iv-batam", "LawEnforcementAgency"),
        ("Kantor Imigrasi Kelas I Khusus Tempat Pemeriksaan Imigrasi (TPI) Bandara Soekarno-Hatta "
         "menunda 12 orang.", "org:kantor-imigrasi-soekarno-hatta", "LawEnforcementAgency"),
        ("Kodam XII/Tanjungpura mengirim satu kompi.", "org:kodam-xii", "PublicBody"),
    ],
)  # fmt: skip
def test_ships_and_bases_of_the_navy(text: str, id_: str, cls: str) -> None:
    assert (id_, cls) in {(entity.id, entity.cls) for entity in _of(text).entities}


@pytest.mark.parametrize(
    "name",
    [
        "Satgas Pamtas Yonarmed 12/97 Trk Kelana",
        "Satgas Pamtas Yonif 611/Awang Tinggi",
        "Satgas Pamtas Yonif Mekanis 643/WNS",
    ],
)
def test_a_task_force_is_named_with_its_battalion(name: str) -> None:
    found = _of(
        f"{name} menemukan dua orang di jalan tikus. Komandan {name} Letkol Inf Imron Basri."
    )
    assert {e.caption for e in found.entities if e.cls == "TaskForce"} == {name}
    assert _people(found) == {"Imron Basri"}


def test_where_a_chief_of_police_serves_is_nobody() -> None:
    found = _of(
        "Polsek Kuala Rimba menahan AB (40). Menurut Kapolsek Kuala Rimba itu, mereka hendak pergi."
    )
    assert _people(found) == {"AB"}


def test_who_leads_a_task_force_of_the_border() -> None:
    found = _of("Dansatgas Pamtas Yonif 642/Kps Letkol Inf Imron Basri menjelaskan hal itu.")
    assert {e.caption for e in found.entities if e.cls == "TaskForce"} == {"Pamtas Yonif 642/Kps"}
    assert _people(found) == {"Imron Basri"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jaksa Penuntur Umum menuntut terdakwa AR (40) lima tahun penjara.", {"AR"}),
        ("Terdakwa Z.S. WNA yang berperan sebagai perekrut ditangkap.", {"Z.S."}),
        ("Pelaku berinisial ZS, WNA asal Tiongkok, ditangkap.", {"ZS"}),
    ],
)
def test_words_beside_letters_are_nobody(text: str, people: set[str]) -> None:
    assert _people(_of(text)) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Terdakwa Muhamad Haris, 54, warga Desa Tembok Kidul, Adirasa terbukti bersalah.",
         {"Muhamad Haris"}),
        ("SN (37) alias Ela ditangkap polisi. Tersangka SN alias Ela ditahan.", {"SN"}),
        ("MP alias M dan LAM alias A ditangkap. Kedua tersangka ditahan.", {"MP", "LAM"}),
    ],
)  # fmt: skip
def test_districts_and_second_names_are_nobody_else(text: str, people: set[str]) -> None:
    assert _people(_of(text)) == people


def test_a_network_of_crime_is_no_group() -> None:
    found = _of("Polisi Ungkap Jaringan Penempatan PMI Ilegal di Batam\n\nPolisi menyelidikinya.")
    assert not [e for e in found.entities if e.cls == "CivilSocietyOrganization"]
