"""Which place words mean that point back: ``menggerebek ruko tersebut``.

Owns houses, boats and offices told of with their place in the sentences just before. Refuses a
house that two sentences place differently.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View, pattern

# "mengevakuasi 49 WNI dari sebuah kompleks di Bavet": nothing between has a verb of its own.
_OUT_OF = (
    r"\w+(?:(?!\b(?:yang|akan|hendak|untuk|saat|ketika|asal|tujuan|bekerja|keluarga\w*|(?:me|ber|di(?!rektur)|ter)[a-z]{4,})\b"
    r"|,\s+(?:dan|sedangkan|sementara|lalu)\b)[^.;\"“]){0,140}?"
    r"\bPREP\s+(?:[a-z]+\s+){0,6}(?P<chain>{LOC}(?:\s*,\s*(?:Provinsi\s+)?{LOC}){0,3})"
)
_ABROAD = {prep: pattern(_OUT_OF.replace("PREP", prep)) for prep in ("di", "dari")}


def abroad(context: Context, view: View, at: int, *, prep: str = "di") -> list[tuple[Item, str]]:
    """Return the places abroad where what the verb at a masked position tells happened.

    Only what stands in the clause of the verb: migrants of whom it tells were abroad before.
    ``Prep`` is ``dari`` for those who were taken out of somewhere.
    """
    found = _ABROAD[prep].match(view.masked, at)
    items = view.within(found.start("chain"), found.end("chain")) if found else []
    made = [(item, id_) for item in items if (id_ := context.registry.of(item))]
    is_away = any(
        frames.is_abroad(item) or (id_.startswith("country:") and id_ != "country:ID")
        for item, id_ in made
    )
    towns = [(item, id_) for item, id_ in made if not id_.startswith("country:")]
    return (towns or made) if is_away else []


_KINDS = (
    r"rumah|ruko|kontrakan|kos|kos-kosan|indekos|penampungan|kantor|gudang|losmen|hotel|penginapan|mes|mess|apartemen"
    r"|asrama|tempat|lokasi|kapal|dermaga|pelabuhan|bandara|terminal|perairan|desa|kampung|pulau|pantai"
)
_REPORTED = Pattern(
    rf"(?i)\b(?:informasi|laporan|aduan|kecurigaan|temuan|curiga)\b[^.;\"“]{{0,90}}\b(?:{_KINDS})\b[^.;⟨\"“]{{0,50}}$"
)
_THAT = Pattern(
    rf"(?i)\b(?:(?P<there>dari\s+lokasi)(?=\s*(?:[.,]|dan\b|sementara\b))|(?P<what>{_KINDS})(?:\s+(?:kos|kontrakan|penampungan|LPK|perusahaan))?\s+(?:itu|tersebut)\b)"
)
# So many sentences before, the house is told of first.
_BACK = 3


_RAIDED = pattern(
    rf"\b(?i:{_KINDS})\b[^.;⟨\"“]{{0,70}}?\s(?:di|kawasan)\s+(?:kawasan\s+|daerah\s+|wilayah\s+)?"
    r"(?P<chain>{LOC}(?:\s*,\s*(?:RT\s*\d+\s*/\s*(?:RW\s*)?\d+\s*,\s*)?{LOC}){0,4})"
    r"\s*,?\s+(?:(?:telah|sudah|akhirnya|kembali|juga)\s+)*$"
)


def raided(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return where the house is that stands right before a passive verb of raiding."""
    found = _RAIDED.search(view.masked[:at])
    items = view.within(found.start("chain"), found.end("chain")) if found else []
    return [(item, id_) for item in items if (id_ := context.registry.of(item))]


def reported(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return where the house is of which the sentence before says that people reported it."""
    before = context.before(view)
    if before is None or _THAT.search(view.masked):
        return []
    chain = frames.places_of(context, before, 0)
    at = frames.masked_at(before, chain[0][0]) if chain else 0
    return chain if chain and _REPORTED.search(before.masked[:at]) else []


def places(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return where the house is that a sentence points back to."""
    found = _THAT.search(view.masked)
    if found is None:
        return []
    # "lokasi tersebut" is wherever the place before was.
    what = "lokasi" if found["there"] else found["what"]
    kinds = _KINDS if what.casefold() in ("lokasi", "tempat") else re.escape(what)
    first = Pattern(rf"(?i)\b(?:{kinds})\b(?!\s+(?:itu|tersebut))[^.;⟨\"“]{{0,50}}$")
    number = view.sentence.number
    for other in reversed(context.views[max(0, number - _BACK) : number]):
        chain = frames.places_of(context, other, 0)
        if chain and first.search(other.masked[: frames.masked_at(other, chain[0][0])]):
            return chain
    return []
