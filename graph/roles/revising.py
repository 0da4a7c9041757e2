"""An audience's snapshot from the one before, where decisions touched a few entities only.

What the audience may know of these is worked out anew and put in the place of what it knew;
where it may know the same as before, the snapshot before stays. Declines where that is not
the whole difference; the caller then builds everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import cast

from graph.ledger.ledger import Ledger
from graph.ledger.rows import Stored
from graph.projection.identity import effective
from graph.projection.part import prepare
from graph.projection.project import Projector
from graph.publishing import Builder
from graph.roles.eye import Eye
from graph.roles.sight import Sight
from graph.roles.view import RoleView
from graph.snapshots import Snapshot

Finish = Callable[[Builder], Path]


def revised(
    eye: Eye,
    old: Sight,
    base: Snapshot,
    touched: Collection[str],
    finish: Finish,
    *,
    may_stay: bool,
) -> str | None:
    """Build an audience's snapshot from another; return its folder's name.

    Args:
        eye: What the audience is shown now.
        old: What it was shown; differs in nothing but what was touched.
        base: Its snapshot then.
        touched: Canonical ids, before and after, of all whose claims or records differ, and
            of all that refer to them.
        finish: Finishes a builder.
        may_stay: Whether ``base`` may stay where the audience may know the same; not where
            the last gate or the aggregates go by something else now.

    Returns:
        The new folder, or that of ``base`` where the audience may know the same; ``None``
        where documents come or go.
    """
    speaking = (s for e in touched for s in eye.survey.speaking.get(e, ()))
    entities = {*touched, *speaking}
    folder = base.folder.parent
    identity = eye.survey.projector.identity
    told: dict[str, list[Stored]] = defaultdict(list)
    with RoleView(eye, folder, _claimed(eye, entities)) as view:
        for stored in view.claims():
            told[identity.of(stored.claim.subject)].append(stored)
    were = {i for e in entities if (i := old.id_of(e, eye)) is not None}
    are = {eye.id_of(e) for e in entities if eye.is_visible(e)}
    # Who reads the sources' own claims reads them under the ids of the records.
    subjects = {r for e in entities for r in identity.records(e)} if view.is_plain else were
    before, after = base.claims_of(sorted(subjects)), [s for c in told.values() for s in c]
    if may_stay and were == are and _by_id(before) == _by_id(after):
        return base.folder.name
    cited = {s.claim.document for s in after}
    is_known = len(base.documents(sorted(cited))) == len(cited)
    if not is_known or {s.claim.document for s in before} != cited:
        return None
    projector = Projector(cast("Ledger", view), decisions=effective(view.decisions()))
    claims = {i: told.get(i, []) for i in are}
    prepare(projector, claims, base, are | subjects)
    builder = Builder(folder, base)
    try:
        builder.drop(were, subjects)
        for entity_id, found in sorted(claims.items()):
            if found or entity_id in projector.class_of:
                builder.add_claims(found)
                builder.add(projector.project(entity_id, found))
        return finish(builder).name
    except BaseException:
        builder.discard()
        raise


def _claimed(eye: Eye, entities: Collection[str]) -> Iterator[tuple[str, list[Stored]]]:
    """Yield (canonical id, standing claims) of the entities that there are now."""
    projector = eye.survey.projector
    for entity_id in sorted({projector.identity.of(e) for e in entities}):
        found = projector.ledger.claims_of(projector.identity.records(entity_id))
        yield entity_id, [s for s in found if projector.is_standing(s)]


def _by_id(claims: Collection[Stored]) -> dict[str, Stored]:
    return {stored.id: stored for stored in claims}
