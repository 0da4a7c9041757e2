"""A Lacak with a small part of the public record in it: fast to make, real in content."""

from __future__ import annotations

import shutil
from pathlib import Path

from api.workspace import Workspace
from graph.projection.rebuild import rebuild_snapshot
from graph.roles.audience import Audience
from graph.settings import Settings
from loaders.records import RecordSource
from loaders.run import run
from loaders.sources.public_record.source import ROOT
from loaders.sources.reference.source import ReferenceSource

FILES_OF_EACH_FOLDER = 4
AUDIENCES = tuple(Audience(role) for role in ("policy", "analyst", "investigator"))


def small_record(home: Path, **settings: object) -> Workspace:
    """Load the first files of each folder of the record into a home and publish snapshots.

    Args:
        home: Folder of the new Lacak.
        settings: Further settings of the workspace.
    """
    part = home / "records"
    for folder in sorted(path for path in ROOT.iterdir() if path.is_dir()):
        for path in sorted(folder.rglob("*.yaml"))[:FILES_OF_EACH_FOLDER]:
            target = part / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    workspace = Workspace(Settings(home=home, **settings))  # type: ignore[arg-type]
    report = run(RecordSource("public-record", part, ReferenceSource().defined()), workspace.ledger)
    assert report.accepted > 0
    return workspace


def publish(workspace: Workspace) -> None:
    """Publish every role's snapshot of what the ledger holds."""
    settings = workspace.settings
    rebuild_snapshot(workspace.ledger, settings.snapshots, audiences=AUDIENCES)[0].close()
