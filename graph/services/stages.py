"""Stale legal stages, in words: the one place where every screen, picture and file asks.

From when on a stage counts as stale is the ontology's, and stands in the projection
(:mod:`graph.projection.standing`); whether that day has come is for the reader's day to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from graph.projection.standing import CONFIRMED, STALE, expiring
from ontology.model import Language, Ontology, Text

STALE_TEXT: Final = Text(
    "usang: tidak disebut sumber lagi sejak {day}, mungkin sudah berubah",
    "stale: no source has stated it since {day}, it may have changed",
)
STALE_MARK: Final = Text("usang", "stale")
"""The same in one word, where there is no room for more."""
_DETAILS: Final = ("stage", "role")
UNDATED_TEXT: Final = Text(
    "usang: tidak ada sumber yang menyebut harinya, mungkin sudah berubah",
    "stale: no source gives a day, it may have changed",
)


def this_day() -> str:
    """Return today as an ISO day, in UTC."""
    return datetime.now(UTC).date().isoformat()


def stale(
    ontology: Ontology, properties: Mapping[str, object], today: str | None = None
) -> Text | None:
    """Return the words that a stage needs where no source has confirmed it for long.

    Args:
        ontology: What expires, and after how long.
        properties: Of a legal stage's node, or of the relationship it is projected as.
        today: ISO day; the real one without it.

    Returns:
        ``None`` for what is fresh, and for what does not expire.
    """
    if expiring(ontology, properties) is None:
        return None
    confirmed = properties.get(CONFIRMED)
    if confirmed is None:
        return UNDATED_TEXT
    if str(properties.get(STALE)) > (today or this_day()):
        return None
    return Text(*(text.format(day=confirmed) for text in (STALE_TEXT.id, STALE_TEXT.en)))


def stale_value(
    ontology: Ontology, name: str, value: str, properties: Mapping[str, object]
) -> Text | None:
    """Return what :func:`stale` does, of one value of an entity with these properties."""
    days = {key: properties[key] for key in (CONFIRMED, STALE) if key in properties}
    return stale(ontology, {name: value, **days})


def worded(told: str, note: Text | None, language: Language) -> str:
    """Return a stage as people read it: with the words that it needs, if any."""
    return f"{told} ({note.in_(language)})" if note else told


def detail(
    ontology: Ontology, properties: Mapping[str, object], *, is_short: bool = False
) -> Text | None:
    """Return the legal stage or role that a relationship carries; a stale stage says so.

    Args:
        ontology: Labels.
        properties: Of the relationship.
        is_short: One word for what is stale, where there is no room for more.
    """
    labels: list[Text] = []
    for name in _DETAILS:
        values, prop = properties.get(name), ontology.properties.get(name)
        if values is None or prop is None or prop.scheme is None:
            continue
        concepts = ontology.scheme(prop.scheme).concepts
        for value in map(str, values if isinstance(values, list) else [values]):
            concept = concepts.get(value)
            labels.append(concept.label if concept else Text(value, value))
    if not labels:
        return None
    note = stale(ontology, properties)
    note = STALE_MARK if note and is_short else note
    return Text(
        worded(", ".join(told.id for told in labels), note, "id"),
        worded(", ".join(told.en for told in labels), note, "en"),
    )


def rule(ontology: Ontology) -> Text:
    """Return after how long a legal stage counts as stale, as a sentence."""
    days = ontology.cls("LegalStage").stale_after_days
    return Text(
        f"Tahap hukum yang tidak disebut sumber selama {days} hari ditandai usang; yang hanya "
        "diketahui dari berita ditampilkan sebagai diberitakan.",
        f"A legal stage that no source has stated for {days} days is marked stale; what only "
        "news says is shown as reported.",
    )


def holds_until(ontology: Ontology, properties: Mapping[str, object], start: str) -> str:
    """Return the ISO day up to which a stage may be drawn as if it held.

    Args:
        ontology: After how long a stage is stale.
        properties: Of the stage.
        start: ISO day on which it began, for a stage that no source confirms later.
    """
    if properties.get(CONFIRMED) is not None:
        return str(properties[STALE])
    days = ontology.cls("LegalStage").stale_after_days
    last = min(date.fromisoformat(start).toordinal() + days, date.max.toordinal())
    return date.fromordinal(last).isoformat()
