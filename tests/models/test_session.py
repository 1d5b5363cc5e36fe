"""A conversation: each reply in its place, and what they add up to."""

from __future__ import annotations

import jsonschema
import pytest
from pydantic import TypeAdapter

from models.errors import InvalidReply
from models.scorer import Scorer
from models.session import Turn, volleys
from models.session_document import ConversationDocument

TALK = [
    Turn("speaker", "My mother moved in with us in March and I have not slept a whole night since."),
    Turn("listener", "You've been up with her every night since March."),
    Turn("speaker", "Every night. And then I go to work."),
    Turn("listener", "Mm-hmm."),
    Turn("speaker", "I shouted at her yesterday, over a cup of tea, and I felt awful all day."),
    Turn("listener", "Would it be okay if I shared an idea?"),
    Turn("speaker", "Sure."),
    Turn("listener", "You could ask the district nurse about a night sitter."),
    Turn("speaker", "Maybe."),
    Turn("listener", "What was it like, that moment with the tea?"),
]


@pytest.fixture(scope="module")
def scored(scorer: Scorer) -> ConversationDocument:
    return scorer.score_conversation(TALK, id="one")


def test_every_reply_is_scored_in_its_place(scored: ConversationDocument) -> None:
    """The documents are those of the listener's turns, with offsets into the words as sent."""
    assert scored["turns"] == [1, 3, 5, 7, 9]
    for turn, document in zip(scored["turns"], scored["replies"], strict=True):
        for utterance in document["utterances"]:
            assert TALK[turn].text[utterance["start"] : utterance["end"]] == utterance["text"]


def test_a_conversation_document_keeps_its_schema(scored: ConversationDocument) -> None:
    """What comes out is what is published."""
    jsonschema.validate(scored, TypeAdapter(ConversationDocument).json_schema())


def test_leave_asked_a_turn_before_turns_the_advice(scored: ConversationDocument, scorer: Scorer) -> None:
    """Advice that has no leave of its own has it from the turn before; refused leave is none."""
    assert scored["replies"][3]["tally"]["advise_with_permission"] == 1
    refused = [*TALK[:6], Turn("speaker", "No, I'd rather not."), *TALK[7:]]
    found = scorer.score_conversation(refused)["replies"][3]
    assert found["tally"]["advise_without_permission"] == 1


def test_counts_and_shares(scored: ConversationDocument) -> None:
    """The tally counts replies; the listener's words are a share of all; too few replies are said to be too few."""
    summary = scored["summary"]
    assert summary["replies"] == 5
    assert summary["tally"]["facilitate"] == 1
    assert 0 < summary["talk_share"] < 1
    words = [len(turn.text.split()) for turn in TALK]
    assert summary["talk_share"] == pytest.approx(sum(words[1::2]) / sum(words), abs=1e-4)
    assert not summary["enough"]
    assert any("counts only" in notice["notice"]["say"] for notice in summary["notices"])
    for figure in (*summary["skills"].values(), summary["overall"]):
        assert 0 <= figure["low"] <= figure["score"] <= figure["high"] <= 1


def test_ratios_are_counts_over_counts(scored: ConversationDocument) -> None:
    """A ratio is what it says, inside its interval, with MITI's guide value beside it; null where nothing was asked."""
    found = scored["summary"]["ratios"]["reflections_to_questions"]
    assert found["value"] == found["of"] / found["to"]
    assert found["low"] <= found["value"] <= found["high"]
    assert found["guide"] == {"fair": 1.0, "good": 2.0}


def test_nothing_to_divide_by_is_null(scorer: Scorer) -> None:
    """A talk without a question has no ratio to questions."""
    found = scorer.score_conversation([Turn("speaker", "Hi."), Turn("listener", "I'm so sorry.")])
    assert found["summary"]["ratios"]["reflections_to_questions"]["value"] is None
    assert found["summary"]["moments"] == []


def test_a_fourth_affirmation_stops_counting(scorer: Scorer) -> None:
    """Praise turn after turn is worth three."""
    praise = "You kept going to work every day even when you were exhausted."
    turns = [
        Turn(role, text) for _ in range(5) for role, text in (("speaker", "I went to work."), ("listener", praise))
    ]
    found = scorer.score_conversation(turns)
    each = [document["tally"]["affirm"] for document in found["replies"]]
    assert each == [1] * 5
    assert found["summary"]["tally"]["affirm"] == 3
    assert [line["utterance"] for line in found["summary"]["trace"]] == [7, 9]


def test_scored_again_it_is_the_same(scored: ConversationDocument, scorer: Scorer) -> None:
    """Bootstraps are seeded: the same talk has the same intervals."""
    assert scorer.score_conversation(TALK, id="one") == scored


def test_neighbouring_turns_of_the_listener_are_one_volley() -> None:
    """A volley is everything the listener says before the speaker speaks again."""
    found = volleys(
        [Turn("speaker", "Hi."), Turn("listener", "Oh."), Turn("listener", "Tell me."), Turn("speaker", "Ok")]
    )
    assert [(each.said, each.reply) for each in found] == [("Hi.", "Oh.\nTell me.")]


@pytest.mark.parametrize(
    ("turns", "field"),
    [
        ([], "turns"),
        ([Turn("speaker", "Hi.")], "turns"),
        ([Turn("therapist", "Hi.")], "turns[0].role"),  # type: ignore[arg-type]
        ([Turn("speaker", "Hi."), Turn("listener", "x" * 10_001)], "turns[1].reply"),
    ],
)
def test_what_cannot_be_scored_is_named(scorer: Scorer, turns: list[Turn], field: str) -> None:
    """The field of the turn, and a remedy."""
    with pytest.raises(InvalidReply) as error:
        scorer.score_conversation(turns)
    assert error.value.field == field
