"""Which capitalised runs of a block are persons, by post, rank, introduction or speech.

Owns two grades: ``sure`` (a rank, a post or an introduction stands before) and ``likely`` (a verb
of speech stands beside).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.text import behind_posts, persons
from loaders.text.companies import CompanyName
from loaders.text.features import is_common
from loaders.text.grammar import adjoins
from loaders.text.layout import byline_name
from loaders.text.patterns import Pattern
from loaders.text.places import Spot
from loaders.text.resources import word_list
from loaders.text.spans import Block, Item, Kind, Role, Token
from loaders.text.speech import ROOT, SAID_AFTER, SAID_BEFORE, TRIED_AFTER
from loaders.text.titles import rank_at, ranks_at

_INTRODUCED = Pattern(
    r"(?:\b(?:bernama|namanya|atas\s+nama|a\.n\.|an\.|terdakwa|terpidana|tersangka"
    r"|pengacara|kuasa\s+hukum|penasihat\s+hukum|penasehat\s+hukum|"
    r"(?:tersangka|terdakwa)\s+(?:kasus|perkara)\s+TPPO|diketuai(?:\s+oleh)?|dengan\s+anggota|hukuman|menghukum|memvonis|mengganjar|membebaskan|meringkus|menangkap|membekuk|menciduk|menahan|memburu|"
    r"jaksa|hakim|aktivis|pengamat|peneliti|dosen|pengusaha|buronan|dokter|(?:rumah|kediaman|kos|kontrakan|penampungan|gudang|kapal|perahu)\s+milik|tak\s+lain|sapaan|dipanggil|disapa|dikenal\s+(?:sebagai|dengan\s+(?:nama|panggilan)))\s+"
    r"|^\s*(?:terdakwa|terpidana|tersangka)\s*:\s*"
    # "terdakwa Nasir dan Pola"
    r"|\b(?:terdakwa|terpidana|tersangka)(?-i:(?:\s+[A-Z][\w'’]+){1,4})\s+dan\s+"
    # "Kaki tangannya di Nunukan, Baco,": whose he is, and where.
    r"|\b(?:kaki\s+tangan|tangan\s+kanan|anak\s+buah|rekan|bos|atasan|sopir|penjaga|kurir|direktur|manajer|bendahara|komisaris|kepala\s+cabang|istri|suami|adik|kakak|sepupu|keponakan|menantu|mertua|abang)nya(?:\s+di\s+\w+)?,\s+"
    # "Pemilik perusahaan, Parlindungan Gultom", "Direkturnya adalah Kusnadi"
    r"|\b(?:pemilik|direktur(?:\s+utama)?|komisaris|pengurus|pimpinan|manajer|pendiri|bendahara|ketua|penanggung\s+jawab|kepala\s+cabang)"
    r"(?:nya|\s+(?:perusahaan|perseroan|lembaga|P3MI|LPK|koperasi|yayasan|agensi|serikat)(?:\s+(?:itu|tersebut|ini))?)(?:,|\s+(?:adalah|ialah|bernama|yakni|yaitu))\s+)$",
    re.IGNORECASE,
)
_ALIAS = Pattern(
    r"\s+(?:alias|Alias|als\.?|Als\.?|ALIAS)\s+(?P<alias>[A-Z][\w'’]*"
    r"(?:\s[A-Z][\w'’]*)?)"
)
# "bosnya, Atan", "calo Darmo", "koordinator lapangan, Zainal"; "perekrut ABK" names nobody.
_DEALER = Pattern(
    r"(?i)\b(?:(?:bos|sponsor|istri|suami|kakak|adik|rekan|atasan|majikan|juragan|sopir|sepupu|kerabat|anak\s+buah)nya,"
    r"|(?:calo|sponsor|tekong|nakhoda|perekrut|makelar|muncikari|mucikari|cukong|tauke|toke|koordinator\s+lapangan),?)\s+$"
)
# "Mak Ijah", "Cik Siti": how people are addressed begins what they are called.
_ADDRESSED = word_list("addressed")
# "perusahaan bernama Golden Dragon": things have names, too.
_OF_THINGS = Pattern(
    r"(?i)\b(?:perusahaan|agensi|kapal|perahu|grup|akun|situs|aplikasi|kanal|toko|kafe|hotel|klub|program|operasi|desa|kampung|pulau)"
    r"(?:\s+\w+){0,2}?\s+(?:yang\s+)?bernama\s+$"
    # "pesan Messenger", "Asrama Haji Pondok Gede"
    r"|\b(?:pesan|aplikasi|asrama(?:\s+haji)?)\s+$"
)
_OF_FIRMS = Pattern(r"(?i)\b(?:perusahaan|agensi)(?:\s+\w+){0,2}?\s+(?:yang\s+)?bernama\s+$")
_VICTIM = Pattern(r"(?i)\b(?:korban|saksi)(?:\s+bernama)?\s+$")
_LETTERS = Pattern(r"[A-Z]{2,4}")
_LETTERED = Pattern(r"[A-Z]{1,2}")
# "Penyekap meminta tebusan": a sentence begins with a capital.
_DOER = Pattern(r"Pe(?:m|n|ng|ny)[a-z]{4,}")
# "Rustam Efendi (28)": only people have an age in brackets.
_AGED = Pattern(r"\s*\(\s*[1-9]\d(?:\s*(?:th|thn|tahun))?\s*\)")


# "Suryadi (41) dan Nurlaela (36) ditangkap": one word and a number need a verb beside them.
_AGED_SUBJECT = Pattern(
    r"\s*\(\s*[1-9]\d\s*\)(?:\s*,?\s+(?:dan|serta)\s+[A-Z]\w+(?:\s[A-Z]\w+){0,3}\s*\(\s*[1-9]\d\s*\))?,?\s+"
    r"(?:(?:ikut|turut|telah|juga|akhirnya|langsung|kini|sudah|kemudian|lalu|berhasil|diduga|yang)\s+)*"
    r"(?:ditangkap|dibekuk|diringkus|diciduk|diamankan|ditahan|ditetapkan|dijerat|divonis|didakwa|dituntut|warga|asal|berperan|selaku|sebagai|bertugas|bertindak"
    r"|(?:merekrut|menampung|menjemput|mengantar|memalsukan|mencari|mendanai|membiayai)(?:kan)?)\b"
    # "- Fitriani (40): mencari korban", "- Andi (DPO): penerima": a row of parts.
    r"|\s*\(\s*(?:[1-9]\d(?:\s+tahun)?|DPO)\s*\)\s*:\s+[a-z]"
)
# "uang milik Yuliana (46)": nothing else is owned, caught, or done by one word and a number.
_THEIRS = Pattern(r"\b(?:milik|pelarian|penangkapan|penahanan|oleh)\s+$")
# "Deden membawanya ke Jakarta": within a sentence only people do that.
_DOES = Pattern(
    r"\s+(?:(?:yang|lalu|kemudian|juga|pun|diduga|sempat|sudah|telah)\s+){0,2}(?:merekrut|menjemput|mengantar(?:kan)?|menampung|membujuk|merayu|mengajak|memalsukan|mendanai|membiayai|memodali|menyuruh|memerintahkan|menyerahkan|mengurus|menyiapkan"
    r"|tertangkap|diringkus|dibekuk|diciduk|mengaku|berdalih|(?:mencari|mengumpulkan|membawa|memberangkatkan|mengirim|menyeberangkan)(?:nya\b|\s+(?:mereka|korban|calon|para|orang|warga|\d|se\w+)))\b"
)
# "Dicky Prasetyo, agen di Jakarta yang": what part he has stands behind.
_PART_BEHIND = Pattern(
    r"\s*,\s+(?:seorang\s+)?(?:agen|calo|sponsor|perekrut|tekong|makelar)\s+(?:di|asal|yang|dari)\b"
)
# "Penulis: Humas Polres X": an office wrote it.
_DESKS = frozenset({"Humas", "Biro", "Bidang", "Tim", "Redaksi", "Admin"})


@dataclass(slots=True)
class Found:
    """Persons of one block by how sure the rules are."""

    sure: list[Item] = field(default_factory=list)
    likely: list[Item] = field(default_factory=list)


def recognise(
    text: str, block: Block, tokens: Sequence[Token], grammar: Sequence[Item], occupied: set[int]
) -> Found:
    """Return the persons of a block.

    Args:
        text: The document.
        block: The block.
        tokens: Its tokens, with offsets in the document.
        grammar: Agencies, places and posts found in it.
        occupied: Code points that values such as dates already hold.
    """
    found = Found()
    if block.role is Role.BYLINE:
        span = byline_name(block)
        if span and text[span[0] : span[1]].partition(" ")[0] not in _DESKS:
            found.sure.append(Item(*span, text[span[0] : span[1]], Kind.PERSON, "", "Person"))
        return found
    _initials(text, block, found)
    by_start = {token.start: index for index, token in enumerate(tokens)}
    _after_posts(text, tokens, grammar, by_start, found)
    _of_groups(text, tokens, grammar, by_start, found)
    # Ranks stay open: they are what tells of the name behind them.
    closed = [i for i in grammar if i.kind is not Kind.RANK or i.value == "degree"]
    taken = occupied | {at for item in closed for at in range(item.start, item.end)}
    index = 0
    while index < len(tokens):
        index += max(1, _by_context(text, block, tokens, index, taken, found))
    return found


def _initials(text: str, block: Block, found: Found) -> None:
    for one in persons.initials(block.text):
        if not one.is_victim:
            start, end = one.start + block.start, one.end + block.start
            found.sure.append(Item(start, end, text[start:end], Kind.INITIALS, "", "Person", one))


def _person(text: str, tokens: Sequence[Token], index: int, size: int) -> Item:
    start, end = tokens[index].start, tokens[index + size - 1].end
    alias = _ALIAS.match(text, end)
    return Item(
        start, end, text[start:end], Kind.PERSON, "", "Person", alias["alias"] if alias else None
    )


def _after_posts(
    text: str,
    tokens: Sequence[Token],
    grammar: Sequence[Item],
    by_start: dict[int, int],
    found: Found,
) -> None:
    """Add names behind ``POST [ORG|PLACE] [,] [ranks]``."""
    items = {item.start: item for item in grammar}
    for post in grammar:
        if post.kind is not Kind.POST:
            continue
        at = _skip_holders(text, by_start, items, post.end)
        if at is None:
            continue
        at += ranks_at(tokens, at)
        name = text[post.start : post.end]
        if _LOCAL.fullmatch(name) and not _is_placed(grammar, post.end, tokens, at):
            cls = "District" if name.casefold() == "camat" else "Village"
            at = _behind_village(text, tokens, at, found, cls)
            if at is None:
                continue
        if at < len(tokens) and tokens[at].start not in items:
            size = persons.run_length(tokens, at) or _called_hari(tokens, at)
            while size and any(t.start in items for t in tokens[at : at + size]):
                size -= 1
            behind = items.get(tokens[at + size].start) if at + size < len(tokens) else None
            is_office = behind is not None and behind.kind is Kind.ORG
            no_person = behind_posts.group(text, post, tokens[at], behind if size == 1 else None)
            no_person = no_person or behind_posts.seat(text, tokens, post, at, size)
            if no_person is not None:
                found.sure.append(no_person)
            elif not _behind_office(text, tokens, at, size, found):
                # "Dirjen Binapenta Kemnaker": a word of the office, not the person.
                words = tokens[at : at + size]
                is_word = is_office or all(is_common(t.text) for t in words)
                is_word = is_word or persons.is_no_name([t.text for t in words])
                own = post.start, post.end
                _behind_post(text, tokens, own, at, 0 if is_word else size, found)


def _called_hari(tokens: Sequence[Token], at: int) -> int:
    """Return the length of a name that begins with ``Hari``, elsewhere the word for a day, or 0."""
    if at + 1 >= len(tokens) or tokens[at].text != "Hari" or is_common(tokens[at + 1].text):
        return 0
    behind = persons.name_length(tokens, at + 1) if adjoins(tokens, at + 1) else 0
    return behind and behind + 1


# "aktivis Migrant Care Anis Hidayati", "dosen Universitas Airlangga, Rudi Hartono,"
_PART_OF = Pattern(
    r"(?i)\b(?:aktivis|peneliti|dosen|pengamat|pendamping|relawan|advokat|pengacara|staf|pegawai|juru\s+bicara|perwakilan|pakar|ahli|guru\s+besar|kader"
    r"|politikus|politisi|anggota|akademisi|ekonom|sosiolog|kriminolog|psikolog|legislator|analis|periset|pegiat|penggiat|jurnalis|mantan\s+\w+)(?:\s+(?:[a-z]+|HI|HAM)){0,3}\s+$"
)


_SHORT_FORM = Pattern(r"\s*(?:\([A-Z][\w-]{1,11}\)\s*)?,?\s*")


def _of_groups(
    text: str,
    tokens: Sequence[Token],
    grammar: Sequence[Item],
    by_start: dict[int, int],
    found: Found,
) -> None:
    """Add the name behind the organisation that somebody without a post belongs to."""
    taken = {item.start for item in grammar}
    for group in grammar:
        if group.kind is not Kind.ORG or not _PART_OF.search(
            text, max(0, group.start - 60), group.start
        ):
            continue
        gap = _SHORT_FORM.match(text, group.end)
        at = by_start.get(gap.end() if gap else group.end)
        size = persons.name_length(tokens, at) if at is not None else 0
        if at is None or size < 2 or tokens[at].start in taken:
            continue
        words = tokens[at : at + size]
        is_set_off = re.match(r"\s*[,.(]|\s+[a-z]", text[words[-1].end :]) is not None
        if is_set_off and not all(is_common(t.text) for t in words):
            found.sure.append(_person(text, tokens, at, size))


def _is_placed(grammar: Sequence[Item], end: int, tokens: Sequence[Token], at: int) -> bool:
    """Whether the place of a local post stands before what follows: ``Kades Tanjung Uban, Zul``."""
    until = tokens[at].start if at < len(tokens) else end
    return any(i.kind is Kind.PLACE and end <= i.start < until for i in grammar)


def _behind_office(text: str, tokens: Sequence[Token], at: int, size: int, found: Found) -> bool:
    """Add organisation and person where a title or capital letters part them.

    "Rektor Unair Prof. Laksmi", "Direktur BRI Agung Pramudita": what stands before is no name.
    """
    before = text[max(0, tokens[at].start - 24) : tokens[at].start]
    behind = at + size
    if size == 1 and _CAMPUS.search(before) and behind < len(tokens) and tokens[behind].text == ",":
        behind += 1
    ranks = ranks_at(tokens, behind) if 0 < size <= _LONGEST_OFFICE else 0
    if ranks and tokens[behind].text not in _WITHIN_NAMES:
        office, person = size, behind + ranks
    elif size > _SHORTEST_NAMED and _is_acronym(tokens[at].text):
        office, person = 1, at + 1
    else:
        return False
    named = persons.name_length(tokens, person) if person < len(tokens) else 0
    if not named:
        return False
    start, end = tokens[at].start, tokens[at + office - 1].end
    group = CompanyName(start, end, text[start:end], "Organization", "")
    found.sure.append(Item(start, end, group.text, Kind.ORG, "", group.cls, group))
    found.sure.append(_person(text, tokens, person, named))
    return True


_CAMPUS = Pattern(r"\b(?:Rektor|Dekan)\b")
_LONGEST_OFFICE = 3
_SHORTEST_NAMED = 2
# Titles that stand within names, too: "Ketua Ahmad Haji Umar".
_WITHIN_NAMES = frozenset({"Haji", "Hajah", "H", "Hj", "Kapten", "Bu", "Pak", "Ibu", "Bapak"})


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()


def _behind_post(
    text: str, tokens: Sequence[Token], post: tuple[int, int], at: int, size: int, found: Found
) -> None:
    """Add the name behind a post, or the organisation and the name behind that."""
    named = _named_behind(text, tokens, at + size) if size else 0
    if size > 1 and named:
        start, end = tokens[at].start, tokens[at + size - 1].end
        group = CompanyName(start, end, text[start:end], "CivilSocietyOrganization", "")
        found.sure.append(Item(start, end, group.text, Kind.ORG, "", group.cls, group))
        found.sure.append(_person(text, tokens, at + size + 1, named))
        return
    if named:
        # "Menteri Ketengakerjaan, Ida Sartika, menilai": one word is the rest of the office.
        found.sure.append(_person(text, tokens, at + 2, named))
        return
    word = tokens[at].text
    is_acronym = size and len(word) > 2 and word.isupper() and "." not in word
    if size and not (is_acronym and not text[slice(*post)].isupper()):
        person = _person(text, tokens, at, size)
        # "Direktur PT Kelana, R, 44": a letter or two are no name.
        is_lettered = _LETTERED.fullmatch(person.text) is not None
        found.sure.append(_lettered(person) if is_lettered else person)


def _named_behind(text: str, tokens: Sequence[Token], comma: int) -> int:
    """Return the length of the name behind a comma, where it is the subject of a verb of speech.

    "Koordinator Migran Resisten, Yuliana Sabu, menilai": what stands before is an organisation.
    """
    at = comma + 1
    if at >= len(tokens) or tokens[comma].text != "," or not tokens[at].text[1:].islower():
        return 0
    size = persons.name_length(tokens, at)
    return size if size > 1 and SAID_AFTER.match(text, tokens[at + size - 1].end) else 0


_GAP = Pattern(
    r"\s*(?:\d{3,4}\s*/\s*|untuk\s+|di\s+|(?:\([A-Z]{2,6}\)\s+)?dari\s+(?!Fraksi)|pada\s+|cabang\s+|wilayah\s+|perwakilan\s+"
    r"|[,:]\s*|\(\s*[A-Z][\w &-]{1,14}\)\s*(?:RI\b)?\s*,?\s*)?"
    r"(?:RI(?:,\s*|\s+))?"
)


def _skip_holders(
    text: str, by_start: dict[int, int], items: dict[int, Item], end: int
) -> int | None:
    """Return the token behind organisation, place, brackets and comma that follow a post."""
    for _ in range(6):
        gap = _GAP.match(text, end)
        at = gap.end() if gap else end
        if (
            at in items
            and items[at].kind in (Kind.ORG, Kind.PLACE, Kind.POINT)
            and items[at].end > at
        ):
            side = _SIDE.match(text, items[at].end) if items[at].kind is Kind.PLACE else None
            end = side.end() if side else items[at].end
            continue
        return by_start.get(at)
    return None


# "Camat Kupang Barat Yusak Ulin": the side belongs to the place.
_SIDE = Pattern(r"\s(?:Barat|Timur|Utara|Selatan|Tengah|Hulu|Hilir)\b(?=\s+[A-Z]|,)")


_LOCAL = Pattern(r"(?i)camat|lurah|kepala\s+desa|kades")


def _behind_village(
    text: str, tokens: Sequence[Token], at: int, found: Found, cls: str
) -> int | None:
    """Add the village behind ``Kepala Desa``; return where a name may follow, if one may.

    "Kepala Desa Habi" names a village, "Kepala Desa Habi, Yohanes Nong," also who heads it.
    Whether "Kades Suka Maju" names the village or the person nobody can tell: neither is taken.
    """
    size = persons.name_length(tokens, at)
    behind = at + size
    if not size:
        return at
    has_comma = behind < len(tokens) and tokens[behind].text == ","
    # "Kepala Desa Karangjati Samsul Bahri, mengaku": the comma ends what is said of him.
    is_end = behind + 1 < len(tokens) and tokens[behind + 1].text.islower()
    has_comma = has_comma and not is_end
    told = 0 if has_comma else _told_village(text, tokens, at, size)
    if size > 1 and not has_comma and not told:
        return None
    size = told or size
    start, end = tokens[at].start, tokens[at + size - 1].end
    value = Spot(cls, Kind.PLACE, size)
    found.sure.append(Item(start, end, text[start:end], Kind.PLACE, "", cls, value))
    if not has_comma and not told:
        return None
    at += size + (1 if has_comma else 0)
    return at + ranks_at(tokens, at)


def _told_village(text: str, tokens: Sequence[Token], at: int, size: int) -> int:
    """Return how many words before a name the document tells to be a village's, or 0.

    "Camat Tirta Budi Santoso" where it names "Kecamatan Tirta", or says "kata Budi".
    """
    for count in range(1, size):
        name = re.escape(text[tokens[at].start : tokens[at + count - 1].end])
        if re.search(rf"\b(?:Desa|Kecamatan|Kelurahan|Nagari|Kec\.|Kel\.)\s+{name}\b", text):
            return count
    for count in range(1, size):
        word = re.escape(tokens[at + count].text)
        if re.search(rf"\b{ROOT}\s+{word}\b(?!\s+[A-Z])", text):
            return count
    return 0


def _firm(text: str, before: str, start: int, end: int) -> list[Item]:
    """Return the company that is named as one: ``perusahaan bernama Golden Dragon``."""
    if not _OF_FIRMS.search(before):
        return []
    firm = CompanyName(start, end, text[start:end], "Company", "")
    return [Item(start, end, firm.text, Kind.ORG, "", "Company", firm)]


def _by_context(
    text: str, block: Block, tokens: Sequence[Token], index: int, taken: set[int], found: Found
) -> int:
    token = tokens[index]
    if token.start in taken:
        return 1
    ranks = ranks_at(tokens, index)
    if ranks:
        size = persons.name_length(tokens, index + ranks) or _called_hari(tokens, index + ranks)
        if (
            size
            and not _OF_THINGS.search(text, block.start, token.start)
            and tokens[index + ranks].start not in taken
        ):
            found.sure.append(_person(text, tokens, index + ranks, size))
        return ranks + size
    size = persons.name_length(tokens, index)
    if not size:
        return 1
    before = text[max(block.start, token.start - 40) : token.start]
    end = tokens[index + size - 1].end
    # "Federasi Buana Karya menyerahkan": no person.
    is_group = index and tokens[index - 1].text in persons.GROUPS and adjoins(tokens, index)
    if is_group or _VICTIM.search(before) or _OF_THINGS.search(before):
        found.sure.extend(_firm(text, before, token.start, end))
        return size
    is_dealer = _DEALER.search(before) and not token.text.isupper() and not is_common(token.text)
    is_dealer = is_dealer or (size > 1 and token.text in _ADDRESSED)
    is_told = is_dealer or _INTRODUCED.search(before) or _is_aged(text, tokens, index, size)
    if is_told and not rank_at(tokens, index):
        person = _person(text, tokens, index, size)
        found.sure.append(_lettered(person) if _LETTERS.fullmatch(person.text) else person)
    elif size == 1 and (is_common(token.text) or _DOER.fullmatch(token.text)):
        return size
    elif _does_what_people_do(text, tokens, index, size):
        found.likely.append(_person(text, tokens, index, size))
    elif (
        SAID_BEFORE.search(before)
        or _is_apposed(text, block, token.start, end, size)
        or (
            (SAID_AFTER.match(text, end) or TRIED_AFTER.match(text, end))
            and _is_clause_start(text, block, token.start)
        )
    ):
        person = _person(text, tokens, index, size)
        is_lettered = persons.are_initials(text, person.text)
        found.likely.append(_lettered(person) if is_lettered else person)
    return size


_SAYER = Pattern(rf"[\"”']\s*,?\s*{ROOT}\s+[a-z][a-z\s-]{{2,60}},\s+$")


def _is_apposed(text: str, block: Block, start: int, end: int, size: int) -> bool:
    """Whether a name stands behind who speaks: ``"...," ujar kuasa hukum mereka, Eko``."""
    before = text[max(block.start, start - 90) : start]
    is_set_off = text[end : end + 2].strip()[:1] in {",", ".", "("}
    return size > 1 and is_set_off and _SAYER.search(before) is not None


def _does_what_people_do(text: str, tokens: Sequence[Token], index: int, size: int) -> bool:
    """Whether uncommon words within a sentence are the subject of a recruiter's verb."""
    words = [token.text for token in tokens[index : index + size]]
    is_inside = index > 0 and tokens[index - 1].text not in {".", "!", "?", '"', "“", ":"}
    is_name = not any(is_common(word) or word.isupper() for word in words)
    return is_inside and is_name and _DOES.match(text, tokens[index + size - 1].end) is not None


def _is_aged(text: str, tokens: Sequence[Token], index: int, size: int) -> bool:
    """Whether an age or a second name behind words tells that they are a person's name."""
    end = tokens[index + size - 1].end
    # "Lalu Ahmad Zaini (52)": the title is a common word, the name behind it is not.
    # "La Ode Hamsah (52)", too: of three words two may tell.
    words = [token.text for token in tokens[index : index + size]]
    known = [word for word in words if not is_common(word)]
    if words[0] not in known and not (words[0] == "Lalu" and words[1:2] == known[:1]):
        return len(known) > 1 and _AGED.match(text, end) is not None
    is_theirs = _THEIRS.search(text, max(0, tokens[index].start - 16), tokens[index].start)
    is_sure = size > 1 or is_theirs is not None
    rules = (_AGED_SUBJECT, _ALIAS) + ((_AGED, _PART_BEHIND) if is_sure else ())
    return any(rule.match(text, end) for rule in rules)


def _lettered(person: Item) -> Item:
    """Return the item of somebody told by letters: ``Kuasa hukum ES``, ``memburu WD``."""
    value = persons.Initials(person.start, person.end, person.text, None, is_victim=False)
    return replace(person, kind=Kind.INITIALS, value=value)


def _is_clause_start(text: str, block: Block, at: int) -> bool:
    before = text[block.start : at].rstrip()
    return (
        not before
        or before[-1] in '.!?"”’,;–-'
        or before.endswith(("ementara", "dapun", "edangkan"))
    )
