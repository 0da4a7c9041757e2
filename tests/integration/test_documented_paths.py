"""What the documentation shows is run as it stands: every ``sh`` block of the pages below.

A page's blocks run in order, in one empty folder, with an empty Lacak of their own. Of
``console`` blocks, the lines after ``$`` are run. Add a page to ``PAGES`` to have it run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import engines

ROOT = Path(__file__).parents[2]

PAGES: dict[str, tuple[str, ...]] = {
    "docs/graph-formats.md": (
        # Of the RDF, of FollowTheMoney, of STIX, of GraphML.
        "2 rows = 2 accepted + 0 duplicates + 0 quarantined",
        "3 rows = 3 accepted + 0 duplicates + 0 quarantined",
        "PT Contoh Maju",
        "It carries every claim with its document",
        "Nothing was written.",
    ),
    "docs/tables.md": (
        "1 rows = 1 accepted + 0 duplicates + 0 quarantined",
        "2 rows = 2 accepted + 0 duplicates + 0 quarantined",
        "1 rows = 0 accepted + 0 duplicates + 1 quarantined",
        # The misspelt name, and the nearest right one.
        "'Kota Batm'. Nearest: 'kota batam'.",
        "Nothing was written.",
    ),
}
"""What running a page must print, by page."""

_BLOCK = re.compile(r"^```(?:sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="LOUD: no bash here")


def script(text: str) -> str:
    """Return the blocks of a page as one script."""
    blocks = []
    for found in _BLOCK.finditer(text):
        body = found[1]
        if found[0].startswith("```console"):
            body = "".join(line[2:] + "\n" for line in body.splitlines() if line.startswith("$ "))
        blocks.append(body)
    return "".join(blocks)


@pytest.fixture(scope="module")
def engine() -> Iterator[str]:
    """An engine that all commands attach to: starting one for each takes the most time."""
    with engines.embedded() as target:
        yield target.url


def test_blocks_are_found() -> None:
    page = "a\n```sh\nlacak x\n```\n```console\n$ lacak y\nanswer\n```\n```python\nno\n```\n"
    assert script(page) == "lacak x\nlacak y\n"


@pytest.mark.embedded
@pytest.mark.parametrize("page", list(PAGES))
def test_what_a_page_shows_runs(page: str, tmp_path: Path, engine: str) -> None:
    commands = script((ROOT / page).read_text("utf-8"))
    assert "lacak " in commands, f"{page} shows no command"
    folder, programs = tmp_path / "work", tmp_path / "bin"
    folder.mkdir()
    programs.mkdir()
    # The command of this installation, whatever the shell would find.
    (programs / "lacak").symlink_to(Path(sys.executable).with_name("lacak"))
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LACAK_")}
    done = subprocess.run(
        ["bash", "-eu", "-c", commands],
        cwd=folder,
        env={
            **kept,
            "LACAK_HOME": str(tmp_path / "home"),
            "LACAK_STORE_URL": engine,
            "LACAK_LANGUAGE": "en",
            "PATH": f"{programs}{os.pathsep}{kept['PATH']}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    said = " ".join((done.stdout + done.stderr).split())
    for sentence in PAGES[page]:
        assert sentence in said
