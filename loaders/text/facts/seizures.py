"""What was taken as evidence: passports, phones, vehicles, money, tickets.

Owns the list behind ``menyita`` and ``barang bukti berupa``. Refuses things that are only asked
for, that are to be seized, and lists without a number: ``sejumlah barang`` is nothing countable.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import carried, frames, reality
from loaders.text.facts.bulleted import lines_below
from loaders.text.facts.modality import is_governed
from loaders.text.money import Money
from loaders.text.numbers import NUMBER, parse
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

_THING = (
    r"paspor|e-?paspor|buku\s+paspor|KTP|kartu\s+(?:tanda\s+penduduk|identitas|keluarga|ATM)|ATM"
    r"|buku\s+(?:tabungan|rekening|catatan|pelaut|nikah)|visa|(?:lembar\s+)?tiket|boarding\s?pass|dokumen|berkas"
    r"|surat|stempel|cap|akta|ijazah|tele[pf]on(?:\s+(?:genggam|seluler|pintar))?|ponsel|handphone|HP"
    r"|gawai|gadget|laptop|komputer|tablet|modem|printer|flash\s?disk|SIM\s?card|kartu\s+SIM"
    r"|mobil|minibus|bus|truk|sepeda\s+motor|motor|kendaraan|kapal|perahu|speed\s?boat|boat"
    r"|mesin|jeriken|alat\s+kontrasepsi|kondom|rekening|kuitansi|kwitansi|bukti\s+transfer"
    r"|kartu|foto|GPS|brosur|spanduk|formulir|kontrak|catatan|nota|hard\s?disk|harddisk|router|DVR|CCTV|parang|pisau|senjata"
    r"|kwitansi|sertifikat|(?:surat\s+)?perjanjian|KTP\s+elektronik|seragam|koper|tas|ransel"
)
_PIECES = r"unit|buah|lembar|bundel|bendel|eksemplar|buku|set|bilah|keping|bungkus|helai"
_TAKEN = re.compile(
    r"(?i)\b(?:menyita|disita"
    rf"|mengamankan(?=\s+(?:{NUMBER}|sebuah|seunit|selembar)\s+(?:(?:{_PIECES})\s+)?(?:{_THING})\b)"
    # "Polisi juga membawa 18 lembar KTP": what they carry away is taken.
    r"|(?:(?<=\bpolisi\s)|(?<=\bpetugas\s))(?:(?:juga|turut)\s+)?membawa(?=\s+(?:\d|se\w+\s))"
    r"|mengamankan\s+(?=(?:\w+\s+){0,3}barang\s+bukti)"
    r"|barang\s+bukti(?:\s+(?:yang|turut|ikut|telah|berhasil|sudah|dari\s+\w+|kasus\s+(?:ini"
    r"|itu)|di(?:serahkan|limpahkan|bawa|temukan|kumpulkan|hadirkan|sita|amankan)(?:\s+(?:polisi|penyidik|petugas|jaksa))?(?=\s+(?:berupa|antara|yakni|yaitu|adalah"
    r"|meliputi|terdiri))))*"
    r"\s+(?:disita|diamankan|disita\s+\w+|diperlihatkan(?:\s+antara\s+lain)?|ditunjukkan|dihadirkan|berupa|antara\s+lain|adalah|yakni|yaitu|meliputi|terdiri\s+(?:dari|atas))"
    r"|barang\s+bukti\s*[:,]|menyita\s+barang\s+bukti)"
)
_ITEM = re.compile(
    rf"(?<![\w.,/-])(?P<all>(?P<n>{NUMBER}|sebuah|seunit|selembar|sebuku|sepucuk|seperangkat|sebilah)\s+(?:(?:{_PIECES})\s+)?(?P<what>{_THING})"
    r"(?:\s+(?!dan\b|serta\b|yang\b|milik\b|dengan\b|dari\b|atas\b|untuk\b|berisi\b|bernomor\b"
    r"|merek\b"
    r"|merk\b|jenis\b|warna\b|tipe\b|bermesin\b|nopol\b|diduga\b|pelat\b|nomor\b|kepada\b"
    r"|lainnya\b|tersebut\b|itu\b|ini\b|(?:di|me|ber|ter)[a-z]+)[a-z]+){0,2}"
    r"(?:\s+\d+\s*(?:PK|HP|GT|CC|inci)\b)?)",
    re.IGNORECASE,
)
_CASH = re.compile(r"(?i)(?P<all>uang(?:\s+tunai)?(?:\s+(?:sebesar|senilai|sejumlah|total))?\s+)$")
_END = re.compile(r"[.;\"”]|,\s+(?:sedangkan|sementara|setelah|sebelum|kemudian|lalu|untuk)\b")


def find(context: Context) -> None:
    """Claim what body sentences say was seized."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        found = _TAKEN.search(view.sentence.text)
        if found is None:
            continue
        at = view.sentence.start + found.start()
        if _ALL_TAKEN.match(view.sentence.text):
            _found_before(context, view, found)
            continue
        if not _is_real(view.sentence.text, found.start()):
            continue
        things = _things(context, view, found)
        if things:
            _seizure(context, view, at, (at, view.sentence.start + found.end()), things)


# "petugas mendapati 12 paspor. Seluruhnya disita": what was found is told before.
_ALL_TAKEN = re.compile(
    r"(?:Seluruhnya|Semuanya|Seluruh\s+(?:barang|temuan)\s?\w*|Barang-barang\s+(?:itu|tersebut))\s+(?:\w+\s+){0,3}?disita\b"
)
_FOUND = re.compile(r"(?i)\b(?:mendapati|menemukan|ditemukan|didapati)\b")


def _found_before(context: Context, view: View, taken: re.Match[str]) -> None:
    before = context.views[max(0, view.sentence.number - 1)]
    told = _FOUND.search(before.sentence.text)
    if told is None or before.sentence.block != view.sentence.block:
        return
    if _is_real(view.sentence.text, taken.start()) and _is_real(before.sentence.text, told.start()):
        text = before.sentence.text
        things = _within(context, before, told.end(), _stop(text, told.end()))
        at = view.sentence.start + taken.start()
        if things:
            _seizure(context, view, at, (at, view.sentence.start + taken.end()), things)


# "Turut disita satu unit ...": what was taken stands behind the verb.
_FRONTED = re.compile(
    r"(?i)^[\"“]?(?:[^⟨.,]{0,40},\s*)?(?:turut|ikut|juga|telah|berhasil)\s+(?:\w+\s+)?disita$"
)


def _is_real(text: str, at: int) -> bool:
    if is_governed(text[:at]):
        return False
    return reality.UNREAL.search(text, max(0, at - 40), at) is None


def _things(
    context: Context, view: View, verb: re.Match[str]
) -> list[tuple[tuple[int, int], str, str, str]]:
    """Return place, class, name and id of each thing; plates keep the id of their vehicle."""
    text = view.sentence.text
    is_passive = verb[0].casefold().strip() == "disita" and not _FRONTED.search(text[: verb.end()])
    # "Dari tangan tersangka disita satu unit ...": nothing countable stands before.
    is_passive = is_passive and _ITEM.search(text, 0, verb.start()) is not None
    start, end = (0, verb.start()) if is_passive else (verb.end(), _stop(text, verb.end()))
    made = _within(context, view, start, end)
    for line in lines_below(context, view):
        made += _within(context, line, 0, len(line.sentence.text))
    return made


def _within(
    context: Context, view: View, start: int, end: int
) -> list[tuple[tuple[int, int], str, str, str]]:
    """Return the things named in a stretch of a sentence."""
    text, base = view.sentence.text, view.sentence.start
    made: list[tuple[tuple[int, int], str, str, str]] = []
    for found in _ITEM.finditer(text, start, end):
        if _number(found["n"]) is None:
            continue
        span = base + found.start("all"), base + found.end("all")
        words = " ".join(found["all"].split())
        made.append((span, "Item", words, found["n"]))
    for item in view.items:
        at = item.start - base
        if not start <= at < end:
            continue
        if item.kind is Kind.PLATE and (id_ := context.registry.of(item) or item.key):
            made.append(((item.start, item.end), "Vehicle", id_, ""))
        elif item.kind is Kind.MONEY and (cash := _cash(text, at, item)):
            # Of foreign money only the words are kept.
            is_idr = isinstance(item.value, Money) and item.value.idr is not None
            words = context.text[cash[0] : cash[1]]
            made.append((cash, "cash" if is_idr else "foreign", words, item.key))
    plates = [place[0] for place, cls, _, _ in made if cls == "Vehicle"]
    # "satu unit mobil bernomor polisi KB 1482 PD": the plate is the car.
    return [
        one
        for one in made
        if one[1] != "Item"
        or not any(
            one[0][0] < plate <= one[0][1] + 40
            and not any(one[0][1] <= other[0][0] < plate for other in made if other[1] == "Item")
            for plate in plates
        )
    ]


def _number(printed: str) -> object:
    # "sebuah", "selembar": one of them.
    return (
        1
        if re.fullmatch(r"(?i)se(?!puluh|belas|ratus|ribu|mbilan)\w+", printed)
        else parse(printed)
    )


def _stop(text: str, at: int) -> int:
    # "Rp9.350.000" and "No. 18" hold stops that end nothing.
    for found in _END.finditer(text, at):
        is_inside = text[found.end() : found.end() + 1].isalnum() and found[0] == "."
        if not is_inside:
            return found.start()
    return len(text)


def _cash(text: str, at: int, item: Item) -> tuple[int, int] | None:
    before = _CASH.search(text[:at])
    if before is None or not isinstance(item.value, Money):
        return None
    return item.start - len(before["all"]), item.end


def _seizure(
    context: Context,
    view: View,
    at: int,
    span: tuple[int, int],
    things: list[tuple[tuple[int, int], str, str, str]],
) -> None:
    sink = context.sink
    voice = context.voice(at)
    event = sink.entity(sink.scoped("evt", "seizure-1"), "Seizure", "Penyitaan barang bukti", span)
    context.add_event("Seizure", event)
    for place, cls, words, number in things:
        whole = min(span[0], place[0]), max(span[1], place[1])
        if cls == "Vehicle":
            id_ = words
            if id_ not in sink.entities:
                continue
        else:
            name = " ".join(words.split())
            id_ = sink.entity(sink.scoped("item", slug(name)), "Item", name, place)
            sink.claim(id_, "name", name, place, voice=voice, confidence=0.85)
            if cls == "cash":
                sink.claim(id_, "amountIdr", number, place, voice=voice)
            elif cls == "Item" and (count := _number(number)) is not None:
                sink.claim(id_, "quantity", str(count), place, voice=voice, original=number)
        sink.claim(event, "seized", id_, whole, is_object=True, voice=voice, confidence=0.88)
    masked = next((f.start() for f in re.finditer(r"(?i)\bmenyita\b", view.masked)), -1)
    if masked >= 0:
        for item, id_ in frames.agents_before(context, view, masked):
            where = item.start, span[1]
            sink.claim(event, "conductedBy", id_, where, is_object=True, voice=voice)
        if same := carried.agency(context, view, masked):
            sink.claim(
                event, "conductedBy", same, span, is_object=True, voice=voice, confidence=0.75
            )
