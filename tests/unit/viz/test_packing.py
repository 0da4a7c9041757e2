import numpy as np
import pytest

from viz.packing import honeycomb, pack


@pytest.mark.parametrize("count", [1, 2, 5, 7, 30, 300])
def test_a_honeycomb_keeps_its_distance(count):
    places = honeycomb(count, 20, 18)
    assert places.shape == (count, 2)
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2)[~np.eye(count, dtype=bool)]
    assert count == 1 or gaps.min() >= 18
    assert np.abs(places.max(axis=0) + places.min(axis=0)).max() < 1e-9


def test_a_honeycomb_is_round():
    places = honeycomb(91, 20, 17.3)
    assert np.ptp(places, axis=0).max() / np.ptp(places, axis=0).min() < 1.2


def boxes(*sizes):
    return [np.array([[0.0, 0.0, w, h]]) for w, h in sizes]


@pytest.mark.parametrize("aspect", [0.7, 1.0, 1.6])
def test_packed_parts_do_not_touch(aspect):
    sizes = [(300, 200), (50, 40), (50, 40), (120, 10), (10, 150), *[(20, 20)] * 60]
    shifts = pack(boxes(*sizes), aspect, 10)
    placed = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(shifts, sizes, strict=True)]
    for i, a in enumerate(placed):
        for b in placed[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_packing_is_dense():
    shifts = np.array(pack(boxes(*[(40, 40)] * 100), 1.0, 20))
    area = np.prod(np.ptp(shifts, axis=0) + 40)
    # Boxes on the border of cells take one cell more each way.
    assert area < 100 * 60 * 60 * 1.6


def test_nothing_is_put_into_the_hollow_of_a_part():
    ring = np.array(
        [[0, 0, 200, 10], [0, 190, 200, 200], [0, 0, 10, 200], [190, 0, 200, 200]], float
    )
    (rx, ry), (sx, sy) = pack([ring, np.array([[0.0, 0, 10, 10]])], 1.0, 10)
    assert not (rx <= sx <= rx + 200 and ry <= sy <= ry + 200)
