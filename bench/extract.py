"""Speed of the whole text pipeline on one core, and the tagger's development score.

``python bench/extract.py [--data FOLDER] [--profile]`` prints tokens per CPU second over our golden
articles (156 on average) in rounds after a first, and entity F1 on idner-news-2k dev where the
folder holds it.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import time
from pathlib import Path

from loaders.text.extract import extract
from loaders.text.model import Model
from loaders.text.tokens import tokenize
from loaders.text.train import evaluate, read

ARTICLES = Path(__file__).parent.parent / "tests" / "golden" / "text" / "articles"


def speed(rounds: int) -> float:
    """Return tokens per CPU second over all golden articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    tokens = sum(len(tokenize(text)) for text in texts) * rounds
    # Patterns are compiled when a text first may hold them.
    for text in texts:
        extract(text)
    started = time.process_time()
    for _ in range(rounds):
        for text in texts:
            extract(text)
    return tokens / (time.process_time() - started)


def main() -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, help="folder with idner_dev.txt")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(speed, 1)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(35)
        return 0
    print(f"pipeline: {speed(options.rounds):,.0f} tokens per CPU second")
    if options.data:
        rows = list(read(options.data / "idner_dev.txt"))
        print(f"idner-news-2k dev: entity F1 {evaluate(Model(), rows, 'news'):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
