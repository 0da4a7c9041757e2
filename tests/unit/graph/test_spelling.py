"""Names that are spelt nearly as asked: nothing is lost against comparing every name."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from graph.projection.project import fold
from graph.spelling import Spelling, write

ROOT = Path(__file__).resolve().parents[3]
LEAST = 72.0
WORDS = (
    "putri", "sumber", "maju", "jaya", "karya", "bina", "tenaga", "mandiri",
    "abadi", "sentosa", "duta", "mitra", "insan", "global", "buana", "nusa",
    "indah", "permata", "cahaya", "mutiara", "samawa", "citra", "prima", "utama",
    "sejahtera", "bumi", "mas", "alam", "rizki",
)  # fmt: skip
KINDS = ("pt", "cv", "ud", "yayasan", "polres", "polda", "koperasi", "bp3mi", "pelabuhan")


def index(folder: Path, names: list[str]) -> Spelling:
    write(folder / "names", enumerate(names))
    return Spelling(folder / "names")


def found(spelling: Spelling, names: list[str], text: str, limit: int = 20) -> list[str]:
    return [names[near.node] for near in spelling.near(text, limit, LEAST)]


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> tuple[Spelling, list[str]]:
    """Every province and regency, and 5,000 names of bodies made of few words."""
    with (ROOT / "loaders/sources/reference/regions.csv").open(newline="") as file:
        names = [fold(row["name"]) for row in csv.DictReader(file)]
    chance = random.Random(7)
    made = {
        " ".join([chance.choice(KINDS), *chance.choices(WORDS, k=chance.randint(2, 4))])
        for _ in range(5_000)
    }
    names += sorted(made - set(names))
    return index(tmp_path_factory.mktemp("spelling"), names), names


def misspelt(name: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(name) - 1)
    letter = chance.choice("aeiounmk")
    return chance.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )


@pytest.mark.parametrize("mistakes", [1, 2, 3])
def test_as_good_as_comparing_every_name(many, mistakes):
    spelling, names = many
    chance = random.Random(mistakes)
    ours = theirs = nearest = 0
    for name in chance.sample(names, 120):
        text = name
        for _ in range(mistakes):
            text = misspelt(text, chance)
        by_hand = process.extract(text, names, scorer=fuzz.WRatio, score_cutoff=LEAST, limit=20)
        near = spelling.near(text, 20, LEAST)
        ours += name in {names[n.node] for n in near}
        theirs += name in {found for found, _, _ in by_hand}
        nearest += bool(near) and near[0].score >= by_hand[0][1] - 1e-6
    assert ours >= theirs
    assert nearest >= 118


def test_part_of_a_long_name_is_enough(many):
    spelling, names = many
    assert any("nusa tenggara timur" in n for n in found(spelling, names, "tengara timur"))


@pytest.mark.parametrize("text", ["", "a", "qq", "€", "\n", "x" * 10_000])
def test_odd_questions_find_nothing_and_do_no_harm(many, text):
    spelling, _ = many
    assert isinstance(spelling.near(text, 20, LEAST), list)


def test_letters_beyond_ascii_are_found(tmp_path):
    names = ["kantor østergård", "大使館 jakarta", "kantor pusat"]
    spelling = index(tmp_path, names)
    assert found(spelling, names, "østergard")[0] == names[0]
    assert found(spelling, names, "大使馆 jakarta")[0] == names[1]


def test_one_node_comes_once_with_its_best_name(tmp_path):
    write(tmp_path, [(0, "badan pelindungan"), (0, "bp2mi"), (0, "bp2mi"), (1, "bp3m")])
    near = Spelling(tmp_path).near("bp2m", 5, LEAST)
    assert [n.node for n in near] == [0, 1]
    assert near[0].score > near[1].score


def test_only_what_is_wanted(many):
    spelling, names = many
    is_wanted = np.array([not name.startswith("kabupaten") for name in names])
    near = spelling.near("kabupaten kotawaringn", 20, 0.0, is_wanted)
    assert near
    assert all(is_wanted[n.node] for n in near)


def test_an_index_of_nothing_finds_nothing(tmp_path):
    assert index(tmp_path, []).near("apa saja", 5, 0.0) == []


def test_the_same_names_give_the_same_files(tmp_path):
    names = [(i, f"nama {i * 7 % 50}") for i in range(200)]
    write(tmp_path / "a", names)
    write(tmp_path / "b", iter(names))
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_more_names_than_one_piece_holds(tmp_path):
    names = [f"desa {i:05}" for i in range(40_000)]
    spelling = index(tmp_path, names)
    for i in (0, 16_383, 16_384, 39_999):
        assert names[i] in found(spelling, names, f"desaa {i:05}")
