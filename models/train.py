"""Training: from the labelled replies to the model on disk. Seeded; under five minutes on two cores.

What is tuned (penalties, threshold) was chosen on the development split; what ships learns from train and development
together and is judged on test, which nothing here reads before `evaluate`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import softmax
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline

from corpora import loaders
from models import artifact, coder, disclosure, grounding, skills, volley
from models.evaluate import split_figures
from models.examples import Example, prepare
from models.labels import LABELS
from models.language import read
from models.lexicon import feelings_in
from models.linear import Floats

SEED = 20
FOLDS = 5
# Published threshold: below this probability a reading is called uncertain (chosen on the development split).
THRESHOLD = 0.5
# A reply stripped of its punctuation teaches the same lesson again, so it counts for half.
SPOKEN_WEIGHT = 0.5
STRANGERS = 3

Say = Callable[[str], None]


def train(folder: Path, say: Say) -> artifact.Sidecar:
    """Train on the corpus and write the model below `folder`. `say` is told what is going on."""
    replies = [*loaders.in_split("train"), *loaders.in_split("development")]
    say(f"Reading {len(replies)} labelled replies")
    written, spoken = prepare(replies), prepare(replies, spoken=True)
    say("Fitting on all but a fifth at a time, to calibrate on what was held out")
    held_out, heat = held_out_probabilities(written, spoken)
    say(f"Temperature {heat:.3f}")
    ground = fit_grounding(written)
    linear, spread = fit_skills(written, held_out, ground)
    say("Fitting on all")
    parts = {
        "coder": coder.cool(fit_coder(written, spoken), heat),
        "boundary": fit_boundary(written, spoken),
        "grounding": ground,
        "skills": linear,
        "spread": spread,
    }
    figures = [*loaders.skills(), skills.OVERALL]
    facts = {
        **artifact.expected(loaders.training_hash(), figures),
        "seed": SEED,
        "temperature": round(heat, 4),
        "threshold": THRESHOLD,
        "metrics": {},
    }
    artifact.save(folder, parts, facts)
    say("Judging on the test split")
    facts["metrics"] = split_figures(folder, "test")
    return artifact.save(folder, parts, facts)


def rows_of(
    written: Sequence[Example], spoken: Sequence[Example]
) -> tuple[list[dict[str, float]], list[str], list[float]]:
    rows = [row for example in (*written, *spoken) for row in example.rows]
    codes = [code for example in (*written, *spoken) for code in example.codes]
    return rows, codes, weights([len(e.rows) for e in written], [len(e.rows) for e in spoken])


def weights(written: Sequence[int], spoken: Sequence[int]) -> list[float]:
    return [1.0] * sum(written) + [SPOKEN_WEIGHT] * sum(spoken)


def fit_coder(written: Sequence[Example], spoken: Sequence[Example]) -> Pipeline:
    return coder.fit_coder(*rows_of(written, spoken))


def fit_boundary(written: Sequence[Example], spoken: Sequence[Example]) -> Pipeline:
    both = (*written, *spoken)
    edges = [edge for example in both for edge in example.edges]
    cuts = [cut for example in both for cut in example.cuts]
    return coder.fit_boundary(edges, cuts, weights([len(e.edges) for e in written], [len(e.edges) for e in spoken]))


def held_out_probabilities(written: Sequence[Example], spoken: Sequence[Example]) -> tuple[list[Floats], float]:
    """Calibrated probabilities for each written reply from a coder that never saw its disclosure; the temperature."""
    groups = [example.reply.group for example in written]
    logits: list[Floats] = [np.empty((0, len(LABELS)))] * len(written)
    for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(written, groups=groups):
        ids = {written[i].reply.id for i in seen}
        model = fit_coder([written[i] for i in seen], [e for e in spoken if e.reply.id in ids])
        for index in unseen:
            logits[index] = model.decision_function(written[index].rows)
    targets = [LABELS.index(code) for example in written for code in example.codes]
    heat = coder.temperature(np.concatenate(logits), targets)
    return [softmax(each / heat, axis=1) for each in logits], heat


def fit_grounding(written: Sequence[Example]) -> Any:
    """Reflections beside their own disclosure (True) and beside the disclosures of others (False)."""
    chance = random.Random(SEED)
    said = {e.reply.group: disclosure.known(loaders.disclosure_of(e.reply)) for e in written}
    rows, belongs = [], []
    for example in written:
        if not {"simple_reflection", "complex_reflection"} & set(example.codes):
            continue
        text = read(example.text)
        others = [group for group in sorted(said) if group != example.reply.group]
        for group in (example.reply.group, *chance.sample(others, STRANGERS)):
            rows.append(grounding.inputs(text, said[group]))
            belongs.append(group == example.reply.group)
    return grounding.fit(np.asarray(rows), np.asarray(belongs))


def fit_skills(written: Sequence[Example], held_out: Sequence[Floats], ground: Any) -> tuple[Any, Floats]:
    """The skills' linear models on held-out probabilities, and the spread of their held-out residuals."""
    rated = [(e, p) for e, p in zip(written, held_out, strict=True) if e.reply.ratings is not None]
    names = [*loaders.skills(), skills.OVERALL]
    rows = np.stack([skill_inputs(example, found, ground) for example, found in rated])
    given = {n: np.asarray([float((e.reply.ratings or {})[n]) for e, _ in rated]) for n in names}
    groups = [example.reply.group for example, _ in rated]
    residuals = np.zeros((len(rated), len(names)))
    for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(rows, groups=groups):
        model = skills.fit(rows[seen], {name: values[seen] for name, values in given.items()})
        scores = np.clip(rows[unseen] @ model.coef_.T + model.intercept_, 0.0, 1.0)
        residuals[unseen] = np.stack([given[n][unseen] / skills.RATING_MAX for n in names], axis=1) - scores
    sure = np.asarray([bool((found.max(axis=1) >= THRESHOLD).all()) for _, found in rated])
    return skills.fit(rows, given), skills.spread(residuals, sure)


def skill_inputs(example: Example, found: Floats, ground: Any) -> Floats:
    """What the skills of one reply are read from, with its own utterance boundaries."""
    text = read(example.text)
    said = disclosure.known(loaders.disclosure_of(example.reply))
    pieces = [example.text[u.start : u.end] for u in example.reply.utterances]
    best = coder.decide(found)
    counted = volley.count([volley.Coded(piece, LABELS[b]) for piece, b in zip(pieces, best, strict=True)])
    measured = grounding.measure(text, said, ground)
    named = bool(feelings_in(text.words))
    return skills.inputs(found, measured, counted, words=len(text.words), named=named)
