"""Who reported a matter, as a group without names: ``berawal dari laporan masyarakat``.

Owns the words for reports of the public, of families and of those concerned, and to whom they went.
Refuses calls to report, reports of officials, sums of complaints, and everybody's name.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.facts.cases import case_of
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_WHO = (
    r"(?P<who>(?i:(?:sejumlah\s+|beberapa\s+|para\s+|seorang\s+|salah\s+(?:satu|seorang)\s+)?(?:masyarakat|warga|keluarga(?:\s+(?:para\s+)?(?:korban|pekerja|pmi|calon))?"
    r"|orang\s?tua(?:nya)?(?:\s+(?:para\s+)?korban)?|(?:suami|istri|kakak|adik|ibu|ayah|anak|saudara)\s+(?:(?:dari\s+)?salah\s+(?:satu|seorang)\s+)?korban|tetangga(?:\s+korban)?|korban|calon\s+(?:pekerja|pmi|korban)|pelapor)))"
    r"(?!\s+(?:untuk|agar|negara|asing|binaan|migran)\b)"
)
_REPORT = r"(?:laporan|informasi|pengaduan|aduan|info)(?:nya)?"
# What a matter began with; a report that is only spoken of is none.
_BEGAN = pattern(
    r"\b(?i:(?:ber(?:awal|mula|dasar(?:kan)?|bekal)|(?:men|di)dapat(?:kan|i)?|(?:di|men)erima|memperoleh|diperoleh|atas|adanya|hasil|tindak\s+lanjut|(?:men|di)indaklanjuti|merespons?|berkat|terungkap"
    rf"|dari|ada|setelah|usai)\s+(?:(?!melalui\b)[a-z]+\s+){{0,4}}?{_REPORT}(?:\s+(?:polisi|awal|tersebut|itu|intelijen))?(?:\s+(?:yang\s+)?(?:masuk|(?:di|ber)[a-z]+))?"
    rf"|{_REPORT}(?:\s+(?:awal|itu|tersebut|pertama))*\s+(?:didapat(?:kan)?|diperoleh|diterima|disampaikan|datang|berasal|masuk))\s+(?:(?:dari|oleh)\s+)?{_WHO}"
    r"(?:\s+(?:setempat|sekitar))?(?:\s*,?\s+(?:pada\s+)?(?:hari\s+)?{DAT:day})?"
)
_TOLD = pattern(
    rf"{_WHO}(?:\s+(?:setempat|sekitar|itu|tersebut|kemudian|lalu|akhirnya|juga|telah|sudah|pun|yang|curiga|merasa|dirugikan))*\s+(?P<verb>melapor(?:kan)?|mengadu(?:kan)?)\b"
    r"(?:(?!⟨(?:ORG|PER|INI)|\b(?:agar|jika|bila|apabila)\b)[^.;\"“]){0,60}?(?:\s(?:ke|kepada|pada)\s+(?:pihak\s+)?{ORG:to})?(?:\s*,?\s+(?:pada\s+)?(?:hari\s+)?{DAT:day})?"
)
# Calls to report, and complaints that are only counted.
_NO_CASE = Pattern(
    r"(?i)\b(?:(?:meng|di|meng?h|dih)?imbau\w*|waspada\w*|jangan|mengajak|hotline|kanal|call\s+center|diharapkan|sepanjang|per\s+bulan|total|jumlah|setiap)\b"
)
# "mempersilakan keluarga melapor": they have not yet.
_ASKED = Pattern(
    r"(?i)\b(?:mem(?:persilakan|inta|bantu|fasilitasi)|me(?:ndampingi|ndorong|ngajak|nyarankan|nunggu|nanti)|agar|supaya|diharapkan|menampung|membuka)\s+(?:\w+\s+)?$"
)


def find(context: Context) -> None:
    """Claim who reported what a document is about, once each."""
    for view in context.views:
        if view.sentence.role is not Role.BODY or _NO_CASE.search(view.masked):
            continue
        for rule in (_BEGAN, _TOLD):
            for found in rule.finditer(view.masked):
                at = found.start("verb") if _TOLD.made(found) else found.start()
                is_asked = _ASKED.search(view.masked[: found.start()]) is not None
                if not is_asked and reality.is_real(view, at) and not reality.is_rumour(view):
                    _claim(context, view, found)


def _claim(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim the part of those who reported, and to which agency they did."""
    sink, span = context.sink, view.span(found)
    who = " ".join(found["who"].casefold().split())
    voice = context.voice(span[0])
    group = sink.scoped("grp", f"reporter-{slug(who)}")
    sink.entity(group, "Group", who, view.span(found, "who"))
    sink.claim(group, "groupRole", "reporter", span, voice=voice, confidence=0.8)
    role = sink.entity(
        sink.scoped("role", f"reporter-{slug(who)}"), "CaseRole", f"{who}: pelapor", span
    )
    event = context.only_event("Interception", "Raid", "Rescue", "Arrest") or case_of(context, span)
    for prop, end in (("roleHolder", group), ("roleIn", event)):
        if prop not in sink.told_of(role):
            sink.claim(role, prop, end, span, is_object=True, voice=voice, confidence=0.8)
    sink.claim(role, "role", "reporter", span, voice=voice, confidence=0.8)
    day = view.item(found, "day")
    if day is not None and day.key and "/" not in day.key and "date" not in sink.told_of(role):
        where = day.start, day.end
        sink.claim(role, "date", day.key, where, voice=voice, original=day.original)
    to = view.item(found, "to") if _TOLD.made(found) else None
    if agency := context.registry.of(to):
        call = sink.fresh("rel", "report")
        sink.entity(call, "Communication", f"{who} → {sink.entities[agency].caption}", span)
        sink.link(call, "caller", [group], span, voice, 0.75)
        sink.link(call, "callee", [agency], span, voice, 0.75)
