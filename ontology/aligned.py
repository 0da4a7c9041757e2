"""The alignments read backwards: which of our terms a term of another vocabulary means.

Follows ``closeMatch``, ``exactMatch`` and ``equivalentClass``. ``broadMatch`` and
``subClassOf`` say that theirs is wider than ours, so nothing of theirs may be taken for
ours. Where several of ours match, what they have in common is meant, or nothing is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from ontology.foreign import FTM
from ontology.model import Ontology, Property, load
from ontology.reading import NS

_CLOSE = ("exactMatch", "equivalentClass", "closeMatch")
_BROADER = ("broadMatch", "subClassOf", "subPropertyOf")


class Aligned:
    """Looks terms of other vocabularies up, in both directions.

    Args:
        ontology: Whose alignments are followed.
    """

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._classes: dict[str, list[str]] = defaultdict(list)
        self._close: dict[str, list[str]] = defaultdict(list)
        self._wider: dict[str, list[str]] = defaultdict(list)
        for name, alignments in ontology.alignments.items():
            for alignment in alignments:
                self._add(name, alignment.relation, alignment.target)

    def _add(self, name: str, relation: str, target: str) -> None:
        if name in self.ontology.classes:
            if relation in _CLOSE:
                self._classes[target].append(name)
            return
        by_term = self._close if relation in _CLOSE else self._wider
        by_term[target].append(name)
        bare = _bare(target)
        if bare != target:
            by_term[bare].append(name)

    # -- theirs to ours ----------------------------------------------------------------

    def cls(self, term: str) -> str | None:
        """Return the name of the class that an IRI means; ``None`` if it has no home.

        An abstract class of ours is returned too: it says in which branch to look.
        """
        if term.startswith(NS):
            name = term.removeprefix(NS)
            return name if name in self.ontology.classes else None
        found = self._classes.get(term, [])
        return self._common(found) if found else None

    def _common(self, names: Sequence[str]) -> str:
        first, *others = (self.ontology.cls(n).ancestors for n in names)
        return next(a for a in first if all(a in line for line in others))

    def most_specific(self, names: Iterable[str]) -> list[str]:
        """Return the classes that no other of them descends from, in alphabetical order."""
        wanted = set(names)
        covered = {a for n in wanted for a in self.ontology.cls(n).ancestors[1:]}
        return sorted(wanted - covered)

    def property(self, term: str, our_class: str, their_classes: Iterable[str] = ()) -> str | None:
        """Return the name of the property that an IRI means on an entity of a class.

        Args:
            term: IRI of the property; of FollowTheMoney, without its schema.
            our_class: Class of the entity; only properties it may have are meant.
            their_classes: Classes that the source gives it; a property that another
                vocabulary declares on a class is meant only on what is below that class.
        """
        if term.startswith(NS):
            name = term.removeprefix(NS)
            return name if name in self.ontology.properties else None
        lines = self.line(their_classes)
        for by_term in (self._close, self._wider):
            found = [
                self.ontology.property(name)
                for name in dict.fromkeys(by_term.get(term, ()))
                if self.ontology.is_a(our_class, self.ontology.property(name).domain)
                and self._is_declared(name, term, lines)
            ]
            nearest = self._nearest(found, our_class)
            if nearest is not None:
                return nearest
        return None

    def _is_declared(self, name: str, term: str, lines: frozenset[str]) -> bool:
        """Tell whether the other vocabulary has the property on one of the classes."""
        owners = [
            _owner(a.target) for a in self.ontology.alignments[name] if _bare(a.target) == term
        ]
        return not lines or any(owner is None or owner in lines for owner in owners)

    def _nearest(self, found: Sequence[Property], our_class: str) -> str | None:
        line = self.ontology.cls(our_class).ancestors
        ranked = sorted(found, key=lambda p: line.index(p.domain))
        if not ranked or (len(ranked) > 1 and ranked[0].domain == ranked[1].domain):
            return None
        return ranked[0].name

    def channel(self, term: str) -> Property | None:
        """Return the property that identifies a channel, if an IRI means one.

        Other vocabularies write a telephone number beside its user; ours is a channel.
        """
        found = [self.ontology.property(n) for n in self._close.get(term, ())]
        return next((p for p in found if self.ontology.is_a(p.domain, "Channel")), None)

    def knows(self, term: str) -> bool:
        """Tell whether some property of ours is aligned with an IRI, on whatever class."""
        return term in self._close or term in self._wider

    # -- ours to theirs ----------------------------------------------------------------

    def their_class(self, our_class: str, space: str) -> str | None:
        """Return the class of a vocabulary that says most about one of ours.

        Args:
            our_class: Name of our class; those above it are asked next.
            space: Beginning of the IRIs of the vocabulary.
        """
        for name in self.ontology.cls(our_class).ancestors:
            for alignment in self.ontology.alignments[name]:
                if alignment.target.startswith(space):
                    return alignment.target
        return None

    def their_properties(self, name: str, their_class: str) -> Iterator[str]:
        """Yield the properties by which a vocabulary says one of ours, on a class of it."""
        line = self.line([their_class])
        space = _space(their_class)
        for alignment in self.ontology.alignments[name]:
            if alignment.target.startswith(space):
                owner = _owner(alignment.target)
                if owner is None or owner in line:
                    yield _bare(alignment.target)

    def line(self, classes: Iterable[str]) -> frozenset[str]:
        """Return classes of another vocabulary with all that are above them.

        Empty where one of them is not known there: nothing can be said then.
        """
        found: list[str] = list(classes)
        if any(c not in self.ontology.neighbours for c in found):
            return frozenset()
        for current in found:
            above = self.ontology.neighbours.get(current, ())
            found.extend(c for c in above if c not in found)
        return frozenset(found)

    @cached_property
    def relationship_types(self) -> dict[str, str]:
        """Name of the class or property that declares a relationship type, by type."""
        return {kind: term.name for kind, term in self.ontology.relationship_types()}


def _space(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _bare(term: str) -> str:
    """Return a term without the schema it is declared on.

    >>> _bare("https://schema.followthemoney.tech/#Thing:name")
    'https://schema.followthemoney.tech/#name'
    """
    if not term.startswith(FTM):
        return term
    schema, mark, name = term.removeprefix(FTM).partition(":")
    return FTM + (name if mark else schema)


def _owner(term: str) -> str | None:
    schema, mark, _ = term.removeprefix(FTM).partition(":")
    return FTM + schema if term.startswith(FTM) and mark else None


@cache
def aligned() -> Aligned:
    """Return the look-up of the ontology that is shipped."""
    return Aligned(load())
