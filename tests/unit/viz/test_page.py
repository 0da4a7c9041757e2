import base64
import hashlib
import json

import pytest

from viz.page import asset, data_block, inline, policy, templates

HOSTILE = "</script><!--<script>\u2028\u2029&'\""


def test_data_cannot_end_its_block():
    written = str(data_block({"a": HOSTILE, HOSTILE: ["x"]}))
    for part in ("<", ">", "&", "\u2028", "\u2029"):
        assert part not in written
    assert json.loads(written) == {"a": HOSTILE, HOSTILE: ["x"]}


def test_the_policy_runs_exactly_what_was_given():
    rules = policy(["alert(1)"], ["a{}"])
    digest = base64.b64encode(hashlib.sha256(b"alert(1)").digest()).decode()
    assert f"script-src 'sha256-{digest}'" in rules
    assert rules.startswith("default-src 'none'")
    assert "unsafe" not in rules
    assert "http" not in rules


@pytest.mark.parametrize("text", ["a</script>b", "a</STYLE>", "x<!--y"])
def test_an_inlined_file_cannot_end_its_element(text):
    with pytest.raises(ValueError, match="end its element early"):
        inline(text)


def test_templates_escape():
    assert templates().from_string("{{ x }}").render(x=HOSTILE).count("<") == 0


def test_scripts_share_one_function():
    script = str(asset("data.js", "page.js"))
    assert script.startswith("(() => {")
    assert script.rstrip().endswith("})();")


def test_our_scripts_never_make_markup_from_text():
    script = str(
        asset(
            "data.js",
            "marks.js",
            "labels.js",
            "scene.js",
            "panel.js",
            "finder.js",
            "table.js",
            "page.js",
        )
    )
    for name in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "srcdoc",
    ):
        assert name not in script
    for name in ("fetch(", "XMLHttpRequest", "WebSocket", "import(", "sendBeacon", "localStorage"):
        assert name not in script
