"""Every command of ``docs/tables.md`` runs as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph.ledger.ledger import open_ledger
from loaders.tabular.limits import Limits
from loaders.tabular.opening import shipped_names

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "tables.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="LOUD: no bash here")


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> tuple[Path, str]:
    """The folder after all blocks ran in it, in order, and what they printed."""
    folder = tmp_path_factory.mktemp("page")
    programs = folder / "bin"
    programs.mkdir()
    (programs / "lacak").symlink_to(Path(sys.executable).with_name("lacak"))
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LACAK_")}
    done = subprocess.run(
        ["bash", "-eu", "-c", "\n".join(BLOCKS)],
        cwd=folder,
        env={
            **kept,
            "PATH": f"{programs}{os.pathsep}{kept['PATH']}",
            "LACAK_HOME": str(folder / "lacak"),
            "LACAK_LANGUAGE": "en",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    return folder, " ".join((done.stdout + done.stderr).split())


def test_the_commands_load_what_the_page_says(told):
    folder, _ = told
    ledger = open_ledger(f"sqlite:///{folder / 'lacak' / 'ledger.db'}")
    names = {s.claim.value for s in ledger.claims() if s.claim.property == "name"}
    ledger.close()
    assert {"PT Contoh", "P4MI Contoh", "P4MI Lain", "P4MI Salah"} <= names


def test_rows_are_accounted_for_and_refusals_say_why(told):
    _, text = told
    assert "1 rows = 0 accepted + 0 duplicates + 1 quarantined" in text
    assert "'Kota Batm'" in text
    assert "Nothing was written." in text


def test_a_draft_is_a_mapping(told):
    folder, _ = told
    assert "entities:" in (folder / "draf.yaml").read_text()


def test_the_page_names_every_shipped_mapping_and_every_limit():
    for name in shipped_names():
        assert f"`{name}`" in PAGE, name
    for name in Limits.__dataclass_fields__:
        assert f"_{name.upper()}`" in PAGE, name
