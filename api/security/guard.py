"""From a request to who is asking: key, token, session, or the owner of this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from api.errors import UnauthenticatedError
from api.security import origin, sessions
from api.security.keyring import KeyRing
from api.security.limits import RateLimit
from api.security.principal import Principal, local_owner
from api.security.sessions import COOKIE
from api.security.tokens import TokenChecker, token_checker
from api.settings import ServerSettings
from graph.errors import KeyFileError, SettingsError
from graph.keyfiles import create_key, open_key, read_key
from graph.roles.audience import Audience, for_regions

PURPOSE_HEADER: Final = "x-lacak-purpose"
MOST_PURPOSE: Final = 200
"""Characters of a purpose."""

_FAILURES_PER_MINUTE: Final = 12
_WHO: Final = (
    "Say who you are: `Authorization: Bearer lacak_…` with a key of `lacak key add`, or sign in "
    "at /sign-in."
)


def ring_files(home: Path, settings: ServerSettings) -> tuple[Path, Path]:
    """Return where the keys are, and the secret they are hashed with."""
    secrets = Path(settings.secrets) if settings.secrets else home / "secrets"
    return home / "keys.db", secrets / "keys.key"


def open_ring(home: Path, settings: ServerSettings) -> KeyRing:
    """Open the keys, making what is not there yet.

    Raises:
        KeyFileError: Keys are there without their secret, or the secret without keys.
    """
    file, pepper = ring_files(home, settings)
    if file.exists():
        return KeyRing(file, read_key(pepper))
    if pepper.exists():
        raise KeyFileError(
            f"There is a secret {pepper} but no keys {file}: somebody removed them. Bring them "
            "back from their backup, or move the secret away to begin anew."
        )
    return KeyRing(file, create_key(pepper))


class Guard:
    """Tells who is asking; one per server.

    Args:
        home: Folder of this installation.
        settings: Where secrets are, and who issues tokens.
        is_loopback: The server listens on this machine's own address only.
        owner: Who asks on this machine's own address while no key exists.

    Raises:
        SettingsError: Others can reach the server and there is nothing to tell them apart by.
        KeyFileError: A secret is missing or open.
    """

    def __init__(
        self,
        home: Path,
        settings: ServerSettings,
        *,
        is_loopback: bool = True,
        owner: Principal | None = None,
    ) -> None:
        self._home = home
        self._owner = owner or local_owner()
        self._settings = settings
        self.session_seconds = int(3600 * settings.session_hours)
        # Others come through a proxy that speaks TLS; this machine's own address has none.
        self.has_secure_cookies = not is_loopback
        self._failures = RateLimit(_FAILURES_PER_MINUTE)
        self._ring: KeyRing | None = None
        self._secret = b""
        self._tokens: TokenChecker | None = token_checker(settings)
        if any(path.exists() for path in ring_files(home, settings)):
            self._open()
        if not is_loopback and self.is_open:
            raise SettingsError(
                "Others can reach this address, and there is no key to tell them apart by. Add "
                "one: `lacak key add NAME --role analyst`. Or serve this machine only: "
                "`lacak serve`."
            )

    @property
    def is_open(self) -> bool:
        """No key was ever made and no issuer is trusted: whoever asks here owns the machine."""
        if self._tokens is not None:
            return False
        # The first key may be made while the server runs.
        if self._ring is None and ring_files(self._home, self._settings)[0].exists():
            self._open()
        return self._ring is None or self._ring.is_empty

    def is_quick(self, headers: Headers) -> bool:
        """Tell whether :meth:`principal` answers at once, without slow hashing or asking."""
        scheme, text = _authorization(headers)
        if not scheme:
            return True
        return self._ring is not None and self._ring.is_remembered(text)

    def principal(self, method: str, headers: Headers, client: str) -> Principal:
        """Return who asks.

        Args:
            method: Of the request.
            headers: Of the request.
            client: Address it comes from; failures are counted by it.

        Raises:
            UnauthenticatedError: Nobody known.
            TooManyRequestsError: The address has failed too often.
            CrossSiteError: Another site's page made the browser ask.
            MisdirectedError: The request names another host.
        """
        scheme, text = _authorization(headers)
        is_open = self.is_open
        has_session = bool(_cookie(headers)) and not is_open
        origin.check_origin(method, headers, has_secret=bool(scheme), has_session=has_session)
        if scheme:
            found = self._by_secret(scheme, text, client)
        elif is_open:
            origin.check_host(headers)
            found = self._owner
        else:
            found = self._by_session(headers)
        purpose = _purpose(headers)
        return replace(found, purpose=purpose) if purpose else found

    def sign_in(self, text: str, purpose: str, client: str) -> tuple[Principal, str]:
        """Return who a key belongs to, and the cookie of a new session.

        Raises:
            UnauthenticatedError: There is no such key in force.
            TooManyRequestsError: The address has failed too often.
        """
        found = self._by_secret("bearer", text.strip(), client)
        if self._ring is None or not text.strip().startswith("lacak_"):
            raise UnauthenticatedError("Sign in with a key; tokens go into the header.")
        stated = " ".join(purpose.split())[:MOST_PURPOSE]
        key = self._ring.find(text.strip())
        cookie = sessions.begin(self._secret, key.id, stated, self._settings.session_hours)
        return replace(found, purpose=stated), cookie

    def sign_out(self, headers: Headers) -> None:
        """End the session of a request, if it has one; its cookie opens nothing any more."""
        cookie = _cookie(headers)
        if self._ring is None or not cookie:
            return
        try:
            session = sessions.read(self._secret, cookie)
        except UnauthenticatedError:
            return
        self._ring.end_session(session.id, session.until)

    def audiences(self) -> set[Audience]:
        """Return who may read here by a key that is in force."""
        keys = self._ring.all() if self._ring is not None else ()
        readers = (k for k in keys if k.is_in_force and k.role != "administrator")
        return {for_regions(key.role, key.territory) for key in readers}

    def close(self) -> None:
        """Close the keys."""
        if self._ring is not None:
            self._ring.close()

    def _open(self) -> None:
        _, pepper = ring_files(self._home, self._settings)
        self._ring = open_ring(self._home, self._settings)
        self._secret = open_key(pepper.with_name("sessions.key"))

    def _by_secret(self, scheme: str, text: str, client: str) -> Principal:
        if self._ring is not None and self._ring.is_remembered(text):
            return self._ring.find(text).principal
        self._failures.take(client)
        if scheme != "bearer":
            raise UnauthenticatedError(_WHO)
        if text.startswith("lacak_"):
            if self._ring is None:
                raise UnauthenticatedError("There are no keys here. Ask without one.")
            found = self._ring.find(text).principal
        elif self._tokens is not None:
            found = self._tokens.principal(text)
        else:
            raise UnauthenticatedError(_WHO)
        self._failures.forgive(client)
        return found

    def _by_session(self, headers: Headers) -> Principal:
        cookie = _cookie(headers)
        if not cookie or self._ring is None:
            raise UnauthenticatedError(_WHO)
        session = sessions.read(self._secret, cookie)
        if self._ring.is_ended(session.id):
            raise UnauthenticatedError("You have signed out. Sign in again.")
        return replace(self._ring.in_force(session.key).principal, purpose=session.purpose)


def _authorization(headers: Headers) -> tuple[str, str]:
    scheme, _, text = headers.get("authorization", "").partition(" ")
    return scheme.lower(), text.strip()


def _cookie(headers: Headers) -> str:
    return cookie_parser(headers.get("cookie", "")).get(COOKIE, "")


def _purpose(headers: Headers) -> str:
    """Return the purpose that a header states; percent-encoded where it is not ASCII."""
    return " ".join(unquote(headers.get(PURPOSE_HEADER, "")).split())[:MOST_PURPOSE]
