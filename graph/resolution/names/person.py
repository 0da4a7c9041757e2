"""Comparing personal names.

Owns what each agreement and disagreement costs. "Same" means that the two are compatible
spellings of one name: it never means that they are one person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.resolution.match import Match, Reason, settle
from graph.resolution.names.alignment import Alignment, Pairing, align
from graph.resolution.names.lexicon import personal
from graph.resolution.names.person_parts import PersonName, parse_person
from graph.resolution.names.vocabulary import titles
from graph.resolution.names.words import Word
from ontology.model import Language

# A sex, a father, or a word of the name that contradicts ends the matter.
CONTRADICTION = 0.7
# The registry treats an added word as a change of name, not as a correction of spelling
# (Permendagri 73/2022): one added word needs a look, two make another name.
ONE_WORD_MORE = 0.3
SEVERAL_WORDS_MORE = 0.6
# Three agreeing words outweigh one that a source left out.
ONE_WORD_MORE_OF_MANY = 0.15
MONONYM_WITH_MORE = 0.4
INITIAL_MORE = 0.12
MUHAMMAD_MORE = 0.06
PARTICLE_MORE = 0.03
FATHER_MISSING = 0.03
# One full word and one initial is the least that can still be called a name.
ONLY_ONE_FULL_WORD = 0.08
# A slip in a name of one word is as likely another name.
SLIP_IN_MONONYM = 0.2
SECOND_SLIP = 0.15
OTHER_ORDER = 0.3
ALIAS_ONLY = 0.08
COMMON_NAME = 0.02
# Initials are shared by thousands: they stay mentions.
CEILING_OF_INITIALS = 0.5
# "M." stands for Muhammad; for another name it needs more company than one word.
M_IS_NOT_MUHAMMAD = 0.15
COMMON_BITS = 11.0


@dataclass(frozen=True, slots=True)
class _Outcome:
    reasons: tuple[Reason, ...]
    bits: float
    ceiling: float = 1.0

    @property
    def score(self) -> float:
        return min(self.ceiling, 1.0 - sum(reason.penalty for reason in self.reasons))


def compare_persons(left: str, right: str, *, language: Language = "id") -> Match:
    """Compare two personal names.

    >>> compare_persons("Joesoef Iskandar", "Yusuf Iskandar").decision
    'same'
    >>> compare_persons("I Made Sudana", "Ni Made Sudana", language="en").explanation
    'Different (0.24). agreed: "made"; "sudana". disagreed: "i" ≠ "ni"; sex (I, Ni).'
    """
    one, other = parse_person(left), parse_person(right)
    outcome = _compare(one, other)
    if (one.aliases or other.aliases) and outcome.score < 0.8:
        outcome = max((outcome, *_by_alias(one, other)), key=lambda o: o.score)
    return settle(
        outcome.reasons, language=language, rarity_bits=outcome.bits, ceiling=outcome.ceiling
    )


def _by_alias(one: PersonName, other: PersonName) -> Iterator[_Outcome]:
    """Yield comparisons in which an alias of one side stands for its name."""
    for own, foreign in ((one, other), (other, one)):
        for alias in own.aliases:
            if _is_nickname(alias):
                continue
            found = _compare(alias, foreign)
            shown = _show(alias.words)
            note = Reason(
                "agreed", f"alias {shown} dipakai sebagai nama", f"alias {shown} used as the name",
                ALIAS_ONLY,
            )  # fmt: skip
            yield _Outcome((*found.reasons, note), found.bits, found.ceiling)
    for alias in one.aliases:
        for foreign_alias in other.aliases:
            found = _compare(alias, foreign_alias)
            if found.score >= 0.8 and not _is_nickname(alias):
                note = Reason("disagreed", "hanya alias yang cocok", "only the aliases agree", 0.3)
                yield _Outcome((*found.reasons, note), found.bits, found.ceiling)


def _is_nickname(alias: PersonName) -> bool:
    return alias.is_initials or all(
        w.text in titles().nicknames or len(w.text) < 4 for w in alias.words
    )


def _compare(one: PersonName, other: PersonName) -> _Outcome:
    alignment = _align(one, other)
    reasons = list(_word_reasons(alignment))
    reasons += _context_reasons(one, other)
    bits = _bits(alignment)
    if 0.0 < bits < COMMON_BITS:
        reasons.append(
            Reason("agreed", "nama umum, sedikit membuktikan", "a common name proves little",
                   COMMON_NAME)
        )  # fmt: skip
    if one.is_initials or other.is_initials or _agrees_in_initials_only(alignment):
        note = Reason("missing", "nama lengkap (hanya inisial)", "a full name (initials only)", 0.0)
        return _Outcome((*reasons, note), bits, CEILING_OF_INITIALS)
    return _Outcome(tuple(reasons), bits)


def _agrees_in_initials_only(alignment: Alignment) -> bool:
    return bool(alignment.pairings) and all(
        p.link.kind == "initial" or p.left[0].kind == "particle" for p in alignment.pairings
    )


def _align(one: PersonName, other: PersonName) -> Alignment:
    """Align the names; a father's name without "bin" may answer one written with it."""
    alignment = align(one.words, other.words, personal())
    if alignment.is_complete or bool(one.father) == bool(other.father):
        return alignment
    with_father = align((*one.words, *one.father), (*other.words, *other.father), personal())
    return with_father if with_father.is_complete else alignment


def _bits(alignment: Alignment) -> float:
    full = (p for p in alignment.pairings if p.link.kind != "initial")
    return sum(max((w.bits for w in p.left), default=0.0) for p in full)


def _context_reasons(one: PersonName, other: PersonName) -> Iterator[Reason]:
    if one.sex and other.sex and one.sex != other.sex:
        source = f"({one.sex_source}, {other.sex_source})"
        yield Reason("disagreed", f"jenis kelamin {source}", f"sex {source}", CONTRADICTION)
    yield from _father_reasons(one, other)
    if one.titles and other.titles and set(one.titles) & set(other.titles):
        shared = ", ".join(sorted(set(one.titles) & set(other.titles)))
        yield Reason("agreed", f"gelar {shared}", f"title {shared}")
    if bool(one.aliases) != bool(other.aliases):
        yield Reason("missing", "alias", "alias", 0.01)


def _father_reasons(one: PersonName, other: PersonName) -> Iterator[Reason]:
    if one.father and other.father:
        alignment = align(one.father, other.father, personal())
        agree = bool(alignment.pairings) and not (alignment.only_left and alignment.only_right)
        shown = f"{_show(one.father)}, {_show(other.father)}"
        if agree:
            yield Reason("agreed", f"nama ayah {shown}", f"father {shown}")
        else:
            yield Reason("disagreed", f"nama ayah ({shown})", f"father ({shown})", CONTRADICTION)
    elif one.father or other.father:
        shown = _show(one.father or other.father)
        yield Reason("missing", f"nama ayah {shown}", f"father {shown}", FATHER_MISSING)


def _word_reasons(alignment: Alignment) -> Iterator[Reason]:
    agreed = _full_pairings(alignment)
    slips = 0
    for pairing in alignment.pairings:
        slips += pairing.link.kind == "typo"
        yield _pairing_reason(pairing, agreed, slips)
    initials = any(p.link.kind == "initial" for p in alignment.pairings)
    if initials and agreed == 1:
        yield Reason("missing", "kata lengkap kedua", "a second word in full", ONLY_ONE_FULL_WORD)
    if alignment.only_left and alignment.only_right:
        yield from _conflict_reasons(alignment)
    else:
        yield from _missing_reasons(alignment.only_left or alignment.only_right, agreed)


def _full_pairings(alignment: Alignment) -> int:
    return sum(
        p.link.kind != "initial" and any(w.is_full for w in (*p.left, *p.right))
        for p in alignment.pairings
    )


_HOW = {
    "spelling": ("ejaan", "spelling"),
    "initial": ("inisial", "initial"),
    "abbreviation": ("singkatan", "abbreviation"),
    "joined": ("tulisan serangkai", "joined writing"),
    "typo": ("kemungkinan salah tulis", "probably a slip"),
}


def _pairing_reason(pairing: Pairing, agreed: int, slips: int) -> Reason:
    left, right = _show(pairing.left), _show(pairing.right)
    kind = pairing.link.kind
    if kind == "identical":
        return Reason("agreed", left, left)
    penalty = pairing.link.penalty
    if kind == "typo":
        penalty += (SLIP_IN_MONONYM if agreed == 1 else 0.0) + (SECOND_SLIP if slips > 1 else 0.0)
    if kind == "initial" and agreed == 1 and _is_m_for_another(pairing):
        penalty += M_IS_NOT_MUHAMMAD
    how_id, how_en = _HOW[kind]
    return Reason("agreed", f"{left} = {right} ({how_id})", f"{left} = {right} ({how_en})", penalty)


def _is_m_for_another(pairing: Pairing) -> bool:
    texts = {w.text for w in (*pairing.left, *pairing.right)}
    return "m" in texts and len(texts) == 2


def _conflict_reasons(alignment: Alignment) -> Iterator[Reason]:
    left, right = _show(alignment.only_left), _show(alignment.only_right)
    if _is_other_order(alignment):
        shown = f"({left}, {right})"
        yield Reason("disagreed", f"urutan kata {shown}", f"order of words {shown}", OTHER_ORDER)
        return
    only_particles = all(
        w.kind == "particle" for w in (*alignment.only_left, *alignment.only_right)
    )
    # Particles that contradict in sex have been counted; others are rank, which sources drop.
    penalty = PARTICLE_MORE * 2 if only_particles else CONTRADICTION
    yield Reason("disagreed", f"{left} ≠ {right}", f"{left} ≠ {right}", penalty)


def _is_other_order(alignment: Alignment) -> bool:
    left = [w for w in alignment.only_left if w.kind != "particle"]
    right = [w for w in alignment.only_right if w.kind != "particle"]
    if len(left) != len(right) or not left:
        return False
    rest = list(right)
    for word in left:
        answer = next((w for w in rest if align((word,), (w,), personal()).is_complete), None)
        if answer is None:
            return False
        rest.remove(answer)
    return True


def _missing_reasons(words: tuple[Word, ...], agreed: int) -> Iterator[Reason]:
    names = [w for w in words if w.kind == "name"]
    if names:
        shown = _show(names)
        yield Reason("missing", shown, shown, _price_of_more(len(names), agreed))
    prices = {"initial": INITIAL_MORE, "muhammad": MUHAMMAD_MORE, "particle": PARTICLE_MORE}
    for word in words:
        if word.kind in prices:
            # Beside a single word, what is missing is a good part of the name.
            is_thin = agreed < 2 and word.text not in ("i", "ni")
            shown = _show((word,))
            yield Reason("missing", shown, shown, 0.25 if is_thin else prices[word.kind])


def _price_of_more(count: int, agreed: int) -> float:
    if count > 1:
        return SEVERAL_WORDS_MORE
    if agreed >= 3:
        return ONE_WORD_MORE_OF_MANY
    return ONE_WORD_MORE if agreed == 2 else MONONYM_WITH_MORE


def _show(words: tuple[Word, ...] | list[Word]) -> str:
    return '"' + " ".join(w.text for w in words) + '"'
