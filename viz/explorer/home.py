"""What the first page offers: three doors with links into real questions, and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph.catalogue.query import Query
from graph.services.status import Status
from graph.snapshots import Snapshot
from ontology.model import Language
from viz.explorer.texts import TEXTS

# Entities of the public record that a first visit can start from.
_TRIES: Final = (
    "org:pt-putri-samawa-mandiri",
    "agr:ntt-deklarasi-tppo-2025-08-06",
    "org:polda-kepulauan-riau",
)
_NUMBERS: Final = (
    *("documents", "claims", "entities", "agreements"),
    *("events", "p3mi", "counts", "provinces"),
)


@dataclass(frozen=True, slots=True)
class Door:
    """One group of users; ``links``: text and address, three at most."""

    key: str
    links: tuple[tuple[str, str], ...]


def doors(catalogue: Mapping[str, Query], language: Language) -> tuple[Door, ...]:
    """Return the doors for investigators, analysts and policy staff.

    Args:
        catalogue: The queries that the visitor may run; no other is offered.
        language: Of the texts.
    """

    def ask(name: str, query: str = "") -> tuple[str, str] | None:
        asked = catalogue.get(name)
        return (asked.title.in_(language), f"/questions/{name}{query}") if asked else None

    def told(key: str, address: str) -> tuple[str, str]:
        return TEXTS[key].in_(language), address

    def door(key: str, *links: tuple[str, str] | None) -> Door:
        return Door(key, tuple(link for link in links if link is not None))

    made = (
        door(
            "investigator",
            told("link_p3mi", f"/explore?entity={_TRIES[0]}"),
            ask("recruiter_chain"),
            ask("licence_at_event"),
        ),
        door(
            "analyst",
            ask("counts_reconciled", "?measure=departures-prevented"),
            ask("contradictions"),
            ask("co_conducted_events"),
        ),
        door(
            "policy",
            told("link_coverage", "/coverage"),
            told("link_partnership", f"/networks/partnership?as=html&lang={language}"),
            ask("declarations_without_follow_up"),
        ),
    )
    return tuple(one for one in made if one.links)


def numbers(found: Status) -> list[tuple[str, int]]:
    """Return the numbers of the record, by key of their text."""
    return [(key, getattr(found, key)) for key in _NUMBERS]


def tries(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return id and caption of entities to start from, as far as they are on record."""
    return [(n.id, str(n.properties.get("caption", n.id))) for n in snapshot.nodes(_TRIES)]
