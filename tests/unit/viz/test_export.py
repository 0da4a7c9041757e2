import pytest

from viz.errors import PictureError
from viz.export import write


def test_a_page_is_written_whole(tmp_path):
    target = tmp_path / "a.html"
    target.write_text("old")
    assert write(target, "<p>é</p>\n") == target
    assert target.read_bytes() == "<p>é</p>\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_folders_are_made_and_one_that_cannot_be_is_named(tmp_path):
    assert write(tmp_path / "new" / "a.html", "x").exists()
    (tmp_path / "file").touch()
    with pytest.raises(PictureError, match=r"file.*cannot be written"):
        write(tmp_path / "file" / "a.html", "x")


def test_nothing_is_left_behind_on_failure(tmp_path):
    (tmp_path / "a.html").mkdir()
    with pytest.raises(PictureError):
        write(tmp_path / "a.html", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]
