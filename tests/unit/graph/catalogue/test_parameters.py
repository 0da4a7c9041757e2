from __future__ import annotations

import pytest

from graph.catalogue.parameters import TYPES, Parameter
from graph.errors import ParameterError, QueryError
from graph.store import Value
from ontology.model import Text

WORDS = Text(id="Uji", en="Test")

GOOD: dict[str, list[Value]] = {
    "text": ["", "x", "' OR 1=1"],
    "texts": [[], ["a", "b"]],
    "words": ["polda kepri", "2025"],
    "id": ["org:kp2mi", "region:53.71"],
    "integer": [0, -1, 2**63 - 1],
    "number": [0, 0.5, -1.5],
    "boolean": [True, False],
    "date": ["2025-07-30", "2024-02-29"],
}
BAD: dict[str, list[Value]] = {
    "text": [1, True, ["a"]],
    "texts": ["a", [1], {"a": 1}],
    "words": ["", "*:*", 1, ["a"]],
    "id": ["", "kp2mi", "Org:x", "org:", "org:a b", 5],
    "integer": [0.5, "1", True, 2**63],
    "number": ["1", True, float("inf"), float("nan")],
    "boolean": [0, 1, "true"],
    "date": ["2025-02-30", "2025-07", "30-07-2025", "20250730", 2025],
}


def test_every_type_is_tried() -> None:
    assert set(GOOD) == set(BAD) == set(TYPES)


@pytest.mark.parametrize(("kind", "value"), [(k, v) for k, values in GOOD.items() for v in values])
def test_value_of_its_type_is_taken(kind: str, value: Value) -> None:
    assert Parameter("p", kind, WORDS).bind("q", value) == value


@pytest.mark.parametrize(("kind", "value"), [(k, v) for k, values in BAD.items() for v in values])
def test_value_of_another_type_is_refused(kind: str, value: Value) -> None:
    with pytest.raises(ParameterError, match="parameter 'p': expected"):
        Parameter("p", kind, WORDS).bind("q", value)


def test_an_id_is_asked_for_by_the_example_of_its_parameter() -> None:
    with pytest.raises(ParameterError, match=r"such as region:14, got '14'"):
        Parameter("p", "id", WORDS, example="region:14").bind("q", "14")


def test_missing_value() -> None:
    with pytest.raises(ParameterError, match="needs parameter 'p'"):
        Parameter("p", "text", WORDS).bind("q", None)
    assert Parameter("p", "text", WORDS, is_required=False).bind("q", None) is None
    assert Parameter("p", "integer", WORDS, is_required=False, default=7).bind("q", None) == 7


@pytest.mark.parametrize(("value", "is_good"), [(0, False), (1, True), (10, True), (11, False)])
def test_bounds_are_inclusive(value: int, is_good: bool) -> None:
    parameter = Parameter("p", "integer", WORDS, minimum=1, maximum=10)
    if is_good:
        assert parameter.bind("q", value) == value
        return
    with pytest.raises(ParameterError, match=r"or (more|less)"):
        parameter.bind("q", value)


@pytest.mark.parametrize(
    "given",
    [
        {"type": "uuid"},
        {"type": "integer", "default": 1},
        {"type": "integer", "is_required": False, "default": "x"},
        {"type": "integer", "example": "x"},
        {"type": "integer", "example": 11, "maximum": 10},
    ],
    ids=["type", "required default", "default", "example", "example bound"],
)
def test_declaration_that_contradicts_itself_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(QueryError, match="Parameter p"):
        Parameter(name="p", description=WORDS, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", " PT Maju, Jaya ", "PT Maju, Jaya"),
        ("id", "org:kp2mi", "org:kp2mi"),
        ("date", "2025-07-30", "2025-07-30"),
        ("integer", "5", 5),
        ("integer", " -3 ", -3),
        ("number", "5", 5),
        ("number", "0.25", 0.25),
        ("number", "1e3", 1000.0),
        ("boolean", "true", True),
        ("boolean", "Ya", True),
        ("boolean", "tidak", False),
        ("texts", "a, b,,c ", ["a", "b", "c"]),
        ("texts", ",", []),
        ("integer", "", None),
        ("boolean", "  ", None),
    ],
)
def test_text_becomes_a_value_of_the_type(kind: str, text: str, value: Value) -> None:
    parameter = Parameter("p", kind, WORDS, is_required=False)
    assert parameter.read(text) == value
    assert parameter.bind("q", parameter.read(text)) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("integer", "5.0"),
        ("integer", "1_000"),
        ("integer", "٣"),
        ("integer", "9" * 5000),
        ("number", "nan"),
        ("number", "1e999"),
        ("number", "0x10"),
        ("number", "1,5"),
        ("boolean", "maybe"),
        ("date", "30/07/2025"),
        ("id", "kp2mi"),
    ],
)
def test_text_of_another_type_is_refused_in_the_same_words(kind: str, text: str) -> None:
    parameter = Parameter("p", kind, WORDS)
    with pytest.raises(ParameterError, match="parameter 'p': expected"):
        parameter.bind("q", parameter.read(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('atas: skorsing / (lama) AND "x"', "atas skorsing lama and x"),
        ("a*b~2 [x TO y] +c -d", "a b 2 x to y c d"),
        ("Désa\\", "désa"),
    ],
)
def test_words_carry_no_meaning_to_the_full_text_index(text, words):
    assert Parameter("text", "words", WORDS).bind("q", text) == words


@pytest.mark.parametrize("text", ["***", ": /", "_", ""])
def test_words_must_hold_a_word(text):
    with pytest.raises(ParameterError, match="words of letters"):
        Parameter("text", "words", WORDS).bind("q", text)


@pytest.mark.parametrize(
    ("terms", "given", "taken"),
    [
        ("legal-stages", "suspect", "suspect"),
        ("legal-stages", " Tersangka ", "suspect"),
        ("legal-stages", "reported-as-suspect", "reported-as-suspect"),
        ("Agreement", "declaration", "Declaration"),
        ("Event", "Interception", "Interception"),
    ],
)
def test_a_term_may_be_given_by_any_of_its_names(terms: str, given: str, taken: str) -> None:
    assert Parameter("p", "text", WORDS, terms=terms).bind("q", given) == taken
    assert Parameter("p", "texts", WORDS, terms=terms).bind("q", [given]) == [taken]


@pytest.mark.parametrize(
    ("terms", "given", "told"),
    [
        ("legal-stages", "suspct", "Nearest: suspect"),
        ("legal-stages", "zzzz", "There are: reported, questioned"),
        ("Agreement", "Declartion", "Nearest: Declaration"),
    ],
)
def test_what_is_no_term_is_refused_with_the_nearest(terms: str, given: str, told: str) -> None:
    with pytest.raises(ParameterError, match=told):
        Parameter("p", "text", WORDS, terms=terms).bind("q", given)


def test_an_example_that_is_no_term_is_refused() -> None:
    with pytest.raises(QueryError, match="its example expected a term of measures"):
        Parameter("p", "text", WORDS, terms="measures", example="tersangka")
