"""For whom brokers act: ``petugas lapangan PT A, Sutinah``, ``menyuplai orang untuk PT B``.

Owns the words for brokers beside a company or another person. Refuses what is denied, and those who
only use a company's name.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.clauses import BESIDE, DESCRIBED, HEDGES, NAMES
from loaders.text.facts.involved import candidate
from loaders.text.facts.orders import tie_told
from loaders.text.facts.parts import noun_at
from loaders.text.facts.roles import claim_role
from loaders.text.facts.tying import is_told, subject
from loaders.text.holdings import FIRMS
from loaders.text.seats import company_before
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_AGENT = (
    r"(?P<agent>sponsor|calo|makelar|(?-i:PL)|petugas\s+(?:lapangan|rekrut\w*)"
    r"|perekrut(?:\s+lapangan)?|agen(?:\s+lapangan)?|orangnya|(?:ke|per)panjangan\s+tangan"
    r"|kaki\s+tangan|mitra(?:\s+lapangan)?|sub-?agen|pemasok|tenaga\s+lapangan)"
)
_OF_FIRM = (
    r"(?:\s+(?:lapangan|resmi|tetap))?(?:-?nya)?\s*(?:\([^()⟨]{2,20}\)\s*)?(?:dari\s+|milik\s+"
    r"|untuk\s+|bagi\s+)?"
)
_BROKER = pattern(
    rf"(?P<one>{{PER}}){BESIDE}(?:\s*,)?\s+(?:yang\s+)?(?:{HEDGES}{{0,3}})(?:(?:merupakan|adalah|menjadi|sebagai|selaku|berperan\s+sebagai|bertindak\s+sebagai|dikenal\s+sebagai)\s+)?(?:(?:seorang|salah\s+satu)\s+)?{_AGENT}{_OF_FIRM}(?P<for>{{WHO}})"
)
_BROKER_NAMED = pattern(
    rf"\b(?i:{_AGENT}){_OF_FIRM}(?P<for>{{ORG}}|perusahaan\s+(?:itu|tersebut))\s*,?\s*(?:(?:yang\s+)?(?:bernama|berinisial|inisial)\s+|,\s*|(?:adalah|ialah|yakni|yaitu)\s+)(?P<one>{NAMES})"
)
# "PT A menggunakan jasa calo bernama Sukardi"
_SERVED = pattern(
    rf"(?P<for>{{ORG}})(?:(?!⟨(?:INI|ORG|CNT)|\b(?:tidak|bukan|membantah|akan)\b)[^.;:\"“”]){{1,70}}?\b(?:menggunakan|memakai|memanfaatkan|mempekerjakan|menugaskan|mengandalkan)\s+(?:jasa\s+)?(?:seorang\s+)?{_AGENT}\s+{DESCRIBED}(?P<one>{{PER}})"
)
# "komisi dari PT A, tempat ia menjadi petugas lapangan"
_WHERE_HE_IS = pattern(
    rf"(?P<for>{{ORG}})\s*,\s+tempat(?:nya)?\s+(?:(?:ia|dia)\s+)?(?:menjadi|bekerja\s+sebagai|bertugas\s+sebagai)\s+{_AGENT}\b"
)
# "Salah satu calonya, Parto": of the company spoken of.
_ITS_AGENT = pattern(
    r"\b(?i:(?P<agent>calo|sponsor|petugas\s+lapangan|perekrut|agen\s+lapangan|makelar))nya(?:\s+(?:di|asal)\s+⟨LOC\d+⟩)?\s*,\s+(?P<one>{PER})"
)
# "PT A menunjuk Sugeng sebagai petugas lapangan"
_NAMED_AS = pattern(
    rf"(?P<for>{{ORG}})\s+(?:(?:pernah|sempat|lalu|kemudian)\s+)?(?:menunjuk|mengangkat|merekrut|menugaskan|mempekerjakan|memakai|membayar)\s+(?P<one>{{PER}}){BESIDE}\s+(?:sebagai|menjadi|selaku)\s+{_AGENT}"
)
_THROUGH = pattern(
    rf"(?P<for>{{ORG}}){BESIDE}\s+(?:melalui|lewat|via)\s+(?:seorang\s+)?{_AGENT}\s+{DESCRIBED}(?P<one>{{PER}})"
)
# "menyuplai orang untuk dua P3MI, yakni PT A dan PT B"
_SUPPLIES = pattern(
    r"\b(?:mencarikan|mencari|menyuplai|memasok|menyetorkan|merekrut|menjaring)\s+(?:(?!⟨(?:PER|INI|ORG)|\b(?:yang|tidak|bahwa)\b)[^.;:\"“]){2,60}?\b(?:bagi|untuk|kepada|ke|buat)\s+"
    r"(?:⟨CNT\d+⟩\s*,?\s+(?:yakni|yaitu)\s+)?(?P<for>(?:{ORG}(?:(?:\s*,\s*(?:(?:dan)\s+)?|\s+(?:dan|serta)\s+){ORG})*|perusahaan(?:\s+(?:itu|tersebut))?))"
)
_ONE_OF = pattern(
    r"\b(?:mempekerjakan|memakai|menggunakan|mengerahkan|memiliki)\s+(?:⟨CNT\d+⟩|(?:[a-z]+\s+){1,3}(?:calo|perekrut|sponsor|anak\s+buah))(?:[^.;⟨\"“]|⟨LOC\d+⟩){0,30},\s+(?:salah\s+(?:satunya|seorang(?:nya)?)|(?:⟨CNT\d+⟩|satu\s+di\s+antaranya)|di\s+antaranya|antara\s+lain|yakni|yaitu)\s+(?P<one>{PER})"
)


def find(context: Context) -> None:
    """Claim for whom brokers act, and the part that the word for a broker tells."""
    for view in context.views:
        if view.sentence.role is Role.BODY and view.names_people:
            _named(context, view)
            _of_subject(context, view)


def _named(context: Context, view: View) -> None:
    for rule in (_BROKER, _BROKER_NAMED, _THROUGH, _SERVED, _NAMED_AS):
        for found in rule.finditer(view.masked):
            for one in _ones(context, view, found):
                _for_all(context, view, found, one)
                _as_agent(context, view, found, one)
    for found in _ITS_AGENT.finditer(view.masked):
        for one in _ones(context, view, found):
            tie_told(context, view, found, "Brokerage", one, company_before(context, view))
            _as_agent(context, view, found, one)
    for found in _ONE_OF.finditer(view.masked):
        for principal in subject(context, view, found.start()):
            for one in _ones(context, view, found):
                tie_told(context, view, found, "Brokerage", one, principal)


def _ones(context: Context, view: View, found: re.Match[str]) -> list[str]:
    return [candidate(context, item) for item in view.within(*found.span("one"))]


def _of_subject(context: Context, view: View) -> None:
    for rule in (_WHERE_HE_IS, _SUPPLIES):
        for found in rule.finditer(view.masked):
            for one in subject(context, view, found.start()):
                _for_all(context, view, found, one)
                if rule is _WHERE_HE_IS:
                    _as_agent(context, view, found, one)


def _for_all(context: Context, view: View, found: re.Match[str], one: str) -> None:
    for principal in _principals(context, view, found):
        tie_told(context, view, found, "Brokerage", one, principal)


def _as_agent(context: Context, view: View, found: re.Match[str], one: str) -> None:
    """Claim the part that the word for a broker tells: ``petugas lapangan PT A, Sutinah``."""
    role, _ = noun_at(view.masked, found.start("agent"))
    if one and role and is_told(context, view, found.start()):
        voice = context.voice(view.offset(found.start())).as_("alleged")
        claim_role(context, one, role, view.span(found), voice)


def _principals(context: Context, view: View, found: re.Match[str]) -> list[str]:
    """Return for whom a broker acts: firms, a person, or the company spoken of before."""
    if not found["for"].startswith("⟨"):
        return [one for one in (company_before(context, view),) if one]
    items: list[Item] = view.within(*found.span("for"))
    firms = [i for i in items if i.kind is Kind.ORG and i.cls in FIRMS]
    people = [one for i in items if i.kind is not Kind.ORG and (one := candidate(context, i))]
    return [*context.registry.many(firms), *people]
