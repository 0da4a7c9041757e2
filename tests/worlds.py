"""Small worlds of claims for property tests: people, places, relations, and disagreement."""

from __future__ import annotations

from hypothesis import strategies as st

from ontology.claim import Claim, Document
from tests.claims import claim, document

PEOPLE = [f"person:{n}" for n in range(6)]
PLACES = [f"place:{n}" for n in range(3)]
RELATIONS = [f"rel:{n}" for n in range(3)]
SOURCES = [
    document(f"doc:{n}", origin="release" if n < 2 else None, reliability="ABC"[n % 3])
    for n in range(4)
]
DATES = ["1990", "1990-05", "1990-05-02", "1991", "1991-06?"]
MODALITIES = ["stated", "stated", "reported", "alleged", "denied"]

_grading = st.fixed_dictionaries(
    {
        "source": st.sampled_from([d.id for d in SOURCES]),
        "modality": st.sampled_from(MODALITIES),
        "credibility": st.integers(1, 6),
        "confidence": st.sampled_from([0.3, 0.5, 0.9, 1.0]),
        "locator": st.sampled_from(["par. 1", "par. 2"]),
        "valid": st.sampled_from([None, "2025", "2025-03/2025-06", "2024/.."]),
        "is_draft": st.sampled_from([False, False, False, True]),
    }
)
_statement = st.one_of(
    st.tuples(st.sampled_from(PEOPLE), st.just("type"), st.just("Person")),
    st.tuples(st.sampled_from(PLACES), st.just("type"), st.sampled_from(["Province", "Regency"])),
    st.tuples(st.sampled_from(RELATIONS), st.just("type"), st.just("Recruitment")),
    st.tuples(st.sampled_from(PEOPLE), st.just("name"), st.sampled_from(["Ani", "Budi", "Désa"])),
    st.tuples(st.sampled_from(PEOPLE), st.just("age"), st.sampled_from(["41", "42"])),
    st.tuples(st.sampled_from(PEOPLE), st.just("birthDate"), st.sampled_from(DATES)),
    st.tuples(st.sampled_from(PEOPLE), st.just("residence"), st.sampled_from(PLACES)),
    st.tuples(st.sampled_from(RELATIONS), st.just("recruiter"), st.sampled_from(PEOPLE)),
    st.tuples(st.sampled_from(RELATIONS), st.just("recruit"), st.sampled_from(PEOPLE)),
    st.tuples(st.sampled_from(RELATIONS), st.just("startDate"), st.sampled_from(DATES)),
)


def _claim(statement: tuple[str, str, str], grading: dict[str, object]) -> Claim:
    source = str(grading["source"])
    rest = {k: v for k, v in grading.items() if k != "source"}
    return claim(*statement, source, **rest)


def _basis() -> list[Claim]:
    classes = dict.fromkeys(PEOPLE, "Person") | dict.fromkeys(PLACES, "Province")
    classes |= dict.fromkeys(RELATIONS, "Recruitment")
    return [claim(key, "type", cls, "doc:3", locator="basis") for key, cls in classes.items()]


BASIS = _basis()
"""A class for everything, so that most worlds have most nodes."""

worlds = st.lists(
    st.builds(_claim, _statement, _grading), max_size=40, unique_by=lambda c: c.id
).map(lambda claims: BASIS + claims)
"""Claims without repetition, about at most twelve entities from four documents."""

pairs = st.tuples(st.sampled_from(PEOPLE + PLACES), st.sampled_from(PEOPLE + PLACES)).filter(
    lambda pair: pair[0] != pair[1]
)


def documents() -> list[Document]:
    """Return the documents that worlds cite."""
    return list(SOURCES)
