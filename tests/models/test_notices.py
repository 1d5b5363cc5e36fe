"""Notices: danger is seen, asking about it is not danger, and shaky readings say so."""

from __future__ import annotations

import pytest

from models.language import read
from models.notices import DEFAULT_HELP, find, in_danger


def kinds(reply: str, disclosure: str = "I can't sleep.", scripted: bool = False) -> list[str]:
    return [notice.kind for notice in find(read(reply), disclosure, scripted, DEFAULT_HELP)]


@pytest.mark.parametrize(
    "text",
    [
        "I want to die.",
        "honestly i dont want to be here anymore",
        "I've been thinking about killing myself",
        "I don’t want to live any more.",
        "im suicidal",
        "everyone would be better off without me",
        "just kill yourself",
    ],
)
def test_danger_is_seen(text: str) -> None:
    """Words that suggest that somebody may die bring the notice."""
    assert kinds(text) == ["danger"]


@pytest.mark.parametrize(
    "text",
    [
        "Are you thinking about ending your life?",
        "Do you ever think about killing yourself?",
        "Have you wanted to hurt yourself?",
        "When things get this dark some people think of suicide. Do you?",
        "I nearly died laughing at that.",
        "I don't want to be here when he comes back from work.",
        "I don't want to live with my mum.",
    ],
)
def test_asking_is_not_danger(text: str) -> None:
    """A listener who asks plainly is not in danger for having asked."""
    assert "danger" not in kinds(text)


def test_danger_in_what_was_typed_as_a_disclosure() -> None:
    """A disclosure typed by somebody may be about themselves; one of our scripts is not."""
    assert kinds("That is so much to carry.", "I want to die.") == ["danger"]
    assert kinds("That is so much to carry.", "I want to die.", scripted=True) == []


def test_danger_is_placed() -> None:
    """The notice says where, in the text as sent."""
    text = "Well… I want to die."
    assert in_danger(text) == (6, 19)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Torn.", "too_short"),
        ("😔😔", "not_words"),
        ("12345", "not_words"),
        ("Das tut mir so leid, das ist bestimmt sehr schwer für dich.", "not_english"),
        ("No me he ido a ninguna parte, lo siento mucho por ti", "not_english"),
        ("你好吗我很难过", "not_english"),
        ("You said it yourself. " * 40, "long_reply"),
    ],
)
def test_shaky_readings_say_so(text: str, kind: str) -> None:
    """What makes the numbers less sure than they look is said."""
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text", ["im so sorry u dont deserve this", "gutted for u mate proper gutted", "Two cups, every morning."]
)
def test_chat_is_english(text: str) -> None:
    """Slang, chat spelling and fragments are not taken for another language."""
    assert kinds(text) == []


def test_no_disclosure_is_said() -> None:
    """A reply to nothing says that its fit could not be read."""
    assert kinds("You miss home so much.", "  ") == ["no_disclosure"]
