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
