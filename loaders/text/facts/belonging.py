"""Who belongs to which group: ``peneliti Universitas Andalas, Sari``, ``kata Sari dari SBMI``.

Owns what people are called beside the name of a group. Refuses posts, which
:mod:`loaders.text.holdings` owns, who belonged once, and those to whom somebody of a group speaks.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import PLAIN
from loaders.text.facts.accused import is_accused
from loaders.text.facts.clauses import BESIDE
from loaders.text.facts.tying import tie
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_STAFF = r"(?i:staf|pegawai|karyawan|karyawati|petugas)"
_CALLED = (
    rf"(?P<what>{_STAFF}|(?i:aktivis|relawan|pegiat|pengurus|peneliti|pengajar|dosen|guru\s+besar|pakar|akademisi|pengamat|pendamping|paralegal"
    r"|konselor|anggota|kader|politikus|politisi|legislator|perwakilan|wakil|utusan|penyuluh|penyidik|narasumber)|⟨POS\d+⟩"
    r"|(?i:advokat|pengacara)(?=[a-z\s]{0,20}\sdari\s))"
)
_OF = (
    r"(?:\s+(?!dan\b)[a-z]+){0,3}?(?:\s+Komisi\s+(?:[IVX]{1,4}|[A-E]|[1-5]))?"
    r"\s+(?:(?:dari|di|pada)\s+)?{ORG:of}(?:\s*\([^)⟨]{1,14}\))?"
    r"(?:\s+(?:Pusat|Daerah|Wilayah|Cabang|{LOC}))*"
)
# "Aktivis Migrant Care Anis Wulandari", "Dosen hukum Universitas Riau, Teguh Iskandar, menilai"
_BEFORE = pattern(
    rf"{_CALLED}{_OF}(?:\s+(?:asal|dari|dapil)\s+{{LOC|ORG}})?(?:\s+(?:bernama\s+)?(?P<who>{{PER}})|\s*,\s+(?P<who2>{{PER}})(?=\s*(?:[,.;]|\([1-9]\d\)|$)|\s+(?:dalam|saat|usai|ketika|kepada|di|pada)\s))"
)
# "Santi Wulandari, pengacara dari LBH Kupang,"
_BEHIND = pattern(
    rf"(?P<who>{{PER}}){BESIDE}\s*,\s+(?:(?:seorang|salah\s+satu|salah\s+seorang|selaku)\s+)?{_CALLED}{_OF}(?=\s*(?:[,.;]|$))"
)
# "Menurut Nurhayati Salim dari Yayasan Cahaya"
_FROM = pattern(rf"(?P<who>{{PER}}){BESIDE}\s+(?:dari|yang\s+mewakili|mewakili)\s+{{ORG:of}}")
_NOT_THEY = Pattern(
    r"(?i)\b(?:kepada|oleh|dengan|terhadap|untuk|bersama|mantan|eks|bekas|calon|di(?!benarkan|katakan|sampaikan|ungkapkan|jelaskan|tuturkan|paparkan|tegaskan)[a-z]{4,}|me(?!nurut)[a-z]{4,})\s+(?:(?:para|seorang|sejumlah|salah\s+satu)\s+)?$"
)
_ENVOYS = frozenset({"perwakilan", "utusan", "wakil"})
# Words for posts that make nobody the head of anything.
_NO_OFFICES = frozenset({"Anggota", "Pengurus", "Perwakilan", "Wakil", "Petugas", "Staf"})


def find(context: Context) -> None:
    """Claim the memberships that body sentences tell."""
    for view in context.body():
        if view.sentence.role is not Role.BODY:
            continue
        for rule in (_BEFORE, _BEHIND):
            for found in rule.finditer(view.masked):
                # "bertemu dengan perwakilan dari Subdit A, Budi,": set off, he is meant.
                is_set_off = found["what"] in _ENVOYS and rule is _BEFORE and found["who2"]
                if is_set_off or not _NOT_THEY.search(view.masked[: found.start("what")]):
                    _belongs(context, view, found)
        speakers = {s.speaker for s in context.said if view.sentence.number in s.views}
        for found in _FROM.finditer(view.masked):
            if context.registry.of(view.item(found, "who")) in speakers:
                _belongs(context, view, found)


def _belongs(context: Context, view: View, found: re.Match[str]) -> None:
    who = view.item(found, "who") or view.item(found, "who2")
    of = view.item(found, "of")
    person, group = context.registry.of(who), context.registry.of(of)
    called = "" if _FROM.made(found) else context.text[slice(*view.span(found, "what"))]
    is_staff = not called or re.fullmatch(_STAFF, called) is not None
    if of is None or (of.cls in FIRMS and not is_staff) or is_accused(context, person):
        return
    if called and found["what"].startswith("⟨") and called not in _NO_OFFICES:
        return
    if _BEHIND.made(found) and person in context.registry.posts_of:
        # "dihadiri Kepala BP3MI Budi, perwakilan Polres Belu": the next of a row.
        return
    voice = context.voice(view.offset(found.start()))
    voice = PLAIN if voice.speakers == (person,) and voice.modality == "reported" else voice
    tie(context, "Membership", person, group, view.span(found), alleged=False, voice=voice)
