"""Cypher cut into tokens: enough for linting, far from a parser.

Neo4j's own parser checks syntax in ``make lint-cypher``; this is for the rules that are
ours, at every load, without Node.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["name", "parameter", "text", "number", "sign"]

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<parameter>\$(?:[A-Za-z_]\w*|`[^`]+`))
  | (?P<name>[A-Za-z_]\w*|`(?:[^`]|``)+`)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<sign>\.\.|<=|>=|<>|=~|[-+*/%^=<>|&!:;.,(){}\[\]$])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: What it is; keywords are names.
        text: Its text; a backticked name without the backticks, a parameter without ``$``.
        depth: Number of brackets of any kind that are open around it.
        is_quoted: It stood in backticks, so it is no keyword.
    """

    kind: Kind
    text: str
    depth: int
    is_quoted: bool = False

    def is_(self, *words: str) -> bool:
        """Tell whether it is one of some signs, or of some keywords in upper case."""
        if self.kind == "sign":
            return self.text in words
        return self.kind == "name" and not self.is_quoted and self.text.upper() in words


@lru_cache(maxsize=8)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a Cypher text, comments left out.

    Raises:
        ValueError: A character fits no token; the message names it and its line.
    """
    found: list[Token] = []
    position = depth = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            line = text.count("\n", 0, position) + 1
            raise ValueError(f"line {line}: {text[position]!r} begins no Cypher token")
        position = match.end()
        if match.lastgroup == "space":
            continue
        token = match.group()
        if token in {")", "]", "}"}:
            depth -= 1
        found.append(_token(match.lastgroup, token, depth))
        if token in {"(", "[", "{"}:
            depth += 1
    return tuple(found)


def _token(group: str, token: str, depth: int) -> Token:
    match group:
        case "parameter":
            return Token("parameter", token[1:].strip("`"), depth)
        case "name":
            is_quoted = token.startswith("`")
            name = token[1:-1].replace("``", "`") if is_quoted else token
            return Token("name", name, depth, is_quoted)
        case "text":
            return Token("text", token, depth)
        case "number":
            return Token("number", token, depth)
        case _:
            return Token("sign", token, depth)
