"""The locked process that reads one PDF or DOCX; started by :mod:`loaders.formats.paged`."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from loaders import locked
from loaders.formats.paged import Order, Part


def prepare(payload: bytes) -> None:
    """Import what the file's format needs, because afterwards nothing can be."""
    for name in (
        "cp437",
        "utf_8",
        "latin_1",
        "cp1252",
        "utf_16",
        "utf_16_be",
        "mac_roman",
        "ascii",
    ):
        importlib.import_module(f"encodings.{name}")
    order = msgspec.msgpack.decode(payload, type=Order)
    if order.path.lower().endswith(".docx"):
        importlib.import_module("loaders.formats.docx")
        return
    pdf = importlib.import_module("loaders.formats.pdf")
    pdf.warm_up()


def work(payload: bytes) -> Iterator[bytes]:
    """Yield parts of the text.

    Raises:
        LoadError: The file is no such document, or passes a limit.
    """
    order = msgspec.msgpack.decode(payload, type=Order)
    path = Path(order.path)
    parts: Iterator[Part]
    if path.suffix.lower() == ".docx":
        from loaders.formats import docx

        parts = docx.parts(path, order.limits)
    else:
        from loaders.formats import pdf

        parts = pdf.parts(path, order.limits)
    for part in parts:
        yield msgspec.msgpack.encode(part)


if __name__ == "__main__":
    locked.serve(prepare, work)
