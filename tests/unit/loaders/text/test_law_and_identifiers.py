"""Articles, instruments, numbers, phones, accounts, plates, companies."""

from __future__ import annotations

import pytest

from loaders.text import companies, identifiers, laws
from loaders.text.spans import Kind


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Pasal 2 ayat (1) UU No. 21 Tahun 2007", ["law:uu-21-2007-ps-2-1"]),
        ("Pasal 2, 4 dan Pasal 10 UU RI Nomor 21/2007",
         ["law:uu-21-2007-ps-2", "law:uu-21-2007-ps-4", "law:uu-21-2007-ps-10"]),
        ("Pasal 4, Pasal 11, dan Pasal 15 UU Nomor 21 Tahun 2007",
         ["law:uu-21-2007-ps-4", "law:uu-21-2007-ps-11", "law:uu-21-2007-ps-15"]),
        ("Pasal 81 subs Pasal 83 UU Nomor 18 Tahun 2017",
         ["law:uu-18-2017-ps-81", "law:uu-18-2017-ps-83"]),
        ("pasal 4 Jo Pasal 10 UU Nomor 21 Tahun 2007 Subsidair Pasal 81 UU Nomor 18 Tahun 2017",
         ["law:uu-21-2007-ps-4", "law:uu-21-2007-ps-10", "law:uu-18-2017-ps-81"]),
        ("Pasal 55 Ayat (1) ke-1 KUHP", ["law:kuhp-ps-55-1-1"]),
        ("Permen P2MI 4/2025 pasal 9 ayat (1) huruf r", ["law:permenp2mi-4-2025-ps-9-1-r"]),
        ("Pasal 5 itu", ["law:pasal-ps-5"]),
        ("Pasal 2, 10 dan 11, Undang-Undang Nomor 21 Tahun 2007",
         ["law:uu-21-2007-ps-2", "law:uu-21-2007-ps-10", "law:uu-21-2007-ps-11"]),
        ("UU Nomor 6 Tahun 2011 tentang Keimigrasian Pasal 120", ["law:uu-6-2011-ps-120"]),
        ("UU Nomor 21 Tahun 2007 tentang TPPO dan Pasal 378", ["law:pasal-ps-378"]),
        ("UU 21/2007 tentang TPPO jo Pasal 81 UU 18/2017", ["law:uu-18-2017-ps-81"]),
        ("UU 21/2007 tentang TPPO yang menjerat dia dengan Pasal 4", ["law:pasal-ps-4"]),
    ],
)  # fmt: skip
def test_articles(text: str, ids: list[str]) -> None:
    assert [article.id for article in laws.articles(text)] == ids


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("perkara Nomor 123/Pid.Sus/2024/PN Kpg. Majelis", "123/Pid.Sus/2024/PN Kpg", "case"),
        ("SK Nomor KEP.45/MEN/2025", "KEP.45/MEN/2025", "decree"),
        ("Keputusan Menteri Nomor 118 Tahun 2025", "118 Tahun 2025", "decree"),
        ("laporan polisi nomor LP/A/12/I/2026/SPKT", "LP/A/12/I/2026/SPKT", "report"),
        ("keputusan Dirjen KP2MI/BP2MI nomor 10 tahun 2025", "10 tahun 2025", "decree"),
    ],
)
def test_numbers(text: str, number: str, kind: str) -> None:
    assert [(n.text, n.kind) for n in laws.numbers(text)] == [(number, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("nomor WhatsApp 0812-3456-7890", Kind.PHONE, "0812-3456-7890"),
        ("rekening BCA 1234567890 atas nama", Kind.ACCOUNT, "1234567890"),
        ("mobil Avanza bernopol BP 1234 AB", Kind.PLATE, "BP 1234 AB"),
        ("akun Instagram @loker_id", Kind.HANDLE, "@loker_id"),
        ('akun Facebook "Loker Resmi"', Kind.HANDLE, "Loker Resmi"),
        ("surel lapor@contoh.go.id", Kind.EMAIL, "lapor@contoh.go.id"),
    ],
)
def test_identifiers(text: str, kind: Kind, found: str) -> None:
    assert found in [item.text for item in identifiers.recognise(text) if item.kind is kind]


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("UU Pemberantasan TPPO", "law:uu-21-2007"),
        ("Undang-Undang tentang Pemberantasan Tindak Pidana Perdagangan Orang", "law:uu-21-2007"),
        ("undang-undang Pelindungan Pekerja Migran Indonesia", "law:uu-18-2017"),
        ("UU RI Keimigrasian", "law:uu-6-2011"),
        ("UU Pencucian Uang", "law:uu-8-2010"),
    ],
)
def test_a_law_is_known_by_what_it_is_called(text: str, law: str) -> None:
    assert [(one.text, one.id) for one in laws.instruments(f"Pasal 4 {text}, kata dia.")] == [
        (text, law)
    ]


def test_what_begins_like_the_name_of_a_law_is_none() -> None:
    assert laws.instruments("UU ITEM, UU Kepolisian, undang-undang itu") == []


@pytest.mark.parametrize("text", ["sebanyak 1234567890 orang", "BP 1234 AB", "pukul 08.12"])
def test_bare_digits_are_no_identifiers(text: str) -> None:
    assert list(identifiers.recognise(text)) == []


@pytest.mark.parametrize(
    ("text", "placement"),
    [
        ("P3MI itu adalah PT Ada Jaya, PT Bina Jaya (Jakarta), dan PT Citra Jaya.", 3),
        ("P3MI PT Ada Jaya dan agen PT Bina Jaya", 1),
        ("PT Ada Jaya menyewa bus. Dua P3MI, yakni PT Bina Jaya serta PT Citra Jaya", 2),
        ("izin P3MI PT Ada Jaya dicabut, PT Bina Jaya ditegur", 1),
    ],
)
def test_what_the_first_of_a_list_is_called_all_are(text: str, placement: int) -> None:
    found = [company.cls for company in companies.recognise(text)]
    assert found.count("PlacementCompany") == placement


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("milik PT Sinar Harapan Jaya.", "PT Sinar Harapan Jaya", "Company"),
        ("P3MI PT Bumi Mas Perkasa yang", "PT Bumi Mas Perkasa", "PlacementCompany"),
        ("Yayasan Peduli Buruh", "Yayasan Peduli Buruh", "CivilSocietyOrganization"),
        ("LPK Sakura Gakuin di", "LPK Sakura Gakuin", "TrainingCentre"),
        ("agensi Star Jade Employment Agency", "Star Jade Employment Agency", "ForeignAgency"),
        ("kepada PT PSM. Sanksi itu", "PT PSM", "Company"),
        ("PT Timur Jaya Kota Tanjung Balai", "PT Timur Jaya", "Company"),
    ],
)
def test_companies(text: str, name: str, cls: str) -> None:
    assert [(c.text, c.cls) for c in companies.recognise(text)] == [(name, cls)]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("PT Mandala Putra Sejati diadukan. Kami tahu Mandala Putra.", ["Mandala Putra"]),
        ("PT Mandala Putra Sejati diadukan. Budi Mandala Putra hadir.", []),
        ("PT Mandala Putra Sejati diadukan. Mandala Putra Jaya tidak.", []),
        ("Direktur PT Budi Karya Jaya, Budi Karya, membantah. Budi Karya (45) ditahan.", []),
        ("PT Mandala Putra diadukan. Kami tahu Mandala Putra.", []),
    ],
)
def test_a_company_may_be_called_without_its_form(text: str, short: list[str]) -> None:
    found = list(companies.recognise(text))
    assert [one.text for one in found if not one.legal_form] == short


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Peraturan Presiden (Perpres) Nomor 49 Tahun 2023", "law:perpres-49-2023"),
        ("Undang-Undang (UU) Nomor 21 Tahun 2007", "law:uu-21-2007"),
        ("Permen PPPA RI Nomor 11 Tahun 2013", "law:permenpppa-11-2013"),
        ("Permenaker Nomor Per. 9/MEN/V/2004", "law:permenaker-9-2004"),
        (
            "Peraturan Menteri Hukum dan HAM Nomor 7 Tahun 2013",
            "law:peraturan-menteri-hukum-dan-ham-7-2013",
        ),
        ("Perda Provinsi Bali Nomor 6 Tahun 2019", "law:perda-provinsi-bali-6-2019"),
    ],
)
def test_a_regulation_is_known_by_who_made_it(text: str, id_: str) -> None:
    assert [one.id for one in laws.instruments(text)] == [id_]


def test_a_local_regulation_of_no_told_region_is_not_told_apart() -> None:
    assert laws.instruments("Perda Nomor 6 Tahun 2019 berlaku.") == []
