"""Where organisations have their office: ``PT X yang berkantor di Depok, Jawa Barat``.

Owns the verbs that tell a seat, and the street with its number as the address. Refuses a place
that another name stands before, and the place of an event at which the organisation is only named.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.described import goes_on, is_street
from loaders.text.facts import frames
from loaders.text.holdings import is_firm, is_placing
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

# "Jalan Condet Nomor 27 RT 03/RW 01, Jakarta Timur"
_NUMBER = (
    r"(?:(?:\s*,)?\s+(?:[Nn]omor|[Nn]o\.?|[Bb]lok|[Ll]antai|[Kk]av(?:eling|\.)?|[Kk]ilometer|[Kk]m\.?|RT\.?|RW\.?)"
    r"\s*[\w./-]{1,9}(?<!\.))*"
)
_LEAD = r"(?P<lead>(?:(?:[A-Z][\w.'/-]*|\d[\w/-]*),?\s+){0,8})"
_CHAIN = rf"{_LEAD}(?P<chain>{{LOC}}{_NUMBER}(?:\s*(?:,|\()\s*{{LOC}}{_NUMBER}\)?|\s+{{LOC}})*)"
_VERB = (
    r"(?:ber(?:lokasi|alamat|kantor|markas|basis|domisili|kedudukan)|terletak|terdaftar"
    r"|menempati\s+(?:sebuah\s+)?(?:ruko|rumah|gedung|bangunan|kantor)"
    r"|(?:kantor|sekretariat|markas)nya(?:\s+berada)?)"
)
_AREA = r"(?:kawasan|wilayah|daerah|bilangan)"
_SEATED = pattern(
    r"{ORG:org}(?:\s*\((?:[^)⟨]|⟨ORG\d+⟩){1,30}\))?\s*"
    r"(?:,\s*(?:sebuah\s+|salah\s+satu\s+)?"
    r"(?:perusahaan|P3MI|lembaga|agen|agensi|yayasan|balai|penyalur)\b[^⟨.;,\"“]{0,80}?\s|,?\s*)"
    r"(?:(?:yang|itu|tersebut|ini|diketahui|sendiri)\s+){0,2}(?:"
    + _VERB
    + r")(?:\s+pusat)?\s+(?:di\s+)?"
    rf"(?:(?:Jalan|Jl\.?|{_AREA})\s+)?" + _CHAIN
)
_MEANT = pattern(
    # "dari PT A, P3MI yang beralamat di X": that of PT A.
    r"(?:^|(?<!⟩),\s+)(?i:perusahaan|P3MI|agensi|lembaga)\s+(?:(?:milik\s+⟨PER\d+⟩|yang|itu|tersebut|ini)\s+)*"
    + _VERB
    + r"(?:\s+pusat)?\s+di\s+"
    + _CHAIN
)
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
    pattern(rf"{{ORG:org}}(?:\s*\([^)⟨]{{1,16}}\))?\s*(?:,\s+di|,|\s+di)\s+{_CHAIN}"),
)
# In a list of firms each line gives name and town: "1. PT A, Jakarta Timur".
_BULLET = Pattern(r"\s*(?:[-–—•*]|\(?\d{1,2}[.)])\s*⟨ORG")
# "perusahaan asal Kebumen itu", "kantornya di Karawang"
_THAT = pattern(
    rf"\b(?i:{_FIRM})\s+(?:(?!yang\b)[a-z]{{4,}}\s+)?(?:yang\s+)?(?:asal|di|{_VERB}(?:\s+pusat)?(?:\s+di)?)\s+(?:{_AREA}\s+)?{_CHAIN}(?:\s*,)?\s+(?:itu|tersebut|ini)\b"
)
_ITS_OFFICE = pattern(
    rf"(?i:\b(?:(?:kantor(?:\s+pusat)?|sekretariat|markas)nya|kantor\s+(?:pusat\s+)?(?:{_FIRM}(?:\s+(?:itu|tersebut))?|(?:yang\s+)?(?:itu|tersebut|dimaksud))|ke\s+kantor))\s+(?:(?:yang|ini|itu)\s+)?(?:(?:berada|{_VERB})\s+)?di\s+(?:{_AREA}\s+)?{_CHAIN}"
)
# "PT A dan PT B sama-sama berkantor di X", "Keduanya berkedudukan di X"
_TOGETHER = pattern(
    rf"(?i:\b(?:(?P<two>keduanya|kedua\s+{_FIRM})|(?P<three>ketiganya|ketiga\s+{_FIRM})|semuanya|seluruhnya|sama-sama))(?:\s+(?:itu|tersebut))?\s+{_VERB}(?:\s+pusat)?\s+di\s+{_CHAIN}"
)
# A name with its place behind "di" is a seat where the firm does or suffers something itself; in
# other clauses the place may be that of the event: "bertemu PT A di Jakarta".
_PLACED = pattern(
    rf"{{ORG:org}}(?:\s*\([^)⟨]{{1,16}}\))?\s+(?:di|(?P<from>asal))\s+(?:{_AREA}\s+)?{_CHAIN}(?P<list>(?=\s*(?:,|,?\s+(?:dan|serta))\s+{{ORG}}\s+(?:di|asal)\s))?"
)
_SET_APART = Pattern(
    r"(?:^[\"“]?|[,;]\s+(?:dan\s+|serta\s+|sementara\s+|sedangkan\s+|lalu\s+)?|\b(?:melalui|lewat|dari|ke|di|bernama|yakni|yaitu|adalah|ialah|izin|terhadap|kepada|atas|bahwa|(?i:sementara|sedangkan|adapun|pelatihan\s+kerja|mengunjungi|kunjungan\s+ke|mendatangi|menyambangi|menyidak|menggerebek|menyegel|sidak\s+ke))\s+|⟩\s+(?:dan|serta)\s+)$"
)
# "Shelter milik Yayasan A terletak di Naikoten": where the shelter is.
_OWNED = Pattern(
    r"(?i)\b(?:shelter|penampungan|rumah|asrama|mes|mess|gudang|ruko|kapal|balai|LPK|BLK)\s+(?:\w+\s+)?milik\s+$"
)
_SOUGHT = Pattern(r"(?i)\b(?:akan|bukan|tidak|tak|bakal|rencananya)\s+(?:\w+\s+)?$")


def claim(context: Context) -> None:
    """Claim the seats that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for rule in (_SEATED, _OFFICE_OF):
                for found in rule.finditer(view.masked):
                    item = view.item(found, "org")
                    is_owned = _OWNED.search(view.masked[: found.start()]) is not None
                    if item is not None and item.cls != "MediaOrganization" and not is_owned:
                        _one(context, view, found, item.start, context.registry.of(item))
            _of_firms(context, view)
            _placed(context, view)
            _together(context, view)
            if found2 := _MEANT.search(view.masked):
                _one(context, view, found2, view.sentence.start, company_before(context, view))


def _placed(context: Context, view: View) -> None:
    """Claim where a firm or a court is that stands with its place at the head of a clause."""
    for found in _PLACED.finditer(view.masked):
        item, place = view.item(found, "org"), view.within(*found.span("chain"))[0]
        if item is None or not (is_firm(item) or item.cls == "Court"):
            continue
        is_away = frames.is_abroad(place) or context.registry.of(place).startswith("country:")
        is_set = found["from"] or found["list"] is not None
        is_set = is_set or _SET_APART.search(view.masked[: found.start()]) is not None
        if item.cls in ("ForeignAgency", "Court") or (is_set and not is_away):
            _one(context, view, found, item.start, context.registry.of(item))


def _together(context: Context, view: View) -> None:
    """Claim the one seat that several firms are told to share."""
    for found in _TOGETHER.finditer(view.masked):
        here = [i for i in view.within(0, found.start()) if is_firm(i)]
        before = context.views[max(0, view.sentence.number - 1)].items
        firms = context.registry.many(here or [i for i in before if is_firm(i)])
        size = 2 if found["two"] else 3 if found["three"] else len(firms)
        for firm in firms if len(firms) == size > 1 else ():
            _one(context, view, found, view.offset(found.start()), firm)


def _of_firms(context: Context, view: View) -> None:
    """Claim the seats of firms that stand beside their names, or beside words for them."""
    for rule in _BESIDE:
        for found in rule.finditer(view.masked):
            item, first = view.item(found, "org"), view.within(*found.span("chain"))[0]
            is_line = _BULLET.match(view.masked) is not None
            if rule is _BESIDE[-1] and not (is_line or is_street(first)):
                continue
            if item is not None and is_firm(item):
                _one(context, view, found, min(item.start, first.start), context.registry.of(item))
    for rule in (_THAT, _ITS_OFFICE):
        for found in rule.finditer(view.masked):
            here = [i for i in view.within(0, found.start()) if is_firm(i)]
            ids = context.registry.many(here)
            firm = ids[0] if len(ids) == 1 else "" if ids else company_before(context, view)
            _one(context, view, found, view.offset(found.start()), firm)


_AGENCY = Pattern(r"(?i)\b(?:agensi|agen|mitra)(?:nya)?\b")
_BACK = 3
_SPOKEN_OF = Pattern(r"(?i)\b(?:perusahaan|perseroan|kantor|izin)(?:nya|\b)")
_THE_AGENCY = Pattern(r"^[\"“]?Agensi\s+(?:itu|tersebut|ini|asing)\b")


def company_before(context: Context, view: View) -> str:
    """Return the one company last spoken of, whom ``Perusahaan itu`` means, or empty.

    It is named in the sentence before, in the paragraph's last one that names any, before sentences
    that all speak of it, or it is the only one named so far. A foreign agency is meant only by the
    word for one.
    """
    number = view.sentence.number
    is_meant = is_firm if _AGENCY.search(view.sentence.text) else is_placing
    if _THE_AGENCY.match(view.masked):
        near = context.views[max(0, number - 1)].items
        agencies = context.registry.many([i for i in near if i.cls == "ForeignAgency"])
        if len(agencies) == 1:
            return agencies[0]
    is_spoken_of = True
    for before in reversed(context.views[max(0, number - 5) : number]):
        back = number - before.sentence.number
        is_here = before.sentence.block == view.sentence.block and back <= _BACK
        if back > 1 and not is_here and not is_spoken_of:
            break
        if ids := context.registry.many([i for i in before.items if is_meant(i)]):
            return ids[0] if len(ids) == 1 else ""
        is_spoken_of = is_spoken_of and _SPOKEN_OF.search(before.masked) is not None
    earlier = [i for v in context.views[:number] for i in v.items if is_meant(i)]
    seen = context.registry.many(earlier)
    return seen[0] if len(seen) == 1 else ""


def _one(context: Context, view: View, found: re.Match[str], start: int, org: str) -> None:
    if not org or _SOUGHT.search(view.masked[: found.start("chain")]):
        return
    chain, voice = view.within(found.start("chain"), found.end("chain")), context.voice(start)
    for place in chain:
        id_ = context.registry.of(place)
        is_cut = place.kind not in (Kind.PLACE, Kind.POINT) or goes_on(context, place)
        if id_ and not is_cut:
            span = start, place.end
            context.sink.claim(
                org, "locatedIn", id_, span, is_object=True, voice=voice, confidence=0.88
            )
    if is_street(chain[0]) or found.groupdict().get("lead"):
        begin, end = view.span(found, "lead")[0], view.span(found, "chain")[1]
        address = context.text[begin : max(end, chain[-1].end)].strip(" ,")
        context.sink.claim(org, "address", address, (begin, end), voice=voice, confidence=0.85)
