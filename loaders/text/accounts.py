"""What accounts, groups, pages and websites are called, and on which service.

Owns the words that open such a name, in quotation marks or not. Refuses a page or a group without
a service, sites of the state, and the name of an agency that an account merely is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text import platforms
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind

_HANDLE = Pattern(r"(?<![\w@.])(?P<h>@[A-Za-z0-9_.]{3,30}(?<!\.))")
_WHAT = (
    r"\b(?i:(?:ber)?akun|grup|group|halaman|fanpage|fans?\s?page|kanal|channel|saluran|laman|profil)"
    r"(?:nya)?\s+"
)
_KIND = (
    r"(?:(?i:media\s+sosial|medsos|resmi|publik|tertutup|palsu|pribadi|obrolan|percakapan|chat"
    r"|di)\s+)*"
)
_CALLED = (
    r"(?:(?i:palsu\s+)?(?i:bernama|dengan\s+nama(?:\s+akun)?|berjudul|bertajuk|atas\s+nama"
    r"|beridentitas|yakni|yaitu|itu)\s+)?"
)
# Some papers open and close a name with the same mark. A group or page is an account, too.
_NAMED = (
    rf"{_WHAT}{_KIND}(?:(?P<pl>{{SERVICE}})\s+)?{_KIND}{_CALLED}"
    r"[\"“”'‘’](?P<h>[^\"“”'‘’\n]{2,40})[\"”'’]"
)
# "akun Facebook Lowker Dubai Legal", "akun Telegram loker_kamboja": no marks; an agency is no name.
_AGENCY = (
    r"(?:Pol(?:da|res\w*|sek|ri)|Kementerian|Kemen\w*|KP2MI|BP2MI|BP3MI|P4MI|KBRI|KJRI|KDEI|Dinas|Pem(?:da|kab|kot|prov)\w*|Bareskrim|Imigrasi"
    r"|Humas|Komdigi|Kominfo|PT|CV|LPK|Yayasan|Menteri|Bupati|Gubernur|Presiden|Ads|Live|Business|Messenger|Reels|Story|Shop)\b"
)
_WORD = rf"(?!{_AGENCY}|(?:Di|Me|Ber|Ter)[a-z]{{4}})[A-Z][\w&’'-]*(?:\.\w+)*"
_PLAIN = (
    rf"{_WHAT}{_KIND}(?P<pl>{{SERVICE}})\s+{_KIND}{_CALLED}"
    rf"(?P<h>(?=[\w.]*[_\d])[A-Za-z][\w.]{{4,30}}(?<!\.)|{_WORD}(?:\s+(?:{_WORD}|\d{{1,4}})){{1,5}})"
)
# "satu akun yang kami pantau, namanya Agen Resmi Dubai"
_WHOSE_NAME = (
    r"\b(?i:akun|grup|kanal|halaman)\b[^.,;:\n\"“”]{0,60},\s+(?i:namanya|bernama)\s+[\"“]?"
    rf"(?P<h>{_WORD}(?:\s+(?:{_WORD}|\d{{1,4}})){{0,5}})"
)
# "grup bernama Info Loker Asia": a name of several words, whatever the service.
_BEARS_NAME = (
    r"\b(?:(?i:nama\s+akun(?:nya)?)|(?i:akun|grup|kanal|halaman|fanpage)\s+(?:(?i:tertutup|publik|obrolan|palsu|itu|tersebut)\s+)*(?i:bernama|dengan\s+nama|bertajuk|berjudul))\s+"
    rf"(?P<h>{_WORD}(?:\s+(?:{_WORD}|\d{{1,4}})){{1,5}})"
)
_NAME_IS = (
    r"\b(?i:nama\s+(?:akun|grup|kanal|halaman)(?:nya)?)\s+(?:(?i:itu|tersebut|adalah|yakni|yaitu|ialah)\s*,?\s+)*"
    r"[\"“'](?P<h>[^\"“”'\n]{2,40})[\"”']"
)
_QUOTED = (
    r"[\"“”](?P<h>[A-Za-z][\w.]*[_.][\w.]*|[a-z0-9]{5,30})[\"”]"
    r"\s+(?:di|pada)\s+(?P<pl>{SERVICE})\b"
)
# "- Facebook: Lowker Dubai": a list of accounts by service.
_LISTED = (
    rf"(?m)^\s*(?:[-–•*]|\d{{1,2}}[.)])\s*(?P<pl>{{SERVICE}})\s*[:–-]\s*"
    rf"(?P<h>(?=[\w.]*_)[A-Za-z][\w.]{{4,30}}|"
    rf"{_WORD}(?:\s+{_WORD}){{1,5}})\s*;?$"
)
# "nama “X” yang beriklan di Facebook": what advertises there is an account.
_ADVERTISES = (
    r"[\"“”](?P<h>[^\"“”\n]{3,40})[\"”]\s+(?:yang\s+)?(?:ber(?:iklan|operasi|promosi)|"
    r"aktif|muncul|memasang\s+iklan)\s+(?:di|lewat|melalui)\s+"
    r"(?P<pl>{SERVICE})\b"
)
_BEHIND = (
    r"[\"”]?\s+(?:di|pada|yang\s+[a-z]+\s+di)\s+(?:aplikasi\s+|platform\s+)?(?P<pl>{SERVICE})\b"
)
_SITE = Pattern(
    r"\b(?i:situs|website|web|laman|portal|domain|tautan|alamat|blog|site)(?:nya)?\s+(?:(?i:web|resmi|palsu|lowongan|kerja|loker|bernama|internet|beralamat|di)\s+)*[\"“]?"
    r"(?P<h>(?:https?://)?(?:www\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]{2,})+(?:/[\w./-]*\w)?)(?![\w@])"
)
_SCHEME = Pattern(r"^(?:https?://)?(?:www\.)?")
# Sites of the state, of papers and of services are nobody's account.
_PUBLIC = Pattern(
    r"(?i)\.(?:go|mil|ac|sch|desa)\.id\b|\b(?:detik|kompas|tempo|antaranews|tribunnews|liputan6|okezone|facebook|instagram|tiktok|google|whatsapp|youtube|kompasiana)\.\w+"
)
# A sentence begins behind a dateline, too.
_OPENS = Pattern(r"(?:^|[.\n\"“]\s*|\s[–—-]\s)$")


def recognise(text: str) -> Iterator[Item]:
    """Yield accounts and websites as items."""
    for found in _SITE.finditer(text):
        if not _PUBLIC.search(found["h"]):
            name, (start, end) = found["h"], found.span("h")
            key = _SCHEME.sub("", name)
            yield Item(start, end, name, Kind.HANDLE, key, "SocialMediaAccount", "website")
    for found in _names(text):
        if not _AGED.match(text, found.end("h")):
            yield _item(text, found.span("h"))


# "admin grup WhatsApp bernama Joko (39)": only people have an age.
_AGED = Pattern(r"[\"”]?\s*\(\d{2}(?:\s+tahun)?\)")


def _names(text: str) -> Iterator[re.Match[str]]:
    """Yield where accounts are called by a name, in the group ``h``."""
    yield from _HANDLE.finditer(text)
    for found in platforms.pattern(_PLAIN).finditer(text):
        # In a headline any word is capital: "Pengelola 14 Grup Telegram Lowongan Kerja".
        if text[found.start()].islower() or _OPENS.search(text[: found.start()]):
            yield found
    for source in (_QUOTED, _LISTED, _ADVERTISES, _NAME_IS, _WHOSE_NAME, _BEARS_NAME):
        yield from platforms.pattern(source).finditer(text)
    for found in platforms.pattern(_NAMED).finditer(text):
        word = text[found.start() : found.start("h")].split(maxsplit=1)[0].casefold()
        # A page of a paper or a group of people is no account unless a service is named.
        if word.endswith("akun") or found["pl"]:
            yield found


def _item(text: str, span: tuple[int, int]) -> Item:
    """Return an account, with the service that is named behind it or shortly before."""
    start, end = span
    behind = platforms.pattern(_BEHIND).match(text, end)
    window = behind.span("pl") if behind else (max(0, start - 40), start)
    service = [notation for notation, _, _ in platforms.named(text, *window)][-1:]
    name = text[start:end]
    return Item(start, end, name, Kind.HANDLE, name, "SocialMediaAccount", "".join(service))
