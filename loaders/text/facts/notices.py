"""Notices by which somebody is sought: ``Red notice atas nama A diterbitkan Interpol``.

Owns who put whom on which day on a list of wanted people. Refuses notices that are only asked for,
and those taken back.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.stages import claim_stage
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_LIST = r"(?:DPO|[Dd]aftar\s+[Pp]encarian\s+[Oo]rang(?:\s*\(DPO\))?)"
_NOTICE = rf"(?:[Rr]ed\s+[Nn]otice|(?:[Ss]urat\s+)?{_LIST})"
_FOR = r"(?:atas\s+nama|terhadap|untuk|bagi)"
_WHOSE = r"(?:(?!(?:korban|saksi|keluarga|istri|suami|anak)\b)[a-z]+,?\s+){0,4}"
_ISSUED = pattern(
    rf"{_NOTICE}\s+{_FOR}\s+{_WHOSE}(?P<who>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s+(?:itu\s+|tersebut\s+|telah\s+|sudah\s+|pun\s+)*"
    r"(?P<deed>diterbitkan|dikeluarkan|terbit)\b"
)
_ISSUES = pattern(
    rf"\b(?P<deed>[Mm]enerbitkan|[Mm]engeluarkan)\s+{_NOTICE}\s+{_FOR}\s+{_WHOSE}(?P<who>{{PER}})"
)
_ASKED_BY = pattern(r"\batas\s+(?:permintaan|permohonan|usul(?:an)?)\s+{ORG:who}")


_ON_LIST = (
    r"(?:(?:ke|dalam|sebagai|menjadi)\s+){0,3}"
    r"(?P<list>[Rr]ed\s+[Nn]otice|DPO|[Dd]aftar\s+[Pp]encarian\s+[Oo]rang(?:\s*\(DPO\))?)(?:-nya)?"
)
_OF_WHOM = r"(?:\s+(?:penyidik\s+|milik\s+|di\s+)?{ORG:by})?"
_SINCE = (
    r"(?:\s*,?\s+(?:oleh\s+{ORG:agent}\s*,?\s+)?"
    r"(?:sejak|pada|per|tertanggal|mulai)\s+(?:(?:hari|tanggal)\s+)*{DAT:date})?"
)
_BEFORE_IT = (
    r"(?:(?:telah|sudah|kini|resmi|juga|masih|sejak\s+{DAT:since}|per\s+{DAT:per}|{DAT:on})\s+)*"
)
_NO_OTHER = (
    r"(?:(?!\b(?:tidak|tak|belum|bukan|akan|korban)\b)"
    r"(?:[^.;⟨\"“]|⟨(?:LOC|PNT|ORG|DUR|TOP|MON)\d+⟩)){0,120}?"
)
_LISTED = pattern(
    rf"(?P<who>{{PER}}){_NO_OTHER}\s{_BEFORE_IT}(?P<deed>masuk|dimasukkan|ditetapkan|tercatat|tercantum|terdaftar|berstatus|menjadi)\s+{_ON_LIST}{_OF_WHOM}{_SINCE}"
)
_PUT = pattern(
    r"\b(?P<deed>[Mm]emasukkan|[Mm]enetapkan|(?:kami|kita)\s+masukkan)\s+(?:(?:nama|seorang|satu|orang|pelaku|tersangka|terduga|pria|perempuan|lainnya|lain|berinisial|bernama)\s*,?\s+){0,5}"
    rf"(?P<who>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s+{_ON_LIST}{_SINCE}"
)
_OURS = pattern(
    rf"(?P<who>{{PER}})\s+(?:(?:telah|sudah|juga)\s+)?(?P<deed>kami\s+(?:terbitkan|keluarkan|masukkan|tetapkan))\s+{_ON_LIST}{_SINCE}"
)


def find(context: Context) -> None:
    """Claim the notices that body sentences tell of."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for rule in (_ISSUED, _ISSUES):
                for found in rule.finditer(view.masked):
                    _claim(context, view, found)
            for rule in (_LISTED, _PUT, _OURS):
                for found in rule.finditer(view.masked):
                    _listed(context, view, found)
            _described(context, view)


def _listed(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim who put whom on a list, and since when, where either is told."""
    at, groups = found.start("deed"), found.groupdict()
    dates = [i for name in ("date", "since", "per", "on") if (i := view.item(found, name))]
    orgs = [i for name in ("by", "agent") if (i := view.item(found, name))]
    if not orgs and "red" not in groups["list"].casefold():
        is_put = not _LISTED.made(found)
        orgs = [item for item, _ in frames.agents_before(context, view, at)] if is_put else []
    own = "" if orgs else frames.own_organisation(context, view, found.end())
    person = context.registry.of(view.item(found, "who"))
    if not person or person in context.registry.posts_of or not reality.is_real(view, at):
        return
    if dates or orgs or own:
        _put(
            context,
            person,
            view.span(found),
            [context.registry.of(o) for o in orgs] or [own],
            dates,
        )


def _put(
    context: Context, person: str, span: tuple[int, int], orgs: list[str], dates: list[Item]
) -> None:
    sink, voice = context.sink, context.voice(span[0])
    claim_stage(context, person, "wanted", span, voice)
    id_ = sink.scoped("evt", f"notice-{person.partition('-')[2]}")
    sink.entity(id_, "WantedNotice", f"Pencarian {sink.entities[person].caption}", span)
    context.add_event("WantedNotice", id_)
    sink.claim(id_, "sought", person, span, is_object=True, voice=voice)
    for org in filter(None, orgs):
        sink.claim(id_, "conductedBy", org, span, is_object=True, voice=voice, confidence=0.85)
    for date in dates[:1]:
        where = date.start, date.end
        sink.claim(id_, "date", date.key, where, voice=voice, original=date.text)


_IN_WORDS = Pattern(r"(?i)\bDPO\b|daftar\s+pencarian|\bburon|red\s+notice")


def _described(context: Context, view: View) -> None:
    """Read ``Buronan Polres X yang masuk DPO sejak Maret itu``: words that point back to one."""
    for item in view.items:
        if item.source != "anaphor" or not _IN_WORDS.search(item.text):
            continue
        inside = [i for i in context.registry_items if item.start <= i.start and i.end <= item.end]
        orgs = [context.registry.of(i) for i in inside if i.kind is Kind.ORG]
        dates = [i for i in inside if i.kind is Kind.DATE and i.key]
        person = context.registry.of(item)
        if person and (orgs or dates):
            _put(context, person, (item.start, item.end), orgs[:1], dates)


def _claim(context: Context, view: View, found: re.Match[str]) -> None:
    person = context.registry.of(view.item(found, "who"))
    at = found.start("deed")
    if not person or person in context.registry.posts_of or not reality.is_real(view, at):
        return
    sink, span = context.sink, view.span(found)
    voice = context.voice(span[0])
    claim_stage(context, person, "wanted", span, voice)
    id_ = sink.scoped("evt", f"notice-{person.partition('-')[2]}")
    sink.entity(id_, "WantedNotice", f"Pencarian {sink.entities[person].caption}", span)
    context.add_event("WantedNotice", id_)
    sink.claim(id_, "sought", person, span, is_object=True, voice=voice)
    is_passive = _ISSUED.made(found)
    asked = _ASKED_BY.search(view.masked, found.end())
    by = frames.agents_after(context, view, found.end()) if is_passive else []
    by = by or frames.agents_before(context, view, at)
    wisher = view.item(asked, "who") if asked else None
    for item, org in by:
        if wisher is None or item is not wisher:
            where = min(span[0], item.start), max(span[1], item.end)
            sink.claim(id_, "conductedBy", org, where, is_object=True, voice=voice)
    if wisher is not None and (org := context.registry.of(wisher)):
        where = wisher.start, wisher.end
        sink.claim(id_, "initiatedBy", org, where, is_object=True, voice=voice, confidence=0.8)
    for date in view.within(0, len(view.masked), Kind.DATE)[:1]:
        if (
            len(date.key) in (len("2025-08"), len("2025-08-06"))
            and frames.date_of(view, found.end()) is date
        ):
            where = date.start, date.end
            sink.claim(id_, "date", date.key, where, voice=voice, original=date.text)
