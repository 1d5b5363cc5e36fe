"""ESConv (Liu et al. 2021): emotional support chats; the helpers themselves named the strategy of each turn."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from models.mirrors import tables
from models.mirrors.measures import (
    ADVICE,
    QUESTION,
    REFLECTION,
    WARMTH,
    Figure,
    Score,
    auc,
    figure,
    likelihood,
    macro_f1,
    main_behaviour,
)

NAME, OPTION = "ESConv", "--esconv"
WANTED = "devWithStrategy_short.tsv of the ESConv repository"
BETWEEN_TURNS = " EOS "
# A turn: a number, who speaks (0 seeker, 1 helper), a number, the strategy in brackets if there is one, the words.
TURN = re.compile(r"\s*[\d.]+ (?P<helper>\d) \d+ (?:\[(?P<strategy>.*?)\])?(?P<text>.*)")

REFLECTING = ("Reflection of feelings", "Restatement or Paraphrasing")
BEHAVIOUR_OF = {
    "Questions": "question",
    **dict.fromkeys(REFLECTING, "reflection"),
    "Providing Suggestions": "input",
    "Information": "input",
}
# Figure, strategies, codes. False reassurance is filed under affirmation there: which it is, the strategy does not say.
FOUND_BY = (
    ("reflection AUC", REFLECTING, REFLECTION),
    ("question AUC", ("Questions",), QUESTION),
    ("suggestion AUC", ("Providing Suggestions",), ADVICE),
    ("self-disclosure AUC", ("Self-disclosure",), frozenset({"self_disclose"})),
    ("affirmation AUC", ("Affirmation and Reassurance",), WARMTH | {"minimize"}),
)


class Turn(NamedTuple):
    """The last turn of a line, what the seeker had said last, and the strategy that its helper named."""

    before: str
    text: str
    strategy: str | None


def figures(path: Path, score: Score) -> dict[str, Figure]:
    """The main behaviour of a turn against its strategy, and how well likely codes find each strategy."""
    turns = [turn for line in lines(path) if (turn := last_turn(line)) is not None]
    tables.some(turns, "turn in ESConv's format", path, OPTION, WANTED)
    documents = score([(turn.before, turn.text) for turn in turns])
    wanted = [BEHAVIOUR_OF.get(turn.strategy or "", "other") for turn in turns]
    found = {"four-way macro-F1": figure(macro_f1, wanted, [main_behaviour(document) for document in documents])}
    for name, strategies, codes in FOUND_BY:
        gold = [turn.strategy in strategies for turn in turns]
        found[name] = figure(auc, gold, [likelihood(document, codes) for document in documents])
    return found


def lines(path: Path) -> list[str]:
    """Lines as a file gives them: not splitlines(), for which a line separator inside a turn would end it."""
    return tables.read_text(path, OPTION, WANTED).split("\n")


def last_turn(line: str) -> Turn | None:
    """The turn that a line is about; None where it cannot be read or holds no words."""
    turns = [TURN.match(turn) for turn in line.split(BETWEEN_TURNS)]
    last = turns[-1]
    if last is None or not last["text"].strip():
        return None
    before = [turn["text"].strip() for turn in turns[:-1] if turn and turn["helper"] == "0"]
    return Turn(before[-1] if before else "", last["text"].strip(), last["strategy"])
