"""Training: from the labelled replies to the model on disk. Seeded; about five minutes on two cores.

The same corpus and libraries give the same probabilities to a hundredth: threads add up in another order each time.

What is tuned (penalties, threshold) was chosen on the development split; what ships learns from train and development
together and is judged on test, which nothing here reads before `evaluate`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline

from corpora import loaders
from corpora.types import LabelledReply
from models import artifact, coder, context, grounding, skills
from models.evaluate import split_figures
from models.examples import Example, Prose, prepare, prose
from models.features import views
from models.judge import judge
from models.labels import LABELS
from models.linear import Floats

SEED = 20
FOLDS = 5
# Published threshold: below this probability a reading is called uncertain (chosen on the development split).
THRESHOLD = 0.5
# A reply stripped of its punctuation teaches the same lesson again, so it counts for half.
SPOKEN_WEIGHT = 0.5
# What speakers say shows where sentences end, but they are no listeners.
PROSE_WEIGHT = 0.5
STRANGERS = 3
# A reflection rated no higher than this missed what was said; there are few, and they teach the most.
MISSED, MISSED_WEIGHT = 1, 5.0

Say = Callable[[str], None]


def train(folder: Path, say: Say, extra: Sequence[LabelledReply] = ()) -> artifact.Sidecar:
    """Train on the corpus, and on `extra` replies, and write the model below `folder`. `say` is told what goes on."""
    replies = [*loaders.in_split("train"), *loaders.in_split("development"), *extra]
    say(f"Reading {len(replies)} labelled replies")
    written, spoken = prepare(replies), prepare(replies, spoken=True)
    say("Fitting on all but a fifth at a time, for a second look at what was held out")
    alone = held_out(written, spoken)
    second = fit_second(written, spoken, alone)
    ground = fit_grounding(written)
    linear, spread = fit_skills(written, [read_again(second, each) for each in alone[: len(written)]], ground)
    say("Fitting on all")
    parts = {
        "coder": fit_coder(written, spoken),
        "second": second,
        "boundary": fit_boundary(written, spoken),
        "grounding": ground,
        "skills": linear,
        "spread": spread,
    }
    figures = [*loaders.skills(), skills.OVERALL]
    facts = {
        **artifact.expected(loaders.training_hash(extra), figures),
        "seed": SEED,
        "threshold": THRESHOLD,
        "metrics": {},
    }
    artifact.save(folder, parts, facts)
    say("Judging on the test split")
    facts["metrics"] = split_figures(folder, "test")
    return artifact.save(folder, parts, facts)


def weights(written: Sequence[Example], spoken: Sequence[Example]) -> list[float]:
    """How much each utterance counts."""
    return [1.0] * sum(len(e.rows) for e in written) + [SPOKEN_WEIGHT] * sum(len(e.rows) for e in spoken)


def fit_coder(written: Sequence[Example], spoken: Sequence[Example]) -> Pipeline:
    rows = [row for example in (*written, *spoken) for row in example.rows]
    codes = [code for example in (*written, *spoken) for code in example.codes]
    return coder.fit_coder(rows, codes, weights(written, spoken))


def fit_boundary(written: Sequence[Example], spoken: Sequence[Example]) -> Pipeline:
    """Bare copies count in full here: only they teach where an unmarked sentence ends; so does what speakers say."""
    other: list[Example | Prose] = [*prose(spoken_by_speakers(written))]
    listeners: list[Example | Prose] = [*written, *spoken]
    edges = (edge for each in listeners + other for edge in each.edges())
    own, theirs = ([cut for each in part for cut in each.cuts()] for part in (listeners, other))
    return coder.fit_boundary(edges, [*own, *theirs], [1.0] * len(own) + [PROSE_WEIGHT] * len(theirs))


def spoken_by_speakers(examples: Sequence[Example]) -> list[str]:
    """What the replies answer, and every line of the scenarios (no reply in the corpus answers those)."""
    lines = {example.said.text for example in examples}
    for scenario in loaders.scenarios().values():
        lines.add(scenario.opening)
        lines.update(line for step in scenario.steps for line in (step.opens_up, step.stays, step.closes_down))
    return sorted(lines)


def held_out(written: Sequence[Example], spoken: Sequence[Example]) -> list[Floats]:
    """First looks (log-probabilities) at each reply by a coder that never saw what it answers: written, then spoken."""
    examples = [*written, *spoken]
    groups = [example.reply.group for example in examples]
    found: list[Floats] = [np.empty((0, len(LABELS)))] * len(examples)
    for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(examples, groups=groups):
        model = fit_coder(
            [examples[i] for i in seen if i < len(written)], [examples[i] for i in seen if i >= len(written)]
        )
        for index in unseen:
            found[index] = model.predict_log_proba(examples[index].rows)
    return found


def fit_second(written: Sequence[Example], spoken: Sequence[Example], alone: Sequence[Floats]) -> LogisticRegression:
    targets = [LABELS.index(code) for example in (*written, *spoken) for code in example.codes]
    return context.fit(alone, targets, weights(written, spoken))


def read_again(second: LogisticRegression, alone: Floats) -> Floats:
    found: Floats = second.predict_proba(context.inputs(alone))
    return found


def fit_grounding(written: Sequence[Example]) -> LogisticRegression:
    """Reflections beside what they answer (True) and beside what others said (False)."""
    chance = random.Random(SEED)
    said = {example.said.text: example.said for example in written}
    texts = sorted(said)
    rows, belongs, weight = [], [], []
    for example in written:
        rating = (example.reply.ratings or {}).get("reflection")
        if rating is None or not {"simple_reflection", "complex_reflection"} & set(example.codes):
            continue
        others = chance.sample([text for text in texts if text != example.said.text], STRANGERS)
        for text in (example.said.text, *others):
            rows.append(grounding.inputs(example.parsed, said[text]))
            own = text == example.said.text
            belongs.append(own and rating > MISSED)
            weight.append(MISSED_WEIGHT if own and rating <= MISSED else 1.0)
    return grounding.fit(np.asarray(rows), np.asarray(belongs), weight)


def fit_skills(
    written: Sequence[Example], held_out: Sequence[Floats], ground: LogisticRegression
) -> tuple[LinearRegression, Floats]:
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


def skill_inputs(example: Example, found: Floats, ground: LogisticRegression) -> Floats:
    """What the skills of one reply are read from, with its own utterance boundaries."""
    seen = views(example.parsed, example.spans, example.said)
    return judge(example.parsed, seen, found, example.said, ground).row
