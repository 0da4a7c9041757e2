"""The ledger as one audience may know it: claims rewritten or left out, one entity at a time.

The projection runs over this view as it runs over the ledger, so that captions, search
texts, evidence and conflicts of a role's snapshot come from what the role may see, and from
nothing else.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from graph.ledger.ledger import ClassClaim
from graph.ledger.rows import Decision, Stored
from graph.projection.project import fold
from graph.roles.coarse import decade, lifted, province_of
from graph.roles.eye import Eye
from ontology.claim import TYPE, Claim, Document
from ontology.model import Property

# How a place in a document is written where it is nothing but a place: "par. 3", "hlm. 12-14".
_PLACE = re.compile(r"[A-Za-z]{1,9}\.? ?\d{1,4}(?:[-–]\d{1,4})?")
_UNSAID = "–"
# Types that hold no free text: what these say of someone is a code, a day, or a number.
_CODED = frozenset({"concept", "date", "interval", "integer", "decimal", "money", "boolean"})
_LENGTH_BYTES = 4


class RoleView:
    """What an audience may know of a ledger; offers what the projection reads of one.

    Claims are rewritten once and kept in a temporary file until :meth:`close`.

    Args:
        eye: What the audience is shown of each entity.
        folder: Where the temporary file goes.
        entities: (canonical id, standing claims) of what is looked at; by default everything.
    """

    def __init__(
        self,
        eye: Eye,
        folder: Path,
        entities: Iterable[tuple[str, list[Stored]]] | None = None,
    ) -> None:
        self.eye = eye
        self.ontology = eye.ontology
        self.is_plain = not eye.audience.rule.is_floored
        rules, greatest = eye.rules, eye.audience.greatest
        self._markings = frozenset(m for m in rules.markings if rules.is_within(m, greatest))
        self._classes: list[ClassClaim] = []
        self._cited: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)
        # Open until `close`, so no `with`.
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115
        encode = msgspec.msgpack.Encoder().encode
        if entities is None:
            entities = eye.survey.projector.entities()
        for entity_id, claims in entities:
            kept = self.rewritten(entity_id, claims)
            if kept:
                content = encode(kept)
                self._file.write(len(content).to_bytes(_LENGTH_BYTES))
                self._file.write(content)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Delete the temporary file."""
        self._file.close()

    # -- what the projection reads -------------------------------------------------------

    def claims(self, as_of: str | None = None) -> Iterator[Stored]:  # noqa: ARG002  # read as of already
        """Yield the claims, those of one subject together."""
        decode = msgspec.msgpack.Decoder(list[Stored]).decode
        self._file.seek(0)
        while head := self._file.read(_LENGTH_BYTES):
            yield from decode(self._file.read(int.from_bytes(head)))

    def classes(self, as_of: str | None = None) -> Iterator[ClassClaim]:  # noqa: ARG002
        """Yield every claim that says what class an entity belongs to."""
        yield from self._classes

    def documents(self, as_of: str | None = None) -> Iterator[Document]:  # noqa: ARG002
        """Yield the documents that visible claims cite, as far as they may be told."""
        for document_id, document in sorted(self.eye.survey.projector.documents.items()):
            if self.eye.survey.projector.identity.of(document_id) in self._cited:
                yield document if self.is_plain else self._document(document)

    def decisions(self, as_of: str | None = None) -> list[Decision]:
        """Return decisions about who is who; none where records are already joined."""
        return self.eye.survey.projector.ledger.decisions(as_of) if self.is_plain else []

    # -- one entity ----------------------------------------------------------------------

    def rewritten(self, entity_id: str, claims: list[Stored]) -> list[Stored]:
        """Return the claims that the audience may know of an entity; empty for a hidden one."""
        if not self.eye.is_visible(entity_id):
            return []
        known = [s for s in claims if self._may_know(s.claim)]
        found = [(s, s if self.is_plain else self._rewrite(entity_id, s)) for s in known]
        kept = [(old, new) for old, new in found if new is not None]
        # A relation without one of its ends would say that something hidden is there.
        if not self._is_whole(entity_id, {old.claim.property for old, _ in kept}):
            return []
        of = self.eye.survey.projector.identity.of
        for old, new in kept:
            self._cited.add(of(old.claim.document))
            if new.claim.property == TYPE:
                claim = new.claim
                self._classes.append(ClassClaim(new.id, claim.subject, claim.value, claim.is_draft))
        # What told two claims apart, such as their sentences, may be gone.
        return list({new.id: new for _, new in kept}.values())

    def _may_know(self, claim: Claim) -> bool:
        """Tell whether marking, document, property and target let a claim through."""
        eye = self.eye
        of = eye.survey.projector.identity.of
        if claim.marking not in self._markings or not eye.is_visible(of(claim.document)):
            return False
        if claim.property == TYPE:
            return True
        if eye.property_treatment(claim.property) == "withheld":
            return False
        is_entity = self.ontology.properties[claim.property].is_entity
        return not is_entity or eye.treatment(of(claim.value)) != "withheld"

    def _is_whole(self, entity_id: str, kept: set[str]) -> bool:
        if TYPE not in kept:
            return entity_id in self.eye.survey.projector.documents
        cls = self.ontology.cls(self.eye.survey.projector.class_of[entity_id])
        return not cls.is_relation or {cls.source, cls.target} <= kept

    # -- one claim -----------------------------------------------------------------------

    def _rewrite(self, entity_id: str, stored: Stored) -> Stored | None:
        value = self._value(entity_id, stored.claim)
        if value is None:
            return None
        eye, claim = self.eye, stored.claim
        of = eye.survey.projector.identity.of
        is_place = _PLACE.fullmatch(claim.locator or "") is not None
        speakers = (of(speaker) for speaker in claim.attributed_to)
        rewritten = Claim(
            subject=eye.id_of(entity_id),
            property=claim.property,
            value=value,
            document=eye.id_of(of(claim.document)),
            locator=claim.locator if is_place else _UNSAID,
            attributed_to=tuple(s for s in speakers if eye.treatment(s) == "shown"),
            modality=claim.modality,
            credibility=claim.credibility,
            confidence=claim.confidence,
            valid=claim.valid,
            asserted=claim.asserted,
            method=f"{eye.audience.role}@1",
            marking=claim.marking,
        )
        # From what is left, so that a number that is rounded to the same has the same id.
        return Stored(eye.pseudonyms.claim(rewritten.id), rewritten, stored.recorded)

    def _value(self, entity_id: str, claim: Claim) -> str | None:
        """Return the value that the audience may know; ``None`` for none."""
        if claim.property == TYPE:
            return claim.value
        prop = self.ontology.property(claim.property)
        if prop.is_entity:
            return self._target(entity_id, prop, claim)
        if prop.value_type not in _CODED:
            is_hidden = self.eye.treatment(entity_id) != "shown"
            has_name = is_hidden or self.eye.names_hidden(entity_id, claim.value)
            return None if has_name else claim.value
        return self._number(entity_id, prop, claim.value)

    def _number(self, entity_id: str, prop: Property, value: str) -> str | None:
        eye = self.eye
        bound = eye.rules.signs.bounds.get(prop.name)
        if bound is not None:
            if not eye.survey.touches_victims(entity_id):
                return value
            floored = eye.rules.floor.down(int(value)) if bound == "lower" else 0
            return str(floored) if floored > 0 else None
        if eye.property_treatment(prop.name) == "coarse":
            return str(decade(int(value)))
        return value

    def _target(self, entity_id: str, prop: Property, claim: Claim) -> str | None:
        eye = self.eye
        target = eye.survey.projector.identity.of(claim.value)
        treatment = eye.treatment(target)
        stated = eye.property_treatment(prop.name)
        if "coarse" in (stated, treatment):
            code = province_of(self.ontology, eye.survey.class_of(target), target)
            if code is not None:
                return lifted(target, 1 if stated == "coarse" else 2)
            # What is no territory of ours, such as a country, has nothing finer to hide.
            return None if treatment == "coarse" else eye.id_of(target)
        # What is public about someone, such as a post or a signature, tells who they are.
        ends = {entity_id, target} if prop.access == "public" else set()
        is_told = any(eye.is_someone(e) and eye.treatment(e) != "shown" for e in ends)
        return None if is_told else eye.id_of(target)

    # -- documents -----------------------------------------------------------------------

    def _document(self, document: Document) -> Document:
        eye = self.eye
        canonical = eye.survey.projector.identity.of(document.id)
        # Free text, so only as the name of an organisation that is shown anyway.
        publisher = document.publisher or ""
        if fold(publisher) not in eye.organization_names:
            publisher = ""
        told = ", ".join(part for part in (publisher, document.published) if part) or _UNSAID
        is_shown = eye.treatment(canonical) == "shown"
        title, url = document.title, document.url or ""
        has_name = any(eye.needles.find(text) for text in (title, url))
        is_told = is_shown and not has_name
        return Document(
            id=eye.id_of(canonical),
            cls=document.cls,
            dataset=eye.audience.role,
            title=title if is_told else told,
            publisher=publisher or None,
            published=document.published,
            url=document.url if is_told else None,
            language=document.language,
            reliability=document.reliability,
            origin=f"doc:{eye.pseudonyms.state(document.origin_key)[:20]}",
        )
