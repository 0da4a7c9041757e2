"""Articles of law, regulations, decree numbers, case and report numbers.

Owns chains such as ``Pasal 2 ayat (1) jo Pasal 10 UU No. 21 Tahun 2007``: every article of the
chain belongs to the instrument that closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.text.patterns import Pattern
from loaders.text.regions import slug
from loaders.text.resources import rows

_SUBJECTS = {name.casefold(): (number, year) for name, number, year in rows("laws.tsv")}
_NAMES = "|".join(
    re.escape(name).replace("\\ ", r"\s+") for name in sorted(_SUBJECTS, key=len, reverse=True)
)
_NO = r"(?:\s*(?:Nomor|No\.?|nomor|no\.?)\s*:?)?"
# A law is printed with a dash of any length, and with its short form before or behind the state.
_SHORT = r"(?:\s*\(\s*UU(?:\s?RI)?\s*\))?"
_STATE = r"(?:\s+(?:Republik\s+Indonesia|RI))?"
_UU = rf"(?:[Uu]ndang\s?[-–]\s?[Uu]ndang|UURI|UU){_SHORT}{_STATE}{_SHORT}"
# Whose a regulation is: "Menteri Hukum dan HAM", "Daerah Provinsi Bali".
_OF = r"(?:,?\s+(?:dan\s+)?(?!No(?:mor|\.|\s)|Tahun|RI\b|Republik|P[Ee][Rr][.-])[A-Z][\w/]+)"
INSTRUMENT = Pattern(
    rf"(?P<act>{_UU}{_NO}\s*(?P<no>\d{{1,3}})\s*(?:[Tt]ahun\s+|[Tt]h\.?\s*|/)"
    rf"(?P<year>(?:19|20)\d\d))"
    rf"|(?P<kuhp>KUHPidana|KUHP|KUHAP|Kitab Undang-Undang Hukum Pidana)"
    rf"|(?P<short>{_UU}\s+(?:tentang\s+)?(?P<subject>(?i:{_NAMES})))(?!\w)"
    rf"|(?P<lower>(?P<kind>Peraturan Pemerintah Pengganti Undang-Undang|Perppu|Perpu"
    rf"|Peraturan Pemerintah|PP|Peraturan Presiden|Perpres|Peraturan (?:Kepala |Badan )?BP2MI"
    rf"|Instruksi Presiden|Inpres|Keputusan Presiden|Keppres"
    rf"|Permen[a-z]{{0,12}}{_OF}{{0,8}}|Peraturan\s+Menteri"
    rf"{_OF}{{1,8}}|(?:Peraturan\s+(?:Daerah|Gubernur|Bupati|Wali\s?[Kk]ota)|Perda|Pergub|Perbup|Perwali)"
    rf"{_OF}{{1,5}})(?:\s*\([A-Z][A-Za-z]{{1,11}}\))?{_STATE}(?:{_NO}\s*(?P<no2>\d{{1,3}})\s*"
    rf"(?:[Tt]ahun\s+|/)(?P<year2>(?:19|20)\d\d)"
    # "Permenaker Nomor Per. 7/MEN/IV/2005": as ministers numbered them until 2015.
    rf"|{_NO}\s*(?P<old>(?i:per)[.-]?\s?(?P<no3>\d{{1,3}})/MEN/[IVX]{{1,4}}/(?P<year3>(?:19|20)\d\d))))"
)
_ARTICLE = (
    r"(?:[Pp]asal\s+)?\d{1,3}[A-Z]?(?:\s+[Aa]yat\s*\(?\d{1,2}\)?|\s*\(\d{1,2}\))?(?:\s+ke[-\s]\d)?"
    r"(?:\s+huruf\s+[a-z](?![a-z]))?"
)
_JOIN = (
    r"\s*(?:(?:,|\(jo\)|[Jj]o\.?|juncto|[Jj]unto|dan(?:\s*/?\s*atau)?|atau|serta|subsid(?:e|ai)r|subs\.?"
    r"|lebih\s+subsid(?:e|ai)r|&)\s*)+"
)
CHAIN = Pattern(
    rf"(?:[Pp]asal|[Pp]s\.)\s+{_ARTICLE.replace('(?:[Pp]asal', '(?:[Pp]asal', 1)}"
    rf"(?:{_JOIN}{_ARTICLE})*"
)
_ONE = Pattern(
    r"(?P<a>\d{1,3}[A-Z]?)(?:(?:\s+[Aa]yat\s*\(?|\s*\()(?P<p>\d{1,2})\)?)?(?:\s+ke[-\s](?P<k>\d))?"
    r"(?:\s+huruf\s+(?P<h>[a-z])(?![a-z]))?"
)
_BETWEEN = Pattern(r"\s*(?:(?:dari|pada|dalam)\s+)?")
_KINDS = {
    "peraturan pemerintah pengganti undang-undang": "perppu", "perppu": "perppu", "perpu": "perppu",
    "peraturan pemerintah": "pp", "pp": "pp", "peraturan presiden": "perpres",
    "perpres": "perpres", "permenaker": "permenaker",
    "peraturan menteri p2mi": "permenp2mi", "peraturan menteri p2mi/bp2mi": "permenp2mi",
    "peraturan menteri ketenagakerjaan": "permenaker", "peraturan bp2mi": "peraturan-bp2mi",
    "instruksi presiden": "inpres", "inpres": "inpres", "keputusan presiden": "keppres",
    "keppres": "keppres",
    "peraturan menteri pppa": "permenpppa", "permenakertrans": "permenaker",
    "peraturan menteri pemberdayaan perempuan dan perlindungan anak": "permenpppa",
    "peraturan menteri tenaga kerja": "permenaker",
    "peraturan menteri tenaga kerja dan transmigrasi": "permenaker",
}  # fmt: skip
_NUMBERED = Pattern(
    r"(?:(?P<decree>(?:[Ss]urat\s+)?[Kk]eputusan(?:\s+(?:Menteri"
    r"|Direktur\s+Jenderal|Dirjen|Kepala)[\w\s,&/]{0,90}?)?|SK(?:\s+(?:pencabutan|skorsing|penghentian|Menteri|Dirjen|Direktur\s+Jenderal|Kepala)[\w\s]{0,60}?(?=\s[Nn]o))?|(?:Kepdirjen|Kepmen[a-z]{0,8})(?:\s+[A-Z]\w{2,11}){0,3}?"
    r"|Surat(?:\s+(?:sanksi|peringatan|teguran|pencabutan|skorsing|penghentian|pembekuan))?"
    r"|surat(?=\s+(?:ber)?nomor\s+[A-Z0-9])"
    # "Keputusan pencabutan bernomor 132 Tahun 2025"
    r"|[Kk]eputusan(?:nya)?\s+(?:[a-z]+\s+){0,3}(?=(?:ber)?nomor)|[Nn]omor\s+(?:surat\s+)?keputusan(?:nya)?(?:\s+adalah)?"
    r"|[Ss]urat\s+(?:sanksi|peringatan|teguran|pencabutan|skorsing|penghentian|pembekuan)(?:\s+(?:pertama|kedua|ketiga|terakhir|I{1,3}))?(?=\s+(?:ber)?[Nn]o))"
    r"|(?P<case>(?:[Pp]erkara|[Pp]utusan|[Gg]ugatan)(?:\s+(?:pidana|perdata|[Nn]omor))?)"
    r"|(?P<report>[Ll]aporan\s+[Pp]olisi|LP)|(?P<register>(?:ter)?register(?:asi)?(?:\s+dengan)?)"
    # "bernomor 112/Pid.Sus/2025/PN Kpg": no other number looks so.
    r"|(?P<tried>(?=[Nn]o(?:mor|\.)?\s*:?\s*\d+\s?(?:P?K)?/(?:Pid|Pdt|G/\d))))\s*(?:dengan\s+)?(?:(?:ber)?[Nn]omor|[Nn]o\.?|Nomor)?\s*:?\s*"
    r"(?P<n>\d+\s(?:K|PK)/Pid[\w./-]*\w|(?=[^\s,;]*(?<![A-Z])\d)[A-Z0-9][\w.()-]*(?:/[\w.&()-]+)+(?:\s(?:PN"
    # "118/PID.SUS/2026/PT PTK": the court behind the stroke.
    r"|PT)\s[A-Z]\w+|(?<=/P[NT])\s(?:[A-Z]{3}|[A-Z][a-z]{2})"
    r"(?:[ .](?:SEL|UTR|TIM|BRT|PST|Sel|Utr|Tim|Brt|Pst))?\b)?"
    r"|\d[\w.-]*/(?:[\w.-]+/)*PN\s[A-Z][a-z]+|KEP[\s.-]\d[\w./-]*\w"
    r"|\d+\s+[Tt]ahun\s+20\d\d|(?<=[Kk]eputusannya bernomor )\d{1,4}(?![\w/])(?!\s+dan\s+\d))"
)


@dataclass(frozen=True, slots=True)
class LawRef:
    """One article.

    Attributes:
        id: ``law:uu-21-2007-ps-2-1``, as the record of public documents writes it.
        instrument: ``law:uu-21-2007``, or empty where the text names none.
        label: ``Pasal 2 ayat (1)``.
    """

    start: int
    end: int
    text: str
    id: str
    instrument: str
    label: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law or regulation as named: its id and number (``21/2007``)."""

    start: int
    end: int
    text: str
    id: str
    number: str


@dataclass(frozen=True, slots=True)
class Number:
    """Number of a decree (``decree``), case (``case``), police report or agreement."""

    start: int
    end: int
    text: str
    kind: str


def instruments(text: str) -> list[Instrument]:
    """Return the laws and regulations named, left to right."""
    made = []
    for found in INSTRUMENT.finditer(text):
        number = _number(found)
        if number is not None:
            made.append(Instrument(found.start(), found.end(), found[0], *number))
    return made


def _number(found: re.Match[str]) -> tuple[str, str] | None:
    if found["act"]:
        return f"law:uu-{int(found['no'])}-{found['year']}", f"{int(found['no'])}/{found['year']}"
    if found["kuhp"]:
        name = "kuhap" if found["kuhp"] == "KUHAP" else "kuhp"
        return f"law:{name}", name.upper()
    if found["short"]:
        number, year = _SUBJECTS[" ".join(found["subject"].casefold().split())]
        return f"law:uu-{number}-{year}", f"{number}/{year}"
    named = " ".join(found["kind"].casefold().split()).replace("permen ", "peraturan menteri ")
    no, year = int(found["no2"] or found["no3"]), found["year2"] or found["year3"]
    return f"law:{_KINDS.get(named) or slug(named)}-{no}-{year}", found["old"] or f"{no}/{year}"


def articles(text: str) -> list[LawRef]:
    """Return every article of every chain, with the instrument that closes the chain."""
    named = instruments(text)
    made: list[LawRef] = []
    for chain in CHAIN.finditer(text):
        instrument = (
            _closing(text, chain.end(), named)
            or _opening(text, chain.start(), named)
            or _closing(text, chain.end(), named, _AFTER_COMMA)
        )
        made.extend(_refs(text, chain, instrument))
    return made


def _closing(text: str, at: int, named: list[Instrument], gap: Pattern = _BETWEEN) -> str:
    for one in named:
        if one.start >= at:
            return one.id if gap.fullmatch(text, at, one.start) else ""
    return ""


# "Pasal 2, 10 dan 11, Undang-Undang Nomor 21": of what follows, unless a law stands before.
_AFTER_COMMA = Pattern(r"\s*,\s*")
# "UU Nomor 6 Tahun 2011 tentang Keimigrasian Pasal 120": no other article or verb begins between.
_NAMED_FULLY = Pattern(
    r"(?i)\s*(?:tentang\s(?![^.;]*\b(?:di|men|mem|mel)[a-z]{4})[^.;:\d\"“⟨]{3,110}?)?"
    r"(?<!\s)(?<!\bdan)(?<!\batau)(?<!\bserta)(?<!\bjo)(?<!\bjo\.)(?<!\bjuncto)\s*"
)


def _opening(text: str, at: int, named: list[Instrument]) -> str:
    """Return the instrument that stands directly before a chain: ``Permen 4/2025 pasal 9``."""
    before = [one for one in named if one.end <= at]
    return before[-1].id if before and _NAMED_FULLY.fullmatch(text, before[-1].end, at) else ""


def _refs(text: str, chain: re.Match[str], instrument: str) -> Iterator[LawRef]:
    for one in _ONE.finditer(text, chain.start(), chain.end()):
        parts = [part for part in (one["a"], one["p"], one["k"], one["h"]) if part]
        base = instrument.removeprefix("law:") or "pasal"
        label = f"Pasal {one['a']}" + (f" ayat ({one['p']})" if one["p"] else "")
        label += (f" ke-{one['k']}" if one["k"] else "") + (
            f" huruf {one['h']}" if one["h"] else ""
        )
        before = re.search(r"[Pp]asal\s+$", text[max(0, one.start() - 8) : one.start()])
        start = one.start() - (len(before[0]) if before else 0)
        key = f"law:{base}-ps-{'-'.join(parts).casefold()}"
        yield LawRef(start, one.end(), text[start : one.end()], key, instrument, label)


# "MoU bernomor 045/NK/KP2MI/XI/2025", "Nota kesepahaman ... Nomor 12/MoU/2025"
_OF_AGREEMENT = Pattern(
    r"(?:MoU|MOU|PKS|[Nn]ota\s+[Kk]esepa(?:haman|katan)|[Pp]erjanjian(?:\s+[Kk]erja\s?[Ss]ama)?|[Dd]eklarasi)\b[^.;\"“\n]{0,90}?"
    r"\s(?:ber)?[Nn]o(?:mor|\.)\s*:?\s*"
    r"(?P<n>\w[\w.-]*(?:/[\w.-]*\w){2,6}|[A-Z][\w-]*(?:[.-][\w-]+)*[.-]\d+(?!\w))"
)


def numbers(text: str) -> list[Number]:
    """Return decree, case, police report and agreement numbers, left to right."""
    made = [
        Number(f.start("n"), f.end("n"), f["n"], "agreement") for f in _OF_AGREEMENT.finditer(text)
    ]
    for found in _NUMBERED.finditer(text):
        is_case = found["case"] or found["register"] or found["tried"] is not None
        printed = found["n"].rstrip(".-(")
        # "teregister dengan nomor LP/B/512": a report to the police is no matter of a court.
        is_case = is_case and not printed.startswith("LP")
        kind = "decree" if found["decree"] else "case" if is_case else "report"
        # "Nomor 123/Pid.Sus/2024/PN Kpg": the court's short name belongs to the number.
        tail = (
            re.match(r" [A-Z](?:[a-z]{2}(?:\.[A-Z][a-z]{2})?|[A-Z]{2})\b", text[found.end("n") :])
            if printed.endswith(("/PN", "/PT"))
            else None
        )
        if kind == "report":
            tail = _POLICE_TAIL.match(text, found.start("n") + len(printed))
        printed += tail[0] if tail else ""
        made.append(Number(found.start("n"), found.start("n") + len(printed), printed, kind))
    made.extend(_more_decrees(text, made))
    return made


# "LP/B/45/VII/2025/SPKT/Polres Sikka/Polda NTT": the offices belong to the number.
_POLICE_TAIL = Pattern(
    r"(?:(?<=(?i:/polda))|(?<=(?i:/polres))|(?<=(?i:/polsek))|(?<=(?i:/polresta))|(?<=(?i:/polrestabes))|(?<=/SPKT)(?=\s(?i:pol[a-z]+)\s))"
    r"(?:\s(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Tanggal)[A-Z][A-Za-z-]+){1,3}(?:/[A-Z][A-Za-z]+(?:\s(?!Tanggal)[A-Z][A-Za-z-]+){1,3})?"
)


# "Keputusan Nomor 214 Tahun 2025 untuk PT A serta Nomor 215 Tahun 2025 untuk PT B"
_NEXT_DECREE = Pattern(
    r"[^.;\n\"“”]{0,60}?(?:,|\b(?:dan|serta|sedangkan))\s+[Nn]o(?:mor|\.)\s+(?P<n>\d+\s+[Tt]ahun\s+20\d\d)"
)
# "Kepmen Nomor 413 dan Nomor 414 Tahun 2025": the year is told once.
_DECREES = Pattern(
    r"(?:[Kk]eputusan[^.;\d\"“]{0,60}?|Kepmen[a-z]{0,8}|SK|Kepdirjen)\s+[Nn]o(?:mor|\.)\s+"
    r"(?P<list>\d+(?:\s*(?:,|(?:,\s*)?(?:dan|serta))\s*(?:[Nn]o(?:mor|\.)\s+)?\d+)+\s+[Tt]ahun\s+20\d\d)"
)


def _more_decrees(text: str, known: list[Number]) -> Iterator[Number]:
    """Yield the numbers that go on behind a decree's, without its word or its year."""
    for one in [number for number in known if number.kind == "decree"]:
        at = one.end
        while found := _NEXT_DECREE.match(text, at):
            at = found.end()
            yield Number(found.start("n"), at, found["n"], "decree")
    for found in _DECREES.finditer(text):
        begin, stop = found.span("list")
        year = Pattern(r"\s+[Tt]ahun\s+20\d\d").search(text, begin, stop)
        for one_found in Pattern(r"\d+").finditer(text, begin, year.start() if year else stop):
            is_last = year is not None and one_found.end() == year.start()
            end = stop if is_last else one_found.end()
            yield Number(one_found.start(), end, text[one_found.start() : end], "decree")
