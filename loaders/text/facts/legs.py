"""The legs of a way as one sentence tells them: from, by way of, to.

Owns the words that tie a place to a part of a way, and where the way of one sentence ends. Refuses
where somebody comes from (``asal``), and places of police, papers and money.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

# "serta negara Eropa seperti Polandia": the row goes on.
_AND = (
    r"(?:,\s*(?:(?:dan|serta|hingga)\s+|(?:khususnya|terutama|tepatnya|yakni|yaitu|seperti|antara\s+lain|termasuk)\s+(?:(?:ke|di)\s+)?)?"
    r"|(?:dan|serta|hingga)\s+)"
)
_ROW = (
    r"{LOC}(?:\s*\({LOC}\)|\s*,?\s*{LOC}){0,2}"
    rf"(?:\s*{_AND}(?:(?:negara(?:-negara)?\s+)(?:(?:di\s+)?{{LOC}}\s+)?(?:seperti|yakni|yaitu)\s+)?{{LOC}}){{0,9}}"
)
# "melalui Batam lalu Johor": both were passed.
_PASSED = r"{LOC}(?:\s*\({LOC}\)|\s*(?:,|dan|lalu|kemudian|,\s*(?:dan|lalu|kemudian))\s*{LOC}){0,4}"
# "ke negara-negara di Eropa, antara lain": what the names behind are called together.
_LANDS = (
    r"(?:(?:(?:sejumlah|beberapa|berbagai)\s+)?negara(?:-negara)?(?:\s+(?:di|kawasan|wilayah|tujuan|lain|Asia|⟨LOC\d+⟩)){0,3}\s*,?\s+"
    r"(?:seperti|yakni|yaitu|antara\s+lain|di\s?antaranya|mulai\s+dari|termasuk|meliputi)\s+)?"
)
# Words for the kind of place that may stand before its name.
_KIND = (
    r"(?:(?i:pelabuhan|pangkalan|tangkahan|bandara|bandar|udara|dermaga|pos|arah|daratan|pesisir|perbatasan|tapal|batas|wilayah|kawasan|daerah"
    r"|perairan|laut|selat|sungai|muara|pantai|pulau|jalur|jalan|kebun|perkebunan|sawit|hutan|titik|kota|negara|negeri|jiran"
    r"|provinsi|kabupaten|kampung|desa|dusun|luar|tikus|ilegal|resmi|tidak|tradisional|internasional|darat|belakang|rakyat"
    r"|sebuah|salah|satu|hotel|penginapan|losmen|kos|mes|rumah|kontrakan|penampungan|apartemen|tempat|kompleks|pabrik|kilang"
    r"|restoran|sekitar|dekat|lokasi|tujuan|di|pintu|keluar|terminal|majikan|rumahnya|kediamannya|kampung\s+halamannya)\s+){0,6}"
)
_NIGHTS = r"(?:⟨DUR\d+⟩|(?:se|dua|tiga|beberapa)\s?(?:hari|malam|pekan|minggu|jam))"
_TRANSIT = (
    r"(?:melalui|lewat|via|melewati|melintasi|menyusuri|menyeberangi|transit(?:\s+selama)?"
    rf"(?:\s+{_NIGHTS})?(?:\s+di)?|(?:singgah|mampir|bermalam|menginap|diinapkan|ditampung|transit|ditransitkan|menunggu)\s+"
    rf"(?:(?:sementara|dulu|sebentar|selama)\s+)*(?:{_NIGHTS}\s+)?di|{_NIGHTS}\s+(?:lamanya\s+)?di"
    r"|menjadikan(?=\s+⟨(?:LOC|PNT)\d+⟩\s+sebagai\s+(?:lokasi|tempat|titik|kota|daerah|pintu)\s+(?:persinggahan|transit|singgah)))"
)
_DESTINATION = (
    r"(?:ke|menuju(?:\s+ke)?|bertujuan(?:\s+ke)?|tujuan(?:\s+(?:akhir|ke))?|hingga(?:\s+(?:di|ke)|(?=\s+⟨(?:LOC|PNT)))|sampai(?:\s+(?:di|ke))?|(?:lalu|kemudian)(?=\s+⟨(?:LOC|PNT))"
    r"|(?:untuk\s+|akan\s+|hendak\s+|ingin\s+|mau\s+)?(?:(?:be|dipe)kerja(?:kan)?|magang)(?:\s+(?!(?:dari|lewat|melalui|di|ke|dan|yang)\s)[\w-]+){0,6}\s+(?:di|ke)"
    r"|masuk(?:\s+ke)?|memasuki|(?:tiba|mendarat|berlabuh|diturunkan|sudah|berakhir|bersandar)\s+di"
    r"|(?:diserahkan|dijual|dioper)\s+(?:ke(?:pada)?)\s+(?:\w+\s+){0,2}?di)"
)
# "dari Pulau Buru, Karimun": a village that no list knows, and the regency that is known.
_VILLAGE = r"(?:[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2}\s*,\s*(?=⟨LOC))?"
_LEG = pattern(
    rf"\b(?:(?P<transit>(?i:{_TRANSIT}))\s+{_KIND}{_VILLAGE}(?P<passed>{_PASSED})"
    rf"|(?:(?P<origin>(?i:dari))|(?P<destination>(?i:{_DESTINATION})))\s+{_LANDS}{_KIND}{_VILLAGE}(?P<where>{_ROW}))"
)
# What comes from a place here is no journey; whoever comes from it only has his home there.
_NOT_FROM = Pattern(
    r"(?i)\b(?:asal|berasal|tiket|laporan|keterangan|berawal|informasi|data|kabar|aduan|dana|uang|paspor|dokumen|terdiri)\s*$"
)
# "berasal dari Lombok dan transit di Batam": joined to a leg, the home begins the way.
_AND_PASSES = pattern(rf"\s*(?:,\s*)?(?:dan|lalu|kemudian)\s+(?:{_TRANSIT}|masuk|berangkat)\b")
_NOT_TO = Pattern(
    r"(?i)\b(?:tertera|dijanjikan|dijanjikannya|ditawari|diiming-imingi|dilimpahkan|dilaporkan|menelepon|dihubungi|ditransfer|mentransfer|disetor\w*"
    r"|iklan|berwisata|kerja|bekerja|pekerjaan|lowongan|izin|laporan|visa|kembali|pulang|pulangkan|permintaan|surat|alih-alih)\s*$"
)
# "hendak ke luar NTT": where they went is not told.
_OUT_OF = Pattern(r"\b(?:ke\s+|ke)luar\s+(?:(?:wilayah|daerah|provinsi|pulau)\s+)?⟨", re.IGNORECASE)
# Here another matter begins: who caught them, what for, another's way.
_STOP = Pattern(
    r"(?i);(?!\s+(?:lalu|kemudian|selanjutnya)\b)|[:?!\"“”]|\b(?:sedangkan|sementara|namun|tetapi|tapi|padahal|setelah|sesudah|usai|saat|ketika|karena|akibat|agar|guna"
    r"|di(?:cegat|tangkap|amankan|gagalkan|hentikan|ketahui|ungkap|bekuk|periksa|tahan|pulangkan|deportasi|selamatkan|evakuasi|laporkan|jemput)"
    r"|kata|ujar|ungkap|tutur|jelas|menurut|terjaring|tertangkap|kemudian\s+polisi)\b"
    # "sebelum tiba di Abidjan" goes on, "sebelum terbang dari Batam" is another day's way.
    r"|\bsebelum\b(?!\s+(?:akhirnya\s+|kemudian\s+)?(?:tiba|mendarat|sampai|masuk|menuju|ke|bersandar|berlabuh"
    r"|(?:diseberangkan|diterbangkan|dibawa|diselundupkan|dikirim|menyeberang|terbang|berlayar|me(?:lanjut|nerus)kan\s+\w+)\s+"
    r"(?:(?:lagi|menyeberang|masuk|terbang|berlayar)\s+){0,2}(?:ke|menuju))\b)"
)
_THEN = Pattern(
    r"(?i)\b(?:lalu|kemudian|selanjutnya|lantas|setelah\s+itu|dari\s+sana|terakhir|akhirnya|sebelum|hingga|sampai|diteruskan|berlanjut|keesokan)\b"
)
_MOVES = Pattern(
    r"(?i)[,]\s+(?:dan\s+)?(?:rencananya\s+)?(?:terbang|menyeberang|berlayar|berangkat|masuk|naik|diterbangkan|diseberangkan|dibawa|diangkut|dinaikkan|diselundupkan|dilempar|berjalan"
    r"|diantar|transit|singgah|meninggalkan)\b|\bdan\s+(?:rencananya\s+|akan\s+|terakhir\s+)?(?:terbang|menyeberang|masuk|diterbangkan|diseberangkan|diselundupkan|dibawa|dikirim|diteruskan|dilempar|dari)\b"
)
# What they went aboard of is nobody who acts.
_ABOARD = Pattern(
    r"\b(?i:dengan|menumpang|menggunakan|memakai|naik|maskapai|pesawat|kapal|bus|feri)\s+(?:\w+\s+){0,2}⟨(?:ORG|VES|PER)\d+⟩"
)
_SOMEBODY = Pattern(
    r"⟨(?:PER|INI|ORG|CNT|MON)|\b(?:polisi|petugas|tim|tersangka|pelaku|penyidik|aparat|uang\w*|dana)\b"
)


# Whom the craft carried goes the same way: "bertolak dari Bintan membawa 21 orang menuju Johor".
_LOAD = Pattern(
    r"\b(?:membawa|mengangkut|memuat|bermuatan|berisi)\s+(?:sebanyak\s+|sedikitnya\s+|sekitar\s+)?⟨CNT\d+⟩"
)


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of a way: what it is, and the places that tell it.

    Attributes:
        prop: ``origin``, ``transit`` or ``destination``.
        places: Items with their ids, as written side by side.
        view: The sentence.
    """

    prop: str
    places: tuple[tuple[Item, str], ...]
    view: View


_CHAIN_OF = r"{LOC}(?:\s*[-–—>→]+\s*{LOC})+"
_CHAIN = pattern(
    r"\b(?i:rute|jalur|lintas(?:an)?|trayek|jurusan|penerbangan|pelayaran|melayani|perjalanan)(?:nya)?\b[^.;⟨\"“]{0,40}?"
    rf"(?P<where>{_CHAIN_OF}(?:[^⟨.;\"“]{{0,30}},\s*{_CHAIN_OF}){{0,4}})"
)


def chain_of(view: View) -> re.Match[str] | None:
    """Return where a sentence tells a way by its places alone: ``rute Batam-Johor``."""
    return _CHAIN.search(view.masked)


def chained(context: Context, view: View, found: re.Match[str]) -> list[Leg]:
    """Return the legs of a way told by its places alone, with what was passed besides."""
    items = view.within(found.start("where"), found.end("where"), Kind.PLACE, Kind.POINT)
    known: dict[str, Item] = {}
    for item in items:
        if id_ := context.registry.of(item):
            known.setdefault(id_, item)
    last = len(known) - 1
    names = ["origin", *["transit"] * max(0, last - 1), "destination"]
    made = [
        Leg(names[n], ((item, id_),), view) for n, (id_, item) in enumerate(known.items()) if last
    ]
    passed = [leg for leg in of_sentence(context, view, found) if leg.prop == "transit"]
    return [*made, *passed] if made else []


def of_sentence(context: Context, view: View, leaving: re.Match[str]) -> list[Leg]:
    """Return the legs of the way that a verb of leaving tells, in the order of the text.

    A way told by its places alone (see :func:`chained`) may go on with legs.

    Args:
        context: The document.
        view: The sentence.
        leaving: The verb or noun, found in the masked sentence.
    """
    made: list[Leg] = []
    start = _fronted(view, leaving.start())
    stop = _STOP.search(view.masked, leaving.end())
    end = stop.start() if stop else len(view.masked)
    at, ends = leaving.end(), dict[str, int]()
    for found in _LEG.finditer(view.masked, start, end):
        leg = _leg(context, view, found)
        if leg is None:
            continue
        # Behind the verb stands who takes them, or whom he takes.
        gap = _ABOARD.sub(" ", view.masked[at : found.start()]) if at > leaving.end() else ""
        gap = _LOAD.sub(" ", gap)
        if _SOMEBODY.search(gap) or not _may_follow(view, leg, ends, found):
            break
        made.append(leg)
        at = ends[leg.prop] = max(at, found.end())
    return _with_last_first(view, leaving.start(), made)


_BEFORE_THAT = Pattern(r"^[\"“]?Sebelum\s+(?:akhirnya\s+|akan\s+|hendak\s+)?$")


def _with_last_first(view: View, at: int, made: list[Leg]) -> list[Leg]:
    """Return legs in the order of the way: ``Sebelum diberangkatkan ke X`` fronts its end.

    Where a further end follows, whether it lies on the way or is the same place is not told.
    """
    ends = [n for n, leg in enumerate(made) if leg.prop == "destination"]
    if len(ends) > 1 and _BEFORE_THAT.match(view.masked[:at]):
        return made[: ends[1]]
    return made


_WHO = Pattern(r"(?:⟨CNT\d+⟩|Para\s+\w+|Korban|Mereka|Rombongan)(?:\s+[a-z]+){0,2}\s+$")


def _fronted(view: View, at: int) -> int:
    """Return where the legs begin: ``Dari Medan mereka terbang`` fronts the first of them."""
    head = len(view.masked) - len(view.masked.lstrip('"“ '))
    for first in _LEG.finditer(view.masked, head, at):
        # "Delapan calon PMI dari NTT transit di Surabaya": whence they came stands before the verb.
        is_head = first.start() == head or _WHO.match(view.masked[head : first.start()])
        between = [word.casefold() for word in WORD.findall(view.masked, first.end(), at)]
        is_other = any(is_verb(word) or word.startswith(("⟨org", "⟨per")) for word in between)
        if is_head and not is_other:
            return first.start()
        # "menjemput korban dari Malaka, lalu membawa mereka": the verb goes on from there.
        if first["origin"] and _AND_THEN.fullmatch(view.masked, first.end(), at):
            return first.start()
    return at


_AND_THEN = Pattern(
    r",?\s+(?:(?:dan|lalu|kemudian|lantas|selanjutnya|untuk|guna|sebelum)\s+){1,2}(?:(?:akhirnya|langsung)\s+)?"
)


def _leg(context: Context, view: View, found: re.Match[str]) -> Leg | None:
    prop = next(name for name in ("origin", "transit", "destination") if found[name])
    before = view.masked[: found.start()]
    is_begun = before.endswith("berasal ") and _AND_PASSES.match(view.masked, found.end())
    if prop == "origin" and _NOT_FROM.search(before) and not is_begun:
        return None
    if prop == "destination" and (_NOT_TO.search(before) or _OUT_OF.search(found[0])):
        return None
    row = found.span("passed" if prop == "transit" else "where")
    items = view.within(*row, Kind.PLACE, Kind.POINT)
    known = [(i, id_) for i in items if (id_ := context.registry.of(i)) and id_ != "country:ID"]
    known = [(i, id_) for i, id_ in known if i.cls != "Premises"]
    return Leg(prop, tuple(known), view) if known else None


def _may_follow(view: View, leg: Leg, ends: dict[str, int], found: re.Match[str]) -> bool:
    """Whether a leg belongs to the same way as those before it.

    A second end needs a word or a verb that says that they went on; so does a second beginning.
    """
    if leg.prop == "transit" or leg.prop not in ends:
        return True
    gap = view.masked[ends[leg.prop] : found.start("where")]
    return bool(_THEN.search(gap) or _MOVES.search(gap))
