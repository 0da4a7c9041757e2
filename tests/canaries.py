"""A world with planted identities that no policy or analyst reader may meet, and the search.

Half of them are suspects: entities with names, aliases, initials and identifiers. The other
half are victims, who are never entities and stand in texts only. All are also written into
titles, addresses, ids, notes, quotes, captions, file names and what else takes free text. The
words of a name are made up and occur nowhere else, so that half a name is a find too.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from pypdf import PdfReader

from ontology.claim import Claim, Document
from tests.claims import claim, entity

_SYLLABLES = ("zur", "qov", "xil", "wug", "jyk", "fyz", "vrox", "gwiq", "kzam", "hjub")
_LETTERS = "QXZVJW"
_REGENCIES = ("region:21.71", "region:53.01", "region:14.72", "region:52.01")


@dataclass(frozen=True, slots=True)
class Canary:
    """One planted identity."""

    number: int
    first: str
    last: str
    alias: str
    initials: str
    is_entity: bool

    @property
    def name(self) -> str:
        return f"{self.first.title()} {self.last.title()}"

    @property
    def slug(self) -> str:
        return f"{self.first}-{self.last}"

    @property
    def nik(self) -> str:
        return f"2171014507{80 + self.number % 20:02}{self.number + 1:04}"

    @property
    def phone(self) -> str:
        return f"+62813907{self.number:05}"

    @property
    def account(self) -> str:
        return f"77310{self.number:07}"


def canaries(count: int = 500) -> list[Canary]:
    """Return made-up identities; the same ones every time."""
    words = ["".join(parts) for parts in product(_SYLLABLES, repeat=4)]
    chosen = [words[(37 * n) % len(words)] for n in range(3 * count)]
    letters = ["".join(parts) for parts in product(_LETTERS, repeat=4)]
    return [
        Canary(n, chosen[3 * n], chosen[3 * n + 1], chosen[3 * n + 2], letters[2 * n], n % 2 == 0)
        for n in range(count)
    ]


_WORDS = "(?:" + "|".join(_SYLLABLES) + "){2}"
# Up to a thousand identities; with fewer zeros a hash would hold a number by chance.
_NUMBERS = r"2171014507[89]\d|81390700\d{3}|773100000\d{3}"
_PLAIN = re.compile(f"{_WORDS}|{_NUMBERS}".encode(), re.IGNORECASE)
# Two pixels of one colour spell half a name by chance; a whole one is four syllables.
_WHOLE = re.compile(f"{_WORDS}{_WORDS}|{_NUMBERS}".encode(), re.IGNORECASE)
_BEGINNINGS = tuple(s.encode() for s in (*_SYLLABLES, "2171014507", "81390700", "773100000"))
# Between signs of a text: among the bytes of a hash four capitals come by chance.
_SIGNS = r"\t\n\r -/:-@\[-`{-~"
_INITIALS = re.compile(rf"(?<![^{_SIGNS}])[{_LETTERS}]{{4}}(?![^{_SIGNS}])".encode())
_ESCAPED = re.compile(rb"\\u00([0-9a-fA-F]{2})|%([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})")
_PNG = b"\x89PNG\r\n\x1a\n"
_PACKED = (b"%PDF", b"PK", _PNG)
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")


def found_in(content: bytes) -> list[str]:
    """Return what some bytes give away: half a name, an identifier, initials.

    As it stands, without the zero bytes of UTF-16, with escapes of JSON, addresses and Python
    undone, and with whatever may be base64 decoded at every alignment. PDF, DOCX and PNG are
    packed: all of their text is searched, and their bytes for whole names and identifiers only,
    since among pixels half a name comes by chance.
    """
    readable = _unpacked(content)
    sought = _WHOLE if content.startswith(_PACKED) else _PLAIN
    found = [what.decode("ascii", "replace") for what in _plain(content, sought)]
    found += [m.group().decode() for m in _INITIALS.finditer(readable)]
    found += [f"encoded {what!r}" for what in _plain(readable, _PLAIN)]
    for other in (content.replace(b"\0", b""), _unescaped(content), _decoded(content)):
        found += [f"encoded {what!r}" for what in _plain(other, sought)]
    return found


def _plain(content: bytes, sought: re.Pattern[bytes]) -> list[bytes]:
    """Return what an expression finds; it is slow, and most contents have no beginning of it."""
    lower = content.lower()
    has_any = any(beginning in lower for beginning in _BEGINNINGS)
    return [m.group() for m in sought.finditer(content)] if has_any else []


def _unpacked(content: bytes) -> bytes:
    """Return what a PDF or an archive says, or the content as it is."""
    if content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        facts = (reader.metadata or {}).values()
        links = (
            str(note.get_object().get("/A", ""))
            for page in reader.pages
            for note in page.get("/Annots", ())
        )
        texts = (page.extract_text() for page in reader.pages)
        return "\n".join([*map(str, facts), *texts, *links]).encode()
    if content.startswith(_PNG):
        return _told_by_png(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            parts = (_unpacked(archive.read(name)) for name in names)
            return b"\n".join(["\n".join(names).encode(), *parts])
    return content


def _told_by_png(content: bytes) -> bytes:
    """Return the parts of a picture that are not pixels: among these letters come by chance."""
    parts, at = [], len(_PNG)
    while at < len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if name != b"IDAT":
            parts.append(content[at + 8 : at + 8 + length])
        at += length + 12
    return b"\n".join(parts)


def _unescaped(content: bytes) -> bytes:
    return _ESCAPED.sub(lambda m: bytes([int(next(g for g in m.groups() if g), 16)]), content)


def _decoded(content: bytes) -> bytes:
    runs = [m.group().translate(_STANDARD) for m in _BASE64.finditer(content)]
    pieces = (run[shift:] for run in runs for shift in range(4))
    return b"\n".join(base64.b64decode(p[: len(p) // 4 * 4]) for p in pieces)


_STANDARD = bytes.maketrans(b"-_", b"+/")


def found_below(folder: Path) -> list[str]:
    """Return what every file below a folder gives away, names of files included."""
    found = found_in("\n".join(str(p.relative_to(folder)) for p in folder.rglob("*")).encode())
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        found += [f"{path.name}: {what}" for what in found_in(path.read_bytes())]
    return found


# -- the world -------------------------------------------------------------------------------


def world(planted: list[Canary]) -> tuple[list[Document], list[Claim]]:
    """Return documents and claims: public institutions, and every canary among them."""
    documents, claims = _institutions()
    for canary in planted:
        document = _article(canary)
        documents.append(document)
        claims += _incident(canary, document)
        claims += _suspect(canary, document.id) if canary.is_entity else _victim(canary, document)
    return documents, claims


def _institutions() -> tuple[list[Document], list[Claim]]:
    release = Document(
        id="doc:rilis-deklarasi",
        cls="OfficialRelease",
        dataset="open",
        title="Deklarasi bersama pencegahan perdagangan orang",
        publisher="KP2MI",
        published="2025-08-06",
        url="https://example.id/rilis/deklarasi",
        reliability="A",
    )
    here = release.id
    claims = [
        *entity("org:kp2mi", "Ministry", here, name="Kementerian P2MI", abbreviation="KP2MI"),
        *entity("org:polda-kepri", "LawEnforcementAgency", here, name="Polda Kepulauan Riau"),
        *entity("org:pt-terang", "PlacementCompany", here, name="PT Terang Laut"),
        *entity("pos:menteri", "Position", here, name="Menteri P2MI", postIn="org:kp2mi"),
        *entity("per:budi-menteri", "Person", here, name="Budi Menteri"),
        *entity(
            "hold:budi", "PositionHolding", here, holder="per:budi-menteri", post="pos:menteri"
        ),
        *entity(
            "agr:deklarasi",
            "Declaration",
            here,
            name="Deklarasi bersama",
            party=["org:kp2mi", "org:polda-kepri"],
            signatory="per:budi-menteri",
            locatedIn="region:21",
            date="2025-08-06",
        ),
        *entity("region:21", "Province", here, name="Kepulauan Riau", kemendagriCode="21"),
        *entity("country:MY", "Country", here, name="Malaysia", isoCode="MY"),
    ]
    for region in _REGENCIES:
        claims += entity(region, "Regency", here, name=f"Kabupaten {region[-5:]}")
    return [release], claims


def _article(canary: Canary) -> Document:
    text = f"Korban atau terduga {canary.name} alias {canary.alias}, NIK {canary.nik}, diperiksa."
    classes = ("NewsArticle", "OfficialRelease", "CourtDecision", "SocialMediaPost", "Report")
    return Document(
        id=f"doc:berita-{canary.slug}",
        cls=classes[canary.number % len(classes)],
        dataset=f"perkara-{canary.slug}",
        title=f"Polisi periksa {canary.name} ({canary.initials})",
        publisher="Antara" if canary.number % 3 else f"Blog {canary.last.title()}",
        published="2026-02-03",
        url=f"https://example.id/{canary.slug}?telepon={canary.phone[1:]}",
        origin=f"doc:asal-{canary.slug}",
        text=text,
    )


def _incident(canary: Canary, document: Document) -> list[Claim]:
    """Return an event, its group and what was said, with the name in every free text."""
    here, key = document.id, canary.slug
    quoted = {"quote": document.text, "start": 0, "end": len(document.text or "")}
    region = _REGENCIES[canary.number % len(_REGENCIES)]
    free = f"{canary.name} ditemukan dengan rekening {canary.account}"
    found = [
        *entity(
            f"evt:pencegatan-{key}",
            "Interception",
            here,
            name=f"Pencegatan {canary.name}",
            description=free,
            occurredAt=region,
            date="2026-02-01",
            conductedBy="org:polda-kepri",
            affected=f"grp:rombongan-{key}",
        ),
        *entity(
            f"grp:rombongan-{key}",
            "Group",
            here,
            name=f"Rombongan {canary.name}",
            groupRole="victim",
            groupSizeLower=str(1 + canary.number % 25),
            groupSizeUpper=str(1 + canary.number % 25),
        ),
        *entity(
            f"stm:kata-{key}",
            "Statement",
            here,
            statementText=free,
            speaker="per:budi-menteri",
            about=f"evt:pencegatan-{key}",
        ),
        *entity(
            f"cnt:korban-{key}",
            "Count",
            here,
            name=f"Korban bersama {canary.name}",
            description=free,
            measure="victims-identified",
            countUnit="persons",
            countLower=str(canary.number % 40),
            area=region,
            claimant="org:polda-kepri",
        ),
        *entity(
            f"case:perkara-{key}", "Case", here, name=f"Perkara {canary.name}", number=canary.nik
        ),
        *entity(f"plc:rumah-{key}", "Premises", here, name=f"Rumah {canary.name}", address=free),
        *entity(
            f"rut:rute-{key}", "Route", here, name=f"Rute {canary.last}", destination="country:MY"
        ),
        claim(
            f"evt:pencegatan-{key}",
            "topic",
            "tppo",
            here,
            locator=f"lampiran {canary.name}",
            original=canary.name,
            method=f"pemuat-{key}@1",
            **quoted,
        ),
    ]
    # A shown thing that is called after someone.
    if canary.is_entity:
        found += entity(f"cmt:janji-{key}", "Commitment", here, name=f"Usut {canary.name} tuntas")
        found += entity(f"org:lembaga-{key}", "University", here, name=f"Yayasan {canary.name}")
    return found


def _suspect(canary: Canary, here: str) -> list[Claim]:
    me, key = f"per:{canary.slug}", canary.slug
    return [
        *entity(
            me,
            "Person",
            here,
            name=canary.name,
            alias=canary.alias.title(),
            initials=canary.initials,
            nik=canary.nik,
            age=str(20 + canary.number % 50),
            residence=_REGENCIES[0],
            description=f"Dikenal sebagai {canary.alias}",
        ),
        *entity(f"stage:{key}", "LegalStage", here, stageOf=me, stageIn=f"case:perkara-{key}"),
        claim(f"stage:{key}", "stage", "reported", here),
        *entity(f"tel:{key}", "PhoneNumber", here, e164=canary.phone),
        *entity(f"use:{key}", "ChannelUse", here, channelUser=me, channel=f"tel:{key}"),
        *entity(f"rek:{key}", "BankAccount", here, accountNumber=canary.account, bank="BNI"),
        *entity(f"use:rek-{key}", "ChannelUse", here, channelUser=me, channel=f"rek:{key}"),
        *entity(
            f"rec:{key}",
            "Recruitment",
            here,
            recruiter=me,
            recruit=f"grp:rombongan-{key}",
            inIncident=f"evt:pencegatan-{key}",
            throughCompany="org:pt-terang",
        ),
        *entity(f"hold:{key}", "PositionHolding", here, holder=me, post="pos:menteri"),
    ]


def _victim(canary: Canary, document: Document) -> list[Claim]:
    """Return what a careless source makes of a victim: a person who was recruited."""
    if canary.number % 5:
        return []
    me, here = f"per:{canary.slug}", document.id
    return [
        *entity(me, "Person", here, name=canary.name, nik=canary.nik),
        *entity(f"rec:{canary.slug}", "Recruitment", here, recruiter="org:pt-terang", recruit=me),
    ]
