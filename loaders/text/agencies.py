"""Agencies, their units, and coordinations that share one place.

Owns the grammar ``Ditreskrimum Polda Kepri``, ``Polresta Bandara Soekarno-Hatta``,
``Pemerintah Provinsi dan Kepolisian Daerah NTT``, and the canonical ids it leads to. Refuses
heads without any place (``seluruh Polda``): they name no agency, unless the document named
exactly one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.text import regions
from loaders.text.grammar import SIDES, STOPS, capitals, is_capital
from loaders.text.lexicon import Lexicon
from loaders.text.patterns import Pattern
from loaders.text.resources import rows, word_list
from loaders.text.spans import Token


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency as the text names it.

    Attributes:
        id: Canonical id, or empty where a place is still missing.
        cls: Ontology class.
        kind: Notation of ``agency-kinds``, or empty.
        prefix: First part of the id, such as ``polda``; shared by agencies of one kind.
        place: Kemendagri code of its place, or empty.
        parent: Id of the agency it is a unit of, or empty.
        size: Number of tokens.
    """

    id: str
    cls: str
    kind: str
    prefix: str
    place: str
    parent: str
    size: int


@dataclass(frozen=True, slots=True)
class Head:
    """How agencies of one kind are named."""

    prefix: str
    cls: str
    kind: str
    place: str
    needs_place: bool


@cache
def _known() -> Lexicon[Agency]:
    return Lexicon(
        (form, Agency(id_, cls, "" if kind == "-" else kind, id_, "", "", 0))
        for id_, cls, kind, names in rows("agencies.tsv")
        for name in names.split("|")
        # As often misspelt as not.
        for form in {name, name.upper(), name.replace("Kementerian", "Kementrian")}
    )


SMALL = frozenset({"pemprov", "pemkab", "pemkot"})
"""Short forms that are written small where they stand for the one named before."""


@cache
def _heads() -> Lexicon[Head]:
    return Lexicon(
        (form, Head(prefix, cls, "" if kind == "-" else kind, place, needs == "y"))
        for prefix, cls, kind, place, needs, names in rows("agency_heads.tsv")
        for name in names.split("|")
        for form in {name, name.upper(), *({name.casefold()} & SMALL)}
    )


@cache
def _units() -> Lexicon[tuple[str, str]]:
    return Lexicon(
        (form, (slug, cls))
        for slug, cls, names in rows("unit_heads.tsv")
        for name in names.split("|")
        for form in {name, name.upper()}
    )


@cache
def caption(agency_id: str) -> str:
    """Return the full name of an agency of the table, or an empty text."""
    for id_, _, _, names in rows("agencies.tsv"):
        if id_ == agency_id:
            return names.split("|")[0]
    return ""


@cache
def class_of(agency_id: str) -> str:
    """Return the class of an agency of the table."""
    return next(cls for id_, cls, *_ in rows("agencies.tsv") if id_ == agency_id)


TERRITORIAL = word_list("territorial_offices")
"""Offices that bear the name of the territory they serve; others bear that of their seat."""
# "Kanwil Kemenkumham Jatim", "UPT BP2MI Wilayah Bali": whose office it is.
_BODIES = {
    "kanwil-kemenkumham": "org:kemenkumham", "kanwil-ditjen-imigrasi": "org:ditjen-imigrasi",
    "bp3mi": "org:bp2mi", "org:bareskrim-polri": "org:polri",
}  # fmt: skip
_NAMES_BODY = Pattern(
    r"(?:UPT|Unit\s+Pel\w+\s+Teknis)\b.*\bB(?:P2MI|adan)\b|Ka(?:ntor|nwil)\b|.* Polri$"
)


def body_of(agency: Agency, printed: str) -> str:
    """Return the id of the body that an office belongs to as its own name tells, or empty."""
    return _BODIES.get(agency.prefix, "") if _NAMES_BODY.match(printed) else ""


def at(tokens: Sequence[Token], index: int) -> Agency | None:
    """Return the agency named at a position, if one is."""
    unit = _unit(tokens, index)
    known, headed = _from_table(tokens, index), _ship(tokens, index) or _from_head(tokens, index)
    if known and headed and headed.id and headed.size > known.size:
        # "Basarnas Tanjungpinang" is an office of Basarnas.
        known = headed
    return unit or known or headed


def _from_table(tokens: Sequence[Token], index: int) -> Agency | None:
    found = _known().at(tokens, index)
    if found is None:
        return None
    size, agency = found
    # "Republik Indonesia" or "RI" behind a ministry's name belongs to it.
    if index + size < len(tokens) and tokens[index + size].text == "RI":
        size += 1
    behind = index + size + (_texts(tokens, index + size, 1) in _BRANCHES)
    branch = regions.lexicon().at(tokens, behind) if behind < len(tokens) else None
    if agency.cls == "CivilSocietyOrganization" and branch and branch[1][0] == "region":
        # "SBMI Indramayu", "SBMI Cabang Indramayu": an organisation of its own.
        key = regions.slug(_texts(tokens, behind, branch[0]))
        total = behind - index + branch[0]
        return Agency(f"{agency.id}-{key}", agency.cls, agency.kind, agency.prefix, "", "", total)
    return Agency(agency.id, agency.cls, agency.kind, agency.prefix, "", "", size)


_BRANCHES = frozenset({"Cabang", "Wilayah", "DPC", "DPD", "DPW"})


def _from_head(tokens: Sequence[Token], index: int) -> Agency | None:
    found = _heads().at(tokens, index)
    if found is None:
        return None
    size, head = found
    if head.prefix == "polda" and _texts(tokens, index + size, 2) == "Metro Jaya":
        return Agency("org:polda-metro-jaya", head.cls, head.kind, "polda", "31", "", size + 2)
    size += _class_of_court(tokens, index + size)
    place = _place(tokens, index + size, head)
    behind = index + size
    if place is None and _texts(tokens, behind, 1) == "(" and _texts(tokens, behind + 2, 1) == ")":
        # The short form in brackets may carry the place: Kepolisian Resor Kota (Polresta) Kupang.
        inner = _heads().at(tokens, behind + 1)
        if inner is not None:
            size += 3 + _class_of_court(tokens, behind + 3)
            # "UPT Badan Pelindungan ... (BP2MI) Wilayah Bali": the office, not the body.
            head = head if inner[1].prefix == "bp2mi" else inner[1]
            place = _place(tokens, index + size, head)
            if place is None:
                return _bare(head, behind - index)
        elif (named := _place(tokens, behind + 3, head)) and _SHORT.match(tokens[behind + 1].text):
            # "Polsek Kawasan Khusus Pelabuhan (KKP) Batam", "Lanal (Danlanal) Dumai": any short
            # form, that of who heads it, too.
            size, place = size + 3, named
    if place is None:
        return None if head.needs_place else _bare(head, size)
    length, key, code = place
    if head.kind == "police-province" and len(code) > 2:
        return _bare(head, size)
    if head.prefix in ("kodam", "korem") and _texts(tokens, index + size + length, 1) == "/":
        # "Kodam VI/Mulawarman": the number is the name.
        size += 1 + capitals(tokens, index + size + length + 1, 2)
    return Agency(
        f"org:{head.prefix}-{key}", head.cls, head.kind, head.prefix, code, "", size + length
    )


_SHORT = Pattern(r"[A-Z]+$|Dan[a-z]{3,}$|Ka[a-z]{4,}$")
_HULL = Pattern(r"[A-Z][\w'’]*-\d{3}")


def _ship(tokens: Sequence[Token], index: int) -> Agency | None:
    """Return the ship of the navy that a name is: ``KRI Lepu-861``, ``KRI Teluk Hading``."""
    length = capitals(tokens, index, 4) if tokens[index].text == "KRI" else 0
    known = regions.lexicon().at(tokens, index + 1) if length > 1 else None
    if length < 2 or (known is not None and known[1][0] != "region"):
        # Our consulates are in cities that we know.
        return None
    hulls = (n for n in range(2, length + 1) if _HULL.fullmatch(tokens[index + n - 1].text))
    size = next(hulls, length)
    key = regions.slug(_texts(tokens, index, size))
    return Agency(f"org:{key}", "LawEnforcementAgency", "", "kri", "", "", size)


_CLASSES = frozenset({"I", "IA", "IB", "II", "III", "A", "B", "1", "2", "3", "1A", "1B", "Khusus",
                      "TPI", "Non"})  # fmt: skip


def _class_of_court(tokens: Sequence[Token], index: int) -> int:
    """Return how many words tell the class of a court: it is no part of its name."""
    if _texts(tokens, index, 1) != "Kelas":
        return 0
    size = 1
    while index + size < len(tokens) and tokens[index + size].text in _CLASSES:
        size += 1
    return size if size > 1 else 0


def _bare(head: Head, size: int) -> Agency:
    return Agency("", head.cls, head.kind, head.prefix, "", "", size)


def _texts(tokens: Sequence[Token], index: int, count: int) -> str:
    return " ".join(token.text for token in tokens[index : index + count])


def _place(tokens: Sequence[Token], index: int, head: Head) -> tuple[int, str, str] | None:
    """Return length, key and code of the place behind an agency's head."""
    # "BP3MI Wilayah Bali"
    skipped = head.place == "province" and _texts(tokens, index, 1) == "Wilayah"
    if index + skipped >= len(tokens):
        return None
    found = regions.lexicon().at(tokens, index + skipped)
    if found is not None and found[1][0] == "region":
        size, key, code = _region(tokens, index + skipped, found[0], found[1][1], head)
        return size + skipped, key, code
    if found is not None and head.kind == "mission":
        return found[0], regions.slug(_texts(tokens, index, found[0])), ""
    if head.prefix == "dprd":
        # "Ketua DPRD Sirojudin": councils are those of territories that we know.
        return None
    limit = 4 if tokens[index].text == "Bandara" or head.prefix == "uin" else 3
    stops = STOPS - {"Bandara", "Pelabuhan", "Kota", "Sumber"}
    length = capitals(tokens, index, limit, stops)
    if head.place != "province":
        length = _before_holder(tokens, index, length)
    if length == 0 or head.place == "province":
        return None
    if head.cls == "University":
        length = _before_region(tokens, index, length)
    is_police = head.prefix in ("polres", "polresta", "polrestabes", "polsek")
    name = _texts(tokens, index, _before_town(tokens, index, length) if is_police else length)
    return length, regions.place_key(name).removeprefix("bandara-"), ""


_KINDS_OF_SEAT = frozenset({"Bandara", "Pelabuhan", "Kawasan", "Khusus", "Kota", "Metro", "Laut"})


def _before_town(tokens: Sequence[Token], index: int, length: int) -> int:
    """Return where a seat ends that its town stands behind: ``Polresta Barelang Batam``."""
    for size in range(1, length):
        region = regions.lexicon().at(tokens, index + size)
        is_town = region is not None and region[1][0] == "region" and size + region[0] == length
        if is_town and tokens[index + size - 1].text not in _KINDS_OF_SEAT:
            return size
    return length


# "Hakim PTUN Menangkan PT A": a headline goes on with its verb.
_VERBAL = Pattern(r"Me(?:n|m|ng|ny)?[a-z]{3,}kan")
_OFFICES = frozenset({"Kepala", "Koordinator", "Ketua", "Kabid", "Kasi", "Kasubdit", "Direktur"})
_NAMED = 3


def _before_holder(tokens: Sequence[Token], index: int, length: int) -> int:
    """Return how many words of a place are left without the name of who heads the agency.

    "Koordinator P4MI Entikong Darius Jemadu", "Kepala Bidang Pemeriksaan Imigrasi Bagus Rahman".
    """
    if _VERBAL.fullmatch(tokens[index].text):
        return 0
    at_, is_headed = index - 1, False
    while at_ >= 0 and index - at_ <= _LONGEST and is_capital(tokens[at_]) and not is_headed:
        is_headed = tokens[at_].text in _OFFICES
        at_ -= 1
    behind = index + length
    is_set_off = behind + 1 < len(tokens) and tokens[behind].text == ","
    if not is_headed or (is_set_off and is_capital(tokens[behind + 1])):
        return length
    if length < _NAMED:
        return 0 if length > 1 and tokens[index].text in _GIVEN else length
    known = regions.lexicon().at(tokens, index)
    return known[0] if known else length


_LONGEST = 8
_GIVEN = word_list("balinese")


def _before_region(tokens: Sequence[Token], index: int, length: int) -> int:
    """Return where a region ends the name: ``Universitas Negeri Malang Hariyono``."""
    for at_ in range(index + 1, index + length):
        if tokens[at_].text in {"I", "Ni"}:
            # "Universitas Udayana I Ketut Sudarsana": a name of Bali begins.
            return at_ - index
        region = regions.lexicon().at(tokens, at_)
        if region is not None and region[1][0] == "region":
            return at_ - index + region[0]
    return length


def _region(
    tokens: Sequence[Token], index: int, size: int, codes: tuple[str, ...], head: Head
) -> tuple[int, str, str]:
    name = _texts(tokens, index, size)
    if head.place == "province":
        code = codes[0]
        if "." not in code:
            return size, regions.province_slug(code), code
        return size, regions.slug(regions.short_name(code)), code
    behind = index + size
    is_side = behind < len(tokens) and tokens[behind].text in SIDES
    if head.prefix == "polsek" and is_side and all("." in code for code in codes):
        # "Polsek Bintan Utara": of a district, not of the regency.
        return size + 1, regions.slug(f"{name} {tokens[behind].text}"), ""
    fitting = _fitting(codes, head)
    # "Polres Metro Tangerang Kota", "Polresta Kupang Kota": the kind stands behind the name.
    if index + size < len(tokens) and tokens[index + size].text == "Kota":
        return size + 1, regions.slug(f"{name} Kota"), ""
    if fitting is None:
        return size, regions.slug(name.removeprefix("Kabupaten ").removeprefix("Kota ")), ""
    key = regions.province_slug(fitting) if "." not in fitting else regions.short_name(fitting)
    return size, regions.slug(key), fitting


def _fitting(codes: tuple[str, ...], head: Head) -> str | None:
    """Return the one code that fits the kind of government or police."""
    if head.prefix in ("pemkab", "pemkot"):
        wanted = "Kota " if head.prefix == "pemkot" else "Kabupaten "
        codes = tuple(c for c in codes if regions.names_by_code()[c].startswith(wanted))
        return codes[0] if len(codes) == 1 else None
    if head.prefix in ("polres", "polresta", "polsek", "p4mi"):
        codes = tuple(c for c in codes if "." in c)
    return regions.decide(codes) if codes else None


def _unit(tokens: Sequence[Token], index: int) -> Agency | None:
    found = _units().at(tokens, index)
    if found is None:
        return None
    size, (slug, cls) = found
    behind = index + size
    # A unit may repeat its short form in brackets before its parent agency.
    for length in (1, 2, 3):
        if _texts(tokens, behind, 1) == "(" and _texts(tokens, behind + length + 1, 1) == ")":
            behind += length + 2
    if behind < len(tokens) and is_capital(tokens[behind]):
        parent = at(tokens, behind)
        if parent is not None and parent.id:
            key = parent.id.removeprefix("org:")
            total = behind + parent.size - index
            return Agency(f"org:{slug}-{key}", cls, "", slug, parent.place, parent.id, total)
    return Agency("", cls, "", slug, "", "", size)
