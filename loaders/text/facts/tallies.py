"""Numbers of people that a text takes apart: by sex, by place, by year, by what became of them.

Owns the rows of such numbers and the whole that they are of. Refuses rows of which no whole is told
and no word says what they count, parts larger than the whole, and those accused.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.facts import bulleted, reality, tallied
from loaders.text.facts.cells import Cell, cells
from loaders.text.facts.equations import equation, of_lead
from loaders.text.facts.labels import Label, label
from loaders.text.facts.tallied import Row
from loaders.text.numbers import parse
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View

# So many sentences before, the whole may have been told.
_BACK = 4
_SEVERAL = 2
_ACCUSED = frozenset({"suspect", "defendant", "convict", "wanted-person", "witness"})


@dataclass(frozen=True, slots=True)
class Told:
    """The number claimed last, which later ones go on with."""

    id: str
    unit: str
    measure: str


def find(context: Context, known: dict[int, str]) -> None:
    """Claim the numbers of people that sentences tell with words beside them.

    Args:
        context: The document, with its counts.
        known: Ids of the counts claimed so far, by where they are printed.
    """
    told: list[Row] = []
    for view in _views(context):
        found: list[Row] = []
        for cell in cells(view):
            last = _last(context, view, view.offset(cell.start), known)
            equal = equation(view, cell, has_told=last is not None)
            found.append(Row(view, cell, label(context, view, cell), equal))
        for row in found:
            if context.is_denied(row.at) or _is_of_victims(context, row, known):
                continue
            is_new = row.at not in known
            if is_new:
                _row(context, row, found, told, known)
            if row.at in known and row.label is not None and row.label.kind in ("sort", "place"):
                _sum_of(context, row, found, told, known)
            is_sort = row.label is not None and row.label.kind == "sort"
            if not (is_new or is_sort) and row.unit == "persons" and row.cell.role not in _ACCUSED:
                tallied.places(context, row, known[row.at], is_sure=False)
            _out_of(context, row, known)
        told += found


# "tiga orang sebagai tersangka. Korbannya dua orang dari Praya": no part of the accused.
_VICTIMS = Pattern(r"(?i)\bkorban(?:nya)?\b[^.;⟨]{0,60}")


def _is_of_victims(context: Context, row: Row, known: dict[int, str]) -> bool:
    """Whether a number is of victims, where the one told last counts the accused."""
    last = _last(context, row.view, row.at, known)
    is_accused = last is not None and last.measure.startswith(("suspects", "wanted"))
    return is_accused and _VICTIMS.search(row.view.masked, 0, row.cell.start) is not None


def _sum_of(
    context: Context, row: Row, beside: list[Row], told: list[Row], known: dict[int, str]
) -> None:
    """Join a part that is claimed already to its whole, where the parts add up to that."""
    whole = _whole(context, row, beside, told, known)
    if whole is not None and _has_own_home(row, whole):
        return
    if whole is None or whole.cell.role in _ACCUSED or not _is_sum(row, beside, whole):
        return
    if "includedIn" not in context.sink.told_of(known[row.at]):
        id_ = known.get(whole.at) or tallied.claim(context, whole, known)
        _join(context, row, known[row.at], id_)


# "21 orang berasal dari A, 13 dari B, 8 dari C": that the last two make 21 is chance.
_OF_HOME = Pattern(r"(?:\s+[a-z]+){0,3}?\s+dari\s+⟨LOC\d+⟩")


def _has_own_home(row: Row, whole: Row) -> bool:
    """Whether the number that would hold a part is from another place in the same row."""
    same = row.view is whole.view and row.at > whole.at
    return same and bool(_OF_HOME.match(whole.cell.right) and _OF_HOME.match(row.cell.right))


_RATIOS = frozenset({3, 4, 5, 10, 100, 1000})


def _out_of(context: Context, row: Row, known: dict[int, str]) -> None:
    """Claim the whole that stands in a number: ``Dua dari delapan korban``."""
    cell = row.cell
    size = parse(cell.of) if cell.of else None
    if size is None or size in _RATIOS or row.at not in known or row.unit not in ("", "persons"):
        return
    if cell.role in _ACCUSED:
        return
    end = row.view.offset(cell.end)
    start = context.text.find(cell.of, row.at + 1, end)
    if start < 0 or start in known:
        return
    sink, span, voice = context.sink, (start, end), context.voice(row.at)
    id_ = sink.entity(sink.fresh("cnt", "n"), "Count", context.text[start:end], span)
    known[start] = id_
    for prop in ("countLower", "countUpper"):
        sink.claim(id_, prop, str(size), span, voice=voice, original=cell.of)
    sink.claim(id_, "countUnit", row.unit or "persons", span, voice=voice)
    part = row.at, end
    sink.claim(known[row.at], "includedIn", id_, part, is_object=True, voice=voice, confidence=0.8)


def _views(context: Context) -> list[View]:
    """Return the sentences of the body, and the lines listed below them."""
    made: list[View] = []
    for view in context.views:
        if view.sentence.role is Role.BODY and not reality.is_untrue(view):
            made += [view, *bulleted.lines_below(context, view)]
    kept = {view.sentence.number: view for view in made}
    return [kept[number] for number in sorted(kept)]


def _last(context: Context, view: View, at: int, known: dict[int, str]) -> Told | None:
    """Return the number claimed last before an offset, in this or the two sentences before."""
    near = context.views[max(0, view.sentence.number - 2)].sentence.start
    before = [start for start in known if near <= start < at]
    if not before:
        return None
    id_ = known[max(before)]
    own = {c.property: c.value for c in context.sink.claims.values() if c.subject == id_}
    return Told(id_, own.get("countUnit", ""), own.get("measure", ""))


def _row(
    context: Context, row: Row, beside: list[Row], told: list[Row], known: dict[int, str]
) -> None:
    """Claim one number where a whole, a row of its kind or a noun vouches for it."""
    if row.cell.role in _ACCUSED or (row.label is None and row.equation is None):
        return
    equal = row.equation
    if equal is not None and equal.unit and not equal.is_compared and _equal(context, row, known):
        return
    is_sure = row.label is not None and not row.label.is_loose
    if is_sure and _share(context, row, beside, told, known):
        return
    if row.equation is not None and _equal(context, row, known):
        return
    if not is_sure and _share(context, row, beside, told, known):
        return
    _series(context, row, beside, known)


def _share(
    context: Context, row: Row, beside: list[Row], told: list[Row], known: dict[int, str]
) -> bool:
    """Claim a number that is one of a row or a part of a whole; return whether it is."""
    if row.label is None or row.label.kind == "date" or row.unit not in ("", "persons"):
        return False
    last = None if row.unit else _last(context, row.view, row.at, known)
    if last and last.unit != "persons" and _start(context, last) >= row.view.sentence.start:
        # "255 kasus, di bawah Sumatera Utara (379)": of what was counted last.
        return False
    whole = _whole(context, row, beside, told, known)
    if whole is not None and (_is_no_whole(whole) or _is_of_unread(row, beside, told)):
        return False
    is_sum = whole is not None and _is_sum(row, beside, whole)
    is_part = whole is not None and (is_sum or _is_among(row, whole))
    if whole is not None and not is_part and whole.at not in known:
        whole = None
    if row.label.is_loose and not (is_part or row.cell.of or _is_told_of(row, whole, known)):
        return False
    if not (is_part or _is_vouched(row, beside, whole)):
        return False
    id_ = tallied.claim(context, row, known)
    if whole is not None:
        id_whole = known.get(whole.at) or tallied.claim(context, whole, known)
        is_place = row.label.kind == "place" and whole.view is row.view
        is_beside = _has_own_home(row, whole)
        if is_place and (is_beside or not is_part):
            _same_measure(context, row, id_, id_whole)
        if is_part and not is_beside:
            _join(context, row, id_, id_whole)
    return True


# "berasal dari 2 orang Sukabumi, 1 orang Palembang": the first is a part as well.
_A_PART = Pattern(r"(?i)\b(?:berasal|terdiri)\s+(?:dari|atas)\s+$")


def _is_no_whole(whole: Row) -> bool:
    return whole.cell.role in _ACCUSED or _A_PART.search(whole.cell.left) is not None


_THOSE = Pattern(
    r"\s+(?:calon\s+)?(?:penumpang|penghuni|tamu|pelamar|peserta|anak|remaja|gadis|pemuda|perempuan|pria)\b"
)


def _is_of_unread(row: Row, beside: list[Row], told: list[Row]) -> bool:
    """Whether ``seorang di antaranya`` is of people counted nearer, of whom nothing is claimed."""
    before = [one for one in (*told, *beside) if one.at < row.at]
    last = max(before, key=lambda one: one.at, default=None)
    is_share = row.cell.right.lstrip().startswith("di antara")
    return bool(is_share and last and not last.unit and _THOSE.match(last.cell.right))


def _is_told_of(row: Row, whole: Row | None, known: dict[int, str]) -> bool:
    """Whether people counted by a noun are some of those claimed before, whatever is told."""
    is_called = row.cell.item is not None and not row.cell.is_one
    return whole is not None and whole.at in known and is_called


def _equal(context: Context, row: Row, known: dict[int, str]) -> bool:
    """Claim a number that a noun names, or that another is compared with."""
    equal = row.equation
    last = _last(context, row.view, row.at, known)
    if equal is None:
        return False
    unit, measure = row.unit, equal.measure
    if last is not None and (equal.is_compared or not equal.unit) and unit in ("", last.unit):
        unit, measure = last.unit, measure or last.measure
    if not unit or (unit == "persons" and not measure and not equal.unit and last is None):
        return False
    tallied.claim(context, row, known, measure, unit)
    return True


def _series(context: Context, row: Row, beside: list[Row], known: dict[int, str]) -> None:
    """Claim the numbers of years or places that stand in a row behind the noun counted."""
    mark = row.label
    if mark is None or mark.kind not in ("date", "place", "class") or not mark.is_before:
        return
    alike = [one for one in beside if one.label and one.label.kind == mark.kind]
    lead = row.view.masked[: alike[0].cell.start]
    last = _last(context, row.view, row.at, known)
    is_led = bool(_RANK.search(lead)) and bool(of_lead(lead)[0])
    is_ranked = (is_led or last is not None) and _RANK.search(
        (mark.kind == "place" and row.cell.left) or ""
    )
    is_next = (
        last is not None and row.view.offset(0) <= _start(context, last) and mark.kind == "date"
    )
    if len(alike) == 1 and not (is_ranked or is_next):
        return
    unit, measure = of_lead(lead)
    units = [one.unit for one in alike if one.unit]
    if not unit and last is not None:
        unit, measure = last.unit, last.measure
    unit = units[0] if units else unit
    if unit and (measure or units):
        tallied.claim(context, row, known, measure, unit)


def _start(context: Context, last: Told) -> int:
    return context.sink.entities[last.id].start


_RANK = Pattern(
    r"(?i)\b(?:urutan|nomor|tempat|posisi|peringkat|terbanyak|teratas|disusul|diikuti)\b"
)


def _is_vouched(row: Row, beside: list[Row], whole: Row | None) -> bool:
    """Whether something else than a sum says that a number counts people."""
    cell, mark = row.cell, row.label
    if mark is None or (cell.is_one and not _is_counted_one(cell, mark)):
        return False
    has_noun = cell.value is not None or cell.unit == "persons"
    if whole is None:
        return _stands_alone(row, beside)
    alike = [one for one in beside if one.label and one.label.kind == mark.kind]
    is_table = mark.kind == "sort" and mark.is_before
    if mark.kind == "class":
        return False
    if mark.kind == "sort" and not mark.is_before:
        return _is_among(row, whole)
    return has_noun or is_table or len(alike) > 1 or _is_among(row, whole)


def _is_counted_one(cell: Cell, mark: Label) -> bool:
    """Whether ``seorang`` counts: ``seorang di antaranya``, ``seorang meninggal``."""
    if _ONE_OF.match(cell.right):
        return True
    return mark.kind == "state" and not mark.is_before and bool(mark.measure)


_ONE_OF = Pattern(r"\s+(?:di\s+antara|lagi\b|lainnya\b|sisanya\b)")


_THE_REST = Pattern(r"[^.;]{0,40},\s+(?:selebihnya|sisanya|selainnya)\b")


def _stands_alone(row: Row, beside: list[Row]) -> bool:
    """Whether words say outright what a number counts, without a whole."""
    cell, mark = row.cell, row.label
    if mark is None or _HELD.search(row.view.masked):
        return False
    if cell.of or cell.is_of_dead:
        return True
    if mark.kind == "place":
        alike = [one for one in beside if one.label and one.label.kind == "place"]
        return cell.noun == "warga" and len(alike) > 1
    is_called = cell.noun not in _PLAIN and not mark.is_before
    return mark.kind == "state" and cell.value is not None and bool(mark.measure or is_called)


_PLAIN = frozenset(
    {"orang", "jiwa", "pria", "perempuan", "wanita", "laki-laki", "lelaki", "anak", "warga"}
)


_HELD = Pattern(
    r"(?i)\b(?:menangkap|ditangkap|meringkus|diringkus|membekuk|dibekuk|menciduk|diciduk|tersangka|pelaku|terdakwa)\b"
)


def _is_among(row: Row, whole: Row) -> bool:
    """Whether words say that a number is of the whole: ``di antaranya``, ``Dari 14 orang itu``."""
    masked = row.view.masked
    own = f"{row.cell.item.text if row.cell.item else ''} {row.cell.right[:40]}"
    if _AMONG.search(own) or _THE_REST.search(row.view.masked[row.cell.end :]):
        return True
    if _ONLY.search(row.cell.left) and row.cell.right.startswith(" yang "):
        return True
    if whole.view is not row.view:
        return False
    between = masked[whole.cell.end : row.cell.start]
    opened = masked[: whole.cell.start]
    return bool(_OUT_OF.search(opened) or _APART.search(between))


_ONLY = Pattern(r"(?i)\b(?:hanya|cuma|baru)\s+$")
_AMONG = Pattern(
    r"(?i)\bdi\s+antara(?:nya|\s+mereka)|\bsisanya|\bdari\s+(?:jumlah|total|angka|mereka)\b"
)
_OUT_OF = Pattern(r"(?i)\bdari\s+(?:(?:total|jumlah|keseluruhan|sebanyak)\s+)*$")
_APART = Pattern(
    r"(?i)\b(?:ter(?:diri|bagi)\s+(?:dari|atas)|rincian\w*|meliputi|mencakup|termasuk|yakni|yaitu)\b|:\s"
)


def _whole(
    context: Context, row: Row, beside: list[Row], told: list[Row], known: dict[int, str]
) -> Row | None:
    """Return the number of people before that one is a part of: the sum of its row, or larger."""
    before = [one for one in beside if one.cell.start < row.cell.start]
    number = row.view.sentence.number
    # Places that add up to a number are of it however far back it stands.
    is_row = row.label is not None and row.label.kind == "place" and len(beside) > _SEVERAL
    earlier = [one for one in told if is_row or number - one.view.sentence.number <= _BACK]
    near = [
        one
        for one in (*earlier, *before)
        if one.unit == "persons" and _is_whole(one) and one.cell.size >= row.cell.size
        if not _is_sibling(one, row)
    ]
    sums = [one for one in near if _is_sum(row, beside, one)]
    if sums:
        return sums[-1]
    parts = {c.subject for c in context.sink.claims.values() if c.property == "includedIn"}
    larger = [
        one
        for one in near
        if one.cell.size > row.cell.size
        and not (one.view is row.view and known.get(one.at) in parts)
        and number - one.view.sentence.number <= 2
    ]
    last = larger[-1] if larger else None
    # "terdiri dari 52 laki-laki dan 76 perempuan. Enam belas di antaranya": of which is not told.
    return None if last and last.view is not row.view and known.get(last.at) in parts else last


# "terdiri dari 29 pekerja, enam anak": what stands beside it in a list holds no number.
_LISTED = Pattern(r"\bter(?:diri|bagi)\s+(?:dari|atas)\s(?:(?!\s(?:yang|di)\s)[^.;]){0,60}$")
_NEXT = Pattern(r"\s*(?:,|dan|serta|,\s*dan|,\s*serta)\s*$")


def _is_sibling(one: Row, row: Row) -> bool:
    """Whether a number stands before another in one list of what a whole consists of."""
    if one.view is not row.view or one.cell.start >= row.cell.start:
        return False
    between = row.view.masked[one.cell.end : row.cell.start]
    is_next = _NEXT.match(between) is not None
    return is_next and _LISTED.search(row.view.masked[: one.cell.start]) is not None


_NEARLY = Pattern(r",\s*(?:persis|tepatnya)")


def _is_whole(row: Row) -> bool:
    """Whether a number counts a group, not a share of one."""
    own = f"{row.cell.item.text if row.cell.item else ''} {row.cell.right[:20]}"
    is_share = row.label is not None and row.label.kind in ("sort", "place") and row.label.is_before
    if row.equation is not None and row.equation.unit:
        return _NEARLY.match(row.cell.right) is None
    is_near = _NEARLY.match(row.cell.right) is not None
    return not (_AMONG.search(own) or is_share or is_near)


def _is_sum(row: Row, beside: list[Row], whole: Row) -> bool:
    """Whether the numbers of one kind in a sentence add up to the whole."""
    if row.label is None:
        return False
    own = row.label.kind
    kinds = {own} if own in ("place", "class") else {"sort", "state"}
    parts = [
        one.cell.size
        for one in beside
        if one.label
        and one.label.kind in kinds
        and one is not whole
        and one.cell.start > (whole.cell.start if whole.view is row.view else -1)
    ]
    return len(parts) > 1 and sum(parts) == whole.cell.size


def _join(context: Context, row: Row, id_: str, whole: str) -> None:
    """Claim of a part what holds of its whole."""
    if id_ == whole:
        return
    sink, voice = context.sink, context.voice(row.at)
    span = row.at, row.view.offset(row.cell.end)
    sink.claim(id_, "includedIn", whole, span, is_object=True, voice=voice, confidence=0.8)
    _same_measure(context, row, id_, whole)


def _same_measure(context: Context, row: Row, id_: str, whole: str) -> None:
    """Claim of a number the measure of the one that it is a share of."""
    sink, voice = context.sink, context.voice(row.at)
    span = row.at, row.view.offset(row.cell.end)
    own = sink.told_of(id_)
    for claim_ in list(sink.claims.values()):
        if claim_.subject == whole and claim_.property == "measure" and "measure" not in own:
            sink.claim(id_, "measure", claim_.value, span, voice=voice, confidence=0.75)
