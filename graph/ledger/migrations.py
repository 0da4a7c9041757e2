"""Brings a ledger to the schema version of this Lacak, one step at a time.

A step is a function that takes an open connection; its key is the version it starts from.
A ledger from the future is refused rather than guessed at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sqlalchemy import Connection, inspect, select

from graph.errors import SchemaVersionError
from graph.ledger import schema

# Any number that no other program on the server is likely to lock.
_LOCK = 5_264_225

Step = Callable[[Connection], None]


def _blocks(connection: Connection) -> None:
    schema.blocks.create(connection)


STEPS: Mapping[int, Step] = MappingProxyType({1: _blocks})
"""Migration from each older version to the next."""


def prepare(connection: Connection) -> None:
    """Create the tables of a new ledger, or migrate an older one.

    Raises:
        SchemaVersionError: The ledger is newer than this program, or was not made by it.
    """
    if connection.dialect.name == "postgresql":
        # Two who open a new ledger at once take turns; SQLite's transaction sees to it itself.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    if not inspect(connection).has_table(schema.meta.name):
        if inspect(connection).has_table(schema.claims.name):
            raise SchemaVersionError("The database has a table 'claims' that is not a ledger's.")
        schema.metadata.create_all(connection)
        connection.execute(
            schema.meta.insert().values(key="schema_version", value=str(schema.VERSION))
        )
        return
    migrate(connection, STEPS)


def migrate(connection: Connection, steps: Mapping[int, Step]) -> None:
    """Run the steps from the ledger's version up to :data:`graph.ledger.schema.VERSION`.

    Raises:
        SchemaVersionError: The ledger is newer, or a step is missing.
    """
    version = version_of(connection)
    if version > schema.VERSION:
        raise SchemaVersionError(
            f"The ledger has schema version {version}; this Lacak knows up to {schema.VERSION}. "
            "Install a newer Lacak."
        )
    while version < schema.VERSION:
        step = steps.get(version)
        if step is None:
            raise SchemaVersionError(f"No migration leads on from schema version {version}.")
        step(connection)
        version += 1
        connection.execute(
            schema.meta.update()
            .where(schema.meta.c.key == "schema_version")
            .values(value=str(version))
        )


def version_of(connection: Connection) -> int:
    """Return the schema version of an existing ledger.

    Raises:
        SchemaVersionError: The ledger does not say.
    """
    found = connection.execute(
        select(schema.meta.c.value).where(schema.meta.c.key == "schema_version")
    ).scalar()
    if found is None:
        raise SchemaVersionError("The ledger does not say its schema version; is it a ledger?")
    return int(found)
