"""Drawings on paper have the light theme's colours and nothing that a typesetter lacks."""

from __future__ import annotations

from viz.report.printing import printable

SHEET = (
    "<style>svg{--ink:#111;--paper:#fff;background:var(--paper)}"
    "@media (prefers-color-scheme:dark){svg{--ink:#eee;--paper:#000}}"
    "text{fill:var(--ink)}.x{fill:var(--gone)}</style>"
)


def test_variables_get_their_light_values():
    made = printable(f"<svg>{SHEET}<text>t</text></svg>")
    assert "var(" not in made
    assert "text{fill:#111}" in made
    assert "background:#fff" in made
    assert "#eee" not in made
    assert "prefers-color-scheme" not in made


def test_an_unknown_variable_paints_nothing():
    assert ".x{fill:none}" in printable(f"<svg>{SHEET}</svg>")


def test_labels_are_left_alone():
    drawing = f"<svg>{SHEET}<text>var(--ink) @media {{}}</text></svg>"
    assert "<text>var(--ink) @media {}</text>" in printable(drawing)


def test_a_drawing_without_a_style_sheet_stays():
    assert printable("<svg><text>t</text></svg>") == "<svg><text>t</text></svg>"
