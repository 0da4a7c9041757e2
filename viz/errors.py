"""Errors of pictures; the tree continues ``graph.errors``.

PictureError               a picture that cannot be drawn
└── PictureTooLargeError   more entities were asked for than a picture can carry
ReportError                an evidence pack cannot be written or read
"""

from __future__ import annotations

from ontology.errors import LacakError


class PictureError(LacakError):
    """A picture cannot be drawn; the message says why and what to do."""

    indonesian = "Gambar tidak dapat dibuat."


class PictureTooLargeError(PictureError):
    """More entities were asked for than a picture can carry."""

    indonesian = "Entitas yang diminta melebihi yang dapat dimuat satu gambar."

    def __init__(self, asked: int, most: int) -> None:
        super().__init__(
            f"A picture holds at most {most} entities, {asked} were asked for. "
            "Narrow the question (fewer hops, a time window, fewer relationship types), "
            "or export the table instead."
        )


class ReportError(LacakError):
    """An evidence pack cannot be written or read; the message says why and what to do."""

    indonesian = "Berkas bukti tidak dapat ditulis atau dibaca."
