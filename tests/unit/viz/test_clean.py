import pytest

from viz.clean import followable, visible


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("plain", "plain"),
        ("a\x00b", "a⟦U+0000⟧b"),
        ("PT \u202egnip\u202c", "PT ⟦U+202E⟧gnip⟦U+202C⟧"),
        ("\u2066x\u2069", "⟦U+2066⟧x⟦U+2069⟧"),
        ("\ud800", "⟦U+D800⟧"),
        ("two\nlines\tand tab", "two\nlines\tand tab"),
        ("Désa Émas, 北京, 👩‍⚖️", "Désa Émas, 北京, 👩‍⚖️"),
        ("\x1b[31mred", "⟦U+001B⟧[31mred"),
    ],
)
def test_what_deceives_the_eye_is_written_out(given, seen):
    assert visible(given) == seen
    assert visible(given).encode("utf-8")


@pytest.mark.parametrize("address", ["https://a.id/x?y=1", "http://a.id", "HTTPS://A.ID/"])
def test_web_addresses_can_be_followed(address):
    assert followable(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//host/path",
        "https://",
        "http:relative",
        "https://a.id/\u202etxt.exe",
        "https://[bad",
        "https://a b.id",
    ],
)
def test_anything_else_cannot(address):
    assert followable(address) is None
