"""Synthetic registries of persons: invented people, a fifth of the records noisy repetitions.

Run from the repository root: python bench/registries.py 100000 registry.parquet [seed]

Words are drawn by how common they are; a quarter is made of syllables, so that no list has
them. What makes persons hard to tell apart is there on purpose: common names, brothers and
sisters with one father, home, telephone and a shared word of the name, twins, and agencies
whose telephone stands in the records of hundreds. What makes one person hard to recognise
too: old spelling, slips, words joined, split, dropped, swapped or reduced to initials,
titles, dates with day and month swapped, only a year, or none, moves, new numbers, and empty
cells. ``entity`` is the truth and is never shown to a matcher.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from graph.resolution.names.lexicon import DATA, read_entries

SHARE_REPEATED = 0.2
_LETTERS = "abcdefghijklmnoprstuwy"
_ONSETS = [
    "b",
    "d",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "w",
    "y",
    "sy",
    "ny",
    "br",
    "kr",
    "tr",
]
_RIMES = ["a", "i", "u", "e", "o", "an", "in", "un", "ar", "ir", "us", "a", "i", "an"]
_TITLES = ("H.", "Hj.", "Drs.", "Sdr.", "Ibu", "Bpk.", "Ny.")
_SPELLINGS = (
    ("u", "oe"), ("j", "dj"), ("c", "tj"), ("sy", "sj"), ("kh", "ch"), ("i", "y"), ("f", "p"),
    ("z", "j"), ("d", "dh"), ("t", "th"), ("n", "nn"), ("s", "z"), ("v", "f"), ("k", "q"),
)  # fmt: skip
_MUHAMMAD = ("Muhammad", "Mohammad", "Moh.", "Muh.", "M.", "Mochamad", "Mhd.", "Muhamad")


@dataclass(frozen=True)
class Person:
    """Somebody invented; empty text is an empty cell."""

    name: str
    sex: str
    birth_date: str
    nik: str
    father: str
    region: str
    phone: str


class Maker:
    """Makes people and noisy records of them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        words, weights = [], []
        for _, bits, spellings in read_entries(DATA / "personal_names.txt"):
            words.append(spellings[0].title())
            weights.append(2.0**-bits)
        self._words, self._weights = words, weights
        self._regions = [
            f"{p}{r:02}" for p in (32, 33, 35, 18, 52, 53, 12, 31) for r in range(1, 36)
        ]
        self._agencies = [self._phone() for _ in range(60)]
        self._drawn: list[str] = []

    def _word(self) -> str:
        if not self._drawn:
            self._drawn = self.chance.choices(self._words, self._weights, k=50_000)
        if self.chance.random() < 0.25:
            parts = self.chance.randint(2, 4)
            made = (self.chance.choice(_ONSETS) + self.chance.choice(_RIMES) for _ in range(parts))
            return "".join(made).title()
        return self._drawn.pop()

    def _name(self) -> str:
        length = self.chance.choices((1, 2, 3, 4), (8, 48, 34, 10))[0]
        words = [self._word() for _ in range(length)]
        if self.chance.random() < 0.12:
            words = ["Muhammad", *words[:3]]
        return " ".join(words)

    def _phone(self) -> str:
        return f"+628{self.chance.randint(11, 99)}{self.chance.randint(10**6, 10**8 - 1)}"

    def _nik(self, region: str, born: date, sex: str) -> str:
        day = born.day + (40 if sex == "F" else 0)
        place = f"{region}{self.chance.randint(1, 20):02}"
        return f"{place}{day:02}{born:%m%y}{self.chance.randint(1, 60):04}"

    def person(self) -> Person:
        """Invent somebody."""
        born = date(1960, 1, 1) + timedelta(days=int(self.chance.triangular(0, 17_500, 12_000)))
        return self._complete(self._name(), born, self._name(), self.chance.choice(self._regions))

    def sibling(self, of: Person) -> Person:
        """Invent a brother or sister, now and then a twin, often with a word of the name."""
        born = date.fromisoformat(of.birth_date)
        if self.chance.random() > 0.06:
            born += timedelta(days=self.chance.randint(-3_000, 3_000))
        name = self._name()
        if self.chance.random() < 0.4:
            name = f"{name.split()[0]} {of.name.split()[-1]}"
        made = self._complete(name, born, of.father, of.region)
        return replace(made, phone=of.phone) if self.chance.random() < 0.4 else made

    def _complete(self, name: str, born: date, father: str, region: str) -> Person:
        sex = self.chance.choice("MF")
        is_agency = self.chance.random() < 0.03
        phone = self.chance.choice(self._agencies) if is_agency else self._phone()
        return Person(
            name, sex, born.isoformat(), self._nik(region, born, sex), father, region, phone
        )

    # -- noise -------------------------------------------------------------------------

    def record(self, of: Person, *, is_noisy: bool) -> Person:
        """Write somebody down, as a clerk does: with gaps, and with noise if asked for."""
        if is_noisy:
            of = replace(
                of,
                name=self._noisy_name(of.name),
                father=self._noisy_name(of.father),
                birth_date=self._noisy_date(of.birth_date),
                nik=self._maybe(0.06, of.nik, self._one_digit),
                region=self._maybe(0.08, of.region, lambda _: self.chance.choice(self._regions)),
                phone=self._maybe(0.35, of.phone, self._new_phone),
            )
        gaps = {
            "nik": 0.6,
            "father": 0.5,
            "birth_date": 0.12,
            "region": 0.1,
            "phone": 0.4,
            "sex": 0.05,
        }
        return replace(of, **{f: "" for f, share in gaps.items() if self.chance.random() < share})

    def _maybe(self, share: float, value: str, change: Callable[[str], str]) -> str:
        return change(value) if value and self.chance.random() < share else value

    def _new_phone(self, old: str) -> str:
        return self._one_digit(old) if self.chance.random() < 0.1 else self._phone()

    def _one_digit(self, text: str) -> str:
        place = self.chance.randrange(4, len(text))
        return (
            text[:place]
            + str((int(text[place]) + self.chance.randint(1, 9)) % 10)
            + text[place + 1 :]
        )

    def _noisy_date(self, day: str) -> str:
        kind = self.chance.random()
        year, month, number = day.split("-")
        if kind < 0.03 and int(number) <= 12:
            return f"{year}-{number}-{month}"
        if kind < 0.06:
            return f"{int(year) + self.chance.choice((-1, 1))}-{month}-{number}"
        if kind < 0.09:
            return f"{year}-{month}-{self.chance.randint(1, 28):02}"
        return year if kind < 0.14 else day

    def _noisy_name(self, name: str) -> str:
        words = name.split()
        for _ in range(self.chance.choices((0, 1, 2), (25, 55, 20))[0]):
            change = self.chance.choices(
                (
                    self._spell,
                    self._slip,
                    self._join,
                    self._shorten,
                    self._drop,
                    self._swap,
                    self._title,
                ),
                (38, 18, 12, 9, 7, 4, 12),
            )[0]
            words = change(words) or words
        return " ".join(words)

    def _spell(self, words: list[str]) -> list[str]:
        place = self.chance.randrange(len(words))
        if words[place] == "Muhammad":
            return [*words[:place], self.chance.choice(_MUHAMMAD), *words[place + 1 :]]
        word = words[place].lower()
        able = [(a, b) for a, b in _SPELLINGS if a in word[1:] or (len(a) > 1 and a in word)]
        for plain, other in self.chance.sample(able, min(1, len(able))):
            word = word[0] + word[1:].replace(plain, other, 1)
        return [*words[:place], word.title(), *words[place + 1 :]]

    def _slip(self, words: list[str]) -> list[str]:
        place = self.chance.randrange(len(words))
        word = words[place].lower()
        at = self.chance.randrange(1, len(word)) if len(word) > 1 else 0
        letter = self.chance.choice(_LETTERS)
        slips = (
            word[:at] + letter + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        )
        return [*words[:place], self.chance.choice(slips).title() or word, *words[place + 1 :]]

    def _join(self, words: list[str]) -> list[str]:
        if len(words) > 1:
            place = self.chance.randrange(len(words) - 1)
            joined = (words[place] + words[place + 1].lower()).replace(".", "")
            return [*words[:place], joined, *words[place + 2 :]]
        word = words[0]
        if len(word) < 8:
            return words
        at = self.chance.randint(3, len(word) - 3)
        return [word[:at], word[at:].title()]

    def _shorten(self, words: list[str]) -> list[str]:
        place = self.chance.randrange(len(words))
        short = [*words[:place], words[place][0] + ".", *words[place + 1 :]]
        return short if len(words) > 1 else words

    def _drop(self, words: list[str]) -> list[str]:
        place = self.chance.randrange(len(words))
        return [*words[:place], *words[place + 1 :]] if len(words) > 2 else words

    def _swap(self, words: list[str]) -> list[str]:
        return [*words[1:], words[0]]

    def _title(self, words: list[str]) -> list[str]:
        return [self.chance.choice(_TITLES), *words]


def make(count: int, seed: int = 1) -> pl.DataFrame:
    """Return a registry of ``count`` records, in random order.

    Columns: id, entity (the truth), name, sex (M, F), birth_date (YYYY-MM-DD or YYYY), nik,
    father, region (code), phone (E.164); an empty cell is null.
    """
    maker = Maker(seed)
    people: list[Person] = []
    while len(people) < round(count * (1 - SHARE_REPEATED)):
        if people and maker.chance.random() < 0.1:
            people.append(maker.sibling(people[-1]))
        else:
            people.append(maker.person())
    rows = [(n, maker.record(p, is_noisy=False)) for n, p in enumerate(people)]
    for _ in range(count - len(rows)):
        number = maker.chance.randrange(len(people))
        rows.append((number, maker.record(people[number], is_noisy=True)))
    maker.chance.shuffle(rows)
    fields = ("name", "sex", "birth_date", "nik", "father", "region", "phone")
    columns = {f: [getattr(r, f) or None for _, r in rows] for f in fields}
    return pl.DataFrame(
        {"id": [f"r{n:07}" for n in range(count)], "entity": [n for n, _ in rows], **columns}
    )


if __name__ == "__main__":
    size, path = int(sys.argv[1]), Path(sys.argv[2])
    made = make(size, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    made.write_parquet(path)
    print(f"{path}: {len(made):,} records of {made['entity'].n_unique():,} persons")
