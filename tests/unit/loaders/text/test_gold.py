"""Our gold mapping of the first seed article: mentions, claims, and what must not be said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.text.draft import Entity, Extraction
from loaders.text.extract import extract

SEEDS = Path(__file__).parents[5] / "shared" / "data" / "seeds"
GOLD = SEEDS / "gold_000_098b25d9254a5e87.json"
ARTICLE = SEEDS / "000_098b25d9254a5e87.txt"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.exists(), reason=f"{GOLD} is not on this machine"),
]

# Property of the early draft vocabulary to ours.
ALIGNMENT = {
    "dcterms:title": "name", "schema:articleSection": "articleSection",
    "dcterms:publisher": "publisher", "dcterms:creator": "author", "dcterms:isPartOf": "isPartOf",
    "foaf:depicts": "depicts", "prov:wasAttributedTo": "credit", "tppo:declaredBy": "party",
    "tppo:partner": "party", "tppo:occurredOn": "date", "tppo:qualifier": "formality",
    "dcterms:subject": "topic", "tppo:objective": "objective", "skos:prefLabel": "name",
    "skos:altLabel": "alias", "tppo:jurisdiction": "jurisdiction", "schema:about": "about",
    "tppo:ledTo": "outcome", "tppo:outcome": "outcome", "tppo:atRiskOf": "atRiskOf",
    "tppo:holder": "holder", "tppo:post": "post", "org:postIn": "postIn",
    "tppo:speaker": "speaker", "tppo:quotationForm": "quotationForm",
    "schema:text": "statementText", "tppo:issuedBy": "issuedBy",
    "tppo:addressedTo": "addressedTo", "tppo:beneficiary": "beneficiary",
    "tppo:prohibits": "prohibits", "tppo:supports": "supports",
    "tppo:initiatedBy": "initiatedBy", "tppo:participant": "participant",
    "tppo:placeOfOrigin": "origin",
}  # fmt: skip
# The draft's concepts to notations of our vocabularies.
CONCEPTS = {
    "con:tppo": "tppo", "con:pencegahan": "prevention", "con:penindakan": "enforcement",
    "con:pemberantasan_tppo": "tppo-eradication", "con:penanganan_tppo": "tppo-handling",
    "con:pelindungan_pmi": "migrant-protection", "con:kekerasan": "violence",
    "con:eksploitasi": "exploitation", "con:kejahatan_kemanusiaan": "crimes-against-humanity",
    "con:kolaborasi_pusat_daerah": "centre-region-collaboration", "resmi": "official",
    "DIRECT": "direct", "INDIRECT": "indirect", "per:arian_mesa": "Arian Mesa",
}  # fmt: skip
CANONICAL = {
    "org:pantau": "org:pantau", "org:kp2mi": "org:kp2mi",
    "org:pemprov_ntt": "org:pemprov-nusa-tenggara-timur",
    "org:polda_ntt": "org:polda-nusa-tenggara-timur", "plc:ntt": "region:53",
    "plc:indonesia": "country:ID",
}  # fmt: skip
# Ids of one document: the draft's to the words of our caption.
CAPTIONS = {
    "per:dwiyono": "Dwiyono", "per:prabowo": "Prabowo Subianto",
    "per:laka_lena": "Emanuel Meliades Laka Lena", "pos:sekjen": "Sekretaris Jenderal",
    "pos:presiden": "Presiden", "pos:gubernur_ntt": "Gubernur", "hold:dwiyono": "Dwiyono –",
    "hold:prabowo": "Prabowo Subianto –", "hold:laka_lena": "Emanuel Meliades Laka Lena –",
    "evt:deklarasi": "Deklarasi bersama", "evt:arahan": "Arahan",
    "coop:sinergi_ntt": "Sinergi", "prog:lanjutan": "Strategi", "pop:pmi": "Pekerja migran",
    "pop:masyarakat_ntt": "Masyarakat", "plc:daerah_rawan": "Daerah yang rawan",
    "img:A1": "Foto", "doc:A": "Deklarasi Bersama KemenP2MI",
}  # fmt: skip
LABELS = {"Person": "PER", "Position": "POS", "Declaration": "MISC", "concept:topics": "MISC",
          "Province": "LOC", "Country": "LOC"}  # fmt: skip
Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def found(text: str) -> Extraction:
    return extract(text)


def f1(given: set[Any], wanted: set[Any]) -> float:
    return 2 * len(given & wanted) / (len(given) + len(wanted))


def test_mentions(gold: dict[str, Any], found: Extraction) -> None:
    wanted = {(m["start"], m["end"], m["label"]) for m in gold["mentions"]}
    given = {(m.start, m.end, LABELS.get(m.cls, "ORG")) for m in found.mentions}
    assert f1(given, wanted) >= 0.95


def _aligned_ids(gold: dict[str, Any], found: Extraction) -> dict[str, str]:
    """Return our id for each id of the draft."""
    made = dict(CANONICAL)
    for theirs, caption in CAPTIONS.items():
        fitting = [e.id for e in found.entities if _fits(e, theirs, caption)]
        if fitting:
            made[theirs] = fitting[0]
    statements = [e for e in found.entities if e.cls == "Statement"]
    for claim in gold["claims"]:
        if claim["subject"].startswith("stm:") and claim["subject"] not in made:
            at = claim["evidence"][0]["start"]
            nearest = min(statements, key=lambda e: max(e.start - at, at - e.end, 0))
            made[claim["subject"]] = nearest.id
    return made


def _fits(entity: Entity, theirs: str, caption: str) -> bool:
    is_holding = theirs.startswith("hold:")
    if (entity.cls == "PositionHolding") != is_holding or entity.cls == "Statement":
        return False
    if (entity.cls == "NewsArticle") != theirs.startswith("doc:"):
        return False
    return entity.caption.startswith(caption)


def _wanted(gold: dict[str, Any], ids: dict[str, str]) -> set[Triple]:
    made = set()
    for claim in gold["claims"]:
        raw = claim.get("object", claim.get("value"))
        value = CONCEPTS.get(raw, ids.get(raw, raw))
        subject = ids.get(claim["subject"], claim["subject"])
        prop = ALIGNMENT[claim["predicate"]]
        if raw.startswith("con:") and prop in ("about", "outcome"):
            prop = "topic" if prop == "about" else "expectedOutcome"
        if raw.startswith("con:") and subject.startswith("dir:") and prop == "objective":
            prop = "requires"
        made.add((subject, prop, value))
    return made


def _given(found: Extraction, wanted: set[Triple]) -> set[Triple]:
    """Return our claims in the draft's shape.

    A participation is one relation with two ends here and one property there. Names of persons
    and agencies are labels of nodes there; they are compared where the draft claims them. Words
    that are reported, not quoted, the draft keeps nowhere.
    """
    ends = {c.subject: c.value for c in found.claims if c.property == "event"}
    made = set()
    for claim in found.claims:
        is_reported = claim.property == "statementText" and claim.modality != "quoted"
        if claim.property in ("event", "role") or is_reported:
            continue
        subject = ends.get(claim.subject, claim.subject)
        triple = (subject, claim.property, claim.value)
        is_label = claim.property == "name" and not claim.subject.startswith("doc:")
        if not is_label or triple in wanted:
            made.add(triple)
    return made


def test_claims(gold: dict[str, Any], found: Extraction) -> None:
    wanted = _wanted(gold, _aligned_ids(gold, found))
    assert f1(_given(found, wanted), wanted) >= 0.80


def test_claims_are_supported(gold: dict[str, Any], found: Extraction) -> None:
    """Every claim is in the gold, or is listed here with the words that bear it."""
    wanted = _wanted(gold, _aligned_ids(gold, found))
    extra = {(p, v) for _, p, v in _given(found, wanted) - wanted}
    known: set[tuple[str, str]] = set()
    assert extra <= known


def test_what_is_reported_keeps_its_words(found: Extraction) -> None:
    words = {c.value for c in found.claims if c.property == "statementText"}
    assert "deklarasi ini adalah bentuk komitmen yang sangat penting bagi masyarakat NTT" in words


def test_it_does_not_say_what_the_text_does_not(found: Extraction) -> None:
    declaration = next(e.id for e in found.entities if e.cls == "Declaration")
    properties = {c.property for c in found.claims if c.subject == declaration}
    assert not properties & {"locatedIn", "occurredAt"}
    assert not [c for c in found.claims if c.property == "published"]
    assert "org:bp2mi" not in {e.id for e in found.entities}
    speakers = {c.value for c in found.claims if c.property == "speaker"}
    assert not [s for s in speakers if s.endswith("prabowo-subianto")]
    names = [c for c in found.claims if c.property == "name" and c.subject == found.document_id]
    assert len(names) == 1


def test_the_presidents_directive_is_reported_by_its_reporter(found: Extraction) -> None:
    claim = next(c for c in found.claims if c.property == "issuedBy")
    assert claim.modality == "reported"
    assert [a.endswith("dwiyono") for a in claim.attributed_to] == [True]


def test_it_is_fast_enough_to_run_twice_alike(text: str, found: Extraction) -> None:
    assert extract(text) == found
