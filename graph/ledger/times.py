"""Times as the ledger records them."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.errors import LedgerError


def now() -> str:
    """Return the present time as the ledger records it (UTC, ISO 8601, microseconds)."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> str:
    """Return a time as the ledger records it; a bare day means its end.

    >>> moment("2026-11-22")
    '2026-11-22T23:59:59.999999+00:00'
    >>> moment("2026-11-22T07:00:00+07:00")
    '2026-11-22T00:00:00.000000+00:00'

    Raises:
        LedgerError: It is no ISO 8601 time.
    """
    try:
        found = datetime.fromisoformat(f"{text}T23:59:59.999999" if len(text) == 10 else text)
    except ValueError as error:
        raise LedgerError(
            f"Expected a time such as 2026-11-22 or 2026-11-22T13:00:00+00:00, got {text!r}."
        ) from error
    in_utc = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return in_utc.isoformat(timespec="microseconds")
