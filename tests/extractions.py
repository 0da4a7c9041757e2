"""What an extraction says, in short; shared by the suites of text."""

from __future__ import annotations

from loaders.text.draft import Extraction


def shown(found: Extraction, cls: str, prop: str) -> list[str]:
    """Return the values of a property of entities of a class; entities by caption."""
    captions = {entity.id: entity.caption for entity in found.entities}
    classes = {entity.id: entity.cls for entity in found.entities}
    return [
        captions.get(claim.value, claim.value)
        for claim in found.claims
        if classes.get(claim.subject) == cls and claim.property == prop
    ]
