"""Who paid, or was paid, the sum of the sentence before: ``Uang itu diserahkan kepada HR``.

Owns the words that point back to a sum. Refuses to choose where the sentence before names several,
or where it tells of no payment done.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import offers, payments, reality, transfers
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_THAT_SUM = Pattern(
    r"^[\"“]?(?:(?:Uang|Dana|Upah|Jumlah|Bayaran|Komisi|Imbalan|Sejumlah|Biaya|Setoran|Keuntungan|Ongkos|Fee|Honor|Santunan|Restitusi|Tebusan|DP)\s+(?:itu|tersebut|tadi|ini)|Uang(?:nya)?|Dananya"
    r"|Upahnya|(?P<all>Semua(?:nya)?|Seluruhnya|Seluruh\s+(?:uang|dana|biaya)|Pembayaran))\b"
)
_RECEIVER = pattern(
    r"^(?:Penerima(?:nya)?|Pemilik\s+rekening(?:nya)?)(?:\s+(?:adalah|ialah|bernama|tercatat|atas\s+nama|uang\s+itu|dana\s+itu))*\s+(?P<who>{PER})"
)


# "sebagian diserahkan kepada HR": how much is not said.
_PART = Pattern(r"(?i)\b(?:sebagian|sisanya|separuh|setengah|selebihnya)\b")
_NOT_DONE = Pattern(r"(?i)\b(?:tidak|tak|belum|bukan|jika|kalau|apabila|tanpa)\b")


def find(context: Context) -> None:
    """Add to the payments of body sentences what the sentence behind tells of them."""
    for view in context.views:
        before = context.before(view)
        if before is None or view.sentence.role is not Role.BODY:
            continue
        sums = before.within(0, len(before.masked), Kind.MONEY)
        if len(sums) == 1 and "⟨MON" not in view.masked and not reality.is_rumour(view):
            _tell(context, view, before, sums[0])


def _tell(context: Context, view: View, before: View, money: Item) -> None:
    that, receiver = _THAT_SUM.match(view.masked), _RECEIVER.match(view.masked)
    if receiver:
        payers, payees, at = [], payments.side(context, view, (receiver.span("who"),)), 0
    elif that and (passed := transfers.passed(view)):
        at = passed[0]
        payers = payments.side(context, view, passed[1])
        payees = payments.side(context, view, passed[2])
    else:
        return
    if len(payers) > 1 or len(payees) > 1 or not (payers or payees):
        return
    if not offers.may_be_told(view, at) or payments.NO_DEAL.search(before.masked):
        return
    is_whole = _PART.search(view.masked) is None and not (that and that["all"])
    has_sum = receiver is not None or is_whole
    _claim(context, (view, before), money, (payers[:1], payees[:1]), has_sum=has_sum)


def _claim(
    context: Context,
    views: tuple[View, View],
    money: Item,
    sides: tuple[list[str], list[str]],
    *,
    has_sum: bool,
) -> None:
    """Add the sides to the payment told of before, or make one where none was."""
    (view, before), (payers, payees) = views, sides
    known = _payment_in(context, before)
    told = context.sink.told_of(known) if known else set()
    at = before.masked.index("⟨MON")
    span, voice = view.whole, context.voice(view.sentence.start).as_("alleged")
    if known and not (payers and "payer" in told) and not (payees and "payee" in told):
        context.sink.link(known, "payer", payers, span, voice, 0.78)
        context.sink.link(known, "payee", payees, span, voice, 0.78)
    elif not known and not _NOT_DONE.search(before.masked[:at]):
        id_ = payments.relate(context, span, tuple(payers), tuple(payees))
        amount = payments.amount_of(before, money, (at, before.masked.index("⟩", at) + 1))
        if amount and has_sum:
            where = money.start, money.end
            context.sink.claim(id_, "amountIdr", amount, where, voice=voice, original=money.text)


def _payment_in(context: Context, view: View) -> str:
    """Return the one payment that a sentence tells of, or empty."""
    start, end = view.whole
    found = [
        e.id
        for e in context.sink.entities.values()
        if e.cls == "Payment" and start <= e.start < end
    ]
    return found[0] if len(found) == 1 else ""
