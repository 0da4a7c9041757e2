"""Settings: one frozen object, read from the environment by the front doors and passed in.

Every field is documented here and nowhere else; ``docs/settings.md`` is generated from it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import SettingsError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def _default_home() -> Path:
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "lacak"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how much they may use.

    Attributes:
        home: Folder for ledger, snapshots and the embedded engine (``LACAK_HOME``).
        ledger_url: SQLAlchemy URL of the ledger; empty means SQLite in ``home``
            (``LACAK_LEDGER_URL``).
        store_url: Graph engine: ``embedded:///folder``, ``bolt://host`` or
            ``neo4j://host``; empty means embedded in ``home`` (``LACAK_STORE_URL``).
        store_user: User at a Neo4j server (``LACAK_STORE_USER``).
        store_password: Its password (``LACAK_STORE_PASSWORD``); never shown.
        heap_mb: Memory of the embedded engine in MiB (``LACAK_HEAP_MB``).
        language: Language of tables and pictures, ``id`` or ``en`` (``LACAK_LANGUAGE``).
        role: Role of whoever works on this machine, or an audience such as ``analyst@53``
            (``LACAK_ROLE``); the owner of the ledger can read it all.
        audiences: Roles, or audiences such as ``analyst@53+green``, that get a snapshot of
            their own, by comma (``LACAK_AUDIENCES``).
        query_timeout_seconds: Limit for one catalogue query (``LACAK_QUERY_TIMEOUT_SECONDS``).
        free_seconds: Limit for one query that a caller wrote (``LACAK_FREE_SECONDS``).
        free_rows: The most rows of its answer (``LACAK_FREE_ROWS``).
    """

    home: Path = field(default_factory=_default_home)
    ledger_url: str = ""
    store_url: str = ""
    store_user: str = "neo4j"
    store_password: str = field(default="", repr=False)
    heap_mb: int = 1024
    language: str = "id"
    query_timeout_seconds: float = 30.0
    role: str = "investigator"
    audiences: str = "policy,analyst,investigator"
    free_seconds: float = 10.0
    free_rows: int = 1000

    def __post_init__(self) -> None:
        if self.language not in ("id", "en"):
            raise SettingsError(f"LACAK_LANGUAGE must be 'id' or 'en', got {self.language!r}.")
        if self.heap_mb < 256:
            raise SettingsError(f"LACAK_HEAP_MB must be 256 or more, got {self.heap_mb}.")
        if self.query_timeout_seconds <= 0:
            raise SettingsError("LACAK_QUERY_TIMEOUT_SECONDS must be above 0.")
        if not 0 < self.free_seconds <= 300 or not 0 < self.free_rows <= 100_000:
            raise SettingsError(
                "LACAK_FREE_SECONDS must be above 0 and at most 300, "
                "LACAK_FREE_ROWS at least 1 and at most 100000."
            )

    @property
    def ledger(self) -> str:
        """URL of the ledger, with the default filled in."""
        return self.ledger_url or f"sqlite:///{self.home / 'ledger.db'}"

    @property
    def store(self) -> str:
        """URL of the graph engine, with the default filled in."""
        return self.store_url or f"embedded://{self.home / 'graph'}"

    @property
    def snapshots(self) -> Path:
        """Folder of published snapshots."""
        return self.home / "snapshots"


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Read settings from ``LACAK_*`` variables.

    Raises:
        SettingsError: A variable has a value that cannot be used, or no setting has its name.
    """
    environ = os.environ if environment is None else environment
    return Settings(**given(Settings, environ))  # type: ignore[arg-type]  # converted by type


def given(cls: type[DataclassInstance], environ: Mapping[str, str]) -> dict[str, object]:
    """Return the fields of a settings class that variables are set for, converted to their types.

    Raises:
        SettingsError: A value cannot be converted.
    """
    known = {f"LACAK_{f.name.upper()}": f for f in fields(cls)}
    # Variables of the test suite and bench share the prefix but are no settings.
    found = {k: v for k, v in environ.items() if k in known and v != ""}
    return {known[k].name: _convert(k, str(known[k].type), text) for k, text in found.items()}


def _convert(variable: str, declared: str, text: str) -> object:
    try:
        if declared == "int":
            return int(text)
        if declared == "float":
            return float(text)
    except ValueError as error:
        raise SettingsError(f"{variable} must be a number, got {text!r}.") from error
    return Path(text).expanduser().absolute() if declared == "Path" else text
