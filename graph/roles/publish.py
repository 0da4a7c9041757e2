"""Builds every audience's snapshot from one ledger; what is published is published at once.

A whole rebuild names the full snapshot and all audiences' together, so that no reader sees
one of yesterday beside one of today. Where the investigator may see everything that is
there, its snapshot is made of links to the full one's files: other names, no second copy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from graph.ledger.ledger import Ledger, now
from graph.projection.project import Projector
from graph.publishing import Builder, prune
from graph.roles.aggregates import write_aggregates
from graph.roles.audience import Audience
from graph.roles.eye import Eye
from graph.roles.folders import ROLES, name_current, role_folder
from graph.roles.gate import Gate
from graph.roles.pseudonyms import Pseudonyms, key_in
from graph.roles.survey import Survey
from graph.roles.view import RoleView
from graph.snapshots import Snapshot
from ontology.access import access

Progress = Callable[[str, int], None]

WHOLE = tuple(Audience(r.name) for r in access().roles.values() if r.reads_data)
"""One audience per role that reads data."""


def publish(
    builder: Builder,
    ledger: Ledger,
    audiences: Sequence[Audience],
    source: str,
    as_of: str | None = None,
    progress: Progress | None = None,
) -> Snapshot:
    """Finish a full snapshot and every audience's, and make all of them current at once.

    Raises:
        DisclosureError: An audience's snapshot would have held a hidden name.
        SnapshotError: The files cannot be written.
    """
    root, built = builder.root, now()
    full = builder.finish(built, source, as_of)
    names = publish_roles(
        ledger, root, full, audiences, built=built, source=source, as_of=as_of, progress=progress
    )
    name_current(root, full.name, names)
    for key, name in names.items():
        prune(root / ROLES / key, current_name=name)
    return Snapshot(full)


def publish_roles(
    ledger: Ledger,
    root: Path,
    full: Path,
    audiences: Sequence[Audience] = WHOLE,
    *,
    built: str,
    source: str,
    as_of: str | None = None,
    progress: Progress | None = None,
) -> dict[str, str]:
    """Build the snapshot of every audience; return the folder's name by key of audience.

    Args:
        ledger: The truth.
        root: Folder of all snapshots; holds the key of pseudonyms.
        full: Folder of the full snapshot of the same ledger.
        audiences: For whom.
        built: UTC time of building.
        source: State of what it is projected from; roles that see less get a keyed mark.
        as_of: UTC time up to which the ledger is read.
        progress: Called as the projection does.

    Raises:
        DisclosureError: A snapshot would have held a hidden name; none is published.
        SnapshotError: The files cannot be written.
    """
    if not audiences:
        return {}
    survey = Survey(Projector(ledger, as_of), access())
    key = key_in(root)
    names: dict[str, str] = {}
    for audience in audiences:
        folder = role_folder(root, audience)
        pseudonyms = Pseudonyms(key, audience.role)
        eye = Eye(audience, survey, pseudonyms)
        if _sees_all(eye):
            names[audience.key] = _linked(full, folder)
        else:
            mark = source if not audience.rule.is_floored else pseudonyms.state(source)
            names[audience.key] = _built(eye, folder, built, mark, as_of, progress)
    return names


def _sees_all(eye: Eye) -> bool:
    """Tell whether an audience may see every claim that the full snapshot shows."""
    audience, survey = eye.audience, eye.survey
    is_whole = not audience.rule.is_floored and not audience.provinces
    entities = survey.projector.class_of
    return (
        is_whole
        and all(eye.rules.is_within(m, audience.greatest) for m in survey.markings)
        and all(eye.treatment(entity_id) == "shown" for entity_id in entities)
    )


def _linked(full: Path, folder: Path) -> str:
    """Make a snapshot whose files are the full one's."""
    target = folder / full.name
    for path in sorted(full.rglob("*")):
        if path.is_file():
            copy = target / path.relative_to(full)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.unlink(missing_ok=True)
            os.link(path, copy)
    return target.name


def _built(
    eye: Eye, folder: Path, built: str, source: str, as_of: str | None, progress: Progress | None
) -> str:
    builder = Builder(folder)
    try:
        with RoleView(eye, folder) as view:
            # The view offers what the projection reads of a ledger, and nothing more.
            projector = Projector(cast("Ledger", view))
            for number, (entity_id, claims) in enumerate(projector.entities(), 1):
                builder.add_claims(claims)
                builder.add(projector.project(entity_id, claims))
                if progress is not None and number % 1000 == 0:
                    progress("roles", 1000)
            builder.add_documents(projector.documents.values())
        # An investigator reads the sources' own sentences, whoever they name.
        gate = Gate(eye.gated if eye.audience.rule.is_floored else ())
        target = builder.finish(built, source, as_of, lambda made: _completed(made, eye, gate))
    except BaseException:
        builder.discard()
        raise
    return target.name


def _completed(folder: Path, eye: Eye, gate: Gate) -> None:
    """Add the aggregates, and let nothing through that names the hidden."""
    write_aggregates(folder, eye)
    gate.check(folder)
