"""The rules of ``access.ttl``: default-deny, the closer rule holds, the floor in words."""

from __future__ import annotations

import pytest

from ontology.access import OPENNESS, access, closer
from ontology.errors import UnknownTermError
from ontology.model import Ontology

RULES = access()
READERS = ("policy", "analyst", "investigator")


def test_roles_in_order_and_the_administrator_reads_nothing(ontology: Ontology):
    assert [*RULES.roles] == [*READERS, "administrator"]
    assert [RULES.role(name).rank for name in READERS] == [1, 2, 3]
    assert not RULES.role("administrator").reads_data
    for cls in ontology.classes:
        assert RULES.of_class("administrator", cls) == "withheld"
    for prop in ontology.properties:
        assert RULES.of_property("administrator", prop) == "withheld"


def test_who_ranks_higher_is_never_shown_less(ontology: Ontology):
    for cls in ontology.classes:
        ranks = [OPENNESS.index(RULES.of_class(role, cls)) for role in READERS]
        assert ranks == sorted(ranks), cls
    for prop in ontology.properties:
        ranks = [OPENNESS.index(RULES.of_property(role, prop)) for role in READERS]
        assert ranks == sorted(ranks), prop


def test_a_value_is_never_pseudonymised(ontology: Ontology):
    told = {RULES.of_property(role, p) for role in READERS for p in ontology.properties}
    assert told == {"shown", "coarse", "withheld"}


def test_what_identifies_is_withheld_from_all_but_investigators(ontology: Ontology):
    for name in ("nik", "passportNumber", "birthDate", "fatherName", "initials"):
        assert [RULES.of_property(role, name) for role in READERS] == [
            "withheld",
            "withheld",
            "shown",
        ], name


@pytest.mark.parametrize("cls", ["LegalStage", "Case", "PhoneNumber", "Recruitment"])
def test_policy_has_no_suspects(cls):
    assert not RULES.may_see("policy", cls)
    assert RULES.may_see("analyst", cls)


def test_policy_sees_persons_who_hold_office_only():
    assert RULES.of_class("policy", "Person") == "withheld"
    assert RULES.of_standing("policy", "office-holder") == "shown"
    assert RULES.may_see("policy", "Person")
    assert RULES.of_standing("policy", "victim") == "withheld"
    assert RULES.of_standing("investigator", "victim") == "withheld"
    assert RULES.of_standing("analyst", "accused") is None


@pytest.mark.parametrize("one", OPENNESS)
@pytest.mark.parametrize("other", OPENNESS)
def test_the_closer_of_two_rules_holds(one, other):
    assert closer(one, other) == closer(other, one) == min(one, other, key=OPENNESS.index)


def test_markings_are_ordered():
    assert RULES.is_within("clear", "green")
    assert not RULES.is_within("red", "amber-strict")
    with pytest.raises(UnknownTermError):
        RULES.is_within("secret", "green")


def test_unknown_roles_are_named_with_the_nearest():
    with pytest.raises(UnknownTermError, match="policy"):
        RULES.role("polici")


@pytest.mark.parametrize(("number", "told"), [(0, 0), (9, 0), (10, 10), (4822, 4820)])
def test_the_floor_rounds_down(number, told):
    assert RULES.floor.down(number) == told


def test_the_rule_is_stated_for_those_whose_numbers_are_rounded():
    for name, role in RULES.roles.items():
        assert (RULES.rule_for(name) is not None) == role.is_floored
    rule = RULES.rule_for("policy")
    assert rule is not None
    # Written into headers of answers, which hold no other letters.
    assert (rule.id + rule.en).isascii()
    assert str(RULES.floor.multiple) in rule.id


def test_every_role_treatment_and_standing_has_words_in_both_languages():
    for named in (*RULES.roles.values(), *RULES.treatments.values(), *RULES.standings.values()):
        assert named.label.id
        assert named.label.en
        assert named.definition.id.endswith(".")
        assert named.definition.en.endswith(".")
