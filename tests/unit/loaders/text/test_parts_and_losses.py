"""Groups that a text takes apart by sex or age, and sums that victims lost."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2026-05-20")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "BP3MI Aceh memulangkan 21 pekerja migran, terdiri atas 12 laki-laki, delapan "
            "perempuan dan satu anak.",
            ["12 laki-laki", "delapan perempuan", "satu anak"],
        ),
        (
            "Polda Riau menyelamatkan 17 korban. Korban terdiri dari sembilan pria dan delapan "
            "wanita.",
            ["sembilan pria", "delapan wanita"],
        ),
        # What makes up no number told, and is not said to, may be anybody.
        ("Polda Riau menyelamatkan 17 korban. Ada sembilan pria dan satu wanita di warung.", []),
        # Suspects by sex are told, but parts of another sort are no parts by sex.
        ("Polda Riau menyelamatkan 17 korban, yakni 15 calon pekerja migran dan dua anak.", []),
    ],
)
def test_parts_by_sex_and_age(text: str, parts: list[str]) -> None:
    assert shown(read(text), "Count", "name") == parts


def test_parts_belong_to_their_whole_and_its_event() -> None:
    text = (
        "Polda Riau menyelamatkan 17 korban di Dumai. Korban terdiri dari sembilan pria dan "
        "delapan wanita."
    )
    found = read(text)
    assert shown(found, "Count", "includedIn") == ["17 korban", "17 korban"]
    assert shown(found, "Count", "measure") == ["persons-rescued"] * 3
    assert len(shown(found, "Count", "countOf")) == 3


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Total kerugian korban mencapai Rp2,1 miliar.", ["2100000000"]),
        ("Kerugian 18 korban ditaksir Rp540 juta.", ["540000000"]),
        ("Para korban merugi hingga Rp90 juta.", ["90000000"]),
        # What each lost is no sum; what was averted, feared or promised back was not lost.
        ("Kerugian korban Rp30 juta per orang.", []),
        ("Kerugian bervariasi antara Rp8 juta hingga Rp45 juta.", []),
        ("Polisi mencegah kerugian Rp3 miliar.", []),
        ("Potensi kerugian mencapai Rp3 miliar.", []),
        ("Kerugian yang diselamatkan sebesar Rp3 miliar.", []),
        ("PT Sinar Laut mengganti kerugian korban Rp80 juta.", []),
    ],
)
def test_losses(text: str, amounts: list[str]) -> None:
    assert shown(read(text), "Count", "amountIdr") == amounts


def test_a_loss_has_its_measure_and_who_states_it() -> None:
    text = (
        'Kapolres Kebumen AKBP Surya Atmaja memimpin rilis. "Kerugian korban diperkirakan Rp1,4 '
        'miliar," ujar Surya Atmaja.'
    )
    found = read(text)
    assert shown(found, "Count", "measure") == ["money-loss"]
    assert shown(found, "Count", "approximation") == ["about"]
    assert shown(found, "Count", "claimant") == ["Surya Atmaja"]
