from __future__ import annotations

import json

import pytest

from models.mirrors import reflection_annotations
from models.mirrors.measures import MirrorError

TALK = json.dumps([{"therapist": "And?"}, {"client": "I sold the boat."}, {"client": "It was dad's."}])
JUDGED = {
    "You sold what he left you.": ["Yes", "Yes", "Yes"],
    "You like sailing.": ["No", "Yes", "No"],
    "You miss the city.": ["No", "No", "No"],
    "It was time.": ["Yes", "No"],
}


def rows(context=TALK):
    experts = [
        {"dialogue_context": context, "reflection": reflection, "annotator": f"Expert {number}",
         "coherent_and_context_consistent": answer}
        for reflection, answers in JUDGED.items()
        for number, answer in enumerate(answers)
    ]  # fmt: skip
    return [*experts, {**experts[-1], "annotator": "Layperson 1", "coherent_and_context_consistent": "Yes"}]


@pytest.fixture
def score(reader, read_as):
    grounding = zip(JUDGED, (0.6, 0.7, 0.1, 0.9), strict=True)
    return reader({text: read_as(("simple_reflection", 0.9), grounding=value) for text, value in grounding})


def test_figure_is_that_worked_out_by_hand(write_csv, score):
    """Only experts count, and reflections that divide them are left out."""
    found = reflection_annotations.figures(write_csv("reflection-annotations.csv", rows()), score)
    # Coherent 0.6 against 0.7 and 0.1; the one with half the experts is left out.
    [(name, figure)] = found.items()
    assert name == "coherent with the disclosure AUC"
    assert figure[:2] == (pytest.approx(0.5), None)


def test_disclosure_is_all_that_the_client_said(write_csv, score):
    """A reflection may take up anything in the talk before it."""
    reflection_annotations.figures(write_csv("reflection-annotations.csv", rows()), score)
    assert {before for before, _ in score.seen} == {"I sold the boat. It was dad's."}


def test_a_context_that_is_not_json_is_named(write_csv, score):
    """The column that cannot be read is named."""
    path = write_csv("reflection-annotations.csv", rows(context="I sold the boat."))
    with pytest.raises(MirrorError, match=r"--reflection-annotations: .* dialogue_context that is not JSON; give"):
        reflection_annotations.figures(path, score)
