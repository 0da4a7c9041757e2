"""Money that victims lost, as sums that somebody states: ``kerugian korban mencapai Rp2,1 miliar``.

Owns the words for a loss. Refuses what each of several lost, ranges, losses that were averted,
and other currencies.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import claimants, reality
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_LOSS = pattern(
    r"(?i:\b(?P<noun>kerugian(?:nya)?|merugi|dirugikan|rugi))\b(?!\s+yang\s+(?:di(?!derita|alami|tanggung|timbulkan|laporkan)|ber))"
    r"(?P<between>(?:(?!\b(?:dan|namun|tetapi|sedangkan|bahwa|setelah|karena|membayar|menyetor)\b)[^.;:\"“⟨]"
    r"|⟨(?:CNT|LOC|ORG)\d+⟩){0,60}?)(?P<amount>{MON})"
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
            for rule in (_LOSS, _LOST, _GONE):
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
    if is_range or is_each or not is_told or money.key in seen:
        return
    seen.add(money.key)
    sink, span = context.sink, view.span(found)
    voice = context.voice(span[0])
    id_ = sink.entity(sink.fresh("cnt", "n"), "Count", context.text[span[0] : span[1]], span)
    sink.claim(id_, "measure", "money-loss", span, voice=voice, confidence=0.85)
    sink.claim(id_, "amountIdr", money.key, (money.start, money.end), voice=voice)
    between = found["between"]
    is_least = _LEAST.search(between)
    if is_least or _ABOUT.search(between):
        about = "at-least" if is_least else "about"
        sink.claim(id_, "approximation", about, span, voice=voice)
    claimants.claim(context, view, id_, found.start(), voice)
