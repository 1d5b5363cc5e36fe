"""Is the reply about this disclosure? A small logistic model over what the two have in common.

It learns from reflections beside the disclosure they answer, and the same reflections beside another one; reflections
that raters found to miss what was said count among the latter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from models.disclosure import Disclosure, is_content, stem
from models.language import Text
from models.lexicon import feelings_in

Floats = npt.NDArray[np.float64]

NAMES = ("shared words", "share of the reply", "shared pairs", "shared spelling", "shared feelings", "speaks of you",
         "adds")  # fmt: skip
# A copy is at least this many words long and has at least this share of its word triples from the disclosure.
COPY_WORDS, COPY_SHARE = 8, 0.6
TURNED = {"i": "you", "me": "you", "my": "your", "mine": "yours", "am": "are", "myself": "yourself", "was": "were"}


class Grounding(NamedTuple):
    """`score`: 0 (would fit any disclosure) to 1 (about this one). `parroting`: the speaker's words copied whole."""

    score: float
    parroting: bool


def inputs(reply: Text, said: Disclosure) -> list[float]:
    """The measures in `NAMES`, each from 0 to 1."""
    words = reply.words
    own = {word.lemma for word in words if is_content(word)}
    shared = {lemma for lemma in own if lemma in said.content or stem(lemma) in said.stems}
    norms = [word.norm for word in words]
    pairs = sum(pair in said.bigrams for pair in pairwise(norms))
    feelings = feelings_in(words)
    return [
        min(1.0, len(shared) / 3),
        len(shared) / len(own) if own else 0.0,
        min(1.0, pairs / 4),
        spelling(own, said.content),
        1.0 if feelings & said.feelings else 0.0,
        1.0 if "you" in norms or "your" in norms else 0.0,
        min(1.0, len(own - shared) / 6),
    ]


def spelling(own: set[str], theirs: frozenset[str]) -> float:
    """Share of four-letter sequences of the reply's content words that the disclosure has too: 0 to 1."""
    mine = grams(own)
    return len(mine & grams(theirs)) / len(mine) if mine else 0.0


def grams(words: Sequence[str] | set[str] | frozenset[str]) -> set[str]:
    return {word[i : i + 4] for word in words for i in range(max(1, len(word) - 3)) if len(word) >= 4}


def copied(reply: Text, said: Disclosure) -> bool:
    """Is the reply mostly the speaker's own sentence, with or without "I" turned into "you"?"""
    norms = [word.norm for word in reply.words]
    if len(norms) < COPY_WORDS:
        return False
    triples = list(zip(norms, norms[1:], norms[2:], strict=False))
    turned = [TURNED.get(word, word) for word in said.words]
    theirs = set(zip(said.words, said.words[1:], said.words[2:], strict=False))
    theirs |= set(zip(turned, turned[1:], turned[2:], strict=False))
    return sum(triple in theirs for triple in triples) / len(triples) >= COPY_SHARE


def measure(reply: Text, said: Disclosure, model: LogisticRegression) -> Grounding:
    """Ground `reply` in `said`; 0 where there is no disclosure."""
    if not said.words:
        return Grounding(0.0, False)
    logit = float(np.dot(model.coef_[0], inputs(reply, said)) + model.intercept_[0])
    return Grounding(float(expit(logit)), copied(reply, said))


def fit(rows: Floats, belongs: npt.NDArray[np.bool_], weights: Sequence[float]) -> LogisticRegression:
    """Fit on measures (n, 7) and whether reply and disclosure belong together (n,); 0.5 then means even odds."""
    return LogisticRegression(C=1.0, class_weight="balanced").fit(rows, belongs, sample_weight=list(weights))
