"""Who is asking: a name, a role, and what the role may do here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ontology.access import DEFAULT_ROLE

SCOPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "read": "entities, searches, networks, pages",
        "query": "queries of the catalogue",
        "free": "queries in the caller's own words, in a locked room",
        "export": "the whole graph of the role as a file",
        "report": "the evidence pack of one matter, each identity in it noted",
        "review": "decide on drafts and identities",
        "operate": "status and metrics",
    }
)
"""What a key can be allowed, by name."""

_POLICY = frozenset({"read", "query", "report"})
SCOPES_OF_ROLE: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "policy": _POLICY | {"export"},
        "analyst": _POLICY | {"free", "export"},
        # Identities are read one at a time, so there is no file with all of them.
        "investigator": _POLICY | {"free", "review"},
        # Keeps the machine running and reads no data.
        "administrator": frozenset({"operate"}),
    }
)
"""The most that a key of a role can be allowed, and what it is allowed if it names nothing."""

LOCAL: Final = "local"


@dataclass(frozen=True, slots=True)
class Principal:
    """Who is asking.

    Attributes:
        name: Name of the key, subject of the token, or ``local`` for this machine's owner.
        role: ``policy``, ``analyst``, ``investigator`` or ``administrator``.
        scopes: What is allowed: some of :data:`SCOPES`.
        territory: Ids of regions that the view is narrowed to; empty for all.
        purpose: What for, as stated with the request or at sign-in; empty if not stated.
        is_local: Asks on this machine's own address while no key exists: its owner.
    """

    name: str
    role: str
    scopes: frozenset[str]
    territory: tuple[str, ...] = ()
    purpose: str = ""
    is_local: bool = False


def local_owner(
    name: str = LOCAL, role: str = DEFAULT_ROLE, territory: tuple[str, ...] = ()
) -> Principal:
    """Return the owner of this machine, who could read every file here anyway.

    Args:
        name: What the audit log calls them.
        role: Role in which they choose to look.
        territory: Provinces to which they choose to narrow it.
    """
    everything = frozenset(SCOPES)
    # Whoever looks as another role does what that role may, and keeps the machine running.
    scopes = everything if role == DEFAULT_ROLE else SCOPES_OF_ROLE[role] | {"operate"}
    return Principal(name, role, scopes, territory, purpose=LOCAL, is_local=True)


def granted(role: str, asked: Iterable[str]) -> frozenset[str]:
    """Return the scopes that a role is given: those asked for that it can have, or all it can."""
    most = SCOPES_OF_ROLE.get(role, frozenset())
    wanted = frozenset(asked)
    return most & wanted if wanted else most
