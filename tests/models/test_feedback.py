"""Feedback: one praise, one wish, the learner's words, nothing built on sand."""

from __future__ import annotations

from corpora import loaders
from models.feedback import Read, Words, give

SCENARIO = loaders.scenarios()["still-watching"]
WORDS = Words(loaders.codes(), loaders.skills(), SCENARIO, 0)
LOW = dict.fromkeys((*loaders.skills(), "overall"), 0.1)
HIGH = dict.fromkeys(LOW, 0.9)


def read(text: str, code: str | None, probability: float = 0.9, excused: bool = False) -> Read:
    return Read(text, code, probability, excused)


def test_praise_and_wish_quote_the_learner() -> None:
    """The strength and the next step are each tied to the learner's own words."""
    found = give(
        [read("You miss home.", "simple_reflection"), read("Join a club.", "advise_without_permission")], LOW, WORDS
    )
    assert found["strength"] is not None
    assert found["next_step"] is not None
    assert (found["strength"]["skill"], found["strength"]["quote"]) == ("reflection", "You miss home.")
    assert (found["next_step"]["skill"], found["next_step"]["quote"]) == ("restraint", "Join a club.")


def test_alternative_was_written_for_this_speaker() -> None:
    """What to try instead is the scenario's own stronger reply."""
    found = give([read("Join a club.", "advise_without_permission")], LOW, WORDS)["next_step"]
    assert found is not None
    assert found["try"] == SCENARIO.exemplars["restraint"][0].stronger


def test_without_a_scenario_the_skills_advice_stands_in() -> None:
    """To somebody else's disclosure no made-up line is offered, only the written advice."""
    found = give([read("Join a club.", "advise_without_permission")], LOW, WORDS._replace(scenario=None))["next_step"]
    assert found is not None
    assert found["try"] == loaders.skills()["restraint"].advice


def test_blame_comes_before_advice() -> None:
    """Of two things that close the speaker down, the one that hurts more is named."""
    found = give([read("Join a club.", "advise_without_permission"), read("Your fault.", "confront")], LOW, WORDS)
    assert found["next_step"] is not None
    assert found["next_step"]["skill"] == "non_judgment"


def test_nothing_is_built_on_an_unsure_reading() -> None:
    """An utterance that could be read in several ways is neither praised nor corrected."""
    assert give([read("Hm, well.", None)], LOW, WORDS) == {"strength": None, "next_step": None}


def test_missing_reflection_is_asked_for_kindly() -> None:
    """A warm reply that gives nothing back is asked for a reflection."""
    found = give([read("I'm so sorry.", "support")], LOW, WORDS)
    assert found["strength"] is not None
    assert found["next_step"] is not None
    assert found["next_step"]["skill"] == "reflection"


def test_closed_question_is_asked_to_open() -> None:
    """With a reflection there, a closed question is the next thing to open up."""
    replies = [read("You miss home.", "simple_reflection"), read("Do you call them?", "closed_question")]
    found = give(replies, LOW, WORDS)["next_step"]
    assert found is not None
    assert (found["skill"], found["quote"]) == ("open_questions", "Do you call them?")


def test_asking_about_suicide_is_not_corrected() -> None:
    """Whoever has just asked about suicide is asked for nothing else."""
    replies = [
        read("You miss home.", "simple_reflection"),
        read("Are you thinking of suicide?", "closed_question", excused=True),
    ]
    assert give(replies, LOW, WORDS)["next_step"] is None


def test_a_reply_with_nothing_to_mend_is_left_alone() -> None:
    """Where all is well, no fault is invented."""
    assert give([read("You miss home.", "complex_reflection")], HIGH, WORDS)["next_step"] is None


def test_a_reflection_alone_need_not_ask_anything() -> None:
    """A good reflection without a question is good listening."""
    assert give([read("You miss home.", "simple_reflection")], LOW, WORDS)["next_step"] is None
