"""The folder of an evidence pack, and the check that nothing in it has changed.

``report.pdf`` and ``report.docx`` for people; ``picture.svg``; ``claims.ndjson`` and
``documents.ndjson`` for programs; ``manifest.json`` with the SHA-256 of each. A claim's id
is a hash of its content, so the list of claims verifies itself as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec
import orjson

from graph.services.dossier import Dossier
from ontology.claim import Claim
from ontology.model import Language, Ontology
from viz.errors import ReportError
from viz.report import docx, pdf
from viz.report.content import Content, compose, source_hash
from viz.report.printing import printable
from viz.svg import render

MANIFEST = "manifest.json"


class _Listed(Claim, frozen=True, kw_only=True):
    """A claim as a pack lists it: with the id it has in the graph, and when it was recorded."""

    key: str
    recorded: str


def write(dossier: Dossier, ontology: Ontology, folder: Path, language: Language) -> list[Path]:
    """Write a pack into a folder, which is made; return its files, the manifest last.

    Raises:
        ReportError: The folder holds another pack or cannot be written, or optional packages
            are missing.
    """
    if (folder / MANIFEST).exists():
        raise ReportError(f"{folder} holds a pack already. Name another folder with --out.")
    parts = files_of(dossier, ontology, language)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, body in parts.items():
            (folder / name).write_bytes(body)
    except OSError as error:
        raise ReportError(
            f"{folder} cannot be written: {error.strerror}. Name a folder with --out."
        ) from error
    return [folder / name for name in parts]


def files_of(dossier: Dossier, ontology: Ontology, language: Language) -> dict[str, bytes]:
    """Return the files of a pack by name, the manifest last.

    Raises:
        ReportError: Optional packages are missing.
    """
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    content, picture = _drafted(dossier, ontology, language, moment)
    pages, raster = pdf.typeset(content, printable(picture))
    parts = {
        "report.pdf": pages,
        "report.docx": docx.written(content, raster),
        "picture.svg": picture.encode(),
        "claims.ndjson": _lines(_listed(dossier)),
        "documents.ndjson": _lines(msgspec.to_builtins(d) for d in dossier.documents),
    }
    return parts | {MANIFEST: _manifest(dossier, parts, moment)}


def paper(
    dossier: Dossier, ontology: Ontology, form: Literal["pdf", "docx"], language: Language
) -> bytes:
    """Return one paper of a pack alone.

    Raises:
        ReportError: Optional packages are missing.
    """
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    content, picture = _drafted(dossier, ontology, language, moment)
    pages, raster = pdf.typeset(content, printable(picture))
    return pages if form == "pdf" else docx.written(content, raster)


def _drafted(
    dossier: Dossier, ontology: Ontology, language: Language, moment: str
) -> tuple[Content, str]:
    content = compose(dossier, ontology, language, moment)
    title = content.title[:120]
    return content, render(dossier.network, ontology, title=title, language=language, width=1400)


def _listed(dossier: Dossier) -> Iterable[object]:
    for stored in dossier.claims:
        yield {
            "key": stored.id,
            "recorded": stored.recorded,
            **msgspec.to_builtins(stored.claim),
        }


def _lines(rows: Iterable[object]) -> bytes:
    return b"".join(orjson.dumps(row) + b"\n" for row in rows)


def _manifest(dossier: Dossier, parts: Mapping[str, bytes], made: str) -> bytes:
    content: dict[str, object] = {
        "about": [entity.id for entity in dossier.focus],
        "made": made,
        "graph": {"digest": dossier.digest, "as_of": dossier.as_of},
        "files": {name: hashlib.sha256(body).hexdigest() for name, body in parts.items()},
        "sources": {d.id: source_hash(d) for d in dossier.documents},
        "claims": [stored.id for stored in dossier.claims],
    }
    if dossier.case:
        content["pinned"] = list(dossier.case.pinned)
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)


def verify(folder: Path) -> list[str]:
    """Return what does not verify, one sentence each; an empty list says all does.

    Raises:
        ReportError: There is no manifest that can be read.
    """
    try:
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
        files: dict[str, str] = manifest["files"]
        claims: list[str] = manifest["claims"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReportError(
            f"{folder} holds no readable {MANIFEST}: {error}. Name the folder of a pack."
        ) from error
    faults = []
    for name, expected in sorted(files.items()):
        path = folder / name
        if Path(name).name != name or not path.is_file():
            faults.append(f"{name} is missing.")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            faults.append(f"{name} is not the file that was written: its SHA-256 differs.")
    faults += [
        f"{p.name} was added." for p in sorted(folder.iterdir()) if p.name not in {*files, MANIFEST}
    ]
    return faults + _claim_faults(folder / "claims.ndjson", claims)


def _claim_faults(path: Path, expected: list[str]) -> list[str]:
    faults, found = [], []
    for number, line in enumerate(path.read_bytes().splitlines() if path.is_file() else (), 1):
        try:
            claim = msgspec.json.decode(line, type=_Listed)
        except msgspec.DecodeError as error:
            faults.append(f"{path.name}, line {number}: not a claim ({error}).")
            continue
        found.append(claim.key)
        if claim.id != claim.key:
            faults.append(f"{path.name}, line {number}: the claim is not what {claim.key} says.")
    if found != expected:
        faults.append(f"{path.name} lists other claims than the manifest.")
    return faults
