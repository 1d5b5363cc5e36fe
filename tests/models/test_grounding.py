"""Grounding: high for what takes up this disclosure, low for what would fit any."""

from __future__ import annotations

import pytest

from models import artifact
from models.disclosure import known
from models.grounding import Grounding, measure
from models.language import read

SAID = (
    "My manager moved the deadline again and I was at the office till midnight. My daughter was asleep when I got home."
)
MODEL = artifact.load().grounding


def ground(reply: str, said: str = SAID) -> Grounding:
    return measure(read(reply), known(said), MODEL)


def test_own_paraphrase_beats_any_disclosure_reply() -> None:
    """Taking up the speaker's words grounds a reply; kind words that fit anybody do not."""
    paraphrase = ground("The deadline moved, you stayed at the office till midnight, and you missed your daughter.")
    stranger = ground("Your knee hurts on the stairs and the garden has run wild.")
    anybody = ground("I'm so sorry to hear that.")
    assert paraphrase.score > 0.8
    assert paraphrase.score > stranger.score
    assert paraphrase.score > anybody.score
    assert anybody.score < 0.5


@pytest.mark.parametrize(
    "reply", [SAID, SAID.replace("My", "Your").replace("I was", "you were").replace(" I ", " you ")]
)
def test_copying_is_flagged(reply: str) -> None:
    """The speaker's words copied whole are parroting, with or without turning "I" into "you"."""
    assert ground(reply).parroting


def test_own_words_are_not_parroting() -> None:
    """A short echo or a paraphrase is listening, not copying."""
    assert not ground("Till midnight.").parroting
    assert not ground("So the work took the whole evening, and by the time you were back she was asleep.").parroting


def test_nothing_said_grounds_nothing() -> None:
    """Without a disclosure there is nothing to be grounded in."""
    assert ground("You feel low.", "") == Grounding(0.0, False)
