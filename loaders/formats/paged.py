"""PDF and DOCX as text, read in a locked process.

Owns which endings need the locked reader and what it may cost. Offsets of claims count code
points of the text that comes back; the document keeps that text, so they can be followed.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import msgspec

from loaders import locked
from loaders.errors import LoadError
from loaders.tabular.limits import Limits, from_environment

ENDINGS = (".pdf", ".docx")
"""Endings of documents that are no plain text."""


class Order(msgspec.Struct, frozen=True):
    """What the locked reader is told."""

    path: str
    limits: Limits


class Part(msgspec.Struct, frozen=True):
    """What it answers, a page or a file at a time."""

    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Paged:
    """The text of a document and the title it gives itself."""

    text: str
    title: str | None


def read_paged(path: Path) -> Paged:
    """Return the text of a PDF or DOCX file.

    Raises:
        LoadError: The file is damaged, encrypted, a scan without text, or too costly to read;
            or pypdf is not installed.
    """
    if path.suffix.lower() == ".pdf" and importlib.util.find_spec("pypdf") is None:
        raise LoadError(
            f"{path}: reading PDF needs the package pypdf. Install Lacak with the extra "
            "`documents` (pip install 'lacak[documents]'), or save the text as .txt."
        )
    limits = from_environment()
    order = msgspec.msgpack.encode(Order(str(path.absolute()), limits))
    bounds = locked.Bounds(
        memory_mb=limits.memory,
        idle_seconds=limits.seconds,
        cpu_seconds=120,
        hint="Save the text as .txt, or set LACAK_LIMIT_MEMORY or LACAK_LIMIT_SECONDS higher.",
    )
    parts = [
        msgspec.msgpack.decode(body, type=Part)
        for body in locked.stream("loaders.formats.paged_worker", order, [path], bounds)
    ]
    text = "\n\n".join(part.text for part in parts if part.text.strip())
    if not text.strip():
        raise LoadError(
            f"{path} holds no text; it may be a scan. Run text recognition (OCR) over it first."
        )
    return Paged(f"{text.strip()}\n", next((p.title for p in parts if p.title), None))
