"""The wheel: built without a network, it carries everything that runs need.

``LACAK_TEST_WHEEL_DEMO=1`` also runs the whole demo out of it (some minutes).
"""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ontology", "graph", "loaders", "viz", "api")
NEEDED = (
    "ontology/core.ttl",
    "graph/catalogue/partnership_coverage.cypher",
    "graph/resolution/data/",
    "loaders/mappings/",
    "loaders/sources/public_record/records/",
    "loaders/sources/reference/regions.csv",
    "loaders/text/data/",
    "viz/assets/network.css",
    "viz/explorer/static/site.js",
    "viz/explorer/templates/base.html.j2",
    "viz/templates/",
)
TABLE = """\
dataset: wheel
document: {title: Wheel}
entities:
  person:
    class: Person
    key: nama
    properties: {name: nama}
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps",
         "--no-index", "--wheel-dir", str(folder), str(ROOT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.fixture(scope="module")
def bin_(wheel, tmp_path_factory) -> Path:
    """Programs of a fresh environment that has the wheel, and our dependencies, but no source."""
    folder = tmp_path_factory.mktemp("fresh")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    told = subprocess.run(
        [python, "-c", "import site; print(site.getsitepackages()[0])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    # Named in a .pth, its own .pth files are not read: the editable install stays unseen.
    paths = "\n".join(site.getsitepackages())
    (Path(told.stdout.strip()) / "dependencies.pth").write_text(paths)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
         "--no-index", "--no-compile", str(wheel)],
        capture_output=True, check=True,
    )  # fmt: skip
    return programs


def run(bin_: Path, home: Path, *arguments: str) -> str:
    """Run ``lacak`` of the wheel far from the source; return what it printed."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LACAK_", "PYTHON"))}
    done = subprocess.run(
        [bin_ / "lacak", *arguments],
        cwd=home, env={**kept, "LACAK_HOME": str(home / "lacak")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


@pytest.mark.parametrize("needed", NEEDED)
def test_it_carries_what_runs_need(names, needed):
    assert any(name.startswith(needed) for name in names)


def test_it_carries_every_file_of_the_packages(names):
    held = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    # Files that others are writing at this moment may come and go.
    appeared_since = {name for name in held - names if not (ROOT / name).exists()}
    assert held - names - appeared_since == set()


def test_it_carries_nothing_else(names):
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    assert not [name for name in names if name.endswith((".pyc", ".pkl", ".db"))]


def test_it_is_imported_from_the_wheel_alone(bin_, tmp_path):
    found = subprocess.run(
        [bin_ / "python", "-c", "import api, ontology; print(api.__file__, ontology.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(ROOT) not in found.stdout.replace(str(ROOT / ".venv"), "")


def test_commands_answer_from_it(bin_, tmp_path):
    assert "Declaration" in run(bin_, tmp_path, "schema", "--format", "json")
    listed = json.loads(run(bin_, tmp_path, "query", "--format", "json"))
    assert "partnership_coverage" in {row["name"] for row in listed}
    assert json.loads(run(bin_, tmp_path, "map", "list", "--format", "json"))


def test_its_locked_reader_reads_a_table(bin_, tmp_path):
    (tmp_path / "orang.csv").write_text("nama\nAni\nBudi\n")
    (tmp_path / "orang.yaml").write_text(TABLE)
    told = run(
        bin_, tmp_path, "load", "orang.csv", "--map", "orang.yaml", "--dry-run", "-f", "json"
    )
    assert json.loads(told)["accepted"] == 2


@pytest.mark.skipif(
    not os.environ.get("LACAK_TEST_WHEEL_DEMO"), reason="LOUD: set LACAK_TEST_WHEEL_DEMO=1"
)
def test_the_demo_runs_out_of_it(bin_, tmp_path):
    run(bin_, tmp_path, "demo")
    pictures = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"partnership.html", "declaration.html", "path.html"} <= pictures
