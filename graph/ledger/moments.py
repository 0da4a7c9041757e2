"""Times as the ledger records them: UTC, ISO 8601, microseconds."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.errors import MomentError


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
        MomentError: It is no ISO 8601 time.
    """
    try:
        found = datetime.fromisoformat(f"{text}T23:59:59.999999" if len(text) == 10 else text)
    except ValueError as error:
        raise MomentError(
            f"Expected a time such as 2026-11-22 or 2026-11-22T13:00:00+00:00, got {text!r}."
        ) from error
    in_utc = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return in_utc.isoformat(timespec="microseconds")


def past(text: str, first: str | None) -> str:
    """Return a time of which a ledger can tell what it said then.

    Args:
        text: As :func:`moment` reads it.
        first: When the ledger recorded its first document; ``None`` if it has none.

    Raises:
        MomentError: It is no time, lies before the first record, or on a day to come.
    """
    found = moment(text)
    if first is None or found < first:
        known = "It records nothing yet" if first is None else f"Its first record is of {first}"
        raise MomentError(
            f"The ledger had nothing at {text}: an as-of view goes by the time of loading, not by "
            f"the dates of sources. {known}."
        )
    if found[:10] > now()[:10]:
        raise MomentError(f"{text} lies in the future. Leave --as-of out to see what is known now.")
    return found
