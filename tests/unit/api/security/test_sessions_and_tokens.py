"""Cookies that we signed and tokens that the issuer signed open; nothing else does."""

from __future__ import annotations

import base64
import hmac
import json
import time

import pytest

from api.errors import UnauthenticatedError
from api.security import sessions
from api.security.tokens import token_checker
from api.settings import ServerSettings, from_environment
from graph.errors import SettingsError

jwt = pytest.importorskip("jwt", reason="LOUD: tokens need the extra `oidc`")

SECRET = bytes(range(32))
ISSUER = "https://login.example"


def test_a_session_says_who_and_what_for():
    cookie = sessions.begin(SECRET, "0a1b2c3d", "perkara 12", 8)
    found = sessions.read(SECRET, cookie)
    assert (found.key, found.purpose) == ("0a1b2c3d", "perkara 12")
    assert found.until > time.time()


@pytest.mark.parametrize("cookie", ["", ".", "abc", "abc.def", "é.é", "W10.abc"])
def test_what_we_did_not_sign_is_no_session(cookie):
    with pytest.raises(UnauthenticatedError):
        sessions.read(SECRET, cookie)


def test_a_changed_cookie_is_no_session():
    cookie = sessions.begin(SECRET, "0a1b2c3d", "perkara 12", 8)
    content, _, signature = cookie.partition(".")
    other = json.loads(base64.urlsafe_b64decode(content))
    other[1] = "ffffffff"
    forged = base64.urlsafe_b64encode(json.dumps(other).encode()).decode()
    with pytest.raises(UnauthenticatedError):
        sessions.read(SECRET, f"{forged}.{signature}")
    with pytest.raises(UnauthenticatedError):
        sessions.read(bytes(32), cookie)


def test_a_session_ends():
    with pytest.raises(UnauthenticatedError, match="ended"):
        sessions.read(SECRET, sessions.begin(SECRET, "0a1b2c3d", "", -1))


@pytest.fixture(scope="module")
def private():
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def checker(private, tmp_path):
    from jwt.algorithms import ECAlgorithm

    public = json.loads(ECAlgorithm.to_jwk(private.public_key()))
    path = tmp_path / "jwks.json"
    path.write_text(json.dumps({"keys": [public | {"kid": "k1", "use": "sig", "alg": "ES256"}]}))
    return token_checker(
        ServerSettings(oidc_issuer=ISSUER, oidc_audience="lacak", oidc_jwks=str(path))
    )


def token(private, algorithm="ES256", kid="k1", **changes) -> str:
    now = int(time.time())
    claims = {
        "iss": ISSUER,
        "aud": "lacak",
        "sub": "ani",
        "exp": now + 300,
        "lacak_role": "analyst",
        "scope": "openid lacak:read",
        "lacak_territory": ["region:14"],
    } | changes
    claims = {k: v for k, v in claims.items() if v is not None}
    return jwt.encode(claims, private, algorithm, headers={"kid": kid})


def test_a_token_opens_its_role(checker, private):
    found = checker.principal(token(private))
    assert (found.name, found.role, found.territory) == ("oidc:ani", "analyst", ("region:14",))
    assert found.scopes == {"read"}
    assert "free" in checker.principal(token(private, scope="openid")).scopes


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://other.example"},
        {"aud": "other"},
        {"aud": None},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"sub": None},
        {"nbf": 9_000_000_000},
        {"lacak_role": "king"},
        {"lacak_role": None},
        {"lacak_role": ["analyst"]},
        {"kid": "k2"},
    ],
)
def test_a_token_that_is_not_for_us_opens_nothing(checker, private, changes):
    kid = changes.pop("kid", "k1") if "kid" in changes else "k1"
    with pytest.raises(UnauthenticatedError):
        checker.principal(token(private, kid=kid, **changes))


def test_a_token_that_somebody_else_signed_opens_nothing(checker):
    from cryptography.hazmat.primitives.asymmetric import ec

    with pytest.raises(UnauthenticatedError):
        checker.principal(token(ec.generate_private_key(ec.SECP256R1())))


def test_signatures_that_need_no_private_key_open_nothing(checker, private):
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    head, body, _ = token(b"x" * 32, "HS256").split(".")
    seal = hmac.digest(public, f"{head}.{body}".encode(), "sha256")
    forged = f"{head}.{body}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"
    for made in (token(b"x" * 32, "HS256"), forged, token(None, "none")):
        with pytest.raises(UnauthenticatedError):
            checker.principal(made)
    for text in ("", "a.b.c", "lacak", "é"):
        with pytest.raises(UnauthenticatedError):
            checker.principal(text)


def test_no_issuer_means_no_tokens():
    assert token_checker(ServerSettings()) is None


@pytest.mark.parametrize(
    "environment",
    [
        {"LACAK_OIDC_ISSUER": ISSUER},
        {"LACAK_RUNNING": "0"},
        {"LACAK_ABREAST": "0"},
        {"LACAK_WAITING": "-1"},
        {"LACAK_WAIT_SECONDS": "0"},
        {"LACAK_PAGE_WAIT_SECONDS": "0"},
        {"LACAK_REQUESTS_PER_MINUTE": "many"},
    ],
)
def test_settings_that_cannot_be_used_are_refused(environment):
    with pytest.raises(SettingsError):
        from_environment(environment)


@pytest.mark.parametrize("content", ["", "{}", '{"keys": [{"kty": "EC"}]}'])
def test_keys_of_the_issuer_that_cannot_be_read_are_told(tmp_path, content):
    path = tmp_path / "jwks.json"
    path.write_text(content)
    with pytest.raises(SettingsError, match="no public keys"):
        token_checker(
            ServerSettings(oidc_issuer=ISSUER, oidc_audience="lacak", oidc_jwks=str(path))
        )


def test_an_issuer_is_asked_over_tls_only():
    with pytest.raises(SettingsError, match="https"):
        token_checker(ServerSettings(oidc_issuer="http://login.example", oidc_audience="lacak"))
