from __future__ import annotations

import msgspec
import pytest

from graph.errors import LedgerError
from graph.ledger import schema
from graph.ledger.rows import (
    CLAIM_COLUMNS,
    claim_row,
    document_of,
    document_row,
    same_document,
    stored_of,
)
from ontology.claim import Claim, Document
from ontology.model import Ontology
from tests.claims import claim, document

FULL = Claim(
    subject="person:a",
    property="residence",
    value="region:21.71",
    document="doc:a",
    start=3,
    end=8,
    quote="Batam",
    locator="par. 2",
    attributed_to=("org:polda-kepri", "person:b"),
    modality="reported",
    credibility=3,
    confidence=0.75,
    valid="2025-08",
    asserted="2025-08-06",
    original="Kota Batam",
    method="text@3",
    marking="clear",
    is_draft=True,
)


@pytest.mark.parametrize("given", [FULL, claim("person:a", "name", "Ani")])
def test_a_claim_survives_its_row(given: Claim, ontology: Ontology) -> None:
    row = claim_row(given, given.id, ontology, "now")
    kept = stored_of(row)
    assert (kept.id, kept.claim, kept.recorded) == (given.id, given, "now")


def test_a_claim_survives_the_truth_values_of_sqlite(ontology: Ontology) -> None:
    row = [int(v) if isinstance(v, bool) else v for v in claim_row(FULL, "x", ontology, "now")]
    assert stored_of(row).claim.is_draft is True


def test_rows_are_in_the_order_of_the_table() -> None:
    assert list(CLAIM_COLUMNS) == [c.name for c in schema.claims.c if c.name != "seq"]
    fields = [*Document.__struct_fields__, "recorded"]
    assert fields == [c.name for c in schema.documents.c]


def test_every_field_of_a_claim_has_a_column() -> None:
    assert set(Claim.__struct_fields__) <= set(CLAIM_COLUMNS)


@pytest.mark.parametrize(
    ("prop", "value", "is_entity"),
    [("type", "Person", False), ("name", "Ani", False), ("residence", "region:21", True)],
)
def test_only_references_are_marked_for_lookup_by_value(
    ontology: Ontology, prop: str, value: str, is_entity: bool
) -> None:
    row = claim_row(claim("person:a", prop, value), "x", ontology, "now")
    assert row[CLAIM_COLUMNS.index("is_entity")] is is_entity


def test_a_document_survives_its_row() -> None:
    given = document(text="Teks", publisher="Antara", url="https://example.org")
    row = document_row(given, "now")
    assert document_of(dict(zip([c.name for c in schema.documents.c], row, strict=True))) == given


@pytest.mark.parametrize(("field", "value"), [("title", "Other"), ("text", "x" * 500)])
def test_documents_of_one_id_that_differ_name_the_field_and_both_values(
    field: str, value: str
) -> None:
    with pytest.raises(LedgerError, match=f"{field} = ") as caught:
        same_document([document(), msgspec.structs.replace(document(), **{field: value})])
    assert len(str(caught.value)) < 400


def test_documents_that_agree_pass() -> None:
    same_document([document(), document()])
