"""Who helped with a deed: ``dibantu BP3MI``, ``bekerja sama dengan otoritas Thailand``.

Owns the words that make an agency a helper, and whether it helped with what a verb tells. Refuses
companies, media, and helpers of another verb. ``Bersama`` right behind the subject makes a second
agent, see :mod:`loaders.text.facts.doers`; further on, a helper.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts.modality import LIGHT, WORD, is_verb
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_WITH = (
    r"(?:(?:bekerja\s?sama|bekerjasama|berkoordinasi|bersinergi|berkolaborasi|berkomunikasi|kerja\s?sama|koordinasi|sinergi)\s+(?:\w+\s+)?(?:dengan|bersama|antara)"
    r"|(?:telah\s+|turut\s+|juga\s+)?(?:dibantu|didampingi|dikawal|disertai|didukung|diperkuat|di-?back\s?-?up|menggandeng|melibatkan|disokong)(?:\s+(?:langsung|penuh|juga))?"
    r"|(?:atas|dengan|berkat|lewat|melalui)\s+(?:adanya\s+)?(?:bantuan|dukungan|pendampingan|pengawalan|fasilitasi|fasilitas|kerja\s?sama|koordinasi|melibatkan)(?:\s+(?:penuh|dari|dengan|oleh|bersama))*)"
)
_OFFICERS = (
    r"(?:(?:oleh|dari|pihak|petugas|personel|tim|anggota|aparat|jajaran|unsur|perwakilan|staf"
    r"|pegawai|polisi|penyidik|satuan|gabungan|prajurit|seluruh|Komisi\s+[IVX]+|Resmob|Opsnal|Buser|Jatanras)\s+)*"
)
_ORG = r"{ORG}(?:\s*\([^)⟨]{1,24}\))?"
# Without "dan" the second is another's: "Dibantu Polda NTT, Polres Belu menangkap".
_ROW = (
    rf"{_ORG}(?:(?:\s*,\s*{_OFFICERS}{_ORG})*"
    rf"\s*,?\s+(?:dan|serta|maupun|bersama)\s+{_OFFICERS}{_ORG})?"
)
HELP = rf"(?i:\b(?:yang\s+)?{_WITH})\s+{_OFFICERS}(?P<helpers>{_ROW})"
"""Pattern of the words for help and of the agencies that gave it, which it names ``helpers``."""
_HELP = pattern(HELP)
ABROAD = rf"(?i:\b{_WITH})\s+(?:\w+\s+){{1,4}}?{{LOC}}"
"""Pattern of helpers abroad whom no list knows: ``dengan dukungan Kepolisian Kamboja``."""
# Behind object, place or day: "menangkap RS di Sambas bersama Polda Kalbar".
_TOGETHER = pattern(
    rf"(?<=⟩|\)|,|\d)\s*,?\s+bersama(?:-sama)?(?:\s+dengan)?\s+{_OFFICERS}(?P<helpers>{_ROW})"
)
_REACH = 190


def of_deed(
    context: Context, view: View, deed: tuple[int, int], known: set[str]
) -> list[tuple[Item, str]]:
    """Return who helped with what the verb or noun at a masked stretch tells.

    Args:
        context: The document.
        view: The sentence.
        deed: Where the verb, or the noun for the deed, stands in the masked text.
        known: Who did it, and therefore helped nobody.
    """
    rows = [one for one in _HELP.finditer(view.masked) if _is_beside(view, deed, one)]
    rows += [one for one in _TOGETHER.finditer(view.masked, deed[1]) if _is_beside(view, deed, one)]
    items = [i for one in rows for i in view.within(*one.span("helpers"), Kind.ORG)]
    items = [i for i in items if i.cls not in FIRMS and i.cls != "MediaOrganization"]
    made = {id_: item for item in reversed(items) if (id_ := context.registry.of(item))}
    return [(item, id_) for id_, item in reversed(made.items()) if id_ not in known]


_ENDS = Pattern(r"[;\"“”]|\.\s|,?\s+\b(?:sedangkan|sementara|adapun|namun|tetapi|bahwa)\b")
# "berkoordinasi dengan Polres untuk penelusuran hasil penggerebekan": the deed was done before.
_AFTER_IT = Pattern(r"(?i)\b(?:terkait|mengenai|soal|tentang|hasil|pasca|usai|setelah)\b")
# "22 orang yang hendak dibawa ke Melaka,": what they were about to do is closed by its comma.
_BELOW = Pattern(r"\byang\s[^,]{3,110}(?=,)")
_DONE = LIGHT | {"dilakukan", "difasilitasi", "dilaksanakan", "digelar", "dipimpin", "berhasil",
                 "berlangsung", "ditangani", "diurus", "terjadi", "merupakan"}  # fmt: skip


def _is_beside(view: View, deed: tuple[int, int], found: re.Match[str]) -> bool:
    """Whether no other verb, and no other clause, stands between a deed and its helpers."""
    if not _is_of_agency(view, found):
        return False
    is_before = found.end() <= deed[0]
    start, end = (found.end(), deed[0]) if is_before else (deed[1], found.start())
    if start > end or end - start > _REACH:
        return False
    gap = view.masked[start:end]
    if _ENDS.search(gap) or (is_before and _AFTER_IT.search(gap)):
        return False
    words = [word.casefold() for word in WORD.findall(_BELOW.sub(" ", gap))]
    if "yang" in words and not is_before:
        return False
    return not any(is_verb(word) and word not in _DONE for word in words)


_WHOSE = Pattern(r"⟨ORG\d+⟩(?:\s*\([^)⟨]{1,24}\))?\s*,?\s*$")
_OPERATION = Pattern(
    r"(?i)\b(?:operasi|razia|patroli|sidak|kegiatan|tim|satgas|pe(?!ngiriman|nyelundupan|rdagangan|nempatan|mberangkatan)[a-z]+an)(?:nya)?\b[^.;]{0,70}$"
)
_INVOLVED = Pattern(r"(?i)(?:yang\s+)?(?:telah\s+|turut\s+|juga\s+)?melibatkan")


def _is_of_agency(view: View, found: re.Match[str]) -> bool:
    """Whether an agency, or an operation, had the help, and nobody whom it holds.

    "menangkap RS yang dibantu petugas Imigrasi": of the culprit; so is "kasus yang melibatkan".
    """
    before = view.masked[: found.start()]
    if _INVOLVED.match(found[0]):
        return bool(_WHOSE.search(before) or _OPERATION.search(before))
    return not found[0].startswith("yang") or _WHOSE.search(before) is not None
