from __future__ import annotations

import pytest

from loaders.errors import LoadError
from loaders.tabular import encoding

TEXT = "nik,nama\n1,Nurul ‘Aini\n"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_each_encoding_is_told_apart_and_reads_back(tmp_path, written, found):
    path = tmp_path / "t.csv"
    path.write_bytes(TEXT.encode(written))
    assert encoding.detect(path) == found
    assert path.read_text(found).lstrip("\ufeff") == TEXT


def test_plain_ascii_is_utf8(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"a,b\n")
    assert encoding.detect(path) == "utf-8"


def test_a_character_cut_between_chunks_is_still_utf8(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"a" * ((1 << 20) - 1) + "é".encode())
    assert encoding.detect(path) == "utf-8"


def test_a_byte_of_no_encoding_is_told_by_offset(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"abc\xff\x81")
    with pytest.raises(LoadError, match=r"t\.csv is neither UTF-8 .* byte 3.* byte 4.*Save it"):
        encoding.detect(path)


def test_a_mark_that_lies_is_told(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"\xef\xbb\xbfabc\xff")
    with pytest.raises(LoadError, match="begins as utf-8-sig, but byte 6"):
        encoding.detect(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(LoadError, match="cannot be read: No such file"):
        encoding.detect(tmp_path / "none.csv")
