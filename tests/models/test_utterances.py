"""Segmentation: sentence ends always cut, offsets are exact, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models import artifact
from models.language import read
from models.linear import TwoWay
from models.utterances import segment

BOUNDARY = TwoWay(artifact.load().boundary)


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in segment(read(text), BOUNDARY)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("You feel stuck, right?", ["You feel stuck, right?"]),
        ("You said you moved in May. Where did you move to?", ["You said you moved in May.", "Where did you move to?"]),
        ("Oh no!! That's awful.\nI'm here.", ["Oh no!!", "That's awful.", "I'm here."]),
        ("Dr. Shah told you at 3.30 p.m. today?", ["Dr. Shah told you at 3.30 p.m. today?"]),
        ('She said "go." You went.', ['She said "go."', "You went."]),
        ("I'm so sorry 😔. What happened?", ["I'm so sorry 😔.", "What happened?"]),
        ("😔", ["😔"]),
        ("  Torn.  ", ["Torn."]),
    ],
)
def test_sentences_are_cut_where_they_end(text: str, pieces: list[str]) -> None:
    """A sentence end always ends an utterance; a tag, an abbreviation or a number does not."""
    assert cut(text) == pieces


def test_chat_without_full_stops_is_cut() -> None:
    """Two thoughts typed in one breath are two utterances."""
    assert cut("im so sorry what happened") == ["im so sorry", "what happened"]


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1).filter(str.strip).filter(lambda t: t.encode("utf-8", "ignore").decode() == t))
@example("a\u2028b\x00c\r\nd")
@example("...")
@example("e\u0301e\u0301 👩‍👩‍👧 .b")
def test_any_text_is_covered_exactly(text: str) -> None:
    """Offsets cut the text as sent; no span is empty or overlaps; only white space falls outside."""
    spans = segment(read(text), BOUNDARY)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
