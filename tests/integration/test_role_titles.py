"""What the title of a document shows does not tell whether a victim appears in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.projection.rebuild import rebuild_snapshot
from graph.roles.audience import Audience
from graph.roles.folders import current_for
from ontology.claim import Claim, Document
from tests.claims import claim, document, entity, fill, sqlite

RELEASE = document(
    "doc:rilis",
    cls="OfficialRelease",
    title="Deklarasi bersama pencegahan TPPO",
    publisher="KP2MI",
    published="2025-08-06",
    url="https://contoh.id/deklarasi",
)
TOLD = [
    *entity("org:kp2mi", "Ministry", RELEASE.id, name="Kementerian P2MI", abbreviation="KP2MI"),
    *entity("org:polda", "LawEnforcementAgency", RELEASE.id, name="Polda Kepri"),
    *entity("org:pt", "PlacementCompany", RELEASE.id, name="PT Terang"),
    *entity("agr:a", "Declaration", RELEASE.id, name="Deklarasi", party=["org:kp2mi", "org:polda"]),
]
HERE = RELEASE.id
VICTIMS = {
    "a group": entity("grp:a", "Group", HERE, groupRole="victim", groupSizeLower="34"),
    "one person in a group": entity("grp:a", "Group", HERE, groupRole="victim", groupSizeLower="1"),
    "a number": entity(
        "cnt:a", "Count", HERE, measure="victims-identified", countLower="34", claimant="org:kp2mi"
    ),
    "a part in an agreement": [
        *entity("grp:a", "Group", HERE, groupRole="victim", groupSizeLower="12"),
        *entity("part:a", "CaseRole", HERE, roleHolder="grp:a", roleIn="agr:a", role="victim"),
    ],
}
OTHERS = {
    "a suspect": [
        *entity("per:x", "Person", HERE, name="Zulkarnain Wirabuana"),
        *entity("case:x", "Case", HERE, name="Perkara"),
        *entity("stage:x", "LegalStage", HERE, stageOf="per:x", stageIn="case:x", stage="suspect"),
    ],
    "an event that has victims": entity(
        "evt:x", "Interception", HERE, name="Penggagalan", conductedBy="org:polda"
    ),
    "a private person": [
        *entity("per:x", "Person", HERE, name="Zulkarnain Wirabuana"),
        claim("agr:a", "signatory", "per:x", HERE),
    ],
}


def seen(folder: Path, role: str, more: list[Claim]) -> Document:
    """Return the release as a role sees it, where it says more."""
    folder.mkdir()
    ledger = fill(sqlite(folder), [RELEASE], [*TOLD, *more])
    rebuild_snapshot(ledger, folder / "snapshots", audiences=[Audience(role)])
    ledger.close()
    snapshot = current_for(folder / "snapshots", role)
    ids = [n.id for n in snapshot.nodes_of_class(["OfficialRelease"])]
    (found,) = snapshot.documents(ids)
    snapshot.close()
    return found


@pytest.mark.parametrize("role", ["policy", "analyst"])
def test_a_release_about_institutions_is_shown_whole(tmp_path, role):
    found = seen(tmp_path / "a", role, [])
    assert (found.id, found.title, found.url) == (RELEASE.id, RELEASE.title, RELEASE.url)


@pytest.mark.parametrize("role", ["policy", "analyst"])
@pytest.mark.parametrize("more", VICTIMS.values(), ids=VICTIMS)
def test_the_first_victim_changes_no_title(tmp_path, role, more):
    found = seen(tmp_path / "a", role, more)
    assert (found.id, found.title, found.url) == (RELEASE.id, RELEASE.title, RELEASE.url)


@pytest.mark.parametrize("more", OTHERS.values(), ids=OTHERS)
def test_what_else_is_hidden_closes_the_title(tmp_path, more):
    found = seen(tmp_path / "a", "policy", more)
    assert found.title == "KP2MI, 2025-08-06"
    assert found.url is None
    assert found.id != RELEASE.id


def test_events_close_a_title_whether_or_not_a_victim_is_told(tmp_path):
    event = OTHERS["an event that has victims"]
    without = seen(tmp_path / "a", "policy", event)
    affected = [*event, *VICTIMS["a group"], claim("evt:x", "affected", "grp:a", HERE)]
    assert seen(tmp_path / "b", "policy", affected).title == without.title


def test_a_name_in_the_title_is_kept_out_all_the_same(tmp_path):
    victim = [
        *entity("per:z", "Person", HERE, name="Deklarasi Bersama"),
        *entity("rec:z", "Recruitment", HERE, recruiter="org:pt", recruit="per:z"),
    ]
    assert "Deklarasi" not in seen(tmp_path / "a", "policy", victim).title
