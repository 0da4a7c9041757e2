"""STIX 2.1 bundles: objects, relationships, markings; runs inside the locked process.

A bundle is one JSON object, so it is read at once. An object that Lacak wrote carries its id
as an external reference and, in our extension, what STIX has no room for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from loaders.errors import LoadError
from loaders.graphs.frames import IRI, LITERAL, REFERENCE, Event, Facts, Record, Refused, Value
from loaders.graphs.json_text import Json, parse, texts
from loaders.graphs.opening import read_text
from loaders.tabular.limits import Limits
from ontology.claim import BASE
from ontology.foreign import STIX, STIX_EXTENSION, STIX_MAKER, STIX_MARKINGS
from ontology.reading import NS

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_SHOWN = 2_000
# What says something about the object as a record, not about the thing.
_ENVELOPE = frozenset(
    {
        "type",
        "id",
        "spec_version",
        "created",
        "modified",
        "created_by_ref",
        "object_marking_refs",
        "confidence",
        "lang",
        "granular_markings",
        "extensions",
        "identity_class",
        "revoked",
        "relationship_type",
        "source_ref",
        "target_ref",
        "external_references",
    }
)
_LINK = "relationship"
_GRADING = ("marking-definition", "extension-definition")
_TAGS = ("roles", "labels")
# STIX 2.1, appendix A: the scale of confidence against the Admiralty Code.
_CREDIBILITY = ((80, "1"), (60, "2"), (40, "3"), (20, "4"), (0, "5"))


def read(path: Path, limits: Limits) -> Iterator[Event]:
    """Yield what the bundle says of itself, then a record per object.

    Raises:
        LoadError: The file is no bundle, or passes a limit.
    """
    objects = _objects(path, limits)
    if len(objects) > limits.rows:
        raise LoadError(f"{path} {limits.exceeded('rows', f'{len(objects):,}')}")
    found = [(n, o) for n, o in enumerate(objects, 1) if isinstance(o, dict)]
    markings = dict(_markings(o for _, o in found))
    yield Facts(_facts([o for _, o in found]))
    newest = _newest([o for _, o in found])
    for number, item in enumerate(objects, 1):
        if not isinstance(item, dict) or not isinstance(item.get("type"), str):
            yield Refused(number, "no object of STIX: it has no type. Remove it.", _shown(item))
        elif not isinstance(item.get("id"), str):
            yield Refused(number, "it has no id, and names make none. Give it one.", _shown(item))
        elif item["type"] not in _GRADING and item["id"] != STIX_MAKER:
            yield from _event(item, number, markings, newest)


def _objects(path: Path, limits: Limits) -> list[Json]:
    text = read_text(path, limits)
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        deepest = max(deepest, depth)
    if deepest > limits.depth:
        raise LoadError(f"{path} {limits.exceeded('depth', f'{deepest} levels')}")
    try:
        found = parse(text)
    except ValueError as error:
        raise LoadError(f"{path} is no JSON: {error}. Export it again.") from error
    if isinstance(found, list):
        return found
    if isinstance(found, dict) and found.get("type") == "bundle":
        objects = found.get("objects", [])
        if isinstance(objects, list):
            return objects
    if isinstance(found, dict) and "id" in found and "type" in found:
        return [found]
    raise LoadError(f'{path} is no STIX: expected {{"type": "bundle", "objects": […]}}.')


def _facts(objects: list[dict[str, Json]]) -> dict[str, str]:
    """Return who made the objects, if it was one and the bundle names it."""
    makers = {o.get("created_by_ref") for o in objects} - {None}
    if len(makers) != 1:
        return {}
    maker = next(iter(makers))
    name = next((o.get("name") for o in objects if o.get("id") == maker), None)
    return {"publisher": name} if isinstance(name, str) else {}


def _markings(objects: Iterator[dict[str, Json]]) -> Iterator[tuple[str, str]]:
    yield from STIX_MARKINGS.items()
    for item in objects:
        definition = item.get("definition")
        if item.get("type") == _GRADING[0] and isinstance(definition, dict):
            level = str(definition.get("tlp", "")).lower().replace("+", "-")
            yield str(item.get("id")), "clear" if level == "white" else level


def _newest(objects: list[dict[str, Json]]) -> dict[str, str]:
    newest: dict[str, str] = {}
    for item in objects:
        key, modified = str(item.get("id")), str(item.get("modified", ""))
        newest[key] = max(newest.get(key, ""), modified)
    return newest


def _event(
    item: dict[str, Json], number: int, markings: Mapping[str, str], newest: Mapping[str, str]
) -> Iterator[Event]:
    key = str(item["id"])
    if item.get("revoked") is True:
        yield Refused(number, f"{key} was revoked by its producer.", _shown(item))
    elif str(item.get("modified", "")) != newest[key]:
        yield Refused(number, f"{key} stands here in a newer version too.", _shown(item))
    else:
        yield _record(item, number, markings)


def _record(item: dict[str, Json], number: int, markings: Mapping[str, str]) -> Record:
    key, kind = str(item["id"]), str(item["type"])
    own_types, own_values, own_link, left = _extension(item)
    is_link = kind == _LINK and "source_ref" in item and "target_ref" in item
    types = [] if is_link else own_types or [STIX + _typed(item, kind)]
    maker = item.get("created_by_ref")
    return Record(
        line=number,
        id=key,
        space="stix",
        types=types,
        values=[*_values(item, left), *own_values],
        link=(own_link or STIX + str(item.get("relationship_type"))) if is_link else None,
        ends=(str(item["source_ref"]), str(item["target_ref"])) if is_link else None,
        place=key,
        tags=[text for name in _TAGS for text in texts(item.get(name))],
        victims=_victims(item, kind),
        speakers=[maker] if isinstance(maker, str) else [],
        grades=_grades(item, markings),
        own=_own(item),
    )


def _typed(item: dict[str, Json], kind: str) -> str:
    cls = item.get("identity_class")
    is_told = kind == "identity" and cls in ("individual", "group", "organization")
    return f"identity-{cls}" if is_told else kind


def _values(item: dict[str, Json], left: frozenset[str]) -> Iterator[Value]:
    for name, said in item.items():
        if name in _ENVELOPE or name in _TAGS or name in left:
            continue
        kind = REFERENCE if name.endswith(("_ref", "_refs")) else LITERAL
        for text in texts(said):
            yield Value(STIX + name, text, kind, field=name)
    for reference in _references(item):
        if reference.get("source_name") != "lacak" and isinstance(reference.get("url"), str):
            yield Value(STIX + "url", str(reference["url"]), field="external_references")


def _references(item: dict[str, Json]) -> list[dict[str, Json]]:
    found = item.get("external_references")
    return [r for r in found if isinstance(r, dict)] if isinstance(found, list) else []


def _own(item: dict[str, Json]) -> str:
    ids = [r.get("external_id") for r in _references(item) if r.get("source_name") == "lacak"]
    return next((BASE + i for i in ids if isinstance(i, str)), "")


def _extension(item: dict[str, Json]) -> tuple[list[str], list[Value], str, frozenset[str]]:
    """Return classes, values and link by our own names, and what only STIX asked for."""
    extensions = item.get("extensions")
    found = extensions.get(STIX_EXTENSION) if isinstance(extensions, dict) else None
    if not isinstance(found, dict):
        return [], [], "", frozenset()
    name, link, properties = found.get("class"), found.get("link"), found.get("properties")
    values = [
        Value(NS + key, text, IRI if text.startswith(BASE) else LITERAL)
        for key, said in (properties.items() if isinstance(properties, dict) else ())
        for text in texts(said)
    ]
    types = [NS + name] if isinstance(name, str) else []
    # A name that no source gave, and a code that our own property says too.
    left = frozenset({"name", "country"} if found.get("unnamed") else {"country"})
    return types, values, NS + link if isinstance(link, str) else "", left


def _victims(item: dict[str, Json], kind: str) -> list[str]:
    """Return what was targeted, or where an attack was seen; only persons count."""
    if kind == _LINK and item.get("relationship_type") == "targets":
        return texts(item.get("target_ref"))
    return texts(item.get("where_sighted_refs")) if kind == "sighting" else []


def _grades(item: dict[str, Json], markings: Mapping[str, str]) -> dict[str, str]:
    grades: dict[str, str] = {}
    confidence = item.get("confidence")
    if isinstance(confidence, int) and 0 <= confidence <= 100:
        grades["credibility"] = next(n for least, n in _CREDIBILITY if confidence >= least)
    found = [markings[m] for m in texts(item.get("object_marking_refs")) if m in markings]
    if found:
        # The closest marking holds; the list of them is in that order.
        order = list(dict.fromkeys(STIX_MARKINGS.values()))
        grades["marking"] = max(found, key=lambda m: order.index(m) if m in order else 99)
    return grades


def _shown(item: Json) -> str:
    return texts([item])[0][:_SHOWN] if item is not None else "null"
