"""Draw the provinces small enough to travel with the package.

Reads the boundaries of the 38 provinces (GeoJSON, WGS 84) and writes
``viz/data/provinces.json``: one SVG path a province on a plate carrée, small islands left
out, lines simplified (D. Douglas, T. Peucker (1973), Cartographica 10(2): 112-122), and the
places of a tile grid in which every province has the same size.

    python tools/simplify_provinces.py id_provinces_38.geojson
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).parents[1] / "viz" / "data" / "provinces.json"

WEST, EAST, NORTH, SOUTH = 94.8, 141.2, 6.3, -11.2
UNITS_PER_DEGREE = 40
# About half a pixel of a map 1,000 pixels wide.
TOLERANCE_DEGREES = 0.028
# Islands smaller than this cannot be seen; every province keeps its largest.
LEAST_AREA_DEGREES = 0.0035
MOST_RINGS = 14

TILES = """
11 .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
.. 12 14 21 .. .. .. .. .. .. .. .. .. .. .. ..
.. 13 15 19 .. 61 .. 65 .. .. 75 71 82 96 92 91
.. 17 16 .. .. .. 62 64 .. 76 72 .. .. .. 94 95
.. .. 18 .. .. .. .. 63 .. 73 74 .. 81 .. .. 93
.. .. .. 36 31 .. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. 32 33 35 51 52 53 .. .. .. .. .. ..
.. .. .. .. .. 34 .. .. .. .. .. .. .. .. .. ..
"""
"""Each province near where it lies."""

# Its largest island is Natuna, far from where people live and leave: Batam.
MARKS = {"21": (104.05, 1.0)}
"""Longitude and latitude of the mark where the largest ring is a poor place for it."""

Points = NDArray[np.float64]


def simplify(points: Points, tolerance: float) -> Points:
    """Return a ring with the points that matter for a tolerance in degrees."""
    kept = np.zeros(len(points), dtype=bool)
    kept[[0, -1]] = True
    # A ring begins where it ends: it is cut at the point farthest from there.
    farthest = int(np.argmax(np.hypot(*(points - points[0]).T)))
    kept[farthest] = True
    spans = [(0, farthest), (farthest, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        away = _distance(points[first + 1 : last], points[first], points[last])
        worst = int(np.argmax(away))
        if away[worst] > tolerance:
            middle = first + 1 + worst
            kept[middle] = True
            spans += [(first, middle), (middle, last)]
    return points[kept]


def _distance(points: Points, start: Points, end: Points) -> Points:
    along = end - start
    length = float(np.hypot(*along))
    offset = points - start
    if length == 0:
        return np.array(np.hypot(offset[:, 0], offset[:, 1]))
    return np.array(np.abs(along[0] * offset[:, 1] - along[1] * offset[:, 0]) / length)


def area(points: Points) -> float:
    """Return the area of a ring in square degrees."""
    x, y = points[:, 0], points[:, 1]
    return abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2


def path(rings: list[Points]) -> str:
    """Return rings as an SVG path in whole units, relative after the first point."""
    parts = []
    for ring in rings:
        units = np.round((ring - (WEST, NORTH)) * (UNITS_PER_DEGREE, -UNITS_PER_DEGREE))
        whole = units.astype(int)
        steps = np.diff(whole, axis=0)[:-1]
        steps = steps[np.any(steps != 0, axis=1)]
        if len(steps) < 2:
            continue
        told = " ".join(f"{x},{y}" for x, y in steps.tolist())
        parts.append(f"M{whole[0][0]},{whole[0][1]}l{told}z")
    return "".join(parts)


def province(feature: dict[str, Any]) -> dict[str, Any]:
    """Return the path of a province, and a point inside it for its mark."""
    geometry = feature["geometry"]
    isles = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        isles = [isles]
    rings = [np.array(isle[0], dtype=float) for isle in isles]
    rings.sort(key=area, reverse=True)
    chosen = [rings[0], *(r for r in rings[1:MOST_RINGS] if area(r) > LEAST_AREA_DEGREES)]
    # Jakarta and Yogyakarta are smaller than the tolerance is made for.
    tolerance = TOLERANCE_DEGREES if area(rings[0]) > 0.3 else TOLERANCE_DEGREES / 3
    x, y = MARKS.get(feature["properties"]["kemendagri"]) or inside(chosen[0])
    return {
        "path": path([simplify(ring, tolerance) for ring in chosen]),
        "at": [
            round((x - WEST) * UNITS_PER_DEGREE),
            round((NORTH - y) * UNITS_PER_DEGREE),
        ],
        "iso": feature["properties"]["iso3166_2"],
        "tile": tile(feature["properties"]["kemendagri"]),
    }


def tile(code: str) -> list[int]:
    """Return column and row of a province in the tile grid."""
    rows = [line.split() for line in TILES.split("\n") if line]
    return next([row.index(code), y] for y, row in enumerate(rows) if code in row)


def inside(ring: Points) -> tuple[float, float]:
    """Return the point of a coarse grid that is inside a ring and farthest from its line."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    best, most = (float(ring[:, 0].mean()), float(ring[:, 1].mean())), -1.0
    for x in np.linspace(low[0], high[0], 24)[1:-1]:
        for y in np.linspace(low[1], high[1], 24)[1:-1]:
            if not contains(ring, x, y):
                continue
            nearest = float(np.min(np.hypot(ring[:, 0] - x, ring[:, 1] - y)))
            if nearest > most:
                best, most = (float(x), float(y)), nearest
    return best


def contains(ring: Points, x: float, y: float) -> bool:
    """Tell whether a point is inside a ring, by counting crossings."""
    (ax, ay), (bx, by) = ring[:-1].T, ring[1:].T
    crosses = (ay > y) != (by > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = (bx - ax) * (y - ay) / (by - ay) + ax
    return bool(np.count_nonzero(crosses & (x < at)) % 2)


def main() -> int:
    """Write the file; exit status 2 when no source is named."""
    if len(sys.argv) != 2:
        sys.stderr.write("Name the GeoJSON file of the boundaries.\n")
        return 2
    source = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    written = {
        "source": source["source"],
        "licence": "MIT",
        "width": round((EAST - WEST) * UNITS_PER_DEGREE),
        "height": round((NORTH - SOUTH) * UNITS_PER_DEGREE),
        "provinces": {
            f["properties"]["kemendagri"]: province(f)
            for f in sorted(source["features"], key=lambda f: f["properties"]["kemendagri"])
        },
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(written, indent=0) + "\n", "utf-8")
    sys.stdout.write(f"{OUT.name}: {OUT.stat().st_size / 1000:.0f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
