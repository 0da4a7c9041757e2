"""The formats that the graph, or a part of it, can be written in: by name and by ending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

import orjson
import pyoxigraph as ox

from graph.batches import batches
from graph.errors import ExportError
from graph.export import ftm, networks, stix
from graph.export.rdf import Quad, quads, quads_of, write_nquads, write_turtle
from graph.export.terms import PREFIXES
from graph.services.floor import floor_rule
from graph.snapshots import Snapshot
from ontology.model import Ontology, Text

Ids = Sequence[str] | None
"""The entities to write; ``None`` for all."""

Writer = Callable[[Snapshot, Ontology, TextIO, Ids], "Counter[str] | None"]

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Form:
    """One format.

    Attributes:
        ending: Ending of its files.
        write: Writes it; returns what had no place in it, if that can be.
        keeps: What a load of the file gives back.
        has_comments: Lines that begin with ``#`` may stand before everything else.
    """

    ending: str
    write: Writer
    keeps: Text
    has_comments: bool = False


def _quads(snapshot: Snapshot, ontology: Ontology, ids: Ids, has_graphs: bool) -> Iterable[Quad]:
    if ids is None:
        return quads(snapshot, ontology, has_graphs=has_graphs)
    records = [r for node in snapshot.nodes(ids) for r in _records(node.properties.get("records"))]
    claims = snapshot.claims_of([*ids, *records])
    documents = dict.fromkeys(s.claim.document for s in claims)
    whole = list(dict.fromkeys((*ids, *documents)))
    return chain.from_iterable(
        quads_of(snapshot, ontology, batch, has_graphs=has_graphs)
        for batch in batches(whole, _BATCH)
    )


def _records(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _turtle(snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Ids) -> None:
    write_turtle(_quads(snapshot, ontology, ids, has_graphs=False), file)


def _ntriples(snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Ids) -> None:
    plain = (Quad(s, p, o, "") for s, p, o, _ in _quads(snapshot, ontology, ids, has_graphs=False))
    write_nquads(plain, file)


def _nquads(snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Ids) -> None:
    write_nquads(_quads(snapshot, ontology, ids, has_graphs=True), file)


def _through(form: ox.RdfFormat, *, has_graphs: bool = False) -> Writer:
    """Return a writer in a format whose grammar is not ours to repeat."""

    def write_form(snapshot: Snapshot, ontology: Ontology, file: TextIO, ids: Ids) -> None:
        found = _quads(snapshot, ontology, ids, has_graphs=has_graphs)
        statements = _parsed(found, has_graphs=has_graphs)
        made = (ox.serialize(statements, format=form, prefixes=dict(PREFIXES)) or b"").decode()
        rule = floor_rule(snapshot)
        file.write(made if rule is None else _ruled(made, rule))

    return write_form


def _ruled(made: str, rule: Text) -> str:
    """Return a text with the rule at its head, where a reader of RDF passes over it."""
    if made.startswith("<?xml"):
        return made.replace("?>\n", f"?>\n<!-- {rule.id} -->\n<!-- {rule.en} -->\n", 1)
    if made.startswith("["):
        # JSON has no comments, but a key that stands for no IRI says nothing in JSON-LD.
        head = orjson.dumps({"rule": {"id": rule.id, "en": rule.en}}).decode()
        return f"[{head}{'' if made.startswith('[]') else ','}{made[1:]}"
    return made


def _parsed(found: Iterable[Quad], *, has_graphs: bool) -> Iterator[ox.Quad]:
    # rdflib needs minutes for a whole graph; this parser and serialiser need seconds.
    for batch in batches(found, _BATCH):
        lines = "".join(f"{s} {p} {o} {g if has_graphs else ''} .\n" for s, p, o, g in batch)
        yield from ox.parse(lines.encode(), format=ox.RdfFormat.N_QUADS)


_CLAIMS = Text(
    id="setiap klaim dengan dokumen, letak, penutur, dan nilainya",
    en="every claim with its document, place, speakers and grading",
)
_VALUES = Text(
    id="entitas, nilai, dan hubungan; siapa yang menyatakannya tertinggal",
    en="entities, values and relations; who said so stays behind",
)

FORMATS: Mapping[str, Form] = MappingProxyType(
    {
        "turtle": Form(".ttl", _turtle, _CLAIMS, has_comments=True),
        "n-triples": Form(".nt", _ntriples, _CLAIMS, has_comments=True),
        "n-quads": Form(".nq", _nquads, _CLAIMS, has_comments=True),
        "trig": Form(
            ".trig", _through(ox.RdfFormat.TRIG, has_graphs=True), _CLAIMS, has_comments=True
        ),
        "json-ld": Form(".jsonld", _through(ox.RdfFormat.JSON_LD), _CLAIMS),
        "rdf-xml": Form(".rdf", _through(ox.RdfFormat.RDF_XML), _CLAIMS),
        "ftm": Form(".ftm.jsonl", ftm.write, _VALUES),
        "stix": Form(".stix.json", stix.write, _VALUES),
        "graphml": Form(".graphml", networks.write_graphml, _VALUES),
        "gexf": Form(".gexf", networks.write_gexf, _VALUES),
    }
)
"""Format by name."""


def write(
    snapshot: Snapshot,
    ontology: Ontology,
    path: Path,
    form: str | None = None,
    ids: Ids = None,
) -> Counter[str]:
    """Write a snapshot, or some of its entities, to a file, whole or not at all.

    Args:
        snapshot: What to export.
        ontology: The model it was projected with.
        path: File to write; its ending says the format where ``form`` is absent.
        form: A name in :data:`FORMATS`.
        ids: The entities to write; documents that their claims cite come along.

    Returns:
        How many things of each kind have no place in the format.

    Raises:
        ExportError: No such format, or the file cannot be written.
    """
    writer = form_of(path, form).write
    temporary = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # No translation of line ends: a file is the same on every system.
        with temporary.open("w", encoding="utf-8", newline="") as file:
            if form_of(path, form).has_comments and (rule := floor_rule(snapshot)):
                file.write(f"# {rule.id}\n# {rule.en}\n")
            left_out = writer(snapshot, ontology, file, ids)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise ExportError(f"{path} cannot be written: {error.strerror}.") from error
    return left_out or Counter()


def form_of(path: Path, form: str | None) -> Form:
    """Return a format by its name, or by the ending of a file.

    Raises:
        ExportError: There is none.
    """
    if form is not None:
        if form not in FORMATS:
            raise ExportError(f"There is no format {form!r}. Choose {', '.join(FORMATS)}.")
        return FORMATS[form]
    # The longest ending first: .ftm.jsonl is not .jsonl.
    for known in sorted(FORMATS.values(), key=lambda f: -len(f.ending)):
        if path.name.endswith(known.ending):
            return known
    endings = ", ".join(known.ending for known in FORMATS.values())
    raise ExportError(f"{path.name}: name a file ending in {endings}, or give --as.")
