"""Numbers about the server in Prometheus' text format; nothing about what was asked for."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper bounds of the histogram of durations, in seconds."""


@dataclass(slots=True)
class _Histogram:
    counts: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(BUCKETS, seconds)] += 1
        self.total += seconds


@dataclass(slots=True)
class Metrics:
    """Requests by route, method and status, and how long they took by route."""

    _requests: dict[tuple[str, str, int], int] = field(default_factory=lambda: defaultdict(int))
    _durations: dict[str, _Histogram] = field(default_factory=lambda: defaultdict(_Histogram))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def observe(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answered request.

        Args:
            route: Template of the route, never the path, which can name a person.
            method: HTTP method.
            status: HTTP status.
            seconds: From the request to the end of its answer.
        """
        with self._lock:
            self._requests[route, method, status] += 1
            self._durations[route].add(seconds)

    def text(self, gauges: Mapping[str, tuple[str, float]]) -> str:
        """Return everything as text.

        Args:
            gauges: Help and value of further numbers, by name; names that end in ``_total``
                only grow.
        """
        with self._lock:
            lines = [*self._request_lines(), *self._duration_lines()]
        for name, (told, value) in gauges.items():
            kind = "counter" if name.endswith("_total") else "gauge"
            lines += [f"# HELP {name} {told}", f"# TYPE {name} {kind}", f"{name} {value:g}"]
        return "\n".join([*lines, ""])

    def _request_lines(self) -> Iterator[str]:
        yield "# HELP lacak_requests_total Requests answered."
        yield "# TYPE lacak_requests_total counter"
        for (route, method, status), count in sorted(self._requests.items()):
            labels = f'route="{_safe(route)}",method="{_safe(method)}",status="{status}"'
            yield f"lacak_requests_total{{{labels}}} {count}"

    def _duration_lines(self) -> Iterator[str]:
        name = "lacak_request_seconds"
        yield f"# HELP {name} From the request to the end of its answer."
        yield f"# TYPE {name} histogram"
        for route, found in sorted(self._durations.items()):
            label, below = f'route="{_safe(route)}"', 0
            for bound, count in zip((*map(str, BUCKETS), "+Inf"), found.counts, strict=True):
                below += count
                yield f'{name}_bucket{{{label},le="{bound}"}} {below}'
            yield f"{name}_sum{{{label}}} {found.total:.6f}"
            yield f"{name}_count{{{label}}} {below}"


def _safe(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
