"""Programmes that an agency began: ``Program Perawat Go Japan digagas KemenP2MI sejak 2024``.

Owns the verbs of beginning one, and the services that an agency opens (``menyediakan hotline``).
Refuses programmes without a name, courses of study, and what is yet to begin.
"""

from __future__ import annotations

import re

from loaders.text import topics
from loaders.text.context import Context
from loaders.text.directives import population_of
from loaders.text.facts import formations, frames, reality, settings
from loaders.text.holdings import ensure_org, is_firm
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.registry import post_id
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_NAME = Pattern(
    r"(?:[Pp]rogram|[Kk]ampanye|[Gg]erakan)\s+(?:(?:[a-z]+\s+)?(?:bertajuk|bernama)\s+)?(?:[\"“](?P<quoted>[^\"”]{3,60})[\"”]|(?P<name>(?!(?:Studi|Magister|Sarjana|Doktor|Pascasarjana|Diploma)\b)"
    r"[A-Z][\w'’-]*(?:\s+(?:to\s+)?[A-Z][\w'’-]*){0,5}))"
)
_BEGUN = pattern(
    r"\b(?P<verb>(?i:meluncurkan|menggagas|mencanangkan|menginisiasi|meresmikan|memperkenalkan|menggulirkan|memulai|menjalankan|menggelar(?=\s+kampanye)))\s+"
    r"(?:kembali\s+|sebuah\s+)?(?P<what>[Pp]rogram|[Kk]ampanye|[Gg]erakan)\b"
)
_BEGUN_BY = pattern(
    r"(?P<what>\b(?:[Pp]rogram|[Kk]ampanye|[Gg]erakan))\b[^.;\"“⟨]{0,60}(?:⟨(?:LOC|ORG)\d+⟩[^.;\"“⟨]{0,30}|[\"“][^\"”]{3,60}[\"”]\s+)?"
    r"\b(?:yang\s+)?(?P<verb>digagas|diluncurkan|dicanangkan|diinisiasi|diresmikan|diperkenalkan|digulirkan)\s+(?:oleh\s+)?(?P<by>{PER}|{POS}\s*(?:{ORG|LOC})?|{ORG}(?:\s*(?:,\s*(?:dan\s+|serta\s+)?|dan\s+|serta\s+|bersama\s+){ORG}){0,4})"
    r"(?:\s+(?:sejak|pada|mulai)\s+(?:tahun\s+)?{DAT:since})?"
)
# "Pemprov X mengalokasikan Rp 64 miliar dalam APBD 2026 bagi program Y": what public money is for.
_FUNDED = pattern(
    r"\b(?P<verb>(?i:mengalokasikan|menganggarkan|menyiapkan|menyediakan|menggelontorkan|mengucurkan))\s+(?:(?:anggaran|dana|pagu)\s+)?(?:(?:sebesar|senilai|sekitar|total)\s+)?"
    r"{MON:sum}(?:\s+(?:per\s+tahun|dari\s+APB[ND]\w*(?:\s+(?:\d{4}|⟨DAT\d+⟩))?|(?:dalam|pada)\s+APB[ND]\w*(?:\s+(?:\d{4}|⟨DAT\d+⟩))?))*"
    r"(?:\s+(?:bagi|untuk|guna)\s+(?P<aim>(?P<what>[Pp]rogram|[Kk]ampanye|[Gg]erakan)?(?:[^.;,\"“⟨]|⟨(?:CNT|LOC|ORG|TOP)\d+⟩){1,90})|(?=\s*[.,;]))"
)
# "Disnakertrans NTB menyediakan saluran hotline center sebagai sarana pengaduan bagi PMI"
_SERVICE = pattern(
    r"\b(?P<verb>(?i:menyediakan|membuka|meluncurkan|meresmikan|mengaktifkan|membangun|menghadirkan|mengoperasikan))\s+(?:kembali\s+|sebuah\s+|sejumlah\s+|⟨CNT\d+⟩\s+)?"
    r"(?P<what>(?i:(?:saluran|layanan|kanal|nomor|pusat)\s+)?(?i:hotline|call\s?center|crisis\s?center|helpdesk|loket|aplikasi|layanan|saluran|kanal|desa\s+migran)\b"
    r"(?:(?!\s(?:untuk|bagi|sebagai|guna|yang|agar|di|pada|dan|serta|kepada|terhadap|dengan|sejak|hingga)\b)[^.;,\"“”(⟨]){0,60})"
)
_SERVED = Pattern(
    r"(?:[^.;⟨]|⟨LOC\d+⟩){0,90}?\b(?:bagi|untuk|kepada)\s+(?P<who>(?:para\s+)?(?:calon\s+)?(?i:pekerja\s+migran(?:\s+indonesia)?|c?pmi))\b"
)
_HEAD = pattern(r"(?P<who>{PER})\s*,?\s+(?:\w+\s+){0,2}$")


def find(context: Context) -> None:
    """Claim the programmes that body sentences tell to have begun, and who began them."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for found in _BEGUN.finditer(view.masked):
            _one(context, view, found, _beginners(context, view, found.start()))
        for found in _BEGUN_BY.finditer(view.masked):
            _one(context, view, found, _named(context, view, found))
        for found in _FUNDED.finditer(view.masked):
            _funded(context, view, found)
        for found in _SERVICE.finditer(view.masked):
            _service(context, view, found)


def _service(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim a service that an agency opens: who runs it, where, and for whom."""
    beginners = [(i, o) for i, o in _beginners(context, view, found.start()) if not is_firm(i)]
    span = view.span(found, "what")
    words = " ".join(context.text[slice(*span)].split())
    if not beginners or " " not in words or not reality.is_real(view, found.start("verb")):
        return
    sink, voice = context.sink, context.voice(span[0])
    id_ = sink.entity(
        sink.scoped("prog", slug(words)), "Programme", words[0].upper() + words[1:], span
    )
    sink.claim(id_, "name", words, span, voice=voice)
    for item, org in beginners:
        whole = min(item.start, span[0]), span[1]
        sink.claim(id_, "ledBy", org, whole, is_object=True, voice=voice, confidence=0.82)
    _begun(context, id_, settings.of(context, view, found.end()))
    if served := _SERVED.match(view.masked, found.end()):
        where = view.span(served, "who")
        sink.claim(id_, "beneficiary", population_of(context, where, ""), where, is_object=True)


def _funded(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim what an agency sets money aside for: a team told before, or a programme."""
    beginners = _beginners(context, view, found.start())
    by, org = beginners[0] if beginners else (None, "")
    org = org or frames.own_organisation(context, view, found.start())
    money, verb = view.item(found, "sum"), found.start("verb")
    is_public = (
        bool(org)
        and context.sink.entities.get(org) is not None
        and not (context.sink.entities[org].cls.endswith("Company"))
    )
    if money is None or not money.key or not is_public or not reality.is_real(view, verb):
        return
    id_ = _team(context, view, found) or (_aim(context, view, found) if found["aim"] else "")
    if not id_:
        return
    sink, span, voice = context.sink, view.span(found), context.voice(view.offset(verb))
    where = money.start, money.end
    sink.claim(id_, "amountIdr", money.key, where, voice=voice, original=money.text)
    if not id_.startswith("org:"):
        whole = min(by.start if by else span[0], span[0]), span[1]
        sink.claim(id_, "ledBy", org, whole, is_object=True, voice=voice, confidence=0.8)


def _team(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the team that money is for: named there, or told just before."""
    if not found["aim"]:
        return formations.recalled(context, view, "satgas")
    named = view.within(found.start("aim"), found.end("aim"), Kind.ORG)
    ids = [id_ for item in named if (id_ := context.registry.of(item))]
    fitting = [i for i in ids if context.sink.entities[i].cls in formations.FORMABLE]
    return fitting[0] if len(fitting) == 1 else ""


def _aim(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the programme that money is for: by its name, or as the words tell it."""
    name = _NAME.match(context.text, view.offset(found.start("aim"))) if found["what"] else None
    if name is not None:
        return _entity(context, name, found["what"])
    span = view.span(found, "aim")
    words = " ".join(context.text[slice(*span)].split())
    id_ = context.sink.entity(
        context.sink.scoped("prog", slug(words)), "Programme", words[0].upper() + words[1:], span
    )
    context.sink.claim(id_, "description", words, span, voice=context.voice(span[0]))
    for begin, stop, notation in topics.find(words):
        context.sink.claim(id_, "topic", notation, (span[0] + begin, span[0] + stop))
        break
    return id_


def _named(context: Context, view: View, found: re.Match[str]) -> list[tuple[Item, str]]:
    """Return who began it behind a passive verb: offices, or that of whoever heads one."""
    items = view.within(found.start("by"), found.end("by"))
    first = items[0]
    org = ""
    if first.kind is Kind.PERSON:
        org = context.registry.org_of.get(context.registry.of(first), "")
    elif first.kind is Kind.POST:
        org = post_id(context.registry, first, items[1:])[2]
    if org:
        ensure_org(context, org, (first.start, first.end))
        return [(first, org)]
    return [(i, one) for i in items if i.kind is Kind.ORG and (one := context.registry.of(i))]


def _beginners(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return who is the subject of the verb: agencies, or that which their head speaks for."""
    agents = frames.agents_before(context, view, at)
    if agents:
        return agents
    found = _HEAD.search(view.masked[:at])
    head = view.item(found, "who") if found else None
    org = context.registry.org_of.get(context.registry.of(head), "")
    if not org or head is None:
        return []
    ensure_org(context, org, (head.start, head.end))
    return [(head, org)]


def _one(context: Context, view: View, found: re.Match[str], by: list[tuple[Item, str]]) -> None:
    name = _NAME.match(context.text, view.offset(found.start("what")))
    if name is None or not by or not reality.is_real(view, found.start("verb")):
        return
    id_ = _entity(context, name, found["what"])
    sink, span = context.sink, name.span()
    voice = context.voice(span[0])
    for item, org in by:
        whole = min(item.start, span[0]), max(item.end, span[1])
        sink.claim(id_, "initiatedBy", org, whole, is_object=True, voice=voice, confidence=0.85)
    told = settings.of(context, view, found.end())
    groups = found.groupdict()
    day = view.item(found, "since") if groups.get("since") else told.day
    _begun(context, id_, settings.Setting(day or frames.date_of(view, found.start()), told.places))
    _ran(context, view, id_)


def _entity(context: Context, name: re.Match[str], kind: str) -> str:
    """Make the programme or campaign of a name; return its id."""
    group = "quoted" if name["quoted"] else "name"
    span, words, sink = name.span(group), " ".join(name[group].split()), context.sink
    is_campaign = kind.casefold() == "kampanye"
    cls, label = ("Campaign", "Kampanye") if is_campaign else ("Programme", kind.title())
    id_ = sink.entity(sink.scoped("prog", slug(words)), cls, f"{label} {words}", span)
    sink.claim(id_, "name", words, span, voice=context.voice(span[0]))
    return id_


def _begun(context: Context, id_: str, setting: settings.Setting) -> None:
    """Claim when and where a programme began."""
    day, sink = setting.day, context.sink
    if day is not None and day.key and "/" not in day.key and "startDate" not in sink.told_of(id_):
        where = day.start, day.end
        sink.claim(id_, "startDate", day.key, where, confidence=0.82)
    for place in setting.places:
        span, spot = (place.start, place.end), context.registry.of(place)
        sink.claim(id_, "locatedIn", spot, span, is_object=True, confidence=0.8)


# "Kampanye dimulai 24 Februari di Desa Ambulu dan dijadwalkan berakhir 31 Maret."
_RUNS = pattern(
    r"^(?:Program|Kampanye|Gerakan)(?:\s+(?:itu|tersebut|ini))?\s+(?:\w+\s+)?(?P<verb>dimulai|bergulir|berlangsung|digelar|berjalan)\b"
)
_ENDS = pattern(r"\b(?:berakhir|hingga|sampai(?:\s+dengan)?)\s+(?:pada\s+)?{DAT:date}")


def _ran(context: Context, view: View, id_: str) -> None:
    """Claim from when, until when and where a programme runs, told in the next sentence."""
    behind = context.after(view)
    found = _RUNS.match(behind.masked) if behind else None
    if behind is None or found is None:
        return
    _begun(context, id_, settings.of(context, behind, found.end()))
    ends = _ENDS.search(behind.masked)
    day = behind.item(ends, "date") if ends else None
    if day is not None and day.key and "/" not in day.key:
        context.sink.claim(id_, "endDate", day.key, (day.start, day.end), confidence=0.82)
