"""The conversation document: the documents of a conversation's replies, and what they add up to. Additive only."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from models.document import ModelVersion, NoticeLine, ScoreDocument, SkillScore, TraceLine


class Ratio(TypedDict):
    """`value` with its 80 % interval; null where there is nothing to divide by. `of` and `to` are the counts."""

    value: float | None
    low: float | None
    high: float | None
    of: int
    to: int
    guide: dict[str, float] | None


class Point(TypedDict):
    """One listener turn (index into the turns) on the way through the session."""

    turn: int
    overall: float
    skills: dict[str, float]


class Moment(TypedDict):
    kind: Literal["best", "hardest", "missed_opening"]
    turn: int
    say: str


class SessionNotice(TypedDict):
    """A notice of the session (turn null) or of one of its turns."""

    turn: int | None
    notice: NoticeLine


class Summary(TypedDict):
    """What the replies add up to. `tally` counts replies; `talk_share` is the listener's share of the words."""

    replies: int
    tally: dict[str, int]
    ratios: dict[str, Ratio]
    adherent: int
    non_adherent: int
    talk_share: float
    skills: dict[str, SkillScore]
    overall: SkillScore
    trajectory: list[Point]
    moments: list[Moment]
    trace: list[TraceLine]
    enough: bool
    notices: list[SessionNotice]


class ConversationDocument(TypedDict):
    """`replies` are the documents of the listener's turns, `turns` their places in the conversation."""

    id: str | None
    contract: str
    model: ModelVersion
    turns: list[int]
    replies: list[ScoreDocument]
    summary: Summary
