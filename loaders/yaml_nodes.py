"""YAML with positions: every scalar stays text, every value knows its line and column.

PyYAML's loaders turn ``no`` into false, ``1:30`` into 90, and let duplicate keys vanish.
Here nothing is converted, and a duplicate key is an error that names both lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from loaders.errors import RecordFormatError
from loaders.model import Place

Mapping = yaml.MappingNode
Sequence = yaml.SequenceNode
Scalar = yaml.ScalarNode
Node = yaml.Node


# Nodes take a hundred times the bytes of their text.
_MOST_BYTES = 4 << 20
_DEEPEST = 100


class _Loader(yaml.CSafeLoader):
    """PyYAML's loader, which else recurses until the process dies."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        super().descend_resolver(parent, index)
        self._depth += 1
        if self._depth > _DEEPEST:
            mark = None if parent is None else parent.start_mark
            raise yaml.MarkedYAMLError(
                problem=f"nested more than {_DEEPEST} levels deep; write it flatter.",
                problem_mark=mark,
            )

    def ascend_resolver(self) -> None:
        super().ascend_resolver()
        self._depth -= 1


class File:
    """One YAML file whose top level is a mapping.

    Raises:
        RecordFormatError: The file is no UTF-8, no YAML, no mapping, nested too deeply, or
            larger than 4 MiB.
    """

    def __init__(self, path: Path, shown: str | None = None) -> None:
        self.path = path
        self.shown = shown or str(path)
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise RecordFormatError(
                    f"{self.shown} is larger than 4 MiB. Split it; tables are loaded with --map."
                )
            root = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
        except (OSError, UnicodeDecodeError) as error:
            raise RecordFormatError(f"{self.shown} cannot be read as UTF-8: {error}") from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
            raise RecordFormatError(f"{self.shown}{where}: {error.problem}") from error
        except yaml.YAMLError as error:
            raise RecordFormatError(
                f"{self.shown} holds a character that YAML forbids; remove it: {error}"
            ) from error
        if not isinstance(root, Mapping):
            raise RecordFormatError(f"{self.shown}:1: expected a mapping at the top level.")
        self.root = root

    def place(self, node: Node) -> Place:
        """Return where a node stands."""
        return Place(self.shown, node.start_mark.line + 1, node.start_mark.column + 1)

    def pairs(self, node: Node) -> Iterator[tuple[str, Node]]:
        """Yield the keys and values of a mapping.

        Raises:
            RecordFormatError: It is no mapping, a key is no text, or a key stands twice.
        """
        if not isinstance(node, Mapping):
            raise RecordFormatError(f"{self.place(node)}: expected a mapping (key: value).")
        seen: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, Scalar):
                raise RecordFormatError(f"{self.place(key)}: a key must be plain text.")
            if key.value in seen:
                first = self.place(seen[key.value]).line
                raise RecordFormatError(
                    f"{self.place(key)}: the key {key.value!r} stands here and in line {first}. "
                    "Keep one, or make its value a list."
                )
            seen[key.value] = key
            yield key.value, value

    def mapping(self, node: Node) -> dict[str, Node]:
        """Return a mapping as a dict; see :meth:`pairs`."""
        return dict(self.pairs(node))

    def text(self, node: Node) -> str:
        """Return the text of a scalar, unconverted.

        Raises:
            RecordFormatError: It is a mapping or a list.
        """
        if not isinstance(node, Scalar):
            raise RecordFormatError(f"{self.place(node)}: expected one plain value.")
        return str(node.value)

    def items(self, node: Node) -> list[Node]:
        """Return the items of a list; a single value is a list of one."""
        return list(node.value) if isinstance(node, Sequence) else [node]

    def plain(self, node: Node) -> str | None:
        """Return the text of a scalar, or of the ``value`` of a mapping, if there is one."""
        if isinstance(node, Mapping):
            node = next((v for k, v in node.value if getattr(k, "value", "") == "value"), node)
        return str(node.value) if isinstance(node, Scalar) else None
