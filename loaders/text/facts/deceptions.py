"""Promises that proved false, and debts that bind: ``dijanjikan kerja di salon, malah dijual``.

Owns which words tell that something else came of an offer, and that people may not leave.
Refuses offers that were kept or fell through, and documents that say the matter is no trafficking.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.facts.promises import is_advice
from loaders.text.patterns import Pattern
from loaders.text.spans import Role
from loaders.text.view import View

# What came instead: force, sale, confinement, other work, fraud against others.
_ILL = (
    r"(?:dipaksa|disuruh|dijual|dijadikan|diharuskan|diperas|disekap|dikurung|disiksa|dipukuli?|dieksploitasi|ditebus|tebusan|jebakan"
    r"|dipekerjakan|diperintah(?:kan)?|bekerja\s+sebagai\s+(?:penipu|scammer|operator\s+(?:judi|penipuan)|psk|pekerja\s+seks)|menipu|melayani\s+(?:tamu|pria|lelaki|laki-laki|pelanggan))"
)
_TURNED = Pattern(
    r"(?i)\b(?:justru|malah(?:an)?|ternyata|nyatanya|kenyataannya|faktanya|alih-alih|baru\s+(?:tahu|sadar|mengetahui|menyadari)|sesampainya|setibanya"
    rf"|begitu\s+(?:tiba|sampai)|belakangan|namun|tetapi|tapi)\b[^.;]{{0,120}}?\b(?P<ill>{_ILL})\b"
)
_ILL_ONLY = Pattern(rf"(?i)\b(?P<ill>{_ILL})\b")
_THOUGHT = Pattern(r"(?i)\b(?:mengira|dikira(?:nya)?|menyangka|disangka(?:nya)?)\b")
_THOUGH = Pattern(r"^[\"“]?Padahal\b")
_NO_CRIME = Pattern(
    r"(?i)\b(?:bukan\s+(?:merupakan\s+)?(?:korban\s+)?(?:tppo|perdagangan\s+orang)"
    r"|(?:tidak|tak|belum)\s+(?:ada|ditemukan|memenuhi|terdapat|menemukan)\s+(?:\w+\s+)?unsur)\b"
)


def told(context: Context) -> list[tuple[View, re.Match[str]]]:
    """Return the sentences, with the words, that tell that an offer was a deception."""
    if _NO_CRIME.search(context.text):
        return []
    made = []
    for view in context.views:
        found = _turned(context, view) if view.sentence.role is Role.BODY else None
        if found and reality.is_real(view, found.start("ill")) and not is_advice(view):
            made.append((view, found))
    return made


def _turned(context: Context, view: View) -> re.Match[str] | None:
    """Return the words that tell what came of an offer of the paragraph."""
    number = view.sentence.number
    before = context.before(view)
    if _THOUGH.match(view.masked):
        # "Kami dipekerjakan di kebun. Padahal agen menjamin kerja di toko": told backwards.
        is_told = before and _ILL_ONLY.search(before.masked)
        return _THOUGH_OFFER.search(view.masked) if is_told and _is_offered(context, view) else None
    found = _TURNED.search(view.masked)
    start = next(b for b in context.blocks if b.number == view.sentence.block).start
    if found and _is_offered(context, view, start):
        return found
    is_false = before is not None and any(
        _THOUGHT.search(v.masked) for v in context.views[max(0, number - 2) : number]
    )
    return _ILL_ONLY.search(view.masked) if is_false and _is_offered(context, view, start) else None


# A debt binds where they may not leave before it is paid, or their papers are held for it.
_DEBT = Pattern(
    r"(?i)\b(?:terlilit|terjerat|dijerat|dijerat\s+dengan|terikat|menanggung|dibebani|melunasi|melunaskan|membayar|sisa)\s+(?:utang|hutang|pinjaman)\b|\b(?:jeratan|jerat)\s+(?:utang|hutang)\b"
)
_BOUND = Pattern(
    r"(?i)\b(?:(?:tidak|tak|belum)\s+(?:bisa|boleh|berani|dapat|diizinkan)\s+(?:pulang|berhenti|keluar|kabur|pergi)|baru\s+(?:boleh|bisa|diizinkan|dapat)\s+(?:pulang|berhenti|keluar)"
    r"|(?:gaji|upah)(?:nya)?\b[^.;]{0,60}\bdipotong|dipotong\s+(?:\w+\s+)?(?:dari\s+)?(?:gaji|upah)|(?:sampai|hingga|sebelum)\s+(?:utang|hutang)\w*\s+(?:itu\s+)?lunas|(?:ijazah|paspor)\w*\s+(?:mereka\s+|korban\s+)?(?:ditahan|disita))\b"
)
_AGAINST_DEBT = Pattern(r"(?i)\b(?:agar|supaya|rentenir|KUR|kredit|mencegah|risiko|rawan)\b")


def bound(context: Context) -> list[tuple[View, re.Match[str]]]:
    """Return the sentences, with the words, that tell that a debt keeps people where they are."""
    made = []
    for view in context.views if not _NO_CRIME.search(context.text) else ():
        found = _DEBT.search(view.masked) if view.sentence.role is Role.BODY else None
        if found is None or _AGAINST_DEBT.search(view.masked) or is_advice(view):
            continue
        if _BOUND.search(view.masked) and not reality.is_rumour(view):
            made.append((view, found))
    return made


_THOUGH_OFFER = Pattern(r"(?P<ill>Padahal\b)")


def _is_offered(context: Context, view: View, start: int = -1) -> bool:
    """Whether work or pay was told as promised between an offset and the end of a sentence."""
    first = view.sentence.start if start < 0 else start
    return any(
        claim.property in ("jobTitle", "promisedPay") and first <= claim.start < view.sentence.end
        for claim in context.sink.claims.values()
    )
