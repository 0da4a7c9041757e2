"""Teams, desks and task forces by their capitalised names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.text import agencies, regions
from loaders.text.grammar import adjoins, is_capital
from loaders.text.resources import word_list
from loaders.text.spans import Token

_HEADS = {"Tim", "Desk", "Satgas", "Gugus", "Satuan", "Pokja"}
_INNER = word_list("team_words")
_CLASSES = (
    ("Reaksi Cepat", "RapidReactionTeam"),
    ("Patroli Siber", "CyberPatrolTeam"),
    ("Desk", "CoordinationDesk"),
    ("Satgas", "TaskForce"),
    ("Satuan Tugas", "TaskForce"),
    ("Gugus Tugas", "TaskForce"),
)


@dataclass(frozen=True, slots=True)
class Team:
    """A team as named."""

    cls: str
    name: str
    size: int


def _government(tokens: Sequence[Token], index: int) -> Team | None:
    """Return ``Pemerintah Malaysia``: the government of a country."""
    if index + 1 >= len(tokens) or not adjoins(tokens, index + 1):
        return None
    found = regions.lexicon().at(tokens, index + 1)
    if found is None or found[1][0] != "country":
        return None
    name = " ".join(token.text for token in tokens[index : index + 1 + found[0]])
    return Team("PublicBody", name, 1 + found[0])


def at(tokens: Sequence[Token], index: int) -> Team | None:
    """Return the team named at a position, if one is."""
    if tokens[index].text == "Pemerintah":
        return _government(tokens, index)
    if tokens[index].text not in _HEADS:
        return None
    size = 1
    while index + size < len(tokens) and adjoins(tokens, index + size):
        word = tokens[index + size].text
        if word not in _INNER:
            break
        size += 1
    while size > 1 and not is_capital(tokens[index + size - 1]):
        size -= 1
    name = " ".join(token.text for token in tokens[index : index + size])
    if size == 1 or name in {"Satuan Tugas", "Gugus Tugas", "Tim Gabungan", "Tim Khusus"}:
        return None
    behind = index + size
    if behind < len(tokens) and adjoins(tokens, behind):
        region = regions.lexicon().at(tokens, behind)
        agency = agencies.at(tokens, behind)
        if agency is not None and agency.id:
            size += agency.size
        elif region is not None and region[1][0] == "region":
            size += region[0]
    cls = next((cls for words, cls in _CLASSES if words in name), "OrganizationalUnit")
    full = " ".join(token.text for token in tokens[index : index + size])
    return Team(cls, full, size)
