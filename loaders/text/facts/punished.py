"""Who got which term, fine and restitution in one sentence, however many are judged.

Owns the sharing out: name by name, in a row (``masing-masing 3 tahun dan 2 tahun``), or one for
all. Refuses every sharing that the order of the words leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.text.context import Context
from loaders.text.facts import appeals, court_focus
from loaders.text.facts.pronounced import GUILTY, setting
from loaders.text.facts.rulings import Found, Sign, row, zones
from loaders.text.facts.stages import claim_stage
from loaders.text.patterns import Pattern
from loaders.text.view import View


@dataclass(slots=True)
class Share:
    """What those of one group got; ``terms`` are one for all, or one for each in order."""

    people: tuple[str, ...]
    start: int
    end: int
    terms: list[Found] = field(default_factory=list)
    fine: Found | None = None
    restitution: Found | None = None


def find_in(context: Context, view: View, current: str) -> str:
    """Claim the sentences that a sentence shares out; return the verdict told last, or empty.

    Args:
        context: The document.
        view: The sentence.
        current: The verdict told last before, or empty.
    """
    if not _WORTH.search(view.masked):
        return ""
    signs = row(context, view)
    marked = zones(view, signs)
    verb = next((one for one, under in marked if _is_verb(context, view, one, under)), None)
    if verb is None and current and _goes_on(context, view, signs):
        marked = [(one, Sign.JUDGED) for one in signs]
        verb = next(one for one in signs if one.sign is Sign.TERM)
    if verb is None:
        return ""
    last = ""
    for clause in _clauses(view, marked):
        for share in shares(context, view, clause):
            last = _claim(context, view, share, verb, current) or last
    return last


_OPENS = Pattern(
    r"(?i)^[\"“]?(?:sedangkan|sementara(?:\s+itu)?|adapun|lalu|kemudian|dan|lainnya)?\s*,?\s*(?:untuk\s+)?(?:(?:dua|tiga|kedua)\s+)?(?:(?:terdakwa|rekan\w*|istri\w*|suami\w*)\s+)?(?:lain(?:nya)?\s*,\s*)?⟨(?:PER|INI)"
)


def _goes_on(context: Context, view: View, signs: list[Found]) -> bool:
    """Whether a sentence without a verb shares out terms as the one before does."""
    before = context.before(view)
    has_verb = _VERB_BETWEEN.search(_NO_VERB.sub("", view.masked)) is not None
    has_term = any(one.sign is Sign.TERM for one in signs)
    is_asked = any(one.sign in (Sign.ASKED, Sign.FEARED, Sign.THAN) for one in signs)
    if before is None or has_verb or not has_term or is_asked:
        return False
    return _OPENS.match(view.masked) is not None and any(
        _is_verb(context, before, one, under) for one, under in zones(before, row(context, before))
    )


_NO_VERB = Pattern(r"(?i)\b(?:berinisial|bernama|terdakwa|denda|dengan|mantan|berusia|beserta)\b")
_WORTH = Pattern(r"⟨(?:DUR|MON)|(?i:\bbersalah\b)")


def _clauses(
    view: View, marked: list[tuple[Found, Sign | None]]
) -> Iterator[list[tuple[Found, Sign | None]]]:
    """Yield the parts that semicolons divide, where each has its own people; else the whole."""
    made: list[list[tuple[Found, Sign | None]]] = [[]]
    for one, under in marked:
        if one.sign is Sign.END and view.masked[one.start] == ";":
            made.append([])
        made[-1].append((one, under))
    has_all = all(any(one.sign is Sign.PERSON for one, _ in part) for part in made)
    yield from made if len(made) > 1 and has_all else [marked]


_VERBS = (Sign.JUDGED, Sign.GOT, Sign.SERVED)
_TRIAL = Pattern(
    r"(?i)\b(?:vonis|divonis|memvonis|putusan|hukuman|dihukum|menghukum\w*|hakim|pengadilan|terdakwa|terpidana|pidana|dipidana|penjara|bui)\b"
)


def _is_verb(context: Context, view: View, one: Found, under: Sign | None) -> bool:
    """Whether a sign tells of a judgment, where words of a court are near that say so."""
    if under is not Sign.JUDGED or one.sign not in _VERBS:
        return False
    number = view.sentence.number
    near = context.views[max(0, number - 1) : number + 2]
    if one.sign is Sign.JUDGED:
        if any(item.cls == "Court" for item in view.items):
            return True
        words = _OF_COURTS.match(view.masked, one.start) or _TRIAL.search(view.masked)
        return words is not None
    return any(_TRIAL.search(other.masked) for other in near)


_OF_COURTS = Pattern(
    r"(?i)(?:di|mem)vonis|(?:di|meng)(?:hukum|ganjar)|(?:di|mem)(?:pidana|penjara)"
)


def shares(context: Context, view: View, marked: list[tuple[Found, Sign | None]]) -> list[Share]:
    """Return who got what in a sentence, as far as its order leaves no choice."""
    return list(_shares(context, view, marked))


def _shares(
    context: Context, view: View, marked: list[tuple[Found, Sign | None]]
) -> Iterator[Share]:
    parts = list(_parts(context, view, marked))
    groups = _joined(view, [one for one in parts if isinstance(one, Share)])
    told = [one for one in parts if isinstance(one, Found)]
    terms = [one for one in told if one.sign is Sign.TERM]
    if not groups:
        return
    if len(groups) == 1:
        share = groups[0]
        share.terms = _of_one_group(share, terms)
        share.fine = next((one for one in told if one.sign is Sign.FINE), None)
        award = next((one for one in told if one.sign is Sign.RESTITUTION), None)
        # One sum that several owe together is nobody's own.
        is_own = award is not None and _EACH_OWES.search(view.masked[: award.start])
        share.restitution = award if len(share.people) == 1 or is_own else None
        yield share
        return
    yield from _paired(view, groups, told, terms)


_EACH_OWES = Pattern(
    r"(?i)\bmasing-masing\s+(?:sebesar\s+|senilai\s+)?$|\bmasing-masing\b[^⟨;]{0,60}restitusi[^⟨;]{0,20}$"
)


def _of_one_group(share: Share, terms: list[Found]) -> list[Found]:
    """Return the terms of one group: one for all, or as many as there are people."""
    size = len(share.people)
    if len(terms) == 1:
        # "masing-masing 3 tahun dan 6 bulan" of two may be two terms.
        return [] if size > 1 and terms[0].is_loose else terms
    is_row = size == len(terms) and not any(one.is_loose for one in terms)
    return terms if is_row and size > 1 else []


def _paired(
    view: View, groups: list[Share], told: list[Found], terms: list[Found]
) -> Iterator[Share]:
    """Yield groups with the term that stands beside each, where every one has its own."""
    marks = sorted([(one.start, "W") for one in groups] + [(one.start, "T") for one in terms])
    order = "".join(letter for _, letter in marks)
    size = len(groups)
    paired = sum(one.start < terms[-1].start for one in groups) if terms else 0
    is_first = paired > 0 and order in ("WT" * paired, "WT" * paired + "W")
    is_last = order == "TW" * size and all(_is_given(view, one) for one in groups)
    if not (is_first or is_last):
        return
    groups = groups[:paired] if is_first else groups
    size = len(groups)
    for number, (share, term) in enumerate(zip(groups, terms, strict=True)):
        share.terms = [term] if len(share.people) == 1 or not term.is_loose else []
        start, end = (term.end, _start_of(groups, number + 1, view)) if is_first else (
            term.end, share.start)  # fmt: skip
        if is_first and number == size - 1 and size > 1:
            end = _own_end(view, groups, told, terms)
        share.fine = _within(told, Sign.FINE, start, end)
        share.restitution = _within(told, Sign.RESTITUTION, start, end)
        yield share


def _start_of(groups: list[Share], number: int, view: View) -> int:
    return groups[number].start if number < len(groups) else len(view.masked)


def _own_end(view: View, groups: list[Share], told: list[Found], terms: list[Found]) -> int:
    """Return how far the last of several speaks for himself: money behind him may be of all."""
    money = [one for one in told if one.sign in (Sign.FINE, Sign.RESTITUTION)]
    is_own = any(terms[0].end <= one.start < groups[-1].start for one in money)
    return len(view.masked) if is_own else terms[-1].end


def _within(told: list[Found], sign: Sign, start: int, end: int) -> Found | None:
    return next((one for one in told if one.sign is sign and start <= one.start < end), None)


_GIVEN = Pattern(r"(?i)\b(?:kepada|terhadap|untuk|bagi|atas(?:\s+diri)?)\s+(?:[a-z]+\s+){0,3}$")


def _is_given(view: View, share: Share) -> bool:
    return _GIVEN.search(view.masked[max(0, share.start - 50) : share.start]) is not None


def _parts(
    context: Context, view: View, marked: list[tuple[Found, Sign | None]]
) -> Iterator[Share | Found]:
    """Yield whom a judgment may concern, and what it brings, in the order of the words."""
    is_below = False
    for number, (one, under) in enumerate(marked):
        before = marked[number - 1][0] if number else None
        is_below = one.sign is Sign.YANG or (
            is_below and before is not None and not _is_over(view, before, one)
        )
        if under in (Sign.ASKED, Sign.FEARED, Sign.THAN, Sign.FREED):
            continue
        if one.sign in (Sign.TERM, Sign.FINE, Sign.RESTITUTION, Sign.EACH):
            if under is Sign.JUDGED:
                yield one
        elif one.sign is Sign.PERSON and not _is_beside(marked, number, is_below=is_below):
            yield Share((context.registry.of(one.items[0]),), one.start, one.end)
        elif _points_back(view, one):
            people = court_focus.meant(context, view, one, marked)
            if people or one.sign is Sign.KIN:
                yield Share(people, one.start, one.end)


_HIM = Pattern(r"(?i)(?:meng|mem|men)\w+nya$")


def _points_back(view: View, one: Found) -> bool:
    """Whether a sign means somebody without naming them: ``ia``, ``istrinya``, ``menghukumnya``."""
    if one.sign in (Sign.PRONOUN, Sign.ALL, Sign.KIN):
        return not _is_named(view, one)
    return one.sign is Sign.JUDGED and _HIM.search(view.masked, one.start, one.end) is not None


_NAMED = Pattern(
    r"\s*(?:[IVX]+\s*)?,?\s*(?:(?:berinisial|bernama|atas\s+nama|lain(?:nya)?)\s*,?\s+)?(?:⟨RNK\d+⟩\s*)?⟨(?:PER|INI)"
)


def _is_named(view: View, one: Found) -> bool:
    """Whether the name follows: ``terdakwa II, Udin``, ``istrinya, Siti``."""
    return one.sign is not Sign.ALL and _NAMED.match(view.masked, one.end) is not None


def _is_over(view: View, before: Found, one: Found) -> bool:
    gap = view.masked[before.end : one.start]
    return "," in gap or before.sign in (*_VERBS, Sign.TERM, Sign.EACH, Sign.END)


def _is_beside(marked: list[tuple[Found, Sign | None]], number: int, *, is_below: bool) -> bool:
    """Whether somebody is told of in passing: in a clause below, freed, or before who is judged."""
    has_other = any(one.sign is Sign.PERSON and at != number for at, (one, _) in enumerate(marked))
    later = [one.sign for one, _ in marked[number + 1 :] if one.sign not in _QUIET]
    is_freed = later[:1] == [Sign.FREED]
    # "Uang itu disetor A kepada B, yang lebih dulu divonis": A is not judged.
    is_before = later[:3] == [Sign.PERSON, Sign.YANG, Sign.JUDGED] and not _is_listed(
        marked, number
    )
    return is_freed or (has_other and (is_below or is_before))


def _is_listed(marked: list[tuple[Found, Sign | None]], number: int) -> bool:
    following = next(one for one, _ in marked[number + 1 :] if one.sign is Sign.PERSON)
    return following.start - marked[number][0].end < _LIST_GAP


_LIST_GAP = 16
_QUIET = (Sign.COURT, Sign.TO, Sign.END, Sign.EACH, Sign.OTHER)


_VERB_BETWEEN = Pattern(r"(?i)\b(?:me|di|ber|ter(?!dakwa|sangka|pidana))[a-z]{3,}\b")


def _joined(view: View, shares: list[Share]) -> list[Share]:
    """Join those who stand in a row of names, and those told twice."""
    made: list[Share] = []
    for one in shares:
        last = made[-1] if made else None
        if last and set(one.people) <= set(last.people) and one.people:
            continue
        gap = view.masked[last.end : one.start] if last else ""
        if last and last.people and one.people and _is_row(gap):
            made[-1] = Share((*last.people, *one.people), last.start, one.end)
        else:
            made.append(one)
    return made


def _is_row(gap: str) -> bool:
    plain = re.sub(r"\([^)]*\)", "", gap)
    joins = re.search(r",|\b(?:dan|serta)\b", plain) is not None
    has_more = "⟨DUR" in plain or "⟨MON" in plain or _VERB_BETWEEN.search(plain) is not None
    return joins and not has_more and len(plain) < _ROW_GAP


_ROW_GAP = 60


def _claim(context: Context, view: View, share: Share, verb: Found, current: str) -> str:
    """Claim what the people of a share got; return the last of their verdicts."""
    is_guilty = _GUILT.search(view.masked) is not None and len(share.people) == 1
    if not (share.terms or share.fine or share.restitution or is_guilty):
        return ""
    last = ""
    for number, person in enumerate(share.people):
        first = min(share.start, verb.start)
        span = view.offset(first), view.offset(max(share.end, verb.end))
        voice = context.voice(view.offset(verb.start))
        last = appeals.verdict_meant(context, view, person, span, current)
        context.sink.claim(last, "defendant", person, span, is_object=True, voice=voice)
        penalty(context, view, share, number, last)
        setting(context, view, last, verb.start)
        guilty = GUILTY.search(view.masked)
        claim_stage(context, person, "convicted", view.span(guilty) if guilty else span, voice)
    return last


_GUILT = Pattern(
    r"(?i)\b(?:di|me)nyatakan(?:nya)?\b(?:(?!\b(?:tidak|tak|belum)\b)[^.;]){0,60}\bbersalah\b|\bmemutuskan\b[^.;]{0,60}(?<!tidak\s)(?<!tak\s)\bbersalah\b"
)


def _told_to(view: View, share: Share, term: Found) -> int:
    """Return where the quote of a term ends: that of a row with its unit, told once at its end."""
    is_bare = not re.search(r"(?i)tahun|bulan", term.items[-1].text)
    return view.offset(share.terms[-1].end if is_bare else term.end)


def penalty(context: Context, view: View, share: Share, number: int, event: str) -> None:
    """Claim term, fine and restitution of the nth of a share, as those of his event."""
    _amounts(context, share, event)
    term = _term_of(share, number)
    if term and "sentenceMonths" not in context.sink.told_of(event):
        where = view.offset(term.start), _told_to(view, share, term)
        voice = context.voice(where[0])
        context.sink.claim(event, "sentenceMonths", str(term.months), where, voice=voice)


def _term_of(share: Share, number: int) -> Found | None:
    if len(share.terms) == 1:
        return share.terms[0]
    return share.terms[number] if share.terms else None


def _amounts(context: Context, share: Share, verdict: str) -> None:
    for prop, one in (("fineIdr", share.fine), ("restitutionIdr", share.restitution)):
        if one is not None and prop not in context.sink.told_of(verdict):
            item = one.items[0]
            span, voice = (item.start, item.end), context.voice(item.start)
            context.sink.claim(verdict, prop, item.key, span, voice=voice, original=item.text)
