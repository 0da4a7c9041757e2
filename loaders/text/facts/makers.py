"""Who promises work: subject of a verb of promising, its agent, or whose promise it is.

Refuses officials and agencies, and promises that are planned, denied or only blamed on somebody.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import offers, reality
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

_MAN = (
    r"(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|calo|sponsor|agen|perekrut|tersangka|terdakwa|pelaku|warga|berinisial|bernama|tetangga"
    r"|kenalan|asal|{LOC}|nya|itu)\s+){0,6}"
)
# "dijanjikan Bu Retno", "ditawari kerja di kebun oleh Mesak", "janji PT A", "diumumkan PT A".
_MADE_BY = pattern(
    rf"\b(?i:dijanjikan|ditawari|ditawarkan|diiming-?imingi?|dibujuk|diajak|dirayu|diumumkan|diiklankan|diunggah|dijual|dibuka|disampaikan|janji|tawaran"
    rf"|iming-?iming|bujukan|rayuan|ajakan)\s+(?:(?:dari|oleh)\s+)?{_MAN}(?P<who>{{WHO}})"
    r"|\b(?i:dijanjikan|ditawari|ditawarkan|diiming-?imingi?|dibujuk|diajak|dirayu|diumumkan|iming-?iming|tawaran)\b"
    rf"(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|bahwa|namun)\b)[^.;\"“]){{0,80}}?\b(?:oleh|dari)\s+{_MAN}(?P<by>{{WHO}})"
)
# "Yang menjanjikan, menurut mereka, seorang perempuan bernama Lina".
_MAKER_IS = pattern(
    rf"^Yang\s+(?:menjanjikan|menawarkan|menawari|mengajak|mengiming-imingi)\b(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){{0,60}}?\b(?:adalah|ialah|bernama|berinisial)\s+"
    rf"{_MAN}(?P<who>{{WHO}})"
)
# "menyerahkan Rp 60 juta ke PT A, dengan janji pekerjaan": who is paid promises it.
_PAID_FOR = pattern(r"\b(?:kepada|ke|pada)\s[^;\"“]{0,60}(?P<who>{WHO}),?\s+(?:dengan|atas)\s+$")
_ACTIVE = Pattern(
    r"(?i)(?:menjanjikan|berjanji|mengatakan|menyebut|bilang|menyampaikan|menginformasikan|menawar|mengiming|menjamin|membujuk|mengajak|meng|memasang|menyebar|membagi|membuka|mencarikan)"
)
# "tersangka melalui LPK A menjanjikan", "PT A diduga menawarkan".
_FIRM = pattern(
    r"(?P<who>{ORG})(?:\s+(?:itu|tersebut|diduga|juga|kemudian|lalu|sempat|telah))*\s+$"
)


def claim(context: Context, view: View, found: re.Match[str], offer: str) -> None:
    """Claim who makes the offer of which the words of promising tell."""
    at = found.start()
    if reality.is_groundless(view) or reality.is_blamed(view):
        return
    if not reality.is_real(view, at) or context.is_denied(view.offset(at)):
        return
    ids, span = _makers(context, view, found)
    voice = context.voice(span[0]).as_("alleged")
    context.sink.link(offer, "offeredBy", ids, span, voice, 0.8)


def _makers(
    context: Context, view: View, found: re.Match[str]
) -> tuple[list[str], tuple[int, int]]:
    """Return who promises, and where that stands."""
    at = found.start()
    if made := _MADE_BY.match(view.masked, at) or _MAKER_IS.match(view.masked):
        group = "who" if made["who"] else "by"
        return who(context, view, made, group), view.span(made)
    if made := _MADE_BY.search(view.masked, at):
        group = "who" if made["who"] else "by"
        return who(context, view, made, group), view.span(made)
    if paid := _PAID_FOR.search(view.masked[:at]):
        return who(context, view, paid, "who"), view.span(found)
    if not _ACTIVE.match(found[0]):
        return [], view.span(found)
    if firm := _FIRM.search(view.masked[:at]):
        return who(context, view, firm, "who"), view.span(found)
    return offers.actors(context, view, at), view.span(found)


def who(context: Context, view: View, found: re.Match[str], group: str) -> list[str]:
    """Return the person or firm of a group, if it is no official and no agency."""
    item = view.item(found, group)
    id_ = context.registry.of(item)
    if item is None or not id_ or (item.kind is Kind.ORG and item.cls not in FIRMS):
        return []
    return [] if id_ in context.registry.posts_of or is_official(context, id_) else [id_]
