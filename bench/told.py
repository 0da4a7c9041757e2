"""Facts of invented texts, told in as many ways as strangers to the rules could think of.

``python bench/told.py [FAMILY ...] [--missing]`` reads ``tests/data/told/FAMILY.txt`` (a family of
facts in short texts, or a kind of article) and prints how many of the facts are found;
``--missing`` lists what is not, by text.

A text is written so, with facts as its writer saw them::

    ### 17
    PUBLISHED 2025-08-06
    TEXT
    Polisi menangkap AM (45) di Kupang, Selasa (5/8/2025).
    FACTS
    Arrest: place=Kupang; date=2025-08-05; suspect=AM
    Person[AM]: age=45
    NOT Verdict: defendant=AM

Writers knew the classes, not our modelling, so a fact is compared loosely: a thing of the class,
or of one akin to it, must have the value under any property. Found here is less than right; the
figures compare one state of the code with another, and families with each other.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.text.draft import DraftClaim, Entity, Extraction, Metadata
from loaders.text.extract import extract
from ontology.model import Ontology, load

FOLDER = Path(__file__).parent.parent / "tests" / "data" / "told"
_BLOCK = re.compile(r"\S+[^\n]*\nPUBLISHED (\S+)\s*\nTEXT\n(.*?)\nFACTS\n?(.*)", re.DOTALL)
_LINE = re.compile(r"(NOT )?([A-Z]\w+)(?:\[(.*?)\])?: *(.*)")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_QUANTITY = re.compile(r"(\d+(?:\.\d+)?)(?: (year|month|day|hour)s?)?")
_DURATION = re.compile(r"p(?:(\d+)y)?(?:(\d+)m)?")
# Ancestors that nearly everything shares say nothing about likeness.
_ROOTS = 2
_ENOUGH = 0.6
# A trap says that a term was not imposed: one that stands in for a fine is told as that.
_STAND_IN = ("fineSubstituteMonths", "restitutionSubstituteMonths")


@dataclass(frozen=True)
class Told:
    """One line of gold.

    Attributes:
        cls: Class of the thing that bears the facts.
        name: Whose facts they are; empty where it has no name.
        values: What is said of it.
        is_trap: Whether the text resembles these facts and does not tell them.
    """

    cls: str
    name: str
    values: tuple[str, ...]
    is_trap: bool


@dataclass(frozen=True)
class Text:
    """One text: its number, day of publication, words, and what it tells."""

    number: str
    published: str
    words: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Score:
    """What was found of one text: facts in all, those missing, traps fallen into."""

    wanted: int
    missing: tuple[str, ...]
    fallen: tuple[str, ...]


def read(path: Path) -> Iterator[Text]:
    """Read the texts of a family.

    Raises:
        ValueError: A text or a line of facts is not written as the module says.
    """
    for part in re.split(r"(?m)^### *", path.read_text(encoding="utf-8"))[1:]:
        match = _BLOCK.match(part)
        if match is None:
            raise ValueError(f"{path}: a text is not in the form of the module: {part[:60]!r}")
        published, words, lines = match.groups()
        told = tuple(_told(path, line) for line in lines.strip().splitlines() if line.strip())
        yield Text(part.split(maxsplit=1)[0], published, words.strip(), told)


def _told(path: Path, line: str) -> Told:
    match = _LINE.match(line.strip())
    if match is None:
        raise ValueError(f"{path}: expected 'Class: role=value; role=value', got {line!r}")
    is_trap, cls, name, values = match.groups()
    bare = (value.partition("=")[2] or value for value in values.split(";"))
    return Told(cls, name or "", tuple(v.strip() for v in bare if v.strip()), bool(is_trap))


def score(text: Text, model: Ontology) -> Score:
    """Extract a text and look for each of its facts."""
    found = extract(text.words, document=Metadata(published=text.published))
    values, imposed = _values(found), _values(found, is_fact=True)
    missing, fallen, wanted = [], [], 0
    for told in text.told:
        pool = [
            (imposed if told.is_trap else values)[entity.id]
            for entity in found.entities
            if _akin(model, entity.cls, told.cls) and _is_named(entity, told.name)
        ]
        for value in told.values:
            is_found = any(_same(value, other) for given in pool for other in given)
            wanted += not told.is_trap
            if told.is_trap and is_found:
                fallen.append(f"{told.cls} {value}")
            elif not told.is_trap and not is_found:
                missing.append(f"{told.cls}{f'[{told.name}]' if told.name else ''} {value}")
    return Score(wanted, tuple(missing), tuple(fallen))


def _values(found: Extraction, *, is_fact: bool = False) -> dict[str, list[str]]:
    """Return, per entity, its names and what is said of it, in either direction.

    Args:
        found: What was read.
        is_fact: Whether what is expected, and what stands in for a fine, is left out.
    """
    names = {entity.id: [entity.caption, *entity.names] for entity in found.entities}
    made = {id_: list(given) for id_, given in names.items()}
    for claim in (one for one in found.claims if not is_fact or _is_trapped(one)):
        made.setdefault(claim.subject, []).extend(names.get(claim.value, [claim.value]))
        if claim.value in names:
            made[claim.value].extend(names.get(claim.subject, []))
    return made


def _is_trapped(claim: DraftClaim) -> bool:
    return claim.property not in _STAND_IN and claim.modality != "expectation"


def _akin(model: Ontology, given: str, wanted: str) -> bool:
    if wanted not in model.classes:
        return False
    if model.is_a(given, wanted) or model.is_a(wanted, given):
        return True
    if model.is_a(given, "TrialEvent"):
        # No demand or session is like a verdict.
        return False
    parents = model.classes[given].ancestors, model.classes[wanted].ancestors
    return len(set(parents[0]) & set(parents[1])) > _ROOTS


def _is_named(entity: Entity, name: str) -> bool:
    return not name or any(_same(name, other) for other in (entity.caption, *entity.names))


def _plain(value: str) -> str:
    return " ".join(re.sub(r"[^\w.,-]", " ", value.casefold()).split()).strip(".,")


def _same(wanted: str, given: str) -> bool:
    """Whether two values are the same, or one name the longer form of the other."""
    wanted, given = _plain(wanted), _plain(given)
    if wanted == given or not given:
        return bool(given)
    if _DATE.fullmatch(wanted) and _DATE.match(given):
        return given.startswith(wanted) or wanted.startswith(given[:7])
    quantity = _QUANTITY.fullmatch(wanted)
    if quantity:
        return _is_quantity(float(quantity[1]), quantity[2], given)
    words, others = set(re.findall(r"\w+", wanted)), set(re.findall(r"\w+", given))
    is_longer = words <= others or (others <= words and not given.isdigit())
    return is_longer or len(words & others) >= max(2, _ENOUGH * len(words | others))


def _is_quantity(number: float, unit: str | None, given: str) -> bool:
    months = {"year": 12 * number, "month": number}.get(unit or "")
    duration = _DURATION.fullmatch(given)
    if duration and months is not None:
        return months == 12 * int(duration[1] or 0) + int(duration[2] or 0)
    numbers = {float(n) for n in re.findall(r"\d+(?:\.\d+)?", given)}
    return bool(numbers & {number, months})


def families(names: Iterable[str] = ()) -> list[Path]:
    """Return the files of the families named, or of all."""
    wanted = set(names)
    return [p for p in sorted(FOLDER.glob("*.txt")) if not wanted or p.stem in wanted]


def main() -> int:
    """Score from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("family", nargs="*")
    parser.add_argument("--missing", action="store_true", help="list what is not found")
    options = parser.parse_args()
    model = load()
    total = [0, 0, 0]
    for path in families(options.family):
        scores = [(text, score(text, model)) for text in read(path)]
        row = [sum(s.wanted - len(s.missing) for _, s in scores), sum(s.wanted for _, s in scores),
               sum(len(s.fallen) for _, s in scores)]  # fmt: skip
        total = [a + b for a, b in zip(total, row, strict=True)]
        print(f"{path.stem:12} {row[0]:5} of {row[1]:5} = {row[0] / row[1]:.3f}; traps {row[2]}")
        for text, one in scores if options.missing else ():
            if one.missing or one.fallen:
                print(f"### {text.number} {text.words}\n  - {' | '.join(one.missing)}")
                print(*(f"  ! {fallen}\n" for fallen in one.fallen), sep="", end="")
    print(f"{'all':12} {total[0]:5} of {total[1]:5} = {total[0] / max(1, total[1]):.3f}; "
          f"traps {total[2]}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
