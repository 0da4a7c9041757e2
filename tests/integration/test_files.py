"""Files that the command line writes; they come from the snapshot, whatever the engine."""

from __future__ import annotations

import json

import pytest

from graph.ledger.backup import restore
from graph.ledger.ledger import open_ledger
from graph.projection.rebuild import rebuild_snapshot
from viz.errors import PictureError

pytestmark = pytest.mark.parametrize(
    "workspace",
    [pytest.param("embedded", marks=pytest.mark.embedded)],
    indirect=True,
    scope="module",
)

DECLARATION = "agr:ntt-deklarasi-tppo-2025-08-06"


def test_backup_restores_to_the_same_digest(cli, tmp_path):
    digest = json.loads(cli("status", "-f", "json").output)["digest"]
    file = tmp_path / "lacak.backup.gz"
    assert cli("backup", str(file)).exit_code == 0
    ledger = open_ledger(f"sqlite:///{tmp_path / 'again.db'}")
    restore(ledger, file)
    snapshot, _ = rebuild_snapshot(ledger, tmp_path / "snapshots")
    assert snapshot.manifest.digest == digest
    ledger.close()


@pytest.mark.parametrize("name", ["ego", "path", "partnership"])
def test_pictures_are_written(cli, tmp_path, name):
    out = tmp_path / f"{name}.html"
    ends = {"ego": [DECLARATION], "path": ["org:kp2mi", "org:polda-riau"], "partnership": []}
    assert cli("view", name, *ends[name], "--out", str(out)).exit_code == 0
    assert "<html" in out.read_text("utf-8").lower()


@pytest.mark.parametrize(
    ("command", "name", "told"),
    [
        (("map",), "map.png", "ends in .svg"),
        (("map",), "map.html", "ends in .svg"),
        (("timeline", "org:kp2mi"), "pt.pdf", "ends in .svg"),
        (("ego", "org:kp2mi"), "a.svg", "ends in .html"),
        (("path", "org:kp2mi", "org:polda-riau"), "a.png", "ends in .html"),
        (("partnership",), "a.png", "ends in .html"),
    ],
)
def test_a_picture_is_no_other_format_than_its_name_says(cli, tmp_path, command, name, told):
    with pytest.raises(PictureError, match=told):
        cli("view", *command, "--out", str(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


def test_a_day_that_is_none_is_refused_for_every_picture(cli, tmp_path):
    for name in ("map", "partnership"):
        made = cli("view", name, "--first-day", "01/02/2025", "--out", str(tmp_path / "a"))
        assert made.exit_code == 2
        assert "YYYY-MM-DD" in made.output


@pytest.mark.parametrize("ending", ["ttl", "nq", "jsonld"])
def test_the_graph_is_exported(cli, tmp_path, ending):
    out = tmp_path / f"lacak.{ending}"
    assert cli("export", "--out", str(out)).exit_code == 0
    assert "org:kp2mi" in out.read_text("utf-8")


def test_disruption_is_asked_as_a_query_too(cli):
    asked = cli("query", "disruption", "-p", "steps=2", "-f", "json")
    assert asked.stdout == cli("disrupt", "--steps", "2", "-f", "json").stdout
    assert json.loads(asked.stdout)[0]["share"] == 1.0
    assert "disruption" in cli("query", "-f", "json").stdout


def test_rank_and_disrupt_answer_on_every_network(cli):
    for network in ("suspect", "enforcement", "partnership"):
        scores = json.loads(cli("rank", "betweenness", "-n", network, "-f", "json").output)
        assert scores[0]["low"] <= scores[0]["high"]
        steps = json.loads(cli("disrupt", "-n", network, "--steps", "3", "-f", "json").output)
        assert steps[0]["share"] == 1.0


def test_no_police_unit_is_ranked_among_suspects(cli):
    scores = json.loads(cli("rank", "degree", "--limit", "500", "-f", "json").output)
    assert not [s["id"] for s in scores if s["id"].startswith(("org:polda", "org:polres"))]
