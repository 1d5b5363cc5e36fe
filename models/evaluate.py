"""How well the model reads: our own test split, and the examples that teach the codes. Nothing here trains anything."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score, f1_score

from corpora import loaders
from corpora.types import LabelledReply, Split
from models.document import ScoreDocument, rounded
from models.labels import LABELS
from models.scorer import Item, Scorer

BINS = 10


def split_figures(folder: Traversable, split: Split) -> dict[str, Any]:
    """Figures on one split, replies scored end to end (segmentation included)."""
    scorer = Scorer(folder)
    replies = loaders.in_split(split)
    items = [Item(loaders.disclosure_of(reply), reply.reply) for reply in replies]
    documents = [document for document in scorer.score_many(items) if not isinstance(document, Exception)]
    gold, got, sure, right = [], [], [], []
    for reply, document in zip(replies, documents, strict=True):
        for code, found in aligned(reply, document):
            gold.append(code)
            got.append(found["code"])
            sure.append(found["probability"])
            right.append(code == found["code"])
    confident = np.asarray(sure) >= scorer.sidecar.threshold
    present = [label for label in LABELS if label in gold]
    return {
        "split": split,
        "replies": len(replies),
        "utterances": len(gold),
        "macro_f1": rounded(f1_score(gold, got, average="macro", labels=present)),
        "kappa": rounded(cohen_kappa_score(gold, got)),
        "accuracy": rounded(float(np.mean(right))),
        "accuracy_when_certain": rounded(float(np.asarray(right)[confident].mean())),
        "certain": rounded(float(confident.mean())),
        "calibration_error": rounded(calibration_error(np.asarray(sure), np.asarray(right))),
        "boundary_f1": rounded(boundary_f1(replies, documents)),
        "f1": {
            label: rounded(float(value))
            for label, value in zip(LABELS, f1_score(gold, got, average=None, labels=list(LABELS)), strict=True)
            if label in present
        },
        "skills": skill_figures(replies, documents),
    }


def aligned(reply: LabelledReply, document: ScoreDocument) -> list[tuple[str, Any]]:
    """Each labelled utterance with the scored one that overlaps it most."""
    return [
        (
            wanted.code,
            max(document["utterances"], key=lambda u: min(wanted.end, u["end"]) - max(wanted.start, u["start"])),
        )
        for wanted in reply.utterances
    ]


def calibration_error(sure: Any, right: Any) -> float:
    """Expected calibration error of the likeliest code's probability, ten equal bins."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum(abs(sure[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


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
