"""The small frozen values that every stage of extraction passes to the next.

Owns offsets and nothing else: each value names a stretch of the given text by Unicode code
points, end exclusive. Refuses to hold what is claimed about it; that is :mod:`loaders.text.draft`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Token:
    """One word, number or punctuation mark."""

    start: int
    end: int
    text: str


class Role(StrEnum):
    """What a line of a document is for."""

    FURNITURE = "furniture"
    SECTION = "section"
    TITLE = "title"
    BYLINE = "byline"
    CAPTION = "caption"
    HEADING = "heading"
    STAMP = "stamp"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the document (a paragraph, in most files) and what it is for."""

    start: int
    end: int
    text: str
    role: Role
    number: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block.

    Attributes:
        start, end: Code points in the document, end exclusive.
        text: The sentence as printed.
        role: Role of its block.
        block: Number of its block.
        number: Position among the document's sentences.
    """

    start: int
    end: int
    text: str
    role: Role
    block: int
    number: int


class Kind(StrEnum):
    """What a recognised stretch of text is; the value is its mark in a masked sentence."""

    PERSON = "PER"
    INITIALS = "INI"
    ORG = "ORG"
    PLACE = "LOC"
    POINT = "PNT"
    POST = "POS"
    TOPIC = "TOP"
    LAW = "LAW"
    REGULATION = "REG"
    DATE = "DAT"
    MONEY = "MON"
    COUNT = "CNT"
    DURATION = "DUR"
    AGE = "AGE"
    PHONE = "PHO"
    ACCOUNT = "ACC"
    PLATE = "PLT"
    HANDLE = "HAN"
    EMAIL = "EML"
    URL = "URL"
    NUMBER = "NUM"
    VESSEL = "VES"
    RANK = "RNK"


@dataclass(frozen=True, slots=True)
class Item:
    """A recognised stretch of text, before it is linked to an entity.

    Attributes:
        start, end: Code points in the document, end exclusive.
        text: As printed.
        kind: What it is.
        key: Canonical id or normalised value where the recogniser knows it (``org:kp2mi``,
            ``region:53``, an EDTF date, rupiah), else empty.
        cls: Ontology class of the entity it names, or empty for plain values.
        value: Parsed value for counts, money and the like.
        source: ``rule``, ``tagger``, or ``echo`` (a shorter form of a name seen before).
    """

    start: int
    end: int
    text: str
    kind: Kind
    key: str = ""
    cls: str = ""
    value: object = None
    source: str = "rule"

    @property
    def length(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    @property
    def is_day(self) -> bool:
        """Whether it is a date that is known to the day."""
        return self.kind is Kind.DATE and len(self.key) == len("2025-01-31")

    @property
    def original(self) -> str | None:
        """The words as printed, where they are not the normalised value itself."""
        return None if self.text == self.key else self.text


def overlap(first: Item | Token | Sentence, second: Item | Token | Sentence) -> bool:
    """Tell whether two stretches share a code point."""
    return first.start < second.end and second.start < first.end
