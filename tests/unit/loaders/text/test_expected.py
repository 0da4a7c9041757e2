"""What is only expected, what is passed on, and what a court said long ago."""

from __future__ import annotations

import pytest

from tests.extractions import reader

# A Monday.
read = reader("2025-09-15")


def told(text: str, *words: str) -> set[tuple[str, str, str]]:
    """Return property, value and modality of claims on subjects whose ids hold one of the words."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    return {
        (claim.property, captions.get(claim.value, claim.value), claim.modality)
        for claim in found.claims
        if any(word in claim.subject for word in words)
    }


def test_a_next_meeting_is_expected_with_its_place_and_month() -> None:
    text = "Rapat berikutnya akan digelar di Batam pada Februari 2026."
    assert told(text, "expected-meeting") == {
        ("date", "2026-02", "expectation"),
        ("occurredAt", "Kota Batam", "expectation"),
    }


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("akan dipulangkan bertahap mulai Jumat", "2025-09-19"),
        ("dijadwalkan dipulangkan pada 20 September", "2025-09-20"),
        ("rencananya akan dipulangkan pada Kamis, 25 September 2025", "2025-09-25"),
        ("akan dipulangkan pekan depan", "2025-09-22/2025-09-28"),
    ],
)
def test_a_return_to_come_is_expected(words: str, day: str) -> None:
    text = f"Polda NTB menyelamatkan 12 korban di Mataram, Sabtu (13/9/2025). Mereka {words}."
    assert ("date", day, "expectation") in told(text, "expected-repatriation")


@pytest.mark.parametrize(
    "text",
    [
        "Rapat berikutnya akan digelar di Batam.",
        "Rapat berikutnya batal digelar di Batam pada Februari 2026.",
        "Rapat berikutnya akan digelar di Batam pada Agustus 2025.",
        "Mereka akan dipulangkan ke daerah asal.",
        "Mereka tidak akan dipulangkan pada 20 September.",
        "Mereka sedianya akan dipulangkan pada 20 September.",
        "Mereka akan dipulangkan jika bersedia pada 20 September.",
    ],
)
def test_without_a_time_to_come_nothing_is_expected(text: str) -> None:
    assert not told(text, "evt:", "expected")


def test_a_former_verdict_has_its_court_term_and_year() -> None:
    text = (
        "Polisi memeriksa Yohan Sulaiman. Yohan sendiri pernah dihukum dua tahun penjara oleh PN "
        "Medan pada 2019 dalam kasus serupa."
    )
    assert told(text, "verdict-former") == {
        ("defendant", "Yohan Sulaiman", "stated"),
        ("court", "PN Medan", "stated"),
        ("sentenceMonths", "24", "stated"),
        ("date", "2019", "stated"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "tidak pernah dihukum dua tahun penjara oleh PN Medan",
        "belum pernah divonis dua tahun penjara oleh PN Medan",
        "pernah dihukum dalam kasus serupa pada 2019",
        "pernah dituntut dua tahun penjara di PN Medan",
    ],
)
def test_no_former_verdict_without_court_and_term(words: str) -> None:
    assert not told(f"Polisi memeriksa Yohan Sulaiman. Yohan Sulaiman {words}.", "verdict-former")


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Kasus ini sudah dilimpahkan ke Polres Karawang.", "Polres Karawang"),
        ("Perkara itu kemudian diteruskan kepada penyidik Polres Karawang.", "Polres Karawang"),
        ("Laporannya akan diserahkan ke Polres Karawang.", ""),
        ("Perkara itu dilimpahkan ke Kejaksaan Negeri Karawang.", ""),
        (
            '"Laporannya kami terima dan sedang dalam tahap penyelidikan," kata Kapolres Karawang '
            "AKBP Dedi Santosa.",
            "Polres Karawang",
        ),
        (
            '"Kasus ini masih dalam penyelidikan," kata Kepala BP3MI Jawa Barat Dedi Santosa.',
            "",
        ),
    ],
)
def test_who_looks_into_the_matter_from_now_on(words: str, office: str) -> None:
    made = told(f"PT Bunga Timur menjual sertifikat palsu. {words}", "case:")
    assert {value for prop, value, _ in made if prop == "investigatedBy"} == {office} - {""}


def test_the_matter_of_one_who_died_is_closed() -> None:
    text = (
        "Anton Wangge divonis dua tahun penjara oleh PN Kupang. Rekannya, Yosefina Bria, yang "
        "semula ikut didakwa, meninggal dunia sebelum tuntutan dibacakan sehingga perkaranya gugur."
    )
    assert ("stage", "case-closed", "stated") in told(text, "stage:")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Hakim memberi kesempatan terdakwa menyampaikan pleidoi pada Rabu, 24 September.", "24"),
        ("Besok, Selasa 16 September 2025, sidang pembacaan pleidoi akan digelar.", "16"),
    ],
)
def test_a_plea_to_come_has_its_day(words: str, day: str) -> None:
    text = f"Anton Wangge dituntut dua tahun penjara di PN Kupang, Senin (15/9/2025). {words}"
    made = told(text, "hearing-next")
    assert {("date", f"2025-09-{day}", "expectation"), ("agenda", "plea", "expectation")} <= made
