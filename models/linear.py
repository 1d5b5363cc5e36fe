"""A fitted pipeline of DictVectorizer and LogisticRegression, read off as names and numbers.

scikit-learn checks and converts its input on every call, which for one reply costs more than the arithmetic. This
does the same sums on the same fitted numbers (a test holds the two equal), and knows what each feature contributed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import expit, softmax
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
        columns = self._columns
        found = [(name, columns[name], value) for name, value in row.items() if name in columns]
        indices = [column for _, column, _ in found]
        values = np.asarray([value for _, _, value in found])
        return Known([name for name, _, _ in found], self._weights[indices] * values[:, None])

    def probabilities(self, rows: Sequence[Known]) -> Floats:
        """Probabilities (rows, classes) of a model with three classes or more."""
        found: Floats = softmax(np.stack([self._start + row.adds.sum(axis=0) for row in rows]), axis=1)
        return found

    def likelihood(self, rows: Sequence[Row]) -> Floats:
        """Probability of the second class, of a model with two (rows,)."""
        columns, weights = self._columns, self._weights[:, 0]
        sums = [sum(weights[columns[name]] * value for name, value in row.items() if name in columns) for row in rows]
        found: Floats = expit(np.asarray(sums, dtype=np.float64) + self._start[0])
        return found
