"""JSON of strangers: what Python's own parser lets pass is refused; runs inside the lock."""

from __future__ import annotations

import json

# Python converts no longer ones, and nobody means them.
_DIGITS = 1_000

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""What JSON can hold."""


def parse(text: str) -> Json:
    """Return what a JSON text says.

    Raises:
        ValueError: It is no JSON, says a key twice, nests without end, or holds NaN.
    """
    try:
        found: Json = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_constant, parse_int=_whole
        )
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return found


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice[:60]!a} stands twice; keep one")
    return found


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError(f"a number has {len(text):,} digits; write it as a text")
    return int(text)


def _constant(name: str) -> Json:
    raise ValueError(f"{name} is no value of JSON")


def texts(value: Json) -> list[str]:
    """Return a value, or the values of a list, as text; objects as JSON."""
    items = value if isinstance(value, list) else [value]
    return [_text(item) for item in items if item is not None]


def _text(value: Json) -> str:
    if isinstance(value, str):
        # Half of a character has no place in a claim or a file.
        return value.encode(errors="replace").decode()
    return json.dumps(value, ensure_ascii=True)
