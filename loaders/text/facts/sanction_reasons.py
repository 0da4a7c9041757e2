"""What companies are faulted for: ``Keduanya terbukti ...``, ``Yang pertama belum ...``.

Owns the words of a fault and whose it is. Refuses what may be, and more or fewer companies than the
words mean.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.spans import Kind
from loaders.text.view import View, pattern

_FAULT = re.compile(
    r"(?i)(?:\bperusahaan\s[^.;\"“]{0,110}?(?:itu|tersebut|dimaksud)|^(?P<all>keduanya|ketiganya|keempatnya|kelimanya|mereka))"
    r"(?:\s*,\s+(?:kata|ujar|menurut|lanjut|jelas|tutur|ungkap|tambah)\s[^,.]{2,50},)?\s+"
    r"(?:dinilai\s+|dianggap\s+|diketahui\s+|juga\s+)*"
    r"(?P<why>(?:(?:dua|tiga|empat|berulang)\s+kali|mangkir|menolak|tidak|belum|terbukti|gagal|lalai|telah\s+melanggar|melanggar"
    r"|kedapatan)\s[^;\"”]{8,240}?)(?=[;\"”]|\.(?!\d)|$)"
)


# "dapat dicairkan apabila kewajiban itu tidak dipenuhi": what may be is no fault.
_IF = re.compile(r"(?i)\b(?:apabila|jika|bila|kalau|seandainya|dapat|bisa|akan)\b")


_SIZES = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5}


def told_later(context: Context, view: View, actions: list[str]) -> None:
    """Read the fault that the sentence behind an action names."""
    found = _FAULT.search(view.sentence.text)
    if found is None or _IF.search(view.sentence.text[: found.start("why")]):
        return
    size = _SIZES.get((found["all"] or "").casefold(), len(actions))
    why = found["why"].strip(" ,")
    start = view.sentence.start + found.start("why")
    for action in actions if size == len(actions) else ():
        if "sanctionReason" not in context.sink.told_of(action):
            context.sink.claim(
                action, "sanctionReason", why, (start, start + len(why)),
                voice=context.voice(start), confidence=0.75,
            )  # fmt: skip


_EACH_FAULT = r"(?:[^.;\"”]|\.(?=\d)){8,200}?"


_IN_ORDER = re.compile(
    rf"(?i)^[\"“]?(?:yang|perusahaan)\s+pertama\s+(?P<one>{_EACH_FAULT})(?:,\s*|;\s*|\s+)"
    rf"(?:sedangkan|sementara|dan|adapun)\s+(?:yang|perusahaan)\s+kedua\s+(?P<two>{_EACH_FAULT})(?=[.;\"”]|$)"
)


_FAULTY = re.compile(
    r"(?i)(?:(?:tidak|belum|gagal|lalai|mangkir|melanggar|kedapatan|terbukti|diketahui|dinilai|ternyata|memungut|menempatkan)\b)"
)


def in_order(context: Context, view: View, actions: list[str]) -> None:
    """Claim the faults of two companies: ``Yang pertama belum ..., sedangkan yang kedua ...``."""
    found = _IN_ORDER.search(view.sentence.text)
    if found is None or len(actions) != len(("one", "two")):
        return
    for action, group in zip(actions, ("one", "two"), strict=True):
        why = found[group].strip(" ,")
        if not _FAULTY.match(why) or "sanctionReason" in context.sink.told_of(action):
            continue
        start = view.sentence.start + found.start(group)
        span, voice = (start, start + len(why)), context.voice(start)
        context.sink.claim(action, "sanctionReason", why, span, voice=voice, confidence=0.78)


# What is no fault, such as "PT A belum menanggapi", is not listed.
# "PT A terbukti memungut biaya, sementara PT B tidak lagi memiliki modal": each has its fault.
_OWN_FAULT = pattern(
    r"(?P<companies>{ORG}(?:\s*\([^)⟨]{1,20}\))?(?:\s*(?:,\s*(?:dan|serta)?|dan|serta)\s*{ORG}(?:\s*\([^)⟨]{1,20}\))?)*)\s+"
    r"(?:dinilai\s+|diketahui\s+|juga\s+|sama-sama\s+)*(?P<why>(?:(?:terbukti|(?:tidak|belum)\s+(?:lagi\s+|juga\s+|kunjung\s+)?"
    r"(?:memiliki|mempunyai|memenuhi|menempatkan|memberangkatkan|mengembalikan|membayar|menyelesaikan|melaksanakan|menyerahkan"
    r"|melaporkan|mampu|melindungi|memperpanjang|menjalankan|memulangkan|menambah|menyetor|melunasi|mencairkan|mendaftarkan"
    r"|memperbarui|mengurus|mengasuransikan|memfasilitasi)|gagal|lalai|melanggar|kedapatan|mangkir|telah\s+melanggar)\s"
    r"|(?:menempatkan|memberangkatkan|merekrut|mengirim)\s(?=[^.;]{0,120}\b(?:tanpa|secara\s+(?:non|ilegal|tidak))\b))"
    r"(?:(?!,\s+(?:sementara|sedangkan|adapun|dan\s+⟨ORG))[^.;\"”]|\.(?=\d)){6,200})"
)


def faults(context: Context, view: View) -> None:
    """Claim as reasons what sanctioned companies are said to have done or left undone."""
    for found in _OWN_FAULT.finditer(view.masked):
        companies = context.registry.many(
            view.within(found.start("companies"), found.end("companies"), Kind.ORG)
        )
        start, end = view.span(found, "why")
        why = context.text[start:end].strip(" ,")
        for claim in list(context.sink.claims.values()):
            is_its = claim.property == "concernsCompany" and claim.value in companies
            told = context.sink.told_of(claim.subject)
            if is_its and "-restored-" not in claim.subject and "sanctionReason" not in told:
                voice = context.voice(start)
                span = start, start + len(why)
                context.sink.claim(
                    claim.subject, "sanctionReason", why, span, voice=voice, confidence=0.75
                )
