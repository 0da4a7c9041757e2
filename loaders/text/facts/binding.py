"""Whether a verb and a count beside it belong together.

Owns the one question: is the counted the object of this active verb, the subject of this passive
one, or what this noun for a deed is about. Refuses whatever another verb stands between.
"""

from __future__ import annotations

from loaders.text.facts.modality import EDGES, LIGHT, WORD, is_verb
from loaders.text.resources import word_list
from loaders.text.view import View

_JOINS = frozenset({"dan", "serta", "lalu", "kemudian", "maupun", ",", "hingga"})
# Verbs that only say how many, and those inside a name for people.
_COUNTING = frozenset(
    {
        "berjumlah",
        "mencapai",
        "sebanyak",
        "tercatat",
        "terdiri",
        "menjadi",
        "berhasil",
        "memiliki",
        "mengantongi",
        "ditindaklanjuti",
        "diketahui",
        "disapa",
    }
    | LIGHT
)
_CUT = frozenset(
    {"bahwa", "karena", "setelah", "sebelum", "sehingga", "agar", "untuk", "dari", ";"}
)


# "308 WNI melapor ke KBRI", "412 P3MI mengantongi izin": whoever is counted does it.
_OF_THEIR_OWN = ("melapor", "mengadu", "mendatangi", "meminta", "mengantongi", "memiliki",
                 "memegang", "mempunyai", "melarikan", "menempati")  # fmt: skip


def binds(view: View, verb: tuple[int, int], count: tuple[int, int]) -> bool:
    """Return whether nothing between a verb and a count takes the one from the other.

    Args:
        view: The sentence.
        verb: Where the verb, or the noun for the deed, stands in the masked text.
        count: Where the mark of the count stands.
    """
    if verb[1] <= count[0]:
        between = _words(view, verb[1], count[0])
        return not _stray(between) and "yang" not in between and _CUT.isdisjoint(between)
    word = view.masked[verb[0] : verb[1]].casefold()
    is_active = word.startswith("me") and not word.startswith(_OF_THEIR_OWN)
    between = _words(view, count[1], verb[0])
    if "yang" in between:
        between = between[: between.index("yang")]
    return not is_active and not _stray(between)


# "skorsing selama tiga bulan kepada PT A": time told with these begins no clause.
_CLAUSES = EDGES - {"yang", "selama", "sejak"}
_LISTS = frozenset({"yakni", "yaitu", "masing-masing", "masing", "ialah", "adalah", ":"})


def reaches(view: View, start: int, end: int) -> bool:
    """Return whether a verb's object may stand behind some words: no clause begins in between.

    "menangkap HS karena merekrut 5 orang" holds one man; what ``yakni`` lists is reached whatever
    is told of those before.

    Args:
        view: The sentence.
        start: Where the verb ends in the masked text.
        end: Where the mark of the object begins.
    """
    words = _words(view, start, end)
    listed = next((at for at, word in enumerate(words) if word in _LISTS), len(words))
    words = words[:listed]
    return not _stray(words, has_numbers=True) and _CLAUSES.isdisjoint(words)


def is_object_below(view: View, start: int, at: int) -> bool:
    """Return whether a mark is the object of a clause below: ``HS yang merekrut ⟨5 orang⟩``.

    Args:
        view: The sentence.
        start: Where the clause begins in the masked text.
        at: Where the mark begins.
    """
    words = _words(view, start, at)
    edge = max((n for n, word in enumerate(words) if word in EDGES), default=-1)
    below = words[edge + 1 :]
    return edge >= 0 and "," not in below and _LISTS.isdisjoint(below) and _stray(below)


def _words(view: View, start: int, end: int) -> list[str]:
    return [word.casefold() for word in WORD.findall(view.masked, start, end)]


def _has_mark(words: list[str]) -> bool:
    """Whether the verb before has had its object: "menskors PT A dan memuji PT B"."""
    return any(word.startswith(("⟨org", "⟨per")) for word in words)


def _beside(words: list[str], at: int) -> list[str]:
    """Return the words before a verb up to the first that is no adverb: a subject begins anew."""
    before = words[max(0, at - 2) : at]
    return before if len(before) < 2 or before[1] in _ADVERBS | _JOINS else before[1:]


_ADVERBS = word_list("clause_adverbs")


def _stray(words: list[str], *, has_numbers: bool = False) -> bool:
    """Whether a number stands there, or a verb that is not joined to the one at hand by ``dan``."""
    if not has_numbers and any(word.isdigit() for word in words):
        # "31 perusahaan dinyatakan patuh, 9 diberi peringatan": the verb is the other number's.
        return True
    return any(
        is_verb(word)
        and word not in _COUNTING
        and not (
            _JOINS & {*_beside(words, at), *words[at + 1 : at + 3]} and not _has_mark(words[:at])
        )
        for at, word in enumerate(words)
    )
