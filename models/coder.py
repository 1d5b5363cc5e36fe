"""The coder: a calibrated linear classifier from the features of an utterance to the probability of each code.

A plain scikit-learn pipeline, `DictVectorizer` then `LogisticRegression`: every decision is a sum of named features, so
the words that moved it can be shown. Calibration is a single temperature, folded into the coefficients (Guo et al.,
On Calibration of Modern Neural Networks, 2017): it costs nothing at run time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from models.labels import LABELS
from models.linear import Floats, Known, Linear, Row

Rows = Sequence[Row]

# Inverse strength of the penalty; chosen on the development split (docs/decisions/0004-coder.md).
CODER_STRENGTH = 0.3
BOUNDARY_STRENGTH = 1.0
# Features seen in fewer utterances teach nothing that carries over.
SEEN_AT_LEAST = 2
# To be told wrongly that one judged or brushed aside costs a kind person more than a miss: the probability of these
# codes counts for this much when one is chosen. The corpus also holds far more of them than people say
# (docs/decisions/0004-coder.md).
CAUTION = {"confront": 0.4, "minimize": 0.5}
COSTS = np.asarray([CAUTION.get(label, 1.0) for label in LABELS])
# How many of the features that spoke for a code are looked at for evidence.
STRONGEST = 24


class Moved(NamedTuple):
    """A feature and how much it moved the decision for a code, in log-odds against the average code."""

    name: str
    weight: float


def fit(rows: Rows, targets: Sequence[object], weights: Sequence[float], strength: float, least: float) -> Pipeline:
    """Fit vectorizer and classifier; features whose rows weigh less than `least` together are left out."""
    seen: Counter[str] = Counter()
    for row, weight in zip(rows, weights, strict=True):
        for name in row:
            seen[name] += weight  # type: ignore[assignment]
    kept = [{name: value for name, value in row.items() if seen[name] >= least} for row in rows]
    model = Pipeline(
        [("features", DictVectorizer()), ("classifier", LogisticRegression(C=strength, max_iter=3000, tol=1e-3))]
    )
    model.fit(kept, targets, classifier__sample_weight=list(weights))
    return model


def fit_coder(rows: Rows, codes: Sequence[str], weights: Sequence[float]) -> Pipeline:
    """Fit the coder. Classes are indices into `LABELS`, so that columns keep the frozen order."""
    targets = [LABELS.index(code) for code in codes]
    if missing := set(range(len(LABELS))) - set(targets):
        raise ValueError(f"no labelled utterance for {', '.join(LABELS[i] for i in sorted(missing))}; write some first")
    return fit(rows, targets, weights, CODER_STRENGTH, SEEN_AT_LEAST)


def fit_boundary(rows: Rows, cuts: Sequence[bool], weights: Sequence[float]) -> Pipeline:
    return fit(rows, cuts, weights, BOUNDARY_STRENGTH, 1.0)


def temperature(logits: Floats, targets: Sequence[int]) -> float:
    """The temperature above 0 under which held-out `logits` (n, codes) have the best log-likelihood."""

    def loss(log_t: float) -> float:
        return -float(log_softmax(logits / np.exp(log_t), axis=1)[np.arange(len(targets)), list(targets)].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-3.0, 3.0), method="bounded").x))


def cool(model: Pipeline, by: float) -> Pipeline:
    """Divide the classifier's logits by `by`, in place."""
    classifier = model["classifier"]
    classifier.coef_ /= by
    classifier.intercept_ /= by
    return model


class Coder:
    """The trained coder: probabilities for a reply's utterances, and what moved them."""

    def __init__(self, model: Pipeline) -> None:
        self._linear = Linear(model)

    def read(self, rows: Rows) -> tuple[Floats, list[Known]]:
        """Probabilities (utterances, codes), rows summing to 1, and for each utterance what `moved` reads."""
        known = [self._linear.known(row) for row in rows]
        return self._linear.probabilities(known), known


def decide(probabilities: Floats) -> npt.NDArray[np.intp]:
    """The label of each utterance, as indices into `LABELS`: the likeliest, with `CAUTION`."""
    found: npt.NDArray[np.intp] = (probabilities * COSTS).argmax(axis=1)
    return found


def moved(known: Known, label: int) -> list[Moved]:
    """The features of one utterance that spoke for `label` against the average code, strongest first."""
    weights = known.adds[:, label] - known.adds.mean(axis=1)
    order = np.argsort(-weights, kind="stable")[:STRONGEST]
    return [Moved(known.names[i], float(weights[i])) for i in order if weights[i] > 0]
