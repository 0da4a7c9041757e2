"""What an article says, for people: a block per thing, in the order of the text, with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from api.cli.output import shown
from api.cli.state import language, say
from graph.ledger.rows import Stored
from graph.services.words import Words
from loaders.text.draft import DraftClaim, Entity, Extraction
from ontology.claim import TYPE, Claim
from ontology.model import Class, Ontology

_NAMES = frozenset({"name", "abbreviation", "alias"})
_CALLED = ("name", "initials", "handle", "e164", "number")
"""Properties that call a thing, where it has no other name."""
_STATED = "stated"
_QUOTE = 90
_MOST_REFUSED = 10


def blocks(found: Extraction, ontology: Ontology) -> Iterator[RenderableType]:
    """Yield what is printed of an extraction: things, names that say no more, what was refused."""
    by_subject: dict[str, list[DraftClaim]] = {}
    for claim in sorted(found.claims, key=lambda claim: (claim.start, claim.end)):
        by_subject.setdefault(claim.subject, []).append(claim)
    printer = _Printer(found, ontology)
    only_named: list[Entity] = []
    for entity in sorted(found.entities, key=lambda one: _place(one, by_subject)):
        claims = [c for c in by_subject.get(entity.id, ()) if not printer.is_told_above(entity, c)]
        if claims or ontology.cls(entity.cls).is_relation:
            yield printer.block(entity, claims or by_subject.get(entity.id, []))
        elif entity.id != found.document_id:
            only_named.append(entity)
    if only_named:
        names = "; ".join(f"{e.caption} ({printer.label(e)})" for e in only_named)
        yield f"[bold]{say('Disebut saja', 'Only named')}[/bold] {escape(shown(names))}\n"
    yield from _refused(found)


def _place(entity: Entity, claims: dict[str, list[DraftClaim]]) -> tuple[int, int]:
    """Return where in the text more than the name of a thing is first told."""
    told = [c.start for c in claims.get(entity.id, ()) if c.property not in _NAMES]
    return (min(told, default=entity.start), entity.start)


def _refused(found: Extraction) -> Iterator[RenderableType]:
    if not found.refused:
        return
    lines = [
        f"  {escape(shown(_short(r.quote)))} [dim]{escape(r.reason)}[/dim]"
        for r in found.refused[:_MOST_REFUSED]
    ]
    more = len(found.refused) - len(lines)
    yield "\n".join(
        [
            f"[bold yellow]{say('Ditolak', 'Refused')}[/bold yellow]",
            *lines,
            *([f"  … +{more} (--format json)"] if more else []),
        ]
    )


class Told:
    """Drafts in words: what a thing is called, what is said of it, and how.

    Args:
        drafts: All that are shown together; names and classes are taken from them.
        ontology: What terms are called.
    """

    def __init__(self, drafts: Sequence[Stored], ontology: Ontology) -> None:
        self._ontology = ontology
        self._words = Words(ontology, language())
        claims = [stored.claim for stored in drafts]
        self._classes = {c.subject: c.value for c in claims if c.property == TYPE}
        self._names = {c.subject: c.value for c in claims if c.property == "alias"}
        self._names |= {c.subject: c.value for c in reversed(claims) if c.property in _CALLED}
        told = [c for c in claims if c.property != TYPE]
        self._told_of = {one for c in told for one in (c.subject, c.value)}

    def goes_with_another(self, claim: Claim) -> bool:
        """Tell whether a draft only says what a thing is of which another draft tells more."""
        return claim.property == TYPE and claim.subject in self._told_of

    def line(self, claim: Claim) -> str:
        """Return a draft as one line, with markup."""
        if claim.property == TYPE:
            what, value = say("adalah", "is"), self._words.of(claim.value)
        else:
            prop = self._ontology.property(claim.property)
            what = prop.label.in_(language())
            value = self._called(claim.value) if prop.is_entity else ""
            value = value or self._words.of(claim.value, claim.property)
        made = f"[bold]{escape(shown(self._called(claim.subject)))}[/bold] · {escape(what)} · "
        made += escape(shown(value)) + _manner(
            self._words, claim.modality, map(self._called, claim.attributed_to)
        )
        return f"{made} [dim]{claim.confidence:.2f}[/dim]"

    def _called(self, entity: str) -> str:
        if name := self._names.get(entity):
            return name
        cls = self._classes.get(entity)
        tail = entity.partition(":")[2].partition("-")[2] or entity
        return f"{self._ontology.cls(cls).label.in_(language())} {tail}" if cls else entity


class _Printer:
    """Knows the captions of an extraction and what terms are called."""

    def __init__(self, found: Extraction, ontology: Ontology) -> None:
        self._captions = {entity.id: entity.caption for entity in found.entities}
        self._captions[found.document_id] = say("artikel ini", "this article")
        self._ontology = ontology
        self._words = Words(ontology, language())

    def label(self, entity: Entity) -> str:
        """Return what the class of a thing is called."""
        return self._ontology.cls(entity.cls).label.in_(language())

    def is_told_above(self, entity: Entity, claim: DraftClaim) -> bool:
        """Tell whether the heading of a block says a claim already."""
        cls = self._ontology.cls(entity.cls)
        is_end = claim.property in (cls.source, cls.target) and self._shows_ends(entity, cls)
        return is_end or (claim.property in _NAMES and claim.value == entity.caption)

    def _shows_ends(self, entity: Entity, cls: Class) -> bool:
        return cls.is_relation and " – " in entity.caption

    def block(self, entity: Entity, claims: Sequence[DraftClaim]) -> RenderableType:
        """Return a heading and a line per claim: what, value, and the words that say so."""
        icon = self._ontology.cls(entity.cls).icon
        head = f"{icon} [bold]{escape(shown(entity.caption))}[/bold]"
        head += f"  [dim]{escape(self.label(entity))}[/dim]"
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="cyan", max_width=24)
        grid.add_column(overflow="fold", ratio=2)
        grid.add_column(overflow="fold", ratio=3, style="dim italic")
        before = ""
        for claim in claims:
            quote = "" if claim.quote == before else _short(claim.quote)
            before = claim.quote
            label = self._ontology.property(claim.property).label.in_(language())
            grid.add_row(
                escape(label), self._value(claim), escape(shown(f"“{quote}”")) if quote else ""
            )
        return Group(head, Padding(grid, (0, 0, 1, 3)))

    def _value(self, claim: DraftClaim) -> str:
        if claim.is_object:
            value = self._captions.get(claim.value) or self._words.of(claim.value.split(":")[-1])
        elif self._ontology.property(claim.property).value_type == "money":
            grouped = f"{int(claim.value):,}" if claim.value.isdecimal() else claim.value
            value = grouped.replace(",", ".") if language() == "id" else grouped
        else:
            value = self._words.of(claim.value, claim.property)
        speakers = (self._captions.get(one, one) for one in claim.attributed_to)
        return escape(shown(value)) + _manner(self._words, claim.modality, speakers)


def _manner(words: Words, modality: str, speakers: Iterable[str]) -> str:
    """Return with markup how something is said if not as a fact, and by whom."""
    how = f" [yellow]({escape(words.of(modality, 'modality'))})[/yellow]"
    who = ", ".join(speakers)
    says = f" [dim]{say('menurut', 'says')} {escape(shown(who))}[/dim]" if who else ""
    return (how if modality != _STATED else "") + says


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTE else f"{plain[: _QUOTE - 1]}…"
