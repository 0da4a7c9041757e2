"""The locked process that reads one graph; started by :mod:`loaders.graphs.reading`."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders import locked
from loaders.graphs.frames import (
    Event,
    Frame,
    Quad,
    Quads,
    Record,
    Records,
    Request,
    decode_request,
    encode,
)
from loaders.tabular.limits import Limits

_BATCH = 500
_CHARACTERS = 1 << 20
_MODULES = {
    "ftm": "ftm",
    "stix": "stix",
    "graphml": "graphml",
    "gexf": "gexf",
    "node-link": "node_link",
    "pajek": "pajek",
    "gml": "gml",
    "dl": "dl",
    "vna": "vna",
    "matrix-market": "matrix_market",
    "refused": "refused",
}


def prepare(payload: bytes) -> None:
    """Import what the file's format needs, because afterwards nothing can be."""
    for name in ("utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "latin_1", "ascii"):
        importlib.import_module(f"encodings.{name}")
    importlib.import_module(_module(decode_request(payload).form))


def _module(form: str) -> str:
    return f"loaders.graphs.{_MODULES.get(form, 'rdf')}"


def events(request: Request) -> Iterable[Event]:
    """Return what stands in a file."""
    path, limits = Path(request.path), Limits(**request.limits)
    module = importlib.import_module(_module(request.form))
    if request.form in _MODULES:
        found: Iterable[Event] = module.read(path, limits)
    else:
        found = module.read(path, request.form, request.base, limits)
    return found


def work(payload: bytes) -> Iterator[bytes]:
    """Yield frames; records and statements in batches bounded by number and by size."""
    request = decode_request(payload)
    records: list[Record] = []
    quads: list[Quad] = []
    size = 0
    for event in events(request):
        if isinstance(event, Record):
            records.append(event)
            size += sum(len(value.text) for value in event.values)
        elif isinstance(event, Quad):
            quads.append(event)
            size += len(event.object)
        is_batched = isinstance(event, Record | Quad)
        if is_batched and len(records) + len(quads) < _BATCH and size < _CHARACTERS:
            continue
        yield from map(encode, _batches(records, quads))
        records, quads, size = [], [], 0
        if not isinstance(event, Record | Quad):
            yield encode(event)
    yield from map(encode, _batches(records, quads))


def _batches(records: list[Record], quads: list[Quad]) -> Iterator[Frame]:
    if records:
        yield Records(records)
    if quads:
        yield Quads(quads)


if __name__ == "__main__":
    locked.serve(prepare, work)
