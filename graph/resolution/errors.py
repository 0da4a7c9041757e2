"""Errors of resolution; the tree continues ``graph.errors``.

ResolutionError
├── UnmatchableClassError      names of that class cannot be compared
└── PairRowError               a row of a table of pairs cannot be read
"""

from __future__ import annotations

from graph.errors import GraphError


class ResolutionError(GraphError):
    """Root of what resolution raises on purpose."""


class UnmatchableClassError(ResolutionError):
    """No rule compares names of that class."""

    def __init__(self, class_name: str) -> None:
        self.class_name = class_name
        super().__init__(
            f"Expected a class whose entities have names or identifiers (Person, Company, "
            f"Organization, PhoneNumber ...) or Agency, got {class_name!r}. "
            f"`lacak schema` lists the classes."
        )


class PairRowError(ResolutionError):
    """A table of pairs lacks a column or a row lacks a value."""
