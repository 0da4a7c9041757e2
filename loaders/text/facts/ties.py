"""Ties that a document tells of: who runs or owns a company.

Owns the words for them. Refuses who ran a company once.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.accused import is_accused
from loaders.text.holdings import is_firm
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.seats import company_before
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_MAN = (
    r"(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|tersangka|terdakwa|pelaku|warga"
    r"|berinisial|bernama)\s+){0,4}"
)
_TITLE = (
    r"(?:direktur|komisaris|presiden\s+direktur|penanggung\s+jawab)"
    r"(?:\s+(?:utama|operasional|keuangan|pemasaran|eksekutif))?"
)
_DIRECTS = pattern(
    rf"(?P<who>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,?\s+(?:selaku\s+|sebagai\s+|merupakan\s+|adalah\s+|yang\s+(?:juga\s+)?(?:menjabat|merupakan)\s+"
    rf"(?:sebagai\s+)?)?(?P<post>(?i:{_TITLE})|⟨POS\d+⟩|pemilik)\s+{{ORG:firm}}"
)
_HEADED = pattern(
    rf"(?P<post>\b(?i:{_TITLE}|pemilik)|⟨(?:POS|RNK)\d+⟩(?:\s+utama)?)\s+{{ORG:firm}}(?:\s*\([^)⟨]{{1,16}}\))?\s*,?\s+{_MAN}(?P<who>{{PER}})"
)
_ITS_HEAD = pattern(
    rf"^(?:Adapun\s+|Sementara\s+itu,\s+)?(?P<post>(?i:{_TITLE})|⟨(?:POS|RNK)\d+⟩(?:\s+utama)?)(?:nya|\s+perusahaan\s+(?:itu|tersebut|ini))\s*,\s+"
    rf"{_MAN}(?P<who>{{PER}})"
)
# "HN disebut-sebut bekerja untuk PT X": of whom the document accuses.
_WORKS = pattern(
    r"(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:yang|disebut-sebut|disebut|diduga|diketahui|juga|mengaku|sempat)\s+)*bekerja\s+"
    r"(?:untuk|di|pada|sebagai\s+[a-z]+(?:\s+[a-z]+)?\s+(?:di|pada))\s+{ORG:firm}"
)
_POST = Pattern(rf"(?i){_TITLE}|pemilik")
# "Pengacara direktur PT X, Budi": somebody to whom he is somebody.
_OF_ANOTHER = Pattern(
    rf"(?i)\b(?:{KIN}|pengacara|advokat|kuasa\s+hukum|penasi?e?hat\s+hukum|sekretaris|ajudan|calon|korban|saksi)\s+$"
)
_FORMER = Pattern(r"(?i)\b(?:mantan|eks|bekas)\s+$")


def find(context: Context) -> None:
    """Claim the ties that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _firms(context, view)


def _firms(context: Context, view: View) -> None:
    for rule in (_DIRECTS, _HEADED):
        for found in rule.finditer(view.masked):
            firm = view.item(found, "firm")
            if firm is not None and is_firm(firm):
                _directs(context, view, found, context.registry.of(firm))
    for found in _WORKS.finditer(view.masked):
        _works(context, view, found)
    if found2 := _ITS_HEAD.search(view.masked):
        _directs(context, view, found2, company_before(context, view))


def _works(context: Context, view: View, found: re.Match[str]) -> None:
    who, firm = context.registry.of(view.item(found, "who")), view.item(found, "firm")
    org = context.registry.of(firm)
    if not is_accused(context, who) or not is_firm(firm) or context.is_denied(view.span(found)[0]):
        return
    span = view.span(found)
    voice = context.voice(span[0]).as_("alleged")
    tail = f"{who.partition('-')[2]}-{org.partition('-')[2]}"
    id_ = context.sink.scoped("rel", f"member-{tail}")
    names = (context.sink.entities[one].caption for one in (who, org))
    context.sink.entity(id_, "Membership", " – ".join(names), span)
    context.sink.claim(id_, "member", who, span, is_object=True, voice=voice, confidence=0.8)
    context.sink.claim(id_, "organization", org, span, is_object=True, voice=voice, confidence=0.8)


def _directs(context: Context, view: View, found: re.Match[str], firm: str) -> None:
    who = context.registry.of(view.item(found, "who"))
    told = context.text[slice(*view.span(found, "post"))]
    before = view.masked[: min(found.start("post"), found.start("who"))]
    if not (who and firm) or not _POST.match(told) or _FORMER.search(before):
        return
    if _FORMER.search(view.masked[: found.start("post")]) or _OF_ANOTHER.search(before):
        return
    is_owner = told.casefold().startswith("pemilik")
    cls = "Ownership" if is_owner else "Directorship"
    ends = ("owner", "asset") if is_owner else ("director", "directedCompany")
    span = view.span(found)
    voice = context.voice(span[0])
    tail = f"{who.partition('-')[2]}-{firm.partition('-')[2]}"
    id_ = context.sink.scoped("rel", f"{cls.casefold()}-{tail}")
    names = (context.sink.entities[one].caption for one in (who, firm))
    context.sink.entity(id_, cls, " – ".join(names), span)
    for prop, end in zip(ends, (who, firm), strict=True):
        context.sink.claim(id_, prop, end, span, is_object=True, voice=voice, confidence=0.85)
