"""A score document turned into what the page shows, in a person's words."""

from __future__ import annotations

from dataclasses import dataclass

from corpora import loaders
from corpora.types import Code, Skill
from models.document import ScoreDocument, SkillScore, UtteranceScore
from models.feedback import built_on
from models.scorer import UNREAD

# How the underline is drawn, so that a mark can be told from its neighbour without colour.
UNDERLINE = {
    "reflect": "solid",
    "ask": "double",
    "support": "thick",
    "inform": "dashed",
    "barrier": "wavy",
    "neutral": "dotted",
}


@dataclass(frozen=True)
class Mark:
    """One utterance on the page.

    `others`: labels it could be read as, where the reading is unsure. `reflects`: it is surely a reflection, and only
    how deep it goes is unsure.
    """

    number: int
    text: str
    code: Code
    underline: str
    certain: bool
    reflects: bool
    others: tuple[str, ...]
    because: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Meter:
    """One skill on the page; `low`, `score` and `high` in percent."""

    skill: Skill
    level: str
    says: str
    step: int
    steps: int
    low: float
    score: float
    high: float


@dataclass(frozen=True)
class Reading:
    """A scored reply. `pieces` are its words in order: text outside any utterance, or a mark.

    `speaks` is False where a notice says that the numbers say nothing here: then only the notice is shown.
    """

    document: ScoreDocument
    text: str
    pieces: tuple[str | Mark, ...]
    marks: tuple[Mark, ...]
    meters: tuple[Meter, ...]
    skills: dict[str, Skill]
    speaks: bool


def read(reply: str, document: ScoreDocument) -> Reading:
    """`reply` is the text that was scored, exactly as it was sent."""
    marks = tuple(mark(reply, document, index) for index in range(len(document["utterances"])))
    pieces: list[str | Mark] = []
    at = 0
    for found, utterance in zip(marks, document["utterances"], strict=True):
        pieces += [reply[at : utterance["start"]], found]
        at = utterance["end"]
    pieces.append(reply[at:])
    skills = loaders.skills()
    meters = tuple(meter(skills[name], score) for name, score in document["skills"].items())
    speaks = not any(notice["kind"] in UNREAD for notice in document["notices"])
    return Reading(document, reply, tuple(piece for piece in pieces if piece), marks, meters, skills, speaks)


def mark(reply: str, document: ScoreDocument, index: int) -> Mark:
    utterance = document["utterances"][index]
    codes = loaders.codes()
    code = codes[utterance["code"]]
    return Mark(
        number=index + 1,
        text=utterance["text"],
        code=code,
        underline=UNDERLINE[code.family],
        certain=utterance["certain"],
        reflects=not utterance["certain"] and built_on(utterance) is not None,
        others=() if utterance["certain"] else tuple(codes[name].label for name in likely(utterance)),
        because=tuple((reply[b["start"] : b["end"]], b["note"]) for b in utterance["because"]),
        rules=tuple(line["say"] for line in document["trace"] if line["utterance"] == index),
    )


def likely(utterance: UtteranceScore) -> list[str]:
    """The two likeliest codes."""
    ranked = sorted(utterance["probabilities"].items(), key=lambda pair: -pair[1])
    return [name for name, _ in ranked[:2]]


def meter(skill: Skill, score: SkillScore) -> Meter:
    level = skill.levels[score["level"]]
    low, value, high = (round(100 * score[key], 1) for key in ("low", "score", "high"))
    return Meter(skill, level.name, level.says, score["level"] + 1, len(skill.levels), low, value, high)
