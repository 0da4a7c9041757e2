"""Smaller layers for the tagger's network: fewer inner units, and what is left fitted to them.

Owns which units of the wide part of a layer go: those whose loss the others make good best (optimal
brain surgeon, Hassibi and Stork 1993, on the outputs of one layer), a few at a time; then least
squares give the weights of those that stay. It needs sentences, no labels, and NumPy alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from loaders.text.network import LONGEST, SOURCES, Layer, Network, Pieces, passes, quantize

Sums = npt.NDArray[np.float64]

# Units that go between two solutions, and what keeps these from being wild.
_AT_ONCE = 64
_RIDGE = 1e-4


def prune(path: Path, sentences: Mapping[str, Sequence[Sequence[str]]], kept: int) -> None:
    """Shrink the layers of a network in place.

    Args:
        path: The network.
        sentences: Words of sentences such as it will read, by source.
        kept: Inner units that each layer keeps.
    """
    network = Network(path)
    states = [
        network.pieces_of(group, SOURCES.index(source))
        for source, given in sentences.items()
        for group in passes([words[:LONGEST] for words in given if words])
    ]
    with np.load(path, allow_pickle=False) as file:
        held: dict[str, Any] = dict(file)
    for number, layer in enumerate(network.layers):
        is_last = layer is network.layers[-1]
        inputs = [layer.attend(state, state.firsts if is_last else None) for state in states]
        units, down = _fitted(layer, inputs, kept)
        smaller = replace(layer, up=layer.up[:, units], up_bias=layer.up_bias[units], down=down)
        _hold(held, number, units, smaller)
        states = [
            Pieces(smaller.think(x), state.firsts, state.ends)
            for x, state in zip(inputs, states, strict=True)
        ]
    np.savez(path, **held)


def _fitted(
    layer: Layer, inputs: Sequence[npt.NDArray[np.float32]], kept: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Return the units that stay, and their outgoing weights."""
    width = len(layer.down)
    sums: Sums = np.zeros((width, width))
    for x in inputs:
        inner = layer.widen(x)
        sums += inner.T @ inner
    sums += _RIDGE * np.trace(sums) / width * np.eye(width)
    wanted = sums @ layer.down
    units = np.arange(width)
    while True:
        inverse = np.linalg.inv(sums[np.ix_(units, units)])
        down = inverse @ wanted[units]
        if len(units) <= kept:
            return units, down.astype(np.float32)
        loss = (down**2).sum(axis=1) / np.diag(inverse)
        gone = np.argsort(loss)[: min(_AT_ONCE, len(units) - kept)]
        units = np.delete(units, gone)


def _hold(held: dict[str, Any], number: int, units: npt.NDArray[np.int64], layer: Layer) -> None:
    """Put a layer's new weights where :class:`Network` finds them."""
    for name in ("up", "up_scale", "up_bias"):
        held[f"{number}.{name}"] = held[f"{number}.{name}"][units]
    held[f"{number}.down"], held[f"{number}.down_scale"] = quantize(layer.down.T)
