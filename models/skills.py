"""From codes, rules and grounding to the six skills and the overall score, as raters gave them.

Each figure is a linear model fitted on the rated replies of the corpus, with coefficients held to the direction that
the codebook gives (raised by, lowered by): more advice can never raise restraint. Its interval is where 80 % of
held-out ratings fell, wider where the coder was unsure.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LinearRegression

from models.grounding import Grounding
from models.labels import LABELS
from models.volley import Volley

Floats = npt.NDArray[np.float64]

OVERALL = "overall"
RATING_MAX = 4
COVERAGE = 0.8
EXTRA = ("reflection", "grounded reflection", "question", "stacked", "parroting", "naming", "only listening")
OPEN, SUPPORT = LABELS.index("open_question"), LABELS.index("support")
INPUTS: tuple[str, ...] = (*LABELS, *EXTRA)

# Direction in which an input may move a figure. What is not named moves it not at all.
UP_OVERALL = ("reflection", "complex_reflection", "grounded reflection", "open_question", "affirm", "support",
              "emphasize_autonomy", "seek_collaboration", "naming", "only listening")  # fmt: skip
BARRIERS = ("advise_without_permission", "confront", "minimize", "self_disclose")
DIRECTIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "reflection": (
        ("reflection", "complex_reflection", "grounded reflection", "affirm"),
        ("parroting", "confront", "minimize", "facilitate"),
    ),
    "open_questions": (("open_question", "question", "seek_collaboration"), ("stacked", "confront")),
    "validation": (
        ("support", "affirm", "naming", "complex_reflection", "reflection", "emphasize_autonomy"),
        ("minimize",),
    ),
    "non_judgment": (("only listening",), ("confront", "minimize", "advise_without_permission")),
    "restraint": (
        ("emphasize_autonomy", "seek_collaboration", "only listening"),
        ("advise_without_permission", "give_information", "advise_with_permission", "confront", "minimize"),
    ),
    "speaker_focus": (("only listening", "reflection"), ("self_disclose", "minimize", "confront", "give_information")),
    OVERALL: (UP_OVERALL, (*BARRIERS, "give_information", "stacked", "parroting", "facilitate")),
}


class Interval(NamedTuple):
    """A score from 0 to 1, and where 80 % of held-out ratings of such replies fell."""

    score: float
    low: float
    high: float


class SkillModel(NamedTuple):
    """`linear` maps `INPUTS` to `names`; `spread` holds, for sure and unsure readings, the residuals' 10th and 90th
    percentiles: shape (2, names, 2)."""

    names: tuple[str, ...]
    linear: LinearRegression
    spread: Floats


def inputs(probabilities: Floats, grounding: Grounding, counted: Volley, *, named: bool) -> Floats:
    """The `INPUTS` of one reply, each from 0 to 1.

    Parameters
    ----------
    probabilities : array, shape (utterances, codes)
        After the volley rules have moved what they move.
    grounding : Grounding
    counted : Volley
        What the rules made of the codes.
    named : bool
        The reply names a feeling.
    """
    probabilities = probabilities.copy()
    for index in counted.excused:
        # Asking plainly about suicide takes the speaker seriously and invites them to speak.
        probabilities[index] = 0.0
        probabilities[index, [OPEN, SUPPORT]] = 1.0
    most = probabilities.max(axis=0)
    reflect = probabilities[:, 0] + probabilities[:, 1]
    questions = probabilities[:, 2] + probabilities[:, 3]
    reflection = float(reflect.max())
    barrier = max(float(most[LABELS.index(code)]) for code in BARRIERS)
    extra = (
        reflection,
        reflection * grounding.score,
        float(questions.max()),
        float(counted.stacked_questions),
        float(grounding.parroting),
        float(named) * (1.0 - barrier),
        1.0 - barrier,
    )
    return np.concatenate([most, np.asarray(extra)])


def fit(rows: Floats, ratings: dict[str, Floats]) -> LinearRegression:
    """Fit every figure with its coefficients held to `DIRECTIONS`; ratings from 0 to 4, scores from 0 to 1."""
    coefficients = np.zeros((len(ratings), len(INPUTS)))
    intercepts = np.zeros(len(ratings))
    for index, (name, given) in enumerate(ratings.items()):
        up, down = DIRECTIONS[name]
        columns = [INPUTS.index(column) for column in (*up, *down)]
        signs = np.asarray([1.0] * len(up) + [-1.0] * len(down))
        one = LinearRegression(positive=True).fit(rows[:, columns] * signs, given / RATING_MAX)
        coefficients[index, columns] = one.coef_ * signs
        intercepts[index] = one.intercept_
    joined = LinearRegression()
    joined.coef_, joined.intercept_ = coefficients, intercepts
    joined.n_features_in_ = len(INPUTS)
    return joined


def spread(residuals: Floats, sure: npt.NDArray[np.bool_]) -> Floats:
    """Percentiles of rating minus score, for unsure (0) and sure (1) replies: shape (2, names, 2)."""
    edges = [50 * (1 - COVERAGE), 100 - 50 * (1 - COVERAGE)]
    return np.stack([np.percentile(residuals[sure == kind], edges, axis=0).T for kind in (False, True)])


def score(model: SkillModel, row: Floats, sure: bool, widen: float) -> dict[str, Interval]:
    """Each figure with its interval. `widen` stretches it: 1 as fitted, more where there is little to go by."""
    raw = model.linear.coef_ @ row + model.linear.intercept_
    found = {}
    for index, name in enumerate(model.names):
        value = min(1.0, max(0.0, float(raw[index])))
        low, high = model.spread[int(sure), index]
        found[name] = Interval(
            value, max(0.0, value + widen * min(float(low), 0.0)), min(1.0, value + widen * max(float(high), 0.0))
        )
    return found


def level(value: float, levels: int) -> int:
    """Which of `levels` equal bands of 0 to 1 a score is in, from 0."""
    return min(levels - 1, int(value * levels))
