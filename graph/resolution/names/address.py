"""Comparing addresses as they are written in Indonesia: street, number, RT/RW, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.resolution.match import Match, Reason, settle
from graph.resolution.names.alignment import align
from graph.resolution.names.lexicon import commercial
from graph.resolution.names.orthography import ascii_fold
from graph.resolution.names.territory import squeeze, territories
from graph.resolution.names.words import Word, make_word
from ontology.model import Language

CONTRADICTION = 0.6
MISSING = 0.1
STREET_MISSING = 0.4

_END_OF_PART = ","
_TOKEN = re.compile(r"[a-z0-9]+(?:[/.-][a-z0-9]+)*|,")
_STREET = frozenset({"jl", "jln", "jalan", "gang", "gg", "lorong", "lr", "perumahan", "perum"})
# Streets are streets; an alley or an estate says so.
_ALLEY = {
    "gg": "gang", "gang": "gang", "lr": "lorong", "lorong": "lorong",
    "perum": "perumahan", "perumahan": "perumahan",
}  # fmt: skip
_NUMBER = frozenset({"no", "nomor", "nmr"})
_PLACE = {
    "desa": "village", "ds": "village", "kel": "village", "kelurahan": "village",
    "kampung": "hamlet", "kp": "hamlet", "dusun": "hamlet", "dsn": "hamlet",
    "kec": "district", "kecamatan": "district", "kab": "regency", "kabupaten": "regency",
    "kota": "regency", "prov": "province", "provinsi": "province", "propinsi": "province",
}  # fmt: skip
# Fields by the reason that speaks of them, in the order of an address.
_REASONS = {
    "street": "street", "number": "house", "rt": "rt", "rw": "rw", "hamlet": "hamlet",
    "village": "village", "district": "district", "regency": "regency",
    "province": "province", "place": "place",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """An address as fields; street, number, rt, rw, village and so on; values folded."""

    fields: tuple[tuple[str, str], ...]


@lru_cache(maxsize=16_384)
def parse_address(text: str) -> Address:
    """Read the parts of an address.

    >>> parse_address("Jln. Transmigrasi No.12, RT 003/RW 04, Kel. Pejanggik").fields
    (('street', 'transmigrasi'), ('number', '12'), ('rt', '3'), ('rw', '4'), ('village', 'pejanggik'))
    """  # noqa: E501
    fields: dict[str, list[str]] = {}
    current = "place"
    folded = re.sub(r"\brt\W*(\d+)\s*/\s*(?:rw\W*)?(\d+)", r"rt \1 , rw \2 ,", ascii_fold(text))
    for token in _TOKEN.findall(re.sub(r"\b(no|rt|rw)[.\s]*(?=\d)", r"\1 ", folded)):
        if token == _END_OF_PART:
            current = "place"
        elif token in _STREET:
            current = "street"
            fields.setdefault("street", []).extend(filter(None, [_ALLEY.get(token)]))
        elif token in _NUMBER or token in ("rt", "rw"):
            current = "number" if token in _NUMBER else token
        elif token in _PLACE:
            current = _PLACE[token]
        elif current == "street" and token.isdigit() and fields.get("street"):
            fields.setdefault("number", []).append(token)
            current = "place"
        else:
            fields.setdefault(current, []).append(token)
            current = "place" if current in ("number", "rt", "rw") else current
    return Address(tuple((name, _value(name, parts)) for name, parts in fields.items() if parts))


def _value(name: str, parts: list[str]) -> str:
    value = " ".join(parts)
    return value.lstrip("0") or "0" if name in ("rt", "rw", "number") else value


def compare_addresses(left: str, right: str, *, language: Language = "id") -> Match:
    """Compare two addresses.

    >>> compare_addresses("Jl. Merdeka No. 5, Batam", "Jalan Merdeka 5, Batam").decision
    'same'
    >>> compare_addresses("Jl. Merdeka No. 5, Batam", "Jl. Merdeka No. 7, Batam").decision
    'different'
    """
    one, other = dict(parse_address(left).fields), dict(parse_address(right).fields)
    return settle(list(_reasons(one, other)), language=language, rarity_bits=20.0)


def _reasons(one: dict[str, str], other: dict[str, str]) -> Iterator[Reason]:
    for name, code in _REASONS.items():
        left, right = one.get(name, ""), other.get(name, "")
        if not left and not right:
            continue
        if not left or not right:
            penalty = STREET_MISSING if name == "street" else MISSING
            yield Reason("missing", code, (left or right,), penalty)
        elif _is_same_place(left, right):
            yield Reason("agreed", code, (left,))
        else:
            yield Reason("disagreed", code, (f"{left} ≠ {right}",), CONTRADICTION)


def _is_same_place(left: str, right: str) -> bool:
    if squeeze(left) == squeeze(right):
        return True
    known = territories()
    codes_left, codes_right = known.get(squeeze(left)), known.get(squeeze(right))
    if codes_left or codes_right:
        return codes_left == codes_right
    if any(c.isdigit() for c in left + right):
        return False
    return align(_words(left), _words(right), commercial()).is_complete


def _words(text: str) -> tuple[Word, ...]:
    return tuple(make_word(t, "name", (commercial().identify(t),)) for t in text.split())
