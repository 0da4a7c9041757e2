"""Which mapping reads which file: by path, by shipped name, by the pattern it carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path

import msgspec

from loaders.errors import LoadError
from loaders.paths import present
from loaders.quarantine import Quarantine
from loaders.tabular.limits import from_environment
from loaders.tabular.mapping import TableMapping
from loaders.tabular.mapping_file import read_mapping
from loaders.tabular.parse import ENDINGS
from loaders.tabular.secret import secret_in
from loaders.tabular.source import TableSource
from ontology.model import Ontology

SHIPPED = Path(__file__).parent.parent / "mappings"
"""Folder of the mappings that ship with Lacak: a file each, or a folder of files."""


def shipped_names() -> tuple[str, ...]:
    """Return the names of shipped mappings."""
    return tuple(sorted(path.stem for path in SHIPPED.iterdir() if path.name[0] not in "_."))


def mapping_files(name: str) -> list[Path]:
    """Return the files of a mapping: a path, a folder, or the name of a shipped one.

    Raises:
        LoadError: There is none; the nearest shipped names are suggested.
    """
    for path in (Path(name), SHIPPED / f"{name}.yaml", SHIPPED / name):
        # A folder of tables that is named like a mapping is no mapping.
        found = sorted(path.glob("*.yaml")) if path.is_dir() else [path] * path.is_file()
        if found:
            return found
    names = shipped_names()
    near = get_close_matches(name, names, n=1, cutoff=0.4)
    hint = f" Nearest: {near[0]}." if near else ""
    raise LoadError(
        f"There is no mapping {name!r}.{hint} Name a YAML file, or one of: {', '.join(names)}. "
        "`lacak map init FILE` drafts one."
    )


@dataclass(slots=True)
class Opened:
    """Tables with their mappings, and files of a folder that no mapping is for."""

    tables: list[TableSource] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a table stands in its file, other than its mapping says.

    Attributes:
        header: Line of the header, counting from 1; 0 if there is none.
        sheet: Name of the sheet.
    """

    header: int | None = None
    sheet: str | None = None


def open_tables(
    paths: Iterable[Path],
    name: str,
    ontology: Ontology,
    home: Path,
    *,
    dataset: str | None = None,
    where: Where | None = None,
    is_kept: bool = True,
    in_bulk: bool = False,
) -> Opened:
    """Open tables with the mapping that reads them.

    Args:
        paths: Tables, or folders of them.
        name: Path or shipped name of a mapping, or of a folder of mappings.
        ontology: Checks mapping and values.
        home: Where the secret of ids lies and refused rows go.
        dataset: Replaces the dataset that the mapping names.
        where: Replaces the line of the header and the sheet that the mapping names.
        is_kept: Whether refused rows are written down.
        in_bulk: Whether plain rows may come in stretches, as :func:`loaders.run.run` takes them.

    Raises:
        LoadError: A mapping is wrong, or a file that is named has none; files of a folder
            that no mapping is for are skipped and told of.
    """
    read = (read_mapping(p, ontology) for p in mapping_files(name))
    mappings = [_placed(_renamed(mapping, dataset), where or Where()) for mapping in read]
    limits = from_environment()
    secret = secret_in(home)
    opened = Opened()
    for path in paths:
        for file in _files(present(path)):
            mapping = _mapping_for(file, mappings)
            if mapping is None:
                opened.skipped.append(file)
                continue
            kept = _quarantine(home, mapping) if is_kept else None
            opened.tables.append(
                TableSource(
                    file,
                    mapping,
                    ontology,
                    limits,
                    secret=secret,
                    quarantine=kept,
                    in_bulk=in_bulk,
                )
            )
        if not opened.tables:
            patterns = ", ".join(str(m.file) for m in mappings)
            raise LoadError(
                f"{path} matches no mapping. Their patterns: {patterns}. Name the mapping file "
                "itself with --map."
            )
    return opened


def _quarantine(home: Path, mapping: TableMapping) -> Quarantine:
    # Tables that are loaded together keep their refused rows apart, for columns differ.
    part = "" if mapping.file is None else f"-{mapping.name}"
    return Quarantine(home / "quarantine", mapping.dataset + part)


def _renamed(mapping: TableMapping, dataset: str | None) -> TableMapping:
    if dataset is None:
        return mapping
    document = msgspec.structs.replace(mapping.document, dataset=dataset)
    return replace(mapping, dataset=dataset, document=document)


def _placed(mapping: TableMapping, where: Where) -> TableMapping:
    return replace(
        mapping,
        header=mapping.header if where.header is None else where.header,
        sheet=mapping.sheet if where.sheet is None else where.sheet,
    )


def _mapping_for(file: Path, mappings: list[TableMapping]) -> TableMapping | None:
    if len(mappings) == 1:
        return mappings[0]
    found = [m for m in mappings if m.file is None or fnmatch(file.name, m.file)]
    # The longest pattern says most about the name.
    return max(found, key=lambda m: len(m.file or ""), default=None)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = sorted(p for p in path.iterdir() if p.suffix.lower() in ENDINGS)
    if not found:
        raise LoadError(f"The folder {path} holds no table. Known endings: {', '.join(ENDINGS)}.")
    return found


def title_of(name: str) -> str:
    """Return what a shipped mapping is for: the first line of its first file."""
    with mapping_files(name)[0].open(encoding="utf-8") as file:
        return file.readline().strip("# \n")
