"""Network science beside networkx, in one run: the same graph, the same answers, CPU seconds.

Run from the repository root: ``python bench/analysis.py [--nodes 100000] [--json FILE]``.
Each figure includes building the structure from the same two arrays of ends, on both sides.
What takes less than a CPU second is done again until one is spent, and the median counts, on
both sides; nothing is kept from one time to the next. Kernels are compiled before the clock
starts (their machine code is kept on disk), which is stated. What would take networkx hours is
asked for a part, which is stated, and scaled; nothing else is.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

import networkx as nx
import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.analysis import kernels
from graph.analysis.disruption import disrupt, remove
from graph.analysis.louvain import communities, modularity
from graph.analysis.measures import (
    articulation_points,
    betweenness_centrality,
    connected_components,
    constraint,
    core_number,
    eigenvector_centrality,
    pagerank,
)
from graph.analysis.simple import SimpleGraph, from_arrays

T = TypeVar("T")
Ints = npt.NDArray[np.int32]
Ties: TypeAlias = "nx.Graph[int]"
SEED = 7
SOURCES = 16
EGOS = 100
REMOVED = 1_000
REMOVED_BY_NETWORKX = 20
RING = 500
BROKERS = 5
CONSTRAINED = 200


@dataclass(frozen=True)
class Task:
    """One job: how each side does it, and how much of ours networkx was asked for.

    Attributes:
        ours, theirs: From a built graph to an answer that can be compared.
        is_equal: Compares the two answers.
        part: Share of our work that networkx did; its time is divided by it.
        target: The ratio that we hold ourselves to.
    """

    ours: Callable[[SimpleGraph], object]
    theirs: Callable[[Ties], object]
    is_equal: Callable[[object, object], bool]
    target: int
    part: float = 1.0


@dataclass(frozen=True)
class Figure:
    """CPU seconds of one job on both sides, building included."""

    job: str
    ours: float
    theirs: float
    ratio: float
    target: int
    is_equal: bool


def edges(size: int) -> tuple[Ints, Ints]:
    """Return the ends of five heavy-tailed ties per node, with some small components."""
    chance = np.random.default_rng(SEED)
    total = 5 * size
    heavy = (size * chance.random(total) ** 2.2).astype(np.int32)
    other = chance.integers(0, size, total).astype(np.int32)
    # The last hundredth of the nodes keep to themselves: components beside the large one.
    apart = (heavy >= size * 99 // 100) != (other >= size * 99 // 100)
    return heavy[~apart], other[~apart]


def built(source: Ints, target: Ints, labels: tuple[str, ...]) -> SimpleGraph:
    """Return our structure."""
    return from_arrays(source, target, None, labels)


def built_by_networkx(source: Ints, target: Ints, size: int) -> Ties:
    """Return networkx's structure: no loops, as ours."""
    made: Ties = nx.Graph()
    made.add_nodes_from(range(size))
    keep = source != target
    made.add_edges_from(zip(source[keep].tolist(), target[keep].tolist(), strict=True))
    return made


def _close(ours: object, theirs: object) -> bool:
    return bool(np.allclose(np.asarray(ours), np.asarray(theirs), atol=1e-6, rtol=1e-3))


def _same(ours: object, theirs: object) -> bool:
    return ours == theirs


def _egos(graph: SimpleGraph, sources: list[int]) -> list[int]:
    starts = np.array(sources, dtype=np.int32)
    found: list[int] = kernels.reached(graph.indptr, graph.indices, starts, 2).tolist()
    return found


def _in_order(scores: dict[int, float]) -> list[float]:
    return [scores[i] for i in sorted(scores)]


def _removal(graph: Ties, order: list[int]) -> list[float]:
    left = graph.copy()
    sizes = [max(map(len, nx.connected_components(left)))]
    for node in order:
        left.remove_node(node)
        sizes.append(max(map(len, nx.connected_components(left))))
    return [size / sizes[0] for size in sizes]


def tasks(size: int, degree: npt.NDArray[np.int64]) -> dict[str, Task]:
    """Return every job; ``degree`` gives the order of removal."""
    chance = np.random.default_rng(SEED + 1)
    egos = chance.choice(size, EGOS, replace=False).tolist()
    order = np.argsort(-degree, kind="stable").tolist()
    first = order[:REMOVED]
    few = order[:REMOVED_BY_NETWORKX]
    holes = chance.choice(size, CONSTRAINED, replace=False).tolist()
    tolerance = 1e-6 / size
    whole = dict.fromkeys(range(size))
    return {
        "components": Task(
            lambda g: int(connected_components(g).max()) + 1,
            nx.number_connected_components,
            _same,
            100,
        ),
        "k-core": Task(
            lambda g: core_number(g).tolist(),
            lambda g: [c for _, c in sorted(nx.core_number(g).items())],
            _same,
            100,
        ),
        "PageRank, converged": Task(
            pagerank,
            lambda g: _in_order(nx.pagerank(g, tol=tolerance, max_iter=1000)),
            _close,
            100,
        ),
        f"{EGOS} ego networks, 2 hops": Task(
            lambda g: _egos(g, egos),
            lambda g: [len(nx.ego_graph(g, n, 2)) for n in egos],
            _same,
            100,
        ),
        f"removal curve, {REMOVED:,} hubs": Task(
            lambda g: remove(g, first).shares[: REMOVED_BY_NETWORKX + 1],
            lambda g: _removal(g, few),
            _close,
            100,
            REMOVED_BY_NETWORKX / REMOVED,
        ),
        "articulation points": Task(
            articulation_points, lambda g: sorted(nx.articulation_points(g)), _same, 20
        ),
        f"betweenness, {SOURCES} sources": Task(
            lambda g: betweenness_centrality(g, sample=SOURCES, seed=1),
            lambda g: _brandes(g, size),
            _close,
            20,
        ),
        "eigenvector": Task(
            eigenvector_centrality,
            lambda g: _in_order(nx.eigenvector_centrality(g, max_iter=1000, tol=1e-9)),
            _close,
            20,
        ),
        f"structural holes, {CONSTRAINED} of {len(whole):,}": Task(
            lambda g: constraint(g)[holes],
            lambda g: [nx.constraint(g, [n])[n] for n in holes],
            lambda a, b: bool(np.allclose(np.asarray(a), np.asarray(b), equal_nan=True)),
            20,
            CONSTRAINED / size,
        ),
        "communities (modularity)": Task(
            lambda g: modularity(g, communities(g, seed=1)),
            lambda g: nx.community.modularity(
                g, nx.community.louvain_communities(g, weight=None, seed=1), weight=None
            ),
            # Both are heuristics: ours must not be worse.
            lambda a, b: float(str(a)) > float(str(b)) - 0.01,
            20,
        ),
    }


def ring_tasks() -> dict[str, Task]:
    """Return what is asked of a network of a few hundred actors, not of a whole country."""
    return {
        f"disruption, {BROKERS} brokers of {RING}": Task(
            lambda g: disrupt(g, BROKERS).shares, _disruption, _close, 20
        ),
        f"betweenness, exact, {RING} nodes": Task(
            betweenness_centrality, lambda g: _in_order(nx.betweenness_centrality(g)), _close, 20
        ),
    }


def _disruption(graph: Ties) -> list[float]:
    """Remove the node of highest betweenness, measured anew after each removal."""
    left = graph.copy()
    order: list[int] = []
    for _ in range(BROKERS):
        scores = nx.betweenness_centrality(left)
        order.append(max(left, key=lambda n: (scores[n], left.degree(n), -n)))
        left.remove_node(order[-1])
    return _removal(graph, order)


def _brandes(graph: Ties, size: int) -> list[float]:
    """Sampled betweenness from the very sources that ours draws, by networkx's own loops."""
    drawn = np.sort(np.random.default_rng(1).choice(size, SOURCES, replace=False)).tolist()
    found = nx.betweenness_centrality_subset(
        graph, sources=drawn, targets=list(graph), normalized=False
    )
    # networkx halves what an undirected graph counts twice; ours normalises by pairs.
    scale = 2.0 * size / SOURCES / ((size - 1) * (size - 2))
    return [found[i] * scale for i in range(size)]


def measure(size: int, chosen: Callable[[SimpleGraph], dict[str, Task]]) -> list[Figure]:
    """Run every job on both sides and compare.

    Args:
        size: Number of nodes.
        chosen: Gives the jobs for our graph.
    """
    source, target = edges(size)
    # networkx's nodes are their numbers; ours have names, which are there before.
    labels = tuple(map(str, range(size)))
    mine, our_build = timed(lambda: built(source, target, labels))
    peer, their_build = timed(lambda: built_by_networkx(source, target, size))
    print(
        f"{size:,} nodes, {mine.edge_count:,} ties; load {os.getloadavg()[0]:.1f}; "
        f"build {our_build:.4f} : {their_build:.2f} CPU s",
        flush=True,
    )
    figures = []
    for job, task in chosen(mine).items():
        answer, ours = timed(lambda t=task: t.ours(mine))  # type: ignore[misc]  # bound at once
        expected, theirs = timed(lambda t=task: t.theirs(peer))  # type: ignore[misc]  # bound at once
        spent, peers = ours + our_build, theirs / task.part + their_build
        figure = Figure(
            job, spent, peers, peers / spent, task.target, task.is_equal(answer, expected)
        )
        figures.append(figure)
        told = "equal" if figure.is_equal else "DIFFERENT"
        print(
            f"{job:<42}{spent:>9.4f}{peers:>11.2f}{figure.ratio:>9.0f}×  "
            f"(≥ {task.target}×)  {told}",
            flush=True,
        )
    return figures


def warm(size: int) -> None:
    """Compile every kernel on a small graph, so that nobody's clock has it in."""
    small = min(size, 2_000)
    source, target = edges(small)
    made = built(source, target, tuple(map(str, range(small))))
    for task in (*tasks(small, made.degree).values(), *ring_tasks().values()):
        task.ours(made)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return a result and the CPU seconds it took: the median of as many runs as fit in one."""
    spent: list[float] = []
    while not spent or (sum(spent) < 1.0 and len(spent) < _MOST_RUNS):
        begun = time.process_time()
        result = work()
        spent.append(time.process_time() - begun)
    return result, statistics.median(spent)


_MOST_RUNS = 15


def main() -> None:
    """Measure, print, and fail if an answer differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    begun = time.process_time()
    warm(given.nodes)
    print(f"kernels ready after {time.process_time() - begun:.1f} CPU s", flush=True)
    figures = measure(given.nodes, lambda mine: tasks(given.nodes, mine.degree))
    figures += measure(RING, lambda _: ring_tasks())
    if given.json:
        given.json.write_text(json.dumps([asdict(f) for f in figures], indent=1))
    if not all(f.is_equal for f in figures):
        raise SystemExit("An answer differs from networkx's.")


if __name__ == "__main__":
    main()
