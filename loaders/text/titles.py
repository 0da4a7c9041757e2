"""Ranks, titles and degrees around a person's name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from loaders.text.lexicon import Lexicon
from loaders.text.patterns import Pattern
from loaders.text.resources import rows
from loaders.text.spans import Token

_DEGREE = Pattern(
    # Any word with its dots: "S.Pi.", "M.Ag."; a few stand without the comma, too.
    r"(?:\s*,\s*|(?<=[a-z])\s(?=[SM]\.(?:H|I\.?K|Si|Sos|E|M|Pd|Hum|Kn|Ag|IP)\b))(?:[SM]\.[A-Z][A-Za-z]{0,4}(?:\.[A-Z][a-z]{0,4}){0,2}|S\.?H|M\.?H|S\.?I\.?K|S\.?I\.?Kom|S\.?Ik|M\.?Si|M\.?Hum|S\.?Sos"
    r"|S\.?T|M\.?T|S\.?E|M\.?M|"
    r"S\.?Pd|M\.?Pd|S\.?Ag|M\.?Kn|S\.?Kom|M\.?Kom|M\.?A|M\.?Sc|Ph\.?D|LL\.?M"
    r"|S\.?IP|M\.?AP|S\.?Tr\.?K|"
    r"M\.?Tr\.?Opsla|S\.?ST|MBA|C\.?L\.?A|B\.?A|M\.?P\.?A|S\.?Psi|A\.?Md)\b\.?"
)


def degrees(text: str) -> list[tuple[int, int]]:
    """Return offsets of degrees behind commas, without the comma.

    >>> degrees("Budi, S.H., M.H. menilai")
    [(6, 10), (12, 16)]
    """
    return [
        (f.start() + len(f[0]) - len(f[0].lstrip(" ,")), f.end()) for f in _DEGREE.finditer(text)
    ]


@cache
def _ranks() -> Lexicon[str]:
    # "DRS" and "IR" in capitals are rather somebody's initials.
    return Lexicon(
        (form, row[0])
        for row in rows("ranks.tsv")
        for form in ({row[0], row[0].upper()} if len(row[0].rstrip(".")) > 3 else {row[0]})
    )


def rank_at(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens a rank or title at a position takes, or 0."""
    found = _ranks().at(tokens, index)
    if found is None:
        return 0
    size = found[0]
    # "Kombes Pol." may keep its stop outside the listed form.
    if (
        index + size < len(tokens)
        and tokens[index + size].text == "."
        and (tokens[index + size].start == tokens[index + size - 1].end)
    ):
        size += 1
    return size


def ranks_at(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens one or more ranks and titles in a row take."""
    total = 0
    while index + total < len(tokens):
        size = rank_at(tokens, index + total)
        if size == 0:
            break
        total += size
    return total


def degrees_after(text: str, at: int) -> int:
    """Return where the degrees behind a name end; ``at`` where there are none.

    >>> degrees_after("Budi Santoso, S.H., M.H. menilai", 12)
    24
    """
    end = at
    while found := _DEGREE.match(text, end):
        end = found.end()
    return end
