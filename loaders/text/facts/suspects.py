"""Suspects: legal stage as the source words it; never guilt.

Owns the order in which the words of one sentence and those of several are read.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import stage_days, stages, together
from loaders.text.spans import Role


def find_questioned(context: Context) -> None:
    """Claim who is questioned, and when; runs when the parts of all are known."""
    for view in context.body():
        if view.sentence.role is Role.BODY:
            # Whom "Ketiga tersangka" means may be told by their parts alone.
            together.all_made(context, view)
            together.all_held(context, view)
    stages.find_questioned(context)
    for view in context.body():
        if view.sentence.role is Role.BODY:
            stage_days.find(context, view)


def find(context: Context) -> None:
    """Claim the stages of persons in body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        together.named_next(context, view)
        together.all_made(context, view)
        together.held(context, view)
        together.described(context, view)
        together.of_status(context, view)
        together.apposed(context, view)
        together.enumerated(context, view)
        together.one_of_them(context, view)
        together.by_sex(context, view)
        stages.find_in(context, view)
        together.continued(context, view)
    for view in context.body():
        if view.sentence.role is Role.BODY:
            together.all_held(context, view)
            stage_days.find(context, view)
