"""Sessions that were held, with agenda and parties; those announced, as expectations."""

from __future__ import annotations

import pytest

from loaders.text import coming
from tests.extractions import reader

# A Monday.
read = reader("2025-09-15")


def sessions(text: str) -> list[dict[str, str]]:
    """Return what the sessions of a text have, without the case; expectations are marked so."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    made: dict[str, dict[str, str]] = {}
    for claim in found.claims:
        if "-hearing-" in claim.subject and claim.property != "caseOf":
            value = captions.get(claim.value, claim.value)
            mark = "?" if claim.modality == "expectation" else ""
            its = made.setdefault(claim.subject, {})
            its[claim.property] = "; ".join(filter(None, (its.get(claim.property), value + mark)))
    return list(made.values())


def test_a_session_has_agenda_defendants_and_who_presided() -> None:
    text = (
        "PN Kupang menggelar sidang kasus TPPO, Rabu (10/9/2025). Terdakwa Anton Wangge dan "
        "Yosefina Bria hadir dengan agenda pembacaan dakwaan oleh jaksa. Dalam sidang yang "
        "dipimpin hakim ketua Yudit Manafe itu, jaksa membacakan kronologi."
    )
    assert sessions(text) == [
        {
            "date": "2025-09-10",
            "court": "PN Kupang",
            "agenda": "indictment",
            "defendant": "Anton Wangge; Yosefina Bria",
            "ledBy": "Yudit Manafe",
        }
    ]


@pytest.mark.parametrize(
    ("sentence", "day", "agenda"),
    [
        ("Sidang akan dilanjutkan pekan depan dengan agenda putusan sela.",
         "2025-09-22/2025-09-28", "interim-ruling"),
        ("Sidang berikutnya dijadwalkan Rabu (24/9/2025) dengan agenda pembacaan tuntutan.",
         "2025-09-24", "demand"),
        ("Majelis hakim menunda sidang hingga Senin pekan depan dengan agenda pledoi.",
         "2025-09-22", "plea"),
        ("Vonis dijadwalkan dua pekan lagi.", "2025-09-29/2025-10-05", "verdict"),
        ("Majelis hakim akan membacakan vonisnya minggu depan.",
         "2025-09-22/2025-09-28", "verdict"),
        ("Sidang ditunda hingga Kamis depan untuk pemeriksaan saksi.", "2025-09-18", None),
        ("Penasihat hukum akan menyampaikan nota pembelaan pekan depan.",
         "2025-09-22/2025-09-28", "plea"),
    ],
)  # fmt: skip
def test_what_is_to_come_is_an_expectation(sentence: str, day: str, agenda: str | None) -> None:
    found = sessions(f"Terdakwa Anton Wangge diadili di PN Kupang. {sentence}")
    assert [one["date"] for one in found] == [f"{day}?"]
    assert found[0].get("agenda") == (f"{agenda}?" if agenda else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sidang batal digelar pekan depan.",
        "Sidang sedianya dilanjutkan 24 September 2025.",
        "Sidang akan dilanjutkan.",
        "Sidang ditunda selama tiga bulan.",
        "Sidang kabinet akan digelar pekan depan.",
    ],
)
def test_what_has_no_day_or_does_not_take_place_is_none(sentence: str) -> None:
    assert sessions(f"Terdakwa Anton Wangge diadili di PN Kupang. {sentence}") == []


def test_a_verdict_that_is_announced_convicts_nobody() -> None:
    text = "Jaksa menuntut Anton Wangge empat tahun di PN Kupang. Vonis dijadwalkan dua pekan lagi."
    assert not [one for one in read(text).entities if one.cls == "Verdict"]
    assert not [one for one in read(text).claims if one.value == "convicted"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Senin depan", "2025-09-22"),
        ("Selasa mendatang", "2025-09-16"),
        ("minggu depan", "2025-09-22/2025-09-28"),
        ("bulan depan", ""),
        ("tiga hari lagi", ""),
    ],
)
def test_days_to_come_are_counted_from_the_day_of_publication(words: str, meant: str) -> None:
    assert coming.meant(words, "2025-09-15") == meant
    assert coming.meant(words, None) == ""
