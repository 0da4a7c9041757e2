"""Taking a written personal name apart: titles, aliases, father, particles, words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from graph.resolution.names.lexicon import Identity, personal
from graph.resolution.names.orthography import ascii_fold
from graph.resolution.names.vocabulary import Sex, particles, titles
from graph.resolution.names.words import Word, WordKind, make_word

_PARENTHESES = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_SEPARATORS = re.compile(r"[\s_\-–—\u00a0]+")
_MALAY_FATHER = re.compile(r"\b([as])\s*/\s*([lpo])\b\.?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:\s*(?:thn|tahun|th))?")
_ABDUL = re.compile(r"abd(?:u|oe|o)?[lrsndtz]?")
_ABDUL_JOINED = re.compile(r"abd(?:u|oe|o)(?=[a-z]{4})")
_MALAY_SEX = {"al": "bin", "ap": "binti", "so": "bin"}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name, taken apart.

    Attributes:
        words: The name itself, in order.
        father: Words of the father's name after "bin" or "binti".
        sex: What titles and particles tell about the person's sex.
        sex_source: The word that told it, for explanations.
        titles: Titles and degrees that were set aside, as written.
        aliases: Other names that the source gives for the person.
        is_initials: Whether nothing but initials is left ("AH", "S.B.").
    """

    words: tuple[Word, ...]
    father: tuple[Word, ...] = ()
    sex: Sex | None = None
    sex_source: str = ""
    titles: tuple[str, ...] = ()
    aliases: tuple[PersonName, ...] = field(default=())
    is_initials: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    raw: str
    text: str
    is_dotted: bool

    @property
    def is_capitals(self) -> bool:
        return self.raw.isupper()


@dataclass(slots=True)
class _Findings:
    titles: list[str] = field(default_factory=list)
    sexes: list[tuple[Sex, str]] = field(default_factory=list)

    def note_sex(self, sex: Sex | None, source: str) -> None:
        if sex is not None:
            self.sexes.append((sex, source))


@lru_cache(maxsize=65_536)
def parse_person(text: str) -> PersonName:
    """Take a written personal name apart.

    >>> name = parse_person("Drs. H. Ahmad Fauzi bin Moh. Saleh, M.Si alias Oji")
    >>> [w.text for w in name.words], [w.text for w in name.father], name.sex
    (['ahmad', 'fauzi'], ['moh', 'saleh'], 'M')
    >>> sorted(name.titles), [w.text for alias in name.aliases for w in alias.words]
    (['drs', 'h', 'msi'], ['oji'])
    """
    main, notes = _take_parentheses(text)
    main, *others = _split_aliases(main)
    if not main.strip() and others:
        main, *others = others
    parsed = _parse_one(main)
    aliases = tuple(
        alias for alias in (_parse_one(other) for other in [*others, *notes]) if alias.words
    )
    return PersonName(
        parsed.words,
        parsed.father,
        parsed.sex,
        parsed.sex_source,
        parsed.titles,
        aliases,
        parsed.is_initials,
    )


def _take_parentheses(text: str) -> tuple[str, list[str]]:
    """Set aside what is in parentheses; names among it are aliases, ages and ranks are not."""
    notes: list[str] = []

    def take(found: re.Match[str]) -> str:
        inner = found.group(1).strip()
        words = ascii_fold(inner).replace(".", " ").split()
        known = titles()
        compact = "".join(words)
        if compact in known.after or compact in known.before or _DIGITS.fullmatch(inner):
            return " "
        if words and words[0] in known.alias:
            inner = inner.split(None, 1)[1] if len(words) > 1 else ""
        if inner:
            notes.append(inner)
        return " "

    return _PARENTHESES.sub(take, text), notes


def _split_aliases(text: str) -> list[str]:
    """Split at words such as "alias"; a leading "alias" leaves an empty main name."""
    if "@" in text:
        text = text.replace("@", " alias ")
    folded = ascii_fold(text)
    if not any(word in folded for word in titles().alias):
        return [text]
    parts: list[list[str]] = [[]]
    for word in text.split():
        if ascii_fold(word).strip(".,") in titles().alias:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part or part is parts[0]]


def _parse_one(text: str) -> PersonName:
    findings = _Findings()
    tokens = _tokens(_undo_comma(text, findings))
    tokens = _strip_after(tokens, findings)
    tokens = _strip_before(tokens, findings)
    tokens, father = _take_father(tokens, findings)
    shouting = all(t.is_capitals for t in tokens)
    words = _words(tokens, findings, shouting=shouting)
    father_words = _words(father, _Findings(), shouting=shouting)
    sex, source = findings.sexes[0] if findings.sexes else (None, "")
    return PersonName(
        words=words,
        father=father_words,
        sex=sex,
        sex_source=source,
        titles=tuple(findings.titles),
        is_initials=not any(w.kind in ("name", "muhammad") for w in words),
    )


def _undo_comma(text: str, findings: _Findings) -> str:
    """Drop degrees and ages after commas; turn "Lubis, Siti Maryam" around."""
    text = _MALAY_FATHER.sub(
        lambda m: _MALAY_SEX.get((m.group(1) + m.group(2)).lower(), m.group(0)), text
    )
    main, *rest = text.split(",")
    given: list[str] = []
    for part in rest:
        tokens = _tokens(part)
        joined = "".join(t.text for t in tokens)
        if joined in titles().after or all(_is_after(t) for t in tokens):
            findings.titles.extend(t.text for t in tokens if not t.text.isdigit())
        else:
            given.append(part)
    return " ".join([*given, main])


def _is_after(token: _Token) -> bool:
    return token.text in titles().after or token.text.isdigit() or token.text in ("thn", "tahun")


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for chunk in _SEPARATORS.split(text):
        raw = chunk.strip(",;:\"“”*'`‘’?!/\\")
        if raw:
            found.extend(_split_dots(raw))
    return found


def _split_dots(raw: str) -> list[_Token]:
    """Keep "S.Sos." and "K.H." whole; split "M.Rizky" and "A.R."."""
    compact = "".join(c for c in ascii_fold(raw) if c.isalnum())
    if not compact:
        return []
    pieces = [piece for piece in raw.split(".") if piece]
    known = titles()
    is_particle = len(compact) == 2 and compact in particles().optional
    if len(pieces) == 1 or is_particle or compact in known.after or compact in known.before:
        return [_Token(raw.strip("."), compact, raw.endswith("."))]
    return [
        _Token(piece, "".join(c for c in ascii_fold(piece) if c.isalnum()), is_dotted=True)
        for piece in pieces
        if any(c.isalnum() for c in piece)
    ]


def _strip_after(tokens: list[_Token], findings: _Findings) -> list[_Token]:
    end = len(tokens)
    while end > 1:
        last, before = tokens[end - 1], tokens[end - 2]
        joined = before.text + last.text
        if _is_after(last) and not personal().identify(last.text).is_known:
            taken = 1
        elif end > 2 and len(before.text) == 1 and _is_split_degree(joined, last.text):
            taken = 2
        else:
            break
        findings.titles.extend(t.text for t in tokens[end - taken : end] if not t.text.isdigit())
        end -= taken
    return tokens[:end]


def _is_split_degree(joined: str, last: str) -> bool:
    # "Dewi S. P." are initials; "S. H." and "M. H." are law degrees far more often.
    return joined in titles().after and (len(last) > 1 or joined in ("sh", "mh"))


def _strip_before(tokens: list[_Token], findings: _Findings) -> list[_Token]:
    start = 0
    while start < len(tokens) - 1:
        token = tokens[start]
        if token.text == "hm" and token.is_capitals:
            findings.titles.append("h")
            findings.note_sex("M", "H.")
            return [_Token("M", "m", is_dotted=True), *tokens[start + 1 :]]
        if token.text not in titles().before:
            break
        findings.titles.append(token.text)
        findings.note_sex(titles().before[token.text], token.raw)
        start += 1
    return tokens[start:]


def _take_father(tokens: list[_Token], findings: _Findings) -> tuple[list[_Token], list[_Token]]:
    for index in range(1, len(tokens) - 1):
        token = tokens[index]
        if token.text not in titles().father or (token.text == "b" and token.raw != "b"):
            continue
        findings.note_sex(titles().father[token.text], token.raw)
        father = tokens[index + 1 :]
        ends = [i for i, t in enumerate(father) if i and t.text in titles().father]
        rest = _strip_before(father[: ends[0]] if ends else father, _Findings())
        return tokens[:index], rest
    return tokens, []


def _words(tokens: list[_Token], findings: _Findings, *, shouting: bool) -> tuple[Word, ...]:
    words: list[Word] = []
    index = 0
    while index < len(tokens):
        taken, made = _next_words(tokens, index, findings, shouting=shouting)
        words.extend(made)
        index += taken
    return tuple(words)


def _next_words(
    tokens: list[_Token], index: int, findings: _Findings, *, shouting: bool
) -> tuple[int, list[Word]]:
    token = tokens[index]
    is_last = index == len(tokens) - 1
    phrase = _phrase(tokens, index)
    if phrase is not None:
        return phrase[0], [_particle(phrase[1], token.raw, findings)]
    if _is_particle(tokens, index):
        return 1, [_particle(token.text, token.raw, findings)]
    if not is_last and token.text in particles().articles and len(tokens[index + 1].text) > 2:
        return 2, [_with_article(token.text, tokens[index + 1].text)]
    if not is_last and _ABDUL.fullmatch(token.text) and len(tokens[index + 1].text) > 2:
        return 2, [_abdul(tokens[index + 1].text)]
    return 1, _plain_words(token, findings, shouting=shouting)


def _phrase(tokens: list[_Token], index: int) -> tuple[int, str] | None:
    for length in (3, 2):
        words = tuple(t.text for t in tokens[index : index + length])
        particle = particles().phrases.get(words)
        if particle is not None and index + length < len(tokens):
            return length, particle
    return None


def _is_particle(tokens: list[_Token], index: int) -> bool:
    text = tokens[index].text
    if text not in particles().optional or index == len(tokens) - 1:
        return False
    # Inside a name a single letter is an initial; particles of one letter come first.
    return index == 0 or len(text) > 2 or text == "br"


def _particle(text: str, raw: str, findings: _Findings) -> Word:
    findings.note_sex(particles().optional.get(text), raw)
    return make_word(text, "particle")


def _with_article(article: str, rest: str) -> Word:
    # Some write the article apart, some join it, some drop it.
    identities = tuple(dict.fromkeys(map(personal().identify, (rest, article + rest))))
    return make_word(article + rest, "name", identities)


def _abdul(rest: str) -> Word:
    identity = personal().identify(rest)
    stem = make_word(rest, "name", (identity,))
    joined = Identity(
        f"abdul {identity.id}",
        tuple(f"abdul {k}" for k in identity.keys),
        identity.is_known,
        identity.bits + 1.0,
    )
    return make_word(f"abdul {rest}", "name", (joined,), stem=stem)


def _plain_words(token: _Token, findings: _Findings, *, shouting: bool) -> list[Word]:
    readings = particles().abbreviations.get(token.text)
    if readings is not None:
        return _abbreviated(token, readings, findings)
    if token.text == "muhammad":
        return [make_word(token.text, "muhammad")]
    if len(token.text) == 1:
        return [make_word(token.text, "initial", is_dotted=token.is_dotted)]
    identity = personal().identify(token.text)
    if _reads_as_initials(token, identity, shouting=shouting):
        return [make_word(letter, "initial") for letter in token.text]
    joined = _ABDUL_JOINED.match(token.text)
    if joined and not identity.is_known:
        rest = _rest_of_abdul(token.text[joined.end() :])
        if rest:
            return [_abdul(rest)]
    return [make_word(token.text, "name", (identity,), is_dotted=token.is_dotted)]


def _reads_as_initials(token: _Token, identity: Identity, *, shouting: bool) -> bool:
    """Tell "AR" and "RJL" from short names; in an all-capitals name a vowel makes a name."""
    if identity.is_known or len(token.text) > 4 or not token.is_capitals:
        return len(token.text) == 2 and not identity.is_known
    has_vowel = any(letter in "aeiou" for letter in token.text)
    if len(token.text) == 2 or not has_vowel:
        return True
    return len(token.text) == 3 and not shouting


def _abbreviated(
    token: _Token, readings: tuple[tuple[str, ...], ...], findings: _Findings
) -> list[Word]:
    if readings == (("muhammad",),):
        return [make_word(token.text, "muhammad")]
    if len(readings) == 1:
        spelled = [_Token(text, text, is_dotted=False) for text in readings[0]]
        return list(_words(spelled, findings, shouting=False))
    identities = tuple(personal().identify(word) for (word,) in readings)
    kind: WordKind = "muhammad" if ("muhammad",) in readings else "name"
    return [make_word(token.text, kind, identities)]


def _rest_of_abdul(rest: str) -> str | None:
    """Find the name after a joined "Abdu-": Abdurrahman, Abdulaziz, Abdussalam, Abdulatif."""
    candidates = [rest]
    if rest[0] == "l":
        candidates.insert(0, rest[1:])
    if len(rest) > 1 and rest[0] == rest[1]:
        candidates.insert(0, rest[1:])
    return next((c for c in candidates if personal().identify(c).is_known), None)
