"""Which labels are shown at a given scale and where, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_BUCKET = 96.0


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants a place.

    Attributes:
        places: Boxes where it could stand, the best first.
        is_important: May lie over marks, though never over another label.
    """

    places: tuple[Box, ...]
    is_important: bool = False


class Occupied:
    """Boxes already taken on a drawing, found by place."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._buckets: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.take(box)

    def is_free(self, box: Box) -> bool:
        """Tell whether a box touches no other."""
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for key in _keys(box)
            for other in self._buckets.get(key, ())
        )

    def take(self, box: Box) -> None:
        """Mark a box as taken."""
        for key in _keys(box):
            self._buckets.setdefault(key, []).append(box)


def choose(
    wishes: Sequence[Wish], order: Iterable[int], marks: Iterable[Box], sheet: Box
) -> dict[int, int]:
    """Return which wishes come true, and at which of their places.

    Args:
        wishes: Labels that want a place.
        order: Indices of wishes, the most needed first.
        marks: What labels should not lie over.
        sheet: What they must lie inside.
    """
    labels, solid = Occupied(), Occupied(marks)
    chosen: dict[int, int] = {}
    for index in order:
        wish = wishes[index]
        for number, box in enumerate(wish.places):
            inside = box[0] >= sheet[0] and box[2] <= sheet[2] and box[1] >= sheet[1]
            if not (inside and box[3] <= sheet[3] and labels.is_free(box)):
                continue
            if wish.is_important or solid.is_free(box):
                labels.take(box)
                chosen[index] = number
                break
    return chosen


def around(x: float, y: float, radius: float, width: float, height: float) -> tuple[Box, ...]:
    """Return boxes for a label of a mark: below, right, left, above it."""
    gap = 3.0
    return (
        (x - width / 2, y + radius + gap, x + width / 2, y + radius + gap + height),
        (x + radius + gap, y - height / 2, x + radius + gap + width, y + height / 2),
        (x - radius - gap - width, y - height / 2, x - radius - gap, y + height / 2),
        (x - width / 2, y - radius - gap - height, x + width / 2, y - radius - gap),
    )


def _keys(box: Box) -> Iterable[tuple[int, int]]:
    return (
        (column, row)
        for column in range(int(box[0] // _BUCKET), int(box[2] // _BUCKET) + 1)
        for row in range(int(box[1] // _BUCKET), int(box[3] // _BUCKET) + 1)
    )
