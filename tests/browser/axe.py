"""axe-core in a page: fetched by npm when first needed, into ``tools/axe/node_modules``."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests import engines

FOLDER = Path(__file__).parents[2] / "tools" / "axe"
# WCAG 2.2 A and AA, and what axe's makers advise beyond.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def source() -> str:
    """Return axe's script, or skip loudly where npm cannot bring it."""
    script = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        npm = shutil.which("npm")
        if npm is None:
            engines.missing("browser", "npm, which brings axe-core, is not installed")
        done = subprocess.run(
            [str(npm), "install", "--no-audit", "--no-fund", "--silent"],
            cwd=FOLDER, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            engines.missing("browser", f"npm did not bring axe-core: {done.stderr[-200:]}")
    return script.read_text("utf-8")


def violations(page: object) -> list[str]:
    """Return what axe objects to on a page: rule, how often, and the first element."""
    page.evaluate(source())
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [
        f"{v['id']} ×{len(v['nodes'])}: {v['nodes'][0]['html'][:160]} "
        f"({v['nodes'][0]['failureSummary'][:240]})"
        for v in found["violations"]
    ]
