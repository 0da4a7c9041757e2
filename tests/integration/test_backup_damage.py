"""A damaged backup is refused, whatever happened to it."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import orjson
import pytest

from graph.errors import LedgerError
from graph.ledger.backup import FORMAT, backup, restore, verify
from graph.ledger.ledger import Ledger
from tests.claims import document, entity, fill, sqlite


@pytest.fixture
def path(tmp_path: Path) -> Path:
    ledger = fill(sqlite(tmp_path), [document()], entity("person:a", "Person", name="Ani"))
    for i in range(40):
        ledger.add_claims(entity(f"person:{i}", "Person", name=f"Name {i}"))
    backup(ledger, tmp_path / "a.gz")
    ledger.close()
    return tmp_path / "a.gz"


@pytest.fixture
def empty(tmp_path: Path) -> Ledger:
    return sqlite(tmp_path, "empty.db")


def test_a_whole_backup_passes(path: Path) -> None:
    assert verify(path)["documents"] == 1


@pytest.mark.parametrize("seed", range(60))
def test_one_changed_byte_is_noticed(path: Path, empty: Ledger, seed: int) -> None:
    content = bytearray(path.read_bytes())
    # Bytes 3 to 9 are gzip's own flags, time and system, which carry nothing of ours.
    position = random.Random(seed).randrange(10, len(content))
    content[position] ^= 1 << (seed % 8)
    path.write_bytes(content)
    with pytest.raises(LedgerError):
        restore(empty, path)
    assert not any(empty.counts().values())


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.9, 0.99])
def test_a_backup_that_was_cut_short_is_refused(path: Path, empty: Ledger, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(LedgerError, match=r"whole backup|cut short"):
        restore(empty, path)


def test_a_line_that_is_missing_is_noticed(path: Path) -> None:
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(gzip.compress(b"".join(lines[:5] + lines[6:])))
    with pytest.raises(LedgerError, match="checksum differs"):
        verify(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", gzip.compress(b""), gzip.compress(b"[]\n"), gzip.compress(b'{"a":1}\n')],
)
def test_what_is_no_backup_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError):
        verify(path)


def test_a_footer_without_its_checksum_is_refused(path: Path) -> None:
    path.write_bytes(gzip.compress(orjson.dumps({"format": FORMAT}) + b"\n"))
    with pytest.raises(LedgerError):
        verify(path)


def test_a_backup_that_cannot_be_written_leaves_no_part(tmp_path: Path) -> None:
    ledger = fill(sqlite(tmp_path), [document()], [])
    with pytest.raises(LedgerError, match="cannot be written"):
        backup(ledger, tmp_path / "nowhere" / "a.gz")
    (tmp_path / "folder.gz").mkdir()
    with pytest.raises(LedgerError, match="cannot be written"):
        backup(ledger, tmp_path / "folder.gz")
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://localhost/x", "sqlite:///file"),
        ("no address", "cannot be used"),
        ("sqlite:////proc/nowhere/ledger.db", r"cannot be used|does not open"),
    ],
)
def test_an_address_that_is_no_ledgers_is_refused(url: str, said: str) -> None:
    from graph.ledger.ledger import open_ledger

    with pytest.raises(LedgerError, match=said):
        open_ledger(url)


def test_a_file_that_is_no_database_does_not_open(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"not a database, but long enough to be read" * 50)
    with pytest.raises(LedgerError, match="does not open"):
        sqlite(tmp_path)
