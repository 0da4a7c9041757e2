"""Paragraphs of texts whose lines were broken at a width, or that bear marks of Markdown.

Owns which line goes on in the next, and what is no part of the words. Refuses to join anything in
a text whose lines are paragraphs: there a line that ends early is a heading, a byline or a list.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TypeVar

from loaders.text.draft import DraftClaim, Entity, Extraction, Mention, Refusal
from loaders.text.patterns import Pattern

_Placed = TypeVar("_Placed", Mention, Entity, DraftClaim, Refusal)
_Quoted = TypeVar("_Quoted", DraftClaim, Refusal)

_WIDEST, _NARROWEST = 160, 40
"""Widths, in characters, at which lines are broken."""
_SURE, _SHARE, _FULL = 2, 0.3, 0.6
"""Least number and share of lines broken in mid-sentence, and share of full lines, that make a
text a broken one."""
_ENDS = Pattern(r"[.!?…:;][\"”’')\]]*$")
# "# Judul", "> kutipan", "**Kupang**", and *tebal* and _miring_ of forwarded messages.
_LEAD = Pattern(r"(?:#{1,6}|>)\s+(?=\S)")
_EMPHASIS = Pattern(r"(?<![\w*_])([*_]{1,3})(?=\S)(?P<words>[^*_]*\w[^*_]*)(?<=\S)\1(?![\w*_])")
_TWO_QUOTES = "''"
_PIECE = Pattern(r"''|'|[^']+")
_LISTED = Pattern(r"(?:\d{1,2}[.)]|[-•*–—]|[a-z][.)])\s")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text with a paragraph a line.

    Attributes:
        given: The text as it was.
        text: The same with whole lines.
        origin: For each character of ``text`` its place in ``given``.
    """

    given: str
    text: str
    origin: Sequence[int]

    def told_of(self, found: Extraction) -> Extraction:
        """Return what was found in ``text`` with the places and words of ``given``."""
        return replace(
            found,
            mentions=tuple(map(self._mention, found.mentions)),
            entities=tuple(map(self._moved, found.entities)),
            claims=tuple(map(self._quoted, found.claims)),
            refused=tuple(map(self._quoted, found.refused)),
            protected=tuple((self.origin[s], self.origin[e - 1] + 1) for s, e in found.protected),
        )

    def _moved(self, one: _Placed) -> _Placed:
        start = self.origin[one.start] if one.start < len(self.origin) else len(self.given)
        end = self.origin[one.end - 1] + 1 if one.end > one.start else start
        return replace(one, start=start, end=end)

    def _mention(self, one: Mention) -> Mention:
        moved = self._moved(one)
        return replace(moved, text=self.given[moved.start : moved.end])

    def _quoted(self, one: _Quoted) -> _Quoted:
        moved = self._moved(one)
        return replace(moved, quote=self.given[moved.start : moved.end])


def unwrap(text: str) -> Unwrapped | None:
    r"""Return a text with its paragraphs made whole and unmarked; ``None`` if they are already.

    >>> unwrap("Polda NTT menangkap tiga orang di kota itu\nkemarin.").text
    'Polda NTT menangkap tiga orang di kota itu kemarin.'
    >>> unwrap("# Judul\n\n**Kupang** - Polda NTT").text
    'Judul\n\nKupang - Polda NTT'
    >>> unwrap("Polda NTT menangkap tiga orang di kota itu\nKupang") is None
    True
    """
    lines = list(_lines(text))
    going_on = _going_on([line for _, line in lines])
    if not going_on and not any(_is_marked(line) for _, line in lines):
        return None
    parts: list[str] = []
    origin = array("l")
    for number, (start, line) in enumerate(lines):
        # "laki-" and "laki" are one word: a line is broken behind the hyphen that it has.
        is_one_word = number in going_on and lines[number - 1][1].endswith("-")
        if number and not is_one_word:
            parts.append(" " if number in going_on else "\n")
            origin.append(start - 1)
        for begin, end in _unmarked(line):
            for piece in _PIECE.finditer(line, begin, end):
                # Two single quotes are one double quote, as some papers type it.
                said = '"' if piece[0] == _TWO_QUOTES else piece[0]
                parts.append(said)
                origin.extend(range(start + piece.start(), start + piece.start() + len(said)))
    return Unwrapped(text, "".join(parts), origin)


def _is_marked(line: str) -> bool:
    return bool(line) and (_unmarked(line) != [(0, len(line))] or _TWO_QUOTES in line)


def _unmarked(line: str) -> list[tuple[int, int]]:
    """Return the stretches of a line between the marks of headings, quotations and emphasis."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    made: list[tuple[int, int]] = []
    for found in _EMPHASIS.finditer(line, at):
        made += [(at, found.start()), found.span("words")]
        at = found.end()
    return [*made, (at, len(line))]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the start and the words of each line, without white space around them."""
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        yield at + line.find(stripped), stripped
        at += len(line)


def _going_on(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that go on where the line before was broken."""
    pairs = [n for n in range(1, len(lines)) if _may_go_on(lines[n - 1], lines[n])]
    width = max((len(lines[n - 1]) for n in pairs), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return frozenset()
    broken = {
        n for n in pairs if len(lines[n - 1]) >= _NARROWEST and not _ENDS.search(lines[n - 1])
    }
    lower = {n for n in broken if lines[n][0].islower()}
    # Whoever breaks lines at a width does so where the next word does not fit.
    full = {n for n in pairs if len(lines[n - 1]) + 1 + len(lines[n].split()[0]) > width}
    # Headings, bylines and rows of a list are open, too: prose goes on in small letters, and
    # fills its lines.
    is_prose = len(lower) >= max(_SURE, _SHARE * len(broken)) or len(full) > _FULL * len(pairs)
    if len(broken) < max(_SURE, _SHARE * len(pairs)) or not is_prose:
        return frozenset(lower)
    if lines[pairs[0] - 1 : pairs[-1]].count(""):
        # Blank lines set paragraphs off; only a line far from full ends within one.
        full |= {n for n in pairs if len(lines[n - 1]) >= width / 2}
    return frozenset((full - _below_the_title(lines)) | lower)


def _may_go_on(line: str, following: str) -> bool:
    return bool(line and following) and not _LISTED.match(following)


def _below_the_title(lines: Sequence[str]) -> set[int]:
    """Return the line behind a title that no blank line sets off from the text."""
    first = next((n for n, line in enumerate(lines) if line), 0)
    block = list(takewhile(bool, lines[first:]))
    # A block in which nothing ends like a sentence is the title alone, broken itself.
    return {first + 1} if any(map(_ENDS.search, block)) else set()
