"""Scripts and styles of the live pages.

Most are files beside this module. ``picture.js`` is put together from the scripts of the
exported pictures, so that both draw the same marks and labels; vis-network comes out of
the installed pyvis.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from viz.explorer.site import HERE

_ASSETS: Final = HERE.parent / "assets"
_SHARED: Final = ("data.js", "marks.js", "labels.js")
_EXPORTS: Final = (
    "page",
    "say",
    "number",
    "looks",
    "className",
    "term",
    "make",
    "draw",
    "markOf",
    "theme",
    "readTheme",
    "boost",
    "drawMark",
    "ringAround",
    "Labels",
)
_COMMENTS: Final = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)$", re.MULTILINE | re.DOTALL)
_TYPES: Final = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file to serve; ``tag`` is a hash of its content."""

    content: bytes
    media_type: str
    tag: str


@cache
def static_file(name: str) -> StaticFile | None:
    """Return a file by name; ``None`` where there is none of that name."""
    ending = name.rpartition(".")[2]
    if ending not in _TYPES:
        return None
    content = _content(name)
    if content is None:
        return None
    tag = hashlib.sha256(content).hexdigest()[:16]
    return StaticFile(content, f"{_TYPES[ending]}; charset=utf-8", tag)


def _content(name: str) -> bytes | None:
    if name == "vis-network.js":
        # pyvis imports IPython; only the explorer needs it.
        from viz.canvas import vis_network

        return vis_network().encode()
    if name == "picture.js":
        return picture_module().encode()
    if name == "network.css":
        return (_ASSETS / name).read_bytes()
    # Compared with what is there, so that no name can lead out of the folder.
    here = {path.name: path for path in (HERE / "static").iterdir()}
    if name not in here:
        return None
    content = here[name].read_text("utf-8")
    return (lean(content) if name.endswith(".js") else content).encode()


def lean(script: str) -> str:
    r"""Return one of our scripts without comments of their own line and without indentation.

    They are for whoever reads the file here; a telephone need not fetch them.

    >>> lean("/** What. */" + chr(10) + "  go(); // stays" + chr(10) + "// gone" + chr(10))
    'go(); // stays\n'
    """
    kept = _COMMENTS.sub("", script)
    return "".join(f"{line.strip()}\n" for line in kept.splitlines() if line.strip())


def picture_module() -> str:
    """Return the drawing scripts of exported pictures as one ES module."""
    parts = [(_ASSETS / name).read_text("utf-8") for name in _SHARED]
    return lean("\n".join([*parts, f"export {{ {', '.join(_EXPORTS)} }};\n"]))
