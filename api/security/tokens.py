"""Bearer tokens of an identity provider (OpenID Connect), checked against its public keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from api.errors import UnauthenticatedError
from api.security.principal import SCOPES_OF_ROLE, Principal, granted
from api.settings import ServerSettings
from graph.errors import SettingsError

if TYPE_CHECKING:
    from jwt import PyJWK, PyJWKSet

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
"""Signatures that are accepted: those whose checking key is public."""

_LEEWAY_SECONDS: Final = 30
_SCOPE_PREFIX: Final = "lacak:"


class TokenChecker(Protocol):
    """Tells who a bearer token speaks for."""

    def principal(self, token: str) -> Principal:
        """Return who asks with a token.

        Raises:
            UnauthenticatedError: It is not valid, or names no role of ours.
        """


def token_checker(settings: ServerSettings) -> TokenChecker | None:
    """Return the checker that settings describe; nothing, if they accept no tokens.

    Raises:
        SettingsError: The package for tokens is not installed, or the keys cannot be read.
    """
    if not settings.oidc_issuer:
        return None
    try:
        return _Checker(settings)
    except ImportError as error:
        raise SettingsError(
            "LACAK_OIDC_ISSUER needs a package that is not installed: pip install 'lacak[oidc]'"
        ) from error


class _Checker:
    def __init__(self, settings: ServerSettings) -> None:
        import jwt

        self._jwt = jwt
        self._settings = settings
        self._fixed = _key_set(settings.oidc_jwks) if settings.oidc_jwks else None
        self._client = None if self._fixed else jwt.PyJWKClient(_discover(settings), timeout=5)

    def principal(self, token: str) -> Principal:
        """Return who asks with a token."""
        try:
            return self._principal(self._claims(token))
        except self._jwt.PyJWTError as error:
            raise UnauthenticatedError(f"The token is not valid: {error}.") from error

    def _claims(self, token: str) -> Mapping[str, object]:
        claims: Mapping[str, object] = self._jwt.decode(
            token,
            self._signing_key(token),
            algorithms=list(ALGORITHMS),
            issuer=self._settings.oidc_issuer,
            audience=self._settings.oidc_audience,
            leeway=_LEEWAY_SECONDS,
            options={"require": ["exp", "iss", "aud", "sub"]},
        )
        return claims

    def _signing_key(self, token: str) -> PyJWK:
        if self._client is not None:
            return self._client.get_signing_key_from_jwt(token)
        wanted = self._jwt.get_unverified_header(token).get("kid")
        for key in self._fixed.keys if self._fixed else ():
            if wanted in (None, key.key_id):
                return key
        raise self._jwt.InvalidKeyError("it was signed with a key that the issuer does not list")

    def _principal(self, claims: Mapping[str, object]) -> Principal:
        name = self._settings.oidc_role_claim
        role = claims.get(name)
        if not isinstance(role, str) or role not in SCOPES_OF_ROLE:
            raise UnauthenticatedError(
                f"The token's claim {name!r} must be one of {', '.join(SCOPES_OF_ROLE)}."
            )
        words = str(claims.get("scope", "")).split()
        asked = [w.removeprefix(_SCOPE_PREFIX) for w in words if w.startswith(_SCOPE_PREFIX)]
        territory = claims.get("lacak_territory", [])
        regions = tuple(map(str, territory)) if isinstance(territory, list) else (str(territory),)
        return Principal(f"oidc:{claims['sub']}", role, granted(role, asked), regions)


def _key_set(path: str) -> PyJWKSet:
    import jwt

    try:
        return jwt.PyJWKSet.from_dict(json.loads(Path(path).read_bytes()))
    except (OSError, ValueError, jwt.PyJWTError) as error:
        raise SettingsError(f"LACAK_OIDC_JWKS: {path} holds no public keys: {error}.") from error


def _discover(settings: ServerSettings) -> str:
    """Return the address of the issuer's keys, as its discovery document says."""
    from urllib.request import Request, urlopen

    issuer = settings.oidc_issuer.rstrip("/")
    if not issuer.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise SettingsError("LACAK_OIDC_ISSUER must be an https address.")
    address = f"{issuer}/.well-known/openid-configuration"
    try:
        with urlopen(Request(address), timeout=5) as answer:  # noqa: S310 - scheme checked above
            return str(json.load(answer)["jwks_uri"])
    except (OSError, ValueError, KeyError) as error:
        raise SettingsError(f"{address} does not tell where the keys are: {error}.") from error
