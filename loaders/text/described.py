"""What words that mean somebody say of them: ``perempuan 46 tahun asal Praya itu``.

Owns sex, age and home as such words tell them. Refuses as a home what is no territory: that is an
origin.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.kin import OF_KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View

SEX = r"(?:pria|laki-laki|lelaki|pemuda|wanita|perempuan|ibu\s+rumah\s+tangga|janda)"
"""Source of a pattern for words that tell the sex of a grown person."""
_MALE = frozenset({"pria", "laki-laki", "lelaki", "pemuda", "suami"})
_SEX = Pattern(rf"(?i)^\W*(?:seorang\s+|mantan\s+)?(?P<word>{SEX})\b")
_YEARS = Pattern(r"\b([1-9]\d)\s+tahun\b")
_HOME = Pattern(r"(?i)\b(?:asal|warga|penduduk)\s+$")
_TERRITORIES = frozenset({"Territory", "Province", "Regency", "District", "Village"})


def claim(context: Context, view: View, person: str, span: tuple[int, int]) -> None:
    """Claim of a person what a stretch of a sentence says that means them."""
    words = context.text[slice(*span)]
    if _is_kin_meant(context, person, span[0]):
        return
    if found := _SEX.match(words):
        claim_sex(context, person, found["word"], span)
    if years := _YEARS.search(words):
        context.sink.claim(person, "age", years[1], span, confidence=0.85)
    inside = [i for i in view.items if span[0] <= i.start and i.end <= span[1]]
    for item in inside:
        if _HOME.search(context.text, span[0], item.start):
            claim_home(context, person, [item], span)
            return


_NEAR = 300


def _is_kin_meant(context: Context, person: str, at: int) -> bool:
    """Whether somebody's wife or father is named just before, who may be meant instead."""
    spots = [start for (start, _), id_ in context.registry.ids.items() if id_ == person]
    near = (start for start in spots if at - _NEAR < start < at)
    return any(OF_KIN.search(context.text, max(0, start - 40), start) for start in near)


def claim_sex(context: Context, person: str, word: str, span: tuple[int, int]) -> None:
    """Claim the sex that a word tells."""
    value = "male" if word.casefold() in _MALE else "female"
    if "sex" not in context.sink.told_of(person):
        context.sink.claim(person, "sex", value, span)


def is_street(place: Item) -> bool:
    """Whether an item names a street or a house, from which nobody is."""
    return _STREET.match(place.text) is not None


def goes_on(context: Context, place: Item) -> bool:
    """Whether a side stands behind a name that is not known with it: ``Kuta`` of ``Kuta Utara``."""
    return _SIDE.match(context.text, place.end) is not None


_SIDE = Pattern(r"\s(?:Barat|Timur|Utara|Selatan|Tengah|Hulu|Hilir)\b")
_STREET = Pattern(r"(?i)(?:jalan|jl|ruko|gedung|kompleks?|perumahan|perum)\b")


def claim_home(context: Context, person: str, places: list[Item], span: tuple[int, int]) -> None:
    """Claim the first territory of a row of places as a residence, else where somebody is from."""
    known = [(p, id_) for p in places if (id_ := context.registry.of(p))]
    known = [(p, id_) for p, id_ in known if not is_street(p) and not goes_on(context, p)]
    homes = [(p, id_) for p, id_ in known if context.sink.entities[id_].cls in _TERRITORIES]
    prop = "residence" if homes else "origin"
    for place, id_ in (homes or known)[:1]:
        whole = min(span[0], place.start), max(span[1], place.end)
        context.sink.claim(person, prop, id_, whole, is_object=True, confidence=0.88)
