"""Codes of the vocabularies as people read them, wherever an answer's columns are shown."""

from __future__ import annotations

from ontology.model import Language, Ontology

_SPOKEN = "modalities"


class Words:
    """Labels of notations and classes in one language.

    Args:
        ontology: Whose labels.
        language: Of the labels.
    """

    def __init__(self, ontology: Ontology, language: Language) -> None:
        self._ontology = ontology
        self._schemes = {
            # A grade is shown as the letter or digit that the field uses.
            name: {n: c.label.in_(language) for n, c in scheme.concepts.items() if len(n) > 1}
            for name, scheme in ontology.schemes.items()
        }
        # `reported` is a legal stage and a way of speaking: a column of ways says so itself.
        ordered = sorted(self._schemes, key=lambda name: name != _SPOKEN)
        self._any = {text: said for name in ordered for text, said in self._schemes[name].items()}
        self._any |= {c.name: c.label.in_(language) for c in ontology.classes.values()}

    def of(self, text: str, column: str = "") -> str:
        """Return what a code is called, or the text itself.

        Args:
            text: A notation, the name of a class, or anything else.
            column: Name of the column it stands in: that of a property decides its vocabulary.
        """
        prop = self._ontology.properties.get(column)
        scheme = _SPOKEN if column == "modality" else prop.scheme if prop else None
        own = self._schemes.get(scheme or "", {})
        return own.get(text) or self._any.get(text, text)
