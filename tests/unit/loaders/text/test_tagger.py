"""The tagger: our sentences, its training, its place behind the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.text import domain, model, tagger, train
from loaders.text.extract import extract
from loaders.text.resources import DATA, rows, word_list


def test_there_are_enough_sentences_of_our_own() -> None:
    lines = list(domain.lines())
    assert len(lines) >= 500
    assert len(lines) == len(list(domain.lines()))
    assert lines == list(domain.lines())


@pytest.mark.parametrize("line", list(domain.lines())[::25])
def test_annotation_is_well_formed(line: str) -> None:
    words, labels = domain.parse(line)
    assert len(words) == len(labels) > 3
    assert "[" not in words
    assert "{" not in words
    assert {label.partition("-")[2] for label in labels} <= {"", "PER", "ORG", "LOC"}
    for before, label in zip(["O", *labels], labels, strict=False):
        assert not label.startswith("I-") or before[2:] == label[2:]


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["B-PER", "I-PER", "O", "B-LOC"], [(0, 2, "PER"), (3, 4, "LOC")]),
        (["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["I-ORG", "I-LOC"], [(0, 1, "ORG"), (1, 2, "LOC")]),
        ([], []),
    ],
)
def test_spans(labels: list[str], spans: list[tuple[int, int, str]]) -> None:
    assert list(tagger.spans(labels)) == spans


def test_score() -> None:
    assert train.score([["B-PER", "I-PER"]], [["B-PER", "O"]]) == 0.0
    assert train.score([["B-PER", "O", "B-LOC"]], [["B-PER", "O", "O"]]) == pytest.approx(2 / 3)
    assert train.score([["O"]], [["O"]]) == 0.0


def test_training_on_our_own_sentences(tmp_path: Path) -> None:
    sentences = list(domain.sentences())[:200]
    path = tmp_path / "model.crfsuite"
    train.train({"domain": sentences}, path)
    assert train.evaluate(model.Model(path, None), sentences[:60], "domain") > 0.8


def test_column_files(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "Budi NOUN B-PERSON\ndi ADP O\nBatam PROPN B-PLACE\n\nYa X O\n", encoding="utf-8"
    )
    assert list(train.read(path)) == [
        (["Budi", "di", "Batam"], ["B-PER", "O", "B-LOC"]),
        (["Ya"], ["O"]),
    ]


def test_the_shipped_model_is_small_and_there() -> None:
    assert model.CRF.stat().st_size < 5_000_000
    words = ["Ketua", "serikat", "itu,", "Harjanto", "Suwito,", "tinggal", "di", "Cilacap"]
    assert len(tagger.label(words)) == len(words)


def test_without_a_model_the_rules_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "load", lambda: None)
    found = extract("Polda NTT menangkap 3 tersangka di Kota Kupang.")
    assert "org:polda-nusa-tenggara-timur" in {entity.id for entity in found.entities}
    with pytest.raises(FileNotFoundError, match=r"loaders\.text\.train"):
        tagger.label(["Budi"])


def test_names_that_no_rule_sees_come_from_the_tagger() -> None:
    found = extract("Keluarga di desa itu mengenal Yohanes Tefa sebagai petani biasa.")
    assert "Yohanes Tefa" in {entity.caption for entity in found.entities}


@pytest.mark.parametrize("path", sorted(DATA.glob("*.tsv")), ids=lambda path: path.name)
def test_data_files_are_tables(path: Path) -> None:
    lengths = {len(row) for row in rows(path.name)}
    assert len(lengths) == 1
    assert path.read_text(encoding="utf-8").endswith("\n")


def test_word_lists() -> None:
    assert "Senin" in word_list("stops")
    assert word_list("no such list") == frozenset()
