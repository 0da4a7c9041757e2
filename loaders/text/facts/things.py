"""What a list of evidence names: things with their number, money, cars with a plate, boats.

Owns which words of a list are things. Refuses people, times and offices, what only describes a
thing (``berisi 50 nama``), and sums that are no cash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.money import Money
from loaders.text.numbers import NUMBER, parse
from loaders.text.patterns import Pattern
from loaders.text.resources import word_list
from loaders.text.spans import Item, Kind
from loaders.text.view import View

_THINGS = word_list("evidence")
_NO_THINGS = word_list("no_things")
_HOUSES = frozenset({"rumah", "ruko", "gudang"})
_ONE = (
    r"sebuah|seunit|selembar|sebuku|sepucuk|seperangkat|sebilah|sebidang|sebundel|seeksemplar"
    r"|sepasang"
)
_PIECES = (
    r"unit|buah|lembar|bundel|bendel|eksemplar|buku|set|bilah|keping|bungkus|helai|pasang|pucuk|butir|botol|dus|kardus|koli"
    r"|bidang|rangkap|batang|tumpuk|paket|blok"
)
# What follows these goes on about the thing, or begins another matter.
_TAIL = (
    r"(?:\s+(?!(?:dan|serta|yang|milik|dengan|dari|atas|untuk|berisi|bernomor|merek|merk|jenis|warna|tipe|bermesin|nopol"
    r"|diduga|pelat|nomor|kepada|lainnya|tersebut|itu|ini|para|calon|korban|tersangka|pelaku|kedua|ketiga|oleh|di|pada|dalam|sebagai"
    r"|karena|saat|ketika|tanpa|senilai|sebesar|sejumlah|bernilai|turut|ikut|juga|telah|sudah|berhasil|akan|belum|hendak)\b|(?:di|me|ber|ter)[a-z]+)[a-z]+(?:-[a-z]+)?){0,2}(?-i:\s+[A-Z][\w-]+){0,2}(?:\s+\d+\s*(?:PK|HP|GT|CC|inci)\b)?"
)
_NUMBERED = Pattern(
    rf"(?<![\w.,/⟨-])(?P<all>(?P<n>{NUMBER}|{_ONE})\s+(?:(?P<piece>{_PIECES})\s+)?"
    rf"(?P<what>e-paspor|[a-z][\w-]*){_TAIL})(?P<of>\s+⟨LOC\d+⟩)?",
    re.IGNORECASE,
)
_BORDER = Pattern(
    r"(?i)(?:^|[,:(/-]|\b(?:dan|serta|sama|berupa|berikut|beserta|bersama|termasuk|yakni|yaitu|adalah|lain|meliputi|dari|atas|sita|menyita"
    r"|disita|amankan|mengamankan|diamankan|penyitaan|juga|turut|berhasil|telah|sekaligus|terhadap|tersangka|pelaku|sebanyak)|⟩)\s*$"
)
# Without a number, only at the head of a member of the list.
_BARE = Pattern(
    r"(?i:^|,|\b(?:dan|serta|berupa|yakni|yaitu|adalah|ialah|lain|meliputi|berikut|sama|menyita|disita|seperti|termasuk|bukti)\b)\s+(?:dan\s+|serta\s+)?"
    rf"(?P<all>(?P<what>[A-Za-z][\w-]*)(?:(?:\s+[A-Z]\w*){{1,3}}(?:\s+warna\s+[a-z]+)?|{_TAIL}))",
)
_CASH = Pattern(
    r"(?i)(?P<all>\buang(?:\s+(?!(?:yang|dari|untuk|kepada|milik|ke|di)\b)[a-z-]+){0,4}\s+)$"
)
_AND = Pattern(r"⟩\s*(?:,|dan|serta|,\s*dan)\s*$")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a list.

    Attributes:
        span: Its offsets in the document.
        kind: ``item``, ``cash``, ``foreign`` (money of which only the words are kept), or
            ``channel`` for what has an entity of its own.
        name: Its words, or the id of its entity.
        number: How many or how much, as printed; empty where the text tells none.
    """

    span: tuple[int, int]
    kind: str
    name: str
    number: str = ""


def within(
    context: Context, view: View, start: int, end: int, *, is_open: bool = False
) -> list[Thing]:
    """Return the things named in a stretch of a masked sentence, in order.

    Args:
        context: The document.
        view: The sentence.
        start: Where the stretch begins.
        end: Where it ends.
        is_open: Whether the words around say that whatever is numbered was taken.
    """
    made = _numbered(context, view, start, end, is_open=is_open)
    made += _named(context, view, start, end)
    bare = _bare(context, view, start, end, [thing.span for thing in made]) if is_open else []
    # Without any number it takes a row of things to tell that a list goes on.
    made += bare if made or len(bare) > 1 else []
    return sorted(_once(made), key=lambda thing: thing.span)


def count(printed: str) -> int | None:
    """Return the number that words state; ``sebuah`` and ``selembar`` are one."""
    if re.fullmatch(r"(?i)se(?!puluh|belas|ratus|ribu|mbilan)\w+", printed):
        return 1
    return parse(printed)


def _numbered(context: Context, view: View, start: int, end: int, *, is_open: bool) -> list[Thing]:
    made: list[Thing] = []
    for found in _NUMBERED.finditer(view.masked, start, end):
        what = found["what"].casefold()
        is_thing = found["what"] in _THINGS or what in _THINGS
        is_told = is_open and bool(_BORDER.search(view.masked[start : found.start()]))
        is_told = is_told and what not in _NO_THINGS
        is_piece = bool(found["piece"]) and (what not in _NO_THINGS or what in _HOUSES)
        if count(found["n"]) is None or not (is_thing or is_told or is_piece):
            continue
        span = view.span(found, "all")
        if found["of"] and what in ("paspor", "visa"):
            span = span[0], view.span(found, "of")[1]
        words = " ".join(context.text[slice(*span)].split())
        made.append(Thing(span, "item", words, found["n"]))
    return made


def _named(context: Context, view: View, start: int, end: int) -> list[Thing]:
    """Return cash, and what has an entity of its own."""
    made: list[Thing] = []
    for found in re.finditer(r"⟨(?:PLT|VES|MON)(\d+)⟩", view.masked[:end]):
        item = view.item_number(int(found[1]))
        if found.start() < start:
            continue
        if item.kind is not Kind.MONEY:
            if id_ := context.registry.of(item):
                made.append(Thing((item.start, item.end), "channel", id_))
        elif cash := _cash(view, item, start, found.start(), is_next=bool(made)):
            # Of foreign money only the words are kept.
            is_idr = isinstance(item.value, Money) and item.value.idr is not None
            words = " ".join(context.text[slice(*cash)].split())
            made.append(Thing(cash, "cash" if is_idr else "foreign", words, item.key))
    return made


def _cash(view: View, item: Item, start: int, at: int, *, is_next: bool) -> tuple[int, int] | None:
    """Return the offsets of money told as cash, with the words before it."""
    before = view.masked[start:at]
    if found := _CASH.search(before):
        return view.offset(start + found.start("all")), item.end
    if is_next and _AND.search(before) and re.search(r"⟨MON\d+⟩[^⟨]*$", before):
        return item.start, item.end
    return None


def _bare(
    context: Context, view: View, start: int, end: int, taken: list[tuple[int, int]]
) -> list[Thing]:
    """Return members of a list that have no number: ``printer warna serta 112 lembar ...``."""
    made: list[Thing] = []
    for found in _BARE.finditer(view.masked[:end], max(0, start - _OPENER)):
        span = view.span(found, "all")
        is_thing = found["what"] in _THINGS or found["what"].casefold() in _THINGS
        is_new = not any(a < span[1] and span[0] < b for a, b in taken)
        if is_thing and is_new and found["all"].casefold() not in _VAGUE:
            made.append(Thing(span, "item", " ".join(context.text[slice(*span)].split())))
    return made


# So long is the last word before a list.
_OPENER = 9
# Alone these name no one thing.
_VAGUE = frozenset({"alat", "bukti", "buku", "surat", "kartu", "name", "papan", "flash", "life"})
# "satu unit mobil bernomor polisi KB 1482 PD", "satu kapal kayu, KM Mina": they are one.
_SAME = 40


def _once(things: list[Thing]) -> list[Thing]:
    """Return things without those that another names by its plate or name."""
    ours = [thing.span[0] for thing in things if thing.kind == "item"]
    others = [thing.span[0] for thing in things if thing.kind == "channel"]

    def is_another(thing: Thing) -> bool:
        start, end = thing.span
        return thing.kind == "item" and any(
            start < at <= end + _SAME and not any(end <= one < at for one in ours) for at in others
        )

    return [thing for thing in things if not is_another(thing)]
