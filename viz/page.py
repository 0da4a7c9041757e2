"""Writing one HTML file that carries everything and trusts nothing in its data.

Owns the template environment, data blocks, and the content security policy. Data never
becomes markup or script: it stands in JSON blocks that a browser does not run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_HERE = Path(__file__).parent
_ASSETS = _HERE / "assets"

# `<` and `>` would let data close its block or open a comment; `&` matters to XHTML readers;
# the two separators end a line in older JavaScript.
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


@cache
def templates() -> Environment:
    """Return the environment of our templates; everything is escaped in it."""
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def data_block(value: object) -> Markup:
    """Return a value as JSON that cannot leave a ``<script type="application/json">``.

    Args:
        value: Whatever orjson writes; lone surrogates must have been made visible before.
    """
    written = orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
    for character, escape in _ESCAPES.items():
        written = written.replace(character, escape)
    # Escaped just above; Jinja must not escape quotes a second time.
    return Markup(written)  # noqa: S704


@cache
def asset(*names: str) -> Markup:
    """Return our own scripts or styles, joined in order.

    Scripts share one function scope, so that none of their names meets a browser's.
    """
    joined = "\n".join((_ASSETS / name).read_text("utf-8") for name in names)
    return inline(f"(() => {{\n{joined}}})();\n" if names[0].endswith(".js") else joined)


def inline(source: str) -> Markup:
    """Return script or style of ours or of a library for inlining as it is.

    Raises:
        ValueError: It holds an end tag, which would end the element early.
    """
    lowered = source.lower()
    for tag in ("</script", "</style", "<!--"):
        if tag in lowered:
            raise ValueError(f"An inlined file holds {tag!r}; it would end its element early.")
    # Only files of this package and of the pyvis wheel come here, never data.
    return Markup(source)  # noqa: S704


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return a content security policy that runs exactly these scripts and styles."""
    rules: Mapping[str, str] = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)),
        "style-src": " ".join(map(_hash, styles)),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
