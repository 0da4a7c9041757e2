"""A condition that the embedded engine tests too early, found in a Cypher text.

ArcadeDB 26.10 tests a condition as soon as the variables that it sees in it are bound. It
does not see a variable inside a subscript, a CASE, a map, a subquery, a list predicate, or
under a property of a function's result (``date(b.day).year``); there the variable is null
when the test runs, and rows vanish without a word. So ``WHERE a.x = 1 OR b.list[0] = 2``
loses rows, depending on the plan. A condition after WITH is tested when it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.catalogue.tokens import Token

_CLAUSES = (
    *("MATCH", "OPTIONAL", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "ORDER", "LIMIT"),
    *("SKIP", "OFFSET", "YIELD", "CREATE", "MERGE", "SET", "DELETE", "DETACH"),
)

SEEN_THROUGH = frozenset(
    {
        *("abs", "ceil", "coalesce", "date", "datetime", "floor", "head", "last", "left"),
        *("length", "ltrim", "replace", "reverse", "right", "round", "rtrim", "size", "split"),
        *("substring", "tofloat", "tointeger", "tolower", "tostring", "toupper", "trim", "type"),
    }
)
"""Functions in whose arguments the engine sees variables (measured one by one)."""

_MAYBE_TRUTH = frozenset({"coalesce", "head", "last"})
_OPERATORS = (
    *("=", "<>", "<", ">", "<=", ">=", "=~", "+", "-", "*", "/", "%", "^"),
    *("IN", "IS", "STARTS", "ENDS", "CONTAINS"),
)


def early_conditions(found: Sequence[Token]) -> Iterator[str]:
    """Yield a sentence for each condition of a MATCH that hides one of its variables."""
    for i, token in enumerate(found):
        if not token.is_("MATCH") or (i and found[i - 1].is_("OPTIONAL")):
            continue
        pattern = _until(found, i + 1, token.depth, ("WHERE", *_CLAUSES))
        where = i + 1 + len(pattern)
        if where < len(found) and found[where].is_("WHERE"):
            variables = _variables(pattern)
            for condition in _conjuncts(_until(found, where + 1, token.depth, _CLAUSES)):
                yield from _problem(condition, variables)


def _until(found: Sequence[Token], start: int, depth: int, words: tuple[str, ...]) -> list[Token]:
    taken: list[Token] = []
    for i in range(start, len(found)):
        token = found[i]
        is_clause = token.depth == depth and token.is_(*words)
        # `STARTS WITH` and `ENDS WITH` are operators, not the clause.
        is_clause = is_clause and not found[i - 1].is_("STARTS", "ENDS")
        if is_clause or token.depth < depth:
            break
        taken.append(token)
    return taken


def _variables(pattern: Sequence[Token]) -> frozenset[str]:
    return frozenset(
        token.text
        for i, token in enumerate(pattern)
        if token.kind == "name"
        and (
            (i and pattern[i - 1].is_("(", "["))
            or (i + 1 < len(pattern) and pattern[i + 1].is_("="))
        )
        and not (i + 1 < len(pattern) and pattern[i + 1].is_("("))
    )


def _conjuncts(condition: list[Token]) -> Iterator[list[Token]]:
    """Yield the parts that a conjunction requires; the whole where it is none."""
    if not condition:
        return
    depth = min(token.depth for token in condition)
    if any(t.depth == depth and t.is_("OR", "XOR", "CASE") for t in condition):
        yield condition
        return
    part: list[Token] = []
    for token in condition:
        if token.depth == depth and token.is_("AND"):
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _problem(condition: Sequence[Token], variables: frozenset[str]) -> Iterator[str]:
    seen: set[str] = set()
    hidden: set[str] = set()
    for i, token in enumerate(condition):
        is_use = token.kind == "name" and token.text in variables
        if is_use and not (i and condition[i - 1].is_(".", ":")):
            (hidden if _is_hidden(condition, i) else seen).add(token.text)
    if seen and hidden - seen:
        yield (
            f"hidden-variable: a condition on {', '.join(sorted(seen))} also needs "
            f"{', '.join(sorted(hidden - seen))} inside a subscript, CASE, subquery or the "
            "like, and is answered differently. Put WITH between MATCH and WHERE."
        )


def _is_hidden(condition: Sequence[Token], i: int) -> bool:
    rest = condition[i + 1 : i + 4]
    if rest and rest[0].is_("[", "{"):
        return True
    if len(rest) == 3 and rest[0].is_(".") and rest[2].is_("["):
        return True
    return _is_in_case(condition, i) or _is_in_blind_bracket(condition, i)


def _is_in_case(condition: Sequence[Token], i: int) -> bool:
    before = condition[:i]
    return sum(t.is_("CASE") for t in before) > sum(t.is_("END") for t in before)


def _is_in_blind_bracket(condition: Sequence[Token], i: int) -> bool:
    depth = condition[i].depth
    for j in range(i - 1, -1, -1):
        token = condition[j]
        if token.depth >= depth or not token.is_("(", "[", "{"):
            continue
        depth = token.depth
        if not token.is_("(") or _is_blind_call(condition, j):
            return True
    return False


def _is_argument(condition: Sequence[Token], i: int) -> bool:
    """Tell whether a token stands directly inside the parentheses of a call seen through."""
    for j in range(i - 1, 0, -1):
        if condition[j].depth < condition[i].depth:
            return condition[j].is_("(") and condition[j - 1].text.lower() in SEEN_THROUGH
    return False


def _is_blind_call(condition: Sequence[Token], opener: int) -> bool:
    """Tell whether a parenthesis belongs to a call that variables are not seen in."""
    before = condition[opener - 1] if opener else None
    if before is None or before.kind != "name" or before.is_("NOT", "AND", "OR", "XOR", "IN"):
        return False
    closer = next(
        j
        for j in range(opener + 1, len(condition))
        if condition[j].depth == condition[opener].depth
    )
    after = condition[closer + 1] if closer + 1 < len(condition) else None
    if after is not None and after.is_(".", "["):
        return True
    if before.text.lower() in _MAYBE_TRUTH:
        # As a truth value of its own the call is not looked into; as an operand it is.
        ahead = condition[opener - 2] if opener > 1 else None
        is_operand = any(t is not None and t.is_(*_OPERATORS) for t in (ahead, after))
        return not (is_operand or _is_argument(condition, opener))
    return before.text.lower() not in SEEN_THROUGH
