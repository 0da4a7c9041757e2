"""Refused rows, kept beside the ledger so that they can be corrected and loaded again.

A quarantine file is a CSV with the columns of the input, then ``_line`` and ``_reason``, and
``_raw`` where a line could not be told apart into cells. Only its owner may read it.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from loaders.errors import LoadError

REASON, LINE, RAW = "_reason", "_line", "_raw"
_OWN = (LINE, REASON, RAW)

HEADER_END = f",{LINE},{REASON},{RAW}"
"""End of the header of every file of refused rows; by it they are known."""

# What a spreadsheet would run when the file is opened for correction.
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_CALLS = frozenset("(|!")


class Quarantine:
    """Refused rows of one load; the file appears with the first of them.

    Args:
        folder: Where the file goes; made if it is missing.
        name: Beginning of its name.
    """

    def __init__(self, folder: Path, name: str) -> None:
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        self.path = folder / f"{name}-{moment}.csv"
        self.count = 0
        self._columns: list[str] = []
        self._file: TextIO | None = None

    def add(
        self, columns: Sequence[str], cells: Sequence[str | None], line: int, reason: str
    ) -> None:
        """Write one refused row.

        Args:
            columns: Columns as known when the row was read.
            cells: Its cells; if their number is another, they go to ``_raw``.
            line: Where it stood.
            reason: Why it was refused.

        Raises:
            LoadError: The file cannot be written.
        """
        try:
            writer = csv.writer(self._open(columns), lineterminator="\n")
            found = dict(zip(columns, cells, strict=False)) if len(cells) <= len(columns) else {}
            # Names that a JSON file brings after the first refusal have no column here.
            fits = len(cells) == len(columns) and found.keys() <= {*self._columns, *_OWN}
            row = [shield(found.get(c) or "") for c in self._columns] if fits else []
            row += [""] * (len(self._columns) - len(row))
            raw = "" if fits else " | ".join(c or "" for c in cells)
            writer.writerow([*row, str(line), reason, shield(raw)])
        except OSError as error:
            raise LoadError(
                f"The refused row {line} cannot be kept in {self.path}: {error.strerror}."
            ) from error
        self.count += 1

    def _open(self, columns: Sequence[str]) -> TextIO:
        if self._file is not None:
            return self._file
        if self.count:
            self._file = self.path.open("a", encoding="utf-8", newline="")
        else:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            self._file = os.fdopen(descriptor, "w", encoding="utf-8", newline="")
            self._columns = [c for c in columns if c not in _OWN]
            header = [*self._columns, *_OWN]
            csv.writer(self._file, lineterminator="\n").writerow(header)
        return self._file

    def close(self) -> None:
        """Close the file, if there is one; a further row opens it again."""
        if self._file is not None:
            self._file.close()
            self._file = None


def is_quarantine(path: Path) -> bool:
    """Tell whether a file holds refused rows, to be read as Lacak wrote it.

    Raises:
        LoadError: The file cannot be read.
    """
    try:
        with path.open("rb") as file:
            header = file.readline(1 << 20)
    except OSError as error:
        raise LoadError(f"{path} cannot be read: {error.strerror}.") from error
    return header.decode(errors="replace").rstrip().endswith(HEADER_END)


def shield(cell: str) -> str:
    """Return a cell that no spreadsheet runs; the apostrophe is taken off at the next load.

    >>> shield("=1+1"), shield("+62 812 3456"), shield("@akun")
    ("'=1+1", '+62 812 3456', '@akun')
    """
    is_formula = cell.startswith("=") or (cell.startswith(_RUNS) and not _CALLS.isdisjoint(cell))
    return f"'{cell}" if is_formula else cell


def unshield(cell: str) -> str:
    """Return the cell as it was before :func:`shield`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_RUNS) else cell
