"""Training of the tagger's network, with PyTorch; what ships needs NumPy alone.

Owns how the first layers of the pretrained encoder learn our labels, and how they are written.
The same seed on the same machine gives the same network.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from loaders.text.network import HEADS, LABELS, LONGEST, SOURCES, Floats, quantize
from loaders.text.pretrained import WIDTH, Pretrained
from loaders.text.subwords import BEGIN, END, PAD, UNKNOWN, Subwords

Sentence = tuple[list[str], list[str], str]
"""Words, BIO labels and the source whose guideline they follow."""

# PyTorch is not installed where the tagger only runs; its types are not known there.
Tensor = Any

# What is written is the mean of about the last 200 steps (an epoch), which errs less than the last.
_MEMORY = 0.995
_MATRICES = ("qkv", "out", "up", "down")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    Attributes:
        layers: Layers of the pretrained encoder that are kept, from the first.
        epochs: Times that every sentence is seen.
        rate: Learning rate of the last layer; each layer below learns a little slower.
        decay: How much slower.
        dropout: Share of what a layer says that is held back.
        unknown: Share of words that are hidden from the network, so that it reads context.
        pieces: Pieces per step, at most.
        seed: Of order, dropout and hidden words.
    """

    layers: int = 5
    epochs: int = 8
    rate: float = 2e-4
    decay: float = 0.95
    dropout: float = 0.1
    unknown: float = 0.05
    pieces: int = 800
    seed: int = 1


def fit(
    base: Pretrained,
    sentences: Iterable[Sentence],
    out: Path,
    plan: Plan,
    after_epoch: Callable[[], None] = lambda: None,
) -> None:
    """Train a network and write it, after each epoch anew."""
    import torch

    torch.manual_seed(plan.seed)
    torch.set_flush_denormal(True)
    chance = random.Random(plan.seed)  # noqa: S311 - no secret, only variety
    weights = _initial(base, plan.layers)
    subwords = Subwords(base.pieces, base.scores.tolist())
    rows = [part for sentence in sentences for part in _parts(sentence)]
    steps = len(list(_batches(rows, plan, chance))) * plan.epochs
    average = {name: one.detach().clone() for name, one in weights.items()}
    optimizer = torch.optim.AdamW(_groups(weights, plan), betas=(0.9, 0.98), eps=1e-6)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    for _ in range(plan.epochs):
        for rows_of_step in _batches(rows, plan, chance):
            loss = _loss(weights, rows_of_step, subwords, plan, chance)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights.values(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            for name, one in weights.items():
                average[name].lerp_(one.detach(), 1 - _MEMORY)
        held = {name: one.numpy() for name, one in average.items()}
        write(base, held, plan.layers, out)
        after_epoch()


def _rate(step: int, steps: int) -> float:
    """Return the share of the learning rate at a step: up for a tenth, then down."""
    return min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, min(1.0, (1 - step / steps) / 0.9))


def _initial(base: Pretrained, layers: int) -> dict[str, Tensor]:
    """Return trainable weights by name: those of the encoder, and a head that knows nothing."""
    import torch

    held = base.tensors
    kind = held["emb.type"].reshape(-1, WIDTH)[0]
    made: dict[str, Floats] = {
        "words": held["emb.word"],
        "positions": held["emb.pos"].reshape(-1, WIDTH)[:256] + kind,
        "sources": np.zeros((len(SOURCES), WIDTH), dtype=np.float32),
        "norm": np.stack([held["emb.ln.w"], held["emb.ln.b"]]),
        "head": np.zeros((WIDTH, len(LABELS)), dtype=np.float32),
        "heads": np.zeros((len(SOURCES), WIDTH, len(LABELS)), dtype=np.float32),
        "head_bias": np.zeros((len(SOURCES), len(LABELS)), dtype=np.float32),
    }
    for number in range(layers):
        for name, parts in (
            ("qkv", ("q", "k", "v")), ("out", ("ao",)), ("up", ("fi",)), ("down", ("fo",))
        ):  # fmt: skip
            biases = [held[f"l{number}.{part}.b"] for part in parts]
            matrices = [
                held[f"l{number}.{part}.w"].reshape(len(bias), -1)
                for part, bias in zip(parts, biases, strict=True)
            ]
            made[f"{number}.{name}"] = np.concatenate(matrices)
            made[f"{number}.{name}_bias"] = np.concatenate(biases)
        for name, part in (("out_norm", "aln"), ("down_norm", "oln")):
            pair = [held[f"l{number}.{part}.{one}"] for one in "wb"]
            made[f"{number}.{name}"] = np.stack(pair)
    return {name: torch.tensor(one).requires_grad_() for name, one in made.items()}


def _groups(weights: Mapping[str, Tensor], plan: Plan) -> Iterator[dict[str, Any]]:
    """Yield weights with how fast they learn: what is near the words learns slower."""
    for name, one in weights.items():
        depth = name.partition(".")[0]
        if depth.isdigit():
            share = plan.decay ** (plan.layers - 1 - int(depth))
        else:
            share = {"head": 5.0, "heads": 5.0, "head_bias": 5.0, "sources": 1.0}.get(
                name, plan.decay**plan.layers
            )
        is_matrix = name.partition(".")[2] in _MATRICES
        yield {"params": [one], "lr": plan.rate * share, "weight_decay": 0.01 * is_matrix}


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    words, labels, source = sentence
    for start in range(0, len(words), LONGEST):
        yield words[start : start + LONGEST], labels[start : start + LONGEST], source


def _batches(
    rows: list[Sentence], plan: Plan, chance: random.Random
) -> Iterator[Sequence[Sentence]]:
    """Yield sentences of like length together, in a new order each time."""
    chance.shuffle(rows)
    made: list[list[Sentence]] = []
    for start in range(0, len(rows), 400):
        group: list[Sentence] = []
        for row in sorted(rows[start : start + 400], key=lambda one: len(one[0])):
            # A word has 1.35 pieces.
            if group and (len(row[0]) * 1.35 + 2) * (len(group) + 1) > plan.pieces:
                made.append(group)
                group = []
            group.append(row)
        made.append(group)
    chance.shuffle(made)
    yield from made


def _loss(
    weights: Mapping[str, Tensor],
    rows: Sequence[Sentence],
    subwords: Subwords,
    plan: Plan,
    chance: random.Random,
) -> Tensor:
    import torch

    pieces, firsts, labels = [], [], []
    for words, given, _ in rows:
        cut: list[int] = [BEGIN]
        starts = []
        for word in words:
            starts.append(len(cut))
            cut += (UNKNOWN,) if chance.random() < plan.unknown else subwords.of_word(word)
        pieces.append([*cut, END])
        firsts.append(starts)
        labels.append([LABELS.index(label) if label in LABELS else 0 for label in given])
    sources = torch.tensor([SOURCES.index(source) for _, _, source in rows])
    scores = _scores(weights, _padded(pieces, PAD), _padded(firsts, 0), sources, plan)
    wanted = _padded(labels, -100)
    return torch.nn.functional.cross_entropy(
        scores.flatten(0, 1), wanted.flatten(), ignore_index=-100
    )


def _padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    import torch

    made = np.full((len(rows), max(map(len, rows))), filling, dtype=np.int64)
    for number, row in enumerate(rows):
        made[number, : len(row)] = row
    return torch.from_numpy(made)


def _scores(
    weights: Mapping[str, Tensor],
    pieces: Tensor,
    firsts: Tensor,
    sources: Tensor,
    plan: Plan,
) -> Tensor:
    """Return sentences × words × labels."""
    from torch.nn import functional as f

    x = f.embedding(pieces, weights["words"]) + weights["positions"][: pieces.shape[1]]
    x = f.dropout(_norm(x + weights["sources"][sources][:, None], weights["norm"]), plan.dropout)
    # Nobody looks at what only fills a row.
    hidden = (pieces == PAD)[:, None, None, :] * -1e4
    for number in range(plan.layers):
        x = _layer(weights, number, x, hidden, plan.dropout)
    x = x.gather(1, firsts[..., None].expand(-1, -1, WIDTH))
    heads = (weights["head"] + weights["heads"])[sources]
    return f.dropout(x, plan.dropout) @ heads + weights["head_bias"][sources][:, None]


def _norm(x: Tensor, pair: Tensor) -> Tensor:
    from torch.nn.functional import layer_norm

    return layer_norm(x, (WIDTH,), pair[0], pair[1], 1e-12)


def _linear(x: Tensor, matrix: Tensor, bias: Tensor) -> Tensor:
    """Return a linear map in 16 bits, twice as fast where the processor knows them."""
    from torch.nn.functional import linear

    return linear(x.flatten(0, 1).bfloat16(), matrix.bfloat16()).float().unflatten(
        0, x.shape[:2]
    ) + bias  # fmt: skip


def _layer(
    weights: Mapping[str, Tensor],
    number: int,
    x: Tensor,
    hidden: Tensor,
    dropout: float,
) -> Tensor:
    from torch.nn import functional as f

    own = {name: weights[f"{number}.{name}"] for name in (
        *_MATRICES, *(f"{name}_bias" for name in _MATRICES), "out_norm", "down_norm"
    )}  # fmt: skip
    rows, size, _ = x.shape
    qkv = _linear(x, own["qkv"], own["qkv_bias"]).view(rows, size, 3, HEADS, -1)
    q, k, v = qkv.permute(2, 0, 3, 1, 4)
    seen = (q @ k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + hidden
    seen = f.dropout(seen.softmax(-1), dropout) @ v
    seen = _linear(seen.transpose(1, 2).flatten(2), own["out"], own["out_bias"])
    x = _norm(x + f.dropout(seen, dropout), own["out_norm"])
    wide = f.gelu(_linear(x, own["up"], own["up_bias"]), approximate="tanh")
    narrow = _linear(wide, own["down"], own["down_bias"])
    return _norm(x + f.dropout(narrow, dropout), own["down_norm"])


def write(base: Pretrained, weights: Mapping[str, Floats], layers: int, out: Path) -> None:
    """Write a network as :class:`~loaders.text.network.Network` reads it."""
    made: dict[str, Any] = {
        "pieces": np.frombuffer("\n".join(base.pieces).encode(), np.uint8),
        "scores": base.scores, "layers": np.array(layers),
        "head": weights["head"] + weights["heads"],
    }  # fmt: skip
    for name, one in weights.items():
        if name == "words" or name.partition(".")[2] in _MATRICES:
            made[name], made[f"{name}_scale"] = quantize(one)
        elif name not in ("head", "heads"):
            made[name] = one
    for number in range(layers):
        # The scale of attention's scores goes into the weights of q.
        scale = 1 / math.sqrt(WIDTH // HEADS)
        made[f"{number}.qkv_scale"][:WIDTH] *= scale
        made[f"{number}.qkv_bias"] = made[f"{number}.qkv_bias"].copy()
        made[f"{number}.qkv_bias"][:WIDTH] *= scale
    np.savez(out, **made)
