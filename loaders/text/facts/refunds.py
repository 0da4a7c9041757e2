"""Money that is given back, or handed over because it is owed: refunds, damages, insurance, ransom.

Owns the verbs of giving back, the names of what is owed, and what is paid from a deposit. Refuses
what is demanded or ruled, what firms get back themselves, and who gets help by name.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import fees, payments, reality, transfers
from loaders.text.facts.accused import is_accused
from loaders.text.holdings import FIRMS, is_placing
from loaders.text.patterns import Pattern
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

_VERB = Pattern(
    r"(?i)(?:mengembalikan|dikembalikan|membayar(?:kan)?\s+kembali|memulangkan|menebus|mengganti|membantu|menanggung)\b"
)
_PAID_OUT = Pattern(r"(?i)(?:(?:men|di)cairkan|dibayarkan|diserahkan|dibagikan)\b")
_DEPOSIT = Pattern(r"(?i)\b(?:deposito|uang\s+jaminan|dana\s+jaminan)\b")
# "Uang dikembalikan kepada PT A": the firm is paid there.
_TO_FIRM = pattern(
    r"\b(?:kepada|ke|untuk|bagi)\s+(?:pihak\s+)?{ORG}|{ORG}\s+(?:juga\s+)?menerima\b"
)
# "santunan Rp 85 juta", "klaim 30 calon pekerja senilai Rp 915 juta": the name stands before.
_DUE = pattern(
    r"(?i:\b(?:santunan|restitusi|ganti\s+rugi|ganti\s+kerugian|kompensasi|tali\s+asih|uang\s+(?:duka|korban|pengganti)|klaim|manfaat|hibah|donasi"
    r"|bantuan(?!\s+(?:hukum|pemulangan))|beasiswa|(?:hak|sisa|tunggakan)\s+(?:gaji|upah)|(?:gaji|upah)\s+(?:(?:[A-Za-z]+|⟨PER\d+⟩)\s+){0,3}?"
    r"(?:selama|yang\s+(?:belum|tertahan)|(?:yang\s+)?tertunggak)|tebusan|asuransi)(?:nya)?)\b"
    r"(?:(?!\b(?:dan|yang|namun|tetapi|akan|serta)\b)[^.;:\"“⟨]|⟨(?:CNT|LOC|PER|ORG|DUR)\d+⟩){0,60}?{MON:money}"
)
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
    for view in context.body():
        if "⟨MON" not in view.masked or _RULED.search(view.masked):
            continue
        if reality.is_rumour(view) or reality.is_groundless(view):
            continue
        _dues(context, view, has_deposit=is_of_deposits)


def _dues(context: Context, view: View, *, has_deposit: bool) -> None:
    """Claim what is owed and was paid, by the clause of a verb of giving or getting."""
    named = {found.start("money") for found in _DUE.finditer(view.masked)}
    is_ransom = fees.is_ransom(context, view)
    has_deposit = has_deposit and _DEPOSIT.search(payments.near(context, view)) is not None
    told: set[int] = set()
    for deal in transfers.read(view):
        # "Ia diminta tebusan. Keluarga sudah mengirim Rp 10 juta": what kin paid for him.
        is_due = deal.money[0] in named or (deal.rule == "give" and is_ransom)
        is_due = is_due or _VERB.match(view.masked, deal.verb) is not None
        is_paid_out = has_deposit and _PAID_OUT.match(view.masked, deal.verb)
        if (
            not (is_due or is_paid_out)
            or deal.money[0] in told
            or _ASKED.search(view.masked[: deal.money[0]])
        ):
            continue
        if _is_told(context, view, deal):
            told.add(deal.money[0])
            _due(context, view, deal, needs_payer=not is_due)


def _is_told(context: Context, view: View, deal: transfers.Deal) -> bool:
    """Whether a payment is done, not denied, and not read already."""
    money = view.marked(view.masked[slice(*deal.money)])
    is_known = any(
        c.start == money.start and c.property == "amountIdr" and c.subject.startswith("rel:")
        for c in context.sink.claims.values()
    )
    is_denied = context.is_denied(view.offset(deal.verb))
    return reality.is_real(view, deal.verb) and not (is_known or is_denied)


def _due(context: Context, view: View, deal: transfers.Deal, *, needs_payer: bool) -> None:
    payers, payees = _sides(context, view, deal.payer), _sides(context, view, deal.payee)
    # Who gets help is nobody's business; of those who pay, only the accused are named.
    payees = [one for one in payees if context.sink.entities[one].cls != "Person"]
    payers = [one for one in payers if _may_pay(context, one)]
    if not any(view.masked[start] == "⟨" for start, _ in deal.payer):
        payers = payments.sides(context, view, deal)[0] or _only_firm(context, view)
    is_to_firm = any(context.sink.entities[one].cls in FIRMS for one in payees)
    if len(payers) > 1 or len(payees) > 1 or is_to_firm or (needs_payer and not payers):
        return
    one, other = payments.counted(context, view, deal, is_left=(not payers, not payees))
    payer, payee = "".join(payers) or one, "".join(payees) or other
    if deal.payee and not (payer or payee):
        return
    span = view.offset(deal.start), view.offset(deal.end)
    id_ = payments.relate(context, span, (payer,), (payee,), is_due=True)
    payments.add_sum(context, view, deal, id_, context.voice(span[0]))


def _only_firm(context: Context, view: View) -> list[str]:
    """Return the one firm of a sentence, unless it is paid itself."""
    firms = context.registry.many([item for item in view.items if is_placing(item)])
    return firms if len(firms) == 1 and not _TO_FIRM.search(view.masked) else []


def _may_pay(context: Context, one: str) -> bool:
    return context.sink.entities[one].cls != "Person" or is_accused(context, one)


def _sides(context: Context, view: View, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """Return who pays or gets what is owed: agencies and firms, too, but nobody for an office."""
    items = [view.marked(view.masked[slice(*one)]) for one in spans if view.masked[one[0]] == "⟨"]
    ids = context.registry.many([item for item in items if item.cls != "MediaOrganization"])
    posts = context.registry.posts_of
    return [one for one in ids if one not in posts and not is_official(context, one)]
