"""Events, counts, suspects, verdicts, licences, offers: one module for each kind of fact."""

from __future__ import annotations

from collections.abc import Callable

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
    hearings,
    helped,
    homecomings,
    incidents,
    investigated,
    leading,
    licences,
    losses,
    notices,
    orders,
    payments,
    permits,
    played,
    premises,
    programmes,
    promises,
    refunds,
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
    unclaimed,
    users,
    verdicts,
)  # fmt: skip

# Later kinds build on what earlier ones found.
_ORDER: tuple[Callable[[Context], None], ...] = (
    actions.find, agency_rows.find, returns.find, homecomings.find, sequels.find, helped.find,
    sheets.find,
    suspects.find, notices.find, closed.find, charges.find, verdicts.find, several.find,
    hearings.find, investigated.find, roles.find, played.find, licences.find, permits.find,
    sealings.find, formations.find, gatherings.find, activities.find, encounters.find,
    leading.find, programmes.find, payments.find, refunds.find, promises.find, fees.find,
    sums.find, acts.find, handling.find, unclaimed.find, routes.find,
    incidents.find,
    compounds.find, counting.find, losses.find, channels.find, users.find, ties.find,
    duties.find, firms.find, orders.find, brokers.find, premises.find,
    # Those tied in by now: what plain verbs tell of them.
    played.find, orders.find, brokers.find, suspects.find_questioned, family.find,
    takedowns.find, seizures.find,
)  # fmt: skip


def find(context: Context) -> None:
    """Find the facts of a document, kind by kind."""
    with accused.without_office(context):
        for kind in _ORDER:
            kind(context)
