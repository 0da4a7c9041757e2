"""Reading and appending claims, documents, and decisions.

The only module that talks SQL to the ledger. Owns idempotence: ids are content hashes and
an existing id is skipped. Refuses to change or remove anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    Table,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql.compiler import SQLCompiler

from graph.batches import batches
from graph.errors import LedgerError
from graph.ledger import migrations, schema
from graph.ledger.rows import (
    Decision,
    DecisionKind,
    Stored,
    claim_of,
    claim_row,
    document_of,
    document_row,
    same_document,
)
from ontology.claim import Claim, Document
from ontology.model import Ontology, load

BATCH = 5_000
"""Claims per transaction: a crash loses at most one batch, which the next run repeats."""


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append did: ``added`` rows are new, ``duplicates`` were there already."""

    added: int
    duplicates: int

    def __add__(self, other: Appended) -> Appended:
        return Appended(self.added + other.added, self.duplicates + other.duplicates)


def now() -> str:
    """Return the present time as the ledger records it (UTC, ISO 8601, microseconds)."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    # WAL survives kill -9 and lets readers go on while one writer appends.
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=30000",
        "foreign_keys=ON",
        "cache_size=-65536",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def open_ledger(url: str, ontology: Ontology | None = None) -> Ledger:
    """Open a ledger, creating or migrating its tables.

    Args:
        url: SQLAlchemy URL, ``sqlite:///path`` or ``postgresql+psycopg://…``.
        ontology: Defaults to the one shipped.

    Raises:
        LedgerError: The address is not one we support, or the database does not open.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise LedgerError(
                f"A ledger lives in sqlite:///file or postgresql+psycopg://host/name, "
                f"not in {parsed.get_backend_name()!r}."
            )
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, OSError) as error:
        raise LedgerError(f"The ledger address {url!r} cannot be used: {error}") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _pragmas)
    try:
        with engine.begin() as connection:
            migrations.prepare(connection)
    except DBAPIError as error:
        engine.dispose()
        shown = parsed.render_as_string(hide_password=True)
        raise LedgerError(f"The ledger {shown} does not open: {error.orig}") from error
    return Ledger(engine, ontology or load())


class Ledger:
    """An open ledger. Safe to read from several threads; append from one."""

    def __init__(self, engine: Engine, ontology: Ontology) -> None:
        self.engine = engine
        self.ontology = ontology
        self._inserts: dict[str, SQLCompiler] = {}

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise LedgerError(f"The ledger could not be read: {error.orig}") from error

    @contextmanager
    def _append(self) -> Iterator[Connection]:
        try:
            with self.engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise LedgerError(f"The ledger could not be written: {error.orig}") from error

    def _insert(
        self, connection: Connection, table: Table, rows: Sequence[dict[str, object]]
    ) -> int:
        if not rows:
            return 0
        # Compiled once and run by the driver: SQLAlchemy's per-row processing of bound
        # values doubles the time of a load, and no column needs it.
        compiled = self._inserts.get(table.name)
        if compiled is None:
            insert = sqlite_insert if self.engine.dialect.name == "sqlite" else postgresql_insert
            columns = [c.name for c in table.c if c.name != "seq"]
            statement = insert(table).on_conflict_do_nothing(index_elements=["id"])
            compiled = statement.compile(dialect=self.engine.dialect, column_keys=columns)
            self._inserts[table.name] = compiled
        if compiled.positiontup is None:
            return connection.exec_driver_sql(str(compiled), list(rows)).rowcount
        pick = itemgetter(*compiled.positiontup)
        return connection.exec_driver_sql(str(compiled), [pick(row) for row in rows]).rowcount

    # -- appending ---------------------------------------------------------------------

    def add_document(self, document: Document) -> bool:
        """Append a document; return whether it is new.

        Raises:
            LedgerError: Another document has this id.
        """
        with self._append() as connection:
            if self._insert(connection, schema.documents, [document_row(document, now())]):
                return True
            rows = connection.execute(
                select(schema.documents).where(schema.documents.c.id == document.id)
            ).mappings()
            same_document([document_of(row) for row in rows] + [document])
            return False

    def add_claims(self, claims: Iterable[Claim]) -> Appended:
        """Append claims that are not there yet, in transactions of :data:`BATCH`.

        Claims must have passed :func:`ontology.claim.check`. Repeating the call after a
        crash completes it.
        """
        total = Appended(0, 0)
        for batch in batches(claims, BATCH):
            recorded = now()
            rows = [claim_row(claim, self.ontology, recorded) for claim in batch]
            with self._append() as connection:
                added = self._insert(connection, schema.claims, rows)
            total += Appended(added, len(rows) - added)
        return total

    def decide(self, kind: DecisionKind, left: str, right: str, who: str, why: str) -> Decision:
        """Append a decision and return it."""
        recorded = now()
        content = f"{kind}\x1f{left}\x1f{right}\x1f{who}\x1f{why}\x1f{recorded}"
        key = hashlib.blake2b(content.encode(), digest_size=8).hexdigest()
        decision = Decision(key, kind, left, right, who, why, recorded)
        row: dict[str, object] = {
            "id": key,
            "kind": kind,
            "left": left,
            "right": right,
            "who": who,
            "why": why,
            "recorded": recorded,
        }
        with self._append() as connection:
            self._insert(connection, schema.decisions, [row])
        return decision

    # -- reading -----------------------------------------------------------------------

    def documents(self, as_of: str | None = None) -> Iterator[Document]:
        """Yield documents in order of id, without their text."""
        table = schema.documents
        columns = [c for c in table.c if c.name != "text"]
        query = _until(select(*columns), table, as_of).order_by(table.c.id)
        with self._read() as connection:
            for row in connection.execute(query).mappings():
                yield document_of({**row, "text": None})

    def document(self, document_id: str) -> Document | None:
        """Return one document with its text, or ``None``."""
        query = select(schema.documents).where(schema.documents.c.id == document_id)
        with self._read() as connection:
            row = connection.execute(query).mappings().first()
            return document_of(row) if row else None

    def claims(self, as_of: str | None = None) -> Iterator[Stored]:
        """Yield claims in order of subject and id, streamed.

        Args:
            as_of: UTC time in ISO 8601; later claims are left out. ``None`` for all.
        """
        table = schema.claims
        query = _until(select(table), table, as_of).order_by(table.c.subject, table.c.id)
        yield from self._stream(query)

    def claims_of(self, entity_ids: Sequence[str]) -> list[Stored]:
        """Return the claims whose subject is one of the entities."""
        return self._in(schema.claims.c.subject, entity_ids)

    def claims_about(self, entity_ids: Sequence[str]) -> list[Stored]:
        """Return the claims whose value is one of the entities."""
        return [s for s in self._in(schema.claims.c.value, entity_ids) if self._refers(s.claim)]

    def claims_by_id(self, claim_ids: Sequence[str]) -> list[Stored]:
        """Return claims by id, in order of subject and id; unknown ids are left out."""
        return self._in(schema.claims.c.id, claim_ids)

    def known_ids(self, claim_ids: Sequence[str]) -> set[str]:
        """Return those of the claim ids that the ledger has."""
        found: set[str] = set()
        with self._read() as connection:
            for batch in batches(claim_ids, 500):
                query = select(schema.claims.c.id).where(schema.claims.c.id.in_(batch))
                found.update(connection.execute(query).scalars())
        return found

    def _refers(self, claim: Claim) -> bool:
        prop = self.ontology.properties.get(claim.property)
        return prop is not None and prop.is_entity

    def _in(self, column: object, keys: Sequence[str]) -> list[Stored]:
        table = schema.claims
        found: list[Stored] = []
        for batch in batches(keys, 500):
            condition = column.in_(batch)  # type: ignore[attr-defined]  # a Column
            query = select(table).where(condition).order_by(table.c.subject, table.c.id)
            found.extend(self._stream(query))
        return found

    def _stream(self, query: Select[tuple[object, ...]]) -> Iterator[Stored]:
        with self._read() as connection:
            result = connection.execution_options(yield_per=BATCH).execute(query).mappings()
            for row in result:
                yield Stored(id=row["id"], claim=claim_of(row), recorded=row["recorded"])

    def classes(self, as_of: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield (entity id, class name) of every class claim that is not a draft."""
        table = schema.claims
        query = _until(
            select(table.c.subject, table.c.value).where(table.c.property == "type").distinct(),
            table,
            as_of,
        )
        with self._read() as connection:
            for row in connection.execute(query).mappings():
                yield row["subject"], row["value"]

    def decisions(self, as_of: str | None = None) -> list[Decision]:
        """Return decisions in the order they were taken."""
        table = schema.decisions
        query = _until(select(table), table, as_of).order_by(table.c.seq)
        with self._read() as connection:
            return [
                Decision(**{k: row[k] for k in Decision.__slots__})
                for row in connection.execute(query).mappings()
            ]

    def state(self) -> str:
        """Return a text that changes whenever something is appended, and only then."""
        return " ".join(f"{name}={count}" for name, count in self.counts().items())

    def counts(self) -> dict[str, int]:
        """Return the number of rows of each table."""
        with self._read() as connection:
            return {
                str(table.name): connection.execute(
                    select(func.count()).select_from(table)
                ).scalar_one()
                for table in schema.APPEND_ONLY
            }


def _until(
    query: Select[tuple[object, ...]], table: Table, as_of: str | None
) -> Select[tuple[object, ...]]:
    return query if as_of is None else query.where(table.c.recorded <= as_of)
