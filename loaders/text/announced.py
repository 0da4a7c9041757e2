"""What an office or its head says it will do: ``KBRI akan terus berkoordinasi``, ``Kami siap ...``.

Owns the words by which plans are announced, and whose they are; each is a commitment that is only
expected. Refuses plans of firms and of people without an office, what is only foreseen or spoken,
and what is not to be done.
"""

from __future__ import annotations

import re

from loaders.text import commitments, deadlines
from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.holdings import ensure_org, is_firm
from loaders.text.patterns import Pattern
from loaders.text.registry import post_id
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_OWN = (
    r"(?P<who>{ORG|PER}|{POS}(?:\s*{ORG|LOC})?"
    r"|(?i:pihaknya|lembaganya|instansinya|jajarannya|kami|kita)\b"
    r"|^(?:Ia|Dia)\b(?=\s+(?:juga\s+)?(?:menargetkan|berjanji|berkomitmen)))"
)
_ALSO = (
    r"(?:(?:terus|segera|juga|tetap|selalu|untuk|mulai|kembali|langsung"
    r"|bersama(?:-sama)?|pun|turut|lebih|secara\s+[a-z]+)\s+)*"
)
# "KBRI akan terus berkoordinasi", "Kami siap membantu", "Kami tidak akan mentolerir"
_ANNOUNCED = pattern(
    rf"{_OWN}(?:\s*\([^)⟨]{{1,24}}\))?\s+(?:(?:juga|pun|nantinya|terus|tetap|selalu|memastikan|(?:menyampaikan|menyatakan|mengatakan|menegaskan|menyebut)(?:\s+bahwa)?)\s+)*"
    r"(?P<what>(?:(?:tidak|tak)\s+)?(?:akan|siap|bakal|berencana|bertekad|berkomitmen(?:\s+(?:penuh|kuat|akan|dalam))*|berjanji|merencanakan|menargetkan)\s+"
    rf"{_ALSO}(?P<verb>(?:me|ber|pe)[a-z]+|tindak|proses|dorong|bantu|kawal|segan|pandang\s+bulu|(?<=menargetkan\s)\S+)"
    r"(?:(?!,\s+(?i:sedangkan|sementara|namun|tetapi|tegas|kata|ujar|ucap|tutur|jelas|papar|imbuh|tambah|ungkap|pungkas)(?:nya)?\b)(?:[^.;\"”]|\.(?=\d)))*)"
)
# "Kasus ini akan terus kami kembangkan"
_INVERTED = pattern(
    rf"\b(?P<what>akan\s+{_ALSO}(?P<who>kami|kita)\s+(?P<verb>[a-z]{{4,}})(?:(?!,\s+[a-z]+(?:nya)?\b)(?:[^.;\"”]|\.(?=\d)))*)"
)
# What is foreseen, undergone or told of the way there, and no plan of an office.
_FORESEEN = Pattern(
    r"(?:sampaikan|umumkan|jelaskan|rilis|me(?:njadi|ndapat\w*|nerima|mperoleh|ngalami|ningkat|ncapai|miliki|mpunyai|nghadapi|nimbulkan|mainkan|ngakibatkan|nentukan|narik|nyampaikan|rilis|njelaskan|maparkan)|ber(?:dampak|pengaruh|akhir|angkat|tambah|kurang|laku|langsung|fungsi|ada|ubah|tanggung|kunjung))\b"
)
# "tidak akan segan", "tidak akan mentolerir": what is promised by not doing it.
_NEVER = Pattern(
    r"(?:segan|pandang|mentoleri?r|menoleransi|mentoleransi|membiarkan|berhenti|memberi\w*|mundur|berkompromi)\b"
)
_IF = Pattern(
    r"[\"“]?(?:Jika|Apabila|Bila|Kalau|Bilamana)\b(?!\s+(?:tidak|bukan|begitu|demikian)\s*,)"
)


def find(context: Context) -> None:
    """Claim what body sentences say that an office will do."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for rule in (_ANNOUNCED, _INVERTED):
                for found in rule.finditer(view.masked):
                    _announced(context, view, found)


def _announced(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim what an office says it will do: expected, and under the condition that opens it."""
    start, end = view.span(found, "what")
    voice = context.voice(start)
    by = _announcer(context, view, found)
    made = [e for e in context.sink.entities.values() if e.cls == "Commitment"]
    is_told = any(e.start < end and start < e.end for e in made)
    is_told = is_told or (found["what"][0] == "t" and not _NEVER.match(found["verb"]))
    if is_told or not by or _FORESEEN.match(found["verb"]) or voice.modality == "denied":
        return
    is_if = _IF.match(view.sentence.text) is not None
    if not is_if and commitments.CONDITION.search(view.masked[: found.start()]):
        return
    begin = view.sentence.start if is_if else start
    span = begin, start + len(context.text[start:end].rstrip(' ,;."”'))
    voice = voice.as_("expectation")
    id_ = commitments.make(context, view, span, voice)
    beside = _BESIDE.search(view.masked, 0, found.start())
    whole = min(view.offset((beside or found).start()), begin), span[1]
    for one in dict.fromkeys((context.registry.of(view.item(beside, "one")) if beside else "", by)):
        if one.startswith("org:"):
            ensure_org(context, one, whole)
        if one:
            context.sink.claim(id_, "committedParty", one, whole, is_object=True, voice=voice)
    days = [i for i in view.within(found.start("what"), found.end("what"), Kind.DATE) if i.is_day]
    if len(days) == 1 and "deadline" not in context.sink.told_of(id_):
        where = days[0].start, days[0].end
        context.sink.claim(id_, "date", days[0].key, where, voice=voice, original=days[0].original)
    elif not days and "deadline" not in context.sink.told_of(id_):
        _in_month(context, view, found, id_, voice)


# "meluncurkan kanal pada Desember", "pada November mendatang": the next such month.
_MONTH = Pattern(
    r"\b(?:pada|bulan)\s+(?P<month>Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)"
    r"(?:\s+(?:mendatang|nanti|depan))?(?=\s*(?:[.,;\"”]|$))"
)


def _in_month(context: Context, view: View, found: re.Match[str], id_: str, voice: Voice) -> None:
    start, stop = view.span(found, "what")
    text = view.sentence.text[start - view.sentence.start : stop - view.sentence.start]
    told = _MONTH.search(text)
    key = deadlines.due(told["month"], context.meta.published) if told else ""
    if told and key:
        span = start + told.start("month"), start + told.end("month")
        context.sink.claim(id_, "deadline", key, span, voice=voice, confidence=0.8)


# "Pemkab X dan BP3MI Y akan"
_BESIDE = pattern(r"{ORG:one}(?:\s*\([^)⟨]{1,24}\))?\s+(?:dan|serta|bersama)\s+$")


def _announcer(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the office, or who holds one, whose plan is announced; of firms and people none."""
    if found["who"].startswith("⟨"):
        items = view.within(*found.span("who"))
        item = items[0]
        if item.kind is Kind.POST:
            return post_id(context.registry, item, items[1:])[2]
        if is_firm(item) or item.cls in _NO_OFFICE:
            return ""
        id_ = context.registry.of(item)
        return id_ if item.kind is Kind.ORG or id_ in context.registry.posts_of else ""
    if found["who"] in ("Ia", "Dia"):
        number = view.sentence.number - 1
        told = [s for s in context.said if number in s.views]
        is_near = number >= 0 and context.views[number].sentence.block == view.sentence.block
        speaker = told[-1].speaker if told and is_near else ""
        return speaker if speaker in context.registry.posts_of else ""
    at = view.offset(found.start())
    is_quote = found["who"].casefold() in ("kami", "kita")
    speakers = [
        s.speaker for s in context.said if s.start <= at < s.end and s.is_direct >= is_quote
    ]
    org = context.registry.org_of.get(speakers[0], "") if speakers else ""
    is_own = any(s in context.registry.posts_of or s.startswith("org:") for s in speakers[:1])
    return org or (speakers[0] if is_own else "")


_NO_OFFICE = ("MediaOrganization", "Court", "Company", "PlacementCompany")
