"""Pairs of records for the review desk, found once per state of the data, and decisions."""

from __future__ import annotations

from threading import Lock

from api.workspace import Workspace
from graph.ledger.rows import Decision
from graph.projection.identity import undone
from graph.resolution.candidates import Candidate, candidates
from graph.services.identity import Pair, pair
from ontology.model import Language

_found: dict[tuple[str, int, str, str], list[Candidate]] = {}
_lock = Lock()


def pairs(
    workspace: Workspace, class_name: str, language: Language, first: int, count: int
) -> tuple[list[Pair], int]:
    """Return some pairs of a class, the most alike first, and how many there are.

    Args:
        workspace: Where to look.
        class_name: Class of both.
        language: Of explanations and values.
        first: How many to pass over.
        count: The most to return.

    Raises:
        UnmatchableClassError: Names of that class are not compared.
    """
    snapshot, ontology = workspace.snapshot(), workspace.ontology
    decisions = workspace.ledger.decisions()
    # Looking takes seconds; only new data or a new decision changes the answer.
    key = (snapshot.manifest.digest, len(decisions), class_name, language)
    with _lock:
        if key not in _found:
            _found.clear()
            _found[key] = candidates(
                snapshot, ontology, decisions, class_name=class_name, language=language
            )
        found = _found[key]
    shown = found[first : first + count]
    made = [pair(snapshot, ontology, decisions, c.left, c.right, language) for c in shown]
    return made, len(found)


def decided(workspace: Workspace) -> list[tuple[Decision, bool]]:
    """Return every decision, the latest first, and whether it still stands."""
    listed = workspace.ledger.decisions()
    gone = undone(listed)
    return [(d, d.id not in gone) for d in reversed(listed) if d.kind != "undo"]
