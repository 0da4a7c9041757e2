"""Which labels, relationship types and property names a Cypher text uses, and where.

Cypher writes ``:`` and ``{`` for several things; what a bracket means follows from what
stands before it. A text that is unusual enough to confuse this is better written plainly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.catalogue.tokens import Token

Kind = Literal["label", "type", "property", "stored", "key"]

_BLOCKS = ("CALL", "EXISTS", "COUNT", "COLLECT")
_PATTERN_OPENERS = ("MATCH", "WHERE", "AND", "OR", "XOR", "NOT", "EXISTS", "ON", "IN", "WITH")
_NAME_SIGNS = frozenset({":", "|", "&", "!", "(", ")", "%"})


@dataclass(frozen=True, slots=True)
class Use:
    """One name that a text uses.

    Attributes:
        kind: ``label``; ``type``; ``stored`` for a key of a pattern, which names a stored
            property; ``property`` for what follows a dot; ``key`` for what a map literal
            makes up.
        name: The name.
    """

    kind: Kind
    name: str


Bracket = Literal["relationship", "node", "list", "call", "properties", "map", "block", "group"]


def uses(found: Sequence[Token]) -> Iterator[Use]:
    """Yield every label, relationship type and property name, in order of the text."""
    open_: list[Bracket] = []
    for i, token in enumerate(found):
        if token.is_("(", "[", "{"):
            open_.append(_bracket(found, i, open_))
        elif token.is_(")", "]", "}") and open_:
            open_.pop()
        elif token.is_(":"):
            yield from _after_colon(found, i, open_[-1] if open_ else "group")
        elif token.is_(".") and not _is_function(found, i):
            yield Use("property", found[i + 1].text)


def _bracket(found: Sequence[Token], i: int, open_: Sequence[Bracket]) -> Bracket:
    before = found[i - 1] if i else None
    if found[i].is_("["):
        return "relationship" if before and before.is_("-") else "list"
    if found[i].is_("{"):
        return _brace(found, i, open_)
    if before and before.kind == "name" and not before.is_(*_PATTERN_OPENERS):
        return "call"
    return "node"


def _brace(found: Sequence[Token], i: int, open_: Sequence[Bracket]) -> Bracket:
    before = found[i - 1] if i else None
    if before is None or before.is_(*_BLOCKS) or _ends_call_scope(found, i):
        return "block"
    inside = open_[-1] if open_ else "group"
    if inside in {"node", "relationship"} and _ends_pattern_head(before):
        return "properties"
    return "map"


def _ends_call_scope(found: Sequence[Token], i: int) -> bool:
    """Tell whether the brace opens the body of ``CALL (x) { … }``."""
    if not found[i - 1].is_(")"):
        return False
    depth = found[i - 1].depth
    opener = next(j for j in range(i - 2, -1, -1) if found[j].depth == depth and found[j].is_("("))
    return opener > 0 and found[opener - 1].is_("CALL")


def _ends_pattern_head(before: Token) -> bool:
    return before.kind in {"name", "number"} or before.is_("(", "[", "*", "..")


def _is_function(found: Sequence[Token], i: int) -> bool:
    """Tell whether the dot joins the words of a function or procedure name."""
    j = i
    while j + 2 < len(found) and found[j].is_(".") and found[j + 1].kind == "name":
        j += 2
    return j < len(found) and found[j].is_("(") and j > i


def _after_colon(found: Sequence[Token], i: int, inside: Bracket) -> Iterator[Use]:
    if inside in {"properties", "map"}:
        kind: Kind = "stored" if inside == "properties" else "key"
        yield Use(kind, found[i - 1].text)
        return
    kind = "type" if inside == "relationship" else "label"
    for j in range(i + 1, len(found)):
        token = found[j]
        if token.kind == "name" and not token.is_("WHERE", "AND", "OR", "XOR", "NOT", "THEN"):
            yield Use(kind, token.text)
            # A label expression goes on; whatever else follows a name ends it.
            if not (j + 1 < len(found) and found[j + 1].is_("|", "&", ")")):
                return
        elif token.kind != "sign" or token.text not in _NAME_SIGNS or token.is_(")", ":"):
            return
