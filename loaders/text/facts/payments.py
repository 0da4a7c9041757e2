"""Who paid whom of those whom a document accuses or names: ``RS menerima upah Rp5 juta dari BD``.

Owns the verbs of paying with both sides named. Refuses payments of which one side is unnamed, and
those of officials.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import offers
from loaders.text.facts.cases import case_of
from loaders.text.money import Money
from loaders.text.spans import Role
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

MAN = (
    r"(?:oleh\s+)?(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|calo|sponsor|agen|perekrut|tersangka|terdakwa"
    r"|pelaku|warga|berinisial|bernama)\s+){0,4}"
)
"""Matches words that stand between a verb and the name of whom it means."""
_WAGE = (
    r"(?:uang|upah|bayaran|imbalan|komisi|fee|honor|gaji|sebesar|sejumlah|senilai|total|masing-masing"
    r"|hingga|sekitar|tunai|jasa)"
)
_GOT = pattern(
    rf"(?P<payee>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan)\b)[^.;\"“]){{0,150}}?"
    rf"\b(?:menerima|mendapat(?:kan)?|memperoleh|dibayar|diupah|diberi)\s+(?:{_WAGE}\s+)*(?P<money>{{MON}})"
    rf"(?:(?!⟨(?:PER|INI|ORG)|,\s+(?:sedangkan|sementara))[^.;\"“]){{0,70}}?\b(?:dari|oleh)\s+{MAN}(?P<payer>{{PER}})"
)
_GAVE = pattern(
    rf"(?P<payer>{{PER}})(?:\s*\([^)⟨]{{0,14}}\))?(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|akan)\b)[^.;\"“]){{0,40}}?"
    rf"\b(?:membayar|memberi(?:kan)?|mentransfer|mengirim(?:kan)?|menyerahkan|menyetor(?:kan)?)\s+(?:{_WAGE}\s+)*(?P<money>{{MON}})"
    rf"(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){{0,50}}?\b(?:kepada|ke|pada)\s+{MAN}(?P<payee>{{PER}})"
)


def find(context: Context) -> None:
    """Find the payments that body sentences tell of, before any of them is read as a fee."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            for rule in (_GOT, _GAVE):
                for found in rule.finditer(view.masked):
                    _paid(context, view, found)


def named(context: Context, view: View, found: re.Match[str], name: str) -> str:
    """Return the person whom a group of a match holds, or empty for an official."""
    id_ = context.registry.of(view.item(found, name))
    return "" if id_ in context.registry.posts_of or is_official(context, id_) else id_


def _paid(context: Context, view: View, found: re.Match[str]) -> None:
    payer = named(context, view, found, "payer")
    payee = named(context, view, found, "payee")
    money = view.item(found, "money")
    at = found.start("money")
    if not payer or not payee or payer == payee or not offers.may_be_told(view, at):
        return
    span = view.span(found)
    if context.is_denied(view.offset(at)):
        return
    sink, voice = context.sink, context.voice(span[0]).as_("alleged")
    id_ = sink.fresh("rel", "payment")
    caption = f"{sink.entities[payer].caption} → {sink.entities[payee].caption}"
    sink.entity(id_, "Payment", caption, span)
    sink.claim(id_, "payer", payer, span, is_object=True, voice=voice, confidence=0.82)
    sink.claim(id_, "payee", payee, span, is_object=True, voice=voice, confidence=0.82)
    case = case_of(context, span)
    sink.claim(id_, "inIncident", case, span, is_object=True, voice=voice, confidence=0.75)
    if money and isinstance(money.value, Money) and money.value.idr is not None:
        where = money.start, money.end
        sink.claim(id_, "amountIdr", money.key, where, voice=voice, original=money.text)
