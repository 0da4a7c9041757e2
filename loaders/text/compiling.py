"""Patterns compiled so that less is tried in vain: the same matches, found sooner.

Where case is ignored or a boundary comes first, ``re`` leaves two things undone that cost half the
time of our patterns. It tries a match at every position, though one begins with few letters: here
it skips to these. And it tries sixty alternatives in turn, though ten of them begin alike: here
they are grouped by their first letters, as in a trie. Owns what a pattern is rewritten to; which
match is preferred stays. Refuses nothing: what it does not know it leaves as it is.
"""

from __future__ import annotations

import importlib
import re
import sys
from functools import cache
from typing import Any, TypeAlias

# The one parser that surely reads patterns as ``re`` does; of its tree only what is known is used.
_PARSER: Any = importlib.import_module("re._parser")
# ``re`` takes no word for where to begin: what it writes itself is asked for in two parts.
_COMPILER: Any = importlib.import_module("re._compiler")
_ENGINE: Any = importlib.import_module("_sre")
CODES: Any = importlib.import_module("re._constants")
"""The names of what stands in a tree."""

# Versions of Python whose ``re`` was found to make the same matches; others compile plainly.
_TRIED = frozenset({(3, 11), (3, 12), (3, 13)})

Tree: TypeAlias = Any
"""What the parser makes of a pattern, and parts of it; it has no types."""
_Part: TypeAlias = tuple[Any, Any]
_Letters: TypeAlias = frozenset[_Part]

_IGNORE, _ASCII = int(re.IGNORECASE), int(re.ASCII)

REPEATS = frozenset({CODES.MAX_REPEAT, CODES.MIN_REPEAT, CODES.POSSESSIVE_REPEAT})
"""What takes its part several times."""
_ASSERTS = frozenset({CODES.ASSERT, CODES.ASSERT_NOT})
_WITHOUT_LETTERS = _ASSERTS | {CODES.AT}
_NARROW = frozenset({CODES.CATEGORY_DIGIT, CODES.CATEGORY_SPACE})
# Stands among first letters where there may be none.
_NONE: _Part = (CODES.AT, None)
# Letters outside of ASCII that are one inside when case is ignored.
_FOREIGN = {"i": "İı", "s": "ſ", "k": "\N{KELVIN SIGN}"}
# Wider ranges are of other scripts.
_WIDEST = 64
# Fewer alternatives are tried as fast as grouped, and grouping takes longer than compiling.
_FEWEST = 4
# A class of a letter and its capital is made fast; of i, s and k there are more (``_FOREIGN``).
_CASES = 2
# Where the code of a pattern tells whether its head says what a match begins with.
_TELLS = 2


def parsed(source: str, flags: int) -> Tree:
    """Return what ``re`` reads in a pattern."""
    return _PARSER.parse(source, flags)


def compiled(source: str, tree: Tree) -> re.Pattern[str]:
    """Return what :func:`re.compile` makes of a parsed pattern, but faster; the tree is used up."""
    flags, groups = tree.state.flags, tree.state.groups
    if flags & _ASCII or sys.version_info[:2] not in _TRIED:
        return re.compile(source, flags)
    code = _head(tree, flags)
    _group(tree, flags)
    _COMPILER._compile(code, tree.data, flags)  # noqa: SLF001 - see _COMPILER
    code.append(CODES.SUCCESS)
    names: list[str | None] = [None] * groups
    for name, number in tree.state.groupdict.items():
        names[number] = name
    made: re.Pattern[str] = _ENGINE.compile(
        source, flags, code, groups - 1, tree.state.groupdict, tuple(names)
    )
    return made


def _head(tree: Tree, flags: int) -> list[int]:
    """Return the code from which a search knows where to try."""
    code: list[int] = []
    _COMPILER._compile_info(code, tree, flags)  # noqa: SLF001 - see _COMPILER
    # What is bound to the start of a text is tried once anyway.
    is_bound = bool(tree.data) and tree.data[0] == (CODES.AT, CODES.AT_BEGINNING)
    letters = None if is_bound or code[_TELLS] else _firsts(tree, flags)
    if not letters or _NONE in letters:
        return code
    begun = _PARSER.SubPattern(tree.state, [(CODES.IN, sorted(letters))])
    begun.width = tree.getwidth()
    code.clear()
    _COMPILER._compile_info(code, begun, flags & ~_IGNORE)  # noqa: SLF001 - see _COMPILER
    return code


def _firsts(tree: Tree, flags: int) -> _Letters | None:
    """Return what a match may begin with, as in a class of letters; ``None`` for anything."""
    found: set[_Part] = set()
    for code, value in tree.data:
        if code in _WITHOUT_LETTERS:
            continue
        one = _firsts_of(code, value, flags)
        if one is None:
            return None
        found |= one
        if _NONE not in one:
            return frozenset(found - {_NONE})
    return frozenset(found | {_NONE})


def _firsts_of(code: Tree, value: Tree, flags: int) -> _Letters | None:
    if code is CODES.LITERAL:
        return _cases(value, flags)
    if code is CODES.IN:
        return _either([_firsts_of_member(one, other, flags) for one, other in value])
    if code is CODES.BRANCH:
        return _either([_firsts(branch, flags) for branch in value[1]])
    if code is CODES.SUBPATTERN:
        return _firsts(value[-1], _inner(flags, value))
    if code in REPEATS:
        return _either([_firsts(value[2], flags), frozenset() if value[0] else frozenset({_NONE})])
    return None


def _firsts_of_member(code: Tree, value: Tree, flags: int) -> _Letters | None:
    if code is CODES.LITERAL:
        return _cases(value, flags)
    if code is CODES.RANGE and value[1] - value[0] <= _WIDEST:
        return _either([_cases(one, flags) for one in range(value[0], value[1] + 1)])
    if code is CODES.CATEGORY and value in _NARROW:
        return frozenset({(code, value)})
    return None


def _either(several: list[_Letters | None]) -> _Letters | None:
    known = [one for one in several if one is not None]
    return frozenset().union(*known) if len(known) == len(several) else None


def _inner(flags: int, group: Tree) -> int:
    """Return the flags inside of a group."""
    inner: int = (flags | group[1]) & ~group[2]
    return inner


def _cases(letter: int, flags: int) -> _Letters | None:
    """Return all that is taken for a letter; ``None`` where that is not known."""
    return _folded(letter) if flags & _IGNORE else frozenset({(CODES.LITERAL, letter)})


@cache
def _folded(letter: int) -> _Letters | None:
    low, up = chr(letter).lower(), chr(letter).upper()
    if low != up and not chr(letter).isascii():
        return None
    return frozenset((CODES.LITERAL, ord(one)) for one in {low, up, *_FOREIGN.get(low, "")})


def _group(tree: Tree, flags: int) -> None:
    """Make one of alternatives that begin alike, wherever in a tree they stand."""
    for at, (code, value) in enumerate(tree.data):
        if code is CODES.BRANCH:
            for branch in value[1]:
                _group(branch, flags)
            # Without flags of its own a group is only what holds several parts together.
            inner = _PARSER.SubPattern(tree.state, _branched(value[1], tree.state, flags))
            tree.data[at] = (CODES.SUBPATTERN, (None, 0, 0, inner))
        elif code is CODES.SUBPATTERN:
            _group(value[-1], _inner(flags, value))
        elif code in REPEATS or code in _ASSERTS:
            _group(value[-1], flags)


def _branched(branches: list[Tree], state: Tree, flags: int) -> list[_Part]:
    """Return alternatives with common heads.

    One is put to an earlier one that begins alike if none between them can begin so.
    """
    if len(branches) < _FEWEST:
        return [(CODES.BRANCH, (None, branches))]
    groups: list[tuple[_Letters | None, list[Tree]]] = []
    last_with: dict[_Part, int] = {}
    for branch in branches:
        letters = _firsts(branch, flags)
        if letters is None or not all(code is CODES.LITERAL for code, _ in letters):
            last_with.clear()
            groups.append((None, [branch]))
            continue
        number = _joined(branch, letters, groups, last_with)
        for letter in letters:
            last_with[letter] = number
    made = [_merged(letters, alike, state, flags) for letters, alike in groups]
    return made[0].data if len(made) == 1 else [(CODES.BRANCH, (None, made))]


def _joined(
    branch: Tree,
    letters: _Letters,
    groups: list[tuple[_Letters | None, list[Tree]]],
    last_with: dict[_Part, int],
) -> int:
    """Put an alternative to those that begin alike, or behind all; return where it is now."""
    is_letter = branch.data[0][0] in (CODES.LITERAL, CODES.IN)
    numbers = {last_with.get(letter, -1) for letter in letters}
    number = numbers.pop()
    if is_letter and not numbers and number >= 0 and groups[number][0] == letters:
        groups[number][1].append(branch)
        return number
    groups.append((letters if is_letter else None, [branch]))
    return len(groups) - 1


def _merged(letters: _Letters | None, alike: list[Tree], state: Tree, flags: int) -> Tree:
    """Return one alternative for several that begin with the same letters."""
    if letters is None:
        return alike[0]
    rest = [_PARSER.SubPattern(state, branch.data[1:]) for branch in alike]
    parts = _branched(rest, state, flags) if len(rest) > 1 else rest[0].data
    head: _Part = alike[0].data[0]
    if flags & _IGNORE and len(letters) == _CASES:
        # The engine sees at once whether a letter is in a class, if case is not ignored there.
        listed = _PARSER.SubPattern(state, [(CODES.IN, sorted(letters))])
        head = (CODES.SUBPATTERN, (None, 0, _IGNORE, listed))
    return _PARSER.SubPattern(state, [head, *parts])
