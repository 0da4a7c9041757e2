from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import RecordFormatError
from loaders.model import Refusal, Row
from loaders.records import RecordSource
from ontology.claim import Claim, Document

HEAD = """\
document:
  id: doc:a
  class: NewsArticle
  name: Dua calo ditangkap
  url: https://example.org/a
  reliability: B
  published: 2025-08-06
  publisher: {id: org:antara, name: Antara}
"""


def source(folder: Path, body: str, head: str = HEAD, **others: str) -> RecordSource:
    (folder / "a.yaml").write_text(head + body, "utf-8")
    for name, text in others.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return RecordSource("test", folder, {"region:21": "Province"})


def claims(given: RecordSource) -> dict[tuple[str, str, str], Claim]:
    rows = [item for item in given.items() if isinstance(item, Row)]
    return {(c.subject, c.property, c.value): c for row in rows for c in row.claims}


def refusals(given: RecordSource) -> list[Refusal]:
    return [item for item in given.items() if isinstance(item, Refusal)]


def test_the_document_comes_first_with_its_citation(tmp_path: Path) -> None:
    first, *rest = source(tmp_path, "").items()
    assert isinstance(first, Document)
    assert (first.id, first.title, first.publisher) == ("doc:a", "Dua calo ditangkap", "Antara")
    assert (first.published, first.reliability, first.language) == ("2025-08-06", "B", "id")
    assert {(c.subject, c.property) for i in rest if isinstance(i, Row) for c in i.claims} == {
        ("org:antara", "type"),
        ("org:antara", "name"),
        ("doc:a", "publisher"),
    }


def test_every_value_becomes_one_claim_with_what_holds_around_it(tmp_path: Path) -> None:
    body = """\
entities:
  - id: person:a
    class: Person
    at: par. 2
    says: [org:antara]
    modality: reported
    credibility: 3
    name: [Ani Wijaya, Ani]
    age: {value: 41, at: par. 5, original: 41 tahun, note: check}
    residence: {value: "region:21", says: [], modality: stated, valid: 2025}
"""
    found = claims(source(tmp_path, body))
    name = found["person:a", "name", "Ani"]
    assert (name.locator, name.attributed_to, name.modality) == (
        "par. 2",
        ("org:antara",),
        "reported",
    )
    assert name.credibility == 3
    age = found["person:a", "age", "41"]
    assert (age.locator, age.original, age.modality) == ("par. 5", "41 tahun", "reported")
    home = found["person:a", "residence", "region:21"]
    assert (home.attributed_to, home.modality, home.valid) == ((), "stated", "2025")
    assert ("person:a", "type", "Person") in found


@pytest.mark.parametrize(
    ("entity", "said"),
    [
        ("{id: person:a}", "'id' and 'class'"),
        ("{class: Person}", "'id' and 'class'"),
        ("{id: person:a, class: Wizard, at: p, name: x}", "no class 'Wizard'"),
        ("{id: person:a, class: Person, name: x}", "neither a quote nor a locator"),
        ("{id: person:a, class: Person, at: p, age: old}", "whole number"),
        ("{id: person:a, class: Person, at: p, shoeSize: 41}", "shoeSize"),
        ("{id: person:a, class: Person, at: p, kemendagriCode: 21}", "belongs to Territory"),
        ("{id: person:a, class: Person, at: p, residence: 'region:99'}", "no record defines"),
        ("{id: person:a, class: Person, at: p, residence: 'org:antara'}", "expected Territory"),
        ("{id: person:a, class: Person, at: p, says: [org:x], age: 41}", "no record defines"),
        ("{id: person:a, class: Person, at: p, age: {value: 41, when: x}}", "got when"),
        ("{id: person:a, class: Person, at: p, age: {at: par. 3}}", "lacks 'value'"),
        ("{id: person:a, class: Person, at: p, age: {value: 41, credibility: 9}}", "1-6"),
        ("{id: person:a, class: Person, at: p, credibility: 9, age: 41}", "1-6"),
        ("{id: person:a, class: Person, at: [p], age: 41}", "one plain value"),
        ("{id: Person A, class: Person, at: p, age: 41}", "is not an id"),
        ("{id: person:a, class: Person, at: p, modality: guessed, age: 41}", "guessed"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_and_the_rest_is_kept(
    tmp_path: Path, entity: str, said: str
) -> None:
    good = "{id: person:z, class: Person, at: par. 9, name: Zainal}"
    given = source(tmp_path, f"entities:\n  - {entity}\n  - {good}\n")
    refused = refusals(given)
    assert refused
    assert any(said in r.reason for r in refused), [r.reason for r in refused]
    assert all(r.place.path == "a.yaml" and r.place.line == 10 for r in refused)
    assert ("person:z", "name", "Zainal") in claims(given)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("entities: []\n", "no 'document'"),
        ("document: {id: doc:a, class: NewsArticle}\n", "lacks name, url, reliability"),
        ("document: [x]\n", "expected a mapping"),
        (HEAD.replace("id: org:antara, ", ""), "publisher lacks 'id'"),
    ],
)
def test_a_file_of_another_format_is_refused_as_a_whole(
    tmp_path: Path, head: str, said: str
) -> None:
    with pytest.raises(RecordFormatError, match=said):
        list(source(tmp_path, "", head).items())


def test_records_may_refer_to_each_other_whatever_their_order(tmp_path: Path) -> None:
    body = "entities:\n  - {id: person:a, class: Person, at: p, residence: 'city:b'}\n"
    other = HEAD.replace("doc:a", "doc:z") + (
        "entities:\n  - {id: 'city:b', class: Regency, at: p, name: Batam}\n"
    )
    assert refusals(source(tmp_path, body, zzz=other)) == []


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_a_ministry_that_publishes_a_page_stays_a_ministry(tmp_path: Path, name: str) -> None:
    body = "entities:\n  - {id: org:kp2mi, class: Ministry, at: p, name: KP2MI}\n"
    other = HEAD.replace("doc:a", "doc:z").replace("org:antara", "org:kp2mi")
    given = source(tmp_path, body, **{name: other})
    assert given.defined()["org:kp2mi"] == "Ministry"
    assert {c.value for c in claims(given).values() if c.subject == "org:kp2mi"} >= {"Ministry"}
    assert ("org:kp2mi", "type", "MediaOrganization") not in claims(given)


def test_reading_twice_gives_the_same_claims(tmp_path: Path) -> None:
    body = "entities:\n  - {id: person:a, class: Person, at: p, name: [A, B], age: 41}\n"
    given = source(tmp_path, body)
    assert list(given.items()) == list(given.items())
    size = given.size()
    assert size is not None
    assert size > 0
    assert given.name == "test"
