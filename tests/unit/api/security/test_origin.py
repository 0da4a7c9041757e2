"""Requests that other sites' pages send are refused, our own and programs' are not."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from api.errors import CrossSiteError, MisdirectedError
from api.security.origin import check_host, check_origin, is_loopback

HOST = "127.0.0.1:8000"


def refused(
    method: str, *, has_secret: bool = False, has_session: bool = True, **given: str
) -> bool:
    headers = {"host": HOST} | {k.replace("_", "-"): v for k, v in given.items()}
    try:
        check_origin(method, Headers(headers), has_secret=has_secret, has_session=has_session)
    except CrossSiteError:
        return True
    return False


@pytest.mark.parametrize("has_session", [True, False])
def test_other_sites_may_not_post(has_session):
    for given in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"referer": "https://evil.example/page"},
        {"sec_fetch_site": "cross-site", "origin": f"http://{HOST}"},
        {"sec_fetch_site": "same-site"},
    ):
        assert refused("POST", has_session=has_session, **given), given


@pytest.mark.parametrize("has_session", [True, False])
def test_our_own_pages_may_post(has_session):
    for given in (
        {"origin": f"http://{HOST}"},
        {"origin": f"https://{HOST}"},
        {"referer": f"http://{HOST}/sign-in"},
        {"sec_fetch_site": "same-origin", "origin": "null"},
    ):
        assert not refused("POST", has_session=has_session, **given), given


def test_a_cookie_without_an_origin_is_not_enough_to_post():
    assert refused("POST")
    assert not refused("POST", has_session=False)
    assert not refused("POST", has_secret=True, sec_fetch_site="cross-site")


def test_other_sites_may_link_here_but_not_fetch():
    assert not refused("GET", sec_fetch_site="cross-site", sec_fetch_mode="navigate")
    assert refused("GET", sec_fetch_site="cross-site", sec_fetch_mode="no-cors")
    assert refused("POST", sec_fetch_site="cross-site", sec_fetch_mode="navigate")
    assert not refused("GET", sec_fetch_site="none")
    assert not refused("GET", origin="https://evil.example")


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000", "127.0.0.2"])
def test_this_machine_is_asked_by_its_own_names(host):
    check_host(Headers({"host": host}))


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "", "127.0.0.1.evil.example"]
)
def test_other_names_are_not_answered(host):
    if host == "127.0.0.1.evil.example":
        assert is_loopback(host) is False
    with pytest.raises(MisdirectedError):
        check_host(Headers({"host": host}))


def test_loopback():
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1")
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("10.0.0.1")
