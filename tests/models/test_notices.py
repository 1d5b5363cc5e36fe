"""Notices: danger brings help lines, and shaky readings say so."""

from __future__ import annotations

import pytest

from models.language import read
from models.notices import DEFAULT_HELP, find


def kinds(reply: str, disclosure: str = "I can't sleep.", scripted: bool = False) -> list[str]:
    return [notice.kind for notice in find(read(reply), disclosure, scripted, DEFAULT_HELP)]


def test_danger_in_what_was_typed_as_a_disclosure() -> None:
    """A disclosure typed by somebody may be about themselves; one of our scripts is not."""
    assert kinds("That is so much to carry.", "I want to die.") == ["danger"]
    assert kinds("That is so much to carry.", "I want to die.", scripted=True) == []


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
