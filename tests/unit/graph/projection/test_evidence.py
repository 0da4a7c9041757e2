from __future__ import annotations

import pytest

from graph.projection.evidence import MODALITY_ORDER, Source, interval, sources, weigh, weight
from ontology.model import Ontology
from tests.claims import document, stored

GOOD = Source("one", "A")
SOURCES = {"doc:a": GOOD, "doc:b": Source("two", "B"), "doc:repost": Source("one", "C")}


def test_the_best_grades_leave_the_methods_confidence_untouched() -> None:
    assert weight(stored("a:a", "name", "x", credibility=1, confidence=0.8), GOOD) == 0.8


def test_worse_grades_weigh_less(ontology: Ontology) -> None:
    by_source = [
        weight(stored("a:a", "name", "x", credibility=1), Source("o", grade)) for grade in "ABCDE"
    ]
    assert by_source == sorted(by_source, reverse=True)
    by_information = [weight(stored("a:a", "name", "x", credibility=c), GOOD) for c in range(1, 6)]
    assert by_information == sorted(by_information, reverse=True)
    for grade in ontology.scheme("reliabilities").concepts:
        for credibility in ontology.scheme("credibilities").concepts:
            found = weight(
                stored("a:a", "name", "x", credibility=int(credibility)), Source("o", grade)
            )
            assert 0 < found <= 1


def test_a_document_that_nobody_graded_weighs_as_one_that_cannot_be_judged() -> None:
    claim = stored("a:a", "name", "x", "doc:unknown")
    assert weight(claim, None) == weight(claim, Source("o", "F"))
    assert weigh([claim], SOURCES).support == 1


def test_reposts_of_one_release_count_once() -> None:
    first = stored("a:a", "name", "x")
    repost = stored("a:a", "name", "x", "doc:repost")
    other = stored("a:a", "name", "x", "doc:b")
    assert weigh([first, repost], SOURCES).support == 1
    assert weigh([first, repost], SOURCES).confidence == weigh([first], SOURCES).confidence
    assert weigh([first, repost, other], SOURCES).support == 2


def test_an_independent_origin_adds_confidence_and_never_certainty() -> None:
    alone = weigh([stored("a:a", "name", "x")], SOURCES)
    both = weigh([stored("a:a", "name", "x"), stored("a:a", "name", "x", "doc:b")], SOURCES)
    assert alone.confidence == 0.95
    assert both.confidence == round(1 - 0.05 * (1 - 0.9 * 0.95), 4)
    assert alone.confidence < both.confidence < 1


def test_a_denial_supports_nothing() -> None:
    denied = stored("a:a", "name", "x", modality="denied")
    said = stored("a:a", "name", "x", "doc:b")
    assert (weigh([denied], SOURCES).support, weigh([denied], SOURCES).confidence) == (0, 0.0)
    assert weigh([denied], SOURCES).modality == "denied"
    assert weigh([denied, denied], SOURCES).support == 0
    assert weigh([denied, said], SOURCES).support == 1


def test_one_claim_is_the_general_sum_for_one() -> None:
    for modality in MODALITY_ORDER:
        claim = stored("a:a", "name", "x", modality=modality, confidence=0.3137)
        twice = weigh([claim, claim], SOURCES)
        alone = weigh([claim], SOURCES)
        assert (alone.support, alone.confidence) == (twice.support, twice.confidence)
        assert (alone.modality, alone.documents) == (twice.modality, twice.documents)


def test_the_strongest_modality_stands_and_the_order_covers_the_vocabulary(
    ontology: Ontology,
) -> None:
    assert set(MODALITY_ORDER) == set(ontology.scheme("modalities").concepts)
    claims = [stored("a:a", "name", "x", modality=m) for m in ("alleged", "reported", "goal")]
    assert weigh(claims, SOURCES).modality == "reported"


def test_evidence_does_not_depend_on_the_order_of_claims() -> None:
    claims = [
        stored("a:a", "name", "x", source, confidence=c)
        for source, c in (("doc:a", 0.9), ("doc:b", 0.31), ("doc:c", 0.77))
    ]
    assert weigh(claims, SOURCES) == weigh(claims[::-1], SOURCES)


@pytest.mark.parametrize(
    ("valids", "expected"),
    [
        ([None], (None, None)),
        (["2025-08"], ("2025-08-01", "2025-08-31")),
        (["2025-08", None], ("2025-08-01", "2025-08-31")),
        (["2025-08", "2025-10-05"], ("2025-08-01", "2025-10-05")),
        (["2025-08", "2024/.."], ("2024-01-01", None)),
        (["../2024", "2025"], (None, "2025-12-31")),
        (["../2024", "2025/.."], (None, None)),
    ],
)
def test_the_widest_reading_of_when_it_held(
    valids: list[str | None], expected: tuple[str | None, str | None]
) -> None:
    claims = [stored("a:a", "name", "x", valid=v) for v in valids]
    assert interval(claims) == expected
    assert interval(claims[::-1]) == expected


def test_sources_keep_origin_and_grade() -> None:
    found = sources([document(origin="release"), document("doc:b", reliability="C")])
    assert found == {
        "doc:a": Source("release", "B", "NewsArticle"),
        "doc:b": Source("doc:b", "C", "NewsArticle"),
    }
