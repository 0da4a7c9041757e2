"""Identity on the real record: proposed, decided, taken back exactly; persons never by rule."""

from __future__ import annotations

import json

import pytest

from graph.errors import UnknownEntityError
from graph.ledger.ledger import Ledger, open_ledger
from graph.projection.rebuild import rebuild_snapshot
from graph.resolution.candidates import by_rule, candidates, join
from graph.services.dossier import gather
from graph.services.entities import view
from loaders.run import run
from loaders.sources.registry import shipped
from ontology.claim import Claim, Document

ON_ONE_ENGINE = pytest.mark.parametrize(
    "workspace",
    [pytest.param("embedded", marks=pytest.mark.embedded)],
    indirect=True,
    scope="module",
)


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Ledger:
    folder = tmp_path_factory.mktemp("identity")
    ledger = open_ledger(f"sqlite:///{folder / 'ledger.db'}")
    for source in shipped():
        run(source, ledger)
    yield ledger
    ledger.close()


def digest(ledger: Ledger, folder) -> str:
    snapshot, _ = rebuild_snapshot(ledger, folder)
    found = snapshot.manifest.digest
    snapshot.close()
    return found


def test_press_spellings_come_together_and_undo_is_exact(record, tmp_path, ontology):
    before = digest(record, tmp_path)
    snapshot, _ = rebuild_snapshot(record, tmp_path)
    chosen = by_rule(candidates(snapshot, ontology, class_name="Company"), ontology)
    pairs = {frozenset((c.left, c.right)) for c in chosen}
    spellings = {"org:pt-alwihda-jaya-sentosa", "org:pt-alwihdah-jaya-sentosa"}
    assert frozenset(spellings) in pairs
    # One acronym may stand for several companies.
    assert not [p for p in pairs if "org:pt-psm" in p]
    made = join(record, chosen)
    merged, _ = rebuild_snapshot(record, tmp_path)
    assert merged.manifest.digest != before
    # What proposed that two of them might be one is settled, and drawn no more.
    proposals = [len(s.nodes_of_class(["PossiblySame"])) for s in (snapshot, merged)]
    joined = len({max(c.left, c.right) for c in chosen}) + proposals[0] - proposals[1]
    assert merged.manifest.nodes == snapshot.manifest.nodes - joined
    for decision in made:
        record.decide("undo", decision.id, "", "test", "")
    assert digest(record, tmp_path) == before


def test_a_record_that_was_joined_leads_to_its_entity(tmp_path, ontology):
    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")
    ledger.add_document(Document(id="doc:a", cls="NewsArticle", dataset="test", title="a"))
    for key in ("org:a", "org:b"):
        claims = {"type": "Company", "name": f"PT {key[-1].upper()}"}
        ledger.add_claims(
            Claim(subject=key, property=name, value=value, document="doc:a", locator="1")
            for name, value in claims.items()
        )
    ledger.decide("same", "org:a", "org:b", "test", "one number")
    snapshot, _ = rebuild_snapshot(ledger, tmp_path)
    assert snapshot.node("org:b").id == "org:a"
    assert view(snapshot, ontology, "org:b") == view(snapshot, ontology, "org:a")
    assert gather(snapshot, ontology, ["org:b"]) == gather(snapshot, ontology, ["org:a"])
    # Ids that are part of others, or nobody's, lead nowhere.
    for stranger in ("org:", "org:c", "org"):
        with pytest.raises(UnknownEntityError):
            snapshot.node(stranger)
    ledger.close()


def test_no_person_is_ever_joined_by_rule(record, tmp_path, ontology):
    snapshot, _ = rebuild_snapshot(record, tmp_path)
    found = candidates(snapshot, ontology, class_name="Person")
    assert found, "the record has officials whose names are spelled in two ways"
    assert by_rule(found, ontology) == []


def test_two_persons_of_one_name_stay_two(tmp_path, ontology):
    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")
    for key in ("a", "b"):
        ledger.add_document(Document(id=f"doc:{key}", cls="NewsArticle", dataset="test", title=key))
        claims = {"type": "Person", "name": "Muhammad Rizky Pratama"}
        ledger.add_claims(
            Claim(
                subject=f"per:{key}", property=p, value=v, document=f"doc:{key}", locator="par. 1"
            )
            for p, v in claims.items()
        )
    snapshot, _ = rebuild_snapshot(ledger, tmp_path / "snapshots")
    found = candidates(snapshot, ontology)
    assert [c.match.decision for c in found] == ["same"]
    assert by_rule(found, ontology) == []
    assert len(snapshot.nodes(["per:a", "per:b"])) == 2
    ledger.close()


def test_a_contradiction_is_shown_and_nothing_is_joined_against_it(tmp_path):
    from graph.projection.identity import identity

    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")
    ledger.decide("different", "per:a", "per:c", "x", "")
    ledger.decide("same", "per:a", "per:b", "x", "")
    ledger.decide("same", "per:b", "per:c", "x", "")
    found = identity(ledger.decisions())
    assert found.of("per:b") == "per:a"
    assert found.of("per:c") == "per:c"
    assert len(found.contradictions) == 1
    ledger.close()


@ON_ONE_ENGINE
def test_match_writes_the_rows_back_in_order(cli, tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text(
        "class,left,right\n"
        "Person,Moch. Arifin,Mochammad Arifin\n"
        "Agency,Polda Riau,Polda Kepulauan Riau\n"
        "Company,PT Maju Jaya,CV Maju Jaya\n"
    )
    rows = json.loads(cli("match", str(path), "-f", "json").output)
    assert [row["decision"] for row in rows] == ["same", "different", "different"]
    assert all(row["explanation"] for row in rows)
    lines = cli("match", str(path), "--format", "csv").output.splitlines()
    assert lines[0] == "class,left,right,score,decision,explanation"


@ON_ONE_ENGINE
def test_decide_and_undo_from_the_command_line(cli):
    before = json.loads(cli("status", "-f", "json").output)["digest"]
    pair = ("org:pt-alwihda-jaya-sentosa", "org:pt-alwihdah-jaya-sentosa")
    made = cli("decide", *pair, "same", "--why", "one letter apart, same decree").output
    joined = json.loads(cli("status", "-f", "json").output)
    assert joined["digest"] != before
    assert json.loads(cli("show", pair[0], "-f", "json").output)["records"] == list(pair)
    cli("undo", made.split()[0])
    assert json.loads(cli("status", "-f", "json").output)["digest"] == before
    kinds = [row["kind"] for row in json.loads(cli("decisions", "-f", "json").output)]
    assert kinds[-2:] == ["same", "undo"]


@ON_ONE_ENGINE
def test_a_decision_names_known_records_and_a_reason(cli):
    from graph.errors import GraphError

    with pytest.raises(GraphError, match="no entity"):
        cli("decide", "org:kp2mi", "org:no-such", "same", "--why", "x")
    with pytest.raises(GraphError, match="two different ids"):
        cli("decide", "org:kp2mi", "org:kp2mi", "same", "--why", "x")
    with pytest.raises(GraphError, match="lacak decisions"):
        cli("undo", "0000000000000000")
