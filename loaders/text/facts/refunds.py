"""Money that firms give back, and deposits paid out to those who had paid them.

Owns the verbs of giving back, and what is paid from a deposit. Refuses what is demanded, what firms
get back themselves, and sums of which the text does not say whose they are.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, payments
from loaders.text.facts.groups import group
from loaders.text.facts.tying import is_told
from loaders.text.holdings import is_placing
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_BACK = Pattern(
    r"(?i)\b(?:mengembalikan|dikembalikan|membayar(?:kan)?\s+kembali|memulangkan(?=\s+(?:uang|dana|biaya))|mengganti(?=\s+(?:uang|kerugian|biaya)))\b"
)
_PAID_OUT = Pattern(r"(?i)\b(?:pencairan|(?:men|di)cairkan|dibayarkan|diserahkan|dibagikan)\b")
_DEPOSIT = Pattern(r"(?i)\b(?:deposito|uang\s+jaminan|dana\s+jaminan)\b")
# "Uang dikembalikan kepada PT A", "PT A menerima pengembalian": the firm is paid there.
_TO_FIRM = pattern(
    r"\b(?:kepada|ke|untuk|bagi)\s+(?:pihak\s+)?{ORG}|{ORG}\s+(?:juga\s+)?menerima\b"
)
_TO = Pattern(r"\b(?:kepada|untuk|bagi|milik|ke|mengganti)\s+(?:[a-z]+\s+){0,3}(?P<whom>⟨CNT\d+⟩)")
_GOT = Pattern(r"(?P<whom>⟨CNT\d+⟩)[^.;]{0,60}\bmenerima\s+(?:kembali|pengembalian|pencairan)\b")


def find(context: Context) -> None:
    """Claim the sums that body sentences tell firms to have given back; runs behind payments."""
    is_of_deposits = _DEPOSIT.search(context.text) is not None
    for view in context.views:
        if view.sentence.role is not Role.BODY or "⟨MON" not in view.masked:
            continue
        verbs = [*_BACK.finditer(view.masked)]
        if is_of_deposits and _DEPOSIT.search(_near(context, view)):
            verbs += _PAID_OUT.finditer(view.masked)
        told = [verb for verb in verbs if is_told(context, view, verb.start())]
        if told:
            _claim(context, view, told[0].start())


def _near(context: Context, view: View) -> str:
    before = context.views[max(0, view.sentence.number - 1)]
    return before.sentence.text + " " + view.sentence.text


def _claim(context: Context, view: View, at: int) -> None:
    sums = view.within(0, len(view.masked), Kind.MONEY)
    firms = context.registry.many([item for item in view.items if is_placing(item)])
    if len(sums) != 1 or len(firms) != 1 or _TO_FIRM.search(view.masked):
        return
    money, sink = sums[0], context.sink
    start = frames.masked_at(view, money)
    amount = payments.amount_of(view, money, (start, view.masked.index("⟩", start) + 1))
    is_known = any(
        c.property == "amountIdr" and c.start == money.start for c in sink.claims.values()
    )
    if not amount or is_known:
        return
    voice = context.voice(view.sentence.start)
    id_ = sink.fresh("rel", "payment")
    sink.entity(id_, "Payment", f"{sink.entities[firms[0]].caption} → ?", view.whole)
    sink.link(id_, "payer", firms, view.whole, voice, 0.82)
    where = money.start, money.end
    sink.claim(id_, "amountIdr", amount, where, voice=voice, original=money.text)
    day = frames.date_of(view, at)
    if day is not None and day.is_day:
        sink.claim(id_, "date", day.key, (day.start, day.end), voice=voice, original=day.original)
    for other, item in _receivers(context, view):
        grp = group(context, other, item, voice)
        sink.link(id_, "payee", [grp], (item.start, item.end), voice, 0.8)


def _receivers(context: Context, view: View) -> list[tuple[View, Item]]:
    """Return the one group told to be paid: here, or in the sentence before of the paragraph."""
    before = context.before(view)
    told = [(view, one) for one in _TO.finditer(view.masked)]
    if before and not told:
        told = [(before, one) for one in _GOT.finditer(before.masked)]
    made = [(other, item) for other, one in told if (item := other.item(one, "whom"))]
    people = [one for one in made if getattr(one[1].value, "unit", "") == "persons"]
    return [one for one in people if isinstance(one[1].value, Counted)] if len(people) == 1 else []
