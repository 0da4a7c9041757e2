"""Sanctions on firms as articles tell them: by lists, ellipsis, later words, visits and refunds."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def _of(text: str) -> Extraction:
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-09-12"))


def _told(found: Extraction, cls: str, prop: str) -> set[str]:
    names = {entity.id: entity.caption for entity in found.entities}
    of_cls = {entity.id for entity in found.entities if entity.cls == cls}
    return {
        names.get(c.value, c.value)
        for c in found.claims
        if c.property == prop and c.subject in of_cls
    }


def _actions(found: Extraction, prop: str = "licenceActionKind") -> dict[str, set[str]]:
    """Return what is told of licence actions, by the company they concern."""
    names = {entity.id: entity.caption for entity in found.entities}
    firms = {c.subject: names[c.value] for c in found.claims if c.property == "concernsCompany"}
    made: dict[str, set[str]] = {}
    for claim in found.claims:
        if claim.subject in firms and claim.property == prop:
            value = names.get(claim.value, claim.value)
            made.setdefault(firms[claim.subject], set()).add(value)
    return made


LEAD = "KP2MI menjatuhkan skorsing kepada PT Tirta Wening. "
RUN = (
    "Tiga P3MI tidak boleh merekrut calon pekerja untuk sementara. Sanksi penghentian sementara "
    "itu dijatuhkan Kementerian P2MI pada 3 September 2025. Ketiganya adalah PT Tirta Wening di "
    "Depok, PT Bumi Asri di Serang, dan PT Surya Laras di Kendal. "
)


def test_a_counted_list_shares_day_and_agency() -> None:
    found = _of(
        f"{RUN}Dua yang pertama diskors tiga bulan. Adapun PT Surya Laras dihentikan kegiatannya "
        "selama enam bulan karena menahan ijazah pekerja."
    )
    assert _actions(found, "suspensionMonths") == {
        "PT Tirta Wening": {"3"},
        "PT Bumi Asri": {"3"},
        "PT Surya Laras": {"6"},
    }
    assert set().union(*_actions(found, "date").values()) == {"2025-09-03"}
    assert _actions(found, "sanctionReason") == {"PT Surya Laras": {"menahan ijazah pekerja"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kemnaker mengumumkan pencabutan izin PT Tirta Wening dan pemberian peringatan "
            "tertulis kepada PT Bumi Asri.",
            {"PT Tirta Wening": {"revoked"}, "PT Bumi Asri": {"warned"}},
        ),
        (
            "PT Tirta Wening mendapat peringatan karena lalai melapor, sedangkan PT Bumi Asri "
            "karena memasang iklan tanpa izin.",
            {"PT Tirta Wening": {"warned"}, "PT Bumi Asri": {"warned"}},
        ),
        (
            "KP2MI melarang PT Tirta Wening menempatkan pekerja selama dua bulan.",
            {"PT Tirta Wening": {"suspended"}},
        ),
        (
            f"{LEAD}PT Bumi Asri juga diganjar sanksi serupa.",
            {"PT Tirta Wening": {"suspended"}, "PT Bumi Asri": {"suspended"}},
        ),
        # Named only to set the others apart.
        ("Selain PT Tirta Wening, dua perusahaan lain dikenai skorsing.", {}),
        # It may have run out.
        ("PT Tirta Wening tidak lagi memiliki izin penempatan.", {}),
        (
            "PT Tirta Wening tidak lagi memiliki izin penempatan. Pencabutan diteken kemarin.",
            {"PT Tirta Wening": {"revoked"}},
        ),
        ("KP2MI akan melarang PT Tirta Wening menempatkan pekerja selama dua bulan.", {}),
    ],
)
def test_each_kind_is_of_its_company(text: str, expected: dict[str, set[str]]) -> None:
    assert _actions(_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LEAD}Penyebabnya, menurut surat itu, pemalsuan umur pekerja.", "pemalsuan umur"),
        (f'{LEAD}"Perusahaan meminjamkan izinnya kepada calo," kata Dirjen Rudi.', "meminjamkan"),
        (
            f"{LEAD}Perusahaan itu menawarkan kerja di Turki, padahal belum punya mitra.",
            "menawarkan kerja di Turki, padahal",
        ),
    ],
)
def test_a_reason_is_told_later(text: str, expected: str) -> None:
    reasons = _actions(_of(text), "sanctionReason").get("PT Tirta Wening", set())
    assert len(reasons) == 1
    assert expected in reasons.pop()


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}Penyebabnya belum diketahui.",
        f"{LEAD}Perusahaan itu menolak berkomentar.",
        f"{LEAD}Menurut Dirjen Rudi, perusahaan belum memberi tanggapan.",
    ],
)
def test_what_is_no_cause_is_no_reason(text: str) -> None:
    assert "PT Tirta Wening" not in _actions(_of(text), "sanctionReason")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A second one is an action of its own.
        (
            "Disnaker Kota Batam memberikan surat peringatan kepada PT Tirta Wening pada Senin "
            "(1/9/2025). Peringatan kedua menyusul 8 September.",
            {"2025-09-01", "2025-09-08"},
        ),
        ("Tahun lalu, PT Tirta Wening juga pernah ditegur.", {"2024"}),
        # The day of contesting, and of receiving, is none of deciding.
        (
            "Hakim menolak gugatan PT Tirta Wening atas pencabutan izinnya, Selasa (9/9/2025).",
            set(),
        ),
        (
            "Izin PT Tirta Wening dicabut. Direkturnya baru menerima salinan keputusan pada "
            "Senin (8/9/2025) setelah surat diteken.",
            set(),
        ),
    ],
)
def test_the_day_is_the_one_of_deciding(text: str, expected: set[str]) -> None:
    assert _actions(_of(text), "date").get("PT Tirta Wening", set()) == expected


def test_letters_that_come_again_are_the_company() -> None:
    found = _of(
        "PT Griya Tirta Wening menampung pekerja. Izin GTW dicabut KP2MI. GTW dinilai lalai. "
        "Selain GTW, perusahaan lain aman."
    )
    assert _actions(found) == {"PT Griya Tirta Wening": {"revoked"}}


@pytest.mark.parametrize(
    ("text", "prop", "expected"),
    [
        (
            "BP3MI Banten menginspeksi mes PT Tirta Wening di Kecamatan Pinang, Rabu (3/9/2025). "
            "Dalam pemeriksaan itu petugas didampingi anggota Polsek Pinang.",
            "assistedBy",
            {"Polsek Pinang"},
        ),
        (
            "Kantor cabang PT Tirta Wening di Kota Serang masih buka. Temuan itu diungkap BP3MI "
            "Banten setelah melakukan kunjungan mendadak pada Rabu (3/9/2025).",
            "affected",
            {"PT Tirta Wening"},
        ),
        ("BP3MI Banten akan menginspeksi mes PT Tirta Wening.", "affected", set()),
    ],
)
def test_inspections_are_raids(text: str, prop: str, expected: set[str]) -> None:
    assert _told(_of(text), "Raid", prop) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Di dalamnya ada 21 calon pekerja migran asal Kendal.", {"21"}),
        ("Sebanyak 21 calon pekerja tinggal di empat kamar.", {"21"}),
        ("Sejak Januari ada 21 calon pekerja migran yang mengadu.", set()),
        ("Petugas menemukan 21 paspor.", set()),
    ],
)
def test_who_was_found_there_is_a_group(text: str, expected: set[str]) -> None:
    found = _of(f"BP3MI Banten menyidak mes PT Tirta Wening, Rabu (3/9/2025). {text}")
    assert _told(found, "Group", "groupSizeLower") == expected
    assert len(_told(found, "Raid", "affected")) == 1 + len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dana Rp80 juta dibayarkan dari pencairan deposito PT Tirta Wening.", {"80000000"}),
        ("PT Tirta Wening mengembalikan Rp90 juta kepada 9 calon pekerja.", {"90000000"}),
        ("PT Tirta Wening akan mengembalikan Rp90 juta kepada 9 calon pekerja.", set()),
        ("Rp90 juta dikembalikan kepada PT Tirta Wening.", set()),
    ],
)
def test_what_is_given_back_is_a_payment(text: str, expected: set[str]) -> None:
    found = _of(text)
    assert _told(found, "Payment", "amountIdr") == expected
    assert _told(found, "Payment", "payer") == ({"PT Tirta Wening"} if expected else set())
    assert _told(found, "JobOffer", "feeIdr") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LEAD}Perusahaan tetap diwajibkan membayar ganti rugi paling lambat 30 September.",
         {"2025-09-30"}),
        (f"{LEAD}Rapat memberi tenggat sampai 20 Oktober kepada perusahaan untuk membayar.",
         {"2025-10-20"}),
        (f"{LEAD}Menteri memberi waktu sampai 20 Oktober 2025 untuk membayar ganti rugi.",
         {"2025-10-20"}),
    ],
)  # fmt: skip
def test_a_deadline_is_a_day_to_come(text: str, expected: set[str]) -> None:
    assert _told(_of(text), "Directive", "deadline") == expected


def test_permits_name_their_holder() -> None:
    found = _of("PT Tirta Wening mengantongi SIP2MI nomor 77/V/2025 untuk 12 pelaut.")
    assert _told(found, "RecruitmentPermit", "number") == {"77/V/2025"}
    assert _told(found, "RecruitmentPermit", "permitHolder") == {"PT Tirta Wening"}


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}Dirut perusahaan, Bram Hutama, diam.",
        f"{LEAD}Komisaris perusahaan, Bram Hutama, diam.",
        f"{LEAD}Klinik itu milik Lia Sari, istri direktur perusahaan, Bram Hutama.",
    ],
)
def test_heads_of_the_firm_meant(text: str) -> None:
    found = _of(text)
    assert _told(found, "Directorship", "director") == {"Bram Hutama"}
    assert _told(found, "Directorship", "directedCompany") == {"PT Tirta Wening"}


def test_a_foreign_agency_is_not_the_firm_meant() -> None:
    found = _of(
        "PT Tirta Wening merekrut pekerja. Mitranya di Taiwan, Jade Bright Manpower, diam. "
        "Perusahaan yang berkantor di Kota Serang tersebut sedang menjalani skorsing dua bulan."
    )
    assert _actions(found) == {"PT Tirta Wening": {"suspended"}}
    assert _told(found, "ForeignAgency", "locatedIn") == set()


def test_the_wife_of_an_accused_is_the_witness() -> None:
    found = _of(
        "Direktur perusahaan berinisial KLM (41) ditetapkan sebagai tersangka oleh Polres Serang. "
        "Istri KLM masih berstatus saksi."
    )
    assert _told(found, "LegalStage", "stage") == {"suspect"}


@pytest.mark.parametrize(
    "text",
    [
        "Kantor itu disegel. Temuan itu dibeberkan Kepala BP3MI Banten Bram Hutama.",
        'Menurut kuasa hukum pelapor, Bram Hutama, uang belum kembali. "Kami tunggu," katanya.',
    ],
)
def test_who_lays_it_open_speaks(text: str) -> None:
    assert _told(_of(text), "Statement", "speaker") == {"Bram Hutama"}


def test_whose_sanction_is_lifted_loses_no_licence() -> None:
    found = _of(
        "KP2MI mencabut sanksi administratif dua P3MI. Perusahaan yang dicabut sanksinya yaitu PT "
        "Elang Wijaya Mandiri dan PT Tulip Jaya. Bila melanggar lagi, kami tidak segan mencabut "
        "izin operasional mereka, katanya."
    )
    assert set().union(*_actions(found).values()) == {"restored"}
