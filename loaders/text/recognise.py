"""All rule recognisers over a document, resolved into items that do not overlap.

Owns the order of trust: identifiers and law before dates and money, agencies before places,
posts before persons. Refuses overlapping items: the earlier kind, then the longer item, wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.text import (
    agencies,
    companies,
    counts,
    dates,
    elliptic,
    identifiers,
    laws,
    money,
    people,
    places,
    posts,
    regions,
    tagger,
    teams,
    titles,
    topics,
    ways,
)  # fmt: skip
from loaders.text.grammar import STOPS, is_capital
from loaders.text.patterns import Pattern
from loaders.text.spans import Block, Item, Kind, Role, Token
from loaders.text.titles import rank_at
from loaders.text.tokens import tokenize


def values(text: str, published: str | None) -> list[Item]:
    """Return identifiers, law, numbers, money, dates, counts and ways of a whole document."""
    counted = list(counts.recognise(text))
    groups: list[list[Item]] = [
        list(identifiers.recognise(text)),
        [Item(n.start, n.end, n.text, Kind.NUMBER, n.text, value=n) for n in laws.numbers(text)],
        [
            Item(a.start, a.end, a.text, Kind.LAW, a.id, "LegalProvision", a)
            for a in laws.articles(text)
        ],
        [
            Item(i.start, i.end, i.text, Kind.REGULATION, i.id, "Regulation", i)
            for i in laws.instruments(text)
        ],
        list(money.recognise(text)),
        list(dates.recognise(text, published)),
        [*counted, *elliptic.recognise(text, counted)],
        list(ways.recognise(text)),
    ]
    return keep_first(groups)


def keep_first(groups: Iterable[Iterable[Item]]) -> list[Item]:
    """Return items in text order; an item that overlaps one of an earlier group is left out."""
    taken: list[Item] = []
    occupied: set[int] = set()
    for group in groups:
        for item in sorted(group, key=lambda one: (-one.length, one.start)):
            span = range(item.start, item.end)
            if occupied.isdisjoint(span):
                occupied.update(span)
                taken.append(item)
    return sorted(taken, key=lambda one: one.start)


def names(text: str, blocks: Sequence[Block], known: Sequence[Item]) -> list[Item]:
    """Return agencies, companies, places, posts and persons, outside of the known items."""
    occupied = {at for item in known for at in range(item.start, item.end)}
    short = _short_forms(text)
    letters = companies.short_forms(text)
    bare = companies.bare_names(text)
    made: list[Item] = []
    for block in blocks:
        if block.role is Role.FURNITURE:
            continue
        tokens = tokenize(block.text, block.start)
        firms = [
            Item(c.start + block.start, c.end + block.start, c.text, Kind.ORG, "", c.cls, c)
            for c in map(_cut(text, block), companies.recognise(block.text, bare))
            if block.role is not Role.TITLE or _comes_again(text, c.text)
        ]
        degrees = [
            Item(a + block.start, b + block.start, block.text[a:b], Kind.RANK, value="degree")
            for a, b in titles.degrees(block.text)
        ]
        grammar = keep_first([degrees, firms, _grammar(text, tokens, occupied)])
        told = [*_shortened(tokens, short, occupied), *_lettered(tokens, letters, occupied)]
        grammar = keep_first([grammar, told])
        persons = people.recognise(text, block, tokens, grammar, occupied)
        made.extend(keep_first([persons.sure, grammar, persons.likely]))
    placing = {item.text for item in made if item.cls == "PlacementCompany"}
    placing |= {item.text for item in made if companies.is_of_placing(text, item.start)}
    made = [
        replace(item, cls="PlacementCompany")
        if item.cls == "Company" and item.text in placing
        else item
        for item in made
    ]
    groups = {item.text for item in made if item.kind is Kind.ORG}
    # "Kepala Dinas Penerangan Koarmada I" tells that "Koarmada I menyatakan" is nobody.
    # "Babinsa Sukorejo" of the text that tells of "Desa Sukorejo" is nobody of that name.
    groups |= {item.text.partition(" ")[2] for item in made if item.cls in ("Village", "District")}
    made = [item for item in made if item.kind is not Kind.PERSON or item.text not in groups]
    return list(_trimmed(text, made))


_IN_BRACKETS = Pattern(
    r"(?<![\w.])(?P<name>(?:Universitas|Institut|Politeknik|Sekolah\s+Tinggi|Yayasan|Perkumpulan|Lembaga|Serikat"
    r"|Jaringan|Aliansi|Asosiasi|Forum|Koalisi|Komunitas|Dinas|Badan|Komisi|Balai|Pusat|Kementerian)(?:\s+(?:dan|untuk|bagi)"
    r"|\s+[A-Z][\w'’-]*){1,8})\s+\((?P<short>[A-Z][A-Za-z0-9-]{2,11})\)"
)


def _short_forms(text: str) -> dict[str, str]:
    """Return the short forms that the text gives in brackets behind a name: ``(Unhas)``."""
    return {
        found["short"]: found["name"]
        for found in _IN_BRACKETS.finditer(text)
        if _is_short_of(found["short"], found["name"])
    }


def _is_short_of(short: str, name: str) -> bool:
    name = name.removeprefix("Kementerian ")
    letters = iter(name.casefold())
    return short[0] == name[0] and all(letter in letters for letter in short.casefold())


def _shortened(tokens: Sequence[Token], short: dict[str, str], occupied: set[int]) -> list[Item]:
    """Return the places where a short form stands for the name it was given with."""
    made = []
    for token in tokens:
        if token.text in short and token.start not in occupied:
            full = tokenize(short[token.text])
            agency = agencies.at(full, 0)
            if agency is not None and agency.id:
                made.append(
                    Item(
                        token.start, token.end, token.text, Kind.ORG, agency.id, agency.cls, agency
                    )
                )
    return made


def _lettered(
    tokens: Sequence[Token], letters: Mapping[str, companies.CompanyName], occupied: set[int]
) -> list[Item]:
    """Return the places where the letters of a firm stand for its name: ``GIM menyiapkan``."""
    return [
        Item(token.start, token.end, token.text, Kind.ORG, "", firm.cls, firm)
        for token in tokens
        if (firm := letters.get(token.text)) and token.start not in occupied
    ]


def _comes_again(text: str, name: str) -> bool:
    if name.removeprefix("PT ") in regions.codes_by_name():
        # "PT NTB Perberat Vonis": the appeal court of a territory.
        return False
    return text.count(name) > 1 or (len(name.split()) == 2 and name.startswith("PT "))


def _cut(text: str, block: Block) -> Callable[[companies.CompanyName], companies.CompanyName]:
    """Return what cuts a company's name in a headline, where every word is capital.

    Only a name that comes again is a name: "PT Graha Bina Dicabut" is "PT Graha Bina".
    """

    def cut(found: companies.CompanyName) -> companies.CompanyName:
        name = found.text
        if found.cls == "CivilSocietyOrganization":
            # What tells a group stands at its end: "BP3MI Jawa Timur Gandeng Migrant Care".
            return found
        while block.role is Role.TITLE and not _comes_again(text, name) and name.count(" ") > 1:
            name = name.rpartition(" ")[0]
        if name == found.text or not _comes_again(text, name):
            return found
        return replace(found, text=name, end=found.start + len(name))

    return cut


def _trimmed(text: str, items: Sequence[Item]) -> Iterator[Item]:
    """Cut organisations that swallowed the name behind them, where the document shows it.

    "Universitas Nusa Cendana Maksimus Sanam" is a university and a person if the university is
    named alone elsewhere. Agencies with a place keep theirs.
    """
    named = {item.text: item for item in items if _is_open_ended(item)}
    places = _sure_places(text, items)
    skipped: set[int] = set()
    for index, item in enumerate(items):
        if whose := _whose(items, index):
            end = item.start + len(item.text.rsplit(maxsplit=_place_key(item).count("-") + 1)[0])
            words = text[item.start : end]
            yield Item(item.start, end, words, Kind.ORG, whose.key, whose.cls, whose.value)
            yield _person_behind(text, items, index, end, skipped)
            continue
        if extra := _swallowed(item, places):
            yield from _split(text, items, index, extra, skipped)
            continue
        if index in skipped:
            continue
        if at := _name_within(text, items, index):
            words = text[item.start : at - 1]
            group = companies.CompanyName(item.start, at - 1, words, item.cls, "")
            yield Item(item.start, at - 1, words, Kind.ORG, "", item.cls, group)
            yield _person_behind(text, items, index, at - 1, skipped)
            continue
        shorter = [t for t in named if _is_open_ended(item) and item.text.startswith(f"{t} ")]
        shorter = [] if _is_full(text, items, index, shorter) else shorter
        if not shorter or "(" in item.text:
            yield item
            continue
        head = named[max(shorter, key=len)]
        end = item.start + len(head.text)
        yield Item(item.start, end, head.text, Kind.ORG, head.key, head.cls, head.value)
        yield _person_behind(text, items, index, end, skipped)


# "Ketua Serikat Buruh Migran Dewi Larasati mendesak": nobody else bears the post.
_HELD_BY = Pattern(
    r"\b(?:[Aa]ktivis|[Rr]elawan|[Pp]endamping(?:\s+(?:korban|hukum))?|[Pp]engurus|[Pp]engacara|[Ss]taf|[Pp]erwakilan|[Pp]endiri|[Jj]uru\s+[Bb]icara)\s$"
)
_SHORTEST_GROUP = 3


def _name_within(text: str, items: Sequence[Item], index: int) -> int:
    """Return where the name begins of whoever holds the post before a group's name, or 0.

    Both stand side by side with nothing between them; the tagger tells where one ends.
    """
    item, before = items[index], items[index - 1] if index else None
    is_post = before is not None and before.kind is Kind.POST and item.start - before.end == 1
    start = before.start if before is not None and is_post else item.start
    if item.cls != "CivilSocietyOrganization" or len(item.text.split()) < _SHORTEST_GROUP:
        return 0
    if not is_post and not _HELD_BY.search(text, max(0, item.start - 24), item.start):
        return 0
    line = text[start : item.end + 40].partition("\n")[0]
    tokens = tokenize(line, start)
    words = [token.text for token in tokens]
    model = tagger.load() if words and not _APPOSED.match(text, item.end) else None
    for first, last, kind in tagger.spans(model.read([words])[0].labels) if model else ():
        if kind == "PER" and tokens[last - 1].end == item.end and last - first > 1:
            return tokens[first].start if tokens[first - 2].start > item.start else 0
    return 0


_APPOSED = Pattern(r"\s*(?:\([^)]{1,14}\)\s*)?,\s+[A-Z]")


def _is_full(text: str, items: Sequence[Item], index: int, shorter: Sequence[str]) -> bool:
    """Whether a firm's long name is its own, and the short one a form of it.

    It is told again, or has one word more and no post before it that would tell of a person.
    """
    item = items[index]
    if not shorter or not isinstance(item.value, companies.CompanyName):
        return False
    extra = item.text.count(" ") - max(short.count(" ") for short in shorter)
    is_beside = index > 0 and items[index - 1].kind is Kind.POST
    return text.count(item.text) > 1 or (extra == 1 and not is_beside)


def _place_key(item: Item) -> str:
    """Return the slug of a place that no gazetteer knows, from an agency's id, or empty."""
    agency = item.value
    if not isinstance(agency, agencies.Agency) or agency.place or not agency.id:
        return ""
    if agency.prefix.startswith("org:"):
        return ""
    return agency.id.removeprefix(f"org:{agency.prefix}-")


def _whose(items: Sequence[Item], index: int) -> Item | None:
    """Return the agency of which a post is told with a person's name where its place would stand.

    "Kepala Disnaker Punjul Saepul" is of the one Disnaker that the text names with its place.
    """
    item, before = items[index], items[index - 1] if index else None
    if "-" not in _place_key(item) or before is None or before.kind is not Kind.POST:
        return None
    same = {
        other.key: other
        for other in items
        if isinstance(other.value, agencies.Agency)
        and isinstance(item.value, agencies.Agency)
        and other.value.place
        and other.value.prefix == item.value.prefix
    }
    return next(iter(same.values())) if len(same) == 1 else None


def _sure_places(text: str, items: Sequence[Item]) -> frozenset[str]:
    """Return unknown places of agencies that no capital follows: their names end there."""
    return frozenset(
        key
        for item in items
        if (key := _place_key(item)) and not text[item.end : item.end + 2].strip()[:1].isupper()
    )


def _swallowed(item: Item, places: frozenset[str]) -> int:
    """Return how many words an agency's name holds behind its place: those of a person."""
    key = _place_key(item)
    fitting = [place for place in places if key.startswith(f"{place}-")]
    return key.count("-") - max(place.count("-") for place in fitting) if fitting else 0


def _split(
    text: str, items: Sequence[Item], index: int, extra: int, skipped: set[int]
) -> Iterator[Item]:
    """Yield the agency without the words it swallowed, and the person they begin behind a post."""
    item, agency = items[index], items[index].value
    if not isinstance(agency, agencies.Agency):
        return
    words = item.text.split()
    end = item.start + len(item.text.rsplit(maxsplit=extra)[0])
    id_ = agency.id.rsplit("-", maxsplit=extra)[0]
    value = replace(agency, id=id_, size=agency.size - extra)
    yield Item(item.start, end, text[item.start : end], Kind.ORG, id_, agency.cls, value)
    before = items[index - 1] if index else None
    if before is None or before.kind is not Kind.POST or len(words) <= extra:
        return
    yield _person_behind(text, items, index, end, skipped)


def _person_behind(
    text: str, items: Sequence[Item], index: int, end: int, skipped: set[int]
) -> Item:
    """Return the person whose name begins after ``end``, in the item or in the next as well."""
    stop = items[index].end
    follow = items[index + 1] if index + 1 < len(items) else None
    if follow and follow.kind is Kind.PERSON and follow.start - stop <= 1:
        stop = follow.end
        skipped.add(index + 1)
    return Item(end + 1, stop, text[end + 1 : stop], Kind.PERSON, "", "Person")


def _is_open_ended(item: Item) -> bool:
    """Whether nothing but capitals tells where an organisation's name ends."""
    if isinstance(item.value, agencies.Agency):
        return item.value.prefix in ("univ", "institut", "politeknik", "rsud")
    return isinstance(item.value, companies.CompanyName)


def _grammar(text: str, tokens: Sequence[Token], occupied: set[int]) -> list[Item]:
    made: list[Item] = []
    index = 0
    while index < len(tokens):
        if tokens[index].start in occupied:
            index += 1
            continue
        found = _at(text, tokens, index)
        if found is None:
            index += 1
            continue
        item, size = found
        made.append(item)
        index += size
    return made + _topics(text, tokens)


def _at(text: str, tokens: Sequence[Token], index: int) -> tuple[Item, int] | None:
    token = tokens[index]
    if token.text in posts.SMALL_FIRST:
        return _small_post(text, tokens, index)
    if token.text in _SMALL_OFFICES:
        return _small_office(text, tokens, index)
    if not is_capital(token) and token.text not in _SMALL_HEADS:
        return None
    return _capital_at(text, tokens, index)


_SMALL_HEADS = agencies.SMALL | {"pelabuhan", "bandara", "dermaga"}
_SMALL_HEADS |= {name.split()[0].casefold() for name in regions.WRITTEN_SMALL}
_FIRMS = frozenset({"PT", "CV", "UD", "Koperasi", "Yayasan"})


def _of_board(tokens: Sequence[Token], index: int) -> posts.Post | None:
    """Return the seat on a firm's board: a rank of the police has a name behind it."""
    behind = tokens[index + 1].text if index + 1 < len(tokens) else ""
    is_seat = tokens[index].text == "Komisaris" and behind in _FIRMS
    return posts.Post("", 1, is_weak=False) if is_seat else None


_INSPECTOR = ("Inspektur", "Jenderal")


def _of_ministry(tokens: Sequence[Token], index: int, size: int) -> posts.Post | None:
    """Return the post that the words of a rank are: ``Inspektur Jenderal KP2MI``."""
    behind = agencies.at(tokens, index + size) if index + size < len(tokens) else None
    words = tuple(token.text for token in tokens[index : index + size])
    is_post = words == _INSPECTOR and behind is not None and behind.cls == "Ministry"
    return posts.Post("", size, is_weak=False) if is_post else None


def _capital_at(text: str, tokens: Sequence[Token], index: int) -> tuple[Item, int] | None:
    token = tokens[index]

    def item(kind: Kind, size: int, key: str, cls: str, value: object) -> tuple[Item, int]:
        start, end = token.start, tokens[index + size - 1].end
        return Item(start, end, text[start:end], kind, key, cls, value), size

    if token.text in {"Depot", "Depo"} and (spot := places.at(tokens, index)):
        return item(spot.kind, spot.size, spot.key, spot.cls, spot)
    team = teams.at(tokens, index)
    agency = agencies.at(tokens, index)
    # "Kementerian Luar Negeri Malaysia" is another country's, not ours.
    if agency is not None and (team is None or (agency.id and agency.size >= team.size)):
        return item(Kind.ORG, agency.size, agency.id, agency.cls, agency)
    if team is not None:
        return item(Kind.ORG, team.size, "", team.cls, team)
    post = _of_board(tokens, index)
    if post is None and (rank := rank_at(tokens, index)):
        post = _of_ministry(tokens, index, rank)
        if post is None:
            return item(Kind.RANK, rank, "", "", None)
    if post := post or posts.at(tokens, index):
        return item(Kind.POST, post.size, "", "Position", post)
    spot = places.at(tokens, index)
    return item(spot.kind, spot.size, spot.key, spot.cls, spot) if spot else None


def _small_post(text: str, tokens: Sequence[Token], index: int) -> tuple[Item, int] | None:
    """Return a post in lower case that stands directly before a name."""
    post = posts.at(tokens, index)
    behind = index + post.size if post else len(tokens)
    if post is None or behind >= len(tokens) or not is_capital(tokens[behind]):
        return None
    if tokens[behind].text in STOPS or agencies.at(tokens, behind):
        return None
    start, end = tokens[index].start, tokens[behind - 1].end
    return Item(start, end, text[start:end], Kind.POST, "", "Position", post), post.size


# "dikatakan kepala BP3MI Nunukan, AKBP Fajar": written small, it is a post where office and name
# follow.
_SMALL_OFFICES = frozenset(
    {
        "kepala",
        "ketua",
        "direktur",
        "kapolres",
        "kapolresta",
        "kapolda",
        "kapolsek",
        "sekretaris",
        "bupati",
    }
)


def _small_office(text: str, tokens: Sequence[Token], index: int) -> tuple[Item, int] | None:
    """Return a post in lower case between whose office and a name stands at most a comma."""
    first = replace(tokens[index], text=tokens[index].text.capitalize())
    post = posts.at([first, *tokens[index + 1 : index + _FEW]], 0)
    at = index + post.size if post else len(tokens)
    behind = at + _size_of_office(tokens, at) if at < len(tokens) else len(tokens)
    if behind < len(tokens) and tokens[behind].text == ",":
        behind += 1
    if post is None or behind >= len(tokens) or not is_capital(tokens[behind]):
        return None
    if tokens[behind].text in STOPS and not rank_at(tokens, behind):
        return None
    start, end = tokens[index].start, tokens[index + post.size - 1].end
    return Item(start, end, text[start:end], Kind.POST, "", "Position", post), post.size


def _size_of_office(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens an office or a territory takes; all that follow if there is none."""
    office = agencies.at(tokens, index)
    region = None if office else regions.lexicon().at(tokens, index)
    return office.size if office else region[0] if region else len(tokens)


# So many tokens a post and its office take at most.
_FEW = 30


def _topics(text: str, tokens: Sequence[Token]) -> list[Item]:
    if not tokens:
        return []
    start, end = tokens[0].start, tokens[-1].end
    return [
        Item(m.start(), m.end(), m[0], Kind.TOPIC, "topics:tppo", "concept:topics")
        for m in topics.NAMED.finditer(text, start, end)
    ]
