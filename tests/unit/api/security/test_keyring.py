"""Keys: made once, kept as a hash, revoked at once."""

from __future__ import annotations

import re

import pytest

from api.errors import UnauthenticatedError
from api.security.keyring import KeyRing
from api.security.principal import SCOPES, SCOPES_OF_ROLE, granted
from graph.errors import KeyFileError, SettingsError

PEPPER = bytes(range(32))


@pytest.fixture
def ring(tmp_path):
    made = KeyRing(tmp_path / "keys.db", PEPPER)
    yield made
    made.close()


def test_a_key_opens_its_role(ring):
    text = ring.add("Ani", "analyst", territory=["region:14"])
    assert re.fullmatch(r"lacak_[0-9a-f]{8}_[\w-]{43}", text)
    found = ring.find(text).principal
    assert (found.name, found.role, found.territory) == ("Ani", "analyst", ("region:14",))
    assert found.scopes == SCOPES_OF_ROLE["analyst"]


def test_the_file_holds_no_key(ring, tmp_path):
    text = ring.add("Ani", "analyst")
    content = (tmp_path / "keys.db").read_bytes()
    # The secret may hold underscores of its own.
    assert text.split("_", 2)[2].encode() not in content
    assert text.encode() not in content
    assert (tmp_path / "keys.db").stat().st_mode & 0o077 == 0


def test_a_stolen_file_is_of_no_use_without_the_pepper(ring, tmp_path):
    text = ring.add("Ani", "analyst")
    other = KeyRing(tmp_path / "keys.db", bytes(32))
    with pytest.raises(UnauthenticatedError):
        other.find(text)
    other.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"),
        lambda t: t + "A",
        lambda t: t.replace("lacak_", "lacak-"),
        lambda t: "lacak_00000000_" + t.rpartition("_")[2],
        lambda _: "",
        lambda _: "lacak_" + "é" * 52,
    ],
)
def test_what_is_nearly_a_key_opens_nothing(ring, change):
    text = ring.add("Ani", "analyst")
    with pytest.raises(UnauthenticatedError):
        ring.find(change(text))


def test_revoking_ends_a_key_at_once_even_if_it_was_seen(ring):
    text = ring.add("Ani", "analyst")
    ring.find(text)
    assert ring.is_remembered(text)
    assert ring.revoke("Ani").revoked
    with pytest.raises(UnauthenticatedError):
        ring.find(text)


def test_revoking_in_another_process_is_seen(ring, tmp_path):
    text = ring.add("Ani", "analyst")
    ring.find(text)
    other = KeyRing(tmp_path / "keys.db", PEPPER)
    other.revoke(ring.all()[0].id)
    other.close()
    with pytest.raises(UnauthenticatedError):
        ring.find(text)


def test_a_key_expires(ring):
    text = ring.add("Ani", "analyst", days=-1)
    with pytest.raises(UnauthenticatedError):
        ring.find(text)
    assert ring.find(ring.add("Budi", "analyst", days=None)).expires == ""


def test_revoked_keys_do_not_make_a_ring_empty(ring):
    assert ring.is_empty
    ring.add("Ani", "policy")
    ring.revoke("Ani")
    assert not ring.is_empty


@pytest.mark.parametrize(
    ("name", "role", "scopes", "told"),
    [
        ("", "analyst", (), "names nobody"),
        ("a\nb", "analyst", (), "names nobody"),
        ("local root", "analyst", (), "owner of the machine"),
        ("Ani", "king", (), "There is no role"),
        ("Ani", "policy", ("review",), "can have"),
        ("Ani", "administrator", ("read",), "can have"),
    ],
)
def test_what_cannot_be_a_key_is_refused(ring, name, role, scopes, told):
    with pytest.raises(SettingsError, match=told):
        ring.add(name, role, scopes=scopes)


def test_names_are_taken_once(ring):
    ring.add("Ani", "analyst")
    with pytest.raises(SettingsError, match="There is a key for 'Ani'"):
        ring.add("Ani", "policy")
    with pytest.raises(SettingsError, match="There is no key 'Budi'"):
        ring.revoke("Budi")


def test_sessions_that_were_signed_out_are_remembered(ring):
    ring.end_session("abc", 9e12)
    assert ring.is_ended("abc")
    assert not ring.is_ended("abd")


def test_scopes_are_at_most_those_of_the_role():
    for role, most in SCOPES_OF_ROLE.items():
        assert granted(role, SCOPES) == most
        assert granted(role, ()) == most
    assert granted("policy", ["read", "review"]) == {"read"}
    assert granted("nobody", ["read"]) == frozenset()
    assert SCOPES_OF_ROLE["administrator"] == {"operate"}
    assert "export" not in SCOPES_OF_ROLE["investigator"]
    # A paper about one matter is what the investigator works for.
    assert "report" in SCOPES_OF_ROLE["investigator"]


def test_a_damaged_ring_is_told(tmp_path):
    (tmp_path / "keys.db").write_bytes(b"no database" * 100)
    with pytest.raises(KeyFileError, match="cannot be read"):
        KeyRing(tmp_path / "keys.db", PEPPER)
