"""What is wrong with a Cypher text, beyond its syntax.

Three kinds of rules, each returning sentences and never raising: the text keeps to its
declaration (parameters, columns), it names only what the ontology has, and it reads only,
in shapes that both engines answer alike (:mod:`graph.catalogue.shapes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from graph.catalogue.shapes import shape_problems
from graph.catalogue.terms import Kind, Use, uses
from graph.catalogue.tokens import Token, tokens
from graph.ddl import relationship_types
from ontology.model import Ontology

STRUCTURAL = frozenset(
    {
        # On nodes, set by the projection beside the ontology's properties.
        *("id", "class", "caption", "search_text", "first_day", "last_day", "conflicts"),
        *("records", "claims", "support", "confidence", "language", "reliability"),
        *("origin_key", "sha256"),
        # On relationships.
        *("relation", "modality", "layer"),
    }
)
"""Property names that the projection sets and the ontology does not declare."""

_COMPONENTS = frozenset({"year", "month", "day", "days", "months", "years", "quarter", "week"})
"""What can be asked of a date or a duration with a dot."""

_AFTER_RETURN = ("ORDER", "SKIP", "LIMIT", "OFFSET", "UNION")


def problems(
    text: str, *, parameters: Sequence[str], columns: Sequence[str], ontology: Ontology
) -> list[str]:
    """Return everything that is wrong with a query's text, one sentence each.

    Args:
        text: Cypher.
        parameters: Names declared.
        columns: Names declared, in order.
        ontology: Labels, relationship types and properties there are.
    """
    try:
        found = tokens(text)
    except ValueError as error:
        return [f"The text is no Cypher: {error}."]
    return [
        *_parameter_problems(found, parameters),
        *_column_problems(found, columns),
        *term_problems(text, ontology),
        *shape_problems(text),
    ]


def term_problems(text: str, ontology: Ontology) -> list[str]:
    """Return a sentence for each label, type or property that the ontology does not have."""
    known = known_terms(ontology)
    return [_unknown(use, known[use.kind]) for use in unknown_uses(text, ontology)]


def known_terms(ontology: Ontology) -> dict[Kind, frozenset[str]]:
    """Return the names that can be in the graph, by what they name."""
    stored = STRUCTURAL | ontology.properties.keys()
    return {
        "label": frozenset(ontology.classes),
        "type": frozenset(relationship_types(ontology)),
        "property": stored | _COMPONENTS,
        "stored": stored,
    }


def unknown_uses(text: str, ontology: Ontology) -> Iterator[Use]:
    """Yield each label, type or property of a Cypher text that cannot be in the graph, once.

    Raises:
        ValueError: The text is no Cypher.
    """
    found = list(uses(tokens(text)))
    made = {use.name for use in found if use.kind == "key"}
    known = known_terms(ontology)
    for use in dict.fromkeys(found):
        is_made = use.kind == "property" and use.name in made
        if use.kind in known and use.name not in known[use.kind] and not is_made:
            yield use


_WORDS = {
    "label": "class",
    "type": "relationship type",
    "property": "property",
    "stored": "property",
}


def _unknown(use: Use, known: Iterable[str]) -> str:
    near = get_close_matches(use.name, list(known), n=2, cutoff=0.6)
    hint = f" Nearest: {', '.join(near)}." if near else ""
    return f"The ontology has no {_WORDS[use.kind]} {use.name!r}.{hint}"


def _parameter_problems(found: Iterable[Token], declared: Sequence[str]) -> Iterator[str]:
    used = {token.text for token in found if token.kind == "parameter"}
    for name in sorted(used - set(declared)):
        yield f"${name} is used but not declared under parameters."
    for name in declared:
        if name not in used:
            yield f"Parameter {name!r} is declared but ${name} is not used."


def _column_problems(found: Sequence[Token], declared: Sequence[str]) -> Iterator[str]:
    returns = [i for i, t in enumerate(found) if t.depth == 0 and t.is_("RETURN")]
    if not returns:
        yield "The text has no RETURN."
    for start in returns:
        names = [_column(item) for item in _items(found, start + 1)]
        if None in names:
            yield "Every expression of a RETURN needs a name: write `expression AS name`."
        elif names != list(declared):
            yield f"RETURN gives columns {names}, the header declares {list(declared)}."


def _items(found: Sequence[Token], start: int) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    for token in found[start:]:
        if token.depth == 0 and token.is_(*_AFTER_RETURN, ";"):
            break
        if token.depth == 0 and token.is_(","):
            items.append([])
        elif not (token.depth == 0 and token.is_("DISTINCT") and not items[-1]):
            items[-1].append(token)
    return items


def _column(item: list[Token]) -> str | None:
    if len(item) >= 3 and item[-2].is_("AS") and item[-1].kind == "name":
        return item[-1].text
    return item[0].text if len(item) == 1 and item[0].kind == "name" else None
