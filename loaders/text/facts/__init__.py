"""Events, counts, suspects, verdicts, licences, offers: one module for each kind of fact."""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import (
    accused,
    actions,
    activities,
    acts,
    agency_rows,
    brokers,
    channels,
    charges,
    closed,
    compounds,
    counting,
    duties,
    encounters,
    family,
    fees,
    firms,
    formations,
    gatherings,
    handling,
    homecomings,
    incidents,
    investigated,
    leading,
    licences,
    losses,
    notices,
    offers,
    orders,
    payments,
    permits,
    played,
    premises,
    programmes,
    promises,
    returns,
    roles,
    routes,
    sealings,
    seizures,
    sequels,
    several,
    sheets,
    sums,
    suspects,
    takedowns,
    ties,
    users,
    verdicts,
)  # fmt: skip


def find(context: Context) -> None:
    """Find the facts of a document; later kinds build on what earlier ones found."""
    with accused.without_office(context):
        _find(context)


def _find(context: Context) -> None:
    actions.find(context)
    agency_rows.find(context)
    returns.find(context)
    homecomings.find(context)
    sequels.find(context)
    sheets.find(context)
    suspects.find(context)
    notices.find(context)
    closed.find(context)
    charges.find(context)
    verdicts.find(context)
    several.find(context)
    investigated.find(context)
    roles.find(context)
    played.find(context)
    licences.find(context)
    permits.find(context)
    sealings.find(context)
    formations.find(context)
    gatherings.find(context)
    activities.find(context)
    encounters.find(context)
    leading.find(context)
    programmes.find(context)
    payments.find(context)
    promises.find(context)
    fees.find(context)
    sums.find(context)
    offers.find(context)
    acts.find(context)
    handling.find(context)
    routes.find(context)
    incidents.find(context)
    compounds.find(context)
    counting.find(context)
    losses.find(context)
    channels.find(context)
    users.find(context)
    ties.find(context)
    duties.find(context)
    firms.find(context)
    orders.find(context)
    brokers.find(context)
    premises.find(context)
    # Those tied in by now: what plain verbs tell of them.
    played.find(context)
    orders.find(context)
    brokers.find(context)
    family.find(context)
    takedowns.find(context)
    seizures.find(context)
