"""Names and identifiers that must not appear, and the search for them in texts.

Texts are compared without case, marks and punctuation, as words and run together, so that
``Budi Santoso`` is found in ``budi-santoso`` and ``budisantoso_1.pdf``. What is written with
other letters is not found; that is why names are withheld by structure first and this
search comes last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.projection.project import fold

_WORD = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"[A-Z]{2,4}")
_SHORTEST_WORD = 4
"""A single name shorter than this is a word of too many other things."""
_SHORTEST_RUN = 8
"""Names run together are looked for from this length on."""
_SHORTEST_NUMBER = 6
_KEY = 6


class Needles:
    """What to look for.

    Args:
        hidden: (type of value, value) of what must not appear.
        public: Texts whose single words give nobody away: places, the ontology's own terms.

    Attributes:
        phrases: Names of two words or more, folded, words apart by one space.
        words: Single names, folded.
        initials: Capital letters by which sources name people.
        numbers: Identifiers, letters and digits only.
    """

    def __init__(self, hidden: Iterable[tuple[str, str]], public: Iterable[str]) -> None:
        common = {word for text in public for word in words(text)}
        self.phrases: set[str] = set()
        self.words: set[str] = set()
        self.initials: set[str] = set()
        self.numbers: set[str] = set()
        for value_type, value in hidden:
            if value_type != "name":
                self.numbers.update(_spellings(value_type, value))
                continue
            found = words(value)
            if _CAPITALS.fullmatch(value.replace(".", "")):
                self.initials.add(value.replace(".", ""))
            elif len(found) > 1:
                self.phrases.add(" ".join(found))
            elif found and len(found[0]) >= _SHORTEST_WORD:
                self.words.update(set(found) - common)
        self.initials -= {word.upper() for word in common}
        self._starts: dict[str, list[str]] = defaultdict(list)
        for phrase in self.phrases:
            self._starts[phrase.partition(" ")[0]].append(phrase)
        self._runs: dict[str, list[str]] = defaultdict(list)
        for run in self.runs():
            self._runs[run[:_KEY]].append(run)

    def runs(self) -> Iterator[str]:
        """Yield what is looked for inside longer runs of letters and digits."""
        for phrase in self.phrases:
            run = phrase.replace(" ", "")
            if len(run) >= _SHORTEST_RUN:
                yield run
        yield from self.numbers

    def find(self, text: str, *, has_words: bool = True, has_initials: bool = True) -> str | None:
        """Return what a text holds that it must not; ``None`` where it holds nothing.

        Args:
            text: Where to look.
            has_words: Whether single names count.
            has_initials: Whether initials count.
        """
        found = words(text)
        strong = self._phrase(found) or self._run("".join(found))
        if strong is not None:
            return strong
        if has_words and not self.words.isdisjoint(found):
            return next(w for w in found if w in self.words)
        if has_initials and self.initials:
            return next((w for w in _WORD.findall(text) if w in self.initials), None)
        return None

    def _phrase(self, found: list[str]) -> str | None:
        for position, word in enumerate(found):
            for phrase in self._starts.get(word, ()):
                length = phrase.count(" ") + 1
                if " ".join(found[position : position + length]) == phrase:
                    return phrase
        return None

    def _run(self, text: str) -> str | None:
        for position in range(len(text) - _KEY + 1):
            for run in self._runs.get(text[position : position + _KEY], ()):
                if text.startswith(run, position) and _stands_alone(text, position, run):
                    return run
        return None


def words(text: str) -> list[str]:
    """Return the words of a text, folded.

    >>> words("Budi-SANTOSO, alias Désa")
    ['budi', 'santoso', 'alias', 'desa']
    """
    return _WORD.findall(fold(text))


def _spellings(value_type: str, value: str) -> Iterator[str]:
    """Yield how an identifier is written; short ones would be found in anything."""
    run = "".join(words(value.partition("@")[0] if value_type == "email" else value))
    spelled = [run]
    if value_type == "email":
        spelled.append("".join(words(value)))
    if value_type == "phone" and run.startswith("62"):
        spelled += ["0" + run[2:], run[2:]]
    yield from (s for s in spelled if len(s) >= _SHORTEST_NUMBER)


def _stands_alone(text: str, position: int, run: str) -> bool:
    """Tell whether a number is no piece of a longer one; hashes hold short ones by chance."""
    if not run.isdigit() or len(run) >= 2 * _KEY:
        return True
    end = position + len(run)
    return not (text[position - 1 : position].isdigit() or text[end : end + 1].isdigit())
