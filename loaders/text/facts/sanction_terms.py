"""What goes with a licence action: who took it, decree, day, length, reason.

Told in the sentence of the action or behind it. Refuses a number that two decrees share.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.durations import Duration
from loaders.text.facts import frames, reality, sanction_lists, sanction_reasons
from loaders.text.facts import sanction_agents as agents
from loaders.text.facts import sanction_shares as shares
from loaders.text.facts.sanction_words import SIZES
from loaders.text.holdings import is_firm
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_PAIR = pattern(
    r"{ORG:company}[^⟨.;]{0,60}?\b(?:[Kk]eputusan|SK)\s+(?:⟨POS\d+⟩\s+|⟨ORG\d+⟩\s+|[^⟨.;,]{0,40}?)?(?:[Nn]omor\s+)?{NUM:number}"
)


_PAIR_BEHIND = pattern(
    r"{NUM:number}[^⟨.;]{0,12}\b(?:untuk|bagi|kepada|terhadap|atas(?:\s+nama)?)\s+(?:[a-z]+\s+){0,3}{ORG:company}"
)
_EACH = Pattern(r"(?i)\bmasing-masing\b")


def _paired(context: Context, view: View) -> list[tuple[Item, Item]]:
    """Return companies and the decrees that a sentence gives them, one each.

    Beside each other, or in two lists that ``masing-masing`` joins in their order.
    """
    # "Nomor 14 untuk PT A, Keputusan Nomor 15 untuk PT B": what stands behind says whose.
    for rule in (_PAIR_BEHIND, _PAIR):
        found = list(rule.finditer(view.masked))
        pairs = [(view.item(one, "company"), view.item(one, "number")) for one in found]
        if len(pairs) > 1:
            return [(a, b) for a, b in pairs if a is not None and b is not None]
    each = _EACH.search(view.masked)
    decrees = _decrees(view) if each else []
    companies = [i for i in view.items if each and i.cls.endswith("Company")]
    if each and not companies:
        companies = _listed_before(context, view, len(decrees))
    is_even = len(companies) == len(decrees) > 1 and _is_apart(companies, decrees)
    return list(zip(companies, decrees, strict=True)) if is_even else []


def _is_apart(companies: list[Item], decrees: list[Item]) -> bool:
    """Whether the companies stand before all decrees, or behind them."""
    return companies[-1].start < decrees[0].start or decrees[-1].start < companies[0].start


_BACK = 4


def _listed_before(context: Context, view: View, size: int) -> list[Item]:
    """Return the companies of the last sentence that names as many: ``untuk tiap perusahaan``."""
    number = view.sentence.number
    for other in reversed(context.views[max(0, number - _BACK) : number]):
        companies = [i for i in other.items if i.cls.endswith("Company")]
        if companies:
            return companies if len(companies) == size else []
    return []


_LIFTED = Pattern(
    r"(?i)\b(?:pengakhiran|pencabutan|mencabut|dicabut\w*)\s+sanksi|\bsanksi\w*\s+dicabut"
)


def pairs(context: Context, view: View) -> None:
    """Claim the decrees of a sentence that gives several companies one each."""
    for named, number in _paired(context, view):
        company = context.registry.of(named)
        if not company or getattr(number.value, "kind", "") != "decree":
            continue
        for action in _decreed(context, view, company):
            if "decreeNumber" not in context.sink.told_of(action):
                key, end = _whole(view, number)
                context.sink.claim(action, "decreeNumber", key, (number.start, end))
            _dated(context, view, action, number)


_YEAR = Pattern(r"(?i)\s(tahun\s+\d{4})$")


def _whole(view: View, number: Item) -> tuple[str, int]:
    """Return a decree's number with the year that a row tells once, and where that ends."""
    behind = [i for i in _decrees(view) if i.start >= number.start]
    dated = next(((i, told) for i in behind if (told := _YEAR.search(i.key))), None)
    if dated is None or dated[0] is number or not number.key.isdigit():
        return number.key, number.end
    return f"{number.key} {dated[1][1]}", dated[0].end


def _decreed(context: Context, view: View, company: str) -> list[str]:
    """Return the action on a company that a decree is of: where sanctions end, that."""
    if not _LIFTED.search(view.masked):
        return sanction_reasons.latest(context, view, [company])
    claims = context.sink.claims.values()
    held = {c.subject for c in claims if c.property == "concernsCompany" and c.value == company}
    return [one for one in held if "-restored-" in one]


def later(context: Context, view: View, actions: list[str]) -> None:
    """Claim what a sentence behind the actions says of them."""
    _decree(context, view, actions)
    if reality.is_real(view, len(view.masked)):
        _when(context, view, actions)
    if reality.is_real(view, 0):
        _by_whom(context, view, actions)
    if _SIGNED.match(view.masked) and reality.is_real(view, 0):
        _lasting(context, view, actions)
    if sanction_reasons.OF_THE_ACTION.search(view.masked) or _decrees(view):
        sanction_reasons.told_here(context, view, actions)
    sanction_reasons.told_later(context, view, actions)
    sanction_lists.find(context, view, actions)
    sanction_reasons.in_order(context, view, actions)


def _by_whom(context: Context, view: View, actions: list[str]) -> None:
    """Read who acted from ``Pencabutan dilakukan KP2MI pada 3 November``."""
    told = agents.doers(context, view, 0) if _SIGNED.match(view.masked) else []
    for action in actions:
        claims = context.sink.claims.values()
        known = {c.value for c in claims if c.subject == action and c.property == "conductedBy"}
        for item, id_ in told or agents.issuers(context, view):
            # Who signed may be added to the ministry of the same person, and to no other agency.
            if not known or id_ in known or context.registry.org_of.get(id_) in known:
                span = item.start, item.end
                context.sink.claim(
                    action, "conductedBy", id_, span, is_object=True, confidence=0.85
                )


def of_item(context: Context, line: View, action: str) -> None:
    """Claim decree, length and reason that a line of a list gives for its one company."""
    _decree(context, line, [action])
    if not _decrees(line) and (number := _NUMBER.search(line.sentence.text)):
        start = line.sentence.start + number.start(1)
        span = start, start + len(number[1])
        context.sink.claim(action, "decreeNumber", number[1], span, confidence=0.85)
    days = [item for item in line.items if item.is_day]
    if len(days) == 1:
        _dated_by(context, action, days[0], 0.82)
    sanction_reasons.told_here(context, line, [action])
    _lasting(context, line, [action])


# In a list of decrees the word for them stands in the first line only.
_NUMBER = Pattern(r"\b[Nn]omor\s+(\d+\s+[Tt]ahun\s+20\d\d)")


# "KP2MI mengumumkannya Jumat", "Menteri P2MI mengumumkan hukuman itu, Rabu"
_ANNOUNCED = Pattern(
    r"\bmengumumkan(?:nya\b|\s+(?:hukuman|sanksi|pencabutan|skorsing|keputusan|pembekuan|penghentian)\b)"
)
# From what day they must not recruit, as in "Mulai hari ini, mereka tidak boleh merekrut".
_BEGINS = Pattern(
    r"^[\"“]?(?:Mulai|Terhitung|Per|Sejak)\s[^.;]{0,40}⟨DAT\d+⟩[^.;]{0,60}\b(?:tidak|tak|dilarang|berhenti|dihentikan|dibekukan|dikunci)\b"
    r"|^(?:Akun|Akses|Layanan)\s[^.;]{0,40}\b(?:dikunci|ditutup|dibekukan|dinonaktifkan)\b"
)


# "baru menerima salinan keputusan pada Senin": the day of receiving is not that of deciding.
_RECEIVED = Pattern(
    r"(?i)\b(?:menerima|mendapat(?:kan)?|memperoleh|membaca|mengetahui)\s+(?:[a-z]+\s+){0,2}(?:surat|keputusan|SK)\b[^.;]{0,30}⟨DAT"
)


def _when(context: Context, view: View, actions: list[str]) -> None:
    """Read the day from ``Keputusan itu diteken pada 8 Desember 2025``."""
    is_told = (_SIGNED, _DATED, _ANNOUNCED, _BEGINS, _ISSUED, _ALL_SIGNED)
    found = next((one for rule in is_told if (one := rule.search(view.masked))), None)
    if found is None or _RECEIVED.search(view.masked):
        return
    if _ALL_SIGNED.made(found) and SIZES[found["all"].casefold()] != len(actions):
        return
    if _TOLD_THEN.search(view.masked) and _SIGNED_ON.search(context.text):
        # "Keputusan yang diumumkan Senin": another sentence tells when it was signed.
        return
    for action in actions:
        date = shares.day_of(context, view, action, found.end())
        if date is not None and len(date.key) == len("2025-12-08"):
            _dated_by(context, action, date, 0.78)
    _bounded(context, view, actions)


_TOLD_THEN = Pattern(r"(?i)\byang\s+diumumkan\b")
_SIGNED_ON = Pattern(r"(?i)\b(?:ditandatangani|diteken)\s+(?:\w+\s+)?\d")


def _dated_by(context: Context, action: str, date: Item, confidence: float) -> None:
    if "date" not in context.sink.told_of(action):
        span = date.start, date.end
        context.sink.claim(
            action, "date", date.key, span, original=date.original, confidence=confidence
        )


def _bounded(context: Context, view: View, actions: list[str]) -> None:
    """Claim from when until when a suspension holds."""
    bounds = shares.bounds_of(view)
    suspended = [one for one in actions if "-suspended-" in one]
    for prop, day, span in bounds if len(suspended) == len(actions) == 1 else ():
        # "sampai 7 Juli" without a year, on a day gone by, means another July.
        is_guessed = prop == "endDate" and not re.search(r"20\d\d", context.text[slice(*span)])
        if is_guessed and shares.is_gone(context, day):
            continue
        if prop not in context.sink.told_of(actions[0]):
            context.sink.claim(actions[0], prop, day, span, confidence=0.85)


def _lasting(context: Context, view: View, actions: list[str]) -> None:
    """Claim how long each suspension lasts."""
    for action in actions:
        value = shares.length_of(context, view, action) if "-suspended-" in action else None
        if value is not None and isinstance(value.value, Duration):
            span = value.start, value.end
            context.sink.claim(action, "suspensionMonths", str(value.value.months), span)


_ENDED = pattern(
    r"\b(?:jatuh\s+tempo|habis|berakhir|kedaluwarsa|mati)(?:\s+(?:masa\s+berlakunya|sejak|pada|per|tanggal|bulan|tahun))*\s+{DAT:date}"
)


def of_action(context: Context, view: View, action: str, found: re.Match[str]) -> None:
    """Claim what the sentence of an action says of it: who, how long, by which decree, when."""
    if "-expired-" not in action:
        # A term runs out by itself.
        agents.claim(context, view, action, found)
    _lasting(context, view, [action])
    _decree(context, view, [action])
    sanction_reasons.told_here(context, view, [action], found)
    taken = _TAKEN.match(view.masked, found.end())
    begun = shares.day_of(context, view, action, found.start())
    ended = _ENDED.search(view.masked) if "-expired-" in action else None
    days = [item for item in view.items if item.kind is Kind.DATE]
    firms = [item for item in view.items if is_firm(item)]
    if taken and (
        (len(days) > 1 and len(firms) > 1) or not shares.is_begun(view, view.item(taken, "date"))
    ):
        taken = None
    near = ended or taken
    date = view.item(near, "date") if near else begun
    # That a licence is there no more tells no day of its end.
    is_of_else = CONTESTED.search(view.masked[: found.start()]) or found.groupdict().get("lost")
    is_of_else = is_of_else or ("-restored-" in action and _is_of_sanction(view, date, found))
    if date is not None and not is_of_else and not _decrees(view)[1:]:
        _dated_by(context, action, date, 0.85)
    _bounded(context, view, [action])


# "diskors pada Juli 2025 dan kini kembali beroperasi": the day of what was lifted.
_SANCTIONED = Pattern(
    r"(?i)\b(?:peringatan|teguran|diskors|skorsing|dibekukan|pembekuan|dicabut|disanksi|sanksi|dihentikan)\b"
)
_AND_NOW = Pattern(r"\b(?:dan|kini|sekarang|namun|tetapi)\b")


def _is_of_sanction(view: View, date: Item | None, found: re.Match[str]) -> bool:
    """Whether a day before a word of restoring is that of the sanction told before both."""
    at = frames.masked_at(view, date) if date is not None else -1
    is_before = 0 <= at < found.start() and _SANCTIONED.search(view.masked, 0, at) is not None
    return is_before and _AND_NOW.search(view.masked, at, found.start()) is not None


# "menggugat pencabutan izinnya, Selasa": the day of contesting is none of deciding.
CONTESTED = Pattern(
    r"(?i)\b(?:menggugat|gugatan|keberatan|memprotes|mempersoalkan|mengkritik|membantah|membatalkan|batal|sengketa)\b"
)
"""Matches words of those who contest what was decided."""
# "sudah dicabut Kementerian Ketenagakerjaan sejak 2024": right behind who did it.
_TAKEN = pattern(
    r"(?:\s+(?:oleh\s+)?{ORG}(?:\s*\([^)⟨]{1,24}\))?)?(?:\s+(?:selama\s+)?⟨DUR\d+⟩)?(?:\s+pertama\s+kali)?\s+(?:sejak|pada)\s+(?:(?:tahun|bulan|awal|akhir|pertengahan)\s+)*{DAT:date}"
)
# "Nomor 301 dan 302 Tahun 2025": which is whose the text does not say.
_SEVERAL = Pattern(r"(?i)\bnomor\s+\d+(?:\s*,\s*\d+)*\s*(?:,|dan|serta)\s*\d+")
_DATED = Pattern(
    r"(?i)\b(?:keputusan|SK)(?:nya)?\b[^,.;]{0,60}?\s(?:(?:ber|ter)tanggal\s+|(?:diambil|ditetapkan|diteken|berlaku|terbit)\s+(?:(?:pada|sejak|mulai|per|tanggal)\s+)*)⟨DAT"
)
_SIGNED = Pattern(
    r"^[\"“]?(?:(?:Ke(?:dua|tiga|empat|lima)|Seluruh)\s+(?:keputusan|surat|sanksi)|Keputusan|Pencabutan|Sanksi|SK|Surat\s+(?:keputusan|pencabutan|sanksi|peringatan|teguran|skorsing)|Skors(?:ing)?"
    r"|Pembekuan|Penghentian|Larangan|Hukuman|Perpanjangan|Teguran|Masa\s+(?:sanksi|skorsing))(?:nya)?\b"
)
# "Keduanya ditetapkan pada 17 Oktober": the decrees of as many companies.
_ALL_SIGNED = Pattern(
    rf"(?i)^[\"“]?(?P<all>{'|'.join(SIZES)})\s+(?:sama-sama\s+)?(?:ditetapkan|diteken|ditandatangani|diterbitkan|dikeluarkan|terbit|bertanggal|berlaku)\b"
)
# "surat keputusannya terbit 22 Agustus"
_ISSUED = Pattern(
    r"(?i)\b(?:surat|keputusan|SK)(?:\s+\w+)?(?:nya)?\s+(?:itu\s+|tersebut\s+)?(?:terbit|keluar|diterbitkan|dikeluarkan|diteken|ditandatangani)\b"
    r"|\b(?:menerbitkan|mengeluarkan|meneken|menandatangani)\s+(?:surat\s+)?(?:keputusan|SK|surat)\b|\bmenjatuhkan\s+(?:sanksi|hukuman)\b"
)


def _dated(context: Context, view: View, action: str, number: Item) -> None:
    """Claim the date of a decree that stands behind its number, unless a date is known."""
    if "date" in context.sink.told_of(action):
        return
    for date in view.items:
        gap = context.text[number.end : date.start] if date.start >= number.end else "-"
        is_its = re.fullmatch(r"(?i)\s*,?\s*(?:ter)?tanggal\s*|\s*,?\s*pada\s+(?:tanggal\s+)?", gap)
        if is_its and date.is_day:
            span = date.start, date.end
            context.sink.claim(action, "date", date.key, span, original=date.text, confidence=0.85)


def _decrees(view: View) -> list[Item]:
    numbers = [i for i in view.items if i.kind is Kind.NUMBER]
    return [i for i in numbers if getattr(i.value, "kind", "") == "decree"]


def _decree(context: Context, view: View, actions: list[str]) -> None:
    numbers = _decrees(view)
    if len(numbers) != 1 or _SEVERAL.search(view.sentence.text):
        return
    for action in actions:
        if shares.share(context, view, action, numbers) is None:
            continue
        span = numbers[0].start, numbers[0].end
        context.sink.claim(action, "decreeNumber", numbers[0].key, span, confidence=0.92)
        _dated(context, view, action, numbers[0])
