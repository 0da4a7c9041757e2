from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import RecordFormatError
from loaders.yaml_nodes import File


def file(folder: Path, text: str | bytes) -> File:
    path = folder / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return File(path, "a.yaml")


def test_nothing_is_converted(tmp_path: Path) -> None:
    opened = file(tmp_path, "a: no\nb: 1:30\nc: 007\nd: 2025-08-06\ne: ~\nf: 1e3\n")
    texts = {k: opened.text(v) for k, v in opened.pairs(opened.root)}
    assert texts == {"a": "no", "b": "1:30", "c": "007", "d": "2025-08-06", "e": "~", "f": "1e3"}


def test_every_value_knows_its_line_and_column(tmp_path: Path) -> None:
    opened = file(tmp_path, "a: x\nb:\n  - y\n  - z\n")
    b = opened.mapping(opened.root)["b"]
    assert [str(opened.place(node)) for node in opened.items(b)] == ["a.yaml:3:5", "a.yaml:4:5"]


def test_a_single_value_is_a_list_of_one(tmp_path: Path) -> None:
    opened = file(tmp_path, "a: x\n")
    (only,) = opened.items(opened.mapping(opened.root)["a"])
    assert opened.text(only) == "x"


def test_a_key_that_stands_twice_names_both_lines(tmp_path: Path) -> None:
    opened = file(tmp_path, "a: 1\nb: 2\na: 3\n")
    with pytest.raises(RecordFormatError, match=r"a\.yaml:3:1.*'a'.*line 1"):
        opened.mapping(opened.root)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "a.yaml:1: expected a mapping"),
        ("", "expected a mapping"),
        ("a: [1\n", "a.yaml:2:1"),
        ("a: b: c\n", "a.yaml:1:"),
        ("a: \t- x\n\tb", "a.yaml"),
        (b"a: \xff\n", "UTF-8"),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    with pytest.raises(RecordFormatError, match=said):
        file(tmp_path, text)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordFormatError, match="cannot be read"):
        File(tmp_path / "none.yaml")


def test_a_value_of_another_shape_is_refused_with_its_place(tmp_path: Path) -> None:
    opened = file(tmp_path, "a:\n  b: c\nd: e\n? [x]\n: y\n")
    values = dict(opened.root.value[:2])
    a, d = values.values()
    with pytest.raises(RecordFormatError, match=r"a\.yaml:2:3: expected one plain value"):
        opened.text(a)
    with pytest.raises(RecordFormatError, match=r"a\.yaml:3:4: expected a mapping"):
        opened.mapping(d)
    with pytest.raises(RecordFormatError, match="a key must be plain text"):
        opened.mapping(opened.root)


def test_a_bomb_of_references_is_only_read_where_it_is_asked(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    opened = file(tmp_path, "\n".join(lines))
    assert len(opened.mapping(opened.root)) == 40


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[" * 100_000, "nested more than 100 levels"),
        ("- " * 50_000, "nested more than 100 levels"),
        ("a: " + "{b: " * 50_000, "nested more than 100 levels"),
        ('a: "x\x1by"\n', "a character that YAML forbids"),
        ('a: "x\x00y"\n', "a character that YAML forbids"),
        ("#" * ((4 << 20) + 1), "larger than 4 MiB"),
    ],
    ids=["brackets", "dashes", "braces", "escape", "nul", "large"],
)
def test_what_would_end_the_process_is_refused(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(RecordFormatError, match=rf"^a\.yaml.*{told}"):
        file(tmp_path, text)


def test_what_is_nested_as_records_are_is_read(tmp_path: Path) -> None:
    assert file(tmp_path, "a: " + "[" * 90 + "]" * 90 + "\nb: [x]\nc: {d: e}\n")
