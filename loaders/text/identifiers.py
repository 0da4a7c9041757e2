"""Phones, bank accounts, number plates, social media accounts, addresses on the web, vessels.

Owns what may be called an identifier: bank accounts need a bank or the word ``rekening``, plates
a word for a vehicle or ``nopol``. Refuses bare digit runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text import platforms
from loaders.text.spans import Item, Kind

_PHONE = re.compile(
    r"(?<![\d/.-])(?:\+62|62|0)[ -]?8\d{1,3}(?:[ -]?\d{3,5}){2}(?![\d/])|(?<!\d)\+"
    r"(?:60|65|66|84|855|95|966|971|886|852|853)[ -]?\d(?:[ -]?\d){6,10}(?!\d)"
)
_BANKS = (
    r"(?:Bank\s+)?(?:BCA|BRI|BNI|Mandiri|BSI|CIMB(?:\s+Niaga)?|Danamon|Permata|BTN"
    r"|Bank\s+NTT|BJB|Bank\s+Jatim|Bank\s+DKI|Maybank|SeaBank|Sea\s?Bank|Jago|DANA|OVO"
    r"|GoPay)"
)
_ACCOUNT = re.compile(
    rf"(?i:rekening|no\.?\s*rek\.?|norek)"
    rf"(?:[\w\s.,:()]{{0,40}}?|[^\n\"“;!?]{{0,90}}?\b(?i:nomor|no\.)\s*:?\s*)"
    rf"(?P<n>\d[\d -]{{6,20}}\d)(?!\d)|(?P<bank>{_BANKS})[\s,:]*"
    rf"(?:(?:dengan\s+)?(?:nomor|no\.?|rekening"
    rf"|norek)[\s.:]*(?:rekening)?[\s.:]*)?(?P<n2>\d[\d -]{{8,20}}\d)(?!\d)"
)
_BANK = re.compile(_BANKS)
_PLATE = re.compile(
    r"(?:(?i:nopol|nomor\s+polisi|pelat(?:\s+nomor)?|plat(?:\s+nomor)?|mobil|motor"
    r"|minibus|bus|kendaraan|truk|travel|pikap|pickup|avanza|xenia|innova|hiace"
    r"|sigra|calya)\b[\w\s,:()-]{0,40}?)"
    r"(?P<p>\b[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{1,3}\b)"
)
# "bernomor polisi KB 7012 HD dan KB 1188 WL"
_MORE_PLATES = re.compile(
    r"\s*(?:,|dan|serta|,\s*dan)\s+(?P<p>[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{1,3}\b)"
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z0-9_.]{3,30}(?<!\.)")
# Some papers open and close a name with the same mark. A group or page is an account, too.
_NAMED_ACCOUNT = (
    r"\b(?i:akun|grup|halaman|fanpage|kanal|channel|saluran|laman)\s+"
    r"(?:(?:media\s+sosial|resmi|publik|tertutup)\s+)*(?:(?P<pl>{SERVICE})\s+)?"
    r"(?:(?:bernama|dengan\s+nama|berjudul|bertajuk)\s+)?"
    r"[\"“”'‘’](?P<h>[^\"“”'‘’\n]{2,40})[\"”'’]"
)
_QUOTED_NAME = (
    r"[\"“”](?P<h>[A-Za-z][\w.]*[_.][\w.]*|[a-z0-9]{5,30})[\"”]"
    r"\s+(?:di|pada)\s+(?P<pl>{SERVICE})\b"
)
_BEHIND = r"[\"”]?\s+(?:di|pada)\s+(?:aplikasi\s+|platform\s+)?(?P<pl>{SERVICE})\b"
_EMAIL = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"https?://[^\s<>\"”)]+(?<![.,;])")


_VESSEL = re.compile(
    # "Jalan MT Haryono" is a street.
    r"(?<!\w)(?<!Jalan )(?<!Jl )(?<!Jl\. )"
    r"(?P<v>(?:KM|KLM|KMP|MV|MT|KN|KAL)\.?\s+[\"“]?[A-Z][\w-]*(?:\s+(?:[A-Z][\w-]*|\d+))*"
    # Alone "Feri" is rather somebody's name.
    r"|(?:Kapal|(?<=naik )Feri|(?<=kapal )Feri|(?<=menumpang )Feri|(?<=dengan )Feri)\s+"
    r"(?!(?:Motor|Polisi|Patroli|Perang|Negara|Republik|Cepat|Ikan|Pelni|Ferry|Feri|TNI|Layar|Nelayan|KM"
    r"|Penumpang|Malaysia|Indonesia|Asing|RI|Bakamla|Basarnas|Yang|Itu|Tersebut|Ini)\b)[A-Z][a-z]+(?:\s+(?:[A-Z][a-z]+|\d+))*"
    r"(?=\s+[a-z(])|KP\.?\s+[A-Z][a-z]+[ -]?\d+)"
)


def recognise(text: str) -> Iterator[Item]:
    """Yield identifiers as items; their key is the value to be checked by its type."""
    for found in _URL.finditer(text):
        yield Item(found.start(), found.end(), found[0], Kind.URL, found[0])
    for found in _EMAIL.finditer(text):
        yield Item(found.start(), found.end(), found[0], Kind.EMAIL, found[0], "EmailAddress")
    for found in _PHONE.finditer(text):
        yield Item(found.start(), found.end(), found[0], Kind.PHONE, found[0], "PhoneNumber")
    yield from _accounts(text)
    for found in _VESSEL.finditer(text):
        yield Item(found.start(), found.end(), found["v"], Kind.VESSEL, found["v"], "Vessel")
    yield from _plates(text)
    for found in _HANDLE.finditer(text):
        yield _handle(text, found.span())
    for found in platforms.pattern(_QUOTED_NAME).finditer(text):
        yield _handle(text, found.span("h"))
    for found in platforms.pattern(_NAMED_ACCOUNT).finditer(text):
        word = text[found.start() : found.start("h")].split(maxsplit=1)[0].casefold()
        # A page of a paper or a group of people is no account unless a service is named.
        if word == "akun" or found["pl"]:
            yield _handle(text, found.span("h"))


def _handle(text: str, span: tuple[int, int]) -> Item:
    """Return an account, with the service that is named behind it or shortly before."""
    start, end = span
    behind = platforms.pattern(_BEHIND).match(text, end)
    window = behind.span("pl") if behind else (max(0, start - 40), start)
    service = [notation for notation, _, _ in platforms.named(text, *window)][-1:]
    name = text[start:end]
    return Item(start, end, name, Kind.HANDLE, name, "SocialMediaAccount", "".join(service))


def _plates(text: str) -> Iterator[Item]:
    for found in _PLATE.finditer(text):
        plate: re.Match[str] | None = found
        while plate is not None:
            start, end = plate.span("p")
            yield Item(start, end, plate["p"], Kind.PLATE, plate["p"], "Vehicle")
            plate = _MORE_PLATES.match(text, end)


def _accounts(text: str) -> Iterator[Item]:
    for found in _ACCOUNT.finditer(text):
        group = "n" if found["n"] else "n2"
        start, end = found.span(group)
        bank = found["bank"] or _bank_near(text, start, end)
        yield Item(start, end, text[start:end], Kind.ACCOUNT, text[start:end], "BankAccount", bank)


def _bank_near(text: str, start: int, end: int) -> str:
    for window in (text[max(0, start - 40) : start], text[end : end + 20]):
        if found := _BANK.search(window):
            return found[0]
    return ""
