"""Signed texts whose parties stand apart, or are told by their offices, or not at all.

Owns ``MoU tentang magang ditandatangani dua menteri di Wina, 25 Februari``: what was signed on a
day is an agreement, whoever signed it. Refuses what is to be signed, was refused, or is signed as
a rule, and a signing without a day.
"""

from __future__ import annotations

import re

from loaders.text.agreement_terms import (
    TEXTS,
    class_of,
    is_ahead,
    label_of,
    told_before,
)
from loaders.text.commitments import CLASSES
from loaders.text.context import Context
from loaders.text.facts import settings
from loaders.text.holdings import ensure_org
from loaders.text.patterns import Pattern
from loaders.text.registry import post_id
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_TEXT = (
    rf"(?P<text>{TEXTS}|(?:[Nn]ota\s+|[Nn]askah\s+|[Dd]okumen\s+)?(?:[Kk]erja\s?sama|[Pp]erjanjian|[Kk]esepakatan|[Kk]esepahaman)"
    r"|[Kk]omitmen(?:\s+[a-z]+){0,4}?|[Ii]krar(?:\s+[a-z]+){0,2}?|^(?:Naskah|Dokumen))"
)
_WITHIN = r"(?:[^.;\"“⟨]|\.(?=\S)|⟨(?:NUM|TOP|ORG|LOC|CNT)\d+⟩){0,110}?"
_SIGNED = pattern(
    rf"(?<![a-z-]){_TEXT}(?P<that>nya|\s+(?:itu|tersebut|ini)\b)?{_WITHIN}\s"
    r"(?P<verb>ditanda\s?tangani|diteken|diparaf|diikrarkan|dibacakan|dibubuhi\s+tanda\s?tangan)\b"
)
_SIGNS = pattern(
    r"\b(?P<verb>(?i:menanda\s?tangani|tanda\s?tangani|(?:me)?neken|teken|memaraf|membubuhkan\s+tanda\s?tangan(?:nya)?\s+(?:pada|di|dalam)|membacakan|mengikrarkan|mengucapkan|(?:di|ter)tuang(?:kan)?\s+(?:ke\s+)?dalam|menyepakati|memperpanjang|memperbarui"
    rf"|penanda\s?tanganan))\s+(?:(?:sebuah|naskah|dokumen|bersama|draf)\s+){{0,2}}{_TEXT}(?P<that>\s+(?:itu|tersebut|ini)\b)?"
)
# "Bupati Belu mendeklarasikan perang terhadap TPPO"
_DECLARES = Pattern(
    r"\b(?P<verb>(?P<text>mendeklarasikan|(?:menggelar|menyatakan|mengucapkan|melakukan)\s+(?i:deklarasi(?:\s+bersama)?)))\b(?P<that>)"
)
# "Deklarasi antiperdagangan orang digelar di Atambua, Sabtu", "dilanjutkan dengan Deklarasi Bersama
# Stop TPPO, dipimpin langsung oleh Bupati Belu Willem Lay"
_DECLARED = Pattern(
    r"(?:^|\b(?:dengan|yakni|acara|kegiatan|pembacaan|prosesi)\s+)(?P<text>[Dd]eklarasi(?:\s+[Bb]ersama)?)\b(?P<that>\s+(?:itu|tersebut|ini))?"
    r"(?:[^.;\"“⟨]|⟨(?:TOP|LOC)\d+⟩){0,140}?\s(?P<verb>digelar|dilakukan|berlangsung|dilaksanakan|diadakan|dipimpin|dicanangkan)\b"
)
_LED = pattern(r"\bdipimpin\s+(?:(?:langsung|oleh)\s+){0,2}{PER:head}")
_HABIT = Pattern(
    r"(?i)\b(?:seandainya|jika|bila|apabila|kalau|andai|menolak|enggan|tak\s+pernah|tidak|tak|bukan|batal|urung|ramai-ramai|setiap|selalu|mengaku|palsu|fiktif"
    r"|sebelum|menunggu|menanti|rencana|diminta|dipaksa|disuruh|wajib|harus|korban|calon)\b[^.;]{0,80}$"
)
BESIDE = (
    r",?\s+didampingi(?:\s+(?:langsung|oleh))*\s+{PER}"
    r"(?:\s*(?:,|dan|serta|,\s*(?:dan|serta))\s*{PER})*(?:\s*,)?"
)
"""``Bupati A, didampingi Kadis B, menandatangani``: who stands beside signs nothing."""
_ATTENDED = pattern(BESIDE)
_BEHIND = pattern(r"(?:\s+(?:pula|juga|langsung|resmi|antara))?(?:\s+oleh)?\s*")
_ROW = pattern(
    r"(?P<who>(?:(?:\s*(?:,\s*(?:dan|serta)?|dan|serta|bersama(?:\s+dengan)?|dengan|yakni|yaitu|(?:dua|tiga)\s+\w+,?\s+(?:yakni|yaitu)"
    r"|perwakilan(?:\s+\w+)?(?:\s+{LOC}\s*,)?|pihak|pimpinan)\s*){0,3}"
    r"(?:{PER}|{ORG}|{POS}\s*(?:{ORG|LOC})?)){1,6})"
)


def claim(context: Context, view: View) -> None:
    """Claim the agreement that a sentence tells to have been signed on a day."""
    rules = (_SIGNED, _SIGNS, _DECLARES, _DECLARED)
    found = next((m for rule in rules if (m := rule.search(view.masked))), None)
    if found is None or is_ahead(view, found):
        return
    if _HABIT.search(view.masked[: found.start("verb")]):
        return
    setting = settings.of(context, view, _after(view, found))
    signers = _signers(view, found)
    is_full = (
        setting.day is not None
        and "/" not in setting.day.key
        and len(setting.day.key) >= len("2026-01")
    )
    led = _LED.search(view.masked, found.start()) if _DECLARED.made(found) else None
    head = context.registry.of(view.item(led, "head")) if led else ""
    is_full = is_full or head in context.registry.posts_of
    if not is_full and len({_office(context, *one) for one in signers} - {""}) < _TWO:
        return
    id_ = _agreement(context, view, found, is_clear=bool(signers))
    if not id_:
        return
    for item, holders in signers:
        _sign(context, id_, view.span(found), item, holders)
    _set(context, id_, setting)


def _after(view: View, found: re.Match[str]) -> int:
    """Return where what is told of the signing goes on: behind verb, text and signers."""
    behind = _row_behind(view, found)
    name = _NAMED.match(view.masked, found.end())
    return behind.end() if behind else name.end() if name else found.end()


# 'deklarasi "Sumsel Bebas TPPO" di Griya Agung': its name is no end of the clause.
_NAMED = Pattern(r"\s*[\"“][^\"”]{3,80}[\"”]")


def _row_behind(view: View, found: re.Match[str]) -> re.Match[str] | None:
    if not _SIGNED.made(found):
        return None
    lead = _BEHIND.match(view.masked, found.end("verb"))
    return _ROW.match(view.masked, lead.end() if lead else found.end("verb"))


def _agreement(context: Context, view: View, found: re.Match[str], *, is_clear: bool) -> str:
    """Return the agreement that is meant: one told before, or one made here."""
    is_paper = found["text"] in _PAPERS
    text = named_before(context, view) if is_paper else found["text"].casefold()
    if not text:
        return ""
    cls, points_back = class_of(text), is_paper or found["that"]
    known = context.only_event(cls) or (context.only_event(*CLASSES) if points_back else "")
    known = known or (told_before(context, view) if points_back else "")
    if known:
        # Of one whose day is told another day tells nothing, or of another text.
        return known if "date" not in context.sink.told_of(known) else ""
    is_clear = is_clear or text.startswith(("mou", "nota", "komitmen", "deklarasi", "pks"))
    if (found["that"] and not is_clear) or context.events.get(cls):
        return ""
    span = view.span(found)
    id_ = context.sink.fresh("agr", cls.casefold())
    words = " ".join(context.text[slice(*view.span(found, "text"))].split())
    caption = (
        label_of(cls)
        if (is_paper or _DECLARES.made(found) or _DECLARED.made(found))
        else f"{label_of(cls)}: {words}"
    )
    context.sink.entity(id_, cls, caption, span)
    context.add_event(cls, id_)
    return id_


_PAPERS = ("Naskah", "Dokumen")
# So many sentences before, the text that "Naskah" means may be named.
_BACK = 3


def named_before(context: Context, view: View) -> str:
    """Return the words of the text named last, which a bare ``Naskah`` means."""
    number = view.sentence.number
    near = context.views[max(0, number - _BACK) : number]
    named = [one for before in near for one in re.findall(TEXTS, before.masked)]
    return named[-1].casefold() if named else ""


def _signers(view: View, found: re.Match[str]) -> list[tuple[Item, tuple[Item, ...]]]:
    """Return who signed: behind a passive verb, or before an active one, posts with whose."""
    row = _row_behind(view, found)
    start, end = (row.start("who"), row.end("who")) if row else (0, 0)
    if (_SIGNS.made(found) or _DECLARES.made(found)) and not found["verb"].casefold().startswith(
        "penanda"
    ):
        told = _ATTENDED.sub(lambda one: " " * len(one[0]), view.masked[: found.start("verb")])
        before = list(_ROW.finditer(told))
        between = view.masked[before[-1].end() : found.start("verb")] if before else ""
        if before and _DIRECT.fullmatch(between):
            start, end = before[-1].start("who"), before[-1].end("who")
    items = view.within(start, end, Kind.PERSON, Kind.ORG, Kind.POST, Kind.PLACE)
    made: list[tuple[Item, tuple[Item, ...]]] = []
    for index, item in enumerate(items):
        if item.kind is Kind.POST:
            behind = items[index + 1 : index + 2]
            made.append((item, tuple(i for i in behind if i.kind is not Kind.PERSON)))
        elif item.kind is Kind.PERSON or not (index and items[index - 1].kind is Kind.POST):
            made.append((item, ()))
    return made


_TWO = 2
_DIRECT = Pattern(
    r"\s*(?:\(⟨LOC\d+⟩\))?\s*,?\s*(?:(?:bersama|beserta)\s+(?:[a-z]+\s+){0,4}(?:[A-Z]\w+\s+)?)?(?:(?:telah|resmi|sepakat|masing-masing|bersama-sama|secara\s+\w+|juga|kemudian|akhirnya|lalu)\s+){0,3}"
)


def _sign(
    context: Context, id_: str, told: tuple[int, int], item: Item, holders: tuple[Item, ...]
) -> None:
    """Claim who signed, and the office for which they did."""
    sink, who = context.sink, context.registry.of(item)
    span = min(told[0], item.start), max(told[1], item.end)
    voice = context.voice(item.start)
    if item.kind is Kind.PERSON and who:
        sink.claim(id_, "signatory", who, span, is_object=True, voice=voice)
    if org := _office(context, item, holders):
        ensure_org(context, org, span)
        sink.claim(id_, "party", org, span, is_object=True, voice=voice, confidence=0.8)


def _office(context: Context, item: Item, holders: tuple[Item, ...]) -> str:
    """Return the office that somebody, a post or its own name stands for, or empty."""
    registry = context.registry
    if item.kind is Kind.POST:
        # "Rektor Universitas Tadulako Amar": where such a name ends, nobody tells.
        is_open = any(holder.cls == "University" for holder in holders)
        return "" if is_open else post_id(registry, item, holders)[2]
    if item.kind is Kind.PERSON:
        return registry.org_of.get(registry.of(item), "")
    return registry.of(item) if item.cls != "MediaOrganization" else ""


_PROVINCE = Pattern(r"region:(?!31)\d\d")


def _set(context: Context, id_: str, setting: settings.Setting) -> None:
    day = setting.day
    if day is not None and "/" not in day.key:
        original = day.text if day.text != day.key else None
        span = day.start, day.end
        context.sink.claim(id_, "date", day.key, span, original=original, confidence=0.85)
    settings.held_in_office(context, id_, "locatedIn", setting)
    for place in setting.places if "locatedIn" not in context.sink.told_of(id_) else ():
        span, spot = (place.start, place.end), context.registry.of(place)
        if _PROVINCE.fullmatch(spot):
            # "dengan 12 pemkab di Jawa Timur": where they are, not where it was signed.
            continue
        context.sink.claim(id_, "locatedIn", spot, span, is_object=True, confidence=0.85)
