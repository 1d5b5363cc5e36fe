"""What a family is worth is measured without it, and without nothing else."""

from __future__ import annotations

import pytest

from corpora import loaders
from models import ablation
from models.examples import prepare
from models.features import FAMILIES


def test_one_family_goes_and_the_others_stay() -> None:
    """Every other feature keeps its value, and the example itself is left as it was."""
    [example] = prepare(loaders.in_split("train")[:1])
    [less] = ablation.without([example], "words")
    assert not any(name.startswith("words:") for row in less.rows for name in row)
    assert any(name.startswith("words:") for row in example.rows for name in row)
    for row, fewer in zip(example.rows, less.rows, strict=True):
        assert {name: value for name, value in row.items() if not name.startswith("words:")} == fewer


def test_the_table_has_a_line_for_each_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """All families first, then without each; on a part of the corpus and two families, for the sake of time."""
    whole = {split: loaders.in_split(split) for split in ("train", "development")}  # type: ignore[arg-type]
    monkeypatch.setattr(loaders, "in_split", lambda split: whole[split][:: 5 if split == "train" else 20])
    monkeypatch.setattr(ablation, "FAMILIES", {name: FAMILIES[name] for name in ("position", "lexicon")})
    found = ablation.ablation()
    assert list(found) == ["all families", "without position", "without lexicon"]
    for figures in found.values():
        assert 0 < figures["macro_f1"] < 1
        assert figures["log_loss"] > 0
    assert found["without lexicon"] != found["all families"]
