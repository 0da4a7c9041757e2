from __future__ import annotations

import pytest

from graph.errors import LedgerError, MomentError
from graph.ledger.ledger import Appended
from graph.ledger.moments import moment, now, past


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2026-11-22", "2026-11-22T23:59:59.999999+00:00"),
        ("2026-11-22T13:00", "2026-11-22T13:00:00.000000+00:00"),
        ("2026-11-22T13:00:00Z", "2026-11-22T13:00:00.000000+00:00"),
        ("2026-11-22T00:30:00+07:00", "2026-11-21T17:30:00.000000+00:00"),
        ("2026-11-22T13:00:00.000001+00:00", "2026-11-22T13:00:00.000001+00:00"),
    ],
)
def test_times_are_compared_as_the_ledger_writes_them(given: str, meant: str) -> None:
    assert moment(given) == meant


def test_the_ledgers_own_times_pass_unchanged() -> None:
    written = now()
    assert moment(written) == written


@pytest.mark.parametrize("text", ["yesterday", "", "2026-13-01", "22/11/2026", "2026-11-22T25:00"])
def test_what_is_no_time_is_refused_rather_than_compared_as_text(text: str) -> None:
    with pytest.raises(LedgerError, match="Expected a time"):
        moment(text)


def test_appends_add_up() -> None:
    assert Appended(1, 2) + Appended(3, 4) == Appended(4, 6)


FIRST = "2026-11-01T08:00:00.000000+00:00"


def test_a_time_since_the_first_record_can_be_told_of():
    assert past("2026-11-01", FIRST) == "2026-11-01T23:59:59.999999+00:00"


@pytest.mark.parametrize(
    ("text", "first", "told"),
    [
        ("2026-10-31", FIRST, "first record is of 2026-11-01"),
        ("2026-11-01", None, "records nothing yet"),
        ("9999-01-01", FIRST, "in the future"),
        ("01/11/2026", FIRST, "got '01/11/2026'"),
    ],
)
def test_other_times_are_refused_and_the_reason_is_told(text, first, told):
    with pytest.raises(MomentError, match=told):
        past(text, first)
