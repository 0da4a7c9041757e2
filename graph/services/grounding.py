"""Which claims stand behind each cell of a query's answer.

A row names its claims in the column ``claims``. A cell is given those that state it: whose
value, subject, or whose subject's or value's caption it shows. A cell that summarizes
(a count, a span of days) is given all claims of its row, and a cell of a row without claims
those that give the entities of the row their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.ledger.rows import Stored
from graph.snapshots import Snapshot
from graph.store import Row, Value
from ontology.claim import ID_PATTERN, TYPE

CLAIMS = "claims"
"""Column with the claim ids of a row."""

_NAMES = ("name", TYPE)
Cells = dict[str, list[str]]


def ground(rows: Sequence[Row], snapshot: Snapshot) -> list[Cells]:
    """Return, for each row, the claim ids behind each cell that is not empty.

    Args:
        rows: Rows of an answer.
        snapshot: The snapshot that the answer was given from.
    """
    named = {claim for row in rows for claim in _claims(row)}
    index = _Index.of(snapshot, snapshot.claims(sorted(named)))
    bare = {i for row in rows if not _claims(row) for cell in row.values() for i in _ids(cell)}
    own = _own_claims(snapshot, sorted(bare))
    return [_cells(row, index, own) for row in rows]


@dataclass(frozen=True, slots=True)
class _Index:
    """What each claim can be recognized by in a cell."""

    shown: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, snapshot: Snapshot, claims: Sequence[Stored]) -> _Index:
        ends = {stored.id: (stored.claim.subject, stored.claim.value) for stored in claims}
        ids = {text for pair in ends.values() for text in pair if ID_PATTERN.fullmatch(text)}
        captions = {
            node.id: str(node.properties.get("caption")) for node in snapshot.nodes(sorted(ids))
        }
        return cls(
            {
                claim: frozenset({*pair, *(captions.get(text, text) for text in pair)})
                for claim, pair in ends.items()
            }
        )


def _own_claims(snapshot: Snapshot, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the claims that name entities, by id and by caption."""
    found: dict[str, list[str]] = {}
    for stored in snapshot.claims_of(ids):
        if stored.claim.property in _NAMES:
            found.setdefault(stored.claim.subject, []).append(stored.id)
    for node in snapshot.nodes(sorted(found)):
        found.setdefault(str(node.properties.get("caption")), []).extend(found[node.id])
    return found


def _cells(row: Row, index: _Index, own: Mapping[str, list[str]]) -> Cells:
    claims = _claims(row)
    found: Cells = {}
    for name, cell in row.items():
        texts = set(_texts(cell))
        if name == CLAIMS or not texts:
            continue
        if claims:
            stating = [c for c in claims if not texts.isdisjoint(index.shown.get(c, ()))]
            found[name] = stating or claims
        else:
            named = sorted({claim for text in texts for claim in own.get(text, ())})
            if named:
                found[name] = named
    return found


def _claims(row: Row) -> list[str]:
    value = row.get(CLAIMS)
    return [str(item) for item in value] if isinstance(value, list) else []


def _texts(cell: Value) -> Iterable[str]:
    if cell is None:
        return ()
    return map(str, cell) if isinstance(cell, list) else (str(cell),)


def _ids(cell: Value) -> list[str]:
    return [text for text in _texts(cell) if ID_PATTERN.fullmatch(text)]
