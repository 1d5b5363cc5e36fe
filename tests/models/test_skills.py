"""The skills move only in the direction the codebook gives, and their intervals stay inside 0 to 1."""

from __future__ import annotations

import numpy as np
import pytest

from models import artifact, skills
from models.grounding import Grounding
from models.labels import LABELS
from models.volley import Volley

MODEL = artifact.load().skills
COUNTED = Volley([], frozenset(), False, [], frozenset())


def scores(sure: bool = True, widen: float = 1.0, **codes: float) -> dict[str, skills.Interval]:
    """The skills of a reply of one utterance with these probabilities."""
    row = np.zeros((1, len(LABELS)))
    for code, probability in codes.items():
        row[0, LABELS.index(code)] = probability
    read = skills.inputs(row, Grounding(0.5, False), COUNTED, named=False)
    return skills.score(MODEL, read, sure, widen)


@pytest.mark.parametrize(
    ("code", "skill"),
    [
        ("simple_reflection", "reflection"),
        ("open_question", "open_questions"),
        ("support", "validation"),
    ],
)
def test_what_raises_a_skill_raises_it(code: str, skill: str) -> None:
    """More of what raises a skill never lowers it, and all of it lifts it clearly."""
    steps = [scores(**{code: p, "facilitate": 1 - p})[skill].score for p in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert steps == sorted(steps)
    assert steps[-1] > steps[0] + 0.2


@pytest.mark.parametrize(
    ("code", "skill"),
    [
        ("advise_without_permission", "restraint"),
        ("confront", "non_judgment"),
        ("self_disclose", "speaker_focus"),
        ("minimize", "validation"),
    ],
)
def test_what_lowers_a_skill_lowers_it(code: str, skill: str) -> None:
    """More of what lowers a skill never raises it."""
    steps = [scores(**{code: p, "support": 1 - p})[skill].score for p in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert steps == sorted(steps, reverse=True)
    assert steps[-1] < steps[0] - 0.2


def test_coefficients_keep_their_directions() -> None:
    """No figure moves against the codebook, whatever was fitted."""
    for index, name in enumerate(MODEL.names):
        up, down = skills.DIRECTIONS[name]
        for column, weight in zip(skills.INPUTS, MODEL.linear.coef_[index], strict=True):
            assert weight >= 0 or column in down
            assert weight <= 0 or column in up


def test_intervals_hold_the_score_and_widen() -> None:
    """Every interval lies inside 0 to 1 and round its score; where there is little to go by, it is wider."""
    for sure in (True, False):
        narrow, wide = scores(sure, support=0.6), scores(sure, 3.0, support=0.6)
        for name, found in narrow.items():
            assert 0 <= wide[name].low <= found.low <= found.score <= found.high <= wide[name].high <= 1


def test_levels_part_the_range() -> None:
    """Four levels of a quarter each; 1 is still the highest."""
    assert [skills.level(value, 4) for value in (0.0, 0.24, 0.25, 0.5, 0.75, 1.0)] == [0, 0, 1, 2, 3, 3]
