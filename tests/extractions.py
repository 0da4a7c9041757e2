"""What an extraction says, in short; shared by the suites of text."""

from __future__ import annotations

from collections.abc import Callable

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def reader(day: str) -> Callable[..., Extraction]:
    """Return what reads body text below a headline, published on a day unless it is given."""

    def read(text: str, published: str = day) -> Extraction:
        return extract(f"Judul berita\n\n{text}\n", document=Metadata(published=published))

    return read


def shown(found: Extraction, cls: str, prop: str) -> list[str]:
    """Return the values of a property of entities of a class; entities by caption."""
    captions = {entity.id: entity.caption for entity in found.entities}
    classes = {entity.id: entity.cls for entity in found.entities}
    return [
        captions.get(claim.value, claim.value)
        for claim in found.claims
        if classes.get(claim.subject) == cls and claim.property == prop
    ]
