"""Who says what: quotations, indirect speech, pronouns that carry a speaker on.

Owns who is meant where :mod:`loaders.text.speaking` finds somebody named. Refuses quotations
whose speaker is not told: they are no statements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text import described, quoted, reported, speaking
from loaders.text.context import Context, Said
from loaders.text.draft import Sink
from loaders.text.patterns import Pattern
from loaders.text.registry import Registry
from loaders.text.spans import Block, Item, Kind, Role
from loaders.text.view import View

# "Ia sudah menonaktifkan UH": who spoke last goes on.
_PRONOUN_FIRST = Pattern(r"[\"“]?(?:Ia|Dia|Beliau)\b")
_NO_SUBJECT = Pattern(r"\b(?:bahwa|oleh|kepada|dengan|terhadap|dari)\s+$")
# Where one person alone has spoken so far, a paragraph may lie between.
_SKIPPED = -2


# "Petugas memburu pelaku lain berinisial AL": whom they are after does not speak.
_HUNTED = Pattern(
    r"(?i)\bme(?:mburu|ngejar|ncari|nangkap|ringkus|mbekuk|nciduk|nahan|nyelidiki|ndalami)\b[^.;\"“]*$"
)


@dataclass(frozen=True, slots=True)
class _Attribution:
    speaker: str
    evidence: tuple[int, int]
    confidence: float
    is_after: bool = False


class _Tracker:
    """Walks through a document and remembers who spoke last.

    Args:
        context: The document; found statements and anaphors are added to it.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.registry: Registry = context.registry
        self.sink: Sink = context.sink
        self.last = ""
        self.last_block = -9
        # The sentence of the paragraph before the one at hand.
        self.before: View | None = None
        # Whom the quotation at hand names: "X ini yang menjemput," is not said by X.
        self.named: frozenset[str] = frozenset()

    def run(self) -> None:
        """Find the statements of every body paragraph."""
        by_block: dict[int, list[View]] = {}
        for view in self.context.views:
            if view.sentence.role is Role.BODY:
                by_block.setdefault(view.sentence.block, []).append(view)
        for number, views in by_block.items():
            self._block(self.context.blocks[number], views)

    def _block(self, block: Block, views: list[View]) -> None:
        spans = quoted.spans(block)
        quoting: set[int] = set()
        told: set[int] = set()
        for start, end in spans:
            # Who spoke in the sentences before is whom "tuturnya" means.
            self._before(views, start, spans, told, block)
            inside = [v for v in views if v.sentence.start < end + 1 and start - 1 < v.sentence.end]
            self.before = _preceding(views, inside[0]) if inside else None
            self.named = self._named_in(inside, start, end)
            found = self._of_quote(inside)
            self.named = frozenset()
            if found is None and quoting:
                found = _Attribution(self.last, (start, end), 0.8) if self.last else None
            if found is None and self._is_whole(block, start, end) and self._is_near(block.number):
                found = _Attribution(self.last, (start, end), 0.7)
            if found is not None:
                quoting.update(v.sentence.number for v in inside)
                self._add(found, start, end, inside, is_direct=True)
                self.last_block = block.number
        for view in views:
            if view.sentence.number not in quoting | told:
                self._indirect(view, block)

    def _named_in(self, inside: list[View], start: int, end: int) -> frozenset[str]:
        people = [
            item
            for view in inside
            for item in view.items
            if item.kind in (Kind.PERSON, Kind.INITIALS) and start <= item.start < end
        ]
        return frozenset(self.registry.many(people))

    def _before(
        self,
        views: list[View],
        start: int,
        spans: list[tuple[int, int]],
        told: set[int],
        block: Block,
    ) -> None:
        for view in views:
            sentence = view.sentence
            has_quote = any(a < sentence.end + 1 and sentence.start < b + 1 for a, b in spans)
            if sentence.end <= start and not has_quote and sentence.number not in told:
                told.add(sentence.number)
                self._indirect(view, block)

    def _is_whole(self, block: Block, start: int, end: int) -> bool:
        return end - start >= 0.85 * (block.end - block.start)

    def _is_near(self, number: int) -> bool:
        return bool(self.last) and number - self.last_block == 1

    def _described(self, view: View) -> str:
        """Return the one person of the paragraph, or who spoke last in it."""
        block = view.sentence.block
        people = {
            id_
            for other in self.context.views
            if other.sentence.block == block
            for item in other.items
            if item.kind in (Kind.PERSON, Kind.INITIALS) and (id_ := self.registry.of(item))
        }
        if len(people) == 1:
            return people.pop()
        is_recent = self.last.startswith("per:") and self.last_block - block in (0, -1)
        speakers = {said.speaker for said in self.context.said}
        is_alone = speakers == {self.last} and self.last_block - block == _SKIPPED
        is_meant = is_recent or (is_alone and self.last.startswith("per:"))
        return self.last if is_meant and (not people or self.last in people) else ""

    def _of_quote(self, inside: list[View]) -> _Attribution | None:
        if not inside:
            return None
        last, first = inside[-1], inside[0]
        for rule in (speaking.AFTER, speaking.AFTER_APPOSED, speaking.AFTER_VERB):
            found = rule.search(last.masked)
            if found and (made := self._named(last, found, "speaker")):
                return made
        if found := speaking.AFTER_COURT.search(last.masked):
            return self._court(last, found)
        if found := speaking.AFTER_DESCRIBED.search(last.masked):
            return self._aged(last, found)
        for rule in (speaking.AFTER_PRONOUN, speaking.AFTER_PRONOUN_VERB):
            if found := rule.search(last.masked):
                return self._pronoun(
                    last, found, "nya" if found.groupdict().get("nya") else "pronoun"
                )
        return self._subject(first) or self._summed(last)

    def _aged(self, last: View, found: re.Match[str]) -> _Attribution | None:
        """Return whom ``pria 52 tahun itu`` means, and claim what that tells."""
        if speaker := self._described(last):
            described.claim(self.context, last, speaker, last.span(found, "what"))
        return _Attribution(speaker, last.span(found, "all"), 0.78) if speaker else None

    def _summed(self, last: View) -> _Attribution | None:
        """Return who is named behind a quotation: ``Demikian disampaikan Anwar``."""
        number = last.sentence.number + 1
        behind = self.context.views[number] if number < len(self.context.views) else None
        if behind is None or behind.sentence.block - last.sentence.block not in (0, 1):
            return None
        found = speaking.SUMMED.match(behind.masked)
        return self._named(behind, found, "speaker") if found else None

    def _named(self, view: View, found: re.Match[str], group: str) -> _Attribution | None:
        item = view.item(found, group)
        begin = found.start("all") if "all" in found.groupdict() else found.start()
        persons = view.within(begin, found.end(), Kind.PERSON)
        if item is not None and item.kind is Kind.ORG and persons:
            # "Perwakilan Polda Sulteng, Kompol Ronald Anis, memaparkan": the person speaks.
            item = persons[0]
        elif (
            item is not None
            and item.kind is Kind.ORG
            and (behind := speaking.FOR_GROUP.match(view.masked, found.end("speaker")))
        ):
            item = view.item(behind, "who")
        elif item is not None and speaking.OF_ANOTHER.search(
            view.masked, 0, found.start("speaker")
        ):
            # "Kuasa hukum JS, Rahmat Hidayat, membantah": not JS speaks.
            item = next((person for person in persons if person is not item), None)
        speaker = self._holder(item) if item and item.kind is Kind.POST else self.registry.of(item)
        if not speaker:
            return None
        start = view.offset(begin)
        while self.context.text[start] in '"”“, ':
            start += 1
        return _Attribution(speaker, (start, view.offset(found.end())), 0.92)

    def _is_continued(self, before: View) -> bool:
        """Whether a pronoun behind a sentence can still mean who spoke last.

        It cannot where that sentence, said by nobody, speaks of other persons; if it speaks of
        one other alone, the pronoun means that one.
        """
        number = before.sentence.number
        if any(number in said.views for said in self.context.said):
            return True
        people = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        ids = set(self.registry.many(people))
        if _PRONOUN_FIRST.match(before.masked) and self.last not in ids:
            return self._led_to(before)
        if not ids or self.last in ids:
            return True
        told = before.text[before.sentence.start : people[0].start]
        is_hunted = self.last in self.registry.posts_of and _HUNTED.search(told) is not None
        if is_hunted or (len(ids) == 1 and ids <= self.named):
            return True
        is_subject = _NO_SUBJECT.search(told) is None
        if len(ids) == 1 and is_subject and ids.isdisjoint(self.registry.posts_of):
            self.last = ids.pop()
            return True
        return False

    def _led_to(self, view: View) -> bool:
        """Whether ``Ia`` at the head of a sentence can mean who spoke last, by the one before it.

        "Jaksa A menuntut B. Ia belum mau berkomentar": not who spoke before A was told of.
        """
        earlier = self.context.before(view)
        return earlier is None or self._is_continued(earlier)

    def _holder(self, post: Item) -> str:
        """Return the one person of the document who holds a post named alone (``Kapolres``)."""
        word = post.text.casefold()
        holders = self.registry.by_head.get(word, set())
        # "Menteri menegaskan": the one whose post begins so.
        holders = holders or {
            person
            for head, persons in self.registry.by_head.items()
            if head.startswith(f"{word} ")
            for person in persons
        }
        if len(holders) != 1:
            return ""
        person = next(iter(holders))
        if person in self.registry.posts_of:
            self.registry.ids.setdefault((post.start, post.end), self.registry.posts_of[person])
        return person

    def _pronoun(self, view: View, found: re.Match[str], group: str) -> _Attribution | None:
        if not self.last.startswith("per:"):
            return None
        if self.before is not None and not self._is_continued(self.before):
            return None
        if self.last in self.named:
            return None
        span = view.span(found, group)
        self.context.anaphors[span] = self.last
        return _Attribution(self.last, span, 0.85)

    def _court(self, view: View, found: re.Match[str]) -> _Attribution | None:
        """Return the one judge or prosecutor of the document, whom ``kata hakim`` means."""
        people = {
            person
            for post, persons in self.registry.by_head.items()
            if found["who"] in post
            for person in persons
        }
        if len(people) != 1:
            return None
        return _Attribution(people.pop(), view.span(found, "all"), 0.8)

    def _subject(self, view: View) -> _Attribution | None:
        if found := speaking.THROUGH.search(view.masked):
            return self._named(view, found, "speaker")
        if found := speaking.SUBJECT.search(view.masked):
            is_filed = found["all"].endswith("melaporkan") and speaking.FILED.match(
                view.masked, found.end()
            )
            return None if is_filed else self._named(view, found, "speaker")
        if found := speaking.APPOSED.search(view.masked) or speaking.RECORDS.search(view.masked):
            return self._named(view, found, "speaker")
        if found := speaking.BY_POST.search(view.masked):
            return self._by_post(view, found)
        if found := speaking.SUBJECT_PRONOUN.search(view.masked):
            made = self._pronoun(view, found, "pronoun")
            return made and _Attribution(made.speaker, view.span(found, "all"), made.confidence)
        return None

    def _by_post(self, view: View, found: re.Match[str]) -> _Attribution | None:
        """Return the one person whom the document says to hold a post that is named alone."""
        post = self.registry.of(view.item(found, "post"))
        holders = [person for person, held in self.registry.posts_of.items() if held == post]
        if not post or len(holders) != 1:
            return None
        return _Attribution(holders[0], view.span(found, "all"), 0.85)

    def _pointed(self, view: View, found: re.Match[str]) -> _Attribution | None:
        """Return the one ministry or group that ``kementerian`` or ``lembaga itu`` means."""
        is_ministry = "kementerian" in found["what"].casefold()
        cls = "Ministry" if is_ministry else "CivilSocietyOrganization"
        meant = self.context.only_entity(cls)
        if not meant:
            return None
        self.context.anaphors[view.span(found, "what")] = meant
        return _Attribution(meant, view.span(found, "all"), 0.78)

    def _second(self, view: View, first: _Attribution) -> None:
        """Add what a second speaker says behind ``sementara`` in the same sentence."""
        found = speaking.SECOND.search(view.masked)
        made = self._named(view, found, "speaker") if found else None
        if found is not None and made is not None and made.speaker != first.speaker:
            start = view.offset(found.start("all"))
            self._add(made, start, view.sentence.end, [view], is_direct=False)

    def _indirect(self, view: View, block: Block) -> None:
        number = view.sentence.number
        before = self.context.views[number - 1] if number else None
        self.before = before if before and before.sentence.block == block.number else None
        found = self._subject(view) or self._other_indirect(view)
        if found is None:
            if speaking.SOMEBODY_SAYS.search(view.masked) or speaking.UNTOLD_SAYS.search(
                view.masked
            ):
                # Whom "tuturnya" means from here on has no name.
                self.last = ""
            self._remember_subject(view)
            return
        start, end = view.whole
        self._add(found, start, end, [view], is_direct=False)
        self._second(view, found)
        self.last_block = block.number

    def _other_indirect(self, view: View) -> _Attribution | None:
        for rule in (
            speaking.OPENING,
            speaking.ACCORDING,
            speaking.TRAILING,
            speaking.TRAILING_APPOSED,
            speaking.PASSIVE,
        ):
            if (found := rule.search(view.masked)) and (
                made := self._named(view, found, "speaker")
            ):
                return made
        for rule in (speaking.ACCORDING_DESCRIBED, speaking.SUBJECT_DESCRIBED):
            if found := rule.search(view.masked):
                return self._aged(view, found)
        if (found := speaking.POINTS.search(view.masked)) and (
            pointed := self._pointed(view, found)
        ):
            return pointed
        for rule in (speaking.ACCORDING_PRONOUN, speaking.TRAILING_PRONOUN):
            if (found := rule.search(view.masked)) and self.last.startswith("per:"):
                groups = found.groupdict()
                name = next((g for g in ("nya", "pronoun") if groups.get(g)), "all")
                return self._pronoun(view, found, name)
        return None

    def _remember_subject(self, view: View) -> None:
        """A person who opens a sentence with a post is who a following quote continues."""
        for holding in view.holdings:
            if holding.start - view.sentence.start <= 3:
                self.last = self.registry.of(holding.person) or self.last
        for rule in (speaking.APPOSED_SUBJECT, speaking.FOR_ANOTHER):
            if found := rule.search(view.masked):
                named = view.item(found, "who" if found["who"] else "from")
                self.last = self.registry.of(named) or self.last
        first = view.items[0] if view.items else None
        if first and first.kind is Kind.PERSON and first.start == view.sentence.start:
            self.last = self.registry.of(first) or self.last

    def _add(
        self, found: _Attribution, start: int, end: int, views: list[View], *, is_direct: bool
    ) -> None:
        if is_direct:
            parts = ((max(start, v.sentence.start), min(end, v.sentence.end)) for v in views)
            pieces, modality = quoted.trimmed(self.context.text, tuple(parts)), "quoted"
        else:
            pieces, modality = reported.words(views[0], found.evidence)
        said = Said(
            self.sink.fresh("stm", "s"), found.speaker, is_direct, start, end, found.evidence,
            pieces, tuple(v.sentence.number for v in views), found.confidence, modality,
        )  # fmt: skip
        self.context.said.append(said)
        if found.speaker.startswith("per:") or not self.last:
            self.last = found.speaker


def _preceding(views: list[View], first: View) -> View | None:
    at = views.index(first)
    return views[at - 1] if at else None


def find(context: Context) -> None:
    """Add the statements of a document, and the pronouns that name their speakers."""
    _Tracker(context).run()
