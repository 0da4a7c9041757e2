"""What a number in prose is the number of: men or women, those from a place, those who are ill.

Owns the words that stand beside a number and tell whom it counts. Refuses words that another
number, or another verb, takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.facts import frames, home_rows
from loaders.text.facts.cells import Cell
from loaders.text.patterns import Pattern
from loaders.text.resources import rows
from loaders.text.spans import Item
from loaders.text.view import View, pattern

_SORT = (
    r"(?:anak\s+(?:perempuan|laki-laki)|laki-laki|laki|lelaki|pria|cowok|bapak-bapak|perempuan|wanita|cewek|ibu-ibu|ibu\s+hamil|emak-emak"
    r"|anak\s+di\s+bawah\s+umur|anak-anak(?:nya)?|anak|balita|bayi|remaja|lansia|orang\s+tua|orang\s+dewasa|dewasa)"
)
_COUNTS = (
    r"(?:sebanyak|sejumlah|berjumlah|jumlahnya|ada|hanya|cuma|saja|total|mencapai|tercatat|yakni"
    r"|yaitu|sebesar)"
)
_SORT_BEFORE = Pattern(
    rf"(?i)(?:^|[,;:(]|\b(?:dan|serta|sedangkan|sementara|adapun|yang|rinciannya|berbanding|dengan)|[-–•*]|\d[.)])\s*[\"“]?(?:yang\s+|para\s+|jumlah\s+|kaum\s+|korban\s+)?"
    rf"(?P<sort>{_SORT})(?:\s+(?:dewasa|muda))?\s*(?:[:=(,]\s*)?(?:{_COUNTS}\s+){{0,2}}$"
)
_SORT_BEHIND = Pattern(
    rf"(?i)\s+(?:(?:orang|di\s+antaranya|adalah|merupakan|masih|ialah|lainnya|sisanya)\s+){{0,3}}(?P<sort>{_SORT})\b(?!\s+(?:asuh|buah|angkat|didik)\b)"
)
_PLACE_BEFORE = pattern(
    r"(?P<lead>\b(?:asal|dari|ke|di|warga|rombongan|tujuan|melalui|lewat)\s+(?:(?:Provinsi|Kabupaten|Kota)\s+)?|[,;:(]\s*|\b(?:dan|serta|disusul|diikuti|kemudian|lalu|oleh|sedangkan|sementara|mereka|ialah|adalah|yakni|yaitu|menyusul|terbesar|terbanyak|utama|tertinggi|Menyusul|Disusul|Diikuti)\s+|^[\"“]?(?:\w+\s+)?)"
    r"{LOC:place}\s*(?:\((?:[^)⟨]{2,12}|⟨LOC\d+⟩)\)\s*)?(?:[:=]|\((?=$)|,?\s*(?:(?:berada\s+)?(?:di|menempati|menduduki|menjadi|merupakan|masih)\s+[^.;,⟨]{0,40}?(?:urutan|nomor|tempat|posisi|peringkat|terbanyak|teratas|tertinggi|terbesar|utama)[^.;,⟨]{0,24}\s+)?"
    r"(?:sebanyak|sejumlah|dengan|berjumlah|ada|mencapai|menyumbang|menampung|mengirim\w*|dihuni|ditempati|(?:jadi|menjadi)?\s*(?:penyumbang|pengirim|kantong)\s+(?:\w+\s+)?(?:terbanyak|terbesar)\s*,?|menerima|yakni|yaitu|sebesar)\s+)?(?:\w{0,0})\s*$"
)
_PLACE_BEHIND = pattern(
    r"\s+(?:(?:orang|lain|lainnya|lagi|sisanya|di\s+antaranya|merupakan|adalah|ialah|tercatat(?:\s+sebagai)?|kakak-beradik|korban|semuanya|masing-masing|ilegal|nonprosedural|deportan)\s+){0,4}"
    r"(?P<how>asal|berasal\s+dari|datang\s+dari|dari|warga|penduduk|ber-KTP|dengan\s+tujuan|tujuan|bertujuan(?:\s+ke)?|ke|menuju|dijanjikan\s+ke)\s+(?:daerah\s+|wilayah\s+|warga\s+|Provinsi\s+|Kabupaten\s+|Kota\s+)*{LOC:place}"
)
_DATE_BEFORE = pattern(
    r"(?P<date>{DAT}|\b(?:19|20)\d\d|\b(?:setahun\s+(?:kemudian|lalu|sebelumnya)|tahun\s+berikutnya))\s*(?:[:=(]|\s*(?:me[a-z]{4,}\s+)?(?:(?:ada|sebanyak|sebesar|sejumlah|berjumlah|mencapai|tinggal|masih|hanya|baru|tercatat|sudah|telah|terdapat|menjadi|ialah|adalah)\s+){0,3})\s*$"
)
_STATE_BEFORE = Pattern(
    r"(?:^|[.;,:]\s+|\b(?:dan|sedangkan|sementara|adapun)\s+|[-–•*]\s*)[\"“]?(?i:yang\s+|saat\s+ini\s+|kini\s+|sekarang\s+)?(?P<state>(?i:(?:sudah|telah|masih|belum|benar-benar|sempat|berhasil)\s+)?"
    r"(?i:(?:me|di|ber|ter)[a-z]{3,}|terbang|kabur|pulang|kembali|tewas|hilang|selamat|sakit|hamil|luka)(?:\s+[a-z]+){0,4}|(?:[Yy]ang)\s+(?:sudah|telah|masih|benar-benar)?\s*[a-z]+(?:\s+[a-z]+){0,3}(?:\s+⟨(?:LOC|ORG)\d+⟩)?)"
    r"\s*(?::|,?\s*(?:hanya|cuma|baru|ada|sebanyak|berjumlah|mencapai|tercatat)\s*)?\s*$"
)
# What is told of those a number counts; the words up to the next comma or number.
_PREDICATE = Pattern(
    r"(?:\s*\([A-Z0-9]{2,7}\))?\s+(?:(?:orang|org|jiwa|lainnya|lain|lagi|sisanya|di\s+antara(?:nya|\s+mereka)|dari\s+(?:jumlah|mereka|total|angka)(?:\s+(?:itu|tersebut))?)\s*,?\s+){0,3}"
    r"(?P<state>(?:yang\s+)?(?:(?:masih|sudah|telah|belum|sedang|tengah|kini|sempat|langsung|justru|bergantian|positif|dipastikan|dinyatakan|tidak|hingga\s+kini|sampai\s+sekarang|ikut|turut|juga|gagal|berhasil|dalam\s+(?:keadaan|kondisi))\s+){0,3}"
    r"(?:(?:me|di|ber|ter)[a-z-]{3,}|hamil|sakit|demam|kritis|luka\w*|luka-luka|tewas|wafat|meninggal|hilang|selamat|kabur|lolos|buron|trauma|lumpuh|cacat|koma|tanpa|lulusan|habis|cuti|bermasalah|resmi|formal|informal|di\s+bawah\s+umur|bawah\s+umur|pulang|kembali|naik|ikut|mundur|batal|gagal|cacat|bekas|mantan|eks)\b)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """Whom a number counts.

    Attributes:
        kind: ``sort`` (sex or age), ``place``, ``date`` or ``state``.
        words: As printed, masked.
        start, end: Masked stretch of the words.
        place: The place, where one tells.
        property: How the place belongs to the number.
        measure: Notation of ``measures`` that the words themselves tell, or empty.
        is_before: The words stand before the number.
        is_loose: The words alone do not vouch for the number: only a whole does.
    """

    kind: str
    words: str
    start: int
    end: int
    place: Item | None = None
    property: str = ""
    measure: str = ""
    is_before: bool = False
    is_loose: bool = False


def label(context: Context, view: View, cell: Cell) -> Label | None:
    """Return what the words beside a number say that it counts, or ``None``."""
    return (
        _by_place(context, view, cell)
        or _by_sort(cell)
        or _told_behind(cell)
        or _by_date(cell)
        or _told_before(cell)
        or _by_class(cell)
        or _loosely(cell)
    )


def _by_sort(cell: Cell) -> Label | None:
    if re.fullmatch(_SORT, cell.noun):
        behind = _told_behind(cell)
        if behind is not None and behind.measure:
            # "dua perempuan tengah mengandung": that says more than their sex.
            return behind
        return Label("sort", cell.noun, cell.start, cell.end)
    is_plain = cell.noun in ("", "orang", "jiwa")
    if is_plain and (found := _SORT_BEFORE.search(cell.left)):
        at = cell.start - len(cell.left)
        return Label("sort", found["sort"], at + found.start("sort"), cell.end, is_before=True)
    found = _SORT_BEHIND.match(cell.right)
    if found and (is_plain or cell.value):
        return Label("sort", found["sort"], cell.start, cell.end + found.end())
    return None


_ORIGIN = Pattern(
    r"(?i)\b(?:asal\w*|berasal|datang|dari|warga\w*|penduduk|ber-KTP|daerah|provinsi|rombongan|domisili|penyumbang|pengirim|kantong)\b"
)
_BOUND = Pattern(r"(?i)\b(?:tujuan|ke|menuju|bertujuan|penempatan|ditempatkan|bekerja|menampung)\b")


def _by_place(context: Context, view: View, cell: Cell) -> Label | None:
    found = _PLACE_BEFORE.search(cell.left)
    place = view.item(found, "place") if found else None
    id_ = context.registry.of(place)
    if found and place and id_:
        start = cell.start - len(cell.left) + found.start("place")
        above = context.before(view)
        how = _how(view, found["lead"], start, place, id_, above.masked if above else "")
        if how == "area" and home_rows.goes_on(context, view, start):
            how = "origin"
        return Label("place", place.text, start, cell.end, place, how, is_before=True)
    found = _PLACE_BEHIND.match(cell.right) or _citizens(cell)
    if found is None and _MOST_OF.search(cell.left):
        found = _PLACE_BEHIND.match(cell.right.removeprefix(","))
    place = view.item(found, "place") if found else None
    id_ = context.registry.of(place)
    if found is None or place is None or not id_:
        return None
    is_bound = _BOUND.search(found["how"]) is not None
    how = "destination" if is_bound and is_abroad(place, id_) else "" if is_bound else "origin"
    end = cell.end + found.end()
    return Label("place", found[0].strip(), cell.start, end, place, how) if how else None


_OF_LAND = pattern(r"(?P<how>)\s+{LOC:place}")


def _citizens(cell: Cell) -> re.Match[str] | None:
    """Return the land whose citizens are counted: ``enam warga Thailand``."""
    return _OF_LAND.match(cell.right) if cell.noun == "warga" else None


def is_abroad(place: Item, id_: str) -> bool:
    """Tell whether a place lies in another country."""
    is_country = id_.startswith("country:") and id_ != "country:ID"
    return is_country or frames.is_abroad(place)


_AT = Pattern(r"(?i)\b(?:di|melalui|lewat)\s")


# "Mereka berasal dari berbagai provinsi. Seperti Jambi 3 orang": homes, the sentence before says.
_LIKE = Pattern(r"(?:Seperti|Rinciannya|Yakni|Yaitu|Di\s?antaranya|Masing-masing|Antara\s+lain)\b")
_HOMES = Pattern(r"(?i)\bberasal\s+dari\s+(?:berbagai|sejumlah|beberapa)\b")


def _how(view: View, lead: str, start: int, place: Item, id_: str, prior: str) -> str:
    """Return how a place before its number belongs to it: the words of the sentence tell."""
    before = view.masked[:start]
    is_there = (_AT.search(lead) or _AT.search(before[-12:])) is not None
    if is_abroad(place, id_):
        if is_there and not _BOUND.search(before):
            return "area"
        told = [*_ORIGIN.finditer(before), *_BOUND.finditer(before)]
        last = max(told, key=lambda one: one.start(), default=None)
        if last is None:
            return "destination" if _BOUND.search(view.masked) else "area"
        return "origin" if _ORIGIN.made(last) else "destination"
    is_home = _ORIGIN.search(before) or (_LIKE.match(before) and _HOMES.search(prior))
    return "area" if is_there else "origin" if is_home else "area"


_CLASS = Pattern(
    r"(?:[,:;]\s+|^|\b(?i:dari|atas|dan|serta|yakni|yaitu)\s+)(?P<class>(?:[Ss]ektor\s+|[Bb]idang\s+|[Jj]abatan\s+|[Kk]elompok\s+|[Kk]ategori\s+|[Ss]tatus\s+)?(?!(?:dan|serta|yang|di|ke|dari)\b)[a-z]+(?:\s+(?!(?:dan|yang|di|ke|dari)\b)[a-z]+){0,2}?)"
    r"\s*(?::\s*|(?:menyumbang|sebanyak|berjumlah|mencapai|ada|sebesar)\s+)?$"
)


def _by_class(cell: Cell) -> Label | None:
    """Return the kind of work or people that stands before one number of a row."""
    found = _CLASS.search(cell.left) if cell.noun in ("orang", "") and cell.unit else None
    if found is None or _EQUALS.search(found["class"]) or found["class"].split()[0].endswith("nya"):
        return None
    start = cell.start - len(cell.left) + found.start("class")
    return Label("class", found["class"], start, cell.end, is_before=True)


_EQUALS = Pattern(
    r"(?i)\b(?:mencapai|berjumlah|menjadi|tercatat|terdiri|berasal|bersama|mencatat|menurut|meliputi|sebanyak|melalui|berikut|terdapat|menembus|sebesar)\b"
)
# "Kebanyakan, 611 orang, ber-KTP NTB": what is told behind the comma is told of them.
_MOST_OF = Pattern(
    r"(?i)\b(?:kebanyakan|mayoritas|terbanyak|sebagian\s+besar|selebihnya|sisanya)\s*,\s*(?:yakni\s+|yaitu\s+|sebanyak\s+)?$"
)
_NO_STATE = Pattern(
    r"(?i)(?:yang\s+)?(?:\w+\s+){0,2}?(?:berusia|berumur|bernama|berinisial|berjenis|diduga|mengatur|mengantar|mengurus|mengelola|menjemput|mengirim|merekrut"
    r"|menampung|memberangkatkan|ditangkap|diringkus|dibekuk|diamankan|diburu|dicari|diperiksa|ditetapkan|buron|bertugas|berperan|menjadi\s+(?:tersangka|buron)|bertindak|berbagai|penjaga|petugas|pengurus|sopir|anggota|penyidik|polisi|pengelola|pemilik|pembantu|saksi|ekor)\b"
)


_LOOSE = Pattern(
    r"(?:\s*\([A-Z0-9]{2,7}\))?\s+(?:(?:orang|lagi|lainnya)\s+)?(?P<state>(?:yang\s+)?(?!(?:dan|serta|atau|ke|dari|itu|tersebut|ini|turun|naik|yang|saja|pada|di|melalui|lewat)\b)[a-z-]{3,}(?:\s+[a-z-]+){0,4}|(?:pada|di|melalui|lewat)\s+(?:⟨[A-Z]{3}\d+⟩|[a-z]+(?:\s+[a-z]+){0,2}))"
)


def _loosely(cell: Cell) -> Label | None:
    """Return whatever words stand behind a number: enough where the row adds up to a whole."""
    found = _LOOSE.match(cell.right)
    if (
        found is None
        or cell.is_one
        or cell.noun not in ("", "orang", "wni", "warga")
        or _NO_STATE.match(found["state"])
    ):
        return None
    words = found["state"]
    end = cell.end + found.end()
    told = measure(cell.right[: len(found[0]) + 20].split(",")[0])
    return Label("state", words, cell.start, end, measure=told, is_loose=True)


def _by_date(cell: Cell) -> Label | None:
    found = _DATE_BEFORE.search(cell.left)
    if found is None:
        return None
    start = cell.start - len(cell.left) + found.start("date")
    return Label("date", found["date"], start, cell.end, is_before=True)


def _told_behind(cell: Cell) -> Label | None:
    found = _PREDICATE.match(cell.right)
    if found is None and _MOST_OF.search(cell.left):
        found = _PREDICATE.match(cell.right.removeprefix(","))
    if found and not _NO_STATE.match(found["state"]):
        words = re.split(
            r"[,;.\"”]|\s(?:dan|serta|sedangkan|sementara|karena|setelah|lantaran)\s*",
            cell.right[:90],
        )[0]
        return Label(
            "state",
            words.strip(),
            cell.start,
            cell.end + len(words.rstrip()),
            measure=measure(words),
        )
    return None


def _told_before(cell: Cell) -> Label | None:
    if (
        not cell.is_one
        and cell.noun in ("", "orang", "jiwa", "penghuni")
        and (found := _STATE_BEFORE.search(cell.left))
    ):
        start = cell.start - len(cell.left) + found.start("state")
        words = found["state"]
        if _EQUALS.search(words) or _NO_STATE.match(words):
            return None
        return Label("state", words, start, cell.end, measure=measure(words), is_before=True)
    return None


def measure(words: str) -> str:
    """Return the notation of ``measures`` for what is told of people, or empty."""
    told = _CAUSE.split(words)[0]
    for notation, rule in _STATES:
        if rule.search(told):
            return notation
    return ""


# "41 karena sakit": of the dead, not of the ill.
_CAUSE = Pattern(r"(?i)\b(?:karena|akibat|lantaran|sebab)\b")
# "delapan WNI yang belum bisa dipulangkan", "tiga jenazah akan dikirim": not so, or not yet.
_UNDONE = "".join(
    rf"(?<!\b{word} )"
    for word in ("tidak", "belum", "tak", "bisa", "dapat", "akan", "segera", "batal")
)
_STATES = [
    (notation, Pattern(rf"(?i){_UNDONE}\b(?:{words})"))
    for notation, words in rows("count_states.tsv")
]
