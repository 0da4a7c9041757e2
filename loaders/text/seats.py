"""Where organisations have their office: ``PT X yang berkantor di Depok, Jawa Barat``.

Owns the verbs that tell a seat. Refuses a place that another name stands before, and the place
of an event at which the organisation is only named.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.holdings import is_firm, is_placing
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_CHAIN = r"(?P<chain>{LOC}(?:\s*(?:,|\()\s*{LOC}\)?|\s+{LOC})*)"
_VERB = r"ber(?:lokasi|alamat|kantor|markas|basis|domisili|kedudukan)"
_SEATED = pattern(
    r"{ORG:org}(?:\s*\((?:[^)⟨]|⟨ORG\d+⟩){1,30}\))?\s*"
    r"(?:,\s*(?:sebuah\s+|salah\s+satu\s+)?"
    r"(?:perusahaan|P3MI|lembaga|agen|agensi|yayasan|balai|penyalur)\b[^⟨.;,\"“]{0,80}?\s|,?\s*)"
    r"(?:(?:yang|itu|tersebut|ini|diketahui|sendiri)\s+){0,2}(?:"
    + _VERB
    + r"|terletak)(?:\s+pusat)?\s+(?:di\s+)?"
    r"(?:(?:Jalan|Jl\.?|kawasan|wilayah|daerah)\s+)?" + _CHAIN
)
_MEANT = pattern(
    # "dari PT A, P3MI yang beralamat di X": that of PT A.
    r"(?:^|(?<!⟩),\s+)(?i:perusahaan|P3MI|agensi)\s+(?:(?:yang|itu|tersebut|ini)\s+)*"
    + _VERB
    + r"(?:\s+pusat)?\s+di\s+"
    + _CHAIN
)
# "PT A di Bekasi dan PT B di Surabaya": side by side, each with its town.
_LISTED = pattern(r"{ORG:org}\s+(?:di|asal|\()\s*" + _CHAIN)
_OFFICE_OF = pattern(
    r"(?i:\bkantor(?:\s+pusat)?|\balamat|\bgedung|\b(?:izin|operasional|kegiatan)(?:\s+(?:usaha|operasional))?|\bSIP3MI)\s+(?:milik\s+)?{ORG:org}(?:\s*\([^)⟨]{1,20}\))?\s*,?\s+"
    r"(?:(?:yang\s+)?(?:berada|terletak|berlokasi|beralamat|tercatat|tertera)\s+)?di\s+" + _CHAIN
)
_FIRM = r"(?:perusahaan|P3MI|agen|agensi|penyalur|lembaga|LPK|PJTKI)"
# Behind a name: a place in brackets, what sort of firm it is and where, a street.
_BESIDE = (
    pattern(r"{ORG:org}\s*\((?P<chain>{LOC}(?:\s*,\s*{LOC})*)\)"),
    pattern(
        rf"{{ORG:org}}\s*,\s+(?:sebuah\s+|salah\s+satu\s+)?{_FIRM}\b[^⟨.;,]{{0,40}}\s(?:di|asal)\s+{_CHAIN}"
    ),
    pattern(
        rf"(?i:\b{_FIRM})\b[^⟨.;,]{{0,30}}\s(?:di|asal)\s+{_CHAIN}\s*,\s+(?:yakni\s+|yaitu\s+|bernama\s+)?{{ORG:org}}(?=\s*[,.])"
    ),
    pattern(rf"{{ORG:org}}(?:\s*\([^)⟨]{{1,16}}\))?\s*(?:,|\s+di)\s+{_CHAIN}"),
)
_STREET = Pattern(r"(?i)(?:jalan|jl|ruko|gedung|kompleks?|perumahan)\b")
# In a list of firms each line gives name and town: "1. PT A, Jakarta Timur".
_BULLET = Pattern(r"\s*(?:[-–—•*]|\(?\d{1,2}[.)])\s*⟨ORG")
_VISITED = pattern(
    r"\b(?i:mengunjungi|kunjungan\s+ke|mendatangi|menyambangi|menyidak|menggerebek|menyegel|sidak\s+ke)\s+{ORG:org}\s+di\s+"
    + _CHAIN
)
# "perusahaan asal Kebumen itu", "kantornya di Karawang"
_THAT = pattern(
    rf"\b(?i:{_FIRM})\s+(?:yang\s+)?(?:asal|di|{_VERB}(?:\s+pusat)?(?:\s+di)?)\s+{_CHAIN}\s*,?\s+(?:itu|tersebut|ini)\b"
)
_ITS_OFFICE = pattern(
    rf"\b(?:kantornya|kantor\s+pusatnya|ke\s+kantor)\s+(?:yang\s+)?(?:berada\s+)?di\s+{_CHAIN}"
)
_SOUGHT = Pattern(r"(?i)\b(?:akan|bukan|tidak|tak|bakal|rencananya)\s+(?:\w+\s+)?$")


def claim(context: Context) -> None:
    """Claim the seats that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for rule in (_SEATED, _OFFICE_OF):
                for found in rule.finditer(view.masked):
                    item = view.item(found, "org")
                    if item is not None and item.cls != "MediaOrganization":
                        _one(context, view, found, item.start, context.registry.of(item))
            listed = [f for f in _LISTED.finditer(view.masked) if is_firm(view.item(f, "org"))]
            told = [f for f in _SEATED.finditer(view.masked) if is_firm(view.item(f, "org"))]
            is_list = len(listed) > 1 or any(_is_next(view, a, b) for a in told for b in listed)
            for found in listed if is_list else ():
                item = view.item(found, "org")
                if item is not None:
                    _one(context, view, found, item.start, context.registry.of(item))
            _of_firms(context, view)
            if found2 := _MEANT.search(view.masked):
                _one(context, view, found2, view.sentence.start, company_before(context, view))


def _of_firms(context: Context, view: View) -> None:
    """Claim the seats of firms that stand beside their names, or beside words for them."""
    for rule in (*_BESIDE, _VISITED):
        for found in rule.finditer(view.masked):
            item, first = view.item(found, "org"), view.within(*found.span("chain"))[0]
            is_line = _BULLET.match(view.masked) is not None
            if rule is _BESIDE[-1] and not (is_line or _STREET.match(first.text)):
                continue
            if item is not None and is_firm(item):
                _one(context, view, found, min(item.start, first.start), context.registry.of(item))
    for rule in (_THAT, _ITS_OFFICE):
        for found in rule.finditer(view.masked):
            here = [i for i in view.within(0, found.start()) if is_firm(i)]
            ids = context.registry.many(here)
            firm = ids[0] if len(ids) == 1 else "" if ids else company_before(context, view)
            _one(context, view, found, view.offset(found.start()), firm)


def _is_next(view: View, told: re.Match[str], listed: re.Match[str]) -> bool:
    """Whether one company's seat is told and the next is joined: ``di Bekasi, dan PT B di``."""
    between = view.masked[told.end() : listed.start()]
    return re.fullmatch(r"\s*,?\s*(?:dan|serta)\s+", between) is not None


_AGENCY = Pattern(r"(?i)\b(?:agensi|agen|mitra)(?:nya)?\b")


def company_before(context: Context, view: View) -> str:
    """Return the one company last spoken of, whom ``Perusahaan itu`` means, or empty.

    It is named in the sentence before, in the paragraph's last one that names any, or it is the
    only one named so far. A foreign agency is meant only by the word for one.
    """
    number = view.sentence.number
    is_meant = is_firm if _AGENCY.search(view.sentence.text) else is_placing
    for before in reversed(context.views[max(0, number - 3) : number]):
        is_near = before.sentence.number == number - 1
        if not is_near and before.sentence.block != view.sentence.block:
            break
        if ids := context.registry.many([i for i in before.items if is_meant(i)]):
            return ids[0] if len(ids) == 1 else ""
    earlier = [i for v in context.views[:number] for i in v.items if is_meant(i)]
    seen = context.registry.many(earlier)
    return seen[0] if len(seen) == 1 else ""


def _one(context: Context, view: View, found: re.Match[str], start: int, org: str) -> None:
    if not org or _SOUGHT.search(view.masked[: found.start("chain")]):
        return
    for place in view.within(found.start("chain"), found.end("chain")):
        id_ = context.registry.of(place)
        if id_ and place.kind in (Kind.PLACE, Kind.POINT):
            span = start, place.end
            voice = context.voice(start)
            context.sink.claim(
                org, "locatedIn", id_, span, is_object=True, voice=voice, confidence=0.88
            )
