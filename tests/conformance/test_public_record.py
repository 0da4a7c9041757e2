"""The public record keeps its promises: nobody accused is named, nothing is copied or invented.

What a program can check is checked here over every record; what it cannot (whether the
article says so) is for whoever curates. Every allowlist entry has its reason on the line
above it.
"""

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.sources import reference
from loaders.sources.public_record.source import ROOT

Entity = dict[str, Any]
Value = tuple[str, dict[str, Any]]

WORDS_AT_MOST = 25
CONTEXT = frozenset({"id", "class", "at", "says", "modality", "credibility", "valid", "asserted"})
# Ends of relations that say someone may have done wrong.
SUSPECT_ENDS = frozenset(
    {"stageOf", "roleHolder", "recruiter", "transporter", "harbourer", "forger", "broker"}
    | {"payee", "sought", "apprehended", "suspectedAgent", "defendant", "channelUser"}
    | {"occupant", "owner", "relative", "relativeOf"}
)
# Ends at which someone suffers: only ever a counted group.
VICTIM_ENDS = frozenset(
    {"affected", "victimGroup", "recruit", "transported", "harboured", "forgedFor", "offeredTo"}
)
VICTIM_ROLES = frozenset({"victim", "child-victim", "witness", "prospective-migrant", "reporter"})
IDENTITY_CLASSES = frozenset({"PhoneNumber", "BankAccount", "TravelDocument", "EmailAddress"})
IDENTITY_PROPERTIES = frozenset(
    {"nik", "passportNumber", "birthDate", "birthPlace", "fatherName", "e164", "accountNumber"}
)
OWN_WORDS = ("description", "statementText", "sanctionReason")
DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
ID = re.compile(r"[a-z][a-z0-9]*:[A-Za-z0-9][A-Za-z0-9._-]*")
INITIALS = re.compile(r"[A-Z][A-Za-z]{0,3}")
FIRST_PERSON = re.compile(r"\b(kami|kita|saya|anda|aku)\b", re.IGNORECASE)
QUOTES = re.compile('["“”«»]')
HOUSE_NUMBER = re.compile(r"\b(no|nomor|blok|rt|rw)\b\.? ?[A-Z]?\.?\d", re.IGNORECASE)
PRIVATE_NUMBER = re.compile(r"\+62\d{7,}|\b08\d{8,}\b|\b\d{16}\b")
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def records() -> dict[str, dict[str, Any]]:
    """Every record by its path below the folder; scalars stay text."""
    return {
        path.relative_to(ROOT).as_posix(): yaml.load(
            path.read_text("utf-8"), Loader=yaml.CBaseLoader
        )
        for path in sorted(ROOT.rglob("*.yaml"))
    }


@cache
def entities() -> tuple[tuple[str, Entity], ...]:
    """Every entity with the file that tells it."""
    return tuple((name, e) for name, r in records().items() for e in r.get("entities") or ())


def values(node: Any) -> Iterator[Value]:
    """The values of a property, each with what overrides its context."""
    for item in node if isinstance(node, list) else [node]:
        if isinstance(item, dict):
            yield item.get("value", ""), item
        elif item is not None:
            yield item, {}


def properties(entity: Entity) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every property value of an entity."""
    for key, node in entity.items():
        if key not in CONTEXT:
            for value, given in values(node):
                yield key, value, given


def first(entity: Entity, key: str) -> str | None:
    return next((v for v, _ in values(entity.get(key))), None)


def report(found: list[str], advice: str) -> None:
    assert not found, f"{advice}\n" + "\n".join(found)


@cache
def convicted() -> set[tuple[str, str]]:
    """(file, person) pairs in which the source tells of a conviction."""
    return {
        (name, person)
        for name, e in entities()
        if e["class"] == "LegalStage" and first(e, "stage") == "convicted"
        for person, _ in values(e["stageOf"])
    }


@cache
def tried() -> set[tuple[str, str]]:
    """(file, person) pairs in which the source tells what a court decided."""
    return {
        (name, person)
        for name, e in entities()
        if e["class"] == "Verdict"
        for person, _ in values(e.get("defendant"))
    }


@cache
def accused() -> set[tuple[str, str]]:
    """(file, person) pairs at a suspect end of some relation."""
    return {
        (name, value)
        for name, e in entities()
        for key, value, _ in properties(e)
        if key in SUSPECT_ENDS and value.startswith("per:")
    }


def test_there_is_a_record_in_every_batch() -> None:
    assert len(records()) > 500
    assert len({name.split("/")[0] for name in records()}) >= 5


# --- people ------------------------------------------------------------------------------


def test_only_who_a_court_convicted_is_named_among_the_accused() -> None:
    suspects = accused() - convicted()
    found = [
        f"{name}: {e['id']} has {key}"
        for name, e in entities()
        if e["class"] == "Person" and (name, e["id"]) in suspects
        for key in ("name", "alias", "title")
        if key in e and not _is_harmless(key, e)
    ]
    report(found, "A suspect has `initials` only, until the source tells of a conviction.")


def _is_harmless(key: str, entity: Entity) -> bool:
    """A rank or former office is no name; an alias may be a second pair of initials."""
    if key == "title":
        return "name" not in entity
    return all(INITIALS.fullmatch(value) for value, _ in values(entity[key]))


def test_initials_look_like_initials() -> None:
    found = [
        f"{name}: {e['id']} initials {value!r}"
        for name, e in entities()
        if e["class"] == "Person"
        for value, _ in values(e.get("initials"))
        if not INITIALS.fullmatch(value)
    ]
    report(found, "Initials are one to four letters as the source prints them, never a name.")


def test_who_has_initials_has_an_id_of_its_document() -> None:
    told = defaultdict(set)
    for name, e in entities():
        if e["class"] == "Person" and "initials" in e:
            told[e["id"]].add(name)
    found = [f"{person}: {sorted(names)}" for person, names in told.items() if len(names) > 1]
    report(found, "Initials are no evidence of identity: one document, one id.")


def test_a_conviction_has_its_verdict() -> None:
    found = [f"{name}: {person}" for name, person in sorted(convicted() - tried())]
    report(found, "`stage: convicted` needs a Verdict with this defendant in the same document.")


def test_news_never_calls_an_untried_person_guilty() -> None:
    found = [
        f"{name}: {e['id']}"
        for name, e in entities()
        if e["class"] in ("CaseRole", "BrokerRole") and first(e, "role") == "convict"
        for person, _ in values(e["roleHolder"])
        if (name, person) not in tried()
    ]
    report(found, "The role `convict` needs a Verdict in the same document.")


def test_roles_of_untried_people_are_alleged_or_reported() -> None:
    relations = {"CaseRole", "BrokerRole", "Recruitment", "Transporting", "Harbouring"}
    relations |= {"DocumentForgery", "Brokerage"}
    found = [
        f"{name}: {e['id']} is {e.get('modality', 'stated')}"
        for name, e in entities()
        if e["class"] in relations and e.get("modality") not in ("alleged", "reported", "denied")
        for key, value, _ in properties(e)
        if key in SUSPECT_ENDS and value.startswith("per:") and (name, value) not in tried()
    ]
    report(found, "What an untried person is said to have done is `modality: alleged`.")


def test_implicated_organisations_are_alleged() -> None:
    found = [
        f"{name}: {e['id']} -> {value}"
        for name, e in entities()
        for value, given in values(e.get("implicates"))
        if "alleged" not in (given.get("modality"), e.get("modality"))
    ]
    report(found, "`implicates` is an allegation by definition: `modality: alleged`.")


def test_victims_are_counted_groups() -> None:
    found = [
        f"{name}: {e['id']} {key} {value}"
        for name, e in entities()
        for key, value, _ in properties(e)
        if (key in VICTIM_ENDS or (key == "roleHolder" and first(e, "role") in VICTIM_ROLES))
        and value.startswith("per:")
    ]
    report(found, "Victims, witnesses and would-be migrants are a Group with a size.")


def test_no_minor_is_a_person() -> None:
    found = [
        f"{name}: {e['id']} is {value}"
        for name, e in entities()
        if e["class"] == "Person"
        for value, _ in values(e.get("age"))
        if int(value) < 18
    ]
    report(found, "A child is never a Person here.")


def test_no_private_numbers_or_papers() -> None:
    found = [
        f"{name}: {e['id']}"
        for name, e in entities()
        if e["class"] in IDENTITY_CLASSES
        or IDENTITY_PROPERTIES & e.keys()
        or any(PRIVATE_NUMBER.search(str(v)) for k, v in e.items() if k != "amountIdr")
    ]
    report(found, "No phone, account, identity or passport number of anybody.")


def test_house_numbers_are_those_of_organisations() -> None:
    offices = {
        (name, place)
        for name, e in entities()
        if e["class"] == "AddressUse" and str(first(e, "occupant")).startswith("org:")
        for place, _ in values(e["premises"])
    }
    found = [
        f"{name}: {e['id']} {text}"
        for name, e in entities()
        if e["class"] in ("Premises", "Place") and (name, e["id"]) not in offices
        for key in ("name", "address", "description")
        for text, _ in values(e.get(key))
        if HOUSE_NUMBER.search(text)
    ]
    report(found, "A dwelling is told by its quarter, never by its number.")


# --- words -------------------------------------------------------------------------------


def own_texts() -> Iterator[tuple[str, str, str]]:
    for name, e in entities():
        for key in OWN_WORDS:
            for value, _ in values(e.get(key)):
                yield name, e["id"], value


def test_texts_are_short() -> None:
    found = [f"{n}: {i}: {t}" for n, i, t in own_texts() if len(t.split()) > WORDS_AT_MOST]
    report(found, f"A text is a gist of at most {WORDS_AT_MOST} words.")


def test_texts_are_our_own_words() -> None:
    found = [
        f"{n}: {i}: {t}" for n, i, t in own_texts() if FIRST_PERSON.search(t) or QUOTES.search(t)
    ]
    report(found, "Quotation marks and the first person are signs of copied speech: retell it.")


def test_two_documents_of_unlike_origin_do_not_share_a_long_text() -> None:
    # A reprint shares its origin's words; the same gist may serve both.
    origin = {name: r["document"].get("origin", name) for name, r in records().items()}
    told = defaultdict(set)
    for name, _, text in own_texts():
        if len(text.split()) > 18:
            told[text].add(origin[name])
    found = [f"{text}: {sorted(names)}" for text, names in told.items() if len(names) > 1]
    report(found, "A long text in two records was pasted: check that both articles say it.")


def test_every_document_can_be_cited() -> None:
    found = []
    for name, r in records().items():
        document = r["document"]
        publisher = document.get("publisher")
        if not document.get("url", "").startswith(("http://", "https://")):
            found.append(f"{name}: no url")
        if not document.get("name", "").strip():
            found.append(f"{name}: no title; write [Judul tidak terbaca]")
        if not (isinstance(publisher, dict) and publisher.get("id") and publisher.get("name")):
            found.append(f"{name}: no publisher")
        if document.get("reliability") not in tuple("ABCDEF"):
            found.append(f"{name}: no reliability")
    report(found, "A document has url, title, publisher and reliability.")


def test_every_entity_says_where_it_stands() -> None:
    found = [f"{name}: {e['id']}" for name, e in entities() if not e.get("at")]
    report(found, "`at` names the paragraph.")


# --- ids and places ----------------------------------------------------------------------


def test_ids_are_well_formed_and_told_once_per_document() -> None:
    found = []
    for name, r in records().items():
        ids = [r["document"]["id"], *(e["id"] for e in r.get("entities") or ())]
        found += [f"{name}: {i}" for i in ids if not ID.fullmatch(i)]
        found += [f"{name}: {i} twice" for i in set(ids) if ids.count(i) > 1]
    report(found, f"An id matches {ID.pattern} and is defined once in a file.")


def test_document_ids_are_unique() -> None:
    told = defaultdict(set)
    for name, r in records().items():
        told[r["document"]["id"]].add(name)
    found = [f"{i}: {sorted(names)}" for i, names in told.items() if len(names) > 1]
    report(found, "One file, one document.")


@pytest.mark.parametrize(
    ("table", "prefix"), [("regions.csv", "region:"), ("countries.csv", "country:")]
)
def test_territories_exist(table: str, prefix: str) -> None:
    folder = Path(str(reference.__file__)).parent
    with (folder / table).open(encoding="utf-8", newline="") as rows:
        codes = {row["code"] for row in csv.DictReader(rows)}
    found = [
        f"{name}: {e['id']} {key} {value}"
        for name, e in entities()
        for key, value, _ in properties(e)
        if value.startswith(prefix) and value.removeprefix(prefix) not in codes
    ]
    report(found, f"A territory is a code of {table}.")


# --- numbers -----------------------------------------------------------------------------


def bounds(entity: Entity, lower: str, upper: str) -> tuple[int | None, int | None]:
    low, high = first(entity, lower), first(entity, upper)
    return (int(low) if low else None, int(high) if high else None)


def incoherence(low: int | None, high: int | None, approximation: str | None) -> str | None:
    """What is wrong with a count's bounds, if anything."""
    if low is None and high is None:
        return "has no bound"
    if low is not None and high is not None and high < low:
        return "ends below where it begins"
    rules = {
        None: low == high,
        "exact": low == high,
        "about": low is not None and high is not None,
        "range": low is not None and high is not None and low < high,
        "at-least": low is not None and high is None,
        "at-most": high is not None,
    }
    return None if rules[approximation] else f"is no {approximation or 'exact'} count"


def test_counts_are_coherent() -> None:
    found = []
    for name, e in entities():
        if e["class"] == "Count":
            low, high = bounds(e, "countLower", "countUpper")
            wrong = incoherence(low, high, first(e, "approximation"))
            lacks = {"countUnit", "measure", "claimant"} - e.keys()
            if wrong or lacks:
                found.append(f"{name}: {e['id']} {low}..{high} {wrong or f'lacks {sorted(lacks)}'}")
    report(found, "exact: equal bounds; about: both; at-least: lower only; range: lower < upper.")


def test_groups_have_coherent_sizes() -> None:
    found = []
    for name, e in entities():
        low, high = bounds(e, "groupSizeLower", "groupSizeUpper")
        if e["class"] == "Group" and low is not None and high is not None and high < low:
            found.append(f"{name}: {e['id']} {low}..{high}")
    report(found, "A group's upper bound is not below its lower bound.")


def sizes(name: str) -> dict[str, set[tuple[int | None, int | None]]]:
    told: dict[str, set[tuple[int | None, int | None]]] = defaultdict(set)
    for e in records()[name].get("entities") or ():
        if e["class"] == "Group":
            told[e["id"]].add(bounds(e, "groupSizeLower", "groupSizeUpper"))
    return told


def test_a_part_of_a_group_is_not_its_count() -> None:
    found = []
    for name, e in entities():
        if e["class"] != "Count":
            continue
        _, high = bounds(e, "countLower", "countUpper")
        for group, _ in values(e.get("countOf")):
            told = sizes(name).get(group, set()) if group.startswith("grp:") else set()
            if high is not None and told and all(low and low > high for low, _ in told):
                found.append(f"{name}: {e['id']} counts {high} of {group} {sorted(told)}")
    report(found, "Count a part with `about` (or a group of its own that `isPartOf` the whole).")


def test_an_event_does_not_affect_a_whole_and_its_part() -> None:
    parts = {
        (name, e["id"], whole)
        for name, e in entities()
        if e["class"] == "Group"
        for whole, _ in values(e.get("isPartOf"))
    }
    found = [
        f"{name}: {e['id']} {key}: {part} is part of {whole}"
        for name, e in entities()
        for key in ("affected", "apprehended")
        for part, _ in values(e.get(key))
        for whole, _ in values(e.get(key))
        if (name, part, whole) in parts
    ]
    report(found, "The whole group is enough: its parts would be counted twice.")


def test_a_running_total_is_cumulative() -> None:
    found = []
    for name, e in entities():
        window = first(e, "window") if first(e, "cumulative") == "false" else None
        dates = DATE.findall(window or "")
        if len(dates) == 2:
            begin, end = (dt.date.fromisoformat(d) for d in dates)
            if (end - begin).days > 3:
                found.append(f"{name}: {e['id']} {window}")
    report(found, "A count over more than a few days includes what came before in its window.")


# --- dates -------------------------------------------------------------------------------


def test_dates_exist_and_windows_run_forward() -> None:
    found = []
    for name, e in entities():
        for key, value, given in properties(e):
            for text in (value, given.get("valid", "")):
                wrong = _wrong_date(text) if key != "url" and ":" not in text else None
                if wrong:
                    found.append(f"{name}: {e['id']} {key} {text}: {wrong}")
    report(found, "A date is in the calendar; a window begins before it ends.")


def _wrong_date(text: str) -> str | None:
    if not re.fullmatch(r"[\d./~?%-]+", text):
        return None
    for day in DATE.findall(text):
        try:
            dt.date.fromisoformat(day)
        except ValueError as error:
            return str(error)
    begin, _, end = text.partition("/")
    both = re.match(r"\d{4}", begin) and re.match(r"\d{4}", end)
    return "runs backward" if both and begin[: len(end)] > end[: len(begin)] else None


def test_a_printed_weekday_agrees_or_its_clash_is_noted() -> None:
    found = []
    for name, e in entities():
        for key, value, given in properties(e):
            printed = re.sub("jum.at", "jumat", given.get("original", "").lower())
            named = [day for day in DAYS if re.search(rf"\b{day}\b", printed)]
            told = "note" in given and int(given.get("credibility", "2")) >= 3
            if named and DATE.fullmatch(value) and not told:
                weekday = DAYS[dt.date.fromisoformat(value).weekday()]
                if weekday not in named:
                    found.append(f"{name}: {e['id']} {key} {value} is {weekday}: {printed}")
    report(found, "A date the calendar contradicts keeps its value, a note, and credibility 4.")


# A kind of post, not one; it stands nowhere.
PLACELESS = frozenset({"org:p4mi"})


@pytest.mark.parametrize("cls", ["Airport", "Port", "BorderCrossing", "ServicePost"])
def test_where_people_leave_and_are_served_lies_in_a_territory(cls: str) -> None:
    told = {e["id"] for _, e in entities() if e["class"] == cls}
    located = {e["id"] for _, e in entities() if "locatedIn" in e}
    assert told
    found = sorted(told - located - PLACELESS)
    report(found, "Give it `locatedIn`, or what happens there counts for no province.")
