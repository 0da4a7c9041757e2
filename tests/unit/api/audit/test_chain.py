"""The audit log shows every change: edit, delete, insert, swap, and, with a head, a cut."""

from __future__ import annotations

import sqlite3
import threading

import pytest

from api.audit.check import check, head, read_head
from api.audit.log import AuditLog, Entry, seal_of
from api.audit.report import select, summarize
from api.errors import AuditError
from graph.errors import KeyFileError


def entry(subject: str, who: str = "ani", action: str = "query", **values: object) -> Entry:
    return Entry(who=who, role="investigator", action=action, subject=subject, **values)


@pytest.fixture
def files(tmp_path):
    return tmp_path / "audit.db", tmp_path / "secrets" / "audit.key"


@pytest.fixture
def log(files):
    made = AuditLog(*files)
    for number in range(6):
        made.append(entry(f"query_{number}", purpose="perkara 12"))
    yield made
    made.close()


def tampered(file, *statements: str) -> None:
    with sqlite3.connect(file) as db:
        db.execute("DROP TRIGGER no_update")
        db.execute("DROP TRIGGER no_delete")
        for statement in statements:
            db.execute(statement)
    db.close()


def test_a_log_that_nobody_touched_is_whole(log):
    assert check(log, head(log)) == []
    assert [s.number for s in log.entries()] == [1, 2, 3, 4, 5, 6]


CHANGES = {
    "edit": ["UPDATE entries SET body = replace(body, 'query_2', 'query_9') WHERE number = 3"],
    "edit of a seal": ["UPDATE entries SET seal = zeroblob(32) WHERE number = 3"],
    "delete": ["DELETE FROM entries WHERE number = 3"],
    "delete and close the gap": [
        "DELETE FROM entries WHERE number = 3",
        "UPDATE entries SET number = number - 1 WHERE number > 3",
    ],
    "delete of the first": ["DELETE FROM entries WHERE number = 1"],
    "insert": [
        "UPDATE entries SET number = number + 100 WHERE number > 3",
        "UPDATE entries SET number = number - 99 WHERE number > 100",
        "INSERT INTO entries SELECT 4, body, seal FROM entries WHERE number = 3",
    ],
    "swap": [
        "UPDATE entries SET number = 100 WHERE number = 3",
        "UPDATE entries SET number = 3 WHERE number = 4",
        "UPDATE entries SET number = 4 WHERE number = 100",
    ],
    "swap of bodies": [
        "UPDATE entries SET body = (SELECT body FROM entries WHERE number = 5) WHERE number = 2"
    ],
}


@pytest.mark.parametrize("statements", CHANGES.values(), ids=CHANGES)
def test_every_change_shows(log, files, statements):
    tampered(files[0], *statements)
    with_checks_off = AuditLog(*files, is_checked=False)
    assert check(with_checks_off)
    with_checks_off.close()


def test_a_cut_shows_with_a_head_only(log, files):
    known = head(log)
    tampered(files[0], "DELETE FROM entries WHERE number > 4")
    assert check(log) == []
    problems = check(log, known)
    assert "ends at entry 4; it had 6" in problems[0].message


def test_a_log_that_was_cut_and_grew_again_shows_with_a_head(log, files):
    known = head(log)
    tampered(files[0], "DELETE FROM entries WHERE number > 4")
    for _ in range(3):
        log.append(entry("later"))
    assert check(log) == []
    assert "not the one of the exported head" in check(log, known)[0].message


def test_a_log_that_grew_still_fits_its_head(log):
    known = head(log)
    log.append(entry("later"))
    assert check(log, known) == []


def test_without_the_key_no_seal_can_be_made(log, files):
    last = list(log.entries())[-1]
    forged = last.body.replace(b"query_5", b"query_7")
    guess = seal_of(bytes(32), bytes(32), last.number, forged)
    with sqlite3.connect(files[0]) as db:
        db.execute("DROP TRIGGER no_update")
        db.execute("UPDATE entries SET body = ?, seal = ? WHERE number = 6", (forged, guess))
    db.close()
    with pytest.raises(AuditError, match="did not seal the last entry"):
        AuditLog(*files)


def test_entries_cannot_be_changed_by_plain_statements(log, files):
    db = sqlite3.connect(files[0])
    for statement in ("UPDATE entries SET body = ''", "DELETE FROM entries"):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            db.execute(statement)
    db.close()


def test_it_refuses_to_open_without_its_key(log, files):
    files[1].unlink()
    with pytest.raises(KeyFileError, match="cannot be read"):
        AuditLog(*files)


def test_it_refuses_to_open_when_the_log_is_gone(log, files):
    log.close()
    files[0].unlink()
    with pytest.raises(AuditError, match="somebody removed it"):
        AuditLog(*files)


def test_it_refuses_a_key_that_others_can_read(log, files):
    files[1].chmod(0o644)
    with pytest.raises(KeyFileError, match="chmod 600"):
        AuditLog(*files)


def test_it_refuses_another_key(log, files):
    files[1].write_text("ab" * 32)
    with pytest.raises(AuditError, match="did not seal"):
        AuditLog(*files)


def test_files_are_closed_to_others(log, files):
    assert [oct(path.stat().st_mode & 0o077) for path in files] == ["0o0", "0o0"]


def test_a_log_that_cannot_be_written_says_so(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises((AuditError, KeyFileError)):
        AuditLog(blocked / "audit.db", tmp_path / "audit.key")


def test_two_openers_make_one_chain(files):
    logs = [AuditLog(*files) for _ in range(3)]
    threads = [
        threading.Thread(target=lambda log=log: [log.append(entry("x")) for _ in range(20)])
        for log in logs
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert check(logs[0]) == []
    assert head(logs[0]).entries == 60
    for log in logs:
        log.close()


def test_heads_come_back_from_files(log, tmp_path):
    import msgspec

    path = tmp_path / "head.json"
    path.write_bytes(msgspec.json.encode(head(log)))
    assert read_head(path) == head(log)
    path.write_text('{"entries": "many"}')
    with pytest.raises(AuditError, match="no head"):
        read_head(path)
    with pytest.raises(AuditError, match="no head"):
        read_head(tmp_path / "absent.json")


def test_a_damaged_entry_is_told_not_crashed_over(log, files):
    tampered(files[0], "UPDATE entries SET body = 'no json' WHERE number = 2")
    assert check(log)
    with pytest.raises(AuditError, match="Entry 2"):
        list(select(log))


def test_a_report_is_by_person_and_period(log):
    log.append(entry("person:a", who="budi", action="identity", purpose="perkara 9"))
    log.append(entry("person:a", who="budi", action="identity", purpose="perkara 10"))
    log.append(entry("case_file", who="budi", detail={"identities": "person:b person:c"}))
    log.append(entry("person:z", who="budi", action="identity", outcome="ForbiddenError"))
    day = next(select(log)).when[:10]
    assert len(list(select(log, who="budi"))) == 4
    assert list(select(log, last_day="2001-01-01")) == []
    assert len(list(select(log, first_day=day, last_day=day))) == 10
    assert list(select(log, first_day="2999-01-01")) == []
    ani, budi = summarize(select(log))
    assert ani.actions == {"query": 6}
    assert ani.identities == {}
    assert budi.actions == {"identity": 3, "query": 1}
    assert budi.identities == {
        "person:a": ("perkara 10", "perkara 9"),
        "person:b": ("",),
        "person:c": ("",),
    }
