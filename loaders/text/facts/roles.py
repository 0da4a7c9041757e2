"""What part somebody is said to have played.

Owns the words that tell a part (``berperan sebagai``, ``sopir berinisial``); a part is always
*alleged*. Refuses parts that were suffered, denied or not proven, and officials.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import clauses, frames, reality
from loaders.text.facts.accused import is_accused
from loaders.text.facts.cases import case_of
from loaders.text.facts.deeds import NO_PEOPLE
from loaders.text.facts.listed import NAMES
from loaders.text.facts.parts import roles_in
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_ROLE = pattern(
    r"(?P<who>(?:{INI}(?:\s*\([^)⟨]{0,12}\))?\s*(?:,|dan|serta|,\s*dan)\s*){0,3}{PER})(?:\s*\([^)⟨]{0,12}\))?(?:\s*,\s*(?:warga|asal)\s+{LOC}\s*,|\s*,(?=\s+yang\s))?"
    r"(?:\s+(?:itu|tersebut|ini|diduga|yang|diketahui|disebut(?:-sebut)?|dikenal|di\s+(?:desa|kampung)nya|juga|merupakan\s+[a-z]+(?:\s+[a-z]+){0,3}))*"
    r"\s+(?:kebagian(?=\s+me)|(?:memiliki|kebagian|mendapat|mengambil|memegang)\s+(?:peran|tugas)|ditugas(?:kan|i)|berperan|bertugas|bertindak|selaku|sebagai|adalah)\s+(?:sebagai\s+|selaku\s+)?"
    r"(?P<role>[a-z][a-z\s/-]{3,60}(?:⟨(?:LOC|PNT)\d+⟩(?:\s*,\s*⟨LOC\d+⟩)?\s+(?:dan|lalu|serta|kemudian)\s+me[a-z\s]{3,40})?)"
)
_DOES = pattern(
    r"(?P<who>{PER}(?:\s*\([^)⟨]{0,12}\))?(?:\s*(?:,|dan|serta"
    r"|,\s*dan|(?:bersama|dan)\s+[a-z]+nya\s*,)\s*{INI}(?:\s*\([^)⟨]{0,12}\))?)*)"
    r"(?:\s*,\s+yang\s[^.,⟨\"“]{0,40},)?(?:\s*,\s+(?:terdakwa|tersangka|terpidana)(?:\s+(?:kasus|perkara)\s[^.,;⟨\"“]{0,30}⟨TOP\d+⟩)?(?=\s+yang\s))?"
    r"\s*,?\s+(?:(?:ini|itu|inilah|itulah)\s+)?(?:(?:diduga|terbukti|disebut|diketahui)\s+)?(?:yang\s+)?(?:diduga\s+)?"
    r"(?P<role>membuat\s+(?:\w+\s+){1,3}palsu|mengendalikan\s(?:perekrutan|jaringan|sindikat|pengiriman|penampungan)|menyediakan\s+(?:mobil|kendaraan|kapal|perahu|angkutan)|(?:menyiapkan|menyediakan)\s+(?:rumah|tempat)\s+\w+|mengemudikan\s+\w+"
    r"|menjadi\s+(?:otak|dalang|bos|pengendali|aktor|sopir|tekong|calo|perekrut|penampung|koordinator|penjemput)\w*"
    r"|(?:membiayai|mendanai|memodali)\s|memalsukan\s|merekrut\b|(?:mencari|menjaring)\s+(?:calon|korban|pekerja|perempuan|penumpang|warga|orang)"
    rf"|menampung{NO_PEOPLE}\s"
    r"|(?:men|mem|meng)(?:jemput|antar|angkut)\w*\s+(?:⟨CNT|para|calon|korban"
    r"|pekerja|mereka))"
)
_APPOSED = pattern(
    r"(?P<who>{PER})(?:\s*\([^)⟨]{0,12}\))?(?:\s*(?:,|\s[-–]|:)\s+(?:seorang\s+)?|(?<=[⟩)])\s+)"
    r"(?P<role>tekong|nakhoda|calo|perekrut|sopir|penampung|pemodal|motoris|juru\s+mudi|juragan\s+(?:perahu|kapal)|pemilik\s+(?:rumah\s+)?penampungan|pencari\s+(?:orang|korban|calon))\b"
)
# "seorang pengemudi travel, RZ (34)": of a suspect, what he is called before his letters.
_BEFORE = pattern(
    r"(?<!sebagai )(?<!selaku )\b(?P<role>(?i:sopir|pengemudi|nakhoda|tekong|motoris|calo|perekrut"
    r"|pemodal|pemilik\s+(?:rumah\s+)?penampungan|koordinator))(?:\s+(?!yang\b|dan\b)[a-z]+){0,3}\s*,\s+(?:yakni\s+|yaitu\s+)?(?:(?:seorang\s+)?(?:pria|perempuan|wanita|laki-laki|lelaki)(?:\s+asal\s+⟨LOC\d+⟩)?\s+(?:bernama|berinisial)\s+)?"
    r"(?P<who>{INI}|⟨PER\d+⟩(?=(?:\s*\([^)⟨]{0,14}\))?\s*[,.]))"
)
# "Kapal itu dinakhodai Syafrizal (48)": who steered what was stopped.
_STEERED = pattern(
    r"\b(?P<role>di ?(?:[Nn]a[kh]{1,2}odai|tekongi|kemudikan|sopiri))\s+"
    r"(?:oleh\s+)?(?:(?:seorang|pria|lelaki|warga|bernama)\s+){0,3}(?P<who>{PER})"
)
# "Dua perekrut lapangan, OK dan DW, ditangkap": as many as are counted.
_COUNTED = pattern(
    r"(?P<role>⟨CNT\d+⟩)(?:\s+(?:lapangan|kapal|darat|laut|travel|perahu|itu|tersebut))?(?:\s+(?:yang\s+)?(?:berasal\s+dari|asal|dari)\s+⟨LOC\d+⟩)?"
    rf"(?:\s*,\s+(?:(?:yakni|yaitu|masing-masing|berinisial|bernama)\s+){{0,2}}|\s+(?:(?:masing-masing|yakni|yaitu|berinisial|bernama)\s+){{1,2}})"
    rf"(?P<who>{NAMES})(?=\s*[,.;]|\s+(?:di|me|ber)[a-z])"
)
# What one is called in brackets: "Iwan (sponsor)", "AB (45, perekrut)".
_BRACKETED = pattern(
    r"(?P<who>{PER})(?:\s*\(\d{2}\))?\s*\(\s*(?:\d{2}(?:\s+tahun)?\s*[,/]\s*)?(?P<role>[a-z][a-z\s/-]{3,40})\)"
)
_DIRECTOR = pattern(r"(?P<role>{POS:post})\s+{ORG}\s+(?:berinisial|inisial)\s+(?P<who>{INI})")
# "RD adalah korban yang direkrut": what was done to them is no role.
_CULPRIT = Pattern(r"(?:tekong|calo|perekrut|pemodal|pemilik\s+(?:rumah\s+)?penampungan)\b")
_SUFFERED = Pattern(
    r"(?i)^\W*(?:korban|saksi|penyintas|pelapor|mantan|bekas|eks)\b|\bdi(?:rekrut|tampung|jemput|angkut|palsukan)\b"
)
# A boat's hands steer nothing, and may be those who were sent away.
_CREW = Pattern(r"(?i)\b(?:anak\s+buah|abk|awak|kru)\b")
_UNPROVEN = Pattern(r"(?i)\b(?:tidak|tak)\s+(?:terbukti|benar)\b")
_NEVER = Pattern(r"(?i)\b(?:belum|tidak|tak|bukan(?!nya)|membantah|menolak)\b")


def find(context: Context) -> None:
    """Claim the parts that body sentences tell, of the accused above all."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _find_in(context, view)


def _find_in(context: Context, view: View) -> None:
    if not view.names_people:
        return
    for rule in (_ROLE, _DOES, _COUNTED, _APPOSED, _BRACKETED, _BEFORE, _STEERED, _DIRECTOR):
        for found in rule.finditer(view.masked):
            if not _is_shared_out(view, found):
                _role(context, view, found)


def _role(context: Context, view: View, found: re.Match[str]) -> None:
    post = view.item(found, "post") if "post" in found.re.groupindex else None
    counted = view.item(found, "role") if found["role"].startswith("⟨CNT") else None
    told = (post.text if post else counted.text if counted else found["role"]).casefold()
    told = told.replace("di ", "di", 1) if _STEERED.made(found) else told
    if not reality.is_real(view, found.start("role")) or _NEVER.search(found[0]):
        return
    if _UNPROVEN.search(view.masked, found.end()) or reality.is_groundless(view):
        return
    if reality.is_blamed(view):
        return
    if _SUFFERED.search(told):
        return
    span = view.span(found)
    people = view.within(found.start("who"), found.end("who"), Kind.PERSON, Kind.INITIALS)
    size = getattr(counted.value, "bounds", None) if counted and _COUNTED.made(found) else None
    if size is not None and (size.lower != len(people) or _CREW.search(told)):
        return
    for person in people:
        id_ = context.registry.of(person)
        if not id_ or id_ in context.registry.posts_of or context.is_denied(person.start):
            continue
        # A volunteer takes people in, too: whose name is told in full must be accused.
        is_doubtful = any(rule.made(found) for rule in (_DOES, _STEERED, _COUNTED, _BRACKETED))
        is_named = is_doubtful and person.kind is Kind.PERSON
        is_steering = _STEERED.made(found) and bool(context.events.get("Interception"))
        # "Tekong kapal, RS (41), kabur": letters behind a word for a culprit are his.
        is_called = person.kind is Kind.INITIALS and _CULPRIT.match(told) is not None
        is_open = _BEFORE.made(found) and not is_called
        if (is_open or is_named) and not (is_steering or is_accused(context, id_)):
            continue
        for role in roles_in(told):
            claim_role(context, id_, role, span, context.voice(person.start).as_("alleged"))


def _is_shared_out(view: View, found: re.Match[str]) -> bool:
    """Whether several are told to have played several parts, of which each has one."""
    people = view.within(found.start("who"), found.end("who"), Kind.PERSON, Kind.INITIALS)
    end = frames.clause_end(view, found.end())
    return len(people) > 1 < len(clauses.shared(view.masked, found.start("role"), end))


def claim_role(
    context: Context, person: str, role: str, span: tuple[int, int], voice: Voice
) -> None:
    """Claim that somebody played a part in the matter that the document tells of."""
    sink = context.sink
    case = case_of(context, span)
    relation = sink.scoped("role", f"{person.partition('-')[2]}-{role}")
    cls = "BrokerRole" if role == "calo" else "CaseRole"
    sink.entity(relation, cls, f"{sink.entities[person].caption}: {role}", span)
    sink.claim(relation, "roleHolder", person, span, is_object=True, voice=voice)
    sink.claim(relation, "roleIn", case, span, is_object=True, voice=voice, confidence=0.8)
    sink.claim(relation, "role", role, span, voice=voice)
