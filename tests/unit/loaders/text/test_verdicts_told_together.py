"""Verdicts on two in one sentence: a term each, kin without a name, whose restitution it is."""

from __future__ import annotations

import pytest

from tests.extractions import reader

BOTH = (
    "Pengadilan Negeri Maumere menjatuhkan hukuman tujuh tahun penjara kepada Anton Wangge dan "
    "lima tahun enam bulan penjara kepada Yosefina Bria, Kamis (31/7/2025)."
)


read = reader("2025-08-06")


def of_verdicts(text: str, prop: str) -> dict[str, str]:
    """Return a property of each verdict by defendant."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    ruled = {entity.id for entity in found.entities if entity.cls == "Verdict"}
    claims = [c for c in found.claims if c.property == "defendant" and c.subject in ruled]
    who = {c.subject: captions[c.value] for c in claims}
    return {
        who[c.subject]: c.value for c in found.claims if c.property == prop and c.subject in who
    }


def test_two_terms_in_one_sentence() -> None:
    assert of_verdicts(BOTH, "sentenceMonths") == {"Anton Wangge": "84", "Yosefina Bria": "66"}
    days = {"Anton Wangge": "2025-07-31", "Yosefina Bria": "2025-07-31"}
    assert of_verdicts(BOTH, "date") == days


def test_a_demand_for_another_is_no_term_of_hers() -> None:
    text = (
        "Pengadilan Negeri Maumere menjatuhkan hukuman tujuh tahun penjara kepada Anton Wangge, "
        "jauh dari tuntutan jaksa, yakni sembilan tahun penjara kepada Yosefina Bria."
    )
    assert of_verdicts(text, "sentenceMonths") == {"Anton Wangge": "84"}


def test_his_wife_is_who_the_document_named_so() -> None:
    text = (
        "Pasangan suami istri Anton Wangge (41) dan Yosefina Bria (38) divonis bersalah oleh PN "
        "Maumere. Hakim menjatuhkan pidana 6 tahun penjara kepada Anton, sedangkan istrinya "
        "dihukum 4 tahun penjara."
    )
    assert of_verdicts(text, "sentenceMonths") == {"Anton Wangge": "72", "Yosefina Bria": "48"}
    unnamed = text.replace("Pasangan suami istri Anton", "Anton")
    assert "Yosefina Bria" not in of_verdicts(unnamed, "sentenceMonths")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Hakim juga menghukum Anton membayar restitusi Rp86,4 juta, sedangkan Yosefina "
            "dibebani restitusi Rp25 juta.",
            {"Anton Wangge": "86400000", "Yosefina Bria": "25000000"},
        ),
        (
            "Keduanya juga diwajibkan membayar restitusi masing-masing Rp25 juta.",
            {"Anton Wangge": "25000000", "Yosefina Bria": "25000000"},
        ),
    ],
)
def test_whose_restitution_it_is(told: str, expected: dict[str, str]) -> None:
    assert of_verdicts(f"{BOTH} {told}", "restitutionIdr") == expected


def test_restitution_of_somebody_without_a_verdict_is_nobodys() -> None:
    text = (
        "Pengadilan Negeri Maumere memvonis Anton Wangge tujuh tahun penjara. Hakim juga "
        "menghukum Anton membayar restitusi Rp86,4 juta, sedangkan Yosefina Bria dibebani "
        "restitusi Rp25 juta."
    )
    assert of_verdicts(text, "restitutionIdr") == {"Anton Wangge": "86400000"}


def test_articles_of_both() -> None:
    text = f"{BOTH} Keduanya dinyatakan melanggar Pasal 4 UU Nomor 21 Tahun 2007."
    law = "law:uu-21-2007-ps-4"
    assert of_verdicts(text, "chargedUnder") == {"Anton Wangge": law, "Yosefina Bria": law}


def test_fines_go_to_the_verdict_of_the_court_that_is_named() -> None:
    text = (
        "Mahkamah Agung (MA) memperberat hukuman Tjia Hermawan menjadi sembilan tahun penjara. "
        "Sebelumnya, Pengadilan Negeri Jakarta Timur menghukumnya enam tahun penjara, dan "
        "Pengadilan Tinggi Jakarta menguatkan putusan itu. Selain itu, MA menjatuhkan "
        "denda Rp600 juta."
    )
    claims = read(text).claims
    fined = {c.subject for c in claims if c.property == "fineIdr"}
    courts = {(c.subject, c.value) for c in claims if c.property == "court"}
    assert len(fined) == 1
    assert (fined.pop(), "org:ma") in courts
    first = next(subject for subject, value in courts if value == "org:pn-jakarta-timur")
    assert [value for subject, value in courts if subject == first] == ["org:pn-jakarta-timur"]
    terms = {(c.subject, c.value) for c in claims if c.property == "sentenceMonths"}
    assert (first, "72") in terms
