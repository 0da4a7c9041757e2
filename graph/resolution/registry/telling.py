"""A pair of registry records in words: what agreed, what did not, what was empty."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.resolution.phrases import PHRASES
from graph.resolution.registry.comparing import LEVELS
from ontology.model import Language, Text

FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        "name": Text(id="nama", en="name"),
        "birth": Text(id="tanggal lahir", en="birth date"),
        "nik": Text(id="NIK", en="NIK"),
        "father": Text(id="ayah", en="father"),
        "phone": Text(id="telepon", en="telephone"),
        "region": Text(id="wilayah", en="region"),
        "sex": Text(id="jenis kelamin", en="sex"),
    }
)
"""Names of the compared fields."""

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "same": Text(id="sama", en="same"),
        "joined": Text(id="satu ejaan", en="one spelling"),
        "subset": Text(id="satu bagian dari yang lain", en="one part of the other"),
        "similar": Text(id="mirip", en="similar"),
        "near": Text(id="beda tipis", en="nearly the same"),
        "year": Text(id="tahun sama", en="same year"),
        "partial": Text(id="sebagian sama", en="partly the same"),
        "different": Text(id="berbeda", en="different"),
    }
)
"""What a level means."""

_AGAINST = ("different", "partial")
_FRAME = {
    "agreed": PHRASES["agreed"],
    "disagreed": PHRASES["disagreed"],
    # In one record or in both.
    "missing": Text(id="kosong", en="empty"),
}


def explain(pair: Mapping[str, object], language: Language = "id") -> str:
    """Return one line about a pair of :attr:`graph.resolution.registry.resolve.Resolved.pairs`.

    >>> explain({"name": "same", "birth": "missing", "nik": "different"}, "en")
    'agreed: name same. disagreed: NIK different. empty: birth date.'
    """
    groups: dict[str, list[str]] = {"agreed": [], "disagreed": [], "missing": []}
    for field in LEVELS:
        level = pair.get(field)
        if not isinstance(level, str):
            continue
        label = FIELDS[field].in_(language)
        if level == "missing":
            groups["missing"].append(label)
        else:
            effect = "disagreed" if level in _AGAINST else "agreed"
            groups[effect].append(f"{label} {WORDS[level].in_(language)}")
    parts = [
        f"{_FRAME[effect].in_(language)}: {'; '.join(texts)}"
        for effect, texts in groups.items()
        if texts
    ]
    return ". ".join(parts) + "."
