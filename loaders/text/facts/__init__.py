"""Events, counts, suspects, verdicts, licences, offers: one module for each kind of fact."""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import (
    accused,
    actions,
    channels,
    charges,
    counting,
    formations,
    gatherings,
    handling,
    incidents,
    licences,
    losses,
    notices,
    offers,
    payments,
    programmes,
    returns,
    roles,
    routes,
    seizures,
    sequels,
    several,
    suspects,
    takedowns,
    ties,
    verdicts,
)  # fmt: skip


def find(context: Context) -> None:
    """Find the facts of a document; later kinds build on what earlier ones found."""
    with accused.without_office(context):
        _find(context)


def _find(context: Context) -> None:
    actions.find(context)
    returns.find(context)
    sequels.find(context)
    suspects.find(context)
    notices.find(context)
    charges.find(context)
    verdicts.find(context)
    several.find(context)
    roles.find(context)
    licences.find(context)
    formations.find(context)
    gatherings.find(context)
    programmes.find(context)
    payments.find(context)
    offers.find(context)
    payments.find_one_sided(context)
    handling.find(context)
    routes.find(context)
    incidents.find(context)
    counting.find(context)
    losses.find(context)
    channels.find(context)
    ties.find(context)
    takedowns.find(context)
    seizures.find(context)
