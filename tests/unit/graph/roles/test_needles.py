"""The search for names in texts, and the last gate's search in bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DisclosureError
from graph.roles.gate import Gate, differing, spellings
from graph.roles.needles import Needles, words

HIDDEN = [
    ("name", "Budi Santoso"),
    ("name", "Zulkarnain"),
    ("name", "AHK"),
    ("name", "Ani"),
    ("phone", "+6281234567890"),
    ("nik", "2171014507800001"),
    ("accountNumber", "7731001"),
    ("email", "budi.rahasia@contoh.id"),
]
NEEDLES = Needles(HIDDEN, ["Kota Batam", "tersangka"])


@pytest.mark.parametrize(
    "text",
    [
        "Polisi periksa Budi Santoso (45)",
        "BUDI  SANTOSO",
        "budi-santoso.pdf",
        "https://contoh.id/budisantoso_1",
        "Bùdi Sántoso",
        "zulkarnain ditahan",
        "inisial AHK",
        "hubungi 0812-3456-7890",
        "81234567890",
        "NIK: 2171 0145 0780 0001",
        "budi.rahasia@contoh.id",
        "budirahasia",
    ],
)
def test_names_and_identifiers_are_found_however_they_are_written(text):
    assert NEEDLES.find(text) is not None


@pytest.mark.parametrize(
    "text",
    ["", "Budi bertemu Tn. Santosa", "Ani hadir", "ahk kecil", "Kota Batam", "1773100199"],
)
def test_what_is_not_there_is_not_found(text):
    assert NEEDLES.find(text) is None


def test_single_words_and_initials_count_only_where_they_should():
    assert NEEDLES.find("zulkarnain", has_words=False) is None
    assert NEEDLES.find("AHK", has_initials=False) is None
    assert NEEDLES.find("Budi Santoso", has_words=False, has_initials=False) == "budi santoso"


def test_words_of_public_terms_are_nobodys_name():
    assert Needles([("name", "Batam")], ["Kota Batam"]).find("di Batam") is None
    assert Needles([("name", "Batam")], []).find("di Batam") == "batam"


@given(st.text(max_size=60), st.sampled_from(["budi santoso", "Budi\u00a0Santoso"]))
def test_a_whole_name_is_found_between_any_other_words(around, name):
    assert NEEDLES.find(f"{around} {name} {around}") is not None


def test_words_are_folded():
    assert words("Désa, MIGRAN-emas_1") == ["desa", "migran", "emas", "1"]


# -- the gate ------------------------------------------------------------------------------

GATE = Gate(["budi santoso", "2171014507800001", "short"])


@pytest.mark.parametrize(
    "content",
    [
        b"xx budi santoso xx",
        b"budi_santoso",
        b"budi%20santoso",
        b"budisantoso",
        b'{"nik":2171014507800001}',
        "budi santoso".encode("utf-16-le"),
    ],
)
def test_bytes_that_hold_a_needle_are_found(content):
    assert GATE.find_in(content) is not None


def test_addresses_are_searched_as_they_are_written():
    address = b"https://contoh.id/D%C3%A9sa%20Migran".lower()
    assert Gate(["désa migran"]).find_in(address) is not None


@pytest.mark.parametrize("content", [b"", b"abc", b"budi", b"budi santos", b"short", b"\0" * 4096])
def test_bytes_that_hold_none_pass(content):
    assert GATE.find_in(content) is None


def test_a_gate_without_needles_lets_everything_pass():
    assert Gate([]).find_in(b"budi santoso") is None
    assert Gate([]).longest == 0


@given(st.binary(max_size=400), st.integers(0, 400))
def test_a_needle_is_found_wherever_it_lies(noise, place):
    content = noise[:place].lower() + b"budi santoso" + noise[place:].lower()
    assert GATE.find_in(content) is not None


@given(
    st.lists(st.tuples(st.integers(0, 30_000), st.binary(min_size=1, max_size=30)), max_size=6),
    st.integers(0, 30_000),
    st.booleans(),
)
def test_a_needle_across_old_and_new_bytes_is_found(tmp_path_factory, changes, place, has_needle):
    """Half of it may stand there already: what lies around a change is searched too."""
    old, new = (tmp_path_factory.mktemp(name) / "file" for name in ("old", "new"))
    was = bytearray(b"budi santos-" * 2_500)
    now = bytearray(was)
    for at, noise in changes:
        now[at : at + len(noise)] = noise
    if has_needle:
        # One letter makes a whole name of what stands there.
        now[place - place % 12 + 11 : place - place % 12 + 12] = b"o"
    old.write_bytes(was)
    new.write_bytes(now)
    assert GATE.find(old) is None
    if GATE.find(new) is None:
        GATE.check(new.parent, old.parent)
    else:
        with pytest.raises(DisclosureError):
            GATE.check(new.parent, old.parent)


def test_what_differs_is_told_in_blocks(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"a" * 10_000)
    other.write_bytes(b"a" * 5_000 + b"b" + b"a" * 1_000)
    assert list(differing(one, other)) == [(4096, 10_000)]
    assert list(differing(one, one)) == []
    other.write_bytes(b"")
    assert list(differing(one, other)) == [(0, 10_000)]


def test_every_spelling_is_bytes_in_small_letters():
    found = set(spellings("Désa Emas"))
    assert "désa emas".encode() in found
    assert b"d\\xe9saemas" in found
    assert all(form == form.lower() for form in found)
