"""The lexical gate: says at once, in plain words, what a room does not do.

It is there for its messages. What it lets through by mistake meets a locked process that
cannot do it; what is only written like something forbidden (a property ``n.set``, a text,
a comment) passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.catalogue.tokens import Token, tokens
from graph.rooms.errors import QueryRefusedError
from ontology.model import Text

MAXIMUM_LENGTH = 20_000
"""Characters of a query: a hundred times what anybody types."""

MAXIMUM_DEPTH = 100
"""Brackets open at once: parsers call themselves for each, and their stacks end."""

PROCEDURES = (
    "algo.",
    "db.index.fulltext.",
    "db.labels",
    "db.propertykeys",
    "db.relationshiptypes",
    "meta.",
    "path.",
)
"""How the names of procedures begin that only read, in lower case."""

_WRITES = ("CREATE", "MERGE", "DELETE", "DETACH", "SET", "REMOVE", "INSERT", "FOREACH")
_RULES = ("DROP", "ALTER", "GRANT", "DENY", "REVOKE", "SHOW", "TERMINATE", "USE", "LOAD")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_OUTSIDE = ("SERVICE", "FROM")

_SPARQL = re.compile(
    r"""
    (?P<skip>\s+ | \#[^\n]* | <[^<>"{}|^`\\\s]*>
      | \"{3}(?:[^"\\]|\\.|\"(?!\"\"))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | [?$@][\w-]+ | (?:[A-Za-z][\w.-]*)?:[\w.:%\\/-]* )
  | (?P<word>[A-Za-z]+)
  | (?P<open>[({\[]) | (?P<close>[)}\]])
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def check_cypher(text: str) -> None:
    """Refuse what a room does not do.

    Raises:
        QueryRefusedError: The text writes, manages, loads, calls what is not listed, holds
            several statements, or is too long or too deep.
    """
    _check_size(text)
    try:
        found = tokens(text)
    except ValueError:
        # The engine says better what it does not understand, unless it would obey.
        words = re.findall(r"[A-Za-z]+", text)[:1]
        _refuse_words([w.upper() for w in words], ("SHOW", "TERMINATE"))
        return
    if any(t.is_(";") for t in found[:-1]):
        raise _refused(
            "Satu kueri pada satu waktu: hapus titik koma di tengah.",
            "One query at a time: delete the semicolon in the middle.",
        )
    _check_depth(max((t.depth + 1 for t in found), default=0))
    _refuse_words(list(_clauses(found)), (*_WRITES, *_RULES))
    for name in _called(found):
        if not name.lower().startswith(PROCEDURES):
            raise _refused(
                f"Prosedur {name} tidak tersedia. Yang ada: {', '.join(PROCEDURES)}.",
                f"Procedure {name} is not available. There are: {', '.join(PROCEDURES)}.",
            )


def check_sparql(text: str) -> None:
    """Refuse what a worker does not do.

    Raises:
        QueryRefusedError: The text updates, asks another server, names another data set, or
            is too long or too deep.
    """
    _check_size(text)
    words: list[str] = []
    depth = deepest = 0
    for match in _SPARQL.finditer(text):
        if match.lastgroup == "word":
            words.append(match.group().upper())
        elif match.lastgroup == "open":
            depth += 1
            deepest = max(deepest, depth)
        elif match.lastgroup == "close":
            depth -= 1
    _check_depth(deepest)
    for word in _OUTSIDE:
        if word in words:
            raise _refused(
                f"{word} tidak tersedia: kueri hanya membaca data di sini. "
                "Untuk graf sebuah dokumen, tulis GRAPH <…> { … }.",
                f"{word} is not available: a query reads what is here and nothing else. "
                "For the graph of a document write GRAPH <…> { … }.",
            )
    _refuse_words(words, _UPDATES)


def pattern_start(text: str) -> int:
    """Return where the pattern of a SPARQL query begins: after its first bracket.

    Raises:
        ValueError: There is none.
    """
    depth, start, is_template = 0, -1, False
    for match in _SPARQL.finditer(text):
        word = match.group().upper() if match.lastgroup == "word" and depth == 0 else ""
        if word == "CONSTRUCT":
            is_template = True
        elif word == "WHERE":
            is_template, start = False, -1
        elif match.lastgroup == "open":
            if depth == 0 and start < 0 and not is_template and match.group() == "{":
                start = match.end()
            depth += 1
        elif match.lastgroup == "close":
            depth -= 1
    if start < 0:
        raise ValueError("A query with parameters needs a pattern: WHERE { … }.")
    return start


def _clauses(found: Sequence[Token]) -> Iterator[str]:
    """Yield words that may begin a clause: no property, label, map key, alias or function."""
    for i, token in enumerate(found):
        if token.kind != "name" or token.is_quoted:
            continue
        before = found[i - 1] if i else None
        after = found[i + 1] if i + 1 < len(found) else None
        if before is not None and before.is_(".", ":", "AS", "|", "&", "!"):
            continue
        if after is not None and after.is_(":", ".", ",", "]", "=", "<>"):
            continue
        yield token.text.upper()


def _called(found: Sequence[Token]) -> Iterator[str]:
    for i, token in enumerate(found):
        if not token.is_("CALL") or (i and found[i - 1].is_(".", ":", "AS")):
            continue
        name = ""
        for part in found[i + 1 :]:
            if part.kind != "name" and not part.is_("."):
                break
            name += part.text
        # Without a name it is a subquery.
        if name:
            yield name


def _check_size(text: str) -> None:
    if not text.strip():
        raise _refused("Kueri kosong.", "The query is empty.")
    if len(text) > MAXIMUM_LENGTH:
        raise _refused(
            f"Kueri lebih dari {MAXIMUM_LENGTH} karakter. Kirim daftar sebagai parameter.",
            f"The query has more than {MAXIMUM_LENGTH} characters. Send lists as parameters.",
        )


def _check_depth(depth: int) -> None:
    if depth > MAXIMUM_DEPTH:
        raise _refused(
            f"Kurung lebih dari {MAXIMUM_DEPTH} tingkat.",
            f"Brackets are nested more than {MAXIMUM_DEPTH} deep.",
        )


def _refuse_words(words: Sequence[str], forbidden: Sequence[str]) -> None:
    for word in words:
        if word in forbidden:
            raise _refused(
                f"{word} tidak tersedia: kueri bebas hanya membaca.",
                f"{word} is not available: free queries only read.",
            )


def _refused(indonesian: str, english: str) -> QueryRefusedError:
    return QueryRefusedError(Text(id=indonesian, en=english))
