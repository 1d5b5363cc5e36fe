"""Contempt is seen, and what the speaker says of themselves is not contempt."""

from __future__ import annotations

import pytest

from models.contempt import contemptuous


@pytest.mark.parametrize(
    "text",
    [
        "You absolute idiot, you had one job.",
        "you're a loser lol",
        "ur such a baby",
        "Honestly, you’re being selfish.",
        "You're a liar and a bad grandmother.",
        "You're ashamed of yourself, and so you should be.",
        "I don't care.",
        "kys",
    ],
)
def test_contempt_is_seen(text: str) -> None:
    """Names and curses put to the speaker count as judging, whatever the sentence is."""
    assert contemptuous(text)


@pytest.mark.parametrize(
    "text",
    [
        "You feel like an idiot.",
        "You're a failure, that's what you tell yourself.",
        "It isn't stupid at all.",
        "There's nothing ridiculous in it.",
        "You're ashamed, and you told me anyway.",
        "Part of you thinks you're lazy.",
        "You're brave for telling me.",
        "I don't care how long it takes, I'm here.",
        "Are you thinking of killing yourself?",
    ],
)
def test_giving_back_is_no_contempt(text: str) -> None:
    """Saying back what the speaker calls themselves, or turning it away, is listening."""
    assert not contemptuous(text)
