"""What befell people, told from their side: ``mereka direkrut MZ``.

Owns passive verbs and words that point back to the one group of the document. Refuses to choose
where the document tells of several groups, and the owner of a house whom nobody accuses.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, offers
from loaders.text.facts.accused import is_accused
from loaders.text.facts.acts import (
    DEEDS,
    HARBOURING,
    agents_of,
    deed_of,
    has_adjuncts,
    is_moved,
    relate,
)
from loaders.text.facts.clauses import BESIDE, DESCRIBED, NAMES
from loaders.text.facts.groups import group
from loaders.text.facts.involved import is_involved
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Role
from loaders.text.view import View, pattern

THEM = (
    r"(?:mereka|(?:para|seluruh|semua|ke\w+)\s+(?:korban|calon|orang|perempuan|pekerja|pmi|cpmi|wni)\b[^⟨.,;]{0,30}"
    r"|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya)"
)
"""Pattern of words that point back to a group; without regard to case."""
_BETWEEN = (
    r"(?:(?!\b(?:bahwa|namun|tetapi|sedangkan|sementara|tidak|belum|bukan)\b|⟨(?:PER|INI|ORG|CNT))"
    r"[^.;\"“]){0,50}?"
)
_PASSIVES = "|".join(deed.bare for deed in DEEDS)
_ACTIVES = "|".join(deed.active for deed in DEEDS)
_PASSIVE = pattern(
    rf"(?P<them>⟨CNT\d+⟩|(?i:\b{THEM})){_BETWEEN}\b(?P<verb>di(?:{_PASSIVES}))\s+(?:{_BETWEEN}\b(?=oleh\s))?(?:(?:oleh\s+)?(?P<firm>{{ORG}})|{DESCRIBED}(?P<who>{NAMES}))"
)
# "ditampung dua pekan di rumah Adolfina": whose house it is.
_HOUSE = pattern(
    rf"(?P<them>⟨CNT\d+⟩|(?i:\b{THEM})){_BETWEEN}\b(?:(?P<verb>ditampung|diinapkan|disekap|dititipkan|dikumpulkan|menginap|tinggal|berpindah|ditemukan|berada)\b(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){{0,50}}?)?"
    r"\b(?:di|ke|pada)\s+(?:dalam\s+)?(?:sebuah\s+|satu\s+|salah\s+satu\s+)?(?:rumah|kontrakan|(?:tempat\s+)?kos(?:-?kosan)?|indekos|ruko|mes|penampungan|kediaman|gudang|apartemen|vila)\s+(?:(?:kontrakan|sewaan|kosong|pribadi)\s+)?"
    r"(?:yang\s+(?:disewa|dihuni|ditempati|dikelola|dimiliki|dikontrak|disiapkan|disediakan|dikuasai)\s+(?:oleh\s+)?)?(?:(?:milik|kepunyaan|saudara|sdr\.?|seorang|pria|perempuan|wanita|warga|(?:ber)?inisial|bernama|tersangka|terdakwa|pelaku)\s+){0,4}(?P<who>{PER})"
)
# "rumah milik tersangka RS di Sagulung yang dijadikan tempat penampungan 12 orang"
_TURNED = pattern(
    rf"\b(?i:rumah|kontrakan|ruko|gudang|kos(?:-?kosan)?|mes|kediaman|apartemen)(?:\s+(?:kontrakan|sewaan))?\s+(?:(?:milik|kepunyaan|tersangka|terdakwa|pelaku|seorang|warga|berinisial|bernama)\s+){{0,4}}(?P<who>{{PER}}){BESIDE}"
    r"(?:\s+di\s+(?:[^.;,⟨\"“]|⟨(?:LOC|PNT)\d+⟩){1,50}?)?\s*,?\s+(?:yang\s+)?(?:(?:diduga|selama\s+ini|telah|sudah)\s+)*(?P<verb>dijadikan|dipakai|digunakan|difungsikan|disulap)\s+(?:[a-z]+\s+){0,3}?(?:penampungan|menampung|menginapkan)\s+(?:(?:sementara|ilegal|bagi|untuk|para)\s+){0,3}(?:sedikitnya\s+|sebanyak\s+)?(?P<them>⟨CNT\d+⟩)"
)
# "empat kali mengirim orang ke Malaysia": nobody in particular, told with place or number.
_ACTIVE = pattern(
    rf"(?P<times>\b(?:\w+\s+kali|berkali-kali|berulang\s+kali)\s+)?\b(?P<verb>{_ACTIVES})\s+(?P<them>(?i:{THEM})|(?P<any>(?:para\s+)?(?:orang|(?:calon\s+)?(?:pekerja\s+migran|c?PMI|TK[IW]|WNI))\b))"
)
# One person who was moved, by name or not, is told of without a number.
_ONE = (
    r"(?:korban|(?:anak|putri|putra|istri|suami|adik|kakak|keponakan|ibu|sepupu)"
    r"(?:\s+perempuan|\s+laki-laki)?(?:nya|\s+(?:mereka|saya|korban)))"
)
_ONE_MOVED = pattern(
    rf"\b(?P<them>(?i:{_ONE})){_BETWEEN}\b(?P<verb>di(?:{_PASSIVES}))\s+(?:{_BETWEEN}\b(?=oleh\s))?{DESCRIBED}(?P<who>{{PER}})"
    r"(?:\s*\([^)⟨]{0,14}\))?(?:\s*,\s+(?:warga|asal|tetangga|seorang)\s(?:[^,.;⟨]|⟨LOC\d+⟩){1,40},)?"
)
_MOVED_ONE = pattern(rf"\b(?P<verb>{_ACTIVES})\s+(?P<them>(?i:{_ONE}))\b")
# "Ketiganya memberangkatkan 27 orang ke Poipet": all of the accused did.
_ALL_DID = pattern(
    r"^[\"“]?(?:[Mm]enurut\s+⟨(?:PER|ORG)\d+⟩\s*,\s+|⟨PER\d+⟩\s+\w+,?\s+(?:bahwa\s+)?)?"
    r"(?P<all>(?i:ke(?:dua|tiga|empat|lima|enam)(?:nya|\s+(?:tersangka|terdakwa|pelaku))|(?:para|seluruh)\s+(?:tersangka|terdakwa|pelaku)"
    r"|{CNT:couple}(?=\s+(?:itu|tersebut|ini)\b)))"
    r"(?:\s+(?:itu|tersebut|diduga|telah|sudah|bersama-sama|juga|terbukti|disebut))*\s+"
    rf"(?P<verb>{_ACTIVES})\s+(?:sedikitnya\s+|sebanyak\s+|total\s+)?(?P<them>⟨CNT\d+⟩)"
)


def find(context: Context) -> None:
    """Find in body sentences what befell people."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in (_PASSIVE, _HOUSE, _TURNED):
            for found in rule.finditer(view.masked):
                _suffered(context, view, found)
        for found in _ACTIVE.finditer(view.masked):
            _did(context, view, found)
        for rule in (_ONE_MOVED, _MOVED_ONE):
            for found in rule.finditer(view.masked):
                _moved_one(context, view, found)
        if all_did := _ALL_DID.match(view.masked):
            _all_did(context, view, all_did)
    _call_victims(context)


_ALL_VICTIMS = Pattern(r"\b(?P<number>[Kk]e[a-z]{3,8})\s+korban\b")


def _call_victims(context: Context) -> None:
    """Call a group victims where the document tells of as many victims: ``sembilan korban``."""
    told: dict[str, tuple[int, int]] = {}
    for view in context.body():
        for item in frames.persons_counted(view, 0, len(view.masked)):
            if getattr(item.value, "role", "") == "victim":
                told.setdefault(_size(item), (item.start, item.end))
        for found in _ALL_VICTIMS.finditer(view.masked):
            size = str(_NUMBERS.get(found["number"].casefold(), ""))
            told.setdefault(size, view.span(found))
    sink = context.sink
    claims = list(sink.claims.values())
    known = {c.subject for c in claims if c.property == "groupRole"}
    held = {c.value for c in claims if c.property == "apprehended"}
    sized = [c for c in claims if c.property == "groupSizeLower" and c.value in told]
    sized = [c for c in sized if c.subject not in known | held and c.value not in ("", "1")]
    for one in sized:
        if [c.value for c in sized].count(one.value) == 1:
            span = told[one.value]
            voice = context.voice(span[0])
            sink.claim(one.subject, "groupRole", "victim", span, voice=voice, confidence=0.8)


# "Polisi mengamankan tiga orang, yaitu A, B dan C": those are no group that was moved.
_CAUGHT = Pattern(
    r"(?i)\b(?:menangkap|mengamankan|meringkus|membekuk|menahan|menetapkan|ditangkap|ditahan|ditetapkan|memeriksa|diperiksa|tersangka|terdakwa|pelaku)\b"
)


def _the_group(context: Context, view: View) -> str:
    """Return the one group of people whom the document tells to be moved, or empty.

    Where nothing was told of any, it is the only group counted so far.
    """
    ends = {"affected", "recruit", "transported", "harboured"}
    claims = context.sink.claims.values()
    found = {c.value for c in claims if c.property in ends and c.value.startswith("grp:")}
    if found:
        return found.pop() if len(found) == 1 else ""
    counted = [
        (one, item)
        for one in context.views[: view.sentence.number + 1]
        for item in frames.persons_counted(one, 0, len(one.masked))
        if one.sentence.role is Role.BODY and is_moved(item)
    ]
    if any(_CAUGHT.search(one.sentence.text) for one, _ in counted):
        return ""
    if len({_size(item) for _, item in counted}) != 1:
        return ""
    where, item = counted[0]
    return group(context, where, item, context.voice(item.start).as_("alleged"))


_CULPRITS = Pattern(r"(?i)\b(?:tersangka|pelaku|terdakwa|terduga|tekong|calo|perekrut)\b")
_MOVED = Pattern(r"(?i)\b(?:korban|calon|c?pmi|wni|tk[iw]|pekerja|penumpang|migran)\b")
_NUMBERS = {
    "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7, "kedelapan": 8,
    "kesembilan": 9, "kesepuluh": 10,
}  # fmt: skip


def meant(context: Context, view: View, words: str) -> str:
    """Return the one group, where words that point back can mean it and no culprits."""
    id_group = _the_group(context, view)
    first = words.casefold().split()[0].removesuffix("nya")
    told = {c.value for c in context.sink.claims.values() if c.subject == id_group}
    if not id_group or (first in _NUMBERS and str(_NUMBERS[first]) not in told):
        return ""
    before = context.views[max(0, view.sentence.number - 1)]
    text = before.sentence.text + " " + view.sentence.text.partition(words)[0]
    is_bare = not _MOVED.search(words)
    if is_bare and _CULPRITS.search(text) and not _MOVED.search(text):
        return ""
    return id_group


def whom(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the group that the group ``them`` of a match means: counted there, or before."""
    if not found["them"].startswith("⟨"):
        return meant(context, view, found["them"])
    counted = frames.persons_counted(view, found.start("them"), found.end("them"))
    voice = context.voice(view.offset(found.start())).as_("alleged")
    role = getattr(counted[0].value, "role", "") if counted else "suspect"
    return "" if role in ("suspect", "defendant", "witness") else group(
        context, view, counted[0], voice
    )  # fmt: skip


def _size(item: Item) -> str:
    return str(item.value.bounds.lower) if isinstance(item.value, Counted) else ""


def _suffered(context: Context, view: View, found: re.Match[str]) -> None:
    at = found.start("verb" if found["verb"] else "them")
    if not found["verb"] and not _MOVED.search(context.text[slice(*view.span(found, "them"))]):
        # "12 petugas di rumah tersangka": nobody keeps them.
        return
    who = agents_of(context, view, found)
    if not who or not offers.may_be_told(view, at) or context.is_denied(view.offset(at)):
        return
    if is_house(found) and not all(is_involved(context, one) for one in who):
        # Whose house it was need not have known.
        return
    id_group = whom(context, view, found)
    if id_group or _is_placed(view, found):
        _relate(context, view, found, who, id_group)


def is_house(found: re.Match[str]) -> bool:
    """Whether a match tells whose house it was."""
    return _HOUSE.made(found) or _TURNED.made(found)


def _is_placed(view: View, found: re.Match[str]) -> bool:
    """Whether a deed to people whom nobody counts is told with its place or day."""
    is_told = found["verb"] and not found["them"].startswith("⟨")
    deed = deed_of(found["verb"]) if is_told else None
    is_people = _MOVED.search(found["them"]) is not None
    return deed is not None and is_people and has_adjuncts(view, deed, _behind(found))


def _behind(found: re.Match[str]) -> int:
    """Return where the words behind a verb and those it befell begin."""
    is_object = found.start("them") > found.start("verb") and not found["them"].startswith("⟨")
    return found.start("them") if is_object else found.end()


def _relate(
    context: Context, view: View, found: re.Match[str], ids: list[str], id_group: str
) -> None:
    deed = HARBOURING if is_house(found) else deed_of(found["verb"])
    if deed:
        relate(context, view, deed, ids, id_group, found.span(), _behind(found))


def _did(context: Context, view: View, found: re.Match[str]) -> None:
    at = found.start("verb")
    ids = offers.actors(context, view, found.start())
    id_group = "" if found["any"] else meant(context, view, found["them"])
    # A volunteer takes victims in, too: the deed is told only of whom the document accuses.
    is_alleged = re.search(r"\bdi?duga\b", view.masked[:at]) is not None
    ids = [one for one in ids if is_alleged or is_accused(context, one)]
    is_told = bool(id_group or found["times"]) or _is_placed(view, found)
    if not ids or not is_told or not offers.may_be_told(view, at):
        return
    if not context.is_denied(view.offset(at)):
        _relate(context, view, found, ids, id_group)


_COUPLE = Pattern(r"(?i)pasutri|pasangan\s+suami|suami[\s-]istri|kakak\s+beradik")


def _moved_one(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim who moved one person, where the words behind tell where or when that was."""
    at = found.start("verb")
    is_passive = _ONE_MOVED.made(found)
    ids = agents_of(context, view, found) if is_passive else offers.actors(context, view, at)
    ids = [one for one in ids if is_involved(context, one)]
    # "menjemput korban di bandara": that is where they arrived.
    if (
        not ids
        or "jemput" in found["verb"]
        or not offers.may_be_told(view, at)
        or context.is_denied(view.offset(at))
    ):
        return
    deed = deed_of(found["verb"])
    if deed and has_adjuncts(view, deed, found.end()):
        _relate(context, view, found, ids, meant(context, view, "mereka"))


def _all_did(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim a deed of all suspects, or all defendants, where they are as many as told."""
    stages = ("defendant", "convicted") if "terdakwa" in found["all"].casefold() else ("suspect",)
    claims = context.sink.claims.values()
    people = {
        c.value: None
        for c in claims
        if c.property == "stageOf" and c.subject.rpartition("-")[2] in stages
    }
    first = found["all"].casefold().split()[0].removesuffix("nya")
    at = found.start("verb")
    couple = view.item(found, "couple")
    if couple and not _COUPLE.match(couple.text):
        return
    if len(people) != (2 if couple else _NUMBERS.get(first, len(people))) or len(people) < 2:
        return
    if not offers.may_be_told(view, at) or context.is_denied(view.offset(at)):
        return
    if id_group := whom(context, view, found):
        _relate(context, view, found, list(people), id_group)
