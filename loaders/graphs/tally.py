"""What of a file found no home in the ontology: counted, with one example of each."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST_KINDS = 2_000
_SHOWN = 80


@dataclass(slots=True)
class Missing:
    """One kind of thing that was left out.

    Attributes:
        term: Class, property or relation, as the file names it.
        reason: Why.
        count: How often.
        example: Where it stood, and what.
    """

    term: str
    reason: str
    count: int
    example: str

    def __str__(self) -> str:
        return f"{self.count} × {self.term}: {self.reason} ({self.example})"


@dataclass(slots=True)
class Tally:
    """Everything that was left out, by term and reason."""

    _found: dict[tuple[str, str], Missing] = field(default_factory=dict)

    def add(self, term: str, reason: str, example: str) -> None:
        """Count one thing that was left out."""
        # A file may make its terms up one by one; the count stays right, the list short.
        key = (term, reason) if len(self._found) < _MOST_KINDS else ("…", reason)
        found = self._found.get(key)
        if found is None:
            shown = example if len(example) <= _SHOWN else example[: _SHOWN - 1] + "…"
            self._found[key] = Missing(key[0], reason, 1, shown)
        else:
            found.count += 1

    def missing(self) -> list[Missing]:
        """Return what was left out, most frequent first."""
        return sorted(self._found.values(), key=lambda m: (-m.count, m.term, m.reason))

    @property
    def count(self) -> int:
        """How many things were left out in all."""
        return sum(m.count for m in self._found.values())
