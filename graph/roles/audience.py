"""Who a snapshot is for: a role, narrowed by territory and marking."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.errors import AudienceError
from ontology.access import Role, access

_PROVINCE = re.compile(r"(?:[a-z]+:)?(\d\d)")


@dataclass(frozen=True)
class Audience:
    """A role, and what narrows it; every audience has a snapshot of its own.

    Attributes:
        role: Name of a role that reads data.
        provinces: Two-digit Kemendagri codes, ascending; empty for the whole country.
        marking: The greatest marking it sees; empty for the role's own.

    Raises:
        AudienceError: The role reads no data, or the marking goes beyond the role's.
        UnknownTermError: There is no such role or marking.
    """

    role: str
    provinces: tuple[str, ...] = ()
    marking: str = ""

    def __post_init__(self) -> None:
        rules = access()
        role = rules.role(self.role)
        if not role.reads_data:
            raise AudienceError(
                f"The role {self.role} reads no data. Readers: "
                f"{', '.join(r.name for r in rules.roles.values() if r.reads_data)}."
            )
        if self.marking and not rules.is_within(self.marking, role.marking):
            raise AudienceError(
                f"The role {self.role} sees markings up to {role.marking}, not {self.marking}."
            )
        object.__setattr__(self, "provinces", tuple(sorted(set(map(_code, self.provinces)))))

    @cached_property
    def rule(self) -> Role:
        """The role's declaration."""
        return access().role(self.role)

    @property
    def greatest(self) -> str:
        """The greatest marking it sees."""
        return self.marking or self.rule.marking

    def covers(self, other: Audience) -> bool:
        """Tell whether another audience sees nothing that this one does not."""
        return (
            other.rule.rank <= self.rule.rank
            and (not self.provinces or {*other.provinces} <= {*self.provinces})
            and (not self.provinces or bool(other.provinces))
            and access().is_within(other.greatest, self.greatest)
        )

    @property
    def key(self) -> str:
        """Name of its folder, and its spelling in settings.

        >>> Audience("analyst", ("53", "21"), "green").key
        'analyst@21-53+green'
        """
        where = f"@{'-'.join(self.provinces)}" if self.provinces else ""
        return f"{self.role}{where}{f'+{self.marking}' if self.marking else ''}"


def parse(text: str) -> Audience:
    """Return the audience that a key spells, such as ``analyst@21-53+green``.

    Raises:
        AudienceError: It spells none.
        UnknownTermError: There is no such role or marking.
    """
    head, _, marking = text.strip().partition("+")
    role, _, where = head.partition("@")
    return Audience(role, tuple(where.split("-")) if where else (), marking)


def for_regions(role: str, regions: Iterable[str] = (), marking: str = "") -> Audience:
    """Return the audience of a role that is limited to regions, given as ids or codes.

    Raises:
        AudienceError: A region is no province.
    """
    return Audience(role, tuple(regions), marking)


def _code(region: str) -> str:
    found = _PROVINCE.fullmatch(region)
    if found is None:
        raise AudienceError(
            f"A territory is a province's two-digit Kemendagri code, such as 53; got {region!r}."
        )
    return found[1]
