"""Refused records, kept beside the ledger so that they can be corrected and loaded again.

One JSON object per line, whatever the format was: ``_form``, ``_line``, ``_reason``, and the
record; or ``_raw``, the line as it stood. Only its owner may read the file.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import msgspec
import orjson

from loaders.errors import LoadError
from loaders.graphs.frames import Quad, Record

ENDING = ".refused.jsonl"


class Kept:
    """Refused records of one load; the file appears with the first of them.

    Args:
        folder: Where the file goes; made if it is missing.
        name: Beginning of its name.
    """

    def __init__(self, folder: Path, name: str) -> None:
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        self.path = folder / f"{name}-{moment}{ENDING}"
        self.count = 0
        self._file: IO[bytes] | None = None

    def record(self, form: str, record: Record, reason: str) -> None:
        """Keep a record that was read and cannot enter."""
        fields = {name: getattr(record, name) for name in record.__struct_fields__}
        values = [
            {k: v for k, v in _named(value).items() if v not in ("", None)}
            for value in record.values
        ]
        said = {
            k: v for k, v in (fields | {"values": values}).items() if v not in ("", [], {}, None)
        }
        self._write({"_form": form, "_line": record.line, "_reason": reason, "record": said})

    def raw(self, form: str, line: int, text: str, reason: str) -> None:
        """Keep a line that could not be read."""
        self._write({"_form": form, "_line": line, "_reason": reason, "_raw": text})

    def quads(self, iri: str, reason: str, quads: list[Quad]) -> None:
        """Keep the statements about a node of RDF."""
        said = [list(msgspec.to_builtins(quad)) for quad in quads]
        self._write({"_form": "rdf", "_reason": reason, "id": iri, "quads": said})

    def _write(self, entry: dict[str, object]) -> None:
        try:
            body = orjson.dumps(entry, option=orjson.OPT_APPEND_NEWLINE)
            self._open().write(body)
        except OSError as error:
            raise LoadError(
                f"A refused record cannot be kept in {self.path}: {error.strerror}."
            ) from error
        self.count += 1

    def _open(self) -> IO[bytes]:
        if self._file is None:
            if self.count:
                self._file = self.path.open("ab")
            else:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                self._file = os.fdopen(descriptor, "wb")
        return self._file

    def close(self) -> None:
        """Close the file, if there is one; a further record opens it again."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _named(value: msgspec.Struct) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__struct_fields__}
