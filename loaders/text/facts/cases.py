"""The matter that a document tells of: what stages and articles hang on; its number and court.

Refuses numbers and courts where the document names several.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.laws import Number
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import pattern

_TRIED = Pattern(
    r"(?i)\b(?:sidang|persidangan|majelis|hakim|perkara\w*|putusan|vonis|memvonis|divonis|mengadili|diadili|disidangkan|menghukum\w*|(?:men|di)jatuhkan\w*"
    r"|didakwa|dakwaan|terdakwa|tuntutan|pesakitan|gugatan|(?:meng|di)gugat)\b"
)
_LATER = Pattern(
    r"(?i)\b(?:akan|bakal|segera|berencana|menyiapkan|mempertimbangkan|rencananya|dijadwalkan|menunggu|menargetkan|ditargetkan)\b"
)
_NO_TRIAL = Pattern(r"(?i)\b(?:praperadilan|kasasi|banding)\b")
# What is still to come there is the next session of a trial that goes on.
_GOES_ON = Pattern(
    r"(?i)\b(?:vonis|putusan|diputus|tuntutan|sidang\s+(?:lanjutan|berikut\w*|selanjutnya)|pemeriksaan\s+saksi|replik|duplik|pleidoi|pledoi)\b"
)


def case_of(context: Context, span: tuple[int, int]) -> str:
    """Return the id of the matter that the document tells of."""
    is_other = "-m" in context.sink.key
    title = "Perkara lain dalam artikel" if is_other else "Perkara dalam artikel"
    title = next((s.text for s in context.sentences if s.role is Role.TITLE), title)
    return context.sink.entity(context.sink.scoped("case", "1"), "Case", title, span)


def find(context: Context) -> None:
    """Claim the number of the matter, and the one court that tries it."""
    numbers = _numbers(context, "case") or _numbers(context, "report")
    if len({item.key for item in numbers}) == 1:
        span = numbers[0].start, numbers[0].end
        case = case_of(context, span)
        context.sink.claim(case, "number", numbers[0].key, span, confidence=0.92)
        _reported_on(context, case)
    courts = {item.key for item in context.registry_items if item.cls == "Court" and item.key}
    court = _trying(context) if len(courts) == 1 else None
    if court is not None:
        span = court.start, court.end
        case = case_of(context, span)
        context.sink.claim(case, "court", court.key, span, is_object=True, confidence=0.85)


def _numbers(context: Context, kind: str) -> list[Item]:
    """Return the numbers of a kind; of reports those to the police, ``LP/B/45/VII/2025``."""
    found = [one for one in context.registry_items if isinstance(one.value, Number)]
    return [
        one
        for one in found
        if getattr(one.value, "kind", "") == kind and (kind == "case" or one.text.startswith("LP"))
    ]


_DATED = pattern(
    r"{NUM:number}\s*,?\s+(?:(?:dibuat|bertanggal|tertanggal|tanggal|per|pada|hari)\s+){1,3}{DAT:date}"
)


def _reported_on(context: Context, case: str) -> None:
    """Claim the day of the report to the police beside its number."""
    for view in context.body():
        for found in _DATED.finditer(view.masked):
            number, date = view.item(found, "number"), view.item(found, "date")
            if number and date and date.key and number.text.startswith("LP"):
                span = date.start, date.end
                context.sink.claim(case, "date", date.key, span, original=date.text)


# "Peraturan Mahkamah Agung tentang restitusi": the court gave a rule.
_RULE = Pattern(r"(?i)\b(?:peraturan|edaran)\s+$")


def _trying(context: Context) -> Item | None:
    """Return where a body sentence names the court beside words for a trial under way."""
    for view in context.views:
        courts = [i for i in view.items if i.kind is Kind.ORG and i.cls == "Court" and i.key]
        courts = [
            i for i in courts if not _RULE.search(context.text, max(0, i.start - 20), i.start)
        ]
        is_told = view.sentence.role is Role.BODY and _TRIED.search(view.masked)
        is_later = _LATER.search(view.masked) and not _GOES_ON.search(view.masked)
        if courts and is_told and not is_later and not _NO_TRIAL.search(view.masked):
            return courts[0] if reality.is_real(view, len(view.masked)) else None
    return None
