"""Number, scope, witnesses and joined parties of an agreement."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from tests.extractions import reader, shown

read = reader("2025-11-20")

TEXT = """Judul berita

Kementerian Pelindungan Pekerja Migran Indonesia/Badan Pelindungan Pekerja Migran Indonesia \
(KP2MI/BP2MI) dan Pemerintah Provinsi Jawa Tengah menandatangani nota kesepahaman di Pendopo \
Gubernur, Kota Semarang, Rabu (16/7/2025).

Penandatanganan dilakukan oleh Menteri P2MI Rahmat Hidayat dan Gubernur Jawa Tengah Taufik \
Santoso, disaksikan Kapolda Jawa Tengah Irjen Pol Bambang Sutejo.

Nota kesepahaman bernomor 11/KP2MI/VII/2025 itu berlaku lima tahun. Ruang lingkupnya mencakup \
pertukaran data dan pelatihan calon pekerja.
"""


def test_terms() -> None:
    found = extract(TEXT, document=Metadata(published="2025-07-16"))
    names = {entity.id: entity.caption for entity in found.entities}
    told: dict[str, set[str]] = {}
    for claim in found.claims:
        if claim.subject.startswith("agr:"):
            told.setdefault(claim.property, set()).add(names.get(claim.value, claim.value))
    assert told["party"] == {
        "Kementerian Pelindungan Pekerja Migran Indonesia",
        "Badan Pelindungan Pekerja Migran Indonesia",
        "Pemerintah Provinsi Jawa Tengah",
    }
    assert told["number"] == {"11/KP2MI/VII/2025"}
    assert told["signatory"] == {"Rahmat Hidayat", "Taufik Santoso"}
    assert told["witness"] == {"Bambang Sutejo"}
    assert told["locatedIn"] == {"Pendopo Gubernur"}
    assert {"data-exchange", "training"} <= told["objective"]


def _of(text: str) -> Extraction:
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2026-04-20"))


def test_heads_declare_for_their_offices() -> None:
    found = _of(
        "Gubernur NTB Lalu Rahmat Hidayat bersama Menteri P2MI Abdul Kadir, Kapolda NTB Irjen Pol "
        "Hadi Gunawan, dan sepuluh bupati mendeklarasikan gerakan itu, Sabtu (18/4/2026)."
    )
    assert shown(found, "Declaration", "party") == [
        "Pemerintah Provinsi Nusa Tenggara Barat",
        "Kementerian Pelindungan Pekerja Migran Indonesia",
        "Kepolisian Daerah Nusa Tenggara Barat",
    ]
    assert shown(found, "Declaration", "date") == ["2026-04-18"]


def test_a_paper_is_that_of_the_agreement_before() -> None:
    found = _of(
        "Polda NTB dan Pemprov NTB menandatangani nota kesepahaman, Sabtu (18/4). BP3MI NTB dan "
        "Universitas Mataram meneken perjanjian kerja sama. Naskah bernomor 560/12/PKS/2026 itu "
        "berlaku dua tahun."
    )
    assert shown(found, "CooperationAgreement", "number") == ["560/12/PKS/2026"]
    assert shown(found, "MemorandumOfUnderstanding", "number") == []


def test_a_diocese_is_a_party() -> None:
    found = _of(
        "BP3MI NTT dan Keuskupan Larantuka menandatangani komitmen bersama, Kamis (6/11/2025)."
    )
    assert shown(found, "Agreement", "party") == [
        "BP3MI Nusa Tenggara Timur",
        "Keuskupan Larantuka",
    ]


def test_a_signing_that_somebody_sees_is_an_agreement() -> None:
    found = _of(
        "Ia menyaksikan penandatanganan perjanjian kerja sama antara Pemerintah Kabupaten Kendal "
        "dan BP3MI Jawa Tengah."
    )
    parties = shown(found, "CooperationAgreement", "party")
    assert parties == ["Pemerintah Kabupaten Kendal", "BP3MI Jawa Tengah"]
    found = _of(
        "Ia akan menyaksikan penandatanganan perjanjian kerja sama antara Pemkab Kendal dan BP3MI "
        "Jawa Tengah."
    )
    assert shown(found, "CooperationAgreement", "party") == []


@pytest.mark.parametrize(
    "text",
    [
        "KP2MI menggandeng Pemkab Banyumas. Kerja sama tersebut ditandai dengan penandatanganan "
        "Nota Kesepahaman Nomor 08/MOU-KP2MI/II/2026 di Pendopo Si Panji, Rabu (15/4/2026), oleh "
        "Menteri P2MI Rahmat Hidayat dan Bupati Banyumas Suryo Baskoro.",
        "Penandatanganan Nota Kesepahaman Nomor 08/MOU-KP2MI/II/2026 dilakukan oleh Menteri P2MI "
        "Rahmat Hidayat dan Bupati Banyumas Suryo Baskoro di Pendopo Si Panji, Rabu (15/4/2026).",
        "Nota kesepahaman bernomor 08/MOU-KP2MI/II/2026 itu dibubuhi tanda tangan oleh Menteri "
        "P2MI Rahmat Hidayat dan Bupati Banyumas Suryo Baskoro di Pendopo Si Panji, Rabu "
        "(15/4/2026).",
    ],
)
def test_signing_told_by_noun_or_in_other_words(text: str) -> None:
    found = _of(text)
    cls = "MemorandumOfUnderstanding"
    assert shown(found, cls, "number") == ["08/MOU-KP2MI/II/2026"]
    assert shown(found, cls, "date") == ["2026-04-15"]
    assert shown(found, cls, "locatedIn") == ["Pendopo Si Panji"]
    assert shown(found, cls, "signatory") == ["Rahmat Hidayat", "Suryo Baskoro"]
    assert shown(found, cls, "party") == [
        "Kementerian Pelindungan Pekerja Migran Indonesia",
        "Pemkab Banyumas",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Pada kesempatan itu diteken pula Perjanjian Kerja Sama (PKS) antara BP3MI Jawa Tengah dan "
        "PT Sakura Nusa Karya tentang pelatihan bahasa.",
        "Kerja sama BP3MI Jawa Tengah dengan PT Sakura Nusa Karya mengenai pelatihan bahasa telah "
        "diteken pekan lalu.",
        "BP3MI Jawa Tengah bekerja sama dengan PT Sakura Nusa Karya mengenai pelatihan bahasa. "
        "Perjanjiannya diteken pada 12 Maret 2026.",
    ],
)
def test_cooperation_told_in_other_words(text: str) -> None:
    parties = shown(_of(text), "CooperationAgreement", "party")
    assert parties == ["BP3MI Jawa Tengah", "PT Sakura Nusa Karya"]


@pytest.mark.parametrize(
    "text",
    [
        "KP2MI menggandeng Komdigi untuk menutup akun penipu.",
        "Kerja sama KP2MI dengan Komdigi akan diteken bulan depan.",
        "Penandatanganan nota kesepahaman oleh Menteri P2MI Rahmat Hidayat tertunda.",
        "Perjanjian kerja antara PMI dan majikan ditandatangani di Taiwan.",
    ],
)
def test_what_nobody_signed_is_no_agreement(text: str) -> None:
    assert not [e for e in _of(text).entities if e.id.startswith("agr:")]


def test_two_memoranda_with_one_party_are_two() -> None:
    found = _of(
        "Pada 4 Maret 2026, KP2MI meneken nota kesepahaman dengan Universitas Airlangga. KP2MI "
        "juga meneken nota kesepahaman dengan Pemkab Banyumas di Purwokerto."
    )
    assert len([e for e in found.entities if e.id.startswith("agr:")]) == 2
    assert shown(found, "MemorandumOfUnderstanding", "date") == ["2026-03-04"]


def test_from_when_until_when_it_holds() -> None:
    found = _of(
        "KP2MI dan Pemprov Jawa Timur menandatangani nota kesepahaman di Surabaya, Kamis "
        "(12/3/2026). Kerja sama itu berlaku lima tahun terhitung mulai 1 April 2026 hingga 2031."
    )
    assert shown(found, "MemorandumOfUnderstanding", "date") == ["2026-03-12"]
    assert shown(found, "MemorandumOfUnderstanding", "startDate") == ["2026-04-01"]
    assert shown(found, "MemorandumOfUnderstanding", "endDate") == ["2031"]


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        (
            "BP3MI Jawa Timur menjalin kerja sama dengan Polda Jawa Timur melalui penandatanganan "
            "perjanjian kerja sama di Surabaya.",
            "CooperationAgreement",
        ),
        (
            "Hal itu dituangkan dalam Perjanjian Kerja Sama Nomor 12/PKS/2025 antara BP3MI Jawa "
            "Timur dan Polda Jawa Timur.",
            "CooperationAgreement",
        ),
        (
            "Deklarasi Bersama Antiperdagangan Orang digelar BP3MI Jawa Timur bersama Polda Jawa "
            "Timur di Surabaya.",
            "Declaration",
        ),
        (
            "BP3MI Jawa Timur dan Polda Jawa Timur sepakat memperkuat pelindungan. Kesepakatan itu "
            "tertuang dalam nota kesepahaman yang diteken di Surabaya.",
            "MemorandumOfUnderstanding",
        ),
    ],
)
def test_what_two_agreed_in_other_words(text: str, cls: str) -> None:
    assert shown(_of(text), cls, "party") == ["BP3MI Jawa Timur", "Kepolisian Daerah Jawa Timur"]


@pytest.mark.parametrize(
    "text",
    [
        "Deklarasi Antiperdagangan Orang akan digelar BP3MI Jawa Timur bersama Polda Jawa Timur.",
        "BP3MI Jawa Timur dan Polda Jawa Timur sepakat memperkuat pelindungan.",
        "Deklarasi itu diikuti BP3MI Jawa Timur dan Polda Jawa Timur.",
    ],
)
def test_who_only_attends_or_will_sign_is_no_party(text: str) -> None:
    assert not [e for e in _of(text).entities if e.id.startswith("agr:")]


def test_a_text_of_three_who_were_told_before() -> None:
    found = _of(
        "BP3MI Kepri menggandeng Pemkot Batam dan Polda Kepri. Nota kesepahaman ketiganya diteken "
        "di Batam pada 3 November 2025 dan berlaku hingga 2028."
    )
    cls = "MemorandumOfUnderstanding"
    assert len(shown(found, cls, "party")) == 3
    assert shown(found, cls, "date") == ["2025-11-03"]
    assert shown(found, cls, "endDate") == ["2028"]


def test_the_letters_of_a_firm_stand_for_it() -> None:
    found = _of(
        "PT Graha Insan Madani (GIM) meneken perjanjian kerja sama dengan Taiwan Care Employers "
        "Association (TCEA) di Taipei. GIM wajib menyiapkan 500 perawat. GIM juga meneken nota "
        "kesepahaman dengan Universitas Airlangga."
    )
    assert shown(found, "CooperationAgreement", "party") == [
        "PT Graha Insan Madani",
        "Taiwan Care Employers Association",
    ]
    assert shown(found, "MemorandumOfUnderstanding", "party")[0] == "PT Graha Insan Madani"
    assert shown(found, "Commitment", "committedParty") == ["PT Graha Insan Madani"]
    assert shown(found, "Company", "alias") == ["GIM"]
    assert not [e for e in found.entities if e.caption in ("GIM", "TCEA")]


def test_letters_that_are_no_firm_s_stay_letters() -> None:
    found = _of("PT Graha Insan Madani (KSO) ditutup. Pelaku berinisial GIM (24) ditangkap.")
    assert shown(found, "Company", "alias") == []


def test_cooperation_that_was_signed() -> None:
    found = _of(
        "Pemkab Banyumas, lanjut Hadi Prasetyo, telah meneken kerja sama dengan BP3MI Jawa Tengah. "
        "Kerja sama itu ditandatangani Bupati Banyumas Suryo Baskoro pada 2 April 2026."
    )
    cls = "CooperationAgreement"
    assert shown(found, cls, "party") == ["Pemkab Banyumas", "BP3MI Jawa Tengah"]
    assert shown(found, cls, "signatory") == ["Suryo Baskoro"]
    assert shown(found, cls, "date") == ["2026-04-02"]
    loose = _of("Pemkab Banyumas menjalin kerja sama dengan BP3MI Jawa Tengah.")
    assert shown(loose, cls, "party") == []
    job = _of("PT Bina Karya menandatangani perjanjian kerja dengan Pemkab Banyumas.")
    assert shown(job, cls, "party") == []


def test_a_signing_told_as_a_means_names_its_parties() -> None:
    found = read(
        "Universitas Mulawarman menegaskan perannya dalam pelindungan pekerja migran melalui "
        "penandatanganan Nota Kesepahaman (MoU) dengan Kementerian P2MI. Kegiatan ini berlangsung "
        "di Aula K.H. Zainul Arifin, Kantor Bupati Kendal, Senin (4/8/2025)."
    )
    assert shown(found, "MemorandumOfUnderstanding", "party") == [
        "Universitas Mulawarman",
        "Kementerian Pelindungan Pekerja Migran Indonesia",
    ]
    assert shown(found, "MemorandumOfUnderstanding", "date") == ["2025-08-04"]
    where = shown(found, "MemorandumOfUnderstanding", "locatedIn")
    assert where == ["Aula K.H. Zainul Arifin"]


def test_two_texts_with_different_partners_are_two_agreements() -> None:
    found = read(
        "BP2MI mengadakan penandatanganan nota kesepahaman dengan Pemerintah Kabupaten Kendal "
        "serta perjanjian kerja sama dengan Pemerintah Kabupaten Batang dan Pemerintah Kota Tegal "
        "di Semarang, Senin (4/8/2025)."
    )
    assert shown(found, "MemorandumOfUnderstanding", "party")[1:] == ["Pemerintah Kabupaten Kendal"]
    assert shown(found, "CooperationAgreement", "party")[1:] == [
        "Pemerintah Kabupaten Batang",
        "Pemerintah Kota Tegal",
    ]
    assert shown(found, "CooperationAgreement", "date") == ["2025-08-04"]


def test_parties_that_only_the_headline_tells() -> None:
    found = extract(
        "Unmul Teken MoU dengan Kementerian P2MI untuk Pelindungan Pekerja Migran\n\n"
        "SAMARINDA – Universitas Mulawarman (Unmul) menepati janjinya. Pada Senin, 4 Agustus 2025, "
        "Unmul menggelar penandatanganan Memorandum of Understanding (MoU) yang berlangsung di "
        "Gedung Rektorat Unmul.\n",
        document=Metadata(published="2025-08-05"),
    )
    assert len(shown(found, "MemorandumOfUnderstanding", "party")) == 2
    assert shown(found, "MemorandumOfUnderstanding", "locatedIn") == ["Gedung Rektorat Unmul"]


def test_a_first_party_and_those_listed_behind_it() -> None:
    found = read(
        "Bertempat di Kantor Gubernur Jambi, Rabu (12/11/2025), kegiatan MoU ini diselenggarakan "
        "oleh Polda Jambi sebagai pihak pertama, dengan 4 pihak yang terdiri dari Pemprov Jambi, "
        "BP3MI Jambi, serta PT Angkasa Raya."
    )
    cls = "MemorandumOfUnderstanding"
    assert shown(found, cls, "party") == [
        "Kepolisian Daerah Jambi", "Pemerintah Provinsi Jambi", "BP3MI Jambi", "PT Angkasa Raya",
    ]  # fmt: skip
    assert shown(found, cls, "locatedIn") == ["Kantor Gubernur Jambi"]
    assert shown(found, cls, "date") == ["2025-11-12"]


def test_what_several_signed_is_of_their_offices() -> None:
    found = read(
        "Penandatanganan komitmen bersama dilakukan oleh Bupati Belu Willy Lay, Kapolres Belu "
        "AKBP Gede Putra, dan Kepala BP3MI NTT Dewi Lasut di Atambua, Rabu (12/11/2025)."
    )
    assert len(shown(found, "Agreement", "signatory")) == 3
    assert {"Polres Belu", "Pemkab Belu"} <= set(shown(found, "Agreement", "party"))


def test_those_who_agreed_before_are_parties_of_what_marks_it() -> None:
    found = read(
        "Pemerintah Kabupaten Belu dan BP3MI NTT bersepakat meningkatkan pelindungan pekerja "
        "migran. Hal ini ditandai dengan penandatanganan Nota Kesepakatan, Rabu (12/11/2025)."
    )
    assert len(shown(found, "Agreement", "party")) == 2
    assert shown(found, "Agreement", "date") == ["2025-11-12"]


def test_two_heads_whom_two_sentences_tell() -> None:
    found = read(
        "Mendagri Tirta Karnawan tandatangani Nota Kesepahaman untuk melindungi pekerja migran, "
        "di Jakarta pada Rabu (12/11/2025). Nota Kesepahaman ini ditandatangani bersama Kapolda "
        "NTT Irjen Pol Adi Rahmat."
    )
    cls = "MemorandumOfUnderstanding"
    assert shown(found, cls, "signatory") == ["Tirta Karnawan", "Adi Rahmat"]
    assert shown(found, cls, "date") == ["2025-11-12"]
    assert len(shown(found, cls, "party")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "KP2MI dan Polri dijadwalkan menandatangani nota kesepahaman pada Januari 2026.",
        "Nota kesepahaman itu dijadwalkan diteken KP2MI dan Polri pada Januari 2026.",
    ],
)
def test_what_is_only_scheduled_is_not_signed(text: str) -> None:
    assert shown(read(text), "MemorandumOfUnderstanding", "date") == []
    assert shown(read(text), "MemorandumOfUnderstanding", "party") == []


def test_a_hospital_called_after_a_port_is_none() -> None:
    text = "KP2MI meneken nota kesepahaman dengan Rumah Sakit Pelabuhan Cirebon dan RS Pelabuhan."
    assert not [one for one in read(text).entities if one.cls == "Port"]
