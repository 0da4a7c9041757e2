"""A graph file as a source of documents, rows and refusals."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs.detecting import FORMATS, detect
from loaders.graphs.frames import Facts, Quad, Quads, Record, Records, Refused
from loaders.graphs.keeping import Kept
from loaders.graphs.mapper import Mapper
from loaders.graphs.naming import Namer
from loaders.graphs.options import Options
from loaders.graphs.own import OwnClaims
from loaders.graphs.reading import read
from loaders.graphs.spool import QuadSpool, RecordSpool
from loaders.graphs.tally import Missing
from loaders.model import Item, Place, Refusal, Row
from loaders.tabular.limits import Limits, check_size
from ontology import edtf
from ontology.aligned import Aligned
from ontology.claim import Document
from ontology.errors import LacakError, ValueTypeError
from ontology.foreign import escape
from ontology.model import Ontology

_CHUNK = 1 << 20
_SHOWN = 200


class GraphSource:
    """One graph file.

    Args:
        path: The file.
        options: How it is cited, graded and read.
        ontology: Says what may be claimed.
        limits: What the file may cost.
        secret: Hides telling ids.
        kept: Where refused records are kept; ``None`` keeps none.

    Attributes:
        form: Name of its format.
        document: The document that its records are cited from.
        facts: What was found out about the file.
        merged: How many merged identities the file states; they are not taken over.

    Raises:
        LoadError: The file cannot be read, or is in no format that we know.
    """

    def __init__(
        self,
        path: Path,
        options: Options,
        ontology: Ontology,
        limits: Limits,
        *,
        secret: bytes,
        kept: Kept | None = None,
    ) -> None:
        options.check(ontology)
        self.path = path
        self.options = options
        self.ontology = ontology
        self.limits = limits
        self.kept = kept
        self.form = _form(path, options.form)
        self.facts: dict[str, str] = {}
        self.merged = 0
        check_size(path, limits)
        self._digest = _digest(path)
        self.document = self._document()
        self._secret = secret
        self._mapper = self._new_mapper()
        self._parts: dict[str, Document] = {}

    def _new_mapper(self) -> Mapper:
        namer = Namer(self._digest, self._secret, self.options.namespace)
        return Mapper(Aligned(self.ontology), namer, self.options)

    @property
    def name(self) -> str:
        """Name of the dataset."""
        return self.options.dataset

    @property
    def missing(self) -> list[Missing]:
        """What found no home in the ontology, most frequent first; known after the rows."""
        return self._mapper.missing()

    def size(self) -> int | None:
        """Return ``None``: records are not known before they are read."""
        return None

    def _document(self) -> Document:
        facts, options = self.facts, self.options
        stem = self.path.name.partition(".")[0].lower()
        slug = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40] or "graf"
        return Document(
            id=f"doc:{slug}-{self._digest[:12]}",
            cls="DataTable",
            dataset=options.dataset,
            title=options.title or facts.get("title") or self.path.name,
            publisher=options.publisher or facts.get("publisher"),
            published=options.published or _day(facts.get("published")),
            url=options.url or _address(facts.get("url")),
            reliability=options.reliability,
            sha256=self._digest,
        )

    # -- reading -----------------------------------------------------------------------

    def items(self) -> Iterator[Item]:
        """Yield documents, then every record with its claims, or its refusal.

        Raises:
            LoadError: The file cannot be read.
        """
        self._mapper = self._new_mapper()
        quads, records = QuadSpool(), RecordSpool()
        try:
            has_quads = self._fill(quads, records)
            self.document = self._document()
            if has_quads:
                quads.finish()
                yield from self._own(quads)
            yield from self._mapped(quads, records)
        finally:
            quads.close()
            records.close()
            if self.kept is not None:
                self.kept.close()

    def _fill(self, quads: QuadSpool, records: RecordSpool) -> bool:
        has_quads = False
        for frame in read(self.path, self.form, self._digest, self.limits):
            if isinstance(frame, Facts):
                self.facts |= frame.values
            elif isinstance(frame, Quads):
                has_quads = True
                quads.add(frame.items)
            else:
                records.add(frame)
                for record in frame.items if isinstance(frame, Records) else ():
                    self._mapper.name(record)
        return has_quads

    def _own(self, quads: QuadSpool) -> Iterator[Item]:
        own = OwnClaims(
            quads, self.ontology, self._mapper.namer, self.options, self.path, self._keep_quads
        )
        yield from own.items()
        self.merged = own.merged

    def _mapped(self, quads: QuadSpool, records: RecordSpool) -> Iterator[Item]:
        for record in self._records(quads, records):
            if isinstance(record, Record):
                self._mapper.learn(record)
        self._mapper.settle()
        is_cited = False
        for record in self._records(quads, records):
            if isinstance(record, Refused):
                yield self._unreadable(record)
                continue
            if not is_cited and not record.dataset:
                is_cited = True
                yield self.document
            yield from self._item(record)

    @staticmethod
    def _records(quads: QuadSpool, records: RecordSpool) -> Iterator[Record | Refused]:
        yield from records.items()
        yield from quads.records()

    def _item(self, record: Record) -> Iterator[Item]:
        place = Place(str(self.path), record.line)
        document = self._cited(record)
        if document.id not in self._parts and record.dataset:
            self._parts[document.id] = document
            yield document
        try:
            claims = self._mapper.claims(record, document.id)
        except LacakError as error:
            if self.kept is not None:
                self.kept.record(self.form, record, str(error))
            # What a record says of somebody is in the kept file; a screen shows where it stands.
            yield Refusal(place, f"{record.id or 'link'}: {error}", record.id[:_SHOWN])
        else:
            yield Row(place, claims)

    def _cited(self, record: Record) -> Document:
        """Return the document that says a record: its part of the file, or the file."""
        if not record.dataset:
            return self.document
        whole = self.document
        return Document(
            id=f"{whole.id}-{escape(record.dataset)[:80]}",
            cls=whole.cls,
            dataset=whole.dataset,
            title=f"{whole.title}: {record.dataset}",
            publisher=whole.publisher,
            published=whole.published,
            url=whole.url,
            reliability=whole.reliability,
            # One dataset in two files is one origin.
            origin=f"{self.form}:{record.dataset}",
            sha256=whole.sha256,
        )

    def _unreadable(self, refused: Refused) -> Refusal:
        if self.kept is not None:
            self.kept.raw(self.form, refused.line, refused.raw, refused.reason)
        return Refusal(Place(str(self.path), refused.line or None), refused.reason, refused.raw)

    def _keep_quads(self, iri: str, reason: str, quads: list[Quad]) -> None:
        if self.kept is not None:
            self.kept.quads(iri, reason, quads)


def _form(path: Path, stated: str | None) -> str:
    if stated is not None:
        if stated not in FORMATS:
            raise LoadError(f"There is no graph format {stated!r}. Choose {', '.join(FORMATS)}.")
        return stated
    found = detect(path)
    if found is None:
        raise LoadError(
            f"{path} is in no graph format that its content or ending shows. Say which: "
            f"--format-in {'|'.join(FORMATS)}."
        )
    return found


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    return digest.hexdigest()


def _day(text: str | None) -> str | None:
    """Return the day of a date or moment; ``None`` where a file says something else."""
    if text is None:
        return None
    try:
        return edtf.check(text.partition("T")[0], is_interval_allowed=False)
    except ValueTypeError:
        return None


def _address(text: str | None) -> str | None:
    return text if text is not None and text.startswith(("http://", "https://")) else None
