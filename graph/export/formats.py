"""The formats that the whole graph can be written in, by name and by ending of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

import pyoxigraph as ox

from graph.errors import ExportError
from graph.export.rdf import quads, write_nquads, write_turtle
from graph.export.terms import PREFIXES
from graph.snapshots import Snapshot
from ontology.model import Ontology

Writer = Callable[[Snapshot, Ontology, TextIO], None]


def _turtle(snapshot: Snapshot, ontology: Ontology, file: TextIO) -> None:
    write_turtle(quads(snapshot, ontology), file)


def _nquads(snapshot: Snapshot, ontology: Ontology, file: TextIO) -> None:
    write_nquads(quads(snapshot, ontology, has_graphs=True), file)


def _jsonld(snapshot: Snapshot, ontology: Ontology, file: TextIO) -> None:
    # rdflib needs minutes for a whole graph; this parser and serialiser need seconds.
    lines = "".join(f"{q.subject} {q.predicate} {q.object} .\n" for q in quads(snapshot, ontology))
    statements = ox.parse(lines.encode(), format=ox.RdfFormat.N_TRIPLES)
    made = ox.serialize(statements, format=ox.RdfFormat.JSON_LD, prefixes=dict(PREFIXES))
    file.write((made or b"").decode())


FORMATS: Mapping[str, tuple[str, Writer]] = MappingProxyType(
    {
        "turtle": (".ttl", _turtle),
        "n-quads": (".nq", _nquads),
        "json-ld": (".jsonld", _jsonld),
    }
)
"""File ending and writer by name of format."""


def write(snapshot: Snapshot, ontology: Ontology, path: Path, form: str | None = None) -> None:
    """Write a snapshot to a file, whole or not at all.

    Args:
        snapshot: What to export.
        ontology: The model it was projected with.
        path: File to write; its ending says the format where ``form`` is absent.
        form: A name in :data:`FORMATS`.

    Raises:
        ExportError: No such format, or the file cannot be written.
    """
    writer = _writer(path, form)
    temporary = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8") as file:
            writer(snapshot, ontology, file)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ExportError(f"{path} cannot be written: {error.strerror}.") from error


def _writer(path: Path, form: str | None) -> Writer:
    if form is not None:
        if form not in FORMATS:
            raise ExportError(f"There is no format {form!r}. Choose {', '.join(FORMATS)}.")
        return FORMATS[form][1]
    for ending, writer in FORMATS.values():
        if path.name.endswith(ending):
            return writer
    endings = ", ".join(ending for ending, _ in FORMATS.values())
    raise ExportError(f"{path.name}: name a file ending in {endings}, or give --format.")
