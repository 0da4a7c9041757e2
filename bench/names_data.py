"""Writes tests/data/names/pairs.csv: pairs of names with the answer, split by cluster.

Two origins. ``press``: spellings gathered from the press and public bodies (press.tsv).
``rule``: invented names put through the rules by which Indonesian spellings vary, and
through the changes that make another name. A cluster, with all its pairs, lies in one part:
``develop``, which the comparers may be tuned on, or ``held_back``, which they may not.

Run from the repository root: python bench/names_data.py
"""

from __future__ import annotations

import csv
import hashlib
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import yaml

FOLDER = Path("tests/data/names")
SEED = 21
HELD_BACK_PERCENT = 40

Pools = dict[str, list[str]]

# Today's letters with the older ones, in the order of replacement.
OLD = (("Sy", "Sj"), ("ny", "nj"), ("y", "j"), ("j", "dj"), ("J", "Dj"), ("c", "tj"), ("C", "Tj"), ("u", "oe"), ("Y", "J"))  # fmt: skip  # noqa: E501


def read_pools() -> tuple[Pools, dict[str, dict[str, str]]]:
    """Return the lists of words, and the tables from one word to another."""
    data = yaml.safe_load((FOLDER / "pools.yaml").read_text(encoding="utf-8"))
    lists = {k: v.split() if isinstance(v, str) else v for k, v in data.items()}
    tables = {k: v for k, v in lists.items() if isinstance(v, dict)}
    return {k: v for k, v in lists.items() if isinstance(v, list)}, tables


POOLS, TABLES = read_pools()
OTHER_LAST, OTHER_FIRST = TABLES["other_last"], TABLES["other_first"]
PROVINCES, PROVINCIAL, LOCAL = TABLES["provinces"], TABLES["provincial"], TABLES["local"]


class Pair(NamedTuple):
    """Two names, whether they are spellings of one, and by which rule."""

    class_name: str
    left: str
    right: str
    same: bool
    kind: str


def old_spelling(name: str) -> str:
    """Write a name as before 1947."""
    modern = name.lower()
    for new, old in OLD:
        # A "j" that has just been written for "y" stays a "j".
        if new not in ("j", "J") or "y" not in modern:
            name = name.replace(new, old)
    return name


def slip(word: str, rng: random.Random) -> str:
    """Drop or swap a letter inside a word."""
    at = rng.randrange(2, len(word) - 3)
    if rng.random() < 0.5:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def person_cluster(rng: random.Random) -> Iterator[Pair]:
    """Yield pairs about one invented person."""
    is_man = rng.random() < 0.5
    first = rng.choice(POOLS["men"] if is_man else POOLS["women"])
    middle, last = rng.choice(POOLS["middle"]), rng.choice(POOLS["last"])
    name, full = f"{first} {last}", f"{first} {middle} {last}"
    title = rng.choice(POOLS["titles_man"] if is_man else POOLS["titles_woman"])
    father = rng.choice(POOLS["men"])
    other_father = OTHER_FIRST[father]
    bin_ = "bin" if is_man else "binti"
    yield Pair("Person", name, old_spelling(name), same=True, kind="old spelling")
    yield Pair("Person", name, title.format(name), same=True, kind="title")
    yield Pair("Person", full, f"{first} {middle[0]}. {last}", same=True, kind="initial")
    yield Pair("Person", name, rng.choice((name.upper(), f"{first}  {last}", f"{last}, {first}")),
               same=True, kind="form")  # fmt: skip
    yield Pair("Person", f"{name} {bin_} {father}", name, same=True, kind="father missing")
    yield Pair("Person", f"{name} alias {first[:4]}ok", name, same=True, kind="alias")
    if len(last) > 9:
        yield Pair("Person", name, f"{first} {slip(last, rng)}", same=True, kind="slip")
    yield Pair(
        "Person", name, f"{first} {TABLES['other_last'][last]}", same=False, kind="other last name"
    )
    yield Pair(
        "Person",
        name,
        f"{TABLES['other_first'][first]} {last}",
        same=False,
        kind="other first name",
    )
    yield Pair("Person", first, OTHER_FIRST[first], same=False, kind="mononym")
    yield Pair("Person", f"{name} {bin_} {father}", f"{name} {bin_} {other_father}", same=False,
               kind="other father")  # fmt: skip
    yield Pair("Person", first, f"{first} {middle} {last}", same=False, kind="mononym and full")
    yield Pair("Person", name, f"{last} {first}", same=False, kind="other order")
    yield Pair("Person", f"{first} {middle[0]}. {last}", f"{first} Z. {last}", same=False,
               kind="other initial")  # fmt: skip


def muslim_cluster(rng: random.Random) -> Iterator[Pair]:
    """Yield pairs about Muhammad, Abdul, and joined names."""
    first, last = rng.choice(POOLS["men"]), rng.choice(POOLS["last"])
    one, other = rng.sample(POOLS["muhammads"], 2)
    yield Pair("Person", f"{one} {first} {last}", f"{other} {first} {last}", same=True,
               kind="Muhammad")  # fmt: skip
    stem = rng.choice(("Rahman", "Aziz", "Karim", "Salam", "Latif", "Hamid", "Ghofur"))
    joined = {"Rahman": "Abdurrahman", "Salam": "Abdussalam"}.get(stem, f"Abdul{stem.lower()}")
    abdul = rng.choice(("Abd.", "Abdoel", "ABDUL"))
    yield Pair("Person", f"Abdul {stem} {last}", f"{abdul} {stem} {last}", same=True, kind="Abdul")
    yield Pair("Person", f"{joined} {last}", f"Abdul {stem} {last}", same=True, kind="Abdul")
    nur = rng.choice(("Hidayah", "Aini", "Hasanah", "Laila", "Jannah", "Halimah"))
    yield Pair("Person", f"Nur {nur} {last}", f"Nur{nur.lower()} {last}", same=True, kind="joined")
    yield Pair("Person", f"Abdul {stem} {last}", f"Abdul Wahid {last}", same=False, kind="Abdul")
    yield Pair("Person", f"Muhammad {first}", f"Muhammad {OTHER_FIRST[first]}", same=False,
               kind="Muhammad")  # fmt: skip
    yield Pair("Person", f"H. {first} {last}", f"Hj. {first} {last}", same=False, kind="sex")
    order = rng.choice(("Made", "Nyoman", "Ketut", "Wayan"))
    short = {"Made": "Md.", "Nyoman": "Nym.", "Ketut": "Kt.", "Wayan": "Wy."}[order]
    bali = rng.choice(("Sudana", "Artawan", "Suardika", "Adnyana", "Sukerta", "Widana"))
    yield Pair("Person", f"I {order} {bali}", f"I {short} {bali}", same=True, kind="Bali")
    yield Pair("Person", f"I {order} {bali}", f"{order} {bali}", same=True, kind="Bali")
    yield Pair("Person", f"I {order} {bali}", f"Ni {order} {bali}", same=False, kind="sex")
    yield Pair("Person", f"I {order} {bali}", f"I Gede {bali}", same=False, kind="birth order")


def company_cluster(rng: random.Random) -> Iterator[Pair]:
    """Yield pairs about one invented company."""
    one, two, three, four = rng.sample(POOLS["words"], 4)
    name = f"{one} {two} {three}"
    form, other = rng.sample(("PT", "CV", "UD"), 2)
    long = {"PT": "Perseroan Terbatas", "CV": "Persekutuan Komanditer", "UD": "Usaha Dagang"}
    yield Pair("Company", f"{form} {name}", f"{name}, {form}", same=True, kind="place of form")
    yield Pair("Company", f"{form} {name}", f"{long[form]} {name}", same=True, kind="form in full")
    yield Pair("Company", f"{form} {name}", f"{form}. {old_spelling(name)}", same=True,
               kind="old spelling")  # fmt: skip
    note = rng.choice(("(P3MI)", "Tbk", "Cabang Cirebon", "(Cab. Batam)"))
    yield Pair("PlacementCompany", f"{form} {name}", f"{form}. {name.upper()} {note}", same=True,
               kind="note")  # fmt: skip
    yield Pair("Company", f"{form} {name}", f"{form} {one}{two.lower()} {three}", same=True,
               kind="joined")  # fmt: skip
    yield Pair("Company", f"{form} {name}", f"{other} {name}", same=False, kind="other form")
    yield Pair("Company", f"{form} {name}", f"{form} {one} {two} {four}", same=False,
               kind="other word")  # fmt: skip
    yield Pair("Company", f"{form} {name}", f"{form} {name} {four}", same=False, kind="more words")
    yield Pair("Company", f"{form} {name} II", f"{form} {name} III", same=False, kind="number")


def agency_cluster(rng: random.Random) -> Iterator[Pair]:
    """Yield pairs about provincial and local bodies."""
    short, long = rng.choice(list(PROVINCIAL.items()))
    area, other = rng.sample(list(PROVINCES), 2)
    unit = rng.choice([u for u in PROVINCIAL if u != short])
    yield Pair(
        "Agency",
        f"{short} {area}",
        f"{long} {TABLES['provinces'][area]}",
        same=True,
        kind="in full",
    )
    yield Pair(
        "Agency", f"{short} {area}", f"{short} {TABLES['provinces'][area]}", same=True, kind="area"
    )
    yield Pair("Agency", f"{short} {area}", f"{short} {other}", same=False, kind="other area")
    yield Pair("Agency", f"{short} {area}", f"{unit} {area}", same=False, kind="other unit")
    town, other_town = rng.sample(POOLS["regencies"], 2)
    short, long = rng.choice(list(LOCAL.items()))
    unit = rng.choice([u for u in LOCAL if u != short])
    yield Pair("Agency", f"{short} {town}", f"{long} {town}", same=True, kind="in full")
    yield Pair("Agency", f"{short} {town}", f"{short} {other_town}", same=False, kind="other area")
    yield Pair("Agency", f"{short} {town}", f"{unit} {town}", same=False, kind="other unit")


def press_clusters() -> Iterator[list[Pair]]:
    """Yield the pairs of each cluster of press.tsv."""
    for line in (FOLDER / "press.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        class_name, same, different = line.split("\t")
        spellings, others = same.split("|"), different.split("|")
        first = spellings[0]
        pairs = [Pair(class_name, first, s, same=True, kind="press") for s in spellings[1:]]
        pairs += [
            Pair(class_name, a, b, same=True, kind="press") for a, b in pairwise(spellings[1:])
        ]
        pairs += [Pair(class_name, first, o, same=False, kind="press") for o in others]
        yield pairs


def part(cluster: str) -> str:
    """Choose the part of a cluster by a hash of its name."""
    digest = hashlib.sha256(cluster.encode()).digest()
    return "held_back" if digest[0] % 100 < HELD_BACK_PERCENT else "develop"


def main() -> None:
    """Write the pairs."""
    rng = random.Random(SEED)
    makers = [person_cluster] * 44 + [muslim_cluster] * 26 + [company_cluster] * 30 + [agency_cluster] * 24  # fmt: skip  # noqa: E501
    clusters = [("press", pairs) for pairs in press_clusters()]
    clusters += [("rule", list(maker(rng))) for maker in makers]
    with (FOLDER / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["cluster", "part", "origin", "class", "left", "right", "same", "kind"])
        for number, (origin, pairs) in enumerate(clusters):
            # Invented names meet in several clusters: the part follows the leading name.
            chosen = part(pairs[0].left.split()[-1] if origin == "rule" else pairs[0].left)
            for pair in pairs:
                writer.writerow([number, chosen, origin, pair.class_name, pair.left, pair.right,
                                 int(pair.same), pair.kind])  # fmt: skip


if __name__ == "__main__":
    main()
