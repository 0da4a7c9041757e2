"""Answers in the format that the Accept header asks for, with a tag to ask again by.

Bytes are made once, without validation of large answers, and not at all for a caller who has
them already.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import orjson
from fastapi import Request, Response

from api.errors import NotAcceptableError
from graph.services.floor import floor_rule
from graph.services.stages import this_day
from graph.snapshots import Snapshot
from ontology.model import Ontology

JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
CSV: Final = "text/csv"
GRAPHML: Final = "application/graphml+xml"
GEXF: Final = "application/gexf+xml"
TURTLE: Final = "text/turtle"
NQUADS: Final = "application/n-quads"
JSONLD: Final = "application/ld+json"
HTML: Final = "text/html"

Makers = Mapping[str, Callable[[], bytes]]
"""How to make each format that a route offers, the default first."""


class Json(Response):
    """JSON bytes made by orjson, without validation of large answers."""

    media_type = JSON


def answer(content: object) -> Json:
    """Return plain data and dataclasses as a JSON answer."""
    return Json(as_json(content))


def as_json(content: object) -> bytes:
    """Return plain data and dataclasses as JSON."""
    return orjson.dumps(content, default=_plain, option=orjson.OPT_NON_STR_KEYS)


def as_lines(items: Iterable[object]) -> bytes:
    """Return plain data and dataclasses as JSON, one item a line."""
    option = orjson.OPT_NON_STR_KEYS | orjson.OPT_APPEND_NEWLINE
    return b"".join(orjson.dumps(item, default=_plain, option=option) for item in items)


def as_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return rows as CSV; cells that a spreadsheet would run are made text."""
    from api.cli.output import as_csv

    return as_csv(columns, rows).encode()


def as_turtle(snapshot: Snapshot, ontology: Ontology, ids: Sequence[str]) -> bytes:
    """Return every statement about some entities, with their claims, as Turtle."""
    from graph.export.rdf import quads_of, write_turtle

    file = io.StringIO()
    write_turtle(quads_of(snapshot, ontology, ids), file)
    return file.getvalue().encode()


def _plain(value: object) -> object:
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    if hasattr(value, "items"):
        return dict(value.items())
    raise TypeError(f"cannot be written as JSON: {type(value).__name__}")


def chosen(accept: str, offered: Sequence[str]) -> str:
    """Return the offered format that an Accept header likes best; the first, if it says nothing.

    Raises:
        NotAcceptableError: It likes none of them.
    """
    if not accept.strip():
        return offered[0]
    likes = [_like(part) for part in accept.split(",") if part.strip()]
    ranked = [(_quality(name, likes), -order, name) for order, name in enumerate(offered)]
    quality, _, name = max(ranked)
    if quality <= 0:
        raise NotAcceptableError(f"There is no {accept!r} of this. Accept: {', '.join(offered)}.")
    return name


def _like(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                return name.lower(), float(value)
            except ValueError:
                return name.lower(), 0.0
    return name.lower(), 1.0


def _quality(name: str, likes: Sequence[tuple[str, float]]) -> float:
    """Return how much a format is liked: as the most specific range that covers it says."""
    family = name.partition("/")[0] + "/*"
    for wanted in (name, family, "*/*"):
        found = [quality for pattern, quality in likes if pattern == wanted]
        if found:
            return max(found)
    return 0.0


@dataclass(frozen=True, slots=True)
class Reply:
    """Answers one request from a snapshot that does not change.

    Attributes:
        request: What was asked.
        snapshot: What it is answered from.
    """

    request: Request
    snapshot: Snapshot

    def give(
        self,
        makers: Makers,
        headers: Mapping[str, str] | None = None,
        *,
        form: str | None = None,
    ) -> Response:
        """Return the answer in the format asked for; 304, if the caller has it already.

        Args:
            makers: The formats there are.
            headers: Further headers.
            form: The format, where something else than the Accept header says it.

        Raises:
            NotAcceptableError: None of the formats is wanted.
        """
        form = form or chosen(self.request.headers.get("accept", ""), list(makers))
        tag = self._tag(form)
        told = {"ETag": tag, "Vary": "Accept, Authorization, Cookie", **(headers or {})}
        if rule := floor_rule(self.snapshot):
            # Files of every format stand under it, and few of them have a place for it.
            told["X-Lacak-Rule"] = rule.en
        if _has(self.request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=told)
        is_text = form.startswith("text/")
        media_type = f"{form}; charset=utf-8" if is_text else form
        return Response(makers[form](), headers=told, media_type=media_type)

    def _tag(self, form: str) -> str:
        # A folder is published once; the audience's is another one than the full one.
        # What is stale depends on the day.
        url = self.request.url
        asked = (str(self.snapshot.folder), url.path, url.query, form, this_day())
        made = hashlib.blake2b("\n".join(asked).encode(), digest_size=12)
        return f'"{made.hexdigest()}"'


def _has(if_none_match: str, tag: str) -> bool:
    known = {part.strip().removeprefix("W/") for part in if_none_match.split(",")}
    return tag in known or "*" in known
