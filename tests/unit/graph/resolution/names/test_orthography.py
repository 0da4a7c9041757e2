"""Spelling keys: what is said alike is written alike."""

from __future__ import annotations

import pytest

from graph.resolution.names.orthography import alternatives, arabic_key, ascii_fold, head, key

SAID_ALIKE = [
    ("soeharto", "suharto"), ("tjahjono", "cahjono"), ("djoko", "joko"), ("sjahrir", "syahrir"),
    ("achmad", "ahmad"), ("akhmad", "ahmad"), ("rizky", "risky"), ("rizqi", "rizki"),
    ("syamsul", "samsul"), ("shinta", "sinta"), ("fatimah", "patimah"), ("novi", "nopi"),
    ("zulkifli", "zulkipli"), ("setyawan", "setiawan"), ("widyastuti", "widiastuti"),
    ("prasetiyo", "prasetyo"), ("nadiya", "nadia"), ("suwarno", "suarno"), ("sonya", "sonia"),
    ("dhani", "dani"), ("fathoni", "fatoni"), ("ghani", "gani"), ("bhakti", "bakti"),
    ("usman", "utsman"), ("muhammad", "muhamad"), ("anna", "ana"), ("hamzah", "hamza"),
    ("evy", "evi"), ("arie", "ari"), ("taufiq", "taufik"), ("fauzi", "fawzi"),
    ("christian", "kristian"), ("philipus", "filipus"), ("max", "maks"),
    ("saydah", "saidah"), ("swasti", "suasti"), ("lie", "li"), ("haysa", "haisa"),
]  # fmt: skip
SAID_APART = [
    ("suparman", "suparmin"), ("budi", "budhiman"), ("ilham", "ilam"), ("hasan", "hasanah"),
    ("cahyo", "cahya"), ("wati", "wanti"), ("jaya", "raya"), ("nyoman", "noman"),
    ("zaki", "saki"), ("fadli", "fadil"), ("santoso", "santosa"), ("joel", "jul"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAID_ALIKE)
def test_said_alike(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), SAID_APART)
def test_said_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize("pair", SAID_ALIKE + SAID_APART)
def test_a_key_is_its_own_key(pair: tuple[str, str]) -> None:
    for word in pair:
        assert key(key(word)) == key(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("rohman", "rahman"), ("zaenal", "zainal"), ("jainudin", "zainuddin"), ("rahmad", "rahmat"),
     ("fathoni", "fathani"), ("suhaemi", "suhaimi"), ("khoirul", "khairul")],
)  # fmt: skip
def test_arabic_transliterations_meet(one: str, other: str) -> None:
    assert arabic_key(key(one)) == arabic_key(key(other))


def test_alternatives_of_old_letters() -> None:
    assert alternatives("jusuf") == ("jusuf", "yusuf")
    assert alternatives("njoman") == ("njoman", "nyoman")
    assert "prasetyo" in alternatives("prasetjo")
    assert alternatives("djoko") == ("djoko",)
    assert alternatives("sjahrir") == ("sjahrir",)
    assert alternatives("budi") == ("budi",)


def test_accents_and_apostrophes_vanish() -> None:
    assert ascii_fold("José Ma’ruf Nu'man") == "jose maruf numan"
    assert ascii_fold("BUDI") == "budi"
    assert key("") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("tjahyo", "cahyo"), ("oemar", "umar"), ("joesoef", "yusuf"), ("zaenal", "jainal"),
     ("chairul", "khairul"), ("philipus", "filipus"), ("djoko", "joko"), ("eidi", "aidi")],
)  # fmt: skip
def test_spellings_of_one_name_begin_alike(one: str, other: str) -> None:
    assert head(one) == head(other)


def test_other_words_begin_otherwise() -> None:
    heads = {head(word) for word in ("budi", "cahyo", "fajar", "umar", "adi", "maria", "2")}
    assert len(heads) == 7
    assert head("") == head("李") == ""
