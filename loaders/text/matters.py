"""Several matters of one article: ``Kasus serupa terungkap di Brebes; kala itu SR ditangkap``.

Owns which sentences tell of another matter than the one that the document is about. Each matter
is read for itself, as if the others were not there: no person, day, place or court of one gets
into another. Refuses to part sentences that name anybody of the matter before.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace

from loaders.text.context import Context
from loaders.text.draft import Sink
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

_DEED = (
    r"(?:(?:ter|di|me)(?:ng)?ungkap|(?:mem|di|ter)bongkar|menangkap|ditangkap|meringkus|diringkus|membekuk|dibekuk|mengamankan|diamankan|menetapkan|ditetapkan|menahan|ditahan"
    r"|(?:meng|di)ge?rebe[gk]k?|(?:me|di)nyelamatkan|diselamatkan|(?:meng|di)gagalkan|mencegah|dicegah|(?:me|di)nangani|ditangani|divonis|memvonis|dihukum|diadili|mengadili|dituntut|didakwa"
    r"|menjerat|dijerat|menimpa|menyeret|terjadi|dialami|tenggelam)"
)
_ANOTHER = (
    r"(?:kasus|perkara|pengungkapan|peristiwa|kejadian|sindikat|jaringan|praktik)\s+(?:tppo\s+|perdagangan\s+orang\s+)?"
    r"(?:yang\s+)?(?:serupa|sejenis|lain(?:nya)?|berbeda|terpisah)"
)
_OPENS = (
    # "Kasus serupa pernah terungkap di Brebes", "Dalam kasus terpisah, polisi menetapkan"
    Pattern(rf"(?i)\b{_ANOTHER}\b[^;]*\b{_DEED}\b|\b{_DEED}\b[^;]*\b{_ANOTHER}\b"),
    # "Tahun lalu, polda juga mengungkap", "Pada Maret 2024 rumah itu juga digerebek"
    Pattern(
        rf"(?i)^[\"“]?(?:(?:sebelumnya|adapun|sementara\s+itu|catatan\s+\w+)\s*,\s+)?(?:pada\s+)?(?:(?:awal|akhir|pertengahan)\s+)?(?:⟨DAT\d+⟩|(?:tahun|bulan|pekan)\s+(?:lalu|sebelumnya))[^;]*\b(?:juga|pernah)\s+(?:\w+\s+)?{_DEED}\b"
    ),
    Pattern(rf"(?i)^[\"“]?(?:berdasarkan\s+)?catatan\s+(?:redaksi|⟨ORG\d+⟩)[^;]*\b{_DEED}\b"),
)
# Whoever did it before, what shall not come again, and what is still looked for is no other matter.
_NOT_APART = Pattern(
    rf"(?i)\b(?:residivis|agar|supaya|mencegah|terulang|antisipasi|mengantisipasi|mengembangkan|pengembangan|mendalami|menelusuri|kemungkinan|dugaan|diduga|akan|jika|apabila|terlibat|keterlibatan|maraknya|banyak(?:nya)?)\s[^.;]{{0,60}}\b{_ANOTHER}\b"
    rf"|\b{_ANOTHER}\s+(?:tidak|tak|agar|supaya)\b"
)
_UNLIKE = Pattern(
    r"(?i)\b(?:berbeda|beda|terpisah)\s+dengan\s+(?:kasus|perkara)\b|\bbukan\s+bagian\s+dari\s+(?:kasus|perkara)\b"
)
# "Sementara itu di Subang, Polres Subang pekan lalu menetapkan HN": another town, another day.
_ELSEWHERE = Pattern(
    rf"(?i)^[\"“]?(?:(?:sementara\s+itu|adapun|sedangkan|terpisah|sebelumnya)\s*,?\s+)?di\s+⟨LOC\d+⟩\s*,[^;]*\b{_DEED}\b"
)
_EARLIER = Pattern(
    r"\b(?:hari|pekan|minggu|bulan|tahun|[A-Z][a-z]+|\d{4})\s+(?:lalu|silam|sebelumnya)\b"
)
_OF_ONE_NET = Pattern(
    r"(?i)\b(?:lain(?:nya)?|juga|turut|jaringan|sindikat|komplotan|pengembangan|terkait|yang\s+sama|kasus\s+(?:ini|itu|tersebut))\b"
)
# Words that a newsroom turns to another matter with, in a paragraph of other people.
_TURNS = Pattern(
    r"(?i)\b(?:serupa|terpisah|lain\s+lagi|belum\s+lupa|bukan\s+(?:kali\s+(?:ini|pertama)|yang\s+pertama)|(?:pekan|bulan|tahun)\s+sebelumnya|silam|lebih\s+(?:dulu|dahulu))\b"
)
_ALSO = Pattern(r"(?i)\bjuga\b")
_ACCUSED = Pattern(
    rf"(?i)\b(?:{_DEED}|tertangkapnya|memburu|diburu|menyidik|menuntut|mengganjar\w*|dipenjara|menghukum|tersangka|terdakwa|terpidana)\b"
)
_LONG_AGO = Pattern(r"(?i)\b(?:tahun\s+(?:lalu|silam|sebelumnya)|bulan\s+silam)\b")
_BY_LAW = frozenset({"LawEnforcementAgency", "Court"})
_MONTHS_AGO = 2
_WELL_TOLD = 4
_NET = Pattern(
    rf"(?i)\b(?:pengembangan|(?:jaringan|sindikat|komplotan|kelompok)\s+(?:ini|itu|tersebut|yang\s+sama)|kasus\s+(?:ini|tersebut)|perkara\s+(?:ini|tersebut)|(?:kasus|perkara)\s+yang\s+sama|{KIN}nya|masih\s+terkait|rekan\w*|kaki\s+tangan|atasan\w*)\b"
)
# "Lain lagi kisah Juminten", "Nasib pilu juga menimpa Lestari": that is said of nobody else.
_OTHER_TALE = Pattern(
    r"(?i)^[\"“]?(?:lain\s+lagi\b|(?:nasib|kisah|cerita)\s+(?:\w+\s+)?(?:(?:juga|turut)\s+(?:menimpa|dialami)|serupa\b|lain\b))"
)
# What goes on about the sentence before, whoever it names.
_GOES_ON = Pattern(
    r"(?i)^[\"“]?(?:(?:kala|saat|ketika|waktu)\s+itu|(?:dalam|dari|pada)\s+(?:kasus|perkara|peristiwa|pengungkapan|penggerebekan|kejadian)\s+(?:itu|tersebut)"
    r"|ia|dia|mereka|ke(?:dua|tiga|empat|lima)nya|(?:para\s+)?pelaku|korban\w*|yang\s+bersangkutan)\b"
)


@dataclass(slots=True)
class _Matter:
    """The sentences of one matter, by number, and who is named in them."""

    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)

    def take(self, view: View, people: set[str], places: set[str]) -> None:
        self.numbers.add(view.sentence.number)
        self.people |= people
        self.places |= places
        self.agencies |= _agencies([view])


def parted(context: Context) -> list[Context]:
    """Return one context for each matter of a document, what it is about first.

    In each, the sentences of the others are none of the body. The first has the sink of the
    document, the others have sinks of their own: see :func:`joined`.
    """
    matters = _matters(context)
    if len(matters) == 1:
        return [context]
    return [_only(context, number, matters) for number in range(len(matters))]


def joined(context: Context, parts: list[Context]) -> None:
    """Put into a document's sink what was read of its other matters."""
    for part in parts[1:]:
        told = [one for one in part.sentences if one.role is Role.BODY]
        # What a reader takes from headlines and from other sentences is of the first matter.
        own = {
            key: claim
            for key, claim in part.sink.claims.items()
            if any(one.start <= claim.start < one.end for one in told)
        }
        named = {one for claim in own.values() for one in (claim.subject, claim.value)}
        for id_, entity in part.sink.entities.items():
            if id_ in named:
                context.sink.entities.setdefault(id_, entity)
        for key, claim in own.items():
            context.sink.claims.setdefault(key, claim)


def _matters(context: Context) -> list[_Matter]:
    """Share the body out among matters; the first is what the document is about."""
    main = _Matter()
    matters = [main]
    now, block = 0, -1
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        people, places = _people(context, view), _ids(context, view, Kind.PLACE)
        is_same = view.sentence.block == block
        if main.numbers and (
            _opens(view, people & main.people)
            or _is_elsewhere(view, people, places, main)
            or (not is_same and _is_apart(context, view, main))
        ):
            matters.append(_Matter())
            now = len(matters) - 1
        else:
            now = _goes_on(view, people, matters, now, is_same=is_same)
        matters[now].take(view, people, places)
        block = view.sentence.block
    return matters


def _opens(view: View, known: set[str]) -> bool:
    """Whether a sentence turns to another matter; none that names ``known`` people does."""
    if _UNLIKE.search(view.masked) or (not known and _OTHER_TALE.match(view.masked)):
        return True
    if known or _NOT_APART.search(view.masked):
        return False
    return any(rule.search(view.masked) for rule in _OPENS)


def _is_elsewhere(view: View, people: set[str], places: set[str], main: _Matter) -> bool:
    """Whether a sentence begins with a town and tells of an earlier deed there, of no one net."""
    if not people or people & main.people or places & main.places:
        return False
    is_there = _ELSEWHERE.search(view.masked) and _EARLIER.search(view.sentence.text)
    return bool(is_there) and not _OF_ONE_NET.search(view.sentence.text)


def _is_apart(context: Context, view: View, main: _Matter) -> bool:
    """Whether a paragraph tells of other people's trouble with the law, by what it holds.

    None of them is named before; and it was long ago, or a phrase turns to it, before a police
    force or court of its own, or in a town of its own.
    """
    views = [v for v in context.body() if v.sentence.block == view.sentence.block]
    text = " ".join(v.sentence.text for v in views)
    people = set[str]().union(*(_people(context, v) for v in views))
    if not (main.people or len(main.numbers) >= _WELL_TOLD):
        # Whoever is named first is whom the document is about.
        return False
    if not people or people & main.people or _NET.search(text) or _NOT_APART.search(text):
        return False
    if not _ACCUSED.search(text):
        return False
    places = set[str]().union(*(_ids(context, v, Kind.PLACE) for v in views))
    forces = _agencies(views)
    is_theirs = bool(forces) and not any(a in b or b in a for a in forces for b in main.agencies)
    is_there = bool(places) and not places & main.places
    is_past = _LONG_AGO.search(text) is not None or any(_is_past(context, v) for v in views)
    if is_past and is_theirs:
        return True
    if is_theirs and _ALSO.search(views[0].sentence.text):
        return True
    return _TURNS.search(text) is not None and (is_past or is_theirs or is_there)


def _agencies(views: list[View]) -> set[str]:
    """Return the police forces and courts that sentences name, as written."""
    return {item.text.casefold() for v in views for item in v.items if item.cls in _BY_LAW}


def _is_past(context: Context, view: View) -> bool:
    """Whether a sentence names a month well before that of publication, or an earlier year."""
    today = _month(context.meta.published or "")
    for item in view.items:
        if item.kind is Kind.DATE and today and "/" not in item.key:
            month = _month(item.key)
            if month and month <= today - _MONTHS_AGO:
                return True
    return False


def _month(day: str) -> int:
    """Return the number of the month of a day, month or year, counted from year 0; else 0."""
    year, _, rest = day.partition("-")
    if not year.isdecimal() or len(year) != len("2025"):
        return 0
    month = rest[:2]
    return int(year) * 12 + (int(month) if month.isdecimal() else 12)


def _goes_on(
    view: View, people: set[str], matters: list[_Matter], now: int, *, is_same: bool
) -> int:
    """Return the matter of a sentence that opens none: by whom it names, else of that before."""
    if people & matters[0].people:
        return 0
    for number in range(len(matters) - 1, 0, -1):
        if people & matters[number].people:
            return number
    is_near = is_same or _GOES_ON.match(view.masked) is not None
    return now if is_near else 0


def _people(context: Context, view: View) -> set[str]:
    """Return the persons named in a sentence who hold no office."""
    people = _ids(context, view, Kind.PERSON, Kind.INITIALS)
    return people - set(context.registry.posts_of)


def _ids(context: Context, view: View, *kinds: Kind) -> set[str]:
    return set(context.registry.many([item for item in view.items if item.kind in kinds]))


def _only(context: Context, number: int, matters: list[_Matter]) -> Context:
    """Return a context in which one matter alone is told of."""
    others = {n for i, one in enumerate(matters) if i != number for n in one.numbers}
    sentences = list(context.sentences)
    views = list(context.views)
    for at, view in enumerate(views):
        is_head = number and view.sentence.role is Role.TITLE
        if view.sentence.number in others or is_head:
            told = replace(view.sentence, role=Role.SECTION)
            views[at] = copy(view)
            views[at].sentence = sentences[at] = told
    made = replace(context, sentences=sentences, views=views,
                   registry_items=_items_of(context, others))  # fmt: skip
    if number:
        sink = context.sink
        made.sink = Sink(
            context.text, f"{sink.key}-m{number + 1}", dict(sink.entities),
            refused=sink.refused, protected=sink.protected,
        )  # fmt: skip
        made.registry = replace(context.registry, sink=made.sink)
        made.events = {}
    return made


def _items_of(context: Context, others: set[int]) -> tuple[Item, ...]:
    """Return the items outside the sentences of other matters."""
    spans = [(v.sentence.start, v.sentence.end) for v in context.views
             if v.sentence.number in others]  # fmt: skip
    return tuple(
        item for item in context.registry_items
        if not any(start <= item.start < end for start, end in spans)
    )  # fmt: skip
