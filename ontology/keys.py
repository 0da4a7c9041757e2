"""Keys by which a source knows its records, as parts of our ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

JOINT = "\x1f"
"""Between the parts of a key of several."""

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""A key that stands in an id as it is; any other is hashed."""


def hashed(contents: Iterable[str], secret: bytes = b"") -> list[str]:
    """Return keys as they stand in ids that must not, or cannot, show them.

    Args:
        contents: Keys, their parts joined by :data:`JOINT`.
        secret: Without it nobody can tell a key by trying all there are.
    """
    return [
        blake2b(content.encode(errors="surrogatepass"), digest_size=12, key=secret).hexdigest()
        for content in contents
    ]
