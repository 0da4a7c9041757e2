import numpy as np
import pytest

from viz.layers import place_in_layers
from viz.layout import GROUP_LEAST, Graph, place


def graph(size, links, kind=None, box=(50.0, 12.0, 50.0, 40.0), fixed=()):
    ends = np.array(links, np.int32).reshape(-1, 2)
    kinds = [f"k{i}" for i in range(size)] if kind is None else kind
    return Graph(ends[:, 0], ends[:, 1], np.tile(np.array(box), (size, 1)), kinds, frozenset(fixed))


def communities(size, parts, degree, seed=1):
    random = np.random.default_rng(seed)
    part = random.integers(0, parts, size)
    ends = random.integers(0, size, (size * degree * parts, 2))
    near = part[ends[:, 0]] == part[ends[:, 1]]
    kept = ends[(near | (random.random(len(ends)) < 0.01)) & (ends[:, 0] != ends[:, 1])]
    return part, kept[: size * degree // 2]


def overlaps(placement, box):
    left_top = placement.position - np.array(box[:2])
    right_bottom = placement.position + np.array(box[2:])
    pairs = 0
    for i in range(len(left_top)):
        touches = (left_top[i] < right_bottom - 0.3) & (left_top < right_bottom[i] - 0.3)
        pairs += int(touches.all(axis=1).sum()) - 1
    return pairs


def test_nothing_at_all_has_a_layout():
    assert place(graph(0, [])).position.shape == (0, 2)


def test_one_node_stands_in_the_middle():
    assert place(graph(1, [])).position.tolist() == [[0, 0]]


@pytest.mark.parametrize("links", [[(0, 1)], [(0, 0), (0, 1)], [(0, 1), (1, 0), (0, 1)], []])
def test_two_nodes_never_coincide(links):
    position = place(graph(2, links)).position
    assert np.hypot(*(position[0] - position[1])) > 40


def test_the_same_graph_gets_the_same_layout():
    _, links = communities(120, 4, 4)
    first, second = (place(graph(120, links)).position for _ in range(2))
    assert (first == second).all()


def test_no_labels_overlap():
    _, links = communities(150, 5, 3)
    given = graph(150, links)
    assert overlaps(place(given), given.box[0]) == 0


def test_communities_stay_apart():
    part, links = communities(300, 6, 6)
    position = place(graph(300, links)).position
    random = np.random.default_rng(0)
    i, j = random.integers(0, 300, (2, 4000))
    distance = np.linalg.norm(position[i] - position[j], axis=1)
    same = part[i] == part[j]
    assert distance[same].mean() < 0.6 * distance[~same].mean()


def test_linked_nodes_are_near():
    _, links = communities(200, 4, 4)
    position = place(graph(200, links)).position
    near = np.linalg.norm(position[links[:, 0]] - position[links[:, 1]], axis=1).mean()
    centre = np.linalg.norm(position - position.mean(axis=0), axis=1).mean()
    assert near < centre


def test_alike_leaves_form_one_group():
    links = [(0, i) for i in range(1, 31)]
    placed = place(graph(31, links, ["hub", *["leaf"] * 30]))
    (group,) = placed.groups
    assert group.members == tuple(range(1, 31))
    inside = np.linalg.norm(placed.position[1:] - (group.x, group.y), axis=1)
    assert inside.max() < group.radius
    assert np.linalg.norm(placed.position[0] - (group.x, group.y)) > group.radius


def test_leaves_of_other_kinds_stay_out_of_the_group():
    links = [(0, i) for i in range(1, 13)]
    placed = place(graph(13, links, ["hub", *["a"] * 6, *["b"] * 6]))
    assert sorted(len(g.members) for g in placed.groups) == [6, 6]


def test_few_leaves_are_no_group():
    links = [(0, i) for i in range(1, GROUP_LEAST)]
    assert place(graph(GROUP_LEAST, links, ["hub", *["leaf"] * (GROUP_LEAST - 1)])).groups == ()


def test_what_is_asked_about_is_never_put_into_a_group():
    links = [(0, i) for i in range(1, 9)]
    placed = place(graph(9, links, ["hub", *["leaf"] * 8], fixed=(3,)))
    assert 3 not in placed.groups[0].members


def test_parts_do_not_overlap_and_fill_a_landscape_frame():
    links = [(3 * k + a, 3 * k + b) for k in range(40) for a, b in ((0, 1), (1, 2))]
    given = graph(120, links)
    placed = place(given)
    assert overlaps(placed, given.box[0]) == 0
    width, height = np.ptp(placed.position, axis=0)
    assert width > height


@pytest.mark.parametrize(("count", "parts"), [(500, 8), (10_000, 20)])
def test_large_networks_are_placed_without_overlaps(count, parts):
    _, links = communities(count, parts, 3)
    given = graph(count, links, box=(14.0,) * 4)
    placed = place(given)
    assert placed.position.shape == (count, 2)
    assert np.isfinite(placed.position).all()
    assert overlaps(placed, given.box[0]) == 0


def test_layers_are_columns_in_order():
    column = [0, 0, 1, 1, 2]
    placed = place_in_layers(graph(5, [(0, 2), (1, 3), (2, 4)]), column)
    xs = placed.position[:, 0]
    assert xs[0] == xs[1] < xs[2] == xs[3] < xs[4]


def test_layers_avoid_crossings():
    # Neighbours are listed in reverse order, so the listed order would cross everywhere.
    count = 12
    links = [(i, 2 * count - 1 - i) for i in range(count)]
    y = place_in_layers(graph(2 * count, links), [0] * count + [1] * count).position[:, 1]
    crossings = sum(
        (y[a] - y[c]) * (y[b] - y[d]) < 0 for n, (a, b) in enumerate(links) for c, d in links[:n]
    )
    assert crossings == 0


def test_empty_layers():
    assert place_in_layers(graph(0, []), []).position.shape == (0, 2)
