"""Companies, foundations, training centres and foreign agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.text.grammar import STOPS
from loaders.text.patterns import Pattern
from loaders.text.regions import codes_by_name
from loaders.text.resources import rows

_WORD = r"(?:[A-Z](?:\.[A-Z])+\b|[A-Z]\.|Tbk\.?|[A-Z0-9À-Þ][\w'’&-]*|&)"
_STOP = (
    r"(?!(?:Yang|Dan|Di|Ke|Dari|Pada|Untuk|Dengan|Oleh|Tersebut|Ini|Itu|Telah|Akan"
    r"|Tidak|Menurut|Namun|Nomor|No|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Kota|Kabupaten"
    r"|Kecamatan|Jalan|Provinsi|Desa|Kelurahan|Sanksi|Izin|Perusahaan)\b|\d+\s+[a-z]"
    # "Dirut PT Graha Perkasa SL (56)": the letters are his.
    r"|[A-Z]{1,4}\s\(\d\d(?:\)|\s))"
)
_LOCAL = Pattern(
    rf"(?<![\w.])(?<!sebuah )(?<!suatu )(?P<form>PT|P\.T\.|CV|UD|PD|Fa|Firma|Koperasi"
    r"|(?:(?:Poltekkes|Stikes|STIKES) )?Yayasan"
    rf"|LPK|BLK"
    rf"|BLKLN|Perkumpulan|LSM|LBH)\.?\s+"
    rf"(?P<name>{_STOP}{_WORD}(?:\s+{_STOP}{_WORD}){{0,5}})(?:\s+\((?P<short>[A-Z]{{2,8}})\))?"
)
# "Lembaga Pelatihan Kerja (LPK) Sakura Jaya": one school with "LPK Sakura Jaya".
_SCHOOL = Pattern(
    r"(?<![\w.])(?:Lembaga\s+(?:Pelatihan|Pendidikan)\s+(?:Kerja|Ketenagakerjaan)(?:\s+\(LPK\))?"
    r"|(?P<abroad>Balai\s+(?:Latihan|Pelatihan)\s+Kerja\s+Luar\s+Negeri)(?:\s+\(BLK-?\s?LN\))?)\s+"
    rf"(?P<name>{_STOP}{_WORD}(?:\s+{_STOP}{_WORD}){{0,5}})"
)
# "Lembaga Bantuan Hukum (LBH) Semarang": one group with "LBH Semarang".
_AID = Pattern(
    rf"(?<![\w.])Lembaga\s+Bantuan\s+Hukum\s+\(LBH\)\s+(?P<name>{_STOP}{_WORD}(?:\s+{_STOP}{_WORD}){{0,3}})"
)
_FOREIGN = Pattern(
    r"(?<![\w.])(?P<name>[A-Z][\w'&-]*(?:\s+[A-Z][\w'&-]*){0,4}\s+"
    r"(?:Sdn\.?\s*Bhd\.?|Pte\.?\s*Ltd\.?|Co\.?,?\s*Ltd\.?|LLC\b|Ltd\b\.?|Inc\b\.?"
    r"|Manpower(?:\s+(?:Agency|Services|Consultant))?|Manpower\s+Agency|(?:Employment|Recruitment|Labour|Maid|Overseas)\s+(?:Agency|Agencies|Centre|Center|Services?|Consultants?|Office|Bureau)|Shipping\s+Co(?:\.|mpany)?|Recruitment|Human\s+Resources?"
    r"|d\.o\.o|GmbH))"
)
_CIVIL = Pattern(
    r"(?<![\w.])(?P<name>(?!Internasional\b|International\b|Call\b|Command\b)"
    r"(?:[A-Z][\w'’&-]*\s+){1,4}"
    r"(?:Watch|WATCH|CARE|Care|Center|Institute|Foundation|Network|Alliance|Community"
    r"|Crisis\s+Center|Association|Federation|Chamber\s+of\s+Commerce)\b"
    r"|(?:Serikat|Aliansi|Jaringan|Forum|Perhimpunan|Komunitas|Koalisi|Asosiasi|Ikatan|Himpunan"
    r"|Solidaritas|Paguyuban|Lembaga\s+Bantuan\s+Hukum|Lembaga\s+Swadaya\s+Masyarakat"
    r"|Lembaga(?!\s+(?:(?:Pelatihan|Pendidikan)\s+(?:Kerja|Ketenagakerjaan)|Pemasyarakatan|Pembinaan|Kepolisian|Peradilan|Negara|Daerah|Perwakilan|Legislatif|Adat|Pemerintah))"
    rf"|Gerakan|Relawan)(?:\s+(?:{_STOP}|(?=Perusahaan\b))(?:[A-Z][\w'’&-]{{2,}})){{1,5}})"
)
# "TRUK Maumere, lembaga yang mendampingi", "Koordinator TRUK Maumere": short names of groups.
_ACRONYM = Pattern(
    r"(?<![\w.])(?P<name>[A-Z]{3,7}(?:-[A-Z]{1,4})?(?:\s+[A-Z][a-z]+){0,2})"
    r"(?=,\s+(?:sebuah\s+)?(?:lembaga|organisasi|LSM|yayasan|komunitas|kelompok|jaringan)\b)"
    r"|(?:(?<=Koordinator )|(?<=Aktivis )"
    r"|(?<=Relawan ))(?P<name2>[A-Z]{3,7}(?:-[A-Z]{1,4})?(?:\s+[A-Z][a-z]+){0,2})(?=,)"
)
_CLASSES = {
    "yayasan": "CivilSocietyOrganization", "perkumpulan": "CivilSocietyOrganization",
    "lsm": "CivilSocietyOrganization", "lbh": "CivilSocietyOrganization",
    "poltekkes yayasan": "University", "stikes yayasan": "University",
    "lpk": "TrainingCentre", "blk": "TrainingCentre", "blkln": "TrainingCentre",
}  # fmt: skip
_FORMS = {"pt": "pt", "cv": "cv", "ud": "ud", "fa": "firma", "firma": "firma",
          "koperasi": "koperasi", "yayasan": "yayasan", "perkumpulan": "perkumpulan"}  # fmt: skip
_P3MI = Pattern(
    r"(?i)(?:P3MI|perusahaan\s+penempatan|PPTKIS|SIP3MI)\W+"
    r"(?:(?!\b(?:agen|agensi|mitra|penyalur|pemasok|maskapai|bank|PT|CV)\b)[\w\s,()]){0,40}$"
)

# "P3MI tersebut adalah PT A, PT B, serta PT C": what the first is called, all are.
_LISTED = Pattern(r"\s*(?:\([^)]{1,40}\)\s*)?(?:,\s*(?:dan|serta)?|dan|serta|&)\s*")
_IS_P3MI = Pattern(
    r"(?i)(?:\s*\([^)]{1,20}\))?\s*,?\s+(?:(?:selaku|sebagai|merupakan|adalah|yang\s+merupakan|sebuah|salah\s+satu)\s+){0,2}"
    r"(?:P3MI\b|perusahaan\s+(?:jasa\s+)?penempatan\s+(?:pekerja|tenaga))"
)


# "sanksi tiga P3MI. Ketiga perusahaan itu yaitu PT A, PT B, dan PT C": all of these place workers.
_THOSE_PLACING = Pattern(
    r"(?i)(?:P3MI|perusahaan\s+penempatan)\b[^.:;]{0,140}[.)]\s+Ke(?:dua|tiga|empat|lima|enam|tujuh|delapan)(?:nya)?\b"
    r"(?:\s+(?:perusahaan|P3MI|PT)\b)?(?:(?!\bmitra\b)[^.:;]){0,60}?\s(?:yaitu|yakni|adalah|ialah|masing[\s-]masing)\s*:?\s*"
    r"(?:(?:PT|CV)\b\.?\s+(?:(?!\b(?:PT|CV)\b)[^.:;]){2,60}?(?:,\s*(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+)){0,8}$"
)


def is_of_placing(text: str, start: int) -> bool:
    """Whether a firm that starts there is one of a row of placement companies told of before."""
    return _THOSE_PLACING.search(text, max(0, start - _FAR), start) is not None


_FAR = 400


# "Direktur Eksekutif Migrant Care": words of the post, not of the group.
_OFFICES = frozenset(
    {
        "Eksekutif",
        "Direktur",
        "Koordinator",
        "Ketua",
        "Umum",
        "Nasional",
        "Regional",
        "Manajer",
        "Pendiri",
        "Presiden",
        "Komisaris",
        "CEO",
    }
)


_ABBREVIATED = Pattern(r"((?:[A-Z][a-z]\S*\s+){1,4}[A-Z]{3,6})\s+[A-Z][a-z]+\s+[A-Z][a-z]+")


@cache
def _known_groups() -> frozenset[str]:
    """Return names that the table of agencies holds: those have ids of their own."""
    return frozenset(name for row in rows("agencies.tsv") for name in row[3].split("|"))


@cache
def _known_starts(name: str) -> tuple[str, ...]:
    """Return the known names that go on behind a name: ``Lembaga Perlindungan Saksi dan ...``."""
    return tuple(known for known in _known_groups() if known.startswith(f"{name} "))


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A company's name; ``legal_form`` is a notation of ``legal-forms`` or empty."""

    start: int
    end: int
    text: str
    cls: str
    legal_form: str


# "sebuah akun bernama Global Karir Center": an account is no organisation.
_ACCOUNT = Pattern(r"(?i)\b(?:akun|grup|kanal|laman|situs)\s+(?:\w+\s+){0,2}[\"“]?$")


# "Jaringan Penempatan PMI Ilegal" of a headline is no group's name.
_CRIME = Pattern(
    r"(?i)\b(?:ilegal|illegal|non-?prosedural|tppo|perdagangan|penyelundup\w*|narkoba)\b"
)


def _civil(text: str) -> Iterator[CompanyName]:
    """Yield groups by the word for their kind, without the words of posts before them."""
    for found in _CIVIL.finditer(text):
        name, start = found["name"], found.start()
        if _CRIME.search(name) and "Anti" not in name:
            continue
        if name.startswith(
            ("Pelabuhan ", "Terminal ", "Bandara ", "Dermaga ", "Rumah Perlindungan")
        ):
            continue
        if _ACCOUNT.search(text, max(0, start - 40), start):
            continue
        while " " in name and name.split()[0] in STOPS - {"Indonesia", "Migran", "Rumah"}:
            start += len(name) - len(name.split(maxsplit=1)[1])
            name = name.split(maxsplit=1)[1]
        while name.partition(" ")[0] in _OFFICES and " " in name:
            start += len(name) - len(name.split(maxsplit=1)[1])
            name = name.split(maxsplit=1)[1]
        if cut := _ABBREVIATED.match(name):
            # "Asosiasi Perusahaan Penempatan TKI Saiful Masud": the short form ends the name.
            name = cut[1]
        if name in _known_groups() or text.startswith(_known_starts(name), start):
            continue
        if " " in name and not name.startswith(("Batam ", "Call ", "Convention ", "Youth ")):
            yield CompanyName(start, start + len(name), name, "CivilSocietyOrganization", "")


# "Izin Bina Cakrawala", "Direktur PT Bina Cakrawala": the form of a name is no such word.
_OPENERS = STOPS - {"PT", "CV", "UD", "PD"}


def _without_form(text: str, names: dict[str, str]) -> Iterator[CompanyName]:
    """Yield companies that the text calls by the first words of a name it gave in full."""
    for name, cls in sorted(names.items(), key=lambda one: -len(one[0])):
        is_name = all(word[:1].isupper() and word.isalpha() for word in name.split())
        # Most blocks have none of them: each is a pattern of its own, which takes long to compile.
        if not is_name or name not in text:
            continue
        alone = rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\s+[A-Z]|\s*\(\d)"
        for found in re.finditer(alone, text):
            before = text[max(0, found.start() - 40) : found.start()].split()
            # Behind another capital it is the end of somebody's name; set off, the owner's.
            is_inside = bool(before) and before[-1][:1].isupper() and before[-1][-1:].isalpha()
            is_inside = is_inside and before[-1] not in _OPENERS
            is_apposed = (
                bool(before)
                and before[-1][-1:] == ","
                and text[found.end() : found.end() + 1] == ","
            )
            if not is_inside and not is_apposed:
                yield CompanyName(found.start(), found.end(), name, cls, "")


def short_forms(text: str) -> dict[str, CompanyName]:
    """Return the letters in brackets behind the names of firms and groups, with whose they are.

    Only first letters of its words: "PT Graha Insan Madani (GIM)", or letters that come again.
    """
    made: dict[str, CompanyName] = {}
    again: dict[str, CompanyName] = {}
    for found in _LOCAL.finditer(text):
        short, letters = found["short"] or "", "".join(word[0] for word in found["name"].split())
        end = found.end("name")
        name = " ".join(text[found.start() : end].split())
        cls = _CLASSES.get(found["form"].casefold(), "Company")
        firm = CompanyName(found.start(), end, name, cls, "")
        called = _OR.match(text, end)
        if (short and short == letters) or (called and called[1] == letters):
            made[letters] = firm
        elif len(letters) > len("AB"):
            # Two firms of the same letters: whose they are the text does not say.
            is_other = letters in again and again[letters].text != name
            again[letters] = firm if not is_other else replace(firm, text="")
    for letters, firm in again.items():
        if firm.text and letters not in made and _is_called(text, letters):
            made[letters] = firm
    for group in _civil(text):
        behind = _LETTERS.match(text, group.end)
        if behind and behind[1] == "".join(word[0] for word in group.text.split()):
            made[behind[1]] = group
    return made


# "PT Mandiri Tunggal Bahari atau MTB"
_OR = Pattern(r",?\s+atau\s+(?:disingkat\s+|biasa\s+disebut\s+)?(?:PT\s+)?([A-Z]{2,8})\b")
_LETTERS = Pattern(r"\s+\(([A-Z]{3,8})\)")
_OFTEN = 3


def _is_called(text: str, letters: str) -> bool:
    """Whether letters that nothing explains come again and are nobody's initials."""
    if text.count(letters) < _OFTEN:
        return False
    found = list(re.finditer(rf"(?<![\w.-]){letters}(?![\w-])", text))
    is_man = re.search(rf"(?i:inisial)\s+{letters}\b|\b{letters},?\s*\(?\d", text)
    return len(found) >= _OFTEN and not is_man


# Who is spoken of so is a person, though a company bears the name.
_MAN = (
    r"(?:[Bb]ernama|[Bb]erinisial|Pak|Bapak|Ibu|Bu|Saudara|[Tt]ersangka|[Tt]erdakwa|[Pp]elaku|[Dd]irektur(?:\s+[Uu]tama)?|[Kk]omisaris|[Pp]emilik"
    r"|kata|ujar|ucap|tutur|jelas|ungkap)\s*,?\s+"
)


def bare_names(text: str) -> dict[str, str]:
    """Return the first words of companies' names, with the class, by which a text may call them.

    "Bina Cakrawala" and "Bina Cakrawala Persada" are PT Bina Cakrawala Persada; two words that a
    person bears in the text are nobody's.
    """
    made: dict[str, str] = {}
    for found in _LOCAL.finditer(text):
        words = found["name"].rstrip(".").split()
        if found["form"].casefold().replace(".", "") not in ("pt", "cv") or len(words) < _LONG:
            continue
        for size in range(2, len(words) + 1):
            name = " ".join(words[:size])
            is_man = size < _LONG and re.search(
                rf"{_MAN}{re.escape(name)}(?!\s+[A-Z])|(?<!PT )(?<!CV ){re.escape(name)}\s*\(\d",
                text,
            )
            if not is_man:
                made.setdefault(name, "Company")
    return made


# Of a name of two words nothing shorter is told apart from a person's.
_LONG = 3


def recognise(text: str, bare: dict[str, str] | None = None) -> Iterator[CompanyName]:
    """Yield company names left to right.

    Args:
        text: A paragraph, or a whole text.
        bare: Names without their form that the whole text knows; those of ``text`` if not given.
    """
    last_p3mi = 0
    bare = bare_names(text) if bare is None else dict(bare)
    for found in _LOCAL.finditer(text):
        if found["form"] == "PT" and found["name"] in codes_by_name():
            # "PT NTB" is the appeal court of a territory.
            continue
        end = found.end("name")
        printed = found[0][: end - found.start()]
        trimmed = printed.rstrip(".") if not printed.endswith(("Tbk.", "Ltd.")) else printed
        form = found["form"].casefold().replace(".", "")
        cls = _CLASSES.get(form, "Company")
        before = text[max(0, found.start() - 60) : found.start()]
        is_listed = last_p3mi and _LISTED.fullmatch(text, last_p3mi, found.start())
        if cls == "Company" and (is_listed or _P3MI.search(before) or _IS_P3MI.match(text, end)):
            cls, last_p3mi = "PlacementCompany", end
        if form in ("pt", "cv"):
            words = trimmed.split()[1:]
            starts = (" ".join(words[:size]) for size in range(2, len(words) + 1))
            bare |= {name: cls for name in starts if name in bare}
        yield CompanyName(
            found.start(), found.start() + len(trimmed), trimmed, cls, _FORMS.get(form, "")
        )
    for found in _SCHOOL.finditer(text):
        name = found["name"].rstrip(".")
        end = found.start("name") + len(name)
        name = found[0].rstrip(".") if found["abroad"] else f"LPK {name}"
        yield CompanyName(found.start(), end, name, _CLASSES["lpk"], "")
    for found in _AID.finditer(text):
        end = found.end()
        yield CompanyName(found.start(), end, f"LBH {found['name']}", _CLASSES["lbh"], "")
    yield from _without_form(text, bare)
    yield from _civil(text)
    for found in _ACRONYM.finditer(text):
        group = "name" if found["name"] else "name2"
        start, end = found.span(group)
        yield CompanyName(start, end, found[group], "CivilSocietyOrganization", "")
    for found in _FOREIGN.finditer(text):
        start = found.start()
        # "Presiden Direktur Sakura Co., Ltd.": a post is no part of the name.
        while text[start : found.end()].partition(" ")[0] in _OFFICES:
            start += len(text[start : found.end()].partition(" ")[0]) + 1
        name = text[start : found.end()]
        yield CompanyName(start, found.end(), name, "ForeignAgency", "foreign")
