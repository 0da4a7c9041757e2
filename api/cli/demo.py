"""The demonstration: real public facts, one question of each user group, three pictures."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli import data, look
from api.cli.ask import query, show
from api.cli.output import Format, console
from api.cli.state import say

DECLARATION = "agr:ntt-deklarasi-tppo-2025-08-06"


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(demo)


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for pictures.")] = Path("out"),
) -> None:
    """Load the public record, answer one question of each user group, draw three pictures.

    Example: `lacak demo --out pictures`
    """
    data.load(None)
    _heading(
        "Penyidik: izin P3MI pada saat peristiwa",
        "Investigator: was the P3MI licensed when it happened?",
    )
    query("licence_at_event", None, Format.TABLE, 4)
    _heading(
        "Analis: angka yang diklaim, sebagai batas, tidak dijumlahkan",
        "Analyst: claimed counts as bounds, never added up",
    )
    query("counts_reconciled", ["measure=departures-prevented"], Format.TABLE, 12)
    _heading(
        "Kebijakan: satu deklarasi dengan sumber setiap barisnya",
        "Policy: one declaration with the source of every line",
    )
    show(DECLARATION, Format.TABLE)
    _heading("Gambar", "Pictures")
    look.partnership(out / "partnership.html")
    look.ego(DECLARATION, out / "declaration.html", hops=2, limit=150)
    look.path("org:kp2mi", "org:polda-riau", out / "path.html")
    here = _program()
    console.print(
        say(
            "Buka berkas itu di peramban; tidak perlu jaringan. Halaman hidup: "
            f"`{here} serve`, lalu http://127.0.0.1:8000. Pertanyaan lain: `{here} query`.",
            "Open the files in a browser; no network needed. Live page: "
            f"`{here} serve`, then http://127.0.0.1:8000. More questions: `{here} query`.",
        ),
        highlight=False,
    )


def _program() -> str:
    """Return how this program is called: by its name if the shell finds it, else by its path."""
    called = sys.argv[0]
    return Path(called).name if shutil.which(Path(called).name) == called else called


def _heading(indonesian: str, english: str) -> None:
    console.print()
    console.rule(f"[bold]{say(indonesian, english)}[/bold]", align="left")
