"""Training is repeatable, and refuses a corpus it could not learn from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpora import loaders
from models import artifact, coder, train
from models.examples import prepare


def test_training_again_gives_the_shipped_model(tmp_path: Path) -> None:
    """Seeded: the same corpus and libraries give the probabilities of the model that ships, to a hundredth.

    No closer: threads add up in another order each time, and a weight at the edge of what is kept may fall either way.
    """
    train.train(tmp_path, lambda _: None)
    shipped, made = artifact.load(), artifact.load(tmp_path)
    assert made.sidecar.corpus == shipped.sidecar.corpus
    for example in prepare(loaders.in_split("test")[:20]):
        found, _ = coder.Coder(made.coder, made.second).read(example.rows)
        expected, _ = coder.Coder(shipped.coder, shipped.second).read(example.rows)
        assert np.allclose(found, expected, atol=1e-2)
    assert np.allclose(made.skills.linear.coef_, shipped.skills.linear.coef_, atol=1e-2)


def test_code_without_replies_is_named() -> None:
    """A code that nobody labelled cannot be learned, and the message says which."""
    with pytest.raises(ValueError, match=r"no labelled utterance for .*affirm.*; write some first"):
        coder.fit_coder([{"a": 1.0}, {"b": 1.0}], ["support", "facilitate"], [1.0, 1.0])


def test_test_split_is_not_learned_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Training reads the train and development splits only; the test split is read by the judge alone."""
    asked: list[str] = []
    original = loaders.in_split

    def noted(split: str) -> object:
        asked.append(split)
        if len(asked) > 2:
            raise InterruptedError
        return original(split)[:0]  # type: ignore[arg-type]

    monkeypatch.setattr(loaders, "in_split", noted)
    monkeypatch.setattr(train, "prepare", lambda *_, **__: (_ for _ in ()).throw(InterruptedError))
    with pytest.raises(InterruptedError):
        train.train(tmp_path, lambda _: None)
    assert asked == ["train", "development"]
