"""Between reading and mapping: what was read, kept on disk until it is known as a whole.

Who is a victim, and of which class a thing is, may stand after what is said of it; and the
statements about one thing may lie apart. Both files are nameless and vanish with the process.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from loaders.graphs.frames import IRI, LITERAL, Quad, Record, Records, Refused, Value, encode

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_decode = msgspec.msgpack.Decoder(Records | Refused).decode


class RecordSpool:
    """Records in order of the file."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the spool
        self._sizes: list[int] = []

    def add(self, frame: Records | Refused) -> None:
        """Keep what was read."""
        body = encode(frame)
        self._file.write(body)
        self._sizes.append(len(body))

    def items(self) -> Iterator[Record | Refused]:
        """Yield everything again, from the beginning."""
        self._file.seek(0)
        for size in self._sizes:
            frame = _decode(self._file.read(size))
            if isinstance(frame, Refused):
                yield frame
            else:
                yield from frame.items

    def close(self) -> None:
        """Forget everything."""
        self._file.close()


class QuadSpool:
    """Statements of RDF, found again by subject."""

    def __init__(self) -> None:
        # An empty name is a private database on disk that nobody else can open.
        self._db = sqlite3.connect("")
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute(
            "CREATE TABLE quads (s TEXT, p TEXT, o TEXT, l INTEGER, d TEXT, g TEXT, n INTEGER "
            "PRIMARY KEY)"
        )
        self._db.execute("CREATE TABLE stated (s TEXT, p TEXT, o TEXT)")

    def add(self, quads: Iterable[Quad]) -> None:
        """Keep statements."""
        rows = (
            (q.subject, q.predicate, q.object, q.is_literal, q.datatype, q.graph) for q in quads
        )
        self._db.executemany("INSERT INTO quads (s, p, o, l, d, g) VALUES (?, ?, ?, ?, ?, ?)", rows)

    def finish(self) -> None:
        """Make what was kept ready to be looked up."""
        self._db.execute("CREATE INDEX by_subject ON quads (s)")

    def subjects_of_type(self, iri: str) -> list[str]:
        """Return everything that is said to be of a class, in alphabetical order."""
        rows = self._db.execute(
            "SELECT DISTINCT s FROM quads WHERE o = ? AND p = ? ORDER BY s", (iri, RDF_TYPE)
        )
        return [s for (s,) in rows]

    def about(self, subject: str) -> list[Quad]:
        """Return the statements about one thing, in order of the file."""
        rows = self._db.execute(
            "SELECT s, p, o, l, d, g FROM quads WHERE s = ? ORDER BY n", (subject,)
        )
        return [_quad(row) for row in rows]

    def pairs(self, predicate: str) -> list[tuple[str, str]]:
        """Return (object, subject) of every statement with a predicate."""
        rows = self._db.execute("SELECT DISTINCT o, s FROM quads WHERE p = ?", (predicate,))
        return [(o, s) for o, s in rows]

    def mark_stated(self, statements: Iterable[tuple[str, str, str]]) -> None:
        """Remember statements that claims of the file make."""
        self._db.executemany("INSERT INTO stated VALUES (?, ?, ?)", statements)

    def drop(self, subjects: Iterable[str]) -> None:
        """Forget everything about some things: they were parts of others."""
        self._db.executemany("DELETE FROM quads WHERE s = ?", ((s,) for s in subjects))

    def remove_stated(self, derived: Sequence[str], reported: Sequence[str] = ()) -> None:
        """Forget what claims of the file state, and what is computed from claims.

        Args:
            derived: Beginnings of predicates by which something computed is said; only of
                things that claims are about.
            reported: Values that stand for what claims state, where news alone states it; of
                the same things.
        """
        self._db.execute("CREATE INDEX by_statement ON stated (s, p, o)")
        self._db.execute(
            "DELETE FROM quads WHERE EXISTS (SELECT 1 FROM stated t WHERE t.s = quads.s AND "
            "t.p = quads.p AND t.o = quads.o)"
        )
        for beginning in derived:
            self._db.execute(
                "DELETE FROM quads WHERE substr(p, 1, ?) = ? AND "
                "EXISTS (SELECT 1 FROM stated t WHERE t.s = quads.s)",
                (len(beginning), beginning),
            )
        self._db.executemany(
            "DELETE FROM quads WHERE o = ? AND EXISTS (SELECT 1 FROM stated t WHERE t.s = quads.s)",
            ((value,) for value in reported),
        )

    def records(self) -> Iterator[Record]:
        """Yield one record per thing that is described, in alphabetical order."""
        rows = self._db.execute("SELECT s, p, o, l, d, g FROM quads ORDER BY s, n")
        for number, (subject, group) in enumerate(groupby(map(_quad, rows), _subject), 1):
            yield _record(number, subject, list(group))

    def close(self) -> None:
        """Forget everything."""
        self._db.close()


def _quad(row: tuple[str, str, str, int, str, str]) -> Quad:
    return Quad(row[0], row[1], row[2], bool(row[3]), row[4], row[5])


def _subject(quad: Quad) -> str:
    return quad.subject


def _record(number: int, subject: str, quads: list[Quad]) -> Record:
    # A statement that stands in several graphs is one statement.
    said = dict.fromkeys((q.predicate, q.object, q.is_literal, q.datatype) for q in quads)
    return Record(
        line=number,
        id=subject,
        space="iri",
        types=[o for p, o, is_literal, _ in said if p == RDF_TYPE and not is_literal],
        values=[
            Value(p, o, LITERAL if is_literal else IRI, datatype)
            for p, o, is_literal, datatype in said
            if p != RDF_TYPE
        ],
        place=subject,
    )
