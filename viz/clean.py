"""Making foreign text harmless to look at, and addresses harmless to follow.

Escaping for HTML and JSON happens where text is written; here only what could deceive a
reader's eye is made visible.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Controls end or break text; bidirectional overrides show it in another order than it has.
_DECEIVING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """Return text with control and direction characters written out as their code points.

    >>> visible("a" + chr(0x202E) + "b")
    'a⟦U+202E⟧b'
    """
    return _DECEIVING.sub(lambda m: f"⟦U+{ord(m.group()):04X}⟧", text)


def followable(address: str | None) -> str | None:
    """Return an address that a link may lead to, or ``None``: only http and https.

    >>> followable("javascript:alert(1)") is None
    True
    """
    if address is None or _DECEIVING.search(address) or any(c.isspace() for c in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
