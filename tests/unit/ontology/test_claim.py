from __future__ import annotations

import msgspec
import pytest

from ontology.claim import Claim, Document, check, check_excerpt, iri_of
from ontology.errors import ClaimError, ExcerptError, UnknownTermError, ValueTypeError
from ontology.model import Ontology
from tests.claims import claim, document

BASE = claim("person:a", "age", "41", quote="41 tahun", start=10, end=18)


def changed(**values: object) -> Claim:
    return msgspec.structs.replace(BASE, **values)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("subject", "person:b"), ("property", "name"), ("value", "42"), ("document", "doc:b")),
        *(("start", 11), ("end", 19), ("locator", "par. 2"), ("modality", "reported")),
        *(("attributed_to", ("org:polri",)), ("valid", "2025"), ("method", "text@1")),
    ],
)
def test_what_is_claimed_where_and_by_whom_makes_the_id(field: str, value: object) -> None:
    assert changed(**{field: value}).id != BASE.id


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("method", "manual@2"), ("confidence", 0.5), ("credibility", 3), ("marking", "amber")),
        *(("asserted", "2025"), ("original", "empat puluh satu"), ("is_draft", True)),
    ],
)
def test_grading_and_version_leave_the_id_alone(field: str, value: object) -> None:
    assert changed(**{field: value}).id == BASE.id


def test_neighbouring_fields_do_not_run_into_each_other() -> None:
    assert changed(subject="person:ab", value="c").id != changed(subject="person:a", value="bc").id
    one = changed(attributed_to=("org:a", "org:b"))
    assert one.id != changed(attributed_to=("org:b", "org:a")).id


def test_the_id_is_the_same_for_ever() -> None:
    # A change of this value means that every ledger in the world loads everything twice.
    assert BASE.id == "c82d5f0754d12afebbaf1aa29a10d84c"


def test_a_separator_inside_a_value_is_refused_because_ids_would_collide(
    ontology: Ontology,
) -> None:
    one = claim("a:a", "statementText", "v\x1fdoc:x\x1f\x1f\x1fL", "doc:y", locator="M")
    other = claim("a:a", "statementText", "v", "doc:x", locator="L\x1fdoc:y\x1f\x1f\x1fM")
    assert one.id == other.id
    with pytest.raises(ValueTypeError, match="control characters"):
        check(one, ontology)


def test_text_that_cannot_be_encoded_is_refused(ontology: Ontology) -> None:
    with pytest.raises(ValueTypeError):
        _ = check(claim("a:a", "name", "\ud800"), ontology).id


def test_a_checked_claim_has_its_value_in_canonical_form(ontology: Ontology) -> None:
    given = claim("person:a", "name", "  Ani  Wijaya ")
    assert check(given, ontology, "Person").value == "Ani Wijaya"


def test_a_claim_that_is_canonical_comes_back_itself(ontology: Ontology) -> None:
    assert check(BASE, ontology, "Person") is BASE


@pytest.mark.parametrize(
    ("values", "error", "said"),
    [
        ({"quote": None, "locator": None, "start": None, "end": None}, ExcerptError, "neither"),
        ({"end": None}, ExcerptError, "both start and end"),
        ({"end": 19}, ExcerptError, "code points"),
        ({"start": -1, "end": 7}, ExcerptError, "code points"),
        ({"subject": "Person A"}, ClaimError, "is not an id"),
        ({"document": "doc"}, ClaimError, "is not an id"),
        ({"attributed_to": ("no id",)}, ClaimError, "is not an id"),
        ({"modality": "guessed"}, UnknownTermError, "guessed"),
        ({"marking": "top secret"}, UnknownTermError, "top secret"),
        ({"credibility": 7}, UnknownTermError, "7"),
        ({"confidence": 1.01}, ClaimError, "0-1"),
        ({"confidence": float("nan")}, ClaimError, "0-1"),
        ({"valid": "31/12/2025"}, ValueTypeError, "date"),
        ({"asserted": "yesterday"}, ValueTypeError, "date"),
        ({"property": "shoeSize"}, UnknownTermError, "shoeSize"),
        ({"property": "caption"}, UnknownTermError, "caption"),
        ({"property": "type", "value": "Wizard"}, UnknownTermError, "Wizard"),
        ({"property": "type", "value": "Agent"}, ClaimError, "abstract"),
        ({"property": "mentionedIn", "value": "doc:a"}, ClaimError, "computed"),
        ({"property": "kemendagriCode", "value": "53"}, ClaimError, "belongs to Territory"),
        ({"property": "residence", "value": "Batam"}, ClaimError, "not an entity id"),
        ({"property": "sex", "value": "unknown thing"}, UnknownTermError, "unknown thing"),
        ({"value": "forty"}, ValueTypeError, "whole number"),
    ],
)
def test_a_claim_that_cannot_be_made_says_why(
    ontology: Ontology, values: dict[str, object], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        check(changed(**values), ontology, "Person")


def test_without_the_class_the_domain_is_not_checked(ontology: Ontology) -> None:
    assert check(claim("x:a", "kemendagriCode", "53"), ontology).value == "53"


def test_offsets_count_code_points_of_the_text() -> None:
    text = "Désa\u00a0🛶 mandiri"
    source: Document = document(text=text)
    good = claim("place:a", "name", "🛶", quote="🛶", start=5, end=6)
    check_excerpt(good, source)
    with pytest.raises(ExcerptError, match="code points"):
        check_excerpt(msgspec.structs.replace(good, start=6, end=7), source)


def test_without_text_or_offsets_an_excerpt_cannot_be_checked() -> None:
    check_excerpt(BASE, document())
    check_excerpt(claim("person:a", "age", "41"), document(text="other"))


def test_the_origin_of_a_document_is_its_own_id_unless_stated() -> None:
    assert document().origin_key == "doc:a"
    assert document(origin="release-1").origin_key == "release-1"


def test_ids_are_published_below_one_base() -> None:
    assert iri_of("org:kp2mi") == "https://w3id.org/lacak/id/org:kp2mi"
