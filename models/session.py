"""A whole conversation: what its replies add up to.

Counts follow MITI 4.2.1: each code at most once a reply, and affirmations stop counting after three in a conversation.
Intervals are bootstraps over replies (seeded: the same conversation gives the same interval).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from models.document import ScoreDocument, SkillScore, TraceLine, rounded
from models.errors import InvalidReply
from models.labels import LABELS
from models.linear import Floats
from models.session_document import Moment, Ratio, SessionNotice, Summary

Draws = npt.NDArray[np.int64]
Role = Literal["speaker", "listener"]
ROLES: tuple[Role, ...] = ("speaker", "listener")

AFFIRMATIONS_COUNTED = 3
# With fewer replies than this, nothing but counts should be read from a session; a choice of this project, as MITI asks
# for twenty minutes of talk.
ENOUGH_REPLIES = 10
DRAWS, SEED, COVERAGE = 400, 20, 0.8
REFLECT = ("simple_reflection", "complex_reflection")
ASK = ("open_question", "closed_question")
ADHERENT = ("affirm", "emphasize_autonomy", "seek_collaboration")
NON_ADHERENT = ("confront", "minimize", "advise_without_permission")
# MITI 4.2.1's guide values, expert opinion for sessions of about twenty minutes: never a pass mark.
GUIDES = {
    "reflections_to_questions": {"fair": 1.0, "good": 2.0},
    "complex_share": {"fair": 0.4, "good": 0.5},
}


class Turn(NamedTuple):
    role: Role
    text: str


class Volley(NamedTuple):
    """A listener turn and what the speaker said before it."""

    turn: int
    said: str
    reply: str


def volleys(turns: Sequence[Turn]) -> list[Volley]:
    """The listener's turns, each with all that the speaker said since the last one.

    MITI's volley is everything the listener says before the speaker speaks again: neighbouring turns are joined by a
    line break, and offsets are into the joined text.

    Raises `InvalidReply` where a role is unknown or the listener never speaks.
    """
    found: list[Volley] = []
    said: list[str] = []
    for index, turn in enumerate(turns):
        if turn.role not in ROLES:
            raise InvalidReply(f"turns[{index}].role", f"is {turn.role!r}; use speaker or listener")
        if turn.role == "speaker":
            said.append(turn.text)
        elif turn.text.strip():
            if found and not said:
                last = found.pop()
                found.append(last._replace(reply=f"{last.reply}\n{turn.text}"))
                continue
            found.append(Volley(index, " ".join(said), turn.text))
            said = []
    if not found:
        raise InvalidReply("turns", "hold no words of a listener; give at least one turn with role listener")
    return found


def summarize(
    turns: Sequence[Turn], met: Sequence[Volley], documents: Sequence[ScoreDocument], levels: dict[str, int]
) -> Summary:
    """Add up the `documents` of the replies in `met`. `levels`: for each skill, how many levels it has."""
    counts = np.asarray([[document["tally"][label] for label in LABELS] for document in documents], dtype=float)
    trace = few_affirmations(met, counts)
    names = [*levels, "overall"]
    scores = np.asarray([[score_of(document, name) for name in names] for document in documents])
    weights = telling(documents)
    draws = np.random.default_rng(SEED).integers(len(documents), size=(DRAWS, len(documents)))
    figures = {name: skill(scores[:, column], weights, draws, levels.get(name, 4)) for column, name in enumerate(names)}
    tally = {label: int(total) for label, total in zip(LABELS, counts.sum(axis=0), strict=True)}
    tally["stacked_questions"] = sum(bool(document["tally"]["stacked_questions"]) for document in documents)
    enough = len(documents) >= ENOUGH_REPLIES
    return {
        "replies": len(documents),
        "tally": tally,
        "ratios": {
            "reflections_to_questions": ratio("reflections_to_questions", counts, draws, REFLECT, ASK),
            "complex_share": ratio("complex_share", counts, draws, ("complex_reflection",), REFLECT),
            "open_share": ratio("open_share", counts, draws, ("open_question",), ASK),
        },
        "adherent": sum(tally[code] for code in ADHERENT),
        "non_adherent": sum(tally[code] for code in NON_ADHERENT),
        "talk_share": talk_share(turns),
        "overall": figures.pop("overall"),
        "skills": figures,
        "trajectory": [
            {
                "turn": volley.turn,
                "overall": document["overall"]["score"],
                "skills": {name: document["skills"][name]["score"] for name in levels},
            }
            for volley, document in zip(met, documents, strict=True)
        ],
        "moments": moments(met, documents, weights),
        "trace": trace,
        "enough": enough,
        "notices": notices(met, documents, enough),
    }


def score_of(document: ScoreDocument, name: str) -> float:
    return document["overall"]["score"] if name == "overall" else document["skills"][name]["score"]


def few_affirmations(met: Sequence[Volley], counts: Floats) -> list[TraceLine]:
    """Take affirmations after the third out of `counts`, in place, and say so."""
    column = LABELS.index("affirm")
    beyond = np.flatnonzero(counts[:, column])[AFFIRMATIONS_COUNTED:]
    counts[beyond, column] = 0.0
    return [
        {
            "rule": "three_affirmations",
            "utterance": met[index].turn,
            "say": "Affirmations stop counting after three in a conversation.",
        }
        for index in beyond
    ]


def telling(documents: Sequence[ScoreDocument]) -> Floats:
    """1 for each reply that says something; 0 for "Mm-hm." and its like, unless nothing else was said."""
    says = [any(u["code"] != "facilitate" for u in document["utterances"]) for document in documents]
    return np.asarray(says, dtype=float) if any(says) else np.ones(len(says))


def skill(scores: Floats, weights: Floats, draws: Draws, levels: int) -> SkillScore:
    value = float(np.average(scores, weights=weights))
    totals = weights[draws].sum(axis=1)
    means = (scores * weights)[draws].sum(axis=1)[totals > 0] / totals[totals > 0]
    low, high = np.percentile(means, [50 * (1 - COVERAGE), 100 - 50 * (1 - COVERAGE)])
    return {
        "score": rounded(value),
        "low": rounded(min(value, float(low))),
        "high": rounded(max(value, float(high))),
        "level": min(levels - 1, int(value * levels)),
    }


def ratio(name: str, counts: Floats, draws: Draws, of: Sequence[str], to: Sequence[str]) -> Ratio:
    """Replies that hold a code in `of` for each that holds one in `to`."""
    tops = counts[:, [LABELS.index(code) for code in of]].max(axis=1)
    bottoms = counts[:, [LABELS.index(code) for code in to]].max(axis=1)
    top, bottom = float(tops.sum()), float(bottoms.sum())
    divisors = bottoms[draws].sum(axis=1)
    drawn = tops[draws].sum(axis=1)[divisors > 0] / divisors[divisors > 0]
    low, high = np.percentile(drawn, [50 * (1 - COVERAGE), 100 - 50 * (1 - COVERAGE)]) if bottom else (None, None)
    value = top / bottom if bottom else None
    return {
        "value": None if value is None else rounded(value),
        "low": None if low is None or value is None else rounded(min(value, float(low))),
        "high": None if high is None or value is None else rounded(max(value, float(high))),
        "of": int(top),
        "to": int(bottom),
        "guide": GUIDES.get(name),
    }


def talk_share(turns: Sequence[Turn]) -> float:
    words = {role: sum(len(turn.text.split()) for turn in turns if turn.role == role) for role in ROLES}
    return rounded(words["listener"] / max(1, sum(words.values())))


def moments(met: Sequence[Volley], documents: Sequence[ScoreDocument], weights: Floats) -> list[Moment]:
    """The reply that landed best, the hardest one, and the longest turn of the speaker that got nothing back."""
    rated = [
        (document["overall"]["score"], index)
        for index, document in enumerate(documents)
        if weights[index] and not any(notice["kind"] == "danger" for notice in document["notices"])
    ]
    if len(rated) < 2:
        return []
    best, hardest = max(rated, key=lambda pair: (pair[0], -pair[1])), min(rated)
    found: list[Moment] = [
        {"kind": "best", "turn": met[best[1]].turn, "say": "This reply let the speaker feel heard the most."},
        {"kind": "hardest", "turn": met[hardest[1]].turn, "say": "This one is worth another try."},
    ]
    missed = [
        (len(met[index].said.split()), -index)
        for _, index in rated
        if not any(documents[index]["tally"][code] for code in (*REFLECT, "affirm", "support"))
        and len(met[index].said.split()) >= 15
    ]
    if missed:
        index = -max(missed)[1]
        say = "The speaker told a good deal here, and nothing of it was said back."
        found.append({"kind": "missed_opening", "turn": met[index].turn, "say": say})
    return found


def notices(met: Sequence[Volley], documents: Sequence[ScoreDocument], enough: bool) -> list[SessionNotice]:
    found: list[SessionNotice] = [
        {"turn": volley.turn, "notice": notice}
        for volley, document in zip(met, documents, strict=True)
        for notice in document["notices"]
        if notice["kind"] in ("danger", "not_english", "long_reply")
    ]
    if not enough:
        say = f"With {len(documents)} replies, read the counts only; ratios and skills need {ENOUGH_REPLIES} or more."
        found.append({"turn": None, "notice": {"kind": "too_short", "start": None, "end": None, "say": say}})
    return found
