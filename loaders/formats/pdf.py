"""PDF as text: pages in order, lines joined to paragraphs; runs inside the locked process.

Owns where a paragraph ends when only lines are known. Refuses encrypted files and more pages
than the limit of rows allows.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from loaders.errors import LoadError
from loaders.formats.paged import Part
from loaders.tabular.limits import Limits

_MOST_PAGES = 1_000
_ENDS = re.compile(r"[.!?:;][\"”’')\]]*$")
_LIST = re.compile(r"^(?:\d{1,2}[.)]|[-•*–]|[a-z][.)])\s")


def warm_up() -> None:
    """Read a page made here, so that everything pypdf imports late is there."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=72, height=72)
    made = BytesIO()
    writer.write(made)
    for page in pypdf.PdfReader(BytesIO(made.getvalue())).pages:
        page.extract_text()


def parts(path: Path, limits: Limits) -> Iterator[Part]:
    """Yield the text of each page.

    Raises:
        LoadError: It is no PDF, damaged, encrypted, or too long.
    """
    try:
        with path.open("rb") as file:
            yield from _pages(pypdf.PdfReader(file), path, limits)
    # pypdf meets damaged files with errors of every kind; each means the same to the reader.
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError,
            RecursionError, NotImplementedError, AssertionError) as error:  # fmt: skip
        reason = " ".join(str(error).split())[:160] or type(error).__name__
        raise LoadError(f"{path} is damaged or no PDF: {reason}. Save it anew.") from error


def _pages(reader: pypdf.PdfReader, path: Path, limits: Limits) -> Iterator[Part]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise LoadError(f"{path} is encrypted. Save it without a password.")
    if len(reader.pages) > _MOST_PAGES:
        raise LoadError(
            f"{path} has {len(reader.pages):,} pages; an article has at most {_MOST_PAGES:,}. "
            "Split it."
        )
    title = reader.metadata.title if reader.metadata else None
    size = 0
    for page in reader.pages:
        text = paragraphs(page.extract_text())
        size += len(text)
        if size > limits.line:
            raise LoadError(f"{path} {limits.exceeded('line', f'{size:,} characters')}")
        yield Part(text, str(title).strip() if title else None)
        title = None


def paragraphs(text: str) -> str:
    r"""Return the lines of a page joined to paragraphs.

    A line goes on where it is long and does not end a sentence, or where it breaks a word.

    >>> paragraphs("Polda NTT menangkap tiga orang yang diduga mere-\nkrut pekerja.\n\nKupang")
    'Polda NTT menangkap tiga orang yang diduga merekrut pekerja.\n\nKupang'
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    width = max((len(line) for line in lines), default=0)
    made: list[str] = []
    is_open = False
    for line in lines:
        if not line:
            is_open = False
            continue
        if is_open and not _LIST.match(line):
            made[-1] = _joined(made[-1], line)
        else:
            made.append(line)
        # A full line goes on even behind a full stop; a short one only without it.
        share = 0.82 if _ENDS.search(line) else 0.6
        is_open = len(line) > max(40, share * width)
    return "\n\n".join(made)


def _joined(before: str, line: str) -> str:
    if re.search(r"[a-z]-$", before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
