"""Places without a code: ports, airports, crossings, streets, villages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.text import regions
from loaders.text.grammar import SIDES, STOPS, adjoins, capitals, is_capital
from loaders.text.lexicon import Lexicon
from loaders.text.resources import word_list
from loaders.text.spans import Kind, Token


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as named; ``size`` in tokens, ``kind`` for the masked sentence."""

    cls: str
    kind: Kind
    size: int
    key: str = ""
    codes: tuple[str, ...] = ()


_HEADS: dict[str, tuple[str, Kind]] = {
    "Pelabuhan": ("Port", Kind.POINT), "pelabuhan": ("Port", Kind.POINT),
    "Dermaga": ("Port", Kind.POINT), "dermaga": ("Port", Kind.POINT),
    "Bandara": ("Airport", Kind.POINT),
    "bandara": ("Airport", Kind.POINT), "Bandar Udara": ("Airport", Kind.POINT),
    "PLBN": ("BorderCrossing", Kind.POINT),
    "Pos Lintas Batas Negara": ("BorderCrossing", Kind.POINT),
    "Pos Lintas Batas Negara (PLBN)": ("BorderCrossing", Kind.POINT),
    "Kecamatan": ("District", Kind.PLACE), "Kec.": ("District", Kind.PLACE),
    "Kelurahan": ("Village", Kind.PLACE), "Kel.": ("Village", Kind.PLACE),
    "Desa": ("Village", Kind.PLACE), "Dusun": ("Place", Kind.PLACE),
    "Kalurahan": ("Village", Kind.PLACE), "Pekon": ("Village", Kind.PLACE),
    "Gampong": ("Village", Kind.PLACE), "Kapanewon": ("District", Kind.PLACE),
    "Dukuh": ("Place", Kind.PLACE), "Padukuhan": ("Place", Kind.PLACE),
    "Jorong": ("Place", Kind.PLACE), "Lingkungan": ("Place", Kind.PLACE),
    "Kampung": ("Place", Kind.PLACE), "Nagari": ("Village", Kind.PLACE),
    "Jalan Raya": ("Place", Kind.PLACE), "Jalan": ("Place", Kind.PLACE),
    "Jl.": ("Place", Kind.PLACE), "Perumahan": ("Place", Kind.PLACE),
    "Perum": ("Place", Kind.PLACE), "Pantai": ("Place", Kind.PLACE),
    "Pulau": ("Place", Kind.PLACE), "Selat": ("Place", Kind.PLACE),
    "Sungai": ("Place", Kind.PLACE),
    "Terminal": ("Place", Kind.PLACE), "Stasiun": ("Place", Kind.PLACE),
    "Hotel": ("Premises", Kind.PLACE), "Apartemen": ("Premises", Kind.PLACE),
    "Asrama": ("Premises", Kind.PLACE), "Rumah Detensi Imigrasi": ("Premises", Kind.PLACE),
    "Rumah Aman": ("Premises", Kind.PLACE), "Rumah Ramah": ("Premises", Kind.PLACE),
    "Rumah Singgah": ("Premises", Kind.PLACE), "Rumah Perlindungan": ("Premises", Kind.PLACE),
    "Gedung": ("Premises", Kind.PLACE), "Menara": ("Premises", Kind.PLACE),
    "Aula": ("Premises", Kind.PLACE), "Pendopo": ("Premises", Kind.PLACE),
    "Graha": ("Premises", Kind.PLACE), "Griya": ("Premises", Kind.PLACE),
    "Istana": ("Premises", Kind.PLACE), "Auditorium": ("Premises", Kind.PLACE),
    "Lapangan": ("Premises", Kind.PLACE), "Balai Kota": ("Premises", Kind.PLACE),
    "Mapolrestabes": ("Premises", Kind.PLACE), "Mapolsek": ("Premises", Kind.PLACE),
    "Rumah Jabatan": ("Premises", Kind.PLACE), "Rumah Dinas": ("Premises", Kind.PLACE),
    "Rujab": ("Premises", Kind.PLACE), "Ruang Kerja": ("Premises", Kind.PLACE),
    "Kantor": ("Premises", Kind.PLACE),
    "Wisma": ("Premises", Kind.PLACE), "Mapolda": ("Premises", Kind.PLACE),
    "Mapolres": ("Premises", Kind.PLACE), "Mapolresta": ("Premises", Kind.PLACE),
    "Depot Imigrasi": ("Premises", Kind.PLACE), "Depo Imigrasi": ("Premises", Kind.PLACE),
    "Depot Tahanan Imigrasi": ("Premises", Kind.PLACE),
    "Depot Imigresen": ("Premises", Kind.PLACE), "Depo Imigresen": ("Premises", Kind.PLACE),
    "Depot Tahanan Imigresen": ("Premises", Kind.PLACE), "Pos": ("Place", Kind.PLACE),
    "Kabupaten": ("Place", Kind.PLACE),
    "Kota": ("Place", Kind.PLACE), "Kepulauan": ("Place", Kind.PLACE),
    "Distrik": ("Place", Kind.PLACE), "Negeri": ("Place", Kind.PLACE),
}  # fmt: skip
# Words between a port's or airport's head and its name.
_INNER = word_list("point_words")
# Words that stand behind a head without being a name.
_NOT_NAMES = frozenset(
    [
        "Internasional",
        "Feri",
        "Ferry",
        "Tikus",
        "Tersebut",
        "Migran",
        "Pelayanan",
        "Lintas",
        "Polisi",
        "Kupang",
        "Binaan",
        "Jiran",
        "Khmer",
        "Sakura",
        "Ginseng",
    ]
)


# "Luar Negeri Palsu", "Pengadilan Negeri Batam": no village of Maluku.
_NO_NEGERI = frozenset(
    {"Luar", "Dalam", "Pengadilan", "Kejaksaan", "Pegawai", "SMA", "SMK", "Abdi"}
)


_NAMESAKES = frozenset({"I", "Sultan", "Raja", "Haji", "Abdul", "Zainuddin"})
# "Rumah Sakit Pelabuhan Jakarta" is no port.
_CALLED_AFTER = frozenset({"Sakit", "RS"})
_STREETS = frozenset({"Jalan", "Jalan Raya", "Jl."})
# Ends of names elsewhere, which streets are named after: "Jalan Pelabuhan Baru".
_STREET_WORDS = word_list("street_words")


@cache
def _heads() -> Lexicon[tuple[str, Kind]]:
    return Lexicon(_HEADS.items())


def at(tokens: Sequence[Token], index: int) -> Spot | None:
    """Return the place named at a position, if one is."""
    found = regions.lexicon().at(tokens, index)
    headed = _headed(tokens, index)
    # "Kota Tanjung Balai Sumatera Utara": the gazetteer knows where the city's name ends.
    is_known = found is not None and (
        tokens[index].text in {"Kota", "Kabupaten", "Kepulauan"} or found[1][0] == "abroad"
    )
    if headed is not None and not is_known and (found is None or headed.size > found[0]):
        return _abbreviated(tokens, index, headed.size) or headed
    if found is None or (found[0] == 1 and _is_first_name(tokens, index)):
        return None
    if tokens[index].text == "Kisaran" and _is_range(tokens, index + 1):
        return None
    return _known(tokens, index, *found)


# "Kisaran gaji Rp7 juta" is a range, no town of North Sumatra.
_RANGED = frozenset({"antara", "gaji", "upah", "harga", "biaya", "usia", "umur", "nilai", "angka"})


def _is_range(tokens: Sequence[Token], behind: int) -> bool:
    return behind < len(tokens) and tokens[behind].text.removesuffix("nya") in _RANGED


def _abbreviated(tokens: Sequence[Token], index: int, size: int) -> Spot | None:
    """Return the territory whose short name stands behind its kind: ``Kabupaten TTS``."""
    kind, region = tokens[index].text, regions.lexicon().at(tokens, index + 1)
    if kind not in ("Kabupaten", "Kota") or region is None or region[1][0] != "region":
        return None
    names = regions.names_by_code()
    codes = tuple(code for code in region[1][1] if names[code].startswith(f"{kind} "))
    if len(codes) != 1 or region[0] + 1 != size:
        return None
    return Spot("Territory", Kind.PLACE, size, "", codes)


# Behind these words a place's name with another capital word behind it begins a person's.
_WHO = word_list("before_persons")


def _is_first_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name that is also a place's begins a person's: ``terdakwa Darwin Saragi``."""
    behind = index + 1
    pair = tuple(token.text for token in tokens[max(0, index - 2) : index])
    if pair in {("La", "Ode"), ("Wa", "Ode")}:
        # "La Ode Darwin": a noble name of Buton.
        return True
    return (
        index > 0
        and tokens[index - 1].text.casefold() in _WHO
        and adjoins(tokens, index)
        and behind < len(tokens)
        and adjoins(tokens, behind)
        and tokens[behind].text.istitle()
        and tokens[behind].text not in STOPS
        and regions.lexicon().at(tokens, behind) is None
    )


def is_sided(tokens: Sequence[Token], behind: int, codes: tuple[str, ...]) -> bool:
    """Whether a side behind a regency's name makes it a district's: ``Bintan Utara``."""
    is_side = behind < len(tokens) and tokens[behind].text in SIDES and adjoins(tokens, behind)
    return is_side and all("." in code for code in codes)


def _known(
    tokens: Sequence[Token], index: int, size: int, entry: tuple[str, tuple[str, ...]]
) -> Spot | None:
    """Return the place that the gazetteers give for a name."""
    kind, codes = entry
    if kind == "region" and index + size < len(tokens) and tokens[index + size].text == "Kota":
        city = tuple(c for c in codes if regions.names_by_code()[c].startswith("Kota "))
        if city and adjoins(tokens, index + size):
            return Spot("Territory", Kind.PLACE, size + 1, "", city)
    if kind == "region":
        is_district = is_sided(tokens, index + size, codes)
        territory = Spot("Territory", Kind.PLACE, size, "", codes)
        return Spot("Place", Kind.PLACE, size + 1) if is_district else territory
    farther, before = ["", "", *(one.text.casefold() for one in tokens[:index][-2:])][-2:]
    if kind == "country":
        # "Pekerja Migran Indonesia", "Warga Negara Indonesia" name people, not the country.
        is_ours = before in {"kerja", "negara"} and codes[0] == "ID"
        if is_ours or before in {"migran", "tki"} or (farther, before) == ("warga", "negara"):
            return None
        return Spot("Country", Kind.PLACE, size, f"country:{codes[0]}")
    # "Air Asia" flies.
    return Spot("Place", Kind.PLACE, size) if before != "air" else None


def _is_no_head(tokens: Sequence[Token], index: int) -> bool:
    """Whether the kind of a place stands within other words: ``Ibu Kota Kabupaten Ende``."""
    before = tokens[index - 1].text if index else ""
    is_land = tokens[index].text == "Negeri" and before in _NO_NEGERI
    return is_land or (tokens[index].text == "Kota" and before.casefold() == "ibu")


def _short_form(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens a short form before a name takes: ``Depot Tahanan (DTI) Kemayan``."""
    texts = [token.text for token in tokens[index : index + 3]]
    is_short = len(texts) > 2 and (texts[0], texts[2]) == ("(", ")") and texts[1].isupper()
    return 3 if is_short and index + 3 < len(tokens) and is_capital(tokens[index + 3]) else 0


def _headed(tokens: Sequence[Token], index: int) -> Spot | None:
    found = _heads().at(tokens, index)
    if found is None:
        return None
    size, (cls, kind) = found
    own = _of_office(tokens, index, size) if cls == "Premises" else 0
    is_office = not _OFFICES.isdisjoint((tokens[index].text, tokens[index + size - 1].text))
    if own or is_office or _is_no_head(tokens, index):
        return Spot(cls, kind, own) if own else None
    return _behind(tokens, index, size, cls, kind)


def _behind(tokens: Sequence[Token], index: int, size: int, cls: str, kind: Kind) -> Spot | None:
    """Return the place that its head, of so many tokens, makes with the name behind it."""
    while index + size < len(tokens) and tokens[index + size].text in _INNER:
        size += 1
    if index and kind is Kind.POINT and tokens[index - 1].text in _CALLED_AFTER:
        return None
    is_bare = tokens[index].text in {"Depot", "Depo"}
    bare = Spot(cls, kind, size) if is_bare else None
    size += _short_form(tokens, index + size) if is_bare else 0
    at_ = index + size
    if at_ >= len(tokens) or not is_capital(tokens[at_]):
        return bare
    # A landing is called after its owner: "Dermaga Haji Putri".
    is_owned = cls == "Port" and tokens[at_].text == "Haji"
    is_kept = cls in ("Port", "Airport", "Premises") and not is_owned
    is_kept = is_kept and tokens[at_].text != "Raja"
    stops = STOPS if is_kept else STOPS - {"Ibu", "Haji"}
    if tokens[index].text in _STREETS:
        stops = STOPS - _STREET_WORDS
    # "Pelabuhan Batam Centre", "Bandara Pekanbaru Riau": a region may begin the name.
    region = regions.lexicon().at(tokens, at_)
    # "Bandara I Gusti Ngurah Rai", "Pelabuhan Sultan Abdul Rahman Batu Ampar": a person's name.
    limit = 4 if tokens[at_].text in _NAMESAKES else 3
    length = max(capitals(tokens, at_, limit, stops), region[0] if region else 0)
    if region and kind is Kind.POINT and at_ + region[0] < len(tokens):
        follow = tokens[at_ + region[0]].text
        length = region[0] + (1 if follow in {"Centre", "Center", "Kota", "Baru"} else 0)
    if (
        cls == "Port"
        and length > 1
        and regions.lexicon().at(tokens, at_ + length - 1)
        and not region
    ):
        # "Pelabuhan Tunon Taka Nunukan": where the port lies is told behind its name.
        length -= 1
    length = _before_regency(tokens, at_, length, 2 if cls in ("District", "Village") else length)
    if length == 0 or tokens[at_].text in _NOT_NAMES:
        return bare
    return Spot(
        cls, kind, size + length + (cls == "District" and _ends_in_kota(tokens, at_ + length))
    )


def _before_regency(tokens: Sequence[Token], at_: int, length: int, least: int) -> int:
    """Return how many words stand before a regency's name: ``Praya Tengah Lombok Tengah``.

    One of a single word is told by ``least`` words before it: ``Marpoyan Damai Pekanbaru``.
    """
    for cut in range(1, length):
        region = regions.lexicon().at(tokens, at_ + cut)
        if region is not None and region[1][0] == "region" and (region[0] > 1 or cut >= least):
            return cut
    return length


# "Aula Rumah Jabatan Gubernur Jambi", "Pendopo Bupati": who sits there is no part of the event.
_OFFICES = frozenset({"Kantor", "Rujab", "Jabatan", "Dinas", "Kerja"})
_OFFICERS = frozenset({"Gubernur", "Bupati", "Wali Kota", "Walikota", "Wakil Bupati", "Camat"})
# What a house is called after may have a title: "Aula K.H. Zainul Arifin", "Aula St. Lukas".
_TITLED = frozenset({"K.H", "KH", "H", "Hj", "St", "Sto", "Ir", "Dr", "Drs", "Prof", "Mgr", "R.M"})


def _of_office(tokens: Sequence[Token], index: int, size: int) -> int:
    """Return how many tokens a house takes that is within another, or named after an officer."""
    at_ = index + size
    if at_ + 1 >= len(tokens) or not adjoins(tokens, at_):
        return 0
    inner = _headed(tokens, at_)
    if inner is not None and inner.cls == "Premises":
        return size + inner.size
    pair = f"{tokens[at_].text} {tokens[at_ + 1].text}"
    officer = 2 if pair in _OFFICERS else 1 if tokens[at_].text in _OFFICERS else 0
    if officer:
        region = (
            regions.lexicon().at(tokens, at_ + officer) if at_ + officer < len(tokens) else None
        )
        return size + officer + (region[0] if region is not None else 0)
    if tokens[at_].text in _TITLED and tokens[at_ + 1].text == ".":
        return size + 2 + capitals(tokens, at_ + 2, 3) if is_capital(tokens[at_ + 2]) else 0
    return 0


def _ends_in_kota(tokens: Sequence[Token], at_: int) -> bool:
    """Whether "Kota" ends a name, as in "Kecamatan Batam Kota", and begins no city's."""
    is_kota = at_ < len(tokens) and tokens[at_].text == "Kota"
    return is_kota and (at_ + 1 == len(tokens) or not is_capital(tokens[at_ + 1]))
