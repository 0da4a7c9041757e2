"""Agreements beside each other, and what their parties promise to do by when."""

from __future__ import annotations

import pytest

from tests.extractions import reader

DECLARED = (
    "Pemerintah Provinsi Nusa Tenggara Barat bersama Polda NTB menandatangani Deklarasi Bersama "
    "NTB Tanpa Perdagangan Orang di Mataram, Selasa (2/12/2025)."
)


read = reader("2025-12-03")


def told(text: str, prop: str, prefix: str = "cmt:") -> list[str]:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    claims = [c for c in found.claims if c.subject.startswith(prefix) and c.property == prop]
    return [captions.get(c.value, c.value) for c in claims]


def test_a_list_below_an_agreement() -> None:
    text = (
        f"{DECLARED}\n\nTiga komitmen dalam deklarasi itu yakni:\n"
        "1. Membentuk gugus tugas di 10 kabupaten paling lambat Maret 2026;\n"
        "2. Menindak aparat yang terlibat; dan\n"
        "3. Membuka posko pengaduan hingga akhir 2026."
    )
    assert told(text, "description") == [
        "Membentuk gugus tugas di 10 kabupaten paling lambat Maret 2026",
        "Menindak aparat yang terlibat",
        "Membuka posko pengaduan hingga akhir 2026",
    ]
    assert told(text, "deadline") == ["2026-03", "2026-12"]
    assert len(told(text, "commitmentOf")) == 3


@pytest.mark.parametrize(
    ("text", "parties", "deadlines"),
    [
        (
            "Pemprov NTB akan membentuk satgas di setiap desa paling lambat Maret 2026.",
            ["Pemerintah Provinsi Nusa Tenggara Barat"],
            ["2026-03"],
        ),
        (
            "Pemprov NTB akan membentuk satgas di setiap desa.",
            ["Pemerintah Provinsi Nusa Tenggara Barat"],
            [],
        ),
        ("Jika tidak, Pemprov NTB akan membentuk satgas paling lambat Maret 2026.", [], []),
        (
            "Pemprov NTB berkomitmen membiayai pelatihan calon pekerja.",
            ["Pemerintah Provinsi Nusa Tenggara Barat"],
            [],
        ),
        (
            "Kepala BP3MI NTB Noerman Adhi menjelaskan, pihaknya berkomitmen membuka layanan di 10 "
            "kabupaten sebelum akhir tahun 2026.",
            ["BP3MI Nusa Tenggara Barat"],
            ["2026-12"],
        ),
        ("PT Samudra Jaya berjanji memberangkatkan mereka ke Polandia.", [], []),
        ("Pemprov NTB tidak akan membentuk satgas sebelum Maret 2026.", [], []),
        ("Polda NTB menangkap dua orang sebelum 5 Maret 2025.", [], []),
    ],
)
def test_who_promises_what(text: str, parties: list[str], deadlines: list[str]) -> None:
    assert told(text, "committedParty") == parties
    assert told(text, "deadline") == deadlines


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "BP3MI NTB akan terus berkoordinasi dengan Polda NTB.",
            ["BP3MI Nusa Tenggara Barat"],
            "akan terus berkoordinasi dengan Polda NTB",
        ),
        (
            "Pemkab Sumbawa dan BP3MI NTB akan menggelar diskusi lanjutan di Taliwang.",
            ["Pemkab Sumbawa", "BP3MI Nusa Tenggara Barat"],
            "akan menggelar diskusi lanjutan di Taliwang",
        ),
        (
            '"Kami siap mendampingi keluarga mereka," ujar Kepala BP3MI NTB Surya Wijaya.',
            ["BP3MI Nusa Tenggara Barat"],
            "siap mendampingi keluarga mereka",
        ),
        (
            '"Perkara ini akan terus kami kembangkan," ujar Kapolda NTB Irjen Pol Bagas Prima.',
            ["Kepolisian Daerah Nusa Tenggara Barat"],
            "akan terus kami kembangkan",
        ),
        (
            "Kapolda NTB menyatakan tidak akan segan menindak anggotanya.",
            ["Kepolisian Daerah Nusa Tenggara Barat"],
            "tidak akan segan menindak anggotanya",
        ),
        (
            "Jika perusahaan itu membandel, Kemnaker akan mencabut izinnya.",
            ["Kementerian Ketenagakerjaan"],
            "Jika perusahaan itu membandel, Kemnaker akan mencabut izinnya",
        ),
        ("Polda NTB akan menjadi tuan rumah.", [], ""),
        ("Perempuan itu akan berangkat ke Malaysia bersama Surya.", [], ""),
        ("PT Samudra Jaya akan memberangkatkan mereka ke Polandia.", [], ""),
        ('"Kami akan melapor," ujar Surya, ayah korban.', [], ""),
    ],
)
def test_what_an_office_announces_is_expected(text: str, who: list[str], what: str) -> None:
    found = read(text)
    made = [c for c in found.claims if c.subject.startswith("cmt:")]
    assert told(text, "committedParty") == who
    assert [c.value for c in made if c.property == "description"] == ([what] if what else [])
    assert {c.modality for c in made} <= {"expectation"}


def test_the_day_of_a_plan() -> None:
    assert told("BP3MI NTB berencana menggelar sosialisasi pada 19 Januari 2026.", "date") == [
        "2026-01-19"
    ]


def test_an_earlier_agreement_is_another() -> None:
    text = (
        f"{DECLARED} Deklarasi ini merupakan tindak lanjut nota kesepahaman antara KP2MI dan "
        "Pemprov NTB Nomor 12/MoU/2025 yang ditandatangani di Jakarta pada 19 Mei 2025."
    )
    found = read(text)
    cls = {entity.id: entity.cls for entity in found.entities}
    days = {cls[c.subject]: c.value for c in found.claims if c.property == "date"}
    assert days == {"Declaration": "2025-12-02", "MemorandumOfUnderstanding": "2025-05-19"}
    assert told(text, "number", "agr:") == ["12/MoU/2025"]
    assert len(told(text, "implements", "agr:")) == 1


def test_numbered_texts_that_heads_sign() -> None:
    text = (
        "KP2MI dan Pemerintah Provinsi Jawa Tengah menandatangani nota kesepahaman (MoU) tentang "
        "pencegahan. MoU bernomor 045/NK/KP2MI/XI/2025 itu diteken Menteri P2MI Mukhtar Arifin dan "
        "Gubernur Jawa Tengah Ahmad Lutfi, Rabu (19/11/2025)."
    )
    assert told(text, "signatory", "agr:") == ["Mukhtar Arifin", "Ahmad Lutfi"]
    assert told(text, "date", "agr:") == ["2025-11-19"]


def test_on_the_same_occasion_is_on_the_same_day() -> None:
    text = (
        f"{DECLARED} Pada kesempatan yang sama, BP3MI NTB meneken perjanjian kerja sama (PKS) "
        "dengan Universitas Mataram dan Politeknik Negeri Mataram."
    )
    assert set(told(text, "date", "agr:")) == {"2025-12-02"}
    assert len(told(text, "date", "agr:")) == 2
    names = {entity.caption for entity in read(text).entities}
    assert {"Universitas Mataram", "Politeknik Negeri Mataram"} <= names
    assert "PKS" not in names


HEADS = (
    "Menteri P2MI Mukhtar Arifin, Gubernur NTB Lalu Zulhakim, dan Kapolda NTB Irjen Pol Bambang "
    "Sudarma menandatangani komitmen bersama pencegahan TPPO di Mataram, Kamis (18/9/2025)."
)


def test_what_further_sentences_say_of_a_signing() -> None:
    text = (
        "PT Graha Insan Madani (GIM) meneken perjanjian kerja sama dengan Universitas Mataram. "
        "Balai itu dikelola anak usaha GIM. Penandatanganan digelar di Hotel Majapahit, Senin "
        "(1/12/2025). Perjanjian bernomor 021/GIM-UNRAM/XII/2025 itu rampung. Kedua pihak juga "
        "sepakat membentuk saluran pengaduan paling lambat Juni 2026."
    )
    assert told(text, "date", "agr:") == ["2025-12-01"]
    assert told(text, "number", "agr:") == ["021/GIM-UNRAM/XII/2025"]
    assert told(text, "deadline") == ["2026-06"]
    assert [e for e in read(text).entities if e.cls == "Person"] == []


def test_three_heads_sign_what_they_count_out() -> None:
    text = (
        f"{HEADS}\n\nKomitmen bersama itu memuat dua butir. Pertama, membentuk tim terpadu paling "
        "lambat Oktober 2025. Kedua, bertukar data setiap bulan. Acara tersebut disaksikan Wakil "
        "Menteri P2MI Dewi Anggraeni."
    )
    assert len(told(text, "signatory", "agr:")) == 3
    assert told(text, "description") == [
        "membentuk tim terpadu paling lambat Oktober 2025",
        "bertukar data setiap bulan",
    ]
    assert told(text, "deadline") == ["2025-10"]
    assert told(text, "witness", "agr:") == ["Dewi Anggraeni"]


SIGNED = (
    "KP2MI dan Pemkab Banyumas menandatangani nota kesepahaman di Purwokerto, Rabu (5/11/2025)."
)


def test_what_a_party_owes_by_the_agreement() -> None:
    text = f"{SIGNED} KP2MI wajib menyiapkan 500 perawat, sedangkan lahan disiapkan kemudian."
    assert told(text, "description") == ["wajib menyiapkan 500 perawat"]
    assert len(told(text, "commitmentOf")) == 1
    alone = "KP2MI wajib menyiapkan 500 perawat."
    assert told(alone, "description") == []
    other = f"{SIGNED} Polda NTB wajib menindak calo."
    assert told(other, "description") == []


def test_what_is_promised_by_a_text_is_promised_in_it() -> None:
    text = (
        f"{SIGNED} Melalui nota kesepahaman ini, Pemkab Banyumas berkomitmen membangun balai "
        "latihan yang ditargetkan rampung pada Desember 2026."
    )
    assert len(told(text, "commitmentOf")) == 1
    assert told(text, "deadline") == ["2026-12"]
