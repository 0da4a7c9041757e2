"""Laws of the projection, on worlds that nobody made up."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.batches import batches
from graph.ledger.backup import backup, restore
from graph.ledger.ledger import Ledger
from graph.ledger.rows import Decision
from graph.projection.digest import digest
from graph.projection.identity import effective, identity
from graph.store import Node, Relationship
from ontology.claim import Claim
from tests.claims import decision, digest_of, graph_of, sqlite
from tests.worlds import documents, pairs, worlds

# Every example opens a database, which a shared machine may take long over.
LAWS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def ledger() -> Iterator[Ledger]:
    # Not tmp_path: hypothesis runs one test function many times.
    folder = Path(tempfile.mkdtemp(prefix="lacak-law-"))
    opened = sqlite(folder)
    for item in documents():
        opened.add_document(item)
    try:
        yield opened
    finally:
        opened.close()
        shutil.rmtree(folder)


def project(claims: list[Claim]) -> str:
    with ledger() as opened:
        opened.add_claims(claims)
        return digest_of(opened)


@LAWS
@given(worlds, st.randoms(use_true_random=False), st.integers(1, 30))
def test_any_order_twice_and_in_any_batches_gives_one_graph(
    world: list[Claim], chance: random.Random, size: int
) -> None:
    once = project(world)
    doubled = world + world
    chance.shuffle(doubled)
    with ledger() as opened:
        for batch in batches(doubled, size):
            if chance.random() < 0.5:
                opened.add_claims(batch)
            else:
                opened.add_each(batch)
        assert digest_of(opened) == once
        assert opened.counts()["claims"] == len(world)


@LAWS
@given(worlds, st.lists(pairs, min_size=1, max_size=5))
def test_undoing_every_merge_restores_the_graph_to_the_byte(
    world: list[Claim], merges: list[tuple[str, str]]
) -> None:
    with ledger() as opened:
        opened.add_claims(world)
        digests = [digest_of(opened)]
        taken = []
        for left, right in merges:
            taken.append(opened.decide("same", left, right, "ani", "test"))
            digests.append(digest_of(opened))
        for merge in reversed(taken):
            assert digest_of(opened) == digests.pop()
            opened.decide("undo", merge.id, "", "ani", "test")
        assert digest_of(opened) == digests[0]


@LAWS
@given(worlds, st.integers(0, 40), pairs)
def test_a_view_of_the_past_is_the_graph_that_was_then(
    world: list[Claim], share: int, pair: tuple[str, str]
) -> None:
    with ledger() as opened:
        opened.add_claims(world[:share])
        first = opened.decide("unsure", *pair, "ani", "test")
        then = digest_of(opened)
        opened.add_claims(world[share:])
        opened.decide("same", *pair, "ani", "test")
        assert digest_of(opened, first.recorded) == then


@LAWS
@given(worlds, st.lists(pairs, max_size=4))
def test_a_graph_has_no_loose_ends_and_every_record_its_evidence(
    world: list[Claim], merges: list[tuple[str, str]]
) -> None:
    with ledger() as opened:
        opened.add_claims(world)
        for left, right in merges:
            opened.decide("same", left, right, "ani", "test")
        graph = graph_of(opened)
        known = {s.id for s in opened.claims() if not s.claim.is_draft}
    for item in graph.values():
        if isinstance(item, Relationship):
            assert isinstance(graph.get(item.source), Node)
            assert isinstance(graph.get(item.target), Node)
            assert item.properties["claims"]
        cited = item.properties.get("claims") or []
        assert isinstance(cited, list)
        assert known.issuperset(map(str, cited))
        confidence = item.properties.get("confidence", 0.5)
        assert isinstance(confidence, float)
        assert 0 <= confidence <= 1


@LAWS
@given(worlds)
def test_a_backup_carries_the_whole_graph(world: list[Claim]) -> None:
    with ledger() as opened:
        opened.add_claims(world)
        path = Path(str(opened.engine.url.database)).with_suffix(".gz")
        backup(opened, path)
        other = sqlite(path.parent, "other.db")
        restore(other, path)
        assert digest_of(other) == digest_of(opened)
        other.close()


kinds = st.sampled_from(["same", "same", "same", "different", "unsure", "undo"])


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """Decisions about eight records, with undos of earlier ones."""
    found: list[Decision] = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(kinds)
        if kind == "undo" and found:
            found.append(decision("undo", draw(st.sampled_from(found)).id, number=number))
        elif kind != "undo":
            left, right = draw(st.permutations([f"r:{i}" for i in range(8)]))[:2]
            found.append(decision(kind, left, right, number))
    return found


@given(histories())
def test_clusters_are_what_joins_say_unless_forbidden(history: list[Decision]) -> None:
    found = identity(history)
    # Clusters are disjoint, named by their smallest record, and nobody is in two.
    members = [i for ids in found.members.values() for i in ids]
    assert len(members) == len(set(members))
    for canonical, ids in found.members.items():
        assert canonical == min(ids)
        assert all(found.of(i) == canonical and found.records(i) == ids for i in ids)
    # What stands apart is apart; a join is either made or reported.
    refused = {c.refused.id for c in found.contradictions}
    for taken in effective(history):
        is_one = found.of(taken.left) == found.of(taken.right)
        if taken.kind == "different":
            assert not is_one
        if taken.kind == "same":
            assert is_one or taken.id in refused


@given(histories())
def test_undoing_the_last_decision_restores_the_clusters_before_it(
    history: list[Decision],
) -> None:
    if history:
        back = decision("undo", history[-1].id, number=59)
        assert identity([*history, back]) == identity(history[:-1])


records = st.lists(
    st.builds(
        Node,
        st.text(max_size=3),
        st.just(("Person",)),
        st.dictionaries(st.sampled_from("abc"), st.integers(0, 3)),
    ),
    max_size=12,
)


@given(records, st.randoms(use_true_random=False))
def test_a_digest_is_of_a_multiset(items: list[Node], chance: random.Random) -> None:
    shuffled = chance.sample(items, len(items))
    assert digest(shuffled) == digest(items)
    if items:
        assert digest(items[1:]) != digest(items)
        assert digest([*items, items[0]]) != digest(items)
