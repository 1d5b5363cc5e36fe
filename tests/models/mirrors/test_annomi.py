from __future__ import annotations

import pytest

from models.mirrors import annomi
from models.mirrors.measures import MirrorError


def turn(transcript, number, who, words, coder=1, **coded):
    """One row as AnnoMI publishes it; a client's turn has none of the therapist's codes."""
    row = {
        "mi_quality": "high", "transcript_id": transcript, "utterance_id": number, "interlocutor": who,
        "utterance_text": words, "annotator_id": coder, "therapist_input_exists": None, "reflection_exists": None,
        "reflection_subtype": None, "question_exists": None, "question_subtype": None, "main_therapist_behaviour": None,
    }  # fmt: skip
    if who == "therapist":
        row |= {"therapist_input_exists": False, "reflection_exists": False, "question_exists": False}
    return row | coded


ROWS = [
    turn(1, 0, "therapist", "Morning, take a seat.", main_therapist_behaviour="other"),
    turn(1, 1, "client", "The heating is off again."),
    turn(1, 2, "therapist", "So it is cold at home.", reflection_exists=True, reflection_subtype="simple",
         main_therapist_behaviour="reflection"),
    turn(1, 2, "therapist", "So it is cold at home.", coder=2, main_therapist_behaviour="other"),
    turn(1, 3, "client", "Freezing."),
    turn(1, 4, "therapist", "What have you done about it?", question_exists=True, question_subtype="open",
         main_therapist_behaviour="question"),
    turn(2, 0, "therapist", "Did you ring them?", question_exists=True, question_subtype="closed",
         main_therapist_behaviour="question"),
    turn(2, 1, "client", "I did."),
    turn(2, 2, "therapist", "There is a grant for boilers.", therapist_input_exists=True,
         main_therapist_behaviour="therapist_input"),
    turn(2, 3, "therapist", "Being let down wears on you.", reflection_exists=True, reflection_subtype="complex",
         main_therapist_behaviour="reflection"),
]  # fmt: skip


@pytest.fixture
def score(reader, read_as):
    return reader(
        {
            "Morning, take a seat.": read_as(("facilitate", 0.9)),
            "So it is cold at home.": read_as(("simple_reflection", 0.8)),
            "What have you done about it?": read_as(("open_question", 0.6)),
            "Did you ring them?": read_as(("closed_question", 0.7)),
            "There is a grant for boilers.": read_as(("simple_reflection", 0.5)),
            "Being let down wears on you.": read_as(("support", 0.6)),
        }
    )


def test_figures_are_those_worked_out_by_hand(write_csv, score):
    """Each figure follows its definition, and the first coding of a turn is the one that counts."""
    found = annomi.figures(write_csv("AnnoMI-full.csv", ROWS), score)
    # Reflections: one of two found, and one found that is none: precision 1/2, recall 1/2.
    assert found["reflection present F1"][:2] == (pytest.approx(0.5), 0.829)
    # Two with, likelihoods 0.8 and 0; four without: 0, 0, 0, 0.5. Pairs: 4 + (3 ties) / 2 of 8.
    assert found["reflection AUC"].value == pytest.approx(5.5 / 8)
    assert found["question present F1"].value == pytest.approx(1.0)
    assert found["question AUC"].value == pytest.approx(1.0)
    assert found["input present F1"].value == pytest.approx(0.0)
    assert found["input AUC"].value == pytest.approx(0.5)
    # Gold o r q q i r, read o r q q r o: F1 of question 1, reflection 1/2, input 0, other 2/3.
    assert found["main behaviour macro-F1"].value == pytest.approx((1 + 1 / 2 + 0 + 2 / 3) / 4)
    # Agreement 4/6; by chance (2*2 + 2*2 + 1*0 + 1*2)/36.
    assert found["main behaviour kappa"].value == pytest.approx((4 / 6 - 10 / 36) / (1 - 10 / 36))
    assert found["open vs closed AUC, given a question"].value == pytest.approx(1.0)
    # Complex read as support (0 - 0), simple as simple (0 - 0.8): told apart.
    assert found["complex vs simple AUC, given a reflection (soft)"].value == pytest.approx(1.0)


def test_disclosure_is_the_last_client_turn_of_the_same_transcript(write_csv, score):
    """A turn is read beside what its own client had said last, and a transcript begins with nothing said."""
    annomi.figures(write_csv("AnnoMI-full.csv", ROWS), score)
    assert [before for before, _ in score.seen] == [
        "",
        "The heating is off again.",
        "Freezing.",
        "",
        "I did.",
        "I did.",
    ]


def test_unknown_behaviour_is_named(write_csv, score):
    """A value that the published file does not hold is refused, with the column that holds it."""
    path = write_csv("AnnoMI-full.csv", [*ROWS, turn(3, 0, "therapist", "Hm.", main_therapist_behaviour="humming")])
    with pytest.raises(
        MirrorError, match=r"--annomi: AnnoMI-full\.csv has 'humming' in column main_therapist_behaviour"
    ):
        annomi.figures(path, score)
