"""Which entity an id of a file means; ids come from the source, never from names."""

from __future__ import annotations

import hashlib
import re

from ontology.foreign import escape, ftm_id, iri_id

_WEB = re.compile(r"https?://\S+")
# These say a number or an address of somebody: nobody shall read it off an id.
_TELLING = ("mailto:", "tel:", "sms:", "sip:")


class Namer:
    """Turns ids of one file into ids of ours.

    Args:
        digest: Hash of the file; scopes ids that count within it only.
        secret: Key of the hash that hides telling ids.
        namespace: Scopes ids of nodes instead of the file, if given.
    """

    def __init__(self, digest: str, secret: bytes, namespace: str | None = None) -> None:
        self._scope = escape(namespace) if namespace else digest[:12]
        self._digest = digest
        self._secret = secret[:64]
        self._own: dict[tuple[str, str], str] = {}

    def is_ours(self, space: str, raw: str, iri: str) -> None:
        """Remember that a file says which entity of ours one of its ids means."""
        self._own[space, raw] = iri_id(iri)

    def of(self, space: str, raw: str) -> str:
        """Return the id of an entity.

        Args:
            space: Kind of id; see :class:`~loaders.graphs.frames.Record`.
            raw: The id as written.
        """
        own = self._own.get((space, raw))
        if own is not None:
            return own
        if space == "ftm":
            return ftm_id(raw)
        if space == "stix":
            return f"stix:{escape(raw)}"
        if space == "iri" or _WEB.fullmatch(raw):
            return self.iri(raw)
        return f"node:{self._scope}-{escape(raw)}"

    def iri(self, raw: str) -> str:
        """Return the id of the thing that an IRI or blank node names."""
        if raw.startswith("_:"):
            return f"blank:{self._digest[:12]}-{raw.removeprefix('_:')}"
        if raw.startswith(_TELLING):
            return self.hidden("iri", raw)
        return iri_id(raw)

    def hidden(self, prefix: str, *parts: str) -> str:
        """Return an id from which nobody without this installation's key can tell the parts."""
        content = "\x1f".join(parts).encode(errors="surrogatepass")
        digest = hashlib.blake2b(content, digest_size=12, key=self._secret).hexdigest()
        return f"{prefix}:{digest}"


def derived(prefix: str, *parts: str) -> str:
    """Return the id of something that ids of others make unique, such as a link."""
    content = "\x1f".join(parts).encode(errors="surrogatepass")
    return f"{prefix}:{hashlib.blake2b(content, digest_size=12).hexdigest()}"
