"""One phase of ``bench/scale.py``, in a process of its own so that its memory is its own.

``python -m bench.phases PHASE FOLDER CLAIMS [URL]`` prints one JSON object.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import networkx as nx

from bench.world import Item, world
from graph.analysis.network import Filter
from graph.analysis.paths import shortest_paths
from graph.catalogue.query import load_catalogue
from graph.engines import arcadedb
from graph.ledger.ledger import open_ledger
from graph.opening import open_store
from graph.projection.rebuild import rebuild_snapshot, synchronize
from graph.services.search import search
from graph.settings import Settings
from graph.snapshots import Snapshot, current
from graph.store import Node, Row, Store
from loaders.model import Item as LoaderItem
from loaders.model import Place
from loaders.model import Row as LoaderRow
from loaders.run import run
from ontology.claim import Claim
from ontology.model import load

Result = dict[str, object]


@dataclass(frozen=True)
class Task:
    """Where a phase works, how large the world is, and which engine is meant, if one is."""

    folder: Path
    claims: int = 0
    url: str = ""


TIES = frozenset({"RECRUITED", "USES", "THROUGH", "IMPLICATES", "AFFECTED"})
ASKED = 100
NAIVE_ROWS = 400


class Source:
    """The synthetic record as a loader's source; one row per claim."""

    name = "bench"

    def __init__(self, made: list[Item]) -> None:
        self._made = made

    def items(self) -> Iterator[LoaderItem]:
        """Yield documents and rows."""
        place = Place("bench")
        for item in self._made:
            yield LoaderRow(place, (item,)) if isinstance(item, Claim) else item

    def size(self) -> int | None:
        """Return the number of items."""
        return len(self._made)


def rate(count: float, work: Callable[[], object]) -> Result:
    """Return how many of ``count`` some work does per second of the clock and of our CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"wall": round(count / wall), "cpu": round(count / cpu), "seconds": round(wall, 2)}


def size_mb(path: Path) -> float:
    """Return the size of a file or folder in MB."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return round(sum(p.stat().st_size for p in files) / 1e6, 1)


def latency(work: Callable[[str], object], keys: list[str]) -> Result:
    """Return p50 and p95 of one call in milliseconds, after five calls to warm up."""
    for key in keys[:5]:
        work(key)
    taken = []
    for key in keys:
        begun = time.perf_counter()
        work(key)
        taken.append((time.perf_counter() - begun) * 1000)
    taken.sort()
    return {"p50": round(taken[len(taken) // 2], 3), "p95": round(taken[len(taken) * 95 // 100], 3)}


def ledger(task: Task) -> Result:
    """Load through the runner (checked, one fate per row), then append alone."""
    made = list(world(task.claims))
    count = sum(isinstance(item, Claim) for item in made)
    empty_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first = open_ledger(f"sqlite:///{task.folder / 'ledger.db'}")
    only_claims = [item for item in made if isinstance(item, Claim)]
    tenth = Source(made[: len(made) // 10])
    bare = open_ledger(f"sqlite:///{task.folder / 'bare.db'}")
    result: Result = {
        "claims": count,
        "load": rate(count, lambda: run(Source(made), first)),
        "reload": rate(count / 10, lambda: run(tenth, first)),
        "append": rate(count, lambda: bare.add_claims(only_claims)),
        "read": rate(count, lambda: sum(1 for _ in bare.claims())),
        "held_by_the_input_mb": round(empty_mb),
    }
    first.close()
    bare.close()
    (task.folder / "bare.db").unlink()
    return result | {"store_mb": size_mb(task.folder / "ledger.db")}


def snapshot(task: Task) -> Result:
    """Project the ledger into snapshot and read model."""
    opened = open_ledger(f"sqlite:///{task.folder / 'ledger.db'}")
    count = opened.counts()["claims"]
    built = rate(count, lambda: rebuild_snapshot(opened, task.folder / "snapshots"))
    made = _current(task.folder)
    return {
        "build": built,
        "nodes": made.manifest.nodes,
        "relationships": made.manifest.relationships,
        "store_mb": size_mb(made.folder / "graph.db"),
        "read_model_mb": size_mb(made.folder / "network"),
    }


def _current(folder: Path) -> Snapshot:
    found = current(folder / "snapshots")
    assert found is not None
    return found


def _people(shown: Snapshot) -> list[str]:
    names = [shown.network.names.ids[i] for i in range(shown.network.node_count)]
    people = [i for i in names if i.startswith("person:")]
    return random.Random(3).choices(people, k=ASKED)


def read_model(task: Task) -> Result:
    """Ask the snapshot and its read model."""
    shown, ontology = _current(task.folder), load()
    network, wanted = shown.network, Filter(types=TIES)
    people = _people(shown)
    pairs = dict(zip(people, reversed(people), strict=True))

    def within(hops: int) -> Callable[[str], object]:
        return lambda key: network.ego(network.index(key), hops, wanted, 10**9)

    def path(key: str) -> object:
        ends = network.index(key), network.index(pairs[key])
        return shortest_paths(network, *ends, wanted, max_hops=6, limit=1)

    names = [str(shown.node(key).properties["caption"]) for key in people]
    return {
        "key": latency(shown.node, people),
        **{f"within_{n}": latency(within(n), people) for n in (1, 2, 3)},
        "path": latency(path, people),
        "name": latency(lambda text: search(shown, ontology, text, "Person"), names),
        "misspelt_name": latency(
            lambda text: search(shown, ontology, text.replace("a", "e", 1), "Person"), names[:10]
        ),
        "reached_in_2": [
            len(network.ego(network.index(k), 2, wanted, 10**9).nodes) - 1 for k in people
        ],
    }


def networkx(task: Task) -> Result:
    """Hold the same ties in networkx and ask the same."""
    shown = _current(task.folder)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def build() -> None:
        for node in shown.all_nodes():
            graph.add_node(node.id, **node.properties)
        for link in shown.all_relationships():
            if link.type in TIES:
                graph.add_edge(link.source, link.target, key=link.id, **link.properties)

    filled = rate(shown.manifest.nodes + shown.manifest.relationships, build)
    people = _people(shown)
    pairs = dict(zip(people, reversed(people), strict=True))
    plain = graph.to_undirected(as_view=True)
    names = {key: str(data.get("search_text", "")) for key, data in graph.nodes(data=True)}

    def path(key: str) -> object:
        try:
            return nx.bidirectional_shortest_path(plain, key, pairs[key])
        except nx.NetworkXNoPath:
            return None

    def within(hops: int) -> Callable[[str], dict[str, int]]:
        return lambda key: nx.single_source_shortest_path_length(plain, key, cutoff=hops)

    captions = [str(graph.nodes[key]["caption"]).lower() for key in people]
    return {
        "fill": filled,
        "key": latency(lambda key: dict(graph.nodes[key]), people),
        **{f"within_{n}": latency(within(n), people) for n in (1, 2, 3)},
        "path": latency(path, people),
        "name": latency(lambda text: [k for k, v in names.items() if text in v], captions),
        "reached_in_2": [len(within(2)(key)) - 1 for key in people],
    }


def engine(task: Task) -> Result:
    """Fill a graph engine from the snapshot and ask it the same in Cypher."""
    shown = _current(task.folder)
    store = open_store(task.url, Settings(heap_mb=2048))
    records = shown.manifest.nodes + shown.manifest.relationships
    snapshots = task.folder / "snapshots"
    result: Result = {
        "fill": rate(records, lambda: synchronize(store, snapshots, None, shown)),
    }
    result |= _questions(store, shown)
    result |= _naive(store, shown)
    store.close()
    if task.url.startswith("embedded"):
        folder = Path(task.url.removeprefix("embedded://"))
        result["server_peak_mb"] = _peak_mb_of(str(folder))
        # It would linger for a while and write into a folder that is about to go.
        arcadedb.stop(folder)
        result["store_mb"] = size_mb(folder)
    return result


def _questions(store: Store, shown: Snapshot) -> Result:
    shipped, own = load_catalogue(), load_catalogue(Path(__file__).parent / "queries")
    people = _people(shown)
    pairs = dict(zip(people, reversed(people), strict=True))
    names = [str(shown.node(key).properties["caption"]) for key in people]
    with store.reader(timeout_seconds=120) as reader:

        def within(hops: int) -> Callable[[str], Row]:
            return lambda key: reader.read(own[f"within_{hops}"], {"id": key})[0]

        def path(key: str) -> object:
            return reader.read(own["path_length"], {"start": key, "goal": pairs[key]})

        return {
            "key": latency(lambda key: reader.read(shipped["entity_by_id"], {"id": key}), people),
            **{f"within_{n}": latency(within(n), people[:50]) for n in (1, 2, 3)},
            "path": latency(path, [key for key in people if key != pairs[key]][:50]),
            "name": latency(lambda t: reader.read(shipped["search_by_name"], {"text": t}), names),
            "reached_in_2": [within(2)(key)["n"] for key in people],
        }


def _naive(store: Store, shown: Snapshot) -> Result:
    """Write rows one MERGE each, as a first program would, and again through our writer."""
    sample = [
        Node(f"{n.id}x", n.labels, n.properties)
        for n, _ in zip(shown.all_nodes(), range(NAIVE_ROWS), strict=False)
    ]
    # The driver is the store's own, so that nothing but the manner of writing differs.
    driver, database = store._driver, store._database  # type: ignore[attr-defined]  # noqa: SLF001

    def one_by_one() -> None:
        with driver.session(database=database) as session:
            for node in sample:
                text = f"MERGE (n:Entity {{id: $id}}) SET n:{':'.join(node.labels)}, n += $values"
                if store.capabilities.engine == "embedded":
                    # There a label cannot be added later.
                    text = f"MERGE (n:{node.labels[0]} {{id: $id}}) SET n += $values"
                parameters = {"id": node.id, "values": dict(node.properties)}
                session.execute_write(_run, text, parameters)

    again = (Node(f"{n.id}{i}", n.labels, n.properties) for i in range(10) for n in sample)
    with store.writer() as writer:
        batched = rate(10 * len(sample), lambda: writer.write_nodes(again))
    return {"naive": rate(len(sample), one_by_one), "batched": batched}


def _run(transaction: neo4j.ManagedTransaction, text: str, parameters: Result) -> None:
    transaction.run(text, parameters).consume()


def _peak_mb_of(folder: str) -> int:
    """Return the peak memory of the Java process that serves a folder; 0 where not told."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command, status = (process / "cmdline").read_text(), (process / "status").read_text()
        except OSError:
            continue
        if folder in command and status.startswith("Name:\tjava"):
            return round(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
    return 0


def main() -> None:
    """Run the phase that the command line names."""
    phase, folder, claims, *rest = sys.argv[1:]
    phases: dict[str, Callable[[Task], Result]] = {
        "ledger": ledger,
        "snapshot": snapshot,
        "read_model": read_model,
        "networkx": networkx,
        "engine": engine,
    }
    result = phases[phase](Task(Path(folder), int(claims), *rest))
    result["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
