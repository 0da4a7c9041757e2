"""Validation, adapters, output and origins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec
import pytest

from loaders.text import adapter, origins, output, validate
from loaders.text.adapter import Answer, Proposal
from loaders.text.draft import DraftClaim, Entity, Extraction, Metadata
from loaders.text.extract import extract
from ontology.claim import Document, check, check_excerpt
from ontology.model import load

TEXT = "Polda NTT menangkap 3 tersangka TPPO di Kota Kupang, Senin (4/8/2025). Kerugian Rp7 juta."


def claim(prop: str, value: str, quote: str) -> DraftClaim:
    start = TEXT.index(quote)
    return DraftClaim("cnt:x-1", prop, value, is_object=False, start=start,
                      end=start + len(quote), quote=quote)  # fmt: skip


def gate(*claims: DraftClaim, cls: str = "Count") -> Extraction:
    entities = (Entity("cnt:x-1", cls, "x", (), 0, 5),)
    return validate.checked(TEXT, Extraction(Metadata(), "doc:x", (), entities, claims, ()))


@pytest.mark.parametrize(
    ("prop", "value", "quote", "cls"),
    [
        ("countLower", "3", "3 tersangka", "Count"),
        ("window", "2025-08-04", "Senin (4/8/2025)", "Count"),
        ("feeIdr", "7000000", "Rp7 juta", "JobOffer"),
    ],
)
def test_what_the_quote_states_passes(prop: str, value: str, quote: str, cls: str) -> None:
    found = gate(claim(prop, value, quote), cls=cls)
    assert len(found.claims) == 1
    assert found.refused == ()


@pytest.mark.parametrize(
    ("made", "cls"),
    [
        (claim("countLower", "4", "3 tersangka"), "Count"),
        (claim("window", "2025-08-05", "Senin (4/8/2025)"), "Count"),
        (claim("feeIdr", "70000000", "Rp7 juta"), "JobOffer"),
        (claim("countUnit", "banyak", "3 tersangka"), "Count"),
        (claim("noSuchProperty", "3", "3 tersangka"), "Count"),
        (claim("sentenceMonths", "3", "3 tersangka"), "Count"),
        (claim("countLower", "tiga", "3 tersangka"), "Count"),
        (replace(claim("countLower", "3", "3 tersangka"), quote="3 terdakwa!"), "Count"),
        (replace(claim("countLower", "3", "3 tersangka"), end=9999), "Count"),
        (replace(claim("countLower", "3", "3 tersangka"), subject="cnt:x-2"), "Count"),
        (replace(claim("countLower", "3", "3 tersangka"), modality="mungkin"), "Count"),
        (claim("claimant", "org:polda-ntt", "Polda NTT"), "Count"),
    ],
)
def test_what_it_does_not_state_is_refused(made: DraftClaim, cls: str) -> None:
    found = gate(made, cls=cls)
    assert found.claims == ()
    assert len(found.refused) == 1
    assert found.refused[0].reason


def test_abstract_and_unknown_classes_are_refused() -> None:
    assert gate(cls="Agent").entities == ()
    assert gate(cls="Kucing").entities == ()


class Model:
    """An extractor that is right once, invents a number, and invents a quote."""

    name = "model@1"

    def propose(self, text: str, document: Metadata, classes: Mapping[str, str]) -> Answer:
        assert "Arrest" in classes
        assert text == TEXT
        assert document == Metadata()
        entities = [("evt:m-1", "Arrest", "menangkap"), ("cnt:m-1", "Count", "3 tersangka")]
        return Answer(
            entities,
            [
                Proposal("cnt:m-1", "countLower", "3", "3 tersangka"),
                Proposal("cnt:m-1", "countLower", "30", "3 tersangka"),
                Proposal("cnt:m-1", "countLower", "5", "5 tersangka"),
                Proposal("cnt:m-1", "countUnit", "persons", "a"),
                Proposal("cnt:m-1", "countOf", "evt:m-1", "menangkap 3 tersangka", start=10),
            ],
        )


def test_an_adapter_passes_the_same_gate() -> None:
    found = adapter.run(Model(), TEXT, Metadata(), "doc:m")
    assert [(c.property, c.value) for c in found.claims] == [
        ("countLower", "3"),
        ("countOf", "evt:m-1"),
    ]
    assert len(found.refused) == 3


def test_claims_for_the_ledger_are_valid_drafts() -> None:
    found = extract(TEXT, document=Metadata(published="2025-08-06"))
    classes = {entity.id: entity.cls for entity in found.entities}
    document = Document(id=found.document_id, cls="NewsArticle", dataset="t", title="t", text=TEXT)
    made = list(output.to_claims(found, text=TEXT))
    assert len(made) == len(found.claims) + len(found.entities)
    for one in made:
        is_type = one.property == "type"
        check(one, load(), None if is_type else classes[one.subject])
        check_excerpt(one, document)
        assert one.is_draft
    assert len({one.id for one in made}) == len(made)


def test_the_output_contract() -> None:
    data = output.to_data(extract(TEXT))
    assert list(data) == ["document", "mentions", "entities", "claims", "refused"]
    back = msgspec.json.decode(msgspec.json.encode(data))
    for mention in back["mentions"]:
        assert TEXT[mention["start"] : mention["end"]] == mention["text"]
        assert set(mention) == {"start", "end", "text", "class", "entity"}
    for one in back["claims"]:
        assert TEXT[one["start"] : one["end"]] == one["quote"]
        assert ("object" in one) != ("value" in one)


RELEASE = (
    "Polda NTT menangkap tiga tersangka perdagangan orang di Kota Kupang pada Senin malam. Para "
    "tersangka diduga merekrut belasan warga untuk bekerja di perkebunan sawit di Malaysia tanpa "
    "dokumen resmi. Polisi masih memburu seorang pelaku lain yang diduga mendanai kegiatan itu."
)


def test_reposts_form_one_origin() -> None:
    repost = "BREAKING. " + RELEASE + " Baca berita lain di situs kami."
    other = (
        "BP3MI Riau memulangkan sembilan pekerja migran yang sakit dari Johor Bahru melalui "
        "Pelabuhan Dumai kemarin sore, kata kepala balai kepada wartawan di kantornya di Dumai."
    )
    first, second, third = origins.group_origins([RELEASE, repost, other])
    assert first == second != third
    assert origins.similarity(RELEASE, repost) > 0.9
    assert origins.similarity(RELEASE, other) < 0.1


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Jakarta (ANTARA) - Polisi bergerak.", "antara"),
        ("Demikian bunyi siaran pers itu.", "siaran-pers"),
        ("Polisi bergerak.", ""),
    ],
)
def test_credit(text: str, credit: str) -> None:
    assert origins.origin_of(text).credit == credit


def test_credit_alone_joins_nothing() -> None:
    keys = origins.group_origins(["Jakarta (ANTARA) - Satu.", "Jakarta (ANTARA) - Dua."])
    assert keys[0] != keys[1]


def test_no_texts_no_origins() -> None:
    assert origins.group_origins([]) == []
    assert len(set(origins.group_origins(["", ""]))) == 1
