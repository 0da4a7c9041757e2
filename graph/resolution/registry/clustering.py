"""From weighed pairs to persons: strongest first, and never against evidence.

A join is refused where it would unite records that contradict each other somewhere else in
their clusters: chains of half-alike records do not make one person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

LARGEST_CLUSTER = 25
"""More records than anybody has in one registry; a larger cluster is a chain."""


class Clusters:
    """Records joined so far.

    Args:
        born, nik: By record, or ``None`` where it does not say.
    """

    def __init__(self, born: Sequence[str | None], nik: Sequence[str | None]) -> None:
        self._born, self._nik = born, nik
        self._cluster: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}

    def join(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Join pairs in order; return those that were refused."""
        return [pair for pair in pairs if not self._join(*pair)]

    def _join(self, left: int, right: int) -> bool:
        one, other = self._cluster.get(left, left), self._cluster.get(right, right)
        if one == other:
            return True
        ours, theirs = self._members.get(one, [one]), self._members.get(other, [other])
        if len(ours) + len(theirs) > LARGEST_CLUSTER or self._contradict(ours, theirs):
            return False
        if len(ours) < len(theirs):
            one, other, ours, theirs = other, one, theirs, ours
        self._members[one] = [*ours, *theirs]
        self._members.pop(other, None)
        for record in theirs:
            self._cluster[record] = one
        self._cluster[ours[0]] = one
        for record in ours:
            self._cluster[record] = one
        return True

    def _contradict(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        return any(self._are_two(a, b) for a in ours for b in theirs)

    def _are_two(self, left: int, right: int) -> bool:
        """Tell whether two records say too different things to be one person's."""
        niks = self._nik[left], self._nik[right]
        days = self._born[left], self._born[right]
        is_one_nik = niks[0] is not None and niks[0] == niks[1]
        if niks[0] and niks[1] and OSA.distance(niks[0], niks[1]) > 2:
            return True
        if is_one_nik:
            return False
        # Day, month and year all differ: no slip of the hand.
        return bool(days[0] and days[1]) and all(
            a != b for a, b in zip(str(days[0]).split("-"), str(days[1]).split("-"), strict=True)
        )

    def by_record(self) -> Mapping[int, int]:
        """Return the smallest record of the cluster of every record that was joined."""
        return {r: min(records) for records in self._members.values() for r in records}
