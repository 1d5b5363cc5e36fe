"""What is kept of a disclosure: the same alone or among many, and no more of them than are wanted."""

from __future__ import annotations

from models import disclosure

SAID = ["My mother moved in.", "I cannot sleep.", "", "My mother moved in."]


def test_many_are_the_same_as_one_by_one() -> None:
    """Parsed together or alone, a disclosure is the same; the empty text is an empty disclosure."""
    disclosure.forget()
    together = disclosure.known_all(SAID)
    disclosure.forget()
    assert together == {text: disclosure.known(text) for text in SAID}
    assert together[""].words == ()


def test_memory_is_bounded_and_the_latest_stay() -> None:
    """However many are asked for at once, all are given, and only the latest are kept."""
    disclosure.forget()
    texts = [f"Day {number} of it." for number in range(disclosure.KEPT + 5)]
    assert list(disclosure.known_all(texts)) == texts
    assert len(disclosure._kept) == disclosure.KEPT
    assert texts[-1] in disclosure._kept
    assert texts[0] not in disclosure._kept
