"""The second look: what an utterance is, given what it seemed to be and what stands beside it.

"You said you moved in May" before a question sets it up; the same words alone reflect. The inputs are the first look's
log-probabilities of the utterance, and its probabilities of the neighbours before and after.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from models.linear import Floats

STRENGTH = 0.3
# A code that the first look thought all but impossible stays possible.
LEAST = -6.0


def inputs(alone: Floats) -> Floats:
    """Rows (utterances, 3 * codes + 2) for one reply, from its log-probabilities `alone` (utterances, codes).

    The last two columns say that nothing stands before, and nothing after.
    """
    likely = np.exp(alone)
    before, after = np.zeros_like(likely), np.zeros_like(likely)
    before[1:], after[:-1] = likely[:-1], likely[1:]
    edges = np.zeros((len(alone), 2))
    edges[0, 0] = edges[-1, 1] = 1.0
    return np.hstack([np.maximum(alone, LEAST), before, after, edges])


def fit(alone: Sequence[Floats], targets: Sequence[int], weights: Sequence[float]) -> LogisticRegression:
    """Fit on the log-probabilities of replies that the first look had not seen; `targets` index the codes."""
    rows = np.vstack([inputs(each) for each in alone])
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(rows, targets, sample_weight=list(weights))


class Second:
    """The fitted second look, read off."""

    def __init__(self, model: LogisticRegression) -> None:
        self._weights: Floats = model.coef_.T.copy()
        self._own = self._weights[: len(model.classes_)]
        self._start: Floats = model.intercept_

    def logits(self, alone: Floats) -> Floats:
        """Logits (utterances, codes) from the first look's log-probabilities `alone` (utterances, codes)."""
        found: Floats = self._start + inputs(alone) @ self._weights
        return found

    def carried(self, adds: Floats) -> Floats:
        """What features that added `adds` (features, codes) to the first look's logits add to the second's.

        That is before the first look is made into probabilities: a feature that alone would settle the matter counts
        for what it says, also where others had settled it already.
        """
        found: Floats = adds @ self._own
        return found
