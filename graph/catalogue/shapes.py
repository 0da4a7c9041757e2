"""Shapes of Cypher that a catalogue query must not have, each with its reason.

The first group writes, or reaches outside the graph. The second runs on one engine only, or
gives another answer there; ``tests/property/test_differential.py`` looks for more of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graph.catalogue.conditions import early_conditions
from graph.catalogue.tokens import Token, tokens

PROCEDURES = frozenset({"db.index.fulltext.queryNodes"})
"""Procedures that both engines have under one name and with one answer."""

AGGREGATES = frozenset(
    {
        *("avg", "collect", "count", "max", "min", "stdev", "stdevp", "sum"),
        *("percentilecont", "percentiledisc"),
    }
)

_WRITES = (
    *("CREATE", "MERGE", "DELETE", "DETACH", "SET", "REMOVE", "FOREACH", "DROP", "ALTER"),
    *("LOAD", "USE", "TERMINATE", "GRANT", "REVOKE", "DENY", "SHOW", "FINISH", "INSERT"),
)
_NAMESPACES = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "time"})
_ENGINE_IDS = frozenset({"id", "elementid"})
_CLAUSES = (
    *("MATCH", "OPTIONAL", "WHERE", "WITH", "RETURN", "UNWIND", "CALL", "UNION"),
    *("ORDER", "SKIP", "LIMIT", "OFFSET", "YIELD"),
)

Rule = Callable[[Sequence[Token]], Iterator[str]]


def shape_problems(text: str) -> list[str]:
    """Return a sentence for each shape of a text that is refused, by its name."""
    found = tokens(text)
    return list(dict.fromkeys(problem for rule in _RULES for problem in rule(found)))


def _is_word(found: Sequence[Token], i: int) -> bool:
    """Tell whether a name is neither a property, a label, a key nor a variable's alias."""
    token = found[i]
    before = found[i - 1] if i else None
    after = found[i + 1] if i + 1 < len(found) else None
    if token.kind != "name" or token.is_quoted or (after and after.is_(":")):
        return False
    return before is None or not before.is_(".", ":", "|", "&", "!", "AS")


def _writes(found: Sequence[Token]) -> Iterator[str]:
    for i, token in enumerate(found):
        if token.is_(*_WRITES) and _is_word(found, i):
            yield f"write-clause: {token.text.upper()} is not for a catalogue query; it reads."


def _calls(found: Sequence[Token]) -> Iterator[str]:
    for i, token in enumerate(found):
        if not token.is_("CALL") or not _is_word(found, i):
            continue
        name = _dotted(found, i + 1)
        if name and name not in PROCEDURES:
            yield (
                f"procedure: {name} is not on both engines. "
                f"Allowed: {', '.join(sorted(PROCEDURES))}."
            )


def _functions(found: Sequence[Token]) -> Iterator[str]:
    for i, token in enumerate(found):
        if token.kind != "name" or (i and found[i - 1].is_(".", "CALL")):
            continue
        name = _dotted(found, i)
        is_call = i + name.count(".") * 2 + 1 < len(found)
        is_call = is_call and found[i + name.count(".") * 2 + 1].is_("(")
        namespace = name.partition(".")[0].lower()
        if is_call and "." in name and namespace not in _NAMESPACES:
            yield f"extension-function: {name} is not on both engines."
        if is_call and name.lower() in _ENGINE_IDS:
            yield f"engine-id: {name}() differs between engines; identity is the property id."


def _dotted(found: Sequence[Token], i: int) -> str:
    words: list[str] = []
    while i < len(found) and found[i].kind == "name":
        words.append(found[i].text)
        if i + 1 >= len(found) or not found[i + 1].is_("."):
            break
        i += 2
    return ".".join(words)


def _boolean_aggregates(found: Sequence[Token]) -> Iterator[str]:
    for item in _projections(found):
        has_aggregate = any(
            t.kind == "name" and t.text.lower() in AGGREGATES and item[i + 1].is_("(")
            for i, t in enumerate(item[:-1])
        )
        if has_aggregate and any(t.is_("AND", "OR", "XOR", "NOT") for t in item):
            yield (
                "boolean-aggregate: an aggregate beside AND, OR, XOR or NOT is answered "
                "differently. Bind it with WITH first, then combine."
            )


def _projections(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the expressions of every WITH and RETURN, subqueries cut out."""
    for start, token in enumerate(found):
        if not token.is_("WITH", "RETURN") or (start and found[start - 1].is_("STARTS", "ENDS")):
            continue
        item: list[Token] = []
        for other in found[start + 1 :]:
            is_outer = other.depth == token.depth
            if other.depth < token.depth or (is_outer and other.is_(*_CLAUSES)):
                break
            if is_outer and other.is_(","):
                yield _without_subqueries(item)
                item = []
            else:
                item.append(other)
        yield _without_subqueries(item)


def _without_subqueries(item: list[Token]) -> list[Token]:
    kept: list[Token] = []
    limit: int | None = None
    for i, token in enumerate(item):
        if limit is not None and token.depth <= limit:
            limit = None
        elif limit is None and token.is_("{") and i and item[i - 1].is_("EXISTS", "COUNT"):
            kept.pop()
            limit = token.depth
            continue
        if limit is None:
            kept.append(token)
    return kept


def _unbounded_paths(found: Sequence[Token]) -> Iterator[str]:
    for i, token in enumerate(found):
        if token.kind != "name" or token.text.lower() not in {"shortestpath", "allshortestpaths"}:
            continue
        if i + 1 < len(found) and found[i + 1].is_("(") and not _has_bound(found, i + 1):
            yield (
                f"unbounded-path: {token.text} needs an upper bound of its length, such as [*..6]."
            )


def _has_bound(found: Sequence[Token], start: int) -> bool:
    """Tell whether the ``*`` inside brackets that open at ``start`` ends in a number."""
    for i in range(start + 1, len(found)):
        token = found[i]
        if token.depth <= found[start].depth:
            break
        if token.is_("*"):
            rest = [t for t in found[i + 1 : i + 4] if t.kind == "number" or t.is_("..")]
            return bool(rest) and rest[-1].kind == "number"
    return True


def _unbounded_lengths(found: Sequence[Token]) -> Iterator[str]:
    for i, token in enumerate(found):
        is_length = token.is_("*") and i and not found[i - 1].is_("(", ",")
        opener = _opener(found, i) if is_length else None
        if opener is None or not (opener and found[opener - 1].is_("-")):
            continue
        rest = _length(found, i)
        if not rest or rest[-1].kind != "number":
            yield "unbounded-length: a variable length needs an upper bound, such as [*1..4]."


def _length(found: Sequence[Token], i: int) -> list[Token]:
    rest: list[Token] = []
    for token in found[i + 1 : i + 4]:
        if token.kind != "number" and not token.is_(".."):
            break
        rest.append(token)
    return rest


def _opener(found: Sequence[Token], i: int) -> int | None:
    """Return the index of the ``[`` that directly encloses a token, if one does."""
    for j in range(i - 1, -1, -1):
        if found[j].depth < found[i].depth:
            return j if found[j].is_("[") else None
    return None


def _newer_paths(found: Sequence[Token]) -> Iterator[str]:
    for i, token in enumerate(found):
        before = found[i - 1] if i else None
        if token.is_("SHORTEST") and before and before.is_("ANY", "ALL", "MATCH", "="):
            yield "shortest-selector: write shortestPath((a)-[*..6]-(b)); SHORTEST is Neo4j only."
        if token.is_("{", "+") and before and before.is_(")", "-", ">") and _quantifies(found, i):
            yield "quantified-path: write a variable length [*1..4]; the pattern is Neo4j only."


def _quantifies(found: Sequence[Token], i: int) -> bool:
    if found[i].is_("+"):
        return i + 1 < len(found) and found[i + 1].is_("(", "-") and found[i - 1].is_(")")
    return i + 1 < len(found) and (found[i + 1].kind == "number" or found[i + 1].is_(","))


_RULES: tuple[Rule, ...] = (
    _writes,
    _calls,
    _functions,
    _boolean_aggregates,
    _unbounded_paths,
    _unbounded_lengths,
    _newer_paths,
    early_conditions,
)
