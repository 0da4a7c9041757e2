"""Money that victims lost, and that workers sent home, as sums that somebody states.

Owns the words for a loss (``kerugian korban mencapai Rp2,1 miliar``) and for remittances, with the
time of these. Refuses what each of several lost, ranges, what was averted or is only expected, and
other currencies.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import claimants, reality, windows
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_LOSS = pattern(
    r"(?i:\b(?P<noun>kerugian(?:nya)?|merugi|dirugikan|rugi))\b(?!\s+yang\s+(?:di(?!derita|alami|tanggung|timbulkan|laporkan)|ber))"
    r"(?P<between>(?:(?!\b(?:dan(?!\s+(?:para\s+)?(?:korban|negara|masyarakat|keluarga)\b)|namun|tetapi|sedangkan|bahwa|setelah|karena|membayar|menyetor)\b)[^.;:\"“⟨]"
    r"|⟨(?:CNT|LOC|ORG|PER|INI|POS|TOP)\d+⟩){0,60}?)(?P<amount>{MON})"
)
# "tertipu hingga Rp 900 juta", "uang korban Rp 480 juta raib": told by a verb.
_LOST = pattern(
    r"(?i:\b(?P<noun>tertipu|ditipu|(?<!laporan\s)kehilangan(?:\s+uang(?:nya)?)?|membawa\s+kabur(?:\s+uang)?|menggelapkan(?:\s+uang)?|menggondol(?:\s+uang)?"
    r"|melarikan\s+uang|terkuras|menguras\s+uang))\b(?P<between>(?:(?!\b(?:dan|namun|tetapi|sedangkan|bahwa|setelah|karena|membayar|menyetor"
    r"|modus|dengan|lowongan|kerja)\b)[^.;:\"“⟨]|⟨(?:CNT|LOC)\d+⟩){0,60}?)(?P<amount>{MON})"
)
_GONE = pattern(
    r"(?i:\b(?P<noun>uang|dana|tabungan))\b(?P<between>(?:(?!\b(?:dan|namun|tetapi|sedangkan|bahwa|setelah|karena)\b)[^.;:\"“⟨]|⟨CNT\d+⟩){0,50}?)"
    r"(?P<amount>{MON})(?=\s+(?:[a-z]+\s+){0,4}(?:raib|lenyap|amblas|ludes|hilang|dibawa\s+kabur|dilarikan|digelapkan)\b)"
)
# "remitansi PMI pada kuartal III mencapai Rp 77 triliun", "remitansi sebesar Rp136 triliun"
_SENT_HOME = pattern(
    r"(?i:\b(?P<noun>remitansi|remiten|devisa(?=[^.;]{0,40}\b(?:PMI|TKI|pekerja|migran|remitansi)\b)))\b"
    r"(?P<between>(?:(?!\b(?:dibanding\w*|daripada|sedangkan|namun|tetapi)\b)[^.;:\"“⟨]|⟨(?:DAT|LOC|ORG|PER|CNT)\d+⟩){0,110}?)(?P<amount>{MON})"
)
# "naik dari 2022 yang berjumlah Rp201 triliun, lalu 2021 sebanyak Rp130 triliun": a row of years.
_SENT_IN_YEAR = pattern(
    r"(?P<noun>(?<![\d/])20\d\d)(?P<between>\s+(?:yang\s+)?(?:berjumlah|sebesar|sebanyak|mencapai|sejumlah)\s+)(?P<amount>{MON})"
)
_EXPECTED = Pattern(
    r"(?i)\b(?:\w*proyeksi\w*|\w*target\w*|diperkirakan|memperkirakan|perkiraan|potensi|berpotensi|akan|bakal|kalau|jika|bila|maka|bisa|dapat|diharapkan|(?:naik|turun|meningkat|bertambah)(?:\s+(?:sebesar|sekitar))?\s+$)"
)
_EACH = Pattern(
    r"(?i)\b(?:per\s+(?:orang|korban|kepala)|masing-masing|tiap|setiap|bervariasi|antara|rata-rata)\b"
)
_EACH_BEHIND = Pattern(r"(?i)\s*(?:per\s+(?:orang|korban|kepala)|tiap|setiap|masing-masing)\b")
_ABOUT = Pattern(r"(?i)\b(?:sekitar|kurang\s+lebih|hampir|ditaksir|diperkirakan|kira-kira)\b")
_LEAST = Pattern(r"(?i)\b(?:lebih\s+dari|lebih|sedikitnya|setidaknya|minimal|di\s+atas)\s*$")
_AVERTED = Pattern(
    r"(?i)\b(?:potensi|berpotensi|mencegah|menyelamatkan|mengembalikan|pengembalian|mengganti|ganti|tanpa|berisiko)\s+"
    r"(?:\w+\s+)?$"
)


def find(context: Context) -> None:
    """Claim the losses that body sentences state."""
    seen: set[str] = set()
    for view in context.views:
        if view.sentence.role is Role.BODY and not reality.is_rumour(view):
            rules = [_LOSS, _LOST, _GONE, _SENT_HOME]
            if "emitansi" in view.masked:
                rules.append(_SENT_IN_YEAR)
            for rule in rules:
                for found in rule.finditer(view.masked):
                    _claim(context, view, found, seen)


def _claim(context: Context, view: View, found: re.Match[str], seen: set[str]) -> None:
    money = view.item(found, "amount")
    if money is None or not isinstance(money.value, Money) or money.value.idr is None:
        return
    is_range = money.value.upper_idr is not None
    is_each = _EACH.search(found["between"]) or _EACH_BEHIND.match(view.masked, found.end())
    is_told = reality.is_real(view, found.start()) and not _AVERTED.search(
        view.masked[: found.start()]
    )
    is_remitted = _SENT_HOME.made(found) or _SENT_IN_YEAR.made(found)
    if is_range or is_each or not is_told or money.key in seen:
        return
    if is_remitted and _EXPECTED.search(_CLAUSE.split(view.masked[: found.start("amount")])[-1]):
        return
    seen.add(money.key)
    sink, span = context.sink, view.span(found)
    voice = context.voice(span[0])
    id_ = sink.entity(sink.fresh("cnt", "n"), "Count", context.text[span[0] : span[1]], span)
    measure = "remittances" if is_remitted else "money-loss"
    sink.claim(id_, "measure", measure, span, voice=voice, confidence=0.85)
    sink.claim(id_, "amountIdr", money.key, (money.start, money.end), voice=voice)
    between = found["between"]
    is_least = _LEAST.search(between)
    if is_least or _ABOUT.search(between):
        about = "at-least" if is_least else "about"
        sink.claim(id_, "approximation", about, span, voice=voice)
    claimants.claim(context, view, id_, found.start(), voice)
    if _SENT_IN_YEAR.made(found):
        year = view.span(found, "noun")
        sink.claim(id_, "window", found["noun"], year, voice=voice, confidence=0.85)
    elif is_remitted:
        at = found.start("amount")
        windows.window(context, view, id_, at, voice, is_measured=True)


# "Sehingga proyeksinya naik, sedangkan remitansi 2023": what is expected is another clause's.
_CLAUSE = Pattern(r"[\"“;]|,\s+(?:naik|turun|sedangkan|sementara|dari|lalu)\b|\bberdasarkan\b")
