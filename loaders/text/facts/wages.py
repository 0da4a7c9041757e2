"""What workers were really paid: ``mereka hanya menerima Rp 2 juta per bulan``.

Owns the words that set what was paid against what was promised. Refuses the share of the accused
and of those who send people, what was given, and what is only said to be usual.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import payments, reality
from loaders.text.money import Money
from loaders.text.patterns import Pattern
from loaders.text.view import View, pattern

_PAY = r"(?:gaji|upah|bayaran|honor|uang)(?:nya)?"
_ABOUT = r"(?:sebesar|senilai|sejumlah|sekitar|kurang\s+lebih)"
# "hanya menerima Rp 35 ribu per hari", "gaji yang dibayarkan hanya 300 dolar"
_PAID = pattern(
    rf"\b(?:(?:hanya|cuma|cuman|baru)\s+(?:(?:di)?(?:terima|bayar(?:kan)?|gaji|upah|beri(?:kan)?)|menerima|mendapat(?:kan)?|memperoleh|mengantongi)\s+(?:{_PAY}\s+)?"
    rf"|(?:(?P<named>{_PAY})\s+)?yang\s+(?:di(?:bayar|terima|beri)(?:kan)?|(?:mereka|korban)\s+terima)\s+(?:\w+\s+)?(?:hanya|cuma|cuman)\s+)(?:{_ABOUT}\s+)?{{MON:money}}"
)
_WORKERS = Pattern(
    r"(?i)\b(?:korban|mereka|pekerja|buruh|awak|ABK|C?PMI|TK[IW]|pelaut|ia|dia|saya|kami)\b|⟨CNT"
)
_OTHERS = Pattern(
    r"(?i)\b(?:pelaku|tersangka|terdakwa|terpidana|agen|sponsor|calo|tekong|perekrut|perusahaan|keluarga|ahli\s+waris|negara|pemerintah|restitusi|kompensasi|santunan|asuransi|ganti\s+rugi|klaim|keuntungan|komisi|uang\s+(?:saku|muka|jalan|makan))\b|⟨(?:PER|INI|ORG)"
)
# Pay is told of, here or in the sentence before.
_OF_PAY = Pattern(r"(?i)\b(?:(?:ber|di)?(?:gaji|upah)(?:i|nya)?|bayaran|penghasilan|honor)\b")
_TIME = Pattern(
    r"\s*(?:/|per|tiap|setiap)\s*(?:bulan|hari|minggu|pekan|jam|tahun|trip)\b|\s+se(?:bulan|hari|minggu|pekan|jam|tahun)\b"
)
_HYPOTHESIS = Pattern(r"(?i)\b(?:jika|apabila|bila|kalau|umumnya|biasanya|kerap|sering)\b")
_SUBJECT = 3
_TURN = Pattern(r"[;:.]\s|\b(?:sehingga|namun|tetapi|tapi|padahal|sedangkan|sementara)\b")
_ACCUSED = frozenset({"suspect", "defendant", "convict", "wanted-person", "witness", "reporter"})


def find(context: Context) -> None:
    """Claim the pay that body sentences tell workers to have got; runs behind payments."""
    for view in context.body():
        if "⟨MON" not in view.masked or _HYPOTHESIS.search(view.masked):
            continue
        for found in _PAID.finditer(view.masked):
            if _is_of_workers(context, view, found):
                _claim(context, view, found)


def _is_of_workers(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether those paid are workers, it is pay for work, and it is told as done."""
    clause = _TURN.split(view.masked[: found.start()])[-1]
    before = context.before(view)
    near = f"{before.masked if before else ''} {view.masked}"
    is_pay = _OF_PAY.search(near) or _TIME.match(view.masked, found.end())
    # "Mereka dijanjikan Rp 5 juta, namun kenyataannya hanya menerima": those of the clause before.
    is_left_out = len(clause.split()) < _SUBJECT and _WORKERS.search(near)
    is_theirs = _WORKERS.search(clause) or is_left_out or found["named"]
    if not (is_pay and is_theirs) or _OTHERS.search(clause):
        return False
    at = found.start()
    return reality.is_real(view, at) and not (
        context.is_denied(view.offset(at)) or reality.is_rumour(view)
    )


def _claim(context: Context, view: View, found: re.Match[str]) -> None:
    money = view.item(found, "money")
    told = {c.start for c in context.sink.claims.values() if c.property == "amountIdr"}
    if money is None or not isinstance(money.value, Money) or money.start in told:
        return
    timed = _TIME.match(view.masked, found.end())
    end = view.offset(timed.end()) if timed else money.end
    span = view.offset(found.start()), end
    id_ = payments.relate(context, span, (), (), is_due=True)
    voice = context.voice(span[0]).as_("alleged")
    payee = _payee(context, view)
    context.sink.link(id_, "payee", [payee] if payee else [], span, voice, 0.75)
    words = " ".join(context.text[span[0] : end].split())
    context.sink.claim(id_, "description", words, span, voice=voice, confidence=0.8)
    if amount := payments.amount_of(view, money, found.span("money")):
        where = money.start, money.end
        context.sink.claim(id_, "amountIdr", amount, where, voice=voice, original=money.text)


def _payee(context: Context, view: View) -> str:
    """Return the one group of workers that the document tells of so far, or empty."""
    roles = {c.subject: c.value for c in context.sink.claims.values() if c.property == "groupRole"}
    groups = [
        one.id
        for one in context.sink.entities.values()
        if one.cls == "Group" and one.start < view.sentence.end
    ]
    workers = [one for one in groups if roles.get(one) not in _ACCUSED]
    return workers[0] if len(workers) == 1 else ""
