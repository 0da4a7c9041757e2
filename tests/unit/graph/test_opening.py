from __future__ import annotations

import pytest

from graph.errors import SettingsError
from graph.opening import BOLT_SCHEMES, open_store
from graph.settings import Settings


@pytest.mark.parametrize(
    "url",
    [
        "",
        "graph",
        "/var/lib/lacak",
        "file:///tmp/x",
        "http://localhost:7474",
        "bolt:localhost",
        "bolt://",
        "sqlite:///x.db",
        "embedded:relative",
        "embedded://relative/folder",
        "embedded://host/folder",
        "embedded:///folder?x=1",
    ],
)
def test_other_urls_are_refused_with_what_is_expected(url: str) -> None:
    with pytest.raises(SettingsError, match="Expected"):
        open_store(url)


@pytest.mark.parametrize("scheme", BOLT_SCHEMES)
def test_credentials_in_a_url_are_refused_and_not_repeated(scheme: str) -> None:
    with pytest.raises(SettingsError, match="LACAK_STORE_PASSWORD") as caught:
        open_store(f"{scheme}://user:hush@localhost")
    assert "hush" not in str(caught.value)


def test_password_in_a_broken_url_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        open_store("bolts://user:hush@localhost")
    assert "hush" not in str(caught.value)


def test_password_is_not_in_the_settings_text() -> None:
    assert "hush" not in repr(Settings(store_password="hush"))
