"""Courtrooms: judges, prosecutors, the number and the court of a matter."""

from __future__ import annotations

import pytest

from tests.extractions import reader

read = reader("2025-11-20")


def held(text: str) -> dict[str, str]:
    """Return posts by the name of who holds them."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    holders = {c.subject: captions[c.value] for c in found.claims if c.property == "holder"}
    return {holders[c.subject]: captions[c.value] for c in found.claims if c.property == "post"}


def of_case(text: str, prop: str) -> set[str]:
    claims = read(text).claims
    return {c.value for c in claims if c.subject.startswith("case:") and c.property == prop}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Majelis hakim yang diketuai Hendra Sitepu menghukum Rasmi Lubis lima tahun penjara.",
            {"Hendra Sitepu": "ketua majelis hakim"},
        ),
        (
            "Putusan itu dibacakan ketua majelis hakim Hendra Sitepu didampingi dua hakim anggota, "
            "Ayu Purba dan Togar Manurung.",
            {
                "Hendra Sitepu": "ketua majelis hakim",
                "Ayu Purba": "hakim anggota",
                "Togar Manurung": "hakim anggota",
            },
        ),
        (
            "Jaksa penuntut umum (JPU) Kejaksaan Negeri Batam, Melda Siahaan, membacakan tuntutan.",
            {"Melda Siahaan": "Jaksa penuntut umum Kejaksaan Negeri Batam"},
        ),
        (
            "Majelis hakim yang diketuai Hendra Sitepu, dengan anggota Ayu Purba dan Togar "
            "Manurung, menunda sidang.",
            {
                "Hendra Sitepu": "ketua majelis hakim",
                "Ayu Purba": "hakim anggota",
                "Togar Manurung": "hakim anggota",
            },
        ),
        ("Jaksa Melda Siahaan membacakan tuntutan.", {"Melda Siahaan": "jaksa"}),
        ("Menurut jaksa, Rasmi Lubis menjaring tujuh orang.", {}),
        ("Mantan jaksa Melda Siahaan hadir di ruang sidang.", {}),
    ],
)
def test_who_sits_where(text: str, expected: dict[str, str]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "told",
    [
        "Perkara itu teregister dengan nomor perkara 311/Pid.Sus/2025/PN Btm.",
        "Perkara bernomor 311/Pid.Sus/2025/PN Btm itu disidangkan terbuka.",
    ],
)
def test_the_number_of_a_matter(told: str) -> None:
    assert of_case(told, "number") == {"311/Pid.Sus/2025/PN Btm"}
    two = f"{told} Perkara lain bernomor 312/Pid.Sus/2025/PN Btm."
    assert of_case(two, "number") == set()


def test_a_report_to_the_police_has_a_number_with_its_offices_and_a_day() -> None:
    told = (
        "Laporan itu teregister dengan nomor LP/B/512/X/2025/SPKT/Polres Cianjur tertanggal "
        "3 Oktober 2025."
    )
    assert of_case(told, "number") == {"LP/B/512/X/2025/SPKT/Polres Cianjur"}
    assert of_case(told, "date") == {"2025-10-03"}
    tried = f"{told} Perkara itu teregister dengan nomor perkara 311/Pid.Sus/2025/PN Cjr."
    assert of_case(tried, "number") == {"311/Pid.Sus/2025/PN Cjr"}


def clients(text: str) -> set[tuple[str, str]]:
    """Return lawyers with those for whom they speak."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    holders = {c.subject: captions[c.value] for c in found.claims if c.property == "holder"}
    told = [c for c in found.claims if c.property == "beneficiary"]
    return {(holders[c.subject], captions[c.value]) for c in told}


SUSPECTS = "Polisi menetapkan DL (30) dan GR (41) sebagai tersangka. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kuasa hukum DL, Yosef Manek, tidak menjawab.", {("Yosef Manek", "DL")}),
        ("Yosef Manek, pengacara GR, membantah.", {("Yosef Manek", "GR")}),
        (
            "Penasihat hukum kedua tersangka, Yosef Manek, ikut hadir.",
            {("Yosef Manek", "DL"), ("Yosef Manek", "GR")},
        ),
        (
            "Kuasa hukum PT Bina Cipta Sarana, Yosef Manek, tidak menjawab.",
            {("Yosef Manek", "PT Bina Cipta Sarana")},
        ),
        ("Kuasa hukum tersangka, Yosef Manek, ikut hadir.", set()),
        ("Kuasa hukum keluarga korban, Yosef Manek, ikut hadir.", set()),
    ],
)
def test_whose_lawyer_somebody_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert clients(SUSPECTS + text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Keduanya terancam hukuman paling lama 10 tahun penjara.", 1),
        ("Ancaman hukumannya sepuluh tahun penjara dan denda Rp5 miliar.", 1),
        ("Siapa pun yang mengirim pekerja seperti itu terancam 10 tahun penjara.", 0),
        ("Warga terancam kehilangan uang Rp10 juta.", 0),
    ],
)
def test_a_threat_is_kept_in_its_words_and_is_no_verdict(text: str, number: int) -> None:
    assert len(of_case(SUSPECTS + text, "description")) == number
    assert not [e for e in read(SUSPECTS + text).entities if e.cls == "Verdict"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sidang perkara itu digelar di PN Batam, Rabu (12/11/2025).", {"org:pn-batam"}),
        ("Sidang perkara itu akan digelar di PN Batam.", set()),
        ("Ketua PN Batam menghadiri deklarasi di Kantor Wali Kota.", set()),
    ],
)
def test_the_court_that_tries_it(text: str, expected: set[str]) -> None:
    assert of_case(text, "court") == expected


@pytest.mark.parametrize(
    ("told", "suspects"),
    [
        ('"SW sudah kami tetapkan sebagai tersangka, TR masih saksi," kata Budi.', {"SW"}),
        ("Polisi menetapkan dua orang sebagai tersangka, SW dan TR.", {"SW", "TR"}),
    ],
)
def test_the_next_clause_names_no_suspect(told: str, suspects: set[str]) -> None:
    text = f"Polisi memeriksa pria berinisial SW (47) dan adiknya, TR (39). {told}"
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    staged = {
        captions[c.value]
        for c in found.claims
        if c.property == "stageOf" and c.subject.endswith("-suspect")
    }
    assert staged == suspects
