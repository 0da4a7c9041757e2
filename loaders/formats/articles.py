"""An article as a source: its draft claims, each with the sentence that says it.

What reads Indonesian is loaded with the first article: its patterns take a second or two, which
other commands need not wait for.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import shorten

from loaders.errors import LoadError
from loaders.formats import paged
from loaders.formats.html import About, about, text_of
from loaders.model import Item, Place, Refusal, Row
from loaders.tabular.encoding import detect
from loaders.text.draft import Extraction, Metadata
from loaders.text.spans import Role
from ontology import edtf
from ontology.claim import Document
from ontology.errors import ValueTypeError

ENDINGS = (".txt", ".html", ".htm", *paged.ENDINGS)
"""Endings of articles."""

_MAXIMUM_BYTES = 4 << 20
_MAXIMUM_PAGED_BYTES = 64 << 20


def read_article(path: Path, meta: Metadata) -> tuple[str, Metadata]:
    """Return the text of an article and its metadata, completed from what the file says of itself.

    Offsets of claims count code points of this text: the file as given for plain text, the
    visible text for HTML, and the extracted text for PDF and DOCX.

    Raises:
        LoadError: The file cannot be read, is too large, or the date is no date.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    is_paged = path.suffix.lower() in paged.ENDINGS
    most = _MAXIMUM_PAGED_BYTES if is_paged else _MAXIMUM_BYTES
    if size > most:
        raise LoadError(f"{path} has {size:,} bytes; an article has at most {most:,}. Split it.")
    if meta.published is not None:
        try:
            edtf.check(meta.published, is_interval_allowed=False)
        except ValueTypeError as error:
            raise LoadError(f"--published: {error}") from error
    from loaders.text import documents

    text, title, said = _text(path, is_paged=is_paged)
    if not text.strip():
        raise LoadError(f"{path} holds no text.")
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40] or "artikel"
    return text, replace(
        meta,
        id=meta.id or f"doc:{slug}-{digest}",
        title=meta.title or title or _headline(text),
        published=meta.published or said.published or documents.stamped(text),
        publisher=meta.publisher or said.publisher,
        url=meta.url or said.url,
        cls=documents.class_of(text, meta.cls),
    )


_TITLE_LENGTH = 200


def _headline(text: str) -> str:
    """Return the title line of a text; the first sentence, cut between words, where none is."""
    from loaders.text import layout, letters

    lines = layout.blocks(text)
    found = next((line.text for line in lines if line.role is Role.TITLE), "")
    found = found or letters.title_of(text)
    found = found or re.split(r"(?<=[.!?])\s", lines[0].text if lines else text.strip())[0]
    return shorten(found, _TITLE_LENGTH, placeholder=" …")


def _text(path: Path, *, is_paged: bool) -> tuple[str, str | None, About]:
    if is_paged:
        found = paged.read_paged(path)
        return found.text, found.title, About()
    # No translation of line ends: offsets are those of the file.
    with path.open(encoding=detect(path), newline="") as file:
        text = file.read()
    if "\x00" in text:
        raise LoadError(f"{path} holds NUL characters, so it is no text. Save it as UTF-8 text.")
    if path.suffix.lower() in (".html", ".htm"):
        return *text_of(text), about(text)
    return text, None, About()


class ArticleSource:
    """One article; every draft claim is a row.

    Args:
        path: Plain text, HTML, PDF or DOCX.
        meta: What is known of it.
        dataset: Name of the dataset.

    Raises:
        LoadError: See :func:`read_article`.
    """

    def __init__(self, path: Path, meta: Metadata, dataset: str) -> None:
        from loaders.text.extract import extract
        from loaders.text.masking import Mask

        self.path = path
        self._name = dataset
        self.text, self.meta = read_article(path, meta)
        self.found: Extraction = extract(self.text, document=self.meta)
        self._mask = Mask(self.text, self.found.protected)

    @property
    def name(self) -> str:
        """Name of the dataset."""
        return self._name

    def size(self) -> int | None:
        """Return the number of draft claims and refusals."""
        return len(self.found.claims) + len(self.found.entities)

    def document(self) -> Document:
        """Return the article as a document with its text, names of victims blotted out."""
        meta = self.meta
        return Document(
            id=str(meta.id),
            cls=meta.cls,
            dataset=self._name,
            title=self._mask.of(str(meta.title)),
            publisher=meta.publisher,
            published=meta.published,
            url=meta.url,
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            text=self._mask.text,
        )

    def items(self) -> Iterator[Item]:
        """Yield the document, then one row per draft claim, then what was refused."""
        from loaders.text.extract import METHOD
        from loaders.text.output import to_claims

        yield self.document()
        for claim in to_claims(self.found, METHOD, self.text):
            yield Row(self._place(claim.start or 0), (self._mask.claim(claim),))
        for refusal in self.found.refused:
            yield Refusal(self._place(refusal.start), refusal.reason, refusal.quote)

    def _place(self, start: int) -> Place:
        return Place(str(self.path), self.text.count("\n", 0, start) + 1)
