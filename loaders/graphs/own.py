"""Claims that Lacak wrote as RDF, read back: the same claims, from the same documents.

A claim is a node of the class ``meta:Claim`` with what it states, its document, its place,
its speakers and its grading; see :mod:`graph.export.claims`. What an export says beside its
claims follows from them, and is not taken twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from loaders.errors import LoadError
from loaders.graphs.frames import Quad
from loaders.graphs.naming import Namer
from loaders.graphs.options import Options
from loaders.graphs.spool import RDF_TYPE, QuadSpool
from loaders.graphs.victims import Victims
from loaders.model import Item, Place, Refusal, Row
from ontology.claim import TYPE, Claim, Document, check, iri_of
from ontology.errors import LacakError
from ontology.model import Ontology, Property
from ontology.reading import META, NS, RDFS, VOCAB

CLAIM = META + "Claim"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PROV = "http://www.w3.org/ns/prov#"
_OA = "http://www.w3.org/ns/oa#"
_DCTERMS = "http://purl.org/dc/terms/"
_SAME = "http://www.w3.org/2002/07/owl#sameAs"
_BROADER = ("subClassOf", "subPropertyOf")
_SHOWN = 200

_Said = dict[str, list[str]]
Keep = Callable[[str, str, list[Quad]], None]
"""Keeps a refused node for correction: its IRI, the reason, its statements."""


@dataclass(slots=True)
class OwnClaims:
    """The claims of one file.

    Args:
        spool: Every statement of the file.
        ontology: Says what may be claimed.
        namer: Says which entity an IRI means.
        options: What the person who loads said.
        path: The file, for places.
        keep: Keeps what is refused.

    Attributes:
        merged: How many identities the file states; they are decisions, and not taken over.
    """

    spool: QuadSpool
    ontology: Ontology
    namer: Namer
    options: Options
    path: Path
    keep: Keep
    merged: int = 0
    _documents: dict[str, Document | LacakError] = field(default_factory=dict)
    _aliases: dict[str, str] = field(default_factory=dict)
    _parts: list[str] = field(default_factory=list)

    def items(self) -> Iterator[Item]:
        """Yield documents and claims, and take out of the spool what they say."""
        claims = self.spool.subjects_of_type(CLAIM)
        if not claims:
            return
        self._aliases = dict(self.spool.pairs(_SAME))
        self.merged = len(self._aliases)
        victims = self._victims(claims)
        for number, iri in enumerate(claims, 1):
            yield from self._item(number, iri, victims)
        self._forget(claims)

    def _said(self, subject: str) -> _Said:
        said: _Said = {}
        for quad in self.spool.about(subject):
            values = said.setdefault(quad.predicate, [])
            if quad.object not in values:
                values.append(quad.object)
        return said

    # -- victims -----------------------------------------------------------------------

    def _victims(self, claims: Iterable[str]) -> Victims:
        victims = Victims(self.ontology)
        classes: dict[str, str] = {}
        roles: set[str] = set()
        sources: list[tuple[str, str]] = []
        ends = {c.source for c in self.ontology.classes.values() if c.source is not None}
        for iri in claims:
            said = self._said(iri)
            subject, name, value = (_first(said, _RDF + k) for k in _STATEMENT)
            name = name.removeprefix(NS)
            if name == RDF_TYPE:
                classes[self.namer.iri(subject)] = value.removeprefix(NS)
            elif victims.is_passive(name):
                victims.suspect(self.namer.iri(value), subject, name)
            elif name in ends:
                sources.append((subject, self.namer.iri(value)))
            elif victims.is_role(name, value):
                roles.add(subject)
            elif victims.is_word(value):
                victims.tell(subject, name)
        for subject, source in sources:
            if subject in roles:
                victims.suspect(source)
        described = {i: c for i, c in classes.items() if c in self.ontology.classes}
        victims.settle(described, self.options.known_classes)
        return victims

    # -- claims ------------------------------------------------------------------------

    def _item(self, number: int, iri: str, victims: Victims) -> Iterator[Item]:
        place = Place(str(self.path), number)
        said = self._said(iri)
        try:
            claim = check(self._claim(said), self.ontology)
            if claim.subject in victims or claim.value in victims:
                raise LoadError("an individual victim, or something said of one.")
            document = self._document(claim.document)
            if document is not None:
                yield document
        except LacakError as error:
            self.keep(iri, str(error), self.spool.about(iri))
            shown = " ".join(_first(said, _RDF + k) for k in _STATEMENT)
            yield Refusal(place, f"{iri}: {error}", shown[:_SHOWN])
        else:
            yield Row(place, (claim,))
        self._mark(said)

    def _claim(self, said: _Said) -> Claim:
        subject, predicate, stated = (_required(said, _RDF + k) for k in _STATEMENT)
        name, value = self._stated(predicate, stated)
        place = self._said(_first(said, _OA + "hasTarget"))
        start, end, quote = self._excerpt(place)
        return Claim(
            subject=self.namer.iri(subject),
            property=name,
            value=value,
            document=self.namer.iri(_required(said, _PROV + "hadPrimarySource")),
            start=start,
            end=end,
            quote=quote,
            locator=_first(place, META + "locator") or None,
            attributed_to=self._speakers(said),
            modality=_concept(said, "modality", "modalities", "stated"),
            credibility=_whole(_concept(said, "credibility", "credibilities", "3")) or 0,
            confidence=_share(_first(said, META + "confidence")),
            valid=_first(said, META + "heldAt") or None,
            asserted=_first(said, META + "assertedAt") or None,
            original=_first(said, META + "original") or None,
            method=_first(said, META + "method") or "rdf@1",
            marking=_concept(said, "marking", "markings", "clear"),
        )

    def _stated(self, predicate: str, stated: str) -> tuple[str, str]:
        if predicate == RDF_TYPE:
            return TYPE, self.ontology.cls(stated.removeprefix(NS)).name
        prop: Property = self.ontology.property(predicate.removeprefix(NS))
        if prop.is_entity:
            return prop.name, self.namer.iri(stated)
        return prop.name, stated.removeprefix(f"{VOCAB}{prop.scheme}/") if prop.scheme else stated

    def _excerpt(self, place: _Said) -> tuple[int | None, int | None, str | None]:
        start = end = quote = None
        for iri in place.get(_OA + "hasSelector", ()):
            selector = self._said(iri)
            quote = _first(selector, _OA + "exact") or quote
            start = _whole(_first(selector, _OA + "start")) if _OA + "start" in selector else start
            end = _whole(_first(selector, _OA + "end")) if _OA + "end" in selector else end
            self._parts.append(iri)
        return start, end, quote

    def _speakers(self, said: _Said) -> tuple[str, ...]:
        found: list[tuple[int, str]] = []
        for iri in said.get(_PROV + "qualifiedAttribution", ()):
            node = self._said(iri)
            depth = _whole(_first(node, META + "depth")) or 0
            found.append((depth, self.namer.iri(_required(node, _PROV + "agent"))))
            self._parts.append(iri)
        return tuple(agent for _, agent in sorted(found))

    # -- documents ---------------------------------------------------------------------

    def _document(self, document_id: str) -> Document | None:
        """Return a document at its first claim; afterwards ``None``.

        Raises:
            LacakError: The document cannot be taken; every claim from it is refused.
        """
        known = self._documents.get(document_id)
        if isinstance(known, LacakError):
            raise known
        if known is not None:
            return None
        try:
            found = self._read_document(document_id)
        except LacakError as error:
            self._documents[document_id] = error
            raise
        self._documents[document_id] = found
        return found

    def _read_document(self, document_id: str) -> Document:
        held = self.options.known_document(document_id)
        said = self._said(iri_of(document_id))
        if META + "dataset" not in said:
            if held is not None:
                return held
            raise LoadError(
                f"its document {document_id} is not described: say meta:dataset, dcterms:title "
                "and dcterms:type of it, as an export does."
            )
        made = self._made(document_id, said)
        if held is None:
            return made
        # The text of a document is not exported; the ledger's own is kept.
        if msgspec.structs.replace(made, text=held.text) != held:
            raise LoadError(
                f"the ledger holds another document as {document_id}. Load into another folder "
                "(LACAK_HOME), or give the new one an id of its own."
            )
        return held

    def _made(self, document_id: str, said: _Said) -> Document:
        origin = _first(said, META + "originKey")
        return Document(
            id=document_id,
            cls=self.ontology.cls(_required(said, _DCTERMS + "type").removeprefix(NS)).name,
            dataset=_required(said, META + "dataset"),
            title=_required(said, _DCTERMS + "title"),
            publisher=_first(said, _DCTERMS + "publisher") or None,
            published=_first(said, _DCTERMS + "issued") or None,
            url=_first(said, _DCTERMS + "identifier") or None,
            language=_first(said, _DCTERMS + "language") or "id",
            reliability=_concept(said, "reliability", "reliabilities", "F"),
            origin=origin if origin and origin != document_id else None,
            sha256=_first(said, META + "sha256") or None,
        )

    # -- what follows from claims ------------------------------------------------------

    def _mark(self, said: _Said) -> None:
        """Remember what a claim states, and what an export concludes from it."""
        subject, predicate, stated = (_first(said, _RDF + k) for k in _STATEMENT)
        subjects = dict.fromkeys((subject, self._aliases.get(subject, subject)))
        objects = dict.fromkeys((stated, self._aliases.get(stated, stated)))
        name = predicate.removeprefix(NS)
        if predicate == RDF_TYPE:
            objects = dict.fromkeys(self._wider_classes(stated))
            predicates = [predicate]
        else:
            predicates = [predicate, *self._wider(name)]
        self.spool.mark_stated((s, p, o) for s in subjects for p in predicates for o in objects)
        self._parts.extend(said.get(_OA + "hasTarget", ()))

    def _wider(self, name: str) -> list[str]:
        return [a.target for a in self.ontology.alignments.get(name, ()) if a.relation in _BROADER]

    def _wider_classes(self, iri: str) -> Iterator[str]:
        yield iri
        cls = self.ontology.classes.get(iri.removeprefix(NS))
        for ancestor in () if cls is None else cls.ancestors:
            yield from self._wider(ancestor)

    def _forget(self, claims: list[str]) -> None:
        for document_id, known in self._documents.items():
            if isinstance(known, Document):
                self.spool.mark_stated(self._document_says(known))
            else:
                # What an export says of a document that was refused is refused with it.
                self._parts.append(iri_of(document_id))
        for alias, canonical in self._aliases.items():
            self.spool.mark_stated([(canonical, _SAME, alias)])
        self.spool.drop([*claims, *self._parts])
        derived = (p.iri for p in self.ontology.properties.values() if p.is_derived)
        terms = (c for s in self.ontology.schemes.values() for c in s.concepts.values())
        self.spool.remove_stated(
            (META, _DCTERMS, RDFS + "label", *derived), [c.iri for c in terms if c.reports]
        )

    def _document_says(self, document: Document) -> Iterator[tuple[str, str, str]]:
        subject = iri_of(document.id)
        for iri in self._wider_classes(NS + document.cls):
            yield subject, RDF_TYPE, iri
        shown: Mapping[str, str | None] = {
            "name": document.title, "url": document.url, "published": document.published,
        }  # fmt: skip
        for name, value in shown.items():
            for predicate in (NS + name, *self._wider(name)):
                if value is not None:
                    yield subject, predicate, value


_STATEMENT = ("subject", "predicate", "object")


def _first(said: _Said, predicate: str) -> str:
    return next(iter(said.get(predicate, ())), "")


def _required(said: _Said, predicate: str) -> str:
    found = _first(said, predicate)
    if not found:
        local = predicate.rpartition("#")[2].rpartition("/")[2]
        raise LoadError(f"it has no {local}, so it is no whole claim. Add it.")
    return found


def _concept(said: _Said, name: str, scheme: str, default: str) -> str:
    return _first(said, META + name).removeprefix(f"{VOCAB}{scheme}/") or default


def _whole(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise LoadError(f"expected a whole number, got {text[:40]!r}.")
    return int(text)


def _share(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError as error:
        raise LoadError(f"confidence must be a number in 0-1, got {text[:40]!r}.") from error
