"""Who paid whom of those whom a document accuses or names: ``RS menerima upah Rp5 juta dari BD``.

Owns the verbs of paying. Refuses payments of officials, and those with one side named unless the
document accuses whom it names.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import offers
from loaders.text.facts.accused import is_accused, meant
from loaders.text.facts.cases import case_of
from loaders.text.holdings import FIRMS
from loaders.text.money import Money
from loaders.text.spans import Kind, Role
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

MAN = (
    r"(?:oleh\s+)?(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|calo|sponsor|agen|perekrut|tersangka|terdakwa"
    r"|pelaku|warga|berinisial|bernama)\s+){0,4}"
)
"""Matches words that stand between a verb and the name of whom it means."""
_WAGE = (
    r"(?:uang|upah|bayaran|imbalan|komisi|fee|honor|gaji|sebesar|sejumlah|senilai|total|masing-masing"
    r"|hingga|sekitar|tunai|jasa|antara|biaya|bervariasi|mulai|dari|keuntungan|untung|bagian|jatah|bonus)"
)
# "dari seorang agen di Malaysia bernama Lim"
_SOMEBODY = (
    r"(?:oleh\s+)?(?:seorang|seseorang|sebuah\s+perusahaan|perusahaan)(?:\s+[a-z]+){0,2}(?:\s+(?:(?:di|asal|dari)\s+)?{LOC})?"
    r"\s*,?\s+(?:yang\s+)?(?:bernama|(?:ber)?inisial|dipanggil|disapa|dikenal\s+(?:sebagai|dengan\s+(?:nama|panggilan)))\s+"
)
_HEAD = r"(?:{PER}|\b(?:Ia|Dia|ia|dia)\b)"
_GETS = r"(?:menerima|mendapat(?:kan)?|memperoleh|dibayar|diupah|diberi)"
_GIVES = r"(?:membayar|memberi(?:kan)?|mentransfer|mengirim(?:kan)?|menyerahkan|menyetor(?:kan)?)"
# "Susi, lanjut Jauhari, menerima": who tells it stands between.
_TELLER = r"(?:\s*,\s+[a-z]+\s+{PER}\s*,)?"
_GOT = pattern(
    rf"(?P<payee>{_HEAD})(?:\s*\([^)⟨]{{0,14}}\))?{_TELLER}(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan)\b)[^.;\"“]){{0,150}}?"
    rf"\b{_GETS}\s+(?:{_WAGE}\s+)*(?P<money>{{MON}})"
    rf"(?:(?!⟨(?:PER|INI|ORG)|,\s+(?:sedangkan|sementara))[^.;\"“]){{0,70}}?\b(?:dari|oleh)\s+(?:{_SOMEBODY}|{MAN})(?P<payer>{{WHO}})"
)
_GOT_ALONE = pattern(
    rf"(?P<payee>{_HEAD})(?:\s*\([^)⟨]{{0,14}}\))?{_TELLER}(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan|bahwa|agar)\b)[^.;\"“]){{0,140}}?"
    rf"\b(?:{_GETS}|mengantongi|meraup|menikmati)\s+(?:{_WAGE}\s+)*(?P<money>{{MON}})"
)
_GAVE_ALONE = pattern(
    rf"(?P<payer>{_HEAD})(?:\s*\([^)⟨]{{0,14}}\))?(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan|bahwa|agar|diminta|dihukum|didenda"
    rf"|diwajibkan|dibebani)\b)[^.;\"“]){{0,60}}?\b{_GIVES}\s+(?:{_WAGE}\s+)*(?P<money>{{MON}})"
)
# "Para korban menyerahkan uang Rp35 juta kepada Teguh": what the payers are called is no name.
_RANGE = r"(?:\s+(?:dan|hingga|sampai|-|–)\s+{MON})?"
_TO = pattern(
    rf"\b(?:{_GIVES}|ditransfer|disetor(?:kan)?|diserahkan|dibayar(?:kan)?)\s+(?:{_WAGE}\s+)*(?P<money>{{MON}}){_RANGE}"
    rf"(?:(?!⟨(?:PER|INI|ORG)|,\s+(?:sedangkan|sementara))[^.;\"“]){{0,50}}?\b(?:kepada|ke\s+(?:nomor\s+)?rekening[^.⟨;]{{0,30}}"
    rf"(?:⟨ACC\d+⟩\s+)?(?:milik|atas\s+nama))\s+{MAN}(?P<payee>{{PER}})"
)
# "Uang Rp 20 juta diserahkan kepada Rudi": the money stands first.
_PASSED = pattern(
    rf"(?P<money>{{MON}}){_RANGE}(?:(?!⟨(?:PER|INI|ORG|MON)|\b(?:tidak|belum|akan|bahwa)\b|,\s+(?:sedangkan|sementara))[^.;\"“]){{0,40}}?"
    r"\b(?:ditransfer|disetor(?:kan)?|diserahkan|dibayar(?:kan)?|dikirim(?:kan)?|diberikan|mengalir)\b(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){0,30}?"
    rf"\b(?:kepada|(?<=mengalir\s)ke(?=\s+⟨PER)|ke\s+(?:nomor\s+)?rekening(?:[^.⟨;]|⟨ORG\d+⟩){{0,30}}(?:⟨ACC\d+⟩\s+)?(?:milik|atas\s+nama))\s+{MAN}(?P<payee>{{PER}})"
)
# "Mr. Lin membayar Asep US$ 1.200": the payee stands right behind the verb.
_PAID_HIM = pattern(
    r"(?P<payer>{WHO})(?:\s*\([^)⟨]{0,14}\))?\s+(?:(?:diduga|juga|telah|lalu|kemudian)\s+)*(?:membayar|memberi|mengupah|menggaji)\s+"
    rf"(?:(?:tersangka|terdakwa|calo|sponsor)\s+)?(?P<payee>{{PER}})\s+(?:{_WAGE}\s+)*(?P<money>{{MON}})"
)
# "Kepada NH, setiap calon pekerja menyetor Rp 3 juta": who is paid stands first.
_TO_FIRST = pattern(
    rf"\b[Kk]epada\s+{MAN}(?P<payee>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?\s*,(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan)\b)[^.;\"“]){{0,70}}?"
    rf"\b{_GIVES}\s+(?:{_WAGE}\s+)*(?P<money>{{MON}}){_RANGE}"
)
_GAVE = pattern(
    rf"(?P<payer>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan)\b)[^.;\"“]){{0,40}}?"
    rf"\b{_GIVES}\s+(?:{_WAGE}\s+)*(?P<money>{{MON}})"
    rf"(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){{0,50}}?\b(?:kepada|ke|pada)\s+{MAN}(?P<payee>{{PER}})"
)


_BY_SUBJECT = (_GOT_ALONE, _GAVE_ALONE)
# "Kepada NH, setiap calon pekerja menyetor": NH pays nothing.
_NO_SUBJECT = re.compile(rf"(?i)\b(?:kepada|dari|oleh|milik|untuk|bagi|dengan|nama)\s+{MAN}$")


def find(context: Context) -> None:
    """Find the payments that body sentences tell of, before any of them is read as a fee."""
    for view in context.views:
        if view.sentence.role is Role.BODY and "⟨MON" in view.masked:
            for rule in (_GOT, _GAVE, _PAID_HIM):
                for found in rule.finditer(view.masked):
                    _paid(context, view, found)


def named(context: Context, view: View, found: re.Match[str], name: str) -> str:
    """Return the person whom a group of a match holds, or empty for an official."""
    id_ = context.registry.of(view.item(found, name))
    return "" if id_ in context.registry.posts_of or is_official(context, id_) else id_


def _paid(context: Context, view: View, found: re.Match[str]) -> None:
    payer, payee = _side(context, view, found, "payer"), _side(context, view, found, "payee")
    if payer and payee and payer != payee:
        _claim(context, view, found, payer, payee)


def _side(context: Context, view: View, found: re.Match[str], name: str) -> str:
    """Return who pays or is paid; empty for an official, or where the pattern names nobody."""
    if name not in found.re.groupindex:
        return ""
    if found.re in _BY_SUBJECT and _NO_SUBJECT.search(view.masked[: found.start(name)]):
        return ""
    item = view.item(found, name) if found[name].startswith("⟨") else None
    if item is not None and item.kind is Kind.ORG and item.cls not in FIRMS:
        return ""
    id_ = meant(context, view, found, name)
    return "" if is_official(context, id_) else id_


def find_one_sided(context: Context) -> None:
    """Find what the accused paid or got where the other side has no name.

    Runs after fees were read: what victims paid is a fee as well.
    """
    for view in context.views:
        if view.sentence.role is not Role.BODY or "⟨MON" not in view.masked:
            continue
        if _NO_DEAL.search(view.masked):
            continue
        for rule in (_TO, _TO_FIRST, _PASSED, _GOT_ALONE, _GAVE_ALONE):
            for found in rule.finditer(view.masked):
                payer = _side(context, view, found, "payer")
                payee = _side(context, view, found, "payee")
                if is_accused(context, payer or payee) and not _is_told(context, view, found):
                    _claim(context, view, found, payer, payee)


_NO_DEAL = re.compile(
    r"(?i)\b(?:barang\s+bukti|restitusi|denda|titipan|uang\s+pengganti|kerugian\s+negara|jaminan|santunan)\b"
)


def _is_told(context: Context, view: View, found: re.Match[str]) -> bool:
    """Whether a payment of this amount was read from the same words already."""
    start = view.span(found, "money")[0]
    return any(
        c.property == "amountIdr" and c.subject.startswith("rel:") and c.start == start
        for c in context.sink.claims.values()
    )


# "antara Rp 3 juta dan Rp 6 juta" is no one amount.
_BETWEEN = re.compile(r"\s+(?:dan|hingga|sampai|-|–)\s+⟨MON")


def _claim(context: Context, view: View, found: re.Match[str], payer: str, payee: str) -> None:
    """Claim a payment, as alleged; one side may be empty."""
    money = view.item(found, "money")
    at = found.start("money")
    is_idr = money is not None and isinstance(money.value, Money) and money.value.idr is not None
    is_range = _BETWEEN.match(view.masked, found.end("money")) is not None
    is_range = is_range or getattr(getattr(money, "value", None), "upper_idr", None) is not None
    if not offers.may_be_told(view, at) or context.is_denied(view.offset(at)):
        return
    if not (payer and payee) and not is_idr:
        return
    span = view.span(found)
    sink, voice = context.sink, context.voice(span[0]).as_("alleged")
    id_ = sink.fresh("rel", "payment")
    names = [sink.entities[one].caption if one else "?" for one in (payer, payee)]
    sink.entity(id_, "Payment", " → ".join(names), span)
    for prop, person in (("payer", payer), ("payee", payee)):
        if person:
            sink.claim(id_, prop, person, span, is_object=True, voice=voice, confidence=0.82)
    case = case_of(context, span)
    sink.claim(id_, "inIncident", case, span, is_object=True, voice=voice, confidence=0.75)
    if money is not None and is_idr and not is_range:
        where = money.start, money.end
        sink.claim(id_, "amountIdr", money.key, where, voice=voice, original=money.text)
