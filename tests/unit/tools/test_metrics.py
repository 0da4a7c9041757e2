from __future__ import annotations

import ast

import pytest

from tools import metrics


def function(text: str) -> metrics.Function:
    node = ast.parse(text).body[0]
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    return node


def file(text: str) -> metrics.File:
    return metrics.File("a.py", text.splitlines(), ast.parse(text))


@pytest.mark.parametrize(
    ("text", "plain", "with_conditions"),
    [
        ("def f(): pass", 1, 1),
        ("def f():\n if a: pass\n elif b: pass", 3, 3),
        ("def f():\n if a and b or c: pass", 2, 4),
        ("def f():\n return [x for x in y if x if z]", 1, 4),
        ("def f():\n try: pass\n except A: pass\n except B: pass", 3, 3),
        ("def f():\n match a:\n  case 1: pass\n  case 2: pass\n  case _: pass", 3, 3),
        ("def f():\n def g():\n  if a: pass\n return 1 if a else 2", 1, 2),
        ("def f():\n for a in b:\n  while c: pass", 3, 3),
    ],
)
def test_complexity_counts_decisions(text: str, plain: int, with_conditions: int) -> None:
    assert metrics.complexity(function(text)) == plain
    assert metrics.conditions(function(text)) == with_conditions


def test_length_leaves_the_docstring_out() -> None:
    assert metrics.length(function('def f():\n    """One.\n\n    Two.\n    """\n    return 1')) == 2
    assert metrics.length(function("def f():\n    return 1")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(a: int) -> int: ...", True),
        ("def f(self, a: int) -> int: ...", True),
        ("def f(a) -> int: ...", False),
        ("def f(a: int): ...", False),
        ("def f(*a, b: int) -> int: ...", False),
        ("def f(*a: int, **b: int) -> int: ...", True),
    ],
)
def test_annotations_are_wanted_on_everything_but_self(text: str, expected: bool) -> None:
    assert metrics.is_annotated(function(text)) is expected


def test_public_names_want_a_docstring() -> None:
    text = '"""M."""\nclass A:\n def f(self): ...\n def _g(self): ...\ndef h():\n "x"\n'
    found = dict(metrics.public(file(text)))
    assert found == {"a.py": True, "a.py:2 A": False, "a.py:3 f": False, "a.py:5 h": True}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("try: pass\nexcept Exception:\n pass", 1),
        ("try: pass\nexcept:\n pass", 1),
        ("try: pass\n# Reason.\nexcept Exception:\n pass", 0),
        ("try: pass\nexcept Exception:\n raise", 0),
        ("try: pass\nexcept (A, BaseException):\n pass", 1),
        ("try: pass\nexcept KeyError:\n pass", 0),
    ],
)
def test_a_broad_except_needs_its_reason(text: str, count: int) -> None:
    assert len(list(metrics.broad_excepts(file(text)))) == count


def test_a_missed_number_names_the_worst() -> None:
    found = metrics.spread("x", [(1, "a"), (2, "b"), (90, "c")], (2, 100, 60))
    assert not found.is_met
    assert found.worst == ("c: 90",)
    assert metrics.every("y", [("a", True)]).is_met
    assert metrics.percentile([], 0.9) == 0
