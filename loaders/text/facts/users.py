"""Who uses a number, an account or a site, and who owns or runs a car or a boat.

Owns the words that tie a channel to somebody, and which channel ``akun itu`` means. Refuses
channels of officials, of those who only tell of one, and words that may mean two channels.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import offers
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_NET = (Kind.PHONE, Kind.ACCOUNT, Kind.HANDLE, Kind.EMAIL)
_CRAFT = (Kind.PLATE, Kind.VESSEL)
_MARK = r"⟨(?:PHO|ACC|HAN|EML|PLT|VES)\d+⟩"
_ASIDE = r"(?:\s*\([^)⟨]{0,24}\))?"
_MAN = (
    r"(?:(?:oleh|seorang|sosok|pria|perempuan|wanita|lelaki|laki-laki|tersangka|terdakwa|pelaku|warga|berinisial|inisial|bernama"
    r"|asli|perekrut|agen|calo|sponsor|tekong|tauke|toke|bosnya|pengusaha|perusahaan|rental|pasangan|suami|istri|sebagai"
    r"|adalah|ialah|yakni|yaitu|⟨CNT\d+⟩|(?:asal|dari)\s+⟨LOC\d+⟩),?\s+){0,7}"
)
_WHO = rf"{_MAN}(?P<who>{{WHO}}{_ASIDE}(?:\s*(?:,|dan|serta)\s+{{PER}}{_ASIDE}){{0,3}})"
_WORDS = {
    "akun|grup|kanal|laman|situs|halaman|fanpage|channel|profil|website|portal": (Kind.HANDLE,),
    "nomor|kontak": (Kind.PHONE,),
    "rekening|e-wallet|dompet": (Kind.ACCOUNT, Kind.PHONE),
    "kapal|perahu|speedboat|speed boat|boat|pompong|feri": (Kind.VESSEL,),
    "mobil|motor|kendaraan|bus|minibus|truk": (Kind.PLATE,),
}
_WORD = rf"(?:{'|'.join(_WORDS)})"
_THAT = rf"(?i:\b{_WORD}(?:\s+(?!milik\b)[a-zA-Z]+)?)\s+(?:itu|tersebut|ini|dimaksud)"
_OWN = r"(?P<own>milik(?:nya)?|kepunyaan|punya|dimiliki)"
_USE = (
    r"atas\s+nama|a\.n\.|an\.|dikelola|dioperasikan|dijalankan|dikendalikan|dipegang|dipakai|digunakan|dikuasai|dibuat|diatur"
    r"|terdaftar\s+atas\s+nama|tercatat\s+atas\s+nama|dikemudikan|disopiri|disupiri|dinakhodai|dinahkodai|ditekongi|dicarter|disewa"
)
_GAP = (
    r"(?:(?!⟨(?:PER|INI|ORG|POS|PHO|ACC|HAN|PLT|VES)"
    rf"|\b(?:tidak|bukan|belum|dan|dari|lalu|kemudian|{'|'.join(list(_WORDS)[:3])}|mobil)\b)[^.;:\"“]){{0,90}}?"
)
# "akun X dikelola DF", "mobil tersebut ternyata milik CV Y"
_PASSIVE = pattern(
    rf"(?P<what>{_MARK}|{_THAT})\s*,?{_GAP}[\s(](?:{_OWN}|{_USE})(?:\s+dari\s+{{LOC}})?(?:\s+oleh)?\s+{_WHO}"
)
# "Kapal milik Fujian Ocean itu": the boat told of before.
_OF_THEIRS = pattern(
    rf"(?P<what>(?i:\b{_WORD}))\s+(?P<own>milik|kepunyaan)\s+{_MAN}(?P<who>{{WHO}})\s+(?:itu|tersebut|ini)\b"
)
# "Admin grup tersebut, laki-laki bernama LB", "Pemiliknya tercatat sebagai TK"
_NOUN = pattern(
    r"\b(?i:pemilik|pengelola|admin|administrator|operator|pemegang|pengguna|penyewa)"
    rf"(?:(?P<its>nya)|\s+(?P<what>(?:{_WORD}\s+)?(?:[A-Za-z]+\s+)?{_MARK}|{_WORD}(?:\s+[A-Za-z]+)?\s+(?:itu|tersebut|ini)|{_WORD}(?=\s*,)))"
    rf"\s*,?\s+(?:(?:adalah|ialah|yakni|yaitu|yang|belakangan|kemudian|diketahui|tercatat|ternyata|merupakan|bernama|sebagai)\s+)*{_WHO}"
)
# Whom an account is run by, told behind his name: "RD (28), pengelola kanal Telegram X".
_RUNNER = pattern(
    rf"(?P<who>{{PER}}){_ASIDE}\s*(?:,\s+|,?\s+(?:yang\s+)?(?:(?:diduga|juga|diketahui|disebut)\s+)*(?:menjadi|merupakan|adalah|ialah|sebagai|selaku|berperan\s+sebagai)\s+)"
    r"(?:seorang\s+)?(?i:pemilik|pengelola|admin|administrator|operator|pembuat)\s+(?:sekaligus\s+\w+\s+)?"
    rf"(?P<what>{_WORD}(?:\s+[A-Za-z]+){{0,3}}\s+{_MARK})"
)
_NUMBERED = pattern(
    rf"\b(?:atas\s+nama|milik)\s+{_WHO}\s*,?\s+(?:dengan\s+)?(?:nomor\s+|no\.\s*)?(?:rekening\s+)?(?P<what>⟨ACC\d+⟩)"
)
_VERB = (
    r"(?:lewat|melalui|via|mengelola|mengoperasikan|menjalankan|mengendalikan|memakai|menggunakan|menguasai|memiliki|membuat|memegang"
    r"|memanfaatkan|mempunyai|menyewa|mencarter|memasang\s+iklan\s+di|beriklan\s+di)"
)
_BY_OTHERS = (
    r"\b(?:di(?!duga|sebut|ketahui|kenal)[a-z]{3,}|ter(?!sangka|dakwa)[a-z]{4,}"
    r"|polisi|penyidik|petugas|membantah|menyangkal|menampik|menepis|tidak|tak|bukan|belum)\b"
)
# "SW dibujuk lewat akun": what befell somebody tells of another's account.
_USES = (
    rf"(?:(?!⟨(?:PER|INI|ORG)|{_BY_OTHERS})[^.;\"“]){{0,110}}?"
    rf"\b{_VERB}\s+(?:sebuah\s+|beberapa\s+|[a-z]+\s+)?(?:akun|nomor|grup|kanal|situs|laman|halaman|website|speed\s?boat|perahu|kapal|mobil|Google\s+dan\s+situs)\b"
    rf"[^⟨.;]{{0,40}}(?P<what>{_MARK}(?:\s*(?:,|dan|serta)\s+[^⟨.;]{{0,24}}{_MARK})*)"
)
_ACTIVE = pattern(
    rf"(?P<who>{{WHO}}{_ASIDE}(?:\s*(?:,|dan|serta)\s+{{PER}}{_ASIDE}){{0,3}}){_USES}"
)
# "Tersangka memakai akun X": the one whom the document calls so.
_ACCUSED_USES = pattern(
    rf"(?<!ara\s)(?<!edua\s)(?<!etiga\s)\b(?i:tersangka|terdakwa|pelaku)(?!\s+(?:lain|utama|⟨|[A-Z]))(?=\s){_USES}"
)
# "menampung uang itu di rekening X"
_KEEPS = pattern(
    rf"(?P<who>{{PER}}){_ASIDE}\s+(?:(?:diduga|juga|lalu|kemudian)\s+)*(?:menampung|menerima|menyimpan|mengumpulkan|mentransfer|menarik)\b"
    r"(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){1,60}?\s(?:di|ke|lewat|melalui|dari)\s+(?:nomor\s+)?rekening(?:nya)?\b(?:[^⟨.;]|⟨ORG\d+⟩){0,30}(?P<what>⟨ACC\d+⟩)"
)
_MANAGES = pattern(
    rf"(?P<who>{{PER}}){_ASIDE}\s*,?\s+(?:(?:yang|diduga|disebut|juga|turut|ikut)\s+)*{_VERB}\s+(?P<what>{_THAT})"
)
# "Lewat akun X, tersangka ER menyebar", "lewat kanal tersebut, AG mengajak"
_FRONTED = pattern(
    rf"(?:^|[,.]\s+)[\"“]?(?i:lewat|melalui|dengan|menggunakan|memakai)\s+(?P<what>(?:sebuah\s+)?{_WORD}[^⟨.;,]{{0,40}}{_MARK}|{_THAT})\s*,\s+"
    rf"{_MAN}(?P<who>{{PER}}){_ASIDE}\s+(?:(?:juga|lalu|kemudian|diduga)\s+)*me[a-z]{{3,}}"
)
_PHONE_WORDS = r"(?:(?i:nomor|no\.?|wa|whatsapp|hp|telepon|ponsel|kontak|seluler)\s*:?\s*)*"
# "Leo, nomor +60 11", "menghubungi Leo di nomor +60 11"
_BESIDE = pattern(
    rf"(?P<who>{{PER}}){_ASIDE}(?:\s*,\s+(?:dengan\s+)?(?=(?i:nomor|no|wa|whatsapp|hp|kontak))|\s*\(\s*|\s+(?:di|dengan|pada|melalui|lewat)\s+(?=(?i:nomor|no|wa)))"
    rf"{_PHONE_WORDS}(?P<what>⟨PHO\d+⟩)"
)
# "milik Rusli dan dinakhodai Mansur": told of the same boat.
_STEERED = pattern(
    rf"(?P<what>{_MARK}|{_THAT})[^.;:\"“]{{0,120}}?\b(?:dan|serta|,)\s+(?:dikemudikan|disopiri|disupiri|dinakhodai|dinahkodai|ditekongi)"
    rf"(?:\s+oleh)?\s+{_WHO}"
)
_RULES = (
    _PASSIVE,
    _STEERED,
    _OF_THEIRS,
    _NOUN,
    _RUNNER,
    _NUMBERED,
    _ACTIVE,
    _MANAGES,
    _KEEPS,
    _FRONTED,
    _BESIDE,
)
# "memancing SW lewat akun": whoever does it uses the account; whom one calls has the number.
_OBJECT = Pattern(r"(?i)\b(?!menghubungi)me[a-z]{3,}\s+(?:(?:tersangka|pelaku|terdakwa)\s+)?$")
_NOT_SO = Pattern(r"(?i)\b(?:tidak|bukan|belum|akan)\s+(?:\w+\s+)?$")
_BANKS = "BCA|BRI|BNI|BSI|BTN|BJB|Mandiri|Danamon|Permata|CIMB|SeaBank"
# A bank's name alone tells of an account too: "ke rekening BTN atas nama X".
_UNNUMBERED = pattern(
    rf"\b(?:rekening|tabungan|(?:kartu\s+)?ATM)\s+(?:(?i:bank\s+)?(?P<bank>{_BANKS})|{{ORG:institute}})\s+"
    rf"(?:atas\s+nama|a\.n\.|an\.|milik)\s+{_MAN}(?P<who>{{WHO}})(?!\s*,?\s+(?:dengan\s+)?(?:nomor|no\b|⟨ACC))"
)


def find(context: Context) -> None:
    """Claim who uses and who owns the channels that body sentences tell of."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        for rule in _RULES:
            for found in rule.finditer(view.masked):
                _tie(context, view, found)
        for found in _UNNUMBERED.finditer(view.masked):
            _unnumbered(context, view, found)
        for found in _ACCUSED_USES.finditer(view.masked):
            _used_by_accused(context, view, found)


def only_account(context: Context) -> list[Item]:
    """Return the account that a document means where it names one alone."""
    accounts = [i for i in context.registry_items if i.kind is Kind.HANDLE]
    return accounts[:1] if len(set(context.registry.many(accounts))) == 1 else []


def meant(context: Context, view: View, at: int, words: str) -> list[Item]:
    """Return the channel that ``akun itu`` or ``pemiliknya`` means, where it can be but one.

    Args:
        context: The document.
        view: The sentence.
        at: Where the words stand in its masked text.
        words: The words; empty where only ``-nya`` tells.
    """
    kinds = next(
        (k for names, k in _WORDS.items() if re.match(rf"(?i)(?:{names})\b", words.strip())),
        (*_NET, *_CRAFT),
    )
    number = view.sentence.number
    near = [view.within(0, at, *kinds)]
    near += [list(filter(lambda i: i.kind in kinds, context.views[n].items))
             for n in range(number - 1, max(-1, number - 4), -1)]  # fmt: skip
    near = [[i for i in items if not _PATROL.match(i.text)] for items in near]
    found = next((items for items in near if items), [])
    if len(set(context.registry.many(found))) == 1:
        return found[:1]
    return only_account(context) if Kind.HANDLE in kinds and not found else []


# Boats of the police and the navy are whom others' boats meet.
_PATROL = Pattern(r"K(?:P|RI|N|AL)\b")


def _tie(context: Context, view: View, found: re.Match[str]) -> None:
    groups = found.groupdict()
    before = view.masked[: found.start()]
    if _ACTIVE.made(found) and _OBJECT.search(before):
        return
    if context.is_denied(view.offset(found.start("who"))) or _NOT_SO.search(before):
        return
    used = view.within(*found.span("what"), *_NET, *_CRAFT) if groups.get("what") else []
    # "pengelolanya", "adminnya": of an account, where no word says of what.
    what = groups.get("what") or ("akun" if _RUNS.match(found[0]) else "")
    used = used or meant(context, view, found.start(), what)
    users = view.within(*found.span("who"), Kind.PERSON, Kind.INITIALS, Kind.ORG)
    for user in users:
        for channel in used if _may_use(context, user, found) else ():
            is_owned = channel.kind in _CRAFT and _is_owner(found)
            _claim(context, user, channel, view.span(found), is_owned=is_owned)


def _used_by_accused(context: Context, view: View, found: re.Match[str]) -> None:
    people = offers.accused_one(context)
    if people and not context.is_denied(view.offset(found.start())):
        voice = context.voice(view.offset(found.start())).as_("alleged")
        for channel in view.within(*found.span("what"), *_NET):
            if what := context.registry.of(channel):
                relate(context, (people[0], what), view.span(found), voice)


def _is_owner(found: re.Match[str]) -> bool:
    """Whether the words of a match say that somebody owns what he uses."""
    if _RUNNER.made(found):
        return _OWNER.search(found[0]) is not None
    return bool(found.groupdict().get("own") or _OWNER.match(found[0]))


def _may_use(context: Context, user: Item, found: re.Match[str]) -> bool:
    id_ = context.registry.of(user)
    if user.kind is Kind.ORG:
        is_firm = user.cls in FIRMS or user.cls.endswith("Organization")
        return (
            bool(id_)
            and user.cls != "MediaOrganization"
            and (is_firm or any(rule.made(found) for rule in _OF_ALL))
        )
    # Whose name an account bears need not be accused; an official only tells of it.
    return bool(id_) and id_ not in context.registry.posts_of


_RUNS = Pattern(r"(?i)pengelola|admin")
_OWNER = Pattern(r"(?i)pemilik")
# By these an agency has a number or an account of its own, too.
_OF_ALL = (_PASSIVE, _NUMBERED)


def _claim(
    context: Context, user: Item, channel: Item, span: tuple[int, int], *, is_owned: bool
) -> None:
    who, what = context.registry.of(user), context.registry.of(channel)
    if what:
        ends = ("owner", "asset") if is_owned else ("channelUser", "channel")
        relate(context, (who, what), span, _voice(context, user, span), ends)


def relate(
    context: Context,
    ids: tuple[str, str],
    span: tuple[int, int],
    voice: Voice,
    ends: tuple[str, str] = ("channelUser", "channel"),
) -> None:
    """Claim that somebody uses a channel, or owns it, by the properties for the two."""
    cls = "Ownership" if ends[0] == "owner" else "ChannelUse"
    tail = "-".join(one.partition("-")[2] or slug(one) for one in ids)
    word = "ownership" if cls == "Ownership" else "use"
    id_ = context.sink.scoped("rel", f"{word}-{tail}")
    names = (context.sink.entities[one].caption for one in ids)
    context.sink.entity(id_, cls, " – ".join(names), span)
    for prop, end in zip(ends, ids, strict=True):
        context.sink.claim(id_, prop, end, span, is_object=True, voice=voice, confidence=0.82)


def _voice(context: Context, user: Item, span: tuple[int, int]) -> Voice:
    voice = context.voice(span[0])
    return voice if user.kind is Kind.ORG else voice.as_("alleged")


def _unnumbered(context: Context, view: View, found: re.Match[str]) -> None:
    """Claim an account of which the text tells the bank and the holder, and no number."""
    user = view.item(found, "who")
    who = context.registry.of(user)
    if user is None or not who or who in context.registry.posts_of:
        return
    institute = view.item(found, "institute")
    bank = institute.text.removeprefix("Bank ") if institute else found["bank"]
    if institute and bank == institute.text and not re.fullmatch(_BANKS, bank):
        return
    span = view.span(found)
    caption = context.text[slice(*span)]
    tail = slug(f"{bank} {context.sink.entities[who].caption}")
    id_ = context.sink.entity(context.sink.scoped("acc", tail), "BankAccount", caption, span)
    context.sink.claim(
        id_, "bank", bank, view.span(found, "institute" if institute else "bank"), confidence=0.85
    )
    relate(context, (who, id_), span, _voice(context, user, span))
