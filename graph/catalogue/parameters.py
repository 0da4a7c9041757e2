"""Parameters of catalogue queries: their types, and how a caller's value is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from graph.catalogue.closed import term
from graph.errors import ParameterError, QueryError
from graph.store import Value
from ontology.claim import ID_PATTERN
from ontology.model import Text


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


def _are_words(value: Value) -> bool:
    return isinstance(value, str) and _WORD.search(value) is not None


def _is_id(value: Value) -> bool:
    return isinstance(value, str) and ID_PATTERN.fullmatch(value) is not None


def _is_integer(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63


def _is_number(value: Value) -> bool:
    return _is_integer(value) or (isinstance(value, float) and abs(value) < float("inf"))


def _is_boolean(value: Value) -> bool:
    return isinstance(value, bool)


def _is_date(value: Value) -> bool:
    if not isinstance(value, str) or len(value) != 10:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _are_texts(value: Value) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


TYPES: Mapping[str, tuple[str, Callable[[Value], bool]]] = MappingProxyType(
    {
        "text": ("text", _is_text),
        "words": ("words of letters and digits", _are_words),
        "texts": ("a list of texts", _are_texts),
        "id": ("an entity id such as org:kp2mi", _is_id),
        "integer": ("a whole number of 64 bits", _is_integer),
        "number": ("a finite number", _is_number),
        "boolean": ("true or false", _is_boolean),
        "date": ("a day such as 2025-07-30", _is_date),
    }
)
"""Type name to what it expects, in words, and its check."""


_WORD = re.compile(r"[^\W_]+")
_WHOLE = re.compile(r"[+-]?\d{1,20}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_TRUTHS: Mapping[str, bool] = MappingProxyType(
    {"true": True, "yes": True, "ya": True, "false": False, "no": False, "tidak": False}
)


def _integer_of(text: str) -> Value:
    return int(text) if _WHOLE.fullmatch(text) else text


def _number_of(text: str) -> Value:
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _boolean_of(text: str) -> Value:
    return _TRUTHS.get(text.lower(), text)


def _texts_of(text: str) -> Value:
    return [part.strip() for part in text.split(",") if part.strip()]


_READERS: Mapping[str, Callable[[str], Value]] = MappingProxyType(
    {
        "integer": _integer_of,
        "number": _number_of,
        "boolean": _boolean_of,
        "texts": _texts_of,
    }
)
"""How each type that is not text is written as text."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query.

    Attributes:
        name: Name after ``$``.
        type: One of :data:`TYPES`.
        description: What to give.
        is_required: Must be given; a parameter that is not has a default, or is null.
        default: Value where none is given.
        example: A value that finds something in the reference data.
        minimum, maximum: Bounds of a number, inclusive.
        terms: Vocabulary whose terms, or class whose descendants, are the only values.

    Raises:
        QueryError: The type is unknown, or default or example are not of it.
    """

    name: str
    type: str
    description: Text
    is_required: bool = True
    default: Value = None
    example: Value = None
    minimum: float | None = None
    maximum: float | None = None
    terms: str = ""

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise QueryError(
                f"Parameter {self.name}: type must be one of {', '.join(TYPES)}; got {self.type!r}."
            )
        if self.is_required and self.default is not None:
            raise QueryError(f"Parameter {self.name}: a required parameter has no default.")
        for kind, value in (("default", self.default), ("example", self.example)):
            problem = self._problem(value) if value is not None else None
            if problem:
                raise QueryError(f"Parameter {self.name}: its {kind} {problem}")

    def read(self, text: str) -> Value:
        """Return the value that a text stands for; ``None`` if nothing was written.

        Text that is not of the type comes back as it is, so that :meth:`bind` refuses it in
        its own words. Several texts are separated by commas; truth is ``true`` or ``false``,
        ``yes`` or ``no``, ``ya`` or ``tidak``.
        """
        bare = text.strip()
        return _READERS.get(self.type, str)(bare) if bare else None

    def bind(self, query: str, value: Value) -> Value:
        """Return the value to send, the default where none is given.

        Raises:
            ParameterError: The value is missing, of another type, or out of bounds.
        """
        if value is None:
            if self.is_required:
                raise ParameterError(f"Query {query} needs parameter {self.name!r}.")
            return self.default
        problem = self._problem(value)
        if problem:
            raise ParameterError(f"Query {query}, parameter {self.name!r}: {problem}")
        if self.type == "words":
            # What else stands between words has a meaning to the full-text index, and so have
            # its operators, which are in upper case.
            return " ".join(_WORD.findall(str(value))).lower()
        return self._term(value) if self.terms else value

    def _term(self, value: Value) -> Value:
        if isinstance(value, list):
            return [term(self.terms, str(item)) for item in value]
        return term(self.terms, str(value))

    def _problem(self, value: Value) -> str | None:
        expected, is_valid = TYPES[self.type]
        if not is_valid(value):
            if self.type == "id" and self.example is not None and value != self.example:
                # What finds something here says more than any id.
                expected = f"an entity id such as {self.example}"
            return f"expected {expected}, got {value!r:.80}."
        if isinstance(value, int | float):
            if self.minimum is not None and value < self.minimum:
                return f"expected {self.minimum:g} or more, got {value}."
            if self.maximum is not None and value > self.maximum:
                return f"expected {self.maximum:g} or less, got {value}."
        try:
            if self.terms:
                self._term(value)
        except ParameterError as error:
            return str(error)
        return None
