"""FeedbackESConv (Chaszczewicz et al. 2024): what supervisors praised and faulted in a helper's reply.

Experts wrote the feedback from a model's draft; the chats are ESConv's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from models.document import ScoreDocument
from models.mirrors import tables
from models.mirrors.measures import Figure, Score, auc, figure, skill

NAME, OPTION = "FeedbackESConv", "--feedback-esconv"
WANTED = "feedback-esconv.json of FeedbackESConv"
TALK, NOTE = "### Input:", "### Response:"

# Figure, areas of the feedback, our skill.
PRAISED = (
    ("reflection praised AUC", ("Reflections",), "reflection"),
    ("questions praised AUC", ("Questions",), "open_questions"),
    ("warmth praised AUC", ("Empathy", "Validation"), "validation"),
)
FAULTED = (
    ("suggestions faulted AUC", ("Suggestions",), "restraint"),
    ("self-disclosure faulted AUC", ("Self-disclosure",), "speaker_focus"),
)


class Reviewed(NamedTuple):
    """A helper's reply to a seeker's words, and the supervisor's note: `perfect`, `goodareas`, `badareas`."""

    before: str
    reply: str
    note: dict[str, Any]

    def names(self, list_of: str, areas: Sequence[str]) -> bool:
        return not set(self.note.get(list_of) or []).isdisjoint(areas)


def figures(path: Path, score: Score) -> dict[str, Figure]:
    """Is what supervisors praised scored higher, and what they faulted lower, in the skill that it belongs to?"""
    replies = reviewed(path)
    documents = score([(reply.before, reply.reply) for reply in replies])
    perfect = [bool(reply.note.get("perfect")) for reply in replies]
    found = {"overall vs 'perfect' AUC": figure(auc, perfect, [document["overall"]["score"] for document in documents])}
    for name, areas, ours in PRAISED:
        found[name] = figure(auc, [r.names("goodareas", areas) for r in replies], scores(documents, ours))
    for name, areas, ours in FAULTED:
        faulted = [reply.names("badareas", areas) for reply in replies]
        found[name] = figure(auc, faulted, [1 - value for value in scores(documents, ours)])
    return found


def scores(documents: Sequence[ScoreDocument], name: str) -> list[float]:
    return [skill(document, name) for document in documents]


def reviewed(path: Path) -> list[Reviewed]:
    """The reviewed replies that answer a seeker and whose note can be read."""
    rows = tables.read_json(path, OPTION, WANTED)
    texts = [row["text"] for row in rows if isinstance(row, dict) and "text" in row] if isinstance(rows, list) else []
    found = [reply for text in texts if (reply := review(str(text))) is not None]
    tables.some(found, "helper's reply with feedback", path, OPTION, WANTED)
    return found


def review(text: str) -> Reviewed | None:
    """One row: instruction, talk so far, note as JSON. None where the talk does not end in a reply to a seeker."""
    talk, _, note = text.partition(NOTE)
    turns = [line.split(": ", 1) for line in talk.partition(TALK)[2].strip().splitlines() if ": " in line]
    try:
        said = json.loads(note)
    except ValueError:
        return None
    before = [words for who, words in turns[:-1] if who == "Seeker"]
    if not before or turns[-1][0] != "Helper" or not isinstance(said, dict):
        return None
    return Reviewed(before[-1], turns[-1][1], said)
