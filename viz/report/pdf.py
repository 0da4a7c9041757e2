"""Typesetting a pack with typst: pages and a raster of the picture, offline."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import orjson

from viz.errors import ReportError
from viz.report.content import Content

_RASTER = '#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg", width: 24cm)\n'


def typeset(content: Content, picture: str) -> tuple[bytes, bytes]:
    """Return (PDF of the pack, PNG of its picture).

    Args:
        content: What the pack says.
        picture: The network as SVG.

    Raises:
        ReportError: The optional package is missing, or the text cannot be set.
    """
    typst = _typst()
    with TemporaryDirectory(prefix="lacak-report-") as name:
        folder = Path(name)
        (folder / "data.json").write_bytes(orjson.dumps(asdict(content)))
        (folder / "picture.svg").write_text(picture, "utf-8")
        (folder / "raster.typ").write_text(_RASTER, "utf-8")
        template = files("viz.report").joinpath("template.typ").read_text("utf-8")
        (folder / "report.typ").write_text(template, "utf-8")
        try:
            pages: bytes = typst.compile(folder / "report.typ", root=folder, format="pdf")
            raster: bytes = typst.compile(
                folder / "raster.typ", root=folder, format="png", ppi=180.0
            )
        except typst.TypstError as error:
            raise ReportError(f"The pack could not be set: {error}. Please report this.") from error
    return pages, raster


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise ReportError(
            "Evidence packs need two optional packages. "
            "Install them: python -m pip install 'lacak[report]'"
        ) from error
    return typst
