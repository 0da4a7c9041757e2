"""Records of any vocabulary to claims: through the alignments of the ontology, and no other way.

Owns what becomes of every record: claims, or a reason why not. A value without a home is
counted; a record whose class has none is refused, because nothing else of it would stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.errors import LoadError
from loaders.graphs.frames import IRI, Record, Value
from loaders.graphs.naming import Namer, derived
from loaders.graphs.options import Options
from loaders.graphs.tally import Missing, Tally
from loaders.graphs.values import Converter
from loaders.graphs.victims import Victims
from ontology.aligned import Aligned
from ontology.claim import TYPE, Claim
from ontology.errors import LacakError
from ontology.model import Class, Property
from ontology.reading import NS

_LOCATOR = 500
# The ids that the shipped mappings of tables make: one number is one channel everywhere.
_PREFIXES = {"PhoneNumber": "phone"}
_DERIVED_ENDS = ("startsAt", "endsAt")
_CLOSED = ("ftm", "local")
"""Where ids mean something within the file, or in what was loaded before it."""
_UNDESCRIBED = "it leads to what no record describes; load that too"
_METHODS = {"ftm": "ftm@1", "iri": "rdf@1", "local": "graph@1", "stix": "stix@1"}


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom claims are made of, and how they are cited."""

    id: str
    cls: str | None
    types: tuple[str, ...]
    record: Record
    document: str


class Mapper:
    """Maps the records of one file.

    Args:
        aligned: Which term of ours a term of theirs means.
        namer: Which entity an id means.
        options: What the person who loads said.
    """

    def __init__(self, aligned: Aligned, namer: Namer, options: Options) -> None:
        self.aligned = aligned
        self.ontology = aligned.ontology
        self.namer = namer
        self.options = options
        self.tally = Tally()
        self.victims = Victims(self.ontology)
        self._classes: dict[str, str] = {}
        self._properties: dict[tuple[str, str, tuple[str, ...]], str | None] = {}
        self._convert = Converter(self.ontology, namer, self._classes)
        self._linked: Counter[tuple[str, str, str]] = Counter()
        # What links lead to and no record describes, with the places of the links.
        self._undescribed: dict[str, list[tuple[str, str]]] = {}
        self._use = next(
            c for c in self.ontology.classes.values() if self._range(c.target) == "Channel"
        )

    def _range(self, end: str | None) -> str | None:
        return None if end is None else self.ontology.property(end).range

    # -- first: what is there ------------------------------------------------------------

    def name(self, record: Record) -> None:
        """Remember under which of our ids a record goes, if it says so itself."""
        if record.own:
            self.namer.is_ours(record.space, record.id, record.own)

    def learn(self, record: Record) -> None:
        """Remember the class of a record, and whom it makes out to be a victim."""
        for raw in record.victims:
            self.victims.suspect(self.namer.of(record.space, raw))
        if record.link is not None:
            self._learn_link(record)
            return
        found = self._leaves(record)
        if not found:
            return
        subject = self.namer.of(record.space, record.id)
        self._classes[subject] = found[0]
        if any(self.victims.is_word(word) for tag in record.tags for word in _words(tag)):
            self.victims.suspect(subject)
        cls = self.ontology.cls(found[0])
        for value in record.values:
            name = self._property(value.term, found[0], _theirs(record))
            if name is not None:
                self._learn_value(record, cls, name, value)

    def _learn_value(self, record: Record, cls: Class, name: str, value: Value) -> None:
        subject = self.namer.of(record.space, record.id)
        if self.victims.is_passive(name):
            self.victims.suspect(self.namer.of(record.space, value.text), subject, name)
        elif self.victims.is_word(value.text) and not cls.is_relation:
            self.victims.tell(subject, name)
        elif cls.is_relation and self.victims.is_role(name, value.text):
            for other in record.values:
                if self._property(other.term, cls.name, _theirs(record)) == cls.source:
                    self.victims.suspect(self.namer.of(record.space, other.text))

    def _learn_link(self, record: Record) -> None:
        cls, name = self._linking(record)
        if record.ends is None:
            return
        meant = name if cls is None else cls.target
        if meant is not None and self.victims.is_passive(meant):
            source, target = (self.namer.of(record.space, end) for end in record.ends)
            self.victims.suspect(target, source, meant)
        if cls is not None:
            for value in record.values:
                if self.victims.is_role(value.term.removeprefix(NS), value.text):
                    self.victims.suspect(self.namer.of(record.space, record.ends[0]))

    def settle(self) -> None:
        """Decide who is a victim, once every record has been learnt."""
        self.victims.settle(self._classes, self.options.known_classes)

    def missing(self) -> list[Missing]:
        """Return what found no home, links to what neither file nor ledger describes included."""
        described = self.options.known_classes(sorted(self._undescribed))
        for target, links in self._undescribed.items():
            for term, place in links if target not in described else ():
                self.tally.add(term, _UNDESCRIBED, f"{place}: {target}")
        self._undescribed.clear()
        return self.tally.missing()

    # -- then: what it says --------------------------------------------------------------

    def claims(self, record: Record, document: str) -> tuple[Claim, ...]:
        """Return the claims of a record.

        Args:
            record: The record.
            document: Id of the document that it stands in.

        Raises:
            LacakError: The record cannot enter; the message says why and what to do.
        """
        if record.link is not None:
            return tuple(self._of_link(record, document))
        subject_id = self.namer.of(record.space, record.id)
        self._guard(subject_id)
        classes = self._claimed_classes(record, subject_id)
        cls = classes[0] if classes else self._classes.get(subject_id)
        subject = _Subject(subject_id, cls, _theirs(record), record, document)
        made = [self._claim(subject, TYPE, name) for name in classes]
        for value in record.values:
            made.extend(self._of_value(subject, value))
        if cls is not None and not record.is_part:
            self._check_ends(self.ontology.cls(cls), {c.property for c in made})
        return tuple(dict.fromkeys(made))

    def _guard(self, *ids: str) -> None:
        for entity_id in ids:
            if entity_id in self.victims:
                raise LoadError(
                    "an individual victim, or something said of one. Lacak keeps victims only "
                    "as groups: describe a Group with groupSizeLower and groupSizeUpper instead."
                )

    def _leaves(self, record: Record) -> list[str]:
        """Return the most specific of our classes that a record is of; abstract ones too."""
        terms = (self.aligned.cls(self._iri(record, t)) for t in record.types)
        found = self.aligned.most_specific(c for c in terms if c is not None)
        if not found and record.space == "local" and self.options.node_class:
            return [self.options.node_class]
        return sorted(found, key=lambda c: self.ontology.cls(c).is_abstract)

    def _claimed_classes(self, record: Record, subject: str) -> list[str]:
        found = self._leaves(record)
        for term in record.types:
            if self.aligned.cls(self._iri(record, term)) is None:
                self.tally.add(_short(term), "no such class in the ontology", subject)
        concrete = [c for c in found if not self.ontology.cls(c).is_abstract]
        if concrete:
            return concrete
        if found:
            below = [c for c in self.ontology.descendants(found[0])[1:] if self._is_direct(c)]
            raise LoadError(
                f"{_short(record.types[0])} says too little: it can be a {', '.join(below[:6])}. "
                "Say which in the file."
            )
        if record.types:
            listed = ", ".join(map(_short, record.types[:3]))
            raise LoadError(
                f"the ontology has no class for {listed}. Give it a class of `lacak schema`, or "
                "leave it out."
            )
        if record.space == "iri" and not subject.startswith(("http", "iri:")):
            # More is said of an entity of ours; its class was said elsewhere.
            return []
        hint = (
            " Say which for all: --node-class Person, and of links --edge-class Association."
            if record.space == "local"
            else ""
        )
        raise LoadError(f"it says of no class what it is.{hint}")

    def _is_direct(self, name: str) -> bool:
        return not self.ontology.cls(name).is_abstract

    def _iri(self, record: Record, term: str) -> str:
        return NS + term if record.space == "local" and ":" not in term else term

    def _property(self, term: str, cls: str, types: tuple[str, ...]) -> str | None:
        key = (term, cls, types)
        if key not in self._properties:
            if len(self._properties) > 50_000:
                self._properties.clear()
            self._properties[key] = self.aligned.property(term, cls, types)
        return self._properties[key]

    # -- values --------------------------------------------------------------------------

    def _of_value(self, subject: _Subject, value: Value) -> Iterator[Claim]:
        name = self._meant(subject, value)
        if name is None:
            yield from self._channel(subject, value)
            return
        prop = self.ontology.property(name)
        reason = self._misplaced(subject, prop)
        if reason is not None:
            self._left_out(subject, value, reason)
            return
        try:
            made = self._convert(prop, value, subject.record.space)
        except LacakError as error:
            if value.term.startswith(NS) and subject.record.space != "local":
                raise LoadError(f"{prop.name}: {error}") from error
            self._left_out(subject, value, f"it does not fit {prop.name}", str(error))
            return
        if prop.is_entity:
            self._guard(made)
            reason = self._wrong_end(prop, made)
            if reason is not None:
                self._left_out(subject, value, reason)
                return
        yield self._claim(subject, name, made, value)

    def _meant(self, subject: _Subject, value: Value) -> str | None:
        name = self._named(subject, value)
        cls = None if subject.cls is None else self.ontology.cls(subject.cls)
        if name in _DERIVED_ENDS and cls is not None and cls.is_relation:
            # Links that say no more than from where to where name no end of a certain class.
            return (cls.source, cls.target)[_DERIVED_ENDS.index(str(name))]
        return name

    def _named(self, subject: _Subject, value: Value) -> str | None:
        if subject.cls is None:
            name = value.term.removeprefix(NS)
            return name if name != value.term and name in self.ontology.properties else None
        return self._property(value.term, subject.cls, subject.types)

    def _misplaced(self, subject: _Subject, prop: Property) -> str | None:
        if prop.is_derived:
            return "Lacak computes it itself"
        if subject.cls is not None and not self.ontology.is_a(subject.cls, prop.domain):
            return f"{prop.name} belongs to {prop.domain}, not to {subject.cls}"
        return None

    def _wrong_end(self, prop: Property, target: str) -> str | None:
        cls = self._classes.get(target)
        if cls is None or self.ontology.is_a(cls, str(prop.range)):
            return None
        return f"{prop.name} leads to a {prop.range}, and this is a {cls}"

    def _left_out(
        self, subject: _Subject, value: Value, reason: str, example: str | None = None
    ) -> None:
        shown = example or f"{subject.id}: {value.text}"
        self.tally.add(_short(value.term), reason, shown)

    def _channel(self, subject: _Subject, value: Value) -> Iterator[Claim]:
        """Yield the claims of a number or address that its user is written with."""
        prop = self.aligned.channel(value.term)
        if prop is None or subject.cls is None or not self.ontology.is_a(subject.cls, "Agent"):
            known = self.aligned.knows(value.term) and subject.cls is not None
            reason = f"not on a {subject.cls}" if known else "no such property in the ontology"
            self._left_out(subject, value, reason)
            return
        try:
            made = self._convert(prop, value, subject.record.space)
        except LacakError as error:
            self._left_out(subject, value, f"it does not fit {prop.name}", str(error))
            return
        cls = self.ontology.cls(prop.domain)
        channel = self.namer.hidden(_PREFIXES.get(cls.name, cls.name.lower()), made)
        use = derived("use", subject.id, channel)
        yield self._claim(subject, TYPE, cls.name, value, of=channel)
        yield self._claim(subject, prop.name, made, value, of=channel)
        yield self._claim(subject, TYPE, self._use.name, value, of=use)
        yield self._claim(subject, str(self._use.source), subject.id, value, of=use)
        yield self._claim(subject, str(self._use.target), channel, value, of=use)

    def _check_ends(self, cls: Class, said: set[str]) -> None:
        if not cls.is_relation:
            return
        for end in (cls.source, cls.target):
            if end not in said:
                raise LoadError(
                    f"a {cls.name} without {end} links nothing. Name a {self._range(end)} there."
                )

    # -- links ---------------------------------------------------------------------------

    def _linking(self, record: Record) -> tuple[Class | None, str | None]:
        """Return the relation class, or the property, that a link means."""
        term = str(record.link)
        declared = self.aligned.relationship_types.get(term, term)
        iri = declared if ":" in declared else NS + declared
        name = self.aligned.cls(iri)
        if name is not None and self.ontology.cls(name).source is not None:
            return self.ontology.cls(name), None
        source = self._classes.get(self.namer.of(record.space, (record.ends or ("", ""))[0]))
        found = self.aligned.property(iri, source or "Entity")
        if found is None and record.space == "local" and self.options.edge_class:
            return self.ontology.cls(self.options.edge_class), None
        return None, found

    def _of_link(self, record: Record, document: str) -> Iterator[Claim]:
        if record.ends is None:
            raise LoadError("a link without two ends. Name both.")
        source, target = (self.namer.of(record.space, end) for end in record.ends)
        self._guard(source, target)
        cls, name = self._linking(record)
        if cls is not None:
            yield from self._of_relation(record, document, cls, (source, target))
            return
        if name is None:
            hint = (
                " Say what such are: --edge-class Association." if record.space == "local" else ""
            )
            said = f"the link {record.link!r}" if record.link else "a link that says not what it is"
            raise LoadError(f"the ontology has no relation for {said}.{hint}")
        prop = self.ontology.property(name)
        subject = _Subject(source, self._classes.get(source), (), record, document)
        reason = self._misplaced(subject, prop) or self._wrong_end(prop, target)
        if reason is not None or not prop.is_entity:
            raise LoadError(f"{reason or f'{name} links nothing'}. Correct the link.")
        yield self._claim(subject, name, target)
        for value in record.values:
            self._left_out(subject, value, f"a link of the kind {name} holds no values")

    def _of_relation(
        self, record: Record, document: str, cls: Class, ends: Sequence[str]
    ) -> Iterator[Claim]:
        subject = _Subject(self._link_id(record, cls, ends), cls.name, (), record, document)
        yield self._claim(subject, TYPE, cls.name)
        for end, target in zip((cls.source, cls.target), ends, strict=True):
            reason = self._wrong_end(self.ontology.property(str(end)), target)
            if reason is not None:
                raise LoadError(f"{reason}. Correct the link.")
            yield self._claim(subject, str(end), target)
        for value in (*record.values, *self._words_of(record, cls)):
            yield from self._of_value(subject, value)

    def _words_of(self, record: Record, cls: Class) -> Iterator[Value]:
        """Yield the word on a link that only ``--edge-class`` gave a class."""
        is_given = record.space == "local" and cls.name == self.options.edge_class
        if record.link and is_given and record.link not in (cls.name, cls.relationship_type):
            yield Value(NS + "description", record.link)

    def _link_id(self, record: Record, cls: Class, ends: Sequence[str]) -> str:
        if record.id:
            return self.namer.of(record.space, record.id)
        # Edges without an id are told apart by their number among equal ones.
        key = (cls.name, ends[0], ends[1])
        self._linked[key] += 1
        return derived("link", self.namer.of(record.space, "#"), *key, str(self._linked[key]))

    # -- claims --------------------------------------------------------------------------

    def _claim(
        self, subject: _Subject, name: str, made: str, value: Value | None = None, of: str = ""
    ) -> Claim:
        record = subject.record
        place = record.place or record.id or f"line {record.line}"
        grades = record.grades
        is_same = value is None or value.kind == IRI or value.text == made
        original = None if is_same or value is None else value.text
        if value is not None and value.original is not None and value.original != made:
            original = value.original
        if value is not None and value.field:
            place = f"{place} · {value.field}"
        is_theirs = not of and record.space in _CLOSED
        if is_theirs and made not in self._classes and self._is_link(name):
            self._undescribed.setdefault(made, []).append((name, place))
        return Claim(
            subject=of or subject.id,
            property=name,
            value=made,
            document=subject.document,
            locator=place[:_LOCATOR],
            modality=grades.get("modality", "stated"),
            credibility=int(grades.get("credibility", self.options.credibility)),
            confidence=float(grades.get("confidence", 1.0)),
            marking=grades.get("marking", self.options.marking),
            valid=grades.get("valid") if value is None else value.valid,
            original=None if name == TYPE else original,
            method=_METHODS[record.space],
            attributed_to=tuple(self.namer.of(record.space, s) for s in record.speakers),
        )

    def _is_link(self, name: str) -> bool:
        """Tell whether a property leads to what records describe; territories always are there."""
        prop = None if name == TYPE else self.ontology.property(name)
        return (
            prop is not None
            and prop.is_entity
            and not self.ontology.is_a(str(prop.range), "Territory")
        )


def _theirs(record: Record) -> tuple[str, ...]:
    return tuple(t for t in record.types if not t.startswith(NS))


def _words(tag: str) -> list[str]:
    """Return a tag and its parts: ``role.victim`` has one."""
    return [tag, *tag.replace(":", ".").split(".")]


def _short(term: str) -> str:
    """Return a term as people write it, without what all terms of the web begin with.

    >>> _short("https://schema.followthemoney.tech/#Person")
    'schema.followthemoney.tech#Person'
    """
    return (
        term.removeprefix(NS)
        .removeprefix("https://")
        .removeprefix("http://")
        .replace("/#", "#")[:120]
    )
