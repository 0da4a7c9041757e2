"""Which of the companies that a sentence names a licence action concerns.

Owns what sets the others apart: a verb of their own, words such as ``selain``, another list.
Refuses nothing where one company alone is named.
"""

from __future__ import annotations

import re

from loaders.text.facts import frames
from loaders.text.facts.binding import is_object_below, reaches
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View, pattern

_COMPANIES = pattern(
    r"{ORG}(?:\s*\([^)⟨]{1,20}\))?(?:\s*(?:,|dan|serta|,\s*dan|,\s*serta)\s*{ORG}"
    r"(?:\s*\([^)⟨]{1,20}\))?)*"
)
# Words beside which another company is named that the action does not concern.
_BESIDE = Pattern(
    r"(?i)\b(?:laporan|terkait|berbeda|dibanding\w*|eks|bekas|lolos|patuh|memeriksa|selain(?!\s+itu)|menyusul|seperti|sebagaimana)\b"
)


def of_action(
    view: View, found: re.Match[str], companies: list[tuple[Item, str]]
) -> list[tuple[Item, str]]:
    """Return the companies that an action told at a match concerns.

    Args:
        view: The clause.
        found: Where the action is told in the masked text.
        companies: The companies named, with their ids, in text order.
    """
    if len(companies) == 1 and _is_apart(view, found, companies[0][0]):
        return []
    bound = _bound(view, found, companies)
    return _nearest(view, found, bound) if _BESIDE.search(view.masked) else bound


def _is_apart(view: View, found: re.Match[str], item: Item) -> bool:
    """Whether a company is named only to set others apart: ``Selain PT A, dua perusahaan``."""
    at = frames.masked_at(view, item)
    end = view.masked.find("⟩", at) + 1
    is_its = _ITS.match(view.masked, end, found.end()) is not None
    return _APART.search(view.masked[:at]) is not None and not is_its


def _bound(
    view: View, found: re.Match[str], companies: list[tuple[Item, str]]
) -> list[tuple[Item, str]]:
    """Return the companies that no other verb takes from the action.

    "mencabut izin PT A yang bekerja sama dengan PT B" concerns one.
    """
    spots = [frames.masked_at(view, item) for item, _ in companies]
    before = [at for at in spots if at < found.start()]
    made: list[tuple[Item, str]] = []
    last = -1
    for (item, id_), at in zip(companies, spots, strict=True):
        end = view.masked.find("⟩", at) + 1
        if _is_apart(view, found, item):
            continue
        if made and last > found.end() and _AND_THE_NEXT.fullmatch(view.masked, last, at):
            is_its = True
        elif at >= found.end():
            others = _LEFT_OUT.finditer(view.masked, found.end()) if made else ()
            is_its = any(one.end() == end for one in others) or reaches(view, found.end(), at)
        else:
            # "PT A mengambil alih PT B yang izinnya dicabut": the verb is that of the first.
            is_its = all(reaches(view, end, b) for b in before if b > at)
            is_its = is_its and not is_object_below(view, 0, at)
            is_its = is_its and not _names_anothers(view, found, end, spots)
        if is_its:
            made.append((item, id_))
            last = end
    return made if len(companies) > 1 else companies


def _names_anothers(view: View, found: re.Match[str], end: int, spots: list[int]) -> bool:
    """Whether a verb stands between a company and the licence of another that is named.

    "PT A mencantumkan nomor izin PT B, yang sudah dicabut": of B alone.
    """
    is_named = any(found.start() < at < found.end() for at in spots)
    words = WORD.findall(view.masked[end : found.start()].casefold())
    return is_named and any(is_verb(word) for word in words)


# "PT A yang berkantor di Bekasi, Jawa Barat, dan PT B": seats do not end the list.
_AND_THE_NEXT = pattern(
    r"(?:\s*\([^)]{1,24}\))?(?:\s*,?\s+(?:yang\s+)?(?:ber(?:kantor|alamat|lokasi|domisili|kedudukan|markas)(?:\s+pusat)?|terletak"
    r"|asal|di)\b(?:(?!\bme[a-z]{4})[^⟨.;]){0,40}{LOC}(?:\s*,?\s*\(?{LOC}\)?){0,3})?\s*(?:,|(?:,(?:\s*(?:dan|serta))?|dan|serta)\s+)"
    r"(?:perusahaan\s+|P3MI\s+)?"
)
# "PT A diskors enam bulan, sedangkan PT B tiga bulan": the verb is left out.
_LEFT_OUT = Pattern(
    r"\b(?:sedangkan|sementara|adapun|dan|serta)\s+⟨ORG\d+⟩(?=\s+(?:(?:selama\s+|untuk\s+)?⟨DUR\d+⟩|karena\b|lantaran\b|akibat\b))"
)
# "Berbeda dengan PT A yang dicabut izinnya": there the clause is its own.
_ITS = Pattern(r"\s*,?\s+yang\s")
_APART = Pattern(
    r"(?i)\b(?:(?:tidak|tak)\s+seperti|(?:ber)?beda\s+(?:dengan|dari)|selain|kecuali|lain\s+halnya\s+(?:dengan\s+)?)\s+$"
)


_GAP = Pattern(r"[^⟨,;]{0,24}")


def _nearest(
    view: View, found: re.Match[str], companies: list[tuple[Item, str]]
) -> list[tuple[Item, str]]:
    """Return the companies of the one list that stands in, right behind, or last before a match."""
    starts = {frames.masked_at(view, item) for item, _ in companies}
    groups = [one.span() for one in _COMPANIES.finditer(view.masked)]
    groups = [(a, b) for a, b in groups if any(a <= at < b for at in starts)]
    inside = [(a, b) for a, b in groups if found.start() <= a and b <= found.end()]
    behind = [
        (a, b)
        for a, b in groups
        if a >= found.end() and _GAP.fullmatch(view.masked, found.end(), a)
    ]
    before = [(a, b) for a, b in groups if b <= found.start()]
    chosen = (inside or behind or before[-1:] or groups)[:1]
    if len(groups) < 2 or not chosen:
        return companies
    start, end = view.offset(chosen[0][0]), view.offset(chosen[0][1])
    return [(item, id_) for item, id_ in companies if start <= item.start < end]
