"""Our own annotated sentences: hand-written ones and those that templates give.

A sentence carries its annotation inline: ``[PER:Zain Nugroho]``. Owns the reading of both files
and the filling of templates. Every sentence is invented; names are combined at random with a
fixed seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

from loaders.text.patterns import Pattern
from loaders.text.resources import DATA, rows
from loaders.text.tokens import tokenize

_TAG = Pattern(r"\[(PER|ORG|LOC):([^\]]+)\]")
_SLOT = Pattern(r"\{([a-z]+)\}")
# How often each template is filled; 40 templates give 640 sentences beside the hand-written.
_FILLS = 16


def parse(line: str) -> tuple[list[str], list[str]]:
    """Return words and BIO labels of a sentence with inline annotation.

    >>> parse("kata [PER:Budi S.] di [LOC:Batam]")[1]
    ['O', 'B-PER', 'I-PER', 'I-PER', 'O', 'B-LOC']
    """
    words: list[str] = []
    labels: list[str] = []
    at = 0
    for found in [*_TAG.finditer(line), None]:
        plain = line[at : found.start()] if found else line[at:]
        for token in tokenize(plain):
            words.append(token.text)
            labels.append("O")
        if found:
            for number, token in enumerate(tokenize(found[2])):
                words.append(token.text)
                labels.append(f"{'I' if number else 'B'}-{found[1]}")
            at = found.end()
    return words, labels


@cache
def fillers() -> dict[str, tuple[str, ...]]:
    """Return the fillers of template slots."""
    return {row[0]: tuple(row[1].split("|")) for row in rows("domain_fillers.tsv")}


def _fill(template: str, chance: random.Random) -> str:
    def slot(found: re.Match[str]) -> str:
        if found[1] == "person":
            return f"[PER:{_name(chance)}]"
        return chance.choice(fillers()[found[1]])

    made = template
    while _SLOT.search(made):
        made = _SLOT.sub(slot, made)
    return made


def _name(chance: random.Random) -> str:
    first, last = fillers()["first"], fillers()["last"]
    words = [chance.choice(first), chance.choice(last)]
    if chance.random() < 0.35:
        words.insert(1, chance.choice(last))
    if chance.random() < 0.15:
        words[0] = chance.choice(("Moh.", "Muh.", "M.", "Abd.", "St."))
    if chance.random() < 0.1:
        words.insert(1, f"{chance.choice('ABDEFHKLNRSTW')}.")
    return " ".join(words)


def lines() -> Iterator[str]:
    """Yield every annotated sentence, hand-written first."""
    for name in ("domain_sentences.txt", "domain_templates.txt"):
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            if name == "domain_sentences.txt":
                yield line
            else:
                # Seeded by the template: the same sentences wherever it stands.
                chance = random.Random(line)  # noqa: S311 - no secret, only variety
                for _ in range(_FILLS):
                    yield _fill(line, chance)


def sentences() -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and labels of every annotated sentence."""
    for line in lines():
        yield parse(line)
