"""Spelling keys: one key per way a word is *said*, whatever decade or desk spelled it.

Owns the letter rules (Van Ophuijsen and Soewandi spelling, Arabic transliteration, the
letters that Indonesian ears do not keep apart). Refuses to know any name: which reading of
an ambiguous letter is a real name is the lexicon's knowledge.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile("['’‘`´ʼʿʾ]")
_NOT_LETTER = re.compile(r"[^a-z0-9]")
_DOUBLED = re.compile(r"([a-z])(?=\1)")
# Finds what may be doubled at half the cost of taking it away; most words have nothing doubled.
_TWICE = re.compile(r"(.)\1")
_OPEN_H = ("ah", "eh", "ih", "oh", "uh")
# Glides beside a vowel. After "n" at the start only: "Nyoman" begins with one consonant, "Sonya"
# ends in "-nia". A pattern that begins with a letter is looked for three times as fast as one
# that begins with what stands before it.
_HEARD_I = re.compile(
    r"y(?:(?<=[bcdfghijklmpqrstvwxz]y)(?=[aeiou])|(?<=[a-z]ny)(?=[aeou])"
    r"|(?<=[aeou]y)(?=[bcdfghjklmnpqrstvwxz])|$)"
)
_HEARD_U = re.compile(r"w(?:(?<=[uhkst]w)(?=[aeiou])|(?<=aw)(?=[bcdfghjklmnpqrstvwxz]))")
_CLOSED_IE = re.compile(r"ie(?=[bcdfghjklmnpqrstvwxz]+$)")
_HARD_C = re.compile(r"c(?=[rlkts]|$)")

# Letters that the rules of digraphs are about; a word without them has none but "sy" and "ts".
_OF_DIGRAPHS = frozenset("cfhjqvxz")
_LONG_I = ("ie", "ij")
# Whole words where "oe" is two sounds.
_OE_IS_TWO_SOUNDS = frozenset({"joel", "noel", "zoe", "chloe", "noelle", "joey", "roel", "joe"})


def ascii_fold(text: str) -> str:
    """Return lower-case text without accents or apostrophes ("Ma'ruf" is "maruf")."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    stripped = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", text)).lower()
    return "".join(c for c in stripped if not unicodedata.combining(c))


# First letters that some rule turns into one another ("Tjahyo", "Cahyo"; "Oemar", "Umar").
_HEADS: dict[str, str] = {
    letter: group[0]
    for group in ("adeijyz", "chkqstx", "fpv", "ou", *"bglmnrw0123456789")
    for letter in group
}


def head(word: str) -> str:
    """Return the first of the group of letters that a word begins with; "" if that is a sign.

    All readings and keys of a word have one head: words with two heads are two words, which
    costs a hundredth of working out their keys.
    """
    return _HEADS.get(word[:1], "")


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """Return the spelling key of one lower-case word without accents.

    >>> key("joesoef") == key("jusuf"), key("achmad") == key("akhmad") == key("ahmad")
    (True, True)
    >>> key("setyawan") == key("setiawan"), key("rizqi") == key("risky")
    (True, True)
    """
    is_plain = word.isascii() and word.isalnum() and word.islower()
    text = word if is_plain else _NOT_LETTER.sub("", word)
    said = _say(text)
    # What one rule leaves may be what an earlier one looks for: a key is its own key.
    while said != text:
        text, said = said, _say(said)
    return said


def _say(text: str) -> str:
    """Apply every rule of spelling once."""
    if "oe" in text and text not in _OE_IS_TWO_SOUNDS:
        text = text.replace("oe", "u")
    if _OF_DIGRAPHS.isdisjoint(text):
        text = text.replace("sy", "s").replace("ts", "s")
    else:
        text = _read_digraphs(text)
    text = _read_glides(_undoubled(text))
    return text[:-2] + "i" if text.endswith(_LONG_I) else text


def _undoubled(text: str) -> str:
    return text if _TWICE.search(text) is None else _DOUBLED.sub("", text)


def _read_digraphs(text: str) -> str:
    """Write digraphs, Arabic and Sanskrit ones mostly, as the one letter that they are said as."""
    if "j" in text:
        # Old spellings that never mean anything else in a name.
        text = text.replace("tjh", "c").replace("tj", "c").replace("dj", "j").replace("sj", "sy")
    # "Chrisanctus" begins hard; inside a name (Bachrudin) it is the "ch" of Bahrudin.
    if text.startswith("chr"):
        text = "kr" + text[3:]
    text = text.replace("x", "ks")
    if "h" in text:
        text = text.replace("ph", "f").replace("kh", "h").replace("ch", "h").replace("sh", "s")
    text = text.replace("sy", "s").replace("ts", "s").replace("dz", "z")
    if "h" in text:
        text = text.replace("zh", "z").replace("dh", "d").replace("th", "t").replace("gh", "g")
        text = text.replace("bh", "b").replace("jh", "j").replace("rh", "r")
    text = text.replace("q", "k").replace("f", "p").replace("v", "p")
    if "c" in text:
        text = _HARD_C.sub("k", text)
    # "z" inside a word is heard as "s" (Faizal, Faisal); at its start it stays apart from "s".
    return text[:1] + text[1:].replace("z", "s") if "z" in text else text


def _read_glides(text: str) -> str:
    """Write glides and a silent end as they are heard."""
    if "w" in text:
        text = _HEARD_U.sub("u", text)
    if "y" in text:
        text = _HEARD_I.sub("i", text)
    return text[:-1] if text.endswith(_OPEN_H) else text


def arabic_key(strict: str) -> str:
    """Loosen a key by what transliteration of Arabic leaves open.

    Emphatic "o" for "a" (Rohman, Rahman), "ae" for "ai" (Zaenal, Zainal), "j" for "z"
    (Jaenal, Zainal), final "d" for "t" (Rahmad, Rahmat). Only for comparing with names that
    are known to be Arabic: the same letters keep Javanese names apart.

    >>> arabic_key(key("zaenal")) == arabic_key(key("jainal"))
    True
    """
    # "Omar" begins with the "u" of Umar; further in, an "o" is the emphatic "a" of Rohman.
    text = "u" + strict[1:] if strict.startswith("o") else strict
    text = text.replace("ae", "ai").replace("ei", "ai").replace("o", "a").replace("e", "i")
    if text.startswith("z"):
        text = "j" + text[1:]
    if "j" in text:
        text = text[0] + text[1:].replace("j", "s")
    if text.endswith("d"):
        text = text[:-1] + "t"
    return _undoubled(text)


def alternatives(word: str) -> tuple[str, ...]:
    """Return every reading of a word whose old letters are ambiguous, modern reading first.

    "j" may be today's "y", "nj" today's "ny", "ch" may be said as in "Chandra".

    >>> alternatives("jusuf"), alternatives("chandra"), alternatives("budi")
    (('jusuf', 'yusuf'), ('chandra', 'candra'), ('budi',))
    """
    if "j" not in word and "ch" not in word and "ie" not in word:
        return (word,)
    found = [word]
    plain = word.replace("dj", "\0").replace("tj", "\1").replace("sj", "\2")
    if "nj" in plain:
        found.append(_restore(plain.replace("nj", "ny")))
    if "j" in plain:
        found.append(_restore(plain.replace("nj", "ny").replace("j", "y")))
    if "tj" in word:
        # Beside "c": "Prasetjo" is Prasetyo.
        found.append(word.replace("tj", "ty"))
    if _CLOSED_IE.search(plain):
        # Chinese names in Dutch letters: "Liem Tiek" is Lim Tik.
        found.append(_restore(_CLOSED_IE.sub("i", plain)))
    if "ch" in plain:
        found.append(_restore(plain.replace("ch", "c")))
    return tuple(dict.fromkeys(found))


def _restore(text: str) -> str:
    return text.replace("\0", "dj").replace("\1", "tj").replace("\2", "sj")
