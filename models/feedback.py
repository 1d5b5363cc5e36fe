"""One strength and one next step, in the learner's own words, with a written alternative. Never a list, never made up.

Everything said here was written beforehand: by code and skill in the corpus, or for this very speaker in the scenario.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpora.types import Code, Scenario, Skill
from models.document import Feedback, NextStep, Strength, UtteranceScore

# Praise goes to what takes most: in this order, weighed by how sure the reading is.
PRAISE = {
    "complex_reflection": 1.0,
    "simple_reflection": 0.95,
    "affirm": 0.9,
    "open_question": 0.85,
    "emphasize_autonomy": 0.8,
    "seek_collaboration": 0.75,
    "support": 0.7,
    "advise_with_permission": 0.4,
}
# What closes a speaker down most comes first.
MEND = ("confront", "minimize", "advise_without_permission", "self_disclose")
ENOUGH = 0.5
FAMILY_SURE = 0.6
REFLECTIONS = ("simple_reflection", "complex_reflection")


class Read(NamedTuple):
    """An utterance as feedback sees it. `code` is None where the reading is too unsure to build on."""

    text: str
    code: str | None
    probability: float
    excused: bool


class Words(NamedTuple):
    """The written words that feedback draws on; `scenario` is None for a disclosure of somebody else's."""

    codes: dict[str, Code]
    skills: dict[str, Skill]
    scenario: Scenario | None
    step: int


def built_on(utterance: UtteranceScore) -> str | None:
    """The code to build advice on; None where the reading is unsure.

    That an utterance is a reflection can be sure where its depth is not: then it is the modest one.
    """
    if utterance["certain"]:
        return utterance["code"]
    chances = utterance["probabilities"]
    reflects = chances["simple_reflection"] + chances["complex_reflection"]
    return "simple_reflection" if reflects >= FAMILY_SURE and utterance["code"] in REFLECTIONS else None


def give(utterances: Sequence[Read], scores: dict[str, float], words: Words) -> Feedback:
    """Choose what to praise and what to ask for. Either may be None."""
    return {"strength": strength(utterances, words), "next_step": next_step(utterances, scores, words)}


def strength(utterances: Sequence[Read], words: Words) -> Strength | None:
    best: tuple[float, Strength] | None = None
    for utterance in utterances:
        code = words.codes.get(utterance.code or "")
        skill = skill_of(words, "shown_by", code.id) if code else None
        if code is None or skill is None or code.says.strength is None:
            continue
        weight = PRAISE.get(code.id, 0.5) * utterance.probability
        if best is None or weight > best[0]:
            best = (weight, {"skill": skill.id, "quote": utterance.text, "why": code.says.strength})
    return best[1] if best else None


def next_step(utterances: Sequence[Read], scores: dict[str, float], words: Words) -> NextStep | None:
    for barrier in MEND:
        for utterance in utterances:
            if utterance.code == barrier:
                return ask(words, skill_of(words, "hindered_by", barrier), utterance.text, words.codes[barrier])
    # A reading too unsure to name could be the very thing that seems to be missing: then nothing is asked for. Nor is
    # anything asked of somebody who has just asked about suicide.
    if not utterances or any(u.code is None or u.excused for u in utterances):
        return None
    return missing(utterances, scores, words)


def missing(utterances: Sequence[Read], scores: dict[str, float], words: Words) -> NextStep | None:
    """What a reply without barriers could still do. A reflection alone is good listening: it need not ask anything."""
    codes = {utterance.code for utterance in utterances}
    reflects = bool(codes & set(words.skills["reflection"].shown_by))
    closed = next((u for u in utterances if u.code == "closed_question"), None)
    if not reflects and scores["reflection"] < ENOUGH:
        return ask(words, words.skills["reflection"], quoted(utterances), None)
    if closed is not None and "open_question" not in codes:
        return ask(words, words.skills["open_questions"], closed.text, words.codes["closed_question"])
    if not reflects and scores["validation"] < ENOUGH:
        return ask(words, words.skills["validation"], quoted(utterances), None)
    return None


def quoted(sure: Sequence[Read]) -> str:
    """The words a missing skill is best tied to: the longest utterance that says something."""
    speaking = [u.text for u in sure if u.code != "facilitate"] or [u.text for u in sure]
    return max(speaking, key=len)


def skill_of(words: Words, relation: str, code: str) -> Skill | None:
    """The first skill, in the learners' order, that `code` shows or hinders."""
    return next((skill for skill in words.skills.values() if code in getattr(skill, relation)), None)


def ask(words: Words, skill: Skill | None, quote: str, code: Code | None) -> NextStep | None:
    if skill is None:
        return None
    why = (code.says.next_step if code else None) or skill.why_it_matters
    return {"skill": skill.id, "quote": quote, "why": why, "try": alternative(words, skill)}


def alternative(words: Words, skill: Skill) -> str:
    """A reply written for this speaker at this step; elsewhere the skill's own advice."""
    if words.scenario is None:
        return skill.advice
    pairs = words.scenario.exemplars[skill.id]
    return next((pair.stronger for pair in pairs if pair.step == words.step), skill.advice)
