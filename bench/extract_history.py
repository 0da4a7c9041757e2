"""First-look figures: each batch of golden articles against the code of the day it was written.

``python bench/extract_history.py`` takes the loaders from the commit before a batch was looked at,
runs them over the batch, and scores them against the annotation as it stands. Rules are tuned on
articles once those have been read, so later figures over them measure nothing; these do. Needs
the repository with its history.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parent.parent
BATCHES = {
    "i": "717f3e2",
    "j": "0567096",
    "k": "cc6a969",
    "l": "7555c17",
    "m": "afd1441",
    "n": "219091c",
    "o": "c8621c8",
    "p": "f059992",
    "q": "f5db2d3",
    "r": "20b1f58",
    "s": "a6ed882",
    "t": "fe35de4",
    "u": "49abb96",
    "v": "9fc9041",
    "w": "6e8a8dc",
    "x": "de655da",
    "y": "2a1382a",
    "z": "9e21316",
    "aa": "11b8e8e",
    "ab": "df8f61a",
    "ac": "3e50acc",
    "ad": "37568c8",
    "ae": "b5de24d",
    "af": "197bbff",
    "ag": "93efb03",
    "ah": "7aa3277",
    "ai": "54a2670",
}
"""Letter that the names of a batch begin with, and the last commit that had not seen it."""
_TREES = ("loaders", "ontology", "graph")
_SCORE = ("bench/extract_score.py", "tests/golden/text/articles")


def first_look(letter: str, commit: str) -> str:
    """Return what the scorer prints for a batch with the loaders of a commit."""
    with tempfile.TemporaryDirectory(prefix="lacak-history-") as folder:
        made = subprocess.run(
            ["git", "archive", commit, *_TREES], cwd=ROOT, check=True, capture_output=True
        )
        with tarfile.open(fileobj=BytesIO(made.stdout)) as archive:
            archive.extractall(folder, filter="data")
        bench = Path(folder) / "bench"
        bench.mkdir()
        text = (ROOT / _SCORE[0]).read_text(encoding="utf-8")
        articles = f"ARTICLES = Path({str(ROOT / _SCORE[1])!r})"
        lines = [articles if line.startswith("ARTICLES =") else line for line in text.splitlines()]
        (bench / "score.py").write_text("\n".join(lines), encoding="utf-8")
        found = subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path.insert(0, {folder!r}); "
             f"sys.argv = ['score', {letter!r}]; import runpy; "
             f"runpy.run_path({str(bench / 'score.py')!r}, run_name='__main__')"],
            cwd=folder, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
    return found.stdout or found.stderr


def main() -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("letter", nargs="*", default=list(BATCHES))
    for letter in parser.parse_args().letter:
        print(f"batch {letter} at {BATCHES[letter]}")
        print(first_look(letter, BATCHES[letter]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
