"""A thin client of the HTTP API: the same typed answers as the services give, from afar.

    from api.client import Client

    with Client("https://lacak.example", key="lacak_…", purpose="perkara 12/2026") as client:
        for hit in client.search("polda kepri"):
            print(hit.id, hit.caption)

A server that is busy is asked again when it says so, at most :data:`TRIES` times. Needs the
extra ``client``: ``pip install 'lacak[client]'``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypeVar
from urllib.parse import quote

import msgspec

from api.errors import RemoteError
from api.models import Hits, Item, Network, Page, QueryAnswer, QueryInfo, QueryList
from graph.services.entities import EntityView
from graph.services.search import Hit
from ontology.model import Language

if TYPE_CHECKING:
    import httpx

TRIES: Final = 4
"""How often a busy server is asked."""

_LONGEST_WAIT_SECONDS: Final = 30.0
_EXPORTS: Final[Mapping[str, str]] = {
    ".ttl": "text/turtle",
    ".nq": "application/n-quads",
    ".jsonld": "application/ld+json",
}
Shape = TypeVar("Shape")


class Client:
    """Asks one server.

    Args:
        server: Its address, such as ``https://lacak.example``.
        key: Key or token; empty on this machine's own address while no key exists.
        purpose: What for; investigators must say it.
        language: Of labels: ``id`` or ``en``.
        timeout_seconds: How long one answer may take.

    Raises:
        RemoteError: The package for it is not installed, or the address is none.
    """

    def __init__(
        self,
        server: str,
        key: str = "",
        *,
        purpose: str = "",
        language: str = "id",
        timeout_seconds: float = 90.0,
    ) -> None:
        try:
            import httpx
        except ImportError as error:
            raise RemoteError(
                "Asking a server needs a package that is not installed: pip install 'lacak[client]'"
            ) from error
        if not server.startswith(("https://", "http://")):
            raise RemoteError(f"Write the server's address with https://, got {server!r}.")
        headers = {"Accept": "application/json"}
        if key:
            headers["Authorization"] = f"Bearer {key.strip()}"
        if purpose:
            headers["X-Lacak-Purpose"] = quote(purpose)
        self._httpx = httpx
        self._language = language
        self._http = httpx.Client(
            base_url=f"{server.rstrip('/')}/v1", headers=headers, timeout=timeout_seconds
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close connections."""
        self._http.close()

    def search(
        self,
        text: str,
        class_name: str | None = None,
        limit: int = 20,
        language: Language = "id",
    ) -> list[Hit]:
        """Return entities whose names match, best first.

        Raises:
            RemoteError: The server refused or failed; so do all methods.
        """
        given = {"q": text, "class": class_name, "limit": limit, "lang": language}
        return self._read("/search", given, Hits).hits

    def entities(self, class_name: str, limit: int = 500) -> Iterator[Item]:
        """Yield all entities of a class and its descendants, in order of id."""
        after: str | None = ""
        while after is not None:
            given = {"class": class_name, "limit": limit, "after": after}
            page = self._read("/entities", given, Page)
            yield from page.items
            after = page.next

    def entity(self, entity_id: str) -> EntityView:
        """Return everything about an entity, with evidence."""
        path = f"/entities/{quote(entity_id, safe=':')}"
        return self._read(path, {"lang": self._language}, EntityView)

    def queries(self) -> list[QueryInfo]:
        """Return the queries that the role may run."""
        return self._read("/queries", {"lang": self._language}, QueryList).queries

    def query(self, name: str, parameters: Sequence[tuple[str, str]] = ()) -> QueryAnswer:
        """Run a query of the catalogue.

        Args:
            name: Of the query.
            parameters: Names and texts; a list is given by its name again.
        """
        given = [*parameters, ("lang", self._language)]
        return self._read(f"/queries/{quote(name)}", given, QueryAnswer)

    def path(self, start: str, goal: str, hops: int = 6, limit: int = 5) -> Network:
        """Return the shortest paths between two entities."""
        given = {"start": start, "goal": goal, "hops": hops, "limit": limit}
        return self._read("/networks/path", given, Network)

    def ego(self, entity_id: str, hops: int = 1, limit: int = 300) -> Network:
        """Return what surrounds an entity."""
        given = {"entity": entity_id, "hops": hops, "limit": limit}
        return self._read("/networks/ego", given, Network)

    def export(self, out: Path) -> None:
        """Write the whole graph of the role to a file; its ending says the format."""
        form = _EXPORTS.get(out.suffix)
        if form is None:
            raise RemoteError(f"{out.name}: name a file ending in {', '.join(_EXPORTS)}.")
        part = out.with_name(f"{out.name}.part")
        try:
            with (
                self._http.stream("GET", "/export", headers={"Accept": form}) as answer,
                part.open("wb") as file,
            ):
                if answer.status_code != 200:
                    answer.read()
                    raise _refused(answer)
                for chunk in answer.iter_bytes():
                    file.write(chunk)
            part.replace(out)
        except (self._httpx.HTTPError, OSError) as error:
            raise RemoteError(f"The export did not arrive: {error}.") from error
        finally:
            part.unlink(missing_ok=True)

    def _read(
        self,
        path: str,
        given: Mapping[str, object] | Sequence[tuple[str, str]],
        shape: type[Shape],
    ) -> Shape:
        pairs = given.items() if isinstance(given, Mapping) else given
        answer = self._ask(path, [(k, str(v)) for k, v in pairs if v is not None])
        try:
            return msgspec.json.decode(answer.content, type=shape)
        except msgspec.MsgspecError as error:
            raise RemoteError(
                f"{self._http.base_url} answered in a shape that this version does not know: "
                f"{error}."
            ) from error

    def _ask(self, path: str, given: list[tuple[str, str]]) -> httpx.Response:
        for tried in range(1, TRIES + 1):
            try:
                answer = self._http.get(path, params=self._httpx.QueryParams(tuple(given)))
            except self._httpx.HTTPError as error:
                raise RemoteError(f"{self._http.base_url} does not answer: {error}.") from error
            if answer.status_code not in (429, 503) or tried == TRIES:
                break
            time.sleep(_wait(answer))
        if answer.status_code != 200:
            raise _refused(answer)
        return answer


def _wait(answer: httpx.Response) -> float:
    told = answer.headers.get("retry-after", "")
    return min(float(told) if told.isdigit() else 1.0, _LONGEST_WAIT_SECONDS)


def _refused(answer: httpx.Response) -> RemoteError:
    """Return what a server told of an error."""
    try:
        told = answer.json()["error"]
        return RemoteError(f"{told['message']} ({told['type']}, {told['request']})")
    except (ValueError, KeyError, TypeError):
        return RemoteError(f"The server answered {answer.status_code} without a reason.")
