"""Graph files for tests: loaded into a ledger of their own, in a folder that vanishes."""

from __future__ import annotations

from pathlib import Path

from graph.export.formats import write
from graph.ledger.ledger import Ledger
from graph.projection.rebuild import rebuild_snapshot
from graph.snapshots import Snapshot
from loaders.graphs.keeping import Kept
from loaders.graphs.options import Options
from loaders.graphs.source import GraphSource
from loaders.model import LoadReport
from loaders.run import run
from loaders.tabular.limits import Limits
from ontology.claim import Claim
from ontology.model import load
from tests.claims import sqlite

SECRET = bytes(32)


class Loaded:
    """A graph file, loaded."""

    def __init__(self, ledger: Ledger, source: GraphSource, report: LoadReport) -> None:
        self.ledger = ledger
        self.source = source
        self.report = report
        assert report.rows == report.accepted + report.duplicates + report.quarantined

    @property
    def claims(self) -> list[Claim]:
        """Every claim of the ledger, in order of subject and id."""
        return [stored.claim for stored in self.ledger.claims()]

    @property
    def said(self) -> set[tuple[str, str, str]]:
        """Subject, property and value of every claim."""
        return {(c.subject, c.property, c.value) for c in self.claims}

    @property
    def missing(self) -> dict[str, str]:
        """Why something was left out, by term."""
        return {m.term.rpartition("#")[2]: m.reason for m in self.source.missing}

    @property
    def reasons(self) -> str:
        """Every reason for a refusal, in one text."""
        return "\n".join(str(refusal) for refusal in self.report.refusals)


def loaded(
    path: Path,
    ledger: Ledger,
    options: Options | None = None,
    limits: Limits | None = None,
    kept: Kept | None = None,
) -> Loaded:
    """Load a graph file."""
    chosen = options or Options(known_document=ledger.document)
    source = GraphSource(path, chosen, load(), limits or Limits(), secret=SECRET, kept=kept)
    return Loaded(ledger, source, run(source, ledger))


def exported(ledger: Ledger, folder: Path, name: str, form: str | None = None) -> Path:
    """Project a ledger and write it to a file."""
    snapshot = projected(ledger, folder / f"{name}-snapshots")
    write(snapshot, load(), folder / name, form)
    snapshot.close()
    return folder / name


def projected(ledger: Ledger, folder: Path) -> Snapshot:
    """Return the snapshot of a ledger."""
    snapshot, _ = rebuild_snapshot(ledger, folder)
    return snapshot


def new_ledger(folder: Path, name: str) -> Ledger:
    """Open an empty ledger."""
    return sqlite(folder, f"{name}.db")
