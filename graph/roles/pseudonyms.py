"""Keyed pseudonyms: the same entity has the same one, and nobody without the key can test a guess.

A plain hash of a name or NIK is reversible, since there are few enough to try them all. The
key is stable, so that analysts can compare snapshots and keep notes; it is derived anew for
each role, so that pseudonyms of two roles cannot be joined. Deleting the key file gives every
entity a new pseudonym at the next rebuild.
"""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache
from pathlib import Path

from graph.keyfiles import open_key

KEY_FILE = "pseudonyms.key"
"""Name of the file, beside the snapshots and outside every role's folder."""


def key_in(root: Path) -> bytes:
    """Return the key kept in a folder; made at the first call, readable by its owner only.

    Raises:
        KeyFileError: It cannot be made, is damaged, or others may read it.
    """
    return open_key(root / KEY_FILE)


class Pseudonyms:
    """Pseudonyms of one role.

    Args:
        key: The installation's key.
        role: Name of the role they are for.
    """

    def __init__(self, key: bytes, role: str) -> None:
        self._key = hmac.digest(key, f"role {role}".encode(), hashlib.sha256)
        self.entity = lru_cache(maxsize=200_000)(self._entity)

    def _entity(self, entity_id: str, class_name: str) -> str:
        """Return the pseudonym of an entity: its class and 80 bits, such as ``person:p3f…``."""
        return f"{class_name.lower()}:p{self._digest('entity', entity_id)[:20]}"

    def claim(self, claim_id: str) -> str:
        """Return another id for a claim, as long as the one it has.

        The id it has is a hash of what is claimed, and so confirms a guess.
        """
        return self._digest("claim", claim_id)[:32]

    def state(self, text: str) -> str:
        """Return a mark that changes with a text and tells nothing of it."""
        return self._digest("state", text)[:32]

    def _digest(self, kind: str, text: str) -> str:
        return hmac.digest(self._key, f"{kind}\x1f{text}".encode(), hashlib.sha256).hex()
