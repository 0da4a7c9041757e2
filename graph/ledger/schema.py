"""Tables of the ledger, and the triggers that keep it append-only.

One definition serves SQLite and PostgreSQL. Rows are never updated or deleted: triggers
refuse it inside the database, so that a slip of ours cannot do it either.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
)

VERSION = 2
"""Version of this schema; ``migrations`` brings older ledgers up to it."""

metadata = MetaData()

# SQLite numbers rows only through a column declared INTEGER.
_SERIAL = BigInteger().with_variant(Integer, "sqlite")

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cls", Text, nullable=False),
    Column("dataset", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text),
    Column("published", Text),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("reliability", Text, nullable=False),
    Column("origin", Text),
    Column("sha256", Text),
    Column("text", Text),
    Column("recorded", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("seq", _SERIAL, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("subject", Text, nullable=False),
    Column("property", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("is_entity", Boolean, nullable=False),
    Column("document", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text),
    Column("locator", Text),
    Column("attributed_to", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("valid", Text),
    Column("asserted", Text),
    Column("original", Text),
    Column("method", Text, nullable=False),
    Column("marking", Text, nullable=False),
    Column("is_draft", Boolean, nullable=False),
    Column("recorded", Text, nullable=False),
)
Index("claims_subject", claims.c.subject)
# Only references are looked up by value; literals would triple the index for nothing.
Index(
    "claims_reference",
    claims.c.value,
    sqlite_where=claims.c.is_entity,
    postgresql_where=claims.c.is_entity,
)

# Large tables: many claims in one row, see `blocks`.
blocks = Table(
    "blocks",
    metadata,
    Column("seq", _SERIAL, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("prefixes", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("shape", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("recorded", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", _SERIAL, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)

APPEND_ONLY = (documents, claims, blocks, decisions)

_REFUSAL = "the ledger is append-only"


def _on(target: Table | MetaData, moment: str, dialect: str, statement: str) -> None:
    ddl = DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
    event.listen(target, moment, ddl.execute_if(dialect=dialect))


def _protect(table: Table, action: str) -> None:
    trigger = f"CREATE TRIGGER {table.name}_no_{action.lower()} BEFORE {action} ON {table.name} "
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    _on(table, "after_create", "sqlite", trigger + refuse)
    call = "FOR EACH STATEMENT EXECUTE FUNCTION lacak_append_only()"
    _on(table, "after_create", "postgresql", trigger + call)


_on(
    metadata,
    "before_create",
    "postgresql",
    "CREATE OR REPLACE FUNCTION lacak_append_only() RETURNS trigger AS "
    f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$ LANGUAGE plpgsql",
)
for _table in APPEND_ONLY:
    for _action in ("UPDATE", "DELETE"):
        _protect(_table, _action)
