"""Ties that a document tells of: who uses a channel, runs or owns a company, is whose kin.

Owns the words for them. Refuses kin whom nobody accuses, channels of officials, and who ran a
company once.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts.accused import is_accused
from loaders.text.facts.several import couple_of
from loaders.text.kin import KIN
from loaders.text.seats import company_before, is_firm
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_CHANNEL = r"(?:PHO|ACC|HAN|EML)"
_MAN = (
    r"(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|tersangka|terdakwa|pelaku|warga"
    r"|berinisial|bernama)\s+){0,4}"
)
_OWNED = pattern(
    rf"⟨{_CHANNEL}\d+⟩[\"”]?\s*,?\s+(?:\([^⟨)]{{0,24}}\)\s*)?(?:yang\s+)?(?:atas\s+nama|a\.n\.|an\.|milik|dikelola(?:\s+oleh)?"
    rf"|digunakan(?:\s+oleh)?)\s+{_MAN}(?P<who>{{WHO}})"
)
_NUMBERED = pattern(
    rf"\b(?:atas\s+nama|milik)\s+{_MAN}(?P<who>{{WHO}})\s*,?\s+(?:dengan\s+)?(?:nomor\s+|no\.\s*)?(?:rekening\s+)?⟨ACC\d+⟩"
)
# "SW dibujuk lewat akun": what befell somebody tells of another's account.
_THROUGH = pattern(
    rf"(?P<who>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?(?:(?!⟨(?:PER|INI|ORG)|\b(?:di(?!duga|sebut|ketahui|kenal)[a-z]{{3,}}|ter(?!sangka|dakwa)[a-z]{{4,}}"
    rf"|polisi|penyidik|petugas)\b)[^.;\"“]){{0,110}}?\b(?:lewat|melalui|menggunakan|memakai|mengelola|via)\s+"
    rf"(?:sebuah\s+|beberapa\s+)?(?:akun|nomor|grup)\b[^⟨.;]{{0,40}}⟨{_CHANNEL}\d+⟩"
    rf"(?:[\"”]?\s*(?:,|dan|serta)\s+[^⟨.;]{{0,24}}⟨{_CHANNEL}\d+⟩)*"
)
# "memancing SW lewat akun": whoever does it uses the account; whom one calls has the number.
_OBJECT = re.compile(r"(?i)\b(?!menghubungi)me[a-z]{3,}\s+(?:(?:tersangka|pelaku|terdakwa)\s+)?$")
_RUNS = pattern(
    r"\b(?:[Pp]emilik|[Pp]engelola|[Aa]dmin)\s+akun\s+(?:(?:itu|tersebut|ini)|[^⟨.;]{0,24}⟨HAN\d+⟩[\"”]?)\s*,?\s+(?:yakni\s+|yaitu\s+|ialah\s+|adalah\s+)?"
    rf"{_MAN}(?P<who>{{PER}})"
)
# "DPL diduga mengelola akun tersebut": the one account of the document.
_MANAGES = pattern(
    r"(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:yang|diduga|disebut|juga|turut|ikut)\s+)*mengelola\s+akun\s+(?:itu|tersebut|ini)\b"
)
# "Belakangan diketahui pengelolanya, RH (33), ditangkap": of the account of the sentence before.
_RUN_BY = pattern(
    r"\b(?i:pengelola|admin|pemilik\s+akun|administrator)nya\s*,?\s+"
    rf"(?:(?:adalah|ialah|yakni|yaitu)\s+)?{_MAN}(?P<who>{{PER}})"
)
_TITLE = (
    r"(?:direktur|komisaris|presiden\s+direktur|penanggung\s+jawab)"
    r"(?:\s+(?:utama|operasional|keuangan|pemasaran|eksekutif))?"
)
_DIRECTS = pattern(
    rf"(?P<who>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,?\s+(?:selaku\s+|sebagai\s+|merupakan\s+|adalah\s+|yang\s+(?:juga\s+)?(?:menjabat|merupakan)\s+"
    rf"(?:sebagai\s+)?)?(?P<post>(?i:{_TITLE})|⟨POS\d+⟩|pemilik)\s+{{ORG:firm}}"
)
_HEADED = pattern(
    rf"(?P<post>\b(?i:{_TITLE}|pemilik)|⟨(?:POS|RNK)\d+⟩(?:\s+utama)?)\s+{{ORG:firm}}(?:\s*\([^)⟨]{{1,16}}\))?\s*,?\s+{_MAN}(?P<who>{{PER}})"
)
_ITS_HEAD = pattern(
    rf"^(?:Adapun\s+|Sementara\s+itu,\s+)?(?P<post>(?i:{_TITLE})|⟨(?:POS|RNK)\d+⟩(?:\s+utama)?)(?:nya|\s+perusahaan\s+(?:itu|tersebut|ini))\s*,\s+"
    rf"{_MAN}(?P<who>{{PER}})"
)
# "HN disebut-sebut bekerja untuk PT X": of whom the document accuses.
_WORKS = pattern(
    r"(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:yang|disebut-sebut|disebut|diduga|diketahui|juga|mengaku|sempat)\s+)*bekerja\s+"
    r"(?:untuk|di|pada|sebagai\s+[a-z]+(?:\s+[a-z]+)?\s+(?:di|pada))\s+{ORG:firm}"
)
_POST = re.compile(rf"(?i){_TITLE}|pemilik")
# "Pengacara direktur PT X, Budi": somebody to whom he is somebody.
_OF_ANOTHER = re.compile(
    rf"(?i)\b(?:{KIN}|pengacara|advokat|kuasa\s+hukum|penasi?e?hat\s+hukum|sekretaris|ajudan|calon|korban|saksi)\s+$"
)
_FORMER = re.compile(r"(?i)\b(?:mantan|eks|bekas)\s+$")
_KINS = pattern(
    rf"(?:\b(?:dan|bersama|serta|,)\s+|^)(?P<kin>(?i:{KIN}))nya\s*,?\s+(?:yakni\s+|berinisial\s+|bernama\s+)?(?P<who>{{PER}})"
)
# "sementara Lusiana, istrinya, mengurus tiket"
_HIS = pattern(rf"(?P<who>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,\s+(?P<kin>(?i:{KIN}))nya\s*,")
_SIBLINGS = pattern(
    r"(?i:\bkakak\s+beradik)\s+(?P<one>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+dan\s+(?P<two>{PER})"
)
# Words that stand in ``KIN`` and are no family.
_NO_KIN = frozenset(
    {
        "rekan",
        "teman",
        "tetangga",
        "bos",
        "atasan",
        "bawahan",
        "majikan",
        "karyawan",
        "sopir",
        "klien",
        "pacar",
        "kekasih",
    }
)


def find(context: Context) -> None:
    """Claim the ties that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _channels(context, view)
            _firms(context, view)
            _family(context, view)


def _channels(context: Context, view: View) -> None:
    for rule in (_OWNED, _NUMBERED, _THROUGH, _RUNS, _MANAGES, _RUN_BY):
        for found in rule.finditer(view.masked):
            user = view.item(found, "who")
            if rule is _THROUGH and _OBJECT.search(view.masked[: found.start()]):
                continue
            used = view.within(
                found.start(), found.end(), Kind.PHONE, Kind.ACCOUNT, Kind.HANDLE, Kind.EMAIL
            )
            if rule in (_RUNS, _MANAGES, _RUN_BY) and not used:
                used = only_account(context)
            if user is not None and _may_use(context, user):
                for channel in used:
                    _uses(context, user, channel, view.span(found))


def _may_use(context: Context, user: Item) -> bool:
    id_ = context.registry.of(user)
    if user.kind is Kind.ORG:
        return bool(id_) and user.cls != "MediaOrganization"
    # Whose name an account bears need not be accused; an official only tells of it.
    return bool(id_) and id_ not in context.registry.posts_of


def only_account(context: Context) -> list[Item]:
    """Return the account that a document means where it names one alone."""
    accounts = [i for i in context.registry_items if i.kind is Kind.HANDLE]
    return accounts[:1] if len(set(context.registry.many(accounts))) == 1 else []


def _uses(context: Context, user: Item, channel: Item, span: tuple[int, int]) -> None:
    who, what = context.registry.of(user), context.registry.of(channel)
    if not what:
        return
    voice = _voice(context, user, span)
    id_ = context.sink.scoped("rel", f"use-{who.partition('-')[2]}-{what.partition('-')[2]}")
    names = (context.sink.entities[one].caption for one in (who, what))
    context.sink.entity(id_, "ChannelUse", " – ".join(names), span)
    context.sink.claim(id_, "channelUser", who, span, is_object=True, voice=voice, confidence=0.82)
    context.sink.claim(id_, "channel", what, span, is_object=True, voice=voice, confidence=0.82)


def _voice(context: Context, user: Item, span: tuple[int, int]) -> Voice:
    voice = context.voice(span[0])
    return voice if user.kind is Kind.ORG else voice.as_("alleged")


def _firms(context: Context, view: View) -> None:
    for rule in (_DIRECTS, _HEADED):
        for found in rule.finditer(view.masked):
            firm = view.item(found, "firm")
            if firm is not None and is_firm(firm):
                _directs(context, view, found, context.registry.of(firm))
    for found in _WORKS.finditer(view.masked):
        _works(context, view, found)
    if found2 := _ITS_HEAD.search(view.masked):
        _directs(context, view, found2, company_before(context, view))


def _works(context: Context, view: View, found: re.Match[str]) -> None:
    who, firm = context.registry.of(view.item(found, "who")), view.item(found, "firm")
    org = context.registry.of(firm)
    if not is_accused(context, who) or not is_firm(firm) or context.is_denied(view.span(found)[0]):
        return
    span = view.span(found)
    voice = context.voice(span[0]).as_("alleged")
    tail = f"{who.partition('-')[2]}-{org.partition('-')[2]}"
    id_ = context.sink.scoped("rel", f"member-{tail}")
    names = (context.sink.entities[one].caption for one in (who, org))
    context.sink.entity(id_, "Membership", " – ".join(names), span)
    context.sink.claim(id_, "member", who, span, is_object=True, voice=voice, confidence=0.8)
    context.sink.claim(id_, "organization", org, span, is_object=True, voice=voice, confidence=0.8)


def _directs(context: Context, view: View, found: re.Match[str], firm: str) -> None:
    who = context.registry.of(view.item(found, "who"))
    told = context.text[slice(*view.span(found, "post"))]
    before = view.masked[: min(found.start("post"), found.start("who"))]
    if not (who and firm) or not _POST.match(told) or _FORMER.search(before):
        return
    if _FORMER.search(view.masked[: found.start("post")]) or _OF_ANOTHER.search(before):
        return
    is_owner = told.casefold().startswith("pemilik")
    cls = "Ownership" if is_owner else "Directorship"
    ends = ("owner", "asset") if is_owner else ("director", "directedCompany")
    span = view.span(found)
    voice = context.voice(span[0])
    tail = f"{who.partition('-')[2]}-{firm.partition('-')[2]}"
    id_ = context.sink.scoped("rel", f"{cls.casefold()}-{tail}")
    names = (context.sink.entities[one].caption for one in (who, firm))
    context.sink.entity(id_, cls, " – ".join(names), span)
    for prop, end in zip(ends, (who, firm), strict=True):
        context.sink.claim(id_, prop, end, span, is_object=True, voice=voice, confidence=0.85)


def _family(context: Context, view: View) -> None:
    couple = sorted(couple_of(context, view))
    if len(couple) == 2:
        _related(context, couple[0], couple[1], "suami istri", view.whole)
    for found in _SIBLINGS.finditer(view.masked):
        one, two = (context.registry.of(view.item(found, name)) for name in ("one", "two"))
        _related(context, one, two, "kakak beradik", view.span(found))
    for found in (*_KINS.finditer(view.masked), *_HIS.finditer(view.masked)):
        kin = found["kin"].casefold()
        before = _before(context, view, found.start())
        if before and kin not in _NO_KIN:
            who = context.registry.of(view.item(found, "who"))
            _related(context, who, before, kin, view.span(found))


def _before(context: Context, view: View, at: int) -> str:
    """Return the last person before a masked position, else the one of the sentence before."""
    people = context.registry.many(view.within(0, at, Kind.PERSON, Kind.INITIALS))
    people = [one for one in people if one not in context.registry.posts_of]
    if people:
        # "SW bersama TR dan istrinya, NL": whose wife she is the text does not say.
        return people[0] if len(people) == 1 else ""
    number = view.sentence.number
    for before in reversed(context.views[max(0, number - 3) : number]):
        named = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        if ids := context.registry.many(named):
            return ids[0] if len(ids) == 1 else ""
    return ""


def _related(context: Context, one: str, other: str, kin: str, span: tuple[int, int]) -> None:
    """Claim that two whom the document accuses are kin, with the word for it."""
    if not one or not other or one == other:
        return
    if not (is_accused(context, one) and is_accused(context, other)):
        return
    tail = f"{one.partition('-')[2]}-{other.partition('-')[2]}"
    id_ = context.sink.scoped("rel", f"kin-{tail}")
    names = (context.sink.entities[person].caption for person in (one, other))
    context.sink.entity(id_, "FamilyRelation", f"{' – '.join(names)}: {kin}", span)
    voice = context.voice(span[0])
    context.sink.claim(id_, "relative", one, span, is_object=True, voice=voice, confidence=0.85)
    context.sink.claim(id_, "relativeOf", other, span, is_object=True, voice=voice, confidence=0.85)
    context.sink.claim(id_, "description", kin, span, voice=voice, confidence=0.85)
