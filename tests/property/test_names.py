"""What holds for every pair of names, whatever they are."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.resolution.compare import compare
from graph.resolution.match import decide
from graph.resolution.names.orthography import alternatives, arabic_key, head, key
from graph.resolution.names.person_parts import parse_person
from graph.resolution.names.person_words import plain_words_of

CLASSES = st.sampled_from(["Person", "Company", "Agency", "Organization", "Premises", "phone"])
GIVEN = """Budi Siti Sulastri Soeharto Abdul Rahman Muhammad Moh. Nur Hidayah Wahyuningsih I Ni
Made Krisostomus Seran K. binti bin alias H. Hj. Ahmad Achmad S.H. Lubis, Al Habsyi Drs. AH
Tjahjo Jusuf (Purn) Raden"""
CORPORATE = """PT CV Maju Jaya Djaja Mandiri Utama II 2 Tbk (P3MI) Cabang Cirebon Polda Riau Kepri
Kepulauan Polres Malang Kota Kabupaten Disnaker Kelas I TPI Kantor Imigrasi BP3MI"""
NAMES = st.lists(st.sampled_from(GIVEN.split()), min_size=1, max_size=6).map(" ".join)
# "Sinar" in front: a legal form alone is no name.
BODIES = st.lists(st.sampled_from(CORPORATE.split()), max_size=7).map(
    lambda words: " ".join(["Sinar", *words])
)
ANYTHING = st.text(max_size=40)
VALUES = st.one_of(NAMES, BODIES, ANYTHING)


@settings(deadline=None, max_examples=300)
@given(CLASSES, VALUES, VALUES)
def test_any_two_texts_compare(class_name: str, left: str, right: str) -> None:
    match = compare(class_name, left, right)
    assert 0.0 <= match.score <= 1.0
    assert match.decision == decide(match.score)
    for language in ("id", "en"):
        assert compare(class_name, left, right, language=language).explanation.endswith(".")


@settings(deadline=None, max_examples=300)
@example("Person", "Budi Budi Krisostomus", "Budi Krisostomus Budi")
@example("Company", "binti Hj.", "Hj. binti")
@given(st.sampled_from(["Person", "Company", "Agency"]), st.one_of(NAMES, BODIES), NAMES | BODIES)
def test_the_side_does_not_matter(class_name: str, left: str, right: str) -> None:
    one, other = compare(class_name, left, right), compare(class_name, right, left)
    assert one.score == other.score


@settings(deadline=None, max_examples=200)
@given(NAMES)
def test_a_name_is_itself_unless_it_is_initials(name: str) -> None:
    match = compare("Person", name, name)
    assert (match.decision == "same") is not parse_person(name).is_initials


@settings(deadline=None, max_examples=200)
@given(BODIES)
def test_a_body_is_itself(name: str) -> None:
    assert compare("Agency", name, name).decision == "same"


@settings(deadline=None, max_examples=200)
@given(NAMES)
def test_double_spaces_change_nothing(name: str) -> None:
    spaced = "  " + name.replace(" ", "   ") + " "
    assert parse_person(spaced) == parse_person(name)


@settings(deadline=None)
@given(st.from_regex(r"[A-Z]\.? ?[A-Z]\.?( ?[A-Z]\.)?", fullmatch=True), NAMES)
def test_initials_are_never_the_same_as_anything(initials: str, name: str) -> None:
    if parse_person(initials).is_initials:
        assert compare("Person", initials, name).decision != "same"
        assert compare("Person", initials, initials).decision != "same"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=16))
def test_a_spelling_key_is_stable(word: str) -> None:
    once = key(word)
    assert key(once) == once
    assert len(once) <= max(1, len(word) + word.count("x"))


@settings(deadline=None, max_examples=500)
@example("tjhs")
@example("oemar")
@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=2, max_size=12))
def test_no_rule_of_spelling_changes_how_a_word_begins(word: str) -> None:
    """What two words may not share by how they begin is decided without their keys."""
    for reading in map(key, alternatives(word)):
        assert head(reading) == head(word)
        # One letter alone may change its end, which is its beginning; no list has such a name.
        assert head(arabic_key(reading)) == head(word) or len(arabic_key(reading)) == 1


@settings(deadline=None, max_examples=300)
@given(NAMES)
def test_what_is_read_word_by_word_needs_no_rule(name: str) -> None:
    """A degree behind the name calls for all rules; they find the words that were looked up."""
    words = plain_words_of(name)
    if words is not None:
        assert parse_person(name).words == words
        assert parse_person(f"{name}, S.H.").words == words
        assert not parse_person(name).has_context
