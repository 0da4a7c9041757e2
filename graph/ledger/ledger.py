"""Reading and appending claims, documents, and decisions.

The only module that talks SQL to the ledger. Owns idempotence: ids are content hashes and
an existing id is skipped. Refuses to change or remove anything.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

import polars as pl
from sqlalchemy import Column, Connection, Engine, Select, Table, bindparam, collate, func, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError

from graph.batches import batches
from graph.errors import LedgerError
from graph.ledger import migrations, schema
from graph.ledger.blocks import Block, block_of, block_row, merged
from graph.ledger.database import Moment, connect, for_reading, for_writing
from graph.ledger.moments import moment, now
from graph.ledger.rows import (
    CLAIM_COLUMNS,
    Decision,
    DecisionKind,
    Stored,
    Values,
    claim_row,
    document_of,
    document_row,
    same_document,
    stored_of,
)
from ontology.claim import TYPE, Claim, Document
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


def open_ledger(url: str, ontology: Ontology | None = None) -> Ledger:
    """Open a ledger, creating or migrating its tables.

    Args:
        url: SQLAlchemy URL, ``sqlite:///path`` or ``postgresql+psycopg://…``.
        ontology: Defaults to the one shipped.

    Raises:
        LedgerError: The address is not one we support, or the database does not open.
    """
    engine = connect(url)
    try:
        with for_writing(engine).begin() as connection:
            migrations.prepare(connection)
    except DBAPIError as error:
        engine.dispose()
        shown = engine.url.render_as_string(hide_password=True)
        raise LedgerError(f"The ledger {shown} does not open: {error.orig}") from error
    except LedgerError:
        engine.dispose()
        raise
    return Ledger(engine, ontology or load())


class ClassClaim(NamedTuple):
    """A claim that an entity is of a class, with what decides whether it stands."""

    id: str
    subject: str
    class_name: str
    is_draft: bool


class Ledger:
    """An open ledger. Safe to read from several threads; append from one."""

    def __init__(self, engine: Engine, ontology: Ontology) -> None:
        self.engine = engine
        self.ontology = ontology
        self._inserts = {table.name: _insert(engine, table) for table in schema.APPEND_ONLY}
        self._subjects: dict[int, pl.Series] = {}
        self._moment = Moment()
        subject = schema.claims.c.subject
        # As Python orders texts, whatever the language of the server.
        is_bytewise = engine.dialect.name == "sqlite"
        self._order = (subject if is_bytewise else collate(subject, "C"), schema.claims.c.id)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction in which everything that is read is of one moment.

        Raises:
            LedgerError: The database fails.
        """
        try:
            if self._moment.connection is not None:
                yield self._moment.connection
                return
            with for_reading(self.engine).connect() as connection:
                yield connection
        except DBAPIError as error:
            raise LedgerError(f"The ledger could not be read: {error.orig}") from error

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Have all that this thread reads be of one moment, whatever others append meanwhile.

        Raises:
            LedgerError: The database fails.
        """
        before = self._moment.connection
        with self.reading() as connection:
            self._moment.connection = connection
            try:
                yield
            finally:
                self._moment.connection = before

    @contextmanager
    def appending(self) -> Iterator[Connection]:
        """Open a transaction that appends; it is kept whole or not at all.

        Raises:
            LedgerError: The database fails or refuses.
        """
        try:
            with for_writing(self.engine).begin() as connection:
                yield connection
        except DBAPIError as error:
            raise LedgerError(f"The ledger could not be written: {error.orig}") from error

    def insert(self, connection: Connection, table: Table, rows: Sequence[Values]) -> int:
        """Insert rows whose id is not there yet; return how many were new.

        Args:
            connection: From :meth:`appending`.
            table: One of :data:`graph.ledger.schema.APPEND_ONLY`.
            rows: Values in order of the table's columns, without ``seq``.
        """
        if not rows:
            return 0
        return connection.exec_driver_sql(self._inserts[table.name], list(rows)).rowcount

    # -- appending ---------------------------------------------------------------------

    def add_document(self, document: Document) -> bool:
        """Append a document; return whether it is new.

        Raises:
            LedgerError: Another document has this id.
        """
        return self.add_documents([document]) == 1

    def add_documents(self, documents: Sequence[Document]) -> int:
        """Append documents in one transaction; return how many are new.

        Raises:
            LedgerError: Another document has the id of one of them; none is appended.
        """
        recorded = now()
        rows = [document_row(document, recorded) for document in documents]
        with self.appending() as connection:
            added = self.insert(connection, schema.documents, rows)
            if added < len(rows):
                _check_same(connection, documents)
        return added

    def add_claims(self, claims: Iterable[Claim]) -> Appended:
        """Append claims that are not there yet, in transactions of :data:`BATCH`.

        Claims must have passed :func:`ontology.claim.check`. Repeating the call after a
        crash completes it.
        """
        total = Appended(0, 0)
        for batch in batches(claims, BATCH):
            with self.appending() as connection:
                rows = self._rows(batch, self._held(connection, batch))
                added = self.insert(connection, schema.claims, rows)
            total += Appended(added, len(batch) - added)
        return total

    def add_each(self, claims: Sequence[Claim]) -> list[bool]:
        """Append claims in one transaction; tell of each whether it is new.

        A claim that stands twice in the sequence is new only the first time.
        """
        rows = self._rows(claims)
        with self.appending() as connection:
            held = self._held(connection, claims)
            last = connection.execute(_LAST).scalar_one() or 0
            # In order of the index of ids, so that neighbours are written together.
            fitting = sorted((row for row in rows if row[0] not in held), key=itemgetter(0))
            added = self.insert(connection, schema.claims, fitting)
            if added == len(rows):
                return [True] * added
            # Writers take turns, so that every later number is of this call.
            fresh = set(connection.execute(_NEW, {"last": last}).scalars()) if added else set()
        is_new = []
        for row in rows:
            is_new.append(row[0] in fresh)
            fresh.discard(row[0])
        return is_new

    def _rows(self, claims: Iterable[Claim], held: Collection[str] = ()) -> list[Values]:
        recorded = now()
        made = (claim_row(claim, claim.id, self.ontology, recorded) for claim in claims)
        return [row for row in made if row[0] not in held]

    def add_block(self, block: Block, claims: Sequence[Claim] = ()) -> int:
        """Append a block, and claims beside it, in one transaction; return how many claims.

        Nothing of them may be in the ledger yet: whoever makes a block knows that its
        document is new, and tells rows that repeat each other apart.
        """
        recorded = now()
        with self.appending() as connection:
            self.insert(connection, schema.blocks, [block_row(block, recorded)])
            added = self.insert(connection, schema.claims, self._rows(claims))
        return added + block.size

    def has_block(self, block_id: str) -> bool:
        """Tell whether the ledger has a block."""
        query = select(schema.blocks.c.seq).where(schema.blocks.c.id == block_id)
        with self.reading() as connection:
            return connection.execute(query).first() is not None

    def _held(self, connection: Connection, claims: Iterable[Claim]) -> set[str]:
        """Return the ids of those claims that a block holds."""
        table = schema.blocks
        within: dict[str, list[int]] = defaultdict(list)
        for document, seq in connection.execute(select(table.c.document, table.c.seq)):
            within[document].append(seq)
        if not within:
            return set()
        subjects = {c.subject: c.document for c in claims if c.document in within}
        asked = pl.Series(list(subjects), dtype=pl.String)
        found: set[str] = set()
        for seq in sorted({seq for document in set(subjects.values()) for seq in within[document]}):
            # Hashes tell of most entities that a block does not know them, without opening it.
            hits = asked.filter(asked.hash().is_in(self._within(connection, seq).implode()))
            if hits.len():
                found.update(s.id for s in _block(connection, seq).of(hits.to_list()))
        return found

    def _within(self, connection: Connection, seq: int) -> pl.Series:
        """Return the hashes of those that a block tells of."""
        if seq not in self._subjects:
            self._subjects[seq] = _block(connection, seq).subjects().hash().unique().sort()
        return self._subjects[seq]

    def told_of(self, document: str) -> pl.Series:
        """Return the hashes of the entities that a document told the ledger of, each once."""
        within = select(schema.blocks.c.seq).where(schema.blocks.c.document == document)
        alone = select(schema.claims.c.subject).where(schema.claims.c.document == document)
        with self.reading() as connection:
            subjects = list(connection.execute(alone.distinct()).scalars())
            found = [pl.Series(subjects, dtype=pl.String).hash()]
            found += [self._within(connection, seq) for (seq,) in connection.execute(within)]
        return pl.concat(found).unique()

    def decide(self, kind: DecisionKind, left: str, right: str, who: str, why: str) -> Decision:
        """Append a decision and return it."""
        recorded = now()
        content = f"{kind}\x1f{left}\x1f{right}\x1f{who}\x1f{why}\x1f{recorded}"
        key = hashlib.blake2b(content.encode(), digest_size=8).hexdigest()
        decision = Decision(key, kind, left, right, who, why, recorded)
        row = (key, kind, left, right, who, why, recorded)
        with self.appending() as connection:
            self.insert(connection, schema.decisions, [row])
        return decision

    # -- reading -----------------------------------------------------------------------

    def documents(self, as_of: str | None = None) -> Iterator[Document]:
        """Yield documents in order of id, without their text."""
        table = schema.documents
        columns = [c for c in table.c if c.name != "text"]
        query = _until(select(*columns), table, as_of).order_by(table.c.id)
        with self.reading() as connection:
            for row in connection.execute(query).mappings():
                yield document_of({**row, "text": None})

    def first_recorded(self) -> str | None:
        """Return when the first document was recorded; no claim is older. ``None`` if empty."""
        with self.reading() as connection:
            first: str | None = connection.scalar(select(func.min(schema.documents.c.recorded)))
            return first

    def document(self, document_id: str) -> Document | None:
        """Return one document with its text, or ``None``."""
        query = select(schema.documents).where(schema.documents.c.id == document_id)
        with self.reading() as connection:
            row = connection.execute(query).mappings().first()
            return document_of(row) if row else None

    def claims(self, as_of: str | None = None) -> Iterator[Stored]:
        """Yield claims in order of subject and id, streamed.

        Args:
            as_of: UTC time in ISO 8601; later claims are left out. ``None`` for all.
        """
        query = _until(select(*_COLUMNS), schema.claims, as_of).order_by(*self._order)
        with self.reading() as connection:
            blocks = list(_blocks(connection, as_of=as_of))
            rows = _stream(connection, query)
            yield from merged(rows, blocks) if blocks else rows

    def claims_of(self, entity_ids: Sequence[str]) -> list[Stored]:
        """Return the claims whose subject is one of the entities."""
        with self.reading() as connection:
            found = self._in(connection, schema.claims.c.subject, entity_ids)
            for block in _blocks(connection, entity_ids):
                found.extend(block.of(entity_ids))
        return found

    def claims_about(self, entity_ids: Sequence[str]) -> list[Stored]:
        """Return the claims whose value is one of the entities."""
        with self.reading() as connection:
            rows = self._in(connection, schema.claims.c.value, entity_ids)
            found = [s for s in rows if self._refers(s.claim)]
            for block in _blocks(connection, entity_ids):
                found.extend(block.about(entity_ids))
        return found

    def claims_by_id(self, claim_ids: Sequence[str]) -> list[Stored]:
        """Return claims by id; unknown ids are left out.

        Ids that are not found at once are looked for in every block, which takes a minute
        for a million rows.
        """
        with self.reading() as connection:
            found = self._in(connection, schema.claims.c.id, claim_ids)
            wanted = set(claim_ids).difference(s.id for s in found)
            for block in _blocks(connection) if wanted else ():
                runs = block.sorted()
                found += [s for run in runs for _, group in run for s in group if s.id in wanted]
        return found

    def known_ids(self, claim_ids: Sequence[str]) -> set[str]:
        """Return those of the claim ids that the ledger has; as slow as :meth:`claims_by_id`."""
        return {stored.id for stored in self.claims_by_id(claim_ids)}

    def _refers(self, claim: Claim) -> bool:
        prop = self.ontology.properties.get(claim.property)
        return prop is not None and prop.is_entity

    def _in(self, connection: Connection, column: Column[str], keys: Sequence[str]) -> list[Stored]:
        found: list[Stored] = []
        for batch in batches(keys, 500):
            query = select(*_COLUMNS).where(column.in_(batch)).order_by(*self._order)
            found.extend(_stream(connection, query))
        return found

    def classes(self, as_of: str | None = None) -> Iterator[ClassClaim]:
        """Yield every claim that says what class an entity belongs to, drafts too."""
        table = schema.claims
        c = table.c
        columns = select(c.id, c.subject, c.value, c.is_draft)
        query = _until(columns.where(c.property == TYPE), table, as_of)
        with self.reading() as connection:
            yield from map(ClassClaim._make, connection.execute(query))
            for block in _blocks(connection, as_of=as_of):
                for stored in block.classes():
                    claim = stored.claim
                    yield ClassClaim(stored.id, claim.subject, claim.value, claim.is_draft)

    def decisions(self, as_of: str | None = None) -> list[Decision]:
        """Return decisions in the order they were taken."""
        table = schema.decisions
        query = _until(select(table), table, as_of).order_by(table.c.seq)
        with self.reading() as connection:
            return [
                Decision(**{k: row[k] for k in Decision.__slots__})
                for row in connection.execute(query).mappings()
            ]

    def state(self) -> str:
        """Return a text that changes whenever something is appended, and only then.

        Another ledger has another state, even with as many rows. Claims are told by the first
        and the last of them, so that it costs the same at any size; the other tables are small.
        """
        with self.reading() as connection:
            documents, decisions = (
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (schema.documents, schema.decisions)
            )
            claims = _ends(connection, schema.claims)
            blocks = _ends(connection, schema.blocks)
        return f"documents={documents} claims={claims} blocks={blocks} decisions={decisions}"

    def counts(self) -> dict[str, int]:
        """Return the number of documents, claims (those of blocks too), and decisions."""
        tables = (schema.documents, schema.claims, schema.decisions)
        with self.reading() as connection:
            found = {
                str(table.name): connection.execute(
                    select(func.count()).select_from(table)
                ).scalar_one()
                for table in tables
            }
            found["claims"] += connection.execute(_IN_BLOCKS).scalar_one()
        return found


_LAST = select(func.max(schema.claims.c.seq))
_NEW = select(schema.claims.c.id).where(schema.claims.c.seq > bindparam("last"))
_COLUMNS = tuple(schema.claims.c[name] for name in CLAIM_COLUMNS)
_IN_BLOCKS = select(func.coalesce(func.sum(schema.blocks.c.claims), 0))


def _insert(engine: Engine, table: Table) -> str:
    """Return the text that inserts a row; compiled once, because its driver runs it bare."""
    insert = sqlite_insert if engine.dialect.name == "sqlite" else postgresql_insert
    columns = [column.name for column in table.c if column.name != "seq"]
    statement = insert(table).on_conflict_do_nothing(index_elements=["id"])
    return str(statement.compile(dialect=engine.dialect, column_keys=columns))


def _check_same(connection: Connection, documents: Sequence[Document]) -> None:
    """Make sure that the ledger holds the documents as they are."""
    for batch in batches(documents, 500):
        ids = [document.id for document in batch]
        query = select(schema.documents).where(schema.documents.c.id.in_(ids))
        held = {row["id"]: document_of(row) for row in connection.execute(query).mappings()}
        for document in batch:
            same_document([held[document.id], document])


def _ends(connection: Connection, table: Table) -> str:
    """Return what tells a table's first and last row from any other."""
    columns = (table.c.seq, table.c.id, table.c.recorded)
    ends = (
        connection.execute(select(*columns).order_by(order).limit(1)).first()
        for order in (table.c.seq, table.c.seq.desc())
    )
    return "/".join(":".join(map(str, end)) for end in ends if end is not None)


def _stream(connection: Connection, query: Select[tuple[object, ...]]) -> Iterator[Stored]:
    result = connection.execute(query, execution_options={"yield_per": BATCH})
    # Tuples instead of SQLAlchemy's rows: half of the time of reading goes there.
    return map(stored_of, result)


def _blocks(
    connection: Connection, entity_ids: Collection[str] | None = None, as_of: str | None = None
) -> Iterator[Block]:
    """Yield blocks, or only those that may tell of the entities, in order of loading."""
    table = schema.blocks
    listed = _until(select(table.c.seq, table.c.prefixes), table, as_of).order_by(table.c.seq)
    prefixes = {i.partition(":")[0] for i in entity_ids or ()}
    for row in connection.execute(listed).mappings().all():
        if entity_ids is None or not prefixes.isdisjoint(row["prefixes"].split(" ")):
            yield _block(connection, row["seq"])


def _block(connection: Connection, seq: int) -> Block:
    query = select(schema.blocks).where(schema.blocks.c.seq == seq)
    return block_of(connection.execute(query).mappings().one())


def _until(
    query: Select[tuple[object, ...]], table: Table, as_of: str | None
) -> Select[tuple[object, ...]]:
    return query if as_of is None else query.where(table.c.recorded <= moment(as_of))
