"""Prints the numbers that we hold ourselves to, and marks those that we miss.

Reads the tree that git knows, plus files not yet committed; counts nothing that is ignored.
Exit status is 1 if a number is missed.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
PACKAGES = ("ontology", "graph", "loaders", "viz", "api")
Function = ast.FunctionDef | ast.AsyncFunctionDef
_BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler)


@dataclass(frozen=True)
class File:
    """One Python file, parsed."""

    path: str
    lines: list[str]
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        """Yield every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


@dataclass(frozen=True)
class Metric:
    """One number: what it is, what was aimed at, what it is, and the worst offenders."""

    name: str
    target: str
    value: str
    is_met: bool
    worst: tuple[str, ...] = ()


def tracked(folders: Iterable[str], suffix: str = ".py") -> list[Path]:
    """Return files below folders that git does not ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", *folders]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603  # our own words
    paths = {ROOT / name.decode() for name in found.split(b"\0") if name}
    return sorted(p for p in paths if p.suffix == suffix and p.exists())


def parse(paths: Iterable[Path]) -> list[File]:
    """Return the files, parsed."""
    texts = ((p, p.read_text("utf-8")) for p in paths)
    return [File(str(p.relative_to(ROOT)), t.splitlines(), ast.parse(t)) for p, t in texts]


def length(function: Function) -> int:
    """Return the number of lines from ``def`` to the end, docstring left out."""
    first = function.body[0]
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    if not _is_docstring(first):
        return whole
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1)


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def complexity(function: Function) -> int:
    """Return the cyclomatic complexity (McCabe 1976), functions inside left out."""
    return 1 + sum(_decisions(node) for node in _inside(function))


def conditions(function: Function) -> int:
    """Return the complexity when ``and``, ``or`` and comprehensions count as decisions too."""
    return complexity(function) + sum(_conditions(node) for node in _inside(function))


def _inside(function: Function) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node
            waiting.extend(ast.iter_child_nodes(node))


def _decisions(node: ast.AST) -> int:
    if isinstance(node, ast.match_case):
        # `case _` decides nothing.
        return not (isinstance(node.pattern, ast.MatchAs) and node.pattern.pattern is None)
    return isinstance(node, _BRANCHES)


def _conditions(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return isinstance(node, ast.IfExp)


def is_annotated(function: Function) -> bool:
    """Tell whether a function says the type of every argument and of its result."""
    a = function.args
    plain = [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, (a.vararg, a.kwarg))]
    named = [arg for i, arg in enumerate(plain) if not (i == 0 and arg.arg in ("self", "cls"))]
    return function.returns is not None and all(arg.annotation is not None for arg in named)


def public(file: File) -> Iterator[tuple[str, bool]]:
    """Yield (name, has a docstring) of the module and its public classes and functions."""
    yield file.path, ast.get_docstring(file.tree) is not None
    yield from _public(file.path, file.tree)


def _public(where: str, parent: ast.Module | ast.ClassDef) -> Iterator[tuple[str, bool]]:
    for node in parent.body:
        if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
            continue
        is_overload = any("overload" in ast.unparse(d) for d in node.decorator_list)
        if not is_overload:
            yield f"{where}:{node.lineno} {node.name}", ast.get_docstring(node) is not None
        if isinstance(node, ast.ClassDef):
            yield from _public(where, node)


def broad_excepts(file: File) -> Iterator[str]:
    """Yield where everything is caught without a reason on that line or the one above."""
    for node in ast.walk(file.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        names = "" if node.type is None else ast.unparse(node.type)
        is_broad = node.type is None or re.search(r"\b(Base)?Exception\b", names) is not None
        is_raised = any(isinstance(n, ast.Raise) and n.exc is None for n in ast.walk(node))
        near = "".join(file.lines[max(0, node.lineno - 2) : node.lineno])
        if is_broad and not is_raised and "#" not in near:
            yield f"{file.path}:{node.lineno}"


def percentile(values: Sequence[int], share: float) -> int:
    """Return the value that a share of the values does not exceed; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def spread(name: str, sizes: Sequence[tuple[int, str]], limits: tuple[int, int, int]) -> Metric:
    """Return median, 90th percentile and maximum of sizes beside their limits."""
    values = [size for size, _ in sizes]
    found = (int(median(values)), percentile(values, 0.9), max(values))
    worst = sorted((s for s in sizes if s[0] > limits[2]), reverse=True)[:8]
    return Metric(
        f"{name}: median / p90 / max",
        "≤ " + " / ".join(map(str, limits)),
        " / ".join(map(str, found)),
        all(value <= limit for value, limit in zip(found, limits, strict=True)),
        tuple(f"{where}: {size}" for size, where in worst),
    )


def every(name: str, items: Iterable[tuple[str, bool]]) -> Metric:
    """Return the share of items that hold, where all should."""
    listed = list(items)
    missing = tuple(what for what, holds in listed if not holds)
    share = 100.0 * (len(listed) - len(missing)) / max(1, len(listed))
    return Metric(name, "100 %", f"{share:.1f} %", not missing, missing[:8])


def measure(source: Sequence[File], tests: Sequence[File]) -> list[Metric]:
    """Return all metrics of the tree."""
    functions = [(f, n) for f in source for n in f.functions()]

    def each(measured: Callable[[Function], int]) -> list[tuple[int, str]]:
        return [(measured(n), f"{f.path}:{n.lineno} {n.name}") for f, n in functions]

    over = sorted((s for s in each(complexity) if s[0] > 10), reverse=True)
    broad = tuple(where for f in source for where in broad_excepts(f))
    ratio = sum(len(f.lines) for f in tests) / sum(len(f.lines) for f in source)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime = len(project["dependencies"])
    return [
        spread("lines per file", [(len(f.lines), f.path) for f in source], (120, 300, 500)),
        spread("lines per function", each(length), (8, 30, 60)),
        Metric(
            "cyclomatic complexity above 10",
            "0",
            str(len(over)),
            not over,
            tuple(f"{where}: {size}" for size, where in over[:8]),
        ),
        # Not a goal: no tool that gates counts this way, but the worst are worth a look.
        spread("  with and/or, comprehensions", each(conditions), (99, 99, 99)),
        every(
            "annotated functions",
            ((f"{f.path}:{n.lineno} {n.name}", is_annotated(n)) for f, n in functions),
        ),
        every("public names with a docstring", (item for f in source for item in public(f))),
        Metric("broad excepts without a reason", "0", str(len(broad)), not broad, broad[:8]),
        Metric("test lines : source lines", "≥ 1", f"{ratio:.2f}", ratio >= 1),
        Metric("direct runtime dependencies", "< 25", str(runtime), runtime < 25),
    ]


def main() -> int:
    """Print the table; return 1 if a number is missed."""
    source, tests = parse(tracked(PACKAGES)), parse(tracked(["tests"]))
    metrics = measure(source, tests)
    lines = sum(len(f.lines) for f in source)
    sys.stdout.write(f"{len(source)} files, {lines} lines in {', '.join(PACKAGES)}\n\n")
    for metric in metrics:
        mark = "✓" if metric.is_met else "✗"
        sys.stdout.write(f"{mark} {metric.name:<34} {metric.target:<18} {metric.value}\n")
        for item in metric.worst:
            sys.stdout.write(f"    {item}\n")
    return int(not all(metric.is_met for metric in metrics))


if __name__ == "__main__":
    sys.exit(main())
