"""Numbers that a sentence makes up of others: ``tujuh orang, yakni lima CPMI dan dua tekong``.

Owns the words that open such a list, and the sum that vouches for one without them. Refuses lists
that add up to more than the whole, and victims among the accused.
"""

from __future__ import annotations

from itertools import pairwise

from loaders.text.context import Context
from loaders.text.counts import Counted, size
from loaders.text.facts import compared, frames
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

_LISTS = Pattern(
    r"(?i):|^[^()⟨]*\((?=\s*$)|\b(?:yakni|yaitu|ter(?:diri|bagi)|(?:pe)?rincian\w*|meliputi|mencakup|masing-masing)\b"
)
_AMONG = Pattern(r"(?i)\b(?:termasuk|di\s+antaranya)\s+(?:sebanyak\s+|ada\s+)?$")
_OUT_OF = Pattern(
    r"(?:(?:^|[,:])\s*[\"“]?|\bbahwa\s+)[Dd](?:ari|i\s+antara)\s+"
    r"(?:(?:total|jumlah|keseluruhan|seluruh|sebanyak|sekitar)\s+){0,2}$"
)
# "Rinciannya, 57 orang asal A": of those counted in the sentence before.
_GOES_ON = Pattern(
    r"[\"“]?(?:(?:Pe)?[Rr]incian|Dengan\s+rincian|Terbanyak|Paling\s+banyak|(?:Negara\s+)?[Tt]ujuan\b|(?:Daerah\s+)?[Aa]sal\b|Ter(?:diri|bagi)|Mereka\s+ter(?:diri|bagi))"
)
# "dan menangkap tiga orang": what is done next is done to others.
_NEXT_DEED = Pattern(
    r"(?i)\b(?:dan|serta|lalu|kemudian|sebelum|setelah|sementara|sedangkan|namun|tetapi)\s+(?:\w+\s+)?me[a-z]{4,}"
)
_DEED = Pattern(r"(?i)\bme[a-z]{4,}|\b(?:dan|serta|dengan|dari)\s")
# "4.316 kasus, meningkat dibandingkan tahun lalu, yakni 2.240 kasus": no part.
_THAN = Pattern(
    r"(?i)\b(?:dibanding\w*|ketimbang|daripada|naik|turun|meningkat|menurun|melonjak)\b"
)
_ACCUSED = frozenset({"suspect", "defendant", "convict", "wanted-person"})
_HARMED = frozenset({"victim", "child-victim", "prospective-migrant", "migrant-worker"})
_SEVERAL = 2


def find(context: Context) -> None:
    """Claim of which numbers others are part, in body sentences."""
    told = list(context.sink.claims.values())
    parts = {claim.subject for claim in told if claim.property == "includedIn"}
    wholes = {claim.value for claim in told if claim.property == "includedIn"}
    counts = [e for e in context.sink.entities.values() if e.cls == "Count"]
    made = {entity.start: entity.id for entity in counts}
    before: list[Item] = []
    for view in context.views:
        items = _counts(view) if view.sentence.role is Role.BODY else []
        row = [items[0]] if items else []
        if row and _GOES_ON.match(view.masked):
            row = _within(view, items, before)
        for whole, run in [(row[0], row[1:]), *_lists(view, items)] if row else ():
            id_whole = made.get(whole.start, "")
            for part in run if id_whole and id_whole not in parts else ():
                id_ = made.get(part.start, "")
                if id_ and id_ not in parts | wholes | {id_whole}:
                    span, voice = (part.start, part.end), context.voice(part.start)
                    context.sink.claim(
                        id_, "includedIn", id_whole, span, is_object=True, voice=voice
                    )
                    parts.add(id_)
                    wholes.add(id_whole)
        before = items


def _counts(view: View) -> list[Item]:
    return [
        item
        for item in view.items
        if item.kind is Kind.COUNT
        and isinstance(item.value, Counted)
        and not item.value.is_recalled
        and frames.masked_at(view, item) >= 0
    ]


def _within(view: View, items: list[Item], before: list[Item]) -> list[Item]:
    """Return the one number of the sentence before that holds a row, with its parts."""
    run = [one for one in items if _is_alike(one, items[0])]
    total = sum(size(one) for one in run)
    larger = [one for one in before if _is_alike(one, run[0]) and size(one) >= total]
    is_one = len(larger) == 1 and not any(_is_next_deed(view, *two) for two in pairwise(run))
    return [larger[0], *run] if is_one else [items[0]]


def _lists(view: View, items: list[Item]) -> list[tuple[Item, list[Item]]]:
    """Return the numbers of a sentence that hold others behind them, each with these."""
    found = []
    for index, whole in enumerate(items[:-1]):
        run = _run(view, whole, items[index + 1 :])
        if run:
            found.append((whole, run))
    return found


def _run(view: View, whole: Item, behind: list[Item]) -> list[Item]:
    """Return the numbers behind a whole that are told to be of it, in order."""
    at, first = frames.masked_at(view, whole), frames.masked_at(view, behind[0])
    between = view.masked[view.masked.find("⟩", at) + 1 : first]
    run = _fitting(view, whole, behind)
    if compared.start_of(view, at) >= 0 or _THAN.search(between):
        return []
    if _AMONG.search(between):
        return run[:1]
    is_opened = _OUT_OF.search(view.masked[:at]) is not None and "," in between
    if is_opened or _LISTS.search(between):
        return run
    is_sum = len(run) >= _SEVERAL and sum(size(one) for one in run) == size(whole)
    # Provinces in a row, each with its number, may add up by chance.
    is_placed = bool(run) and "⟨LOC" in view.masked[at : frames.masked_at(view, run[-1])]
    return run if is_sum and not is_placed and not _DEED.search(between) else []


def _fitting(view: View, whole: Item, behind: list[Item]) -> list[Item]:
    """Return the numbers behind a whole that count the same and together are no more."""
    run: list[Item] = []
    for one in behind:
        is_more = sum(size(part) for part in (*run, one)) > size(whole)
        if is_more or not _is_alike(one, whole) or (run and _is_next_deed(view, run[-1], one)):
            break
        run.append(one)
    return run


def _is_next_deed(view: View, last: Item, one: Item) -> bool:
    """Whether between two numbers somebody does something else."""
    start, end = frames.masked_at(view, last), frames.masked_at(view, one)
    return _NEXT_DEED.search(view.masked, start, end) is not None


def _is_alike(one: Item, other: Item) -> bool:
    """Whether two numbers may count the same: by unit, and not the accused and those harmed."""
    mine, yours = one.value, other.value
    if not isinstance(mine, Counted) or not isinstance(yours, Counted):
        return False
    roles = {mine.role, yours.role}
    return mine.unit == yours.unit and not (roles & _ACCUSED and roles & _HARMED)
