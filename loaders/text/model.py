"""What the shipped models make of sentences: the network's opinion and the CRF's, as one.

Owns where the models lie and how two opinions become one. The network reads meaning from context,
the CRF form and gazetteers; they err at different words. Refuses labels that cannot follow each
other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, cast

import numpy as np

from loaders.text import features
from loaders.text.network import LABELS, Floats, Network
from loaders.text.resources import DATA

CRF = DATA / "tagger.crfsuite"
NETWORK = DATA / "tagger.npz"
"""The shipped models; ``python -m loaders.text.train`` writes them."""

# How much the CRF counts beside the network: between 0 and 0.5 it matters little on news, but on
# our articles it keeps what is no name from being one.
_CRF_SHARE = 0.4
# Neither is ever believed to be surer than this.
_LEAST = 1e-3
_BEGINNINGS = [at for at, label in enumerate(LABELS) if label.startswith("B-")]
# Where the CRF holds all words for no names with this probability, the network found none either
# on our articles and on idner-news-2k; not asking it saves a third of its time.
_NO_NAME = 0.97


class _Tagger(Protocol):
    def open(self, name: str) -> object: ...
    def set(self, sequence: list[list[str]]) -> None: ...
    def marginal(self, label: str, position: int) -> float: ...
    def labels(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model makes of one sentence.

    Attributes:
        labels: The likeliest BIO labels that can follow each other.
        probabilities: Words × :data:`~loaders.text.network.LABELS`, by :func:`marginals`.
    """

    labels: list[str]
    probabilities: Floats

    def sure(self, start: int, end: int, kind: str) -> float:
        """Return how probable a span is by its least probable word."""
        first = self.probabilities[start, LABELS.index(f"B-{kind}")]
        inside = self.probabilities[start + 1 : end, LABELS.index(f"I-{kind}")]
        return float(min([first, *inside]))


class Model:
    """A CRF, and beside it a network that was trained on the same sentences."""

    def __init__(self, crf: Path = CRF, network: Path | None = NETWORK) -> None:
        import pycrfsuite

        self._network = Network(network) if network else None
        self._crf = cast("_Tagger", pycrfsuite.Tagger())
        self._crf.open(str(crf))
        self._known = set(self._crf.labels())

    def read(
        self,
        sentences: Sequence[Sequence[str]],
        source: str = "domain",
        asked: Sequence[Sequence[int]] | None = None,
    ) -> list[Reading]:
        """Return a reading of each sentence.

        Args:
            sentences: Their words.
            source: Whose guideline applies.
            asked: The words of each sentence that may be names; all where absent. The network
                is not asked where the CRF is sure that none of them is one.
        """
        opinions = [self._of_crf(words, source) for words in sentences]
        if self._network is None:
            return [_agree(opinion, opinion) for opinion in opinions]
        doubtful = [
            number
            for number, opinion in enumerate(opinions)
            if (opinion[asked[number] if asked else slice(None), 0] < _NO_NAME).any()
        ]
        seconds = dict(zip(doubtful, self._network.probabilities(
            [sentences[number] for number in doubtful], source
        ), strict=True))  # fmt: skip
        if source == "domain":
            for number, second in seconds.items():
                _begin_large(sentences[number], second)
        return [
            _agree(seconds.get(number, opinion), opinion) for number, opinion in enumerate(opinions)
        ]

    def _of_crf(self, words: Sequence[str], source: str) -> Floats:
        self._crf.set(features.of_sentence(words, source))
        made = np.zeros((len(words), len(LABELS)), dtype=np.float32)
        for column, label in enumerate(LABELS):
            if label in self._known:
                made[:, column] = [self._crf.marginal(label, at) for at in range(len(words))]
        return made


def _begin_large(words: Sequence[str], opinion: Floats) -> None:
    """Let no name begin in small letters, as others' guidelines allow: ``vonis Rudi Hartono``."""
    small = [at for at, word in enumerate(words) if word.islower()]
    opinion[np.ix_(small, _BEGINNINGS)] = 0


@cache
def load() -> Model | None:
    """Return the shipped models, or ``None`` where they were not trained."""
    return Model() if CRF.exists() and NETWORK.exists() else None


def _agree(one: Floats, other: Floats) -> Reading:
    scores = (1 - _CRF_SHARE) * np.log(one + _LEAST) + _CRF_SHARE * np.log(other + _LEAST)
    return Reading(decode(scores), marginals(scores))


def _transitions() -> Floats:
    """Return 0 where a label may follow another, a great loss where it may not."""
    made = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for row, before in enumerate(LABELS):
        for column, label in enumerate(LABELS):
            if label.startswith("I-") and before[2:] != label[2:]:
                made[row, column] = -1e4
    return made


_TRANSITIONS = _transitions()
_MAY_FOLLOW = (_TRANSITIONS == 0).astype(np.float32)


def marginals(scores: Floats) -> Floats:
    """Return how probable each label is among all rows of labels that can follow each other.

    A word that goes on with a name makes the one before it a name (forward-backward).

    >>> rows = np.array([[0.9, 0.1, 0, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0, 0]])
    >>> float(marginals(np.log(rows + 1e-9))[0, 1].round(2))
    1.0
    """
    given = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    made: Floats = np.empty_like(given)
    state = _MAY_FOLLOW[0]
    for at, row in enumerate(given):
        state = row * state
        state /= state.sum()
        made[at] = state
        state = state @ _MAY_FOLLOW
    state = np.ones(len(LABELS), dtype=np.float32)
    for at in range(len(given) - 1, -1, -1):
        made[at] *= state
        made[at] /= made[at].sum()
        state = _MAY_FOLLOW @ (given[at] * state)
        state /= state.sum()
    return made


def decode(scores: Floats) -> list[str]:
    """Return the likeliest labels that can follow each other (Viterbi).

    >>> decode(np.log(np.array([[0.4, 0, 0.6, 0, 0, 0, 0]]) + 1e-9))
    ['O']
    """
    if not len(scores):
        return []
    best = scores[0] + _TRANSITIONS[0]
    back = []
    for row in scores[1:]:
        ways = best[:, None] + _TRANSITIONS
        back.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    at = int(best.argmax())
    path = [at]
    for step in reversed(back):
        at = int(step[at])
        path.append(at)
    return [LABELS[number] for number in reversed(path)]
