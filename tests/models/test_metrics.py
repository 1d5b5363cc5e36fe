from __future__ import annotations

import json

import pytest

from models import artifact, metrics
from models.mirrors import MIRRORS, MirrorError
from models.scorer import MAX_CHARACTERS

ESCONV = next(mirror for mirror in MIRRORS if mirror.name == "ESConv")


@pytest.fixture
def quick(monkeypatch):
    """Without the figures on our own data, which take seconds and are tested elsewhere."""
    monkeypatch.setattr(metrics.evaluate, "split_figures", lambda *_: {})
    monkeypatch.setattr(metrics.evaluate, "example_figures", lambda _: {})


@pytest.fixture
def folder(tmp_path):
    """A model's folder that holds metrics of an earlier measuring."""

    def make(model):
        earlier = {"model": model, "public": {"ESConv": {"question AUC": {"value": 0.5, "people": None}}},
                   "public_replies": {"ESConv": 3}}  # fmt: skip
        (tmp_path / "metrics.json").write_text(json.dumps(earlier), encoding="utf-8")
        return tmp_path

    return make


def test_public_figures_of_the_same_model_are_kept(quick, scorer, folder):
    """Measuring one corpus does not lose what was measured on another."""
    found = metrics.own(scorer, folder(scorer.version))
    assert found["public"]["ESConv"]["question AUC"]["value"] == 0.5
    assert found["public_replies"] == {"ESConv": 3}


def test_public_figures_of_another_model_are_dropped(quick, scorer, folder):
    """A figure never stands beside a model that did not reach it."""
    found = metrics.own(scorer, folder("another12345"))
    assert found["public"] == found["public_replies"] == {}


def test_metrics_name_the_model_and_its_corpus(quick, scorer):
    """Versions are those that every score document carries."""
    found = metrics.own(scorer, artifact.SHIPPED)
    document = scorer.score("", "So you are ready.")
    assert {"version": found["model"], "corpus": found["corpus"]} == document["model"]


def test_a_post_longer_than_the_scorer_takes_is_cut(scorer):
    """One long post, or half an emoji in it, does not stop the measuring of a corpus."""
    found = metrics.documents(
        ESCONV, [("hm " * MAX_CHARACTERS, "word " * MAX_CHARACTERS), ("\ud83d", "So \ud83d.")], scorer
    )
    assert len(found) == 2


def test_an_empty_reply_is_named(scorer):
    """What cannot be scored is refused with its place."""
    with pytest.raises(MirrorError, match="--esconv: the reply of its reply number 2 is empty"):
        metrics.documents(ESCONV, [("", "Go on."), ("", " ")], scorer)
