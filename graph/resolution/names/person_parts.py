"""Taking a written personal name apart: titles, aliases, father, particles, words."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter

import msgspec

from graph.resolution.names.lexicon import personal
from graph.resolution.names.orthography import ascii_fold
from graph.resolution.names.person_tokens import Findings, Token, tokens_of
from graph.resolution.names.person_words import plain_words_of, words_of
from graph.resolution.names.vocabulary import Sex, titles
from graph.resolution.names.words import Word

_PARENTHESES = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
# A quote stands before and behind a nickname; inside a word it is an apostrophe.
_QUOTED = re.compile(r"""(?<!\S)["“”'‘]([^"“”'‘’]+)["”'’](?=[\s,]|$)""")
_QUOTES = frozenset("\"“”'‘’")
_MALAY_FATHER = re.compile(r"\b([as])\s*/\s*([lpo])\b\.?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:\s*(?:thn|tahun|th))?")
_IS_CAPITALS = attrgetter("is_capitals")
_KINDS_OF_NAMES = ("name", "muhammad")
_MALAY_SEX = {"al": "bin", "ap": "binti", "so": "bin"}


class PersonName(msgspec.Struct, frozen=True, gc=False):
    """A personal name, taken apart.

    Attributes:
        words: The name itself, in order.
        father: Words of the father's name after "bin" or "binti".
        sex: What titles and particles tell about the person's sex.
        sex_source: The word that told it, for explanations.
        titles: Titles and degrees that were set aside, as written.
        aliases: Other names that the source gives for the person.
        generation: What tells bearers of one name apart: "jr", "sr", or a number ("ix").
        is_initials: Whether nothing but initials is left ("AH", "S.B.").
        has_context: Whether anything beside the words was found.
    """

    words: tuple[Word, ...]
    father: tuple[Word, ...] = ()
    sex: Sex | None = None
    sex_source: str = ""
    titles: tuple[str, ...] = ()
    aliases: tuple[PersonName, ...] = ()
    generation: str = ""
    is_initials: bool = False
    has_context: bool = False


@lru_cache(maxsize=65_536)
def parse_person(text: str) -> PersonName:
    """Take a written personal name apart.

    >>> name = parse_person("Drs. H. Ahmad Fauzi bin Moh. Saleh, M.Si alias Oji")
    >>> [w.text for w in name.words], [w.text for w in name.father], name.sex
    (['ahmad', 'fauzi'], ['moh', 'saleh'], 'M')
    >>> sorted(name.titles), [w.text for alias in name.aliases for w in alias.words]
    (['drs', 'h', 'msi'], ['oji'])
    """
    plain = plain_words_of(text)
    if plain is not None:
        return PersonName(plain)
    if not _has_marks(text):
        tokens = tokens_of(text)
        if titles().alias.isdisjoint([token.text for token in tokens]):
            return _read(tokens, Findings())
    main, notes = _take_parentheses(text) if "(" in text or "[" in text else (text, [])
    main, nicknames = _take_quoted(main)
    notes += nicknames
    main, *others = _split_aliases(main)
    if not main.strip() and others:
        main, *others = others
    parsed = _parse_one(main)
    if not others and not notes:
        return parsed
    aliases = tuple(
        alias for alias in (_parse_one(other) for other in [*others, *notes]) if alias.words
    )
    return msgspec.structs.replace(parsed, aliases=aliases, has_context=True)


def _has_marks(text: str) -> bool:
    """Tell whether a text has signs that part it, so that more than tokens must be looked at."""
    is_parted = "," in text or "(" in text or "[" in text or "/" in text or "@" in text
    return is_parted or not _QUOTES.isdisjoint(text)


def _take_parentheses(text: str) -> tuple[str, list[str]]:
    """Set aside what is in parentheses; names among it are aliases, ages and ranks are not."""
    notes: list[str] = []

    def take(found: re.Match[str]) -> str:
        inner = found.group(1).strip()
        words = ascii_fold(inner).replace(".", " ").split()
        known = titles()
        compact = "".join(words)
        if len(compact) < 2 or compact in known.after or compact in known.before:
            return " "
        if _DIGITS.fullmatch(inner):
            return " "
        if words and words[0] in known.alias:
            inner = inner.split(None, 1)[1] if len(words) > 1 else ""
        if inner:
            notes.append(inner)
        return " "

    return _PARENTHESES.sub(take, text), notes


def _take_quoted(text: str) -> tuple[str, list[str]]:
    """Set aside nicknames in quotes; a name that stands in quotes as a whole is no nickname."""
    nicknames = [] if _QUOTES.isdisjoint(text) else _QUOTED.findall(text)
    main = _QUOTED.sub(" ", text) if nicknames else text
    return (main, nicknames) if main.strip(" ,") else (text, [])


def _split_aliases(text: str) -> list[str]:
    """Split at words such as "alias"; a leading "alias" leaves an empty main name."""
    if "@" in text:
        text = text.replace("@", " alias ")
    folded = ascii_fold(text).replace(".", "").replace(",", " ")
    if titles().alias.isdisjoint(folded.split()):
        return [text]
    parts: list[list[str]] = [[]]
    for word in text.split():
        if ascii_fold(word).strip(",").replace(".", "") in titles().alias:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part or part is parts[0]]


def _parse_one(text: str) -> PersonName:
    findings = Findings()
    return _read(tokens_of(_undo_comma(text, findings)), findings)


def _read(tokens: list[Token], findings: Findings) -> PersonName:
    tokens = _strip_after(tokens, findings)
    tokens = _strip_before(tokens, findings)
    tokens, father = _take_father(tokens, findings)
    # One word in capitals is no shout: "YKA" are initials.
    shouting = len(tokens) > 1 and all(map(_IS_CAPITALS, tokens))
    words = words_of(tokens, findings, shouting=shouting)
    father_words = words_of(father, Findings(), shouting=shouting) if father else ()
    sex, source = findings.sexes[0] if findings.sexes else (None, "")
    return PersonName(
        words=words,
        father=father_words,
        sex=sex,
        sex_source=source,
        titles=tuple(findings.titles),
        generation=findings.generation,
        # Two letters beside a name are a name ("Hendrikus Un"); alone, who knows ("Ah")?
        is_initials={word.kind for word in words}.isdisjoint(_KINDS_OF_NAMES)
        or (len(words) == 1 and len(words[0].text) == 2),
        has_context=bool(father_words or sex or findings.titles or findings.generation),
    )


def _undo_comma(text: str, findings: Findings) -> str:
    """Drop degrees and ages after commas; turn "Lubis, Siti Maryam" around."""
    if "/" in text:
        text = _MALAY_FATHER.sub(
            lambda m: _MALAY_SEX.get((m.group(1) + m.group(2)).lower(), m.group(0)), text
        )
    if "," not in text:
        return text
    main, *rest = text.split(",")
    given: list[str] = []
    for part in rest:
        found = _read_after_comma(part)
        if found is None:
            given.append(part)
            continue
        findings.generation = found[0] or findings.generation
        findings.titles.extend(found[1])
    return " ".join([*given, main])


@lru_cache(maxsize=16_384)
def _read_after_comma(part: str) -> tuple[str, tuple[str, ...]] | None:
    """Read a generation, or degrees and ages; ``None`` if it is a name ("Lubis, Siti")."""
    tokens = tokens_of(part)
    joined = "".join(t.text for t in tokens)
    generation = titles().generations.get(joined)
    if generation is not None:
        return generation, ()
    if joined in titles().after or all(_is_after(t) for t in tokens):
        return "", tuple(t.text for t in tokens if not t.text.isdigit())
    return None


def _is_after(token: Token) -> bool:
    return token.text in titles().after or token.text.isdigit() or token.text in ("thn", "tahun")


def _strip_after(tokens: list[Token], findings: Findings) -> list[Token]:
    known = titles()
    end = len(tokens)
    while end > 1:
        last, before = tokens[end - 1], tokens[end - 2]
        if last.text in known.generations:
            findings.generation = known.generations[last.text]
            end -= 1
            continue
        if _is_after(last) and not personal().identify(last.text).is_known:
            taken = 1
        elif end > 2 and len(before.text) == 1 and _is_split_degree(before.text, last.text):
            taken = 2
        else:
            break
        findings.titles.extend(t.text for t in tokens[end - taken : end] if not t.text.isdigit())
        end -= taken
    return tokens[:end]


def _is_split_degree(before: str, last: str) -> bool:
    # "Dewi S. P." are initials; "S. H." and "M. H." are law degrees far more often.
    joined = before + last
    return joined in titles().after and (len(last) > 1 or joined in ("sh", "mh"))


def _strip_before(tokens: list[Token], findings: Findings) -> list[Token]:
    known = titles()
    start = 0
    while start < len(tokens) - 1:
        token = tokens[start]
        if token.text == "hm" and token.is_capitals:
            findings.titles.append("h")
            findings.note_sex("M", "H.")
            return [Token("M", "m", is_dotted=True), *tokens[start + 1 :]]
        is_corps = start > 0 and token.text in known.corps
        if token.text not in known.before and not is_corps:
            break
        findings.titles.append(token.text)
        findings.note_sex(known.before.get(token.text), token.raw)
        start += 1
        if token.text in known.parties and tokens[start].text in known.generations:
            # "Terdakwa II": which of several.
            start += start < len(tokens) - 1
    return tokens[start:]


def _take_father(tokens: list[Token], findings: Findings) -> tuple[list[Token], list[Token]]:
    known = titles().father
    for index in range(1, len(tokens) - 1):
        token = tokens[index]
        if token.text not in known or (token.text == "b" and token.raw != "b"):
            continue
        findings.note_sex(known[token.text], token.raw)
        father = tokens[index + 1 :]
        ends = [i for i, t in enumerate(father) if i and t.text in known]
        rest = _strip_before(father[: ends[0]] if ends else father, Findings())
        return tokens[:index], rest
    return tokens, []
