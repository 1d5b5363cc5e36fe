from __future__ import annotations

import math

import pytest

from models.labels import LABELS
from models.mirrors import MIRRORS, measures, misc


def test_likelihood_is_that_of_the_likeliest_utterance(read_as):
    """Codes of one group add up within an utterance, not over the reply."""
    document = read_as(("open_question", 0.4), ("closed_question", 0.3))
    assert measures.likelihood(document, measures.QUESTION) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("codes", "behaviour"),
    [
        (("give_information", "simple_reflection", "open_question"), "question"),
        (("give_information", "complex_reflection"), "reflection"),
        (("advise_without_permission", "support"), "input"),
        (("support", "self_disclose"), "other"),
    ],
)
def test_a_question_outweighs_a_reflection_and_that_outweighs_input(read_as, codes, behaviour):
    """A reply's main behaviour is the weightiest of those it holds."""
    assert measures.main_behaviour(read_as(*((code, 0.9) for code in codes))) == behaviour


def test_auc_of_one_kind_only_is_not_a_number():
    """Where there is nothing to tell apart, no figure is made up."""
    assert math.isnan(measures.auc([True, True], [0.1, 0.9]))


def test_every_code_of_ours_has_a_group():
    """A new code has to be given its place among the groups of MISC."""
    assert misc.OUR_GROUPS.keys() == set(LABELS)


def test_names_of_the_public_corpora_are_their_own():
    """Figures are filed by the corpus's name, so no two share one."""
    assert len({mirror.name for mirror in MIRRORS}) == len(MIRRORS)


def test_a_figure_lies_inside_its_interval_and_is_drawn_alike() -> None:
    """Bootstraps are seeded: measured twice, a figure has the same interval; more replies make it narrower."""
    gold, values = [True, False, True, False, True, False] * 5, [0.9, 0.2, 0.4, 0.6, 0.8, 0.1] * 5
    found = measures.figure(measures.auc, gold, values)
    assert found == measures.figure(measures.auc, gold, values)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.value <= found.high
    more = measures.figure(measures.auc, gold * 20, values * 20)
    assert more.high - more.low < found.high - found.low


def test_nothing_to_tell_apart_has_no_interval() -> None:
    """Where all are alike there is no figure, and no interval is made up."""
    found = measures.figure(measures.auc, [True, True], [0.1, 0.2])
    assert math.isnan(found.value)
    assert found.low is None


def test_calibration_is_one_less_the_error() -> None:
    """Said nine times in ten and right nine times in ten: 1. Always sure and always wrong: 0."""
    assert measures.calibration([True] * 9 + [False], [0.9] * 10) == pytest.approx(1)
    assert measures.calibration([False, False], [1.0, 1.0]) == pytest.approx(0)
