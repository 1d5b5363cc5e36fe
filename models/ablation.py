"""What each feature family is worth: the first look without it, fitted on train and judged on development."""

from __future__ import annotations

import numpy as np
from sklearn.metrics import f1_score, log_loss
from sklearn.pipeline import Pipeline

from corpora import loaders
from models.document import rounded
from models.examples import Example, prepare
from models.features import FAMILIES
from models.labels import LABELS
from models.train import fit_coder

ALL = "all families"


def ablation() -> dict[str, dict[str, float]]:
    """For all families, and without each: macro-F1 and log-loss of the utterances of the development split.

    Utterances are cut as the writers cut them, and the second look has no part in it.
    """
    replies = loaders.in_split("train")
    written, spoken = prepare(replies), prepare(replies, spoken=True)
    judged = prepare(loaders.in_split("development"))
    found = {ALL: figures(fit_coder(written, spoken), judged)}
    for family in FAMILIES:
        model = fit_coder(without(written, family), without(spoken, family))
        found[f"without {family}"] = figures(model, without(judged, family))
    return found


def without(examples: list[Example], family: str) -> list[Example]:
    prefix = f"{family}:"
    return [
        example._replace(
            rows=[{name: value for name, value in row.items() if not name.startswith(prefix)} for row in example.rows]
        )
        for example in examples
    ]


def figures(model: Pipeline, judged: list[Example]) -> dict[str, float]:
    likely = model.predict_proba([row for example in judged for row in example.rows])
    gold = [LABELS.index(code) for example in judged for code in example.codes]
    return {
        "macro_f1": rounded(float(f1_score(gold, likely.argmax(axis=1), average="macro"))),
        "log_loss": rounded(float(log_loss(gold, likely, labels=np.arange(len(LABELS))))),
    }
