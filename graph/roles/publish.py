"""Builds every audience's snapshot from one ledger; what is published is published at once.

A whole rebuild names the full snapshot and all audiences' together, so that no reader sees
one of yesterday beside one of today. Where the investigator may see everything that is
there, its snapshot is made of links to the full one's files: other names, no second copy.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import msgspec

from graph.ledger.ledger import Ledger
from graph.ledger.moments import now
from graph.projection.project import Projector
from graph.publishing import Builder, prune
from graph.roles.aggregates import FILE as AGGREGATES
from graph.roles.aggregates import write_aggregates
from graph.roles.audience import Audience
from graph.roles.eye import Eye
from graph.roles.folders import ROLES, name_current, role_folder
from graph.roles.gate import Gate
from graph.roles.pseudonyms import Pseudonyms, key_in
from graph.roles.revising import revised
from graph.roles.sight import FILE as SIGHTS
from graph.roles.sight import Sight, read_sights, sight_of, write_sights
from graph.roles.survey import Survey
from graph.roles.view import RoleView
from graph.snapshots import Snapshot, SnapshotError
from ontology.access import access

Progress = Callable[[str, int], None]

WHOLE = tuple(Audience(r.name) for r in access().roles.values() if r.reads_data)
"""One audience per role that reads data."""


@dataclass(frozen=True, slots=True)
class Since:
    """What a ledger's projection differs in from an older one.

    Attributes:
        before: The full snapshot of the ledger as it was.
        touched: Canonical ids, before and after, of all whose claims or records differ, and
            of all that refer to them.
    """

    before: Snapshot
    touched: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Edition:
    """What all snapshots of one publication have in common."""

    full: Path
    built: str
    source: str
    as_of: str | None
    progress: Progress | None


def publish(
    builder: Builder,
    ledger: Ledger,
    audiences: Sequence[Audience],
    source: str,
    as_of: str | None = None,
    progress: Progress | None = None,
    since: Since | None = None,
) -> Snapshot:
    """Finish a full snapshot and every audience's, and make all of them current at once.

    Args:
        builder: Holds the full snapshot.
        ledger: The truth.
        audiences: Who gets a snapshot.
        source: State of what it is projected from; roles that see less get a keyed mark.
        as_of: UTC time up to which the ledger is read.
        progress: Called as the projection does.
        since: What alone differs from an older snapshot; ``None`` where anything may.

    Raises:
        DisclosureError: An audience's snapshot would have held a hidden name.
        SnapshotError: The files cannot be written.
    """
    root, built = builder.root, now()
    full = builder.finish(built, source, as_of)
    names: dict[str, str] = {}
    if audiences:
        edition = _Edition(full, built, source, as_of, progress)
        names = _publish_roles(ledger, root, audiences, edition, since)
    name_current(root, full.name, names)
    for key, name in names.items():
        prune(root / ROLES / key, current_name=name)
    return Snapshot(full)


def _publish_roles(
    ledger: Ledger,
    root: Path,
    audiences: Sequence[Audience],
    edition: _Edition,
    since: Since | None,
) -> dict[str, str]:
    """Build the snapshot of every audience; return the folder's name by key of audience."""
    survey = Survey(Projector(ledger, edition.as_of), access())
    key = key_in(root)
    known = read_sights(since.before.folder) if since is not None else {}
    names: dict[str, str] = {}
    sights: dict[str, Sight] = {}
    for audience in audiences:
        folder = role_folder(root, audience)
        eye = Eye(audience, survey, Pseudonyms(key, audience.role))
        if _sees_all(eye):
            names[audience.key] = _linked(edition.full, folder)
        else:
            sight = sight_of(eye)
            old = known.get(audience.key)
            name = None
            if since is not None and old is not None and sight.may_follow(old, since.touched):
                name = _revised(eye, folder, sight, old, since.touched, edition)
            name = name or _built(eye, folder, _Finish(eye, edition), edition)
            names[audience.key] = name
            sights[audience.key] = msgspec.structs.replace(sight, folder=name)
    write_sights(edition.full, sights)
    return names


def _revised(
    eye: Eye,
    folder: Path,
    sight: Sight,
    old: Sight,
    touched: frozenset[str],
    edition: _Edition,
) -> str | None:
    """Build a snapshot from the one before; ``None`` where only a whole one is right."""
    try:
        base = Snapshot(folder / old.folder)
    except SnapshotError:
        return None
    try:
        proven = base.folder if sight.gated == old.gated else None
        counted = base.folder if sight.people == old.people else None
        # Joining records changes none of the sources' own claims, and yet who is who.
        is_floored = eye.audience.rule.is_floored
        may_stay = is_floored and proven is not None and counted is not None
        finish = _Finish(eye, edition, proven, counted)
        return revised(eye, old, base, touched, finish, may_stay=may_stay)
    finally:
        base.close()


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
        if path.is_file() and path.name != SIGHTS:
            copy = target / path.relative_to(full)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.unlink(missing_ok=True)
            os.link(path, copy)
    return target.name


def _built(eye: Eye, folder: Path, finish: _Finish, edition: _Edition) -> str:
    builder = Builder(folder)
    try:
        with RoleView(eye, folder) as view:
            # The view offers what the projection reads of a ledger, and nothing more.
            projector = Projector(cast("Ledger", view))
            for number, (entity_id, claims) in enumerate(projector.entities(), 1):
                builder.add_claims(claims)
                builder.add(projector.project(entity_id, claims))
                if edition.progress is not None and number % 1000 == 0:
                    edition.progress("roles", 1000)
            builder.add_documents(projector.documents.values())
        return finish(builder).name
    except BaseException:
        builder.discard()
        raise


@dataclass(frozen=True, slots=True)
class _Finish:
    """Finishes an audience's snapshot: adds the aggregates, lets nothing hidden through.

    Attributes:
        eye: What the audience is shown.
        edition: What it is part of.
        proven: Folder of a snapshot that passed a gate for the very same names.
        counted: Folder of a snapshot with the very same numbers of people.
    """

    eye: Eye
    edition: _Edition
    proven: Path | None = None
    counted: Path | None = None

    def __call__(self, builder: Builder) -> Path:
        """Finish the files and move them into place.

        Raises:
            DisclosureError: A file holds a hidden name.
            SnapshotError: The files cannot be written.
        """
        source = self.edition.source
        if self.eye.audience.rule.is_floored:
            source = self.eye.pseudonyms.state(source)
        return builder.finish(self.edition.built, source, self.edition.as_of, self._complete)

    def _complete(self, made: Path) -> None:
        if self.counted is None:
            write_aggregates(made, self.eye)
        else:
            shutil.copyfile(self.counted / AGGREGATES, made / AGGREGATES)
        # An investigator reads the sources' own sentences, whoever they name.
        hidden = self.eye.gated if self.eye.audience.rule.is_floored else ()
        Gate(hidden).check(made, self.proven)
