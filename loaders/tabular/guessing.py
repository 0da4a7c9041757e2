"""Guesses what the columns of a table say, from their names and from what stands in them.

A guess is a draft for a person to correct: every one carries the reason for it, and a
column that fits nothing is said to fit nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rapidfuzz import fuzz, process

from loaders.tabular.cells import Convert, converter
from loaders.tabular.days import FORMS, fits
from loaders.tabular.mapping import TerritoryKind, Value
from loaders.tabular.protected import words
from loaders.tabular.territories import territory
from ontology.errors import LacakError, ValueTypeError
from ontology.model import Ontology, Property

# What spreadsheets call things, beside the labels of the ontology.
_SYNONYMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("nama perusahaan", "nama lengkap", "nama p3mi", "nama tersangka", "full name",
                 "company name", "nama", "judul"),
        "alias": ("als", "nama panggilan", "nama samaran", "aka", "nickname"),
        "registrationNumber": ("nib", "nomor induk berusaha", "no registrasi", "npwp"),
        "number": ("no sip3mi", "nomor sip3mi", "sip3mi", "no lp", "nomor lp", "nomor perkara",
                   "no perkara", "case number", "case id", "id kasus", "nomor kasus"),
        "nik": ("no ktp", "nomor ktp", "no nik", "nomor induk kependudukan"),
        "passportNumber": ("no paspor", "paspor", "passport", "passport no"),
        "birthDate": ("tgl lahir", "ttl", "date of birth", "dob"),
        "sex": ("jk", "l/p", "gender", "kelamin"),
        "age": ("usia",),
        "e164": ("telepon", "no hp", "nomor hp", "hp", "no telepon", "phone", "msisdn", "wa",
                 "nomor wa", "phone number"),
        "accountNumber": ("no rekening", "rekening", "norek", "account", "account no"),
        "email": ("e-mail", "surat elektronik"),
        "plate": ("nopol", "no polisi", "plat nomor", "nomor polisi"),
        "address": ("alamat kantor", "alamat lengkap", "domisili"),
        "locatedIn": ("provinsi", "kabupaten", "kab/kota", "province", "kota", "wilayah", "lokasi",
                      "location", "tkp"),
        "destination": ("negara tujuan", "tujuan", "destination country", "negara penempatan"),
        "origin": ("daerah asal", "asal daerah", "place of origin"),
        "nationality": ("warga negara", "citizenship", "kebangsaan"),
        "date": ("tgl", "tanggal kejadian", "tgl kejadian", "date", "waktu", "tanggal penangkapan"),
        "startDate": ("tanggal terbit", "tgl terbit", "berlaku sejak", "mulai berlaku",
                      "valid from", "tanggal mulai"),
        "endDate": ("berlaku sampai", "tanggal berakhir", "masa berlaku", "valid until",
                    "tgl berakhir", "kedaluwarsa"),
        "legalForm": ("badan hukum", "bentuk badan usaha", "bentuk usaha", "bentuk"),
        "description": ("keterangan", "uraian kejadian", "catatan", "notes", "ringkasan",
                        "deskripsi", "modus"),
        "url": ("situs", "website", "laman", "link"),
        "groupSizeLower": ("jumlah korban", "jumlah cpmi", "jumlah orang", "jumlah"),
        "amountIdr": ("nominal", "nilai transaksi", "jumlah uang", "jumlah", "amount"),
    }
)  # fmt: skip

# Words in the names of columns and files that speak for a class.
_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "PlacementCompany": ("p3mi", "perusahaan", "company", "pt", "sip3mi", "nib"),
        "Person": ("tersangka", "pelaku", "suspect", "terdakwa", "nik", "ktp", "lahir"),
        "Case": ("kasus", "perkara", "case", "lp", "laporan"),
        "Interception": ("penggagalan", "pencegahan", "interception"),
        "PhoneNumber": ("telepon", "hp", "phone", "msisdn", "wa", "kontak"),
        "BankAccount": ("rekening", "account", "norek"),
        "LicenceAction": ("sanksi", "skorsing", "pencabutan", "sk"),
        "Agreement": ("mou", "kesepakatan", "pks", "kerja", "deklarasi"),
        "Vehicle": ("nopol", "kendaraan", "vehicle", "pelat"),
        "Group": ("korban", "victim", "cpmi", "jumlah"),
    }
)

_ENOUGH = 82
"""Similarity (0-100) from which a name is taken for a property."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column with a sample of what stands in it: a cell for each row that differs."""

    name: str
    cells: tuple[str, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """Distinct cells that are not empty, in order of appearance."""
        return tuple(dict.fromkeys(filter(None, self.cells)))

    @property
    def is_full(self) -> bool:
        """Whether no cell is empty."""
        return all(self.cells)

    @property
    def is_serial(self) -> bool:
        """Whether it only numbers the rows: another export numbers them otherwise."""
        return " ".join(words(self.name)) in _SERIAL and all(
            re.fullmatch(r"\d{0,7}\.?", cell) for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column may say: the value of a mapping as YAML, and why."""

    column: str
    property: Property
    yaml: str
    reason: str


class Guesser:
    """Guesses by the terms of an ontology.

    Args:
        ontology: Whose labels columns are compared with.
    """

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._terms = tuple(_terms(ontology))

    def class_of(self, columns: Sequence[Column], file: str) -> tuple[str, str]:
        """Return the class that the rows most likely describe, and why."""
        votes: Counter[str] = Counter()
        counted = Counter(w for c in columns for w in words(c.name))
        of_file = set(words(file))
        for name, spoken in _WORDS.items():
            votes[name] += sum(min(counted[w], 2) for w in spoken) + len(of_file & {*spoken})
        for column in columns:
            own = {*words(column.name)}
            named = _NAMING & own
            for name, spoken in _WORDS.items() if named else ():
                # What the rows name is what they are about.
                votes[name] += 3 * bool(own.intersection(spoken))
            prop = self.property_of(column.name)
            if prop is None or prop.domain == "Entity":
                continue
            for name in _WORDS:
                votes[name] += prop.domain in self.ontology.cls(name).ancestors
        best, count = votes.most_common(1)[0]
        if count == 0:
            return "Association", "no column name says what a row is"
        return best, f"{count} hints in the names of columns and file"

    def property_of(self, name: str, class_name: str | None = None) -> Property | None:
        """Return the property whose label, name, or synonym is nearest to a column's name.

        Args:
            name: Name of the column.
            class_name: Only properties that entities of this class may have.
        """
        terms = self._terms
        if class_name is not None:
            allowed = {p.name for p in self.ontology.properties_of(class_name)}
            terms = tuple(term for term in terms if term[1] in allowed)
        found = process.extractOne(_plain(name), [text for text, _ in terms], scorer=_nearness)
        if found is None or found[1] < _ENOUGH:
            return None
        return self.ontology.property(terms[found[2]][1])

    def guess(self, column: Column, class_name: str) -> Guess | None:
        """Return what a column may say of entities of a class, or ``None``."""
        if column.is_serial:
            return None
        prop = self.property_of(column.name, class_name)
        made = None if prop is None else _yaml(column, prop, self.ontology)
        return None if prop is None or made is None else Guess(column.name, prop, *made)


def _nearness(a: str, b: str, *, score_cutoff: float | None = None) -> float:  # noqa: ARG001  # rapidfuzz calls it so
    # A term inside a longer name ("kode provinsi") counts, but less than the whole name; a
    # name inside a longer term ("no" in "no paspor") does not.
    is_longer = len(a.split()) > len(b.split())
    return max(fuzz.token_sort_ratio(a, b), 0.9 * fuzz.token_set_ratio(a, b) if is_longer else 0)


def _terms(ontology: Ontology) -> Iterator[tuple[str, str]]:
    for prop in ontology.properties.values():
        if not prop.is_derived:
            texts = (*_SYNONYMS.get(prop.name, ()), prop.label.id, prop.label.en, prop.name)
            yield from dict.fromkeys((_plain(text), prop.name) for text in texts)


def _plain(text: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(re.findall(r"[a-z0-9/]+", spaced.lower()))


def _yaml(column: Column, prop: Property, ontology: Ontology) -> tuple[str, str] | None:
    name = quoted(column.name)
    if prop.is_entity:
        return _territory(column)
    if prop.scheme is not None:
        return _lookup(column, prop, ontology)
    form = _date_form(column) if prop.value_type in ("date", "interval") else None
    if form is not None:
        return f"{{column: {name}, date: {quoted(form)}}}", _why_date(column, form)
    return _literal(column, prop, ontology)


def _literal(column: Column, prop: Property, ontology: Ontology) -> tuple[str, str] | None:
    name = quoted(column.name)
    plain = Value(prop, columns=(column.name,))
    forms = (
        (plain, name, f"every sampled cell is of type {prop.value_type}"),
        (replace(plain, number="id"), f"{{column: {name}, number: id}}", _INDONESIAN),
        (replace(plain, number="en"), f"{{column: {name}, number: en}}", _ENGLISH),
    )
    # 4.822 is a plain number too, but no money has three decimals.
    is_grouped = prop.value_type in ("money", "decimal") and any(
        _GROUPED.fullmatch(cell) for cell in column.values
    )
    for value, text, reason in forms[is_grouped:]:
        if _fits(column, value, ontology):
            return text, reason
    counts = [_count(column, value, ontology) for value, _, _ in forms]
    counts[0] -= is_grouped
    if not any(counts):
        return None
    reason = f"some sampled cells are not of type {prop.value_type}: see --dry-run"
    return forms[counts.index(max(counts))][1], reason


_INDONESIAN = "numbers such as 1.250.000,50"
_ENGLISH = "numbers such as 1,250,000.50"
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)


def _count(column: Column, value: Value, ontology: Ontology) -> int:
    return sum(_fits(replace(column, cells=(cell,)), value, ontology) for cell in column.values)


def _fits(column: Column, value: Value, ontology: Ontology) -> bool:
    convert: Convert = converter(value, ontology)
    try:
        for cell in column.values:
            convert(cell)
    except LacakError:
        return False
    return bool(column.values)


def _territory(column: Column) -> tuple[str, str] | None:
    """Return a value that looks territories up, and why; of a kind that most cells are."""
    kinds: tuple[TerritoryKind, ...] = ("province", "country", "regency", "any")
    cells = column.values
    counts = {kind: sum(_is_territory(cell, kind) for cell in cells) for kind in kinds}
    kind = max(kinds, key=lambda name: counts[name])
    if not counts[kind] or counts[kind] * 2 < len(cells):
        return None
    whole = f"every sampled cell is a {kind}"
    part = f"{len(cells) - counts[kind]} of {len(cells)} sampled cells are not: see --dry-run"
    text = f"{{column: {quoted(column.name)}, territory: {kind}}}"
    return text, whole if counts[kind] == len(cells) else part


def _is_territory(cell: str, kind: TerritoryKind) -> bool:
    try:
        territory(cell, kind)
    except ValueTypeError:
        return False
    return True


def _date_form(column: Column) -> str | None:
    """Return the form that most cells have, the usual one first; some may be mistyped."""
    cells = [cell for cell in column.cells if cell]
    fitting = Counter({form: sum(fits(form, c) for c in cells) for form in FORMS})
    form, count = fitting.most_common(1)[0]
    return form if count and count * 2 >= len(cells) else None


def _why_date(column: Column, form: str) -> str:
    """Return the reason for a form of dates, and the doubt that the sample leaves."""
    cells = column.values
    other = _turned(form)
    fitting = [c for c in cells if fits(form, c)]
    wrong = "" if len(fitting) == len(cells) else f"; {len(cells) - len(fitting)} of {len(cells)}"
    wrong += " sampled cells are not: see --dry-run" if wrong else ""
    either = [c for c in fitting if other is not None and fits(other, c)]
    if other is not None and len(either) == len(cells):
        return f"DAY OR MONTH FIRST? every sampled cell also fits {other}: ask who made it"
    if other is not None and any(fits(other, c) and not fits(form, c) for c in cells):
        return f"MIXED: some sampled cells fit only {other}, so others may be meant so too"
    if either and (wrong or form.startswith("%m")):
        # Nobody here writes the month first, and one odd cell does not tell how others are meant.
        return f"DAY OR MONTH FIRST? {len(either)} of {len(cells)} also fit {other}{wrong}"
    return f"dates look like {form}{wrong}"


def _turned(form: str) -> str | None:
    """Return a form with day and month the other way round, if it begins with either."""
    turned = re.sub(r"%([dm])(.)%([dm])", r"%\3\2%\1", form)
    return turned if turned != form and not form.startswith("%Y") else None


def _lookup(column: Column, prop: Property, ontology: Ontology) -> tuple[str, str]:
    concepts = ontology.scheme(prop.scheme or "").concepts.values()
    names = {
        text.casefold(): c.notation
        for c in concepts
        for text in (c.notation, c.label.id, c.label.en)
    }
    pairs = [
        f"{quoted(cell)}: {_nearest(cell.casefold(), names) or quoted('')}"
        for cell in column.values[:30]
    ]
    text = f"{{column: {quoted(column.name)}, lookup: {{{', '.join(pairs)}}}}}"
    return text, f'values of {prop.scheme}; "" says nothing: fill in'


def _nearest(cell: str, names: Mapping[str, str]) -> str | None:
    """Return what a cell most likely means; one letter, what alone begins with it."""
    if len(cell) == 1:
        meant = {value for name, value in names.items() if name.startswith(cell)}
        return meant.pop() if len(meant) == 1 else None
    found = process.extractOne(cell, names.keys(), scorer=fuzz.WRatio)
    return names[found[0]] if found is not None and found[1] >= _ENOUGH else None


_SERIAL = frozenset(
    {"", "no", "nomor", "no urut", "nomor urut", "nomer", "baris", "row", "index", "unnamed 0"}
)
_TELLING = frozenset(
    {"id", "no", "nomor", "kode", "nib", "nik", "lp", "sip3mi", "number", "code", "key", "hp",
     "telepon", "phone", "msisdn", "email", "rekening", "nopol", "paspor", "passport"}
)  # fmt: skip
_DATED = frozenset({"tanggal", "tgl", "hari", "date", "day"})
_COUNTING = frozenset(
    {"jumlah", "total", "count", "amount", "nominal", "biaya", "nilai", "harga", "umur", "usia",
     "age", "tahun", "year", "bulan"}
)  # fmt: skip
_NAMING = frozenset({"nama", "name"})


def keys_of(columns: Sequence[Column]) -> list[Column]:
    """Return columns that may identify a row, the likeliest first; names never do."""
    useful = list(filter(_may_tell_apart, columns))
    telling = list(filter(is_telling, useful))
    unique = [c for c in useful if are_unique([c]) and not _is_shared(c)]
    return list(dict.fromkeys([c for c in telling if c in unique] + telling + unique))


def is_telling(column: Column) -> bool:
    """Tell whether the name of a column promises what tells rows apart: a code, a number."""
    return not _TELLING.isdisjoint(words(column.name))


def _may_tell_apart(column: Column) -> bool:
    """Tell whether a column may be part of a key: full, no row number, and nobody's name."""
    is_name = not _NAMING.isdisjoint(words(column.name))
    return column.is_full and not column.is_serial and not is_name


def _is_shared(column: Column) -> bool:
    """Tell whether a column holds what rows have in common sooner or later: days, places, sums."""
    is_count = not _COUNTING.isdisjoint(words(column.name))
    return is_count or is_dated(column) or _territory(column) is not None


def is_dated(column: Column) -> bool:
    """Tell whether a column holds days, in whatever forms; one named so may hold odd ones."""
    cells = column.values
    days = sum(any(fits(form, cell) for form in FORMS) for cell in cells)
    return not _DATED.isdisjoint(words(column.name)) or 0 < len(cells) <= days * 2


def key_of(columns: Sequence[Column]) -> list[Column]:
    """Return the columns that together tell rows apart, as few as will do or all that help.

    What happens on a day is told apart by the day and the place: neither alone would do.
    """
    chosen = keys_of(columns)[:1]
    useful = list(filter(_may_tell_apart, columns))
    days = [c for c in useful if not is_telling(c) and is_dated(c)]
    if days and not any(map(is_telling, chosen)):
        places = [c for c in useful if _territory(c) is not None]
        others = [c for c in (*places, *useful) if c not in days]
        chosen = [days[0], others[0]] if others else []
    for column in useful if chosen else ():
        if are_unique(chosen):
            break
        if _combinations([*chosen, column]) > _combinations(chosen):
            chosen.append(column)
    return chosen


def are_unique(columns: Sequence[Column]) -> bool:
    """Tell whether no two rows of the sample agree in all of the columns."""
    return _combinations(columns) == len(columns[0].cells)


def _combinations(columns: Sequence[Column]) -> int:
    return len(set(zip(*(c.cells for c in columns), strict=True)))


def quoted(text: str) -> str:
    """Return a text as a YAML scalar that reads back as the same text.

    >>> quoted("Nama"), quoted("No. LP: 1")
    ('Nama', '"No. LP: 1"')
    """
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_ ()./-]*[A-Za-z0-9_)]|[A-Za-z_]", text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    # What is not printable would be folded, or refused, inside quotes.
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
