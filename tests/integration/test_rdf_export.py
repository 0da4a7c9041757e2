"""The export of a whole snapshot: readable by two parsers, and right by our own shapes."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.export.jsonld import to_jsonld
from graph.export.rdf import claim_batches, quads, quads_of, write_nquads, write_turtle
from graph.export.terms import PREFIXES
from graph.export.validate import Finding, ValidationError, validate, validate_snapshot
from graph.projection.rebuild import rebuild_snapshot
from graph.snapshots import Snapshot
from loaders.run import run
from loaders.sources.registry import shipped
from ontology.model import Ontology
from tests.claims import claim, document, entity, fill, sqlite

HEADER = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
STAGE = "<https://w3id.org/lacak/vocab/legal-stages/{}>"
ROLE = "<https://w3id.org/lacak/vocab/roles/{}>"
UNIT = "<https://w3id.org/lacak/vocab/count-units/persons>"
REVOKED = "<https://w3id.org/lacak/vocab/licence-actions/revoked>"
ID = "https://w3id.org/lacak/id/"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """A stage, a recruitment and an arrest, told by two documents that disagree once."""
    folder = tmp_path_factory.mktemp("small")
    claims = [
        *entity("per:a", "Person", initials="AH"),
        *entity("grp:b", "Group", groupSizeLower="5", groupSizeUpper="5", groupRole="victim"),
        *entity("case:c", "Case", name="Perkara"),
        *entity("rel:d", "Recruitment", recruiter="per:a", recruit="grp:b"),
        *entity("stage:e", "LegalStage", stageOf="per:a", stageIn="case:c", stage="suspect"),
        claim("stage:e", "date", "2025-08-11", attributed_to=("org:f", "per:a")),
        claim("stage:e", "date", "2025-08-12", "doc:b", quote="12 Agustus", start=3, end=13),
        *entity("org:f", "LawEnforcementAgency", name="Polda Riau"),
        claim("evt:g", "type", "TraffickingIncident"),
        claim("evt:g", "suspectedAgent", "per:a", modality="alleged"),
    ]
    ledger = fill(sqlite(folder), [document("doc:a"), document("doc:b")], claims)
    snapshot, _ = rebuild_snapshot(ledger, folder / "snapshots")
    yield snapshot
    snapshot.close()
    ledger.close()


def store(text: str, form: ox.RdfFormat) -> ox.Store:
    found = ox.Store()
    found.load(text, format=form)
    return found


def turtle(snapshot: Snapshot, ontology: Ontology) -> str:
    file = io.StringIO()
    write_turtle(quads(snapshot, ontology), file)
    return file.getvalue()


def nquads(snapshot: Snapshot, ontology: Ontology) -> str:
    file = io.StringIO()
    write_nquads(quads(snapshot, ontology, has_graphs=True), file)
    return file.getvalue()


def test_both_forms_say_the_same(small: Snapshot, ontology: Ontology) -> None:
    first = store(turtle(small, ontology), ox.RdfFormat.TURTLE)
    file = io.StringIO()
    write_nquads(quads(small, ontology), file)
    second = store(file.getvalue(), ox.RdfFormat.N_QUADS)
    plain = {(str(q.subject), str(q.predicate), str(q.object)) for q in second}
    assert {(str(q.subject), str(q.predicate), str(q.object)) for q in first} == plain


def test_without_graphs_only_the_value_picked_is_stated(
    small: Snapshot, ontology: Ontology
) -> None:
    found = store(turtle(small, ontology), ox.RdfFormat.TURTLE)
    subject, predicate = ID + "stage:e", "https://w3id.org/lacak/ns#date"
    dates = found.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    assert len(list(dates)) == 1


def test_each_document_has_a_graph_with_what_it_says(small: Snapshot, ontology: Ontology) -> None:
    found = store(nquads(small, ontology), ox.RdfFormat.N_QUADS)
    graphs = {str(g) for g in found.named_graphs()}
    assert graphs == {f"<{ID}doc:a>", f"<{ID}doc:b>"}
    dates = {
        str(g): str(o)
        for _, _, o, g in found.quads_for_pattern(
            ox.NamedNode(ID + "stage:e"), ox.NamedNode("https://w3id.org/lacak/ns#date"), None
        )
    }
    assert "2025-08-11" in dates[f"<{ID}doc:a>"]
    assert "2025-08-12" in dates[f"<{ID}doc:b>"]


def test_an_allegation_is_a_claim_and_no_statement_of_a_document(
    small: Snapshot, ontology: Ontology
) -> None:
    found = store(nquads(small, ontology), ox.RdfFormat.N_QUADS)
    alleged = ox.NamedNode("https://w3id.org/lacak/ns#suspectedAgent")
    stated = {str(q.graph_name) for q in found.quads_for_pattern(None, alleged, None)}
    assert f"<{ID}doc:a>" not in stated
    predicate = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")
    assert len(list(found.quads_for_pattern(None, predicate, alleged))) == 1


def test_a_fact_leads_to_its_sentence_by_sparql(small: Snapshot, ontology: Ontology) -> None:
    found = store(turtle(small, ontology), ox.RdfFormat.TURTLE)
    rows = found.query(
        "PREFIX lacak: <https://w3id.org/lacak/ns#> PREFIX oa: <http://www.w3.org/ns/oa#> "
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> SELECT ?quote ?start WHERE { "
        f"?claim rdf:subject <{ID}stage:e> ; rdf:predicate lacak:date ; oa:hasTarget ?place . "
        "?place oa:hasSelector ?q , ?p . ?q oa:exact ?quote . ?p oa:start ?start }"
    )
    assert [(r["quote"].value, r["start"].value) for r in rows] == [("12 Agustus", "3")]


def test_a_relation_is_a_node_with_two_ends(small: Snapshot, ontology: Ontology) -> None:
    found = store(turtle(small, ontology), ox.RdfFormat.TURTLE)
    ends = {
        str(q.predicate).rpartition("#")[2][:-1]: str(q.object)
        for q in found.quads_for_pattern(ox.NamedNode(ID + "rel:d"), None, None)
        if "#rec" in str(q.predicate)
    }
    assert ends == {"recruiter": f"<{ID}per:a>", "recruit": f"<{ID}grp:b>"}


def test_one_entity_can_be_exported_with_its_claims(small: Snapshot, ontology: Ontology) -> None:
    some = list(quads_of(small, ontology, ["stage:e", "nothing:x"]))
    assert some
    assert {q.subject for q in some if "/id/" in q.subject} == {f"<{ID}stage:e>"}
    whole = set(quads(small, ontology))
    assert set(some) <= whole
    assert '"LegalStage"' in to_jsonld(some, ontology)


def test_statements_of_a_claim_stay_together(small: Snapshot, ontology: Ontology) -> None:
    seen: Counter[str] = Counter()
    for batch in claim_batches(small, ontology):
        seen.update({q.subject.partition("#")[0] for q in batch if "/claim/" in q.subject})
    assert seen
    assert set(seen.values()) == {1}


def test_the_export_is_right_and_says_what_no_source_stated(
    small: Snapshot, ontology: Ontology
) -> None:
    found = list(validate_snapshot(small, ontology, "en"))
    assert {f.severity for f in found} == {"warning"}
    assert {f.rule for f in found} == {"StageArticle"}
    assert sorted(found) == validate(turtle(small, ontology), ontology, language="en")


# -- planted faults ------------------------------------------------------------------------

MENTIONED = "lacak:mentionedIn id:doc:x"
DOCUMENT = "id:doc:x a lacak:NewsArticle .\n"
PERSON = f"id:per:x a lacak:Person ; {MENTIONED} .\n"
FAULTS = {
    "a count whose bounds are swapped": (
        (
            f"id:cnt:x a lacak:Count ; {MENTIONED} ; lacak:countUnit {UNIT} ; "
            "lacak:countLower 9 ; lacak:countUpper 3 ."
        ),
        "cnt:x",
        "CountBounds",
    ),
    "a group whose bounds are swapped": (
        f"id:grp:x a lacak:Group ; {MENTIONED} ; lacak:groupSizeLower 9 ; lacak:groupSizeUpper 3 .",
        "grp:x",
        "GroupBounds",
    ),
    "a conviction without a court": (
        PERSON + f"id:case:x a lacak:Case ; {MENTIONED} . id:stage:x a lacak:LegalStage ; "
        f"{MENTIONED} ; lacak:stageOf id:per:x ; lacak:stageIn id:case:x ; "
        f"lacak:stage {STAGE.format('convicted')} .",
        "stage:x",
        "ConvictionByCourt",
    ),
    "a victim who is a person": (
        PERSON + f"id:case:x a lacak:Case ; {MENTIONED} . id:role:x a lacak:CaseRole ; "
        f"{MENTIONED} ; lacak:roleHolder id:per:x ; lacak:roleIn id:case:x ; "
        f"lacak:role {ROLE.format('victim')} .",
        "role:x",
        "VictimsOnlyGroups",
    ),
    "an interception that affected a person": (
        PERSON + f"id:evt:x a lacak:Interception ; {MENTIONED} ; lacak:affected id:per:x .",
        "evt:x",
        "AffectedOnlyGroups",
    ),
    "a post held by nobody": (
        (
            f"id:pos:x a lacak:Position ; {MENTIONED} . "
            f"id:hold:x a lacak:PositionHolding ; {MENTIONED} ; lacak:post id:pos:x ."
        ),
        "hold:x",
        "ends.PositionHolding",
    ),
    "an entity that no document mentions": (
        "id:org:x a lacak:Company .",
        "org:x",
        "Mentioned",
    ),
    "a property of another class": (
        f'id:org:x a lacak:Company ; {MENTIONED} ; lacak:initials "AH" .',
        "org:x",
        "domain.initials",
    ),
    "a date that is none": (
        f'id:evt:x a lacak:Raid ; {MENTIONED} ; lacak:date "11/8/2025"^^edtf:EDTF .',
        "evt:x",
        "Entity.date",
    ),
    "a value outside the vocabulary": (
        f"id:org:x a lacak:Company ; {MENTIONED} ; lacak:legalForm <http://x/gmbh> .",
        "org:x",
        "Organization.legalForm",
    ),
    "a link to something of the wrong class": (
        PERSON + f"id:pos:x a lacak:Position ; {MENTIONED} ; lacak:postIn id:per:x .",
        "pos:x",
        "Position.postIn",
    ),
    "an abstract class": (
        f"id:ch:x a lacak:Channel ; {MENTIONED} .",
        "ch:x",
        "ConcreteClass",
    ),
    "an interval that ends before it starts": (
        (
            f'id:lic:x a lacak:Licence ; {MENTIONED} ; meta:firstDay "2025-02-01"^^xsd:date ; '
            'meta:lastDay "2025-01-01"^^xsd:date .'
        ),
        "lic:x",
        "DaysInOrder",
    ),
    "a licence action on nothing": (
        f"id:act:x a lacak:LicenceAction ; {MENTIONED} ; lacak:licenceActionKind {REVOKED} .",
        "act:x",
        "LicenceActionObject",
    ),
    "a commitment of nobody": (
        f"id:cmt:x a lacak:Commitment ; {MENTIONED} .",
        "cmt:x",
        "CommitmentMade",
    ),
    "a regency with a province's code": (
        f'id:region:x a lacak:Regency ; {MENTIONED} ; lacak:kemendagriCode "53" .',
        "region:x",
        "RegencyCode",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_named_by_node_and_rule(name: str, ontology: Ontology) -> None:
    text, node, rule = FAULTS[name]
    found = validate(HEADER + DOCUMENT + text, ontology, language="en")
    violations = [f for f in found if f.severity == "violation"]
    assert [(f.node, f.rule) for f in violations] == [(ID + node, rule)]
    assert violations[0].message.endswith(".")


CLAIM = (
    "claim:x a meta:Claim ; rdf:subject id:per:x ; rdf:predicate {predicate} ; "
    "rdf:object id:per:y ; "
    "meta:modality <https://w3id.org/lacak/vocab/modalities/{modality}> ; "
    "meta:credibility <https://w3id.org/lacak/vocab/credibilities/2> ; "
    "meta:marking <https://w3id.org/lacak/vocab/markings/clear> ; "
    "meta:confidence {confidence} ; {source} oa:hasTarget <http://x/place> .\n"
    "<http://x/place> {place} .\n"
)
GOOD = {
    "predicate": "lacak:about",
    "modality": "stated",
    "confidence": "1.0",
    "source": "prov:hadPrimarySource id:doc:x ;",
    "place": 'meta:locator "par. 1"',
}
CLAIM_FAULTS = {
    "no document": ({"source": ""}, "claim:x", "ClaimSource"),
    "no place": ({"place": "oa:hasSource id:doc:x"}, "claim:x", "ClaimPlace"),
    "confidence above one": ({"confidence": "1.5"}, "claim:x", "ClaimGrading"),
    "an accusation as fact": ({"predicate": "lacak:suspectedAgent"}, "claim:x", "AgentOnlyAlleged"),
    "an excerpt that ends before it starts": (
        {
            "place": 'oa:hasSelector <http://x/q> , <http://x/p> . <http://x/q> oa:exact "a" . '
            "<http://x/p> a oa:TextPositionSelector ; oa:start 9 ; oa:end 3"
        },
        "http://x/p",
        "ExcerptOrder",
    ),
}


def test_a_good_claim_is_no_finding(ontology: Ontology) -> None:
    assert validate(HEADER + DOCUMENT + CLAIM.format(**GOOD), ontology) == []


@pytest.mark.parametrize("name", CLAIM_FAULTS)
def test_a_planted_fault_of_a_claim_is_named(name: str, ontology: Ontology) -> None:
    changes, node, rule = CLAIM_FAULTS[name]
    found = validate(HEADER + DOCUMENT + CLAIM.format(**{**GOOD, **changes}), ontology)
    expected = (
        node if node.startswith("http") else f"https://w3id.org/lacak/{node.replace(':', '/')}"
    )
    assert [(f.node, f.rule) for f in found] == [(expected, rule)]


def test_messages_follow_the_language(ontology: Ontology) -> None:
    text = HEADER + "id:org:x a lacak:Company ."
    messages = {
        language: [f.message for f in validate(text, ontology, language=language)]
        for language in ("id", "en")
    }
    assert messages == {
        "id": ["Setiap entitas disebut sekurangnya satu dokumen."],
        "en": ["Every entity is mentioned by at least one document."],
    }


def test_what_is_no_rdf_is_refused(ontology: Ontology) -> None:
    with pytest.raises(ValidationError, match="Expected RDF in the format turtle"):
        validate("this is not Turtle", ontology)


def test_findings_are_in_order() -> None:
    first, second = Finding("a", "A", "", "violation"), Finding("b", "A", "", "warning")
    assert sorted([second, first]) == [first, second]


# -- the public record -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    folder: Path = tmp_path_factory.mktemp("record")
    ledger = sqlite(folder)
    for source in shipped():
        run(source, ledger)
    snapshot, _ = rebuild_snapshot(ledger, folder / "snapshots")
    yield snapshot
    snapshot.close()
    ledger.close()


def test_the_public_record_conforms(record: Snapshot, ontology: Ontology) -> None:
    # All entities; of claims, which a loader has checked one by one, a part.
    found = list(validate_snapshot(record, ontology, "en", every=16))
    assert [f for f in found if f.severity == "violation"] == []
    # A warning says that no source stated something; anything else would be a fault of ours.
    assert {f.rule for f in found} <= {"StageDated", "StageArticle", "CommitmentAgreed"}


def test_the_public_record_loads_into_a_quad_store(
    record: Snapshot, ontology: Ontology, tmp_path: Path
) -> None:
    path = tmp_path / "record.nq"
    with path.open("w", encoding="utf-8") as file:
        written = write_nquads(quads(record, ontology, has_graphs=True), file)
    found = ox.Store()
    found.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    assert written > 500_000
    # Two claims of one document at different places make the same statement.
    assert 0.98 * written < len(found) <= written
    assert len(list(found.named_graphs())) == record.manifest.documents
