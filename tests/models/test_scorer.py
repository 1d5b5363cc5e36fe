"""The score document: the same every time, exact about the text, and honest about what it cannot read."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from corpora import loaders
from models.document import schema, to_json
from models.errors import InvalidReply
from models.evaluate import example_figures
from models.labels import LABELS
from models.scorer import Item, Scorer

SCHEMA = Draft202012Validator(schema(tuple(loaders.skills())))
# Every fifth reply of the test split: all registers, and quick.
ITEMS = [Item(loaders.disclosure_of(reply), reply.reply, reply.id) for reply in loaders.in_split("test")[::5]]
REPLY = "I'm so sorry. The evenings go and nobody asks after you. Have you tried joining a club?"


def check_document(document: Any, reply: str) -> None:
    SCHEMA.validate(document)
    at = 0
    for utterance in document["utterances"]:
        assert at <= utterance["start"] < utterance["end"]
        assert reply[utterance["start"] : utterance["end"]] == utterance["text"]
        assert abs(sum(utterance["probabilities"].values()) - 1) < 0.01
        assert utterance["probability"] == utterance["probabilities"][utterance["code"]]
        for because in utterance["because"]:
            assert utterance["start"] <= because["start"] < because["end"] <= utterance["end"]
        at = utterance["end"]
    for score in (document["overall"], *document["skills"].values()):
        assert 0 <= score["low"] <= score["score"] <= score["high"] <= 1
    json.loads(to_json(document))


def test_document_of_a_plain_reply(scorer: Scorer) -> None:
    """The parts of a reply are read as a trained person would read them."""
    scenario = loaders.scenarios()["still-watching"]
    document = scorer.score(scenario.opening, REPLY, scenario=scenario, id="a")
    check_document(document, REPLY)
    assert [u["code"] for u in document["utterances"]] == ["support", "simple_reflection", "advise_without_permission"]
    assert document["tally"]["advise_without_permission"] == 1
    assert document["skills"]["restraint"]["score"] < 0.4 < document["skills"]["reflection"]["score"]
    assert document["feedback"]["next_step"]["quote"] == "Have you tried joining a club?"  # type: ignore[index]
    assert document["utterances"][2]["because"][0]["note"] == "a phrase that tells the speaker what to do"


def test_batch_and_order_change_nothing(scorer: Scorer) -> None:
    """A reply gets the same document alone, in a batch, and in a batch of another order."""
    alone = {item.id: scorer.score(item.disclosure, item.reply, id=item.id) for item in ITEMS}
    assert {d["id"]: d for d in scorer.score_many(ITEMS)} == alone  # type: ignore[index]
    shuffled = random.Random(1).sample(ITEMS, len(ITEMS))
    assert {d["id"]: d for d in scorer.score_many(shuffled)} == alone  # type: ignore[index]


def test_another_process_gives_the_same_document(scorer: Scorer) -> None:
    """Hash seeds, processes and what was scored before make no difference."""
    code = (
        "import json, sys; from models.scorer import Item, Scorer; from models.document import to_json\n"
        "for d in Scorer().score_many(Item(*row) for row in json.load(sys.stdin)): print(to_json(d))"
    )
    rows = json.dumps([[item.disclosure, item.reply, item.id] for item in ITEMS[:40]])
    here = [to_json(scorer.score(item.disclosure, item.reply, id=item.id)) for item in ITEMS[:40]]
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code], input=rows, text=True, capture_output=True, env=env, check=True
        )
        assert done.stdout.splitlines() == here


@settings(max_examples=150, deadline=None)
@given(reply=st.text(min_size=1, max_size=200), disclosure=st.text(max_size=200))
@example(reply="a\x00b\u2028c\r\nd", disclosure="\x00")
@example(reply="<script>alert(1)</script> you feel <b>sad</b>?", disclosure="")
@example(reply="👩‍👩‍👧 é e\u0301 ﷽", disclosure="?")
def test_any_text_gets_a_document(scorer: Scorer, reply: str, disclosure: str) -> None:
    """Anything that is text gets a document whose offsets cut it exactly; white space and half characters do not."""
    halves = any("\ud800" <= character <= "\udfff" for character in reply + disclosure)
    if halves or not reply.strip():
        with pytest.raises(InvalidReply):
            scorer.score(disclosure, reply)
    else:
        check_document(scorer.score(disclosure, reply), reply)


@pytest.mark.parametrize(
    ("reply", "kind"), [("😔😔", "not_words"), ("Das ist sehr schwer für dich, oder?", "not_english")]
)
def test_unreadable_replies_get_whole_intervals_and_no_advice(scorer: Scorer, reply: str, kind: str) -> None:
    """What cannot be read has numbers, but they claim nothing and advise nothing."""
    document = scorer.score("I can't sleep.", reply)
    check_document(document, reply)
    assert [notice["kind"] for notice in document["notices"]] == [kind]
    assert document["feedback"] == {"strength": None, "next_step": None}
    assert all(skill["high"] - skill["low"] > 0.9 for skill in document["skills"].values())


@pytest.mark.parametrize(
    ("reply", "disclosure", "field", "says"),
    [
        ("", "x", "reply", "is empty; write what you would say"),
        (" \n\t ", "x", "reply", "is empty; write what you would say"),
        ("a" * 10_001, "x", "reply", "has 10,001 characters; shorten it to 10,000 or fewer"),
        ("a", "x" * 10_001, "disclosure", "has 10,001 characters; shorten it to 10,000 or fewer"),
        ("a \ud800", "x", "reply", "has half a character at 2; send well-formed Unicode"),
    ],
)
def test_what_cannot_be_scored_is_named(scorer: Scorer, reply: str, disclosure: str, field: str, says: str) -> None:
    """The field and the remedy are said; in a batch the error stands in its place."""
    with pytest.raises(InvalidReply) as caught:
        scorer.score(disclosure, reply)
    assert (caught.value.field, str(caught.value)) == (field, says)
    good, bad, after = scorer.score_many([Item("x", "You feel low."), Item(disclosure, reply, "b"), Item("x", "Okay.")])
    assert isinstance(bad, InvalidReply)
    assert bad.id == "b"
    assert not isinstance(good, InvalidReply)
    assert not isinstance(after, InvalidReply)


def test_longest_reply_is_scored(scorer: Scorer) -> None:
    """Ten thousand characters are read to the end."""
    reply = ("You feel low today. " * 500).strip()
    document = scorer.score("I feel low.", reply)
    assert document["utterances"][-1]["end"] == len(reply)
    assert document["notices"][0]["kind"] == "long_reply"


def test_asking_about_suicide_is_not_counted_against_the_listener(scorer: Scorer) -> None:
    """A plain question about suicide brings no danger notice and is never the thing to change."""
    said = "I don't see the point of any of it any more. I'm just tired of being here."
    document = scorer.score(said, "That sounds so heavy. Are you thinking about ending your life?")
    assert document["utterances"][1]["code"] == "closed_question"
    assert document["notices"] == []
    assert ("asked_plainly", 1) in [(line["rule"], line["utterance"]) for line in document["trace"]]
    assert document["feedback"]["next_step"] is None


@pytest.mark.parametrize("before", ["That voice is exhausting.", "You're worn out by it. What is it like at night?"])
def test_asking_about_suicide_lowers_nothing(scorer: Scorer, before: str) -> None:
    """Adding a plain question about suicide costs nothing, though the words before it may read otherwise by it."""
    said = "I'm so tired of it all. Some nights I think they'd be better off."
    without = scorer.score(said, before)
    asked = scorer.score(said, before + " Are you thinking of killing yourself?")
    assert asked["overall"]["score"] >= without["overall"]["score"] - 0.02
    for name in ("open_questions", "validation", "non_judgment", "restraint", "speaker_focus"):
        assert asked["skills"][name]["score"] >= without["skills"][name]["score"] - 0.02, name


@pytest.mark.parametrize("reply", ["I feel like killing myself too sometimes.", "I wanna die", "kys lol"])
def test_danger_is_neither_praised_nor_corrected(scorer: Scorer, reply: str) -> None:
    """Where somebody may be in danger there is a notice, and no verdict on how they listened."""
    document = scorer.score("I can't sleep.", reply)
    assert document["notices"][0]["kind"] == "danger"
    assert document["feedback"] == {"strength": None, "next_step": None}


@pytest.mark.parametrize(
    "reply",
    ["You absolute idiot, you had one job.", "You're ashamed of yourself, and so you should be.", "ur a loser lol"],
)
def test_cruelty_is_never_praised(scorer: Scorer, reply: str) -> None:
    """Contempt is read as judging, whatever its grammar, and pulls the score down."""
    document = scorer.score("I shouted at my son and now I feel ashamed.", reply)
    assert document["utterances"][0]["code"] == "confront"
    assert document["feedback"]["strength"] is None
    assert document["skills"]["non_judgment"]["score"] < 0.5
    assert document["overall"]["score"] < 0.4


def test_examples_are_read_as_meant(scorer: Scorer) -> None:
    """The share of teaching examples read as meant may not fall; raise the floors when it rises."""
    figures = example_figures(scorer)
    assert figures["shows"] >= 0.71, figures
    assert figures["does_not_show"] >= 0.88, figures


def test_schema_names_every_code() -> None:
    """The published schema lists the codes as an enum."""
    parts = schema(("reflection",))["$defs"]
    assert parts["UtteranceScore"]["properties"]["code"]["enum"] == list(LABELS)
