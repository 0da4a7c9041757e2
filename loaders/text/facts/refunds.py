"""Money that is given back, or handed over because it is owed: refunds, damages, insurance, ransom.

Owns the verbs of giving back, the names of what is owed, and what is paid from a deposit. Refuses
what is demanded or ruled, what firms get back themselves, and sums of which the text does not say
whose they are.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import fees, frames, payments, reality, sum_terms, transfers
from loaders.text.facts.accused import is_accused
from loaders.text.facts.groups import group
from loaders.text.facts.modality import WORD
from loaders.text.facts.tying import is_told
from loaders.text.holdings import is_placing
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.subjects import is_official
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
# "santunan Rp 85 juta", "klaim 30 calon pekerja senilai Rp 915 juta": the name stands before.
_DUE = pattern(
    r"(?i:\b(?P<name>santunan|restitusi|ganti\s+rugi|ganti\s+kerugian|kompensasi|tali\s+asih|uang\s+(?:duka|korban|pengganti)|klaim|manfaat|hibah|donasi"
    r"|bantuan(?!\s+(?:hukum|pemulangan))|beasiswa|(?:hak|sisa|tunggakan)\s+(?:gaji|upah)|(?:gaji|upah)\s+(?:yang\s+)?tertunggak|tebusan|asuransi)(?:nya)?)\b"
    r"(?:(?!\b(?:dan|yang|namun|tetapi|akan|serta)\b)[^.;:\"“⟨]|⟨(?:CNT|LOC|PER|ORG|DUR)\d+⟩){0,60}?{MON:money}"
)
# "menebus Rp 75 juta", "mengembalikan uang korban": the verb tells it.
_DUE_VERB = Pattern(r"(?i)(?:mengembalikan|menebus|mengganti)\b")
# "permintaan tebusan Rp 550 juta": asked for, not paid.
_ASKED = Pattern(
    r"(?i)\b(?:permintaan|(?:di|me)?minta\w*|menuntut|tuntutan|ancaman)\b[^.;,⟨]{0,40}$"
)
# What a court orders is no payment yet.
_RULED = Pattern(
    r"(?i)\b(?:vonis|memvonis|divonis|majelis|hakim|pidana|hukuman|dihukum|menghukum|putusan|tuntut\w*|dituntut|subsider|dibebani|dibebankan|kewajiban"
    r"|diwajibkan|wajib|amar|nilai|menghitung|penghitungan)\b"
)


def find(context: Context) -> None:
    """Claim the sums that body sentences tell to be given back or paid; runs behind payments."""
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
        _dues(context, view)


def _near(context: Context, view: View) -> str:
    before = context.views[max(0, view.sentence.number - 1)]
    return before.sentence.text + " " + view.sentence.text


def _is_known(context: Context, money: Item) -> bool:
    """Whether a payment has a sum already."""
    claims = context.sink.claims.values()
    return any(
        c.start == money.start and c.property == "amountIdr" and c.subject.startswith("rel:")
        for c in claims
    )


def _claim(context: Context, view: View, at: int) -> None:
    sums = view.within(0, len(view.masked), Kind.MONEY)
    firms = context.registry.many([item for item in view.items if is_placing(item)])
    if len(sums) != 1 or len(firms) != 1 or _TO_FIRM.search(view.masked):
        return
    money, sink = sums[0], context.sink
    start = frames.masked_at(view, money)
    place = start, view.masked.index("⟩", start) + 1
    amount = payments.amount_of(view, money, place)
    if not amount or _is_known(context, money):
        return
    voice = context.voice(view.sentence.start)
    id_ = payments.relate(context, view.whole, firms[0], "", is_due=True)
    where = money.start, money.end
    sink.claim(id_, "amountIdr", amount, where, voice=voice, original=money.text)
    sum_terms.claim_day(
        context, view, id_, (min(at, start), max(_verb_end(view, at), place[1])), voice
    )
    for other, item in _receivers(context, view):
        grp = group(context, other, item, voice)
        sink.link(id_, "payee", [grp], (item.start, item.end), voice, 0.8)


def _verb_end(view: View, at: int) -> int:
    word = WORD.match(view.masked, at)
    return word.end() if word else at


def _receivers(context: Context, view: View) -> list[tuple[View, Item]]:
    """Return the one group told to be paid: here, or in the sentence before of the paragraph."""
    before = context.views[max(0, view.sentence.number - 1)]
    is_near = before.sentence.block == view.sentence.block and before is not view
    told = [(view, one) for one in _TO.finditer(view.masked)]
    told = told or [(before, one) for one in _GOT.finditer(before.masked) if is_near]
    made = [(other, item) for other, one in told if (item := other.item(one, "whom"))]
    people = [one for one in made if getattr(one[1].value, "unit", "") == "persons"]
    return [one for one in people if isinstance(one[1].value, Counted)] if len(people) == 1 else []


def _dues(context: Context, view: View) -> None:
    """Claim what is owed and was paid, by the clause of a verb of giving or getting."""
    named = {found.start("money"): found["name"].casefold() for found in _DUE.finditer(view.masked)}
    if reality.is_rumour(view) or reality.is_groundless(view) or _RULED.search(view.masked):
        return
    is_ransom = fees.is_ransom(context, view)
    told: set[int] = set()
    for deal in transfers.read(view):
        is_due = deal.money[0] in named or _DUE_VERB.match(view.masked, deal.verb)
        # "Ia diminta tebusan. Keluarga sudah mengirim Rp 10 juta": what kin paid for him.
        is_due = is_due or (deal.rule == "give" and is_ransom)
        money = view.marked(view.masked[slice(*deal.money)])
        is_new = deal.money[0] not in told and not _is_known(context, money)
        is_new = is_new and not context.is_denied(view.offset(deal.verb))
        is_asked = _ASKED.search(view.masked[: deal.money[0]])
        if is_due and is_new and not is_asked and reality.is_real(view, deal.verb):
            told.add(deal.money[0])
            _due(context, view, deal)


def _due(context: Context, view: View, deal: transfers.Deal) -> None:
    payers, payees = _sides(context, view, deal.payer), _sides(context, view, deal.payee)
    # Who gets help is nobody's business; of those who pay, only the accused are named.
    payees = [one for one in payees if context.sink.entities[one].cls != "Person"]
    payers = [one for one in payers if _may_pay(context, one)]
    if deal.rule in ("give", "dues") and not deal.payer:
        payers = payments.sides(context, view, deal)[0]
    if len(payers) > 1 or len(payees) > 1:
        return
    one, other = payments.counted(context, view, deal, is_left=(not payers, not payees))
    payer, payee = "".join(payers) or one, "".join(payees) or other
    if deal.payee and not (payer or payee):
        return
    span = view.offset(deal.start), view.offset(deal.end)
    id_ = payments.relate(context, span, payer, payee, is_due=True)
    payments.add_sum(context, view, deal, id_, context.voice(span[0]), has_sum=True)


def _may_pay(context: Context, one: str) -> bool:
    return context.sink.entities[one].cls != "Person" or is_accused(context, one)


def _sides(context: Context, view: View, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """Return who pays or gets what is owed: agencies and firms, too, but nobody for an office."""
    items = [view.marked(view.masked[slice(*one)]) for one in spans if view.masked[one[0]] == "⟨"]
    ids = context.registry.many([item for item in items if item.cls != "MediaOrganization"])
    posts = context.registry.posts_of
    return [one for one in ids if one not in posts and not is_official(context, one)]
