"""Who acted for whom: orders, pay, introductions, hand-overs, and who is whose man.

Owns the verbs and nouns of such ties. Refuses orders of those whom the document does not bring into
its matter, and ties that are denied; what kind a tie is it does not guess.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.clauses import BESIDE, DESCRIBED, HEDGES, NAMES
from loaders.text.facts.involved import candidate, is_involved, tells_of_culprits
from loaders.text.facts.tying import is_told, only_person, subject, tie
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_HIS = rf"(?:(?:{KIN}|tangan\s+kanan|anak\s+buah|orang\s+kepercayaan|kepercayaan)nya\s*,?\s+)?"
_WHO = rf"{_HIS}{DESCRIBED}(?P<who>{{PER}})"
# What stands before whoever gave the order, paid for it, or is worked for.
_LEADS = (
    r"(?:disuruh|diperintah(?:kan)?|diminta|ditugas(?:kan|i)|diutus|diupah|dibayar|digaji|dipekerjakan|dikendalikan|diarahkan|dibekali|dimodali|diinstruksikan)"
    r"(?:\s+(?:(?!⟨(?:PER|INI|ORG))[^.;:\"“”]){1,50}?\b(?=\s+oleh\s))?",
    r"(?:menjalankan|mengikuti|menuruti|melaksanakan)\s+(?:perintah|arahan|instruksi|suruhan)",
    r"(?:atas|berdasarkan)\s+(?:perintah|suruhan|pesanan|arahan|instruksi|permintaan|order|komando|kendali)(?:\s+dari)?",
    r"di\s+bawah\s+(?:perintah|arahan|kendali|komando)",
    "dipesan",
    r"(?:mendapat(?:kan)?|menerima|memperoleh)\s+(?:order(?:an)?|pesanan|perintah|arahan|suruhan|instruksi|tugas|jatah|komando)\s+dari",
)
_OBEYS = (
    *(pattern(rf"\b{lead}\s+{_WHO}") for lead in _LEADS),
    pattern(r"\bbekerja\s+(?:untuk|pada|kepada|dengan)\s+(?P<who>{PER})"),
)
# "Atas suruhan Ester, Yopi membawa": who obeyed stands behind.
_FRONTED = pattern(
    rf"^[\"“]?(?i:atas\s+(?:perintah|suruhan|pesanan|arahan|instruksi|permintaan|order)|di\s+bawah\s+(?:perintah|arahan|kendali|komando))\s+{_WHO}{BESIDE}\s*,(?:[^.;⟨\"“]{{1,60}},)?\s+(?:(?:tersangka|terdakwa|pelaku)\s+)?(?P<next>{NAMES})"
)
_ORDERS = pattern(
    rf"\b(?:menyuruh|memerintahkan|menugaskan|mengutus|mempekerjakan|menggaji|mengupah|menginstruksikan|memperalat|membekali|mengandalkan|menggandeng|melibatkan|dibantu(?:\s+oleh)?|ditemani)\s+{_WHO}"
    rf"|\bpemberi\s+(?:perintah|instruksi)\s+kepada\s+{_WHO.replace('<who>', '<who3>')}"
    rf"|\bmeminta\s+{_WHO.replace('<who>', '<who2>')}{BESIDE}\s+(?:untuk\s+|agar\s+)?me[a-z]{{3,}}"
)
_HANDS = pattern(
    rf"\b(?:menghubungkan|mengenalkan|memperkenalkan|kenalkan|mempertemukan|menyerahkan|menyetorkan|menjual|mengoper(?:kan)?|menitipkan|meneruskan|menyalurkan)"
    r"(?:nya)?(?:\s+(?:mereka|saya|dirinya|(?:para\s+)?korban(?:nya)?|(?:para\s+)?calon\s[a-z]+|anaknya|orang|⟨CNT\d+⟩))?(?:\s+[a-z]+){0,2}?\s+(?:dengan|kepada|ke)\s+"
    rf"{_WHO}"
)
_WITH = pattern(
    rf"\b(?:berhubungan|berkomunikasi|bekerja\s?sama|bersekongkol|berkomplot|berkoordinasi|bermufakat|(?:punya|memiliki|menjalin|mempunyai)\s+(?:hubungan|kontak|kerja\s?sama|keterkaitan))\s+(?:\w+\s+)?dengan\s+{_WHO}"
)
_INTRODUCED = pattern(
    r"\b(?:dikenalkan|diperkenalkan|dihubungkan)\s+(?:kepada|dengan|ke)\s+(?:(?P<to>{PER})|(?:terdakwa|tersangka|pelaku|calo)(?:\s+(?:itu|tersebut))?)\s+"
    rf"oleh\s+(?:(?:teman|rekan|tetangga|sepupu|kerabat|kenalan)(?:\s+[a-z]+|nya){{0,2}}\s*,?\s+)?{DESCRIBED}(?P<who>{{PER}})"
)
_CALLS = pattern(
    rf"\b(?:menelepon|menghubungi|mengontak|berkomunikasi\s+dengan|(?:memberi(?:kan)?|menyampaikan)\s+(?:perintah|instruksi|arahan)(?:\s+(?:lewat|melalui|via)\s+[\w-]+)?\s+kepada)\s+"
    rf"(?:(?:{KIN}|tangan\s+kanan|anak\s+buah|orang\s+kepercayaan)nya\s*,?\s+(?:di\s+⟨LOC\d+⟩\s+)?)?{DESCRIBED}(?P<who>{{PER}})"
)
_UNDER = (
    r"(?:anak\s+buah|bawahan|kaki\s+tangan|tangan\s+kanan|(?:ke|per)panjangan\s+tangan"
    r"|orang\s+kepercayaan|(?:orang\s+)?suruhan|kurir|komplotan|sub-?agen|kompanyon"
    r"|rekan(?:\s+bisnis)?|bos|atasan|majikan)"
)
# "anak buahnya yang bernama Jefri", "kepanjangan tangannya adalah Stefanus"
_HIS_MAN = pattern(
    rf"\b(?P<noun>(?i:{_UNDER}|staf|asisten|sopir|karyawan|pegawai|pesuruh|penjaga|bendahara|sekretaris))nya(?:\s+(?:di|asal)\s+⟨LOC\d+⟩)?\s*(?:,|\s(?:adalah|ialah|yakni|yaitu|bernama|berinisial|yang\s+(?:bernama|dipanggil|disapa|berinisial)))*\s+(?P<who>{{PER}})"
)
# "NW menjadi bawahan MA", "Rian, anak buah Zul"
_IS_UNDER = pattern(
    rf"(?P<one>{{PER}}){BESIDE}(?:\s*,)?\s+(?:{HEDGES}{{0,2}})(?:(?:yang\s+)?(?:merupakan|adalah|menjadi|sebagai|selaku|disebut)\s+)?(?:(?:seorang|salah\s+satu)\s+)?(?P<noun>{_UNDER})(?:\s+yang\s+menjadi\s+bawahan)?\s+(?:dari\s+|milik\s+)?{DESCRIBED}(?P<who>{{PER}})"
)
_UNDER_WHOM = pattern(
    rf"\b(?P<noun>(?i:{_UNDER}))\s+(?:dari\s+|milik\s+)?(?P<one>{{PER}}){BESIDE}\s*(?:,|bernama|berinisial|yakni|yaitu|yang\s+bernama)\s+(?P<who>{{PER}})"
)
# "namanya Udin, dia orang suruhan Ratih"
_HE_IS = pattern(
    rf"\b(?:[Dd]ia|[Ii]a)\s+(?:itu\s+)?(?:adalah\s+|merupakan\s+|hanya\s+|cuma\s+)?(?P<noun>{_UNDER})\s+(?:dari\s+)?(?P<who>{{PER}})"
)
# "nama Rizal, orang yang menyuruhnya"
_WHO_SENT = pattern(
    r"(?P<who>{PER})\s*,\s+(?:orang|sosok|pria|perempuan|lelaki)\s+yang\s+(?:menyuruh|memerintah|membayar|mengupah|mempekerjakan|menugaskan|menggaji)(?:kan)?nya"
)
# "seorang lelaki suruhan Long. Lelaki tersebut, Khairul,"
_SENT = pattern(r"\b(?:lelaki|pria|perempuan|wanita|orang)\s+suruhan\s+(?P<who>{PER})\s*\.?$")
_THAT_ONE = pattern(
    r"^(?i:lelaki|pria|perempuan|wanita|orang|ia)\s*(?:itu|tersebut)?\s*,\s+(?P<one>{PER})"
)
# "keluar nama Mahmud sebagai orang yang menyuruh dan membayarnya"
_NAMED = pattern(
    r"\bnama\s+(?P<who>{PER})\s+sebagai\s+(?:orang\s+)?yang\s+(?:menyuruh|memerintah|membayar|mengutus|menugaskan|mengendalikan)(?:kan)?(?:nya)?"
)
# "Melalui perantara Suhaimi, ia memesan"; "lewat calo Darto"
_VIA = pattern(
    rf"(?i:\b(?:melalui|lewat|via))\s+(?:seorang\s+)?(?:perantara|kaki\s+tangan|anak\s+buah|orang\s+kepercayaan|calo|sponsor|kurir|agen)(?:nya)?\s*,?\s+{DESCRIBED}(?P<who>{{PER}})(?P<next>\s*,\s+(?:{NAMES}))?"
)
# "diserahkan Arsyad ke tangan Burhan"
_HANDED = pattern(
    rf"\b(?:diserahkan|diserahterimakan|dioper|dijual|dititipkan|dikirim|diteruskan)\s+{DESCRIBED}(?P<one>{{PER}}){BESIDE}\s+(?:kepada|ke(?:\s+tangan)?)\s+{DESCRIBED}(?P<who>{{PER}})"
)


def find(context: Context) -> None:
    """Claim the ties that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY and view.names_people:
            _orders(context, view)
            _contacts(context, view)
            _under(context, view)


def _who(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the person whom whichever ``who`` of a match holds."""
    name = next(g for g, told in found.groupdict().items() if g.startswith("who") and told)
    item = view.item(found, name)
    return candidate(context, item) if item else ""


def _are_tied(context: Context, view: View, *ids: str) -> bool:
    """Whether the document brings one of the two into its matter, or the sentence does."""
    if any(is_involved(context, one) for one in ids) or tells_of_culprits(context, view):
        return True
    number = view.sentence.number
    near = context.views[max(0, number - 2) : number + 2]
    return any(_OF_CRIME.search(one.sentence.text) for one in near)


_OF_CRIME = Pattern(
    r"(?i)\b(?:korban|jaksa|sidang|dakwaan|penyidik|penyidikan|penyekapan|dikurung|dijual)\b"
)


def tie_told(
    context: Context, view: View, found: re.Match[str], cls: str, one: str, other: str
) -> None:
    """Claim a tie that a match tells, where one of the two is brought into the matter."""
    is_real = bool(one and other) and is_told(context, view, found.start())
    if is_real and _are_tied(context, view, one, other):
        tie(context, cls, one, other, view.span(found))


def _orders(context: Context, view: View) -> None:
    for found in _FRONTED.finditer(view.masked):
        items = view.within(found.start("next"), found.end("next"), Kind.PERSON, Kind.INITIALS)
        for item in items:
            one, other = candidate(context, item), _who(context, view, found)
            tie_told(context, view, found, "Association", one, other)
    for found in (one for rule in _OBEYS for one in rule.finditer(view.masked)):
        _obeyed(context, view, found)
    for found in _ORDERS.finditer(view.masked):
        for one in subject(context, view, found.start()):
            tie_told(context, view, found, "Association", _who(context, view, found), one)
    for rule in (_WHO_SENT, _HE_IS):
        for found in rule.finditer(view.masked):
            for one in only_person(context, view, found.start()):
                tie_told(context, view, found, "Association", one, _who(context, view, found))
    for found in _NAMED.finditer(view.masked):
        _named_by_him(context, view, found)


def _named_by_him(context: Context, view: View, found: re.Match[str]) -> None:
    """Tie whom the sentence before names to the one whose name he gave."""
    before = context.views[max(0, view.sentence.number - 1)]
    for one in only_person(context, before, len(before.masked)) if before is not view else ():
        tie_told(context, view, found, "Association", one, _who(context, view, found))


def _obeyed(context: Context, view: View, found: re.Match[str]) -> None:
    """Tie who was told or paid to do something to who did so."""
    if _FRONTED.match(view.masked, found.start()):
        return
    # Whom the document does not accuse may only be asked or paid.
    for one in subject(context, view, found.start()):
        if is_involved(context, one) or _PURPOSE.match(view.masked, found.end()):
            tie_told(context, view, found, "Association", one, _who(context, view, found))


_PURPOSE = Pattern(
    rf"{BESIDE}(?:\s*,)?\s+(?:[^.;⟨]{{0,50}}?\b(?:untuk|agar|supaya|guna)\s+)?(?:menjemput|mengantar\w*|mencari\w*|merekrut|menampung|membawa|mengirim\w*|menyeberangkan|mengangkut|menjaring)\b"
)


def _contacts(context: Context, view: View) -> None:
    for rule in (_HANDS, _WITH):
        for found in rule.finditer(view.masked):
            for one in subject(context, view, found.start()):
                tie_told(context, view, found, "Association", one, _who(context, view, found))
    for found in _CALLS.finditer(view.masked):
        for one in subject(context, view, found.start()):
            tie_told(context, view, found, "Communication", one, _who(context, view, found))
            if "perintah" in found[0] or "instruksi" in found[0]:
                tie_told(context, view, found, "Association", _who(context, view, found), one)
    for found in _HANDED.finditer(view.masked):
        item = view.item(found, "one")
        one = candidate(context, item) if item else ""
        tie_told(context, view, found, "Association", one, _who(context, view, found))
    for found in _INTRODUCED.finditer(view.masked):
        item = view.item(found, "to")
        other = candidate(context, item) if item else _the_accused(context)
        tie_told(context, view, found, "Association", _who(context, view, found), other)
    for found in _VIA.finditer(view.masked):
        _through(context, view, found)


def _through(context: Context, view: View, found: re.Match[str]) -> None:
    """Tie a go-between to whoever acts through him."""
    after = view.within(*found.span("next")) if found["next"] else []
    ids = [id_ for item in after if (id_ := candidate(context, item))]
    for one in ids or subject(context, view, found.start()):
        tie_told(context, view, found, "Association", _who(context, view, found), one)


def _the_accused(context: Context) -> str:
    """Return the one person of whom the document tells a stage, or empty."""
    staged = {c.value for c in context.sink.claims.values() if c.property == "stageOf"}
    return staged.pop() if len(staged) == 1 else ""


def _under(context: Context, view: View) -> None:
    for found in _HIS_MAN.finditer(view.masked):
        at = found.start()
        for one in subject(context, view, at) or only_person(context, view, at):
            tie_told(context, view, found, "Association", _who(context, view, found), one)
    for rule in (_IS_UNDER, _UNDER_WHOM):
        for found in rule.finditer(view.masked):
            item = view.item(found, "one")
            one, other = candidate(context, item) if item else "", _who(context, view, found)
            one, other = (one, other) if rule is _IS_UNDER else (other, one)
            tie_told(context, view, found, "Association", one, other)
    sent, number = _SENT.search(view.masked), view.sentence.number + 1
    if sent and number < len(context.views):
        after = context.views[number]
        if told := _THAT_ONE.match(after.masked):
            item = after.item(told, "one")
            one = candidate(context, item) if item else ""
            tie_told(context, view, sent, "Association", one, _who(context, view, sent))
