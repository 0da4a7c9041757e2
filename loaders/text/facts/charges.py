"""Articles charged or applied, and the instruments they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import cases, demands, frames
from loaders.text.facts.bulleted import lines_below
from loaders.text.facts.cases import case_of
from loaders.text.facts.pronounced import GUILTY
from loaders.text.facts.rulings import Found, Sign, row
from loaders.text.laws import Instrument, LawRef
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

_CHARGED = Pattern(
    r"(?i)\b(?:dijerat|dikenakan|disangkakan|disangka|dipersangkakan|didakwa"
    r"|(?:men|mem)(?:jerat|yangkakan|ersangkakan|bidik)(?:nya)?|dibidik|mengenakan(?:nya)?|(?:sangkaan|dakwaan)\b(?=[^.;]{0,120}⟨LAW)|mengancam(?:nya)?(?=[^.;]{0,20}⟨LAW)"
    r"|(?:memakai|menggunakan|menerapkan|diterapkan|(?:ter)?kena)(?=\s+⟨LAW)|(?:kami|kita)\s+(?:jerat|kenakan|(?:per)?sangkakan|bidik)|dikenai|diancam|terancam|mendakwa|melanggar|memenuhi\s+unsur|sebagaimana\s+(?:diatur"
    r"|dimaksud)|terbukti|[Pp]asal\s+yang\s+(?:[a-z]+\s+){1,3}(?:adalah|ialah|yakni|yaitu)|dakwaan\s+(?:kesatu|kedua|ketiga|pertama|alternatif|primai?r|subsidai?r|tunggal))\b"
)


def find(context: Context) -> None:
    """Claim articles charged in body sentences, the instrument of every article, and the case."""
    cases.find(context)
    demands.find(context)
    told = _NOBODY
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
        is_body = view.sentence.role is Role.BODY
        before = told if told.number == view.sentence.number - 1 else _NOBODY
        if laws and before.people is not None and is_body and _goes_on(view):
            told = _added(context, view, laws, before.people)
        elif is_body and _CHARGED.search(view.masked):
            is_named = any(i.kind is Kind.REGULATION for i in view.items)
            if _BROKE.search(view.masked) and not is_named:
                continue
            below = lines_below(context, view)
            laws += [i for line in below for i in line.items if i.kind is Kind.LAW]
            told = _charged(context, view, laws)
    for view in context.body():
        _threatened(context, view)


@dataclass(frozen=True, slots=True)
class _Told:
    """Whom a sentence charged: nobody at all, or people, of whom none may be known."""

    number: int
    people: tuple[str, ...] | None


_NOBODY = _Told(-1, None)
# "Selain itu, juga dikenakan Pasal 81", "Atau Pasal 83 UU PPMI": of who was charged just before.
_GOES_ON = Pattern(
    r"(?i)^[\"“]?(?:selain\s+itu|selanjutnya|kemudian|lalu|juga|serta|dan|atau|jo(?:\.|\s)|juncto|ditambah|(?:lebih\s+)?subsid(?:e|ai)r|(?:tidak|tak)\s+hanya\s+itu)\s*,?\s*"
    r"(?:(?:juga|turut|pula|lagi|ia|dia|mereka|ke(?:dua|tiga)nya|pelaku|(?:para\s+)?tersangka|penyidik|polisi|kami|kita|ancaman|dengan|melanggar"
    r"|(?:dijerat|menjerat|dikenakan|dikenai|kenakan|mengenakan|menerapkan|disangkakan|disangka|dilapis|dijuncto\w*)(?:nya)?)\s+){0,6}⟨LAW"
)

# "Selain itu, Pasal 5 mengatur": what a law says is no charge.
_LAW_SAYS = Pattern(
    r"(?i)⟩(?:\s+tentang\s[^.;,⟨]{3,110}?)?\s+(?:juga\s+)?(?:me[a-z]{5,}|ber[a-z]{4,}|tidak|tak|belum|urung|batal|dapat|bisa|akan|adalah)\b"
)


def _goes_on(view: View) -> bool:
    return _GOES_ON.match(view.masked) is not None and _LAW_SAYS.search(view.masked) is None


def _added(context: Context, view: View, laws: list[Item], people: tuple[str, ...]) -> _Told:
    """Claim articles of a sentence that goes on with the charge of the one before."""
    case = case_of(context, (laws[0].start, laws[-1].end))
    for item in laws:
        span, voice = (item.start, item.end), context.voice(item.start)
        if id_ := context.registry.of(item):
            context.sink.claim(case, "chargedUnder", id_, span, is_object=True, voice=voice)
    _staged_under(context, people, laws)
    return _Told(view.sentence.number, people)


# "Para pekerja ini menyalahi aturan. Mereka melanggar Pasal 5": of no law, and nobody's charge.
_BROKE = Pattern(r"(?i)^[\"“]?(?:mereka|para\s+(?:pekerja|pmi|calon))\b[^.;⟨]{0,30}\bmelanggar\b")


# "Ancaman hukumannya 10 tahun penjara": what the law allows, and no sentence.
_THREAT = Pattern(
    r"(?i)\b(?:ancaman(?:nya)?|ter?ancam|diancam)\b(?=[^.;\"“]{0,90}\b(?:pidana|hukuman\w*|penjara|kurungan|bui|denda)\b)[^;\"“]{0,120}?⟨(?:DUR|MON)\d+⟩"
)
_THEIRS = Pattern(
    r"(?i)⟨(?:PER|INI|LAW|REG)\d+⟩|\b(?:tersangka|terdakwa|pelaku|ia|dia|mereka|ke(?:dua|tiga|empat|lima)nya|perbuatannya|yang\s+bersangkutan|ancaman(?:\s+(?:hukuman|pidana))?nya)\b"
)
_ANYBODY = Pattern(
    r"(?i)\b(?:siapa\s?pun|siapa\s+saja|setiap\s+orang|barang\s?siapa|orang\s+perseorangan|masyarakat|oknum|jika|apabila|bila|bisa|dapat|pelaku\s+(?:TPPO|⟨TOP\d+⟩))\b"
)


def _threatened(context: Context, view: View) -> None:
    """Keep the threat of punishment in the words of the text, on the matter that is known."""
    case = context.sink.scoped("case", "1")
    is_told = _THREAT.search(view.masked) and _THEIRS.search(view.masked)
    if not is_told or case not in context.sink.entities or _ANYBODY.search(view.masked):
        return
    text = view.sentence.text.strip()
    start = view.sentence.start + view.sentence.text.index(text)
    span, voice = (start, start + len(text)), context.voice(start)
    context.sink.claim(case, "description", text, span, voice=voice, confidence=0.8)


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


def _charged(context: Context, view: View, told: list[Item]) -> _Told:
    """Claim the articles of a charge; return whom it is told of, for the next sentence."""
    found = _CHARGED.search(view.masked)
    if found is None or re.search(
        r"(?i)\b(?:tidak|berpotensi|dapat|bisa|belum|nanti|jika|bila|kalau|apabila)\s+$",
        view.masked[: found.start()],
    ):
        return _NOBODY
    if not re.search(
        r"(?i)terdakwa|dakwaan|jaksa|majelis|tersangka|pelaku|pidana|⟨(?:PER|INI)|jerat|yangka|sangka|dakwa|bidik|pasal\s+yang|\b(?:ke\w+nya|mereka|ia|dia|yang\s+bersangkutan|penyidik)\b",
        view.masked + view.sentence.text,
    ):
        return _NOBODY
    if _is_of_company(view):
        return _NOBODY
    start = view.offset(found.start())
    # "Pasal 81 disangkakan kepadanya": where none follows, what stands before.
    laws = [law for law in told if law.start >= start] or told
    ids = context.registry.many(laws)
    if not ids:
        return _NOBODY
    sink = context.sink
    case = case_of(context, view.span(found))
    for item in laws:
        id_ = context.registry.of(item)
        voice = frames.allege(context.voice(item.start), view, found.start())
        if id_:
            sink.claim(
                case, "chargedUnder", id_, (item.start, item.end), is_object=True, voice=voice
            )
    # What a court found broken is told of the verdict, not of the charge.
    if GUILTY.search(view.masked):
        return _NOBODY
    return _Told(view.sentence.number, _stages(context, view, laws))


def _is_of_company(view: View) -> bool:
    """Whether a company, not a person, is said to break the law."""
    is_told = re.search(r"(?i)perusahaan", view.masked)
    found = re.search(r"⟨ORG(\d+)⟩[^.]{0,40}melanggar", view.masked)
    item = view.item_number(int(found[1])) if found else None
    return bool(is_told) or (item is not None and item.cls in ("Company", "PlacementCompany"))


# Who is only held or sought is charged as such: what the text does not call him he is not called.
_CHARGEABLE = ("suspect", "defendant", "detained", "wanted")


def _stages(context: Context, view: View, laws: list[Item]) -> tuple[str, ...] | None:
    """Put the articles on the stages of those charged here; return them, if all share them."""
    shared = list(_shared(context, view, laws))
    for people, items in shared:
        _staged_under(context, people, items)
    return tuple(shared[0][0]) if len(shared) == 1 else None if shared else ()


def _staged_under(context: Context, people: Iterable[str], laws: list[Item]) -> None:
    ids = context.registry.many(laws)
    span = min(item.start for item in laws), max(item.end for item in laws)
    for id_ in people:
        tail = id_.partition("-")[2]
        known = [context.sink.scoped("stage", f"{tail}-{stage}") for stage in _CHARGEABLE]
        known = [relation for relation in known if relation in context.sink.entities]
        is_main = [one for one in known if one.endswith(("-suspect", "-defendant"))]
        for relation in is_main or known:
            context.sink.link(relation, "stageArticle", ids, span, context.voice(span[0]), 0.85)


def _shared(
    context: Context, view: View, laws: list[Item]
) -> Iterator[tuple[list[str], list[Item]]]:
    """Yield who is charged with which articles, where the order of the words says so."""
    if found := _ALL.search(view.masked) or _ACCUSED.search(view.masked):
        yield _all_meant(context, view, found), laws
        return
    groups = _groups(context, view)
    if not groups:
        yield _one_accused(context, view), laws
    elif len(groups) == 1:
        yield groups[0][1], laws
    else:
        yield from _each_own(groups, laws)


def _groups(context: Context, view: View) -> list[tuple[int, list[str]]]:
    """Return those who may be charged by where they stand; names in a row stand together."""
    made: list[tuple[int, list[str]]] = []
    last: Found | None = None
    for one in row(context, view):
        if one.sign is not Sign.PERSON or _IN_PASSING.search(view.masked[: one.start][-90:]):
            continue
        id_ = context.registry.of(one.items[0])
        if last and _ROW.fullmatch(view.masked, last.end, one.start):
            made[-1][1].append(id_)
        elif not (made and id_ in made[-1][1]):
            made.append((one.items[0].start, [id_]))
        last = one
    return made


_ROW = Pattern(
    r"\s*(?:\([^)⟨]{0,24}\)|,\s*[a-z][^,.;⟨]{0,40}(?=,))?\s*(?:,\s*(?:dan\s+|serta\s+)?|(?:dan|serta)\s+)(?:(?:terdakwa|tersangka|\w+nya,)\s+)?"
)
# "A, yang mengenal B, dijerat": who is told of below is not charged.
_IN_PASSING = Pattern(r"(?i)\byang\s[^,;]*$")


def _each_own(
    groups: list[tuple[int, list[str]]], laws: list[Item]
) -> Iterator[tuple[list[str], list[Item]]]:
    """Yield each group with the articles behind it, where every group has some of its own."""
    bounds = [*(start for start, _ in groups[1:]), laws[-1].end]
    own = [
        [law for law in laws if start < law.start < end]
        for (start, _), end in zip(groups, bounds, strict=True)
    ]
    if all(own) and sum(map(len, own)) == len(laws):
        yield from ((people, items) for (_, people), items in zip(groups, own, strict=True))


_POINTS = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|pelaku|ia|dia|yang\s+bersangkutan|kepadanya|terhadapnya|pasal\s+yang|(?:men|mem|meng)\w+nya|perbuatannya|pria|perempuan)\b"
)
_NUMBER = Pattern(
    r"(?i)\b(?:para|kedua|ketiga|keempat|kelima|seluruh|semua|keduanya|ketiganya|mereka)\b|⟨CNT"
)


def _one_accused(context: Context, view: View) -> list[str]:
    """Return the one accused of the document, where the sentence points to somebody so."""
    if not _POINTS.search(view.masked) or _NUMBER.search(view.masked):
        return []
    people = {
        claim.value
        for claim in context.sink.claims.values()
        if claim.property == "stageOf" and claim.subject.endswith(_ENDS)
    }
    return list(people) if len(people) == 1 else []


_ENDS = tuple(f"-{stage}" for stage in _CHARGEABLE)


_ALL = Pattern(
    r"^[^⟨;\"“]{0,60}?(?:(?P<word>(?i:ke(?:dua|tiga|empat|lima|enam)))(?:nya|\s+(?:tersangka|terdakwa|pelaku))\b"
    r"|(?P<count>⟨CNT\d+⟩)|\b(?i:para|seluruh|semua)\s+(?:tersangka|terdakwa|pelaku)\b|\b(?i:mereka)\b)"
    r"(?:\s+(?:itu|tersebut|ini))?(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){0,90}?\b(?:dijerat|disangka\w*|dikenakan|dikenai|(?:ter)?kena|didakwa|dipersangkakan|din(?:ilai|yatakan)\s+(?:terbukti\s+)?melanggar|dituntut|dibidik)"
)
_ACCUSED = Pattern(
    r"\b(?:[Mm]endakwa|[Mm]enjerat|(?:[Jj]aksa|JPU|[Pp]enuntut\s+umum|[Pp]enyidik)(?:[^.;⟨\"“]|⟨PER\d+⟩){0,40}?\s(?:menilai|menyebut|menyatakan|menganggap|menduga|meyakini))\s+(?:bahwa\s+)?(?:(?P<word>(?i:ke(?:dua|tiga|empat|lima|enam)))(?:nya|\s+terdakwa)\b|(?P<count>⟨CNT\d+⟩)|(?:para|seluruh)\s+terdakwa\b"
    r"|mereka\b)"
)


def _staged(context: Context, stage: str) -> dict[str, None]:
    return {
        claim.value: None
        for claim in context.sink.claims.values()
        if claim.property == "stageOf" and claim.subject.endswith(f"-{stage}")
    }


_SIZES = {"kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6}


def _all_meant(context: Context, view: View, found: re.Match[str]) -> list[str]:
    """Return everybody whom ``Kedua tersangka`` means: as many as the document calls so."""
    counted = view.item(found, "count")
    value = counted.value if counted else None
    is_tried = re.search(r"(?i)terdakwa|dakwa\b", found[0]) is not None
    stage = "defendant" if is_tried else "suspect"
    if isinstance(value, Counted):
        stage = value.role
    people = _staged(context, stage) or _staged(context, "defendant")
    size: int | None = len(people)
    if isinstance(value, Counted):
        size = value.bounds.lower
    elif found["word"]:
        size = _SIZES[found["word"].casefold()]
    return list(people) if len(people) == size and len(people) > 1 else []
