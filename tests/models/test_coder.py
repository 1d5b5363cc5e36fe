"""The coder is the scikit-learn models it was trained as, read off faster."""

from __future__ import annotations

import numpy as np

from corpora import loaders
from models import artifact, context
from models.coder import Coder, decide, moved
from models.examples import bare, prepare
from models.labels import LABELS
from models.linear import TwoWay
from models.scorer import Scorer

MODEL = artifact.load()
CODER = Coder(MODEL.coder, MODEL.second)


def test_read_off_numbers_equal_the_models() -> None:
    """Skipping scikit-learn's checks changes no probability, of codes or of boundaries."""
    for example in prepare(loaders.in_split("test")[:12]):
        found, _ = CODER.read(example.rows)
        alone = MODEL.coder.predict_log_proba(example.rows)
        assert np.allclose(found, MODEL.second.predict_proba(context.inputs(alone)), atol=1e-12)
        if edges := example.edges():
            expected = MODEL.boundary.predict_proba(edges)[:, 1]
            assert np.allclose(TwoWay(MODEL.boundary).likelihood(edges), expected, atol=1e-12)


def test_row_of_unknown_features_gets_the_prior() -> None:
    """Words never seen before leave the coder with what it knew before reading."""
    found, _ = CODER.read([{"words:zzz qqq": 1.0}])
    assert np.isclose(found.sum(), 1.0)
    assert found.max() < 0.9


def test_the_neighbours_are_looked_at() -> None:
    """The same words are read otherwise beside a question than beside sympathy, and alone otherwise again."""
    alone = np.log(np.full((1, len(LABELS)), 1 / len(LABELS)))
    asked, sorry = np.full((1, len(LABELS)), -12.0), np.full((1, len(LABELS)), -12.0)
    asked[0, LABELS.index("open_question")] = sorry[0, LABELS.index("support")] = -1e-4
    second = context.Second(MODEL.second)
    read = [second.logits(np.vstack([alone, *after]))[0] for after in ([asked], [sorry], [])]
    assert not np.allclose(read[0], read[1])
    assert not np.allclose(read[0], read[2])


def test_moved_names_what_spoke_for_the_code() -> None:
    """Contributions come strongest first and only from features that spoke for the code."""
    row = prepare(loaders.in_split("test")[:1])[0].rows[0]
    _, looks = CODER.read([row])
    found = moved(looks[0], 0)
    weights = [move.weight for move in found]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0
    assert {move.name for move in found} <= set(row)


def test_a_feature_counts_for_what_the_second_look_makes_of_it() -> None:
    """What `moved` reads is the feature's own coefficient, through those of the second look."""
    row = prepare(loaders.in_split("test")[:1])[0].rows[0]
    _, looks = CODER.read([row])
    codes = len(LABELS)
    for name, adds in zip(looks[0].names, looks[0].adds, strict=True):
        own = MODEL.coder["classifier"].coef_[:, MODEL.coder["features"].vocabulary_[name]] * row[name]
        assert np.allclose(adds, MODEL.second.coef_[:, :codes] @ own)


def test_the_word_that_gives_it_away_is_named(scorer: Scorer) -> None:
    """Evidence names what a person would point at, also where the reading is all but certain."""
    for reply, word in (("At least you still have a job.", "At least"), ("You should join a club.", "should")):
        [utterance] = scorer.score("I was passed over again, and I can't stand the place.", reply)["utterances"]
        assert any(word in reply[because["start"] : because["end"]] for because in utterance["because"])


def test_kind_comes_before_code() -> None:
    """Two ways of reflecting do not lose to a third code that is alone."""
    row = np.zeros((1, len(LABELS)))
    row[0, [LABELS.index(code) for code in ("simple_reflection", "complex_reflection", "support")]] = 0.3, 0.28, 0.42
    assert decide(row) == [LABELS.index("simple_reflection")]


def test_judging_must_be_likelier_than_the_rest() -> None:
    """A kind reply is not called judging on a narrow lead; on a clear one it is."""
    close, clear = np.zeros((1, len(LABELS))), np.zeros((1, len(LABELS)))
    confront, support = LABELS.index("confront"), LABELS.index("support")
    close[0, [confront, support]] = 0.6, 0.4
    clear[0, [confront, support]] = 0.8, 0.2
    assert decide(close) == [support]
    assert decide(clear) == [confront]


def test_bare_keeps_the_words() -> None:
    """Stripping capitals and punctuation keeps every word and apostrophe."""
    assert bare("Oh, no!  It's YOU - again?") == "oh no it's you again"
