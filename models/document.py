"""The score document: one shape for the API, the command line, batches and the page. Additive only.

Offsets are code points into the reply exactly as it was sent. Scores and probabilities go from 0 to 1.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from models.labels import LABELS
from models.notices import Kind

CONTRACT = "1.0"

BANDS = ("not heard yet", "partly heard", "mostly heard", "well heard")
Band = Literal["not heard yet", "partly heard", "mostly heard", "well heard"]


class ModelVersion(TypedDict):
    """`version`: first digits of the trained model's SHA-256; `corpus`: those of what it was trained on."""

    version: str
    corpus: str


class Overall(TypedDict):
    score: float
    low: float
    high: float
    band: Band


class SkillScore(TypedDict):
    """`level`: which of the skill's four levels, from 0."""

    score: float
    low: float
    high: float
    level: int


class Because(TypedDict):
    """Words that moved the decision, by offsets, and what about them."""

    start: int
    end: int
    note: str


class UtteranceScore(TypedDict):
    """`certain`: the code reaches the published threshold. `yes_no_form`: grammar lets a yes or no answer it."""

    start: int
    end: int
    text: str
    code: str
    probability: float
    probabilities: dict[str, float]
    certain: bool
    yes_no_form: bool
    because: list[Because]


class TraceLine(TypedDict):
    rule: str
    utterance: int
    say: str


class GroundingScore(TypedDict):
    score: float
    parroting: bool


class Strength(TypedDict):
    skill: str
    quote: str
    why: str


# "try" is a word of the language, so this one is written as a call.
NextStep = TypedDict("NextStep", {"skill": str, "quote": str, "why": str, "try": str})


class Feedback(TypedDict):
    strength: Strength | None
    next_step: NextStep | None


class NoticeLine(TypedDict):
    kind: Kind
    start: int | None
    end: int | None
    say: str


class ScoreDocument(TypedDict):
    """How one reply was read."""

    id: str | None
    contract: str
    model: ModelVersion
    overall: Overall
    utterances: list[UtteranceScore]
    tally: dict[str, int | bool]
    trace: list[TraceLine]
    skills: dict[str, SkillScore]
    grounding: GroundingScore
    feedback: Feedback
    notices: list[NoticeLine]


def schema(skills: tuple[str, ...]) -> dict[str, Any]:
    """The document as a JSON Schema (2020-12), with the codes and `skills` as its enums."""
    found = TypeAdapter(ScoreDocument).json_schema()
    parts = found["$defs"]
    parts["UtteranceScore"]["properties"]["code"]["enum"] = list(LABELS)
    parts["UtteranceScore"]["properties"]["probabilities"]["propertyNames"] = {"enum": list(LABELS)}
    for part in ("Strength", "NextStep"):
        parts[part]["properties"]["skill"]["enum"] = list(skills)
    found["properties"]["skills"]["propertyNames"] = {"enum": list(skills)}
    found["properties"]["tally"]["propertyNames"] = {"enum": [*LABELS, "stacked_questions"]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def rounded(value: float) -> float:
    """Four decimals: more would be noise, and differs between processors."""
    return round(value, 4)


def to_json(document: ScoreDocument) -> str:
    """One line of pure ASCII: safe in any encoding, and no line separator of Unicode can break a line in two."""
    return json.dumps(document, allow_nan=False)
