"""How well the model reads: our own test split, and the examples that teach the codes. Nothing here trains anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score, confusion_matrix, f1_score

from corpora import loaders
from corpora.agreement import alpha, twice_coded
from corpora.types import LabelledReply, Split
from models import calibration
from models.document import ScoreDocument, rounded
from models.labels import LABELS
from models.scorer import Item, Scorer

DRAWS, SEED, COVERAGE = 200, 20, 0.95
# A part of the split with fewer utterances says too little for a figure of its own.
ENOUGH = 40


class Read(NamedTuple):
    """One labelled utterance: its reply, its code, the code found in its place and that one's probability."""

    reply: LabelledReply
    gold: str
    found: str
    probability: float


def split_figures(folder: Traversable, split: Split) -> dict[str, Any]:
    """Figures on one split, replies scored end to end (segmentation included), with 95 % bootstrap intervals."""
    scorer = Scorer(folder)
    replies = loaders.in_split(split)
    items = [Item(loaders.disclosure_of(reply), reply.reply) for reply in replies]
    documents = [document for document in scorer.score_many(items) if not isinstance(document, Exception)]
    by_reply = [
        [Read(reply, code, found["code"], found["probability"]) for code, found in aligned(reply, document)]
        for reply, document in zip(replies, documents, strict=True)
    ]
    reads = [read for each in by_reply for read in each]
    gold, got = [read.gold for read in reads], [read.found for read in reads]
    sure = np.asarray([read.probability for read in reads])
    right = np.asarray([read.gold == read.found for read in reads])
    confident = sure >= scorer.sidecar.threshold
    points = reliability(sure, right)
    present = [label for label in LABELS if label in gold]
    return {
        "split": split,
        "replies": len(replies),
        "utterances": len(gold),
        "macro_f1": rounded(macro_f1(reads)),
        "kappa": rounded(kappa(reads)),
        "accuracy": rounded(accuracy(reads)),
        "intervals": {measure.__name__: interval(measure, by_reply) for measure in (macro_f1, kappa, accuracy)},
        "accuracy_when_certain": rounded(float(right[confident].mean())),
        "certain": rounded(float(confident.mean())),
        "calibration_error": rounded(calibration.error(points)),
        "reliability": points,
        "boundary_f1": rounded(boundary_f1(replies, documents)),
        "f1": {
            label: rounded(float(value))
            for label, value in zip(LABELS, f1_score(gold, got, average=None, labels=list(LABELS)), strict=True)
            if label in present
        },
        "confusion": confusion_matrix(gold, got, labels=list(LABELS)).tolist(),
        "registers": parts(reads, lambda reply: reply.register),
        "settings": parts(reads, lambda reply: re.sub(r"-[a-z]?\d+$", "", reply.id)),
        "skills": skill_figures(replies, documents),
        "second_coder": second_coder(by_reply),
    }


def macro_f1(reads: Sequence[Read]) -> float:
    gold = [read.gold for read in reads]
    return float(
        f1_score(gold, [read.found for read in reads], average="macro", labels=sorted(set(gold)), zero_division=0)
    )


def kappa(reads: Sequence[Read]) -> float:
    return float(cohen_kappa_score([read.gold for read in reads], [read.found for read in reads]))


def accuracy(reads: Sequence[Read]) -> float:
    return float(np.mean([read.gold == read.found for read in reads]))


def interval(measure: Callable[[Sequence[Read]], float], by_reply: Sequence[Sequence[Read]]) -> list[float]:
    """Low and high of `measure` when replies are drawn anew."""
    chance = np.random.default_rng(SEED)
    drawn = [
        measure([read for index in chance.integers(len(by_reply), size=len(by_reply)) for read in by_reply[index]])
        for _ in range(DRAWS)
    ]
    return [rounded(float(edge)) for edge in np.percentile(drawn, [50 * (1 - COVERAGE), 100 - 50 * (1 - COVERAGE)])]


def parts(reads: Sequence[Read], name_of: Callable[[LabelledReply], str]) -> dict[str, dict[str, float]]:
    """Accuracy and kappa in each part of the split that is large enough."""
    held: dict[str, list[Read]] = {}
    for read in reads:
        held.setdefault(name_of(read.reply), []).append(read)
    return {
        name: {"utterances": len(some), "accuracy": rounded(accuracy(some)), "kappa": rounded(kappa(some))}
        for name, some in sorted(held.items())
        if len(some) >= ENOUGH
    }


def second_coder(by_reply: Sequence[Sequence[Read]]) -> dict[str, Any] | None:
    """Alpha of the model with the blind second coder, and of the two coders, on the replies of the split that were
    coded twice; None where krippendorff is not installed (the extra `eval`)."""
    twice = {row["id"]: row for row in twice_coded()}
    both = [(reads, twice[reads[0].reply.id]) for reads in by_reply if reads and reads[0].reply.id in twice]
    index = LABELS.index
    try:
        return {
            "replies": len(both),
            "model": alpha(
                [
                    [(index(read.found), index(code)) for read, code in zip(reads, row["second"]["codes"], strict=True)]
                    for reads, row in both
                ]
            )[:3],
            "coders": alpha(
                [
                    [(index(o), index(t)) for o, t in zip(row["first"]["codes"], row["second"]["codes"], strict=True)]
                    for _, row in both
                ]
            )[:3],
        }
    except ModuleNotFoundError:
        return None


def aligned(reply: LabelledReply, document: ScoreDocument) -> list[tuple[str, Any]]:
    """Each labelled utterance with the scored one that overlaps it most."""
    return [
        (
            wanted.code,
            max(document["utterances"], key=lambda u: min(wanted.end, u["end"]) - max(wanted.start, u["start"])),
        )
        for wanted in reply.utterances
    ]


def reliability(sure: Any, right: Any) -> list[tuple[float, float, int]]:
    """The binned points of the found code's probability, as they are drawn."""
    return [(rounded(said), rounded(was), count) for said, was, count in calibration.binned(sure, right)]


def boundary_f1(replies: Sequence[LabelledReply], documents: Sequence[ScoreDocument]) -> float:
    """Where utterances begin, the first of each reply left out."""
    hit = wanted = found = 0
    for reply, document in zip(replies, documents, strict=True):
        gold = {u.start for u in reply.utterances[1:]}
        mine = {u["start"] for u in document["utterances"][1:]}
        hit, wanted, found = hit + len(gold & mine), wanted + len(gold), found + len(mine)
    return 2 * hit / max(1, wanted + found)


def skill_figures(replies: Sequence[LabelledReply], documents: Sequence[ScoreDocument]) -> dict[str, dict[str, float]]:
    """For each skill and overall: rank correlation with the ratings, mean error (0 to 1), share inside the interval."""
    figures = {}
    rated = [(r.ratings, d) for r, d in zip(replies, documents, strict=True) if r.ratings is not None]
    for name in (*loaders.skills(), "overall"):
        given = np.asarray([ratings[name] / 4 for ratings, _ in rated])
        found: list[Any] = [d["overall"] if name == "overall" else d["skills"][name] for _, d in rated]
        scores = np.asarray([f["score"] for f in found])
        inside = [f["low"] - 1e-9 <= g <= f["high"] + 1e-9 for f, g in zip(found, given, strict=True)]
        figures[name] = {
            "rank_correlation": rounded(float(spearmanr(given, scores)[0])),
            "mean_error": rounded(float(np.abs(given - scores).mean())),
            "inside_interval": rounded(float(np.mean(inside))),
        }
    return figures


def example_figures(scorer: Scorer) -> dict[str, float]:
    """Share of the codebook's examples read as meant. They were never trained on.

    `shows`: the utterance gets its code. `does_not_show`: it does not get the code of its file, however alike it looks.
    """
    items, wanted = [], []
    for code in loaders.codes().values():
        for kind, examples in (("shows", code.shows), ("does_not_show", code.does_not_show)):
            for example in examples:
                items.append(Item(example.disclosure, example.text))
                wanted.append((kind, code.id, example.code or code.id))
    hits: dict[str, list[bool]] = {"shows": [], "does_not_show": [], "does_not_show_exact": []}
    for document, (kind, own, meant) in zip(scorer.score_many(items), wanted, strict=True):
        if isinstance(document, Exception):
            raise document
        read = max(document["utterances"], key=lambda u: u["end"] - u["start"])["code"]
        if kind == "shows":
            hits["shows"].append(read == meant)
        else:
            hits["does_not_show"].append(read != own)
            hits["does_not_show_exact"].append(read == meant)
    return {name: rounded(float(np.mean(found))) for name, found in hits.items()}
