"""What Lacak exports comes back: claim for claim through RDF, value for value elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest

from graph.export.formats import FORMATS, write
from graph.ledger.ledger import Ledger
from loaders.graphs.options import Options
from ontology.claim import Claim
from ontology.model import Ontology
from tests.claims import claim, digest_of, document, entity, fill
from tests.graphs import exported, loaded, new_ledger, projected

RDF = [name for name, form in FORMATS.items() if "claim" in form.keeps.en]
OTHERS = [name for name in FORMATS if name not in RDF]
PROV_TIME = "http://www.w3.org/ns/prov#generatedAtTime"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with every kind of value, place, speaker, and grading."""
    folder = tmp_path_factory.mktemp("original")
    documents = [
        document("doc:a", publisher="Antara", published="2025-08-06", url="https://e.id/a?x=1&y=2"),
        document(
            "doc:b", cls="OfficialRelease", origin="release-1", sha256="a" * 64, language="en"
        ),
        document("doc:c", reliability="A", title='Judul "kutip" \\ & <b>\ttab'),
    ]
    claims = [
        *entity("per:a", "Person", initials="AH", birthDate="1980-05", sex="male", age="45"),
        claim("per:a", "name", "Ahmad \u201cAmat\u201d é", original="AHMAD", confidence=0.3),
        claim(
            "per:a", "name", "Amat", "doc:b", modality="quoted", attributed_to=("org:p", "per:a")
        ),
        *entity("grp:b", "Group", groupSizeLower="5", groupSizeUpper="7", groupRole="victim"),
        *entity("org:p", "LawEnforcementAgency", name="Polda Riau", alias=["Polda", "Kepolisian"]),
        *entity("org:c", "PlacementCompany", name="PT Maju", legalForm="pt", url="https://c.id/"),
        claim("org:c", "registrationNumber", "AHU-01", valid="2020/..", marking="amber"),
        claim("org:c", "description", "baris satu\nbaris dua <&>", "doc:c", credibility=5),
        *entity("rel:d", "Recruitment", recruiter="per:a", recruit="grp:b"),
        claim("rel:d", "startDate", "2025-08", quote="Agustus", start=3, end=10, locator=None),
        claim("rel:d", "amountIdr", "1250000.5", asserted="2025-08-07", method="manual@2"),
        *entity("dir:e", "Directorship", director="per:a", directedCompany="org:c"),
        *entity("case:c", "Case", name="Perkara", number="12/Pid/2025"),
        *entity("stage:e", "LegalStage", stageOf="per:a", stageIn="case:c", stage="suspect"),
        claim("stage:e", "date", "2025-08-12~", "doc:b"),
        *entity("evt:t", "TraffickingIncident", name="Dugaan"),
        claim("evt:t", "suspectedAgent", "per:a", modality="alleged"),
        claim("evt:t", "act", "recruitment", modality="denied"),
        *entity("cnt:n", "Count", countLower="4822", countUnit="persons", cumulative="true"),
        *entity("ph:1", "PhoneNumber", e164="+628123456789"),
        *entity("use:1", "ChannelUse", channelUser="per:a", channel="ph:1"),
        *entity("country:ID", "Country", name="Indonesia", isoCode="ID"),
        claim("per:a", "nationality", "country:ID"),
        *entity("mem:1", "Membership", member="per:a", organization="org:p"),
        claim("mem:1", "member", "per:a", modality="alleged", locator="par. 9"),
    ]
    ledger = fill(new_ledger(folder, "original"), documents, claims)
    yield ledger
    ledger.close()


def content(ledger: Ledger) -> list[Claim]:
    return sorted((s.claim for s in ledger.claims()), key=lambda c: c.id)


@pytest.mark.parametrize("form", RDF)
def test_rdf_comes_back_claim_for_claim(form: str, original: Ledger, tmp_path: Path) -> None:
    path = exported(original, tmp_path, f"all{FORMATS[form].ending}", form)
    again = new_ledger(tmp_path, "again")
    found = loaded(path, again)
    assert found.reasons == ""
    assert found.source.missing == []
    assert content(again) == content(original)
    assert list(again.documents()) == list(original.documents())
    assert digest_of(again) == digest_of(original)
    assert loaded(path, again).report.claims == 0
    again.close()


@pytest.mark.parametrize("form", ["turtle", "n-quads"])
def test_rdf_loaded_and_exported_is_isomorphic(form: str, original: Ledger, tmp_path: Path) -> None:
    first = exported(original, tmp_path, f"one{FORMATS[form].ending}", form)
    again = new_ledger(tmp_path, "again")
    loaded(first, again)
    second = exported(again, tmp_path, f"two{FORMATS[form].ending}", form)
    # No node of ours is blank, so graphs are isomorphic if they are equal.
    graphs = [
        {str(q) for q in ox.parse(path=path) if q.predicate.value != PROV_TIME}
        for path in (first, second)
    ]
    assert len(graphs[0]) > 300
    assert graphs[0] == graphs[1]
    assert not any("_:" in statement.split('"')[0] for statement in graphs[0])
    again.close()


def test_loading_an_export_where_it_came_from_changes_nothing(
    original: Ledger, tmp_path: Path
) -> None:
    before = original.counts()
    found = loaded(exported(original, tmp_path, "same.ttl"), original)
    assert found.report.duplicates == found.report.rows > 0
    assert original.counts() == before


def test_a_document_that_differs_from_the_ledgers_is_refused(
    original: Ledger, tmp_path: Path
) -> None:
    path = exported(original, tmp_path, "other.ttl")
    path.write_text(path.read_text().replace("Title of doc:a", "Other title"))
    found = loaded(path, original)
    assert found.report.claims == 0
    assert "the ledger holds another document as doc:a" in found.reasons


def test_a_statement_added_to_an_export_by_hand_is_loaded(original: Ledger, tmp_path: Path) -> None:
    path = exported(original, tmp_path, "added.nt")
    line = (
        '<https://w3id.org/lacak/id/org:p> <https://w3id.org/lacak/ns#alias> "Kepolisian Riau" .\n'
    )
    path.write_text(path.read_text() + line)
    again = new_ledger(tmp_path, "again")
    found = loaded(path, again)
    extra = {msgspec.structs.astuple(c)[:3] for c in set(content(again)) - set(content(original))}
    assert extra == {("org:p", "alias", "Kepolisian Riau")}
    assert found.report.quarantined == 0
    again.close()


@pytest.mark.parametrize("form", ["turtle", "json-ld", "trig"])
def test_a_part_comes_back_with_its_documents(
    form: str, original: Ledger, ontology: Ontology, tmp_path: Path
) -> None:
    snapshot = projected(original, tmp_path / "snapshots")
    path = tmp_path / f"part{FORMATS[form].ending}"
    write(snapshot, ontology, path, form, ["per:a", "org:p"])
    snapshot.close()
    again = new_ledger(tmp_path, "again")
    assert loaded(path, again).reasons == ""
    assert {c.subject for c in content(again)} == {"per:a", "org:p"}
    again.close()


def test_merged_identities_are_told_and_not_taken_over(original: Ledger, tmp_path: Path) -> None:
    merged = new_ledger(tmp_path, "merged")
    fill(merged, [document("doc:a")], [*entity("org:x", "Company", name="PT X")])
    fill(merged, [], [*entity("org:y", "Company", name="PT X Jaya"), *entity("per:z", "Person")])
    merged.decide("same", "org:x", "org:y", "ani", "one number")
    path = exported(merged, tmp_path, "merged.ttl")
    again = new_ledger(tmp_path, "again")
    found = loaded(path, again)
    assert found.source.merged == 1
    assert found.source.missing == []
    assert content(again) == content(merged)
    merged.close()
    again.close()


# -- formats that know no claims ---------------------------------------------------------


@pytest.mark.parametrize("form", OTHERS)
def test_asserted_values_and_links_come_back(form: str, original: Ledger, tmp_path: Path) -> None:
    path = exported(original, tmp_path, f"all{FORMATS[form].ending}")
    again = new_ledger(tmp_path, "again")
    found = loaded(path, again)
    assert found.reasons == ""
    assert found.missing == {}
    assert found.source.form == form
    said = found.said
    assert {
        ("org:c", "type", "PlacementCompany"),
        ("org:c", "registrationNumber", "AHU-01"),
        ("org:c", "description", "baris satu\nbaris dua <&>"),
        ("org:p", "alias", "Kepolisian"),
        ("per:a", "name", "Ahmad “Amat” é"),
        ("per:a", "nationality", "country:ID"),
        ("dir:e", "director", "per:a"),
        ("dir:e", "directedCompany", "org:c"),
        ("mem:1", "organization", "org:p"),
        ("stage:e", "type", "LegalStage"),
        # News alone names the stage.
        ("stage:e", "stage", "reported-as-suspect"),
    } <= said
    assert ("evt:t", "act", "recruitment") not in said
    assert ("evt:t", "suspectedAgent", "per:a", "stated") not in {
        (c.subject, c.property, c.value, c.modality) for c in found.claims
    }
    assert loaded(path, again).report.claims == 0
    again.close()


@pytest.mark.parametrize("form", ["stix", "graphml", "gexf"])
def test_ids_values_and_links_survive_a_second_time(
    form: str, original: Ledger, tmp_path: Path
) -> None:
    ending = FORMATS[form].ending
    first = new_ledger(tmp_path, "first")
    once = loaded(exported(original, tmp_path, f"one{ending}"), first).said
    second = new_ledger(tmp_path, "second")
    twice = loaded(exported(first, tmp_path, f"two{ending}"), second).said
    of_file = {s for s, p, v in twice if s.startswith("doc:one-")}
    assert {t for t in twice if t[0] not in of_file} == once
    first.close()
    second.close()


FTM = [
    {"id": "NK-1", "schema": "Person", "properties": {
        "name": ["Ani", "Any"], "weakAlias": ["A."], "previousName": ["Ana"], "birthDate":
        ["1980", "1981"], "nationality": ["id"], "phone": ["+628123456789"], "gender": ["female"]}},
    {"id": "gb/coh 1", "schema": "Company", "properties": {
        "name": ["PT Maju"], "registrationNumber": ["AHU 1"], "website": ["https://maju.id"],
        "summary": ["satu"], "notes": ["dua\ntiga"]}},
    {"id": "own", "schema": "Ownership", "properties": {
        "owner": ["NK-1"], "asset": ["gb/coh 1"], "startDate": ["2020-01"], "summary": ["x"]}},
    {"id": "job", "schema": "Occupancy", "properties": {"holder": ["NK-1"], "post": ["pos"]}},
    {"id": "pos", "schema": "Position", "properties": {
        "name": ["Direktur"], "organization": ["gb/coh 1"]}},
    {"id": "link", "schema": "UnknownLink", "properties": {
        "subject": ["NK-1"], "object": ["gb/coh 1"], "date": ["2021-05-03T10:00:00"]}},
    {"id": "car", "schema": "Vehicle", "properties": {"registrationNumber": ["BP 1234 AB"]}},
]  # fmt: skip


def _entities(path: Path) -> dict[str, tuple[str, dict[str, list[str]]]]:
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {
        e["id"]: (e["schema"], {k: sorted(v) for k, v in e["properties"].items()}) for e in lines
    }


def test_followthemoney_comes_back_property_for_property(tmp_path: Path) -> None:
    path = tmp_path / "e.ftm.jsonl"
    path.write_text("".join(json.dumps(e) + "\n" for e in FTM), "utf-8")
    ledger = new_ledger(tmp_path, "ftm")
    reference = [document("doc:r"), *entity("country:ID", "Country", "doc:r", isoCode="ID")]
    fill(ledger, reference[:1], reference[1:])  # type: ignore[arg-type]
    found = loaded(path, ledger, Options(dataset="f"))
    assert (found.reasons, found.missing) == ("", {})
    back = _entities(exported(ledger, tmp_path, "back.ftm.jsonl"))
    assert {k: v for k, v in back.items() if k in _entities(path)} == _entities(path)
    ledger.close()
