"""The text of a web page: what a reader sees, block by block.

Not a guess at the "main" article: which lines are title, menu or body is judged by
``loaders.text.layout`` over all of the text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser
from typing import NamedTuple

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "head", "select", "button"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"}
    | {"main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)


def text_of(page: str) -> tuple[str, str | None]:
    """Return the visible text of a page, one block per line, and its title.

    >>> text, title = text_of("<title>T</title><p>Satu <b>dua</b></p><script>x()</script>")
    >>> text.splitlines(), title
    (['Satu dua'], 'T')
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    text = re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()
    title = " ".join("".join(reader.title).split())
    return (f"{text}\n" if text else ""), title or None


class About(NamedTuple):
    """What a page says of itself for machines: day of publication, outlet, address."""

    published: str | None = None
    publisher: str | None = None
    url: str | None = None


_WIB = timezone(timedelta(hours=7))
_ABOUT = {
    "article:published_time": "published", "datepublished": "published", "pubdate": "published",
    "publishdate": "published", "og:site_name": "publisher", "og:url": "url",
}  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def about(page: str) -> About:
    """Return what the head of a page says of it; what cannot be read is left out.

    >>> about('<meta property="article:published_time" content="2025-08-05T20:15:00Z">').published
    '2025-08-06'
    """
    reader = _Head()
    reader.feed(page)
    reader.close()
    said = reader.said
    url = said.get("url", "")
    return About(
        published=_day(said.get("published", "")),
        publisher=said.get("publisher") or None,
        url=url if _ADDRESS.fullmatch(url) else None,
    )


def _day(text: str) -> str | None:
    """Return the day of a moment as western Indonesia counts it."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    # Without a zone it is the outlet's own time.
    local = moment.astimezone(_WIB) if moment.tzinfo == UTC else moment
    return local.date().isoformat()


class _Head(HTMLParser):
    """Collects the first value of each property of the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            key = given.get("property") or given.get("name") or given.get("itemprop") or ""
            name = _ABOUT.get(key.casefold())
            if name and given.get("content", "").strip():
                self.said.setdefault(name, " ".join(given["content"].split()))
        elif tag == "link" and given.get("rel") == "canonical":
            self.said.setdefault("url", given.get("href", "").strip())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.title: list[str] = []
        self._silent: str | None = None
        self._depth = 0
        self._is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the base class calls it so
        self._is_title = tag == "title"
        if self._silent is None and tag in _SILENT:
            self._silent, self._depth = tag, 1
        elif tag == self._silent and tag not in _VOID:
            self._depth += 1
        elif tag == "body":
            # Pages that never close their head still have a body.
            self._silent = None
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._is_title = False
        if tag == self._silent:
            self._depth -= 1
            if self._depth == 0:
                self._silent = None
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.title.append(data)
        elif self._silent is None:
            self.parts.append(data.replace("\n", " "))
