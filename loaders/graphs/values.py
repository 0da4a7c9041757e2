"""Values of other vocabularies as values of ours: canonical, or refused with what was expected."""

from __future__ import annotations

import re
from collections.abc import Container

from loaders.graphs.frames import IRI, REFERENCE, Value
from loaders.graphs.naming import Namer
from loaders.tabular.territories import territory
from ontology import types
from ontology.claim import BASE
from ontology.errors import ValueTypeError
from ontology.model import Ontology, Property, Scheme
from ontology.reading import VOCAB

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T[0-9:.]+(?:Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_ZONED = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:Z|[+-]\d{2}:\d{2})", re.ASCII)
_SCHEMES = ("mailto:", "tel:")


class Converter:
    """Converts the values of one file.

    Args:
        ontology: Says what properties hold.
        namer: Says which entity an id means.
        known: Ids of what the file describes; where a format does not tell links from
            texts, what is described is linked to.
    """

    def __init__(self, ontology: Ontology, namer: Namer, known: Container[str]) -> None:
        self.ontology = ontology
        self.namer = namer
        self.known = known
        self._by_label: dict[str, dict[str, str]] = {}

    def __call__(self, prop: Property, value: Value, space: str) -> str:
        """Return the canonical value of a property.

        Args:
            prop: The property.
            value: What the file says.
            space: Kind of the ids that the file refers to its own records by.

        Raises:
            LacakError: The value does not fit.
        """
        if prop.is_entity:
            return self._entity(prop, value, space)
        if prop.scheme is not None:
            return self._concept(self.ontology.scheme(prop.scheme), value.text)
        text = value.text
        if prop.value_type in ("date", "interval"):
            found = _MOMENT.fullmatch(text.strip()) or _ZONED.fullmatch(text.strip())
            text = found[1] if found else text
        for scheme in _SCHEMES:
            text = text.removeprefix(scheme)
        return types.canonical(prop.value_type, text)

    def _entity(self, prop: Property, value: Value, space: str) -> str:
        if value.kind == REFERENCE:
            return self.namer.of(space, value.text)
        if value.kind == IRI or value.text.startswith(BASE):
            return self.namer.iri(value.text)
        if self.ontology.is_a(str(prop.range), "Territory"):
            # Other vocabularies name countries by their code.
            kind = "country" if self.ontology.is_a(str(prop.range), "Country") else "any"
            return territory(value.text.strip(), kind)  # type: ignore[arg-type]  # both are kinds
        linked = self.namer.of(space, value.text)
        is_ours = not linked.startswith(("ftm:", "node:"))
        is_link = is_ours or linked in self.known or self._is_end(prop)
        if space in ("ftm", "local") and is_link:
            return linked
        raise ValueTypeError(
            f"Expected a link to a {prop.range}, got the text {value.text[:60]!r}."
        )

    def _is_end(self, prop: Property) -> bool:
        return self.ontology.relation_of(prop.name) is not None

    def _concept(self, scheme: Scheme, text: str) -> str:
        prefix = f"{VOCAB}{scheme.name}/"
        if text.startswith(prefix):
            return scheme.concept(text.removeprefix(prefix)).notation
        if text in scheme.concepts:
            return text
        found = self._labels(scheme).get(text.strip().casefold())
        if found is None:
            known = ", ".join(list(scheme.concepts)[:8])
            raise ValueTypeError(
                f"Expected a term of {scheme.name} ({known}, …), got {text[:60]!r}."
            )
        return found

    def _labels(self, scheme: Scheme) -> dict[str, str]:
        found = self._by_label.get(scheme.name)
        if found is None:
            found = self._by_label[scheme.name] = _folded(scheme)
        return found


def _folded(scheme: Scheme) -> dict[str, str]:
    """Return the notation of every concept by its labels, folded."""
    return {
        text.casefold(): concept.notation
        for concept in scheme.concepts.values()
        for text in (concept.notation, concept.label.id, concept.label.en)
    }
