"""Teams, desks and task forces by their capitalised names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.text import agencies, regions
from loaders.text.grammar import adjoins, is_capital
from loaders.text.resources import word_list
from loaders.text.spans import Token

_HEADS = {"Tim", "Desk", "Satgas", "Gugus", "Satuan", "Pokja", "Posko", "Helpdesk", "LTSA"}
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
    return size


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
