"""What routes ask for: the workspace and the snapshot of this request."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response

from api.workspace import Workspace
from graph.snapshots import Snapshot


def get_workspace(request: Request) -> Workspace:
    """Return the workspace the application was created with."""
    workspace: Workspace = request.app.state.workspace
    return workspace


def get_snapshot(workspace: Annotated[Workspace, Depends(get_workspace)]) -> Snapshot:
    """Return the snapshot that is current when the request starts."""
    return workspace.snapshot()


WorkspaceDep = Annotated[Workspace, Depends(get_workspace)]
SnapshotDep = Annotated[Snapshot, Depends(get_snapshot)]
LanguageParam = Annotated[
    Literal["id", "en"], Query(alias="lang", description="Language of labels and captions.")
]
LimitParam = Annotated[int, Query(ge=1, le=1000, description="The most items to return.")]
DayParam = Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$", examples=["2025-08-06"])]


class Json(Response):
    """JSON bytes made by orjson, without validation of large answers."""

    media_type = "application/json"


def answer(content: object) -> Json:
    """Return plain data and dataclasses as JSON bytes."""
    import orjson

    return Json(orjson.dumps(content, default=_plain, option=orjson.OPT_NON_STR_KEYS))


def _plain(value: object) -> object:
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    if hasattr(value, "items"):
        return dict(value.items())
    raise TypeError(f"cannot be written as JSON: {type(value).__name__}")
