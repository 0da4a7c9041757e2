"""Where people were held and made to work abroad, for whom, and what was done to them.

Owns the words for forced work and confinement, of scam compounds above all. Refuses work that is
only work, places that people left, advice, and any certainty: what is claimed is alleged.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames, reality
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_VICTIMS = Pattern(
    r"(?i)\b(?:korban(?:nya)?|mereka|ia|dia|kami|saya|wni|pmi|pekerja|perempuan|pemuda|warga|keduanya|ketiganya|para\s+\w+|\w+nya)\b|⟨(?:CNT|INI)|\b[A-Z]{2,3}\s+(?:mengaku|bercerita|menuturkan)\b"
)
_FRAUD = (
    r"(?:scam\w*|menipu|penipuan|penipu|tipu|judi\s+(?:online|daring|onlen)|judol|mangsa"
    r"|calon\s+(?:korban|mangsa)|kripto\s+palsu|investasi\s+bodong)"
)
_FORCED = r"(?:dipaksa|diwajibkan|memaksa(?:nya)?|diharuskan|dipekerjakan\s+(?:secara\s+)?paksa)"
# Whoever tells people to work somewhere else does not force them; to defraud others, he does.
_TOLD = r"(?:disuruh|diperintah(?:kan)?|menyuruh(?:nya)?)"
_WORK = r"(?:bekerja|dipekerjakan|ditempatkan|dijadikan|harus|wajib|membalas|dijual)"
_GAP = r"(?:(?!\b(?:tidak|bukan|untuk\s+menghindari)\b)[^.;\"“]){0,110}?"
_FORCED_WORK = Pattern(
    rf"(?i)\b{_FORCED}\b{_GAP}\b(?:bekerja|kerja|menjadi|{_FRAUD})\b|\b{_TOLD}\b{_GAP}\b{_FRAUD}\b|\bkerja\s+paksa\b"
)
_FORCED_FRAUD = Pattern(rf"(?i)\b{_FORCED}\b{_GAP}\b{_FRAUD}\b")
_FRAUD_WORK = Pattern(rf"(?i)\b{_WORK}\b{_GAP}\b{_FRAUD}\b")
_OF_FRAUD = Pattern(rf"(?i)\b(?:{_FRAUD}|TPPO|perdagangan\s+orang|Myawaddy|KK\s+Park)\b")
_UNPAID = Pattern(
    r"(?i)\bbekerja\b[^.;\"“]{0,90}\b(?:tanpa\s+(?:di)?(?:gaji|upah|bayar\w*)|tidak\s+(?:di)?(?:gaji|upah|bayar))\b"
)
_HELD = Pattern(
    r"(?i)\b(?:disekap|penyekapan|dikurung|terkurung|dilarang\s+keluar|(?:tidak|tak)\s+(?:boleh|bisa|diizinkan)\s+keluar|hanya\s+boleh\s+keluar|dijaga\s+ketat)\b"
)
_HURT = Pattern(
    r"(?i)\b(?:disetrum|dipukul\w*|disiksa|dianiaya|dicambuk|ditampar|ditendang|disundut|penyiksaan|dihukum\s+(?:fisik|lari|push|squat|berdiri|jemur|cambuk))\b"
)
_FORCED_ANYWHERE = Pattern(
    r"(?i)\b(?:dipaksa|disekap|disiksa|disetrum|dihukum|atas\s+perintah|menyuruh\w*|disuruh"
    r"|korban\s+(?:\w+\s+){0,2}(?:TPPO|perdagangan)|saksi\s+korban|perkara\s+(?:TPPO|perdagangan))\b"
)
_MEANS = (("confinement", _HELD), ("use-of-violence", _HURT))
_NOT_TOLD = Pattern(
    r"(?i)\b(?:setiap\s+orang|barang\s*siapa|waspada\w*|(?:meng)?imbau\w*|jangan|agar\s+tidak|mencegah|pencegahan|pasal|undang-undang"
    r"|(?:jika|apabila|kalau|bila)(?!\s+(?:\w+\s+)?(?:tak|tidak|gagal|kurang|menolak|melawan)\b)|seandainya|berpotensi|rentan|rawan|modus\s+(?:yang\s+)?(?:sering|kerap|umum)|biasanya|umumnya|tersangka|terdakwa)\b|⟨LAW"
)
# "disekap di Myawaddy", "di sebuah kompleks di Sihanoukville": not where they came from.
_AT = pattern(
    r"\b(?:di|(?:di(?:bawa|kirim|terbangkan|jual|pindahkan|selundupkan|alihkan|oper)|dilempar)\s+ke)\s+"
    r"(?:[a-z]+\s+(?:\d+\s+)?){0,6}?(?:{ORG}\s*,\s*)?(?P<chain>{LOC}(?:\s+\d{1,3})?(?:\s*(?:,|,?\s(?:dan|serta|maupun)\s)\s*{LOC}){0,3})"
)
# Where they passed through, stay now or are at home.
_PASSED = Pattern(
    r"(?i)\b(?:kampung|keluarga|tinggal|warga|lahir|ditampung|shelter|tiba|setiba\w*|sesampai\w*|dipulangkan|transit|singgah)\b[^.;⟨]{0,24}$"
)
_PROMISED = Pattern(
    r"(?i)\b(?:dijanjikan?|menjanjikan|ditawari|menawarkan|diiming\S*|lowongan|janji)\b"
    r"(?:(?!\b(?:malah|justru|ternyata|namun|tetapi)\b)[^.;]){0,90}$"
)
_THERE = Pattern(r"^[\"“]?(?:Di\s+sana|Di\s+tempat\s+itu|Sesampai\w*|Setiba\w*)\b")
_ON = Pattern(r"\bke\s+(?:[a-z]+\s+){0,3}⟨LOC")
_FIRM = pattern(
    r"\b(?i:perusahaan|sindikat|kasino|kompleks)\b[^.;⟨\"“]{0,40}?(?:bernama\s+|,\s+)(?P<firm>{ORG})|\b(?:[Bb]ekerja|dipekerjakan|ditempatkan|dijual)\s+(?:[a-z]+\s+){0,3}?(?:di|pada|untuk|ke)\s+"
    r"(?:(?:perusahaan|kasino)\s+)?(?P<firm2>{ORG})"
)


def find(context: Context) -> None:
    """Claim where and how people were exploited abroad, as body sentences tell it."""
    for view in context.views:
        if view.sentence.role is not Role.BODY or _NOT_TOLD.search(view.masked):
            continue
        found = _exploited(context, view)
        if found is None or not reality.is_real(view, found.start()):
            continue
        if not _VICTIMS.search(view.masked) or reality.is_groundless(view):
            continue
        places = _places(context, view, found.start()) or _compound(context)
        is_told = bool(places) or _FORCED_FRAUD.search(view.masked) is not None
        if is_told and not context.is_denied(view.offset(found.start())):
            _claim(context, view, found, places)


def _exploited(context: Context, view: View) -> re.Match[str] | None:
    """Return the words for forced work, work at a fraud, or confinement."""
    rules = (_FORCED_WORK, _UNPAID, _FRAUD_WORK, _HELD, _HURT)
    found = next((found for rule in rules if (found := rule.search(view.masked))), None)
    if found and (_HELD.made(found) or _HURT.made(found)) and not _OF_FRAUD.search(context.text):
        # An employer who locks up or beats a maid is another matter.
        return None
    # Who only works at a fraud may do so freely.
    is_forced = found and (not _FRAUD_WORK.made(found) or _FORCED_ANYWHERE.search(context.text))
    return found if is_forced else None


def _places(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the places abroad where it was, of the sentence or the one before."""
    made = _abroad(context, view, at)
    before = context.before(view)
    if not made and before is not None:
        # Where they were promised work is not where they came, if another place is told.
        is_there = _THERE.match(view.masked) is not None and not _compound(context)
        made = _abroad(context, before, len(before.masked), is_there=is_there)
    return [(i, id_) for i, id_ in made if not _is_country(id_)] or made


# "kabur dari kompleks penipuan daring di Poipet"
_COMPOUND = pattern(
    rf"\b(?i:kompleks|kawasan|perusahaan|pusat|markas|sarang|kantor|gedung|kamp)\s+(?:[a-z]+\s+){{0,2}}?(?i:{_FRAUD})\b"
    r"[^.;⟨\"“]{0,30}?\s(?:di|kawasan|wilayah)\s+(?:[a-z]+\s+){0,2}(?P<chain>{LOC}(?:\s*,\s*{LOC}){0,3})"
)


def _compound(context: Context) -> list[tuple[Item, str]]:
    """Return where the one compound stands that a document tells of, in whichever sentence."""
    told: dict[tuple[str, ...], list[tuple[Item, str]]] = {}
    for view in context.body():
        for found in _COMPOUND.finditer(view.masked):
            items = view.within(*found.span("chain"))
            made = [(i, id_) for i in items if (id_ := context.registry.of(i))]
            if any(frames.is_abroad(i) or _is_country(id_) for i, id_ in made):
                told.setdefault(tuple(id_ for _, id_ in made), made)
    made = next(iter(told.values())) if len(told) == 1 else []
    return [(i, id_) for i, id_ in made if not _is_country(id_)] or made


def _abroad(
    context: Context, view: View, at: int, *, is_there: bool = False
) -> list[tuple[Item, str]]:
    made: list[tuple[Item, str]] = []
    for found in _AT.finditer(view.masked):
        told = view.masked[: found.start()]
        if _PASSED.search(told) or (_PROMISED.search(told) and not is_there):
            continue
        if found.end() < at and _ON.search(view.masked, found.end(), at):
            # "di Thailand mereka dibawa ke Bavet, lalu dipaksa"
            continue
        items = view.within(*found.span("chain"), Kind.PLACE, Kind.POINT)
        known = [(i, id_) for i in items if (id_ := context.registry.of(i))]
        if any(frames.is_abroad(i) or _is_country(id_) for i, id_ in known):
            made += known
    return made


def _is_country(id_: str) -> bool:
    return id_.startswith("country:") and id_ != "country:ID"


def _claim(
    context: Context, view: View, found: re.Match[str], places: list[tuple[Item, str]]
) -> None:
    sink, span = context.sink, view.span(found)
    voice = context.voice(span[0]).as_("alleged")
    event = sink.scoped("evt", "trafficking-1")
    sink.entity(event, "TraffickingIncident", "Dugaan perdagangan orang", span)
    for item, id_ in places:
        where = item.start, item.end
        sink.claim(event, "occurredAt", id_, where, is_object=True, voice=voice, confidence=0.78)
    if forced := _FORCED_WORK.search(view.masked):
        sink.claim(
            event, "purpose", "forced-labour", view.span(forced), voice=voice, confidence=0.78
        )
    behind = context.after(view)
    for one in (view, behind) if behind else (view,):
        for notation, rule in _MEANS:
            told = rule.search(one.masked)
            if told and not _NOT_TOLD.search(one.masked) and reality.is_real(one, told.start()):
                sink.claim(event, "means", notation, one.span(told), voice=voice, confidence=0.78)
    for number in {view.sentence.number, _told_in(view, places)}:
        _firms(context, context.views[number], event, voice)


def _told_in(view: View, places: list[tuple[Item, str]]) -> int:
    """Return the number of the sentence that tells where it was."""
    number = view.sentence.number
    is_before = any(item.start < view.sentence.start for item, _ in places)
    return number - 1 if is_before else number


def _firms(context: Context, view: View, event: str, voice: Voice) -> None:
    for firm in _FIRM.finditer(view.masked):
        item = view.item(firm, "firm") or view.item(firm, "firm2")
        if item is not None and (item.cls in FIRMS or item.source != "rule"):
            id_, where = context.registry.of(item), (item.start, item.end)
            context.sink.claim(
                event, "suspectedAgent", id_, where, is_object=True, voice=voice, confidence=0.75
            )
