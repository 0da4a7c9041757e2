"""What the person who loads a graph says about the file, because the file does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from loaders.errors import LoadError
from ontology import edtf
from ontology.claim import Document
from ontology.errors import LacakError, ValueTypeError
from ontology.model import Ontology

KnownDocument = Callable[[str], Document | None]
"""Returns a document that is in the ledger already, or ``None``."""


KnownClasses = Callable[[Sequence[str]], Mapping[str, str]]
"""Returns the classes of entities that are in the ledger already, by id."""


def _no_document(_document_id: str) -> Document | None:
    return None


def _no_classes(_ids: Sequence[str]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is cited, graded and read.

    Attributes:
        dataset: Name of the dataset.
        title, publisher, published, url: Of the file as a document; the file's own word is
            taken where nothing is given.
        reliability: Grade of the source, ``A``-``F``.
        credibility: Grade of the information, 1-6, where the file grades nothing.
        marking: Notation of ``markings``, where the file marks nothing.
        form: Name of the format; found from content and ending where it is ``None``.
        namespace: Says that ids of nodes mean the same in every file of this namespace;
            otherwise ids of GraphML and GEXF count within their file only.
        node_class, edge_class: Classes of nodes and edges that name none.
        known_document: Looks a document of the ledger up.
        known_classes: Looks classes of entities of the ledger up.
    """

    dataset: str = "local"
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    reliability: str = "F"
    credibility: int = 3
    marking: str = "clear"
    form: str | None = None
    namespace: str | None = None
    node_class: str | None = None
    edge_class: str | None = None
    known_document: KnownDocument = _no_document
    known_classes: KnownClasses = _no_classes

    def check(self, ontology: Ontology) -> None:
        """Make sure that what was said can be used.

        Raises:
            LoadError: A grade, date or class is none.
        """
        try:
            ontology.scheme("reliabilities").concept(self.reliability)
            ontology.scheme("credibilities").concept(str(self.credibility))
            ontology.scheme("markings").concept(self.marking)
            if self.published is not None:
                edtf.check(self.published, is_interval_allowed=False)
            for name in (self.node_class, self.edge_class):
                if name is not None and ontology.cls(name).is_abstract:
                    raise ValueTypeError(f"{name} is abstract; choose a class below it.")
        except LacakError as error:
            raise LoadError(f"An option cannot be used: {error}") from error
        if self.edge_class is not None and not ontology.cls(self.edge_class).is_relation:
            raise LoadError(f"--edge-class: {self.edge_class} is no relation; try Association.")
