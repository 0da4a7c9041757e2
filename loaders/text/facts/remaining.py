"""Numbers of people, firms and reports that no verb measures: claimed with the words beside them.

Owns which words say who is counted. Refuses one, rates, plans, what something is meant for, and as
many as were told before.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import counting, frames, parted
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_UNITS = frozenset({"persons", "companies", "police-reports"})
# Firms and people alike are called so.
_VAGUE = frozenset({"agen", "sponsor", "pengurus", "penyalur"})
_SEVERAL = 2
_STRETCH = (
    r"(?:(?!,\s|\s(?:kata|ujar|ucap|jelas|tutur|untuk|namun|tetapi|sementara|sedangkan)\b"
    r"|\s(?:dan|serta)\s[^.;⟨]{0,40}⟨(?:CNT|DAT))[^.;⟨\"”“:]|⟨(?:LOC|PNT|ORG|DAT)\d+⟩){0,110}"
)
_WORDS = Pattern(rf"⟨CNT\d+⟩{_STRETCH}")
# "hak 206 pekerja tetap harus dibayar": only what goes with the noun tells who they are.
_OF_NOUN = Pattern(
    rf"⟨CNT\d+⟩(?:\s*\([^)⟨]{{1,24}}\))?(?:\s+(?:asal|dari|yang|lain|lainnya|korban|terindikasi|migran|penjaga|muda|dewasa|tersebut)\b{_STRETCH})?"
)
_OPENS = Pattern(
    r"(?i)(?:^|[,;:“\"]|\b(?:sebanyak|sejumlah|ada|terdapat|bahwa|dan|sementara|sedangkan|kini|tercatat|adapun))\s*$"
)
_TRAILS = Pattern(
    r"(?:\s+(?:di|ke|dari|pada|yang|oleh|dengan|untuk|dan|serta|atau|karena|itu|bernama|berinisial|yakni|yaitu|terdiri|atas|akan|telah|sebagai|sebesar|senilai|berusia|selama|dalam|bawah|kasus|perkara|milik)|\s*[(,])+\s*$"
)
_LEAD = pattern(
    r"(?:^[\"“]?|[,;:]\s+(?:(?:dan|serta|sedangkan|sementara)\s+)?|\b(?:dan|serta|sedangkan|sementara)\s+)(?P<lead>(?:[^,;:.⟨\"“]|⟨(?:LOC|ORG|DAT)\d+⟩){3,60}?)$"
)
_DATELINE = Pattern(r"[A-Z][^a-z⟨.]{2,40}\s[-–—]\s+")
_FIRST = Pattern(
    r"(?i)(?:(?:ada|terdapat|sebanyak|kemudian|lalu|tapi|sehingga|di\s+mana|mulai\s+dari)\s+)+"
)
# "18 korban dari 30 orang memilih": what is told behind is told of the others.
_AMONG = Pattern(r"(?i)\bdari\s+(?:total\s+|jumlah\s+|sekitar\s+)?$")
_NO_FACT = Pattern(
    r"(?i)\b(?:per|tiap|setiap|satu|minimal|paling\s+sedikit|berkapasitas|masing-masing|bagi|untuk|kepada|siap\s+\w+)\s+$"
    r"|(?i:\b(?:permintaan|kebutuhan|kuota|kapasitas|lowongan|target\w*)\b(?:[^.;⟨]|⟨LOC\d+⟩){0,60}$)"
)
# "41 orang, dijadwalkan pulang", "hampir seribu orang, persisnya 974": to come, or told better.
_TO_COME = Pattern(
    r"⟨CNT\d+⟩(?:(?:\s+(?!yang\b)\w+){0,2},?\s+(?:akan|bakal|rencananya|dijadwalkan)|,\s+(?:persis|tepat)nya)\b"
)


def find(context: Context) -> None:
    """Claim the counts of body sentences that nothing else has claimed."""
    counts = [e for e in context.sink.entities.values() if e.cls == "Count"]
    made = {entity.start: entity.id for entity in counts}
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for item in view.items:
            if (
                item.kind is not Kind.COUNT
                or item.start in made
                or not _counts(context, view, item)
            ):
                continue
            if id_ := counting.one(context, view, item, {}, is_rest=True):
                made[item.start] = id_
                _named(context, view, id_, item)
    counting.includes(context, made)
    parted.find(context)


def _counts(context: Context, view: View, item: Item) -> bool:
    """Whether a number is that of several, told as a fact, and not told before."""
    value, at = item.value, frames.masked_at(view, item)
    if not isinstance(value, Counted) or value.unit not in _UNITS or at < 0:
        return False
    size = value.bounds.lower or 0
    if size < _SEVERAL or value.noun in counting.SKIP_NOUNS | _VAGUE or "bukan" in item.text:
        return False
    if _NO_FACT.search(view.masked[:at]) or _TO_COME.match(view.masked, at):
        return False
    return not any(
        claim.value == str(size) and claim.property in ("countLower", "groupSizeLower", "quantity")
        for claim in context.sink.claims.values()
    )


def _named(context: Context, view: View, id_: str, item: Item) -> None:
    """Claim the words that tell who or what is counted."""
    at = frames.masked_at(view, item)
    is_among = _AMONG.search(view.masked[:at]) is not None
    rule = _WORDS if _OPENS.search(view.masked[:at]) else _OF_NOUN
    found = None if is_among else rule.match(view.masked, at)
    end = view.offset(found.end()) if found else item.end
    start = item.start
    if _TRAILS.sub("", context.text[start:end]) == item.text:
        # "Februari 254 orang", "tanpa dokumen sebanyak 95 orang": they are told of before.
        lead = _LEAD.search(view.masked[:at])
        start = view.offset(lead.start("lead")) if lead else start
        dateline = _DATELINE.match(context.text, start, item.start)
        start = dateline.end() if dateline else start
        opened = _FIRST.match(context.text, start, item.start)
        start = opened.end() if opened else start
    span = start, start + len(_TRAILS.sub("", context.text[start:end]))
    words = context.text[slice(*span)]
    is_safe = not any(span[0] <= at < span[1] for at, _ in context.sink.protected)
    if is_safe and words != item.text:
        voice = context.voice(item.start)
        context.sink.claim(id_, "name", " ".join(words.split()), span, voice=voice)
