"""What the process that reads a graph says to the process that maps it.

Whatever the format, a file is a stream of records: one thing (or one link) that the file
describes, with its types and values as terms of the vocabulary it was written in. Nothing
is interpreted here; every value is text.
"""

from __future__ import annotations

import msgspec

LITERAL, IRI, REFERENCE = "l", "i", "r"
"""Kinds of value: a text, an IRI, the id of another record of the file's own namespace."""


class Value(msgspec.Struct, frozen=True, array_like=True):
    """One value of a record.

    Attributes:
        term: IRI of the property, or its name where the format has only names.
        text: The value as written.
        kind: :data:`LITERAL`, :data:`IRI` or :data:`REFERENCE`.
        datatype: IRI of the datatype of a literal, if stated.
        field: Name of the field it stood in, for the locator.
        valid: EDTF date or interval in which it held, if stated.
        original: The value as its source had it, if the file says so.
    """

    term: str
    text: str
    kind: str = LITERAL
    datatype: str = ""
    field: str = ""
    valid: str | None = None
    original: str | None = None


class Record(msgspec.Struct, frozen=True, array_like=True, tag="record"):
    """One thing or link that a file describes.

    Attributes:
        line: Where it starts, counting from 1; the number of the record where a format has
            no lines.
        id: Its id in the file.
        space: What kind of id that is: ``iri``, ``ftm``, ``stix``, ``local``.
        types: IRIs or names of its classes.
        values: What is said of it.
        link: Term of the relation, if the record is a link between two others.
        ends: Ids of the two ends of a link.
        dataset: Name of the part of the file that says so, if the file has parts.
        place: Where it stands, for the locator, if the id does not say it.
        tags: Words by which the file classifies it; one may mean a victim.
        victims: Ids that the record makes out to be victims.
        speakers: Ids of who says so, nearest the file first.
        is_part: Says one thing only; the rest of what it describes stands elsewhere.
        grades: ``modality``, ``credibility``, ``marking``, ``confidence``, if stated.
        own: IRI of the entity of ours that the record says it is, if it does.
    """

    line: int
    id: str
    space: str
    types: list[str]
    values: list[Value]
    link: str | None = None
    ends: tuple[str, str] | None = None
    dataset: str = ""
    place: str = ""
    tags: list[str] = []
    victims: list[str] = []
    speakers: list[str] = []
    is_part: bool = False
    grades: dict[str, str] = {}
    own: str = ""


class Quad(msgspec.Struct, frozen=True, array_like=True):
    """One statement of RDF.

    Attributes:
        subject: IRI, or ``_:`` and a number.
        predicate: IRI.
        object: IRI, blank node, or text.
        is_literal: Whether the object is a text.
        datatype: Datatype of a literal, or ``@`` and its language.
        graph: IRI of the graph; empty for the default graph.
    """

    subject: str
    predicate: str
    object: str
    is_literal: bool
    datatype: str
    graph: str


class Refused(msgspec.Struct, frozen=True, array_like=True, tag="refused"):
    """A part of a file that cannot be read: where, why, and what can be shown of it."""

    line: int
    reason: str
    raw: str


class Facts(msgspec.Struct, frozen=True, array_like=True, tag="facts"):
    """What a file says about itself: ``title``, ``publisher``, ``published``, ``url``."""

    values: dict[str, str]


class Records(msgspec.Struct, frozen=True, array_like=True, tag="records"):
    """A batch of records."""

    items: list[Record]


class Quads(msgspec.Struct, frozen=True, array_like=True, tag="quads"):
    """A batch of statements."""

    items: list[Quad]


class Request(msgspec.Struct, frozen=True, array_like=True):
    """What is to be read, and how; ``base`` is the IRI that relative ones hang on."""

    path: str
    form: str
    base: str
    limits: dict[str, int]


Frame = Facts | Records | Quads | Refused
Event = Facts | Record | Quad | Refused
"""What a reader yields; records and statements are batched on their way out."""

encode = msgspec.msgpack.Encoder().encode
decode_frame = msgspec.msgpack.Decoder(Frame).decode
decode_request = msgspec.msgpack.Decoder(Request).decode
