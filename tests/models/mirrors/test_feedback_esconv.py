from __future__ import annotations

import json

import pytest

from models.mirrors import feedback_esconv
from models.mirrors.measures import MirrorError


def row(talk, **note):
    text = (
        f"An instruction.\n\n### Instruction:\nGive feedback.\n\n### Input:\n{talk}\n\n### Response:{json.dumps(note)}"
    )
    return {"text": text, "helper_index": 0, "conv_index": 0}


LOST = "Helper: Hello.\nSeeker: I lost the dog's lead.\nHelper: "
ROWS = [
    row("Helper: Hello.", perfect=True, goodareas=["Structure"]),
    row(f"{LOST}That old lead: gone.", perfect=True, goodareas=["Reflections", "Empathy"]),
    row(f"{LOST}Where was it last?", perfect=False, goodareas=["Questions"], badareas=["Validation"]),
    row(f"{LOST}Buy a new one.", perfect=False, goodareas=None, badareas=["Suggestions"]),
    row(f"{LOST}I lose mine too.", perfect=False, goodareas=["Validation"], badareas=["Self-disclosure"]),
    row("Helper: Hello.\nSeeker: It rains.", perfect=True),
    {"text": f"### Input:\n{LOST}Ah.\n\n### Response:not a note"},
    {"helper_index": 3},
]


@pytest.fixture
def score(reader, read_as):
    names = ("overall", "reflection", "open_questions", "validation", "restraint", "speaker_focus")
    scores = {
        "That old lead: gone.": (0.5, 0.9, 0.1, 0.4, 0.9, 0.9),
        "Where was it last?": (0.6, 0.2, 0.8, 0.5, 0.9, 0.8),
        "Buy a new one.": (0.2, 0.1, 0.1, 0.1, 0.2, 0.7),
        "I lose mine too.": (0.3, 0.3, 0.1, 0.6, 0.9, 0.7),
    }
    return reader(
        {text: read_as(("support", 0.5), **dict(zip(names, given, strict=True))) for text, given in scores.items()}
    )


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "feedback-esconv.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    return path


def test_figures_are_those_worked_out_by_hand(corpus, score):
    """What was praised is set beside its skill, and what was faulted beside the lack of it."""
    found = {name: figure.value for name, figure in feedback_esconv.figures(corpus, score).items()}
    # The perfect one has 0.5, the others 0.6, 0.2, 0.3.
    assert found["overall vs 'perfect' AUC"] == pytest.approx(2 / 3)
    assert found["reflection praised AUC"] == 1
    assert found["questions praised AUC"] == 1
    # Warm: 0.4 and 0.6; not: 0.5 and 0.1.
    assert found["warmth praised AUC"] == pytest.approx(3 / 4)
    assert found["suggestions faulted AUC"] == 1
    # Faulted 0.3; others 0.1, 0.2 and 0.3, a tie.
    assert found["self-disclosure faulted AUC"] == pytest.approx(2.5 / 3)


def test_only_replies_to_a_seeker_with_a_note_are_measured(corpus, score):
    """A greeting before the seeker spoke, a talk that ends with the seeker, and rows without a note are passed over."""
    feedback_esconv.figures(corpus, score)
    assert [reply for _, reply in score.seen] == list(score.readings)
    assert {before for before, _ in score.seen} == {"I lost the dog's lead."}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "is empty"),
        ("[", "is not JSON"),
        ("{}", "holds no helper's reply with feedback"),
        ("[1]", "holds no helper's reply with feedback"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path, score, text, found):
    """The message names the option, the file, what was found and what to give."""
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MirrorError, match=rf"--feedback-esconv: other\.json {found}.*give feedback-esconv\.json"):
        feedback_esconv.figures(path, score)
