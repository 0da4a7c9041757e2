"""Which words are names of their own, which spellings are one name, and how common each is.

Reads the word lists under ``graph/resolution/data``. A word is identified by the entry that
its spelling key leads to; a word that leads nowhere is its own key and counts as rare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from graph.resolution.names.orthography import alternatives, arabic_key, ascii_fold, head, key

DATA = Path(__file__).parent.parent / "data"

RARE_BITS = 13.0
"""Rarity of a word that no list has: fewer than one bearer in eight thousand."""


_SHORT = 5
"""Letters of the longest word that may be a Chinese name beginning with "ch"."""


class Identity(msgspec.Struct, frozen=True, gc=False):
    """What a written word stands for.

    Attributes:
        id: The same for all spellings of one name.
        keys: Spelling keys of every reading that remains possible.
        is_known: Whether a list has it; two known words with different ids are two names.
        bits: Rarity; see the word lists.
        heads: Heads of its spellings and of their slips, by which most words are told apart;
            empty where that cannot be said.
    """

    id: str
    keys: tuple[str, ...]
    is_known: bool
    bits: float
    heads: str = ""


class Lexicon:
    """Words with their identities, looked up by spelling.

    Args:
        entries: ``(family, bits, spellings)``; the first spelling names the entry.
    """

    def __init__(self, entries: Iterable[tuple[str, float, tuple[str, ...]]]) -> None:
        self._strict: dict[str, tuple[str, float]] = {}
        written: dict[str, str] = {}
        loose: dict[str, set[tuple[str, float]]] = {}
        heads: dict[str, set[str]] = {}
        for family, bits, spellings in entries:
            entry = (key(ascii_fold(spellings[0])), bits)
            for spelling in spellings:
                strict = key(ascii_fold(spelling))
                self._strict.setdefault(strict, entry)
                heads.setdefault(entry[0], {""}).add(head(strict))
                if spelling not in written and len(alternatives(spelling)) == 1:
                    written[spelling] = strict
                if family == "arabic":
                    loose.setdefault(arabic_key(strict), set()).add(entry)
        # A loose key that two names share (Rahmat, Rahmah without its h) decides nothing.
        self._loose = {k: next(iter(found)) for k, found in loose.items() if len(found) == 1}
        # Hardly a name has spellings that begin otherwise than it does itself.
        self._heads = {k: frozenset(found) for k, found in heads.items() if len(found) > 2}
        # What a listed spelling stands for, unless letters of it can be read otherwise.
        self._listed = {
            spelling: self._known(self._strict[strict], (strict,))
            for spelling, strict in written.items()
        }
        self._identify_other = lru_cache(maxsize=65_536)(self._read)
        self.heads_of = lru_cache(maxsize=65_536)(self._heads_of)

    def _known(self, entry: tuple[str, float], keys: tuple[str, ...]) -> Identity:
        name, bits = entry
        heads = "" if name in self._heads else _heads(keys[0][:2])
        return Identity(name, keys, is_known=True, bits=bits, heads=heads)

    def _find(self, strict: str) -> tuple[str, float] | None:
        found = self._strict.get(strict) or self._loose.get(arabic_key(strict))
        if found is not None or "o" not in strict:
            return found
        # Malay writers hear "o" where Indonesians write "u" (Yusof, Mochtar).
        return self._loose.get(arabic_key(strict.replace("o", "u")))

    def identify(self, word: str) -> Identity:
        """Return what a lower-case word without accents stands for."""
        return self._listed.get(word) or self._identify_other(word)

    def _read(self, word: str) -> Identity:
        written = alternatives(word)
        readings = (key(word),) if len(written) == 1 else tuple(dict.fromkeys(map(key, written)))
        for index, strict in enumerate(readings):
            found = self._find(strict)
            if found is not None:
                # Readings before it are what the letters say today: they remain possible.
                return self._known(found, (strict, *readings[:index]))
        if "kh" in word:
            # Outside Arabic names the "h" is written for show: "Ikha" is Ika.
            found = self._strict.get(key(word.replace("kh", "k")))
            if found is not None:
                return self._known(found, readings)
        if word.startswith("ch") and len(word) <= _SHORT:
            # "Chong" and "Hong" are two names; the "ch" that is said "h" is Arabic.
            readings = tuple(key(word.replace("ch", to)) for to in ("c", "k"))
        heads = _heads(readings[0][:2])
        return Identity(readings[0], readings, is_known=False, bits=RARE_BITS, heads=heads)

    def _heads_of(self, word: str) -> frozenset[str]:
        """Return how spellings of a word may begin, by head; what begins otherwise is none."""
        name = self.identify(word.replace(" ", ""))
        several = self._heads.get(name.id) if name.is_known else None
        return several or _one_head(head(name.id))

    def __len__(self) -> int:
        return len({entry for entry, _ in self._strict.values()})


@cache
def _heads(start: str) -> str:
    """Return the heads of words that begin with two letters, or with the two exchanged."""
    first = head(start)
    return first and first + head(start[1:])


@cache
def _one_head(group: str) -> frozenset[str]:
    """Return the heads of a word that begins in one way: one set for all such words."""
    return frozenset((group, ""))


def read_entries(path: Path) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """Yield the entries of a word list: family, bits, spellings."""
    family, bits = "other", RARE_BITS
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            _, family, rarity = line.split()
            bits = float(rarity)
        elif line and not line.startswith("#"):
            for entry in line.split():
                yield family, bits, tuple(entry.split("="))


@cache
def personal() -> Lexicon:
    """Return the words of personal names."""
    return Lexicon(read_entries(DATA / "personal_names.txt"))


@cache
def commercial() -> Lexicon:
    """Return the words of company names; personal names follow, since companies bear them."""
    own = list(read_entries(DATA / "company_words.txt"))
    return Lexicon([*own, *read_entries(DATA / "personal_names.txt")])


def share_identity(left: Identity, right: Identity) -> bool:
    """Tell whether two words are spellings of one name."""
    if left.id == right.id:
        return True
    if left.is_known and right.is_known:
        return False
    # "Sukarjo" is read as Sukaryo, which is known; beside "Soekardjo" it is what it says.
    if left.id in right.keys or right.id in left.keys:
        return True
    return not set(left.keys).isdisjoint(right.keys)
