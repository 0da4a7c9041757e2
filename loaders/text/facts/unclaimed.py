"""What befell a group of people by nobody who is named: ``Mereka ditampung di ruko di Nagoya``.

Owns where and when people were recruited, sent off and kept, of a group that the document knows.
Refuses care by agencies, what is lawful, and what some named agent did, whose deed it then is.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, handling, offers
from loaders.text.facts.acts import HARBOURING, Deed, adjuncts, deed_of, has_adjuncts, is_unlawful
from loaders.text.facts.cases import case_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_BETWEEN = (
    r"(?:(?!\b(?:bahwa|namun|tetapi|sedangkan|sementara|tidak|belum|bukan|akan|hendak|sebelum|setelah|usai|menampung|mengirim)\b|⟨(?:PER|INI|ORG|CNT)|,\s+(?:dan\s+)?(?!yang\b))"
    r"[^.;\"“]){0,60}?"
)
_DONE_TO = pattern(
    rf"(?P<them>⟨CNT\d+⟩|\b(?i:{handling.THEM})){_BETWEEN}\b(?P<verb>direkrut|diberangkatkan|dikirim|diselundupkan|ditampung|diinapkan|disekap|disembunyikan|dikurung|dikumpulkan|ditempatkan(?=\s+(?:di|pada)\s+(?:sebuah|satu|salah\s+satu)\s+(?:rumah|kontrakan|penampungan|kos|ruko|mes|gudang)\b))\b"
)
# "17 calon pekerja di lantai dua ditampung": nobody who cares for them is a culprit.
_CARED = Pattern(
    r"(?i)\b(?:s(?:h)?elter|RPTC|RPSA|rumah\s+(?:aman|perlindungan|singgah|ramah|sakit)|balai|sentra|wisma|dinas|karantina|deten\w+|kepolisian|polres\w*|polda|kantor|keluarga|jenazah|dipulangkan|pemulangan|LTSA|G\s?to\s?G|resmi|prosedural)\b|⟨ORG"
)
_AGENT = pattern(r"\s*(?:oleh\b|{PER|ORG}|[A-Z]{1,3}\b)|\s+[^.,;⟨]{0,40}\boleh\s")


def find(context: Context) -> None:
    """Claim in body sentences what befell the groups of the document."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for found in _DONE_TO.finditer(view.masked):
            _befell(context, view, found)


def _befell(context: Context, view: View, found: re.Match[str]) -> None:
    deed, at = deed_of(found["verb"]) or HARBOURING, found.start("verb")
    behind = view.masked[found.end() : found.end() + 90]
    if _AGENT.match(behind) or not has_adjuncts(view, deed, found.end()):
        return
    if _CARED.search(behind.partition(",")[0]) or not _is_of_matter(context, view):
        return
    if _is_care(context, view, at):
        return
    if deed.kind[0] == "Transporting" and not frames.bound_for(context, view):
        # "Para korban dikirim ke Jakarta untuk dipulihkan"
        return
    if frames.is_over_time(view, at) and deed is not HARBOURING:
        # "sepanjang 2024 sebanyak 72 warga direkrut": a sum.
        return
    if not offers.may_be_told(view, at) or context.is_denied(view.offset(at)):
        return
    id_group = handling.whom(context, view, found)
    if id_group:
        adjuncts(context, view, _relation(context, view, deed, id_group, found), found.end())


_AFTER = Pattern(
    r"(?i)\b(?:kini|saat\s+ini|sekarang|untuk\s+sementara|sementara\s+(?:ini|waktu)|selanjutnya|sambil)\b"
)
_HOME = Pattern(r"(?i)\b(?:men|di)?deport\w+|\b(?:me|di)?pulang\w*|pemulangan|kepulangan|setiba")


def _is_care(context: Context, view: View, at: int) -> bool:
    """Whether people are kept somewhere after they were saved, or on their way home."""
    number = view.sentence.number
    near = context.views[max(0, number - 1) : number + 1]
    return _AFTER.search(view.masked, 0, at) is not None or any(
        _HOME.search(one.masked) for one in near
    )


def _is_of_matter(context: Context, view: View) -> bool:
    """Whether what befell them is called unlawful, or police came in between."""
    stops = ("Interception", "Rescue", "Raid", "Arrest")
    return any(context.events.get(one) for one in stops) or is_unlawful(context, view)


def _relation(context: Context, view: View, deed: Deed, id_group: str, found: re.Match[str]) -> str:
    """Return the one relation of a kind that holds a group, or a new one without an agent."""
    cls, _, target = deed.kind
    sink, span = context.sink, view.span(found)
    claims = [c for c in sink.claims.values() if c.property == target and c.value == id_group]
    known = list(dict.fromkeys(c.subject for c in claims))
    if len(known) == 1:
        return known[0]
    voice = context.voice(span[0]).as_("alleged")
    relation = sink.fresh("rel", cls.casefold())
    sink.entity(relation, cls, f"? → {sink.entities[id_group].caption}", span)
    sink.claim(relation, target, id_group, span, is_object=True, voice=voice, confidence=0.8)
    case = case_of(context, span)
    sink.claim(relation, "inIncident", case, span, is_object=True, voice=voice, confidence=0.75)
    return relation
