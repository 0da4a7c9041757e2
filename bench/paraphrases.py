"""Grids of paraphrases: one fact in the many ways that newsrooms write it.

A file holds slots (a unit, a person, a day, each in several spellings) and forms (sentences with
holes). Each form is read with every filling of its longest slot, so that a rule that knows one
wording only is found out by the others. ``python bench/paraphrases.py FILE...`` prints
what is read of each form, and the first sentence that is not.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.text.draft import Metadata
from loaders.text.extract import extract
from loaders.text.output import to_data
from ontology.model import load

GRIDS = Path(__file__).parents[1] / "tests" / "golden" / "paraphrases"
_HOLE = re.compile(r"\{(\w+)\}")
_CLASSES = load().classes


@dataclass(frozen=True)
class Sentence:
    """One filling of a form.

    Attributes:
        text: The whole article.
        says: What has to be read: a class, values of properties, optionally ``how`` (modality).
        never: What must not be.
    """

    text: str
    says: tuple[dict[str, str], ...]
    never: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Form:
    """One way to write facts, with all its fillings."""

    name: str
    published: str
    sentences: tuple[Sentence, ...]


def forms(path: Path, section: str = "forms") -> list[Form]:
    """Return the forms of a file with their fillings."""
    data = yaml.safe_load(path.read_text("utf-8"))
    return [
        Form(_name(path, form["text"]), str(data["published"]), tuple(_filled(data, form)))
        for form in data.get(section) or []
    ]


def missing(form: Form, sentence: Sentence) -> list[str]:
    """Return what a sentence says and is not read, and what is read and it does not say."""
    things = _things(sentence.text, form.published)
    lost = [f"not read: {want}" for want in sentence.says if not _found(want, things)]
    return lost + [f"never said: {bad}" for bad in sentence.never if _found(bad, things)]


def _name(path: Path, text: str) -> str:
    return f"{path.stem}: {text[:90]}"


def _filled(data: dict[str, Any], form: dict[str, Any]) -> Iterator[Sentence]:
    slots = {**data.get("slots", {}), **form.get("slots", {})}
    used = [name for name in dict.fromkeys(_HOLE.findall(form["text"])) if name in slots]
    for turn in range(max((len(slots[name]) for name in used), default=1)):
        # Each slot is shifted by its place, so that first values do not always meet.
        chosen = {n: slots[n][(turn + i) % len(slots[n])] for i, n in enumerate(used)}
        said = {n: str(v["said"]) if isinstance(v, dict) else str(v) for n, v in chosen.items()}
        meant = {n: str(v["means"]) if isinstance(v, dict) else str(v) for n, v in chosen.items()}
        text = _fill(form["text"], said)
        frame = form.get("frame") or data.get("frame") or "{text}\n"
        yield Sentence(
            frame.replace("{text}", text[0].upper() + text[1:]),
            tuple(_wanted(form.get("says"), meant)),
            tuple(_wanted(form.get("never"), meant)),
        )


def _fill(text: str, values: dict[str, str]) -> str:
    return _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), text)


def _wanted(facts: list[dict[str, Any]] | None, meant: dict[str, str]) -> Iterator[dict[str, str]]:
    for fact in facts or []:
        yield {key: _fill(str(value), meant) for key, value in fact.items()}


@cache
def _things(text: str, published: str) -> list[tuple[str, dict[str, list[tuple[str, str]]]]]:
    data = to_data(extract(text, document=Metadata(published=published)))
    called: dict[str, set[str]] = defaultdict(set)
    for one in data["entities"]:
        called[one["id"]] = {one["caption"], *one["names"]}
    about: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for claim in data["claims"]:
        values = called[claim["object"]] if claim.get("object") else {str(claim["value"])}
        for value in values:
            about[claim["subject"]][claim["property"]].append((value.casefold(), claim["modality"]))
    return [(one["class"], about[one["id"]]) for one in data["entities"]]


def _found(
    want: dict[str, str], things: list[tuple[str, dict[str, list[tuple[str, str]]]]]
) -> bool:
    how = want.get("how")
    asked = {k: v.casefold() for k, v in want.items() if k not in ("class", "how")}
    return any(
        want["class"] in _CLASSES[kind].ancestors
        and all(
            any(v == value and how in (None, told) for v, told in about.get(name, ()))
            for name, value in asked.items()
        )
        for kind, about in things
    )


def main(paths: list[Path]) -> None:
    """Print how many fillings of each form are read whole, and the first that is not."""
    for path in paths:
        read = asked = 0
        for section in ("forms", "not_yet"):
            for form in forms(path, section):
                lost = [(s, gone) for s in form.sentences if (gone := missing(form, s))]
                read += len(form.sentences) - len(lost)
                asked += len(form.sentences)
                if lost:
                    print(f"{len(form.sentences) - len(lost)}/{len(form.sentences)} {form.name}")
                    print(*lost[0][0].text.strip().splitlines()[1:], *lost[0][1], sep="\n    ")
        print(f"{path.stem}: {read} of {asked} read whole ({read / max(asked, 1):.3f})")


if __name__ == "__main__":
    main([Path(p) for p in sys.argv[1:]] or sorted(GRIDS.glob("*.yaml")))
