"""Plain stretches are the same rows as the parser reads, whatever stands between them."""

from __future__ import annotations

import csv
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.errors import LoadError
from loaders.tabular import gathering, plain, separated
from loaders.tabular.frames import UNIT, Head, Line, Plain, Refused
from loaders.tabular.limits import Limits
from loaders.tabular.suspicion import suspicion

LIMITS = Limits()
LINES = (
    b"1,Ani,Batam", b"2,Budi,Kupang", b"3,,", b"", b",,", b"4,a", b"5,a,b,c", b'6,"A, B",x',
    b'7,"open,x', b'8,x"y,z', b'9,"a""b",c', b"10,=1+1,x", b"'=2,a,b", b"11,#REF!,x",
    b"12,Jl. 5 #3,x", "13,é,x".encode(), b"14,\x00,x", b"15,\ta,x", b"16,a\rb,c",
    b"17, a ,b  c", b"18,\xff,x", b"19,\xe2\x80\xa8,x", b'20,"a"b,c',
)  # fmt: skip
CELLS = st.binary(max_size=12).map(lambda b: b.replace(b"\n", b""))
TEXTS = st.lists(st.one_of(st.sampled_from(LINES), CELLS), max_size=30)


@pytest.fixture(autouse=True)
def field_size():
    """Put back the limit of Python's reader, which is one for the whole process."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)


@pytest.fixture
def small(monkeypatch):
    """Let stretches be short, so that a few lines make several."""
    monkeypatch.setattr(plain, "STRETCH", 40)
    monkeypatch.setattr(gathering, "LEAST", 1)


def lines_of(events):
    """Return head, and lines and refusals by number; a blank line is none."""
    found = {}
    head = None
    for event in events:
        if isinstance(event, Head):
            head = event
        elif isinstance(event, Plain):
            texts = event.text.decode().removesuffix("\n").split("\n")
            numbers = event.numbers or range(event.first, event.first + len(texts))
            for number, text in zip(numbers, texts, strict=True):
                found[number] = tuple(text.split(UNIT))
        elif isinstance(event, Line):
            if any(event.cells):
                found[event.number] = tuple(event.cells)
        else:
            assert isinstance(event, Refused)
            found[event.number] = event.reason
    return head, {n: c for n, c in sorted(found.items()) if not isinstance(c, tuple) or any(c)}


def both(path, header=1, limits=LIMITS):
    made = []
    for reader in (separated, plain):
        try:
            made.append(lines_of(reader.read(path, limits, None, header)))
        except LoadError as error:
            made.append(str(error))
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXTS, st.sampled_from([b"\n", b"\r\n"]), st.booleans(), st.booleans(), st.integers(0, 2))
def test_the_parser_reads_the_same(small, tmp_path, lines, end, is_marked, is_ended, header):
    path = tmp_path / "t.csv"
    body = end.join([b"No,Nama,Kota", *lines])
    path.write_bytes((b"\xef\xbb\xbf" if is_marked else b"") + body + (end if is_ended else b""))
    parsed, stretched = both(path, header)
    assert stretched == parsed


@pytest.mark.parametrize(
    "head", [b"sep=;\nNo;Nama\n", b'"No","Nama"\n', b"No,\n", b"No\n", b"\xef\xbb\xbfNo,Nama\n"]
)
def test_any_head_is_read_the_same(small, tmp_path, head):
    path = tmp_path / "t.csv"
    path.write_bytes(head + b"1,Ani\n2;Budi\n3,C\n")
    parsed, stretched = both(path)
    assert stretched == parsed


def test_plain_lines_come_whole_and_others_one_by_one(small, tmp_path, monkeypatch):
    monkeypatch.setattr(plain, "STRETCH", 1 << 20)
    path = tmp_path / "t.csv"
    path.write_bytes('No,Nama\n1,Ani\n2,"B, C"\n3,Ҫafé\n4,"5"" pipa"\n5,Café\n'.encode())
    events = list(plain.read(path, LIMITS, None, 1))
    whole = '1\x1fAni\n2\x1fB, C\n4\x1f5" pipa\n5\x1fCafé\n'.encode()
    assert events[1:] == [Plain(2, [2, 3, 5, 6], whole), Line(4, ["3", "Ҫafé"])]


def test_rows_of_any_reader_are_gathered(small):
    head, wider = Head(["No", "Nama"], {}, is_sparse=True), Head(["No", "Nama", "Kota"], {})
    odd = [Line(2, ["2", "=1+1"]), Refused(4, None, "no object", []), Line(5, [None, None])]
    rows = [Line(1, ["1", None]), odd[0], Line(3, ["3", "Café"]), *odd[1:]]
    last = Line(6, ["6", "a", "b"])
    events = list(gathering.gathered(iter([head, *rows, wider, last]), LIMITS))
    told = Plain(1, [1, 3], "1\x1f\n3\x1fCafé\n".encode())
    assert events == [head, *odd, told, wider, Plain(6, [], b"6\x1fa\x1fb\n")]


def test_only_characters_that_look_like_nothing_else_are_certain():
    certain = [c for c in map(chr, range(0x20, 0x3000)) if gathering.joined([c], 1, 9) == c]
    assert len(certain) > 400
    assert not any(map(suspicion, certain))
    assert all(unicodedata.normalize("NFC", c) == c for c in certain)
    assert all(c.isprintable() and (c == " " or c.strip() == c) for c in certain)


def test_few_plain_lines_are_lines(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"No,Nama\n1,Ani\n")
    assert list(plain.read(path, LIMITS, None, 1))[1:] == [Line(2, ["1", "Ani"])]


def test_a_line_beyond_the_limit_is_told_of_as_before(small, tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"No,Nama\n1,Ani\n2," + b"x" * 300 + b"\n")
    parsed, stretched = both(path, limits=Limits(line=200))
    assert stretched == parsed
    assert "200 line" in stretched


def test_a_cell_that_may_be_too_long_is_left_to_the_parser(small, tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"No,Nama\n" + b"1,Ani\n" * 5 + b"2," + b"x" * 60 + b"\n")
    events = list(plain.read(path, Limits(cell=50), None, 1))
    assert any(isinstance(e, Line) and len(e.cells[1] or "") == 60 for e in events)
