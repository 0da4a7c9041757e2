"""What an audience was shown when its snapshot was built: whether the next one can start from it.

Kept beside the full snapshot, which says more; never below a role's folder. Two sights that
differ in nothing but entities that decisions touched give the same claims of everything else:
what a role is told of an entity follows from its claims, from what is shown of the entities
that these name, and from the names that are hidden.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from graph.publishing import write_whole
from graph.roles.aggregates import people
from graph.roles.eye import Eye
from ontology.access import Treatment

FILE = "sights.msgpack"


class Sight(msgspec.Struct, frozen=True):
    """What an audience is shown, in short.

    Attributes:
        key: Mark of the key of pseudonyms.
        texts: Mark of what texts are searched for, and of the names that publishers may have.
        gated: Mark of what the last gate searches for.
        people: Mark of the true numbers behind the aggregates.
        shown: Treatment and class of every entity that is not withheld.
        folder: Name of the snapshot's folder.
    """

    key: str
    texts: str
    gated: str
    people: str
    shown: dict[str, tuple[Treatment, str]]
    folder: str = ""

    def may_follow(self, before: Sight, touched: Collection[str]) -> bool:
        """Tell whether nothing but some entities is shown otherwise than before."""
        if (self.key, self.texts) != (before.key, before.texts):
            return False
        differing = self.shown.items() ^ before.shown.items()
        return {entity_id for entity_id, _ in differing} <= set(touched)

    def id_of(self, entity_id: str, eye: Eye) -> str | None:
        """Return the id that an entity had in the snapshot; ``None`` where it was no node."""
        treatment, class_name = self.shown.get(entity_id, ("withheld", ""))
        if treatment == "shown":
            return entity_id
        if treatment == "pseudonymised":
            return eye.pseudonyms.entity(entity_id, class_name)
        return None


def sight_of(eye: Eye) -> Sight:
    """Return what an audience is shown of everything."""
    # In order of id: what is asked first is told last where relations end at each other.
    class_of = eye.survey.projector.class_of
    treated: dict[str, tuple[Treatment, str]] = {
        e: (eye.treatment(e), class_of[e]) for e in sorted(class_of)
    }
    shown = {e: what for e, what in treated.items() if what[0] != "withheld"}
    # Nobody looks for names in what is shown to those who read the sources' own sentences.
    is_floored = eye.audience.rule.is_floored
    return Sight(
        key=eye.pseudonyms.state("sight"),
        texts=_mark(*_searched(eye)) if is_floored else "",
        gated=_mark(eye.gated) if is_floored else "",
        people=_mark(f"{cell} {number}" for cell, number in people(eye).items()),
        shown=shown,
    )


def _searched(eye: Eye) -> Iterator[Iterable[str]]:
    """Yield what texts are searched for, and the names that publishers may have."""
    needles = eye.needles
    yield from (needles.phrases, needles.words, needles.initials, needles.numbers)
    yield eye.organization_names


def read_sights(full: Path) -> Mapping[str, Sight]:
    """Return the sights kept with a full snapshot, by key of audience; none where unreadable."""
    try:
        return msgspec.msgpack.decode((full / FILE).read_bytes(), type=dict[str, Sight])
    except (FileNotFoundError, msgspec.DecodeError):
        # Whoever has none builds every audience's snapshot as a whole.
        return {}


def write_sights(full: Path, sights: Mapping[str, Sight]) -> None:
    """Keep sights with a full snapshot."""
    write_whole(full / FILE, msgspec.msgpack.encode(dict(sights)))


def _mark(*groups: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for group in groups:
        for text in sorted(group):
            digest.update(text.encode() + b"\0")
        digest.update(b"\1")
    return digest.hexdigest()
