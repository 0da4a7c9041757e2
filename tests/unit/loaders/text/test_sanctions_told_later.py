"""Companies of a sanction, its decree, its authority and their seats, told in other sentences."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def _of(text: str) -> Extraction:
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-10-27"))


def _told(found: Extraction, prop: str) -> set[tuple[str, str]]:
    names = {entity.id: entity.caption for entity in found.entities}
    return {
        (names[c.subject], names.get(c.value, c.value)) for c in found.claims if c.property == prop
    }


def _sanctioned(found: Extraction) -> set[str]:
    return {company for _, company in _told(found, "concernsCompany")}


LISTED = {"PT Arga Mulia", "PT Bintang Raya"}


@pytest.mark.parametrize(
    "text",
    [
        "KP2MI mencabut SIP3MI milik dua perusahaan. Pencabutan itu tertuang dalam Keputusan "
        "Menteri P2MI Nomor 41 Tahun 2025. Kedua perusahaan tersebut adalah PT Arga Mulia dan "
        "PT Bintang Raya.",
        "KP2MI mencabut izin dua P3MI. Berikut daftarnya:\n\n1. PT Arga Mulia\n2. PT Bintang Raya",
    ],
)
def test_who_is_listed_later_is_sanctioned(text: str) -> None:
    assert _sanctioned(_of(text)) == LISTED


@pytest.mark.parametrize(
    "text",
    [
        # As many as are listed were not counted.
        "KP2MI mencabut izin tiga P3MI. Mereka adalah PT Arga Mulia dan PT Bintang Raya.",
        # Which of them are listed is not told.
        "Dua P3MI dicabut izinnya dan dua perusahaan diberi peringatan tertulis. Kedua perusahaan "
        "itu adalah PT Arga Mulia dan PT Bintang Raya.",
    ],
)
def test_who_may_be_meant_is_not_sanctioned(text: str) -> None:
    assert _sanctioned(_of(text)) == set()


def test_the_decree_between_is_theirs() -> None:
    found = _of(
        "KP2MI mencabut SIP3MI milik dua perusahaan. Pencabutan itu tertuang dalam Keputusan "
        "Menteri P2MI Nomor 41 Tahun 2025 tertanggal 20 Oktober 2025. Kedua perusahaan tersebut "
        "adalah PT Arga Mulia dan PT Bintang Raya."
    )
    assert {value for _, value in _told(found, "decreeNumber")} == {"41 Tahun 2025"}
    assert len(_told(found, "decreeNumber")) == 2
    assert {value for _, value in _told(found, "date")} == {"2025-10-20"}


@pytest.mark.parametrize(
    "text",
    [
        "KP2MI kembali menjatuhkan sanksi. Kali ini, penghentian sementara selama tiga bulan "
        "diberikan kepada PT Arga Mulia.",
        "PT Arga Mulia diskors berdasarkan Keputusan Menteri P2MI Nomor 12 Tahun 2025.",
    ],
)
def test_the_authority(text: str) -> None:
    authorities = {who for _, who in _told(_of(text), "conductedBy")}
    assert authorities == {"Kementerian Pelindungan Pekerja Migran Indonesia"}


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        (
            "PT Arga Mulia yang berlokasi di Kota Depok, Jawa Barat, diskors.",
            {"Kota Depok", "Jawa Barat"},
        ),
        (
            "PT Arga Mulia, perusahaan penempatan pekerja yang berkantor di Kabupaten Malang, "
            "diskors.",
            {"Kabupaten Malang"},
        ),
        ("Polisi menggeledah kantor PT Arga Mulia di Kabupaten Malang.", {"Kabupaten Malang"}),
        ("PT Arga Mulia menyebut rumah yang terletak di Surabaya.", set()),
        ("PT Arga Mulia akan berkantor di Surabaya.", set()),
    ],
)
def test_seats(text: str, seats: set[str]) -> None:
    told = {seat for who, seat in _told(_of(text), "locatedIn") if who == "PT Arga Mulia"}
    assert told == seats


def test_an_apposition_tells_a_placement_company() -> None:
    found = _of("PT Arga Mulia, perusahaan penempatan pekerja migran Indonesia, diskors.")
    classes = {entity.caption: entity.cls for entity in found.entities}
    assert classes["PT Arga Mulia"] == "PlacementCompany"


def test_the_company_of_the_sentence_before_is_seated() -> None:
    found = _of(
        "KP2MI mencabut izin PT Arga Mulia. Perusahaan yang bermarkas di Kabupaten Malang, Jawa "
        "Timur, itu terbukti memalsukan dokumen."
    )
    assert ("PT Arga Mulia", "Kabupaten Malang") in _told(found, "locatedIn")


def test_what_is_said_of_sanctions_is_no_reason_of_one() -> None:
    found = _of(
        "PT Arga Mulia mendapat surat peringatan. Menurut Ketua Serikat Buruh Nusa Jejen Hartono, "
        "pencabutan izin saja tidak cukup karena pengurusnya kerap mendirikan perusahaan baru."
    )
    assert not _told(found, "sanctionReason")


def test_the_reason_of_the_sanction_itself() -> None:
    found = _of(
        "PT Arga Mulia mendapat surat peringatan. Sanksi itu dijatuhkan karena perusahaan merekrut "
        "tanpa izin."
    )
    assert {why for _, why in _told(found, "sanctionReason")} == {"perusahaan merekrut tanpa izin"}


def test_decrees_of_several_are_each_ones_own() -> None:
    found = _of(
        "KP2MI mencabut izin PT Arga Mulia dan PT Bintang Raya. Izin PT Arga Mulia dicabut "
        "dengan Keputusan Menteri P2MI Nomor 318 Tahun 2025, sementara PT Bintang Raya dengan "
        "Keputusan Menteri P2MI Nomor 319 Tahun 2025."
    )
    assert _told(found, "decreeNumber") == {
        ("Pencabutan izin: PT Arga Mulia", "318 Tahun 2025"),
        ("Pencabutan izin: PT Bintang Raya", "319 Tahun 2025"),
    }


def test_a_decree_is_that_of_the_kind_it_names() -> None:
    found = _of(
        "KP2MI mencabut izin PT Arga Mulia. Perusahaan itu dua kali mendapat peringatan tertulis. "
        "Pencabutan itu tertuang dalam Keputusan Menteri P2MI Nomor 118 Tahun 2026."
    )
    assert _told(found, "decreeNumber") == {("Pencabutan izin: PT Arga Mulia", "118 Tahun 2026")}


def test_the_ministry_of_the_sentences_before_decides() -> None:
    found = _of(
        "Kementerian P2MI mengevaluasi perusahaan. Kementerian menjatuhkan sanksi kepada dua "
        "perusahaan. PT Arga Mulia di Kota Depok dan PT Bintang Raya di Kabupaten Malang diskors."
    )
    assert len(_told(found, "conductedBy")) == 2
    assert ("PT Bintang Raya", "Kabupaten Malang") in _told(found, "locatedIn")


def test_a_reason_of_what_was_not_done_leaves_the_sanction_done() -> None:
    found = _of("PT Arga Mulia memperoleh surat peringatan kedua karena belum melaporkan data.")
    assert _sanctioned(found) == {"PT Arga Mulia"}


def test_a_sanction_that_was_lifted() -> None:
    found = _of(
        "Sanksi terhadap PT Arga Mulia yang diskors pada Maret lalu telah dicabut setelah ia "
        "menyelesaikan hak 22 calon pekerja."
    )
    assert "restored" in {value for _, value in _told(found, "licenceActionKind")}
    assert not _told(found, "window")


def test_a_sanction_is_no_reason_of_itself() -> None:
    found = _of(
        "KP2MI menindak dua perusahaan. PT Arga Mulia dan PT Bintang Raya tak boleh beroperasi "
        "lantaran SIP3MI mereka dicabut. PT Arga Mulia kedapatan menempatkan 17 pekerja ke Arab "
        "Saudi secara ilegal."
    )
    reasons = {value for _, value in _told(found, "sanctionReason")}
    assert all("dicabut" not in reason for reason in reasons)


def steps(text: str) -> dict[tuple[str, str], dict[str, str]]:
    """Return the properties of each licence action, by its kind and company."""
    found = _of(text)
    names = {e.id: e.caption for e in found.entities}
    rows: dict[str, dict[str, str]] = {e.id: {} for e in found.entities if e.cls == "LicenceAction"}
    for claim in found.claims:
        if claim.subject in rows:
            rows[claim.subject][claim.property] = names.get(claim.value, claim.value)
    return {(row["licenceActionKind"], row["concernsCompany"]): row for row in rows.values()}


def test_decrees_of_two_are_of_one_day_and_of_no_earlier_step() -> None:
    told = steps(
        "KP2MI mencabut izin PT Laut Raya Jaya dan PT Bina Samudra Emas. Pencabutan itu tertuang "
        "dalam Keputusan Menteri Nomor 312 Tahun 2025 untuk PT Laut Raya Jaya dan Nomor 313 Tahun "
        "2025 untuk PT Bina Samudra Emas. Keduanya ditetapkan pada 17 Oktober 2025. PT Laut Raya "
        "Jaya sebelumnya dijatuhi skorsing tiga bulan pada Juni 2025."
    )
    for company, decree in (("PT Laut Raya Jaya", "312"), ("PT Bina Samudra Emas", "313")):
        row = told["revoked", company]
        assert row["decreeNumber"] == f"{decree} Tahun 2025"
        assert row["date"] == "2025-10-17"
        assert row["concernsLicence"] == f"Izin {company}"
    assert "decreeNumber" not in told["suspended", "PT Laut Raya Jaya"]


def test_licences_that_run_out_are_ended_by_nobody() -> None:
    told = steps(
        "BP3MI Jawa Tengah mencatat bahwa izin PT Laut Raya Jaya di Kendal berakhir 31 Maret 2025, "
        "sedangkan PT Bina Samudra Emas dan PT Karya Bumi Asri sama-sama habis pada 15 April 2025."
    )
    days = {company: row["date"] for (kind, company), row in told.items() if kind == "expired"}
    assert days == {
        "PT Laut Raya Jaya": "2025-03-31", "PT Bina Samudra Emas": "2025-04-15",
        "PT Karya Bumi Asri": "2025-04-15",
    }  # fmt: skip
    assert not any("conductedBy" in row for row in told.values())


@pytest.mark.parametrize(
    ("text", "kind", "prop", "expected"),
    [
        ("Izin PT Laut Raya Jaya dicabut lewat SK Menteri P2MI Nomor 4 Tahun 2025 tertanggal 8 "
         "Januari 2025.", "revoked", "decreeNumber", "4 Tahun 2025"),
        ("KP2MI mencabut izin PT Laut Raya Jaya. Perusahaan itu lebih dahulu diskors selama enam "
         "bulan. Alasan pencabutan ialah perusahaan menempatkan pekerja tanpa kontrak.",
         "revoked", "sanctionReason", "menempatkan pekerja tanpa kontrak"),
        ("KP2MI mencabut izin PT Laut Raya Jaya. Kementerian beralasan perusahaan tidak punya "
         "kantor tetap.", "revoked", "sanctionReason", "tidak punya kantor tetap"),
        ("PT Laut Raya Jaya beroperasi sejak 2011. Karena perusahaan tak kunjung menyetor uang "
         "jaminan, KP2MI menjatuhkan skorsing selama dua bulan.",
         "suspended", "suspensionMonths", "2"),
        ("PT Laut Raya Jaya merugi. Perusahaan yang terletak di Jalan Melur, Jakarta Timur, itu "
         "dicabut izinnya sejak 2 April 2025.", "revoked", "date", "2025-04-02"),
    ],
)  # fmt: skip
def test_steps_on_the_licence_spoken_of(text: str, kind: str, prop: str, expected: str) -> None:
    assert steps(text)[kind, "PT Laut Raya Jaya"][prop] == expected


def test_what_is_only_considered_is_not_done() -> None:
    assert steps("Kementerian tengah mengkaji pencabutan izin PT Laut Raya Jaya.") == {}
