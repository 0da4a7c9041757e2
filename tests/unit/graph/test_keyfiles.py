"""Keys of an installation: made once, closed to others, refused when damaged."""

from __future__ import annotations

import threading

import pytest

from graph.errors import KeyFileError
from graph.keyfiles import create_key, open_key, read_key
from graph.roles.pseudonyms import KEY_FILE, key_in
from loaders.tabular.secret import secret_in


def test_key_files_are_made_once_and_closed(tmp_path):
    path = tmp_path / "secrets" / "a.key"
    key = create_key(path)
    assert create_key(path) == open_key(path) == read_key(path) == key
    assert path.stat().st_mode & 0o077 == 0
    assert [p.name for p in path.parent.iterdir()] == ["a.key"]


@pytest.mark.parametrize("content", [b"", b"ab", b"zz" * 32, b"ab" * 33, "é".encode() * 64])
def test_damaged_key_files_are_refused(tmp_path, content):
    path = tmp_path / "a.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFileError):
        read_key(path)


def test_an_open_key_file_is_refused(tmp_path):
    path = tmp_path / "a.key"
    create_key(path)
    path.chmod(0o640)
    with pytest.raises(KeyFileError, match="Others can read"):
        read_key(path)


def test_a_key_that_was_written_as_it_is_still_opens(tmp_path):
    path = tmp_path / "a.key"
    path.write_bytes(bytes(range(32)))
    path.chmod(0o600)
    assert open_key(path) == bytes(range(32))


def test_many_who_come_first_hold_one_key(tmp_path):
    start, found = threading.Barrier(8), []

    def come() -> None:
        start.wait()
        found.append(open_key(tmp_path / "a.key"))

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


@pytest.mark.parametrize(("opened", "name"), [(key_in, KEY_FILE), (secret_in, "identity.key")])
def test_the_keys_of_pseudonyms_and_identities_are_closed_to_others(tmp_path, opened, name):
    key = opened(tmp_path)
    assert opened(tmp_path) == key
    (tmp_path / name).chmod(0o644)
    with pytest.raises(KeyFileError, match="chmod 600"):
        opened(tmp_path)
