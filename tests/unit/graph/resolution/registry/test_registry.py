"""Registries: what is read, blocked, compared, learnt, and joined."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from bench.registries import make
from bench.resolution_ways import quality
from graph.resolution.errors import RegistryError
from graph.resolution.registry.blocking import pairs
from graph.resolution.registry.clustering import LARGEST_CLUSTER, Clusters
from graph.resolution.registry.columns import prepare, unread_births
from graph.resolution.registry.comparing import LEVELS, SHAPE, Comparison
from graph.resolution.registry.resolve import floor, resolve
from graph.resolution.registry.telling import FIELDS, WORDS, explain
from ontology.model import Language


def table(*rows: dict[str, str | None]) -> pl.DataFrame:
    given = [{"id": f"r{n}", **row} for n, row in enumerate(rows)]
    return pl.DataFrame(given, infer_schema_length=None)


def levels(left: dict[str, str | None], right: dict[str, str | None]) -> dict[str, str]:
    """Return the level of every field of a pair, by name."""
    columns = prepare(table(left, right))
    found = Comparison(columns, pl.Series([0], dtype=pl.UInt32), pl.Series([1], dtype=pl.UInt32))
    numbers = np.unravel_index(found.pattern, SHAPE)
    return {f: LEVELS[f][int(numbers[n][0])] for n, f in enumerate(LEVELS)}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Moch. Soeparno", "Muhammad Suparno", "same"),
        ("H. Joko Susilo", "Djoko Soesilo", "same"),
        ("Nur Hayati Lubis", "Nurhayati Lubis", "joined"),
        ("Ahmad Fauzi Rahman", "Ahmad Fauzi", "subset"),
        ("Ani Wulandari", "Budi Hartono", "different"),
        ("Ani", None, "missing"),
    ],
)
def test_names(left: str, right: str | None, level: str) -> None:
    assert levels({"name": left}, {"name": right or ""})["name"] == level


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("1990-05-12", "1990-05-12", "same"),
        ("1990-05-12", "1990-12-05", "near"),
        ("1990-05-12", "1991-05-12", "near"),
        ("1990-05-12", "1970-05-12", "different"),
        ("1990-05-12", "1990", "year"),
        ("1990-05-12", "1970", "different"),
        ("1990-05-12", None, "missing"),
    ],
)
def test_birth_dates(left: str, right: str | None, level: str) -> None:
    one = {"name": "Ani", "birth_date": left}
    assert levels(one, {"name": "Ani", "birth_date": right})["birth"] == level


@pytest.mark.parametrize(
    ("cells", "born", "unread"),
    [
        (["31/12/1990", "1/2/1990"], ["1990-12-31", "1990-02-01"], []),
        (["12-31-1990", "01.02.1990"], ["1990-12-31", "1990-01-02"], []),
        (["01/02/1990", "03/04/1990"], [None, None], [1, 2]),
        (["31/12/1990", "12/31/1990", "1990-05-06"], [None, None, "1990-05-06"], [1, 2]),
        (["31/12/1990", "31/02/1990"], ["1990-12-31", None], [2]),
        (["1990", "", "kemarin"], [None, None, None], [3]),
    ],
)
def test_birth_dates_are_read_if_the_column_shows_their_order(
    cells: list[str], born: list[str | None], unread: list[int]
) -> None:
    records = table(*({"name": "Ani", "birth_date": cell} for cell in cells))
    assert prepare(records)["born"].to_list() == born
    assert unread_births(records)["row"].to_list() == unread


def test_a_birth_date_is_read_from_the_nik() -> None:
    columns = prepare(table({"name": "Ani", "nik": "3201235205900001"}))
    assert columns["born"].to_list() == ["1990-05-12"]


def test_the_father_is_read_from_the_name() -> None:
    columns = prepare(table({"name": "Siti Aminah binti Kasim"}, {"name": "Siti Aminah"}))
    assert columns["name"][0] == columns["name"][1]
    assert columns["father"][0]


def test_a_telephone_of_an_agency_joins_nobody() -> None:
    names = ["Ani Wulan", "Budi Hartono", "Cici Lestari", "Dodi Kurnia", "Eka Sari",
             "Fitri Anjani", "Gilang Ramadhan", "Hana Pertiwi"]  # fmt: skip
    columns = prepare(table(*({"name": n, "phone": "081234567890"} for n in names)))
    assert columns["phone"].null_count() == len(names)
    family = prepare(table(*({"name": n, "phone": "081234567890"} for n in names[:3])))
    assert family["phone"].null_count() == 0


def test_blocks_above_the_cap_are_left_out() -> None:
    columns = prepare(table(*({"name": "Siti Aminah", "region": "3201"} for _ in range(30))))
    assert len(pairs(columns, largest=30)) == 30 * 29 // 2
    assert len(pairs(columns, largest=29)) == 0


def test_a_table_says_what_it_lacks() -> None:
    with pytest.raises(RegistryError, match="columns id and name"):
        prepare(pl.DataFrame({"nama": ["Ani"]}))
    with pytest.raises(RegistryError, match="more than once"):
        prepare(pl.DataFrame({"id": ["a", "a"], "name": ["Ani", "Budi"]}))


def test_the_floor_asks_for_evidence_that_does_not_contradict() -> None:
    allowed = floor().reshape(SHAPE)
    at = {field: {name: n for n, name in enumerate(names)} for field, names in LEVELS.items()}

    def is_allowed(**given: str) -> bool:
        return bool(allowed[tuple(at[f][given.get(f, "missing")] for f in LEVELS)])

    assert is_allowed(name="same", birth="same")
    assert is_allowed(name="same", nik="same")
    assert is_allowed(name="joined", phone="same")
    assert not is_allowed(name="same")
    assert not is_allowed(name="same", sex="same")
    assert not is_allowed(name="different", birth="same", phone="same", father="same")
    # One NIK, another birth date: somebody has to look.
    assert not is_allowed(name="same", nik="same", birth="different")
    assert not is_allowed(name="same", birth="same", nik="different")


def test_one_nik_under_two_names_goes_to_review() -> None:
    nik, born = "3271014101800002", "1980-01-01"
    found = resolve(
        table(
            {"name": "Ani Lestari", "nik": nik, "birth_date": born},
            {"name": "Budi Santoso", "nik": nik, "birth_date": born},
            {"name": "Rini Oktaviani", "nik": "3271014101800009", "birth_date": born},
        )
    )
    [pair] = found.pairs.iter_rows(named=True)
    assert (pair["left"], pair["right"], pair["decision"]) == ("r0", "r1", "review")
    assert (pair["nik"], pair["name"]) == ("same", "different")
    assert found.clusters["cluster"].n_unique() == 3


def test_a_chain_of_half_alike_records_is_no_person() -> None:
    clusters = Clusters(["1990-05-12", None, "1971-03-04"], [None, None, None])
    assert clusters.join([(0, 1), (1, 2)]) == [(1, 2)]
    assert clusters.by_record() == {0: 0, 1: 0}
    many = Clusters([None] * 60, [None] * 60)
    refused = many.join([(n, n + 1) for n in range(59)])
    assert refused
    sizes = np.bincount(list(many.by_record().values()))
    assert sizes.max() == LARGEST_CLUSTER


def test_a_synthetic_registry_resolves() -> None:
    registry = make(4_000, seed=3)
    found = resolve(registry.drop("entity"))
    precision, recall = quality(
        dict(found.clusters.iter_rows()), dict(registry.select("id", "entity").iter_rows())
    )
    assert precision >= 0.99
    assert recall >= 0.88
    assert found.pairs["decision"].is_in(["join", "review"]).all()
    # A rare agreement weighs more than a common one, and contradiction weighs against.
    assert found.weights.bits("nik")[-1] > found.weights.bits("region")[-1] > 0
    assert found.weights.bits("birth")[1] < 0


def test_the_generator_gives_the_same_registry_again() -> None:
    assert make(300, seed=4).equals(make(300, seed=4))
    made = make(1_000, seed=4)
    assert len(made) == 1_000
    assert made["entity"].n_unique() == 800


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_level_has_words(language: Language) -> None:
    for field, names in LEVELS.items():
        assert FIELDS[field].in_(language)
        assert all(WORDS[name].in_(language) for name in names[1:])
    assert explain({"name": "same", "nik": "different"}, language).endswith(".")
