"""One reply, judged: the volley rules over what the coder read, grounding, and the row that skills are scored from.

Training and scoring both go through here, so that a skill is fitted on what it will be given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from models import coder, grounding, skills, volley
from models.disclosure import Disclosure
from models.features import UtteranceView
from models.labels import LABELS
from models.language import Text
from models.lexicon import feelings_in

Floats = npt.NDArray[np.float64]

ADVISED, ALLOWED = LABELS.index("advise_without_permission"), LABELS.index("advise_with_permission")


class Judged(NamedTuple):
    """`probabilities` (utterances, codes) after the rules; `row` is what `skills.score` takes."""

    probabilities: Floats
    counted: volley.Volley
    grounded: grounding.Grounding
    row: Floats


def judge(
    text: Text,
    seen: Sequence[UtteranceView],
    found: Floats,
    said: Disclosure,
    ground: LogisticRegression,
    *,
    earlier: bool = False,
) -> Judged:
    """Judge a reply.

    Parameters
    ----------
    text : Text
        The reply.
    seen : sequence of UtteranceView
        Its utterances.
    found : array, shape (utterances, codes)
        The coder's probabilities.
    said : Disclosure
    ground : LogisticRegression
        The fitted model of grounding.
    earlier : bool
        Leave to advise, given earlier in the conversation, still holds.
    """
    best = coder.decide(found)
    leave = volley.Leave(bool(volley.ASKED_FOR.search(said.text)), earlier)
    counted = volley.count([volley.Coded(view.text, LABELS[b]) for view, b in zip(seen, best, strict=True)], leave)
    found = follow_rules(found, counted, best)
    heard = without(text, [seen[index] for index in counted.excused])
    grounded = grounding.measure(heard, said, ground)
    row = skills.inputs(found, grounded, counted, named=bool(feelings_in(text.words)))
    return Judged(found, counted, grounded, row)


def follow_rules(found: Floats, counted: volley.Volley, best: npt.NDArray[np.intp]) -> Floats:
    """Where a rule recoded an utterance, the probability follows: advice becomes permitted, all else is certain."""
    found = found.copy()
    contempt = {line.utterance for line in counted.trace if line.rule == "contempt"}
    for index, code in enumerate(counted.codes):
        if code == LABELS[int(best[index])] and index not in contempt:
            continue
        if code == "advise_with_permission":
            found[index, ALLOWED] += found[index, ADVISED]
            found[index, ADVISED] = 0.0
        else:
            found[index] = 0.0
            found[index, LABELS.index(code)] = 1.0
    return found


def without(text: Text, left_out: Sequence[UtteranceView]) -> Text:
    """The text less the words of some utterances: a plain question about suicide need not echo the disclosure."""
    if not left_out:
        return text
    kept = (t for t in text.tokens if not any(view.start <= t.start < view.end for view in left_out))
    return Text(text.text, tuple(kept))
