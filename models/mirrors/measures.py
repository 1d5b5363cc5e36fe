"""What the public corpora are measured with: groups of codes, and figures over score documents. Higher is better."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from sklearn.metrics import cohen_kappa_score, f1_score, roc_auc_score

from models.calibration import binned, error
from models.document import ScoreDocument

REFLECTION = frozenset({"simple_reflection", "complex_reflection"})
QUESTION = frozenset({"open_question", "closed_question"})
ADVICE = frozenset({"advise_with_permission", "advise_without_permission"})
INPUT = ADVICE | {"give_information"}
WARMTH = frozenset({"affirm", "support"})

DRAWS, SEED, COVERAGE = 200, 20, 0.95
MAIN_BEHAVIOURS = ("question", "reflection", "input", "other")

Pair = tuple[str, str]
"""A disclosure (may be empty) and the reply to it."""

Score = Callable[[list[Pair]], list[ScoreDocument]]
"""Reads replies: one document a pair, in order."""


class MirrorError(ValueError):
    """A corpus that cannot be measured. The text names the option, what was found and the remedy."""


class Figure(NamedTuple):
    """A measure from 0 to 1 (kappa from -1), NaN where the file cannot show it.

    `people` is what trained people reach on the same data, None where that is not known. From `low` to `high`: 95 % of
    the values when replies are drawn anew (bootstrap).
    """

    value: float
    people: float | None = None
    low: float | None = None
    high: float | None = None


def figure(measure: Callable[..., float], *columns: Iterable[Any], people: float | None = None) -> Figure:
    """The measure of `columns` (one value an item in each), with its bootstrap interval over items; seeded."""
    held = [np.asarray(list(column)) for column in columns]
    count = len(held[0])
    value = measure(*held)
    places = np.random.default_rng(SEED).integers(count, size=(DRAWS, count))
    drawn = np.asarray([measure(*(column[place] for column in held)) for place in places], dtype=float)
    drawn = drawn[~np.isnan(drawn)]
    if math.isnan(value) or not len(drawn):
        return Figure(value, people)
    low, high = np.percentile(drawn, [50 * (1 - COVERAGE), 100 - 50 * (1 - COVERAGE)])
    return Figure(value, people, min(value, float(low)), max(value, float(high)))


def has(document: ScoreDocument, codes: Collection[str]) -> bool:
    """Was any utterance of the reply read as one of `codes`?"""
    return any(utterance["code"] in codes for utterance in document["utterances"])


def likelihood(document: ScoreDocument, codes: Collection[str]) -> float:
    """The probability of `codes` together, in the utterance where it is highest; 0 to 1."""
    # A plain sum would depend on the order in which a set gives its members, and that on the process.
    sums = (math.fsum(u["probabilities"].get(code, 0.0) for code in codes) for u in document["utterances"])
    return max(sums, default=0.0)


def skill(document: ScoreDocument, name: str) -> float:
    return document["skills"][name]["score"]


def main_behaviour(document: ScoreDocument) -> str:
    """What the reply mainly does, one of `MAIN_BEHAVIOURS`: a question outweighs a reflection, and that any input."""
    for behaviour, codes in (("question", QUESTION), ("reflection", REFLECTION), ("input", INPUT)):
        if has(document, codes):
            return behaviour
    return "other"


def auc(gold: Iterable[Any], values: Iterable[float]) -> float:
    """Chance that one of `gold` gets a higher value than one that is not; 0.5 is guessing, NaN if all are alike."""
    truth = np.asarray(list(gold), dtype=bool)
    if truth.all() or not truth.any():
        return math.nan
    return float(roc_auc_score(truth, list(values)))


def told_apart(
    kinds: Sequence[object], documents: Sequence[ScoreDocument], first: tuple[str, str], second: tuple[str, str]
) -> Figure:
    """AUC with which one kind of turn is told from another, over the turns of these two kinds.

    `first` and `second` are each the corpus's name for a kind and our code for it.
    """
    held = [(kind, document) for kind, document in zip(kinds, documents, strict=True) if kind in (first[0], second[0])]
    return figure(
        auc,
        (kind == first[0] for kind, _ in held),
        [likelihood(document, {first[1]}) - likelihood(document, {second[1]}) for _, document in held],
    )


def present_f1(gold: Iterable[Any], found: Iterable[bool]) -> float:
    """F1 of finding what is there."""
    return float(f1_score(np.asarray(list(gold), dtype=bool), np.asarray(list(found), dtype=bool), zero_division=0))


def kappa(gold: Sequence[str], found: Sequence[str]) -> float:
    """Cohen's kappa: agreement beyond chance."""
    return float(cohen_kappa_score(gold, found))


def calibration(right: Sequence[bool], likely: Sequence[float]) -> float:
    """One less the expected calibration error, ten equal bins: 1 where things said to be so likely were so often so."""
    return 1 - error(binned(likely, right))


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean of the F1 of every label that people or the scorer used."""
    return float(f1_score(gold, found, average="macro", zero_division=0))
