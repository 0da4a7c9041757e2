"""Word lists: identities, rarity, and the lists' own consistency."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.resolution.names.lexicon import (
    DATA,
    RARE_BITS,
    Lexicon,
    commercial,
    personal,
    read_entries,
    share_identity,
)
from graph.resolution.names.orthography import arabic_key, head, key


def one_name(left: str, right: str) -> bool:
    lexicon = personal()
    return share_identity(lexicon.identify(left), lexicon.identify(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("joesoef", "yusuf"), ("khairul", "choirul"), ("hairul", "chairul"), ("wahjudi", "wahyudi"),
     ("rahman", "rohman"), ("chandra", "candra"), ("ramadhan", "romadlon"), ("yusof", "yusuf"),
     ("mochtar", "muchtar"), ("prasetjo", "prasetyo"), ("njoman", "nyoman"), ("taufiq", "topik"),
     ("pandjaitan", "panjaitan"), ("chrysostomus", "krisostomus"), ("maksud", "macsud")],
)  # fmt: skip
def test_spellings_of_one_name_share_an_identity(left: str, right: str) -> None:
    assert one_name(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("fauzi", "fauzan"), ("rahmat", "rahmah"), ("wahyudi", "wahyuni"), ("hasan", "hasanah"),
     ("ridwan", "ramdan"), ("nurhayati", "nurhidayati"), ("khairul", "khairil"),
     ("ganjar", "ganyar"),
     ("cahya", "cahyo"), ("santoso", "susanto"), ("suyatno", "suyanto"), ("hidayat", "hidayah")],
)  # fmt: skip
def test_two_names_do_not(left: str, right: str) -> None:
    assert not one_name(left, right)
    assert not one_name(right, left)


def test_an_unknown_word_is_its_own_key_and_rare() -> None:
    found = personal().identify("zzyqwv")
    assert not found.is_known
    assert found.id == key("zzyqwv")
    assert found.bits == RARE_BITS


def test_an_unknown_word_keeps_all_its_readings() -> None:
    assert set(personal().identify("jabrixa").keys) == {key("jabrixa"), key("yabrixa")}


def test_common_names_say_less() -> None:
    lexicon = personal()
    assert lexicon.identify("siti").bits < lexicon.identify("zubaidah").bits < RARE_BITS


def test_a_loose_key_that_two_names_share_decides_nothing() -> None:
    lexicon = Lexicon([("arabic", 7.0, ("rizal",)), ("arabic", 7.0, ("rijal",))])
    assert lexicon.identify("rizal").id != lexicon.identify("rijal").id


@pytest.mark.parametrize("name", ["personal_names.txt", "company_words.txt"])
def test_no_word_is_listed_twice(name: str) -> None:
    counted = Counter(key(s) for _, _, spellings in read_entries(DATA / name) for s in spellings)
    assert [word for word, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", ["personal_names.txt", "company_words.txt"])
def test_entries_are_lower_case_words_with_a_known_family(name: str) -> None:
    for family, bits, spellings in read_entries(DATA / name):
        assert family in {"arabic", "other"}
        assert 3.0 <= bits <= RARE_BITS
        assert all(s.isalnum() and s == s.lower() for s in spellings), spellings


def test_companies_bear_personal_names_too() -> None:
    assert commercial().identify("sejahtera").is_known
    assert commercial().identify("suharto").is_known
    assert len(personal()) > 3_000


def test_a_name_may_begin_as_any_of_its_spellings() -> None:
    yusuf = personal().heads_of("yusuf")
    assert {head(start) for start in ("joe", "yu", "jus", "é")} <= yusuf
    assert head("budi") not in yusuf
    assert personal().heads_of("zzyqwv") == {head("dj"), ""}


@pytest.mark.parametrize("name", ["personal_names.txt", "company_words.txt"])
def test_no_name_is_one_letter(name: str) -> None:
    """How a name begins is all that is left of one letter, and rules may change it."""
    spellings = [s for _, _, entry in read_entries(DATA / name) for s in entry]
    assert all(len(arabic_key(key(spelling))) > 1 for spelling in spellings)
