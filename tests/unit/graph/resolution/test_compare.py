"""The front door: which class compares names how."""

from __future__ import annotations

import pytest

from graph.resolution.compare import compare
from graph.resolution.errors import ResolutionError, UnmatchableClassError
from ontology.errors import LacakError
from ontology.model import load


@pytest.mark.parametrize(
    ("class_name", "left", "right"),
    [
        ("Person", "Joesoef", "Yusuf"),
        ("person", "Joesoef", "Yusuf"),
        ("Company", "PT Maju Jaya", "Maju Jaya, PT"),
        ("PlacementCompany", "PT Maju Jaya (P3MI)", "PT Maju Jaya"),
        ("ForeignAgency", "Maju Sdn Bhd", "Maju Sdn. Bhd."),
        ("Agency", "Polda Kepri", "Polda Kepulauan Riau"),
        ("LawEnforcementAgency", "Polda Kepri", "Polda Kepulauan Riau"),
        ("ProtectionOffice", "BP3MI NTB", "BP3MI Nusa Tenggara Barat"),
        ("LocalGovernment", "Pemkab Bogor", "Kabupaten Bogor"),
        ("TaskForce", "Satgas TPPO", "Satuan Tugas TPPO"),
        ("Organization", "KP2MI", "KemenP2MI"),
        ("Organization", "PT Maju Jaya", "PT. Maju Djaja"),
        ("CivilSocietyOrganization", "Yayasan Peduli", "Yay. Peduli"),
        ("TrainingCentre", "LPK Harapan", "Lembaga Pelatihan Kerja Harapan"),
        ("Province", "Kepri", "Kepulauan Riau"),
        ("PhoneNumber", "0812 3456 7890", "+6281234567890"),
        ("nik", "2171011205900003", "2171-0112-0590-0003"),
        ("Premises", "Jl. Mawar 3", "Jalan Mawar No. 3"),
        ("address", "Jl. Mawar 3", "Jalan Mawar No. 3"),
    ],
)
def test_the_class_picks_the_comparer(class_name: str, left: str, right: str) -> None:
    assert compare(class_name, left, right).decision == "same"


def test_a_company_is_no_agency_because_of_its_form() -> None:
    assert compare("Organization", "PT Riau Jaya", "CV Riau Jaya").decision == "different"


def test_every_class_below_agent_can_be_compared() -> None:
    ontology = load()
    for name in ontology.descendants("Organization"):
        assert compare(name, "Maju Jaya", "Maju Jaya").decision == "same", name


@pytest.mark.parametrize("class_name", ["Count", "Statement", "Alien", "", "Recruitment"])
def test_other_classes_are_refused(class_name: str) -> None:
    with pytest.raises(UnmatchableClassError, match="Expected a class") as raised:
        compare(class_name, "a", "b")
    assert raised.value.class_name == class_name
    assert isinstance(raised.value, ResolutionError)
    assert isinstance(raised.value, LacakError)


def test_the_explanation_comes_in_the_language_asked_for() -> None:
    assert compare("Person", "Budi", "Budi").explanation.startswith("Sama")
    assert compare("Person", "Budi", "Budi", language="en").explanation.startswith("Same")
