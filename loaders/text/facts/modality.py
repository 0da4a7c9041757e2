"""Whether a verb is told as done: which modal, denial or wish of its clause governs it.

Owns the walk back through a clause and nothing of its words, which stand in ``word_lists.tsv``.
Refuses to look beyond the clause: what another sentence takes back stays with who reads it.
"""

from __future__ import annotations

from loaders.text.patterns import Pattern
from loaders.text.resources import word_list

# What makes a verb a plan, a duty, a wish, an attempt, a denial, or something of long ago, where
# nothing but adverbs stands between, or the verbs that it governs too.
_GOVERNS = word_list("governing")
# These hold across the subject too: "agar polisi segera menangkap".
_SUBORDINATES = word_list("subordinating")
_ADVERBS = word_list("clause_adverbs")
LIGHT = word_list("light_verbs")
EDGES = word_list("clause_edges")
_NO_VERBS = word_list("no_verbs")
WORD = Pattern(r"[\w-]+|⟨\w+⟩|[^\s\w]")
_VERB = Pattern(r"(?:me|ber|di|ter)[a-z-]{3,}|bekerja|belajar")
_JOINS = frozenset({"dan", "serta", "maupun", "atau", "lalu", ",", "kemudian", "hingga", "/"})


def is_governed(before: str, *, is_noun: bool = False) -> bool:
    """Whether a modal, a denial or a wish governs the verb behind some words of its sentence.

    Goes back word by word: adverbs and verbs joined by ``dan`` are passed, the subject only in
    search of ``agar``, ``jika`` and their like; another verb, or the edge of the clause, ends it.

    Args:
        before: The masked sentence up to the verb, or up to the noun for the deed.
        is_noun: A noun stands there: ``akan melakukan`` governs it as well.

    Example:
        >>> is_governed("perusahaan itu wajib membayar denda dan ")
        True
        >>> is_governed("12 orang yang hendak bekerja ke Malaysia ")
        False
    """
    is_beside, is_joined = True, False
    for word in reversed(WORD.findall(before.casefold())):
        if word in _SUBORDINATES or (is_beside and word in _GOVERNS):
            return True
        if word in _JOINS:
            if word == "," and not (is_beside or is_joined):
                return False
            is_joined = is_joined or is_beside
        elif word in EDGES or not (word[0].isalnum() or word[0] == "⟨"):
            return False
        elif is_verb(word):
            if not (is_joined or (is_noun and is_beside and word in LIGHT)):
                return False
            is_beside, is_joined, is_noun = True, False, False
        elif not (is_beside and word in _ADVERBS):
            is_beside = False
    return False


def is_verb(word: str) -> bool:
    """Whether a lower-case word has the form of a verb and is not known for another word."""
    return _VERB.fullmatch(word) is not None and word not in _NO_VERBS
