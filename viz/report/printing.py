"""Our own SVG for paper: light colours written out, since typesetters know no CSS variables."""

from __future__ import annotations

import re

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_DARK = re.compile(r"@media[^{]*\{[^{}]*\{[^}]*\}\s*\}")
_DECLARED = re.compile(r"--([a-z]+):([^;}]+)")
_USED = re.compile(r"var\(--([a-z]+)\)")


def printable(svg: str) -> str:
    """Return a drawing with its variables replaced by their values in the light theme.

    Only the style sheet, which is ours, is changed; labels are not looked at.

    >>> printable("<svg><style>svg{--ink:#111}text{fill:var(--ink)}</style></svg>")
    '<svg><style>svg{--ink:#111}text{fill:#111}</style></svg>'
    """
    return _STYLE.sub(lambda found: f"<style>{_light(found.group(1))}</style>", svg, count=1)


def _light(sheet: str) -> str:
    sheet = _DARK.sub("", sheet)
    values = dict(_DECLARED.findall(sheet))
    return _USED.sub(lambda found: values.get(found.group(1), "none"), sheet)
