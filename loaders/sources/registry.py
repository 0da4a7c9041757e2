"""The datasets that ship with the package, in the order in which they are loaded."""

from __future__ import annotations

from typing import Protocol

from loaders.model import Source
from loaders.sources.public_record.source import public_record
from loaders.sources.reference.source import ReferenceSource


class ShippedSource(Source, Protocol):
    """A source that can say which entities it defines, so that later ones may refer to them."""

    def defined(self) -> dict[str, str]:
        """Return the class of every entity that the source defines, by id."""


def shipped() -> tuple[ShippedSource, ...]:
    """Return the shipped datasets, each after those that it refers to."""
    reference = ReferenceSource()
    return (reference, public_record(reference.defined()))
