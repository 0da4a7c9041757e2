"""Plain text as lines of cells: how it is encoded, and what parts a line, is found out once.

One separator holds for the whole file: what is chosen for each line anew reads
``A;B;0,5`` as an edge from ``A;B;0`` to ``5``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from loaders.errors import LoadError
from loaders.lists import Line
from loaders.tabular.encoding import detect
from loaders.tabular.limits import Limits, from_environment

_MAXIMUM_BYTES = 1 << 30
_SAMPLED = 100
_SEPARATORS = ("\t", ";", ",", "|")
"""What parts cells; of two that fit, the first: a comma may stand in a name or a number."""
_STATED = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
# networkx writes what it knows of an edge behind it.
_ATTRIBUTES = re.compile(r"\s\{.*\}\s*$")

_FOREIGN = {
    "graph": "DOT", "digraph": "DOT", "strict": "DOT", "<": "XML", "{": "JSON", "[": "JSON",
}  # fmt: skip
"""How files begin that are no list of edges."""
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DRAWN = (
    ("pajek", re.compile(r"\*(?:vertices|network)\b")),
    ("gml", re.compile(r"(?:creator|version|comment)\s+[\"\d]|graph\s*(?:\[|$)")),
    ("dl", re.compile(r"dl\b\s*(?:$|\w+\s*=)")),
    ("vna", re.compile(r"\*(?:node|tie)\s+(?:data|properties)\b")),
    ("matrix-market", re.compile(r"%%matrixmarket\b")),
)
"""How files begin that programs for networks write, in small letters."""


def lines(path: Path) -> Iterator[Line] | str:
    """Return the lines of a text, blank ones and comments passed over, or its graph format.

    Raises:
        LoadError: It is no text, too large, or written by a program that is not read.
    """
    if path.suffix.lower() in (".adjlist", ".sif"):
        raise LoadError(
            f"{path} has several ends in a line. Save it as GraphML or as a list of edges."
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            is_packed = file.read(4).startswith(_PACKED)
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    if size > _MAXIMUM_BYTES:
        raise LoadError(f"{path} is larger than 1 GiB; split it.")
    if is_packed:
        raise LoadError(f"{path} is packed, or a workbook of another name. Unpack or rename it.")
    numbered = _numbered(path, from_environment())
    sample = list(islice(numbered, _SAMPLED))
    if not sample:
        raise LoadError(f"{path} has no line that says anything. Export it again.")
    first = sample[0][1].strip()
    drawn = next((form for form, begins in _DRAWN if begins.match(first.lower())), None)
    if drawn is not None:
        return drawn
    _refuse_foreign(path, first)
    stated = _STATED.fullmatch(sample[0][1])
    if stated:
        sample = sample[1:]
    mark = stated[1] if stated else _separator([text for _, text in sample])
    return _parted(path, chain(sample, numbered), mark)


def _numbered(path: Path, limits: Limits) -> Iterator[tuple[int, str]]:
    encoding = detect(path)
    with path.open(encoding=encoding, newline=None) as file:
        number = 0
        # Bounded, so that a line of a gigabyte is never held.
        while line := file.readline(limits.line + 1):
            number += 1
            if len(line) > limits.line:
                raise LoadError(f"{path}:{number} {limits.exceeded('line', 'a longer one')}")
            if "\x00" in line:
                raise LoadError(f"{path}:{number} holds NUL characters: no text. Export it again.")
            if number > limits.rows:
                raise LoadError(f"{path} {limits.exceeded('rows', f'more than {limits.rows:,}')}")
            said = line.lstrip("\ufeff \t")
            if said.strip() and (said.lower().startswith("%%m") or said[0] not in "#%"):
                yield number, line.rstrip("\n").removeprefix("\ufeff")


def _refuse_foreign(path: Path, first: str) -> None:
    small = first.lower()
    word = re.split(r"[\s=,;\t\[{]", small, maxsplit=1)[0]
    is_alone = len(re.split(r"[\s]", small)) < 2 or word != small
    name = _FOREIGN.get(word) if is_alone and not _is_row(first) else None
    name = name or next((_FOREIGN[mark] for mark in "<{[" if small.startswith(mark)), None)
    if small.startswith("*"):
        name = "a part of Pajek's"
    if name is not None:
        raise LoadError(
            f"{path} looks like {name}, which is not read. Save it as GraphML, as GEXF, or as "
            "a list of edges with two columns."
        )


def _is_row(first: str) -> bool:
    """Tell whether a line has cells, so that a word at its start is a name."""
    return any(mark in first for mark in ("\t", ";", ","))


def _separator(texts: list[str]) -> str:
    """Return what most lines have outside quotes; a space if most have nothing else."""
    bare = [_QUOTED.sub("", _ATTRIBUTES.sub("", text)) for text in texts]
    counts = {mark: sum(mark in text for text in bare) for mark in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda mark: counts[mark])
    return best if counts[best] * 2 >= len(bare) else " "


def _parted(path: Path, numbered: Iterator[tuple[int, str]], mark: str) -> Iterator[Line]:
    start: int | None = None

    def texts() -> Iterator[str]:
        nonlocal start
        for number, text in numbered:
            # A quoted name may hold line ends; the row stands where it begins.
            start = start or number
            yield (_ATTRIBUTES.sub("", text).strip() if mark == " " else text) + "\n"

    reader = csv.reader(texts(), delimiter=mark, skipinitialspace=True, strict=True)
    try:
        for cells in reader:
            yield Line(start or 0, [cell.strip() for cell in cells])
            start = None
    except csv.Error as error:
        raise LoadError(
            f"{path}:{start}: the row that begins here cannot be read: {error}. Double every quote "
            "inside a quoted name, or remove it."
        ) from error
