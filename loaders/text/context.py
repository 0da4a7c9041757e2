"""What every extractor of facts is given: the text, its views, its entities, and its voices."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from loaders.text.draft import PLAIN, Metadata, Sink, Voice
from loaders.text.patterns import Pattern
from loaders.text.registry import Registry
from loaders.text.spans import Block, Item, Role, Sentence
from loaders.text.view import View

_DENIED = Pattern(r"(?i)(?<!tidak )(?<!tak )\b(?:membantah|menyangkal|menampik|menepis|bantah)\b")


# Paragraphs of fewer sentences than this, on average, are no units of sense.
_FULL = 1.4
_FEW = 5


@dataclass(frozen=True, slots=True)
class Said:
    """A statement found in the text, before it is claimed.

    Attributes:
        id: Entity id of the statement.
        speaker: Entity id of who said it.
        is_direct: Quoted word for word.
        start, end: What was said; for a direct statement the words between the quotation marks.
        evidence: Offsets of the words that tell who spoke.
        pieces: Offsets of the quoted sentences, or of the words that report what was said.
        views: Numbers of the sentences it runs through.
        confidence: Lower where the speaker is carried over from the sentence before.
        modality: How the words are meant: quoted, reported, hoped for, judged, or denied.
    """

    id: str
    speaker: str
    is_direct: bool
    start: int
    end: int
    evidence: tuple[int, int]
    pieces: tuple[tuple[int, int], ...]
    views: tuple[int, ...]
    confidence: float = 0.9
    modality: str = "quoted"


@dataclass(slots=True)
class Context:
    """One document on its way to claims.

    Attributes:
        blocks, sentences, views: The text, finer each time; views follow sentences.
        said: Statements, in text order.
        events: Ids of the events and agreements found so far, by class, in text order.
        anaphors: Offsets of words that point back, with the id they point to.
        registry_items: Every recognised item, in text order.
    """

    text: str
    meta: Metadata
    document_id: str
    blocks: list[Block]
    sentences: list[Sentence]
    views: list[View]
    registry: Registry
    sink: Sink
    said: list[Said] = field(default_factory=list)
    events: dict[str, list[str]] = field(default_factory=dict)
    anaphors: dict[tuple[int, int], str] = field(default_factory=dict)
    registry_items: tuple[Item, ...] = ()
    chopped: bool | None = None

    def voice(self, offset: int) -> Voice:
        """Return who says what stands at an offset, and whether they deny it."""
        found = PLAIN
        for said in self.said:
            # "Hal itu disampaikan Anwar usai penggerebekan": of what is about, the author tells.
            if said.start <= offset < said.end and (said.is_direct or said.pieces):
                found = Voice("quoted" if said.is_direct else "reported", (said.speaker,))
                break
        return replace(found, modality="denied") if self.is_denied(offset) else found

    def is_denied(self, offset: int) -> bool:
        """Whether a verb of denial stands before an offset in its sentence."""
        line = self.sentence_at(offset)
        return line is not None and bool(_DENIED.search(self.text, line.start, offset))

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the last sentence that begins at or before an offset, or ``None``."""
        at = bisect_right([s.start for s in self.sentences], offset) - 1
        return self.sentences[at] if at >= 0 else None

    def body(self) -> list[View]:
        """Return the views of sentences that state facts: body and captions."""
        return [view for view in self.views if view.sentence.role in (Role.BODY, Role.CAPTION)]

    def before(self, view: View) -> View | None:
        """Return the sentence before one in the same paragraph, or ``None``."""
        return self._beside(view, -1)

    def after(self, view: View) -> View | None:
        """Return the sentence behind one in the same paragraph, or ``None``."""
        return self._beside(view, 1)

    def _beside(self, view: View, step: int) -> View | None:
        number = view.sentence.number + step
        if not 0 <= number < len(self.views):
            return None
        other = self.views[number]
        return other if self.are_together(view, other) else None

    def are_together(self, one: View, other: View) -> bool:
        """Whether two sentences share a paragraph, or stand in neighbours of a chopped article.

        Many outlets give each sentence a paragraph of its own: there a break says nothing.
        """
        apart = abs(one.sentence.block - other.sentence.block)
        if not apart:
            return True
        roles = {one.sentence.role, other.sentence.role}
        return apart == 1 and roles == {Role.BODY} and self._is_chopped()

    def _is_chopped(self) -> bool:
        if self.chopped is None:
            told = [s.block for s in self.sentences if s.role is Role.BODY]
            blocks = len(set(told))
            self.chopped = blocks >= _FEW and len(told) < blocks * _FULL
        return self.chopped

    def add_event(self, cls: str, id_: str) -> None:
        """Remember an event so that later words can point back to it."""
        self.events.setdefault(cls, []).append(id_)

    def only_entity(self, cls: str) -> str:
        """Return the id of the one thing of a class, or empty where there are several."""
        found = [entity.id for entity in self.sink.entities.values() if entity.cls == cls]
        return found[0] if len(found) == 1 else ""

    def only_event(self, *classes: str) -> str:
        """Return the id of the one event of some classes, or empty where there are several."""
        found = [id_ for cls in classes for id_ in self.events.get(cls, [])]
        return found[0] if len(set(found)) == 1 else ""
