"""Who states a number: whoever speaks, or the agency whose data, or whose doing, it is.

Owns the words that name a source of numbers. Refuses companies that only suffer them, and agencies
of another clause.
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View, pattern

_CLAUSE = Pattern(r"(?i)\b(?:sedangkan|sementara|adapun|namun|tetapi)\b|;")
_TELLS = ("mencatat", "melaporkan", "mengklaim", "menyatakan", "menyebut")


_BY_DATA = pattern(
    r"^[\"“]?(?:(?:Berdasarkan|Menurut|Merujuk|Mengacu|Mengutip|Dari)\s+(?:pada\s+)?)?(?i:data|catatan|laporan|rekapitulasi|statistik)\s+"
    r"(?:(?:resmi|terbaru|dari|milik|yang\s+dihimpun|yang\s+dirilis)\s+)*{ORG:org}"
)


def claim(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    """Claim who states a number: whoever speaks, or the agency that the sentence lets tell it."""
    if voice.speakers:
        said = next(s for s in context.said if s.start <= view.offset(at) < s.end)
        found: tuple[str, tuple[int, int], float] | None = (voice.speakers[-1], said.evidence, 0.85)
    else:
        found = _named(context, view, at) or _doer(context, view, at)
    if found is not None:
        who, span, confidence = found
        context.sink.claim(id_, "claimant", who, span, is_object=True, confidence=confidence)


def _named(context: Context, view: View, at: int) -> tuple[str, tuple[int, int], float] | None:
    """Return whose data a number is, as the words of the sentence name it."""
    data = _BY_DATA.search(view.masked) or _source(view, at) or _RECORDED.match(view.masked, at)
    source = view.item(data, "org") if data else None
    if source and (whose := context.registry.of(source)):
        return whose, (min(view.sentence.start, source.start), source.end), 0.82
    whole = view.sentence.start, view.offset(at)
    if _MINISTRY.match(view.masked) and (org := context.only_entity("Ministry")):
        return org, whole, 0.75
    own = _OF_COMMON.search(view.masked[:at])
    if own and (org := context.only_entity(_COMMON[own["kind"].casefold()])):
        return org, whole, 0.75
    if _ITS_OWN.match(view.masked) and (org := _of_last_speaker(context, view)):
        return org, whole, 0.78
    if office := _office(context, view, at):
        item, org = office
        return org, (item.start, item.end), 0.8
    return None


# "Data balai memperlihatkan 28.412 pekerja": that of the one that the document names.
_OF_COMMON = Pattern(
    r"\b(?i:data|catatan|laporan|rekapitulasi)\s+(?:resmi\s+|terbaru\s+|milik\s+)?(?P<kind>(?i:kementerian|balai))\b(?!\s+[A-Z⟨])"
)
_COMMON = {"kementerian": "Ministry", "balai": "ProtectionOffice"}


def _doer(context: Context, view: View, at: int) -> tuple[str, tuple[int, int], float] | None:
    """Return the agency whose doing the number is, or whose numbers the sentence goes on with."""
    verb = re.search(r"\b(?:mencatat|berhasil|telah|me(?:n|m)\w+)\b", view.masked[:at])
    if verb is None:
        return _carried(context, view)
    if _CLAUSE.search(view.masked, verb.end(), at):
        # "BP3MI mencegah 83 orang, sedangkan 46 dipulangkan": of the others it says nothing.
        return None
    for item, org in frames.agents_before(context, view, verb.start())[:1]:
        is_telling = verb[0].startswith(_TELLS)
        # Whoever fails to pay 61 workers has not counted them, nor has who judges.
        is_firm = item.cls.endswith("Company") or item.cls == "Court"
        if is_telling or not (is_firm or _is_anothers(context, view, org)):
            return org, (item.start, item.end), 0.75
    return None


# "menurut catatan BP3MI", and behind the number "demikian data Kantor Imigrasi"
_SOURCE = pattern(
    r"(?i:\b(?:menurut|berdasarkan|merujuk(?:\s+pada)?|mengutip|mengacu(?:\s+pada)?|demikian|begitu|sumber\s*:"
    r"|dalam(?=\s+(?:paparan|laporan|catatan|data|rilis)\b)))\s+"
    r"(?:(?!⟨)(?:yang|dari|data|paparan|rilis|catatan|laporan|publikasi|rekapitulasi|statistik|keterangan|informasi|bulanan|tahunan|resmi|terbaru|hitungan"
    r"|milik|Pusat|Data|Informasi|dan|Pusdatin|dirilis|dihimpun|disampaikan|kata|pihak)\s+){0,6}{ORG:org}"
)


def _source(view: View, at: int) -> re.Match[str] | None:
    """Return the words that name whose number it is, before it or behind the whole sentence."""
    for found in _SOURCE.finditer(view.masked):
        clause = view.masked[min(found.end(), at) : max(found.start(), at)]
        if not _CLAUSE.search(clause):
            return found
    return None


# "1.087 kasus yang dicatat KP2MI"
_RECORDED = pattern(
    r"⟨CNT\d+⟩(?:[^.;,⟨]|⟨(?:TOP|LOC)\d+⟩){0,40}?\byang\s+(?:dicatat|tercatat\s+di|dihimpun|didata)\s+(?:oleh\s+)?{ORG:org}"
)
_TELLING = (
    r"(?:mencatat|membukukan|mendata|menghimpun|merilis|memaparkan|membeberkan|memperkirakan|menaksir|menyebut(?:kan)?|melaporkan|memperbarui|menyampaikan"
    r"|mengungkap(?:kan)?|mengumumkan|menjelaskan|mengatakan|menyatakan|menegaskan|merinci|mengklaim|menerangkan|menuturkan|mengakui)"
)
# "Kepala BP3MI NTT menyebutkan hanya empat", "kata Kepala Disnakertrans Lombok Timur"
_OF_OFFICE = pattern(
    rf"(?:{{POS}}\s+(?:(?:Helpdesk|UPT|Bidang|Seksi|Crisis\s+Center)\s+)?{{ORG:org}}[^.;\"“⟨]{{0,30}}(?:⟨DAT\d+⟩\s*,?\s*)?\b{_TELLING}\b"
    r"|\b(?i:kata|ujar|tutur|ucap|jelas|terang|papar|ungkap|sebut|beber|menurut)\s+{POS}\s+(?:Helpdesk\s+)?{ORG:by})"
)
_COUNTS = pattern(
    r"(?P<org>{ORG})(?:\s*\([^)⟨]*\))?\s+(?:\w+\s+)?(?:mencatat|membukukan|mendata|menghimpun|merilis|memaparkan|memperbarui|memperkirakan|menaksir|merinci)\b"
)


def _office(context: Context, view: View, at: int) -> tuple[Item, str] | None:
    """Return the office whose unnamed head tells a number, or the agency that counted it."""
    for rule in (_OF_OFFICE, _COUNTS):
        for found in rule.finditer(view.masked):
            item = view.item(found, "org") or view.item(found, "by")
            is_before = found.end() <= at
            between = view.masked[min(found.end(), at) : max(found.start(), at)]
            org = context.registry.of(item)
            if (
                item
                and org
                and (is_before or found.groupdict().get("by"))
                and not _CLAUSE.search(between)
            ):
                return item, org
    return None


def _carried(context: Context, view: View) -> tuple[str, tuple[int, int], float] | None:
    """Return the agency that the sentence before says to have counted: its numbers go on."""
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    if before is view or before.sentence.block != view.sentence.block:
        return None
    found = _COUNTS.search(before.masked)
    item = before.item(found, "org") if found else None
    org = context.registry.of(item)
    if item is None or not org or _NAMES.search(view.masked):
        return None
    return org, (item.start, item.end), 0.72


_NAMES = Pattern(r"⟨(?:ORG|PER|INI|POS)\d+⟩")


def _is_anothers(context: Context, view: View, org: str) -> bool:
    """Whether somebody of another office is telling, who goes on from the sentence before."""
    number = view.sentence.number
    if not number or context.views[number - 1].sentence.block != view.sentence.block:
        return False
    told = [said.speaker for said in context.said if number - 1 in said.views]
    own = context.registry.org_of.get(told[-1], "") if told else ""
    return bool(own) and own != org


# "Lembaganya menerima 142 aduan": that of who spoke in the sentence before.
_ITS_OWN = Pattern(
    r"[\"“]?(?:(?:Selama|Sepanjang|Pada|Sejak|Hingga|Dalam|Sampai|Tahun)\s(?:[^.,;⟨\"“]|⟨(?:DAT|DUR)\d+⟩){1,40},\s+)?(?i:lembaga|kementerian|pihak|instansi|organisasi|kantor|jajaran)nya\b"
)


# "Kementerian juga memulangkan 642 pekerja": the one that the document names.
_MINISTRY = Pattern(
    r"[\"“]?Kementerian(?:\s+(?:itu|tersebut|ini))?\s+(?:(?:juga|telah|sudah|turut)\s+)*me[a-z]+"
)


def _of_last_speaker(context: Context, view: View) -> str:
    """Return the organisation of who spoke in the sentence before, or empty."""
    number = view.sentence.number
    told = [said.speaker for said in context.said if number - 1 in said.views]
    org = context.registry.org_of.get(told[-1], "") if told else ""
    return org if org in context.sink.entities else ""


# "Angka tersebut dipaparkan Kepala BP3MI Bali Made Sudira"
_TOLD_BY = pattern(
    r"^[\"“]?(?i:(?:angka|data|jumlah|catatan|statistik)(?:-(?:angka|data))?)\s+(?:itu|tersebut|ini)\s+(?:juga\s+)?"
    r"di(?:papar|sampai|ungkap|beber|sebut|rilis|umum|jelas|kemuka|lapor|sodor)kan\s+(?:oleh\s+|langsung\s+)*"
    r"(?:(?!⟨(?:PER|INI|CNT|DAT)|\b(?:kepada|dengan|bersama|untuk|dalam|saat|pada|di)\b)[^.;\"“]){0,90}?{PER:who}"
)


def told_later(context: Context, made: dict[int, str]) -> None:
    """Claim who told numbers of the sentence before: ``Data itu disampaikan Made Sudira``."""
    for before, view in pairwise(context.views):
        found = _TOLD_BY.match(view.masked)
        who = context.registry.of(view.item(found, "who")) if found else ""
        if (
            not found
            or not who
            or before.sentence.block not in (view.sentence.block, view.sentence.block - 1)
        ):
            continue
        for start, id_ in made.items():
            if before.sentence.start <= start < before.sentence.end:
                context.sink.claim(
                    id_, "claimant", who, view.span(found), is_object=True, confidence=0.82
                )
