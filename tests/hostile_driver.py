"""Reads the whole hostile corpus and notes what became of each file, and at what cost.

Run as a program by ``tests/integration/test_hostile_files.py``: only a process that starts
nothing but readers can say how much memory the readers took. Takes a folder and the file to
write the pickled :class:`Outcome` list to; prints the peak of the readers in kilobytes.
"""

from __future__ import annotations

import pickle
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import LoadError
from loaders.model import Refusal, Row
from loaders.tabular.limits import Limits
from loaders.tabular.mapping_file import read_mapping
from loaders.tabular.source import TableSource
from ontology.model import load
from tests import hostile

MAPPING = """
dataset: hostile
document: {title: Hostile}
entities:
  person:
    class: Person
    key: nik
    properties:
      name: nama
      birthDate: tanggal
"""


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    hostile: hostile.Hostile
    path: Path
    accepted: int
    refusals: tuple[Refusal, ...]
    error: str | None
    seconds: float
    flags: int


def outcomes(folder: Path) -> list[Outcome]:
    """Write the corpus into a folder and read every file of it."""
    ontology = load()
    file = folder / "mapping.yaml"
    file.write_text(MAPPING)
    mapping = read_mapping(file, ontology)

    def run(item: tuple[Path, hostile.Hostile]) -> Outcome:
        path, made = item
        began = time.monotonic()
        accepted, refusals, error = 0, [], None
        source = None
        try:
            source = TableSource(path, mapping, ontology, Limits(seconds=15), secret=b"test")
            for one in source.items():
                accepted += isinstance(one, Row)
                if isinstance(one, Refusal):
                    refusals.append(one)
        except LoadError as found:
            error = str(found)
        flags = len(source.flags) if source else 0
        seconds = time.monotonic() - began
        return Outcome(made, path, accepted, tuple(refusals), error, seconds, flags)

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, hostile.write(folder)))


def main(folder: str, to: str) -> None:
    """Read, pickle, print the peak."""
    # Under its importable name, so that the test can unpickle what was made here.
    from tests.hostile_driver import outcomes as read_all

    Path(to).write_bytes(pickle.dumps(read_all(Path(folder))))
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
