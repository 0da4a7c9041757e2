from __future__ import annotations

import pytest

from graph.ledger.rows import Decision, DecisionKind
from graph.projection.identity import NOBODY, effective, identity
from tests.claims import decision


def decisions(*given: tuple[DecisionKind, str, str]) -> list[Decision]:
    return [decision(*item, number=i) for i, item in enumerate(given)]


def undo(taken: Decision, number: int) -> Decision:
    return decision("undo", taken.id, number=number)


def test_without_decisions_everyone_is_himself() -> None:
    found = identity([])
    assert found == NOBODY
    assert found.of("a:a") == "a:a"
    assert found.records("a:a") == ("a:a",)


def test_the_smallest_id_of_a_cluster_is_canonical() -> None:
    found = identity(decisions(("same", "c:3", "b:2"), ("same", "a:1", "c:3")))
    assert found.members == {"a:1": ("a:1", "b:2", "c:3")}
    assert [found.of(i) for i in ("a:1", "b:2", "c:3", "d:4")] == ["a:1", "a:1", "a:1", "d:4"]
    assert found.records("c:3") == ("a:1", "b:2", "c:3")


def test_a_later_decision_about_the_same_two_overrules() -> None:
    pair = decisions(("same", "a:1", "b:2"), ("different", "b:2", "a:1"))
    assert identity(pair).members == {}
    assert identity(pair).contradictions == ()
    assert identity(decisions(("same", "a:1", "b:2"), ("unsure", "a:1", "b:2"))).members == {}
    back = decisions(("same", "a:1", "b:2"), ("different", "a:1", "b:2"), ("same", "b:2", "a:1"))
    assert identity(back).of("b:2") == "a:1"


def test_a_join_that_another_decision_forbids_is_left_out_and_reported() -> None:
    apart, first, second = decisions(
        ("different", "a:1", "c:3"), ("same", "a:1", "b:2"), ("same", "b:2", "c:3")
    )
    found = identity([apart, first, second])
    assert found.members == {"a:1": ("a:1", "b:2")}
    (contradiction,) = found.contradictions
    assert (contradiction.refused, contradiction.because) == (second, apart)


def test_it_does_not_matter_when_two_were_told_apart() -> None:
    given = decisions(("same", "a:1", "b:2"), ("same", "b:2", "c:3"), ("different", "a:1", "c:3"))
    found = identity(given)
    assert found.members == {"a:1": ("a:1", "b:2")}
    assert found.contradictions[0].because == given[2]


def test_whole_clusters_are_kept_apart() -> None:
    given = decisions(
        ("different", "a:2", "b:2"),
        *(("same", "a:1", f"a:{i}") for i in range(2, 6)),
        *(("same", "b:1", f"b:{i}") for i in range(2, 6)),
        ("same", "a:5", "b:5"),
    )
    found = identity(given)
    assert set(found.members) == {"a:1", "b:1"}
    assert len(found.contradictions) == 1


def test_undo_takes_a_decision_back_as_if_it_had_never_been_taken() -> None:
    one, two = decisions(("same", "a:1", "b:2"), ("same", "c:3", "d:4"))
    assert identity([one, two, undo(one, 2)]) == identity([two])


def test_an_undo_can_be_undone_again_and_again() -> None:
    one = decision("same", "a:1", "b:2")
    first = undo(one, 1)
    second = undo(first, 2)
    third = undo(second, 3)
    assert identity([one, first]).members == {}
    assert identity([one, first, second]) == identity([one])
    assert identity([one, first, second, third]).members == {}


def test_undoing_the_later_of_two_brings_the_earlier_back() -> None:
    same, different = decisions(("same", "a:1", "b:2"), ("different", "a:1", "b:2"))
    assert identity([same, different, undo(different, 2)]) == identity([same])


def test_verdicts_on_claims_are_overruled_by_later_ones() -> None:
    given = [decision("accept", "c1", number=0), decision("reject", "c1", number=1)]
    assert [d.kind for d in effective(given)] == ["reject"]
    assert [d.kind for d in effective([*given, undo(given[1], 2)])] == ["accept"]


@pytest.mark.parametrize("kind", ["accept", "reject", "unsure", "different"])
def test_other_decisions_join_nobody(kind: DecisionKind) -> None:
    assert identity([decision(kind, "a:1", "b:2")]).members == {}


def test_a_long_chain_of_joins_and_distinctions_stays_quick() -> None:
    size = 20_000
    given = [decision("same", f"a:{i:06}", f"a:{i + 1:06}", 0) for i in range(size)]
    given += [decision("different", f"b:{i:06}", f"a:{i:06}", 1) for i in range(size)]
    given.append(decision("same", "b:000007", "a:000009", 2))
    found = identity(given)
    assert len(found.members["a:000000"]) == size + 1
    assert len(found.contradictions) == 1
