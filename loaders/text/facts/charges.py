"""Articles charged or applied, and the instruments they stand in."""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import cases, frames, reality
from loaders.text.facts.bulleted import lines_below
from loaders.text.facts.cases import case_of
from loaders.text.facts.stages import claim_stage
from loaders.text.laws import Instrument, LawRef
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern

_CHARGED = re.compile(
    r"(?i)\b(?:dijerat|dikenakan|disangkakan|disangka|dipersangkakan|didakwa"
    r"|menjerat(?:nya)?|(?:kami|kita)\s+(?:jerat|kenakan|sangkakan)|dikenai|diancam|terancam|mendakwa|melanggar|memenuhi\s+unsur|sebagaimana\s+(?:diatur"
    r"|dimaksud)|terbukti|dakwaan\s+(?:kesatu|kedua|ketiga|pertama|alternatif|primai?r|subsidai?r|tunggal))\b"
)
_WHO = pattern(
    r"(?P<who>{PER}(?:\s*\([^)⟨]{0,14}\))?(?:\s*(?:,|dan|serta)\s*{PER}(?:\s*\([^)⟨]{0,14}\))?)*)"
    r"\s+(?:\w+\s+){0,3}?(?:dijerat|disangkakan|dikenakan|dikenai|didakwa|disangka|dipersangkakan|din(?:ilai|yatakan)\s+(?:terbukti\s+)?melanggar|(?:kami|kita)\s+(?:jerat|kenakan|(?:per)?sangkakan))"
)


def find(context: Context) -> None:
    """Claim articles charged in body sentences, the instrument of every article, and the case."""
    cases.find(context)
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _demanded(context, view)
    for view in context.views:
        laws = [i for i in view.items if i.kind is Kind.LAW and isinstance(i.value, LawRef)]
        for item in view.items:
            if item.kind is Kind.REGULATION and isinstance(item.value, Instrument):
                span = item.start, item.end
                context.sink.claim(
                    context.registry.of(item), "number", item.value.number, span, confidence=0.95
                )
        for item in laws:
            _instrument(context, view, item.value, context.registry.of(item))
        if view.sentence.role is Role.BODY and _CHARGED.search(view.masked):
            below = lines_below(context, view)
            laws += [i for line in below for i in line.items if i.kind is Kind.LAW]
            _charged(context, view, laws)


# "A dituntut 10 tahun penjara, B (37) delapan tahun, sedangkan C enam tahun": all are tried.
_ASKED = re.compile(r"(?i)\b(?:dituntut|menuntut)\b(?!\s+(?:ganti\s+rugi|tanggung|keadilan))")
_EACH_ASKED = pattern(
    r"(?:,|;|\bdan|\bserta|\bsedangkan|\bsementara|\badapun)\s+(?:terdakwa\s+)?(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+"
    r"(?:(?:selama|hukuman|pidana|penjara)\s+)*{DUR}"
)


def _demanded(context: Context, view: View) -> None:
    """Claim as defendants those for whom a term is asked in clauses without a verb."""
    asked = _ASKED.search(view.masked)
    if asked is None or not reality.is_real(view, asked.start()):
        return
    for found in _EACH_ASKED.finditer(view.masked, asked.end()):
        id_ = context.registry.of(view.item(found, "who"))
        if id_ and id_ not in context.registry.posts_of:
            span = view.span(found)
            claim_stage(context, id_, "defendant", span, context.voice(span[0]))


def _instrument(context: Context, view: View, value: object, id_: str) -> None:
    if not isinstance(value, LawRef) or not id_:
        return
    span = value.start, value.end
    context.sink.claim(id_, "number", value.label.removeprefix("Pasal "), span, confidence=0.9)
    if value.instrument:
        following = next(
            (i for i in view.items if i.kind is Kind.REGULATION and i.key == value.instrument), None
        )
        if following is not None:
            whole = min(value.start, following.start), max(value.end, following.end)
            context.sink.claim(
                id_, "instrument", value.instrument, whole, is_object=True, confidence=0.95
            )


def _charged(context: Context, view: View, told: list[Item]) -> None:
    found = _CHARGED.search(view.masked)
    if found is None or re.search(
        r"(?i)\b(?:tidak|berpotensi|dapat|bisa|belum)\s+$", view.masked[: found.start()]
    ):
        return
    if not re.search(
        r"(?i)terdakwa|dakwaan|jaksa|majelis|tersangka|pelaku|pidana|⟨(?:PER|INI)|dijerat|menjerat|\bjerat\b|disangka|didakwa",
        view.masked + view.sentence.text,
    ):
        return
    if _is_of_company(view):
        return
    start = view.offset(found.start())
    laws = [law for law in told if law.start >= start]
    ids = context.registry.many(laws)
    if not ids:
        return
    sink = context.sink
    case = case_of(context, view.span(found))
    for item in laws:
        id_ = context.registry.of(item)
        voice = frames.allege(context.voice(item.start), view, found.start())
        if id_:
            sink.claim(
                case, "chargedUnder", id_, (item.start, item.end), is_object=True, voice=voice
            )
    _stages(context, view, ids)


def _is_of_company(view: View) -> bool:
    """Whether a company, not a person, is said to break the law."""
    is_told = re.search(r"(?i)perusahaan", view.masked)
    found = re.search(r"⟨ORG(\d+)⟩[^.]{0,40}melanggar", view.masked)
    item = view.item_number(int(found[1])) if found else None
    return bool(is_told) or (item is not None and item.cls in ("Company", "PlacementCompany"))


# Who is only held or sought is charged as such: what the text does not call him he is not called.
_CHARGEABLE = ("suspect", "defendant", "detained", "wanted")


# "Jaksa menjerat Wahyu dengan dakwaan alternatif, yakni Pasal 4"
_CHARGED_BY = pattern(
    r"\b(?:[Mm]enjerat|[Mm]endakwa)\s+(?:terdakwa\s+|tersangka\s+)?(?P<who>{PER}(?:\s*(?:,|dan|serta)\s*{PER})*)"
)


def _stages(context: Context, view: View, laws: list[str]) -> None:
    """Put the articles on the stages of the persons who are charged with them here."""
    if found := _WHO.search(view.masked) or _CHARGED_BY.search(view.masked):
        people = context.registry.many(view.within(found.start("who"), found.end("who")))
    elif found := _ALL.search(view.masked) or _ACCUSED.search(view.masked):
        people = _all_meant(context, view, found)
    else:
        return
    span = view.offset(found.start()), view.sentence.end
    for id_ in people:
        tail = id_.partition("-")[2]
        known = [context.sink.scoped("stage", f"{tail}-{stage}") for stage in _CHARGEABLE]
        known = [relation for relation in known if relation in context.sink.entities]
        is_main = [one for one in known if one.endswith(("-suspect", "-defendant"))]
        for relation in is_main or known:
            context.sink.link(relation, "stageArticle", laws, span, context.voice(span[0]), 0.85)


_ALL = re.compile(
    r"^[^⟨;\"“]{0,60}?(?:(?P<word>(?i:ke(?:dua|tiga|empat|lima|enam)))(?:nya|\s+(?:tersangka|terdakwa|pelaku))\b"
    r"|(?P<count>⟨CNT\d+⟩)|\b(?i:para|seluruh|semua)\s+(?:tersangka|terdakwa|pelaku)\b|\b(?i:mereka)\b)"
    r"(?:\s+(?:itu|tersebut|ini))?(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){0,90}?\b(?:dijerat|disangka\w*|dikenakan|dikenai|didakwa|dipersangkakan|din(?:ilai|yatakan)\s+(?:terbukti\s+)?melanggar|dituntut)"
)
_ACCUSED = re.compile(
    r"\b(?:[Mm]endakwa|[Mm]enjerat)\s+(?:(?P<word>(?i:ke(?:dua|tiga|empat|lima|enam)))nya\b|(?P<count>⟨CNT\d+⟩)|(?:para|seluruh)\s+terdakwa\b"
    r"|mereka\b)"
)
_SIZES = {"kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6}


def _all_meant(context: Context, view: View, found: re.Match[str]) -> list[str]:
    """Return everybody whom ``Kedua tersangka`` means: as many as the document calls so."""
    counted = view.item(found, "count")
    value = counted.value if counted else None
    is_tried = re.search(r"(?i)terdakwa|dakwa\b", found[0]) is not None
    stage = "defendant" if is_tried else "suspect"
    if isinstance(value, Counted):
        stage = value.role
    people = {
        claim.value: None
        for claim in context.sink.claims.values()
        if claim.property == "stageOf" and claim.subject.endswith(f"-{stage}")
    }
    size: int | None = len(people)
    if isinstance(value, Counted):
        size = value.bounds.lower
    elif found["word"]:
        size = _SIZES[found["word"].casefold()]
    return list(people) if len(people) == size and len(people) > 1 else []
