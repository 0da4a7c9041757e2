"""Closed lists that a parameter's value belongs to: a vocabulary, or the classes below one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from graph.errors import ParameterError
from ontology.model import Text, load

_MOST_TOLD = 12


def term(name: str, text: str) -> str:
    """Return the term that a text means, as the graph has it.

    Args:
        name: A vocabulary, or a class, whose descendants are meant.
        text: A notation, the name of a class, or a label in either language.

    Raises:
        ParameterError: There is no such term; the nearest are named.
        UnknownTermError: There is no such vocabulary or class.

    >>> term("legal-stages", "Tersangka"), term("Agreement", "Declaration")
    ('suspect', 'Declaration')
    """
    known = _accepted(name)
    wanted = " ".join(text.split()).casefold()
    if wanted in known:
        return known[wanted]
    near = dict.fromkeys(known[n] for n in get_close_matches(wanted, known, n=4, cutoff=0.5))
    told = list(near or dict.fromkeys(known.values()))
    more = ", …" if len(told) > _MOST_TOLD else ""
    hint = f"{'Nearest' if near else 'There are'}: {', '.join(told[:_MOST_TOLD])}{more}."
    raise ParameterError(f"expected a term of {name}, got {text!r:.80}. {hint}")


@cache
def _accepted(name: str) -> Mapping[str, str]:
    """Return the term for everything that it may be called, in small letters."""
    terms = dict(_terms(name))
    found = {value.casefold(): value for value in terms}
    for value, label in terms.items():
        for word in (label.id, label.en):
            found.setdefault(word.casefold(), value)
    return MappingProxyType(found)


def _terms(name: str) -> Iterator[tuple[str, Text]]:
    ontology = load()
    if name not in ontology.classes:
        for concept in ontology.scheme(name).concepts.values():
            yield concept.notation, concept.label
        return
    for below in map(ontology.cls, ontology.descendants(name)):
        # Nothing is of an abstract class.
        if not below.is_abstract:
            yield below.name, below.label
