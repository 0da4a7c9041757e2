"""Who rents, lives in or owns the house where people were kept.

Owns the verbs of renting and the words for a house, which is a place of this document. Refuses who
only owns a house and whom the document does not bring into its matter.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.clauses import BESIDE, DESCRIBED
from loaders.text.facts.involved import candidate, is_involved, tells_of_culprits
from loaders.text.facts.tying import is_told, only_person, subject, tie
from loaders.text.holdings import FIRMS
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_HOUSE = (
    r"(?:(?:rumah|kontrakan|ruko|kos(?:an)?|indekos|gudang|vila|villa|apartemen|kantor|mes|asrama|penampungan|penginapan|losmen|homestay|toko|kafe|warung|tempat\s+(?:kos|tinggal|penampungan|singgah))"
    r"(?:\s+(?:kontrakan|kos|toko|penampungan|singgah|kedai|susun|mewah|petak|kecil|dua\s+lantai|tiga\s+lantai|bercat\s+[a-z]+|bertingkat|kosong|tinggal|sementara|perekrutan|transit))*)"
)
_AT = (
    r"(?:(?:(?!⟨(?:PER|INI|ORG)|\b(?:yang|dan)\b)[^.;\"“⟨]){0,40}?\b(?:di"
    r"|daerah)\s+(?:[a-z]+\s+){0,2}(?P<place>{LOC}(?:\s*,\s*{LOC})*))?"
)
_RENTED = pattern(
    rf"(?P<house>(?i:{_HOUSE}))(?:\s+⟨ORG\d+⟩)?{_AT}(?:\s+di(?:\s+[A-Z]\w*){{1,6}})?(?:\s+(?:tempat|yang)\s(?:(?!⟨(?:PER|INI|ORG)|\bdisewa|\bdikontrak)[^.,;\"“]){{3,60}}?)?(?:\s+(?:itu|tersebut|ini|yang|diketahui|ternyata|telah|sudah|selama\s+ini|⟨LOC\d+⟩)|\s*,)*\s+(?:disewa(?:nya)?|dikontrak|dihuni|ditempati|didiami|dipakai|digunakan)\s+(?:atas\s+nama\s+)?(?:oleh\s+)?"
    rf"(?:{KIN}nya\s*,?\s+)?{DESCRIBED}(?P<who>{{WHO}}){BESIDE}(?:\s+(?:sejak|mulai)\s+(?:bulan\s+)?(?P<since>{{DAT}}))?"
)
# "penyewa rumah, David"
_TENANT = pattern(
    rf"\b(?i:penyewa|pengontrak|penghuni)\s+(?P<house>{_HOUSE}){_AT}(?:\s+(?:itu|tersebut|ini))?\s*(?:,|\s(?:bernama|berinisial))\s+(?P<who>{{PER}})(?P<since>)?"
)
_RENTS = pattern(
    rf"\b(?:menyewa|mengontrak|menempati|menghuni|membuka|menyulap)\s+(?:sebuah\s+|satu\s+unit\s+)?(?P<house>{_HOUSE}){_AT}(?:\s+(?:sejak|mulai)\s+(?:bulan\s+)?(?P<since>{{DAT}}))?"
)
# "indekos di Paal Dua yang disewanya sejak Desember"
_HIS_RENT = pattern(
    rf"(?P<house>{_HOUSE}){_AT}\s+(?:yang|itu|tersebut)\s+(?:disewa(?:nya|\s+(?:ia|dia))|(?:ia|dia)\s+(?:sewa|kontrak|tempati))(?:\s+(?:sejak|mulai)\s+(?:bulan\s+)?(?P<since>{{DAT}}))?"
)
_OWNED = pattern(
    rf"(?P<house>(?i:{_HOUSE})|(?i:perahu|kapal|speed\s?boat|mobil)(?:\s+(?!yang\b)[a-z]+)?){_AT}(?:\s+yang\s(?:(?!⟨(?:PER|INI|ORG))[^.,;\"“]){{3,50}}?)?(?:\s+(?:itu|tersebut|ini|ternyata|diketahui|merupakan|adalah|tercatat|yang)){{0,3}}\s+(?:milik|kepunyaan|dimiliki(?:\s+oleh)?)\s+{DESCRIBED}(?P<who>{{PER}})"
)
_OWNER = pattern(
    # "RM selaku pemilik rumah penampungan, YD sebagai sopir": who stands before it owns it.
    r"(?<!selaku )(?<!sebagai )(?<!adalah )(?<!merupakan )"
    rf"\b(?i:pemilik)\s+(?P<house>{_HOUSE}|perahu|kapal|speed\s?boat){_AT}(?:\s+(?:itu|tersebut|ini)|\s+tempat\s+(?:[a-z]+\s*){{1,4}})?\s*(?:,|\s(?:adalah|ialah|bernama|berinisial))\s+(?P<who>{{PER}})"
    rf"|(?P<who2>{{PER}}){BESIDE}\s*[,:]\s+(?:(?:berperan|bertindak)\s+)?(?:(?:sebagai|selaku)\s+)?pemilik\s+(?P<house2>{_HOUSE}|perahu|kapal|speed\s?boat)"
)
# "pemilik rumah singgah" behind "berperan selaku"
_PART_OWNER = pattern(
    rf"\b(?:berperan|bertindak)\s+(?:sebagai|selaku)\s+pemilik\s+(?P<house>{_HOUSE}|perahu|kapal)"
)


def find(context: Context) -> None:
    """Claim the use and the ownership of houses that body sentences tell."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in (_RENTED, _RENTS, _HIS_RENT, _TENANT):
            for found in rule.finditer(view.masked):
                _used(context, view, found)
        for rule in (_OWNED, _OWNER, _PART_OWNER):
            for found in rule.finditer(view.masked):
                _owned(context, view, found)


def _people(context: Context, view: View, found: re.Match[str]) -> list[str]:
    """Return whom a match names, or else the subject of its clause."""
    groups = found.groupdict()
    name = next((g for g in ("who", "who2") if groups.get(g)), "")
    if not name:
        return subject(context, view, found.start()) or only_person(context, view, found.start())
    item = view.item(found, name)
    if item is not None and item.kind is Kind.ORG:
        return [context.registry.of(item)] if item.cls in FIRMS else []
    one = candidate(context, item) if item is not None else ""
    return [one] if one else []


def _used(context: Context, view: View, found: re.Match[str]) -> None:
    verb = found.end("house")
    if not is_told(context, view, verb) or not is_told(context, view, found.start()):
        return
    for one in _people(context, view, found):
        if one.startswith("per:") and not _is_of_matter(context, view, one):
            continue
        place = _place(context, view, found)
        relation = tie(context, "AddressUse", one, place, view.span(found))
        day = view.item(found, "since") if found["since"] else None
        if relation and day is not None and day.key:
            span = day.start, day.end
            context.sink.claim(relation, "startDate", day.key.rstrip("/."), span, confidence=0.8)


def _is_of_matter(context: Context, view: View, one: str) -> bool:
    return (
        is_involved(context, one)
        or tells_of_culprits(context, view)
        or _KEPT.search(
            " ".join(
                v.sentence.text
                for v in context.views[view.sentence.number : view.sentence.number + 2]
            )
        )
        is not None
    )


_KEPT = Pattern(
    r"(?i)\b(?:korban|disekap|ditampung|menampung|menyekap|penampungan|calon\s+p\w+|cpmi|tkw|pmi|dikirim|diamankan)\b"
)


def _owned(context: Context, view: View, found: re.Match[str]) -> None:
    if not is_told(context, view, found.start()):
        return
    for one in _people(context, view, found):
        if is_involved(context, one) or tells_of_culprits(context, view):
            tie(context, "Ownership", one, _place(context, view, found), view.span(found))


def _place(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the house as a place of this document, and claim where it stands."""
    groups = found.groupdict()
    items: list[Item] = view.within(*found.span("place")) if groups.get("place") else []
    name = next(g for g in ("house", "house2") if groups.get(g))
    start, end = view.span(found, name)
    span = start, max([end, *(item.end for item in items)])
    words = " ".join(context.text[slice(*span)].split())
    slug = re.sub(r"\W+", "-", words.casefold())
    is_craft = re.match(r"(?i)perahu|kapal|speed", words) is not None
    named = context.only_entity("Vessel") if is_craft else ""
    if named and context.sink.entities[named].start <= span[1]:
        # A craft that is named only further on is another.
        return named
    cls = "Vessel" if is_craft else "Place"
    id_ = context.sink.entity(context.sink.scoped("plc", slug), cls, words, span)
    voice = context.voice(start)
    known = [one for item in items if (one := context.registry.of(item))]
    context.sink.link(id_, "locatedIn", known, span, voice, 0.82)
    return id_
