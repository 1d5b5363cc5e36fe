from __future__ import annotations

import pytest

from models.mirrors import misc

OPENER = "Hi there."
FIRST = "Your lungs hurt. What would help? Try gum."
SECOND = "You could cut down. Well done."


def rows(conv="talk", shift=0):
    """A talk as AutoMISC publishes it: one row an utterance, with its whole volley beside it."""
    told = [
        ("counsellor", OPENER, [(OPENER, "FI")]),
        ("client", "My chest burns.", [("My chest burns.", "R+")]),
        ("counsellor", FIRST, [("Your lungs hurt.", "SR"), ("What would help?", "OQ"), ("Try gum.", "ADW")]),
        ("client", "Maybe.", [("Maybe.", "N")]),
        ("counsellor", SECOND, [("You could cut down.", "ADP"), ("Well done.", "AF")]),
    ]
    return [
        {"conv_id": conv, "speaker": who, "corp_vol_idx": index + shift, "vol_text": volley, "utt_text": text,
         "t2_label_GT": label}
        for index, (who, volley, utterances) in enumerate(told)
        for text, label in utterances
    ]  # fmt: skip


@pytest.fixture
def score(reader, read_as):
    """Reads the first volley in two cuts instead of three, and the second as one reflection."""
    return reader(
        {
            OPENER: read_as(("facilitate", 0.9, 0, 9)),
            FIRST: read_as(("complex_reflection", 0.7, 0, 16), ("open_question", 0.7, 17, 42)),
            SECOND: read_as(("simple_reflection", 0.7, 0, 30)),
        }
    )


def test_figures_are_those_worked_out_by_hand(write_csv, score):
    """Each coded utterance is set beside the scored one that overlaps it most."""
    found = misc.figures(write_csv("MIV6.3A_manual.csv", rows()), score)
    # Gold: other, reflection, open, advice, advice, support.
    # Read: other, reflection, open, open, reflection, reflection.
    # F1: other 1, reflection 1/2, open 2/3, advice 0, support 0.
    assert found["utterance code macro-F1, 7 groups"].value == pytest.approx((1 + 1 / 2 + 2 / 3) / 5)
    # Agreement 3/6; by chance (1*1 + 1*3 + 1*2)/36.
    assert found["utterance code kappa"][:2] == (pytest.approx((1 / 2 - 6 / 36) / (1 - 6 / 36)), 0.60)
    assert found["reflection F1"].value == pytest.approx(0.5)
    assert found["question F1"].value == pytest.approx(2 / 3)
    assert found["advice or confront F1"].value == 0
    # Said 0.9 once, and right; said 0.7 five times, and right twice: off by 0.1 and by 0.3.
    assert found["calibration (1 - expected error), 7 groups"].value == pytest.approx(1 - (0.1 + 5 * 0.3) / 6)
    # Three boundaries inside volleys, one of them found, one found in all.
    assert found["boundary F1"].value == pytest.approx(2 * 1 / (3 + 1))


def test_disclosure_is_the_volley_before(write_csv, score):
    """A volley is read beside what was said just before it in the same talk."""
    misc.figures(write_csv("MIV6.3A_manual.csv", rows()), score)
    assert score.seen == [("", OPENER), ("My chest burns.", FIRST), ("Maybe.", SECOND)]


def test_bare_reading_has_no_capitals_and_no_punctuation(write_csv, reader, read_as):
    """The bare figures are read from the words alone, disclosure and reply."""
    one = read_as(("facilitate", 0.9, 0, 100))
    score = reader(
        {"hi there": one, "your lungs hurt what would help try gum": one, "you could cut down well done": one}
    )
    found = misc.bare_figures(write_csv("MIV6.3A_manual.csv", rows()), score)
    assert score.seen[1] == ("my chest burns", "your lungs hurt what would help try gum")
    assert found["boundary F1"].value == 0


@pytest.mark.parametrize("talk", ["high_099", "low_001", "low_080"])
def test_talks_that_are_in_annomi_are_left_out(write_csv, score, talk):
    """A talk that stands in both corpora is measured in one of them only."""
    misc.figures(write_csv("MIV6.3A_manual.csv", [*rows(), *rows(talk, shift=5)]), score)
    assert len(score.seen) == 3
