"""The coder is the scikit-learn pipeline it was trained as, read off faster."""

from __future__ import annotations

import numpy as np

from corpora import loaders
from models import artifact
from models.coder import decide, moved, temperature
from models.examples import bare, prepare
from models.labels import LABELS
from models.linear import Linear

MODEL = artifact.load()


def test_read_off_numbers_equal_the_pipelines() -> None:
    """Skipping scikit-learn's checks changes no probability, of codes or of boundaries."""
    examples = prepare(loaders.in_split("test")[:12])
    rows = [row for example in examples for row in example.rows]
    linear = Linear(MODEL.coder)
    found = linear.probabilities([linear.known(row) for row in rows])
    assert np.allclose(found, MODEL.coder.predict_proba(rows), atol=1e-12)
    edges = [edge for example in examples for edge in example.edges]
    expected = MODEL.boundary.predict_proba(edges)[:, 1]
    assert np.allclose(Linear(MODEL.boundary).likelihood(edges), expected, atol=1e-12)


def test_row_of_unknown_features_gets_the_prior() -> None:
    """Words never seen before leave the coder with what it knew before reading."""
    linear = Linear(MODEL.coder)
    found = linear.probabilities([linear.known({"words:zzz qqq": 1.0})])
    assert np.isclose(found.sum(), 1.0)


def test_moved_names_what_spoke_for_the_code() -> None:
    """Contributions come strongest first and only from features that spoke for the code."""
    linear = Linear(MODEL.coder)
    row = prepare(loaders.in_split("test")[:1])[0].rows[0]
    found = moved(linear.known(row), 0)
    weights = [move.weight for move in found]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0
    assert {move.name for move in found} <= set(row)


def test_judging_must_be_likelier_than_the_rest() -> None:
    """A kind reply is not called judging on a narrow lead; on a clear one it is."""
    close, clear = np.zeros((1, len(LABELS))), np.zeros((1, len(LABELS)))
    confront, support = LABELS.index("confront"), LABELS.index("support")
    close[0, [confront, support]] = 0.6, 0.4
    clear[0, [confront, support]] = 0.8, 0.2
    assert decide(close) == [support]
    assert decide(clear) == [confront]


def test_temperature_cools_overconfidence() -> None:
    """Logits that are right half the time and always sure call for a temperature above 1."""
    logits = np.tile([8.0, 0.0], (100, 1))
    assert temperature(logits, [0, 1] * 50) > 5
    assert temperature(logits, [0] * 100) < 1


def test_bare_keeps_the_words() -> None:
    """Stripping capitals and punctuation keeps every word and apostrophe."""
    assert bare("Oh, no!  It's YOU - again?") == "oh no it's you again"
