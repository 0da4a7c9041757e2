"""What authorities order firms to do, with the deadline: ``PT A diwajibkan mengembalikan ...``.

Owns the verbs of ordering a firm. Refuses what victims or other firms ask, and what a firm owes by
an agreement: that is for :mod:`loaders.text.commitments`.
"""

from __future__ import annotations

import re

from loaders.text import commitments
from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts import sanction_subjects as subjects
from loaders.text.facts.doers import own_organisation
from loaders.text.facts.sanction_words import SIZES
from loaders.text.holdings import ensure_org, is_firm
from loaders.text.patterns import Pattern
from loaders.text.seats import company_before
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_FIRM = (
    r"(?P<to>{ORG}|\b(?i:perusahaan|perseroan|P3MI|agensi|lembaga)"
    r"(?:nya|\s+(?:itu|tersebut|ini|dimaksud))?)(?:\s*\([^)⟨]{1,24}\))?"
)
_ALL = "|".join(SIZES)
_DOING = (
    r"(?:segera\s+|harus\s+|tidak\s+|tak\s+|juga\s+|tetap\s+)*(?:me|ber)[a-z]{3,}"
    r"(?:[^.;\"”]|\.(?=\d))*"
)
_ORDERED = pattern(
    rf"\b(?P<verb>[Mm]ewajibkan|[Mm]emerintahkan|[Mm]enginstruksikan|[Mm]eminta|[Mm]elarang|[Mm]engharuskan)\s+(?:agar\s+|kepada\s+)?{_FIRM}\s+(?:untuk\s+|agar\s+|supaya\s+)?(?P<what>{_DOING})"
)
_GIVEN = pattern(
    rf"\b(?P<verb>[Mm]emberi(?:kan)?)\s+(?:(?:batas\s+)?waktu|tenggat|kesempatan)\b[^⟨.;]{{0,30}}(?:⟨(?:DAT|DUR)\d+⟩[^⟨.;]{{0,14}})?\s*(?:kepada|bagi)\s+{_FIRM}\s+(?:untuk\s+|agar\s+)(?P<what>{_DOING})"
    rf"|\b(?P<verb2>[Mm]emberi(?:kan)?)\s+(?P<to2>{{ORG}})\s+(?:[a-z]+\s+){{0,4}}(?:(?:batas\s+)?waktu|tenggat)\b[^.;]{{0,40}}?\s(?:untuk|agar)\s+(?P<what2>{_DOING})"
)
# "Dinas memberi waktu 10 hari untuk mengurangi penghuni": to the firm last spoken of.
_TIME_GIVEN = pattern(
    rf"\b(?P<verb>[Mm]emberi(?:kan)?)(?P<to>)\s+(?:(?:batas\s+)?waktu|tenggat)\b(?![^.;]{{0,60}}\s(?:kepada|bagi)\s)[^.;]{{0,60}}?\s(?:untuk|agar)\s+(?P<what>{_DOING})"
)
_OWED = pattern(
    rf"(?P<to>{{ORG}}|{{PER}}|^[\"“]?(?:[Pp]erusahaan|P3MI|Agensi|Lembaga)(?:(?:\s+(?:di|asal)\s[^,.;]{{3,40}}?)?\s+(?:itu|tersebut|ini))?|\b(?i:{_ALL})\b)(?:\s*\([^)⟨]{{1,24}}\))?\s*,?\s+(?:(?:di(?:skors|cabut|jatuhi|kenai|beri)\b|(?:telah|sudah|baru)\s+me[a-z]+)[^.;]{{0,70}}?\s(?:dan|serta|sekaligus)\s+)?(?:(?:juga|tetap|hanya|sendiri|kemudian|lalu|kini)\s+)*"
    rf"(?P<verb>wajib\b|diwajibkan\b|dilarang\b|diharuskan\b|diperintahkan\b|diminta\b|diberi\s+(?:batas\s+)?(?:waktu|tenggat|kesempatan)(?=[^.;]{{0,50}}\suntuk\s)(?:(?!\suntuk\s)[^.;])*)\s*(?:untuk\s+|agar\s+)?:?\s*(?:[a-z1][.)]\s+)?(?P<what>{_DOING})"
)
_MONTH_OR_DAY = Pattern(r"\d{4}-\d\d(?:-\d\d)?")
_DEADLINE = pattern(
    r"(?i)\b(?:paling\s+lambat|paling\s+lama|selambat-lambatnya|sebelum|hingga|sampai(?:\s+dengan)?|tenggat|batas\s+waktu)"
    r"(?:\s+(?:pada|tanggal|hari|akhir|bulan))*\s+{DAT:date}"
)
# Who orders where no name stands: "menteri mewajibkan PT A", "dinas meminta perusahaan itu".
_AUTHORITY = Pattern(
    r"(?i)\b(?:menteri|kementerian(?:nya)?|dinas|petugas|pengawas|pemerintah|bupati|wali\s?kota|gubernur|direktorat|balai|disnaker\w*|surat|keputusan|rapat|sudin|pihaknya|kami)\b[^.;\"“]{0,90}$"
)
_OWN = Pattern(r"(?i)\b(?:pihaknya|kami|kementeriannya|dinasnya|lembaganya)\b")
_NO_ISSUER = frozenset({"MediaOrganization", "CivilSocietyOrganization", "Court"})
# What relatives, workers or lawyers ask is no order.
_ASKING = Pattern(
    r"(?i)\b(?:keluarga|korban|ibu|ayah|suami|istri|anak|pekerja|kuasa\s+hukum|pengacara|serikat|aktivis|massa|warga|pendamping|DPR|anggota\s+komisi)\b[^.;]{0,60}$"
)


def find(context: Context) -> None:
    """Find what firms are ordered to do."""
    if any(entity.startswith("agr:") for entity in context.sink.entities):
        return
    for view in context.body():
        for rule in (_ORDERED, _GIVEN):
            for found in rule.finditer(view.masked):
                group = "2" if found.groupdict().get("to2") else ""
                issuers = _issuers(context, view, found.start(f"verb{group}"))
                if issuers is not None:
                    _order(context, view, found, group, issuers)
        for found in _OWED.finditer(view.masked):
            if _is_sanctioned(context, view, found):
                _order(context, view, found, "", _agents_behind(context, view, found))
        for found in _TIME_GIVEN.finditer(view.masked):
            issuers = _issuers(context, view, found.start())
            if issuers is not None and _is_sanctioned(context, view, found):
                _order(context, view, found, "", issuers)


def _issuers(context: Context, view: View, at: int) -> list[tuple[Item, str]] | None:
    """Return who orders, empty where only a word such as ``menteri`` tells it; else ``None``."""
    before = view.masked[:at]
    if _ASKING.search(before):
        return None
    agents = [(i, id_) for i, id_ in frames.agents_before(context, view, at) if not is_firm(i)]
    agents = [(item, id_) for item, id_ in agents if item.cls not in _NO_ISSUER]
    if agents:
        return agents
    own, org = _OWN.search(before), own_organisation(context, view, at)
    if own and org:
        return [(Item(*view.span(own), own[0], Kind.ORG, org), org)]
    people = view.within(0, at, Kind.PERSON)
    speaker = people[-1] if people else None
    id_ = context.registry.of(speaker)
    if speaker is not None and context.registry.org_of.get(id_):
        return [(speaker, id_)]
    if speaker is None and view.within(0, at, Kind.POST):
        return []
    return [] if _AUTHORITY.search(before) else None


def _agents_behind(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    agents = frames.agents_after(context, view, found.end("verb"))
    return [(item, id_) for item, id_ in agents if not is_firm(item)]


def _is_sanctioned(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether the firm is one that the document tells a sanction on, or a raid, or a head of it."""
    firms = set(_addressed(context, view, found, "to"))
    claims = context.sink.claims.values()
    told = {c.value for c in claims if c.property in ("concernsCompany", "affected")}
    heads = {c.value for c in claims if c.property in ("director", "holder")}
    return bool(firms) and (firms <= told or (bool(told) and firms <= heads))


def _addressed(context: Context, view: View, found: re.Match[str], group: str) -> list[str]:
    """Return the firms, or the head of one, to whom an order is addressed."""
    if found[group].startswith("⟨"):
        item = view.item(found, group)
        is_head = item is not None and item.kind is Kind.PERSON
        return context.registry.many([item]) if item and (is_head or is_firm(item)) else []
    if found[group].casefold() in SIZES:
        return [id_ for _, id_ in subjects.meant(context, view)]
    earlier = [i for i in view.within(0, found.start(group)) if is_firm(i)]
    here = context.registry.many(earlier)
    return here if len(here) == 1 else list(filter(None, [company_before(context, view)]))


# "PT A, PT B, dan PT C, diberi waktu": all of them are, and only the last stands beside the verb.
_IN_A_LIST = Pattern(r"⟩(?:\s*\([^)⟨]{1,24}\))?\s*(?:,\s*)?(?:dan\s+|serta\s+)?$")


def _order(
    context: Context,
    view: View,
    found: re.Match[str],
    group: str,
    issuers: list[tuple[Item, str]],
) -> None:
    sink = context.sink
    at = found.start(f"verb{group}")
    firms = _addressed(context, view, found, f"to{group}")
    start, end = view.span(found, f"what{group}")
    if found[f"verb{group}"].casefold() in ("melarang", "dilarang"):
        # What is forbidden makes no sense without the verb.
        start = view.offset(at)
    voice = context.voice(start)
    if _IN_A_LIST.search(view.masked[: found.start(f"to{group}")]):
        return
    if not firms or voice.modality == "denied" or not reality.is_real(view, at):
        return
    span = start, start + len(context.text[start:end].rstrip(" ,;"))
    names = ", ".join(sink.entities[one].caption for one in firms)
    id_ = sink.entity(sink.fresh("dir", "firm"), "Directive", f"Perintah kepada {names}", span)
    context.add_event("Directive", id_)
    where = min(view.offset(found.start(f"to{group}")), view.offset(at)), span[1]
    sink.link(id_, "addressedTo", firms, where, voice, 0.85)
    sink.claim(id_, "description", context.text[slice(*span)], span, voice=voice, confidence=0.85)
    for item, by in issuers:
        ensure_org(context, by, (item.start, item.end))
        told = min(item.start, where[0]), span[1]
        sink.claim(id_, "issuedBy", by, told, is_object=True, voice=voice, confidence=0.82)
    dates = [view.item(one, "date") for one in _DEADLINE.finditer(view.masked, at)]
    dates = [one for one in dates if one is not None and len(one.key) == len("2025-11-05")]
    by_words = commitments.deadline_in(context, view, (view.offset(at), span[1]))
    if not dates and by_words and _MONTH_OR_DAY.fullmatch(by_words[0]):
        sink.claim(id_, "deadline", *by_words, voice=voice, confidence=0.82)
    if len(dates) == 1 and dates[0] is not None:
        # A day without a year is read again from the words for a deadline.
        due = min(view.offset(at), dates[0].start), dates[0].end
        sink.claim(id_, "deadline", dates[0].key, due, voice=voice, confidence=0.85)
