"""Faults of sanctioned companies told in a row: ``pelanggaran lain, seperti merekrut ..., serta``.

Owns where one fault of a row ends and the next begins, and what is too vague to be the only reason.
Refuses rows of what may be, and of companies that the sentence leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.holdings import is_firm
from loaders.text.patterns import Pattern
from loaders.text.view import View

_HEADS = r"(?:seperti|antara\s+lain|di\s+antaranya|yakni|yaitu|berupa|meliputi|mencakup)"
_VERB = r"(?:tidak|tak|belum|gagal|lalai|abai|tanpa|(?:me|mem|men|meng|meny)[a-z]{4,})\b"
_FAULT = rf"(?:{_VERB}|(?:pe|ke)[a-z]{{4,}}an\b)"
_LIST = Pattern(
    r"(?i)\b(?:(?:pelanggaran|kesalahan)(?:\s+(?:lain(?:nya)?|itu|tersebut|berat|serius|administratif))*\s*,?"
    rf"\s+{_HEADS}|melanggar\s[^.;\"“]{{3,160}}?,\s+(?:yakni|yaitu)(?=\s+{_VERB}))"
    rf"\s*:?\s+(?P<list>{_FAULT}[^.;\"”]{{8,400}})"
)
_NEXT = Pattern(
    rf"\s*,\s*(?:(?:dan|serta|hingga)\s+)?(?={_FAULT})|\s+(?:serta|maupun)\s+(?={_FAULT})"
    r"|\s+dan\s+(?=(?:tidak|tak|belum|gagal|lalai)\b)"
)
_ALL = Pattern(r"(?i)\b(?:mereka|ke(?:dua|tiga|empat|lima|enam)(?:nya|\s+\w+)|seluruh|semua)\b")
_NO_FAULT = Pattern(
    r"(?i)\b(?:jika|apabila|bila|akan|bisa|dapat|dugaan|diduga|mencegah|menindak)\b"
)
_VAGUE = Pattern(
    r"(?i)\b(?:melakukan\s+(?:berbagai\s+|sejumlah\s+|banyak\s+|beberapa\s+)?pelanggaran(?!\s+(?:dengan|berupa|karena))"
    r"|melanggar\s+(?:aturan|ketentuan|peraturan)\b)"
)
_SHORTEST = 12


def is_open(context: Context, action: str, why: str) -> bool:
    """Whether an action has no reason yet but such as ``terbukti melanggar aturan``."""
    claims = context.sink.claims.values()
    told = [c.value for c in claims if c.subject == action and c.property == "sanctionReason"]
    return not told or (all(_VAGUE.search(one) for one in told) and _VAGUE.search(why) is None)


def find(context: Context, view: View, actions: list[str]) -> None:
    """Claim each fault that a sentence lists as a reason of the actions told before.

    Args:
        context: The document.
        view: The sentence.
        actions: The actions of which it may tell more; several only where it means all.
    """
    text = view.sentence.text
    found = _LIST.search(text) if actions else None
    if found is None or _NO_FAULT.search(text[: found.start("list")]):
        return
    is_meant = len(actions) == 1 or any(is_firm(i) for i in view.items) or _ALL.search(text)
    if not is_meant or not reality.is_real(view, len(view.masked)):
        return
    for start, end in _parts(text, *found.span("list")):
        span = view.sentence.start + start, view.sentence.start + end
        for action in actions:
            context.sink.claim(
                action, "sanctionReason", text[start:end], span,
                voice=context.voice(span[0]), confidence=0.75,
            )  # fmt: skip


# "mencabut sanksi setelah dinilai memenuhi seluruh kewajiban"
_MET = Pattern(
    r"(?i)\b(?:setelah|usai|karena|lantaran)\s+(?:(?:perusahaan|P3MI|mereka|ke(?:dua|tiga|empat|lima)nya)\s+)?(?:(?:itu|tersebut|dinilai|dinyatakan|dianggap|terbukti|telah|sudah)\s+){0,3}"
    r"(?P<why>(?:memenuhi|menyelesaikan|melunasi|mengembalikan|membayar|melaksanakan)\s[^.;,\"”⟨]{8,140})"
)


def lifted(context: Context, view: View, action: str) -> None:
    """Claim why a sanction was lifted, in the sentence that says so."""
    found = _MET.search(view.sentence.text)
    if found is None or "sanctionReason" in context.sink.told_of(action):
        return
    why = found["why"].rstrip()
    start = view.sentence.start + found.start("why")
    context.sink.claim(
        action, "sanctionReason", why, (start, start + len(why)),
        voice=context.voice(start), confidence=0.75,
    )  # fmt: skip


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each fault of a row stands."""
    for cut in _NEXT.finditer(text, start, end):
        if cut.start() - start >= _SHORTEST:
            yield start, cut.start()
            start = cut.end()
    yield start, start + len(text[start:end].rstrip(" ,"))
