"""The coder: from the features of an utterance to the probability of each code, in two looks.

The first look is a plain scikit-learn pipeline, `DictVectorizer` then `LogisticRegression`, at one utterance alone. The
second (`models/context.py`) is a small `LogisticRegression` over what the first look made of the utterance and of its
neighbours. Both are sums of named numbers, so the words that moved a decision can be shown. The second look is fitted
on first looks at replies held out, which calibrates it: there is nothing to correct at run time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import log_softmax, softmax
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from models import context
from models.labels import LABELS
from models.linear import Floats, Known, Linear, Row

Rows = Iterable[Row]

# Inverse strength of the penalty, and how exactly the optimum is sought; chosen on the development split
# (docs/decisions/0005-plain-talk.md). Boundaries gain from a closer search, codes do not.
CODER_STRENGTH, CODER_TOLERANCE = 0.25, 1e-3
BOUNDARY_STRENGTH, BOUNDARY_TOLERANCE = 0.3, 1e-5
# Features seen in fewer utterances teach nothing that carries over.
SEEN_AT_LEAST = 2
# A feature with less weight than this, in log-odds, is dropped after fitting.
LEAST_WEIGHT = 0.05
# To be told wrongly that one judged or brushed aside costs a kind person more than a miss: the probability of these
# codes counts for this much when one is chosen (docs/decisions/0005-plain-talk.md).
CAUTION = {"confront": 0.6, "minimize": 0.7}
COSTS = np.asarray([CAUTION.get(label, 1.0) for label in LABELS])
# First what kind it is, then which of the kind: two codes that share a kind do not lose to a third that is alone.
KINDS = (
    ("simple_reflection", "complex_reflection"),
    ("open_question", "closed_question"),
    ("advise_with_permission", "advise_without_permission"),
)
ALIKE = np.asarray(
    [[one == other or any(one in kind and other in kind for kind in KINDS) for other in LABELS] for one in LABELS]
)
# How many of the features that spoke for a code are looked at for evidence.
STRONGEST = 16


class Moved(NamedTuple):
    """A feature and how much it moved the decision for a code, in log-odds against the average code."""

    name: str
    weight: float


def fit(rows: Rows, targets: Sequence[object], weights: Sequence[float], strength: float, tolerance: float) -> Pipeline:
    """Fit vectorizer and classifier; features whose rows weigh less than `SEEN_AT_LEAST` together are left out."""
    vectorizer = DictVectorizer()
    columns = vectorizer.fit_transform(rows)
    kept = np.flatnonzero((columns != 0).T @ np.asarray(weights) >= SEEN_AT_LEAST)
    vectorizer.restrict(kept, indices=True)
    classifier = LogisticRegression(C=strength, max_iter=3000, tol=tolerance)
    classifier.fit(columns[:, kept], targets, sample_weight=np.asarray(weights))
    return light(Pipeline([("features", vectorizer), ("classifier", classifier)]))


def light(model: Pipeline) -> Pipeline:
    """Without the features that hardly matter to any class, in place: most of the memory, none of the reading."""
    classifier = model["classifier"]
    telling = np.flatnonzero(np.abs(classifier.coef_).max(axis=0) >= LEAST_WEIGHT)
    model["features"].restrict(telling, indices=True)
    classifier.coef_ = classifier.coef_[:, telling]
    classifier.n_features_in_ = len(telling)
    return model


def fit_coder(rows: Rows, codes: Sequence[str], weights: Sequence[float]) -> Pipeline:
    """Fit the first look. Classes are indices into `LABELS`, so that columns keep the frozen order."""
    targets = [LABELS.index(code) for code in codes]
    if missing := set(range(len(LABELS))) - set(targets):
        raise ValueError(f"no labelled utterance for {', '.join(LABELS[i] for i in sorted(missing))}; write some first")
    return fit(rows, targets, weights, CODER_STRENGTH, CODER_TOLERANCE)


def fit_boundary(rows: Rows, cuts: Sequence[bool], weights: Sequence[float]) -> Pipeline:
    return fit(rows, cuts, weights, BOUNDARY_STRENGTH, BOUNDARY_TOLERANCE)


class Coder:
    """The trained coder: probabilities for a reply's utterances, and what moved them."""

    def __init__(self, first: Pipeline, second: LogisticRegression) -> None:
        self._first = Linear(first)
        self._second = context.Second(second)

    def read(self, rows: Sequence[Row]) -> tuple[Floats, list[Known]]:
        """Probabilities (utterances, codes), rows summing to 1, and for each utterance what `moved` reads: the known
        features, and what each adds to each code at last."""
        known = [self._first.known(row) for row in rows]
        alone = log_softmax(self._first.logits(known), axis=1)
        found: Floats = softmax(self._second.logits(alone), axis=1)
        return found, [Known(one.names, self._second.carried(one.adds)) for one in known]


def decide(probabilities: Floats) -> npt.NDArray[np.intp]:
    """The label of each utterance, as indices into `LABELS`: the likeliest of the likeliest kind, with `CAUTION`."""
    weighed = probabilities * COSTS
    kind = (weighed @ ALIKE).argmax(axis=1)
    found: npt.NDArray[np.intp] = np.where(ALIKE[kind], weighed, -1.0).argmax(axis=1)
    return found


def moved(look: Known, label: int) -> list[Moved]:
    """The features of one utterance that spoke for `label` against the average code, strongest first."""
    weights = look.adds[:, label] - look.adds.mean(axis=1)
    order = np.argsort(-weights, kind="stable")[:STRONGEST]
    names = look.names
    pairs = zip(order.tolist(), weights[order].tolist(), strict=True)
    return [Moved(names[i], weight) for i, weight in pairs if weight > 0]
