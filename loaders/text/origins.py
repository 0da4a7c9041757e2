"""Reposts of one release: near-duplicate texts form one origin.

Owns the comparison (shared five-word shingles) and the reading of agency credits (``(ANTARA)``,
``dikutip dari siaran pers``). Refuses to join texts by credit alone: one agency writes many
stories in a day.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.text.patterns import Pattern

_CREDITS = (
    ("antara", Pattern((
        r"\(\s*ANTARA\s*\)|\bANTARA\s+News\b|dikutip\s+(?:dari\s+)?Antara|"
        r"(?:kantor\s+berita|LKBN)\s+Antara"
    ), re.IGNORECASE)),
    (
        "siaran-pers",
        Pattern(r"(?i)\bsiaran\s+pers\b|\bketerangan\s+(?:tertulis|pers)\b|\brilis\s+resmi\b"),
    ),
    ("humas", Pattern(r"^\s*(?:sumber|oleh)\s*:?\s*humas\b", re.IGNORECASE | re.MULTILINE)),
)  # fmt: skip
_SIZE = 5
# Measured on our articles: unrelated reports of one event share under a tenth of their
# shingles, reposts with a new title and a cut ending more than half of the shorter text's.
_SHARE = 0.5
_FEWEST = 20


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text seems to come from.

    Attributes:
        key: Fingerprint of the text; reposts have different keys until they are grouped.
        credit: ``antara``, ``siaran-pers``, ``humas``, or empty.
    """

    key: str
    credit: str


def _shingles(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(
        hash_of(" ".join(words[at : at + _SIZE])) for at in range(max(0, len(words) - _SIZE + 1))
    )


def hash_of(text: str) -> int:
    """Return a hash that is the same in every process, unlike :func:`hash`."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def origin_of(text: str) -> Origin:
    """Return fingerprint and credit of a text.

    >>> origin_of("Jakarta (ANTARA) - Polda NTT menangkap tiga orang.").credit
    'antara'
    """
    credit = next((name for name, rule in _CREDITS if rule.search(text)), "")
    # Texts too short for shingles are told apart by all their words.
    content = repr(sorted(_shingles(text))[:8] or text.split())
    digest = hashlib.blake2b(content.encode(), digest_size=6).hexdigest()
    return Origin(f"{credit or 'text'}-{digest}", credit)


def similarity(first: str, second: str) -> float:
    """Return the share of the shorter text's shingles that the other text has, 0-1."""
    return _share(_shingles(first), _shingles(second))


def is_repost(first: str, second: str) -> bool:
    """Whether one text repeats the other: half of the shorter one's shingles or more."""
    return similarity(first, second) >= _SHARE


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= _FEWEST else float(one == other and bool(one))


def group_origins(texts: Sequence[str]) -> list[str]:
    """Return an origin key per text, equal for reposts of one release.

    Texts are joined when one shares half of its five-word shingles with another; the key is
    that of the first text of the group. Only texts that share a shingle are compared.
    """
    sets = [_shingles(text) for text in texts]
    keys = list(range(len(texts)))
    holders: dict[int, list[int]] = {}
    for index, shingles in enumerate(sets):
        rivals = {other for shingle in shingles for other in holders.get(shingle, ())}
        for other in sorted(rivals):
            if keys[index] != keys[other] and _share(shingles, sets[other]) >= _SHARE:
                low, high = sorted((keys[index], keys[other]))
                keys = [low if key == high else key for key in keys]
        if not shingles:
            continue
        for shingle in shingles:
            holders.setdefault(shingle, []).append(index)
    return [origin_of(texts[key]).key for key in keys]
