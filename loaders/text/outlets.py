"""Which outlet prints a text: named in its first words, or on a line of its own above it.

Owns what newsrooms put before the first sentence: town, outlet and day, in any order, parted by
commas, brackets, bars and dashes. Refuses desks, agencies and towns as outlets, and a lone word
that no gazetteer knows as either.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.text import agencies, places
from loaders.text.grammar import STOPS, adjoins, is_capital
from loaders.text.lexicon import Lexicon
from loaders.text.patterns import Pattern
from loaders.text.resources import rows
from loaders.text.spans import Block, Item, Kind, Role, Token
from loaders.text.tokens import tokenize

_SITE = (
    r"[A-Za-z0-9][\w-]*(?:\.[A-Za-z][\w-]*){0,3}?"
    r"\.\s?(?i:com|co\.id|co|id|net|org|news|tv|info|online|press)(?![a-z\d]|\.\w)"
)
SITE = Pattern(_SITE)
"""A name that is the address of a site: ``kupang-media.net``, ``VISI.NEWS``."""
_SITE_OF = Pattern(rf",\s+(?P<name>[A-Z][a-z]+\s(?:[A-Z][a-z]+\s)?{_SITE})$")

# "LIPUTANNTT", "BerkatnewsTV", "Idola 92,6 FM", "SUARA CIREBON", "batampos".
_PRINTED = (
    r"(?i:\w*(?:news|times|tribun|media|liputan)\w*|\w+(?:pos|post|tv|satu|line|channel)|(?:radio|suara|radar|harian|warta"
    r"|kabar|berita|koran|jurnal|metro|ketik|kontak|pr)|fm)"
)
_IS_PRINTED = Pattern(rf"(?:^|.*\s){_PRINTED}(?:\s|$)")
_DASH = (
    r"(?:\s+[-–—]{1,2}\s*|\s*[-–—]{1,2}\s+|\s*[–—]{1,2}|\s+\|\s+"
    r"|(?<=\.com)-|(?<=\))-(?=[A-Z])|(?<=FM)-(?=[A-Z]))"
)
# A bar parts, too, as in "VISI.NEWS | BALI – Polda". What is closed has no dash: the site before a
# colon or comma, the outlet or a day in brackets. "TEMPO.COKupang" is glued.
_LEAD = Pattern(
    rf"^(?P<lead>(?:{_SITE}|[A-ZÀ-Þ]|[a-z]{{4,}}(?=\s+[–—-]\s))"
    r"[\w.,'’ ()/-]{0,60}?(?:\s\|\s[A-Z][\w.,' ()/-]{1,30}?(?=\s*[-–—]{1,2}\s))?)"
    rf"{_DASH}(?=[\"“]?[A-ZÀ-Þ0-9])"
    rf"|^(?P<closed>(?:[A-Z][\w ]{{1,24}},\s?)?(?:{_SITE}[:,]|[A-Z]\w*(?:news|News|NEWS)\w*\.)"
    r"|[A-Z]{3,}(?:\s[A-Z]{3,})?\s\(\s?[A-Z ]{4,30}\)"
    r"|[A-Z][\w ]{1,24}, [A-Z]\w+ \(\d{1,2}/\d{1,2}(?:/\d{4})?\))\s?(?=[A-Z])"
    r"|^(?P<glued>[A-Z]{3,}\.CO)(?=[A-Z][a-z])"
)
# What parts town, outlet and day in it.
_PARTS = Pattern(r"(?:[^,()|–—/]|(?<=\d),(?=\d))+(?<!\s)")
# Desks that issue a text, and words for the text itself: no outlet is called so.
_DESKS = frozenset({"Humas", "Siaran", "Rilis", "Laporan", "Biro", "Bagian", "Bidang", "Divisi"})
_LONGEST, _TOWN_WORDS = 4, 2


@cache
def _media() -> Lexicon[str]:
    return Lexicon((name, id_) for id_, names in rows("media.tsv") for name in names.split("|"))


def known(name: str) -> str | None:
    """Return the id of an outlet by its name, empty if no table has it, or ``None``.

    >>> known("Kompas.com"), known("kupang-media.net"), known("Polda NTT")
    ('org:kompas', '', None)
    """
    tokens = tokenize(name)
    found = _media().at(tokens, 0) if tokens else None
    if found is not None and found[0] == len(tokens):
        return found[1]
    return "" if SITE.fullmatch(name) and ".go.id" not in name else None


def lead(text: str) -> tuple[int, int]:
    """Return where town, outlet and day begin and end before the first sentence of a paragraph."""
    found = _LEAD.match(text)
    return found.span(found.lastgroup or 0) if found else (0, 0)


def items(text: str, blocks: list[Block]) -> list[Item]:
    """Return the outlet named in a dateline or above it, and where page furniture repeats it."""
    made: list[Item] = []
    for block in blocks:
        if block.role is Role.BODY and not made:
            made.extend(_of_lead(text, block))
    made = made or _above(text, blocks)
    for block in blocks:
        if made and block.role is Role.FURNITURE and len(block.text.split()) <= 3:
            for start, size, id_ in _media().scan(tokens := tokenize(block.text, block.start)):
                if id_ == made[0].key:
                    made.append(_listed(text, tokens, start, size, id_))
    return made


def _of_lead(text: str, block: Block) -> list[Item]:
    start, end = lead(block.text)
    if start == end:
        return []
    tokens = tokenize(block.text[start:end], block.start + start)
    listed = [one for one in _media().scan(tokens) if not _goes_on(tokens, one[0] + one[1])]
    if listed:
        return [_listed(text, tokens, *one) for one in listed]
    if site := SITE.search(block.text, start, end):
        if longer := _SITE_OF.search(block.text, start, site.end()):
            # "Jakarta, Beranda Kita.id --": the name began before.
            town = block.text[start : longer.start("name")].rstrip(" ,(")
            before = _town(block, town, (start, start + len(town))) if town else ()
            return [*before, *_named(block, *longer.span("name"))]
        town = block.text[start : site.start()].rstrip(" (")
        before = _town(block, town[:-1], (start, start + len(town) - 1)) if town[-1:] == "," else ()
        return [*before, *_named(block, *site.span())]
    parts = [part.span() for part in _PARTS.finditer(block.text, start, end)]
    parts = [
        (a + len(said) - len(said.lstrip()), b - said.endswith("."))
        for a, b in parts
        if (said := block.text[a:b]).strip(" .")
    ]
    return list(_told(text, block, parts))


def _told(text: str, block: Block, parts: list[tuple[int, int]]) -> Iterator[Item]:
    """Yield the outlet among the parts of a lead, by its words or as what stands beside a town."""
    names = [block.text[a:b] for a, b in parts]
    is_town = [_is_place(name) for name in names]
    for number, (name, span) in enumerate(zip(names, parts, strict=True)):
        beside = number == 1 or (len(parts) > 1 and is_town[1] and not is_town[0])
        is_outlet = _IS_PRINTED.match(name) or beside or (name.islower() and len(parts) == 1)
        if is_outlet and not is_town[number] and not _is_other(name):
            if number == 1 and not is_town[0]:
                yield from _town(block, names[0], parts[0])
            yield from _named(block, *span)
            return
    # "LIMBOTO –": alone it is a town where the text, or a gazetteer, knows one of that name.
    is_told = len(parts) > 1 or (names and _is_told(text, names[0].title()))
    if names and not is_town[0] and is_told:
        yield from _town(block, names[0], parts[0])


def _is_told(text: str, town: str) -> bool:
    return _is_place(town) or town in text


def _town(block: Block, name: str, span: tuple[int, int]) -> Iterator[Item]:
    """Yield the town before an outlet, an agency or a day, though no gazetteer knows it."""
    tokens = tokenize(name)
    is_known = _is_place(name) or agencies.at(tokens, 0) is not None
    if len(tokens) <= _TOWN_WORDS and not is_known and tokens[0].text not in _DESKS:
        start, end = block.start + span[0], block.start + span[1]
        yield Item(start, end, name, Kind.PLACE, "", "Place")


def _named(block: Block, start: int, end: int) -> Iterator[Item]:
    """Yield an outlet by its place in a block, or the agency whose site it is."""
    name, whole = block.text[start:end], (block.start + start, block.start + end)
    if ".go.id" in name:
        agency = agencies.at(tokenize(name.partition(".")[0].upper()), 0)
        if agency is not None:
            yield Item(*whole, name, Kind.ORG, "", agency.cls, agency)
        # "tribratanews.polri.go.id" is the paper of the police.
        if agency is not None or not _IS_PRINTED.match(name):
            return
    yield Item(*whole, name, Kind.ORG, "", "MediaOrganization")


def _is_other(name: str) -> bool:
    """Whether a part names a desk, an agency, a day or a number, or is too long for a name."""
    words = tokenize(name)
    is_desk = words[0].text in (STOPS | _DESKS) - {"Pos"}
    has_number = any(c.isdigit() for c in name) and not _IS_PRINTED.match(name)
    is_long = len(words) > _LONGEST and not _IS_PRINTED.match(name)
    return is_desk or has_number or is_long or agencies.at(words, 0) is not None


def _is_place(name: str) -> bool:
    """Whether a part is a place and nothing more: ``Jatim Newsroom`` is not."""
    words = tokenize(name)
    spot = places.at(words, 0)
    # "Pos Flobamora" is no post.
    return spot is not None and spot.size >= len(words) and words[0].text != "Pos"


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a name goes on behind a known outlet's: ``Tempo Pagi`` is not Tempo."""
    is_next = index < len(tokens) and is_capital(tokens[index]) and adjoins(tokens, index)
    return is_next and tokens[index].text not in {"Indonesia", "News", "TV", "Online"}


# "Jakarta, CNN Indonesia --", "Tim detikBali - detikBali", "Kompas.com, 5 November 2025".
_SET_OFF = (Pattern(r"(?:^|[-–—,|:(/]|\bTim)\s*$"), Pattern(r"\s*(?:[-–—,|:)/]|$)"))
_LINES_ABOVE = 6
# "DikoNews7 -", "Tanjung Balai,- MCN.com-": the first words stand on a line of their own.
_ALONE = Pattern(
    rf"^(?:[A-Z][\w ]{{1,24}},\s?-?\s)?(?P<name>{_SITE}|[A-Z]\w*(?i:news)\w*)\s?[-–—]{{1,2}}$"
)


def _above(text: str, blocks: list[Block]) -> list[Item]:
    """Return the outlet that a line of its own near the top names, set off from other words."""
    for block in blocks[:_LINES_ABOVE]:
        if alone := _ALONE.match(block.text):
            return list(_named(block, *alone.span("name")))
        if block.role in (Role.BODY, Role.TITLE, Role.CAPTION):
            continue
        tokens = tokenize(block.text, block.start)
        for start, size, id_ in _media().scan(tokens):
            one = _listed(text, tokens, start, size, id_)
            end = block.start + len(block.text)
            if _SET_OFF[0].search(text[block.start : one.start]) and _SET_OFF[1].match(
                text[one.end : end]
            ):
                return [one]
    return []


def _listed(text: str, tokens: list[Token], start: int, size: int, id_: str) -> Item:
    return item(text, tokens[start].start, tokens[start + size - 1].end, id_)


def item(text: str, start: int, end: int, id_: str = "") -> Item:
    """Return the item of an outlet's name."""
    return Item(start, end, text[start:end], Kind.ORG, id_, "MediaOrganization")
