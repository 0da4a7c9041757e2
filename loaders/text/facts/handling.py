"""What befell people, told from their side: ``mereka direkrut MZ``; and who promised them work.

Owns passive verbs and words that point back to the one group of the document. Refuses to choose
where the document tells of several groups, and the owner of a house whom nobody accuses.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, offers
from loaders.text.facts.accused import is_accused
from loaders.text.facts.groups import group
from loaders.text.facts.payments import MAN, named
from loaders.text.spans import Item, Role
from loaders.text.view import View, pattern

_THEM = (
    r"(?:mereka|(?:para|seluruh|semua|ke\w+)\s+(?:korban|calon|orang|perempuan|pekerja|pmi|cpmi|wni)\b[^⟨.,;]{0,30}"
    r"|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya)"
)
_BETWEEN = (
    r"(?:(?!\b(?:bahwa|namun|tetapi|sedangkan|sementara|tidak|belum|bukan)\b|⟨(?:PER|INI|ORG|CNT))"
    r"[^.;\"“]){0,50}?"
)
# Verb that befell them, and the relation that it tells.
_SUFFERED = {
    "direkrut": ("Recruitment", "recruiter", "recruit"),
    "ditampung": ("Harbouring", "harbourer", "harboured"),
    "diinapkan": ("Harbouring", "harbourer", "harboured"),
    "disekap": ("Harbouring", "harbourer", "harboured"),
    "diangkut": ("Transporting", "transporter", "transported"),
    "dijemput": ("Transporting", "transporter", "transported"),
    "diantar": ("Transporting", "transporter", "transported"),
    "diberangkatkan": ("Transporting", "transporter", "transported"),
    "diseberangkan": ("Transporting", "transporter", "transported"),
}
_PASSIVE = pattern(
    rf"(?P<them>⟨CNT\d+⟩|(?i:\b{_THEM})){_BETWEEN}\b(?P<verb>{'|'.join(_SUFFERED)})\s+{MAN}(?P<who>{{PER}})"
)
# "ditampung dua pekan di rumah Adolfina": whose house it is.
_HOUSE = pattern(
    rf"(?P<them>⟨CNT\d+⟩|(?i:\b{_THEM})){_BETWEEN}\b(?P<verb>ditampung|diinapkan|disekap)\b(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){{0,50}}?"
    r"\bdi\s+(?:sebuah\s+)?(?:rumah|kontrakan|kos|ruko|mes|penampungan|kediaman)\s+(?:milik\s+)?(?:tersangka\s+|terdakwa\s+|pelaku\s+)?(?P<who>{PER})"
)
_ACTIVE = pattern(
    rf"\b(?P<verb>merekrut|menampung|menyekap|mengangkut|mengantar|menjemput|memberangkatkan|menyeberangkan)\s+(?P<them>(?i:{_THEM}))"
)
# "Ketiganya memberangkatkan 27 orang ke Poipet": all of the accused did.
_ALL_DID = pattern(
    r"^(?P<all>(?i:ke(?:dua|tiga|empat|lima|enam)(?:nya|\s+(?:tersangka|terdakwa|pelaku))|(?:para|seluruh)\s+(?:tersangka|terdakwa|pelaku)))"
    r"(?:\s+(?:itu|tersebut|diduga|telah|sudah|bersama-sama|juga|terbukti|disebut))*\s+"
    r"(?P<verb>merekrut|menampung|menyekap|mengangkut|memberangkatkan|menyeberangkan)\s+(?:sedikitnya\s+|sebanyak\s+|total\s+)?(?P<them>⟨CNT\d+⟩)"
)
_DID = {
    "mengantar": "diantar", "menjemput": "dijemput", "merekrut": "direkrut",
    "menampung": "ditampung", "menyekap": "disekap",
    "mengangkut": "diangkut", "memberangkatkan": "diberangkatkan",
    "menyeberangkan": "diseberangkan",
}  # fmt: skip
_COME_FROM = pattern(
    rf"^[\"“]?(?P<them>⟨CNT\d+⟩|(?i:{_THEM})|(?:Belasan|Puluhan)\s+orang)(?:\s+(?:itu|tersebut|ini|diketahui|semuanya|seluruhnya"
    r"|masing-masing))*\s+(?:berasal\s+dari|asal)\s+(?:(?:Provinsi|Kabupaten|Kota|daerah|wilayah|sejumlah\s+daerah,?\s+yakni)\s+)*"
    r"(?P<chain>{LOC}(?:\s*(?:,\s*(?:dan|serta)?|dan|serta|maupun)\s*(?:(?:Kabupaten|Kota)\s+)?{LOC})*)"
)
# "mereka dijanjikan kerja di kebun oleh Mesak": who promised it stands behind the verb.
_OFFERED_BY = pattern(
    rf"\b(?:dijanjikan|ditawari|diiming-imingi?|dibujuk)\b(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|bahwa|namun)\b)[^.;\"“]){{0,70}}?\boleh\s+{MAN}(?P<who>{{PER}})"
)
_OFFERED = re.compile(r"\b(?:menjanjikan|menawarkan|menawari|mengiming-imingi?|menjanjikannya)\b")


def find(context: Context) -> None:
    """Find in body sentences what befell people, and who promised them work."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in (_PASSIVE, _HOUSE):
            for found in rule.finditer(view.masked):
                _suffered(context, view, found)
        for found in _ACTIVE.finditer(view.masked):
            _did(context, view, found)
        if all_did := _ALL_DID.match(view.masked):
            _all_did(context, view, all_did)
        if told := _COME_FROM.match(view.masked):
            _come_from(context, view, told)
        if promise := _OFFERED.search(view.masked):
            _promised(context, view, promise)
        if promise := _OFFERED_BY.search(view.masked):
            _promised(context, view, promise)


def _the_group(context: Context) -> str:
    """Return the one group of people whom the document tells to be moved, or empty."""
    ends = {"affected", "recruit", "transported", "harboured"}
    claims = context.sink.claims.values()
    found = {c.value for c in claims if c.property in ends and c.value.startswith("grp:")}
    return found.pop() if len(found) == 1 else ""


_CULPRITS = re.compile(r"(?i)\b(?:tersangka|pelaku|terdakwa|terduga|tekong|calo|perekrut)\b")
_MOVED = re.compile(r"(?i)\b(?:korban|calon|c?pmi|wni|tk[iw]|pekerja|penumpang|migran)\b")
_NUMBERS = {
    "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7, "kedelapan": 8,
    "kesembilan": 9, "kesepuluh": 10,
}  # fmt: skip


def _meant(context: Context, view: View, words: str) -> str:
    """Return the one group, where words that point back can mean it and no culprits."""
    id_group = _the_group(context)
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


def _them(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the group that the words of a match mean."""
    if not found["them"].startswith("⟨"):
        return _meant(context, view, found["them"])
    counted = frames.persons_counted(view, found.start("them"), found.end("them"))
    voice = context.voice(view.offset(found.start())).as_("alleged")
    role = getattr(counted[0].value, "role", "") if counted else "suspect"
    return "" if role in ("suspect", "defendant", "witness") else group(
        context, view, counted[0], voice
    )  # fmt: skip


def _come_from(context: Context, view: View, found: re.Match[str]) -> None:
    """Add where the one group comes from: ``Mereka berasal dari Lombok dan Sumba``."""
    is_bare = found["them"].startswith("⟨") or found["them"].endswith(" orang")
    id_group = _the_group(context) if is_bare else _meant(context, view, found["them"])
    sizes = frames.persons_counted(view, 0, found.end("them"))
    told = {c.value for c in context.sink.claims.values() if c.subject == id_group}
    if not id_group or (sizes and _size(sizes[0]) not in told):
        return
    voice = context.voice(view.offset(found.start()))
    for place in view.within(found.start("chain"), found.end("chain")):
        if id_ := context.registry.of(place):
            span = view.offset(found.start()), place.end
            context.sink.claim(
                id_group, "origin", id_, span, is_object=True, voice=voice, confidence=0.82
            )


def _size(item: Item) -> str:
    return str(item.value.bounds.lower) if isinstance(item.value, Counted) else ""


def _suffered(context: Context, view: View, found: re.Match[str]) -> None:
    at = found.start("verb")
    who = named(context, view, found, "who")
    if not who or not offers.may_be_told(view, at) or context.is_denied(view.offset(at)):
        return
    if found.re is _HOUSE and not is_accused(context, who):
        # Whose house it was need not have known.
        return
    if id_group := _them(context, view, found):
        kind = _SUFFERED[found["verb"]]
        offers.relate(context, view, kind, [who], id_group, view.span(found))


def _did(context: Context, view: View, found: re.Match[str]) -> None:
    ids = offers.actors(context, view, found.start())
    id_group = _meant(context, view, found["them"])
    at = found.start()
    # A volunteer takes victims in, too: the deed is told only of whom the document accuses.
    is_alleged = re.search(r"\bdi?duga\b", view.masked[:at]) is not None
    ids = [one for one in ids if is_alleged or is_accused(context, one)]
    if not (ids and id_group) or not offers.may_be_told(view, at):
        return
    if not context.is_denied(view.offset(at)):
        kind = _SUFFERED[_DID[found["verb"]]]
        offers.relate(context, view, kind, ids, id_group, view.span(found))


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
    if len(people) != _NUMBERS.get(first, len(people)) or len(people) < 2:
        return
    if not offers.may_be_told(view, at) or context.is_denied(view.offset(at)):
        return
    if id_group := _them(context, view, found):
        kind = _SUFFERED[_DID[found["verb"]]]
        offers.relate(context, view, kind, list(people), id_group, view.span(found))


def _promised(context: Context, view: View, found: re.Match[str]) -> None:
    """Add who made the offer that the document tells of."""
    offer = context.sink.scoped("job", "1")
    at = view.offset(found.start())
    told = [c for c in context.sink.claims.values() if c.subject == offer]
    is_here = any(view.sentence.start <= c.start < view.sentence.end for c in told)
    if found.re is _OFFERED_BY:
        ids = [one for one in (named(context, view, found, "who"),) if one]
    else:
        ids = offers.actors(context, view, found.start())
    if not is_here or not offers.may_be_told(view, found.start()) or context.is_denied(at):
        return
    voice, span = context.voice(at).as_("alleged"), view.span(found)
    context.sink.link(offer, "offeredBy", ids, span, voice, 0.8)
