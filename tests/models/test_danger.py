"""Danger is seen, and asking about it is not danger."""

from __future__ import annotations

import pytest

from models.danger import in_danger


@pytest.mark.parametrize(
    "text",
    [
        "I want to die.",
        "honestly i dont want to be here anymore",
        "I've been thinking about killing myself",
        "I feel like killing myself too sometimes.",
        "I don’t want to live any more.",
        "I don't want to wake up tomorrow",
        "im suicidal",
        "I wish I was dead",
        "im going to end it tonight",
        "I took an overdose last night",
        "I can't go on",
        "i cut myself when i fail exams",
        "i might unalive myself",
        "everyone would be better off without me",
        "just kill yourself",
        "kys lol",
        "you should kill urself",
        "just die",
        "I want to hurt someone",
        "I'm going to kill my sister",
        "my dad hits me",
    ],
)
def test_danger_is_seen(text: str) -> None:
    """Words that suggest that somebody may die or be hurt are noticed, however they are spelt."""
    assert in_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "Are you thinking about ending your life?",
        "Do you ever think about killing yourself?",
        "Have you had thoughts of killing yourself?",
        "Have you wanted to hurt yourself?",
        "When things get this dark some people think of suicide. Do you?",
        "You said you wanted to die.",
        "I nearly died laughing at that.",
        "I could kill for a coffee.",
        "I can't go on about it for ever.",
        "I don't want to be here when he comes back from work.",
        "I don't want to live with my mum.",
        "I don't want to wake up early.",
    ],
)
def test_asking_and_idle_talk_are_not_danger(text: str) -> None:
    """A listener who asks plainly is not in danger for having asked, and a figure of speech is one."""
    assert in_danger(text) is None


def test_danger_is_placed() -> None:
    """The notice says where, in the text as sent."""
    assert in_danger("Well… I want to die.") == (6, 19)
