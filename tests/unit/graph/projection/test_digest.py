from __future__ import annotations

import random

import pytest

from graph.projection.digest import Digest, digest, record_hash
from graph.store import Node, Relationship

NODES = [Node(f"a:{i}", ("Person", "Agent"), {"age": i, "name": [f"N{i}"]}) for i in range(50)]
LINKS = [Relationship(f"r{i}", "KNOWS", f"a:{i}", f"a:{i + 1}", {"support": i}) for i in range(49)]
ITEMS: list[Node | Relationship] = [*NODES, *LINKS]


def test_a_digest_depends_on_content_and_not_on_order() -> None:
    shuffled = random.Random(1).sample(ITEMS, len(ITEMS))
    assert digest(ITEMS) == digest(shuffled)
    assert digest(ITEMS[1:]) != digest(ITEMS)
    assert digest([*ITEMS, ITEMS[0]]) != digest(ITEMS), "a multiset, not a set"
    assert len(digest([])) == 64


def test_what_is_added_can_be_taken_away() -> None:
    running = Digest()
    for item in ITEMS:
        running.add(item)
    whole = running.hex()
    for item in ITEMS[10:]:
        running.remove(item)
    assert running.hex() == digest(ITEMS[:10])
    for item in reversed(ITEMS[10:]):
        running.add_hash(record_hash(item))
    assert running.hex() == whole


@pytest.mark.parametrize(
    "other",
    [
        Node("a:2", ("Person", "Agent"), {"age": 1}),
        Node("a:1", ("Company", "Agent"), {"age": 1}),
        Node("a:1", ("Person", "Agent"), {"age": 2}),
        Node("a:1", ("Person", "Agent"), {"age": "1"}),
        Node("a:1", ("Person", "Agent"), {"age": 1, "name": ["x"]}),
        Relationship("a:1", "KNOWS", "a:1", "a:2"),
    ],
)
def test_every_part_of_a_record_counts(other: Node | Relationship) -> None:
    assert record_hash(other) != record_hash(Node("a:1", ("Person", "Agent"), {"age": 1}))


def test_the_order_in_which_an_engine_returns_labels_and_properties_does_not_count() -> None:
    one = Node("a:1", ("Person", "Agent"), {"a": 1, "b": 2})
    assert record_hash(one) == record_hash(Node("a:1", ("Agent", "Person"), {"b": 2, "a": 1}))


def test_the_order_of_the_values_of_a_property_counts() -> None:
    one, other = Node("a:1", (), {"n": ["a", "b"]}), Node("a:1", (), {"n": ["b", "a"]})
    assert record_hash(one) != record_hash(other)
