"""A small bar chart as SVG: one series over periods, the highest bar named."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from graph.services.trends import Trend
from viz.page import templates

_WIDTH: Final = 540
_HEIGHT: Final = 150
_TOP: Final = 26
_FLOOR: Final = 120
_NAME: Final = 38
"""Room for the name of a year, with some space behind it."""


def render(trend: Trend, title: str) -> Markup:
    """Return the series as one SVG element; every bar has its period and value as title."""
    top = max(trend.values, default=0) or 1
    wide = (_WIDTH - 34) / max(len(trend.periods), 1)
    bars = [
        {
            "x": round(30 + i * wide, 1),
            "y": round(_FLOOR - (_FLOOR - _TOP) * value / top, 1),
            "width": round(max(wide - min(2.0, wide / 4), 1), 1),
            "height": round((_FLOOR - _TOP) * value / top, 1),
            "title": f"{period}: {value}",
            # The last period is still running.
            "is_last": i == len(trend.values) - 1,
        }
        for i, (period, value) in enumerate(zip(trend.periods, trend.values, strict=True))
    ]
    content = {
        "title": title,
        "width": _WIDTH,
        "height": _HEIGHT,
        "floor": _FLOOR,
        "top": max(trend.values, default=0),
        "bars": bars,
        "ticks": _ticks(trend.periods, wide),
    }
    return Markup(templates().get_template("bars.svg.j2").render(content))  # noqa: S704


def _ticks(periods: tuple[str, ...], wide: float) -> list[dict[str, object]]:
    """Name years where they begin, as far as names fit beside each other and into the picture."""
    years: dict[str, float] = {}
    for i, period in enumerate(periods):
        years.setdefault(period[:4], round(30 + i * wide, 1))
    ticks: list[dict[str, object]] = []
    free = 0.0
    for year, x in years.items():
        if free <= x <= _WIDTH - _NAME:
            ticks.append({"x": x, "text": year})
            free = x + _NAME
    return ticks
