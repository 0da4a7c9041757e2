"""The matter that a document tells of: what stages, roles and articles hang on."""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.spans import Role


def case_of(context: Context, span: tuple[int, int]) -> str:
    """Return the id of the matter that the document tells of."""
    title = next(
        (s.text for s in context.sentences if s.role is Role.TITLE), "Perkara dalam artikel"
    )
    return context.sink.entity(context.sink.scoped("case", "1"), "Case", title, span)
