"""Network science on what a snapshot holds: who matters, and what falls apart without them.

Enforcement and suspect networks are kept apart, so that a police unit that appears in many
cases never looks like a broker. Scores carry uncertainty: links are drawn again by their
confidence, and each score comes with the range it takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.analysis.arrays import Float64
from graph.analysis.disruption import Disruption, Strategy, disrupt
from graph.analysis.measures import MEASURES
from graph.analysis.network import Filter
from graph.analysis.simple import SimpleGraph, co_involvement, from_arrays, from_edges
from graph.errors import ParameterError
from graph.snapshots import Snapshot
from ontology.model import Ontology

Kind = Literal["suspect", "enforcement", "partnership"]
KINDS: tuple[Kind, ...] = ("suspect", "enforcement", "partnership")

_DRAWS = 30


@dataclass(frozen=True, slots=True)
class Score:
    """A score of one actor.

    Attributes:
        id, caption, class_name: The actor; ids are labels where a list of edges was given.
        score: The measure on the network as it is.
        low, high: Range from the 5th to the 95th percentile over networks in which each
            tie is kept with its confidence as probability; equal where ties are certain.
    """

    id: str
    caption: str
    class_name: str
    score: float
    low: float
    high: float


def network_of(snapshot: Snapshot, ontology: Ontology, kind: Kind) -> SimpleGraph:
    """Return one network of actors: direct ties, and shared events, cases and agreements.

    - ``suspect``: persons and organisations that are no public bodies, by suspect ties;
    - ``enforcement``: public bodies and units, by who acted together;
    - ``partnership``: organisations, by agreements they are parties to.

    Raises:
        ParameterError: There is no such network.
    """
    if kind not in KINDS:
        raise ParameterError(f"There is no network {kind!r}. Choose {', '.join(KINDS)}.")
    public = {*ontology.descendants("PublicBody"), *ontology.descendants("OrganizationalUnit")}
    everyone = {*ontology.descendants("Person"), *ontology.descendants("Organization")}
    if kind == "suspect":
        return _actors(snapshot, Filter(layers=frozenset({kind})), frozenset(everyone - public))
    if kind == "enforcement":
        return _actors(snapshot, Filter(layers=frozenset({kind})), frozenset(public))
    organizations = frozenset(ontology.descendants("Organization"))
    return _actors(snapshot, Filter(types=frozenset({"HAS_PARTY"})), organizations)


def _actors(snapshot: Snapshot, wanted: Filter, actors: frozenset[str]) -> SimpleGraph:
    network = snapshot.network
    shared = co_involvement(network, wanted, actors)
    arrays, kept = network.arrays, network.mask(wanted)
    chosen = np.arange(network.edge_count) if kept is None else np.flatnonzero(kept)
    classes = [i for i, name in enumerate(network.names.classes) if name in actors]
    is_actor = np.isin(arrays.node_class, classes)
    direct = chosen[is_actor[arrays.source[chosen]] & is_actor[arrays.target[chosen]]]
    ties = {
        (network.names.ids[int(arrays.source[e])], network.names.ids[int(arrays.target[e])]): float(
            arrays.confidence[e]
        )
        for e in direct
    }
    rows = np.repeat(np.arange(shared.node_count), shared.degree)
    for a, b, weight in zip(rows, shared.indices, shared.weights, strict=True):
        if a < b:
            pair = (shared.labels[int(a)], shared.labels[int(b)])
            ties[pair] = max(ties.get(pair, 0.0), float(weight))
    plain = from_edges(ties)
    index = {label: i for i, label in enumerate(plain.labels)}
    return from_arrays(
        np.array([index[a] for a, _ in ties], dtype=np.int32),
        np.array([index[b] for _, b in ties], dtype=np.int32),
        np.array(list(ties.values()), dtype=np.float64),
        plain.labels,
    )


def rank(
    graph: SimpleGraph,
    measure: str,
    *,
    limit: int = 20,
    snapshot: Snapshot | None = None,
    seed: int = 0,
) -> list[Score]:
    """Return the actors with the highest scores, ties in order of the network.

    Args:
        graph: The network.
        measure: A name in :data:`graph.analysis.measures.MEASURES`.
        limit: How many actors.
        snapshot: Where captions and classes come from; ``None`` for a list of edges.
        seed: Of the draws for the range.

    Raises:
        ParameterError: There is no such measure.
    """
    compute = MEASURES.get(measure)
    if compute is None:
        raise ParameterError(f"There is no measure {measure!r}. Choose {', '.join(MEASURES)}.")
    scores = np.nan_to_num(compute(graph).astype(np.float64), nan=0.0)
    low, high = _range(graph, measure, scores, seed)
    order = np.argsort(-scores, kind="stable")[:limit]
    labels = [graph.labels[int(i)] for i in order]
    known = {n.id: n for n in snapshot.nodes(labels)} if snapshot else {}
    return [
        Score(
            id=label,
            caption=str(known[label].properties["caption"]) if label in known else label,
            class_name=known[label].labels[0] if label in known else "",
            score=round(float(scores[i]), 6),
            low=round(float(low[i]), 6),
            high=round(float(high[i]), 6),
        )
        for i, label in zip(order, labels, strict=True)
    ]


def _range(graph: SimpleGraph, measure: str, scores: Float64, seed: int) -> tuple[Float64, Float64]:
    is_uncertain = bool(np.any(graph.weights < 1.0))
    # Numbers of components and communities are names, not amounts; they have no range.
    if not is_uncertain or measure in ("component", "community") or graph.node_count > 20_000:
        return scores, scores
    generator = np.random.default_rng(seed)
    rows = np.repeat(np.arange(graph.node_count, dtype=np.int32), graph.degree)
    upper = rows < graph.indices
    source, target, weights = rows[upper], graph.indices[upper], graph.weights[upper]
    drawn = []
    for _ in range(_DRAWS):
        kept = generator.random(len(weights)) < weights
        sample = from_arrays(source[kept], target[kept], weights[kept], graph.labels)
        drawn.append(np.nan_to_num(MEASURES[measure](sample).astype(np.float64), nan=0.0))
    low, high = np.percentile(np.array(drawn), [5, 95], axis=0)
    return low, high


def disruption(
    graph: SimpleGraph, steps: int, *, strategy: Strategy = "sequential", measure: str
) -> Disruption:
    """Remove actors by a measure and return what remains connected.

    Raises:
        ParameterError: There is no such measure.
    """
    compute = MEASURES.get(measure)
    if compute is None:
        raise ParameterError(f"There is no measure {measure!r}. Choose {', '.join(MEASURES)}.")
    return disrupt(graph, steps, strategy=strategy, measure=compute)


def captions(snapshot: Snapshot, ids: Sequence[str]) -> dict[str, str]:
    """Return captions by id."""
    return {n.id: str(n.properties.get("caption", n.id)) for n in snapshot.nodes(ids)}
