"""Words that point back: ``deklarasi ini``, ``lembaganya``, ``inisiatif KemenP2MI``.

Owns which events a noun can mean. Refuses general nouns (``langkah ini``) unless the document
tells of exactly one agreement, or of none and exactly one event.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View, pattern

_SPECIFIC: dict[str, tuple[str, ...]] = {
    "deklarasi": ("Declaration",),
    "kesepakatan": ("MemorandumOfUnderstanding", "CooperationAgreement", "Declaration"),
    "nota kesepahaman": ("MemorandumOfUnderstanding",),
    "mou": ("MemorandumOfUnderstanding",),
    "perjanjian": ("CooperationAgreement",),
    "penandatanganan": ("MemorandumOfUnderstanding", "CooperationAgreement"),
    "penggagalan": ("Interception",),
    "penggerebekan": ("Raid",),
    "penangkapan": ("Arrest",),
    "penyelamatan": ("Rescue",),
    "pemulangan": ("Repatriation",),
    "deportasi": ("Deportation",),
    "putusan": ("Verdict",),
    "tuntutan": ("SentenceDemand",),
    "vonis": ("Verdict",),
}
_GENERAL = ("langkah", "inisiatif", "inisiasi", "prakarsa")
_AGREEMENTS = ("Declaration", "MemorandumOfUnderstanding", "CooperationAgreement")
_NOUNS = "|".join((*_SPECIFIC, *_GENERAL))
_THIS = Pattern(
    (
        rf"\b(?P<noun>{_NOUNS})(?:\s+(?:strategis|bersama|penting|tersebut|konkret"
        rf"|kerja\s?sama)){{0,2}}\s+(?:ini|itu|tersebut)\b"
    ),
    re.IGNORECASE,
)
_INITIATIVE = pattern(r"\b(?P<noun>inisiatif|inisiasi|prakarsa|langkah)\s+{ORG:org}")
_OWN = Pattern(r"\b(?:lembaga|instansi|kementerian|institusi|kesatuan|pihak)nya\b", re.IGNORECASE)


def find(context: Context) -> None:
    """Resolve anaphors of events and of speakers' organisations; body and captions only."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _events(context, view)
        _initiatives(context, view)
        _organisations(context, view)


def _target(context: Context, noun: str) -> str:
    classes = _SPECIFIC.get(noun)
    if classes:
        return context.only_event(*classes)
    return context.only_event(*_AGREEMENTS)


def _events(context: Context, view: View) -> None:
    for found in _THIS.finditer(view.masked):
        target = _target(context, found["noun"].casefold())
        span = view.span(found)
        # The words that first tell of an event do not point back to it.
        if target and context.sink.entities[target].start < span[0]:
            context.anaphors.setdefault(span, target)


def _initiatives(context: Context, view: View) -> None:
    for found in _INITIATIVE.finditer(view.masked):
        item = view.item(found, "org")
        target = context.only_event(*_AGREEMENTS)
        org = context.registry.of(item)
        if item is None or not target or not org:
            continue
        span = view.offset(found.start()), item.end
        context.anaphors.setdefault(span, target)
        parties = {c.value for c in context.sink.claims.values() if c.subject == target}
        if org in parties:
            context.sink.claim(target, "initiatedBy", org, span, is_object=True, confidence=0.75)


def _organisations(context: Context, view: View) -> None:
    for found in _OWN.finditer(view.masked):
        start, end = view.span(found)
        inside = [said for said in context.said if said.start <= start < said.end]
        before = [said for said in context.said if said.end <= start]
        told = inside or before[-1:]
        org = context.registry.org_of.get(told[-1].speaker, "") if told else ""
        if org:
            context.anaphors.setdefault((start, end), org)
