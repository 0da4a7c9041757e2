"""Sessions of browsers: a signed cookie that names a key, a purpose, and an end."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from typing import Final

import msgspec

from api.errors import UnauthenticatedError

COOKIE: Final = "lacak_session"
_ENDED = "The session has ended. Sign in again."


class Session(msgspec.Struct, frozen=True, array_like=True):
    """What a cookie says.

    Attributes:
        id: Random; names the session when it is signed out.
        key: Number of the key that signed in.
        purpose: What for, as stated at sign-in.
        until: When it ends, seconds since 1970.
    """

    id: str
    key: str
    purpose: str
    until: float


def begin(secret: bytes, key: str, purpose: str, hours: float) -> str:
    """Return the cookie of a new session.

    Args:
        secret: Key that signs cookies.
        key: Number of the API key.
        purpose: What for.
        hours: How long it lasts.
    """
    session = Session(secrets.token_urlsafe(12), key, purpose, time.time() + 3600 * hours)
    content = base64.urlsafe_b64encode(msgspec.json.encode(session)).decode()
    return f"{content}.{_signature(secret, content)}"


def read(secret: bytes, cookie: str) -> Session:
    """Return what a cookie says.

    Raises:
        UnauthenticatedError: We did not sign it, or it has ended.
    """
    content, _, signature = cookie.rpartition(".")
    if not hmac.compare_digest(signature.encode(), _signature(secret, content).encode()):
        raise UnauthenticatedError(_ENDED)
    session = msgspec.json.decode(base64.urlsafe_b64decode(content), type=Session)
    if session.until < time.time():
        raise UnauthenticatedError(_ENDED)
    return session


def _signature(secret: bytes, content: str) -> str:
    made = hmac.digest(secret, b"session" + content.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(made).decode().rstrip("=")
