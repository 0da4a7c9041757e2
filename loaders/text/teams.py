"""Teams, desks and task forces by their capitalised names, and bodies of other states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.text import agencies, regions
from loaders.text.grammar import adjoins, capitals, is_capital
from loaders.text.patterns import Pattern
from loaders.text.resources import word_list
from loaders.text.spans import Token

_HEADS = {
    "Tim",
    "Desk",
    "Satgas",
    "Pamtas",
    "Gugus",
    "Satuan",
    "Pokja",
    "Posko",
    "Helpdesk",
    "LTSA",
}
# Words that begin such a name only together: "Unit Reskrim" is an office of the police.
_PAIRS = frozenset(
    {("Unit", "Reaksi"), ("Layanan", "Terpadu"), ("Crisis", "Center"), ("Migrant", "Center"),
     ("Migrant", "Resource")}
)  # fmt: skip
_INNER = word_list("team_words")
_CLASSES = (
    ("Reaksi Cepat", "RapidReactionTeam"),
    ("Patroli Siber", "CyberPatrolTeam"),
    ("Desk", "CoordinationDesk"),
    ("Satgas", "TaskForce"),
    # "Dansatgas Pamtas Yonif 642/Kps": what it is stands in the word for who leads it.
    ("Pamtas", "TaskForce"),
    ("Satuan Tugas", "TaskForce"),
    ("Gugus Tugas", "TaskForce"),
)


@dataclass(frozen=True, slots=True)
class Team:
    """A team or body as named."""

    cls: str
    name: str
    size: int


_STATE_HEADS = frozenset(
    {"Pemerintah", "Kementerian", "Departemen", "Jabatan", "Biro", "Otoritas", "Ministry",
     "Department"}
)  # fmt: skip
_ABROAD = frozenset({"Prefektur", "Kerajaan", "Persekutuan", "Federal"})
_LINKS = frozenset({"dan", "of", "and", "for"})
_LONGEST = 8


def _foreign(tokens: Sequence[Token], index: int) -> Team | None:
    """Return ``Pemerintah Malaysia``, ``Kementerian Tenaga Kerja Taiwan``: bodies of a country."""
    for at_ in range(index + 1, min(len(tokens), index + _LONGEST)):
        if not adjoins(tokens, at_):
            return None
        found = regions.lexicon().at(tokens, at_)
        if found is not None and found[1][0] == "country":
            # "Otoritas Kamboja" is no name, and our own ministries are in a list.
            is_named = at_ > index + 1 and found[1][1] != ("ID",)
            is_body = is_named or tokens[index].text == "Pemerintah"
            return _body(tokens, index, at_ + found[0]) if is_body else None
        if tokens[at_].text in _ABROAD and tokens[index].text == "Pemerintah":
            size = capitals(tokens, at_ + 1, 2)
            return _body(tokens, index, at_ + 1 + size) if size else None
        is_own = is_capital(tokens[at_]) or tokens[at_].text in _LINKS
        if not is_own or tokens[at_].text in _STATE_HEADS or agencies.at(tokens, at_):
            # "Kementerian P2MI dan Pemerintah Malaysia" are two.
            return None
    return None


def _body(tokens: Sequence[Token], index: int, end: int) -> Team:
    name = " ".join(token.text for token in tokens[index:end])
    return Team("PublicBody", name, end - index)


def at(tokens: Sequence[Token], index: int) -> Team | None:
    """Return the team named at a position, if one is."""
    if tokens[index].text in _STATE_HEADS:
        return _foreign(tokens, index)
    pair = tuple(token.text for token in tokens[index : index + 2])
    if tokens[index].text not in _HEADS and pair not in _PAIRS:
        return None
    size = _own_size(tokens, index)
    name = " ".join(token.text for token in tokens[index : index + size])
    if size == 1 or name in _GENERAL:
        return None
    size += _whose(tokens, index + size)
    cls = next((cls for words, cls in _CLASSES if words in name), "OrganizationalUnit")
    full = " ".join(token.text for token in tokens[index : index + size])
    return Team(cls, full, size)


_GENERAL = frozenset({"Satuan Tugas", "Gugus Tugas", "Tim Gabungan", "Tim Khusus"})


def _own_size(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens the name takes, with a short form in brackets within it."""
    size = 1
    while index + size < len(tokens) and adjoins(tokens, index + size):
        short = _short(tokens, index + size) if size > 1 else 0
        word = tokens[index + size + short].text
        if word not in _INNER:
            break
        size += short + 1
    while size > 1 and not is_capital(tokens[index + size - 1]):
        size -= 1
    return size + (_battalion(tokens, index + size) if size > 1 else 0)


_NUMBERED = Pattern(r"/|\d{1,3}(?:/\w+)?")


def _battalion(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens a battalion's number and nickname take: ``645/Gardatama Yudha``."""
    size = 0
    while index + size < len(tokens) and _NUMBERED.fullmatch(tokens[index + size].text):
        size += 1
    is_one = size > 0 and tokens[index - 1].text.startswith(("Yon", "Mekanis"))
    return size + capitals(tokens, index + size, 2) if is_one else 0


def _short(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens a short form in brackets takes, where more stands behind it."""
    texts = [token.text for token in tokens[index : index + 4]]
    is_short = len(texts) == 4 and texts[0] == "(" and texts[2] == ")" and texts[1].isupper()
    return 3 if is_short else 0


def _whose(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens the agency or territory takes that a team's name ends with."""
    short = _short(tokens, index) if index < len(tokens) else 0
    behind = index + short
    if behind >= len(tokens) or not (short or adjoins(tokens, behind)):
        return 0
    region = regions.lexicon().at(tokens, behind)
    agency = agencies.at(tokens, behind)
    if agency is not None and agency.id:
        return short + agency.size
    return short + region[0] if region is not None and region[1][0] == "region" else 0
