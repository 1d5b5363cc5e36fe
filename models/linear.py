"""A fitted pipeline of DictVectorizer and LogisticRegression, read off as names and numbers.

scikit-learn checks and converts its input on every call, which for one reply costs more than the arithmetic. This
does the same sums on the same fitted numbers (a test holds the two equal), and knows what each feature contributed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import expit
from sklearn.pipeline import Pipeline

Floats = npt.NDArray[np.float64]
Row = dict[str, float]


class Known(NamedTuple):
    """The features of one row that the model knows, and how much each adds to each class (features, classes)."""

    names: list[str]
    adds: Floats


class Linear:
    """Parameters are read from `model`, steps "features" and "classifier"; classes keep their order."""

    def __init__(self, model: Pipeline) -> None:
        self._columns: dict[str, int] = model["features"].vocabulary_
        # A row of numbers for each feature: what one utterance needs lies together in memory.
        self._weights: Floats = np.ascontiguousarray(model["classifier"].coef_.T)
        self._start: Floats = model["classifier"].intercept_

    def known(self, row: Row) -> Known:
        column = self._columns.get
        found = [(at, name, value) for name, value in row.items() if (at := column(name)) is not None]
        indices = [at for at, _, _ in found]
        values = np.asarray([value for _, _, value in found])
        return Known([name for _, name, _ in found], self._weights[indices] * values[:, None])

    def logits(self, rows: Sequence[Known]) -> Floats:
        """Logits (rows, classes) of a model with three classes or more."""
        return np.stack([self._start + row.adds.sum(axis=0) for row in rows])


class TwoWay:
    """The same for a model with two classes: one weight a name, and the probability of the second class."""

    def __init__(self, model: Pipeline) -> None:
        weights = model["classifier"].coef_[0].tolist()
        self._weight: dict[str, float] = {name: weights[i] for name, i in model["features"].vocabulary_.items()}
        self._start = float(model["classifier"].intercept_[0])

    def likelihood(self, rows: Sequence[Row]) -> Floats:
        """Probability of the second class (rows,)."""
        weight = self._weight.get
        sums = [self._start + sum(weight(name, 0.0) * value for name, value in row.items()) for row in rows]
        found: Floats = expit(np.asarray(sums, dtype=np.float64))
        return found
