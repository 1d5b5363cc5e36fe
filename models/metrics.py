"""What `heard evaluate` measures: the model on our own data, and on public corpora given by path."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from corpora import loaders
from corpora.types import SPLITS
from models import card, evaluate
from models.document import ScoreDocument
from models.errors import InvalidReply
from models.mirrors import Figure, Mirror, MirrorError
from models.mirrors.measures import Pair
from models.scorer import MAX_CHARACTERS, Item, Scorer


def own(scorer: Scorer, folder: Traversable) -> dict[str, Any]:
    """The model that `scorer` read from `folder`: what it is, and its figures on our test split and teaching examples.

    Public figures measured earlier are kept if they were measured on the same model.
    """
    sidecar, earlier = scorer.sidecar, card.read(folder)
    same = earlier.get("model") == scorer.version
    return {
        "model": scorer.version,
        "corpus": sidecar.corpus[:12],
        "language_model": sidecar.language_model,
        "libraries": sidecar.libraries,
        "design": {
            "codes": sidecar.labels,
            "features": sidecar.features,
            "skills": sidecar.skills,
            "threshold": sidecar.threshold,
            "seed": sidecar.seed,
        },
        "replies": {split: len(loaders.in_split(split)) for split in SPLITS},
        "test_split": evaluate.split_figures(folder, "test"),
        "examples": evaluate.example_figures(scorer),
        "families": earlier.get("families") if same else None,
        "public": earlier.get("public", {}) if same else {},
        "public_replies": earlier.get("public_replies", {}) if same else {},
    }


def add_public(metrics: dict[str, Any], mirror: Mirror, path: Path, scorer: Scorer) -> dict[str, Figure]:
    """Measure one public corpus and put its figures into `metrics`. Raises `MirrorError` where it cannot be read."""
    counted = 0

    def score(pairs: list[Pair]) -> list[ScoreDocument]:
        nonlocal counted
        counted += len(pairs)
        return documents(mirror, pairs, scorer)

    figures = mirror.figures(path, score)
    metrics["public"][mirror.name] = card.as_metrics(figures)
    metrics["public_replies"][mirror.name] = counted
    return figures


def documents(mirror: Mirror, pairs: list[Pair], scorer: Scorer) -> list[ScoreDocument]:
    """Score what a corpus holds. Posts are cut where the scorer takes no more."""
    found = []
    for number, document in enumerate(scorer.score_many(Item(fit(said), fit(reply)) for said, reply in pairs), start=1):
        if isinstance(document, InvalidReply):
            raise MirrorError(
                f"{mirror.option}: the {document.field} of its reply number {number} {document}; download the file anew"
            )
        found.append(document)
    return found


def fit(text: str) -> str:
    """`text` as the scorer takes it: no longer than it reads, and with no half of a character."""
    return text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
