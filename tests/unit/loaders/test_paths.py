"""Only files and folders are loaded; nothing waits for a pipe."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.errors import LoadError
from loaders.paths import present


def test_files_and_folders_are_present(tmp_path: Path) -> None:
    assert present(tmp_path) == tmp_path
    assert present(Path(__file__)) == Path(__file__)


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no file or folder"):
        present(tmp_path / "gone")


def test_a_pipe_is_refused_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(LoadError, match="Save what it gives to a file"):
        present(tmp_path / "pipe.csv")


def test_a_name_that_is_no_text_is_refused_in_plain_letters(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"daftar\xff.csv")
    path.write_text("nib\n1\n")
    with pytest.raises(LoadError, match=r"daftar\\udcff\.csv.*Rename") as caught:
        present(path)
    assert str(caught.value).isascii()
