"""Phones, bank accounts, number plates, social media accounts, addresses on the web, vessels.

Owns what may be called an identifier: bank accounts need a bank or the word ``rekening``, plates
a word for a vehicle or ``nopol``. Refuses bare digit runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text import accounts
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind

_PHONE = Pattern(
    r"(?<![\d/.-])(?:\+62|62|0)[ -]?8\d{1,3}(?:[ -]?\d{3,5}){2}(?![\d/])|(?<!\d)\+"
    r"(?:60|65|66|84|855|95|966|971|886|852|853)[ -]?\d(?:[ -]?\d){6,10}(?!\d)"
)
_BANKS = (
    r"(?:Bank\s+)?(?:BCA|BRI|BNI|Mandiri|BSI|CIMB(?:\s+Niaga)?|Danamon|Permata|BTN"
    r"|Bank\s+NTT|BJB|Bank\s+Jatim|Bank\s+DKI|Maybank|SeaBank|Sea\s?Bank|Jago|DANA|OVO"
    r"|GoPay)"
)
_ACCOUNT = Pattern(
    rf"(?i:rekening|no\.?\s*rek\.?|norek)"
    rf"(?:[\w\s.,:()]{{0,40}}?|[^\n\"“;!?]{{0,90}}?\b(?i:nomor|no\.)\s*:?\s*)"
    rf"(?P<n>\d[\d -]{{6,20}}\d)(?!\d)|(?P<bank>{_BANKS})[\s,:]*"
    rf"(?:(?:dengan\s+)?(?:nomor|no\.?|rekening"
    rf"|norek)[\s.:]*(?:rekening)?[\s.:]*)?(?P<n2>\d[\d -]{{8,20}}\d)(?!\d)"
)
_BANK = Pattern(_BANKS)
# "rekening BNI 0891234457": the number is the bank's; purses of phones go by the phone's.
_OF_BANK = Pattern(
    r"(?:(?i:rekening|no\.?\s*rek\.?|norek)|\b(?:BCA|BRI|BNI|Mandiri|BSI|CIMB|BTN|Danamon|Permata|BJB|SeaBank|Jago))"
    r"(?:\s+(?:Bank\s+)?(?:BCA|BRI|BNI|Mandiri|BSI|BTN|nomor|no\.?|dengan|rekening))*[\s.:]*$"
)
_PLATE = Pattern(
    r"(?:(?i:nopol|nomor\s+polisi|pelat(?:\s+nomor)?|plat(?:\s+nomor)?|mobil|motor"
    r"|minibus|bus|kendaraan|truk|travel|pikap|pickup|avanza|xenia|innova|hiace"
    r"|sigra|calya|honda|yamaha|suzuki|toyota|daihatsu|mitsubishi|isuzu|hino|nissan|wuling)\b[\w\s,:()-]{0,40}?)"
    r"(?P<p>\b[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{1,3}\b)"
)
# "bernomor polisi KB 7012 HD dan KB 1188 WL", "Honda Beat H 5521 AQ dan Yamaha Mio H 6610 BD"
_MORE_PLATES = Pattern(
    r"\s*(?:,|dan|serta|,\s*dan)\s+(?:[A-Za-z][\w-]*\s+){0,4}?(?P<p>[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{1,3}\b)"
)
_EMAIL = Pattern(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = Pattern(r"https?://[^\s<>\"”)]+(?<![.,;])")


_VESSEL = Pattern(
    # "Jalan MT Haryono" is a street.
    r"(?<!\w)(?<!Jalan )(?<!Jl )(?<!Jl\. )"
    r"(?P<v>(?:KM|KLM|KMP|MV|MT|KN|KAL|FV)\.?\s+[\"“]?(?!Tanpa\b)[A-Z][\w-]*(?:\s+(?:[A-Z][\w-]*|\d+))*"
    # Alone "Feri" is rather somebody's name.
    # "Nakhoda Kapal Hasan Basri": his name, not the ship's.
    r"|(?:(?<!akhoda )(?<!ahkoda )(?<!apten )(?<!ekong )(?<!wak )(?<!uah )Kapal"
    r"|(?<=naik )Feri|(?<=kapal )Feri|(?<=menumpang )Feri|(?<=dengan )Feri)\s+"
    r"(?!(?:Motor|Polisi|Patroli|Perang|Negara|Republik|Cepat|Ikan|Pelni|Ferry|Feri|TNI|Layar|Nelayan|KM"
    r"|Penumpang|Malaysia|Indonesia|Asing|RI|Bakamla|Basarnas|Yang|Itu|Tersebut|Ini|Tenggelam|Karam"
    r"|Hilang|Bermuatan|Berbendera|Di[a-z]{5,}|Terbalik|Kandas|Terbakar|Kayu|Pesiar|Kargo|Tanker|Pengangkut|Pembawa|Perikanan|China|Cina)\b)[A-Z][a-z]+(?:\s+(?:[A-Z][a-z]+|\d+))*"
    r"(?=\s+[a-z(])|KP\.?\s+[A-Z][a-z]+[ -]?\d+)"
)
_BOAT = (
    r"\b(?i:kapal|perahu|speed\s?boat|boat|bot|pompong|feri|ferry|tugboat|tongkang|long\s?boat)"
    r"(?:\s+(?:ikan|motor|kayu|kargo|penumpang|cepat|pancing|penangkap|tanker|induk|bernama|pukat|longline)){0,3}\s+"
)
_NO_BOAT = (
    r"(?<=[a-z]\s)(?!(?:Ber|Me|Di|Ter)[a-z]{3}|(?:Polisi|Patroli|Perang|Negara|Bea|TNI|Polairud|Satpolairud|Basarnas|Bakamla|Pelni"
    r"|GT|PK)\b)"
)
# In marks, or with a number behind: "kapal Fu Yuan Yu 7788".
_NAMED_BOAT = Pattern(
    _BOAT + r"(?:[\"“](?P<q>[A-Z][^\"“”\n]{2,30})[\"”]"
    rf"|(?P<v>{_NO_BOAT}[A-Z][a-z]+(?:\s+[A-Z]\w*){{1,3}}\s+(?:No\.?\s*)?\d{{1,5}})(?!\s*(?:PK|GT|orang|WNI|ABK|PMI)\b))"
)

# "menyita 7 tiket KM Umsini": the paper, not the ship.
_TICKET = Pattern(r"(?i)\b(?:tiket|boarding\s+pass|karcis)(?:\s+kapal)?\s+$")


def recognise(text: str) -> Iterator[Item]:
    """Yield identifiers as items; their key is the value to be checked by its type."""
    for found in _URL.finditer(text):
        yield Item(found.start(), found.end(), found[0], Kind.URL, found[0])
    for found in _EMAIL.finditer(text):
        yield Item(found.start(), found.end(), found[0], Kind.EMAIL, found[0], "EmailAddress")
    for found in _PHONE.finditer(text):
        if _OF_BANK.search(text, max(0, found.start() - 40), found.start()):
            continue
        yield Item(found.start(), found.end(), found[0], Kind.PHONE, found[0], "PhoneNumber")
    yield from _accounts(text)
    for found in _VESSEL.finditer(text):
        if _TICKET.search(text, max(0, found.start() - 24), found.start()):
            continue
        yield Item(found.start(), found.end(), found["v"], Kind.VESSEL, found["v"], "Vessel")
    for found in _NAMED_BOAT.finditer(text):
        group = "q" if found["q"] else "v"
        yield Item(*found.span(group), found[group], Kind.VESSEL, found[group], "Vessel")
    yield from _plates(text)
    yield from accounts.recognise(text)


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
