"""Numbers that a noun before them names: ``jumlah mereka 41``, ``penempatan 2024 sebesar 6.302``.

Owns the nouns, the words that equate them with a number, and the numbers that another is compared
with. Refuses money, targets and numbers of things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.counts import Counted
from loaders.text.facts import compared, labels, measures
from loaders.text.facts.cells import Cell
from loaders.text.patterns import Pattern
from loaders.text.resources import rows
from loaders.text.view import View, pattern


@dataclass(frozen=True, slots=True)
class Equation:
    """What a number equals.

    Attributes:
        unit: Notation of ``count-units``; empty where it is that of the number told before.
        measure: Notation of ``measures``, or empty.
        start: Where the words begin in the masked sentence.
        is_compared: The number is one that another is compared with.
    """

    unit: str
    measure: str
    start: int
    is_compared: bool = False


_HEADS = [
    (Pattern(rf"(?i)\b(?:{words})(?:nya)?\b"), unit, "" if measure == "-" else measure)
    for unit, measure, words in rows("count_heads.tsv")
]
_IS = (
    r"(?:ialah|adalah|yakni|yaitu|mencapai|sebanyak|sebesar|sejumlah|berjumlah|tercatat|genap|menembus|menjadi|hanya|cuma|baru|tinggal"
    r"|sudah|telah|kini|ada|total|sekitar|persis\w*|tepatnya|masih|total\w*|seluruhnya|semuanya|saat\s+ini|diperkirakan|ditaksir)"
)
_EQUATED = Pattern(rf"(?i)\b{_IS}(?:\s+{_IS}){{0,2}}\s*:?\s*$|:\s*$")
_SUM = Pattern(r"(?i)\b(?:jumlah|total|angka|keseluruhan)(?:nya)?\b")
_WHO = Pattern(
    r"(?i)(?:^|[\s\"“])yang\s+(?:[a-z-]+\s+){1,4}(?:(?:ke|di|dari|secara)\s+(?:[a-z]+\s+){0,2}(?:⟨(?:LOC|PNT|ORG)\d+⟩\s+)?)?(?:[a-z]+\s+)?$"
)
_SAME = Pattern(
    rf"(?i)\b(?:jumlah|angka|total)(?:nya|\s+(?:itu|tersebut|ini))\b[^.;⟨]{{0,50}}$|\b(?:tambahan|tercatat|realisasi\w*|persisnya|tepatnya|angka\s+pastinya)\b[^.;]{{0,60}}?(?:{_IS}\s+)?$"
)
# The edges of the clause that holds a number.
_EDGE = Pattern(
    r"[.;:\"“”](?:\s|$)|,\s+(?=(?:namun|tetapi|sedangkan|sementara|padahal|dan|serta)\b)|\bbahwa\s|\bmenyebut(?:kan)?\s"
)
_ENDS = Pattern(
    r"\s*(?:[,.;)\"”]|$|(?:dan|atau|turun|naik|merosot|anjlok|melonjak|meningkat|menurun|bertambah|pada|per|lagi|selama|sepanjang|tahun|dari|di|orang|peti|unggul|menjadi|yang|di)\b|⟨)"
)
_NOT_PEOPLE = Pattern(
    r"(?i)\b(?:uang|dana|biaya|gaji|upah|kerugian|denda|harga|nilai|tarif|usia|umur|luas|panjang|berat|jarak|remitansi|kiriman"
    r"|keuntungan|paspor|dokumen|tiket|hukuman|vonis|penjara|anggaran|tersangka|pelaku|terdakwa|anggota\w*|pengikut\w*|perekrut\w*|tekong|calo|sponsor|agen|penyalur|pengurus|penjaga|saksi|barang|suara|skor|pasal|undang-undang)\b"
)
_EARLIER = Pattern(
    r"(?i)\b(?:setahun\s+(?:lalu|sebelumnya|silam)|tahun\s+(?:lalu|sebelumnya|silam)|sebelumnya|(?:periode|rentang|kurun(?:\s+waktu)?|bulan|triwulan|semester)\s+yang\s+sama[^.;,]{0,30}"
    rf"|[Pp]ada\s+⟨DAT\d+⟩|(?:^|[,;]\s*)⟨DAT\d+⟩)\s*,?\s*(?:(?:jumlahnya|angkanya|{_IS})\s+){{1,2}}$"
    r"|\b[Pp]ada\s+(?:⟨DAT\d+⟩|tahun\s+sebelumnya)\s+$"
    r"|\b(?:dibanding(?:kan)?|bandingkan)\s+(?:dengan\s+)?(?:sepanjang\s+|selama\s+)?(?:tahun\s+)?⟨DAT\d+⟩\s+yang\s+(?:sebanyak|mencapai|sebesar|berjumlah|hanya|baru)\s+$"
    r"|\b(?:naik|turun|meningkat|menurun|merosot|anjlok|melonjak|bertambah|berkurang|unggul|susut|menyusut)\b[^.;]{0,40}\bdari\s+(?:⟨(?:DAT|LOC)\d+⟩\s+(?:yang\s+)?)?(?:[A-Z]\w+\s+(?:yang\s+)?)?(?:(?:mencapai|sebanyak|sebesar)\s+)?$"
)


def equation(view: View, cell: Cell, *, has_told: bool) -> Equation | None:
    """Return what a number equals by the words before it, or ``None``.

    Args:
        view: The sentence.
        cell: The number.
        has_told: A number has been told before, to which words may point back.
    """
    if exact := _exactly(view, cell):
        return Equation(exact, _measure(cell.right, exact), cell.start)
    before = view.masked[: cell.start]
    start = _clause(before)
    clause = before[start:]
    is_compared = _EARLIER.search(before) is not None or compared.start_of(view, cell.start) >= 0
    is_other = "⟨CNT" in clause and not is_compared
    if is_other or _NOT_PEOPLE.search(clause) or not (cell.unit or _ENDS.match(cell.right)):
        return None
    if found := _of_noun(clause, cell, start, is_compared=is_compared):
        return found
    if cell.unit and _ALONE.fullmatch(clause):
        return Equation(cell.unit, "", start)
    if has_told and (is_compared or _SAME.search(clause)):
        return Equation("", "", start, is_compared)
    who = _WHO.search(clause) if cell.unit == "persons" else None
    measure = _measure(who[0], "persons") if who else ""
    return Equation("persons", measure, start + who.start()) if who and measure else None


# "Total: 28 orang": nothing but the word for a sum.
_ALONE = Pattern(
    rf"(?i)\s*(?:(?:jumlah(?:nya)?|total(?:nya)?|seluruhnya|semuanya|keseluruhan(?:nya)?)\s*)+:?\s*(?:{_IS}\s+)?"
)


def _clause(before: str) -> int:
    """Return where the clause begins that ends with the number: behind the last edge.

    A colon is none where it stands for the words that equate: ``korban: 41 orang``.
    """
    edges = list(_EDGE.finditer(before))
    if edges and edges[-1][0].startswith(":") and _EQUATED.search(before):
        edges.pop()
    return edges[-1].end() if edges else 0


def _of_noun(clause: str, cell: Cell, start: int, *, is_compared: bool) -> Equation | None:
    """Return what a noun of the clause says that the number counts, or ``None``."""
    found = _named(clause)
    if found is None:
        return None
    head, unit, measure = found
    fits = cell.unit in ("", unit) or (unit, cell.unit) == ("departures", "persons")
    if not fits or not (is_compared or _is_equated(clause, head, cell)):
        return None
    told = _measure(clause, cell.unit or unit) or measure
    return Equation(cell.unit or unit, told, start + head.start(), is_compared)


# "Hampir seribu orang, persisnya 974": the number that the one before only comes near.
_EXACTLY = pattern(r"{CNT:about}\s*,\s*(?:persis(?:nya)?|tepatnya)\s+$")


def _exactly(view: View, cell: Cell) -> str:
    """Return the unit of the number that this one states exactly, or empty."""
    found = _EXACTLY.search(view.masked[: cell.start])
    about = view.item(found, "about") if found else None
    return about.value.unit if about and isinstance(about.value, Counted) else ""


def of_lead(lead: str) -> tuple[str, str]:
    """Return unit and measure of the noun that opens a row of numbers; empty where none does."""
    named = _named(lead) if not _NOT_PEOPLE.search(lead) else None
    return (named[1], _measure(lead, named[1]) or named[2]) if named else ("", "")


def _named(clause: str) -> tuple[re.Match[str], str, str] | None:
    """Return the first noun of a clause that may be counted, with its unit and measure."""
    found = [(one, unit, measure) for rule, unit, measure in _HEADS if (one := rule.search(clause))]
    return min(found, key=lambda one: (one[0].start(), -one[0].end()), default=None)


def _is_equated(clause: str, head: re.Match[str], cell: Cell) -> bool:
    behind = clause[head.end() :]
    if _EQUATED.search(behind) or (cell.unit and _ALL.match(cell.right)):
        return True
    if cell.unit and head[0].endswith("nya") and not behind.strip():
        # "Korbannya 38 orang"
        return True
    is_sum = _SUM.search(clause[: head.end() + 1]) is not None
    if is_sum and len(behind) < _FAR:
        return True
    return bool(_WHO.search(behind)) and (cell.unit != "" or cell.size >= _MANY)


_ALL = Pattern(r"(?i)\s+(?:semuanya|seluruhnya|semua)\b")
# "yang harusnya dipulangkan itu 258 orang": so many were not.
_UNDONE = Pattern(
    r"(?i)\b(?:(?:se)?harusnya|(?:se)?mestinya|akan|belum|batal|urung)\s+(?:di[a-z]{4,}|pulang)\b"
)
# So far may a noun with "jumlah" stand before its number without a verb.
_FAR = 60
# A number without a noun may be one of things, where it is small.
_MANY = 100


def _measure(clause: str, unit: str) -> str:
    """Return the measure that the verbs of a clause tell as done, or empty."""
    if _UNDONE.search(clause):
        return ""
    told = labels.measure(clause) if unit == "persons" else ""
    return told or measures.of_words(clause, unit)
