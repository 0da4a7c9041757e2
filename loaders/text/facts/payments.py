"""Who paid whom of those whom a document accuses or names: ``RS menerima upah Rp5 juta dari BD``.

Owns whose payments are told: of the accused, of those called agents, and of firms that take
migrants' money. Refuses payments of officials, gifts, damages, and what is only asked or planned.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames, offers, reality, sum_terms, transfers, tying
from loaders.text.facts.accused import is_accused, meant_by_pronoun
from loaders.text.facts.cases import case_of
from loaders.text.facts.groups import group
from loaders.text.holdings import FIRMS
from loaders.text.money import Money, recognise
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

NO_DEAL = Pattern(
    r"(?i)\b(?:barang\s+bukti|restitusi|denda\s+(?:administratif|pidana|sebesar|⟨MON\d+)|titipan|uang\s+pengganti|kerugian\s+negara|(?<!uang\s)jaminan|santunan|tali\s+asih|klaim(?=\s+(?:asuransi|⟨CNT))"
    r"|bantuan|donasi|sumbangan|beasiswa|hibah|zakat|kredit|KUR|anggaran|hadiah|penghargaan|investasi|remitansi|disita|menyita|gratifikasi|pajak)\b"
)
# What the document is about must be near: people sent abroad, and those who send them.
_MATTER = Pattern(
    r"(?i)\b(?:korban|calon|cpmi|pmi|tki|tkw|abk|pelaut|pekerja|sponsor\w*|calo\w*|tekong|perekrut|merekrut|tersangka|terdakwa|pelaku|sindikat|jaringan"
    r"|komplotan|penampungan|speedboat|pemberangkatan|keberangkatan|memberangkatkan|paspor|visa|magang|majikan|pelapor|rombongan|penumpang"
    r"|tebusan|menyeberangkan|meloloskan|diseberangkan|dipekerjakan|agensi|imigrasi|penyelundup\w*|penempatan|perekrut\w*|p3mi|lpk|cukong|tauke|toke|bandar|suap|dijual|lowongan|diberangkatkan|dipekerjakan|kapal)\b"
)
# Who is called so deals in people, or holds them.
_TRADE = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|pelaku|sponsor(?:nya)?|calo|agen(?:si|nya)?|perekrut|pemodal|perantara|makelar|tekong|nakhoda|juragan(?:nya)?|bos(?:nya)?"
    r"|majikan(?:nya)?|penyalur|penampung|koordinator|mami|mucikari|muncikari|comblang|penjaga|penjemput|sopir|pengurus|pemilik|seseorang|oknum|(?:ber)?inisial"
    r"|dipanggil|disapa|dikenal(?:\s+sebagai)?)\b[^.;⟨]{0,40}$"
)
_TRADE_BEHIND = Pattern(
    r"(?i)(?:\s*\([^)⟨]{0,14}\))?\s*,\s+(?:seorang\s+)?(?:tersangka|terdakwa|pelaku|calo|sponsor|agen|perekrut|tekong|nakhoda|sopir|bos|koordinator|pemilik)\b"
)
_WAGES = Pattern(
    r"(?i)\b(?:keuntungan|untung|komisi|fee|imbalan|bagian|jatah|upah|bayaran|setoran|suap|menyuap|disuap|disogok|atas\s+(?:peran|jasa)\w*|sekali\s+jalan"
    r"|per\s+(?:orang|kepala)|(?:tiap|setiap|satu)\s+(?:orang|kepala|kali|korban|calon|pekerja|pmi|cpmi|tki|perempuan|warga|penumpang|me[a-z]+)|omzet|(?:milik|dari)\s+(?:\w+\s+){0,3}korban)\b"
)
# Who gives them money is told of even where nothing else is.
_THEM = Pattern(
    r"(?i)\b(?:keluarga|korban|mereka|calon|orang\s*tua(?:nya)?|suami(?:nya)?|istri(?:nya)?)\b"
)
_STAFF = Pattern(
    r"(?i)\b(?:staf|pegawai|karyawan|direktur|pimpinan|pemilik|petugas|oknum|anggota|pelamar|korban"
    r"|(?:calon\s+)?(?:pekerja(?:\s+migran)?|pmi|cpmi|tki|tkw))\s+$"
)
_WAGE_TIME = Pattern(
    r"\s+(?:(?:per|tiap|setiap)\s+(?:bulan|hari|jam|minggu|pekan|tahun)|se(?:bulan|hari|jam|minggu|tahun))\b"
)
_EACH = Pattern(r"(?i)\bmasing-masing\b")


def find(context: Context) -> None:
    """Find the payments that body sentences tell of, before any of them is read as a fee."""
    for view in context.views:
        is_told = view.sentence.role is Role.BODY and not reality.is_rumour(view)
        if is_told and "⟨MON" in view.masked:
            told: set[int] = set()
            # Where two verbs tell of one sum, the one that names both sides comes first.
            read = (deal for deal in transfers.read(view) if deal.rule != "dues")
            deals = sorted(read, key=lambda deal: not (deal.payer and deal.payee))
            for deal in [*deals, *_rows(context, view)]:
                if deal.money[0] not in told and _paid(context, view, deal):
                    told.add(deal.money[0])


def named(context: Context, view: View, found: re.Match[str], name: str) -> str:
    """Return the person whom a group of a match holds, or empty for an official."""
    id_ = context.registry.of(view.item(found, name))
    return "" if id_ in context.registry.posts_of or is_official(context, id_) else id_


def _paid(context: Context, view: View, deal: transfers.Deal) -> bool:
    """Claim what a verb of paying tells, if it is done and in the matter; whether it was."""
    if not offers.may_be_told(view, deal.verb) or context.is_denied(view.offset(deal.verb)):
        return False
    if _PENALTY.search(view.masked, 0, deal.money[0]):
        return False
    if _PROMISED.search(view.masked[: deal.verb]):
        return False
    payers, payees = sides(context, view, deal)
    if len(payers) > 1 and len(payees) > 1:
        return False
    is_shared = len(payers) > 1 or len(payees) > 1
    is_shared = is_shared and not _EACH.search(view.masked, 0, deal.money[1])
    pairs = [(one, other) for one in payers or [""] for other in payees or [""] if one != other]
    ours = [pair for pair in pairs if _is_ours(context, view, deal, *pair)]
    if ours and is_shared:
        # One sum for several is one payment: who of them gave or got how much is not told.
        told = [tuple(dict.fromkeys(filter(None, side))) for side in zip(*ours, strict=True)]
        _claim(context, view, deal, *told)
        return True
    for payer, payee in ours:
        one, other = counted(context, view, deal, is_left=(not payer, not payee))
        _claim(context, view, deal, (payer or one,), (payee or other,))
    return bool(ours)


# "kepada 30 calon pekerja", "27 pelamar menyetor": those who are only counted are a side, too.
_COUNTED_SUBJECT = Pattern(
    r"(?P<who>⟨CNT\d+⟩)(?:\s+(?:asal|dari)\s+⟨LOC\d+⟩)?(?:\s+(?:itu|tersebut|telah|sudah|telanjur|terlanjur|juga|masing-masing|mengaku|diduga|disebut))*\s+$"
)
_TO_COUNTED = Pattern(
    r"(?i)\b(?:kepada|untuk|bagi|milik|klaim|gaji|upah)\s+(?:para\s+)?(?P<who>⟨CNT\d+⟩)"
)
_FROM_COUNTED = Pattern(r"(?i)\bdari\s+(?:para\s+)?(?P<who>⟨CNT\d+⟩)")


def counted(
    context: Context, view: View, deal: transfers.Deal, *, is_left: tuple[bool, bool]
) -> tuple[str, str]:
    """Return the groups that pay or are paid where the sentence names nobody for that side."""
    text, end = view.masked, transfers.clause_end(view, deal.verb)
    subject = _COUNTED_SUBJECT.search(text[: deal.verb])
    payer = subject if deal.rule == "give" else _FROM_COUNTED.search(text, deal.verb, end)
    payee = subject if deal.rule in ("get", "paid") else _TO_COUNTED.search(text, deal.verb, end)
    sides = [found if left else None for found, left in zip((payer, payee), is_left, strict=True)]
    one, other = (_group_of(context, view, found) for found in sides)
    return one, other


def _group_of(context: Context, view: View, found: re.Match[str] | None) -> str:
    people = frames.persons_counted(view, *found.span("who")) if found else []
    voice = context.voice(view.sentence.start)
    return group(context, view, people[0], voice) if people else ""


# "mendapat hukuman lima tahun penjara dan denda Rp 400 juta": nobody is paid.
_PENALTY = Pattern(r"(?i)\bdenda(?:nya)?\s+(?:pidana\s+|sebesar\s+|senilai\s+)?$")


# "diiming-imingi mendapat Rp 100 ribu dari setiap pekerja": not paid yet.
_PROMISED = Pattern(
    r"(?i)\b(?:dijanjikan|diiming-iming\w*|ditawari|dijanji)\s+(?:akan\s+|bakal\s+)?$"
)


_TO_ACCUSED = Pattern(r"(?i)\bkepada\s+(?:terdakwa|tersangka|pelaku)(?!\s+(?:lain|utama|⟨|[A-Z]))")
_BY_ACCUSED = Pattern(
    r"\w+\s+(?:oleh\s+)?(?:terdakwa|tersangka|pelaku)\b(?!\s+(?:lain|utama|⟨|[A-Z]))"
)


def sides(context: Context, view: View, deal: transfers.Deal) -> tuple[list[str], list[str]]:
    """Return who pays and who is paid; ``terdakwa`` is the one whom a document calls so."""
    payers, payees = side(context, view, deal.payer), side(context, view, deal.payee)
    if deal.rule in ("give", "dues") and not deal.payer:
        payers = offers.sole(context, view, deal.verb)
    if deal.rule in ("get", "paid") and not deal.payee:
        payees = offers.sole(context, view, deal.verb)
        payees = payees or tying.all_accused(context, view, deal.verb)
    if not (payers or payees or deal.payee):
        to = _TO_ACCUSED.search(view.masked, 0, transfers.clause_end(view, deal.verb))
        payees = offers.accused_one(context) if to else []
    if deal.rule == "given" and not deal.payer and _BY_ACCUSED.match(view.masked, deal.verb):
        payers = offers.accused_one(context)
    return payers, payees


def side(context: Context, view: View, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """Return who pays or is paid; nobody for officials, agencies and banks."""
    made: list[str] = []
    for span in spans:
        several = tying.they(context, view, span[0]) if view.masked[span[0]] != "⟨" else []
        made += several or [one for one in [_who(context, view, span)] if one]
    return list(dict.fromkeys(made))


def _who(context: Context, view: View, span: tuple[int, int]) -> str:
    if view.masked[span[0]] != "⟨":
        id_ = meant_by_pronoun(context, view, span)
        is_here = any(context.registry.of(item) == id_ for item in view.items)
        is_he = view.masked[slice(*span)].casefold() in ("ia", "dia", "dirinya")
        is_other = is_he and not is_here and _is_beside_another(context, view, id_)
        return "" if is_other or (is_he and is_official(context, id_)) else id_
    item = view.marked(view.masked[slice(*span)])
    id_ = context.registry.of(item)
    if item.source == "anaphor" and _is_beside_another(context, view, id_):
        return ""
    is_bank = item.text.startswith("Bank ")
    if item.kind is Kind.ORG and (item.cls not in FIRMS or is_bank):
        return ""
    if item.kind is Kind.ORG and _STAFF.search(view.masked[: span[0]]):
        # "kepada staf PT A", "para calon pekerja PT A telah menyetor": not the firm.
        return ""
    is_held = id_ in context.registry.posts_of or is_official(context, id_)
    return "" if is_held else id_


# "Mereka direkrut oleh tetangga bernama Inaq. Ia diberi Rp 8 juta": not she.
_OBLIQUE = Pattern(
    r"\b(?:oleh|dari|kepada|dengan|bersama|milik|terhadap|untuk)\s+(?:[a-z]+\s+){0,6}$"
)


def _is_beside_another(context: Context, view: View, id_: str) -> bool:
    """Whether whom ``ia`` is taken to mean is no subject of the sentence before."""
    number = view.sentence.number
    before = context.views[number - 1] if number else view
    named = [item for item in before.items if context.registry.of(item) == id_]
    return bool(named) and all(
        _OBLIQUE.search(context.text[max(0, item.start - 70) : item.start]) for item in named
    )


def _is_ours(context: Context, view: View, deal: transfers.Deal, payer: str, payee: str) -> bool:
    """Whether a payment is one of the matter, and not of a worker's private life."""
    sides = [one for one in (payer, payee) if one]
    if not sides or NO_DEAL.search(view.masked):
        return False
    if any(is_accused(context, one) for one in sides):
        return True
    if not _MATTER.search(context.text):
        return False
    if len(sides) == 2:
        return True
    span = (deal.payer or deal.payee)[0]
    is_firm = context.sink.entities[sides[0]].cls in FIRMS
    is_called = is_firm or _TRADE.search(view.masked[: span[0]]) is not None
    is_called = is_called or _TRADE_BEHIND.match(view.masked, span[1]) is not None
    if payee and not payer and _WAGE_TIME.match(view.masked, deal.money[1]):
        # "YT mendapat upah 80 ringgit per hari": pay for work done.
        return False
    is_handed = bool(payee) and deal.rule in ("give", "given", "row", "sold", "sells", "flow")
    is_gain = bool(payee) and _WAGES.search(view.masked) is not None
    is_theirs = bool(payer) and _THEM.search(view.masked) is not None
    return is_called or is_handed or is_gain or (is_theirs and deal.rule != "got")


def near(context: Context, view: View) -> str:
    """Return a sentence with the one before it in the paragraph."""
    before = context.before(view)
    return (before.sentence.text + " " if before else "") + view.sentence.text


def _claim(
    context: Context,
    view: View,
    deal: transfers.Deal,
    payers: tuple[str, ...],
    payees: tuple[str, ...],
) -> None:
    """Claim a payment, as alleged; one side may be empty."""
    span = view.offset(deal.start), view.offset(deal.end)
    id_ = relate(context, span, payers, payees)
    add_sum(context, view, deal, id_, context.voice(span[0]).as_("alleged"))


def add_sum(context: Context, view: View, deal: transfers.Deal, id_: str, voice: Voice) -> None:
    """Claim the sum of a payment, what is printed beside it, and its day."""
    money = view.marked(view.masked[slice(*deal.money)])
    told = min(deal.verb, deal.money[0]), deal.end
    sum_terms.claim_day(context, view, id_, told, voice)
    amount = amount_of(view, money, deal.money)
    sum_terms.claim(context, view, id_, deal.money, voice, has_number=bool(amount))
    if amount:
        # "dua juta" alone is no money: with the verb it is.
        is_plain = any(True for _ in recognise(money.text))
        told = view.offset(deal.start), view.offset(deal.end)
        where = (money.start, money.end) if is_plain else told
        context.sink.claim(id_, "amountIdr", amount, where, voice=voice, original=money.text)


def relate(
    context: Context,
    span: tuple[int, int],
    payers: tuple[str, ...],
    payees: tuple[str, ...],
    *,
    is_due: bool = False,
) -> str:
    """Make a payment between two sides, each of which may be empty; return it.

    What was due is no conduct of the case, and nothing alleged.
    """
    sink, voice = context.sink, context.voice(span[0])
    voice = voice if is_due else voice.as_("alleged")
    id_ = sink.fresh("rel", "payment")
    sides = [[one for one in side if one] for side in (payers, payees)]
    names = [", ".join(sink.entities[one].caption for one in side) or "?" for side in sides]
    sink.entity(id_, "Payment", " → ".join(names) if any(sides) else "Pembayaran", span)
    for prop, side in zip(("payer", "payee"), sides, strict=True):
        sink.link(id_, prop, side, span, voice, 0.82)
    if is_due:
        return id_
    case = case_of(context, span)
    sink.claim(id_, "inIncident", case, span, is_object=True, voice=voice, confidence=0.75)
    return id_


def amount_of(view: View, money: Item, at: tuple[int, int]) -> str:
    """Return a sum in rupiah; empty for another currency and for a range."""
    value = money.value
    if not isinstance(value, Money) or value.idr is None or value.upper_idr is not None:
        return ""
    return "" if sum_terms.is_between(view, at) else money.key


# "Keuntungan terdakwa RD dari perbuatannya sekitar Rp 900 juta"
_SHARE_OF = pattern(
    r"(?i:\b(?:keuntungan|upah|bayaran|komisi|imbalan|jatah|bagian|honor|fee))\s+(?:(?:untuk|bagi|tersangka|terdakwa|pelaku|sopir|tekong|calo|sponsor)\s+){0,3}"
    r"(?P<payee>{PER})(?:(?!\b(?:tidak|belum|dan|yang|akan)\b)[^.;⟨\"“]){0,50}(?P<money>{MON})"
)
# "RY, Rp 50 ribu; penjaga kos, MJ, Rp 75 ribu": what each of several got.
_EACH_GOT = pattern(
    r"(?P<payee>{PER})(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:sebesar|sebanyak|sekitar|hanya|cuma|mendapat|menerima|kebagian|memperoleh)\s+){0,2}(?P<money>{MON})"
)
_GOT_WORDS = Pattern(
    r"(?i)\b(?:menerima|mendapat\w*|memperoleh|menikmati|kebagian|dibayar|diupah|bagian|jatah|upah|komisi|imbalan|keuntungan|bayaran|dibagi|membagi|pembagian)\b"
)


def _rows(context: Context, view: View) -> list[transfers.Deal]:
    """Return what each of several got, told as a list of names and sums."""
    rows = list(_EACH_GOT.finditer(view.masked))
    if len(rows) < 2 or not _GOT_WORDS.search(near(context, view)):
        rows = []
    rows += _SHARE_OF.finditer(view.masked)
    return [
        transfers.Deal(
            found.start(), *found.span(), found.span("money"), (), (found.span("payee"),), "row"
        )
        for found in rows
    ]
