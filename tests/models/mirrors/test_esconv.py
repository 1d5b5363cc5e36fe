from __future__ import annotations

import pytest

from models.mirrors import esconv
from models.mirrors.measures import MirrorError

SEEKER = "1.0 0 0 my flatmate moved out overnight "
LINES = [
    "1.0 0 0 hello  EOS 1.0 1 1 [Other] Good evening.",
    f"{SEEKER} EOS 1.0 1 1 [Questions] What happened?",
    f"{SEEKER} EOS 1.0 1 1 [Reflection of feelings] You feel abandoned.",
    f"{SEEKER} EOS 1.0 1 1 [Other] I see. EOS 1.0 1 2 [Restatement or Paraphrasing] She left in one night.",
    f"{SEEKER} EOS 1.0 1 1 [Providing Suggestions] Look for another.",
    f"{SEEKER} EOS 1.0 1 1 [Self-disclosure] Mine did too.",
    f"{SEEKER} EOS 1.0 1 1 [Affirmation and Reassurance] You will manage.",
    f"{SEEKER} EOS 1.0 1 1 [Questions]   ",
    "",
]


@pytest.fixture
def score(reader, read_as):
    return reader(
        {
            "Good evening.": read_as(("facilitate", 0.9)),
            "What happened?": read_as(("open_question", 0.8)),
            "You feel abandoned.": read_as(("complex_reflection", 0.6)),
            "She left in one night.": read_as(("closed_question", 0.4)),
            "Look for another.": read_as(("advise_without_permission", 0.9)),
            "Mine did too.": read_as(("self_disclose", 0.7)),
            "You will manage.": read_as(("minimize", 0.5)),
        }
    )


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "devWithStrategy_short.tsv"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def test_figures_are_those_worked_out_by_hand(corpus, score):
    """Strategies are set beside the main behaviour and the likelihood of the codes that stand for them."""
    found = {name: figure.value for name, figure in esconv.figures(corpus, score).items()}
    # Gold o q r r i o o, read o q r q i o o: F1 of question 2/3, reflection 2/3, input 1, other 1.
    assert found["four-way macro-F1"] == pytest.approx((2 / 3 + 2 / 3 + 1 + 1) / 4)
    # Two reflections, 0.6 and 0; five others, all 0: five pairs won, five tied.
    assert found["reflection AUC"] == pytest.approx(0.75)
    assert found["question AUC"] == 1
    assert found["suggestion AUC"] == 1
    assert found["self-disclosure AUC"] == 1
    # The false reassurance is 0.5 likely, the others not at all.
    assert found["affirmation AUC"] == 1


def test_disclosure_is_what_the_seeker_said_last(corpus, score):
    """A helper's earlier turn is passed over, and a turn without words is not scored."""
    esconv.figures(corpus, score)
    assert score.seen[0] == ("hello", "Good evening.")
    assert score.seen[3] == ("my flatmate moved out overnight", "She left in one night.")
    assert len(score.seen) == 7


def test_a_file_without_turns_is_refused(tmp_path, score):
    """Text in another format is named for what it lacks."""
    path = tmp_path / "notes.tsv"
    path.write_text("who\twhat\nme\thello\n", encoding="utf-8")
    with pytest.raises(MirrorError, match=r"--esconv: notes\.tsv holds no turn in ESConv's format; give devWith"):
        esconv.figures(path, score)
