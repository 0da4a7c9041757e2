"""Territories from two tables beside this module, each code with the list it comes from.

The Kemendagri code is the key. The BPS code is a second key of the same place and is never
derived from the first: for about 200 of 514 regencies the two lists give one code to
different places.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.model import Item, Place, Row
from ontology.claim import TYPE, Claim, Document

METHOD = "reference@1"
_HERE = Path(__file__).parent
_INDONESIA = "country:ID"
_CLASSES = {"province": "Province", "regency": "Regency", "city": "Regency"}


def _document(key: str, cls: str, title: str, publisher: str, url: str, **more: str) -> Document:
    return Document(
        id=f"doc:{key}",
        cls=cls,
        dataset="reference",
        title=title,
        publisher=publisher,
        url=url,
        reliability=more.get("reliability", "A"),
        published=more.get("published"),
        language=more.get("language", "id"),
    )


_REGIONS = _document(
    "kepmendagri-300.2.2-2138-2025",
    "Regulation",
    "Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025 tentang Pemberian dan "
    "Pemutakhiran Kode, Data Wilayah Administrasi Pemerintahan, dan Pulau",
    "Kementerian Dalam Negeri",
    "https://www.inforegulasi.com/2025/11/link-download-kepmendagri-nomor-30022.html",
    published="2025-04-25",
)
_BPS = _document(
    "bps-kode-wilayah-2018",
    "DataTable",
    "Kode dan nama wilayah kerja statistik 2018",
    "Badan Pusat Statistik",
    "https://sig.bps.go.id",
    published="2018",
)
_COUNTRIES = _document(
    "iso-3166-1",
    "DataTable",
    "ISO 3166-1: Codes for the representation of names of countries, part 1: Country codes",
    "International Organization for Standardization",
    "https://www.iso.org/iso-3166-country-codes.html",
    language="en",
)
_PROVINCES = _document(
    "iso-3166-2",
    "DataTable",
    "ISO 3166-2: Codes for the representation of names of countries, part 2: Subdivisions",
    "International Organization for Standardization",
    "https://www.iso.org/obp/ui/#iso:code:3166:ID",
    language="en",
)
_NAMES = _document(
    "lacak-nama-wilayah",
    "DataTable",
    "Singkatan dan nama lain wilayah dan negara",
    "Lacak",
    "https://w3id.org/lacak",
    reliability="C",
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a table: where it stands, whom it describes, and the code it goes by."""

    place: Place
    subject: str
    code: str

    def claims(self, document: Document, **values: str) -> Iterator[Claim]:
        """Yield a claim of the document for every value that is not empty."""
        for name, text in values.items():
            for value in filter(None, text.split(";")):
                yield Claim(
                    subject=self.subject,
                    property=name,
                    value=value,
                    document=document.id,
                    locator=f"kode {self.code}",
                    method=METHOD,
                )


class ReferenceSource:
    """Provinces, regencies, cities and countries, as one dataset.

    Args:
        root: Folder with ``regions.csv`` and ``countries.csv``.
    """

    def __init__(self, root: Path = _HERE) -> None:
        self.root = root

    @property
    def name(self) -> str:
        """Name of the dataset."""
        return "reference"

    def size(self) -> int | None:
        """Return the number of places in both tables."""
        return len(self.defined())

    def defined(self) -> dict[str, str]:
        """Return the class of every place, by id."""
        classes = {f"region:{r['code']}": _CLASSES[r["type"]] for _, r in self._read("regions")}
        return classes | {f"country:{r['code']}": "Country" for _, r in self._read("countries")}

    def items(self) -> Iterator[Item]:
        """Yield the documents, then one row per place, provinces before what they contain."""
        yield from (_REGIONS, _BPS, _COUNTRIES, _PROVINCES, _NAMES)
        for place, values in self._read("countries"):
            yield _country(place, values)
        for place, values in self._read("regions"):
            yield _region(place, values)

    def _read(self, table: str) -> Iterator[tuple[Place, dict[str, str]]]:
        path = self.root / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for values in reader:
                yield Place(path.name, reader.line_num), values


def _country(place: Place, values: dict[str, str]) -> Row:
    line = _Line(place, f"country:{values['code']}", values["code"])
    return Row(
        place,
        (
            *line.claims(_COUNTRIES, **{TYPE: "Country"}, isoCode=values["code"]),
            *line.claims(_NAMES, name=values["name"], alias=values["aliases"]),
        ),
    )


def _region(place: Place, values: dict[str, str]) -> Row:
    code = values["code"]
    line = _Line(place, f"region:{code}", code)
    province, dot, _ = code.partition(".")
    return Row(
        place,
        (
            *line.claims(
                _REGIONS,
                **{TYPE: _CLASSES[values["type"]]},
                name=values["name"],
                kemendagriCode=code,
                isPartOf=f"region:{province}" if dot else _INDONESIA,
            ),
            *line.claims(_PROVINCES, isoCode=values["iso"]),
            *line.claims(_BPS, bpsCode=values["bps"]),
            *line.claims(_NAMES, abbreviation=values["abbreviations"], alias=values["aliases"]),
        ),
    )
