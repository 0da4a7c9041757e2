"""Canaries: files that nobody may open and listeners that nobody may ask."""

from __future__ import annotations

import ctypes
import os
import select
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ACCESS, _MODIFY, _ATTRIB, _OPEN, _MOVE, _CREATE, _DELETE = 1, 2, 4, 0x20, 0xC0, 0x100, 0x200
_ANYTHING = _ACCESS | _MODIFY | _ATTRIB | _OPEN | _MOVE | _CREATE | _DELETE
SECRET = "canary-7f3a9c"


class Canaries:
    """A watched folder and two listeners; :meth:`tripped` tells what happened since.

    Args:
        folder: An empty folder for the files.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "secret.csv"
        self.file.write_text(f"{SECRET},b\n")
        self.rdf = folder / "secret.ttl"
        self.rdf.write_text(f'<x:a> <x:b> "{SECRET}" .\n')
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.port = self._tcp.getsockname()[1]
        self._udp.bind(("127.0.0.1", self.port))
        self._asked = 0
        self._watch = self._watching()
        threading.Thread(target=self._serve, daemon=True).start()

    def _watching(self) -> int:
        libc = ctypes.CDLL(None, use_errno=True)
        watch = libc.inotify_init1(os.O_NONBLOCK)
        assert watch >= 0
        assert libc.inotify_add_watch(watch, os.fsencode(self.folder), _ANYTHING) >= 0
        return watch

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._tcp.accept()
            except OSError:
                return
            self._asked += 1
            with connection:
                connection.settimeout(2)
                try:
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.1 404 no\r\nContent-Length: 0\r\n\r\n")
                except OSError:
                    continue

    def filled(self, statement: str) -> str:
        """Return a statement with the canaries' places in it."""
        return statement.format(
            file=self.file,
            rdf=self.rdf,
            new=self.folder / "new",
            dir=self.folder,
            url=f"http://127.0.0.1:{self.port}/canary",
            host="127.0.0.1",
            port=self.port,
        )

    def tripped(self) -> list[str]:
        """Return what happened since the last call: files touched, connections, datagrams."""
        found = [*self._touched()]
        asked, self._asked = self._asked, 0
        found += ["connection"] * asked
        while select.select([self._udp], [], [], 0)[0]:
            self._udp.recv(4096)
            found.append("datagram")
        return found

    def _touched(self) -> Iterator[str]:
        try:
            data = os.read(self._watch, 1 << 16)
        except BlockingIOError:
            return
        while data:
            _, mask, _, length = struct.unpack_from("iIII", data)
            name = data[16 : 16 + length].rstrip(b"\0").decode()
            yield f"{name or 'folder'}:{mask:x}"
            data = data[16 + length :]

    def close(self) -> None:
        os.close(self._watch)
        self._tcp.close()
        self._udp.close()


@contextmanager
def canaries(folder: Path) -> Iterator[Canaries]:
    made = Canaries(folder)
    try:
        yield made
    finally:
        made.close()
