"""Asking a server instead of this machine: what ``--server`` makes of show, search, query, path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli import showing
from api.cli.output import Format, as_json, emit, write
from api.cli.state import language, say, workspace
from api.errors import RemoteError
from graph.services.entities import label_of

if TYPE_CHECKING:
    from api.client import Client


class _Chosen:
    server: str = ""
    key: str = ""
    purpose: str = ""


def choose(server: str | None, key_file: Path | None, purpose: str | None) -> None:
    """Remember the server given on the command line.

    Raises:
        RemoteError: The file of the key cannot be read.
    """
    try:
        _Chosen.key = key_file.read_text("ascii").strip() if key_file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise RemoteError(f"The key in {key_file} cannot be read: {error}.") from error
    _Chosen.server, _Chosen.purpose = server or "", purpose or ""


def client() -> Client | None:
    """Return a client of the server; nothing, where this machine is asked."""
    if not _Chosen.server:
        return None
    from api.client import Client

    return Client(_Chosen.server, _Chosen.key, purpose=_Chosen.purpose, language=language())


def show(asked: Client, entity_id: str, form: Format) -> None:
    """Print everything known of an entity."""
    found = asked.entity(entity_id)
    if form is Format.JSON:
        write(as_json(found))
    elif form is Format.CSV:
        emit(form, *showing.as_rows(found))
    else:
        showing.print_view(found, workspace().ontology, language())


def search(asked: Client, text: str, cls: str | None, limit: int, form: Format) -> None:
    """Print entities found by name."""
    showing.print_hits(asked.search(text, cls, limit, language()), form)


def query(
    asked: Client, name: str | None, parameters: Sequence[tuple[str, str]], form: Format
) -> None:
    """Print the rows of a query, or what queries there are."""
    if name is None:
        rows = [
            {
                "name": q.name,
                "title": q.title,
                "parameters": ", ".join(
                    p.name if p.required else f"[{p.name}]" for p in q.parameters
                ),
            }
            for q in asked.queries()
        ]
        emit(form, ("name", "title", "parameters"), rows)
        return
    found = asked.query(name, parameters)
    cut = say("terpotong; ", "cut; ") if found.truncated else ""
    note = f"{len(found.rows)} {say('baris', 'rows')}; {cut}{found.as_of}"
    shown = [c for c in found.columns if c != "claims" or form is not Format.TABLE]
    emit(form, shown, found.rows, title=found.title, note=note)


def path(asked: Client, ends: tuple[str, str], hops: int, limit: int, form: Format) -> None:
    """Print the shortest paths between two entities, with the claims of each step."""
    found = asked.path(*ends, hops=hops, limit=limit)
    captions = {n.id: str(n.properties.get("caption", n.id)) for n in found.nodes}
    links = {frozenset((r.source, r.target)): r for r in found.relationships}
    columns = ("path", "step", "from", "relationship", "to", "support", "confidence", "claims")
    rows: list[dict[str, object]] = []
    for number, ids in enumerate(found.paths, 1):
        for step, (a, b) in enumerate(pairwise(ids), 1):
            link = links[frozenset((a, b))]
            label = label_of(workspace().ontology, link.type).in_(language())
            rows.append(
                {
                    "path": number,
                    "step": step,
                    "from": captions[a],
                    "relationship": f"{label} →" if link.source == a else f"← {label}",
                    "to": captions[b],
                    "support": link.properties.get("support"),
                    "confidence": link.properties.get("confidence"),
                    "claims": link.properties.get("claims"),
                }
            )
    emit(form, columns, rows)
