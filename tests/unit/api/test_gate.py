"""Who is waited for longer: people at pages and on the canvas, not programs."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from api.gate import _is_person


@pytest.mark.parametrize(
    ("path", "headers", "expected"),
    [
        ("/explore/around", {}, True),
        ("/e/org:a", {}, True),
        ("/v1/search", {"sec-fetch-site": "same-origin"}, True),
        ("/v1/search", {"sec-fetch-site": "cross-site"}, False),
        ("/v1/search", {}, False),
    ],
)
def test_who_looks_waits_and_a_program_is_told_to_come_back(path, headers, expected):
    assert _is_person({"path": path}, Headers(headers)) is expected
