"""Turning tokens of a personal name into words: particles, abbreviations, joined names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.resolution.names.lexicon import Identity, personal
from graph.resolution.names.misreadings import as_printed
from graph.resolution.names.orthography import arabic_key, key
from graph.resolution.names.person_tokens import Findings, Token
from graph.resolution.names.vocabulary import particles, titles
from graph.resolution.names.words import Word, make_word, name_word

_LONGEST_INITIALS = 4
_VOWELS = frozenset("aeiou")
# How words begin that may be a Muhammad, or Abdul and a name.
_RULED = ("m", "abd")
_ABDUL = re.compile(r"abd(?:u|oe|o)?[lrsndtz]?")
_ABDUL_JOINED = re.compile(r"abd(?:u|oe|o)(?=[a-z]{4})")


def plain_words_of(text: str) -> tuple[Word, ...] | None:
    """Read a name in which every word is a word wherever it stands.

    Most names are: for them a look-up per word replaces all rules about titles, particles and
    places, at a twentieth of the cost. ``None`` if a word needs the rules, or there is none.
    """
    words: list[Word] = []
    for chunk in text.split():
        word = _word_anywhere(chunk)
        if word is None:
            return None
        words.append(word)
    return tuple(words) or None


@lru_cache(maxsize=65_536)
def _word_anywhere(chunk: str) -> Word | None:
    """Return the word that a chunk is in any place of any name, or ``None``."""
    raw = chunk.removesuffix(".")
    if len(raw) < 3 or not raw.isascii() or not raw.isalpha():
        return None
    text = raw.lower()
    is_old = "oe" in text or "tj" in text
    if text in _placed() or (is_old and _in_new_spelling(text) in particles().optional):
        return None
    if not raw.istitle() and not _is_unambiguous(raw, text):
        return None
    is_dotted = raw != chunk
    if text.startswith(_RULED) or text in particles().abbreviations:
        words = _plain_words(raw, text, is_dotted=is_dotted, shouting=False)
        return None if _is_abdul(text) else words[0]
    return name_word(text, personal().identify(text), is_dotted=is_dotted)


def _is_unambiguous(raw: str, text: str) -> bool:
    """Tell whether a word not written like a name is nothing else: no misprint, no initials."""
    is_usual = raw[0] != "l" and raw.islower()
    if not is_usual and as_printed(raw) != raw:
        return False
    is_short = len(raw) <= _LONGEST_INITIALS
    return not is_short or not raw.isupper() or personal().identify(text).is_known


@cache
def _placed() -> frozenset[str]:
    """Return the words whose meaning depends on where they stand, or on what stands beside."""
    around, inside = titles(), particles()
    placed = {*around.before, *around.after, *around.father, *around.alias, *around.generations,
              *around.corps, *inside.optional, *inside.articles, *_first_words(),
              "thn", "tahun"}  # fmt: skip
    for short, readings in inside.abbreviations.items():
        if any(len(words) > 1 or words[0] in inside.optional for words in readings):
            placed.add(short)
    return frozenset(placed)


def words_of(tokens: list[Token], findings: Findings, *, shouting: bool) -> tuple[Word, ...]:
    """Turn tokens into words; what tells the sex is noted.

    Args:
        tokens: The name without titles.
        findings: Receives what particles tell.
        shouting: Whether the whole name is in capitals, so that capitals say nothing.
    """
    words: list[Word] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        word = _word_anywhere(f"{token.raw}." if token.is_dotted else token.raw)
        if word is not None:
            words.append(word)
            index += 1
            continue
        taken, made = _next_words(tokens, index, findings, shouting=shouting)
        words.extend(made)
        index += taken
    return tuple(words)


def _next_words(
    tokens: list[Token], index: int, findings: Findings, *, shouting: bool
) -> tuple[int, tuple[Word, ...]]:
    token = tokens[index]
    is_last = index == len(tokens) - 1
    phrase = _phrase(tokens, index)
    if phrase is not None:
        return phrase[0], (_particle(phrase[1], token.raw, findings),)
    particle = _particle_of(tokens, index)
    if particle is not None:
        return 1, (_particle(particle, token.raw, findings),)
    is_article = token.text in particles().articles and (shouting or not token.is_capitals)
    if not is_last and is_article and len(tokens[index + 1].text) > 2:
        return 2, (_with_article(token.text, tokens[index + 1].text),)
    if not is_last and _is_abdul(token.text) and len(tokens[index + 1].text) > 2:
        return 2, (_abdul(tokens[index + 1].text),)
    readings = particles().abbreviations.get(token.text)
    if readings is not None and len(readings[0]) > 1:
        spelled = [Token(text, text, is_dotted=False) for text in readings[0]]
        return 1, words_of(spelled, findings, shouting=False)
    return 1, _plain_words(token.raw, token.text, is_dotted=token.is_dotted, shouting=shouting)


def _phrase(tokens: list[Token], index: int) -> tuple[int, str] | None:
    if tokens[index].text not in _first_words():
        return None
    for length in (3, 2):
        words = tuple(t.text for t in tokens[index : index + length])
        particle = particles().phrases.get(words)
        if particle is not None and index + length < len(tokens):
            return length, particle
    return None


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in particles().phrases)


def _particle_of(tokens: list[Token], index: int) -> str | None:
    """Return the particle that a token is or abbreviates ("Bq." is Baiq), if it is one."""
    text = tokens[index].text
    readings = particles().abbreviations.get(text)
    if readings is not None and len(readings) == 1 and len(readings[0]) == 1:
        text = readings[0][0]
    text = _in_new_spelling(text)
    if text not in particles().optional or index == len(tokens) - 1:
        return None
    # Inside a name a single letter is an initial; particles of one letter come first.
    return text if index == 0 or len(text) > 2 or text == "br" else None


def _in_new_spelling(text: str) -> str:
    return text.replace("tj", "c").replace("oe", "u")


def _particle(text: str, raw: str, findings: Findings) -> Word:
    findings.note_sex(particles().optional.get(text), raw)
    identity = personal().identify(text)
    # "Sayid" beside "Said", which is a name as well as a rank.
    return Word(text, "particle", (identity,) if identity.is_known else ())


def _with_article(article: str, rest: str) -> Word:
    # Some write the article apart, some join it, some drop it.
    identities = tuple(dict.fromkeys(map(personal().identify, (rest, article + rest))))
    return make_word(article + rest, "name", identities)


def _is_abdul(text: str) -> bool:
    return text.startswith("abd") and _ABDUL.fullmatch(text) is not None


def _abdul(rest: str) -> Word:
    identity = _servant_of(rest)
    stem = make_word(rest, "name", (identity,))
    joined = Identity(
        f"abdul {identity.id}",
        tuple(f"abdul {k}" for k in identity.keys),
        identity.is_known,
        identity.bits + 1.0,
    )
    return make_word(f"abdul {rest}", "name", (joined,), stem=stem)


def _servant_of(rest: str) -> Identity:
    """Identify what stands behind "Abdul": a name of God, so Arabic even where no list has it."""
    identity = personal().identify(rest)
    if identity.is_known:
        return identity
    loose = tuple(dict.fromkeys(map(arabic_key, identity.keys)))
    return Identity(loose[0], loose, is_known=False, bits=identity.bits)


def _plain_words(raw: str, text: str, *, is_dotted: bool, shouting: bool) -> tuple[Word, ...]:
    readings = particles().abbreviations.get(text)
    if readings is not None:
        return (_abbreviated(text, readings),)
    if text[0] == "m" and key(text) == "muhamad":
        return (make_word(text, "muhammad"),)
    if len(text) == 1:
        return (make_word(text, "initial", is_dotted=is_dotted),)
    identity = personal().identify(text)
    is_short = len(text) <= _LONGEST_INITIALS
    if is_short and _reads_as_initials(raw, text, identity, shouting=shouting):
        return tuple(make_word(letter, "initial") for letter in text)
    if text.startswith("abd") and not identity.is_known:
        joined = _ABDUL_JOINED.match(text)
        rest = _rest_of_abdul(text[joined.end() :]) if joined else None
        if rest:
            return (_abdul(rest),)
    return (name_word(text, identity, is_dotted=is_dotted),)


def _reads_as_initials(raw: str, text: str, identity: Identity, *, shouting: bool) -> bool:
    """Tell "AR" and "RJL" from short names; in an all-capitals name a vowel makes a name."""
    if identity.is_known:
        return False
    if raw.istitle():  # "Hendrikus Un" is called Un, "Hj" is nobody.
        return len(text) == 2 and _VOWELS.isdisjoint(text)
    if not raw.isupper():
        return len(text) == 2
    if len(text) == 2 or _VOWELS.isdisjoint(text):
        return True
    return len(text) == 3 and not shouting


def _abbreviated(text: str, readings: tuple[tuple[str, ...], ...]) -> Word:
    if readings == (("muhammad",),):
        return make_word(text, "muhammad")
    identities = tuple(personal().identify(word) for (word,) in readings)
    return make_word(text, "muhammad" if ("muhammad",) in readings else "name", identities)


def _rest_of_abdul(rest: str) -> str | None:
    """Find the name after a joined "Abdu-": Abdurrahman, Abdulaziz, Abdussalam, Abdulatif."""
    candidates = [rest]
    if rest[0] == "l":
        candidates.insert(0, rest[1:])
    if len(rest) > 1 and rest[0] == rest[1]:
        candidates.insert(0, rest[1:])
    return next((c for c in candidates if personal().identify(c).is_known), None)
