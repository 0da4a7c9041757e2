"""People whom one verb holds together: ``menangkap A dan B``, ``SW dan adiknya, TR``.

Owns what joins a name to one that is held. Refuses names that begin a clause of their own.
"""

from __future__ import annotations

from itertools import pairwise

from loaders.text.facts import frames
from loaders.text.facts.listed import NAMES
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern


def with_these(
    view: View, named: list[Item], held: list[Item], *, is_before: bool, is_strict: bool
) -> list[Item]:
    """Return who is held together with those already known to be.

    Args:
        view: The sentence.
        named: Everybody named where the verb's people may stand.
        held: Of these, who is held for sure.
        is_before: The verb is passive.
        is_strict: It may be said of people brought to safety, too.
    """
    made = [] if is_before else _kin_held(view, named, held)
    if is_strict:
        return made
    return made + (
        _joined_before(view, named, held) if is_before else _joined_held(view, named, held)
    )


# "menangkap SW (47), direktur PT A, dan adiknya, TR (40), di Surabaya": one verb holds both.
_AND_KIN = Pattern(
    rf"(?:\s*\([^)⟨]{{0,14}}\))?(?:\s*,\s+(?:(?!\b(?:me|di(?!rektur)|ber|ter)[a-z]{{3,}})[^.;⟨\"“]|⟨(?:ORG|LOC|POS|RNK)\d+⟩){{1,60}})?,?\s+"
    rf"(?:dan|serta|beserta|bersama)\s+{KIN}nya\s*,?\s+(?:berinisial\s+|bernama\s+|yakni\s+)?$"
)
_NO_CLAUSE = Pattern(
    r"(?:\s*\([^)⟨]{0,14}\))?\s*(?:[.;]|$|,?\s+(?:di|pada|saat|ketika|karena|atas|dari|usai|setelah)\s|,\s+⟨DAT)"
)


# "mengamankan dua pelaku, yakni A (28) dan B (33)": as many as are counted.
_OF_COUNT = pattern(
    rf"(?P<count>⟨CNT\d+⟩)(?:\s*,\s+|(?:\s*,)?\s+(?:(?:yakni|yaitu|masing-masing|(?:ber)?inisial|bernama|ialah|adalah)\s+){{1,2}})(?P<who>{NAMES})"
)


def of_count(view: View, counted: list[Item], held: list[Item]) -> list[Item]:
    """Return who is named behind the number of culprits that a verb concerns, if all are."""
    for found in _OF_COUNT.finditer(view.masked):
        people = view.within(*found.span("who"), Kind.PERSON, Kind.INITIALS)
        size = getattr(counted[0].value, "bounds", None) if counted else None
        if size and view.item(found, "count") is counted[0] and size.lower == len(people):
            return [one for one in people if one not in held]
    return []


_AND = Pattern(
    r"(?:\s*\([^)⟨]{0,14}\))?\s*(?:,|,?\s+(?:dan|serta|beserta|bersama))\s+(?:(?:seorang|pria|wanita|perempuan|laki-laki|bernama|berinisial|tersangka"
    r"|rekannya|ABK|anak\s+buah\s+kapal|kernet|sopir|tekong|nakhoda|calo|perekrut|pengurus)\s*,?\s+)*"
)
_LISTED = Pattern(
    r"⟨CNT\d+⟩(?:(?!⟨(?:PER|INI))[^.;\"“]){0,90}?,?\s+(?:yakni|yaitu|masing-masing|ialah|adalah)\s+$"
)


def _joined_held(view: View, named: list[Item], held: list[Item]) -> list[Item]:
    """Return whom ``dan`` joins to somebody held, and whom ``dua orang, yakni A dan B`` lists."""
    made: list[Item] = []
    known = list(held)
    if named and not held and _LISTED.search(view.masked[: frames.masked_at(view, named[0])]):
        made, known = named[:1], named[:1]
    for before, person in pairwise(named):
        start = view.masked.find("⟩", frames.masked_at(view, before)) + 1
        at = frames.masked_at(view, person)
        is_new = before in known and person not in known
        if is_new and person.kind is Kind.PERSON and _AND.fullmatch(view.masked, start, at):
            made.append(person)
            known.append(person)
    # "menangkap A, B melarikan diri": the last of a row is followed by no verb of its own.
    last = view.masked.find("⟩", frames.masked_at(view, known[-1])) + 1 if made else 0
    return made if made and _NO_CLAUSE.match(view.masked, last) else []


_SUBJECT_BEGINS = Pattern(
    r"(?:^[\"“]?|[.,;“\"]\s+|\b(?i:tersangka|pelaku|terdakwa|yakni|yaitu|sedangkan|sementara|calo|pasutri)\s+)$"
)


def _joined_before(view: View, named: list[Item], held: list[Item]) -> list[Item]:
    """Return whom ``dan`` joins to a passive's last subject: ``A (41) dan B (36) ditangkap``."""
    made: list[Item] = []
    for person, behind in reversed(list(pairwise(named))):
        at = frames.masked_at(view, person)
        end = frames.masked_at(view, behind)
        is_new = behind in [*held, *made] and person not in held and person.kind is Kind.PERSON
        if is_new and _AND.fullmatch(view.masked, view.masked.find("⟩", at) + 1, end):
            made.append(person)
    first = frames.masked_at(view, made[-1]) if made else 0
    return made[::-1] if _SUBJECT_BEGINS.search(view.masked[:first]) else []


def _kin_held(view: View, named: list[Item], held: list[Item]) -> list[Item]:
    """Return kin whom ``dan`` joins to somebody held; none who is the subject of another clause."""
    made: list[Item] = []
    for before, person in pairwise(named):
        start = view.masked.find("⟩", frames.masked_at(view, before)) + 1
        at = frames.masked_at(view, person)
        is_joined = (
            before in held and person not in held and _AND_KIN.fullmatch(view.masked, start, at)
        )
        if is_joined and _NO_CLAUSE.match(view.masked, view.masked.find("⟩", at) + 1):
            made.append(person)
    return made
