from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from ontology.claim import BASE, ID_PATTERN
from ontology.foreign import STIX_MARKINGS, escape, ftm_id, iri_id, to_ftm, unescape
from ontology.model import Ontology


@given(st.text(min_size=1, max_size=12))
@example("__")
@example("x__2F")
@example("_a")
@example("hash-" + "a" * 32)
@example("é/字")
def test_every_id_comes_back(text: str) -> None:
    key = escape(text)
    assert ID_PATTERN.fullmatch(f"a:{key}")
    assert unescape(key) == text.encode(errors="surrogatepass").decode(errors="replace")


@given(st.lists(st.text("_x2F/-", min_size=1, max_size=8), min_size=2, max_size=2, unique=True))
def test_two_ids_stay_two(pair: list[str]) -> None:
    assert escape(pair[0]) != escape(pair[1])


def test_a_long_id_is_hashed_and_does_not_come_back() -> None:
    one, other = escape("a/" * 200), escape("a/" * 201)
    assert one != other
    assert unescape(one) is None
    assert ID_PATTERN.fullmatch(f"iri:{one}")


def test_our_own_iris_give_our_ids() -> None:
    assert iri_id(BASE + "org:kp2mi") == "org:kp2mi"


def test_an_iri_that_only_looks_like_ours_does_not() -> None:
    assert iri_id("org:kp2mi").startswith("iri:")
    assert iri_id(BASE + "org:kp2mi/../x").startswith("https:")


def test_http_and_https_are_two_things() -> None:
    assert iri_id("http://a.example/x") != iri_id("https://a.example/x")


def test_ids_of_followthemoney_come_back() -> None:
    for foreign in ("NK-a1", "gb/coh 1", "Q77", "lacak-", "lacak-x"):
        assert to_ftm(ftm_id(foreign)) == foreign
    assert ftm_id(to_ftm("org:kp2mi")) == "org:kp2mi"
    assert ftm_id(to_ftm("https:e.example__2Fx")) == "https:e.example__2Fx"


def test_markings_of_stix_are_markings_of_ours(ontology: Ontology) -> None:
    assert set(STIX_MARKINGS.values()) == set(ontology.scheme("markings").concepts)
