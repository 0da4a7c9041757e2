from __future__ import annotations

import subprocess
from pathlib import Path

from graph.engines.runtime import ClassArchive, class_archive, find


def test_the_wheel_carries_a_runtime() -> None:
    runtime = find()
    assert runtime.java.exists()
    assert list(runtime.jars.glob("arcadedb-bolt-*.jar"))


def test_command_binds_every_listener_to_loopback_and_names_no_secret() -> None:
    command = find().command(Path("/data"), 17001, 17002, 512)
    assert "-Darcadedb.bolt.host=127.0.0.1" in command
    assert "-Darcadedb.server.httpIncomingHost=127.0.0.1" in command
    assert "-Darcadedb.bolt.port=17001" in command
    assert "-Darcadedb.server.httpIncomingPort=17002" in command
    assert "-Xmx512m" in command
    assert not [part for part in command if "rootPassword=" in part]


def test_fingerprint_is_stable() -> None:
    assert find().fingerprint == find().fingerprint


def test_archive_lives_in_the_cache_folder(tmp_path: Path, monkeypatch: object) -> None:
    import pytest

    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert class_archive(find()).file.parent == tmp_path / "lacak"


def test_archive_is_recorded_once_and_used_afterwards(tmp_path: Path) -> None:
    archive = ClassArchive(tmp_path / "cache" / "x.aot")
    assert archive.start_flags[0] == "-XX:AOTMode=record"
    assert archive.build_command(["java", "-cp", "x"])
    archive.file.write_bytes(b"archive")
    assert archive.start_flags == [f"-XX:AOTCache={archive.file}"]
    assert archive.build_command(["java", "-cp", "x"]) == []


def test_archive_needs_a_folder_that_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file is in the way")
    archive = ClassArchive(tmp_path / "cache" / "x.aot")
    assert archive.start_flags == []
    assert archive.build_command(["java"]) == []


def build(tmp_path: Path, java: str, recording: str) -> ClassArchive:
    archive = ClassArchive(tmp_path / "x.aot")
    fake = tmp_path / "java"
    fake.write_text(f"#!/bin/sh\n{java}\n")
    fake.chmod(0o700)
    flag = archive.start_flags[1]
    Path(flag.partition("=")[2]).write_text(recording)
    subprocess.run(archive.build_command([str(fake)]), check=False)
    return archive


CREATE = 'for part; do case $part in -XX:AOTCache=*) echo made > "${part#*=}";; esac; done'


def test_build_replaces_the_recording_by_the_archive(tmp_path: Path) -> None:
    archive = build(tmp_path, CREATE, "recorded")
    assert archive.file.read_text() == "made\n"
    assert not list(tmp_path.glob("*.recording"))
    assert not list(tmp_path.glob("*.new"))


def test_failed_build_leaves_nothing(tmp_path: Path) -> None:
    archive = build(tmp_path, f"{CREATE}; exit 1", "recorded")
    assert not archive.file.exists()
    assert not list(tmp_path.glob("*.recording"))
    assert not list(tmp_path.glob("*.new"))


def test_empty_recording_is_thrown_away(tmp_path: Path) -> None:
    archive = build(tmp_path, CREATE, "")
    assert not archive.file.exists()
    assert not list(tmp_path.glob("*.recording"))
