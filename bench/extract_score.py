"""Mentions and facts of our golden articles: precision, recall, F1.

``python bench/extract_score.py [PREFIX ...] [--show]`` scores the articles whose names start so.
A fact is written ``subject|property|value`` as in the golden files; only kinds of facts that the
golden files annotate exhaustively are compared.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from loaders.text.draft import DraftClaim, Extraction, Metadata
from loaders.text.extract import extract

ARTICLES = Path(__file__).parent.parent / "tests" / "golden" / "text" / "articles"
_EVENTS = frozenset(
    [
        "Interception",
        "Rescue",
        "Arrest",
        "Raid",
        "Deportation",
        "Repatriation",
        "CyberTakedown",
        "Outreach",
        "Meeting",
        "Formation",
        "Seizure",
        "TraffickingIncident",
        "Route",
    ]
)
_AGREEMENTS = frozenset({"Declaration", "MemorandumOfUnderstanding", "CooperationAgreement"})
_CHANNELS = frozenset({"PhoneNumber", "BankAccount", "SocialMediaAccount", "Vehicle"})
_LABELS = {
    "Person": "PER", "Position": "POS", "concept:topics": "MISC", "LegalProvision": "LAW",
    "Regulation": "LAW",
}  # fmt: skip
_PLACES = frozenset(
    [
        "Place",
        "Territory",
        "Country",
        "Province",
        "Regency",
        "District",
        "Village",
        "BorderPoint",
        "Port",
        "Airport",
        "BorderCrossing",
        "Premises",
    ]
)
# Entities that the golden files write as one line: word, first and second property.
_PAIRS = {
    "LegalStage": ("stage", "stageOf", "stage"),
    "CaseRole": ("role", "roleHolder", "role"),
    "BrokerRole": ("role", "roleHolder", "role"),
    "PositionHolding": ("holds", "holder", "post"),
    "Statement": ("says", "speaker", "quotationForm"),
    "Recruitment": ("Recruitment", "recruiter", "recruit"),
    "Transporting": ("Transporting", "transporter", "transported"),
    "Harbouring": ("Harbouring", "harbourer", "harboured"),
}
Span = tuple[int, int, str]


def label(cls: str) -> str:
    """Return the golden files' label of an ontology class."""
    return _LABELS.get(cls) or ("LOC" if cls in _PLACES else "ORG")


def spans(found: Extraction) -> set[Span]:
    """Return the extracted mentions as the golden files label them."""
    made = set()
    for mention in found.mentions:
        if mention.kind == "anaphor":
            made.add((mention.start, mention.end, "ANAPHOR"))
        elif mention.cls not in _CHANNELS | {"EmailAddress", "Vessel"}:
            made.add((mention.start, mention.end, label(mention.cls)))
    return made


class Flat:
    """The facts of one extraction in the golden files' words."""

    def __init__(self, found: Extraction) -> None:
        self.entities = {entity.id: entity for entity in found.entities}
        self.by_subject: dict[str, list[DraftClaim]] = {}
        for claim in found.claims:
            self.by_subject.setdefault(claim.subject, []).append(claim)

    def first(self, subject: str, prop: str) -> str:
        """Return the first value of a property, or a dash."""
        return next((c.value for c in self.by_subject.get(subject, []) if c.property == prop), "-")

    def show(self, value: str) -> str:
        """Return a value as the golden files write it."""
        entity = self.entities.get(value)
        if entity is None or value.startswith(("region:", "country:", "law:", "topics:")):
            return value
        if entity.cls == "Group":
            lower, upper = self.first(value, "groupSizeLower"), self.first(value, "groupSizeUpper")
            size = lower if lower == upper else f"{lower}..{upper}"
            return f"{size} {self.first(value, 'groupRole')}"
        canonical = value.startswith("org:") and not _is_scoped(value)
        return value if canonical else entity.caption

    def facts(self) -> Counter[str]:
        """Return every comparable fact with how often it is stated."""
        made: Counter[str] = Counter()
        for subject, claims in self.by_subject.items():
            cls = self.entities[subject].cls if subject in self.entities else ""
            made.update(self._of(subject, cls, claims))
        return made

    def _of(self, subject: str, cls: str, claims: list[DraftClaim]) -> list[str]:
        if cls in _PAIRS:
            word, source, target = _PAIRS[cls]
            return [
                "|".join(
                    (
                        word,
                        self.show(self.first(subject, source)),
                        self.show(self.first(subject, target)),
                    )
                )
            ]
        if cls == "Count":
            return self._count(subject)
        if cls == "LicenceAction":
            return self._licence(subject, claims)
        if cls in ("Verdict", "SentenceDemand"):
            return self._penalty(cls, subject, claims)
        return self._plain(subject, cls, claims)

    def _penalty(self, cls: str, subject: str, claims: list[DraftClaim]) -> list[str]:
        who = self.show(self.first(subject, "defendant"))
        return [
            f"{cls}|defendant|{who}"
            if c.property == "defendant"
            else f"{cls}[{who}]|{c.property}|{self.show(c.value)}"
            for c in claims
        ]

    def _count(self, subject: str) -> list[str]:
        lower, upper = self.first(subject, "countLower"), self.first(subject, "countUpper")
        size = lower if lower == upper else f"{lower}..{upper}"
        measure = self.first(subject, "measure")
        return [f"count|{measure if measure != '-' else self.first(subject, 'countUnit')}|{size}"]

    def _licence(self, subject: str, claims: list[DraftClaim]) -> list[str]:
        kind = self.first(subject, "licenceActionKind")
        made = [
            f"LicenceAction|{kind}|{self.show(c.value)}"
            for c in claims
            if c.property == "concernsCompany"
        ]
        skip = ("concernsCompany", "licenceActionKind")
        return made + [
            f"LicenceAction|{c.property}|{self.show(c.value)}"
            for c in claims
            if c.property not in skip
        ]

    def _plain(self, subject: str, cls: str, claims: list[DraftClaim]) -> list[str]:
        if cls == "Person":
            name = self.entities[subject].caption
            wanted = ("age", "residence", "sex")
            return [
                f"{name}|{c.property}|{self.show(c.value)}" for c in claims if c.property in wanted
            ]
        if cls == "Case":
            return [f"Case|{c.property}|{c.value}" for c in claims if c.property == "chargedUnder"]
        if cls in _EVENTS | _AGREEMENTS | _CHANNELS | {"JobOffer"}:
            skip = {
                "topic",
                "formality",
                "initiatedBy",
                "outcome",
                "expectedOutcome",
                "beneficiary",
                "caseOf",
                "route",
            }
            return [
                f"{cls}|{c.property}|{self.show(c.value)}" for c in claims if c.property not in skip
            ]
        return []


def _is_scoped(id_: str) -> bool:
    head = id_.partition(":")[2].partition("-")[0]
    return len(head) == 8 and all(c in "0123456789abcdef" for c in head)


def _f1(right: int, given: int, wanted: int) -> str:
    precision, recall = right / max(1, given), right / max(1, wanted)
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"P {precision:.3f} R {recall:.3f} F1 {both:.3f} ({right}/{given}/{wanted})"


def main() -> int:
    """Score from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("prefix", nargs="*", default=[""])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    totals = [0] * 6
    for path in sorted(ARTICLES.glob("*.json")):
        if not path.name.startswith(tuple(options.prefix)):
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found = extract(text, document=Metadata(published=gold["published"]))
        wanted = {(m["start"], m["end"], m["label"]) for m in gold["mentions"]}
        given = spans(found)
        facts, gold_facts = Flat(found).facts(), Counter(gold["facts"])
        row = [len(wanted & given), len(given), len(wanted),
               (facts & gold_facts).total(), facts.total(), gold_facts.total()]  # fmt: skip
        totals = [a + b for a, b in zip(totals, row, strict=True)]
        if options.show:
            print("##", path.stem)
            for sign, group in (("-", wanted - given), ("+", given - wanted)):
                for start, end, tag in sorted(group):
                    print("  M", sign, tag, text[start:end])
            for sign, rest in (("-", gold_facts - facts), ("+", facts - gold_facts)):
                for fact in sorted(rest.elements()):
                    print("  F", sign, fact)
    print("mentions", _f1(*totals[:3]))
    print("facts   ", _f1(*totals[3:]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
