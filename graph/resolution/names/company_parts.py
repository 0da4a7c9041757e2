"""Taking a company's name apart: legal form, notes, branch, number, words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

import msgspec

from graph.resolution.names.lexicon import commercial
from graph.resolution.names.misreadings import as_printed, restored
from graph.resolution.names.orthography import ascii_fold
from graph.resolution.names.territory import province_names, squeeze, territories
from graph.resolution.names.vocabulary import read_yaml
from graph.resolution.names.words import Word, make_word

_PARENTHESES = re.compile(r"[(\[]([^)\]]*)[)\]]")
_TOKEN = re.compile(r"[a-z0-9&][a-z0-9.&]*")
_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    "ix": "9", "x": "10", "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
}  # fmt: skip
_IN_WORDS = (
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"
)  # fmt: skip
_NUMERALS = _ROMAN | {word: str(number) for number, word in enumerate(_IN_WORDS, start=1)}
# "2 Putra" is "Dua Putra": in front a number is a word.
_DIGITS_IN_WORDS = {str(number): word for number, word in enumerate(_IN_WORDS, start=1)}
# "BinaKarya": the second of two words that a logo writes as one.
_CAMEL = re.compile(r"[A-Z](?<=[a-z]{3}[A-Z])(?=[a-z]{2})")
_ORDINAL = re.compile(r"ke(\d+)")


class CompanyName(msgspec.Struct, frozen=True, gc=False):
    """A company's name, taken apart.

    Attributes:
        words: The distinguishing words, in order.
        forms: Legal forms and kinds, by code.
        notes: What stood around the name ("Tbk", "P3MI").
        branch: Words after "cabang".
        seat: Words of the town behind a last comma.
        numbers: Numbers in the name; roman ones as digits.
        acronym: An abbreviation that the source gives in parentheses.
        is_acronym: Whether the whole name is one abbreviation ("PT PSM").
        former: Names that the source says it had before.
    """

    words: tuple[Word, ...]
    forms: frozenset[str]
    notes: tuple[str, ...] = ()
    branch: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    acronym: str = ""
    is_acronym: bool = False
    seat: tuple[str, ...] = ()
    former: tuple[CompanyName, ...] = ()

    @property
    def initials(self) -> str:
        """First letters of the words."""
        return "".join(w.text[0] for w in self.words)


@dataclass(frozen=True, slots=True)
class _Forms:
    by_phrase: Mapping[tuple[str, ...], str]
    longest_from: Mapping[str, int]
    last: frozenset[str]
    notes: frozenset[str]
    notes_in_full: tuple[tuple[str, ...], ...]
    calling: frozenset[str]
    branch: frozenset[tuple[str, ...]]
    branch_first: frozenset[str]
    words: Mapping[str, str]
    formerly: frozenset[str]
    kinds: frozenset[str]
    short_names: Mapping[str, tuple[str, ...]]


@cache
def _forms() -> _Forms:
    data = read_yaml("company_forms.yaml")
    forms = cast("Mapping[str, list[str]]", data["forms"])
    words = cast("Mapping[str, list[str]]", data["words"])
    short_names = cast("Mapping[str, str]", data["short_names"])
    by_phrase = {tuple(p.split()): code for code, phrases in forms.items() for p in phrases}
    branch = frozenset(tuple(phrase.split()) for phrase in cast("list[str]", data["branch"]))
    in_full = tuple(tuple(phrase.split()) for phrase in cast("list[str]", data["notes_in_full"]))
    return _Forms(
        by_phrase=by_phrase,
        longest_from={p[0]: len(p) for p in sorted(by_phrase, key=len)},
        last=frozenset(phrase[-1] for phrase in by_phrase),
        notes=frozenset(str(data["notes"]).split()),
        notes_in_full=in_full,
        calling=frozenset(phrase[0] for phrase in in_full),
        branch=branch,
        branch_first=frozenset(phrase[0] for phrase in branch),
        words={short: word for word, shorts in words.items() for short in shorts},
        formerly=frozenset(cast("list[str]", data["formerly"])),
        kinds=frozenset(str(data["kinds"]).split()),
        short_names={short: tuple(name.split()) for short, name in short_names.items()},
    )


def is_kind(code: str) -> bool:
    """Tell whether a form is a kind that is part of what a body is called."""
    return code in _forms().kinds


class _Reading(msgspec.Struct):
    """What has been read around the words of a name so far."""

    forms: set[str]
    notes: list[str]
    branch: list[str]
    acronym: str = ""
    in_full: list[str] = []


@lru_cache(maxsize=65_536)
def parse_company(text: str) -> CompanyName:
    """Take a company's name apart.

    >>> name = parse_company("Bina Kerja Insani II, PT. (P3MI) Cab. Cirebon")
    >>> [w.text for w in name.words], sorted(name.forms), name.numbers, name.branch, name.notes
    (['bina', 'kerja', 'insani'], ['pt'], ('2',), ('cirebon',), ('p3mi',))
    """
    text, *before = _split_former(_CAMEL.sub(r" \g<0>", as_printed(text)))
    parsed = _parse_one(text)
    if before:
        parsed = msgspec.structs.replace(parsed, former=tuple(map(_parse_one, before)))
    return parsed


def _split_former(text: str) -> list[str]:
    """Split at words such as "d/h" ("dahulu"): the name, and those it had before."""
    if not _says_formerly(text.lower()):
        return [text]
    parts: list[list[str]] = [[]]
    for word in text.replace("(", " ( ").split():
        if word.lower() in _forms().formerly and parts[0]:
            parts.append([])
        else:
            parts[-1].append(word)
    main, *before = [" ".join(part).rstrip(" (,") for part in parts if part]
    return [main, *(name.rstrip(")") for name in before)]


def _says_formerly(lower: str) -> bool:
    return any(word in lower for word in _forms().formerly)


def _take_seat(folded: str) -> tuple[str, tuple[str, ...]]:
    """Set aside a town behind a last comma: where the company sits, and no part of its name."""
    main, comma, last = folded.rpartition(",")
    if not comma or squeeze(last) not in territories() or len(_tokens(main)) < 2:
        return folded, ()
    # "..., Batam, Kepri": the town stands first.
    rest, town = _take_seat(main)
    return rest, town or tuple(_tokens(last))


def _parse_one(text: str) -> CompanyName:
    folded = ascii_fold(text)
    asides: list[str] = []
    if "(" in folded or "[" in folded:
        asides = _PARENTHESES.findall(folded)
        folded = _PARENTHESES.sub(" ", folded)
    folded, seat = _take_seat(folded) if "," in folded else (folded, ())
    tokens, called = _take_calling(_tokens(folded))
    forms, tokens = _take_forms(tokens)
    branch, tokens = _take_branch(tokens)
    # "Maju Jaya, PT. Cab. Cirebon": the form ends the name once the branch is gone.
    more, tokens = _take_forms(tokens)
    known_notes = _forms().notes
    reading = _Reading(forms | more, [*called, *(t for t in tokens if t in known_notes)], branch)
    for aside in asides:
        _read_aside(aside, reading)
    kept = [t for t in tokens if t not in known_notes]
    if kept and kept[0] in _forms().short_names and _NUMERALS.keys() >= set(kept[1:]):
        more, long = _take_forms(list(_forms().short_names[kept[0]]))
        reading.forms |= more
        kept = [*long, *kept[1:]]
    if len(kept) == 1 and _abbreviates(kept[0], reading.in_full):
        # "PT ABM (Andalan Bina Mandiri)": the name stands in parentheses.
        reading.acronym, kept = kept[0], reading.in_full
    numbers, kept = _take_numbers(_in_full(kept))
    return CompanyName(
        words=tuple(map(_word, kept)),
        forms=frozenset(reading.forms),
        notes=tuple(dict.fromkeys(reading.notes)),
        branch=tuple(reading.branch),
        numbers=tuple(numbers),
        acronym=reading.acronym,
        is_acronym=_is_acronym(kept, text),
        seat=seat,
    )


def _in_full(tokens: list[str]) -> list[str]:
    """Write short names of provinces in full ("NTT")."""
    known = province_names()
    if known.keys().isdisjoint(tokens):
        return tokens
    return [word for token in tokens for word in known.get(token, (token,))]


def _read_aside(aside: str, reading: _Reading) -> None:
    """Read what stands in parentheses: forms, notes, a branch, or the name in short."""
    forms, rest = _take_forms(_tokens(aside))
    reading.forms |= forms
    reading.notes += [t for t in rest if t in _forms().notes]
    branch, rest = _take_branch(rest)
    reading.branch = reading.branch or branch
    rest = [t for t in rest if t not in _forms().notes]
    reading.acronym = reading.acronym or (rest[0] if len(rest) == 1 else "")
    reading.in_full = reading.in_full or (rest if len(rest) > 1 else [])


def _abbreviates(short: str, words: list[str]) -> bool:
    return len(words) > 1 and short == "".join(word[0] for word in words)


def _tokens(folded: str) -> list[str]:
    """Split into words: "P.T." is one abbreviation, "PT.Jaya" is two words."""
    found: list[str] = []
    for token in _TOKEN.findall(folded):
        if "." not in token:
            found.append(token)
            continue
        pieces = [piece for piece in token.split(".") if piece]
        is_abbreviation = all(len(piece) == 1 for piece in pieces)
        found.extend(["".join(pieces)] if is_abbreviation else pieces)
    return found


def _take_calling(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Set aside what the company is called before its legal form ("Perusahaan PT ...")."""
    if not tokens or tokens[0] not in _forms().calling:
        return tokens, []
    for phrase in _forms().notes_in_full:
        rest = tokens[len(phrase) :]
        if tuple(tokens[: len(phrase)]) == phrase and len(rest) > 1 and _form_at_start(rest):
            return rest, [" ".join(phrase)]
    return tokens, []


def _take_forms(tokens: list[str]) -> tuple[set[str], list[str]]:
    """Set aside legal forms at either end of the name; elsewhere they are words."""
    found: set[str] = set()
    rest = list(tokens)
    while len(rest) > 1 or (rest and not found):
        taken = _form_at_start(rest) or _form_at_end(rest)
        if taken is None or (taken[1] - taken[0] == len(rest) and found):
            break
        start, end, code = taken
        found.add(code)
        del rest[start:end]
    return found, rest


def _form_at_start(tokens: list[str]) -> tuple[int, int, str] | None:
    forms = _forms()
    start = 1 if tokens[0] in forms.notes and len(tokens) > 1 else 0
    for length in range(forms.longest_from.get(tokens[start], 0), 0, -1):
        code = forms.by_phrase.get(tuple(tokens[start : start + length]))
        if code is not None:
            return start, start + length, code
    return None


def _form_at_end(tokens: list[str]) -> tuple[int, int, str] | None:
    end = len(tokens)
    while end > 1 and tokens[end - 1] in _forms().notes:
        end -= 1
    if tokens[end - 1] not in _forms().last:
        return None
    for length in (5, 4, 3, 2, 1):
        code = _forms().by_phrase.get(tuple(tokens[max(0, end - length) : end]))
        if code is not None and length < end:
            return end - length, end, code
    return None


def _take_branch(tokens: list[str]) -> tuple[list[str], list[str]]:
    for index in range(1, len(tokens)):
        if tokens[index] not in _forms().branch_first:
            continue
        for length in (2, 1):
            if tuple(tokens[index : index + length]) in _forms().branch:
                return tokens[index + length :], tokens[:index]
    return [], tokens


def _take_numbers(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Set aside numbers; roman ones and numerals count only after the first word."""
    if "".join(tokens).isalpha() and _NUMERALS.keys().isdisjoint(tokens[1:]):
        return [], tokens
    numbers: list[str] = []
    kept: list[str] = []
    for index, token in enumerate(tokens):
        ordinal = _ORDINAL.fullmatch(token) if token.startswith("ke") else None
        if token.isdigit() and not index and token in _DIGITS_IN_WORDS:
            kept.append(_DIGITS_IN_WORDS[token])
        elif token.isdigit():
            numbers.append(token)
        elif ordinal:
            numbers.append(ordinal.group(1))
        elif index and (token in _ROMAN or (token in _NUMERALS and index == len(tokens) - 1)):
            # "Mangga Dua Prima": inside a name a numeral is a word.
            numbers.append(_NUMERALS[token])
        else:
            kept.append(token)
    return (numbers, kept) if kept else ([], tokens)


@lru_cache(maxsize=65_536)
def _word(token: str) -> Word:
    text = _forms().words.get(token, token)
    text = restored(text, lambda word: commercial().identify(word).is_known) or text
    return make_word(text, "name", (commercial().identify(text),))


def _is_acronym(tokens: list[str], text: str) -> bool:
    if len(tokens) != 1 or not 2 <= len(tokens[0]) <= 6:
        return False
    token = tokens[0]
    has_vowels = sum(letter in "aeiou" for letter in token) * 3 > len(token)
    is_shouted = token.upper() in text and not text.isupper()
    return (is_shouted or not has_vowels) and not commercial().identify(token).is_known
