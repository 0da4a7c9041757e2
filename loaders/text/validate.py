"""The last gate: nothing leaves that the text does not hold or the ontology does not know.

Owns the checks that every extractor's output passes, ours and any adapter's: terms exist, the
property fits the subject's class, the quote stands at its offsets, and a value can be read again
from its quote. What fails becomes a refusal with the reason; nothing is raised for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from loaders.text import coming, durations, money, numbers, relative_days, relative_years
from loaders.text.dates import recognise as recognise_dates
from loaders.text.deadlines import bears, due
from loaders.text.draft import DraftClaim, Entity, Extraction, Mention, Refusal
from ontology import types
from ontology.errors import LacakError
from ontology.model import Ontology, load

_NUMERIC = frozenset(
    [
        "groupSizeLower",
        "groupSizeUpper",
        "countLower",
        "countUpper",
        "suspensionMonths",
        "sentenceMonths",
        "fineSubstituteMonths",
        "restitutionSubstituteMonths",
        "age",
    ]
)
_MONEY = frozenset({"amountIdr", "feeIdr", "fineIdr", "restitutionIdr"})
_DATES = frozenset({"date", "startDate", "endDate", "published", "window", "deadline"})
_VERBATIM = frozenset(
    [
        "name",
        "alias",
        "statementText",
        "address",
        "author",
        "title",
        "initials",
        "decreeNumber",
        "jobTitle",
        "promisedPay",
        "bank",
        "articleSection",
        "sanctionReason",
    ]
)


def checked(text: str, extraction: Extraction) -> Extraction:
    """Return the extraction with what does not hold moved to ``refused``."""
    ontology = load()
    refused = list(extraction.refused)
    entities = _entities(ontology, extraction.entities, refused)
    mentions = tuple(m for m in extraction.mentions if _stands(text, m, refused))
    claims = tuple(
        claim
        for one in extraction.claims
        if (claim := _claim(text, ontology, entities, one, extraction, refused)) is not None
    )
    return replace(
        extraction, mentions=mentions, claims=claims, entities=tuple(entities.values()),
        refused=tuple(refused),
    )  # fmt: skip


def _entities(
    ontology: Ontology, entities: Iterable[Entity], refused: list[Refusal]
) -> dict[str, Entity]:
    made: dict[str, Entity] = {}
    for entity in entities:
        try:
            cls = ontology.cls(entity.cls)
        except LacakError as error:
            refused.append(Refusal(entity.start, entity.end, entity.caption, str(error)))
            continue
        if cls.is_abstract:
            reason = f"{entity.id}: class {cls.name} is abstract."
            refused.append(Refusal(entity.start, entity.end, entity.caption, reason))
        else:
            made[entity.id] = entity
    return made


def _stands(text: str, mention: Mention, refused: list[Refusal]) -> bool:
    if text[mention.start : mention.end] == mention.text:
        return True
    reason = f"At {mention.start}-{mention.end} stands {text[mention.start : mention.end]!r}."
    refused.append(Refusal(mention.start, mention.end, mention.text, reason))
    return False


def _claim(
    text: str,
    ontology: Ontology,
    entities: dict[str, Entity],
    claim: DraftClaim,
    extraction: Extraction,
    refused: list[Refusal],
) -> DraftClaim | None:
    try:
        made = replace(claim, value=_value(ontology, entities, claim))
        ontology.scheme("modalities").concept(claim.modality)
        reason = _evidence(text, claim, extraction)
    except LacakError as error:
        reason = str(error)
    if reason:
        refused.append(Refusal(claim.start, claim.end, claim.quote, f"{claim.property}: {reason}"))
        return None
    return made


def _value(ontology: Ontology, entities: dict[str, Entity], claim: DraftClaim) -> str:
    """Return the canonical value.

    Raises:
        LacakError: A term, a value or the subject's class does not fit.
    """
    prop = ontology.property(claim.property)
    subject = entities.get(claim.subject)
    if subject is None:
        raise LacakError(f"Subject {claim.subject} is no entity of this document.")
    if not ontology.is_a(subject.cls, prop.domain):
        raise LacakError(f"{prop.name} belongs to {prop.domain}, not to {subject.cls}.")
    if prop.is_entity:
        value = entities.get(claim.value)
        if value is None:
            raise LacakError(f"Object {claim.value} is no entity of this document.")
        if prop.range and not ontology.is_a(value.cls, prop.range):
            raise LacakError(f"{prop.name} expects {prop.range}, got {value.cls}.")
        return claim.value
    if prop.scheme:
        return ontology.scheme(prop.scheme).concept(claim.value).notation
    return types.canonical(prop.value_type, claim.value)


def _evidence(text: str, claim: DraftClaim, extraction: Extraction) -> str:
    """Return why the quote does not bear the claim, or an empty text."""
    if not 0 <= claim.start < claim.end <= len(text):
        return f"Offsets {claim.start}-{claim.end} lie outside the text."
    if text[claim.start : claim.end] != claim.quote:
        return f"At {claim.start}-{claim.end} stands {text[claim.start : claim.end][:60]!r}."
    is_counted = claim.property in _DATES and _is_counted(text, claim, extraction)
    return (
        ""
        if is_counted or _bears(claim, extraction) or _is_term(text, claim, extraction)
        else f"The quote does not state {claim.value!r}."
    )


def _bears(claim: DraftClaim, extraction: Extraction) -> bool:
    """Whether the value can be read again from the quote, by the kind of property."""
    if claim.property in _NUMERIC:
        return _has_number(claim.quote, int(claim.value))
    if claim.property in _MONEY:
        return _has_amount(claim.quote, claim.value)
    published = extraction.document.published
    if claim.property == "deadline" and due(claim.quote, published) == claim.value:
        return True
    if claim.property in _DATES:
        return _has_date(claim.quote, claim.value, extraction)
    if claim.property == "decreeNumber":
        # "Nomor 14, 15, dan 16 Tahun 2025": the year is told once.
        number, _, year = claim.value.partition(" ")
        return _holds(claim.quote, number) and _holds(claim.quote, year)
    return claim.property not in _VERBATIM or _holds(claim.quote, claim.value)


def _is_term(text: str, claim: DraftClaim, extraction: Extraction) -> bool:
    """Whether the quote tells a deadline in words, or how long an agreement holds."""
    published = extraction.document.published
    if claim.property not in ("deadline", "endDate"):
        return False
    days = [item.key for item in recognise_dates(text, published) if item.is_day]
    return bears(claim.quote, claim.value, published, days)


def _holds(quote: str, value: str) -> bool:
    return _flat(value) in _flat(quote)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold().strip()


def _has_number(quote: str, value: int) -> bool:
    found = {numbers.parse(one) for one in re.findall(numbers.NUMBER, quote, re.IGNORECASE)}
    # "2 tahun 6 bulan" states thirty months, "delapan dan sepuluh tahun" both.
    months = durations.months_told(quote)
    is_couple = value == 2 and numbers.COUPLE.search(quote) is not None
    is_one = value == 1 and re.search(r"(?i)\bseorang\b", quote) is not None
    return is_couple or is_one or value in found or value in months


def _has_amount(quote: str, value: str) -> bool:
    for item in money.recognise(quote):
        amount = item.value
        if isinstance(amount, money.Money):
            known = (amount.idr, amount.upper_idr)
            if value in {types.canonical("money", f"{one:f}") for one in known if one is not None}:
                return True
    return False


def _is_counted(text: str, claim: DraftClaim, extraction: Extraction) -> bool:
    """Whether the quote counts a day from one that the text tells before it."""
    if not relative_days.is_told(claim.quote):
        return False
    known = recognise_dates(text, extraction.document.published)
    return any((i.start, i.end, i.key) == (claim.start, claim.end, claim.value) for i in known)


def _has_date(quote: str, value: str, extraction: Extraction) -> bool:
    # A bare "Sabtu" was read with a comma behind it; a closing mark stands in for that. A bare
    # "Juni" was read behind "sejak" or its like.
    for padded in (f" {quote}.", f" sejak {quote}.", f" antara {quote}."):
        for published in (extraction.document.published, None):
            keys = [item.key for item in recognise_dates(padded, published)]
            if value in keys or relative_years.is_told(quote, value, keys):
                return True
    if value == coming.meant(quote, extraction.document.published):
        return True
    if value.endswith("/.."):
        # Open-ended: the text gives where the window begins.
        return _has_date(quote, value.removesuffix("/.."), extraction)
    if value.startswith("../"):
        return _has_date(quote, value.removeprefix("../"), extraction)
    try:
        date.fromisoformat(value)
    except ValueError:
        return value in quote
    return False
