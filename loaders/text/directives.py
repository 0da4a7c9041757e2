"""Directives: who told whom to do or refrain from what, and who reports it."""

from __future__ import annotations

import re

from loaders.text import commitments, topics
from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.holdings import ensure_org, is_firm
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.registry import post_id
from loaders.text.spans import Kind
from loaders.text.view import View, pattern

_GIVEN = pattern(
    r"{PER:by}\s*,?\s+(?:telah\s+|sudah\s+|juga\s+)*(?:memberikan|menyampaikan"
    r"|mengeluarkan)\s+(?:arahan|instruksi|perintah)(?:\s+(?:langsung|khusus"
    r"|tegas))?\s+kepada\s+(?:jajaran\s+)?{WHO:to}"
)
_ORDERED = pattern(
    r"(?P<by>{PER}|\b(?:[Ii]a|[Dd]ia)\b)\s*,?\s+(?:telah\s+|sudah\s+|juga\s+)*(?:memerintahkan|menginstruksikan"
    r"|menugaskan|menugasi|mengarahkan)\s+(?:kepada\s+|jajaran\s+)?(?P<to>{WHO}|kementeriannya|jajarannya)"
)
_IS = pattern(r"\b[Aa]rahan\s+(?:dari\s+)?{PER:by}\s+(?:adalah|yaitu|yakni)\s+agar\s+{WHO:to}")
_ASKS = (
    r"(?:meminta|memerintahkan|menginstruksikan|mewajibkan|menugaskan|menugasi|mengharuskan"
    r"|mendesak|mendorong)"
)
_OFFICES = (
    r"(?:(?:para|seluruh|semua|setiap)\s+)?(?:camat|kepala\s+(?:desa|dinas|daerah)|lurah|bupati|kapolres|kapolsek|perusahaan|P3MI|LPK|agensi|pemda|pemerintah\s+(?:daerah|desa|pusat)|sponsor"
    r"|jajaran(?:nya)?|(?:aparat\s+)?penegak\s+hukum|kepolisian|[Pp]olda|[Pp]olres|otoritas\s+{LOC})"
)
# "Komisi IX meminta rencana aksi diserahkan sebelum 30 April", "Saya minta camat mendata sponsor
# sebelum akhir Januari": a deadline makes it an order.
_WITHIN = pattern(
    rf"(?P<by>(?:{{PER|ORG}}|{{POS}}(?:\s*{{ORG|LOC}})?)(?:\s*\([^)⟨]{{1,24}}\))?|\b(?:[Ss]aya|[Kk]ami|[Ii]a|[Dd]ia|[Pp]ihaknya)\b)\s*,?\s+(?:(?:telah|sudah|juga|lalu|kemudian|pun|terus|langsung)\s+)*(?:{_ASKS}|minta|perintahkan|instruksikan|tugaskan)"
    rf"\s+(?:kepada\s+)?(?:(?P<to>{{WHO}})|(?P<all>{_OFFICES}))?(?P<deed>)"
)
# "PPATK diminta menyerahkan analisis paling lambat 15 Maret": nobody tells who asked.
_BIDDEN = r"di(?:minta|perintahkan|instruksikan|tugaskan|tugasi|wajibkan|desak|imbau|himbau)"
_ASKED = pattern(
    rf"(?P<to>{{ORG}})\s*(?:\([^)⟨]{{1,14}}\)\s*)?(?:juga\s+)?(?P<by>)(?P<all>)(?P<deed>)(?:{_BIDDEN}\s+(?:untuk\s+|agar\s+)?me[a-z]+|diberi\s+(?=waktu|tenggat))"
)
# "Seluruh kepala desa diminta Gubernur X mendata warganya"
_ASKED_BY = pattern(
    rf"(?:(?P<to>{{ORG}})|\b(?P<all>(?i:{_OFFICES})))\s*(?:\([^)⟨]{{1,14}}\)\s*)?(?:(?:juga|turut|pun|kembali|telah|sudah)\s+)*"
    rf"{_BIDDEN}\s+(?:(?:langsung|juga|oleh)\s+)*(?P<by>{{PER|ORG}})(?:\s*,)?(?P<deed>)"
)
# "Instruksi agar para camat mendata sponsor disampaikan Bupati X"
_HANDED_DOWN = pattern(
    rf"\b(?:[Ii]nstruksi|[Pp]erintah|[Aa]rahan|[Ii]mbauan|[Pp]ermintaan)\s+(?:agar|supaya|untuk|kepada)\s+(?:(?P<to>{{ORG}})|(?P<all>(?i:{_OFFICES})))(?P<deed>)"
    r"\s[^.;\"“”]{3,140}?\sdi(?:sampaikan|keluarkan|berikan|lontarkan|tegaskan)\s+(?:(?:langsung|juga|oleh)\s+)*(?P<by>{PER|ORG})"
)
_BAN = Pattern(
    r"(?i)\b(?:jangan\s+(?:ada|sampai)|tidak\s+boleh\s+ada|melarang)\s+"
    r"(?P<list>[^.\"”]{3,120})"
)
_HARMS = frozenset({"violence", "exploitation", "crimes-against-humanity"})
_AIMS = frozenset(
    [
        "migrant-protection",
        "victim-protection",
        "prevention",
        "enforcement",
        "tppo-eradication",
        "supervision",
        "repatriation",
        "cyber-patrol",
    ]
)
_PEOPLE = Pattern(r"(?i)\b(?:para\s+)?pekerja\s+migran(?:\s+indonesia)?\b")


def find(context: Context) -> None:
    """Find directives in body sentences."""
    for view in context.body():
        for rule in (_GIVEN, _ORDERED, _IS):
            for found in rule.finditer(view.masked):
                _make(context, view, found)
        for rule in (_WITHIN, _ASKED, _ASKED_BY, _HANDED_DOWN):
            for found in rule.finditer(view.masked):
                _until(context, view, found)


def _until(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim an order with a deadline: by whom and to whom, as far as they are told."""
    to_item = view.item(found, "to")
    if to_item is not None and is_firm(to_item):
        # What companies are ordered to do, the sanctions tell.
        return
    by = _issuer(context, view, found) if found["by"] else ""
    start = view.offset(found.start())
    cut = _CUT.search(view.masked, found.end())
    end = view.offset(cut.start()) if cut else view.sentence.end
    due = commitments.deadline_in(context, view, (start, end))
    is_told = bool(by) and _DEMANDED.match(view.masked, found.start("deed")) is not None
    made = [e for e in context.sink.entities.values() if e.cls == "Directive"]
    is_told = is_told and bool(to_item or found["all"])
    is_told = is_told and not any(e.start < end and start < e.end for e in made)
    if not (due or is_told) or (found["by"] and not by) or context.is_denied(start):
        return
    sink, span, voice = context.sink, view.span(found), context.voice(start)
    id_, said = sink.fresh("dir", "d"), " ".join(context.text[start:end].split())
    sink.entity(id_, "Directive", said, (start, end))
    context.add_event("Directive", id_)
    sink.claim(id_, "description", said, (start, end), voice=voice.as_("norm"), confidence=0.85)
    if due:
        sink.claim(id_, "deadline", due[0], due[1], voice=voice, confidence=0.85)
    if by.startswith("org:"):
        ensure_org(context, by, span)
    if by:
        sink.claim(id_, "issuedBy", by, span, is_object=True, voice=voice, confidence=0.85)
    to = context.registry.of(to_item)
    if not to and found["all"]:
        words = context.text[slice(*view.span(found, "all"))]
        key = sink.scoped("grp", slug(words))
        to = sink.entity(key, "Group", words[0].upper() + words[1:], view.span(found, "all"))
    if to and to != by:
        sink.claim(id_, "addressedTo", to, span, is_object=True, voice=voice, confidence=0.85)
    for begin, stop, notation in topics.find(context.text[start:end]):
        if notation in _AIMS:
            where = start + begin, start + stop
            sink.claim(id_, "requires", notation, where, voice=voice.as_("norm"))


# "meminta BNP2TKI untuk meningkatkan": what is to be done stands behind who is to do it.
_DEMANDED = Pattern(
    r"(?:\s*\([^)⟨]{1,24}\))?(?:\s+(?:di|se)\s?⟨LOC\d+⟩)?\s+(?:(?:untuk|agar|supaya|segera|juga|turut|dapat|bisa|lebih|bersama|terus|serius|tidak)\s+)*(?:me|ber)[a-z]{3,}\b"
)
_CUT = Pattern(
    r"[.;\"”“](?:\s|$)|,\s+(?:sedangkan|sementara|namun|tetapi|tegas|kata|ujar|pinta|ucap)\b"
)


def _issuer(context: Context, view: View, found: re.Match[str]) -> str:
    """Return who gives an order: an official, an office, or who speaks."""
    if not found["by"].startswith("⟨"):
        at = view.offset(found.start())
        said = [one.speaker for one in context.said if one.start <= at < one.end]
        return said[0] if said else _meant(context, view, found, "by")
    items = view.within(*found.span("by"))
    item = items[0]
    if item.kind is Kind.POST:
        return post_id(context.registry, item, items[1:])[2]
    id_ = context.registry.of(item)
    org = context.sink.entities.get(context.registry.org_of.get(id_, id_))
    if item.kind is not Kind.ORG and id_ not in context.registry.posts_of:
        return ""
    return "" if org is not None and org.cls in _NO_AUTHORITY else id_


# Who may ask, but orders nobody.
_NO_AUTHORITY = ("MediaOrganization", "Company", "PlacementCompany", "CivilSocietyOrganization")


def _meant(context: Context, view: View, found: re.Match[str], group: str) -> str:
    """Return whom a name means, or ``Ia`` behind what somebody said."""
    if found[group].startswith("⟨"):
        return context.registry.of(view.item(found, group))
    number = view.sentence.number
    said = [one for one in context.said if number - 1 in one.views]
    before = context.views[number - 1] if number else view
    is_near = before.sentence.block in (view.sentence.block, view.sentence.block - 1)
    speaker = said[-1].speaker if said and is_near else ""
    return speaker if speaker.startswith("per:") else ""


def _own(context: Context, view: View, found: re.Match[str], by: str) -> str:
    """Return the organisation of ``kementeriannya`` and ``jajarannya``, or empty."""
    if found["to"].startswith("⟨"):
        return ""
    at = view.offset(found.start())
    speakers = [one.speaker for one in context.said if one.start <= at < one.end]
    whose = speakers[0] if speakers and found["to"] == "kementeriannya" else by
    org = context.registry.org_of.get(whose, "")
    if org:
        ensure_org(context, org, view.span(found))
    return org


def _make(context: Context, view: View, found: re.Match[str]) -> None:
    sink = context.sink
    by = _meant(context, view, found, "by")
    to = _own(context, view, found, by) or _meant(context, view, found, "to")
    if not by or not to or by == to:
        return
    span = view.span(found)
    voice = context.voice(span[0])
    id_ = sink.scoped("dir", by.partition("-")[2])
    if id_ not in sink.entities:
        caption = f"Arahan {sink.entities[by].caption} kepada {sink.entities[to].caption}"
        sink.entity(id_, "Directive", caption, span)
        context.add_event("Directive", id_)
    by_span, to_span = view.span(found, "by"), view.span(found, "to")
    sink.claim(id_, "issuedBy", by, (by_span[0], to_span[0]), is_object=True, voice=voice)
    sink.claim(
        id_,
        "addressedTo",
        to,
        (to_span[0], view.offset(found.end("to"))),
        is_object=True,
        voice=voice,
    )
    _content(context, view, found, id_, voice)


def _content(context: Context, view: View, found: re.Match[str], id_: str, voice: Voice) -> None:
    sink = context.sink
    start = view.offset(found.end())
    end = view.sentence.end
    norm = voice.as_("norm")
    for begin, stop, notation in topics.find(context.text[start:end]):
        if notation in _AIMS:
            sink.claim(id_, "requires", notation, (start + begin, start + stop), voice=norm)
    if people := _PEOPLE.search(context.text, start, end):
        population = population_of(context, people.span(), "")
        sink.claim(id_, "beneficiary", population, people.span(), is_object=True, voice=norm)
    view = context.after(view) or view
    for ban in _BAN.finditer(view.sentence.text):
        offset = view.sentence.start + ban.start("list")
        for begin, stop, notation in topics.find(ban["list"]):
            if notation in _HARMS:
                span = offset + begin, offset + stop
                sink.claim(id_, "prohibits", notation, span, voice=norm, confidence=0.8)


def population_of(context: Context, span: tuple[int, int], of: str) -> str:
    """Return the id of people spoken of in general: migrant workers, or those ``of`` a place."""
    sink = context.sink
    if not of:
        return sink.entity(
            sink.scoped("pop", "pekerja-migran"), "Population", "Pekerja migran Indonesia", span
        )
    name = sink.entities[of].caption
    key = "masyarakat-" + of.partition(":")[2].lower().replace(".", "-")
    return sink.entity(sink.scoped("pop", key), "Population", f"Masyarakat {name}", span)
