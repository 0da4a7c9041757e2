"""The error tree. Every layer subclasses the layer below; HTTP status lives in ``api.errors``.

LacakError
├── OntologyError              the Turtle files do not describe a usable model
│   └── UnknownTermError       a class, property, or concept that the ontology does not have
├── ClaimError                 a claim that cannot be made
│   ├── ValueTypeError         a value that does not fit its property's type
│   └── ExcerptError           an excerpt that is not where it says it is
├── GraphError                 (graph.errors) ledger, store, projection, catalogue
├── LoadError                  (loaders.errors) input that cannot be read
└── ApiError                   (api.errors) a request that cannot be answered
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar


class LacakError(Exception):
    """Root of every error that Lacak raises on purpose.

    Messages say what was expected, what came, and what to do. They are in English, since
    they quote programs and names; ``indonesian`` says what kind of thing went wrong.
    """

    indonesian: ClassVar[str] = "Permintaan ini tidak dapat dipenuhi."


class OntologyError(LacakError):
    """The Turtle files under ``ontology/`` do not describe a usable model."""

    indonesian = "Berkas Turtle ontologi tidak membentuk model yang dapat dipakai."


class UnknownTermError(OntologyError):
    """A class, property, scheme, or concept that the ontology does not have.

    Args:
        kind: What was looked up: ``"class"``, ``"property"``, ``"scheme"`` or ``"concept"``.
        name: The name that is unknown.
        known: Names that would have been accepted; the nearest are suggested.
    """

    indonesian = "Istilah itu tidak ada dalam ontologi."

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.suggestions = tuple(get_close_matches(name, list(known), n=3, cutoff=0.5))
        hint = f" Nearest: {', '.join(self.suggestions)}." if self.suggestions else ""
        super().__init__(f"The ontology has no {kind} {name!r}.{hint} See `lacak schema`.")


class ClaimError(LacakError):
    """A claim that cannot be made as given."""

    indonesian = "Klaim ini tidak dapat dibuat sebagaimana diberikan."


class ValueTypeError(ClaimError):
    """A value does not fit the type that its property declares."""

    indonesian = "Nilai ini tidak sesuai dengan jenis yang ditetapkan untuk propertinya."


class ExcerptError(ClaimError):
    """An excerpt is not found at the offsets it names, or names neither quote nor locator."""

    indonesian = "Kutipan tidak ada di tempat yang disebut, atau tempatnya tidak disebut."
