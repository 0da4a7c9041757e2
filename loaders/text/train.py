"""Train the tagger: ``python -m loaders.text.train [--data FOLDER] [--out FILE] [--algorithm ap]``.

Owns which data the shipped model may come from: our own domain sentences, idner-news-2k (MIT),
NERGrit (Apache-2.0). Refuses other files. Prints entity F1 on the development part of
idner-news-2k where it is at hand.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.text import features
from loaders.text.domain import sentences as domain_sentences
from loaders.text.resources import DATA
from loaders.text.tagger import MODEL, spans

Sentence = tuple[list[str], list[str]]
"""Words and BIO labels."""

_GRIT = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
# Our own sentences are few and exactly of the kind the tagger is for.
_DOMAIN_WEIGHT = 1
_PARAMETERS: dict[str, dict[str, float]] = {
    "lbfgs": {"c1": 0.15, "c2": 0.01, "max_iterations": 100, "feature.possible_transitions": True,
              "feature.minfreq": 1},
    "ap": {"max_iterations": 40, "feature.possible_transitions": True},
}  # fmt: skip


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


def train(sources: dict[str, list[Sentence]], out: Path, algorithm: str = "lbfgs") -> None:
    """Train on sentences by source and write the model.

    Args:
        sources: Sentences by the guideline they were annotated under.
        out: Where the model goes.
        algorithm: ``lbfgs``, small and with probabilities that mean something, as shipped; or
            ``ap``, the averaged perceptron: a point and a half better on news, four times
            larger, and sure of everything.
    """
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm=algorithm, verbose=False)
    for source, rows in sources.items():
        for words, labels in rows:
            for _ in range(_DOMAIN_WEIGHT if source == "domain" else 1):
                trainer.append(features.of_sentence(words, source), labels)
    trainer.set_params(_PARAMETERS[algorithm])
    trainer.train(str(out))


def write_common_words(rows: Iterable[Sentence], path: Path = DATA / "common_words.tsv") -> None:
    """Write the words that training data has in lower case, with how often (1-3)."""
    counts = Counter(word for words, _ in rows for word in words if word.islower())
    lines = [f"{word}\t{min(3, count)}" for word, count in sorted(counts.items())]
    head = "# Words seen in lower case in the tagger's training data, and how often, 3 at most.\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def evaluate(model: Path, rows: list[Sentence], source: str) -> float:
    """Return entity F1 of a model on sentences."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    found = [tagger.tag(features.of_sentence(words, source)) for words, _ in rows]
    return score([labels for _, labels in rows], found)


def main(arguments: list[str] | None = None) -> int:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description="Train the Indonesian tagger.")
    parser.add_argument(
        "--data", type=Path, help="folder with idner_train.txt and nergrit_train.txt"
    )
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--algorithm", choices=sorted(_PARAMETERS), default="lbfgs")
    options = parser.parse_args(arguments)
    sources = {"domain": list(domain_sentences())}
    if options.data:
        sources["news"] = list(read(options.data / "idner_train.txt"))
        sources["grit"] = list(read(options.data / "nergrit_train.txt"))
    if options.data:
        write_common_words(row for rows in sources.values() for row in rows)
    train(sources, options.out, options.algorithm)
    sizes = ", ".join(f"{name} {len(rows)}" for name, rows in sources.items())
    sys.stdout.write(f"{options.out}: trained on sentences: {sizes}\n")
    if options.data and (options.data / "idner_dev.txt").exists():
        result = evaluate(options.out, list(read(options.data / "idner_dev.txt")), "news")
        sys.stdout.write(f"idner-news-2k dev entity F1: {result:.3f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
